"""The sentence at the top of the page: of how many articles and days the graph is made, and what it tells of."""

from kg.view.content import Content
from kg.view.kinds import KINDS
from kg.view.wording import count_words, newest_words

MONTHS = "January February March April May June July August September October November December".split()
COUNTED = ("person", "group", "organisation", "place", "event", "work")


def summary(content: Content) -> str:
    """One sentence with the counts of articles, days, things and facts."""
    told = [words for key in COUNTED if (words := _counted(content, key))]
    facts = count_words(len(content.facts), "fact", "facts")
    return f"{_articles(content)}{_days(content)}: {', '.join([*told, facts])}."


def _articles(content: Content) -> str:
    shown = len(content.documents)
    if content.articles:
        return f"{newest_words(shown, content.articles).capitalize()},"
    return count_words(shown, "article", "articles")


def _counted(content: Content, key: str) -> str:
    kind = next(kind for kind in KINDS if kind.key == key)
    number = sum(thing.kind == key for thing in content.things)
    return count_words(number, kind.one, kind.many) if number else ""


def _days(content: Content) -> str:
    dates = sorted({document.published for document in content.documents if document.published})
    if not dates:
        return ""
    first, last = date_words(dates[0]), date_words(dates[-1])
    if first == last:
        return f" of {last}"
    shared = dates[0][:8] == dates[-1][:8] and len(dates[0]) == len(dates[-1]) == len("2031-03-04")
    return f" of {first.split(' ')[0] if shared else first} to {last}"


def date_words(date: str) -> str:
    """An ISO date, month or year as one reads it; any other text as it is.

    >>> date_words("2031-03-04"), date_words("2031-03"), date_words("spring")
    ('4 March 2031', 'March 2031', 'spring')
    """
    parts = date.split("-")
    if not all(part.isdecimal() for part in parts) or not 1 <= int([*parts, "1"][1]) <= 12:
        return date
    day = [str(int(parts[2]))] if len(parts) == 3 else []
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*day, *month, parts[0]])
