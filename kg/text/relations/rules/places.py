"""Claims of where things are, said without a verb.

Examples are "Oslo, Norway", "Oslo-based Acme", "the embassy in Paris" and "Ann Bolt, of Oslo".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Mention
from kg.text.parse import (
    any_label,
    any_word,
    governor_of,
    with_label,
    word_before,
)
from kg.text.parse.labels import (
    COMPOUNDS,
    NOUN_AND_ADJECTIVE_CLAUSES,
    NOUNS,
    PREMODIFIERS_AND_OWNERS,
)
from kg.text.relations.choices import of_type, text_between
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import Document, mentions_after
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PLACES

BASED = word_set("adjectives", "based-in")
HEADS = word_set("nouns", "head-of-state")
FORMERLY = word_set("adverbs", "past-before-an-office")
BORN = word_set("adjectives", "born-in")
AFFILIATION_PREPOSITIONS = word_set("function_words", "of-organisation")
ORIGIN_PREPOSITIONS = word_set("function_words", "of-home")
LOCATING = "|".join(word_list("function_words", "before-place-with-wider"))
LOCATED = re.compile(rf"\b(?:{LOCATING})\s*$")
JOINING = "|".join(word_list("function_words", "joins-list"))
LISTED = re.compile(rf",? (?:{JOINING})\b|, [A-Z]")
COMMA = re.compile(r",\s?|\s,")
OPPOSING = word_set("function_words", "before-other-side")
HYPHENS = frozenset("-–")
REACH = 6  # characters before a place in which a preposition or "and" may stand
PERSON, COUNTRY, STATE = "schema:Person", "schema:Country", "schema:State"
NARROW = PLACES - {COUNTRY}
WIDE = frozenset({COUNTRY, "schema:State", "kg:Region"})
PARTY = "kg:PoliticalParty"
BUSINESSES = frozenset({"schema:Corporation", "schema:Organization"})
JOINED = frozenset({"schema:SportsTeam", "kg:PoliticalParty", "kg:ArmedGroup"})


def place_claims(mention: Mention, document: Document) -> Claims:
    """Yield where a mention is by the words at it.

    Examples are "Oslo-based Acme", "the embassy in Paris" and "Ann Bolt of Oslo"; "the port of
    Oslo" is left to the noun claims.
    """
    head = document.head(mention)
    for child in head.children:
        if child.dep_ == "prep" and child.i > head.i:
            yield from _after_preposition(mention, child, document)
    for child in _lefts(head):
        if child.dep_ in NOUN_AND_ADJECTIVE_CLAUSES:
            yield from _of_participle(mention, child, document)


def _lefts(head: Token) -> Iterator[Token]:
    """Yield what stands before a noun, then what stands before the titles before it."""
    yield from head.children
    for title in with_label(head.lefts, *COMPOUNDS):
        yield from title.lefts


def _of_participle(mention: Mention, participle: Token, document: Document) -> Claims:
    """Yield the seat, home or birthplace at a participle: "Oslo-based", "Oslo-born"."""
    word = participle.lower_
    if word in BASED:
        yield from _based(mention, participle, document)
    elif word in BORN and mention.type == PERSON and participle.i < document.head(mention).i:
        for place in of_type(document.mentions(participle.children), PLACES):
            yield relation_claim("schema:birthPlace", mention, place, "born-in", document)


def _based(mention: Mention, based: Token, document: Document) -> Claims:
    """Yield the seat or home of a mention: "Oslo-based Acme"."""
    relation = _relation_to_seat(mention)
    for token in based.children:
        place = document.mention(token)
        if place is None or place.type not in PLACES:
            stopped("based-in", mention, "“{}”, beside “{}”, is no place", token, based)
        elif relation is None:
            stopped("based-in", mention, "“{}” is neither an organisation nor a person", mention)
        else:
            yield relation_claim(relation, mention, place, "based-in", document)


def _relation_to_seat(mention: Mention) -> str | None:
    """Return the relation of something to its seat or home; None if it has neither."""
    if mention.type in ORGANIZATIONS:
        return "schema:location"
    if mention.type == PERSON:
        return "schema:homeLocation"
    return None


def _after_preposition(mention: Mention, prep: Token, document: Document) -> Claims:
    """Yield the place or organisation behind a name and a preposition.

    An organisation is "in" a place, a person "of" it, a place "in" a wider one.
    """
    things = mentions_after(prep, document)
    if _is_named_person(mention):
        is_over = any_word(prep.lefts, *FORMERLY) or word_before(prep) in FORMERLY
        for thing in things:
            for claim in _of_person(mention, prep, thing, document):
                yield replace(claim, ended=is_over)
    elif prep.lower_ == "in":
        for place in of_type(things, PLACES):
            yield from _in_place(mention, place, document)


def _is_named_person(mention: Mention) -> bool:
    return mention.type == PERSON and mention.is_name


def _is_office(person: Mention, place: Mention) -> bool:
    """Return whether a title is an office in a place: "Governor Ann Bolt of Ohio"."""
    if place.type == COUNTRY:
        return person.title.lower() in HEADS
    return bool(person.title) and place.type == STATE


def _of_person(person: Mention, prep: Token, place: Mention, document: Document) -> Claims:
    """Yield what a named person is "of": an organisation, a country or a home."""
    word = prep.lower_
    if word in AFFILIATION_PREPOSITIONS:
        yield from _affiliation(person, place, "person-of-organisation", document)
    if word not in ORIGIN_PREPOSITIONS or place.type not in PLACES:
        return
    is_country = place.type == COUNTRY
    if _is_office(person, place):
        stopped("person-of-place", prep, "“{}” is an office in “{}”", person.title, place)
        return
    relation = "schema:nationality" if is_country else "schema:homeLocation"
    yield relation_claim(relation, person, place, "person-of-place", document)


def _in_place(mention: Mention, place: Mention, document: Document) -> Claims:
    """Yield the place that an organisation or a place is "in"."""
    if mention.type in ORGANIZATIONS:
        if _is_undergone(mention, document):
            reason = "what is done to “{}” may be done there"
            stopped("organisation-in-place", mention, reason, mention)
        elif mention.is_name or mention.definite:
            rule = "organisation-in-place"
            yield relation_claim("schema:location", mention, place, rule, document)
        else:
            reason = "“{}” is neither a name nor definite"
            stopped("organisation-in-place", mention, reason, mention)
    elif mention.type in PLACES:
        if _are_names(mention, place):
            rule = "place-in-place"
            yield relation_claim("schema:containedInPlace", mention, place, rule, document)
        else:
            reason = "“{}” and “{}” are not both names"
            stopped("place-in-place", mention, reason, mention, place)


def _is_undergone(body: Mention, document: Document) -> bool:
    """Return whether a bare name is the object of a verb: "They sued Acme in Oslo".

    With "the" the place belongs to the name: "They seized the embassy in Oslo".
    """
    head = document.head(body)
    if body.type == PARTY:
        return head.dep_ in ("dobj", "pobj")
    if body.type not in BUSINESSES:
        return False
    if not body.is_name:
        return False
    if any_label(head.lefts, "det", "poss"):
        return False
    return head.dep_ == "dobj" or governor_of(head, *OPPOSING) is not None


def _are_names(*mentions: Mention) -> bool:
    return all(mention.is_name for mention in mentions)


def _affiliation(person: Mention, body: Mention, rule: str, document: Document) -> Claims:
    """Yield what a person belongs to: "Ann Bolt of Acme", "Bo Coil (Labour Party)".

    One is a member of a party or team, and in the service of any other organisation.
    """
    if body.type in PLACES:
        return
    if not body.is_name or body.type not in ORGANIZATIONS:
        stopped(rule, person, "“{}” is not the name of an organisation", body)
        return
    is_joined = body.type in JOINED
    relation = "schema:memberOf" if is_joined else "schema:worksFor"
    yield relation_claim(relation, person, body, rule, document)


def party_claims(first: Mention, second: Mention, document: Document) -> Claims:
    """Yield the party in brackets behind a person: "Bo Coil (Labour Party)"."""
    if not _is_named_person(first) or second.type != "kg:PoliticalParty":
        return
    if text_between(first, second, document) == " (":
        yield from _affiliation(first, second, "party-in-brackets", document)
    else:
        reason = "“{}” does not stand in brackets right behind it"
        stopped("party-in-brackets", first, reason, second)


def containment_claims(first: Mention, second: Mention, document: Document) -> Claims:
    """Yield the wider place behind a comma: "Oslo, Norway".

    Both are names, the second is the wider one, and they are not a list.
    """
    if first.type not in NARROW:
        return
    if not _are_names(first, second):
        return
    between = text_between(first, second, document)
    if COMMA.fullmatch(between) is None:
        return
    rule = "place-comma-place"
    if _goes_on(second, document):
        reason = "“{}” belongs to what stands behind it"
        stopped("place-comma-place", first, reason, second)
    elif not _is_wide(second, first, document):
        reason = "“{}” is no country, state or region, and none follows it"
        stopped("place-comma-place", first, reason, second)
    elif _is_listed(first, second, document):
        stopped("place-comma-place", first, "“{}” and “{}” stand in a list", first, second)
    else:
        yield relation_claim("schema:containedInPlace", first, second, rule, document)


def _goes_on(place: Mention, document: Document) -> bool:
    """Return whether a place begins another phrase: "near Lima, U.S. President Ann Bolt said"."""
    end = place.passage.end
    head = document.head(place)
    if document.article.text[end : end + 1] in HYPHENS:
        return True
    if head.dep_ not in PREMODIFIERS_AND_OWNERS or head.head.i < head.i:
        return False
    return head.head.pos_ in NOUNS


def _is_wide(place: Mention, first: Mention, document: Document) -> bool:
    """Return whether a place is a country, state or region, or is in one that is named behind it.

    An example of the latter is the second of "in Bergen, Vestland, Norway".
    """
    if place.type in WIDE:
        return True
    before = _before(first, document.article.text)
    if place.type not in PLACES:
        return False
    if LOCATED.search(before) is None:
        return False
    after = _after_comma(place, document)
    if after is None:
        return False
    return after.type in WIDE


def _before(mention: Mention, text: str) -> str:
    """Return the few characters before a mention, enough for a short word."""
    end = mention.passage.start
    start = max(0, end - REACH)
    return text[start:end]


def _after_comma(mention: Mention, document: Document) -> Mention | None:
    """Return the mention behind the comma that follows another."""
    end = mention.passage.end
    start = end + 2
    if document.article.text[end:start] != ", ":
        return None
    for other in document.mention_at.values():
        if other.passage.start == start:
            return other
    return None


def _is_listed(first: Mention, second: Mention, document: Document) -> bool:
    """Return whether two places stand in a list: "Kent, Sussex and Surrey", "Oslo, Kent, Sussex".

    They are of one class, or the second and the third are, and are no countries.
    """
    text = document.article.text
    before = _before(first, text).rstrip()
    end = second.passage.end
    is_followed = LISTED.match(text, end, end + 5) is not None
    if first.type != second.type:
        third = _after_comma(second, document)
        if third is None or second.type == COUNTRY:
            return before.endswith(",") and is_followed and third is None
        return third.type == second.type
    return before.endswith((",", " and")) or is_followed
