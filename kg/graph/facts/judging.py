"""Judgement of candidates: a fact, or the reason why there is none.

Domain and range decide, and whether the text says who or what both ends are.
"""

from collections.abc import Iterable
from enum import StrEnum

from kg.graph.facts.bare_values import (
    bare_words,
    fault_of_title,
    number_of,
)
from kg.graph.facts.candidate import Candidate
from kg.graph.facts.described import (
    CONTAINED,
    OF_DESCRIBED,
    may_have,
)
from kg.graph.facts.mention_values import (
    DATE_TYPES,
    NUMBERS,
    count_of,
    date_literal,
    day_of,
    id_of,
    number_literal,
)
from kg.graph.ontology import (
    GROUP,
    LinkedMentions,
    Ontology,
    is_identified,
)
from kg.model import (
    Claim,
    Entity,
    Fact,
    Frame,
    Kind,
    Literal,
    Mention,
)
from kg.vocabulary import (
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
)

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
# They never end: "her late father" is her father for ever.
EVERLASTING = frozenset(
    {
        "schema:children",
        "schema:sibling",
        "schema:relatedTo",
        "schema:founder",
        "schema:alumniOf",
        "schema:birthPlace",
    }
)
TODAY_ONLY = frozenset({"kg:age"})  # true at the date of the article
NAMED = PEOPLE | ORGANIZATIONS | PLACES
TEXTS = "xsd:string"  # the datatype of plain words
WATER, ISLAND = "schema:BodyOfWater", "island"
JOB_TITLE = "schema:jobTitle"
HOME, WORKS_FOR = "schema:homeLocation", "schema:worksFor"
LOCATION, OWNS = "schema:location", "schema:owns"
COUNTRY, MEMBER, NATIONALITY = "schema:Country", "schema:memberOf", "schema:nationality"
PARTS_OF_COUNTRIES = frozenset({"schema:City", "schema:State"})
PARTS_OR_COUNTRIES = frozenset({COUNTRY, "schema:State"})
OWNING = ("'s", "’s")
BEGINS = frozenset({"naming"})  # constructions whose date is the beginning of what they say


class Reason(StrEnum):
    """The reasons why a candidate is no fact, but for those that name classes."""

    NOBODY = "nobody known: one of the two ends is in no chain that became an entity"
    IN_NAME = "said already: the words are a part of the description itself"
    KIND_OF_MEMBER = "said already: a group has its kind of member instead"
    NO_WORDS = "no words: nothing is left that could be a literal"
    UNIDENTIFIED = "unidentified: the text does not say who or what it is"
    ONLY_DESCRIPTION = "reflexive: only the description itself says so"
    ONE_THING = "reflexive: both ends are one thing"
    OWN_SEAT = "reflexive: the place is only called after what is there"
    NOT_IN_ITS_PART = "range: a country does not lie in a part of a country"
    NOT_IN_WATER = "range: what lies on water does not lie in it"
    COUNTRY_OWNED = "range: a country is nobody's property"
    NO_DATE = "range: no single date"
    NO_NUMBER = "range: no whole number"


# The reasons that are not worth a refusal.
UNWRITTEN = frozenset({Reason.NOBODY, Reason.IN_NAME, Reason.KIND_OF_MEMBER, Reason.NO_WORDS})


def judge(candidate: Candidate, linked: LinkedMentions, ontology: Ontology) -> Fact | str:
    """Return the fact, or why there is none: a reason in `UNWRITTEN` is not worth a refusal."""
    subject = linked.of(candidate.subject)
    if subject is None:
        return Reason.NOBODY
    reason = _fault_of_subject(candidate, subject, ontology)
    if reason:
        return reason
    value = _value(candidate, linked, ontology)
    if isinstance(value, Literal):
        return _fact(candidate, subject, value, linked)
    if isinstance(value, str):
        return value
    if value.id == subject.id:
        return Reason.ONE_THING
    return _fact(candidate, subject, value.id, linked)


def _fault_of_subject(candidate: Candidate, subject: Entity, ontology: Ontology) -> str:
    """Return why an entity cannot be the subject, empty if it can."""
    relation = candidate.relation
    known_as = candidate.known_as
    if not may_have(subject, known_as, candidate.article, is_subject=True):
        return Reason.UNIDENTIFIED
    reason = _fault_by_relation(candidate, subject)
    if reason:
        return reason
    if ontology.fits(subject.types, relation.domain):
        return ""
    if relation.literal and GROUP in subject.types:
        return Reason.KIND_OF_MEMBER
    return f"domain: {_wrong_class(subject, relation.domain)}"


