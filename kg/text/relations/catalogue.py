"""The door of the room for claims: all constructions together, without repetition, in text order."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.model import Article, Chain, Claim, Mention, Passage, Quote
from kg.text.reader import Prediction, reader_claims
from kg.text.relations.clauses import clause_claims
from kg.text.relations.event_nouns import happening_claims
from kg.text.relations.nominals import noun_claims
from kg.text.relations.rules.alliances import ally_claims
from kg.text.relations.rules.hostilities import opponent_claims
from kg.text.relations.rules.membership import belonging_claims
from kg.text.relations.rules.nicknames import nickname_claims
from kg.text.relations.rules.registry import construction_claims
from kg.text.relations.signs import with_signs
from kg.text.syntax import document_of
from kg.trace import traced


def claims(
    doc: Doc,
    article: Article,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    chains: Sequence[Chain] = (),
    seen: Sequence[Prediction] = (),
) -> tuple[Claim, ...]:
    """All that the article says about its mentions, in the order of the words that say it.

    Nothing is said from site furniture, since no mention stands there. `quotes` tell which words are somebody else's.
    What a learned reader has `seen` between the `chains` is said beside what the rules say.
    """
    here = document_of(doc, article, mentions, quotes)
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
    return tuple(sorted(with_signs(here, dict.fromkeys(found)), key=_order))


def _trigger(claim: Claim) -> Passage:
    return claim.trigger


def _order(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.trigger.start, claim.trigger.end, claim.frame, claim.predicate, claim.rule
