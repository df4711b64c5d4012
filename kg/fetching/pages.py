"""Pages saved into a folder, each with a file beside it that has its address and when it was
fetched.

One host at a time is asked, one page at a time, with a pause between two pages of one host. What
its robots.txt forbids is not fetched (RFC 9309); Protego reads it.
"""

import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from protego import Protego

from kg.errors import FetchError
from kg.fetching.web import (
    AGENT,
    Answer,
    Limits,
    answer,
    checked,
    origin_of,
)
from kg.model import digest
from kg.tables import table

PAUSE = 1.0  # seconds between two pages of one host, if it asks for no longer pause
LONGEST_PAUSE = 60.0  # seconds; a host that asks for more is visited for one page only
MOST_STEPS = 5  # redirections of one page
MOST_OF_ROBOTS = Limits(size=500_000)  # bytes, as many as RFC 9309 asks for
FORBIDDEN = (401, 403)  # codes by which a host keeps its robots.txt to itself
ENDING = re.compile(r"\.\w{1,5}$")
OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
LONGEST_NAME = 80  # characters
ARTICLE = "article"  # what a file holds that another one can describe


@dataclass(frozen=True, slots=True)
class Saved:
    """A page that was saved: the address that was asked for, and the file."""

    url: str
    file: Path


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A page that was not saved, and why, for people."""

    url: str
    message: str

    def __str__(self) -> str:
        return f"{self.url}: {self.message}"


@dataclass(frozen=True, slots=True)
class Origin:
    """The origin of a page, as the file beside it tells it: its address after all redirections, the
    moment in UTC, and the address that was asked for.
    """

    url: str
    fetched: str
    requested: str


class Type(NamedTuple):
    """A type of content that `kg build` reads: the ending of its files, and what they hold."""

    ending: str
    holds: str


@cache
def _types() -> dict[str, Type]:
    """Return the types that are saved, by their names in HTTP."""
    return {name: Type(*columns) for name, *columns in table("kg.fetching", "types.tsv")}


def fetch(
    urls: Iterable[str], out: Path, *, pause: float = PAUSE, limits: Limits | None = None
) -> Iterator[Saved | Unsaved]:
    """Save pages into a folder, and yield what came of each, in their order; an address that comes
    again is asked for once.

    A page has the same file name each time, so a newer one takes the place of an older one. Raises
    `OSError` if the folder cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    visit = _Visit(pause, limits or Limits())
    for url in dict.fromkeys(urls):
        try:
            yield Saved(url, _save(url, visit.page(checked(url)), out))
        except FetchError as error:
            yield Unsaved(url, str(error))


class _Visit:
    """A visit to some hosts: what each allows, and when it was asked last."""

    def __init__(self, pause: float, limits: Limits):
        self._pause = pause
        self._limits = limits
        self._rules: dict[str, Protego] = {}
        self._last: dict[str, float] = {}

    def page(self, url: str) -> Answer:
        """Return the answer to a request for a page; redirections are followed.

        Raises `FetchError` if there is none, or its host does not allow it.
        """
        for _ in range(MOST_STEPS + 1):
            self._ask_leave(url)
            found = answer(url, self._limits)
            self._last[origin_of(url)] = time.monotonic()
            if found.failed:
                raise FetchError(f"the host answers {found.code}: {_advice(found)}")
            if not found.goal:
                return found
            url = checked(found.goal)
        raise FetchError(f"leads on more than {MOST_STEPS} times: nothing was fetched")

    def _ask_leave(self, url: str) -> None:
        """Wait until the next page of a host may be asked for. Raises `FetchError` if this one
        never may.
        """
        origin = origin_of(url)
        if origin not in self._rules:
            self._rules[origin] = self._rules_of(origin)
        rules = self._rules[origin]
        if not rules.can_fetch(url, AGENT):
            raise FetchError(f"the robots.txt of {origin} forbids it: save the page by hand")
        if origin not in self._last:
            return
        asked = _pause_asked(rules)
        if asked > LONGEST_PAUSE:
            raise FetchError(
                f"the robots.txt of {origin} asks for {asked:g} seconds between two pages: "
                "fetch this one later"
            )
        waited = time.monotonic() - self._last[origin]
        time.sleep(max(0.0, asked - waited, self._pause - waited))

    def _rules_of(self, origin: str) -> Protego:
        """Return what the robots.txt of a host says; without any, everything is allowed.

        Raises `FetchError` if that cannot be known.
        """
        url = f"{origin}/robots.txt"
        for _ in range(MOST_STEPS + 1):
            found = answer(url, MOST_OF_ROBOTS)
            if not found.goal:
                break
            url = checked(found.goal)
        if found.code in FORBIDDEN:
            return _rules("User-agent: *\nDisallow: /")
        if found.code >= 500:
            raise FetchError(f"{url} answers {found.code}, so what is allowed is not known: later?")
        return _rules(found.content.decode("utf-8", "replace"))


