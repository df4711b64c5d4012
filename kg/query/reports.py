"""An explanation as styled text: each sentence, the articles' own words for it, and how sure it
is.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.text import Text

from kg.query.answers import printable
from kg.query.sayings import Explanation, Other, Saying, Source
from kg.tables import words_for
from kg.vocabulary import rule_words

HEADING = "bold"
QUIET = "dim"
BESIDE = "yellow"
WORDS_OF_TIE = words_for("kg.query", "tie")

Lines = Iterator[Text]


def report(explanations: Iterable[Explanation]) -> Text:
    """Return the explanations as styled text; `.plain` is the same without the styles. Ends with a
    line end.
    """
    line_end = Text("\n")
    parts: list[Text] = []
    for explanation in explanations:
        lines = _lines(explanation)
        part = line_end.join(lines)
        parts.append(part + line_end)
    return line_end.join(parts)


def _lines(explanation: Explanation) -> Lines:
    heading = _line(explanation.name, HEADING)
    if explanation.kinds:
        kinds = ", ".join(explanation.kinds)
        heading += _line(f" ({kinds})")
    yield heading
    yield _line(explanation.iri, QUIET)
    if explanation.aliases:
        aliases = ", ".join(explanation.aliases)
        yield _line(f"also called: {aliases}")
    for topic, sayings in groupby(explanation.sayings, key=lambda saying: saying.topic):
        yield Text()
        yield _line(topic, HEADING)
        for saying in sayings:
            yield from _saying(saying)
    yield from _reasons("Taken for one thing because", explanation.merged)
    yield from _reasons("Decided by people", explanation.decided)


def _reasons(heading: str, reasons: Iterable[str]) -> Lines:
    """Yield a heading with reasons, nothing if there are none."""
    lines = [_line(f"  {reason}") for reason in reasons]
    if lines:
        yield Text()
        yield _line(heading, HEADING)
        yield from lines


def _saying(saying: Saying) -> Lines:
    yield _line(f"  {saying.sentence}")
    for source in saying.sources:
        words = " ".join(source.sentence.split())
        if source.sentence:
            yield _line(f"    > {words}", "italic")
        origin = _origin(source)
        yield _line(f"      {origin}", QUIET)
    standing = " · ".join(_standing(saying))
    if standing:
        yield _line(f"    {standing}", QUIET)
    if saying.merged:
        reasons = "; ".join(saying.merged)
        yield _line(f"    taken for one event: {reasons}", QUIET)
    for other in saying.others:
        yield from _other(other)


def _other(other: Other) -> Lines:
    """Yield another fact or event beside one that is told, with its words and who says it where."""
    speakers = ", ".join(other.speakers)
    according = f" (according to {speakers})" if speakers else ""
    yield _line(f"    {WORDS_OF_TIE[other.tie]}: {other.sentence}{according}", BESIDE)
    for source in other.sources:
        words = " ".join(source.sentence.split())
        if words:
            yield _line(f"      > {words}", "italic")
        yield _line(f"        {_origin(source)}", QUIET)


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style)


def _origin(source: Source) -> str:
    about = (source.headline, source.outlet, source.published)
    known = filter(None, about)
    return ", ".join(known) or source.document


def _standing(saying: Saying) -> Iterator[str]:
    """Yield how sure a saying is, who says so, how many articles, and the rules that found it."""
    if saying.factuality:
        yield saying.factuality.lower()
    if saying.speakers:
        speakers = ", ".join(saying.speakers)
        yield f"according to {speakers}"
    if saying.confidence is not None:
        yield f"confidence {saying.confidence:.2f}"
    if saying.articles:
        ending = "" if saying.articles == 1 else "s"
        yield f"{saying.articles} source{ending}"
    if saying.rules:
        yield ", ".join(map(rule_words, saying.rules))
