"""Participants of an event and their roles: what words propose and a reader sees, by a vote.

The words of a claim propose fillers of roles, and so does the learned reader: whoever it sees in a
role. Each is a proposal with signs, and the vote tells how likely it is right. A proposal below the
floor is dropped; of several roles of one thing the likeliest stays. The tables `data/roles.tsv` and
`data/roles_by_rules.tsv` are learnt from annotated news by `training/event_roles.py`.

Source: logistic regression over the proposals of several systems, as in stacked semantic role
labelling (Surdeanu et al. 2007, "Combination strategies for semantic role labeling").
"""

from bisect import bisect_right
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from functools import cache, cached_property
from sys import intern

from kg.graph.events.event_mention import RULE, Classes
from kg.graph.events.places import (
    AT,
    PLACE,
    WHERE,
    Filled,
)
from kg.graph.events.roles import (
    ACTOR,
    AGENT,
    DISEASE,
    PATIENT,
    RECIPIENT,
    filled,
)
from kg.graph.ontology import LinkedMentions, Ontology
from kg.graph.vote import Vote, Votes
from kg.model import (
    SEEN,
    Claim,
    Entity,
    Mention,
    Part,
    Role,
)
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
PLAIN, PLAIN_OF_PLACE = 0.3, 0.1  # for words; of places less likely than .4, 1 of 13 is right
LEAST = 0.27  # probability of a role that the reader proposes
SEEN_ALONE = f"{SEEN} alone"  # sign of a proposal of the reader that no words make
STEPS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # probabilities that are signs

Chances = Mapping[str, float]  # by property


@dataclass(frozen=True)
class Proposal:
    """Somebody or something that may have a role in an event: `curie` is its property."""

    role: Role
    curie: str
    entity: Entity
    signs: tuple[str, ...]

    @cached_property
    def chance(self) -> float:
        """The probability that it is right, 0 to 1; 1 without signs."""
        return VOTES.on(self.signs).chance(self.signs)

    @property
    def weight(self) -> float:
        """The probability, higher for what words propose: they are told for a reason.

        A place counts less more: it may be that of another event, or of somebody who takes part.
        """
        if SEEN_ALONE in self.signs:
            return self.chance
        is_seen_place = self.curie in WHERE and SEEN in self.signs
        return self.chance + (PLAIN_OF_PLACE if is_seen_place else PLAIN)

    @property
    def is_likely(self) -> bool:
        """The mark of a proposal whose weight reaches the floor."""
        if not self.signs:
            return True
        floor = VOTES.on(self.signs).floor
        return self.weight >= floor


def taking_part(
    claim: Claim, classes: Classes, linked: LinkedMentions, ontology: Ontology
) -> list[tuple[Filled, float]]:
    """Return the roles that are filled, each with the probability that it is right."""
    found = proposals(claim, classes, linked, ontology)
    best: dict[tuple[str, bool], Proposal] = {}
    for proposal in found:
        if not proposal.is_likely:
            reason = "too little speaks for “{}” as its {}"
            mention = proposal.role.mention
            stopped(RULE, claim.trigger, reason, mention.text, proposal.curie)
            continue
        key = (proposal.entity.id, proposal.curie in WHERE)
        if key not in best or best[key].weight < proposal.weight:
            best[key] = proposal
    taking: list[tuple[Filled, float]] = []
    for proposal in found:
        if proposal.is_likely and _is_best(proposal, best):
            told = _as_words_tell(proposal, found)
            role = (told.role, told.curie, told.entity)
            taking.append((role, proposal.chance))
    return taking


def _as_words_tell(proposal: Proposal, found: Iterable[Proposal]) -> Proposal:
    """Return how the words tell a place that the reader alone sees, if they tell it otherwise.

    In "the ride out of Lima" the reader tells whether it happens in Lima, the words from where.
    """
    if proposal.curie not in WHERE or SEEN_ALONE not in proposal.signs:
        return proposal
    for other in found:
        is_of_words = other.curie in WHERE and SEEN_ALONE not in other.signs
        if is_of_words and other.entity.id == proposal.entity.id:
            return other
    return proposal


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
    known: set[tuple[str, str]] = set()
    for _, curie, entity in by_rules:
        known.add((curie, entity.id))
    whole = list(by_rules)
    for each in _seen(claim, linked):
        _, curie, entity = each
        if (curie, entity.id) not in known:
            whole.append(each)
    found: list[Proposal] = []
    for each in whole:
        signs: list[str] = []
        role, curie, entity = each
        if claim.signs and curie in JUDGED:
            signs += _signs(each, claim, classes, by_rules, chances)
            signs.sort()
        proposal = Proposal(role, curie, entity, tuple(signs))
        found.append(proposal)
    return found


