"""Portraits of things: what some articles show of one, by which another article knows it again.

"The gunman" here and "Ivo Holm" there may be one, if both are arrested in one story.
"""

from collections import Counter
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass
from sys import intern

from kg.graph.entities.chains import (
    ChainRecord,
    Records,
    mentions_of,
)
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import context_keys
from kg.graph.entities.groups import (
    description,
    size,
)
from kg.graph.rarity import words_in
from kg.model import (
    Article,
    Kind,
    Mention,
)

MOST = 24  # chains of a thing that are looked at
AROUND = 100  # characters before and after a mention
HELD = 2_000  # portraits that are kept in mind, some 20 MB
OWNER, DETERMINER = "owner:", "det:"  # what signs of a description begin with

Texts = frozenset[str]


@dataclass(frozen=True, slots=True)
class Portrait:
    """The look of one thing, as its chains, `records`, show it.

    `head` is the noun that calls it most, `nouns` are all, `details` the other words of its
    descriptions, which are whole in `descriptions`. `deeds` are what it does and undergoes, `words`
    those around its mentions, `companions` the other named things of its articles. `numbers` tell
    whether it is one or several, `owned` whether it is only somebody's: "his mother".
    """

    root: int
    records: Records
    kind: str
    is_named: bool
    articles: Texts
    names: frozenset[Texts]
    head: str
    nouns: Texts
    details: Texts
    descriptions: Texts
    determiners: Texts
    deeds: Texts
    words: Texts
    companions: Texts
    sizes: frozenset[int]
    genders: Texts
    numbers: frozenset[bool]
    countries: Texts
    owned: bool


class Portraits:
    """The portraits of the sets of some clusters, made when they are asked for."""

    def __init__(
        self,
        clusters: Clusters,
        articles: Iterable[Article],
    ) -> None:
        self._clusters = clusters
        self._articles = {article.id: article for article in articles}
        self._records: dict[int, list[ChainRecord]] = {}
        for record in clusters.records:
            chains = self._records.setdefault(clusters.root(record.number), [])
            if len(chains) < MOST:
                chains.append(record)
        self._made: dict[int, Portrait] = {}

    def of(
        self,
        root: int,
    ) -> Portrait:
        """Return the portrait of a set, by its root."""
        made = self._made.get(root)
        if made is None:
            made = self._portrait(root, self._records[root])
            if len(self._made) == HELD:
                self._made.clear()
            self._made[root] = made
        return made

    def _portrait(
        self,
        root: int,
        records: Sequence[ChainRecord],
    ) -> Portrait:
        mentions = mentions_of(records)
        nominals = [mention for mention in mentions if mention.kind is Kind.NOMINAL]
        uses = Counter(_nouns(records, nominals))
        kinds: Counter[str] = Counter()
        signs: set[str] = set()
        names: set[str] = set()
        deeds: set[str] = set()
        for record in records:
            kinds[record.kind] += len(record.mentions)
            signs.update(record.chain.signs)
            names.update(record.names)
            deeds.update(record.deeds)
        details: set[str] = set()
        for mention in nominals:
            details.update(words_in(mention.text))
        return Portrait(
            root=root,
            records=records,
            kind=_most(kinds),
            is_named=any(record.name for record in records),
            articles=frozenset(record.article for record in records),
            names=frozenset(map(_words_of_name, names)),
            head=_most(uses),
            nouns=frozenset(uses),
            details=frozenset(details.difference(uses)),
            descriptions=frozenset(filter(None, map(description, records))),
            determiners=frozenset(_behind(DETERMINER, signs)),
            deeds=frozenset(deeds),
            words=frozenset(map(intern, self._words(records))),
            companions=frozenset(self._companions(records)),
            sizes=frozenset(filter(None, map(size, records))),
            genders=frozenset(record.gender.name for record in records if record.gender),
            numbers=frozenset(mention.plural for mention in nominals),
            countries=frozenset(record.country for record in records if record.country),
            owned=any(owner.islower() for owner in _behind(OWNER, signs)),
        )

    def _words(
        self,
        records: Records,
    ) -> Iterator[str]:
        """Yield the words around the mentions of some chains."""
        for record in records:
            text = self._articles[record.article].text
            for mention in record.mentions:
                at = mention.passage
                start = max(0, at.start - AROUND)
                end = at.end + AROUND
                yield from words_in(text[start:end])

    def _companions(
        self,
        records: Records,
    ) -> set[str]:
        """Return the keys of the named things in the articles of chains, without their own."""
        named: set[str] = set()
        own: set[str] = set()
        for record in records:
            named |= self._clusters.context(record.number).named
            own.update(context_keys(record))
        return named - own


def _nouns(
    records: Records,
    nominals: Sequence[Mention],
) -> Iterator[str]:
    """Yield the nouns for what a thing is, the last word of each."""
    for record in records:
        yield from record.profile.posts
    for mention in nominals:
        if mention.noun:
            *_, last = mention.noun.split()
            yield last.lower()


def _most(counts: Counter[str]) -> str:
    """Return what is counted most, of several the last in the alphabet; empty if nothing is."""
    return max(counts, key=lambda each: (counts[each], each), default="")


def _words_of_name(name: str) -> Texts:
    return frozenset(name.lower().replace(".", "").split())


def _behind(
    mark: str,
    signs: Iterable[str],
) -> set[str]:
    """Return what signs tell behind a mark that they begin with."""
    return {sign.removeprefix(mark) for sign in signs if sign.startswith(mark)}
