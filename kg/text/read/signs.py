"""Signs by which a form of data is known from its content, and where they stand.

A sign is a function from a `Sample` to an offset, or to None if the text does not show it. All take
time in proportion to the text, whatever it is.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_string
from functools import cached_property

from kg.text.read.code import language_of_line

SEEN = 200_000  # characters; what is no prose shows it in less


BLANKS = "\ufeff\u200b \t\r\n"


@dataclass(frozen=True)
class Sample:
    """A text without the blanks and marks before it, and its lines that are not blank.

    What stands before `start` is not looked at.
    """

    text: str
    start: int = 0

    @cached_property
    def body(self) -> str:
        """The beginning of the text, as far as it is looked at."""
        return self.text[self.skipped : self.skipped + SEEN]

    @cached_property
    def skipped(self) -> int:
        """Where the text begins, behind blanks and invisible marks."""
        return len(self.text) - len(self.text[self.start :].lstrip(BLANKS))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines that are not blank, without the blanks around them."""
        return tuple(line.strip() for line in self.body.splitlines() if line.strip())


Sign = Callable[[Sample], int | None]


def begins(pattern: str) -> Sign:
    """Return a sign: the text begins so."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda sample: sample.skipped if compiled.match(sample.body) else None


def lines(pattern: str, *, least: int = 2, share: float = 0.6) -> Sign:
    """Return a sign: so many whole lines, and such a share of all, are of this pattern."""
    compiled = re.compile(pattern)

    def sign(sample: Sample) -> int | None:
        count = sum(1 for line in sample.lines if compiled.fullmatch(line))
        return sample.skipped if count >= least and count >= share * len(sample.lines) else None

    return sign


def times(pattern: str, least: int) -> Sign:
    """Return a sign: the pattern stands so often in the text; the place is that of the first."""
    compiled = re.compile(pattern, re.MULTILINE)

    def sign(sample: Sample) -> int | None:
        places = [
            match.start()
            for match, _ in zip(compiled.finditer(sample.body), range(least), strict=False)
        ]
        return sample.skipped + places[0] if len(places) == least else None

    return sign


# Markup in angle brackets.
# A tag has no words in it but its name, those of HTML that need no value, and what stands before
# and behind a "=".
ALONE = r"(?:async|defer|hidden|disabled|checked|selected|itemscope|nomodule|novalidate|controls|data-[\w-]{1,40})"
TAG = re.compile(
    rf"</?(?P<name>[A-Za-z][\w:.-]{{0,40}})(?:\s+{ALONE}){{0,5}}(?:\s+[\w:@.-]{{1,60}}\s?=[^<>]{{0,2000}})?\s?/?>"
    r"|<!--|<!\[CDATA\[|<!DOCTYPE\b",
    re.ASCII,
)
INLINE = frozenset(
    "a abbr b big br cite code del em font i ins mark q s small span strike strong sub sup time tt u wbr".split()
)
HTML = INLINE | frozenset(
    "p div h1 h2 h3 h4 ul ol li img script style table tr td nav section footer blockquote hr meta iframe".split()
)
LINE_WITH_TAG = re.compile(r"^[ \t]*<", re.MULTILINE)
MOST_INLINE = 12  # tags of type, such as <b>, that an article may have been left with
FEWEST_WORDS = 40  # words that stand between such tags if they are rare
MOST_WITH_BLOCKS = 5  # tags of which several are of paragraphs and the like
MOST_BLOCKS = 3  # tags of paragraphs and the like within lines; a text about HTML may name some


def markup(sample: Sample) -> int | None:
    """Return where the text is made up of tags of HTML or XML.

    It begins with one, a line does, or they stand throughout.
    """
    found = [(match.start(), (match["name"] or "").lower()) for match in TAG.finditer(sample.body)]
    blocks = [start for start, name in found if name not in INLINE]
    first_of_line = {match.end() - 1 for match in LINE_WITH_TAG.finditer(sample.body)}
    opening = [
        start for start in blocks if start in first_of_line and (start == 0 or len(found) > 1)
    ]
    throughout = len(found) >= MOST_INLINE and len(found) * FEWEST_WORDS >= len(sample.body.split())
    mixed = len(blocks) > 1 and len(found) > MOST_WITH_BLOCKS
    if opening or throughout or mixed or len(blocks) > MOST_BLOCKS:
        return sample.skipped + min(opening or [found[0][0]])
    return None


def html(sample: Sample) -> int | None:
    """Return where the text is made up of tags, some of which are those of HTML, and is no XML."""
    if sample.body.startswith("<?xml"):
        return None
    names = {(match["name"] or "").lower() for match in TAG.finditer(sample.body)}
    return markup(sample) if names & HTML else None


# Mail.
ONLY_IN_MAIL = frozenset(
    "mime-version message-id received return-path delivered-to content-type content-transfer-encoding dkim-signature "
    "list-unsubscribe in-reply-to authentication-results".split()
)
WITH_SENDER = frozenset("to subject cc bcc reply-to sender date".split())


def mail(sample: Sample) -> int | None:
    """Return where the text begins with the header of a mail.

    A sender and two more fields, or a field that nothing else has.
    """
    header = message_from_string("\n".join(_top(sample.body)))
    names = {name.lower() for name in header.keys()}  # noqa: SIM118 - no dictionary
    sent = "from" in names and len(names & WITH_SENDER) > 1
    return sample.skipped if sent or (len(names) > 1 and names & ONLY_IN_MAIL) else None


def _top(body: str) -> Iterator[str]:
    """Yield the lines before the first blank one, a hundred at most."""
    for line in body[:20_000].splitlines()[:100]:
        if not line.strip():
            return
        yield line


# JSON.
KEY = re.compile(
    r"[\[{]\s*(?:[\[{]\s*){0,4}(?:\"(?:[^\"\\\n]|\\.){0,300}\"|[A-Za-z_$][\w$]{0,60})\s*:\s*[\"'\[{\d\-tfn]"
)


def json_data(sample: Sample) -> int | None:
    """Return where the text is JSON, or begins with an object, whole or not.

    JSON lines and JSON cut short count.
    """
    if not sample.body.startswith(("{", "[")):
        return None
    if KEY.match(sample.body):
        return sample.skipped
    try:
        json.loads(sample.text[sample.skipped :])
    except (ValueError, RecursionError):
        return None
    return sample.skipped


# YAML.
YAML_LINE = re.compile(
    r"(?:- +)*(?P<key>[a-z_][\w./-]{0,60}):(?P<value>\s.*)?|(?P<item>- .*)|#.*|---|\.\.\."
)
FEWEST_KEYS = 3
LIKE_YAML = 0.9  # share of the lines


def yaml(sample: Sample) -> int | None:
    """Return where nearly all lines are keys in small letters with values, or items.

    What two people say in turns is not.
    """
    found = [match for line in sample.lines if (match := YAML_LINE.fullmatch(line))]
    keys = [match["key"] for match in found if match["key"]]
    nested = any(match["item"] or (match["key"] and not match["value"]) for match in found)
    if not found or found[-1].string != sample.lines[-1]:  # prose after front matter
        return None
    if (
        len(keys) < FEWEST_KEYS
        or len(found) < LIKE_YAML * len(sample.lines)
        or 3 * len(keys) < len(found)
    ):
        return None
    return sample.skipped if nested or len(set(keys)) == len(keys) else None


# Tables.
DELIMITERS = ",\t;|"
COLUMN = re.compile(r"[\"']?[^\W\d_][\w .#/()&%$€£-]{0,40}[\"']?")  # what a column may be called
COLUMN_WORDS = 4
ROWS = 200  # rows that are looked at
LIKE_HEAD = 0.8  # share of the rows that have as many cells as the head; bad quoting spoils some
FEWEST_ROWS = 3  # rows that make a table without a head


def table(sample: Sample) -> int | None:
    """Return where the text is a table.

    It has a head of short names and rows with as many cells, or rows alike whose commas touch the
    next cell.
    """
    return sample.skipped if any(_is_table(sample, delimiter) for delimiter in DELIMITERS) else None


def _is_table(sample: Sample, delimiter: str) -> bool:
    if not sample.lines or delimiter not in sample.lines[0]:
        return False
    body = (
        re.sub(r"^[ \t]*\||\|[ \t\r]*$", "", sample.body, flags=re.MULTILINE)
        if delimiter == "|"
        else sample.body
    )
    head, *rows = _rows(body, delimiter) or [[]]
    spaced = delimiter != "|" and any(cell.startswith(" ") for cell in head[1:])
    head, *rows = _rows(body, delimiter, spaced=True) if spaced else [head, *rows]
    cells = len(head)
    if cells < 2 or not rows or not all(cell.strip() for cell in head):
        return False
    if sum(1 for row in rows if len(row) == cells) < LIKE_HEAD * len(rows):
        return False
    touching = delimiter in "\t|" or not any(
        cell.startswith(" ") for row in rows for cell in row[1:2]
    )
    if _is_head(head, spaced=spaced):
        return cells > 2 and len(rows) > 1 if spaced else touching
    return cells > 2 and touching and not spaced and len(rows) + 1 >= FEWEST_ROWS


def _rows(body: str, delimiter: str, *, spaced: bool = False) -> list[list[str]]:
    """Return the rows that are not empty; none if the text cannot be read as a table."""
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(body), delimiter=delimiter, skipinitialspace=spaced):
            if any(cell.strip() for cell in row):
                found.append(row)
            if len(found) > ROWS:
                break
    except csv.Error:
        return []
    return found


def _is_head(cells: list[str], *, spaced: bool) -> bool:
    """Return whether cells can be the names of columns: short, each another, and none of them a
    sentence.
    """
    names = [cell.strip() for cell in cells]
    if len(set(names)) < len(names) or not all(COLUMN.fullmatch(name) for name in names):
        return False
    if any(len(name.split()) > COLUMN_WORDS for name in names):
        return False
    return not spaced or all(name.isidentifier() and name.islower() for name in names)


# Programs.
# share of a program's lines that can be nothing else; comments and long texts are the rest
CODE_LINES = 0.3
SENTENCE = re.compile(r"[^\W\d_].*[.!?][\"”’')\]]*")
SENTENCE_WORDS = 8
CLEARLY = 0.5  # share of the lines of code that tell the language
SIGNED = re.compile(  # no program is without them
    r"[=(){}\[\]$<>_\"@]|^[A-Z]{3,}\b.*;$|\bimport\b|^(?:end|fi|done|esac|else:|def \w+)$|"
    r"^(?:RUN|CMD|ENV|EXPOSE|WORKDIR|ENTRYPOINT)\s"
)
FEWEST_SIGNED = 0.4  # share of the lines of code
MOST_PROSE = 0.5  # share of the characters that may stand in sentences


def code(sample: Sample) -> int | None:
    """Return where most of the text is program code; a few lines in an article do not count."""
    return sample.skipped if _code_counts(sample) else None


def language_of_code(sample: Sample) -> str:
    """Return the kind of code that most of the lines are."""
    counts = _code_counts(sample)
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    return name if count >= CLEARLY * counts.total() else "program code"


def _code_counts(sample: Sample) -> Counter[str]:
    """Return how many lines are of which kind of code; none if they are too few for a program."""
    kinds = [language_of_line(line) for line in sample.lines]
    found = Counter(kind for kind in kinds if kind)
    prose = sum(
        len(line)
        for line, kind in zip(sample.lines, kinds, strict=True)
        if not kind and _is_sentence(line)
    )
    signed = sum(
        1 for line, kind in zip(sample.lines, kinds, strict=True) if kind and SIGNED.search(line)
    )
    if signed < max(1, FEWEST_SIGNED * found.total()):
        return Counter()
    enough = found.total() >= CODE_LINES * len(kinds) and prose <= MOST_PROSE * sum(
        map(len, sample.lines)
    )
    return found if enough else Counter()


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= SENTENCE_WORDS and bool(SENTENCE.fullmatch(line))
