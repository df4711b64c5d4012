"""Claims become facts: their words are looked up in the ontology, their mentions among entities.

Domain and range decide. A candidate that does not fit is refused with its reason; a claim of which
no pattern fits gives one refusal for each pair of mentions that it ties, never a triple.
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
    {
        "schema:worksFor",
        "kg:leads",
        "schema:memberOf",
        "schema:relatedTo",
        "kg:represents",
        "kg:spokespersonFor",
    }
)
# They hold for a time: a date beside them bounds the statement. All others are single happenings or
# do not change.
LASTING = WITH_ROLE | {
    "schema:spouse",
    "schema:owns",
    "schema:location",
    "schema:homeLocation",
    "kg:ally",
    "kg:opponent",
}
TODAY_ONLY = frozenset({"kg:age"})  # true at the date of the article
CONTAINED, WATER, ISLAND = "schema:containedInPlace", "schema:BodyOfWater", "island"
COUNTRY, MEMBER = "schema:Country", "schema:memberOf"
PARTS_OF_COUNTRIES = frozenset({"schema:City", "schema:State"})
# Relations that may end at a described organisation, and of which class it must be
# (docs/decisions/0006-unnamed-things.md).
OF_DESCRIBED = {
    "kg:ally": ORGANIZATION,
    "kg:opponent": ORGANIZATION,
    "schema:location": ARMED,
    MEMBER: ORGANIZATION,
}
# Why a candidate is no fact, if that is not worth a refusal.
NOBODY = "nobody known: one of the two ends is in no chain that became an entity"
IN_NAME = "said already: the words are a part of the description itself"
KIND_OF_MEMBER = "said already: a group has its kind of member instead"
NO_WORDS = "no words: nothing is left that could be a literal"
UNWRITTEN = frozenset({NOBODY, IN_NAME, KIND_OF_MEMBER, NO_WORDS})
UNIDENTIFIED = "unidentified: the text does not say who or what it is"
ONLY_DESCRIPTION = "reflexive: only the description itself says so"
DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}  # by length of an ISO date
BEGINS = frozenset({"naming"})  # constructions whose date is the beginning of what they say

Pair = tuple[Mention, Mention | None]


@dataclass(frozen=True)
class Candidate:
    """A would-be fact: its property, and the mentions at both ends.

    `value` is None for the claim's own words; `pattern` is as the ontology writes it.
    """

    claim: Claim
    article: Article
    relation: Property
    subject: Mention
    value: Mention | None
    past: bool = False
    pattern: str = ""


def facts(
    reading: Reading, linked: LinkedMentions, ontology: Ontology
) -> tuple[list[Fact], list[Refusal]]:
    """Return the facts and refusals of the claims of one article, each as often as it is said."""
    stated: list[Fact] = []
    refused: list[Refusal] = []
    for claim in reading.claims:
        good, bad = _of_claim(claim, reading.article, linked, ontology)
        stated += good
        refused += bad
    return stated, refused


def _of_claim(
    claim: Claim, article: Article, linked: LinkedMentions, ontology: Ontology
) -> tuple[list[Fact], list[Refusal]]:
    """Return the facts of one claim, and refusals of pairs that no pattern of it could use."""
    good: list[Fact] = []
    bad: dict[Pair, Refusal] = {}
    used: set[Pair] = set()
    for candidate in candidates(claim, article, ontology):
        pair = (candidate.subject, candidate.value)
        verdict = judge(candidate, linked, ontology)
        if isinstance(verdict, Fact):
            good.append(verdict)
            used.add(pair)
        elif verdict not in UNWRITTEN:
            bad.setdefault(pair, _refusal(candidate, verdict, linked))
    return good, [refusal for pair, refusal in bad.items() if pair not in used]


def candidates(claim: Claim, article: Article, ontology: Ontology) -> Iterator[Candidate]:
    """Yield every pair of fillers that a pattern of the claim's words ties."""
    if claim.frame is Frame.RELATION:
        relation = ontology.properties[claim.predicate]
        for subject, value in _pairs(claim, "subject", "object"):
            yield Candidate(claim, article, relation, subject, value)
        return
    for curie, pattern in ontology.patterns(claim.frame, claim.predicate):
        if pattern.matches(claim):
            yield from _of_pattern(claim, article, ontology.properties[curie], pattern)


