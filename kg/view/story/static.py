"""The first screen in words, for readers without scripts: facts, events, quotations, sentences.

It is made of the page's own data (`payload`), where things, facts and passages are numbers. What is
told, and the picture of it, is chosen by `kg.view.story`; `page/static.html` shows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kg.model import Factuality
from kg.view.kinds import Kind
from kg.view.prominence import EVEN
from kg.view.wording import count_words

Json = dict[str, Any]
UNSURE = "unsure"
UTF_16 = "utf-16-le"  # offsets in the page's data count units of two bytes


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is told: what, how and by how many, and a sentence that says so with where."""

    words: str
    said: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class StaticStory:
    """The headlines, what is told under each title, and the picture of a middle width."""

    headlines: Sequence[str]
    parts: Sequence[tuple[str, Sequence[Told]]]
    picture: Json


def static_story(content: Json) -> StaticStory:
    """Return the first screen of a page in words."""
    story = content["story"]
    teller = _Teller(content)
    lanes = chain.from_iterable(lane["events"] for lane in story["lanes"])
    foremost = {*story["events"], *lanes}.difference(story["denials"])
    events = [number for number in story["order"] if number in foremost]
    denied = [*map(teller.event, story["denials"]), *map(teller.fact, story["denied"])]
    parts = (
        ("In short", [*map(teller.event, story["events"]), *map(teller.fact, story["facts"])]),
        ("What happened", list(map(teller.event, events))),
        ("Said", list(map(teller.quotation, story["quotations"]))),
        ("Denied", denied),
    )
    _, picture, _ = story["pictures"]
    is_title = len(content["documents"]) == 1
    headlines = [] if is_title else list(map(teller.source, story["headlines"]))
    return StaticStory(
        headlines,
        [part for part in parts if part[1]],
        picture,
    )


class _Teller:
    """The words for what the data of a page say."""

    def __init__(self, content: Json):
        self._content = content
        self._names = [thing["name"] for thing in content["things"]]

    def fact(self, number: int) -> Told:
        """Return a fact as a sentence."""
        fact = self._content["facts"][number]
        return self._told(" ".join(self._words(fact)), fact)

    def _words(self, fact: Json) -> Iterator[str]:
        """Yield the words of a fact: its ends, what links them, and as what."""
        yield self._names[fact["s"]]
        relation = self._content["relations"][fact["r"]]
        is_many = self._content["things"][fact["s"]]["kind"] == Kind.GROUP
        yield relation.get("many" if is_many else "clause", relation["clause"])
        yield self._names[fact["o"]] if "o" in fact else fact.get("value", "")
        if "role" in fact:
            yield f"({fact['role']})"

    def event(self, number: int) -> Told:
        """Return an event, with its day if that is known."""
        event = self._content["things"][number]
        day = event.get("start")
        words = f"{event['name']} ({day})" if day else event["name"]
        return self._told(words, event)

    def quotation(self, number: int) -> Told:
        """Return what somebody said."""
        quotation = self._content["quotations"][number]
        words = quotation["text"] if "indirect" in quotation else f"“{quotation['text']}”"
        if "by" in quotation:
            words = f"{words} – {self._names[quotation['by']]}"
        return self._told(words, quotation)

    def source(self, number: int) -> str:
        """Return the headline, outlet and day of an article."""
        document = self._content["documents"][number]
        parts = (document.get(key) for key in ("headline", "outlet", "published"))
        return " · ".join(filter(None, parts))

    def _told(self, words: str, told: Json) -> Told:
        """Return what is told, with the first sentence that says so."""
        evidence = self._content["evidence"][told["evidence"]] if "evidence" in told else {}
        articles = evidence.get("articles", 0)
        how = evidence.get("factuality", "").removeprefix(Factuality.ASSERTED).lower()
        doubt = UNSURE if evidence.get("confidence", EVEN) < EVEN else ""
        many = count_words(articles, "article", "articles") if articles else ""
        said = ", ".join(filter(None, (how, doubt, many)))
        for number in evidence.get("passages", ()):
            passage = self._content["passages"][number]
            if "document" in passage:
                return Told(words, said, self._sentence(passage), self.source(passage["document"]))
        return Told(words, said, "", "")

    def _sentence(self, passage: Json) -> str:
        """Return the words of a passage in one line."""
        document = self._content["documents"][passage["document"]]
        units = document.get("text", "").encode(UTF_16)[2 * passage["start"] : 2 * passage["end"]]
        text = passage.get("words") or units.decode(UTF_16)
        return " ".join(text.split())
