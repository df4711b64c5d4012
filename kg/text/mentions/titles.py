"""Titles before names: "Norwegian Prime Minister", "Third Secretary", "CEO", "Gen.", "analyst"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from spacy.tokens import Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.countries import is_nationality
from kg.text.mentions.lexicon import (
    LONGEST,
    Noun,
    is_title,
    is_vehicle,
    longest_noun,
    noun,
    title_gender,
    type_of_ending,
)
from kg.text.mentions.spans import PLACE_LABELS, NameSpan, Titled
from kg.text.mentions.tokens import Words, begins_name, entry_words, lemma_of, word_beside, words_of
from kg.text.parse import neighbour
from kg.text.parse.labels import COMPOUNDS_AND_ADJECTIVES, NOUNS

BEFORE_TITLE = word_set("adjectives", "before-a-title")
AMBIGUOUS = word_set("names", "ambiguous-title")
RULERS = word_set("names", "title-of-a-ruler")
SAINTS = word_set("names", "saint")  # a part of every name that begins so
FIRST_NAMES = word_set("names", "title-or-first-name")
BEFORE_A_NOUN = word_set("labels", "before-a-title")
DETERMINERS = word_set("labels", "title-determiner")
PRE_MODIFIERS = word_set("labels", "title-modifier")
FIELDS = frozenset({"NOUN", "ADJ"})  # "defence minister", "foreign minister"
NO_BODY = frozenset({"", "sem:Event"})  # classes of names that are all words of a title

Ends = Mapping[int, NameSpan]  # spans by their ends
Title = tuple[int, Noun | None]  # its first token, and its entry in the list


def with_titles(spans: Iterable[NameSpan]) -> list[Titled]:
    """Return the spans without the titles in them, each with the title that stands before it."""
    bare = list(chain.from_iterable(map(_split, spans)))
    ends = {span.end: span for span in bare}
    titled = [_titled(span, ends) for span in bare]
    apart = list(map(_before, titled, [*titled[1:], None]))
    inside = frozenset(chain.from_iterable(name.title_tokens for name in apart))
    return [name for name in apart if _is_no_part(name.span, inside)]


def _is_no_part(span: NameSpan, titles: frozenset[int]) -> bool:
    """Return whether a name is no part of a title, or a country in one."""
    return span.start not in titles or is_nationality(span.text)


def _before(name: Titled, following: Titled | None) -> Titled:
    """Return the name without what begins the title of the next.

    "Acme" of "Acme Executive" before "Vice President Ada Brandt".
    """
    span = name.span
    if following is None:
        return name
    if following.title not in span.indices[1:]:
        return name
    return replace(name, span=span.until(following.title))


def _split(span: NameSpan) -> Iterator[NameSpan]:
    """Yield the names before and after the titles inside a span; none if it is all title."""
    if _is_body(span):
        yield span
        return
    start = i = span.start
    while i < span.end:
        length = _parting_length(span, i, start)
        if not length:
            i += 1
            continue
        if start < i:
            yield _name_before_title(span.part(start, i), span, i + length)
        start = i = i + length
    beginnings = [i for i in range(start, span.end) if begins_name(span.doc[i])]
    if beginnings:
        yield span.part(beginnings[0], span.end)


def _name_before_title(name: NameSpan, span: NameSpan, end: int) -> NameSpan:
    """Return the name before a title in a span, without the label if that is of two people."""
    is_two_people = span.is_person and end < span.end
    return name.labelled("") if is_two_people else name


def _is_body(span: NameSpan) -> bool:
    """Return whether a span's last words show that all of it names an organisation or a place."""
    if span.is_one_word:
        return False
    if not span.may_be_organization:
        return False
    return type_of_ending(span.words) not in NO_BODY


def _parting_length(span: NameSpan, i: int, start: int) -> int:
    """Return how many words from a token on are a title that parts a span; 0 if none.

    `start` is the token at which the name before it begins.
    """
    length = _title_length(span, i)
    if i == start:
        return length
    if word_beside(span.doc[i], -1) == "of":
        return 0
    return 0 if _has_gender(span.doc[i : i + length]) else length


def _has_gender(title: Span) -> bool:
    """Return whether a title says a gender; inside a name it is a surname: "Martin Luther King"."""
    return bool(title_gender(words_of(title)))


def _title_length(span: NameSpan, i: int) -> int:
    """Return how many words from a token on are a title.

    0 if none, or if they belong to a place ("St. Louis").
    """
    is_first = i == span.start
    if is_first and _begins_without_title(span):
        return 0
    longest = words_of(span.doc[i : min(i + LONGEST, span.end)])
    for length in range(len(longest), 0, -1):
        if _is_clear_title(longest[:length], span, i + length):
            return length
        if is_first and _is_office(span.doc[i : i + length]):
            return length
    return 0


def _begins_without_title(span: NameSpan) -> bool:
    """Return whether the first word of a span belongs to the name: "St. Louis", "Dean Baker".

    So does that of a ship: "the ferry Lady Ann".
    """
    before = word_beside(span.first, -1)
    if is_vehicle(before):
        return True
    if span.label in PLACE_LABELS and not _is_of_ruler(span):
        return True
    return span.first.text in SAINTS or _is_first_name(span)


