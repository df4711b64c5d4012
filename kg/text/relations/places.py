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
from kg.text.parse import (
    any_label,
    any_word,
    direct_objects,
    governed_by,
    governor_of,
    prepositions_of,
    subjects,
    verb_lemma,
    with_label,
    with_word,
)
from kg.text.relations.choices import is_striking, struck_by, tells_what_happened
from kg.text.relations.times.event_noun_dates import HOLDING, OCCURRING, is_held, takes_place
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
ON_THE_SPOT = word_set("nouns", "on-the-spot")
NEVER_FAR = KINDS_OF_PLACE | {"schema:Product", "schema:Vehicle"}
THERE_REACH = 30  # words between a place and the "there" that means it
NO_INFINITIVE = word_set("labels", "no-infinitive-tag")
BELOW_CLAUSE = word_set("labels", "below-clause")  # between "where" and its verb
MAX_DEPTH = 2  # noun phrases between a verb and its place


def with_place(verb: Token, roles: tuple[Role, ...], document: Document) -> tuple[Role, ...]:
    """Return the roles of a verb, then the places that its sentence gives it."""
    found = [*_beside_adverbs(verb, document), *_where(verb, document)]
    if not found and not _is_placed(roles):
        found = _as_roles(_of_other_clause(verb, document))
    return tuple(dict.fromkeys((*roles, *found)))


def _is_placed(roles: tuple[Role, ...]) -> bool:
    """Return whether a place stands behind some preposition of place or direction."""
    return any(role.name in (*AT_PLACE, *DIRECTIONS) for role in roles)


def with_place_of_noun(
    noun: Token, roles: tuple[Role, ...], document: Document
) -> tuple[Role, ...]:
    """Return the roles of an event noun, then the places of what it is about or is held at."""
    found = list(_of_undergoer(noun, document))
    verb = noun.head
    if not found and verb.pos_ == "VERB" and (takes_place(noun, verb) or is_held(noun, verb)):
        found = _own(verb, document)
    found = found or document.referents_of(struck_by(noun)) or _of_clauses(noun, document)
    return tuple(dict.fromkeys((*roles, *_as_roles(found))))


def _of_clauses(noun: Token, document: Document) -> list[Mention]:
    """Return the places of the clause that tells where a noun is held: "talks to open in Oslo"."""
    found: list[Mention] = []
    for clause in with_label(noun.children, "relcl", "acl"):
        for verb in (clause, *with_label(clause.children, "xcomp")):
            lemma = verb_lemma(verb)
            is_taken = lemma == "take" and any_word(direct_objects(verb), "place")
            if is_taken or lemma in OCCURRING or lemma in HOLDING:
                found += _own(verb, document)
    return found


def _where(verb: Token, document: Document) -> list[Role]:
    """Return the first places that are found, from the surest construction to the least sure."""
    adverbs = with_label(verb.children, "advmod")
    if verb.dep_ == "relcl" and any_word(adverbs, "where"):
        return _as_roles(_antecedents(verb, document))
    there = with_word(adverbs, "there")
    if there:
        return _as_roles(_meant_by_there(there[0], document))
    inside = [*_behind_arguments(verb, document), *_as_roles(_by_compass(verb, document))]
    return inside or _as_roles(_of_main_clause(verb, document))


def _antecedents(clause: Token, document: Document) -> list[Mention]:
    """Return the place that a clause behind "where" is about.

    In "a prison at Vught, where" it is the prison, though "where" stands beside Vught.
    """
    return list(document.referents(_whole_place(clause.head, document)))[:1]


def _whole_place(noun: Token, document: Document) -> Token:
    """Return the noun of a place without a name that lies in another: "a prison at Vught"."""
    outer = governor_of(noun, *AT_PLACE)
    if outer is None or outer.pos_ != "NOUN":
        return noun
    mention = document.mention(outer)
    return noun if mention is None or mention.type not in KINDS_OF_PLACE else outer


def _of_other_clause(verb: Token, document: Document) -> list[Mention]:
    """Return the place that another clause lends a verb without one.

    Of "where she is set to speak", "died when a plane crashed in Oslo", "in Oslo men sang and
    danced", "was found dead in Oslo" and "a blast in Oslo killed ten".
    """
    clause = _relative_clause(verb)
    if clause is not None:
        return _antecedents(clause, document)
    for event in with_label(verb.children, "advcl"):
        if event.i > verb.i and tells_what_happened(event):
            return _nearby(event, document)
    if verb.dep_ == "conj":
        return _fronted(verb, document)
    return _of_result(verb, document) or _of_subject(verb, document)


