"""A stretch of tokens that may be a name, its title, and what it may look like."""

import re
from collections.abc import Callable
from dataclasses import (
    dataclass,
    field,
    replace,
)

from spacy.tokens import (
    Doc,
    Span,
    Token,
)

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.countries import is_nationality
from kg.text.mentions.lexicon import Noun, type_of_ending
from kg.text.mentions.tokens import (
    Words,
    begins_name,
    begins_with_digit,
    is_capital,
    is_given_name,
    is_glued,
    is_second_syllable,
    words_of,
)
from kg.text.mentions.truecasing import Casing
from kg.text.mentions.vocabulary import (
    LEGAL_FORMS,
    NO_NAME,
    is_function_word,
)
from kg.text.parse import neighbour
from kg.text.parse.labels import PREMODIFIERS

NUMBERED = frozenset({"Flight"})
JUNIORS = frozenset((",", junior) for junior in word_set("names", "junior"))

Ends = Callable[[Token, str], bool]  # whether a token may be at an end of a name with some label

ORGANIZATION_OR_UNSEEN = frozenset({"", "ORG"})
PLACE_LABELS = word_set("labels", "place-or-nationality")
MAY_BE_PERSON = frozenset({"", "PERSON"})
END_MARKS = frozenset({"!", "+"})  # that names end with
OPENS_NO_NAME = word_set("labels", "opens-no-name")
FURNITURE = word_set("nouns", "furniture")
PAST_PREFIXES = word_set("adjectives", "past-before-a-hyphen")  # "Ex-" of "Ex-Acme"


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """Tokens of a document, `start` up to, not including, `end`, that may be a name.

    `label` is the model's, empty if it saw none.
    """

    doc: Doc = field(compare=False, repr=False)
    start: int
    end: int
    label: str = ""

    @property
    def tokens(self) -> Span:
        """The tokens as a span of spaCy's."""
        return self.doc[self.start : self.end]

    @property
    def indices(self) -> range:
        """The indices of the tokens."""
        return range(self.start, self.end)

    @property
    def words(self) -> Words:
        """The words as they are written, hyphens included, without the blanks of a nickname."""
        return words_of(token for token in self.tokens if not token.is_space)

    @property
    def text(self) -> str:
        """The text from the first token to the last."""
        return self.tokens.text

    @property
    def first(self) -> Token:
        """The first token."""
        return self.doc[self.start]

    @property
    def last(self) -> Token:
        """The last token."""
        return self.doc[self.end - 1]

    @property
    def root(self) -> Token:
        """The token that the others hang on."""
        return self.tokens.root

    @property
    def is_one_word(self) -> bool:
        """The lack of a second token."""
        return self.end - self.start == 1

    @property
    def may_be_organization(self) -> bool:
        """The lack of a label that speaks against an organisation."""
        return self.label in ORGANIZATION_OR_UNSEEN

    @property
    def is_person(self) -> bool:
        """The model's opinion that it names a person."""
        return self.label == "PERSON"

    def part(self, start: int, end: int) -> "NameSpan":
        """Return the tokens from one index up to another, with the same label."""
        return replace(self, start=start, end=end)

    def until(self, end: int) -> "NameSpan":
        """Return the tokens from the same start up to another end, with the same label."""
        return self.part(self.start, end)

    def behind(self, length: int) -> Span:
        """Return so many tokens right behind, fewer at the end of the document."""
        return self.doc[self.end : self.end + length]

    def gap(self, other: "NameSpan") -> Span:
        """Return the tokens between it and a span behind it."""
        return self.doc[self.end : other.start]

    def between(self, may_begin: Ends, may_end: Ends) -> "NameSpan | None":
        """Return the tokens from the first that may begin a name to the last that may end it.

        None if there are none.
        """
        start, end = self.start, self.end
        while start < end and not may_begin(self.doc[start], self.label):
            start += 1
        while start < end and not may_end(self.doc[end - 1], self.label):
            end -= 1
        return self.part(start, end) if start < end else None

    def labelled(self, label: str) -> "NameSpan":
        """Return the same tokens with another label."""
        return replace(self, label=label)


@dataclass(frozen=True, slots=True, order=True)
class Titled:
    """A name span, and the tokens of the title before it: from `title` up to `span.start`.

    The two are equal if there is none.

    `noun` is the list's entry for the title's last words, None for "Mr" and the like.
    """

    span: NameSpan
    title: int
    noun: Noun | None = None

    @property
    def has_title(self) -> bool:
        """The presence of a title before the name."""
        return self.title < self.span.start

    @property
    def title_tokens(self) -> range:
        """The indices of the tokens of the title."""
        return range(self.title, self.span.start)

    @property
    def is_office(self) -> bool:
        """The certainty that the title is a person's; "rival Acme" may be a company."""
        return self.has_title if self.noun is None else self.noun.is_office


def text_of(words: Words) -> str:
    """Return the words of a name as one text; hyphens take no blanks."""
    return re.sub(r" ?([-–/]) ?", r"\1", " ".join(words)).replace(" 's", "'s")


def trimmed(span: NameSpan, case: Casing) -> NameSpan | None:
    """Return the span without articles, prepositions, possessive endings and marks at its ends.

    None if no name is left.
    """
    left = span.between(_may_begin, _may_end)
    if left is None or not may_be_name(left, case):
        return None
    return left


