"""Where things are, said without a verb.

Examples are "Oslo, Norway", "Oslo-based Acme", "the embassy in Paris" and "Ann Bolt, of Oslo".
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Mention
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import Document, mentions_after
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PLACES

BASED = word_set("adjectives", "based-in")
AFFILIATION_PREPOSITIONS = word_set("function_words", "of-organisation")
ORIGIN_PREPOSITIONS = word_set("function_words", "of-home")
LOCATING = word_list("function_words", "before-place-with-wider")
LOCATED = re.compile(rf"\b(?:{'|'.join(LOCATING)})\s*$")
LISTED = re.compile(r",? (?:and|or)\b|, [A-Z]")
WIDE = frozenset({"schema:Country", "schema:State", "kg:Region"})
JOINED = frozenset({"schema:SportsTeam", "kg:PoliticalParty", "kg:ArmedGroup"})


def place_claims(mention: Mention, document: Document) -> Iterator[Claim]:
    """Yield where a mention is by the words at it.

    Examples are "Oslo-based Acme", "the embassy in Paris" and "Ann Bolt of Oslo"; "the port of
    Oslo" is left to the noun claims.
    """
    head = document.head(mention)
    for child in head.children:
        if child.lower_ in BASED and child.dep_ in ("amod", "acl"):
            yield from _based(mention, child, document)
        if child.dep_ == "prep":
            yield from _after_preposition(mention, child, document)


def _based(mention: Mention, based: Token, document: Document) -> Iterator[Claim]:
    """Yield the seat or home of a mention: "Oslo-based Acme"."""
    for token in based.children:
        place = document.mention(token)
        if place is None or place.type not in PLACES:
            stopped("based-in", mention, "“{}”, beside “{}”, is no place", token, based)
        elif mention.type in ORGANIZATIONS:
            yield relation_claim("schema:location", mention, place, "based-in", document)
        elif mention.type == "schema:Person":
            yield relation_claim("schema:homeLocation", mention, place, "based-in", document)
        else:
            stopped("based-in", mention, "“{}” is neither an organisation nor a person", mention)


def _after_preposition(mention: Mention, prep: Token, document: Document) -> Iterator[Claim]:
    """Yield the place or organisation right after a name and a preposition.

    An organisation is "in" a place, a person "of" it, a place "in" a wider one.
    """
    if prep.i <= document.head(mention).i:
        return
    for place in mentions_after(prep, document):
        if mention.type == "schema:Person" and mention.is_name:
            yield from _of_person(mention, prep, place, document)
        elif place.type in PLACES and prep.lower_ == "in":
            yield from _in_place(mention, place, document)


def _of_person(person: Mention, prep: Token, place: Mention, document: Document) -> Iterator[Claim]:
    """Yield what a named person is "of": an organisation, a country or a home."""
    if prep.lower_ in AFFILIATION_PREPOSITIONS:
        yield from _affiliation(person, place, "person-of-organisation", document)
    if place.type in PLACES and prep.lower_ in ORIGIN_PREPOSITIONS:
        is_country = place.type == "schema:Country"
        relation = "schema:nationality" if is_country else "schema:homeLocation"
        yield relation_claim(relation, person, place, "person-of-place", document)


def _in_place(mention: Mention, place: Mention, document: Document) -> Iterator[Claim]:
    """Yield the place that an organisation or a place is "in"."""
    if mention.type in ORGANIZATIONS:
        if mention.is_name or mention.definite:
            rule = "organisation-in-place"
            yield relation_claim("schema:location", mention, place, rule, document)
        else:
            reason = "“{}” is neither a name nor definite"
            stopped("organisation-in-place", mention, reason, mention)
    elif mention.type in PLACES:
        if mention.is_name and place.is_name:
            rule = "place-in-place"
            yield relation_claim("schema:containedInPlace", mention, place, rule, document)
        else:
            reason = "“{}” and “{}” are not both names"
            stopped("place-in-place", mention, reason, mention, place)


def _affiliation(person: Mention, body: Mention, rule: str, document: Document) -> Iterator[Claim]:
    """Yield what a person belongs to: "Ann Bolt of Acme", "Bo Coil (Labour Party)".

    One is a member of a party or team, and in the service of any other organisation.
    """
    if body.is_name and body.type in JOINED:
        yield relation_claim("schema:memberOf", person, body, rule, document)
    elif body.is_name and body.type in ORGANIZATIONS:
        yield relation_claim("schema:worksFor", person, body, rule, document)
    elif body.type not in PLACES:
        stopped(rule, person, "“{}” is not the name of an organisation", body)


def party_claims(first: Mention, second: Mention, document: Document) -> Iterator[Claim]:
    """Yield the party in brackets behind a person: "Bo Coil (Labour Party)"."""
    is_person = first.type == "schema:Person" and first.is_name
    if not is_person or second.type != "kg:PoliticalParty":
        return
    if _between(first, second, document) == " (":
        yield from _affiliation(first, second, "party-in-brackets", document)
    else:
        reason = "“{}” does not stand in brackets right behind it"
        stopped("party-in-brackets", first, reason, second)


def _between(first: Mention, second: Mention, document: Document) -> str:
    """Return the text between two mentions."""
    return document.article.text[first.passage.end : second.passage.start]


def containment_claims(first: Mention, second: Mention, document: Document) -> Iterator[Claim]:
    """Yield the wider place behind a comma: "Oslo, Norway".

    Both are names, the second is the wider one, and they are not a list.
    """
    if not (first.is_name and second.is_name):
        return
    between = _between(first, second, document)
    is_narrow = first.type in PLACES and first.type != "schema:Country"
    if not is_narrow or between.strip() != "," or len(between) > 2:
        return
    rule = "place-comma-place"
    if second.type not in WIDE and not _is_middle(first, second, document):
        reason = "“{}” is no country, state or region, and none follows it"
        stopped("place-comma-place", first, reason, second)
    elif first.type == second.type and _is_listed(first, second, document.article.text):
        stopped("place-comma-place", first, "“{}” and “{}” stand in a list", first, second)
    else:
        yield relation_claim("schema:containedInPlace", first, second, rule, document)


def _is_middle(first: Mention, second: Mention, document: Document) -> bool:
    """Return whether a place after a preposition has a country, state or region behind it.

    An example is the second of "in Bergen, Vestland, Norway".
    """
    start = first.passage.start
    before = document.article.text[max(0, start - 6) : start]
    if second.type not in PLACES or LOCATED.search(before) is None:
        return False
    after = _after_comma(second, document)
    return after is not None and after.type in WIDE


def _after_comma(mention: Mention, document: Document) -> Mention | None:
    """Return the mention behind the comma that follows another."""
    end = mention.passage.end
    if document.article.text[end : end + 2] != ", ":
        return None
    mentions = document.mention_at.values()
    return next((other for other in mentions if other.passage.start == end + 2), None)


def _is_listed(first: Mention, second: Mention, text: str) -> bool:
    """Return whether two places stand in a list: "Kent, Sussex and Surrey"."""
    before = text[max(0, first.passage.start - 6) : first.passage.start].rstrip()
    after = text[second.passage.end : second.passage.end + 5]
    return before.endswith((",", " and")) or LISTED.match(after) is not None
