"""The kinds of things that names are of, and the words by which they and other words are known."""

from kg.lang.en import word_set

PERSON, ORGANIZATION, PLACE, GROUP = "person", "organization", "place", "group"
EVENT, WORK, PRODUCT, LAW = "event", "work", "product", "law"

KIND_OF_LABEL = {
    "PERSON": PERSON,
    "ORG": ORGANIZATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "NORP": GROUP,
    "EVENT": EVENT,
    "WORK_OF_ART": WORK,
    "PRODUCT": PRODUCT,
    "LAW": LAW,
}
KIND_OF_NOUN = {
    "kinship": PERSON,
    "person": PERSON,
    "office": PERSON,
    "occupation": PERSON,
    "military": PERSON,
    "group": ORGANIZATION,
    "organization": ORGANIZATION,
    "place": PLACE,
}
KIND_OF_THING = {
    **dict.fromkeys(word_set("nouns", "product"), PRODUCT),
    **dict.fromkeys(word_set("nouns", "work"), WORK),
    **dict.fromkeys(word_set("nouns", "named-event"), EVENT),
}

LEGAL_FORMS = word_set("names", "legal-form")
DAYS_AND_MONTHS = word_set("times", "name-month") | word_set("times", "name-weekday")
NO_NAME = DAYS_AND_MONTHS | word_set("nouns", "capitalised-thing") | LEGAL_FORMS
FUNCTION_WORDS = DAYS_AND_MONTHS | word_set("function_words", "opens-no-name")


def is_function_word(text: str) -> bool:
    """Return whether no name begins with a word.

    "US", "IT" and "WHO" in capitals are names all the same.

    >>> is_function_word("Who"), is_function_word("WHO")
    (True, False)
    """
    is_acronym = text.isupper() and 1 < len(text) < 4
    return text.lower() in FUNCTION_WORDS and not is_acronym