def _is_of_ruler(span: NameSpan) -> bool:
    """Return whether what the model takes for a place is a ruler: "King Karl-Johan".

    "King William Island" and "Prince George" are places.
    """
    words = span.words[1:]
    if span.first.lower_ not in RULERS or not words or not gazetteer.is_given_name(words[0]):
        return False
    return not type_of_ending(span.words) and not gazetteer.is_place(span.text)


def _is_clear_title(title: Words, span: NameSpan, end: int) -> bool:
    """Return whether words of a span are a title, and no ordinary first words of another name."""
    if not is_title(title):
        return False
    if title[-1] in AMBIGUOUS:
        return _begins_person(span, end)
    return True


def _is_first_name(span: NameSpan) -> bool:
    """Return whether the first word is a first name, as in "Dean Baker", and no title.

    It is a title if another first name follows.
    """
    if not span.is_person:
        return False
    if span.first.text not in FIRST_NAMES:
        return False
    others = span.words[1:]
    return len(others) < 2 and not any(map(gazetteer.is_given_name, others))


def _begins_person(span: NameSpan, i: int) -> bool:
    """Return whether what follows a title in a span looks like a person.

    A span that is all title counts as well.
    """
    if span.is_person:
        return True
    rest = span.part(i, span.end).words
    return not rest or gazetteer.is_given_name(rest[0])


def _is_office(title: Span) -> bool:
    """Return whether words are a noun of the list before a name: "Spokeswoman X"."""
    if title[0].pos_ not in NOUNS:
        return False
    entry = noun(title.text.lower())
    return entry is not None and entry.names_officer


def _titled(span: NameSpan, ends: Ends) -> Titled:
    """Return the span with the title before it, if there is one that is no phrase of its own."""
    start, entry = _title_before(span.first)
    title = span.doc[start]
    if start == span.start or _is_phrase(title):
        return Titled(span, span.start)
    return Titled(span, _with_modifiers(title, ends), entry)


def _title_before(name: Token) -> Title:
    """Return the first token of the title before a name, and the noun of the list that it is."""
    last = neighbour(name, -1)
    if last is not None and last.is_space:  # a field that is not read: "Minister for Health"
        last = neighbour(last, -1)
    title = _title_that_ends(last) if last is not None else None
    return title or (name.i, None)


def _title_that_ends(last: Token) -> Title | None:
    """Return the title that ends with a word, which may stand in the sentence before ("Mr.")."""
    if last.is_sent_end and not is_title([last.text]):
        return None
    return _listed_title(last) or _noun_before(last)


def _listed_title(last: Token) -> Title | None:
    """Return the longest title of the list that ends with a word."""
    words = _last_words(last)
    longest = words_of(words)
    for skipped in range(len(longest)):
        if is_title(longest[skipped:]):
            title = words[skipped:]
            return title.start, longest_noun(entry_words(title))
    return None


def _last_words(last: Token) -> Span:
    """Return the words up to one that may be a title."""
    end = last.i + 1
    return last.doc[max(0, end - LONGEST) : end]


def _noun_before(last: Token) -> Title | None:
    """Return the same for a person noun in small letters that modifies the name ("analyst")."""
    if last.pos_ not in NOUNS:
        return None
    if last.dep_ not in PRE_MODIFIERS:
        return None
    entry = longest_noun(entry_words(_last_words(last)))
    if entry is None or not entry.is_person:
        return None
    return _first_of(entry, last), entry


def _first_of(entry: Noun, last: Token) -> int:
    """Return the first of the tokens that spell an entry; a hyphen is a token of its own."""
    start, text = last.i, lemma_of(last)
    while len(text) < len(entry.lemma) and start > 0:
        start -= 1
        token = last.doc[start]
        text = token.lower_ + token.whitespace_ + text
    return start


def _is_phrase(title: Token) -> bool:
    """Return whether a title in small letters is a phrase with an article or possessive.

    "The singer X" names its thing twice.
    """
    if not title.is_lower:
        return False
    for before in reversed(title.doc[: title.i]):
        if not _may_stand_before_a_title(before):
            return before.tag_ in DETERMINERS
    return False


def _may_stand_before_a_title(token: Token) -> bool:
    if token.is_punct and token.text != "-":
        return False
    return token.pos_ in BEFORE_A_NOUN


def _with_modifiers(title: Token, ends: Ends) -> int:
    """Return the first token of a title with its modifiers.

    "Former", "deputy", a nationality, a country, a field ("defence").
    """
    first = title
    while first.sent_start != 1 and _is_modified(first, ends):
        first = first.nbor(-1)
    nation = ends.get(first.i)
    if nation and is_nationality(nation.text):
        return nation.start
    return first.i


def _is_modified(title: Token, ends: Ends) -> bool:
    """Return whether the word before a title belongs to it."""
    token = neighbour(title, -1)
    if token is None:
        return False
    word = word_beside(token, -1) if token.text == "-" else token.lower_
    if word in BEFORE_TITLE:
        return True
    if gazetteer.demonym(token.text):
        return True
    if title.i in ends:
        return False
    return _is_field(token)


def _is_field(token: Token) -> bool:
    """Return whether a small word may name the field of an office: "defence"."""
    if not token.is_lower:
        return False
    return token.pos_ in FIELDS and token.dep_ in COMPOUNDS_AND_ADJECTIVES
