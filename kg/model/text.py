"""Values about one article's words: the article, passages of its text, and mentions in them.

Nothing here knows spaCy or RDF. Classes of the vocabulary stand as curies (`"schema:Person"`),
which are plain text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of one article's text: characters `start` up to, not including, `end`.

    Offsets count Unicode code points from 0, as RFC 5147 fragments do.

    >>> Passage("a1", 0, 4).of("Acme bought Bolt.")
    'Acme'
    """

    article: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words themselves, given the text of the article."""
        return text[self.start : self.end]

    def covers(self, other: "Passage") -> bool:
        """Return whether the other passage lies wholly inside this one."""
        is_inside = self.start <= other.start and other.end <= self.end
        return is_inside and self.article == other.article


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read: `text` never changes, every offset counts in it.

    `id` is made from content and is the readable end of the document's IRI. `published` is an ISO
    date (`2021-02-26`), or empty if it is not known; `published_at` is the same moment with its
    time of day, if that is known. `identifier` is what somebody calls it, in all its versions, and
    `modified` when it was last changed, as a date with or without time. `metadata_from` says of
    each of these where it comes from ("headline: JSON-LD"). `furniture` are passages of site
    furniture, from which nothing is extracted, in text order; `front` are passages of the title,
    date line and byline, in text order; `written_in` are those of the places that its dateline
    names, without the countries that these lie in.
    """

    id: str
    text: str
    source: str
    sha256: str
    headline: str = ""
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    section: str = ""
    published_at: str = ""
    identifier: str = ""
    modified: str = ""
    metadata_from: tuple[str, ...] = ()
    furniture: tuple[Passage, ...] = ()
    front: tuple[Passage, ...] = ()
    written_in: tuple[Passage, ...] = ()


def stem_of(article: str) -> str:
    """Return an article's id without the digest of its text: all versions of a headline have it.

    >>> stem_of("bridge-closed-in-oslo-2d0c69ea")
    'bridge-closed-in-oslo'
    """
    stem, _, _ = article.rpartition("-")
    return stem


class Kind(StrEnum):
    """The ways in which a mention speaks of its thing."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    TIME = "time"
    QUANTITY = "quantity"


class Gender(StrEnum):
    """A person's gender as the text shows it; UNKNOWN if it does not."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, order=True)
class TimeValue:
    """The meaning of a time expression: a date, a span of dates, or a length.

    `start` and `end` are ISO dates at the precision that the words give (`2021-02-25`, `2021-02`,
    `2021`); a single date has `start` only, and `end` is empty; "since 2011" has `start` and
    `open`, "until May" has `end` and no `start`. `duration` is an xsd:duration ("32-hour" is
    `PT32H`). All three are empty if the words cannot be worked out, for instance "Thursday" in an
    article without a date.
    """

    start: str = ""
    end: str = ""
    duration: str = ""
    open: bool = False

    @property
    def is_point(self) -> bool:
        """The mark of a single date, at whatever precision."""
        return bool(self.start) and not self.end and not self.open


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A counted or measured amount.

    Numbers are canonical decimals as text (`"0.6"`, `"113000000"`). `unit` is the singular English
    name of the unit or of what is counted ("kilometre", "case", "percent"); `currency` an ISO 4217
    code. "more than a kilometre" has `minimum` 1 and no `value`; "nearly 100" has `maximum` 100;
    "about 30" has `value` 30 and `approximate`; "3 to 5" has both bounds.
    """

    value: str = ""
    unit: str = ""
    currency: str = ""
    minimum: str = ""
    maximum: str = ""
    approximate: bool = False

    @property
    def id(self) -> str:
        """The end of its IRI: equal amounts are one node."""
        parts = (self.value, self.unit, self.currency, self.minimum, self.maximum)
        return f"quantity/{digest((*parts, str(self.approximate)))}"


def digest(parts: Iterable[str]) -> str:
    """Return 16 hex digits that stand for a list of texts in its order.

    >>> digest(["a", "bc"]) == digest(["ab", "c"])
    False
    """
    content = "\x1f".join(parts)
    data = content.encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in an article that speaks of one thing.

    The passage of a name leaves out titles, leading articles and the possessive ending; that of a
    nominal goes from its determiner or modifiers to its head noun. Mentions may nest ("Russian" in
    "Russian Foreign Ministry", "his" in "his daughter"), but no two have the same head. `head` is
    the offset where the head word starts. `type` is a class of the vocabulary as a curie, empty if
    it is not known (pronouns, times, quantities). `noun` is the lemma of a nominal's head, with the
    modifiers that make it another thing ("third secretary"); `title` the words before a name that
    say its office ("Norwegian Prime Minister"). `country` is the ISO 3166-1 alpha-2 code of a
    nationality word inside the mention ("Russian diplomats") or of the mention itself if it is a
    country or demonym. `size` counts the people of a group. `whole` is the offset at which a
    nominal ends with the "of …" that completes it ("the mayor of Lima"), 0 if nothing does.
    """

    passage: Passage
    text: str
    kind: Kind
    head: int
    type: str = ""
    noun: str = ""
    title: str = ""
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    person: int = 3
    definite: bool = False
    size: int = 0
    country: str = ""
    time: TimeValue | None = None
    quantity: Quantity | None = None
    whole: int = 0

    def __hash__(self) -> int:
        return hash(
            self.passage
        )  # tells almost all mentions apart, and mentions are looked up often

    @property
    def extent(self) -> Passage:
        """The passage with what completes it."""
        passage = self.passage
        return Passage(passage.article, passage.start, max(self.whole, passage.end))

    @property
    def is_name(self) -> bool:
        """The mark of a proper name."""
        return self.kind is Kind.NAME
