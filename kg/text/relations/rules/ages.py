"""How old people are told to be: "Ann Bolt, 44," and "the 44-year-old miner"."""

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


def age_claims(mention: Mention, document: Document) -> Iterator[Claim]:
    """ "Ann Bolt, 44, …", "the 44-year-old miner", "his three-year-old daughter", "Ann Bolt, aged 44"."""
    text = document.article.text
    if mention.type not in ("schema:Person", ""):
        if is_recorded() and AGE_AFTER.match(text, mention.passage.end):
            stopped("age", mention, "“{}” is no person", mention)
        return
    before = AGE_BEFORE.search(text, max(0, mention.passage.start - 30), mention.passage.end)
    own = before is not None and (
        before.end() >= mention.passage.start
        or not re.search(r"[.,;:!?\n]", text[before.end() : mention.passage.start])
    )
    after = AGE_AFTER.match(text, mention.passage.end) if mention.is_name else None
    age = _number(before.group(1)) if own and before is not None else 0
    found = after or AGED.match(text, mention.passage.end)
    if not age and found is not None:
        age = int(found.group(1))
    if before is None and found is None:
        return
    if not own and found is None:
        stopped("age", mention, "a mark stands between the age and “{}”", mention)
    elif not 0 < age <= MAX_AGE:
        stopped("age", mention, "the number is no age from 1 to {}", MAX_AGE)
    elif not (mention.is_name or mention.kind is Kind.NOMINAL):
        stopped("age", mention, "“{}” is neither a name nor a description", mention)
    else:
        yield relation_claim("kg:age", mention, str(age), "age", document)


def _number(word: str) -> int:
    """A whole number in digits or as an English word up to twenty; 0 where it is neither."""
    return int(word) if word.isdecimal() else NUMBER_WORDS.get(word.lower(), 0)