def _fault_by_relation(candidate: Candidate, subject: Entity) -> str:
    """Return why an entity cannot be the subject of this relation, whatever its class."""
    known_as = candidate.known_as
    if known_as == MEMBER:
        return _fault_of_member(subject)
    if known_as == JOB_TITLE:
        return fault_of_title(candidate.claim)
    if known_as == NATIONALITY and _only_describes(candidate, subject):
        return Reason.IN_NAME
    return ""


def _only_describes(candidate: Candidate, group: Entity) -> bool:
    """Return whether a country only describes people whom nobody counts: "British fans"."""
    if GROUP not in group.types or not group.described or candidate.value is None:
        return False
    if group.size or group.members:
        return False
    return candidate.subject.passage.covers(candidate.value.passage)


def _fault_of_member(subject: Entity) -> str:
    """Return why an entity cannot be a member of something, empty if it can."""
    is_only_described = subject.member_type.endswith("member") and not subject.size
    return Reason.ONLY_DESCRIPTION if is_only_described else ""


def _value(
    candidate: Candidate, linked: LinkedMentions, ontology: Ontology
) -> Entity | Literal | str:
    """Return the object as an entity or literal, or the reason why it is none."""
    relation, mention = candidate.relation, candidate.value
    if relation.literal:
        return _literal(candidate, linked)
    bare = _bare(candidate, linked)
    if bare is not None:
        return bare
    value = linked.of(mention) if mention is not None else None
    if mention is None or value is None:
        return Reason.NOBODY
    reason = _fault_of_object(candidate, mention, value, linked)
    if reason:
        return reason
    if not ontology.fits(value.types, relation.range):
        return f"range: {_wrong_class(value, relation.range)}"
    return value


def _bare(candidate: Candidate, linked: LinkedMentions) -> Literal | None:
    """Return an object without a name, where the ontology lets it be one: "electric car"."""
    thing, mention = candidate.relation.thing, candidate.value
    words = candidate.words
    if not thing:
        return None
    if mention is not None and mention.kind is Kind.NOMINAL:
        if _may_be_bare(candidate, mention, linked):
            words = bare_words(mention, candidate.claim.evidence)
    elif mention is None:
        claim = candidate.claim
        words = words or claim.value or claim.phrase
    kind = f" {candidate.relation.label}".lower()
    plain = words.removesuffix(kind)  # "forestry industry" as an industry
    return Literal(plain, _class_of(thing)) if plain else None


def _may_be_bare(candidate: Candidate, mention: Mention, linked: LinkedMentions) -> bool:
    """Return whether a description may be an object that has no name.

    Where the ontology asks for no class, a person or a place that the text does not name is not
    what a property is about.
    """
    entity = linked.of(mention)
    if entity is not None and is_identified(entity):
        return False
    return bool(candidate.relation.range) or mention.type not in NAMED


def _class_of(thing: str) -> str:
    """Return the class of a thing without a name; none for plain words."""
    return "" if thing == TEXTS else thing


def _fault_of_object(
    candidate: Candidate, mention: Mention, value: Entity, linked: LinkedMentions
) -> str:
    """Return why an entity cannot be the object, whatever its class; empty if it can."""
    known_as = candidate.known_as
    if not may_have(value, known_as, candidate.article, is_subject=False):
        return Reason.UNIDENTIFIED
    if known_as == HOME and value.described:
        return Reason.UNIDENTIFIED
    if known_as == OWNS and COUNTRY in value.types:
        return Reason.COUNTRY_OWNED  # the Greek owner of a ship does not own Greece
    if known_as == LOCATION and mention.passage.covers(candidate.subject.passage):
        return Reason.OWN_SEAT  # "the union's headquarters" do not say where the union is
    is_inside = candidate.subject.passage.covers(mention.passage)
    if is_inside and known_as in OF_DESCRIBED:
        return Reason.ONLY_DESCRIPTION
    if is_inside and known_as == WORKS_FOR and COUNTRY in value.types:
        return Reason.IN_NAME  # "a Peruvian soldier" is of Peru, and somebody of it is its own post
    if known_as == CONTAINED:
        return _fault_of_container(candidate, linked.of(candidate.subject), value)
    return ""


