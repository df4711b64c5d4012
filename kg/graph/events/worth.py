"""The probability that what a clause or noun tells belongs in a chronology.

An event is worth a node if a reporter would put it into a chronology: something particular that
happened, is planned or is denied; not "X says", a habit, a state or a figure of speech. No single
sign decides that. So the signs vote: each has a weight in `data/worth.tsv`, and the logistic
function of their sum is the probability. What the learned reader sees in the words is among the
signs; without a reader, `data/worth_by_rules.tsv` has the weights. Both tables are learnt from
annotated news by `training/event_worth.py`, which also sets the floors below which an event is
refused.

Source: logistic regression; the signs are those of work on event detection and genericity (Rich ERE
guidelines; Friedrich, Palmer and Pinkal 2016, "Situation entity types").
"""

from collections.abc import (
    Collection,
    Iterable,
    Iterator,
    Mapping,
)
from sys import intern

from kg.graph.events.claim_times import is_dated
from kg.graph.ontology import EVENT
from kg.graph.vote import Vote, Votes
from kg.lang.en import word_set
from kg.model import (
    SEEN,
    Claim,
    Entity,
    Factuality,
)

VOTES = Votes(Vote("kg.graph.events", "worth.tsv"), Vote("kg.graph.events", "worth_by_rules.tsv"))
# What a reporter notes whatever else it shows: figures or names that somebody keeps back.
WITHHELD = "report withheld"
REPORTING = word_set("verbs", "reporting-what-is-due")
MANY = 3  # participants; more make no difference

Roles = Mapping[tuple[str, str], Entity]  # by their properties and the ids of the entities


def signs_of(claim: Claim, classes: Iterable[str], roles: Roles) -> tuple[str, ...]:
    """Return the signs by which an event is judged, sorted: those of grammar and those of content.

    Empty if the claim shows no signs of grammar, as one that was made by hand.
    """
    if not claim.signs:
        return ()
    frame = claim.frame.value
    signs: set[str] = set()
    for sign in claim.signs:
        is_seen = sign.startswith(SEEN)
        signs.add(sign if is_seen else f"{frame} {sign}")
    signs.update(_of_content(claim, classes))
    signs.update(_of_roles(roles))
    # The signs of most events are the same few hundred: each is held once, however many there are.
    return tuple(map(intern, sorted(signs)))


def worth(signs: Iterable[str]) -> float:
    """Return the probability that an event with these signs is worth a node, two decimals.

    1 without any sign, since then nothing speaks against it, and for a report that is withheld.
    """
    signs = tuple(signs)
    if WITHHELD in signs:
        return 1.0
    return VOTES.on(signs).chance(signs)


def floor(signs: Collection[str]) -> float:
    """Return the worth that an event with these signs needs at least."""
    return VOTES.on(signs).floor


def _of_content(claim: Claim, classes: Iterable[str]) -> Iterator[str]:
    """Yield the signs of what is told: its word, its classes, whether it is dated or counted."""
    frame = claim.frame.value
    yield frame
    yield f"{frame} word:{claim.predicate}"
    yield f"rule:{claim.rule}"
    yield f"told:{claim.factuality}"
    for cls in classes:
        yield f"class:{cls}"
        yield f"{frame} class:{cls}"
    if is_dated(claim):
        yield "dated"
    if claim.fillers("quantity"):
        yield "counted"
    if claim.parent is not None:
        yield "part of another"
    if _is_withheld(claim):
        yield WITHHELD
    if all(cls == EVENT for cls in classes):
        yield f"{frame} of no kind"


def _is_withheld(claim: Claim) -> bool:
    """Return whether somebody does not report something: "has not disclosed its losses"."""
    if claim.factuality is not Factuality.DENIED or claim.predicate not in REPORTING:
        return False
    signs = claim.signs
    if "no:object" in signs or "has:ccomp" in signs:
        return False
    return "has:neg" in signs


def _of_roles(roles: Roles) -> Iterator[str]:
    """Yield the signs of who takes part: how many, in which roles, of what kind, named or not."""
    yield f"participants:{min(len(roles), MANY)}"
    for (curie, name), entity in roles.items():
        kind, *_ = name.split("/")
        known = "described" if entity.described else "named"
        yield curie
        yield f"{curie} {kind}"
        yield f"{curie} {known}"
