"""The language half: what one article says, whatever the others say. It knows spaCy, and no RDF."""
