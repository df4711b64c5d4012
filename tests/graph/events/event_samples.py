"""Hand-made readings for the rules of events: an article is a list of clauses, its text their words one after another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from kg.graph.interpret import Interpretation, interpret
from kg.graph.ontology import Ontology, load
from kg.model import (
    Article,
    Chain,
    Claim,
    Entity,
    Event,
    Factuality,
    Frame,
    Kind,
    Mention,
    Passage,
    Quote,
    Reading,
    Role,
    TimeValue,
)

CLASS_OF_NAME = {
    "Ann Bolt": "schema:Person",
    "Jens Berg": "schema:Person",
    "Globex": "schema:Corporation",
    "Initech": "schema:Corporation",
    "Umbrella": "schema:Corporation",
    "Moro Moro": "schema:Person",
    "Oslo": "schema:City",
    "Pago Pago": "schema:City",
    "Paris": "schema:City",
    "Rome": "schema:City",
    "eight miners": "kg:Group",
    "US Navy": "schema:Organization",
}
TIMES = ("when", "duration")
PRONOUNS = ("we", "us", "our")  # which stay unresolved
T = TypeVar("T")


@dataclass(frozen=True)
class Clause:
    """A claim in the making; `roles` are (role, words), where the words of a time are its value, too."""

    predicate: str
    phrase: str
    roles: tuple[tuple[str, str], ...]
    frame: Frame = Frame.VERB
    before: str = ""  # words before the predicate
    factuality: Factuality = Factuality.ASSERTED
    part_of: int | None = None  # number of the clause of the whole
    headline: bool = False


def clause(predicate: str, phrase: str, *roles: tuple[str, str], **more: object) -> Clause:
    return Clause(predicate, phrase, roles, **more)  # type: ignore[arg-type]


def noun(predicate: str, phrase: str, *roles: tuple[str, str], **more: object) -> Clause:
    return clause(predicate, phrase, *roles, frame=Frame.HAPPENING, **more)


def article(id_: str, *clauses: Clause, published: str = "2021-02-26") -> Reading:
    """The reading of an article in which each clause is a sentence; headlines make up its front."""
    text, claims, mentions, front = "", [], {}, []
    for each in clauses:
        start = len(text)
        text += f"{each.before} " if each.before else ""
        trigger = Passage(id_, len(text), len(text) + len(each.predicate))
        text += each.predicate
        filled = []
        for role, words in each.roles:
            text += f" {words}"
            mention = _mention(id_, len(text) - len(words), words, role)
            filled.append(Role(role, mention))
            if role not in TIMES and words not in PRONOUNS:
                mentions.setdefault(words, []).append(mention)
        sentence = Passage(id_, start, len(text))
        text += ".\n"
        front += [sentence] if each.headline else []
        whole = claims[each.part_of].trigger if each.part_of is not None else None
        claims.append(
            Claim(
                each.frame,
                each.predicate,
                tuple(filled),
                trigger,
                sentence,
                "test",
                phrase=each.phrase,
                factuality=each.factuality,
                parent=whole,
            )
        )
    chains = tuple(
        Chain(tuple(found), CLASS_OF_NAME[name], name) for name, found in mentions.items()
    )
    return Reading(
        Article(id_, text, f"{id_}.txt", "", published=published, front=tuple(front)),
        chains,
        tuple(claims),
    )


def _mention(id_: str, start: int, words: str, role: str) -> Mention:
    passage = Passage(id_, start, start + len(words))
    if role == "duration":
        return Mention(passage, words, Kind.TIME, start, time=TimeValue(duration=words))
    if role == "when":
        return Mention(passage, words, Kind.TIME, start, time=TimeValue(words))
    if words in PRONOUNS:
        return Mention(passage, words, Kind.PRONOUN, start)
    return Mention(passage, words, Kind.NAME, start, CLASS_OF_NAME[words])


def id_of(name: str) -> str:
    """`person/ann-bolt`."""
    kind = {"schema:Person": "person", "kg:Group": "group", "schema:City": "place"}.get(
        CLASS_OF_NAME[name], "organization"
    )
    return f"{kind}/{name.lower().replace(' ', '-')}"


@cache
def ontology() -> Ontology:
    return load()


def read(readings: Sequence[Reading]) -> Interpretation:
    """All that the ontology makes of the readings, names of one spelling being one thing."""
    return interpret(readings, entities(), entity_of(readings), ontology())


def entities() -> list[Entity]:
    return [
        Entity(id_of(name), name, ontology().superclasses(cls))
        for name, cls in CLASS_OF_NAME.items()
    ]


def entity_of(readings: Iterable[Reading]) -> dict[tuple[str, int], str]:
    return {
        (r.article.id, i): id_of(chain.name) for r in readings for i, chain in enumerate(r.chains)
    }


def events(*readings: Reading) -> tuple[Event, ...]:
    return read(readings).events


def one(found: Iterable[T]) -> T:
    (only,) = found
    return only


def quoted(reading: Reading, name: str, **more: object) -> Reading:
    """The reading with its whole text as words of a speaker, who is named in it."""
    mention = next(m for chain in reading.chains if chain.name == name for m in chain.mentions)
    whole = Passage(reading.article.id, 0, len(reading.article.text))
    quote = Quote(whole, reading.article.text, whole, speaker=mention)
    return replace(reading, quotes=(replace(quote, **more),))  # type: ignore[arg-type]
