"""Nominals: noun phrases for people, groups, organisations and places without a name.

"The ministry", "eight diplomats".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_numbers, word_set
from kg.model import Article, Gender, Kind, Mention
from kg.text.mentions.countries import nationalities
from kg.text.mentions.lexicon import Noun, longest_noun
from kg.text.mentions.tokens import head_lemma, lemma_of, word_beside
from kg.text.mentions.typing_features import SAYING
from kg.text.parse import governor_of, noun_phrase, passage_of
from kg.text.parse.labels import (
    DETERMINERS_AND_OWNERS,
    NOUNS,
    OWNERS_AND_ADJECTIVES,
    PLURALS,
    PREDICATES,
    PREMODIFIERS,
)

NOT_A_HEAD = PREMODIFIERS | {"npadvmod"}
MODIFIES = PREMODIFIERS | {"punct"}
DETERMINERS = DETERMINERS_AND_OWNERS | {"nummod", "predet"}
WITH_A_BOUND = word_set("labels", "number-bound")
OWNERS_BEFORE = OWNERS_AND_ADJECTIVES | {"compound"}
BEFORE_COUNTED = word_set("function_words", "before-a-counted-member")
BEHIND_COUNTED = word_set("function_words", "behind-a-counted-member")
DEFINITE = word_set("function_words", "definite-determiner")
COLLECTIVE = word_set("nouns", "without-article")
SAYS_WHAT_IT_IS = PREDICATES | {"appos"}  # "X, founder of Y", "he is chairman"
ONLY_AS_SPEAKER = word_set("nouns", "only-as-speaker")
ONLY_WITH_COUNTRY = "mission"  # of other missions there are many kinds
STATE_BODIES = word_set("nouns", "state-body")
SCALES = word_numbers("numbers", "group-scale")
NUMBERS = word_numbers("numbers", "group-number")
LONGEST_NUMBER = 15  # figures; more than a float holds exactly, and far more than there are people
LARGEST_GROUP = 10**12  # people; more is said of none ("a million million miners")


def nominals(doc: Doc, article: Article, taken: frozenset[int]) -> Iterator[Mention]:
    """Yield the mentions of kind NOMINAL, in text order.

    `taken` are the indices of tokens in names and titles. The body of a state with its country
    ("Norwegian embassy", "Norway's embassy") is a name, and is given as one.
    """
    free = (token for token in doc if token.i not in taken)
    for token in filter(_is_head_noun, free):
        entry = _entry(token, taken)
        if entry and _refers(token, entry):
            yield _mention(token, entry, article)
    yield from _counted(doc, article)


def _is_head_noun(token: Token) -> bool:
    """Return whether a word is a noun that describes no other noun."""
    return token.pos_ in NOUNS and token.dep_ not in NOT_A_HEAD


def _counted(doc: Doc, article: Article) -> Iterator[Mention]:
    """Yield groups that only a number stands for: "employees, including 13 from the mine"."""
    for token in filter(_counts_members, doc):
        group = _group_before(token)
        size = _number([token])
        if group is not None and size:
            yield _members(token, group, size, article)


def _members(token: Token, group: Token, size: int, article: Article) -> Mention:
    """Return the mention of members of a group by their number."""
    passage = passage_of(token, article.id)
    entry = longest_noun([lemma_of(group)])
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NOMINAL,
        head=token.idx,
        type="kg:Group",
        noun=entry.lemma if entry else lemma_of(group),
        plural=True,
        size=size,
    )


def _counts_members(token: Token) -> bool:
    """Return whether a number stands for members of a group: "including 13 from the mine"."""
    if token.pos_ != "NUM":
        return False
    if governor_of(token, *BEFORE_COUNTED) is None:
        return False
    return word_beside(token, 1) in BEHIND_COUNTED


def _group_before(token: Token) -> Token | None:
    """Return the nearest plural for people before a token, in its sentence, or None."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.tag_ == "NNS" and _entry(before, frozenset()):
            return before
    return None


def _entry(token: Token, taken: frozenset[int]) -> Noun | None:
    """Return the entry of a noun with the words before it that are no part of a name."""
    lemma = lemma_of(token)
    if _is_in_law(token.doc, token.i + 1):
        return longest_noun([f"{lemma}-in-law"])
    free = (left for left in token.lefts if left.i not in taken)
    before = [left.lower_ for left in free if left.dep_ in MODIFIES]
    return longest_noun([*before, lemma]) or longest_noun([*before, token.lower_])


def _refers(token: Token, entry: Noun) -> bool:
    """Return whether a noun speaks of one thing or group.

    A bare singular does not ("brought to justice"), unless it says what someone is.
    """
    if entry.lemma in ONLY_AS_SPEAKER and head_lemma(token, "nsubj") not in SAYING:
        return False
    if entry.lemma == ONLY_WITH_COUNTRY:
        return _is_one_of_country(token)
    if token.tag_ in PLURALS:
        return True
    if entry.lemma in COLLECTIVE:
        return True
    return _is_in_place_of_one(token, entry)


def _is_in_place_of_one(token: Token, entry: Noun) -> bool:
    """Return whether a noun in the singular stands where it speaks of some one thing."""
    if token.dep_ in SAYS_WHAT_IT_IS:
        return True
    if any(map(_determines, token.lefts)):
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ == "as" and entry.is_person
    return token.dep_ == "conj" and _is_determined_noun(token.head)


