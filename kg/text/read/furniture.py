"""Site furniture in the text of an article: adverts, appeals, links, credits, legal lines.

It is known by general cues (imperatives with words of a site, short lines after "Read more", the
publisher speaking of itself to its readers), never by the name of a site. In doubt a line is body:
losing a paragraph is worse than reading an advert.
"""

from collections.abc import Iterator, Sequence

from kg.text.read.cues import BRACKETED, BUTTON, CREDIT, MORE, PLEA, QUOTED, SELF, SITE, SUPPORT
from kg.text.read.lines import Line

SHORT = 14  # words; a longer line is no button, link or heading of a list
LONG = 160  # words; no appeal is longer
TEASER = 45  # words in the sentence under a link to another article
TITLES = 4  # lines of titles that may stand over one such sentence
MANY = 2  # links with a sentence each that make a list of other articles


def furniture_of(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the places of site furniture, as start and end in the text; they may overlap."""
    number = 0
    while number < len(lines):
        line = lines[number]
        if MORE.match(line.text) and line.words <= SHORT:
            after = _after_links(lines, number + 1)
            yield line.start, lines[after - 1].end
            number = after
            continue
        if is_furniture(line):
            yield line.start, line.end
        else:
            yield from _credits(line)
        number += 1


def is_furniture(line: Line) -> bool:
    """Return whether a line is a button, a legal line, or an appeal to the readers."""
    if line.words <= SHORT and (BUTTON.match(line.text) or SUPPORT.match(line.text)):
        return True
    if line.words > LONG or QUOTED.search(line.text):
        return False
    return bool(SELF.search(line.text) and PLEA.search(line.text) and SITE.search(line.text))


def _after_links(lines: Sequence[Line], start: int) -> int:
    """Return the number of the line after the links that follow a heading such as "Read more".

    A link is one to three lines like titles, then perhaps one sentence about the other article.
    Only if there are several, or if they reach to the end of the text, are those sentences
    furniture; otherwise the titles alone are.
    """
    number, links, titles_end = start, 0, start
    while number < len(lines):
        first = number
        while number < len(lines) and _is_link(lines[number]) and number - first < TITLES:
            number += 1
        if links == 0:
            titles_end = number
        if number == first or number == len(lines) or not _is_teaser(lines[number]):
            break
        links, number = links + 1, number + 1
    if links >= MANY or (links and number == len(lines)):
        return _after_appeals(lines, number)
    # One link in the middle of an article; further short lines would be headings of the body.
    return min(titles_end, start + 2)


def _is_link(line: Line) -> bool:
    is_title = line.is_title and not QUOTED.search(line.text[:1])
    return is_title or bool(MORE.match(line.text)) or is_furniture(line)


def _is_teaser(line: Line) -> bool:
    return line.sentences == 1 and line.words <= TEASER


def _after_appeals(lines: Sequence[Line], number: int) -> int:
    """Return the number of the line after what the publisher says of itself, behind a list of
    links.

    There weaker cues than elsewhere are enough.
    """
    while number < len(lines) and (is_furniture(lines[number]) or _is_of_site(lines[number])):
        number += 1
    return number


def _is_of_site(line: Line) -> bool:
    """Return whether a publisher speaks of itself in a line."""
    return bool(SITE.search(line.text) and SELF.search(line.text))


def _credits(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the credit of a picture at the end of its caption, or in brackets; the caption stays."""
    if line.words > LONG:
        return
    for match in BRACKETED.finditer(line.text):
        yield line.start + match.start(), line.start + match.end()
    credit = CREDIT.search(line.text[-200:])
    if credit and line.words > 8 and line.sentences <= 3:
        offset = max(0, len(line.text) - 200)
        yield line.start + offset + credit.start("credit"), line.end
