"""Annotated news as lessons: which words tell events, and which mentions mean things, of the graph.

They also teach who takes part in an event, and whether it happened.

    python training/annotated.py OUT GOLD [GOLD …]

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. OUT
gets a lesson a line. The mentions are those that `kg build` itself finds.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.choices import DEFAULT_MODEL
from kg.model import Article, Claim, Frame, Passage
from kg.text.attribution import quotes
from kg.text.coref import chains
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.read import read
from kg.text.reader.candidates import candidates, descriptions
from kg.text.relations import claims

EVENTS = (Frame.VERB, Frame.HAPPENING)
SAME = 0.3  # share of the characters of two mentions that are one
UNASKED = 0.3  # weight of a word that no rule takes for an event

ROLES = (
    "",
    "agent",
    "patient",
    "recipient",
    "participant",
    "place",
    "origin",
    "destination",
)
STATES = ("stands", "planned", "possible", "denied")
NOT = "not"  # planned, possible or denied: nobody knows which
STATE_OF = {"asserted": "stands", "reported": "stands"} | {state: state for state in STATES}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence. Its `words` begin at characters of it; `kinds` has the kind of the event that
    each tells, or "", `events` the event's name in the article, and `weights` how much each counts.
    `spans` are mentions, with the number of their entity type, or None; `known` tells which of them
    the annotation has, None where nobody knows. `roles` are those of the mentions in the event of a
    word, for the words whose event is known: number of the word, then a role for each mention, one
    of `ROLES`, or None where nobody knows. `states` has for each word one of `STATES`, or "".
    """

    article: str
    text: str
    words: tuple[int, ...]
    kinds: tuple[str, ...]
    events: tuple[str, ...]
    weights: tuple[float, ...]
    spans: tuple[tuple[int, int, int | None], ...]
    known: tuple[bool | None, ...]
    roles: tuple[tuple[int, tuple[str | None, ...]], ...] = ()
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one article is annotated with: the events and the things at their places.

    An event has its kind and its name, a thing its name. `roles` has the role of each thing in each
    event, `states` whether each event happened, both by names.
    """

    events: tuple[tuple[Place, str, str], ...]
    things: tuple[tuple[Place, str], ...]
    roles: dict[str, dict[str, str]]
    states: dict[str, str]


def annotated_articles(folders: Iterable[Path]) -> Iterator[tuple[Article, dict]]:
    """Yield each article of some folders, with its annotation as `gold.json` has it."""
    for folder in folders:
        documents = json.loads((folder / "gold.json").read_text("utf-8"))["docs"]
        by_name = {document["name"]: document for document in documents}
        for article in read([folder / "docs"]):
            if isinstance(article, Article):
                yield article, by_name[Path(article.source).stem]


def lessons(folders: Iterable[Path]) -> Iterator[Lesson]:
    """Yield the lessons of annotated articles."""
    for article, document in annotated_articles(folders):
        yield from lessons_of(article, document["name"], _annotation(document))


def _annotation(document: dict) -> Annotation:
    places = [((mark["start"], mark["end"]), mark["id"]) for mark in document["mentions"]]
    kinds = {name: event["type"] for name, event in document["events"].items()}
    events = [(place, kinds[name], name) for place, name in places if name in kinds]
    things = [(place, name) for place, name in places if name in document["entities"]]
    told = document["events"].items()
    roles = {
        name: {thing: role for role, filling in event["roles"].items() for thing in filling}
        for name, event in told
    }
    states = {name: STATE_OF[event["factuality"]] for name, event in told}
    return Annotation(tuple(events), tuple(things), roles, states)


def lessons_of(article: Article, name: str, annotation: Annotation) -> Iterator[Lesson]:
    """Yield the sentences of one article, which is called `name`, as lessons."""
    doc = parse(load(DEFAULT_MODEL), article)
    found = mentions(doc, article)
    said = quotes(doc, article, found)
    linked = chains(doc, article, found, said)
    asked = _asked(claims(doc, article, found, said, linked))
    ends = [(end.passage, int(end.entity_type)) for end in candidates(found, linked)]
    ends += [(mention.passage, None) for mention in descriptions(linked)]
    for sentence in doc.sents:
        begin, end = sentence.start_char, sentence.end_char
        words = [(token.idx, token.idx + len(token)) for token in sentence if not token.is_space]
        told = [_told(word, annotation) for word in words]
        inside = [each for each in ends if begin <= each[0].start and each[0].end <= end]
        meant = [_thing_of(passage, annotation.things) for passage, _ in inside]
        yield Lesson(
            article=name,
            text=sentence.text,
            words=tuple(start - begin for start, _ in words),
            kinds=tuple(kind for kind, _ in told),
            events=tuple(event for _, event in told),
            weights=tuple(1.0 if start in asked else UNASKED for start, _ in words),
            spans=tuple((at.start - begin, at.end - begin, sort) for at, sort in inside),
            known=tuple(map(bool, meant)),
            roles=tuple(_roles(told, meant, annotation)),
            states=tuple(annotation.states.get(event, "") for _, event in told),
        )


def _roles(
    told: Sequence[tuple[str, str]], meant: Sequence[str], annotation: Annotation
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each word that tells an event, with the role of each mention in it."""
    for at, (_, event) in enumerate(told):
        if event:
            role_of = annotation.roles[event]
            roles = (role_of.get(thing, "") for thing in meant)
            yield at, tuple(role if role in ROLES else "" for role in roles)


def _asked(found: Iterable[Claim]) -> set[int]:
    """Return the offsets of the characters of what the rules take for the words of events."""
    triggers = [claim.trigger for claim in found if claim.frame in EVENTS]
    return {offset for trigger in triggers for offset in range(trigger.start, trigger.end)}


def _told(word: Place, annotation: Annotation) -> tuple[str, str]:
    """Return the kind and the name of the event that a word tells; "" for both if it tells none."""
    for (start, end), kind, event in annotation.events:
        if start < word[1] and word[0] < end:
            return kind, event
    return "", ""


def _thing_of(passage: Passage, things: Sequence[tuple[Place, str]]) -> str:
    """Return the name of the thing that a mention means; empty if none is annotated there."""
    best, found = SAME, ""
    for (start, end), name in things:
        common = min(passage.end, end) - max(passage.start, start)
        whole = max(passage.end, end) - min(passage.start, start)
        if common / whole >= best:
            best, found = common / whole, name
    return found


def write(found: Iterable[Lesson], path: Path) -> int:
    """Write lessons, one a line, and return their number."""
    lines = [json.dumps(asdict(lesson), ensure_ascii=False) for lesson in found]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)


def read_lessons(path: Path) -> list[Lesson]:
    """Return the lessons of a file."""
    return [Lesson(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    out, *folders = map(Path, sys.argv[1:])
    print(write(lessons(folders), out), "sentences", file=sys.stderr)