def _wrong_class(entity: Entity, classes: Iterable[str]) -> str:
    """Return the words for an entity that is of none of the classes."""
    nearest, *_ = entity.types
    wanted = " or ".join(classes)
    return f"{nearest} is no {wanted}"


def _is_in_its_name(candidate: Candidate, place: Entity) -> bool:
    """Return whether a place is only the name of what is described: "the Grorud district".

    A country or state in a description is around it, and so is an owner: "Oslo's Grorud district".
    """
    mention = candidate.value
    if mention is None or not candidate.subject.passage.covers(mention.passage):
        return False
    if not PARTS_OR_COUNTRIES.isdisjoint(place.types):
        return False
    return not candidate.article.text.startswith(OWNING, mention.passage.end)


def _fault_of_container(candidate: Candidate, subject: Entity | None, value: Entity) -> str:
    """Return why a place cannot lie in another, empty if it can."""
    if _is_in_its_name(candidate, value):
        return Reason.IN_NAME
    if _lies_in_its_part(subject, value):
        return Reason.NOT_IN_ITS_PART
    if WATER in value.types and ISLAND not in candidate.claim.predicate:
        return Reason.NOT_IN_WATER
    return ""


def _lies_in_its_part(subject: Entity | None, value: Entity) -> bool:
    """Return whether a country is said to lie in a province or city.

    "Anhalt, Germany" may be read the wrong way round.
    """
    is_country = subject is not None and COUNTRY in subject.types
    if not is_country or COUNTRY in value.types:
        return False
    if value.country:
        return True
    return not PARTS_OF_COUNTRIES.isdisjoint(value.types)


# ------------------------------------------------------------------------------------- literals


def _literal(candidate: Candidate, linked: LinkedMentions) -> Literal | str:
    """Return a literal in the property's datatype: a date, a number, or the claim's own words."""
    claim, mention = candidate.claim, candidate.value
    words = candidate.words or claim.value or claim.phrase
    datatypes = set(candidate.relation.range)
    if not datatypes.isdisjoint(DATE_TYPES.values()):
        day = words if mention is None else day_of(mention)
        return date_literal(day, datatypes) or Reason.NO_DATE
    if not datatypes.isdisjoint(NUMBERS):
        number = (number_of(words) or words) if mention is None else count_of(mention)
        return number_literal(number, candidate.relation.range) or Reason.NO_NUMBER
    if mention is not None and candidate.pattern:
        words = _words_of(mention, claim, linked)
    return Literal(words) if words else Reason.NO_WORDS


def _words_of(mention: Mention, claim: Claim, linked: LinkedMentions) -> str:
    """Return a mention as a text: the name of its thing, or the noun of what has none."""
    entity = linked.of(mention)
    if entity is not None and is_identified(entity):
        return entity.name
    return bare_words(mention, claim.evidence) if mention.kind is Kind.NOMINAL else ""


# -------------------------------------------------------------------------------- facts, refusals


def _fact(
    candidate: Candidate, subject: Entity, value: Literal | str, linked: LinkedMentions
) -> Fact:
    """Return the fact of one candidate, with the evidence of this one sentence.

    A symmetric one is always the same way round.
    """
    claim, relation = candidate.claim, candidate.relation
    curie = relation.curie
    start, end = _bounds(claim) if curie in LASTING else ("", "")
    speaker = id_of(claim.speaker, linked)
    has_role = claim.frame is Frame.NOUN and curie in WITH_ROLE
    first, second = subject.id, value
    if relation.symmetric and isinstance(second, str):
        first, second = sorted((first, second))
    return Fact(
        first,
        curie,
        second,
        (claim.rule,),
        (claim.evidence,),
        claim.factuality,
        speakers=(speaker,) if speaker else (),
        role=claim.phrase if has_role else "",
        start=start,
        end=end,
        as_of=candidate.article.published if curie in TODAY_ONLY else "",
        past=_is_past(candidate),
        probability=claim.probability,
    )


def _is_past(candidate: Candidate) -> bool:
    """Return whether what a candidate says is over, and can be."""
    if candidate.relation.curie in EVERLASTING:
        return False
    return candidate.claim.ended or candidate.past


def _bounds(claim: Claim) -> tuple[str, str]:
    """Return beginning and end of what the claim says, from the times beside it."""
    for mention in claim.fillers("when"):
        time = mention.time
        if time is None:
            continue
        if time.open or time.end:
            return time.start, time.end
        if time.start and claim.rule in BEGINS:
            return time.start, ""
    return "", ""
