"""Repairs of trees: what the parser reads so often in the wrong way that all rules would suffer."""

from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.text.parse.labels import NOUNS

TIMES = ("DATE", "TIME")
BEFORE_NOUN = ("compound", "nummod")
OBJECTS = ("pobj", "pcomp")


def with_times_of_prepositions(doc: Doc) -> Doc:
    """Return a parsed text in which a time before a bare subject belongs to its preposition.

    In "On Saturday afternoon police arrested …" nobody is of the Saturday afternoon police.
    """
    for preposition in doc:
        has_object = any(child.dep_ in OBJECTS for child in preposition.children)
        if preposition.dep_ != "prep" or has_object:
            continue
        time = _time_behind(preposition)
        for word in time[:-1]:
            word.head = time[-1]
        for word in time[-1:]:
            word.head, word.dep_ = preposition, "pobj"
    return doc


def _time_behind(preposition: Token) -> list[Token]:
    """Return the words of a time right behind a preposition that hang on a noun behind them."""
    following = preposition.doc[preposition.i + 1 : preposition.sent.end]
    time = list(takewhile(lambda token: token.ent_type_ in TIMES, following))
    if not time or time[-1].dep_ not in BEFORE_NOUN:
        return []
    noun = time[-1].head
    is_before = noun.pos_ in NOUNS and noun.i > time[-1].i
    # Nothing may come to hang on itself.
    above = {*noun.ancestors, *preposition.ancestors}
    return time if is_before and above.isdisjoint(time) else []
