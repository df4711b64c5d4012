"""The words of a language that the rules know, as data: a folder for each language."""
