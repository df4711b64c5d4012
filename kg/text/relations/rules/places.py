"""Where things are, told without a verb: "Oslo, Norway", "Oslo-based Acme", "the embassy in Paris", "Ann Bolt, of Oslo"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Mention
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import Document, prepositional
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PLACES

BASED = word_set("adjectives", "based-in")
AFFILIATION_PREPOSITIONS = word_set("function_words", "of-organisation")
ORIGIN_PREPOSITIONS = word_set("function_words", "of-home")
LOCATING = word_list("function_words", "before-place-with-wider")
LOCATED = re.compile(rf"\b(?:{'|'.join(LOCATING)})\s*$")
WIDE = frozenset({"schema:Country", "schema:State", "kg:Region"})
JOINED = frozenset({"schema:SportsTeam", "kg:PoliticalParty", "kg:ArmedGroup"})


def place_claims(mention: Mention, document: Document) -> Iterator[Claim]:
    """ "Oslo-based Acme", "the embassy in Paris", "Ann Bolt of Oslo", "the port of Oslo" is left to the noun claims."""
    head = document.head(mention)
    for child in head.children:
        if child.lower_ in BASED and child.dep_ in ("amod", "acl"):
            for token in child.children:
                place = document.mention(token)
                if place is None or place.type not in PLACES:
                    stopped("based-in", mention, "“{}”, beside “{}”, is no place", token, child)
                elif mention.type in ORGANIZATIONS:
                    yield relation_claim("schema:location", mention, place, "based-in", document)
                elif mention.type == "schema:Person":
                    yield relation_claim(
                        "schema:homeLocation", mention, place, "based-in", document
                    )
                else:
                    stopped(
                        "based-in", mention, "“{}” is neither an organisation nor a person", mention
                    )
        if child.dep_ == "prep":
            yield from _after_preposition(mention, child, document)


def _after_preposition(mention: Mention, prep: Token, document: Document) -> Iterator[Claim]:
    """A place right after a name: an organisation "in" it, a person "of" it, a place "in" it."""
    for _, token in prepositional(prep):
        for place in document.things(token):
            if prep.i <= document.head(mention).i:
                continue
            if (
                prep.lower_ in AFFILIATION_PREPOSITIONS
                and mention.type == "schema:Person"
                and mention.is_name
            ):
                yield from _affiliation(mention, place, "person-of-organisation", document)
            if place.type not in PLACES:
                continue
            if prep.lower_ == "in" and mention.type in ORGANIZATIONS:
                if mention.is_name or mention.definite:
                    yield relation_claim(
                        "schema:location", mention, place, "organisation-in-place", document
                    )
                else:
                    stopped(
                        "organisation-in-place",
                        mention,
                        "“{}” is neither a name nor definite",
                        mention,
                    )
            elif (
                prep.lower_ in ORIGIN_PREPOSITIONS
                and mention.type == "schema:Person"
                and mention.is_name
            ):
                told = (
                    "schema:nationality"
                    if place.type == "schema:Country"
                    else "schema:homeLocation"
                )
                yield relation_claim(told, mention, place, "person-of-place", document)
            elif prep.lower_ == "in" and mention.type in PLACES:
                if mention.is_name and place.is_name:
                    yield relation_claim(
                        "schema:containedInPlace", mention, place, "place-in-place", document
                    )
                else:
                    stopped(
                        "place-in-place",
                        mention,
                        "“{}” and “{}” are not both names",
                        mention,
                        place,
                    )


def _affiliation(person: Mention, body: Mention, rule: str, document: Document) -> Iterator[Claim]:
    """ "Ann Bolt of Acme", "Bo Coil (Labour Party)": a member of a party or team, in the service of any other organisation."""
    if body.is_name and body.type in JOINED:
        yield relation_claim("schema:memberOf", person, body, rule, document)
    elif body.is_name and body.type in ORGANIZATIONS:
        yield relation_claim("schema:worksFor", person, body, rule, document)
    elif body.type not in PLACES:
        stopped(rule, person, "“{}” is not the name of an organisation", body)


def party_claims(first: Mention, second: Mention, document: Document) -> Iterator[Claim]:
    """ "Bo Coil (Labour Party)"."""
    text = document.article.text
    told = first.type == "schema:Person" and first.is_name and second.type == "kg:PoliticalParty"
    if told and text[first.passage.end : second.passage.start] == " (":
        yield from _affiliation(first, second, "party-in-brackets", document)
    elif told:
        stopped(
            "party-in-brackets", first, "“{}” does not stand in brackets right behind it", second
        )


def containment_claims(first: Mention, second: Mention, document: Document) -> Iterator[Claim]:
    """ "Oslo, Norway": two places with a comma between, the second the wider one, and not a list."""
    text = document.article.text
    between = text[first.passage.end : second.passage.start]
    if between.strip() != "," or len(between) > 2 or not (first.is_name and second.is_name):
        return
    narrow = first.type in PLACES and first.type != "schema:Country"
    wide = second.type in WIDE or _is_middle(first, second, document)
    if not narrow:
        return
    if not wide:
        stopped(
            "place-comma-place",
            first,
            "“{}” is no country, state or region, and none follows it",
            second,
        )
    elif first.type == second.type and _is_listed(first, second, text):
        stopped("place-comma-place", first, "“{}” and “{}” stand in a list", first, second)
    else:
        yield relation_claim(
            "schema:containedInPlace", first, second, "place-comma-place", document
        )


def _is_middle(first: Mention, second: Mention, document: Document) -> bool:
    """True for the second of "Bergen, Vestland, Norway" after a preposition: a place with a country or state behind it."""
    text, end = document.article.text, second.passage.end
    after = next(
        (
            m
            for m in document.mention_at.values()
            if m.passage.start == end + 2 and text[end : end + 2] == ", "
        ),
        None,
    )
    led = LOCATED.search(text[max(0, first.passage.start - 6) : first.passage.start])
    return second.type in PLACES and led is not None and after is not None and after.type in WIDE


def _is_listed(first: Mention, second: Mention, text: str) -> bool:
    """True where the two places stand in a list: "Kent, Sussex and Surrey"."""
    before = text[max(0, first.passage.start - 6) : first.passage.start].rstrip()
    follows = text[second.passage.end : second.passage.end + 5]
    return (
        before.endswith((",", " and")) or re.match(r",? (?:and|or)\b|, [A-Z]", follows) is not None
    )
