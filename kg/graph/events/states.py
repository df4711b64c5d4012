"""Whether what a claim tells happened: what grammar says and a reader sees, by a vote.

An event stands, is planned, is possible, or is denied. Grammar decides that for each claim. With
the signs at its words, and with what the learned reader sees there, each answer gets a
probability, and the likeliest is taken. Without the reader the answer of grammar stays. The table
`data/states.tsv` is learnt from annotated news by `training/event_states.py`.
"""

from collections.abc import Iterator

from kg.graph.vote import Vote
from kg.model import SEEN, Claim, Factuality

VOTE = Vote("kg.graph.events", "states.tsv")
STANDS, PLANNED, POSSIBLE, DENIED = "stands", "planned", "possible", "denied"
ANSWERS = (STANDS, PLANNED, POSSIBLE, DENIED)
ANSWER_OF = {
    Factuality.ASSERTED: STANDS,
    Factuality.REPORTED: STANDS,
    Factuality.PLANNED: PLANNED,
    Factuality.POSSIBLE: POSSIBLE,
    Factuality.DENIED: DENIED,
}
FACTUALITY_OF = {
    STANDS: Factuality.ASSERTED,
    PLANNED: Factuality.PLANNED,
    POSSIBLE: Factuality.POSSIBLE,
    DENIED: Factuality.DENIED,
}


def factuality_of(claim: Claim) -> Factuality:
    """Return how true the event of a claim is put forward as."""
    by_grammar = ANSWER_OF[claim.factuality]
    if SEEN not in claim.signs:
        return claim.factuality
    chances = {answer: VOTE.chance(signs_of(claim, answer)) for answer in ANSWERS}
    best = max(ANSWERS, key=lambda answer: (chances[answer], answer == by_grammar))
    if best == by_grammar:
        return claim.factuality
    if best == STANDS and claim.speaker is not None:
        return Factuality.REPORTED
    return FACTUALITY_OF[best]


def signs_of(claim: Claim, answer: str) -> tuple[str, ...]:
    """Return the signs by which an answer is judged, sorted."""
    return tuple(sorted(set(_signs(claim, answer))))


def _signs(claim: Claim, answer: str) -> Iterator[str]:
    yield answer
    yield f"{answer} told {claim.factuality}"
    yield f"{answer} {claim.frame.value} told {claim.factuality}"
    yield f"{answer} rule:{claim.rule}"
    for sign in claim.signs:
        yield f"{answer} {sign}"
