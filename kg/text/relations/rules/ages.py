"""Claims of ages: "Ann Bolt, 44," and "the 44-year-old miner"."""

import re

from kg.lang.en import word_list, word_numbers
from kg.model import Kind, Mention
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import Document
from kg.trace import is_recorded, stopped

YEAR_OLD = "|".join(word_list("phrases", "year-old"))
AGE_BEFORE = re.compile(rf"\b(\w{{1,9}})(?:{YEAR_OLD})", re.IGNORECASE)  # longest: "seventeen"
ANNOUNCING = "|".join(word_list("nouns", "announcing-an-age"))
AGE_AFTER = re.compile(rf"\s*[,(]\s*(?:(?:{ANNOUNCING})\s+)?(\d{{1,3}})\s*[,).;]")
AGED_WORDS = "|".join(word_list("adjectives", "before-age"))
AGED = re.compile(rf",?\s*(?:{AGED_WORDS})\s+(\d{{1,3}})\b")
NUMBER_WORDS = word_numbers("numbers", "age")
MAX_AGE = 120  # years
REACH = 30  # characters before a mention in which its age may stand
POSSESSIVE = re.compile(r"['’]")
RUNS_OF_NOBODY = "(0)"  # in an article with it, numbers in brackets are scores of a match
MARK = re.compile(r"[.,;:!?\n]")
PERSON_OR_UNKNOWN = frozenset({"schema:Person", ""})
NAME_OR_NOMINAL = frozenset({Kind.NAME, Kind.NOMINAL})


def age_claims(mention: Mention, document: Document) -> Claims:
    """Yield the age of a person.

    Examples are "Ann Bolt, 44, …", "the 44-year-old miner", "his three-year-old daughter" and "Ann
    Bolt, aged 44".
    """
    text = document.article.text
    if mention.type not in PERSON_OR_UNKNOWN:
        _record_no_person(mention, text)
        return
    found = _beside(mention, text)
    if not found:
        return
    own = [match[1] for match in found if not _is_parted(match, mention, text)]
    numbers = map(_number, own)
    age = next(filter(None, numbers), 0)
    if not own:
        stopped("age", mention, "a mark stands between the age and “{}”", mention)
    elif not 0 < age <= MAX_AGE:
        stopped("age", mention, "the number is no age from 1 to {}", MAX_AGE)
    elif mention.kind not in NAME_OR_NOMINAL:
        stopped("age", mention, "“{}” is neither a name nor a description", mention)
    else:
        yield relation_claim("kg:age", mention, str(age), "age", document)


def _record_no_person(mention: Mention, text: str) -> None:
    """Record that an age follows something else than a person."""
    if not is_recorded():
        return
    if AGE_AFTER.match(text, mention.passage.end):
        stopped("age", mention, "“{}” is no person", mention)


def _beside(mention: Mention, text: str) -> list[re.Match[str]]:
    """Return the age before a mention and that behind it, as far as there are any."""
    own = mention.passage
    end = own.end
    earliest = max(0, own.start - REACH)
    before = AGE_BEFORE.search(text, earliest, end)
    behind = AGED.match(text, end)
    if mention.is_name:  # one without "aged" only stands behind a name
        number = AGE_AFTER.match(text, end)
        is_score = number is not None and "(" in number[0] and RUNS_OF_NOBODY in text
        behind = behind if is_score else number or behind
    return list(filter(None, [before, behind]))


def _is_parted(age: re.Match[str], mention: Mention, text: str) -> bool:
    """Return whether a mark stands between an age and the mention after it.

    So does the mark of a possessor: "the 44-year-old's lawyer".
    """
    start = age.end()
    end = mention.passage.start
    if POSSESSIVE.match(text, start):
        return True
    return MARK.search(text[start:end]) is not None


def _number(word: str) -> int:
    """Return a whole number in digits or as an English word up to twenty; 0 if it is neither."""
    if word.isdecimal():
        return int(word)
    return NUMBER_WORDS.get(word.lower(), 0)
