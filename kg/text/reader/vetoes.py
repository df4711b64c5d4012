"""Objections of grammar to a prediction of the network, by cause.

The network sees that two names stand in one sentence; the tree shows what happens between them: who
only meets an organisation does not work for it, and "British" in "British officials met Ada Lund"
is the officials'.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Chain, Kind, Mention
from kg.text.parse import governor_of
from kg.text.parse.labels import (
    NOUN_AND_ADJECTIVE_CLAUSES,
    NOUN_SUBJECTS,
    NOUNS,
    PREDICATES,
    PREMODIFIERS_AND_OWNERS,
)
from kg.text.reader.between import objection_of_people
from kg.text.reader.candidates import Candidate
from kg.text.reader.entity_types import EntityType, entity_type_of
from kg.text.reader.posts import POSTS
from kg.text.reader.relations import Known
from kg.text.reader.scores import Prediction
from kg.text.syntax import Document

BELONGING = POSTS | {Known.NATIONALITY}
DEALINGS = word_set("verbs", "dealing")
ORIGINS = word_set("adjectives", "origin-before-noun")
SITES = word_set("function_words", "reader-site")
FIRST_PERSON = word_set("pronouns", "reader-first-person")
QUOTATION_MARKS = re.compile(r"[\"“”„]")
SAME_THING = PREMODIFIERS_AND_OWNERS | {"appos"}
PREDICATE_LINKS = PREDICATES | {"pobj"}
SURER_THAN_TREE = 0.93  # from which probability on the network is believed against the parser


def veto(
    prediction: Prediction, path: Sequence[Token], chains: Sequence[Chain], document: Document
) -> str:
    """Return what speaks against a prediction, in words; empty if nothing does.

    `path` are the tokens between the heads of the two mentions in the tree.
    """
    subject, value = (_type_now(end, chains) for end in prediction.ends)
    if not prediction.relation.admits(subject, value):
        return "their classes do not fit the relation"
    text = document.article.text
    if any(is_unknown_speaker(end, chains, text) for end in prediction.ends):
        return "“I” is somebody in a quotation whose speaker is not known"
    if _is_misplaced(prediction, document):
        return "the country belongs to another noun"
    if only_deals(prediction, path):
        return "the verb between them only says that they deal with each other"
    if only_stays(prediction, document):
        return "the country is only where somebody is or goes"
    if seats_another(prediction, document):
        return "another organisation is based there"
    if lies_elsewhere(prediction):
        return "the place lies in another country"
    return objection_of_people(prediction, path, document)


def _type_now(candidate: Candidate, chains: Sequence[Chain]) -> EntityType:
    """Return the entity type of a mention by the class that its chain has now."""
    if candidate.chain < 0:
        return candidate.entity_type
    return entity_type_of(candidate.mention, chains[candidate.chain].type)


def only_deals(prediction: Prediction, path: Iterable[Token]) -> bool:
    """Return whether the two of a post or a nationality only deal with each other.

    So they do in "Ada Lund met the board of Acme".
    """
    if prediction.relation.name not in BELONGING:
        return False
    verbs = [token for token in path if token.pos_ == "VERB"]
    return any(verb.lemma_ in DEALINGS for verb in verbs)


def only_stays(prediction: Prediction, document: Document) -> bool:
    """Return whether the country of a nationality is only where somebody is or goes.

    So it is in "in Norway, the minister …", and in "the Norwegian-born minister".
    """
    if prediction.relation.name != Known.NATIONALITY:
        return False
    country = document.head(prediction.object.mention)
    if country.head.lower_ in ORIGINS:
        return True
    return country.dep_ == "pobj" and country.head.lower_ in SITES


def seats_another(prediction: Prediction, document: Document) -> bool:
    """Return whether "the Oslo-based Acme" gives a place to another organisation."""
    if prediction.relation.name != Known.HEADQUARTERS:
        return False
    based = document.head(prediction.object.mention).head
    if based.lower_ != "based" or based.dep_ not in NOUN_AND_ADJECTIVE_CLAUSES:
        return False
    return not _is_inside(based.head, prediction.subject.mention)


def is_unknown_speaker(end: Candidate, chains: Sequence[Chain], text: str) -> bool:
    """Return whether an end is an "I" in quotation marks whose speaker is not known.

    `text` is the article's.
    """
    mention = end.mention
    if end.chain < 0 or mention.kind is not Kind.PRONOUN:
        return False
    if mention.text.lower() not in FIRST_PERSON or chains[end.chain].name:
        return False
    offset = mention.passage.start
    start_of_line = text.rfind("\n", 0, offset) + 1
    marks = QUOTATION_MARKS.findall(text, start_of_line, offset)
    return len(marks) % 2 == 1


def lies_elsewhere(prediction: Prediction) -> bool:
    """Return whether a place of the gazetteer's lies in another country.

    All places of its name must.
    """
    country = prediction.object.mention.country
    if prediction.relation.name != Known.CONTAINMENT or not country:
        return False
    places = gazetteer.places(prediction.subject.mention.text)
    is_there = any(country in place.countries for place in places)
    return bool(places) and not is_there


def _is_misplaced(prediction: Prediction, document: Document) -> bool:
    """Return whether an end is a country that the tree gives to another noun.

    The network is believed if it is surer than the tree.
    """
    if prediction.probability >= SURER_THAN_TREE:
        return False
    first, second = prediction.ends
    return _is_taken(first, second, document) or _is_taken(second, first, document)


def _is_taken(country: Candidate, other: Candidate, document: Document) -> bool:
    """Return whether a candidate is a country that belongs to another noun than the other one."""
    if not is_country_of_other(country, other):
        return False
    head = document.head(country.mention)
    owner = document.head(other.mention)
    return belongs_to_another(head, owner, other.mention)


def belongs_to_another(country: Token, owner: Token, other: Mention) -> bool:
    """Return whether a country modifies a noun that neither is another mention nor describes it.

    `owner` is the head token of the other mention. A country that modifies no noun ("in Norway")
    belongs to none.
    """
    nouns = _nouns_of_country(country)
    if not nouns or _is_inside(country, other):
        return False
    beside_owner = {owner, *_above(owner)}
    for noun in nouns:
        if noun in beside_owner or _is_inside(noun, other):
            return False
        if _is_predicated_of(noun, owner):
            return False
    return True


def _nouns_of_country(country: Token) -> list[Token]:
    """Return the nouns that a country belongs to, nearest first; empty if it modifies none."""
    if country.dep_ in PREMODIFIERS_AND_OWNERS:
        return _above(country)
    noun = governor_of(country, "of")
    if noun is None or noun.pos_ not in NOUNS:
        return []
    return [noun, *_above(noun)]


def is_country_of_other(candidate: Candidate, other: Candidate) -> bool:
    """Return whether the first is a country and the second is none.

    Only then the noun between them decides.
    """
    country = EntityType.COUNTRY
    return candidate.entity_type is country and other.entity_type is not country


def _above(token: Token) -> list[Token]:
    """Return the nouns that a token modifies or stands beside, nearest first."""
    nouns = []
    while token.dep_ in SAME_THING and token.head != token:
        token = token.head
        nouns.append(token)
    return nouns


def _is_inside(token: Token, mention: Mention) -> bool:
    """Return whether a token starts inside a mention."""
    return mention.passage.start <= token.idx < mention.passage.end


def _is_predicated_of(noun: Token, owner: Token) -> bool:
    """Return whether a noun is the predicate of its owner: "Ada Lund is a Norwegian painter"."""
    if noun.dep_ not in PREDICATE_LINKS or owner.dep_ not in NOUN_SUBJECTS:
        return False
    return owner.head in noun.ancestors
