"""Bodies of a state under all their names: "Norway's Foreign Ministry" is the "Ministry of Foreign Affairs of Norway"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kg.gazetteer import country, country_by_iso, demonym
from kg.graph.entities.name_keys import words_of

# Nouns for bodies of which a state has one for each purpose.
BODIES: Mapping[str, str] = MappingProxyType(
    {
        "ministry": "ministry", "department": "ministry", "dept": "ministry", "mfa": "ministry", "mod": "ministry",
        "embassy": "embassy", "consulate": "consulate", "parliament": "parliament", "government": "government",
        "army": "army", "navy": "navy", "force": "force", "forces": "force", "police": "police", "court": "court",
        "senate": "senate", "congress": "congress", "assembly": "assembly", "cabinet": "cabinet", "presidency": "presidency",
        "military": "military", "bank": "bank", "treasury": "treasury", "guard": "guard", "agency": "agency",
        "service": "service", "office": "office", "commission": "commission", "council": "council", "corps": "corps",
    }
)  # fmt: skip
# Words for one and the same purpose; what is not listed stands for itself.
PURPOSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mfa": ("foreign",), "mod": ("defence",), "external": ("foreign",), "defense": ("defence",), "internal": ("interior",),
        "affairs": (), "relations": (), "state": ("state",), "the": (), "of": (), "for": (), "and": (), "national": ("national",),
        "labor": ("labour",), "exterior": ("foreign",), "armed": ("armed",), "republic": (), "federal": ("federal",),
    }
)  # fmt: skip
# What a name without a country must be for, to be a body that every state has: "Foreign Ministry", not "Salvation Army".
STATE_PURPOSES = frozenset(
    "foreign defence interior finance health education justice economy economic trade agriculture energy environment transport"
    " transportation labour culture information development commerce industry treasury state national air coast armed security"
    " supreme high federal central election electoral police navy army public intelligence constitutional general upper lower"
    " home sports tourism communications housing water planning science technology social welfare immigration customs".split()
)
AT_HOME_ABROAD = frozenset({"embassy", "consulate"})  # a state has many, one for each host
HOSTED = frozenset({"in", "to", "at"})
LONGEST_COUNTRY = 5  # words in the name of a country
DETACHED = frozenset({"embassy", "consulate", "government"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: the ISO code of the country (empty where the name does not tell), what it is and what it is for."""

    country: str
    body: str
    purpose: frozenset[str]
    host: str = ""

    @property
    def has_many(self) -> bool:
        """True for embassies and consulates, of which a state has one in each host country."""
        return self.body in AT_HOME_ABROAD


@lru_cache(maxsize=50_000)
def body_of(name: str, country_code: str = "") -> Body | None:
    """The body of a state that a name speaks of, or None. `country_code` is what the text tells besides the name.

    >>> body_of("Ministry of Foreign Affairs of Norway") == body_of("Norwegian Foreign Ministry")
    True
    >>> body_of("Foreign Ministry").country, body_of("Acme Foods"), body_of("Salvation Army")
    ('', None, None)
    """
    own, host, rest = _without_countries(name.replace("’", "'").split())
    words = [word for part in rest for word in words_of(part)]
    body = next((BODIES[word] for word in reversed(words) if word in BODIES), "")
    if not body:
        return None
    purpose = frozenset(
        each for word in words if BODIES.get(word) != body or word in PURPOSES for each in PURPOSES.get(word, (word,))
    )
    if not own and not (purpose <= STATE_PURPOSES and (purpose or body in DETACHED)):
        return None
    return Body(own or country_code, body, purpose, host)


def _without_countries(parts: list[str]) -> tuple[str, str, list[str]]:
    """The code of the country whose body it is, that of its host, and the words that are left."""
    own, host, rest = "", "", []
    at = 0
    while at < len(parts):
        code, length = _country_at(parts, at)
        if not code:
            rest.append(parts[at])
            at += 1
            continue
        hosted = bool(rest) and rest[-1].lower() in HOSTED
        if hosted:
            host = host or code
            rest.pop()
        elif not own:
            own = code
        at += length
    return own, host, rest


def _country_at(parts: list[str], at: int) -> tuple[str, int]:
    for length in range(min(LONGEST_COUNTRY, len(parts) - at), 0, -1):
        words = " ".join(parts[at : at + length]).removesuffix("'s").removesuffix("'")
        found = (country(words) or demonym(words)) if words[:1].isupper() else None
        if found and found.iso:
            return found.iso, length
    return "", 0


def label_of(body: Body) -> str:
    """How a reason speaks of the body: "foreign ministry of Norway"."""
    owner = country_by_iso(body.country)
    return " ".join([*sorted(body.purpose), body.body, *(["of", owner.name] if owner else [])])
