"""The door of the room for claims: all constructions together, without repetition, in text order."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.model import Article, Chain, Claim, Mention, Passage, Quote
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
from kg.trace import traced


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
    rules = (
        clause_claims,
        noun_claims,
        happening_claims,
        construction_claims,
        nickname_claims,
        belonging_claims,
        opponent_claims,
        ally_claims,
    )
    found = [claim for rule in rules for claim in traced(rule(here), _trigger)]
    found += traced(reader_claims(here, seen, chains, found), _trigger)
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _trigger(claim: Claim) -> Passage:
    return claim.trigger


def _order(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.trigger.start, claim.trigger.end, claim.frame, claim.predicate, claim.rule
