"""Hand-built dependency trees, which need no model."""

from itertools import pairwise

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab


def doc_of(table: str) -> Doc:
    """Return a document from lines "word TAG POS dep head-index".

    The head counts from 0; a lemma may follow a word's slash.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    words = [row[0].partition("/")[0] for row in rows]
    lemmas = [row[0].partition("/")[2] or row[0].lower() for row in rows]
    spaces = [
        word != "-" and follower not in (",", ".", "'s", "-") for word, follower in pairwise(words)
    ] + [False]
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        lemmas=lemmas,
    )
