"""What the rules know of a language, as data: a folder for each language."""
