"""The state of what a claim tells: what grammar says and a reader sees, by a vote.

An event stands, is planned, is possible, or is denied. Grammar decides that for each claim. With
the signs at its words, and with what the learned reader sees there, each answer gets a
probability, and the likeliest is taken. Without the reader the answer of grammar stays. The table
`data/states.tsv` is learnt from annotated news by `training/event_states.py`.
"""

from collections.abc import Iterator
from enum import StrEnum, auto

from kg.graph.vote import Vote
from kg.model import SEEN, Claim, Factuality

VOTE = Vote("kg.graph.events", "states.tsv")


class Answer(StrEnum):
    """The answers to whether something happened, as the table calls them."""

    STANDS = auto()
    PLANNED = auto()
    POSSIBLE = auto()
    DENIED = auto()


ANSWER_OF = {
    Factuality.ASSERTED: Answer.STANDS,
    Factuality.REPORTED: Answer.STANDS,
    Factuality.PLANNED: Answer.PLANNED,
    Factuality.POSSIBLE: Answer.POSSIBLE,
    Factuality.DENIED: Answer.DENIED,
}
FACTUALITY_OF = {
    Answer.STANDS: Factuality.ASSERTED,
    Answer.PLANNED: Factuality.PLANNED,
    Answer.POSSIBLE: Factuality.POSSIBLE,
    Answer.DENIED: Factuality.DENIED,
}


def factuality_of(claim: Claim) -> Factuality:
    """Return how true the event of a claim is put forward as."""
    by_grammar = ANSWER_OF[claim.factuality]
    if SEEN not in claim.signs:
        return claim.factuality
    chances = {answer: VOTE.chance(signs_of(claim, answer)) for answer in Answer}
    best = max(Answer, key=lambda answer: (chances[answer], answer is by_grammar))
    if best is by_grammar:
        return claim.factuality
    if best is Answer.STANDS and claim.speaker is not None:
        return Factuality.REPORTED
    return FACTUALITY_OF[best]


def signs_of(claim: Claim, answer: Answer) -> tuple[str, ...]:
    """Return the signs by which an answer is judged, sorted."""
    return tuple(sorted(set(_signs(claim, answer))))


def _signs(claim: Claim, answer: Answer) -> Iterator[str]:
    yield answer.value
    yield f"{answer} told {claim.factuality}"
    yield f"{answer} {claim.frame.value} told {claim.factuality}"
    yield f"{answer} rule:{claim.rule}"
    for sign in claim.signs:
        yield f"{answer} {sign}"
