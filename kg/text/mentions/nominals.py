"""Nominals: noun phrases for people, groups, organisations and places without a name ("the ministry", "eight diplomats")."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_numbers, word_set
from kg.model import Article, Gender, Kind, Mention, Passage
from kg.text.mentions.lexicon import Noun, longest_noun
from kg.text.mentions.spans import nationalities
from kg.text.mentions.typing_features import SAYING
from kg.text.parse import neighbour, noun_phrase

NOT_A_HEAD = frozenset({"compound", "nmod", "amod", "npadvmod"})
MODIFIES = frozenset({"compound", "amod", "nmod", "punct"})
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
    """The mentions of kind NOMINAL, in text order; `taken` are the indices of tokens in names and titles.

    The body of a state with its country ("Norwegian embassy", "Norway's embassy") is a name, and is given as one.
    """
    for token in doc:
        if token.i in taken or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in NOT_A_HEAD:
            continue
        entry = _entry(token, taken)
        if entry and _refers(token, entry):
            yield _mention(token, entry, article)
    yield from _counted(doc, article)


def _counted(doc: Doc, article: Article) -> Iterator[Mention]:
    """Groups that only a number stands for: "most employees, including 13 from the mine", "of the miners, two died"."""
    for token in doc:
        if (
            token.pos_ != "NUM"
            or token.dep_ != "pobj"
            or token.head.lower_ not in ("including", "among")
        ):
            continue
        group = next(
            (
                t
                for t in reversed(doc[token.sent.start : token.i])
                if t.tag_ == "NNS" and _entry(t, frozenset())
            ),
            None,
        )
        size = _number([token])
        after = neighbour(token, 1)
        if after is None or after.lower_ not in ("from", "of", "in", "at"):
            continue
        if group is not None and size:
            passage = Passage(article.id, token.idx, token.idx + len(token))
            kind = longest_noun([group.lemma_.lower()])
            noun = kind.lemma if kind else group.lemma_.lower()
            yield Mention(
                passage,
                passage.of(article.text),
                Kind.NOMINAL,
                token.idx,
                "kg:Group",
                noun,
                plural=True,
                size=size,
            )


def _entry(token: Token, taken: frozenset[int]) -> Noun | None:
    before = [left.lower_ for left in token.lefts if left.dep_ in MODIFIES and left.i not in taken]
    if _is_in_law(token.doc, token.i + 1):
        return longest_noun([f"{token.lemma_.lower()}-in-law"])
    return longest_noun([*before, token.lemma_.lower()]) or longest_noun([*before, token.lower_])


def _refers(token: Token, entry: Noun) -> bool:
    """False for a bare singular, which speaks of no one thing ("brought to justice"), save where it says what someone is."""
    if entry.lemma in ONLY_AS_SPEAKER and not (
        token.dep_ == "nsubj" and token.head.lemma_ in SAYING
    ):
        return False
    if entry.lemma in ONLY_WITH_COUNTRY:
        return token.tag_ == "NN" and bool(_country(noun_phrase(token), token))
    if token.tag_ in ("NNS", "NNPS") or entry.lemma in COLLECTIVE or token.dep_ in NAMES_SOMEONE:
        return True
    if any(
        left.dep_ in ("det", "poss", "nummod", "predet") or gazetteer.demonym(left.text)
        for left in token.lefts
    ):
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ == "as" and entry.is_person
    return (
        token.dep_ == "conj"
        and token.head.pos_ == "NOUN"
        and any(left.dep_ in ("det", "poss") for left in token.head.lefts)
    )


def _mention(token: Token, entry: Noun, article: Article) -> Mention:
    span = _with_in_law(noun_phrase(token))
    plural = token.tag_ in ("NNS", "NNPS") or entry.type == "kg:Group"
    country = _country(span, token)
    region = _region(span)
    is_name = bool(region) or (bool(country) and not plural and entry.lemma in STATE_BODIES)
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
    """The class of a region that the gazetteer knows under such a description ("Russia's far east"); empty for others."""
    owned = len(span) > 2 and any(
        token.dep_ in ("poss", "amod", "compound") and token.pos_ == "PROPN" for token in span[:-1]
    )
    known = gazetteer.places(span.text) if owned else ()
    return known[0].type if known else ""


def _with_in_law(span: Span) -> Span:
    """The phrase with the "-in-law" that follows its noun; a hyphen is a token of its own."""
    return span.doc[span.start : span.end + 4] if _is_in_law(span.doc, span.end) else span


def _is_in_law(doc: Doc, start: int) -> bool:
    """True where "-in-law" begins at a token."""
    return start < len(doc) and doc[start].text == "-" and doc[start : start + 4].text == "-in-law"


def _from_nationality(span: Span) -> Span:
    """The phrase from its nationality word or owner on: "Norwegian embassy" of "the former Norwegian embassy"."""
    return next((span.doc[found.start : span.end] for found, _ in nationalities(span)), span)


def _is_definite(token: Token) -> bool:
    return any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in DEFINITE)
        for child in token.lefts
    )


def _size(token: Token) -> int:
    """The count before a plural noun; 0 where there is none, or where it is only a bound or a share."""
    for child in token.lefts:
        if child.dep_ == "nummod" and not any(
            c.dep_ in ("quantmod", "advmod", "amod") for c in child.lefts
        ):
            return _number([c for c in child.subtree if c.i <= child.i])
    return 0


def _number(tokens: list[Token]) -> int:
    """Return the value of a number in digits or words ("2.5 million"); 0 if it cannot be told."""
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
    """The code of a nationality word that modifies the head noun itself, or of a country that owns it."""
    return next(
        (
            code
            for found, code in nationalities(span)
            if found.root.head == head and found.root != head
        ),
        "",
    )
