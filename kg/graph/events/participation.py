"""Participants of an event and their roles: what words propose and a reader sees, by a vote.

The words of a claim propose fillers of roles, and so does the learned reader: whoever it sees in a
role. Each is a proposal with signs, and the vote tells how likely it is right. A proposal below the
floor is dropped; of several roles of one thing the likeliest stays. The tables `data/roles.tsv` and
`data/roles_by_rules.tsv` are learnt from annotated news by `training/event_roles.py`.

Source: logistic regression over the proposals of several systems, as in stacked semantic role
labelling (Surdeanu et al. 2007, "Combination strategies for semantic role labeling").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.events.event_mention import RULE, Classes
from kg.graph.events.places import AT, PLACE, WHERE, Filled
from kg.graph.events.roles import ACTOR, AGENT, DISEASE, PATIENT, RECIPIENT, filled
from kg.graph.ontology import LinkedMentions, Ontology
from kg.graph.vote import Vote, Votes
from kg.model import SEEN, Claim, Entity, Mention, Part, Role
from kg.trace import stopped

VOTES = Votes(Vote("kg.graph.events", "roles.tsv"), Vote("kg.graph.events", "roles_by_rules.tsv"))
PROPERTY_OF = {
    Part.AGENT: AGENT,
    Part.PATIENT: PATIENT,
    Part.RECIPIENT: RECIPIENT,
    Part.PARTICIPANT: ACTOR,
    Part.PLACE: AT,
    Part.ORIGIN: "kg:origin",
    Part.DESTINATION: "kg:destination",
}
JUDGED = frozenset(PROPERTY_OF.values())  # others, as what is used for it, are left to the words
LEAST = 0.27  # probability of a role that the reader proposes
SEEN_ALONE = f"{SEEN} alone"  # sign of a proposal of the reader that no words make
STEPS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # probabilities that are signs

Chances = Mapping[str, float]  # by property


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody or something that may have a role in an event: `curie` is its property."""

    role: Role
    curie: str
    entity: Entity
    signs: tuple[str, ...]

    @property
    def chance(self) -> float:
        """The probability that it is right, 0 to 1; 1 without signs."""
        return VOTES.on(self.signs).chance(self.signs)

    @property
    def is_likely(self) -> bool:
        """The mark of a proposal that reaches the floor."""
        return not self.signs or self.chance >= VOTES.on(self.signs).floor