def _of_pattern(
    claim: Claim, article: Article, relation: Property, pattern: Pattern
) -> Iterator[Candidate]:
    """Yield the candidates of one pattern."""
    for subject, value in _pairs(claim, pattern.subject, pattern.object):
        yield Candidate(claim, article, relation, subject, value, pattern.past, pattern.text)


def _pairs(claim: Claim, subject: str, value: str) -> Iterator[Pair]:
    """Yield the fillers of two roles in pairs; None for a value that no mention fills."""
    values: tuple[Mention | None, ...] = claim.fillers(value) or (None,)
    for filler in claim.fillers(subject):
        yield from ((filler, other) for other in values)


# -------------------------------------------------------------------------------------- judging


def judge(candidate: Candidate, linked: LinkedMentions, ontology: Ontology) -> Fact | str:
    """Return the fact, or why there is none: a reason in `UNWRITTEN` is not worth a refusal."""
    subject = linked.of(candidate.subject)
    if subject is None:
        return NOBODY
    reason = _fault_of_subject(candidate, subject, ontology)
    if reason:
        return reason
    value = _value(candidate, linked, ontology)
    if isinstance(value, Literal):
        return _fact(candidate, subject, value, linked)
    if isinstance(value, str):
        return value
    if value.id == subject.id:
        return "reflexive: both ends are one thing"
    return _fact(candidate, subject, value.id, linked)


def _fault_of_subject(candidate: Candidate, subject: Entity, ontology: Ontology) -> str:
    """Return why an entity cannot be the subject, empty if it can."""
    relation = candidate.relation
    is_member = relation.curie == MEMBER
    if not _may_stand(subject, relation) or (is_member and not is_identified(subject)):
        return UNIDENTIFIED
    if is_member and subject.member_type.endswith("member") and not subject.size:
        return ONLY_DESCRIPTION
    is_noun_phrase = candidate.claim.rule == "noun-phrase"
    if relation.literal and subject.described and is_noun_phrase:
        return IN_NAME  # "the judge" has its word in its name
    if ontology.fits(subject.types, relation.domain):
        return ""
    if relation.literal and GROUP in subject.types:
        return KIND_OF_MEMBER
    return f"domain: {subject.types[0]} is no {' or '.join(relation.domain)}"


def _value(
    candidate: Candidate, linked: LinkedMentions, ontology: Ontology
) -> Entity | Literal | str:
    """Return the object as an entity or literal, or the reason why it is none."""
    relation, mention = candidate.relation, candidate.value
    if relation.literal:
        return _literal(candidate)
    value = linked.of(mention) if mention is not None else None
    if mention is None or value is None:
        return NOBODY
    if not _may_stand(value, relation):
        return UNIDENTIFIED
    if relation.curie in OF_DESCRIBED and candidate.subject.passage.covers(mention.passage):
        return ONLY_DESCRIPTION
    if relation.curie == CONTAINED:
        reason = _fault_of_container(candidate, linked.of(candidate.subject), value)
        if reason:
            return reason
    if not ontology.fits(value.types, relation.range):
        return f"range: {value.types[0]} is no {' or '.join(relation.range)}"
    return value


def _may_stand(entity: Entity, relation: Property) -> bool:
    """Return whether an entity may be an end of the relation, even if it has no name."""
    if is_identified(entity):
        return True
    return OF_DESCRIBED.get(relation.curie) in entity.types and is_particular(entity)


