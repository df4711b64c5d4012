"""An account laid out for reading: each sentence, under it what the articles say word for word, and how sure it is."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.text import Text

from kg.query.account import Account, Saying, Source
from kg.query.wording import printable
from kg.vocabulary import rule_words

HEADING, QUIET = "bold", "dim"


def report(accounts: Iterable[Account]) -> Text:
    """The accounts as styled text; `.plain` is the same without the styles. Ends with a line end."""
    return Text("\n").join(Text("\n").join(_lines(account)) + Text("\n") for account in accounts)


def _lines(account: Account) -> Iterator[Text]:
    yield _line(account.name, HEADING) + _line(f" ({', '.join(account.kinds)})" if account.kinds else "")
    yield _line(account.iri, QUIET)
    if account.aliases:
        yield _line(f"also called: {', '.join(account.aliases)}")
    for topic, sayings in groupby(account.sayings, key=lambda saying: saying.topic):
        yield Text()
        yield _line(topic, HEADING)
        for saying in sayings:
            yield from _saying(saying)
    if account.merged:
        yield Text()
        yield _line("Taken for one thing because", HEADING)
        yield from (_line(f"  {reason}") for reason in account.merged)


def _saying(saying: Saying) -> Iterator[Text]:
    yield _line(f"  {saying.sentence}")
    for source in saying.sources:
        if source.sentence:
            yield _line(f"    > {' '.join(source.sentence.split())}", "italic")
        yield _line(f"      {_origin(source)}", QUIET)
    standing = " · ".join(_standing(saying))
    if standing:
        yield _line(f"    {standing}", QUIET)


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style)


def _origin(source: Source) -> str:
    return ", ".join(part for part in (source.headline, source.outlet, source.published) if part) or source.document


def _standing(saying: Saying) -> Iterator[str]:
    """How sure it is, who says so, how many articles, and what found it."""
    if saying.factuality:
        yield saying.factuality.lower()
    if saying.speakers:
        yield f"according to {', '.join(saying.speakers)}"
    if saying.confidence is not None:
        yield f"confidence {saying.confidence:.2f}"
    if saying.articles:
        yield f"{saying.articles} source{'' if saying.articles == 1 else 's'}"
    if saying.rules:
        yield ", ".join(rule_words(rule) for rule in saying.rules)
