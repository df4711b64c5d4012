"""The door of the room for claims: all constructions together, without repetition, in text order."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.model import Article, Chain, Claim, Mention, Quote
from kg.relations.alliances import ally_claims
from kg.relations.belonging import belonging_claims
from kg.relations.clauses import clause_claims
from kg.relations.constructions import construction_claims
from kg.relations.happenings import happening_claims
from kg.relations.hostilities import opponent_claims
from kg.relations.nicknames import nickname_claims
from kg.relations.nouns import noun_claims
from kg.relations.reader import Scored, reader_claims
from kg.relations.scene import scene


def claims(
    doc: Doc,
    article: Article,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    chains: Sequence[Chain] = (),
    seen: Sequence[Scored] = (),
) -> tuple[Claim, ...]:
    """All that the article says about its mentions, in the order of the words that say it.

    Nothing is said from site furniture, since no mention stands there. `quotes` tell which words are somebody else's.
    What a learned reader has `seen` between the `chains` is said beside what the rules say.
    """
    here = scene(doc, article, mentions, quotes)
    found: tuple[Claim, ...] = (
        *clause_claims(here),
        *noun_claims(here),
        *happening_claims(here),
        *construction_claims(here),
        *nickname_claims(here),
        *belonging_claims(here),
        *opponent_claims(here),
        *ally_claims(here),
    )
    found = (*found, *reader_claims(here, seen, chains, found))
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.trigger.start, claim.trigger.end, claim.frame, claim.predicate, claim.rule
