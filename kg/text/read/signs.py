"""Signs of forms that take more than a pattern: markup, mail, JSON, YAML, tables, programs."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from email import message_from_string
from itertools import islice

from kg.text.read.code import kinds_of_code
from kg.text.read.lines import Match
from kg.text.read.samples import Offset, Sample, whole
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
Matches = Sequence[Match]
INLINE = frozenset(names("tags", "inline"))
HTML = INLINE.union(names("tags", "block"))
LINE_WITH_TAG = re.compile(r"^[ \t]*<", re.MULTILINE)
MOST_INLINE = 12  # tags of type, such as <b>, that an article may have been left with
FEWEST_WORDS = 40  # words that stand between such tags if they are rare
MOST_WITH_BLOCKS = 5  # tags of which several are of paragraphs and the like
MOST_BLOCKS = 3  # tags of paragraphs and the like within lines; a text about HTML may name some


def markup(sample: Sample) -> Offset:
    """Return where the text is made up of tags of HTML or XML.

    It begins with one, a line does, or they stand throughout.
    """
    start = _start_of_markup(sample.body)
    return None if start is None else sample.skipped + start


def _start_of_markup(body: str) -> Offset:
    """Return where tags begin that make a text markup; None if they do not."""
    tags = list(TAG.finditer(body))
    if not tags:
        return None
    blocks = [tag for tag in tags if _name(tag) not in INLINE]
    opening = _first_of_line(blocks, body)
    if opening is not None and (opening == 0 or len(tags) > 1):
        return opening
    if _are_many(tags, blocks) or _stand_throughout(tags, body):
        return tags[0].start()
    return None


def _are_many(tags: Matches, blocks: Matches) -> bool:
    """Return whether more tags, or more of paragraphs, are in a text than an article may have."""
    if len(blocks) > MOST_BLOCKS:
        return True
    return len(blocks) > 1 and len(tags) > MOST_WITH_BLOCKS


def _first_of_line(tags: Matches, body: str) -> Offset:
    """Return where the first tag is that begins a line; None if none does."""
    beginnings = {match.end() - 1 for match in LINE_WITH_TAG.finditer(body)}
    for tag in tags:
        if tag.start() in beginnings:
            return tag.start()
    return None


def _stand_throughout(tags: Matches, body: str) -> bool:
    """Return whether there are many tags, and few words between them."""
    if len(tags) < MOST_INLINE:
        return False
    words = body.split()
    return len(tags) * FEWEST_WORDS >= len(words)


def html(sample: Sample) -> Offset:
    """Return where the text is made up of tags, some of which are those of HTML, and is no XML."""
    if sample.body.startswith("<?xml"):
        return None
    found = {_name(tag) for tag in TAG.finditer(sample.body)}
    return markup(sample) if found & HTML else None


def _name(tag: Match) -> str:
    """Return the name of a tag in small letters; empty for a remark and the like."""
    name = tag["name"] or ""
    return name.lower()


# Mail.
ONLY_IN_MAIL = frozenset(names("mail", "only"))
WITH_SENDER = frozenset(names("mail", "with-sender"))


@whole
def mail(sample: Sample) -> bool:
    """Return whether the text begins with the header of a mail.

    A sender and two more fields, or a field that nothing else has and one more.
    """
    top = "\n".join(_top(sample.body))
    header = message_from_string(top)
    fields = {name.lower() for name in header.keys()}  # noqa: SIM118 - no dictionary
    beside_sender = fields & WITH_SENDER
    if "from" in fields and len(beside_sender) > 1:
        return True
    return len(fields) > 1 and not fields.isdisjoint(ONLY_IN_MAIL)


def _top(body: str) -> Iterator[str]:
    """Yield the lines before the first blank one, a hundred at most."""
    lines = body[:20_000].splitlines()
    for line in lines[:100]:
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
    """Return whether the text is JSON, JSON lines, or begins with an object, whole or cut short."""
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
    lines = sample.lines
    found = list(filter(None, map(YAML_LINE.fullmatch, lines)))
    keyed = [match for match in found if match["key"]]
    if len(keyed) < max(FEWEST_KEYS, len(found) / 3):
        return False
    if len(found) < LIKE_YAML * len(lines):
        return False
    if found[-1].string != lines[-1]:  # prose after front matter
        return False
    if any(match["item"] for match in found):
        return True
    return not _are_turns(keyed)


def _are_turns(keyed: Matches) -> bool:
    """Return whether what is like keys with values is who says what: one says something twice."""
    keys = {match["key"] for match in keyed}
    if len(keys) == len(keyed):
        return False
    return all(match["value"] for match in keyed)


# Tables.
DELIMITERS = ",\t;|"
FRAME = re.compile(r"^[ \t]*\||\|[ \t\r]*$", re.MULTILINE)
COLUMN = re.compile(r"[\"']?[^\W\d_][\w .#/()&%$€£-]{0,40}[\"']?")  # what a column may be called
COLUMN_WORDS = 4
ROWS = 200  # rows that are looked at
LIKE_HEAD = 0.8  # share of the rows that have as many cells as the head; bad quoting spoils some
LARGE = 3  # rows, and cells in each, that make a table without more signs

Row = list[str]
Rows = list[Row]


@whole
def table(sample: Sample) -> bool:
    """Return whether the text is a table.

    It has a head of short names and rows with as many cells, or rows alike whose commas touch the
    next cell.
    """
    delimiters = filter(sample.first_line.__contains__, DELIMITERS)
    return any(_is_table(sample.body, delimiter) for delimiter in delimiters)


def _is_table(body: str, delimiter: str) -> bool:
    """Return whether a text is a table whose cells are parted so."""
    is_framed = delimiter == "|"
    if is_framed:
        body = FRAME.sub("", body)
    rows = _rows(body, delimiter)
    if rows and not is_framed and _is_any_set_in(rows[0][1:]):
        spaced = _rows(body, delimiter, spaced=True)
        return _is_spaced_table(spaced)
    return _is_touching_table(rows, delimiter)


def _is_touching_table(rows: Rows, delimiter: str) -> bool:
    """Return whether rows are alike and no blank is behind a delimiter."""
    if not _are_alike(rows):
        return False
    head, *below = rows
    if delimiter not in "\t|":
        second_cells = [row[1] for row in below if len(row) > 1]
        if _is_any_set_in(second_cells):
            return False
    return _are_large(rows) or _is_head(head, _is_name_of_column)


def _is_spaced_table(rows: Rows) -> bool:
    """Return whether rows are alike, with a head that is no prose, which has blanks, too."""
    if not _are_alike(rows):
        return False
    return _are_large(rows) and _is_head(rows[0], _is_plain_name)


def _rows(body: str, delimiter: str, *, spaced: bool = False) -> Rows:
    """Return the rows that are not empty; none if the text cannot be read as a table."""
    lines = io.StringIO(body)
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=spaced)
    filled = (row for row in rows if any(map(str.strip, row)))
    try:
        return list(islice(filled, ROWS + 1))
    except csv.Error:
        return []


def _are_alike(rows: Rows) -> bool:
    """Return whether most rows have as many cells as the head, which has several, none empty."""
    if not rows:
        return False
    head, *below = rows
    if len(head) < 2 or not all(map(str.strip, head)):
        return False
    widths = list(map(len, below))
    alike = widths.count(len(head))
    return alike >= max(1, LIKE_HEAD * len(below))


def _are_large(rows: Rows) -> bool:
    """Return whether a table is so large that it needs no more signs."""
    columns = len(rows[0])
    return len(rows) >= LARGE and columns >= LARGE


def _is_any_set_in(cells: Row) -> bool:
    """Return whether a blank stands before the words of a cell."""
    return any(cell.startswith(" ") for cell in cells)


def _is_head(cells: Row, is_name: Callable[[str], bool]) -> bool:
    """Return whether cells can be the names of columns: short, different, and no sentences."""
    columns = list(map(str.strip, cells))
    if len(set(columns)) < len(columns):
        return False
    return all(map(is_name, columns))


def _is_name_of_column(cell: str) -> bool:
    """Return whether a cell may be the name of a column: a few words without odd signs."""
    words = cell.split()
    return len(words) <= COLUMN_WORDS and COLUMN.fullmatch(cell) is not None


def _is_plain_name(cell: str) -> bool:
    """Return whether a cell is a name of a column that can be nothing else."""
    return cell.isidentifier() and cell.islower() and _is_name_of_column(cell)


# Programs.
@whole
def code(sample: Sample) -> bool:
    """Return whether most of the text is program code; a few lines in an article do not count."""
    kinds = kinds_of_code(sample.lines)
    return bool(kinds)