def taking_part(
    claim: Claim, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> list[tuple[Filled, float]]:
    """Return the roles that are filled, each with the probability that it is right."""
    found = proposals(claim, classes, linked, ontology)
    best: dict[tuple[str, bool], Proposal] = {}
    for proposal in found:
        if not proposal.is_likely:
            reason = "too little speaks for “{}” as its {}"
            stopped(RULE, claim.trigger, reason, proposal.role.mention.text, proposal.curie)
            continue
        key = (proposal.entity.id, proposal.curie in WHERE)
        if key not in best or best[key].chance < proposal.chance:
            best[key] = proposal
    return [
        ((each.role, each.curie, each.entity), each.chance)
        for each in found
        if each.is_likely and _is_best(each, best)
    ]


def _is_best(proposal: Proposal, best: Mapping[tuple[str, bool], Proposal]) -> bool:
    """Return whether no other role of the same thing is likelier; places are told beside others."""
    first = best[proposal.entity.id, proposal.curie in WHERE]
    return first.curie == proposal.curie or not proposal.signs


def proposals(
    claim: Claim, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> list[Proposal]:
    """Return who may have a role in the event of a claim, by its words, then by the reader."""
    by_rules = list(filled(claim, classes, linked, ontology))
    chances = _chances(claim, linked)
    known = {(curie, entity.id) for _, curie, entity in by_rules}
    alone = [each for each in _seen(claim, linked) if (each[1], each[2].id) not in known]
    whole = [*by_rules, *alone]
    found: list[Proposal] = []
    for each in whole:
        is_judged = claim.signs and each[1] in JUDGED
        signs = _signs(each, claim, classes, by_rules, chances) if is_judged else ()
        found.append(Proposal(*each, tuple(sorted(signs))))
    return found


def _chances(claim: Claim, linked: LinkedMentions) -> dict[str, dict[str, float]]:
    """Return the probabilities of the roles of each entity by its id, as the reader sees them.

    Of several mentions of one thing in a sentence the likeliest counts.
    """
    chances: dict[str, dict[str, float]] = {}
    for seen in claim.seen:
        entity = linked.of(seen.mention)
        if entity is not None:
            own, curie = chances.setdefault(entity.id, {}), PROPERTY_OF[seen.name]
            own[curie] = max(seen.chance, own.get(curie, 0.0))
    return chances


def _seen(claim: Claim, linked: LinkedMentions) -> Iterator[Filled]:
    """Yield the roles that the reader proposes."""
    told: set[tuple[str, str]] = set()
    for seen in claim.seen:
        entity, curie = linked.of(seen.mention), PROPERTY_OF[seen.name]
        if entity is None or seen.chance < LEAST or not _fits(curie, entity):
            continue
        if (curie, entity.id) not in told:
            told.add((curie, entity.id))
            yield Role(SEEN, seen.mention), curie, entity


def _fits(curie: str, entity: Entity) -> bool:
    """Return whether a thing can have a role at all."""
    return PLACE in entity.types if curie in WHERE else DISEASE not in entity.types


def doubts(claim: Claim, taking: Iterable[tuple[Filled, float]]) -> Iterator[str]:
    """Yield signs for how likely it is that all who take part are right, for the event as such."""
    if not claim.signs:
        return
    least = min((chance for (_, curie, _), chance in taking if curie not in WHERE), default=None)
    mark = f"{SEEN} part" if SEEN in claim.signs else "part"
    if least is None:
        yield f"{mark} of nobody"
    else:
        yield from (f"{mark} {step}" for step in STEPS if least >= step)


# --------------------------------------------------------------------------------------- signs


def _signs(
    proposal: Filled,
    claim: Claim,
    classes: Iterable[str],
    by_rules: Sequence[Filled],
    chances: Mapping[str, Chances],
) -> Iterator[str]:
    """Yield the signs of a proposal."""
    role, curie, entity = proposal
    yield curie
    if role.name == SEEN:
        yield SEEN_ALONE
        yield f"{SEEN_ALONE} {curie}"
    else:
        yield f"{curie} by {role.name}"
        yield f"{curie} by {role.name} of {claim.frame.value}"
        yield f"{curie} by {claim.rule}"
    yield from (f"{curie} in {cls}" for cls in classes)
    yield from _of_filler(curie, role.mention, entity)
    yield from _of_others(proposal, by_rules)
    if SEEN in claim.signs:
        yield SEEN
        yield from _of_chances(curie, entity, chances)


def _of_filler(curie: str, mention: Mention, entity: Entity) -> Iterator[str]:
    kind, *_ = entity.id.split("/")
    yield f"{curie} {kind}"
    yield f"{curie} {'described' if entity.described else 'named'}"
    yield f"{curie} {mention.kind.value}"
    if len(mention.text.split()) == 1:
        yield f"{mention.kind.value} word:{mention.text.lower()}"


def _of_others(proposal: Filled, by_rules: Iterable[Filled]) -> Iterator[str]:
    """Yield whether words propose the same thing in another role, or another in the same."""
    _, curie, entity = proposal
    for _, other, filler in by_rules:
        if filler.id == entity.id and other != curie:
            yield f"{curie} beside {other} by words"
        elif filler.id != entity.id and other == curie:
            yield f"{curie} with another by words"


def _of_chances(curie: str, entity: Entity, chances: Mapping[str, Chances]) -> Iterator[str]:
    """Yield what the reader thinks of this role, of other roles, and of others in this role."""
    own = chances.get(entity.id, {})
    chance = own.get(curie, 0.0)
    other = max((each for name, each in own.items() if name != curie), default=0.0)
    rival = max(
        (each.get(curie, 0.0) for name, each in chances.items() if name != entity.id), default=0.0
    )
    yield from (f"{SEEN} {curie} {step}" for step in STEPS if chance >= step)
    yield from (f"{SEEN} own {step}" for step in STEPS if chance >= step)
    yield from (f"{SEEN} any {step}" for step in STEPS if sum(own.values()) >= step)
    yield from (f"{SEEN} other {step}" for step in STEPS if other >= step)
    if rival > chance:
        yield f"{SEEN} {curie} rather another"
