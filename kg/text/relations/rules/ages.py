"""How old people are said to be: "Ann Bolt, 44," and "the 44-year-old miner"."""

import re
from collections.abc import Iterator

from kg.lang.en import word_numbers
from kg.model import Claim, Kind, Mention
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import Document
from kg.trace import is_recorded, stopped

AGE_BEFORE = re.compile(r"\b(\w{1,9})-year-old", re.IGNORECASE)  # "seventeen" has nine letters
AGE_AFTER = re.compile(r"\s*[,(]\s*(?:aged\s+|age\s+)?(\d{1,3})\s*[,).;]")
AGED = re.compile(r",?\s*aged\s+(\d{1,3})\b")
NUMBER_WORDS = word_numbers("numbers", "age")
MAX_AGE = 120  # years
REACH = 30  # characters before a mention in which its age may stand
MARK = re.compile(r"[.,;:!?\n]")


def age_claims(mention: Mention, document: Document) -> Iterator[Claim]:
    """Yield the age of a person.

    Examples are "Ann Bolt, 44, …", "the 44-year-old miner", "his three-year-old daughter" and "Ann
    Bolt, aged 44".
    """
    text = document.article.text
    start, end = mention.passage.start, mention.passage.end
    if mention.type not in ("schema:Person", ""):
        if is_recorded() and AGE_AFTER.match(text, end):
            stopped("age", mention, "“{}” is no person", mention)
        return
    before = AGE_BEFORE.search(text, max(0, start - REACH), end)
    after = _after(mention, text)
    if before is None and after is None:
        return
    is_own = before is not None and not _is_parted(before.end(), start, text)
    age = _number(before[1]) if before is not None and is_own else 0
    if not age and after is not None:
        age = int(after[1])
    if not is_own and after is None:
        stopped("age", mention, "a mark stands between the age and “{}”", mention)
    elif not 0 < age <= MAX_AGE:
        stopped("age", mention, "the number is no age from 1 to {}", MAX_AGE)
    elif not mention.is_name and mention.kind is not Kind.NOMINAL:
        stopped("age", mention, "“{}” is neither a name nor a description", mention)
    else:
        yield relation_claim("kg:age", mention, str(age), "age", document)


def _after(mention: Mention, text: str) -> re.Match[str] | None:
    """Return the age behind a mention; one without "aged" only stands behind a name."""
    bare = AGE_AFTER.match(text, mention.passage.end) if mention.is_name else None
    return bare or AGED.match(text, mention.passage.end)


def _is_parted(end: int, start: int, text: str) -> bool:
    """Return whether a mark stands between the end of an age and the start of a mention."""
    return end < start and MARK.search(text[end:start]) is not None


def _number(word: str) -> int:
    """Return a whole number in digits or as an English word up to twenty; 0 if it is neither."""
    return int(word) if word.isdecimal() else NUMBER_WORDS.get(word.lower(), 0)
