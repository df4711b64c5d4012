"""Signs of forms that take more than a pattern: markup, mail, JSON, YAML, tables, programs."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from email import message_from_string
from itertools import islice

from kg.text.read.code import commonest_kind, kinds_of_code
from kg.text.read.samples import Sample, whole
from kg.text.read.tables import names

# Markup in angle brackets.
# A tag has no words in it but its name, those of HTML that need no value, and what stands before
# and behind a "=".
ALONE = "|".join(names("attributes", "without-value"))
PREFIX = "|".join(names("attributes", "prefix"))
TAG = re.compile(
    r"</?(?P<name>[A-Za-z][\w:.-]{0,40})"
    rf"(?:\s+(?:{ALONE}|(?:{PREFIX})[\w-]{{1,40}})){{0,5}}"
    r"(?:\s+[\w:@.-]{1,60}\s?=[^<>]{0,2000})?\s?/?>"
    r"|<!--|<!\[CDATA\[|<!DOCTYPE\b",
    re.ASCII,
)
INLINE = frozenset(names("tags", "inline"))
HTML = INLINE.union(names("tags", "block"))
LINE_WITH_TAG = re.compile(r"^[ \t]*<", re.MULTILINE)
MOST_INLINE = 12  # tags of type, such as <b>, that an article may have been left with
FEWEST_WORDS = 40  # words that stand between such tags if they are rare
MOST_WITH_BLOCKS = 5  # tags of which several are of paragraphs and the like
MOST_BLOCKS = 3  # tags of paragraphs and the like within lines; a text about HTML may name some


def markup(sample: Sample) -> int | None:
    """Return where the text is made up of tags of HTML or XML.

    It begins with one, a line does, or they stand throughout.
    """
    tags = list(TAG.finditer(sample.body))
    blocks = [tag.start() for tag in tags if _name(tag) not in INLINE]
    first_of_line = {match.end() - 1 for match in LINE_WITH_TAG.finditer(sample.body)}
    if len(tags) == 1:
        first_of_line &= {0}
    opening = first_of_line.intersection(blocks)
    if opening:
        return sample.skipped + min(opening)
    is_mixed = len(blocks) > 1 and len(tags) > MOST_WITH_BLOCKS
    if is_mixed or len(blocks) > MOST_BLOCKS or _stand_throughout(tags, sample.body):
        return sample.skipped + tags[0].start()
    return None


def _stand_throughout(tags: list[re.Match[str]], body: str) -> bool:
    """Return whether there are many tags, and few words between them."""
    if len(tags) < MOST_INLINE:
        return False
    return len(tags) * FEWEST_WORDS >= len(body.split())


def html(sample: Sample) -> int | None:
    """Return where the text is made up of tags, some of which are those of HTML, and is no XML."""
    if sample.body.startswith("<?xml"):
        return None
    found = {_name(tag) for tag in TAG.finditer(sample.body)}
    return markup(sample) if found & HTML else None


def _name(tag: re.Match[str]) -> str:
    """Return the name of a tag in small letters; empty for a remark and the like."""
    return (tag["name"] or "").lower()


# Mail.
ONLY_IN_MAIL = frozenset(names("mail", "only"))
WITH_SENDER = frozenset(names("mail", "with-sender"))


@whole
def mail(sample: Sample) -> bool:
    """Return whether the text begins with the header of a mail.

    A sender and two more fields, or a field that nothing else has and one more.
    """
    header = message_from_string("\n".join(_top(sample.body)))
    fields = {name.lower() for name in header.keys()}  # noqa: SIM118 - no dictionary
    if "from" in fields and len(fields & WITH_SENDER) > 1:
        return True
    return len(fields) > 1 and not fields.isdisjoint(ONLY_IN_MAIL)


def _top(body: str) -> Iterator[str]:
    """Yield the lines before the first blank one, a hundred at most."""
    for line in body[:20_000].splitlines()[:100]:
        if not line.strip():
            return
        yield line


# JSON.
KEY = re.compile(
    r"[\[{]\s*(?:[\[{]\s*){0,4}"
    r"(?:\"(?:[^\"\\\n]|\\.){0,300}\"|[A-Za-z_$][\w$]{0,60})"
    r"\s*:\s*[\"'\[{\d\-tfn]"
)


@whole
def json_data(sample: Sample) -> bool:
    """Return whether the text is JSON, or begins with an object, whole or not.

    JSON lines and JSON cut short count.
    """
    if not sample.body.startswith(("{", "[")):
        return False
    if KEY.match(sample.body):
        return True
    try:
        json.loads(sample.text[sample.skipped :])
    except (ValueError, RecursionError):
        return False
    return True


# YAML.
YAML_LINE = re.compile(
    r"(?:- +)*(?P<key>[a-z_][\w./-]{0,60}):(?P<value>\s.*)?|(?P<item>- .*)|#.*|---|\.\.\."
)
FEWEST_KEYS = 3
LIKE_YAML = 0.9  # share of the lines


@whole
def yaml(sample: Sample) -> bool:
    """Return whether nearly all lines are keys in small letters with values, or items.

    What two people say in turns is not.
    """
    found = [match for line in sample.lines if (match := YAML_LINE.fullmatch(line))]
    keyed = [match for match in found if match["key"]]
    if len(keyed) < max(FEWEST_KEYS, len(found) / 3):
        return False
    if len(found) < LIKE_YAML * len(sample.lines):
        return False
    if found[-1].string != sample.lines[-1]:  # prose after front matter
        return False
    if any(match["item"] for match in found):
        return True
    keys = {match["key"] for match in keyed}
    return len(keys) == len(keyed) or not all(match["value"] for match in keyed)


# Tables.
DELIMITERS = ",\t;|"
FRAME = re.compile(r"^[ \t]*\||\|[ \t\r]*$", re.MULTILINE)
COLUMN = re.compile(r"[\"']?[^\W\d_][\w .#/()&%$€£-]{0,40}[\"']?")  # what a column may be called
COLUMN_WORDS = 4
ROWS = 200  # rows that are looked at
LIKE_HEAD = 0.8  # share of the rows that have as many cells as the head; bad quoting spoils some
LARGE = 3  # rows, and cells in each, that make a table without more signs

Row = list[str]


@whole
def table(sample: Sample) -> bool:
    """Return whether the text is a table.

    It has a head of short names and rows with as many cells, or rows alike whose commas touch the
    next cell.
    """
    return any(_is_table(sample, delimiter) for delimiter in DELIMITERS)


def _is_table(sample: Sample, delimiter: str) -> bool:
    if delimiter not in "".join(sample.lines[:1]):
        return False
    body = FRAME.sub("", sample.body) if delimiter == "|" else sample.body
    rows = _rows(body, delimiter) or [[]]
    if delimiter != "|" and any(map(_is_set_in, rows[0][1:])):
        return _is_spaced_table(_rows(body, delimiter, spaced=True))
    return _is_touching_table(rows, delimiter)


def _is_touching_table(rows: list[Row], delimiter: str) -> bool:
    """Return whether rows are alike and no blank is behind a delimiter."""
    if not _are_alike(rows):
        return False
    second_cells = [row[1] for row in rows[1:] if len(row) > 1]
    if delimiter not in "\t|" and any(map(_is_set_in, second_cells)):
        return False
    return _are_large(rows) or _is_head(rows[0], _is_name_of_column)


def _is_spaced_table(rows: list[Row]) -> bool:
    """Return whether rows are alike, with a head that can be nothing else: prose has blanks behind
    commas, too.
    """
    if not _are_alike(rows):
        return False
    return _are_large(rows) and _is_head(rows[0], _is_plain_name)


def _rows(body: str, delimiter: str, *, spaced: bool = False) -> list[Row]:
    """Return the rows that are not empty; none if the text cannot be read as a table."""
    rows = csv.reader(io.StringIO(body), delimiter=delimiter, skipinitialspace=spaced)
    filled = (row for row in rows if any(map(str.strip, row)))
    try:
        return list(islice(filled, ROWS + 1))
    except csv.Error:
        return []


def _are_alike(rows: list[Row]) -> bool:
    """Return whether most rows have as many cells as the head, which has several, none empty."""
    head, *below = rows
    if len(head) < 2 or not all(map(str.strip, head)):
        return False
    alike = [row for row in below if len(row) == len(head)]
    return len(alike) >= max(1, LIKE_HEAD * len(below))


def _are_large(rows: list[Row]) -> bool:
    return len(rows) >= LARGE and len(rows[0]) >= LARGE


def _is_set_in(cell: str) -> bool:
    return cell.startswith(" ")


def _is_head(cells: Row, is_name: Callable[[str], bool]) -> bool:
    """Return whether cells can be the names of columns: short, each another, and none of them a
    sentence.
    """
    columns = [cell.strip() for cell in cells]
    return len(set(columns)) == len(columns) and all(map(is_name, columns))


def _is_name_of_column(cell: str) -> bool:
    return bool(COLUMN.fullmatch(cell)) and len(cell.split()) <= COLUMN_WORDS


def _is_plain_name(cell: str) -> bool:
    """Return whether a cell is a name of a column that can be nothing else."""
    return cell.isidentifier() and cell.islower() and _is_name_of_column(cell)


# Programs.
@whole
def code(sample: Sample) -> bool:
    """Return whether most of the text is program code; a few lines in an article do not count."""
    return bool(kinds_of_code(sample.lines))


def language_of_code(sample: Sample) -> str:
    """Return the kind of code that most of the lines are."""
    return commonest_kind(kinds_of_code(sample.lines))