def _fault_of_container(candidate: Candidate, subject: Entity | None, value: Entity) -> str:
    """Return why a place cannot lie in another, empty if it can."""
    if _lies_in_its_part(subject, value):
        return "range: a country does not lie in a part of a country"
    if WATER in value.types and ISLAND not in candidate.claim.predicate:
        return "range: what lies on water does not lie in it"
    return ""


def _lies_in_its_part(subject: Entity | None, value: Entity) -> bool:
    """Return whether a country is said to lie in a province or city.

    "Anhalt, Germany" may be read the wrong way round.
    """
    if subject is None or COUNTRY not in subject.types or COUNTRY in value.types:
        return False
    return bool(value.country) or bool(PARTS_OF_COUNTRIES.intersection(value.types))


# ------------------------------------------------------------------------------------- literals


def _literal(candidate: Candidate) -> Literal | str:
    """Return a literal in the property's datatype: a date, a number, or the claim's own words."""
    relation, mention = candidate.relation, candidate.value
    words = candidate.claim.value or candidate.claim.phrase
    if any(datatype in DATE_TYPES.values() for datatype in relation.range):
        day = _date(mention) if mention is not None else words
        datatype = DATE_TYPES.get(len(day), "")
        return Literal(day, datatype) if datatype else "range: no single date"
    if "xsd:integer" in relation.range:
        number = _count(mention) if mention is not None else words
        is_whole = number.isascii() and number.isdigit()
        return Literal(number, "xsd:integer") if is_whole else "range: no whole number"
    return Literal(words) if words else NO_WORDS


def _date(mention: Mention) -> str:
    """Return the single date of a mention, empty if it has none."""
    time = mention.time
    return time.start if time is not None and time.is_point else ""


def _count(mention: Mention) -> str:
    """Return how many a group or quantity counts; empty if the words give no single number."""
    if mention.kind is Kind.QUANTITY and mention.quantity is not None:
        return mention.quantity.value
    return str(mention.size) if mention.size else ""


# -------------------------------------------------------------------------------- facts, refusals


def _fact(
    candidate: Candidate, subject: Entity, value: Literal | str, linked: LinkedMentions
) -> Fact:
    """Return the fact of one candidate, with the evidence of this one sentence.

    A symmetric one is always the same way round.
    """
    claim, relation = candidate.claim, candidate.relation
    start, end = _bounds(claim) if relation.curie in LASTING else ("", "")
    speaker = linked.of(claim.speaker) if claim.speaker is not None else None
    has_role = relation.curie in WITH_ROLE and claim.frame is Frame.NOUN
    first, second = subject.id, value
    if relation.symmetric and isinstance(second, str):
        first, second = sorted((first, second))
    return Fact(
        first,
        relation.curie,
        second,
        (claim.rule,),
        (claim.evidence,),
        claim.factuality,
        speakers=(speaker.id,) if speaker is not None else (),
        role=claim.phrase if has_role else "",
        start=start,
        end=end,
        as_of=candidate.article.published if relation.curie in TODAY_ONLY else "",
        past=claim.ended or candidate.past,
        probability=claim.probability,
    )


def _bounds(claim: Claim) -> tuple[str, str]:
    """Return beginning and end of what the claim says, from the times beside it."""
    times = [mention.time for mention in claim.fillers("when") if mention.time is not None]
    for time in times:
        if time.open or time.end:
            return time.start, time.end
        if time.start and claim.rule in BEGINS:
            return time.start, ""
    return "", ""


def _refusal(candidate: Candidate, reason: str, linked: LinkedMentions) -> Refusal:
    """Return the record of a candidate that did not become a fact."""
    claim, mention = candidate.claim, candidate.value
    subject = plain_name(candidate.subject, linked.of(candidate.subject))
    value = plain_name(mention, linked.of(mention)) if mention is not None else claim.phrase
    words = f"{subject} – {candidate.relation.label} – {value}"
    return Refusal(claim.evidence, words, claim.rule, reason)
