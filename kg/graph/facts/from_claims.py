"""Claims to facts: the words of a claim are looked up in the ontology, its mentions in the world, and domain and range decide.

A candidate that does not fit is refused with its reason; a claim of which no pattern fits gives one refusal for each pair of
things that it ties, never a triple.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.ontology import (
    ARMED,
    GROUP,
    ORGANIZATION,
    LinkedMentions,
    Ontology,
    Pattern,
    Property,
    is_identified,
    is_particular,
    plain_name,
)
from kg.model import Article, Claim, Entity, Fact, Frame, Kind, Literal, Mention, Reading, Refusal

# Statements that keep the noun which says them ("third secretary", "aunt") as their kg:role.
WITH_ROLE = frozenset(
    {"schema:worksFor", "kg:leads", "schema:memberOf", "schema:relatedTo", "kg:represents", "kg:spokespersonFor"}
)
# What holds for a time: a date beside it bounds the statement. All others are single happenings or do not change.
LASTING = frozenset(
    {*WITH_ROLE, "schema:spouse", "schema:owns", "schema:location", "schema:homeLocation", "kg:ally", "kg:opponent"}
)
TODAY_ONLY = frozenset({"kg:age"})  # true at the date of the article
CONTAINED, WATER, ISLAND = "schema:containedInPlace", "schema:BodyOfWater", "island"
COUNTRY, MEMBER = "schema:Country", "schema:memberOf"
PARTS_OF_COUNTRIES = frozenset({"schema:City", "schema:State"})
# Relations that may end at a described organisation, and of which class it must be (docs/decisions/0006-unnamed-things.md).
OF_DESCRIBED = {"kg:ally": ORGANIZATION, "kg:opponent": ORGANIZATION, "schema:location": ARMED, MEMBER: ORGANIZATION}
# Why a candidate is no fact, where that is not worth a refusal.
NOBODY = "nobody known: one of the two ends is in no chain that became an entity"
IN_NAME = "said already: the words are a part of the description itself"
KIND_OF_MEMBER = "said already: a group has its kind of member instead"
NO_WORDS = "no words: nothing is left that could be a literal"
UNWRITTEN = frozenset({NOBODY, IN_NAME, KIND_OF_MEMBER, NO_WORDS})
UNIDENTIFIED = "unidentified: the text does not say who or what it is"
DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
BEGINS = frozenset({"naming"})  # constructions whose date is the beginning of what they say


@dataclass(frozen=True)
class Candidate:
    """A would-be fact: its property, and the mentions at both ends (`value` is empty for the claim's own words)."""

    claim: Claim
    article: Article
    relation: Property
    subject: Mention
    value: Mention | None
    past: bool = False
    pattern: str = ""  # as the ontology writes it


def facts(reading: Reading, world: LinkedMentions, ontology: Ontology) -> tuple[list[Fact], list[Refusal]]:
    """What the claims of one article give: facts, each as often as it is told, and refusals."""
    found: list[Fact] = []
    refused: list[Refusal] = []
    for claim in reading.claims:
        good, bad = _of_claim(claim, reading.article, world, ontology)
        found += good
        refused += bad
    return found, refused


def _of_claim(claim: Claim, article: Article, world: LinkedMentions, ontology: Ontology) -> tuple[list[Fact], list[Refusal]]:
    """The facts of one claim; its refusals only for pairs that no pattern of the claim could use."""
    good: list[Fact] = []
    bad: dict[tuple[Mention, Mention | None], Refusal] = {}
    used: set[tuple[Mention, Mention | None]] = set()
    for candidate in candidates(claim, article, ontology):
        pair = (candidate.subject, candidate.value)
        outcome = judge(candidate, world, ontology)
        if isinstance(outcome, Fact):
            good.append(outcome)
            used.add(pair)
        elif outcome not in UNWRITTEN:
            bad.setdefault(pair, _refusal(candidate, outcome, world))
    return good, [refusal for pair, refusal in bad.items() if pair not in used]


def candidates(claim: Claim, article: Article, ontology: Ontology) -> Iterator[Candidate]:
    """Every pair of fillers that a pattern of the claim's words ties."""
    if claim.frame is Frame.RELATION:
        relation = ontology.properties[claim.predicate]
        for subject in claim.fillers("subject"):
            values: tuple[Mention | None, ...] = claim.fillers("object") or (None,)
            yield from (Candidate(claim, article, relation, subject, value) for value in values)
        return
    for curie, pattern in ontology.patterns(claim.frame, claim.predicate):
        if pattern.matches(claim):
            yield from _of_pattern(claim, article, ontology.properties[curie], pattern)


def _of_pattern(claim: Claim, article: Article, relation: Property, pattern: Pattern) -> Iterator[Candidate]:
    """The pairs of one pattern."""
    for subject in claim.fillers(pattern.subject):
        values: tuple[Mention | None, ...] = claim.fillers(pattern.object) if pattern.object else (None,)
        yield from (Candidate(claim, article, relation, subject, value, pattern.past, pattern.text) for value in values)


def judge(candidate: Candidate, world: LinkedMentions, ontology: Ontology) -> Fact | str:
    """Return the fact, or why there is none: a reason in `UNWRITTEN` is not worth a refusal."""
    subject = world.of(candidate.subject)
    if subject is None:
        return NOBODY
    relation = candidate.relation
    if not _may_stand(subject, relation) or (relation.curie == MEMBER and not is_identified(subject)):
        return UNIDENTIFIED
    if relation.curie == MEMBER and subject.member_type.endswith("member") and not subject.size:
        return "reflexive: only the description itself says so"
    if relation.literal and subject.described and candidate.claim.rule == "noun-phrase":
        return IN_NAME  # "the judge" has its word in its name
    if not ontology.fits(subject.types, relation.domain):
        if relation.literal and GROUP in subject.types:
            return KIND_OF_MEMBER
        return f"domain: {subject.types[0]} is no {' or '.join(relation.domain)}"
    value = _value(candidate, world, ontology)
    if isinstance(value, Literal):
        return _fact(candidate, subject, value, world)
    if isinstance(value, str):
        return value
    if value.id == subject.id:
        return "reflexive: both ends are one thing"
    return _fact(candidate, subject, value.id, world)


def _value(candidate: Candidate, world: LinkedMentions, ontology: Ontology) -> Entity | Literal | str:
    """The object as an entity or literal, or the reason why it is none."""
    relation, mention = candidate.relation, candidate.value
    if relation.literal:
        return _literal(candidate)
    found = world.of(mention) if mention is not None else None
    if found is None:
        return NOBODY
    if not _may_stand(found, relation):
        return UNIDENTIFIED
    if relation.curie == CONTAINED and _lies_in_its_part(world.of(candidate.subject), found):
        return "range: a country does not lie in a part of a country"
    if relation.curie in OF_DESCRIBED and mention is not None and candidate.subject.passage.covers(mention.passage):
        return "reflexive: only the description itself says so"
    if relation.curie == CONTAINED and WATER in found.types and ISLAND not in candidate.claim.predicate:
        return "range: what lies on water does not lie in it"
    if not ontology.fits(found.types, relation.range):
        return f"range: {found.types[0]} is no {' or '.join(relation.range)}"
    return found


def _may_stand(entity: Entity, relation: Property) -> bool:
    """True where an entity may be an end of the relation, though it has no name."""
    return is_identified(entity) or (OF_DESCRIBED.get(relation.curie) in entity.types and is_particular(entity))


def _lies_in_its_part(subject: Entity | None, value: Entity) -> bool:
    """True for a country that is said to lie in a province or city ("Anhalt, Germany" read the wrong way round)."""
    is_part = bool(value.country) or bool(PARTS_OF_COUNTRIES.intersection(value.types))
    return subject is not None and COUNTRY in subject.types and COUNTRY not in value.types and is_part


def _literal(candidate: Candidate) -> Literal | str:
    """A literal in the property's datatype: a date, a number, or the claim's own words."""
    relation, mention = candidate.relation, candidate.value
    words = candidate.claim.value or candidate.claim.phrase
    if any(datatype in DATE_TYPES.values() for datatype in relation.range):
        if mention is None and len(words) in DATE_TYPES:
            return Literal(words, DATE_TYPES[len(words)])
        if mention is None or mention.time is None or not mention.time.is_point:
            return "range: no single date"
        return Literal(mention.time.start, DATE_TYPES[len(mention.time.start)])
    if "xsd:integer" in relation.range:
        number = words if mention is None else _count(mention)
        return Literal(number, "xsd:integer") if number.isascii() and number.isdigit() else "range: no whole number"
    return Literal(words) if words else NO_WORDS


def _count(mention: Mention) -> str:
    """How many a group or quantity counts; empty where the words give no single number."""
    if mention.kind is Kind.QUANTITY and mention.quantity is not None:
        return mention.quantity.value
    return str(mention.size) if mention.size else ""


def _fact(candidate: Candidate, subject: Entity, value: Literal | str, world: LinkedMentions) -> Fact:
    """The fact of one candidate, with the evidence of this one sentence; a symmetric one always the same way round."""
    claim, relation = candidate.claim, candidate.relation
    start, end = _bounds(claim) if relation.curie in LASTING else ("", "")
    speaker = world.of(claim.speaker) if claim.speaker is not None else None
    first, second = subject.id, value
    if relation.symmetric and isinstance(second, str) and second < first:
        first, second = second, first
    return Fact(
        first,
        relation.curie,
        second,
        (claim.rule,),
        (claim.evidence,),
        claim.factuality,
        speakers=(speaker.id,) if speaker is not None else (),
        role=claim.phrase if relation.curie in WITH_ROLE and claim.frame is Frame.NOUN else "",
        start=start,
        end=end,
        as_of=candidate.article.published if relation.curie in TODAY_ONLY else "",
        past=claim.ended or candidate.past,
        probability=claim.probability,
    )


def _bounds(claim: Claim) -> tuple[str, str]:
    """Beginning and end of what the claim says, from the times beside it."""
    for mention in claim.fillers("when"):
        time = mention.time
        if time is not None and (time.open or time.end):
            return time.start, time.end
        if time is not None and time.start and claim.rule in BEGINS:
            return time.start, ""
    return "", ""


def _refusal(candidate: Candidate, reason: str, world: LinkedMentions) -> Refusal:
    """The record of a candidate that did not become a fact."""
    subject = plain_name(candidate.subject, world.of(candidate.subject))
    value = plain_name(candidate.value, world.of(candidate.value)) if candidate.value is not None else candidate.claim.phrase
    return Refusal(candidate.claim.evidence, f"{subject} – {candidate.relation.label} – {value}", candidate.claim.rule, reason)
