"""The graph half: readings of all articles become entities, facts and events. It knows no spaCy."""
