"""One node for one happening: mentions of events that are the same event, in an article and over articles.

Two mentions are one event where they are of one kind (one word, where the kind is unknown), some participant is shared, no
named participant and no date contradicts, and both are told, denied or planned alike. What people say is never put together:
each saying is its own.
Source: the argument-overlap criteria of event coreference (Bejan and Harabagiu 2010; Cybulska and Vossen 2015, "bag of events").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from types import MappingProxyType

from anyascii import anyascii

from kg.model import Event, Factuality, Passage
from kg.ontology.confidence import confidence
from kg.ontology.events import Happening
from kg.ontology.schema import EVENT, Ontology

MOVEMENT, JOURNEY = "kg:Movement", "kg:Journey"
TRAVELLERS = frozenset({"kg:agent", "kg:patient"})
NEVER_MERGED = frozenset({"kg:Communication"})
MAX_SLUG = 60  # characters of the label in an id
PLACE_ROLES = frozenset({"sem:hasPlace", "kg:origin", "kg:destination", "kg:via"})
NEWS_SPELL = timedelta(days=45)  # for which an event without a date is told as news, half a month of a rough date taken in
SHARED_OVER_ARTICLES = 2  # participants or places that mentions in two articles must share
EXCLUSIVE = (
    "kg:agent",
    "kg:patient",
    "kg:destination",
    "kg:origin",
    "kg:via",
)  # roles whose fillers contradict where they differ


def events(
    found: Sequence[Happening], ontology: Ontology, members: Mapping[str, frozenset[str]] = MappingProxyType({})
) -> tuple[Event, ...]:
    """The events that the mentions tell of, sorted by id; independent of the order of the articles.

    `members` are the known members of groups: they take part in what their group does.
    """
    ordered = sorted(found, key=lambda each: (each.claim.trigger, each.claim.predicate, each.label))
    groups = _clusters(ordered)
    id_of = {each.claim.trigger: _id(group) for group in groups for each in group}
    made = [_event(group, id_of, ontology, members) for group in groups]
    return tuple(sorted(with_legs(made, ontology), key=lambda event: event.id))


def with_legs(made: Sequence[Event], ontology: Ontology) -> list[Event]:
    """The events, each movement as a part of the only journey that the same travellers make in the same article."""
    journeys = [event for event in made if JOURNEY in event.types]
    legs = [_as_leg(event, journeys) if MOVEMENT in event.types and JOURNEY not in event.types else event for event in made]
    by_id = {event.id: event for event in legs}
    return [_with_travellers(event, by_id) for event in legs]


def _with_travellers(event: Event, by_id: Mapping[str, Event]) -> Event:
    """A leg that names nobody is made by those who make the journey."""
    if any(role in TRAVELLERS for role, _ in event.roles):
        return event
    told = (pair for whole in event.part_of for pair in by_id[whole].roles)
    inherited = {(role, entity) for role, entity in told if role in (*TRAVELLERS, "sem:hasActor")}
    return replace(event, roles=tuple(sorted({*event.roles, *inherited})))


def _as_leg(event: Event, journeys: Sequence[Event]) -> Event:
    """The event as a leg of the only journey of its travellers; as it is where there is none, or a choice."""
    wholes = [journey for journey in journeys if _is_leg(event, journey)]
    if event.part_of or len(wholes) != 1:
        return event
    return replace(event, part_of=(wholes[0].id,), rules=tuple(sorted({*event.rules, "leg-of-journey"})))


def _is_leg(event: Event, journey: Event) -> bool:
    """True where travellers, article and date agree."""
    travellers = {entity for role, entity in event.roles if role in TRAVELLERS}
    same = travellers & {entity for role, entity in journey.roles if role in TRAVELLERS}
    articles = {passage.article for passage in event.evidence} & {passage.article for passage in journey.evidence}
    dates = [each.time.start for each in (event, journey) if each.time]
    return bool(same and articles) and event.factuality.stands and (len(dates) < 2 or _times_agree(*dates))


def _clusters(ordered: list[Happening]) -> list[list[Happening]]:
    """Mentions of one event together: each joins the first earlier group that it agrees with.

    Candidates are found by kind and participant, so the work grows with the number of groups that share both.
    """
    groups: list[list[Happening]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for each in ordered:
        keys = [(kind, entity) for kind in _kinds(each) for entity in (*(e for _, e in each.roles), each.article.id)]
        near = sorted({number for key in keys for number in index[key]})
        home = next((number for number in near if _agrees(each, groups[number])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(each)
        for key in keys:
            if home not in index[key]:
                index[key].append(home)
    return groups


def _kinds(each: Happening) -> tuple[str, ...]:
    """What must be equal for two mentions to be one event: a class, or the word itself; nothing for sayings."""
    if NEVER_MERGED.intersection(each.classes):
        return ()
    known = tuple(cls for cls in each.classes if cls != EVENT)
    return known or (each.word,)


def _agrees(each: Happening, group: list[Happening]) -> bool:
    """True where a mention can be the event of a group."""
    return all(_compatible(each, other) for other in group) and any(_linked(each, other) for other in group)


def _linked(a: Happening, b: Happening) -> bool:
    """True where two mentions share enough participants, or speak of a thing already told in one article, to be one event."""
    shared = {entity for _, entity in a.roles} & {entity for _, entity in b.roles}
    if a.article.id != b.article.id:
        return len(shared) >= SHARED_OVER_ARTICLES and _is_one_news(a, b)
    same_word = a.word.split()[-1] == b.word.split()[-1]
    if not a.roles or not b.roles:
        return same_word or JOURNEY in {*a.classes} & {*b.classes}
    anaphoric = a.is_anaphoric or b.is_anaphoric
    core = _core(a, by_role=not anaphoric) & _core(b, by_role=not anaphoric)
    if a.classes == b.classes == (EVENT,):
        return bool(core) and a.label == b.label
    return bool(core) and (same_word or anaphoric or len(shared) >= SHARED_OVER_ARTICLES)


def _core(each: Happening, *, by_role: bool) -> set[tuple[str, str]]:
    """Who and what an event is about, with their roles where these have to agree."""
    return {(role if by_role else "", entity) for role, entity in each.roles if role in EXCLUSIVE}


def _is_one_news(a: Happening, b: Happening) -> bool:
    """True where two articles can tell of one event: both date it, or they came out, or were dated, within one spell of news."""
    if a.time and b.time:
        return True
    days = [each.time.start if each.time else each.article.published for each in (a, b)]
    if any(len(day) < len("2021-02") for day in days):
        return True
    first, second = (date.fromisoformat(f"{day}-15"[:10]) for day in days)
    return abs(first - second) <= NEWS_SPELL


def _compatible(a: Happening, b: Happening) -> bool:
    """True where nothing in two mentions contradicts that they are one event."""
    if a.factuality.stands != b.factuality.stands or (not a.factuality.stands and a.factuality is not b.factuality):
        return False
    if a.duration and b.duration and a.duration != b.duration:
        return False
    if a.time and b.time and not _times_agree(a.time.start, b.time.start):
        return False
    return not any(_contradict(_fillers(a, role), _fillers(b, role)) for role in EXCLUSIVE)


def _times_agree(a: str, b: str) -> bool:
    """True where two dates are equal as far as the less precise one goes."""
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]


def _fillers(each: Happening, role: str) -> set[str]:
    return {entity for curie, entity in each.roles if curie == role}


def _contradict(a: set[str], b: set[str]) -> bool:
    """True where both name fillers of a role and share none."""
    return bool(a) and bool(b) and not a & b


# ----------------------------------------------------------------------------------------------------------------- nodes


def _id(group: list[Happening]) -> str:
    """A readable id made from the first mention: a slug of its label and a hash of where it stands."""
    first = group[0]
    trigger = first.claim.trigger
    mark = sha256(f"{trigger.article} {trigger.start} {first.claim.predicate}".encode()).hexdigest()[:8]
    slug = "-".join("".join(c if c.isalnum() else " " for c in anyascii(first.label).lower()).split())[:MAX_SLUG].strip("-")
    return f"event/{slug}-{mark}" if slug else f"event/{mark}"


def _event(
    group: list[Happening], id_of: Mapping[Passage, str], ontology: Ontology, members: Mapping[str, frozenset[str]]
) -> Event:
    """The event of a group: participants, evidence and times together; the label of its fullest mention."""
    own = id_of[group[0].claim.trigger]
    classes = sorted({cls for each in group for cls in each.classes if cls != EVENT})
    kinds = tuple(dict.fromkeys(sup for cls in classes for sup in ontology.superclasses(cls) if sup != EVENT))
    evidence = tuple(sorted({each.claim.evidence for each in group}))
    timed = [each for each in group if each.time is not None] or _dated_elsewhere(group)
    best = max(group, key=lambda each: (len(each.roles), each.claim.frame.value == "verb", -each.claim.trigger.start))
    articles = len({passage.article for passage in evidence})
    rules = tuple(sorted({each.claim.rule for each in group}))
    return Event(
        own,
        best.label,
        kinds,
        tuple(sorted({*_all_roles(group, ontology), *_member_roles(group, members)})),
        evidence,
        rules,
        time=max((each.time for each in timed if each.time), key=lambda time: (len(time.start), time.start), default=None),
        time_expressions=tuple(sorted({words for each in timed or group for words in each.time_words})),
        duration=next((each.duration for each in group if each.duration), ""),
        quantities=tuple(sorted({quantity for each in group for quantity in each.quantities})),
        factuality=_factuality(group),
        confidence=confidence(rules, articles),
        speakers=tuple(sorted({each.speaker for each in group if each.speaker})),
        articles=articles,
        part_of=tuple(sorted(_wholes(group, id_of, own))),
    )


def _dated_elsewhere(group: Iterable[Happening]) -> list[Happening]:
    """The mentions with the times that other sentences lend them."""
    lent = [(each, each.second) for each in group if each.second is not None]
    return [replace(each, time=second.time, time_words=(" ".join(second.text.split()),)) for each, second in lent]


def _factuality(group: list[Happening]) -> Factuality:
    """Asserted where some mention is; else that of the first."""
    return Factuality.ASSERTED if any(e.factuality is Factuality.ASSERTED for e in group) else group[0].factuality


def _all_roles(group: Iterable[Happening], ontology: Ontology) -> Iterator[tuple[str, str]]:
    """Every role with the properties that it implies (`kg:agent` is also `sem:hasActor`)."""
    for each in group:
        for curie, entity in each.roles:
            yield curie, entity
            relation = ontology.properties.get(curie)
            yield from ((parent, entity) for parent in (relation.parents if relation else ()))


def _member_roles(group: Iterable[Happening], members: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The known members of a group that acts or undergoes: they take part, too."""
    for each in group:
        for role, entity in each.roles:
            if role in TRAVELLERS:
                yield from (("sem:hasActor", member) for member in members.get(entity, ()))


def _wholes(group: Iterable[Happening], id_of: Mapping[Passage, str], own: str) -> set[str]:
    """The ids of the events that a part's mentions point to."""
    wholes = {id_of.get(each.claim.parent, "") for each in group if each.claim.parent is not None}
    return wholes - {"", own}
