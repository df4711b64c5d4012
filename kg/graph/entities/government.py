"""Bodies of a state under all their names.

"Norway's Foreign Ministry" is the "Ministry of Foreign Affairs of Norway".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from types import MappingProxyType

from kg.gazetteer import country, country_by_iso, demonym
from kg.graph.entities.name_keys import words_of
from kg.lang.en import word_set, word_values

BODIES: Mapping[str, str] = MappingProxyType(word_values("nouns", "entity-state-body"))
PURPOSES: Mapping[str, str] = MappingProxyType(word_values("nouns", "entity-purpose-word"))
STATE_PURPOSES = word_set("nouns", "entity-state-purpose")
AT_HOME_ABROAD = word_set("nouns", "entity-body-abroad")
WITHOUT_PURPOSE = word_set("nouns", "entity-body-without-purpose")
BEFORE_HOST = word_set("function_words", "entity-host-preposition")
LONGEST_COUNTRY = 5  # words in the name of a country


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: of which country, what it is, and what it is for.

    `country` and `host` are ISO codes, empty if the name does not give them; `host` is the country
    in which an embassy stands.
    """

    country: str
    body: str
    purpose: frozenset[str]
    host: str = ""

    @property
    def has_many(self) -> bool:
        """The mark of what a state has in each host country, as embassies and consulates."""
        return self.body in AT_HOME_ABROAD


@lru_cache(maxsize=50_000)
def body_of(name: str, country_code: str = "") -> Body | None:
    """Return the body of a state that a name speaks of, or None.

    `country_code` is the country that the text gives besides the name.

    >>> body_of("Ministry of Foreign Affairs of Norway") == body_of("Norwegian Foreign Ministry")
    True
    >>> body_of("Foreign Ministry").country, body_of("Acme Foods"), body_of("Salvation Army")
    ('', None, None)
    """
    own, host, rest = _without_countries(name.replace("’", "'").split())
    words = [*chain.from_iterable(map(words_of, rest))]
    bodies = [BODIES[word] for word in words if word in BODIES]
    if not bodies:
        return None
    body = bodies[-1]
    purpose = _purpose(words, body)
    if own:
        return Body(own, body, purpose, host)
    if _is_of_every_state(body, purpose):
        return Body(country_code, body, purpose, host)
    return None


def _purpose(words: list[str], body: str) -> frozenset[str]:
    """Return what a body is for: its other words, alike ones under one name."""
    purpose: set[str] = set()
    for word in words:
        is_body_itself = BODIES.get(word) == body and word not in PURPOSES
        if not is_body_itself:
            purpose.update(PURPOSES.get(word, word).split())
    return frozenset(purpose)


def _is_of_every_state(body: str, purpose: frozenset[str]) -> bool:
    """Return whether every state has such a body, so that the name needs no country."""
    if not purpose:
        return body in WITHOUT_PURPOSE
    return purpose <= STATE_PURPOSES


def _without_countries(parts: list[str]) -> tuple[str, str, list[str]]:
    """Return the code of the body's country, that of its host, and the words that are left."""
    own, host, rest = "", "", []
    at = 0
    while at < len(parts):
        code, length = _country_at(parts, at)
        if not code:
            rest.append(parts[at])
            at += 1
            continue
        if rest and rest[-1].lower() in BEFORE_HOST:
            host = host or code
            rest.pop()
        elif not own:
            own = code
        at += length
    return own, host, rest


def _country_at(parts: list[str], at: int) -> tuple[str, int]:
    """Return the code of the country that is named at a word, and how many words name it."""
    for length in range(min(LONGEST_COUNTRY, len(parts) - at), 0, -1):
        words = " ".join(parts[at : at + length])
        code = _country_code(words.removesuffix("'s").removesuffix("'"))
        if code:
            return code, length
    return "", 0


def _country_code(words: str) -> str:
    """Return the code of the country of a name, adjective or noun for its people."""
    if not words[:1].isupper():
        return ""
    named = country(words) or demonym(words)
    return named.iso if named else ""


def label_of(body: Body) -> str:
    """Return how a reason speaks of the body: "foreign ministry of Norway"."""
    owner = country_by_iso(body.country)
    words = [*sorted(body.purpose), body.body]
    if owner:
        words += ["of", owner.name]
    return " ".join(words)
