"""An explanation as styled text: each sentence, the articles' own words for it, and how sure it
is.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.text import Text

from kg.query.answers import printable
from kg.query.explanation import Explanation, Saying, Source
from kg.vocabulary import rule_words

HEADING = "bold"
QUIET = "dim"


def report(explanations: Iterable[Explanation]) -> Text:
    """Return the explanations as styled text; `.plain` is the same without the styles. Ends with a
    line end.
    """
    return Text("\n").join(
        Text("\n").join(_lines(explanation)) + Text("\n") for explanation in explanations
    )


def _lines(explanation: Explanation) -> Iterator[Text]:
    kinds = f" ({', '.join(explanation.kinds)})" if explanation.kinds else ""
    yield _line(explanation.name, HEADING) + _line(kinds)
    yield _line(explanation.iri, QUIET)
    if explanation.aliases:
        yield _line(f"also called: {', '.join(explanation.aliases)}")
    for topic, sayings in groupby(explanation.sayings, key=lambda saying: saying.topic):
        yield Text()
        yield _line(topic, HEADING)
        for saying in sayings:
            yield from _saying(saying)
    if explanation.merged:
        yield Text()
        yield _line("Taken for one thing because", HEADING)
        yield from (_line(f"  {reason}") for reason in explanation.merged)


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
    parts = filter(None, (source.headline, source.outlet, source.published))
    return ", ".join(parts) or source.document


def _standing(saying: Saying) -> Iterator[str]:
    """Yield how sure a saying is, who says so, how many articles, and the rules that found it."""
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
