"""Holders: who a noun is said of, given the word that it stands beside or depends on."""

from spacy.tokens import Token

from kg.model import Mention
from kg.text.parse import (
    any_label,
    clause_of,
    conjunction_root,
    conjuncts,
    direct_objects,
    is_object,
    neighbour,
    possessors,
)
from kg.text.parse.labels import PLURALS
from kg.text.relations.choices import names_among, unique
from kg.text.syntax import Document, implicit_subjects, is_kin
from kg.vocabulary import PEOPLE

PERSON = "schema:Person"
PEOPLE_OR_UNKNOWN = PEOPLE | {""}
Holders = tuple[Mention, ...]


def explained(first: Token, noun: Token, document: Document) -> Holders:
    """Return who an apposition is about; kin is about people.

    "He was born in Oslo, the son of a miner" is about him, not about Oslo.
    """
    holder = document.referent(first.head)
    if is_kin(noun) and not _may_be_people(holder):
        return subjects_of(clause_of(first.head), document)
    if holder is None:
        return ()
    if not holder.is_name:
        return (holder,)
    nearest = _named_right_before(first, document)
    if nearest is not None and holder.type == PERSON and first.tag_ not in PLURALS:
        return (nearest,)
    return _of_coordination(first, document) or (holder,)


def _named_right_before(first: Token, document: Document) -> Mention | None:
    """Return the name of a person right before the comma before a description."""
    comma = neighbour(first.left_edge, -1)
    if comma is None or comma.text != ",":
        return None
    for mention in document.mention_at.values():
        if mention.is_name and mention.type == PERSON and mention.passage.end == comma.idx:
            return mention
    return None


def _of_coordination(first: Token, document: Document) -> Holders:
    """Return which of some coordinated names an apposition behind them is about.

    All, if it is a plural: "Ann Bolt and Bo Coil, both teachers"; else the last one before it.
    """
    family = list(conjuncts(conjunction_root(first.head)))
    names = names_among(document.mentions(family))
    if first.tag_ in PLURALS:
        return tuple(names)
    before = [name for name in names if name.head < first.idx]
    return tuple(before[-1:])


def _may_be_people(holder: Mention | None) -> bool:
    return holder is not None and holder.type in PEOPLE_OR_UNKNOWN


def holders_of_post(post: Token, document: Document) -> Holders:
    """Return whose post it is: the possessor, else the subject of the verb with it as object."""
    owners = document.referents_of(possessors(post))
    if owners or not is_object(post):
        return tuple(owners)
    return subjects_of(post.head, document)


def subjects_of(verb: Token, document: Document) -> Holders:
    """Return the mentions that are the subject of a verb, implicit ones included."""
    things = document.referents_of(implicit_subjects(verb))
    return tuple(unique(things))


def undergoers(verb: Token, noun: Token, document: Document) -> Holders:
    """Return who is named: the object of an active verb, the subject of a passive one."""
    if verb.dep_ == "acl" or any_label(verb.children, "auxpass", "nsubjpass"):
        return subjects_of(verb, document)
    others = [child for child in direct_objects(verb) if child != noun]
    things = document.referents_of(others)
    return tuple(unique(things))
