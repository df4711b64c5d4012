"""Fillers of a role: those who are named beside a group rather than the group."""

from collections.abc import Sequence
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.mentions import number_of
from kg.text.parse import children_with, has_child, objects_after
from kg.text.parse.labels import PLURALS
from kg.text.syntax.attachment import listed_members
from kg.text.syntax.document import Document, Mentions

ONE_OF_SEVERAL = word_set("numbers", "one-of-several")
OF_SEVERAL = word_set("pronouns", "of-whom") | word_set("pronouns", "group-of-members")


def fillers_of(token: Token, document: Document) -> Sequence[Mention]:
    """Return who or what fills a role: those who are named beside a group rather than the group."""
    groups = objects_after(token, "of")
    if groups and token.lower_ in ONE_OF_SEVERAL:
        picked = [*children_with(token, "appos"), *children_with(groups[0], "appos")]
        names = [mention for mention in document.mentions(picked) if mention.is_name]
        if names or groups[0].lower_ not in OF_SEVERAL:
            return names[:1]
    if groups and token.tag_ == "CD" and groups[0].lower_ in OF_SEVERAL:
        return _counted_beside(token, document, groups[0]) or document.mentions([token])
    fillers = (
        _named_beside(token, document)
        or _counted_beside(token, document)
        or document.referents(token)
        or _name_beside(token, document)
    )
    members = document.referents_of(listed_members(token))
    return (*fillers, *members)


def _named_beside(token: Token, document: Document) -> Mentions:
    """Return the names of all of a group that stand beside it: "two firms, Acme and Bolt, left"."""
    if token.tag_ not in PLURALS or document.is_name(token):
        return []
    names: list[Mention] = []
    for apposition in children_with(token, "appos"):
        if apposition.pos_ == "PROPN" and has_child(apposition, "conj"):
            names += document.referents(apposition)
    are_names = all(mention.is_name for mention in names)
    return names if are_names and len(names) > 1 else []


def _name_beside(token: Token, document: Document) -> Mentions:
    """Return the name beside what is no mention itself: "the other, Ann Lund, left"."""
    if token.pos_ != "NOUN" and token.tag_ != "JJ":
        return []
    beside = document.mentions(children_with(token, "appos"))
    return [mention for mention in beside if mention.is_name][:1]


def _counted_beside(token: Token, document: Document, *groups: Token) -> Mentions:
    """Return all members of a counted group, if they are told beside it.

    An example is "two of them, a girl and her uncle, left": as many as the group counts. The parser
    may hang them on one of the `groups` of which they are ("them"), or coordinate them without an
    "and".
    """
    counts = [token, *children_with(token, "nummod")]
    size = number_of(counts)
    if size < 2:
        return []
    for beside in chain.from_iterable(map(_beside, (token, *groups))):
        members = document.referents(beside)
        if len(members) == size:
            return list(members)
    return []


def _beside(token: Token) -> list[Token]:
    """Return what stands beside a word: its appositions, and what is coordinated by a comma."""
    labels = ("appos",) if has_child(token, "cc") else ("appos", "conj")
    return list(children_with(token, *labels))
