"""The label of an entity: the name or description that serves best, and its other names."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.gazetteer import Country, Place
from kg.graph.entities.chains import Records, gender_of, mentions_of
from kg.graph.entities.classes import ORGANIZATION, PERSON
from kg.graph.entities.name_keys import plain_key, words_of
from kg.graph.entities.person_names import HONORIFICS
from kg.graph.entities.places import TOWN, Located
from kg.lang.en import word_list, word_values
from kg.model import Kind, Mention

# The fullest name of an organisation is its label only if this share of the mentions of its
# commonest name use it.
RARE_SHARE = 0.05
LONGEST_DESCRIPTION = 8  # words
UNNAMED = word_values("nouns", "entity-unnamed")
DETERMINERS = "|".join(word_list("function_words", "entity-determiner"))
DETERMINER = re.compile(rf"^(?:{DETERMINERS})\s+", re.IGNORECASE)
IS_OWNED = re.compile(r"['’]s ")

Counts = Counter[str]  # of the uses of each name


def name_counts(records: Records) -> Counts:
    """Return how often chains are called by each of their names."""
    counts: Counts = Counter()
    for record in records:
        counts.update(dict(record.names))
    return counts


def label(records: Records, counts: Counts, located: Located | None) -> str:
    """Return the label: the fullest name, a place's usual or proper one, or a description."""
    if located is not None:
        return _name_of_place(located.place, records, counts)
    if counts:
        return _fullest(counts, records[0].kind)
    return _description(records)


def _name_of_place(place: Place, records: Records, counts: Counts) -> str:
    """Return the label of a place: the articles' name for it, or that of the gazetteer."""
    own = place.name
    if isinstance(place, Country) or not counts:
        return own
    kind = records[0].kind
    name = _usual(counts) if place.type == TOWN else _fullest(counts, kind)
    if IS_OWNED.search(name):
        return own
    small = name.lower()
    is_respelt = own.lower() in (small, f"the {small}")
    return own if is_respelt else name


def aliases(counts: Counts, name: str) -> tuple[str, ...]:
    """Return all names but the label, without those that only capitals tell from another."""
    others = _without_capitals(counts, (*counts, name))
    return tuple(sorted({*others} - {name}))


def _without_capitals(names: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the names without those in capitals that are known in another spelling."""
    spelt = {plain_key(name) for name in known if not name.isupper()}
    kept: list[str] = []
    for name in names:
        is_respelt = name.isupper() and plain_key(name) in spelt
        if not is_respelt:
            kept.append(name)
    return kept


def _fullest(counts: Counts, kind: str) -> str:
    """Return the name with the most words, of those the most frequent.

    A name in capitals is returned only if there is no other spelling.
    """
    share = 0.0 if kind == PERSON else RARE_SHARE
    least = share * max(counts.values())
    usual = [name for name in counts if counts[name] >= least]
    usable = _without_capitals(usual, usual)
    return min(usable, key=lambda name: (-_weight(name), -counts[name], -len(name), name))


def _usual(counts: Counts) -> str:
    """Return the name that is used most.

    A city is not called by its fullest name ("Raqqa", "Washington").
    """
    return min(counts, key=lambda name: (name.isupper(), -counts[name], name))


def _weight(name: str) -> int:
    """Return the number of words of a name, without honorifics."""
    return sum(word not in HONORIFICS for word in words_of(name))


def _description(records: Records) -> str:
    """Return the words for chains without a name.

    They are the longest description that is not too long, without the determiner. If a nationality
    or a count is given, the description has it, too.
    """
    mentions = mentions_of(records)
    nominals = [mention for mention in mentions if mention.kind is Kind.NOMINAL]
    if not nominals and records[0].kind in (PERSON, ORGANIZATION):
        return _unnamed(records)
    texts = _detailed(nominals)
    short = [text for text in texts if _length(text) <= LONGEST_DESCRIPTION]
    longest = max(short or texts, key=_length, default="")
    return longest or _plain(mentions[0]) or mentions[0].text


def _detailed(nominals: Iterable[Mention]) -> list[str]:
    """Return the words of the descriptions that have most details, without empty ones."""
    of_details: dict[int, list[str]] = {0: []}
    for mention in nominals:
        texts = of_details.setdefault(_details(mention), [])
        texts.append(_plain(mention))
    most = max(of_details)
    return [*filter(None, of_details[most])]


def _unnamed(records: Records) -> str:
    """Return the words for a person or organisation of whom only pronouns speak."""
    kind = records[0].kind
    key = gender_of(records).name.lower() if kind == PERSON else kind
    return UNNAMED[key]


def _length(text: str) -> int:
    """Return the number of words."""
    return len(text.split())


def _details(mention: Mention) -> int:
    """Return how many of nationality and count a description has."""
    return bool(mention.country) + bool(mention.size)


def _plain(mention: Mention) -> str:
    """Return the words without the determiner; a bare number with what it counts ("13 miners")."""
    words = DETERMINER.sub("", " ".join(mention.text.split()))
    if words.isdigit() and mention.noun:
        return f"{words} {mention.noun}s"
    return words
