"""The kinds and classes of things that names are of, and the words by which they are known."""

from collections.abc import Mapping
from enum import StrEnum

from kg.lang.en import word_set, word_values


class NamedKind(StrEnum):
    """The kind of thing that a name is of."""

    UNKNOWN = ""
    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"
    PRODUCT = "product"
    LAW = "law"
    AWARD = "award"
    NOTHING = "nothing"  # a word with a capital that names nothing of its own


def _kinds(table: str, name: str) -> Mapping[str, NamedKind]:
    """Return the kinds that the words of a class stand for."""
    return {word: NamedKind(kind) for word, kind in word_values(table, name).items()}


KIND_OF_LABEL = _kinds("labels", "kind-of-name")  # of all labels that the model gives to names
KIND_OF_THING = _kinds("nouns", "named-thing")

PLACES = frozenset(
    {
        "schema:Country",
        "schema:City",
        "schema:State",
        "schema:RiverBodyOfWater",
        "schema:SeaBodyOfWater",
        "schema:LakeBodyOfWater",
        "schema:Mountain",
        "schema:Airport",
        "schema:LandmarksOrHistoricalBuildings",
        "kg:Region",
        "schema:Place",
    }
)

NOTHING = "nothing"  # stands for the class of what names nothing
TYPE_OF_KIND = {
    NamedKind.PERSON: "schema:Person",
    NamedKind.ORGANIZATION: "schema:Organization",
    NamedKind.PLACE: "schema:Place",
    NamedKind.GROUP: "kg:Group",
    NamedKind.EVENT: "sem:Event",
    NamedKind.WORK: "schema:CreativeWork",
    NamedKind.PRODUCT: "schema:Product",
    NamedKind.LAW: "kg:Law",
    NamedKind.AWARD: "kg:Award",
    NamedKind.NOTHING: NOTHING,
}
KIND_OF_TYPE = {
    "sem:Event": NamedKind.EVENT,
    "schema:Product": NamedKind.PRODUCT,
    "kg:Award": NamedKind.AWARD,
    "kg:Law": NamedKind.LAW,
} | dict.fromkeys(PLACES, NamedKind.PLACE)

LEGAL_FORMS = word_set("names", "legal-form")
MONTHS = word_set("times", "name-month")
WEEKDAYS = word_set("times", "name-weekday")
NO_NAME = MONTHS | WEEKDAYS | LEGAL_FORMS | word_set("nouns", "capitalised-thing")
FUNCTION_WORDS = MONTHS | WEEKDAYS | word_set("function_words", "opens-no-name")
ACRONYM_LENGTHS = range(2, 4)  # of the acronyms that are written like function words


def kind_of(class_: str) -> NamedKind:
    """Return the kind of thing that a class is of: if of no other, of organisations."""
    return KIND_OF_TYPE.get(class_, NamedKind.ORGANIZATION)


def is_function_word(text: str) -> bool:
    """Return whether no name begins with a word.

    "US", "IT" and "WHO" in capitals are names all the same.

    >>> is_function_word("Who"), is_function_word("WHO")
    (True, False)
    """
    if text.isupper() and len(text) in ACRONYM_LENGTHS:
        return False
    return text.lower() in FUNCTION_WORDS
