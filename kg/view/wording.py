"""How properties and values read on the page: "works for", not `schema:worksFor`; "32 hours", not `PT32H`."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kg.vocabulary import expand, phrase

# What the page says otherwise than a sentence does: the roles on the lines of an event, and a person's age.
CLAUSES: Mapping[str, str] = {
    "kg:age": "is aged",
    "kg:agent": "agent",
    "kg:destination": "to",
    "kg:instrument": "with",
    "kg:origin": "from",
    "kg:patient": "patient",
    "kg:recipient": "recipient",
    "kg:via": "by way of",
    "schema:description": "is",
    "sem:hasActor": "participant",
    "sem:hasPlace": "place",
    "sem:subEventOf": "part of",
}
COPULA = re.compile(r"^(?:is|was|has) (?:(?:an?|the) )?")
WIDTH_OF_LINE = 22  # letters of a label's line
LINES_OF_LABEL = 3  # in the picture; the panel has the whole name
LONG_NAME = 400  # letters of a name that are looked at for its label


def clause(curie: str, labels: Mapping[str, str]) -> str:
    """The words between subject and object in a sentence. `labels` are those of an ontology, by curie.

    >>> clause("schema:worksFor", {}), clause("ex:sponsors", {"ex:sponsors": "pays for"}), clause("http://e.org/x#sponsorOf", {})
    ('works for', 'pays for', 'sponsor of')
    """
    return CLAUSES.get(curie) or phrase(expand(curie), labels)


def edge_words(sentence_words: str) -> str:
    """The words on a line of the picture: those of the sentence without "is a".

    >>> edge_words("is a parent of"), edge_words("works for"), edge_words("was born in")
    ('parent of', 'works for', 'born in')
    """
    return COPULA.sub("", sentence_words) or sentence_words


def quantity_words(value: str, least: str, most: str, unit: str, approximate: bool) -> str:
    """An amount as words; numbers are canonical decimals, empty where not given.

    >>> quantity_words("", "1", "", "kilometre", False), quantity_words("113000000", "", "", "case", False)
    ('more than 1 kilometre', '113,000,000 case')
    """
    if value:
        number = ("about " if approximate else "") + grouped(value)
    elif least and most:
        number = f"{grouped(least)} to {grouped(most)}"
    else:
        number = f"more than {grouped(least)}" if least else f"up to {grouped(most)}" if most else ""
    return f"{number} {unit}".strip()


def grouped(number: str) -> str:
    """A decimal number with commas between the thousands; any other text as it is.

    >>> grouped("2500000"), grouped("0.6"), grouped("many")
    ('2,500,000', '0.6', 'many')
    """
    whole, point, rest = number.partition(".")
    return f"{Decimal(whole):,f}{point}{rest}" if re.fullmatch(r"[+-]?\d+", whole) else number


def count_words(number: int, one: str, many: str) -> str:
    """A count with its noun.

    >>> count_words(1, "person", "people"), count_words(1200, "person", "people")
    ('1 person', '1,200 people')
    """
    return f"{number:,} {one if number == 1 else many}"


def newest_words(shown: int, articles: int) -> str:
    """How many articles are shown of how many.

    >>> newest_words(1240, 20000), newest_words(1, 3)
    ('the newest 1,240 of 20,000 articles', 'the newest of 3 articles')
    """
    return f"the newest {f'{shown:,} ' if shown > 1 else ''}of {articles:,} articles"


def wide(text: str) -> int:
    """How many Latin letters a text is wide: East Asian characters count double.

    >>> wide("Oslo"), wide("平壌")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def label_lines(name: str) -> list[str]:
    """A name in lines that fit under a shape, the last ending in an ellipsis where it was too long.

    >>> label_lines("Ministry of Trade and Coastal Affairs of Vesterland")
    ['Ministry of Trade and', 'Coastal Affairs of', 'Vesterland']
    """
    lines, width = list[str](), 0
    shortened = " ".join(name[:LONG_NAME].split())
    if wide(shortened) <= WIDTH_OF_LINE:
        return [shortened]
    plain = shortened.isascii()
    for word in shortened.split(" ") if plain else (part for whole in shortened.split(" ") for part in _parts(whole)):
        more = len(word) if plain else wide(word)
        if lines and width + 1 + more <= WIDTH_OF_LINE:
            lines[-1] += f" {word}"
            width += 1 + more
        elif len(lines) > LINES_OF_LABEL:
            break
        else:
            lines.append(word)
            width = more
    shown = [_cut(line, WIDTH_OF_LINE + 2) for line in lines[:LINES_OF_LABEL]]
    if len(lines) > LINES_OF_LABEL:
        shown[-1] = _cut(shown[-1] + "…", WIDTH_OF_LINE + 2)
    return shown


def _parts(word: str) -> Iterator[str]:
    """A word of wide letters in parts that fit a line: Chinese and Japanese are written without spaces.

    >>> list(_parts("上海合作组织成员国元首理事会会议"))
    ['上海合作组织成员国元首', '理事会会议']
    """
    while wide(word) > WIDTH_OF_LINE and wide(word[0]) > 1:
        part = next(word[:end] for end in range(len(word), 0, -1) if wide(word[:end]) <= WIDTH_OF_LINE)
        yield part
        word = word[len(part) :]
    yield word


def _cut(line: str, width: int) -> str:
    if wide(line) <= width:
        return line
    return next(line[:end] for end in range(len(line), -1, -1) if wide(line[:end]) < width).rstrip("…") + "…"
