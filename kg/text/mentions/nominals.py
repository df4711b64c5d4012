"""Nominals: noun phrases for people, groups, organisations and places without a name.

"The ministry", "eight diplomats".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_numbers, word_set
from kg.model import Article, Gender, Kind, Mention, Passage
from kg.text.mentions.lexicon import Noun, longest_noun
from kg.text.mentions.spans import nationalities
from kg.text.mentions.typing_features import SAYING
from kg.text.parse import governor_of, neighbour, noun_phrase
from kg.text.parse.labels import DETERMINERS_AND_OWNERS, NOUNS, PLURALS

NOT_A_HEAD = frozenset({"compound", "nmod", "amod", "npadvmod"})
MODIFIES = frozenset({"compound", "amod", "nmod", "punct"})
DETERMINERS = DETERMINERS_AND_OWNERS | {"nummod", "predet"}
WITH_A_BOUND = frozenset({"quantmod", "advmod", "amod"})
BEFORE_COUNTED = word_set("function_words", "before-a-counted-member")
BEHIND_COUNTED = word_set("function_words", "behind-a-counted-member")
DEFINITE = word_set("function_words", "definite-determiner")
COLLECTIVE = word_set("nouns", "without-article")
NAMES_SOMEONE = frozenset(
    {"appos", "attr", "oprd"}
)  # "X, founder of Y", "he is chairman", "was elected mayor"
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
    for token in doc:
        if token.i in taken or token.pos_ not in NOUNS or token.dep_ in NOT_A_HEAD:
            continue
        entry = _entry(token, taken)
        if entry and _refers(token, entry):
            yield _mention(token, entry, article)
    yield from _counted(doc, article)


def _counted(doc: Doc, article: Article) -> Iterator[Mention]:
    """Yield groups that only a number stands for: "employees, including 13 from the mine"."""
    for token in doc:
        if not _counts_members(token):
            continue
        group = _group_before(token)
        size = _number([token])
        if group is None or not size:
            continue
        passage = Passage(article.id, token.idx, token.idx + len(token))
        entry = longest_noun([group.lemma_.lower()])
        yield Mention(
            passage=passage,
            text=passage.of(article.text),
            kind=Kind.NOMINAL,
            head=token.idx,
            type="kg:Group",
            noun=entry.lemma if entry else group.lemma_.lower(),
            plural=True,
            size=size,
        )


def _counts_members(token: Token) -> bool:
    """Return whether a number stands for members of a group: "including 13 from the mine"."""
    if token.pos_ != "NUM" or governor_of(token, *BEFORE_COUNTED) is None:
        return False
    after = neighbour(token, 1)
    return after is not None and after.lower_ in BEHIND_COUNTED


def _group_before(token: Token) -> Token | None:
    """Return the nearest plural for people before a token, in its sentence, or None."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.tag_ == "NNS" and _entry(before, frozenset()):
            return before
    return None


def _entry(token: Token, taken: frozenset[int]) -> Noun | None:
    before = [left.lower_ for left in token.lefts if left.dep_ in MODIFIES and left.i not in taken]
    if _is_in_law(token.doc, token.i + 1):
        return longest_noun([f"{token.lemma_.lower()}-in-law"])
    return longest_noun([*before, token.lemma_.lower()]) or longest_noun([*before, token.lower_])


def _refers(token: Token, entry: Noun) -> bool:
    """Return whether a noun speaks of one thing or group.

    A bare singular does not ("brought to justice"), unless it says what someone is.
    """
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in SAYING
    if entry.lemma in ONLY_AS_SPEAKER and not speaks:
        return False
    if entry.lemma == ONLY_WITH_COUNTRY:
        return token.tag_ == "NN" and bool(_country(noun_phrase(token), token))
    if token.tag_ in PLURALS or entry.lemma in COLLECTIVE or token.dep_ in NAMES_SOMEONE:
        return True
    if any(_determines(left) for left in token.lefts):
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ == "as" and entry.is_person
    if token.dep_ != "conj" or token.head.pos_ != "NOUN":
        return False
    return any(left.dep_ in DETERMINERS_AND_OWNERS for left in token.head.lefts)


def _determines(token: Token) -> bool:
    """Return whether a word before a noun shows that it speaks of some one thing or group."""
    return token.dep_ in DETERMINERS or gazetteer.demonym(token.text) is not None


def _mention(token: Token, entry: Noun, article: Article) -> Mention:
    span = _with_in_law(noun_phrase(token))
    plural = token.tag_ in PLURALS or entry.type == "kg:Group"
    country = _country(span, token)
    region = _region(span)
    is_state_body = bool(country) and entry.lemma in STATE_BODIES
    is_name = bool(region) or (is_state_body and not plural)
    if is_name and not region:
        span = _from_nationality(span)
    passage = Passage(article.id, span.start_char, span.end_char)
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NAME if is_name else Kind.NOMINAL,
        head=token.idx,
        type=region or ("kg:Group" if plural and entry.is_person else entry.type),
        noun="" if is_name else entry.lemma,
        gender=Gender.UNKNOWN if plural and not entry.is_person else entry.gender,
        plural=plural,
        definite=is_name or _is_definite(token),
        size=_size(token) if plural else 0,
        country=country,
    )


def _region(span: Span) -> str:
    """Return the class of a region that the gazetteer knows under a description.

    "Russia's far east"; empty for others.
    """
    if len(span) < 3 or not any(_is_owner(token) for token in span[:-1]):
        return ""
    known = gazetteer.places(span.text)
    return known[0].type if known else ""


def _is_owner(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ in ("poss", "amod", "compound")


def _with_in_law(span: Span) -> Span:
    """Return the phrase with the "-in-law" behind its noun; a hyphen is a token of its own."""
    return span.doc[span.start : span.end + 4] if _is_in_law(span.doc, span.end) else span


def _is_in_law(doc: Doc, start: int) -> bool:
    """Return whether "-in-law" begins at a token."""
    if start >= len(doc) or doc[start].text != "-":
        return False
    return doc[start : start + 4].text == "-in-law"


def _from_nationality(span: Span) -> Span:
    """Return the phrase from its nationality word or owner on.

    "Norwegian embassy" of "the former Norwegian embassy".
    """
    return next((span.doc[found.start : span.end] for found, _ in nationalities(span)), span)


def _is_definite(token: Token) -> bool:
    if any(child.dep_ == "poss" for child in token.lefts):
        return True
    return any(child.dep_ == "det" and child.lower_ in DEFINITE for child in token.lefts)


def _size(token: Token) -> int:
    """Return the count before a plural noun; 0 if there is none, or only a bound or a share."""
    for child in token.lefts:
        if child.dep_ != "nummod" or any(left.dep_ in WITH_A_BOUND for left in child.lefts):
            continue
        return _number([part for part in child.subtree if part.i <= child.i])
    return 0


def _number(tokens: list[Token]) -> int:
    """Return the value of a number in digits or words ("2.5 million"); 0 if it is not clear."""
    value = 0.0
    for token in tokens:
        digits = token.text.replace(",", "")
        if len(digits) <= LONGEST_NUMBER and digits.replace(".", "", 1).isdecimal():
            value = float(digits)
        elif token.lower_ in SCALES:
            value = (value or 1) * SCALES[token.lower_]
        elif token.lower_ in NUMBERS:
            value += NUMBERS[token.lower_]
    return int(value) if value < LARGEST_GROUP else 0


def _country(span: Span, head: Token) -> str:
    """Return the code of a nationality word that modifies a noun, or of a country that owns it."""
    for country, code in nationalities(span):
        if country.root.head == head and country.root != head:
            return code
    return ""
