"""Kin: the relations in a family that the grammar alone does not show.

"three children, Max, Tom and Lisa" (the names after a word of kinship) · "his wife, Ann, and their
son" (the couple that "their" means) · "she has a daughter" (whose daughter).
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Mention
from kg.text.parse import children_with, first_child, is_object, possessor
from kg.text.parse.labels import PLURALS
from kg.text.syntax.document import Document, Mentions
from kg.text.syntax.subjects import implicit_subjects
from kg.trace import stopped

PARTNERS = word_set("nouns", "kin-partner")
CHILDREN = word_set("nouns", "kin-child")
PARENTS_AND_SIBLINGS = word_set("nouns", "kin-parent-or-sibling")
KIN = CHILDREN | PARTNERS | PARENTS_AND_SIBLINGS
HAVING = word_set("verbs", "having-children")
PERSON = "schema:Person"
# Between a word of kinship and the first name.
OPENING = re.compile(r"\s*(?:[,:–—-]|\()?\s+|\s*\(\s*|\s*[:–—-]\s*")
# Between two names, with an age or a remark in brackets after the first.
REMARK = r"(?:\s*\([^()]{1,20}\))?(?:\s*,\s*\d{1,2})?"
AND = "|".join(word_list("function_words", "between-names-of-kin"))
BETWEEN = re.compile(rf"{REMARK}\s*(?:,?\s+(?:{AND})\s+|,\s*)")
# After a single name that stands apart.
CLOSING_WORDS = "|".join(word_list("function_words", "closing-apposition-of-kin"))
CLOSED = re.compile(rf"\s*(?:[,.;:)(–—]|(?:{CLOSING_WORDS})\b|$)")


def is_kin(noun: Token) -> bool:
    """Return whether a noun is a word of close kinship."""
    return noun.lemma_.lower() in KIN


def named_kin(noun: Token, document: Document) -> tuple[Mention, ...]:
    """Return the names that a word of kinship introduces; empty if there are none.

    They are several after a plural, one after a singular.
    """
    people = _following(noun, document)
    if noun.tag_ not in PLURALS:
        people = people[:1]
    return tuple(people)


def _following(noun: Token, document: Document) -> Mentions:
    """Return the names of people that follow a word of kinship in the text.

    Nothing but commas and "and" stands between them. They may stand right behind the word, or apart
    from it as an apposition, which has to end behind the first name.
    """
    text = document.article.text
    end = noun.idx + len(noun)
    opening = OPENING.match(text, end)
    people = _listed(opening.end(), document) if opening is not None else []
    if opening is None or not people:
        stopped("kin-names", noun, "no name of a person follows “{}”", noun)
        return []
    first = people[0]
    is_apart = bool(opening[0].strip())
    is_closed = CLOSED.match(text, first.passage.end) is not None
    if is_apart and not is_closed:
        stopped("kin-names", noun, "“{}” begins something else than an apposition", first)
        return []
    return people


def _listed(start: int, document: Document) -> Mentions:
    """Return the names of people in the list that starts at an offset."""
    person_at = _named_people(document)
    people: list[Mention] = []
    while start in person_at:
        person = person_at[start]
        people.append(person)
        link = BETWEEN.match(document.article.text, person.passage.end)
        if link is None:
            break
        start = link.end()
    return people


def _named_people(document: Document) -> dict[int, Mention]:
    """Return the names of people by the offset at which each starts."""
    mentions = document.mention_at.values()
    people = [mention for mention in mentions if mention.type == PERSON]
    return {person.passage.start: person for person in people if person.is_name}


def owners(noun: Token, document: Document) -> Iterator[Mention]:
    """Yield whose kin it is, beyond possessors.

    These are the couple that "their" means, or the subject of "has".
    """
    yield from _second_parent(noun, document)
    owner = possessor(noun)
    if owner is None:
        yield from _parents(noun, document)
    elif owner.lower_ == "their":
        yield from _couple(noun, document)


def _parents(noun: Token, document: Document) -> Iterator[Mention]:
    """Yield who has children: the subject of "has" in "she has a son and two daughters"."""
    is_second = noun.dep_ == "conj" and is_kin(noun.head)
    first = noun.head if is_second else noun
    verb = first.head
    if is_object(first) and verb.lemma_ in HAVING:
        parents = implicit_subjects(verb)
        yield from document.referents_of(parents)


def _second_parent(noun: Token, document: Document) -> Iterator[Mention]:
    """Yield the second of "the son of Ann Bolt and Bo Coil", if it is parsed as another son."""
    of = first_child(noun, words={"of"})
    if of is None:
        return
    for child in children_with(noun, "conj"):
        mention = document.mention(child)
        if mention is None or child.i < of.i:
            continue
        if mention.is_name:
            yield mention


def _couple(noun: Token, document: Document) -> Iterator[Mention]:
    """Yield the nearest partner before "their" in the sentence, and whose partner it is."""
    start = noun.sent.start
    end = noun.left_edge.i
    for word in reversed(noun.doc[start:end]):
        if word.lemma_.lower() not in PARTNERS:
            continue
        owner = possessor(word)
        if owner is not None:
            yield from document.referents(owner)
            yield from named_kin(word, document) or document.referents(word)[:1]
            return
