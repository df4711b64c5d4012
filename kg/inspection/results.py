"""The results of a look into articles, sorted by sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph.outcomes import Outcome
from kg.model import Article, Claim, Mention, Passage, Quote, Reading
from kg.text.read import Fault
from kg.trace import Step

FilesByEnding = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim, and its outcome by the ontology."""

    claim: Claim
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Sentence:
    """The reading of one sentence, each part in text order.

    A claim belongs to the sentence of its evidence, a quotation to that in which it begins. `steps`
    are empty without a trace.
    """

    passage: Passage
    mentions: tuple[Mention, ...]
    claims: tuple[Claimed, ...]
    quotes: tuple[Quote, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class InspectedArticle:
    """An article with its reading, sorted by sentence.

    `entities` has the id of the entity that each chain becomes, empty for one that becomes none.
    `chain_of` has the index of the chain of each mention in one; times and quantities are in none.
    """

    reading: Reading
    sentences: tuple[Sentence, ...]
    entities: tuple[str, ...]
    chain_of: Mapping[Mention, int]

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.reading.article


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """The articles that were read, in the order of the inputs, and the faults of the others.

    `passed_over` are the files in folders that no reader is for, by their ending.
    """

    articles: tuple[InspectedArticle, ...]
    faults: tuple[Fault, ...]
    passed_over: FilesByEnding = field(default_factory=dict)
