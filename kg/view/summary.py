"""The sentence at the top of the page: the number of articles and days, and of things and facts."""

from kg.lang.en import word_list
from kg.view.kinds import LEGEND, Kind
from kg.view.page_model import PageModel
from kg.view.wording import count_words, newest_words

MONTHS = [name.capitalize() for name in word_list("times", "month")]
COUNTED = (Kind.PERSON, Kind.GROUP, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT, Kind.WORK)


def summary(model: PageModel) -> str:
    """Return one sentence with the counts of articles, days, things and facts."""
    things = filter(None, (_counted(model, kind) for kind in COUNTED))
    facts = count_words(len(model.facts), "fact", "facts")
    return f"{_articles(model)}{_days(model)}: {', '.join([*things, facts])}."


def _articles(model: PageModel) -> str:
    shown = len(model.documents)
    if model.articles:
        return f"{newest_words(shown, model.articles).capitalize()},"
    return count_words(shown, "article", "articles")


def _counted(model: PageModel, kind: Kind) -> str:
    number = sum(thing.kind == kind for thing in model.things)
    entry = LEGEND[kind]
    return count_words(number, entry.one, entry.many) if number else ""


def _days(model: PageModel) -> str:
    """Return the days from which the articles are, a month that they share only once.

    It is empty if none has a date.
    """
    dates = sorted({document.published for document in model.documents if document.published})
    if not dates:
        return ""
    first, last = date_words(dates[0]), date_words(dates[-1])
    if first == last:
        return f" of {last}"
    if _are_days_of_one_month(dates[0], dates[-1]):
        first = first.split(" ")[0]
    return f" of {first} to {last}"


def _are_days_of_one_month(first: str, last: str) -> bool:
    are_days = len(first) == len(last) == len("2031-03-04")
    return are_days and first[:8] == last[:8]


def date_words(date: str) -> str:
    """Return an ISO date, month or year as one reads it; any other text as it is.

    >>> date_words("2031-03-04"), date_words("2031-03"), date_words("spring")
    ('4 March 2031', 'March 2031', 'spring')
    """
    year, *rest = date.split("-")
    if not all(part.isdecimal() for part in (year, *rest)):
        return date
    if not rest:
        return year
    month, *days = map(int, rest)
    if not 1 <= month <= 12:
        return date
    day = [str(days[0])] if len(days) == 1 else []
    return " ".join([*day, MONTHS[month - 1], year])
