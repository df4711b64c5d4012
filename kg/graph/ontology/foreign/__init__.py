"""Ontologies of others, as they are: their forms, constructs, classes, and their own words."""
