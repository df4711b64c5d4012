"""Mentions that a noun phrase stands for as the argument of a verb."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.parse import children_with, has_child, objects_after
from kg.text.parse.labels import PLURALS
from kg.text.syntax.document import Document

ONE_OF_SEVERAL = word_set("numbers", "one-of-several")


def fillers_of(token: Token, document: Document) -> Sequence[Mention]:
    """Return who or what fills a role: those who are named beside a group rather than the group."""
    if token.lower_ in ONE_OF_SEVERAL and objects_after(token, "of"):
        whole = objects_after(token, "of")[0]
        picked = (*children_with(token, "appos"), *children_with(whole, "appos"))
        return [mention for mention in document.mentions(picked) if mention.is_name][:1]
    return _named_beside(token, document) or document.things(token)


def _named_beside(token: Token, document: Document) -> list[Mention]:
    """Return the names of all of a group that stand beside it: "two firms, Acme and Bolt, left"."""
    if token.tag_ not in PLURALS or document.is_name(token):
        return []
    names: list[Mention] = []
    for apposition in children_with(token, "appos"):
        if apposition.pos_ == "PROPN" and has_child(apposition, "conj"):
            names += document.things(apposition)
    are_names = all(mention.is_name for mention in names)
    return names if are_names and len(names) > 1 else []
