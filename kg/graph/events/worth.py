"""The probability that what a clause or noun tells belongs in a chronology.

An event is worth a node if a reporter would put it into a chronology: something particular that
happened, is planned or is denied; not "X says", a habit, a state or a figure of speech. No single
sign decides that. So the signs vote: each has a weight in `data/worth.tsv`, and the logistic
function of their sum is the probability. The weights are learnt from annotated news by
`training/event_worth.py`, which also sets the floor below which an event is refused.

Source: logistic regression; the signs are those of work on event detection and genericity (Rich ERE
guidelines; Friedrich, Palmer and Pinkal 2016, "Situation entity types").
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kg.graph.ontology import EVENT
from kg.lang.en import word_set
from kg.model import Claim, Entity, Factuality

TABLE = "worth.tsv"
BIAS, FLOOR = "(bias)", "(floor)"  # rows of the table that are no signs
# What a reporter notes whatever else it shows: figures or names that somebody keeps back.
WITHHELD = "report withheld"
REPORTING = word_set("verbs", "reporting-what-is-due")
MANY = 3  # participants; more make no difference


def signs_of(
    claim: Claim, classes: Iterable[str], roles: Iterable[tuple[str, Entity]]
) -> tuple[str, ...]:
    """Return the signs by which an event is judged, sorted: those of grammar and those of content.

    `roles` are (property, entity) as the event would have them. Empty if the claim shows no signs
    of grammar, as one that was made by hand.
    """
    if not claim.signs:
        return ()
    content = (*_of_content(claim, classes), *_of_roles(tuple(roles)))
    frame = claim.frame.value
    return tuple(sorted({*content, *(f"{frame} {sign}" for sign in claim.signs)}))


def worth(signs: Iterable[str]) -> float:
    """Return the probability that an event with these signs is worth a node, two decimals.

    1 without any sign, since then nothing speaks against it, and for a report that is withheld.
    """
    signs = tuple(signs)
    if not signs or WITHHELD in signs:
        return 1.0
    weights = weight_of_sign()
    total = weights[BIAS] + math.fsum(weights.get(sign, 0.0) for sign in signs)
    return round(1 / (1 + math.exp(-total)), 2)


def floor() -> float:
    """Return the worth that an event needs at least."""
    return weight_of_sign()[FLOOR]


@cache
def weight_of_sign() -> Mapping[str, float]:
    """Return the weight of each sign that has one, with the bias and the floor."""
    table = files("kg.graph.events").joinpath("data", TABLE).read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return MappingProxyType({sign: float(weight) for sign, weight in rows})


def _of_content(claim: Claim, classes: Iterable[str]) -> Iterator[str]:
    """Yield the signs of what is told: its word, its classes, whether it is dated or counted."""
    frame = claim.frame.value
    yield f"{frame}"
    yield f"{frame} word:{claim.predicate}"
    yield f"rule:{claim.rule}"
    yield f"told:{claim.factuality}"
    for cls in classes:
        yield f"class:{cls}"
        yield f"{frame} class:{cls}"
    if any(mention.time is not None and mention.time.start for mention in claim.fillers("when")):
        yield "dated"
    if claim.fillers("quantity"):
        yield "counted"
    if claim.parent is not None:
        yield "part of another"
    if _is_withheld(claim):
        yield WITHHELD
    if not set(classes) - {EVENT}:
        yield f"{frame} of no kind"


def _is_withheld(claim: Claim) -> bool:
    """Return whether somebody does not report something: "has not disclosed its losses"."""
    is_denied = claim.factuality is Factuality.DENIED and "has:neg" in claim.signs
    is_report = claim.predicate in REPORTING and "no:object" not in claim.signs
    return is_denied and is_report and "has:ccomp" not in claim.signs


def _of_roles(roles: tuple[tuple[str, Entity], ...]) -> Iterator[str]:
    """Yield the signs of who takes part: how many, in which roles, of what kind, named or not."""
    yield f"participants:{min(len(roles), MANY)}"
    for curie, entity in roles:
        kind = entity.id.partition("/")[0]
        known = "described" if entity.described else "named"
        yield f"{curie}"
        yield f"{curie} {kind}"
        yield f"{curie} {known}"
