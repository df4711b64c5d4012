"""Chains of all articles as the merging rules see them: with the names that they compare."""

import re
from collections import (
    Counter,
    defaultdict,
)
from collections.abc import (
    Callable,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from functools import lru_cache
from operator import (
    attrgetter,
    itemgetter,
)
from typing import TypeVar

from kg.gazetteer import (
    country,
    demonym,
    places,
    region_of,
)
from kg.graph.entities.classes import kind_of
from kg.graph.entities.profiles import (
    NOTHING,
    Profile,
    deeds_of,
    profiles,
)
from kg.lang.en import word_list
from kg.model import (
    Article,
    Chain,
    Gender,
    Kind,
    Mention,
    Reading,
)

ARTICLES = "|".join(word_list("function_words", "article-before-name"))
ARTICLE = re.compile(rf"^(?:{ARTICLES})\s+")
ENDING = re.compile(r"[\s,;:.–-]+$")
ABBREVIATIONS = "|".join(word_list("names", "entity-abbreviation"))
ABBREVIATION = re.compile(rf"(?:\b[A-Z]|\b(?:{ABBREVIATIONS}))\.$")

ChainKey = tuple[str, int]  # the id of an article, and the index of one of its chains
Counts = Mapping[str, int]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ChainRecord:
    """A chain with a type, and what the merging rules compare.

    `number` is its place among all records, `index` among the chains of its article. `name` is the
    fullest proper name, empty for what is only described; `names` counts every proper name in the
    chain. `country` is an ISO code, empty if unknown. `profile` is what sets a person apart,
    `deeds` are the verbs and happenings in which it has a role: "object arrest".
    """

    number: int
    article: str
    index: int
    chain: Chain
    kind: str
    name: str
    names: Counts
    country: str
    profile: Profile = NOTHING
    deeds: tuple[str, ...] = ()

    @property
    def key(self) -> ChainKey:
        """The article and the index of the chain."""
        return self.article, self.index

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
KeyOf = Callable[[ChainRecord], Key]
Blocks = dict[Key, list[int]]  # numbers of records, by the key that they share


def chain_records(readings: Iterable[Reading]) -> tuple[list[Article], list[ChainRecord]]:
    """Return the articles by id, and the records of their chains by article and order of chains.

    The readings are gone through once. A chain gets a record if it has a type and is more than one
    pronoun of unknown meaning.
    """
    articles = []
    chains = []
    for reading in readings:
        article = reading.article
        articles.append(article)
        told = profiles(reading)
        deeds = deeds_of(reading)
        for index, chain in enumerate(reading.chains):
            if _is_one(chain):
                known = (told.get(index, NOTHING), deeds.get(index, ()))
                chains.append((article.id, index, chain, *known))
    articles.sort(key=attrgetter("id"))
    chains.sort(key=itemgetter(0, 1))
    records = [_record(number, *each) for number, each in enumerate(chains)]
    return articles, records


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


def _record(
    number: int,
    article: str,
    index: int,
    chain: Chain,
    profile: Profile,
    deeds: tuple[str, ...],
) -> ChainRecord:
    names = Counter([*_names(chain)])
    name = clean_name(chain.name)
    if names and name not in names:
        name = _longest(names)
    return ChainRecord(
        number,
        article,
        index,
        chain,
        kind=kind_of(chain.type),
        name=name,
        names=dict(sorted(names.items())),
        country=_country(chain),
        profile=profile,
        deeds=deeds,
    )


def _longest(names: Counts) -> str:
    """Return the name of the most words, of several the one that is used most."""
    most_words = max(map(number_of_words, names))
    longest = [name for name in names if number_of_words(name) == most_words]
    return commonest({name: names[name] for name in longest})


def number_of_words(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def _names(chain: Chain) -> Iterator[str]:
    """Yield every proper name in a chain; an adjective of a country names only a group."""
    for mention in chain.mentions:
        if not mention.is_name:
            continue
        if chain.type != "kg:Group" and _is_demonym(mention):
            continue
        if _is_capital(mention):
            continue
        name = clean_name(mention.text)
        if name:
            yield name


def _is_demonym(mention: Mention) -> bool:
    words = mention.text
    if mention.country:
        return demonym(words) is not None and country(words) is None
    return mention.type == "kg:Region" and region_of(words) is not None


def _is_capital(mention: Mention) -> bool:
    """Return whether a capital stands for its country: "Moscow" is no other name of Russia."""
    if mention.type != "schema:Country" or country(mention.text) is not None:
        return False
    known = places(mention.text)
    return bool(known) and known[0].capital_of == mention.country


def _country(chain: Chain) -> str:
    """Return the code of the country that the mentions name most, empty if they name none."""
    return commonest_of(mention.country for mention in chain.mentions)


def commonest(counts: Counts) -> str:
    """Return what is counted most, of several the first in the alphabet; empty if nothing is.

    >>> commonest({"NO": 2, "DK": 2, "SE": 1}), commonest({})
    ('DK', '')
    """
    in_order = sorted(counts)
    return max(in_order, key=counts.__getitem__, default="")


def commonest_of(codes: Iterable[str]) -> str:
    """Return the code that occurs most often, but for the empty one."""
    known = [*filter(None, codes)]
    return commonest(Counter(known)) if known else ""


def blocks(records: Records, key_of: KeyOf[Key]) -> Blocks[Key]:
    """Return the numbers of the records by key, without those whose key is empty."""
    found = defaultdict(list)
    for record in records:
        key = key_of(record)
        if key:
            found[key].append(record.number)
    return found


@lru_cache(maxsize=100_000)
def clean_name(text: str) -> str:
    """Return a name as a label: no article in front, no full stop at the end, one line.

    >>> clean_name("the Acme  Corp."), clean_name("Kyiv,")
    ('Acme Corp.', 'Kyiv')
    """
    one_line = " ".join(text.split())
    name = ARTICLE.sub("", one_line)
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
    if len(genders) != 1:
        return Gender.UNKNOWN
    return genders.pop()