def _nearby(verb: Token, document: Document) -> list[Mention]:
    """Return the places where a verb ends up, or that it strikes."""
    nouns = _nouns_behind(verb, *AT_PLACE, "into", "through")
    if is_striking(verb):
        nouns += direct_objects(verb)
    return document.referents_of(nouns)


def _of_result(verb: Token, document: Document) -> list[Mention]:
    """Return the places behind what something turns out to be: "found dead in Oslo"."""
    found: list[Mention] = []
    for result in with_label(verb.children, "xcomp", "oprd", "acomp"):
        if result.tag_ in NO_INFINITIVE and not any_label(result.children, "aux"):
            found += _own(result, document)
    return found


def _of_subject(verb: Token, document: Document) -> list[Mention]:
    """Return the places of a subject that is where it acts: "a blast in Oslo killed ten"."""
    found: list[Mention] = []
    for noun in subjects(verb):
        if noun.pos_ == "NOUN" and _is_there(noun, document):
            found += document.referents_of(_nouns_behind(noun, *AT_PLACE))
    return found


def _is_there(noun: Token, document: Document) -> bool:
    """Return whether a noun is no body or person that acts from afar, as an envoy may."""
    if noun.lemma_.lower() in ON_THE_SPOT:
        return True
    mention = document.mention(noun)
    return mention is None or mention.type in NEVER_FAR


def _relative_clause(verb: Token) -> Token | None:
    """Return the clause behind "where" that a verb stands in, if it is not its own verb."""
    is_where = any_word(with_label(verb.children, "advmod"), "where")
    clause = verb
    while clause.dep_ in BELOW_CLAUSE:
        clause = clause.head
        is_where = is_where or any_word(with_label(clause.children, "advmod"), "where")
    return clause if is_where and clause != verb and clause.dep_ == "relcl" else None


def _fronted(verb: Token, document: Document) -> list[Mention]:
    """Return the places before the first of some coordinated verbs that share a subject."""
    first = verb.head
    if subjects(verb) or first.pos_ != "VERB":
        return []
    fronted = [noun for noun in _nouns_behind(first, *AT_PLACE) if noun.i < first.i]
    return document.referents_of(fronted)


def _meant_by_there(there: Token, document: Document) -> list[Mention]:
    """Return the last place before "there", if it is near."""
    before = document.doc[max(0, there.i - THERE_REACH) : there.i]
    found = (document.mention(token) for token in reversed(list(before)))
    return [m for m in found if m is not None and m.type in KINDS_OF_PLACE][:1]


def _by_compass(verb: Token, document: Document) -> list[Mention]:
    """Return the place that distance and direction are counted from: "40 km north of Oslo".

    None of "at an airport north of Oslo", where the airport is the place.
    """
    if _own(verb, document):
        return []
    nouns: list[Token] = []
    for point in with_label(verb.children, "advmod", "npadvmod"):
        if point.lower_ in COMPASS:
            nouns += _nouns_behind(point, "of")
    return document.referents_of(nouns)[:1]


def _as_roles(places: list[Mention]) -> list[Role]:
    return [Role("where", place) for place in places]


def _beside_adverbs(verb: Token, document: Document) -> Iterator[Role]:
    """Yield what stands behind an adverb of direction: "flew back to Oslo"."""
    for adverb in with_label(verb.children, "advmod"):
        for prep in prepositions_of(adverb):
            for name, token in prepositional(prep):
                for mention in document.referents(token):
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

    What lies around a noun that is itself a place only stands by, for a mention without a node.
    """
    if noun.lemma_.lower() in NARROWER and document.referent(noun) is None:
        return []
    names = (*AT_PLACE, "of") if _is_part(noun, document) else AT_PLACE
    nouns = _nouns_behind(noun, *names)
    found = document.referents_of(nouns)
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
    if verb.dep_ == "conj":
        return _of_main_clause(main, document) if main.dep_ == "advcl" else []
    follows = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > main.i
    return _nearby(main, document) if follows else []


def _own(verb: Token, document: Document) -> list[Mention]:
    """Return the places behind the prepositions of a verb."""
    return document.referents_of(_nouns_behind(verb, *AT_PLACE))


def _of_undergoer(noun: Token, document: Document) -> Iterator[Mention]:
    """Yield the places of what an event noun is about: "the death of a miner in Oslo"."""
    for inner in _nouns_behind(noun, "of"):
        yield from _inside(inner, document, 1)


def _nouns_behind(token: Token, *names: str) -> list[Token]:
    """Return the nouns behind some prepositions of a word."""
    return list(chain.from_iterable(map(governed_by, prepositions_of(token, *names))))
