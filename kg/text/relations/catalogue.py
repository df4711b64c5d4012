"""The catalogue of constructions: what all of them say, without repetition, in text order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from kg.model import Article, Chain, Claim, Mention, Passage, Quote
from kg.text.reader import Seen, reader_claims
from kg.text.relations.choices import in_text_order
from kg.text.relations.clauses import clause_claims
from kg.text.relations.event_nouns import happening_claims
from kg.text.relations.nominals import noun_claims
from kg.text.relations.rules.ages import age_claims
from kg.text.relations.rules.alliances import ally_claims
from kg.text.relations.rules.births import birth_claims
from kg.text.relations.rules.borders import border_claims, neighbour_claims
from kg.text.relations.rules.corrections import ruled_out_claims
from kg.text.relations.rules.groups import member_claims
from kg.text.relations.rules.hostilities import opponent_claims
from kg.text.relations.rules.listed_members import listed_member_claims
from kg.text.relations.rules.lives import life_claims
from kg.text.relations.rules.membership import belonging_claims
from kg.text.relations.rules.nationality import nation_claims
from kg.text.relations.rules.nicknames import nickname_claims
from kg.text.relations.rules.places import containment_claims, party_claims, place_claims
from kg.text.relations.rules.presence import home_claims, presence_claims
from kg.text.relations.signs import with_signs
from kg.text.relations.titles import title_claims
from kg.text.syntax import Document, document_of
from kg.trace import traced

OF_MENTION = (age_claims, nation_claims, place_claims)
OF_NEIGHBOURS = (containment_claims, party_claims)


def claims(
    doc: Doc,
    article: Article,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    chains: Sequence[Chain] = (),
    seen: Seen | None = None,
) -> tuple[Claim, ...]:
    """Return all that the article says about its mentions, in the order of the words that say it.

    Nothing is said from site furniture, since no mention stands there. `quotes` tell which words
    are somebody else's. What a learned reader has `seen` between the `chains` is said beside what
    the rules say; what it sees in the words of an event is among their signs.
    """
    here = document_of(doc, article, mentions, quotes)
    rules = (
        clause_claims,
        noun_claims,
        title_claims,
        happening_claims,
        _mention_claims,
        life_claims,
        birth_claims,
        member_claims,
        listed_member_claims,
        border_claims,
        neighbour_claims,
        nickname_claims,
        home_claims,
        belonging_claims,
        presence_claims,
        opponent_claims,
        ally_claims,
    )
    found: list[Claim] = []
    for rule in rules:
        found += traced(rule(here), _trigger)
    found += traced(ruled_out_claims(here, chains, found), _trigger)
    seen = seen or Seen()
    found += traced(reader_claims(here, seen.predictions, chains, found), _trigger)
    return tuple(sorted(with_signs(here, dict.fromkeys(found), seen), key=_order))


def _mention_claims(document: Document) -> Iterator[Claim]:
    """Yield the claims of each mention, then those of each two that follow each other."""
    ordered = in_text_order(document.mention_at.values())
    for mention in ordered:
        for of_mention in OF_MENTION:
            yield from of_mention(mention, document)
    for first, second in pairwise(ordered):
        for of_neighbours in OF_NEIGHBOURS:
            yield from of_neighbours(first, second, document)


def _trigger(claim: Claim) -> Passage:
    return claim.trigger


def _order(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.trigger.start, claim.trigger.end, claim.frame, claim.predicate, claim.rule
