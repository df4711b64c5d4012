"""The contents of a graph as plain values, which `rdf` writes.

They are entities, facts with their evidence, events, quotations and refusals.

Ids are the ends of IRIs below the base (`person/ada-lund`, `event/3f9c…`). Classes and properties
are curies.

A decision of people says what it is about by content, not by a place in a graph: a thing by its id,
its names and the articles that mention it, a fact by its ends. So it is found again when articles
were added, changed or taken back.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kg.model.reading import Factuality
from kg.model.text import Article, Gender, Mention, Passage, Quantity, TimeValue


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """An identifier for an entity in an offline gazetteer.

    `predicate` is `owl:sameAs`, or `skos:closeMatch` if in doubt.
    """

    predicate: str
    iri: str
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing over all articles.

    `types` are curies, the most special first, with their superclasses after it. `reasons` say why
    its chains are one thing. `described` marks a thing without a proper name ("the eight
    diplomats"); its name is then the description. `size` and `member_type` belong to groups,
    `members` are the ids of their known members. `latitude` and `longitude` are decimal degrees as
    text, empty if unknown. `near_misses` are the ids of entities that were almost taken for the
    same. `signs` are those of the chains of a thing without a name. `decisions` are the ids of what
    people decided about it.
    """

    id: str
    name: str
    types: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    gender: Gender = Gender.UNKNOWN
    described: bool = False
    size: int = 0
    member_type: str = ""
    members: tuple[str, ...] = ()
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    source: str = ""
    reasons: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal value: `text` in the lexical form of `datatype` (a curie).

    The empty datatype is plain English text.
    """

    text: str
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation or attribute with all its evidence.

    Only the facts of a gazetteer have none. `object` is the id of an entity, or a `Literal`.
    `rules` name what produced it. `speakers` are the ids of those who say so if the article does
    not speak itself. `articles` counts the independent articles that say it, 0 if it is only
    inferred. `gazetteer` names the source of world knowledge, and is empty for what an article
    says. `past` marks what no longer holds. `probability` is how sure the learned reader was at its
    surest, 0 where only rules found the fact. `decisions` are the ids of those that confirm it.
    """

    subject: str
    predicate: str
    object: "str | Literal"
    rules: tuple[str, ...]
    evidence: tuple[Passage, ...] = ()
    factuality: Factuality = Factuality.ASSERTED
    confidence: float = 1.0
    speakers: tuple[str, ...] = ()
    articles: int = 0
    role: str = ""
    start: str = ""
    end: str = ""
    as_of: str = ""
    past: bool = False
    gazetteer: str = ""
    probability: float = 0.0
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens.

    `types` are curies besides `sem:Event`; `roles` are (property curie, entity id). `time` is when
    it happened, `time_expressions` the words that say so; `parts_of` are the ids of events that
    this is a part of. `triggers` are the words that tell it, wherever they stand. `around` are
    wider places, as roles, for the case that none of the narrower ones is worth a node. `signs` are
    those of its mentions, by which its confidence is judged. `reasons` say why tellings of several
    places are one event; `near_misses` are the ids of events that were almost taken for the same.
    """

    id: str
    label: str
    types: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    evidence: tuple[Passage, ...]
    rules: tuple[str, ...]
    time: TimeValue | None = None
    time_expressions: tuple[str, ...] = ()
    duration: str = ""
    quantities: tuple[Quantity, ...] = ()
    factuality: Factuality = Factuality.ASSERTED
    confidence: float = 1.0
    speakers: tuple[str, ...] = ()
    articles: int = 1
    part_of: tuple[str, ...] = ()
    triggers: tuple[Passage, ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    signs: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Several articles on one matter, within a spell of days.

    `articles` and `events` are ids, sorted; `first` and `last` are the days on which the articles
    came out, empty if none has a date.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    events: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said: `speaker` and `addressee` are entity ids, empty if unknown."""

    id: str
    text: str
    evidence: Passage
    speaker: str = ""
    addressee: str = ""
    date: str = ""
    indirect: bool = False
    factuality: Factuality = Factuality.ASSERTED
    rule: str = ""
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """A candidate that did not become a fact.

    It is the would-be triple in words, the rule that proposed it, and the reason.
    """

    passage: Passage
    candidate: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Source of an article: where it has its news from, if that is known.

    `source` is the name of the agency or outlet, empty if none is known; `first` is the id
    of the first article with the same text, empty if it is this one.
    """

    article: str
    source: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two things that the graph says and that cannot both be true of one thing at one time.

    `first` and `second` are facts, or ids of events. If `is_change`, the first came later and took
    the place of the second; else they contradict each other.
    """

    first: "Fact | str"
    second: "Fact | str"
    is_change: bool = False


class Verdict(StrEnum):
    """The kinds of decisions."""

    SAME = "Same"
    DIFFERENT = "Different"
    WRONG = "Wrong"
    RIGHT = "Right"
    LABEL = "Label"
    CLASS = "Class"


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A thing, event or quotation that a decision is about.

    `id` is the end of its IRI. `names` are what it was called, the words of a quotation too;
    `articles` the ids of articles that spoke of it. Both may be empty.
    """

    id: str
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecidedFact:
    """A fact that a decision is about.

    `id` is the end of the IRI of its statement, empty if only its ends are given. The ends are None
    where only the id is. `stands` and `past` are those of the fact.
    """

    id: str = ""
    subject: Target | None = None
    predicate: str = ""
    object: Target | Literal | None = None
    stands: bool = True
    past: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: what is decided, about what, by whom, when (an ISO date or moment), and why.

    `things` are what it is about, or `fact` is. `value` is the label, or the class as a curie.
    `line` is where it stands in its file.
    """

    id: str
    verdict: Verdict
    things: tuple[Target, ...] = ()
    fact: DecidedFact | None = None
    value: str = ""
    by: str = ""
    on: str = ""
    why: str = ""
    source: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Graph:
    """Everything that was built from a set of articles, each tuple sorted by id or content.

    `decisions` are those of people that made a difference.
    """

    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    origins: tuple[Origin, ...] = ()
    stories: tuple[Story, ...] = ()
    decisions: tuple[Decision, ...] = ()
