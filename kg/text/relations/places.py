"""Places of clauses and event nouns that stand deeper in the sentence.

"sung to a crowd in Oslo", "shot by guards outside a bank", "Bergen, where he was arrested", "flew
back to Oslo", "the talks were held in Oslo", "a bus crashed near Oslo, killing ten". Such a place
fills the role `where`, or `where to` and `where from` behind a word of direction, so that no other
pattern takes it for an argument of the verb.
"""

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set, word_values
from kg.model import Mention, Role
from kg.text.parse import any_word, governed_by, prepositions_of, with_label, with_word
from kg.text.relations.times.occasions import is_held, takes_place
from kg.text.syntax import Document, prepositional

AT_PLACE = word_set("function_words", "place-of-event")
THROUGH = word_set("function_words", "leads-to-place-of-event")
DIRECTIONS = word_values("function_words", "direction-of-place")
NARROWER = word_set("nouns", "narrower-place")
PARTS = word_set("nouns", "part-of-place")
COMPASS = word_set("function_words", "compass-point")
KINDS_OF_PLACE = frozenset(
    {
        "schema:Airport",
        "schema:City",
        "schema:Country",
        "schema:LandmarksOrHistoricalBuildings",
        "schema:Place",
        "schema:State",
        "kg:Region",
    }
)
THERE_REACH = 30  # words between a place and the "there" that means it
MAX_DEPTH = 2  # noun phrases between a verb and its place


def with_place(verb: Token, roles: tuple[Role, ...], document: Document) -> tuple[Role, ...]:
    """Return the roles of a verb, then the places that its sentence gives it."""
    found = (*_beside_adverbs(verb, document), *_where(verb, document))
    return tuple(dict.fromkeys((*roles, *found)))


def with_place_of_noun(
    noun: Token, roles: tuple[Role, ...], document: Document
) -> tuple[Role, ...]:
    """Return the roles of an event noun, then the places of what it is about or is held at."""
    found = list(_of_undergoer(noun, document))
    verb = noun.head
    if not found and verb.pos_ == "VERB" and (takes_place(noun, verb) or is_held(noun, verb)):
        found = _own(verb, document)
    return tuple(dict.fromkeys((*roles, *_as_roles(found))))


def _where(verb: Token, document: Document) -> list[Role]:
    """Return the first places that are found, from the surest construction to the least sure."""
    adverbs = with_label(verb.children, "advmod")
    if verb.dep_ == "relcl" and any_word(adverbs, "where"):
        return _as_roles(list(document.things(verb.head))[:1])
    there = with_word(adverbs, "there")
    if there:
        return _as_roles(_meant_by_there(there[0], document))
    inside = [*_behind_arguments(verb, document), *_as_roles(_by_compass(verb, document))]
    return inside or _as_roles(_of_main_clause(verb, document))


def _meant_by_there(there: Token, document: Document) -> list[Mention]:
    """Return the last place before "there", if it is near."""
    before = document.doc[max(0, there.i - THERE_REACH) : there.i]
    found = (document.mention(token) for token in reversed(list(before)))
    return [m for m in found if m is not None and m.type in KINDS_OF_PLACE][:1]


def _by_compass(verb: Token, document: Document) -> list[Mention]:
    """Return the place that distance and direction are counted from: "40 km north of Oslo"."""
    nouns: list[Token] = []
    for point in with_label(verb.children, "advmod", "npadvmod"):
        if point.lower_ in COMPASS:
            nouns += _nouns_behind(point, "of")
    return document.things_of(nouns)[:1]


def _as_roles(places: list[Mention]) -> list[Role]:
    return [Role("where", place) for place in places]


def _beside_adverbs(verb: Token, document: Document) -> Iterator[Role]:
    """Yield what stands behind an adverb of direction: "flew back to Oslo"."""
    for adverb in with_label(verb.children, "advmod"):
        for prep in prepositions_of(adverb):
            for name, token in prepositional(prep):
                for mention in document.things(token):
                    yield Role(name, mention)


def _behind_arguments(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the places inside the noun phrases behind the prepositions of a verb."""
    for prep in with_label(verb.children, "prep", "agent"):
        if prep.lower_ not in THROUGH or prep.i < verb.i:
            continue
        name = DIRECTIONS.get(prep.lower_, "where")
        for noun in governed_by(prep):
            for place in _inside(noun, document, MAX_DEPTH):
                yield Role(name, place)


def _inside(noun: Token, document: Document, depth: int) -> list[Mention]:
    """Return the places in a noun phrase, the nearest that are mentions.

    None if the noun is itself a place: that would be where it happened, and not what lies around.
    """
    if noun.lemma_.lower() in NARROWER:
        return []
    names = (*AT_PLACE, "of") if _is_part(noun, document) else AT_PLACE
    nouns = _nouns_behind(noun, *names)
    found = document.things_of(nouns)
    if found or depth == 1:
        return found
    for inner in nouns:
        found += _inside(inner, document, depth - 1)
    return found


def _is_part(noun: Token, document: Document) -> bool:
    """Return whether a noun is a part of the place that follows: "the streets of Oslo"."""
    if noun.lemma_.lower() not in PARTS:
        return False
    mention = document.mention(noun)
    return mention is None or not mention.is_name


def _of_main_clause(verb: Token, document: Document) -> list[Mention]:
    """Return the places of the clause that a participle follows: "crashed in Oslo, killing"."""
    main = verb.head
    follows = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > main.i
    return _own(main, document) if follows else []


def _own(verb: Token, document: Document) -> list[Mention]:
    """Return the places behind the prepositions of a verb."""
    return document.things_of(_nouns_behind(verb, *AT_PLACE))


def _of_undergoer(noun: Token, document: Document) -> Iterator[Mention]:
    """Yield the places of what an event noun is about: "the death of a miner in Oslo"."""
    for inner in _nouns_behind(noun, "of"):
        yield from _inside(inner, document, 1)


def _nouns_behind(token: Token, *names: str) -> list[Token]:
    """Return the nouns behind some prepositions of a word."""
    return list(chain.from_iterable(map(governed_by, prepositions_of(token, *names))))
