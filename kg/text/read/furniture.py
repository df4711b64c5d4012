"""Site furniture in the text of an article: adverts, appeals, links, credits, legal lines.

It is known by general cues (imperatives with words of a site, short lines after "Read more", the
publisher speaking of itself to its readers), never by the name of a site. The words are in
`kg/lang/en/pages.tsv`. In doubt a line is body: losing a paragraph is worse than reading an advert.
"""

import re
from collections.abc import Callable, Iterable
from itertools import takewhile

from kg.text.read.lines import Line, Lines, Places
from kg.text.read.tables import Pattern, alternatives, words_of

SHORT = 14  # words; a longer line is no button, link or heading of a list
LONG = 160  # words; no appeal is longer
TEASER = 45  # words in the sentence under a link to another article
TITLES = 4  # lines of titles that may stand over one such sentence
MANY = 2  # links with a sentence each that make a list of other articles
TAIL = 200  # characters at the end of a line in which a credit is looked for
FEWEST_OF_CAPTION = 8  # words; a line without more is no caption with a credit behind it
SENTENCES_OF_CAPTION = 3

SIGN_OFF = words_of("sign-off", "time-stamp")
SIGN_OFF_BEHIND = re.compile(
    rf"(?<=[.!?\"”’])\s?(?P<signed>{alternatives('sign-off-behind')})$", re.IGNORECASE
)
CAPTION_MARK = re.compile(alternatives("caption-mark"))
BUTTON = words_of("button", "call-for-support")
MORE = words_of("more")
SELF = re.compile(rf"\b(?:{alternatives('self')})\b", re.IGNORECASE)
PLEA = words_of("plea")
SITE = words_of("site")
Cues = Iterable[Pattern]
APPEAL = (SELF, PLEA, SITE)  # a line with all of them is one
OF_ITSELF = (SELF, SITE)  # what shows that a publisher speaks of itself
QUOTED = re.compile(alternatives("quoted"))

# The credit of a picture: capitalised words without a full stop, after the sentence of a caption or
# in brackets.
CREDIT_WORD = (
    rf"(?:{alternatives('credit')})s?\s?[:/]?\s?"
    rf"(?:(?:{alternatives('credited-by')})\s)?"
)
CREDIT_NAME = (
    r"[A-Z][\w&'’./-]*"
    rf"(?:\s(?:(?:{alternatives('inside-a-credit')})\s)?[A-Z/|][\w&'’./-]*){{0,6}}"
)
CREDIT = re.compile(
    # Not after "Gov." and "Capt."
    r"[a-z]{2}(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?][\"”’')]?\s{1,2}"
    rf"(?P<credit>(?:{CREDIT_WORD})?{CREDIT_NAME})$"
)
BRACKETED = re.compile(
    rf"[(\[](?:[\w.]{{1,12}}\s){{0,2}}(?:{alternatives('bracketed-credit')})\b"
    r"[^()\[\]]{0,100}[)\]]",
    re.IGNORECASE,
)


def furniture_of(lines: Lines) -> Places:
    """Yield the places of site furniture, as start and end in the text; they may overlap."""
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if _leads_to_links(line):
            number = _after_links(lines, number)
            yield line.start, lines[number - 1].end
        elif is_furniture(line):
            yield line.place
        else:
            yield from _credits(line)


def _leads_to_links(line: Line) -> bool:
    """Return whether a line is like "Read more"."""
    return _is_short(line) and MORE.match(line.text) is not None


def is_furniture(line: Line) -> bool:
    """Return whether a line is a button, a legal line, or an appeal to the readers."""
    text = line.text
    if _is_short(line) and (BUTTON.match(text) or SIGN_OFF.match(text)):
        return True
    if line.words > LONG or QUOTED.search(text):
        return False
    return _has_all(text, APPEAL)


def _is_short(line: Line) -> bool:
    """Return whether a line may be a button, a link or the heading of a list."""
    return line.words <= SHORT


def _after_links(lines: Lines, start: int) -> int:
    """Return the number of the line after the links that follow a heading such as "Read more".

    A link is one to three lines like titles, then perhaps one sentence about the other article.
    Only if there are several, or if they reach to the end of the text, are those sentences
    furniture; otherwise the titles alone are.
    """
    number = start
    links = 0
    titles = first_titles = _titles_at(lines, number)
    while titles:
        number += titles
        if number == len(lines) or not _is_teaser(lines[number]):
            break
        number += 1
        links += 1
        titles = _titles_at(lines, number)
    is_at_end = number == len(lines)
    if links >= MANY or (links and is_at_end):
        return number + _count(_is_appeal, lines[number:])
    # One link in the middle of an article; further short lines would be headings of the body.
    return start + min(first_titles, 2)


def _titles_at(lines: Lines, number: int) -> int:
    """Return how many lines from one on are titles of another article."""
    return _count(_is_link, lines[number : number + TITLES])


def _count(is_so: Callable[[Line], bool], lines: Lines) -> int:
    """Return how many lines are so, up to the first that is not."""
    first = list(takewhile(is_so, lines))
    return len(first)


def _is_link(line: Line) -> bool:
    """Return whether a line may be the title of another article."""
    if line.is_title and not QUOTED.search(line.text[:1]):
        return True
    if MORE.match(line.text):
        return True
    return is_furniture(line)


def _is_teaser(line: Line) -> bool:
    """Return whether a line is one sentence that may tell what another article is about."""
    return line.sentences == 1 and line.words <= TEASER


def _is_appeal(line: Line) -> bool:
    """Return whether a publisher speaks of itself in a line.

    Behind a list of links, weaker cues than elsewhere are enough.
    """
    return _has_all(line.text, OF_ITSELF) or is_furniture(line)


def _has_all(text: str, cues: Cues) -> bool:
    """Return whether all cues are in a text."""
    return all(cue.search(text) for cue in cues)


def _credits(line: Line) -> Places:
    """Yield the credit of a picture, behind its caption or in brackets; the caption stays.

    So does a paragraph whose author or agency stands behind it.
    """
    text = line.text
    tail = max(0, len(text) - TAIL)
    signed = SIGN_OFF_BEHIND.search(text, tail)
    if signed:
        yield line.at(signed.span("signed"))
    mark = CAPTION_MARK.match(text)
    if mark:
        yield line.at(mark.span())
    if line.words > LONG:
        return
    for match in BRACKETED.finditer(text):
        yield line.at(match.span())
    credit = CREDIT.search(text[tail:])
    if credit and _may_be_caption(line):
        start = tail + credit.start("credit")
        yield line.at((start, len(text)))


def _may_be_caption(line: Line) -> bool:
    """Return whether a line may be the caption of a picture."""
    if line.words <= FEWEST_OF_CAPTION:
        return False
    return line.sentences <= SENTENCES_OF_CAPTION
