"""The words and classes by which an ontology looks up what a claim says.

A verb is looked up as it is, a noun phrase by its endings: "deputy prime minister" is a kind of
"prime minister". What fills a role counts with its class and its noun.
"""

from collections.abc import Mapping
from functools import lru_cache

from kg.errors import OntologyError
from kg.model import Frame, Kind, Mention

PERSON = "schema:Person"

Words = Mapping[str, frozenset[str]]  # the words of each class


def names_of(frame: Frame, predicate: str) -> tuple[str, ...]:
    """Return what a predicate is looked up under: a verb itself, a noun phrase by its endings."""
    if frame is Frame.VERB:
        return (predicate.lower(),)
    return endings(predicate)


@lru_cache(maxsize=10_000)
def endings(phrase: str) -> tuple[str, ...]:
    """Return the phrase in small letters, then without its first word, and so on.

    >>> endings("deputy Prime Minister")
    ('deputy prime minister', 'prime minister', 'minister')
    """
    words = phrase.lower().split()
    found = []
    while words:
        found.append(" ".join(words))
        words.pop(0)
    return tuple(found)


def type_of(mention: Mention) -> str:
    """Return the class of a mention, a person for "she" and "we"; empty for "it" and "they"."""
    if mention.type:
        return mention.type
    is_person = mention.gender or mention.person != 3
    return PERSON if is_person else ""


def noun_of(mention: Mention) -> str:
    """Return the noun of a nominal, the unit of an amount, else the mention's own words."""
    if mention.noun:
        return mention.noun
    if mention.quantity and mention.kind is Kind.QUANTITY:
        return mention.quantity.unit
    return mention.text


def words_of_class(name: str, words_of: Words, user: str) -> frozenset[str]:
    """Return the words of a class.

    Raises `OntologyError`, which begins with the `user` of the name, if no file gives the class.
    """
    if name not in words_of:
        raise OntologyError(
            f"{user} names the word class <{name}>, which no file gives:"
            " add a kg:WordClass with that label"
        )
    return words_of[name]
