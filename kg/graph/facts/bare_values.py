"""Values that no mention stands for: "sells software", "its genre is jazz".

The words of an object are taken from the phrase of a clause; what a noun is said to be, from the
text behind it. They count only where the ontology says that a value needs no name, and only if they
are a plain noun phrase. Some nouns are no job titles: "the letter's author".
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from kg.graph.ontology import (
    BE,
    OF,
    Pattern,
    singular,
    unnamed,
)
from kg.lang.en import (
    word_list,
    word_set,
    word_values,
)
from kg.model import (
    Article,
    Claim,
    Frame,
    Mention,
    Passage,
)
from kg.vocabulary import ORGANIZATIONS, PEOPLE

COPULAS = "|".join(word_list("function_words", "before-its-value"))
COPULA = re.compile(rf"[\"”’']?\s+(?:{COPULAS})\s+")
ENDS = word_set("function_words", "ends-a-bare-value")
LEFT_OUT = word_set("function_words", "before-a-bare-value")
NO_VALUE = (
    word_set("function_words", "no-bare-value")
    | word_set("function_words", "negator")
    | word_set("numbers", "group-number")
)
BETWEEN = word_list("function_words", "between-nouns-of-a-role")
PLURALS = word_values("signs", "plural-ending")
SCALES = word_values("numbers", "amount-scale")
STOP = re.compile(r"[.;:!?()\"“”–—\n]")
LIST = re.compile(r",\s+|\s+&\s+")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
NUMBER = re.compile(r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?:\s+(?P<scale>[a-z]+))?")
SIGN = r"[$€£¥]?"
AMOUNT = re.compile(SIGN)
QUANTITY = "quantity"
VERBAL = word_list("signs", "verbal")
LONGEST = 4  # words
PARTNERS = word_set("nouns", "kin-partner")
MAKERS = word_set("nouns", "maker-of-one-thing")
VAGUE = word_set("nouns", "vague-post")
HOLDER = "subject"


def bare_values(
    claim: Claim, pattern: Pattern, subject: Mention, article: Article
) -> Iterator[str]:
    """Yield the words that fill the object of a pattern in a claim without a mention."""
    if pattern.object == BE:
        yield from _said_to_be(claim, subject, article)
    elif pattern.object == QUANTITY and claim.frame is Frame.VERB:
        yield from _amounts(claim, pattern, article)
    elif claim.frame is Frame.VERB and pattern.object != pattern.subject:
        for phrase in unnamed(claim, pattern.object):
            words = plain_noun(phrase)
            if words:
                yield words


def plain_noun(phrase: str) -> str:
    """Return a noun phrase without what determines it, in the singular; empty if it is none.

    >>> plain_noun("its electric cars"), plain_noun("very quickly"), plain_noun("jazz")
    ('electric car', '', 'jazz')
    """
    words = phrase.split()
    while words and words[0].lower() in LEFT_OUT:
        words = words[1:]
    if not words or len(words) > LONGEST or not all(map(WORD.fullmatch, words)):
        return ""
    small = {word.lower() for word in words}
    if not NO_VALUE.isdisjoint(small) or not ENDS.isdisjoint(small):
        return ""
    if len(words) == 1 and words[0].endswith(VERBAL):
        return ""
    return singular(" ".join(words), PLURALS)


def bare_words(mention: Mention, evidence: Passage) -> str:
    """Return the noun of a description, which begins a sentence with a capital."""
    text = mention.text
    if mention.passage.start == evidence.start and text[1:2].islower():
        text = text[0].lower() + text[1:]
    return plain_noun(text)


def number_of(words: str) -> str:
    """Return a number in figures as a canonical decimal; empty for other words.

    >>> number_of("10.5 million"), number_of("1,200"), number_of("many")
    ('10500000', '1200', '')
    """
    match = NUMBER.fullmatch(words.strip())
    if match is None:
        return ""
    scale = SCALES.get(match["scale"] or "", "" if match["scale"] else "1")
    if not scale.isdigit():
        return ""
    digits = match["digits"].replace(",", "")
    part = (match["part"] or "").removeprefix(".")
    whole = int(digits + part) * int(scale)
    value = f"{whole:0{len(part) + 1}}"
    if not part:
        return value
    return f"{value[: -len(part)]}.{value[-len(part) :]}".rstrip("0").rstrip(".")


def _amounts(claim: Claim, pattern: Pattern, article: Article) -> Iterator[str]:
    """Yield the number behind the noun that a verb has: "has a population of 10 million"."""
    text = article.text[claim.trigger.end : claim.evidence.end]
    for condition in pattern.conditions:
        for noun in sorted(condition.nouns):
            found = re.search(rf"\b{re.escape(noun)}\s+{OF}\s+{SIGN}", text)
            number = NUMBER.match(text, found.end()) if found else None
            if number is not None:
                yield _written(number)


def _written(number: re.Match[str]) -> str:
    """Return a number as it is written, with the scale behind it if it has one."""
    return number.group() if number_of(number.group()) else number["digits"]


def _said_to_be(claim: Claim, subject: Mention, article: Article) -> Iterator[str]:
    """Yield the words behind a noun, the one whose it is, and a copula."""
    start = max(claim.trigger.end, subject.extent.end)
    if start > claim.evidence.end or subject.extent.start < claim.evidence.start:
        return
    text = article.text[start : claim.evidence.end]
    copula = COPULA.match(text)
    if copula is None:
        return
    said = text[copula.end() :]
    sign = AMOUNT.match(said)
    number = NUMBER.match(said, sign.end() if sign else 0)
    if number is not None:
        yield _written(number)
        return
    rest = STOP.split(said, maxsplit=1)[0].strip()
    for phrase in LIST.split(_up_to_end(rest)):
        words = plain_noun(phrase)
        if not words:
            return
        yield words


def _up_to_end(text: str) -> str:
    """Return the words up to one with which something else begins, and lists with commas only."""
    kept: list[str] = []
    for word in text.split():
        if word.lower() in ENDS:
            break
        kept.append("," if word in BETWEEN else word)
    return " ".join(kept).replace(" ,", ",").strip(", ")


# -------------------------------------------------------------------------------------- titles


class NoTitle(StrEnum):
    """The reasons why a noun is no job title of whom it is said."""

    PARTNER = "no post: a partner in life or at work, and of no organisation"
    MAKER = "no post: it only says who made one thing"
    VAGUE = "no post: it says nothing without what it is “of”"


def fault_of_title(claim: Claim) -> str:
    """Return why the noun of a claim is no job title; empty if it may be one."""
    others = [role.mention for role in claim.roles if role.name != HOLDER]
    if claim.predicate in PARTNERS and not any(each.type in ORGANIZATIONS for each in others):
        return NoTitle.PARTNER
    if claim.predicate in MAKERS and any(each.type not in PEOPLE for each in others):
        return NoTitle.MAKER
    return NoTitle.VAGUE if claim.phrase.lower() in VAGUE else ""
