"""One chain of one article as the merging rules see it: plain, with the names and the kind that they compare by."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from kg.gazetteer import country, demonym, region_of
from kg.graph.entities.classes import kind
from kg.model import Article, Chain, Gender, Kind, Mention, Reading

ARTICLE = re.compile(r"^(?:[Tt]he|THE)\s+")
ENDING = re.compile(r"[\s,;:.–-]+$")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St))\.$")


@dataclass(frozen=True, slots=True)
class Thing:
    """A chain with a type. `number` is its place among all things, `index` among the chains of its article.

    `name` is the fullest proper name, empty for what is only described; `names` counts every proper name in the chain.
    `country` is an ISO code, empty where unknown.
    """

    number: int
    article: str
    index: int
    chain: Chain
    kind: str
    name: str
    names: tuple[tuple[str, int], ...]
    country: str

    @property
    def type(self) -> str:
        """The class of the chain, as a curie."""
        return self.chain.type

    @property
    def gender(self) -> Gender:
        """What the article shows of the person's gender."""
        return self.chain.gender

    @property
    def start(self) -> int:
        """The offset of its first mention."""
        return self.chain.mentions[0].passage.start


def gathered(readings: Iterable[Reading]) -> tuple[tuple[Article, ...], list[Thing]]:
    """The articles of some readings, which are gone through once, by id; and their things, by article and order of chains.

    A thing is made for each chain that has a type and is more than one pronoun of unknown meaning.
    """
    articles: list[Article] = []
    chains: list[tuple[str, int, Chain]] = []
    for reading in readings:
        articles.append(reading.article)
        chains += ((reading.article.id, at, chain) for at, chain in enumerate(reading.chains) if _is_one(chain))
    things = [_thing(number, *each) for number, each in enumerate(sorted(chains, key=itemgetter(0, 1)))]
    return tuple(sorted(articles, key=lambda article: article.id)), things


def _is_one(chain: Chain) -> bool:
    return bool(chain.type) and (_is_told(chain) or _is_followed(chain) or chain.outside)


def _is_told(chain: Chain) -> bool:
    """True for a chain with a name or a description."""
    return any(mention.kind is not Kind.PRONOUN for mention in chain.mentions)


def _is_followed(chain: Chain) -> bool:
    """True for a person whom the text follows without a name ("He was born in Oslo. His father …"); one pronoun is not enough."""
    return chain.type == "schema:Person" and len(chain.mentions) > 1


def _thing(number: int, article: str, index: int, chain: Chain) -> Thing:
    names = Counter(_names(chain))
    own = clean_name(chain.name)
    name = own if own in names or not names else min(names, key=lambda each: (-len(each.split()), -names[each], each))
    return Thing(number, article, index, chain, kind(chain.type), name, tuple(sorted(names.items())), _country(chain))


def _names(chain: Chain) -> Iterator[str]:
    for mention in chain.mentions:
        if mention.is_name and not (_is_demonym(mention) and chain.type != "kg:Group"):
            name = clean_name(mention.text)
            if name:
                yield name


def _is_demonym(mention: Mention) -> bool:
    if mention.country:
        return demonym(mention.text) is not None and country(mention.text) is None
    return mention.type == "kg:Region" and region_of(mention.text) is not None


def _country(chain: Chain) -> str:
    codes = Counter(mention.country for mention in chain.mentions if mention.country)
    return min(codes, key=lambda code: (-codes[code], code), default="")


@lru_cache(maxsize=100_000)
def clean_name(text: str) -> str:
    """A name as a label: no article in front, no stop at the end, one line.

    >>> clean_name("the Acme  Corp."), clean_name("Kyiv,")
    ('Acme Corp.', 'Kyiv')
    """
    name = ARTICLE.sub("", " ".join(text.split()))
    bare = ENDING.sub("", name)
    return f"{bare}." if name[len(bare) :].startswith(".") and ABBREVIATION.search(f"{bare}.") else bare