def _chances(claim: Claim, linked: LinkedMentions) -> dict[str, dict[str, float]]:
    """Return the probabilities of the roles of each entity by its id, as the reader sees them.

    Of several mentions of one thing in a sentence the likeliest counts.
    """
    chances: dict[str, dict[str, float]] = {}
    for seen in claim.seen:
        entity = linked.of(seen.mention)
        if entity is None:
            continue
        own = chances.setdefault(entity.id, {})
        curie = PROPERTY_OF[seen.name]
        before = own.get(curie, 0.0)
        own[curie] = max(seen.chance, before)
    return chances


def _seen(claim: Claim, linked: LinkedMentions) -> Iterator[Filled]:
    """Yield the roles that the reader proposes."""
    told: set[tuple[str, str]] = set()
    for seen in claim.seen:
        entity = linked.of(seen.mention)
        curie = PROPERTY_OF[seen.name]
        if entity is None or seen.chance < LEAST:
            continue
        key = (curie, entity.id)
        if key in told or not _fits(curie, entity):
            continue
        told.add(key)
        role = Role(SEEN, seen.mention)
        yield role, curie, entity


def _fits(curie: str, entity: Entity) -> bool:
    """Return whether a thing can have a role at all."""
    if curie in WHERE:
        return PLACE in entity.types
    return DISEASE not in entity.types


def doubts(claim: Claim, taking: Iterable[tuple[Filled, float]]) -> Iterator[str]:
    """Yield signs for how likely it is that all who take part are right, for the event as such."""
    if not claim.signs:
        return
    chances: list[float] = []
    for (_, curie, _), chance in taking:
        if curie not in WHERE:
            chances.append(chance)
    mark = f"{SEEN} part" if SEEN in claim.signs else "part"
    if not chances:
        yield intern(f"{mark} of nobody")
        return
    least = min(chances)
    yield from _steps(mark, least)


def _steps(mark: str, chance: float) -> tuple[str, ...]:
    """Return a sign for each step that a probability reaches."""
    return _signs_of_steps(mark)[: bisect_right(STEPS, chance)]


@cache
def _signs_of_steps(mark: str) -> tuple[str, ...]:
    return tuple(f"{mark} {step}" for step in STEPS)


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
    known = "described" if entity.described else "named"
    form = mention.kind.value
    words = mention.text.split()
    yield f"{curie} {kind}"
    yield f"{curie} {known}"
    yield f"{curie} {form}"
    if len(words) == 1:
        text = mention.text.lower()
        yield f"{form} word:{text}"


def _of_others(proposal: Filled, by_rules: Iterable[Filled]) -> Iterator[str]:
    """Yield whether words propose the same thing in another role, or another in the same."""
    _, curie, entity = proposal
    for _, other, filler in by_rules:
        is_same = filler.id == entity.id
        if is_same and other != curie:
            yield f"{curie} beside {other} by words"
        elif not is_same and other == curie:
            yield f"{curie} with another by words"


def _of_chances(curie: str, entity: Entity, chances: Mapping[str, Chances]) -> Iterator[str]:
    """Yield what the reader thinks of this role, of other roles, and of others in this role."""
    own = chances.get(entity.id, {})
    chance = own.get(curie, 0.0)
    whole = sum(own.values())
    other = _highest_but(curie, own)
    in_role: dict[str, float] = {}
    for name, each in chances.items():
        in_role[name] = each.get(curie, 0.0)
    rival = _highest_but(entity.id, in_role)
    yield from _steps(f"{SEEN} {curie}", chance)
    yield from _steps(f"{SEEN} own", chance)
    yield from _steps(f"{SEEN} any", whole)
    yield from _steps(f"{SEEN} other", other)
    if rival > chance:
        yield f"{SEEN} {curie} rather another"


def _highest_but(name: str, chances: Chances) -> float:
    """Return the highest probability but that of one name; 0 if there is no other."""
    highest = 0.0
    for other, chance in chances.items():
        if other != name:
            highest = max(highest, chance)
    return highest
