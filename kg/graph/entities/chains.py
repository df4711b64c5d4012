"""Chains of all articles as the merging rules see them: with the names that they compare."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from kg.gazetteer import country, demonym, region_of
from kg.graph.entities.classes import kind_of
from kg.lang.en import word_list
from kg.model import Article, Chain, Gender, Kind, Mention, Reading

ARTICLES = "|".join(word_list("function_words", "article-before-name"))
ARTICLE = re.compile(rf"^(?:{ARTICLES})\s+")
ENDING = re.compile(r"[\s,;:.–-]+$")
ABBREVIATIONS = "|".join(word_list("names", "entity-abbreviation"))
ABBREVIATION = re.compile(rf"(?:\b[A-Z]|\b(?:{ABBREVIATIONS}))\.$")


@dataclass(frozen=True, slots=True)
class ChainRecord:
    """A chain with a type, and what the merging rules compare.

    `number` is its place among all records, `index` among the chains of its article. `name` is the
    fullest proper name, empty for what is only described; `names` counts every proper name in the
    chain. `country` is an ISO code, empty if unknown.
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
        """The person's gender, as far as the article shows it."""
        return self.chain.gender

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of the chain, in text order."""
        return self.chain.mentions


Records = Sequence[ChainRecord]


def chain_records(
    readings: Iterable[Reading],
) -> tuple[tuple[Article, ...], list[ChainRecord]]:
    """Return the articles by id, and the records of their chains by article and order of chains.

    The readings are gone through once. A chain gets a record if it has a type and is more than one
    pronoun of unknown meaning.
    """
    articles: list[Article] = []
    chains: list[tuple[str, int, Chain]] = []
    for reading in readings:
        article = reading.article
        articles.append(article)
        for index, chain in enumerate(reading.chains):
            if _is_one(chain):
                chains.append((article.id, index, chain))
    articles.sort(key=lambda article: article.id)
    chains.sort(key=itemgetter(0, 1))
    records = [_record(number, *found) for number, found in enumerate(chains)]
    return tuple(articles), records


def _is_one(chain: Chain) -> bool:
    """Return whether a chain speaks of something that the text lets one know."""
    if not chain.type:
        return False
    return chain.outside or _has_words(chain) or _is_followed(chain)


def _has_words(chain: Chain) -> bool:
    """Return whether a chain has a name or a description."""
    return any(mention.kind is not Kind.PRONOUN for mention in chain.mentions)


def _is_followed(chain: Chain) -> bool:
    """Return whether the text follows a person without a name.

    "He was born in Oslo. His father …" does; one pronoun is not enough.
    """
    return chain.type == "schema:Person" and len(chain.mentions) > 1


def _record(number: int, article: str, index: int, chain: Chain) -> ChainRecord:
    names = Counter(_names(chain))
    name = clean_name(chain.name)
    if names and name not in names:
        most_words = max(len(other.split()) for other in names)
        longest = [other for other in names if len(other.split()) == most_words]
        name = commonest({other: names[other] for other in longest})
    return ChainRecord(
        number,
        article,
        index,
        chain,
        kind=kind_of(chain.type),
        name=name,
        names=tuple(sorted(names.items())),
        country=_country(chain),
    )


def _names(chain: Chain) -> Iterator[str]:
    """Yield every proper name in a chain; an adjective of a country names only a group."""
    for mention in chain.mentions:
        if not mention.is_name:
            continue
        if chain.type != "kg:Group" and _is_demonym(mention):
            continue
        name = clean_name(mention.text)
        if name:
            yield name


def _is_demonym(mention: Mention) -> bool:
    words = mention.text
    if mention.country:
        return demonym(words) is not None and country(words) is None
    return mention.type == "kg:Region" and region_of(words) is not None


def _country(chain: Chain) -> str:
    """Return the code of the country that the mentions name most, empty if they name none."""
    codes = Counter(mention.country for mention in chain.mentions if mention.country)
    return commonest(codes)


def commonest(counts: Mapping[str, int]) -> str:
    """Return what is counted most, of several the first in the alphabet; empty if nothing is.

    >>> commonest({"NO": 2, "DK": 2, "SE": 1}), commonest({})
    ('DK', '')
    """
    return min(counts, key=lambda counted: (-counts[counted], counted), default="")


@lru_cache(maxsize=100_000)
def clean_name(text: str) -> str:
    """Return a name as a label: no article in front, no full stop at the end, one line.

    >>> clean_name("the Acme  Corp."), clean_name("Kyiv,")
    ('Acme Corp.', 'Kyiv')
    """
    name = ARTICLE.sub("", " ".join(text.split()))
    bare = ENDING.sub("", name)
    dotted = f"{bare}."
    if name.startswith(dotted) and ABBREVIATION.search(dotted):
        return dotted
    return bare


def mentions_of(records: Records) -> list[Mention]:
    """Return the mentions of all chains."""
    mentions: list[Mention] = []
    for record in records:
        mentions += record.mentions
    return mentions


def gender_of(records: Records) -> Gender:
    """Return the gender that chains agree on, unknown if they do not."""
    genders = {record.gender for record in records if record.gender}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN
