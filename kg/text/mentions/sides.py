"""Names of places that stand for their teams in the reports of matches: "Peru beat Chile"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import NounKind, noun
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import Words, lemma_of, word_beside
from kg.text.parse import governor_of
from kg.text.parse.labels import NOUN_SUBJECTS

OF_MATCHES = word_set("nouns", "of-a-match")
LEAST_SHARE = 0.5  # of the places of a name at which it stands where a side does
WORDS_OF_MATCHES = 3  # different ones, in the report of a match
MATCHES = word_set("nouns", "match")
DONE_BY_SIDES = word_set("verbs", "done-by-sides")
BEFORE_PLACES = word_set("function_words", "before-a-country-itself")
AGAINST = word_set("function_words", "before-a-side")
ARGUMENTS = NOUN_SUBJECTS | {"dobj"}
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
SIDES_OF_A_MATCH = 2
OF_PLACES = frozenset({NounKind.PLACE, NounKind.OFFICE, NounKind.ORGANIZATION})


def teams_of_places(spans: Iterable[NameSpan], text: str) -> frozenset[Words]:
    """Return the names of places that stand for their teams in the report of a match.

    Where nations play, so does every other one that is not somewhere for something. `text` is the
    article's own, in which scores still stand.
    """
    of_places = [span for span in spans if _is_clear_place(span)]
    if not of_places or not _is_report(of_places, text):
        return frozenset()
    all_of = Counter(span.words for span in of_places)
    as_sides = Counter(span.words for span in of_places if is_side(span))
    teams = {name for name, count in as_sides.items() if count / all_of[name] >= LEAST_SHARE}
    if sum(map(_is_country, teams)) >= SIDES_OF_A_MATCH:
        located = {span.words for span in of_places if is_located(span.tokens)}
        teams |= {name for name in all_of if _is_country(name) and name not in located}
    return frozenset(teams)


def _is_country(words: Words) -> bool:
    """Return whether words are the name of a country."""
    return gazetteer.country(" ".join(words)) is not None


def _is_clear_place(span: NameSpan) -> bool:
    """Return whether a name is that of a country, or of a place and no common word."""
    if gazetteer.country(span.text):
        return True
    if span.is_person:
        return False
    known = gazetteer.places(span.text)
    return bool(known) and not known[0].common_word and known[0].is_named(span.text)


def _is_report(spans: Sequence[NameSpan], text: str) -> bool:
    """Return whether matches are reported: by their words, or by the score of a side."""
    if is_report_of_match(spans[0].doc):
        return True
    return any(_has_score(span, text) for span in spans)


def _has_score(span: NameSpan, text: str) -> bool:
    """Return whether a name is a side in a sentence with a score."""
    return is_side(span) and any(_is_score(token, text) for token in span.first.sent)


def _is_score(token: Token, text: str) -> bool:
    """Return whether a token is a score, or the blanks that the parser reads in its place."""
    if not token.is_space:
        return SCORE.fullmatch(token.text) is not None
    written = text[token.idx : token.idx + len(token)]
    return SCORE.match(written.lstrip(" (")) is not None


def is_located(span: Span) -> bool:
    """Return whether a name stands where only a place does: "in Peru", "Lima, Peru"."""
    match word_beside(span[0], -1):
        case "of":
            return _is_of_place(governor_of(span.root, "of"))
        case ",":
            return span.root.dep_ == "appos" and span.root.head.pos_ == "PROPN"
        case before:
            return before in BEFORE_PLACES


def _is_of_place(token: Token | None) -> bool:
    """Return whether a word is a noun for a part or an officer of a place: "the north of Peru"."""
    entry = None if token is None else noun(lemma_of(token))
    return entry is not None and entry.kind in OF_PLACES


@lru_cache(maxsize=1)
def is_report_of_match(doc: Doc) -> bool:
    """Return whether several words of an article are of matches."""
    return len(OF_MATCHES.intersection(map(lemma_of, doc))) >= WORDS_OF_MATCHES


def is_side(span: NameSpan) -> bool:
    """Return whether a name stands where the sides of a match do: "Peru beat Chile", "Peru 2-1"."""
    beside = {word_beside(span.first, -1), word_beside(span.last, 1)}
    if any(map(SCORE.fullmatch, beside)):
        return True
    head = span.root.head
    if span.root.dep_ == "pobj":
        return _leads_to_side(head)
    if span.root.dep_ not in ARGUMENTS:
        return False
    return lemma_of(head) in DONE_BY_SIDES


def _leads_to_side(preposition: Token) -> bool:
    """Return whether a side stands behind a preposition: "lost to Peru", "a win over Peru"."""
    if preposition.lower_ not in AGAINST:
        return False
    return lemma_of(preposition.head) in DONE_BY_SIDES | MATCHES
