"""What grammar says against what the network saw: who only meets an organisation does not work for it.

The network sees that two names stand in one sentence; the tree tells what happens between them.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Chain, Kind
from kg.text.reader.candidates import Candidate
from kg.text.reader.posts import POSTS
from kg.text.reader.scores import Prediction
from kg.text.syntax import Document

BELONGING = POSTS | {"nationality"}
# What people do to, or with, organisations and countries that are not their own.
DEALINGS = word_set("verbs", "dealing")
WHERE = word_set("function_words", "reader-site")
MARKS = re.compile(r"[\"“”„]")
FIRST_PERSON = word_set("pronouns", "reader-first-person")


def is_dealing(found: Prediction, way: Sequence[Token]) -> bool:
    """True for a post or a nationality where the two only deal with each other: "Ada Lund met the board of Acme"."""
    return found.relation.name in BELONGING and any(
        token.pos_ == "VERB" and token.lemma_ in DEALINGS for token in way
    )


def is_stay(found: Prediction, document: Document) -> bool:
    """True for a nationality of somebody who is, or goes, somewhere: "in Norway, the minister …"."""
    country = document.head(found.object.mention)
    return (
        found.relation.name == "nationality"
        and country.dep_ == "pobj"
        and country.head.lower_ in WHERE
    )


def is_seat_of_another(found: Prediction, document: Document) -> bool:
    """True for the place of "the Oslo-based Acme" where the organisation is another than Acme."""
    place, owner = document.head(found.object.mention), found.subject.mention
    based = place.head if place.head.lower_ == "based" else None
    if found.relation.name != "headquarters" or based is None or based.dep_ not in ("amod", "acl"):
        return False
    return not owner.passage.start <= based.head.idx < owner.passage.end


def is_parent(found: Prediction, way: Sequence[Token]) -> bool:
    """True where the network took a parent company for the subsidiary: "Acme, the parent company of Bolt"."""
    if found.relation.name != "subsidiary":
        return False
    nouns = [
        noun
        for noun in way
        if noun.lower_ == "parent" or any(left.lower_ == "parent" for left in noun.lefts)
    ]
    child = found.object.mention.passage
    return any(child.start <= owner.idx < child.end for noun in nouns for owner in _owners(noun))


def _owners(noun: Token) -> Iterable[Token]:
    """What a noun is "of", with the names that stand in apposition to it."""
    for child in noun.children:
        held = (
            [child]
            if child.dep_ == "poss"
            else [value for value in child.children if child.lower_ == "of"]
        )
        for token in held:
            yield from (token, *(other for other in token.subtree if other.dep_ == "appos"))


def is_nobody(end: Candidate, chains: Sequence[Chain], text: str) -> bool:
    """True for an "I" in quotation marks whose speaker is not known; `text` is the article's."""
    if (
        end.mention.kind is not Kind.PRONOUN
        or end.mention.text.lower() not in FIRST_PERSON
        or chains[end.chain].name
    ):
        return False
    start = text.rfind("\n", 0, end.mention.passage.start) + 1
    return len(MARKS.findall(text[start : end.mention.passage.start])) % 2 == 1


def is_elsewhere(found: Prediction) -> bool:
    """True for a place of the gazetteer's that lies in another country, whatever places have its name."""
    country = found.object.mention.country
    places = (
        gazetteer.places(found.subject.mention.text)
        if found.relation.name == "containment" and country
        else ()
    )
    return bool(places) and not any(country in place.countries for place in places)
