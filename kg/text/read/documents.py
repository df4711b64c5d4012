"""Values that readers find in an input: the text of an article, and what the input says about it.

The same thing may be said in several places, so each kind of place has a rank: what somebody gave
comes first, then what is written for machines, then what is read from the prose.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Origin(StrEnum):
    """The places in which metadata stand, the most trusted first."""

    GIVEN = "argument"
    RECORD = "record"
    COLUMN = "column"
    SIDECAR = "sidecar"
    FRONT_MATTER = "front matter"
    JSON_LD = "JSON-LD"
    OPEN_GRAPH = "OpenGraph"
    FEED = "feed"
    MAIL = "mail"
    PROPERTIES = "document properties"
    ARCHIVE = "archive"
    PAGE = "page"
    PROSE = "prose"


ORDER = tuple(Origin)
RANKED = "ranked"  # mark of the fields of which the first by rank is taken


def _ranked(default: T) -> T:
    """Return a field of which the first value by rank is taken."""
    return field(default=default, metadata={RANKED: True})


@dataclass(frozen=True, slots=True)
class Metadata:
    """Statements of one place about an article.

    `published` is an ISO date, `published_at` the same with the time of day if that is said
    (`2024-03-14T23:30:00-05:00`); `modified` is when it was last changed, in either form.
    """

    origin: Origin
    headline: str = _ranked("")
    published: str = _ranked("")
    published_at: str = ""
    publisher: str = _ranked("")
    authors: tuple[str, ...] = _ranked(())
    url: str = _ranked("")
    section: str = _ranked("")
    language: str = ""
    identifier: str = _ranked("")
    modified: str = _ranked("")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one article in an input, and what is said of it.

    `part` tells it from others in the same input, as the end of an address ("#row=2"); it is empty
    if the input is one article.
    """

    text: str
    told: tuple[Metadata, ...] = ()
    part: str = ""


class Merged(NamedTuple):
    """The best value of each field, and where each comes from ("headline: JSON-LD")."""

    metadata: Metadata
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """Wishes of whoever builds: the columns with certain fields, by the names of the fields; the id
    of the one article that is given.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    any_language: bool = False
    identifier: str = ""


def merged(told: Iterable[Metadata]) -> Merged:
    """Return the first value of each field, by the rank of its origin.

    >>> page = Metadata(Origin.OPEN_GRAPH, headline="Bridge shut", section="Local")
    >>> given = Metadata(Origin.JSON_LD, headline="Bridge closed")
    >>> merged([page, given]).origins
    ('headline: JSON-LD', 'section: OpenGraph')
    """
    ranked = sorted(told, key=lambda each: ORDER.index(each.origin))
    values: dict[str, object] = {}
    origins = []
    for name in (each.name for each in fields(Metadata) if RANKED in each.metadata):
        for each in ranked:
            value = getattr(each, name)
            if not value:
                continue
            values[name] = value
            if name == "published":
                values["published_at"] = each.published_at
            origins.append(f"{name}: {each.origin}")
            break
    return Merged(Metadata(Origin.GIVEN, **values), tuple(origins))  # type: ignore[arg-type]