def _rules(text: str) -> Protego:
    """Return the rules of a robots.txt."""
    return Protego.parse(text.removeprefix("\ufeff"))


def _pause_asked(rules: Protego) -> float:
    """Return the seconds between two pages for which a host asks; 0 if it does not."""
    rate = rules.request_rate(AGENT)
    by_rate = rate.seconds / rate.requests if rate else 0.0
    return max(rules.crawl_delay(AGENT) or 0.0, by_rate)


def _advice(found: Answer) -> str:
    """Return what to do about a failure that a host tells."""
    if found.code in (404, 410):
        return "there is no such page, check the address"
    if found.code == 429 or found.code >= 500:
        return "try again later"
    return "it does not give the page to programs, save it by hand"


def _save(url: str, found: Answer, out: Path) -> Path:
    """Save a page with what describes it, and return its file. A page that comes again takes the
    place of the former one, and never in part.

    Raises `FetchError` for content that is no article.
    """
    type_ = _type_of(found)
    if not found.content.strip():
        raise FetchError("is empty")
    file = out / f"{_name(found.url)}{type_.ending}"
    unfinished = file.with_name(f".{file.name}.part")
    unfinished.write_bytes(_content(found, type_))
    if type_.holds == ARTICLE:
        beside = file.with_name(f"{file.name}.json")
        beside.write_text(_description(url, found), encoding="utf-8", newline="\n")
    unfinished.replace(file)
    return file


def _type_of(found: Answer) -> Type:
    """Return the type of what was fetched, by what the host says, else by its name.

    Raises `FetchError` for content that is no article.
    """
    said = found.header.get_content_type() if "Content-Type" in found.header else ""
    known = _types().get(said)
    if known is not None:
        return known
    ending = PurePosixPath(urlsplit(found.url).path).suffix.lower()
    by_ending = {type_.ending: type_ for type_ in _types().values()}
    if said in ("", "application/octet-stream") and ending in by_ending:
        return by_ending[ending]
    raise FetchError(f"is {said or 'of no type'}, and no article: give the address of a page")


def _content(found: Answer, type_: Type) -> bytes:
    """Return the content to save. What only the header says of its encoding would be lost, so such
    text is saved as UTF-8 with its mark.
    """
    content = found.content
    charset = found.header.get_content_charset()
    if charset is None or type_.holds != ARTICLE or _is_utf8(content):
        return content
    try:
        return content.decode(charset).encode("utf-8-sig")
    except (UnicodeDecodeError, LookupError):
        return content


def _is_utf8(content: bytes) -> bool:
    """Return whether content can be read as UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _description(url: str, found: Answer) -> str:
    """Return the content of the file beside a page."""
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    said = Origin(found.url, moment, url)
    return json.dumps(asdict(said), ensure_ascii=False, indent=2) + "\n"


def _name(url: str) -> str:
    """Return a name for the file of a page, the same each time.

    >>> _name("https://example.org/2024/Bridge%20closed.html")
    'example-org-2024-bridge-20closed-e9aa4f20'
    """
    parts = urlsplit(url)
    path = ENDING.sub("", parts.path)
    words = OTHER_SIGNS.sub("-", f"{parts.netloc}{path}".lower())
    return f"{words[:LONGEST_NAME].strip('-')}-{digest([url])[:8]}"