def _is_one_of_country(token: Token) -> bool:
    """Return whether a noun in the singular has a country: "the Norwegian mission"."""
    if token.tag_ != "NN":
        return False
    return _country(noun_phrase(token), token) != ""


def _is_determined_noun(token: Token) -> bool:
    """Return whether a word is a noun behind an article or an owner."""
    if token.pos_ != "NOUN":
        return False
    return any(left.dep_ in DETERMINERS_AND_OWNERS for left in token.lefts)


def _determines(token: Token) -> bool:
    """Return whether a word before a noun shows that it speaks of some one thing or group."""
    if token.dep_ in DETERMINERS:
        return True
    return gazetteer.demonym(token.text) is not None


def _mention(token: Token, entry: Noun, article: Article) -> Mention:
    """Return the mention of a noun; that of a region or of a state's body is a name."""
    span = _with_in_law(noun_phrase(token))
    described = _description(span, token, entry, article)
    region = _region(span)
    if region:
        return replace(described, kind=Kind.NAME, type=region, noun="", definite=True)
    if not _is_state_body(described):
        return described
    passage = passage_of(_from_nationality(span), article.id)
    text = passage.of(article.text)
    return replace(described, passage=passage, text=text, kind=Kind.NAME, noun="", definite=True)


def _description(span: Span, token: Token, entry: Noun, article: Article) -> Mention:
    """Return the mention of a noun by description, a group if it is of many people."""
    passage = passage_of(span, article.id)
    plural = token.tag_ in PLURALS or entry.type == "kg:Group"
    described = Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NOMINAL,
        head=token.idx,
        type=entry.type,
        noun=entry.lemma,
        gender=entry.gender,
        plural=plural,
        definite=_is_definite(token),
        country=_country(span, token),
    )
    if not plural:
        return described
    size = _size(token)
    if entry.is_person:
        return replace(described, type="kg:Group", size=size)
    return replace(described, gender=Gender.UNKNOWN, size=size)


def _is_state_body(mention: Mention) -> bool:
    """Return whether a description is that of one body of a country, of which it is the name."""
    if mention.plural or not mention.country:
        return False
    return mention.noun in STATE_BODIES


def _region(span: Span) -> str:
    """Return the class of a region that the gazetteer knows under a description.

    "Russia's far east"; empty for others.
    """
    if len(span) < 3:
        return ""
    if not any(map(_is_owner, span[:-1])):
        return ""
    known = gazetteer.places(span.text)
    return known[0].type if known else ""


def _is_owner(token: Token) -> bool:
    """Return whether a word is a name before the noun that belongs to it."""
    return token.pos_ == "PROPN" and token.dep_ in OWNERS_BEFORE


def _with_in_law(span: Span) -> Span:
    """Return the phrase with the "-in-law" behind its noun; a hyphen is a token of its own."""
    if not _is_in_law(span.doc, span.end):
        return span
    return span.doc[span.start : span.end + 4]


def _is_in_law(doc: Doc, start: int) -> bool:
    """Return whether "-in-law" begins at a token."""
    if start == len(doc) or doc[start].text != "-":
        return False
    return doc[start : start + 4].text == "-in-law"


def _from_nationality(span: Span) -> Span:
    """Return the phrase from its nationality word or owner on.

    "Norwegian embassy" of "the former Norwegian embassy".
    """
    for found, _ in nationalities(span):
        return span.doc[found.start : span.end]
    return span


def _is_definite(token: Token) -> bool:
    if any(child.dep_ == "poss" for child in token.lefts):
        return True
    determiners = (child for child in token.lefts if child.dep_ == "det")
    return any(determiner.lower_ in DEFINITE for determiner in determiners)


def _size(token: Token) -> int:
    """Return the count before a plural noun; 0 if there is none, or only a bound or a share."""
    for child in token.lefts:
        if child.dep_ == "nummod" and not _is_bounded(child):
            return _number([part for part in child.subtree if part.i <= child.i])
    return 0


def _is_bounded(number: Token) -> bool:
    """Return whether a number is only a bound or a share: "at least ten"."""
    return any(left.dep_ in WITH_A_BOUND for left in number.lefts)


def _number(tokens: Iterable[Token]) -> int:
    """Return the value of a number in digits or words ("2.5 million"); 0 if it is not clear."""
    value = 0.0
    for token in tokens:
        word = token.lower_
        digits = word.replace(",", "")
        if _is_decimal(digits):
            value = float(digits)
        elif word in SCALES:
            value = (value or 1) * SCALES[word]
        elif word in NUMBERS:
            value += NUMBERS[word]
    return int(value) if value < LARGEST_GROUP else 0


def _is_decimal(digits: str) -> bool:
    """Return whether a text is a number in figures that a float holds exactly."""
    if len(digits) > LONGEST_NUMBER:
        return False
    return digits.replace(".", "", 1).isdecimal()


def _country(span: Span, head: Token) -> str:
    """Return the code of a nationality word that modifies a noun, or of a country that owns it."""
    for country, code in nationalities(span):
        if country.root != head and country.root.head == head:
            return code
    return ""
