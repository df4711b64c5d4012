"""Who belongs to whom in a family, where the grammar alone does not show it.

"three children, Max, Tom and Lisa" (the names after a word of kinship) · "his wife, Ann, and their son" (the couple that "their"
means) · "she has a daughter" (whose daughter).
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.syntax.arguments import OBJECTS
from kg.text.syntax.document import Document
from kg.text.syntax.subjects import implicit_subjects
from kg.trace import stopped

PARTNERS = word_set("nouns", "kin-partner")
CHILDREN = word_set("nouns", "kin-child")
PARENTS_AND_SIBLINGS = word_set("nouns", "kin-parent-or-sibling")
KIN = CHILDREN | PARTNERS | PARENTS_AND_SIBLINGS
PLURAL = ("NNS", "NNPS")
HAVING = word_set("verbs", "having-children")
PERSON = "schema:Person"
OPENING = re.compile(
    r"\s*(?:[,:–—-]|\()?\s+|\s*\(\s*|\s*[:–—-]\s*"
)  # between a word of kinship and the first name
BETWEEN = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:\s*,\s*\d{1,2})?\s*(?:,?\s+(?:and|&)\s+|,\s*)"
)  # between two names
CLOSED = re.compile(r"\s*(?:[,.;:)(–—]|and\b|who\b|$)")  # after a single name that stands apart


def is_kin(noun: Token) -> bool:
    """True for a word of close kinship."""
    return noun.lemma_.lower() in KIN


def named_kin(noun: Token, document: Document) -> tuple[Mention, ...]:
    """The names that a word of kinship introduces: several after a plural, one after a singular; empty where there are none."""
    people = _following(noun, document)
    if noun.tag_ in PLURAL:
        return tuple(people)
    return tuple(people[:1])


def _following(noun: Token, document: Document) -> list[Mention]:
    """The names of people that follow in the text with nothing but commas and "and" between them."""
    text, found = document.article.text, list[Mention]()
    opening = OPENING.match(text, noun.idx + len(noun))
    at = opening.end() if opening else -1
    names = {
        m.passage.start: m for m in document.mention_at.values() if m.is_name and m.type == PERSON
    }
    while at in names:
        found.append(names[at])
        link = BETWEEN.match(text, found[-1].passage.end)
        at = link.end() if link else -1
    apart = opening is not None and opening[0].strip() != ""
    closed = bool(found) and CLOSED.match(text, found[0].passage.end) is not None
    if not found:
        stopped("kin-names", noun, "no name of a person follows “{}”", noun)
    elif apart and not closed:
        stopped("kin-names", noun, "“{}” begins something else than an apposition", found[0])
    return found if not apart or closed else []


def owners(noun: Token, document: Document) -> Iterator[Mention]:
    """Whose kin it is, beyond possessors: the couple that "their" means, or the subject of "has"."""
    yield from _second_parent(noun, document)
    possessor = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    first = (
        noun.head if noun.dep_ == "conj" and is_kin(noun.head) else noun
    )  # "a son and two daughters"
    if possessor is not None and possessor.lower_ == "their":
        yield from _couple(noun, document)
    elif possessor is None and first.dep_ in OBJECTS and first.head.lemma_ in HAVING:
        yield from (m for token in implicit_subjects(first.head) for m in document.things(token))


def _second_parent(noun: Token, document: Document) -> Iterator[Mention]:
    """The second of "the son of Ann Bolt and Bo Coil" where the parser takes it for another son."""
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    for child in noun.children:
        mention = document.mention(child) if child.dep_ == "conj" else None
        if of is not None and mention is not None and mention.is_name and child.i > of.i:
            yield mention


def _couple(noun: Token, document: Document) -> Iterator[Mention]:
    """The nearest partner before "their" in the sentence, and whose partner it is."""
    for word in reversed([token for token in noun.sent if token.i < noun.left_edge.i]):
        mine = next((child for child in word.lefts if child.dep_ == "poss"), None)
        if word.lemma_.lower() in PARTNERS and mine is not None:
            yield from document.things(mine)
            yield from named_kin(word, document) or document.things(word)[:1]
            return
