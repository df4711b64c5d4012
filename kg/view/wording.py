"""The words for properties and values: "works for", not `schema:worksFor`.

Also the lines of labels, which wrap and shorten names.
"""

import re
import unicodedata
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from decimal import Decimal

from kg.tables import words_for
from kg.vocabulary import expand, phrase

# Words of the page that differ from those of a sentence: roles on the lines of an event, and age.
CLAUSES: Mapping[str, str] = words_for("kg.view", "clause")
MANY: Mapping[str, str] = words_for("kg.view", "clause-of-many")  # of a group as subject
WHOLE = re.compile(r"[+-]?\d+")
COPULA = re.compile(r"^(?:is|was|has) (?:(?:an?|the) )?")
WIDTH_OF_LINE = 22  # letters of a label's line
WIDEST_LINE = WIDTH_OF_LINE + 2  # of a line that can be broken nowhere; the rest is cut off
LINES_OF_LABEL = 3  # in the picture; the panel has the whole name
LONG_NAME = 400  # letters of a name that are looked at for its label

Labels = Mapping[str, str]  # the words of the terms of an ontology, by curie
Inverses = Mapping[str, str]  # the properties that say the same the other way round, by curie


def clause(curie: str, labels: Labels) -> str:
    """Return the words between subject and object in a sentence.

    `labels` are those of an ontology, by curie.

    >>> clause("schema:worksFor", {}), clause("http://e.org/x#sponsorOf", {})
    ('works for', 'sponsor of')
    >>> clause("ex:sponsors", {"ex:sponsors": "pays for"})
    'pays for'
    """
    if curie in CLAUSES:
        return CLAUSES[curie]
    return phrase(expand(curie), labels)


def edge_words(sentence_words: str) -> str:
    """Return the words on a line of the picture: those of the sentence without "is a".

    >>> edge_words("is a parent of"), edge_words("works for"), edge_words("was born in")
    ('parent of', 'works for', 'born in')
    """
    return COPULA.sub("", sentence_words) or sentence_words


def quantity_words(value: str, least: str, most: str, unit: str, approximate: bool) -> str:
    """Return an amount as words; numbers are canonical decimals, empty if not given.

    >>> quantity_words("", "1", "", "kilometre", False)
    'more than 1 kilometre'
    >>> quantity_words("113000000", "", "", "case", False)
    '113,000,000 case'
    """
    if value and approximate:
        number = f"about {grouped(value)}"
    elif value:
        number = grouped(value)
    elif least and most:
        number = f"{grouped(least)} to {grouped(most)}"
    elif least:
        number = f"more than {grouped(least)}"
    elif most:
        number = f"up to {grouped(most)}"
    else:
        number = ""
    return f"{number} {unit}".strip()


def grouped(number: str) -> str:
    """Return a decimal number with commas between the thousands; any other text as it is.

    >>> grouped("2500000"), grouped("0.6"), grouped("many")
    ('2,500,000', '0.6', 'many')
    """
    whole, point, rest = number.partition(".")
    if not WHOLE.fullmatch(whole):
        return number
    return f"{Decimal(whole):,f}{point}{rest}"


def count_words(number: int, one: str, many: str) -> str:
    """Return a count with its noun.

    >>> count_words(1, "person", "people"), count_words(1200, "person", "people")
    ('1 person', '1,200 people')
    """
    noun = one if number == 1 else many
    return f"{number:,} {noun}"


def newest_words(shown: int, articles: int) -> str:
    """Return the words for articles shown of all articles.

    >>> newest_words(1240, 20000), newest_words(1, 3)
    ('the newest 1,240 of 20,000 articles', 'the newest of 3 articles')
    """
    newest = f"newest {shown:,}" if shown > 1 else "newest"
    return f"the {newest} of {articles:,} articles"


def wide(text: str) -> int:
    """Return the width of a text in Latin letters: East Asian characters count double.

    >>> wide("Oslo"), wide("平壌")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    widths = map(unicodedata.east_asian_width, text)
    return sum(2 if width in "WF" else 1 for width in widths)


def label_lines(name: str) -> list[str]:
    """Return a name in lines that fit under a shape.

    If it is too long, the last line ends in an ellipsis.

    >>> label_lines("Ministry of Trade and Coastal Affairs of Vesterland")
    ['Ministry of Trade and', 'Coastal Affairs of', 'Vesterland']
    """
    words = name[:LONG_NAME].split()
    shortened = " ".join(words)
    if wide(shortened) <= WIDTH_OF_LINE:
        return [shortened]
    lines = _wrapped(_parts(words))
    shown = list(map(_cut, lines[:LINES_OF_LABEL]))
    if len(lines) > LINES_OF_LABEL:
        last = shown.pop()
        shown.append(_cut(f"{last}…"))
    return shown


def _wrapped(words: Iterable[str]) -> list[str]:
    """Return the words in lines, and no more than one line that a label has no room for."""
    lines: list[str] = []
    width = 0
    for word in words:
        more = wide(word)
        if lines and width + 1 + more <= WIDTH_OF_LINE:
            lines[-1] += f" {word}"
            width += 1 + more
        elif len(lines) > LINES_OF_LABEL:
            break
        else:
            lines.append(word)
            width = more
    return lines


def _parts(words: Iterable[str]) -> Iterator[str]:
    """Yield words, those of wide letters in parts that fit a line.

    Chinese and Japanese are written without spaces.

    >>> list(_parts(["APEC", "上海合作组织成员国元首理事会会议"]))
    ['APEC', '上海合作组织成员国元首', '理事会会议']
    """
    for word in words:
        rest = word
        while wide(rest) > WIDTH_OF_LINE and wide(rest[0]) > 1:
            part = _fitting(rest, WIDTH_OF_LINE)
            yield part
            rest = rest.removeprefix(part)
        yield rest


def _cut(line: str) -> str:
    """Return the line, with an ellipsis for what is beyond the width."""
    if wide(line) <= WIDEST_LINE:
        return line
    start = _fitting(line, WIDEST_LINE - 1)
    return start.rstrip("…") + "…"


def _fitting(text: str, width: int) -> str:
    """Return the longest beginning of a text that is no wider than that."""
    start = text
    while wide(start) > width:
        start = start[:-1]
    return start