def _may_begin(token: Token, label: str) -> bool:
    """Return whether a name with some label may begin with a token."""
    if label == "PERSON" and is_given_name(token):
        return True
    if token.is_punct or token.lower_ in PAST_PREFIXES:
        return False
    if token.tag_ == "POS":
        return False
    if is_function_word(token.text):
        return False
    return begins_with_digit(token) or begins_name(token)


def _may_end(token: Token, label: str) -> bool:
    """Return whether a name with some label may end with a token."""
    if is_capital(token):
        return True
    if begins_with_digit(token):
        return True
    if token.text in END_MARKS:
        return True
    return label == "PERSON" and _is_second_half(token)


def _is_second_half(token: Token) -> bool:
    """Return whether a word is behind the hyphen of a given name: the "un" of "Jong-un"."""
    if token.pos_ != "PROPN":
        return is_second_syllable(token)
    before = neighbour(token, -1)
    return before is not None and is_glued(before)


def may_be_name(span: NameSpan, case: Casing) -> bool:
    """Return whether a span may be a name.

    Common words with a capital, orders to the reader, days, diseases and numbers are none.
    """
    if span.text.lower() in NO_NAME:
        return False
    if not any(map(is_capital, span.tokens)):
        return False
    if all(_says_nothing(token, case) for token in span.tokens):
        return False
    return not (span.is_one_word and _is_common(span.first, case))


def _says_nothing(token: Token, case: Casing) -> bool:
    """Return whether a word is an ordinary one whose capital, if any, is no sign of a name."""
    return case.is_plain_word(token) or is_function_word(token.text)


def _is_common(token: Token, case: Casing) -> bool:
    """Return whether a word is one of the site, or a verb or adverb that opens a sentence."""
    if token.lower_ in FURNITURE:
        return True
    if token.i not in case.openers:
        return False
    if gazetteer.country(token.text):
        return False
    return token.pos_ in OPENS_NO_NAME


def with_second_half(span: NameSpan) -> NameSpan:
    """Return the span with what a hyphen joins to its end, and with the surname behind that.

    "Hyun" and "Pak" of "Hyun-woo Pak", "Ada Lund" of "Ada Lund-Faal", "Kim" of "Kim In-seok".
    """
    half = _end_of_half(span)
    if not half:
        return span
    whole = span.until(half).labelled("PERSON")
    if not is_second_syllable(whole.last):
        return whole
    has_surname = any(map(_is_surname, whole.behind(1)))
    return whole.until(half + 1) if has_surname else whole


def _end_of_half(span: NameSpan) -> int:
    """Return the index behind the half that a hyphen joins to a name; 0 if there is none."""
    if is_second_syllable(span.last):
        return span.end
    hyphens = [token.i for token in span.behind(2) if is_glued(token)]
    if not hyphens or hyphens[0] + 1 >= len(span.doc):
        return 0
    half = span.doc[hyphens[0] + 1]
    between = span.doc[span.end : hyphens[0]]
    if any(not _begins_given_name(span, token) for token in between):
        return 0
    return half.i + 1 if _is_half_of_person(span, half) else 0


def _begins_given_name(span: NameSpan, token: Token) -> bool:
    """Return whether a word behind a person's surname may begin a given name: "Kim In-seok"."""
    if not span.is_person or token.is_sent_start:
        return False
    return is_capital(token)


def _is_half_of_person(span: NameSpan, half: Token) -> bool:
    """Return whether a word is the second half of a name: a syllable, or another surname."""
    if is_second_syllable(half):
        return not _modifies_next(half)
    if span.label not in MAY_BE_PERSON or span.is_one_word:
        return False
    if is_nationality(half.text) or is_nationality(span.last.text):
        return False
    return half.is_title


def _modifies_next(half: Token) -> bool:
    """Return whether a word modifies a noun in small letters behind it: "Reagan-era judge"."""
    noun = half.head
    return half.dep_ in PREMODIFIERS and noun.i > half.i and noun.is_lower


def _is_surname(token: Token) -> bool:
    """Return whether a word may be the surname behind a given name."""
    if token.is_sent_start or token.pos_ != "PROPN":
        return False
    return token.is_title


def with_number(span: NameSpan) -> NameSpan:
    """Return the span with the number that makes it one of many: "Norrland Flight 200"."""
    if span.last.text not in NUMBERED:
        return span
    has_number = span.behind(1).text.isdigit()
    return span.until(span.end + 1) if has_number else span


def with_noun_of_kind(span: NameSpan) -> NameSpan:
    """Return the span with the word behind it that says what bears the name: "Dalrona TV"."""
    behind = span.behind(1)
    if not len(behind) or span.last.head != behind[0] or span.last.dep_ not in PREMODIFIERS:
        return span
    if not is_capital(behind[0]) or not type_of_ending((behind.text,)):
        return span
    return span.until(span.end + 1).labelled("ORG")


def with_junior(span: NameSpan) -> NameSpan:
    """Return the span with the "Jr." behind a comma that sets a person apart from the father."""
    if not span.is_person:
        return span
    has_junior = words_of(span.behind(2)) in JUNIORS
    return span.until(span.end + 2) if has_junior else span


def with_legal_form(span: NameSpan) -> NameSpan:
    """Return the span with the legal form behind it, with or without a comma: "Acme, Inc."."""
    for form in span.behind(2):
        if form.lower_ not in LEGAL_FORMS:
            continue
        if form.nbor(-1).text in (",", span.last.text):
            return span.until(form.i + 1).labelled("ORG")
    return span
