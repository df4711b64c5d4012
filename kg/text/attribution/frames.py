"""Speakers of quotations whom no verb of saying beside the marks names.

Ada Lund (on the treaty): "…"     "…" – Ada Lund     She called it "a …"
as Lund put it, "…"               Lund was blunt. "…"
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Passage
from kg.text.attribution.speech_verbs import SAYING, first_thing, speaker_of
from kg.text.parse import subjects
from kg.text.parse.labels import VERBS
from kg.text.syntax import Document

QUOTING = word_set("verbs", "quoting") | SAYING
SPEAKERS = frozenset({"schema:Person", ""})
LEAD = re.compile(r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))(?P<lead>[^\n\"“”:]{2,160}?),?:\s*$")
TOPIC = word_set("function_words", "before-a-topic")
SIGNED = re.compile(r"[ \n]{0,3}[–—-]{1,2}\s?(?P<name>[^\n.!?\"“”]{2,100})(?:[.\n]|$)")
SENTENCE_BEFORE = re.compile(r"[.!?…][\"”’)]?\s$")
REACH = 250  # characters
FEWEST_WORDS = 5  # of a fragment that is a quotation


class Frame(NamedTuple):
    """A speaker, and the stretch of the text that shows who speaks."""

    speaker: Mention
    start: int
    end: int


def frame_of(passage: Passage, document: Document, *, is_sentence: bool) -> Frame | None:
    """Return who speaks the words between marks, as what stands around them shows."""
    found = _before_colon(passage, document) or _behind_dash(passage, document)
    if found is not None:
        return found
    if not is_sentence:
        return _of_fragment(passage, document)
    return _of_sentence_before(passage, document)


def _before_colon(passage: Passage, document: Document) -> Frame | None:
    """Return the speaker before a colon: the subject of its sentence, else the first person."""
    text = document.article.text
    start = max(0, passage.start - REACH)
    lead = LEAD.search(text[start : passage.start])
    if lead is None:
        return None
    first, last = start + lead.start("lead"), start + lead.end("lead")
    inside = list(_mentions(first, last, document))
    verbs = [t for t in _tokens(first, last, document) if t.pos_ in VERBS and t.dep_ == "ROOT"]
    speaker = first_thing(chain.from_iterable(map(subjects, verbs)), document)
    if speaker is None or not _may_speak(speaker):
        speaker = next(filter(_may_speak, inside), None)
    if speaker is None or _is_topic(speaker, text):
        return None
    return Frame(speaker, first, passage.end)


def _is_topic(mention: Mention, text: str) -> bool:
    """Return whether a mention is only what is spoken of: "On Lund:"."""
    before = text[: mention.passage.start].split("\n")[-1].split()
    return bool(before) and before[-1].lower() in TOPIC


def _behind_dash(passage: Passage, document: Document) -> Frame | None:
    """Return the speaker whose name stands alone behind a dash, behind the marks."""
    signed = SIGNED.match(document.article.text, passage.end, passage.end + REACH)
    if signed is None:
        return None
    place = signed.span("name")
    if any(token.pos_ in VERBS for token in _tokens(*place, document)):
        return None
    speaker = next(filter(_may_speak, _mentions(*place, document)), None)
    return Frame(speaker, passage.start, place[1]) if speaker is not None else None


def _of_fragment(passage: Passage, document: Document) -> Frame | None:
    """Return who uses some words in marks: "called it “…”", "described it as “…”"."""
    tokens = _tokens(passage.start + 1, passage.end - 1, document)
    words = [token for token in tokens if token.is_alpha]
    if len(words) < FEWEST_WORDS:
        return None
    inside = {token.i for token in tokens}
    outside = (token for token in words[0].ancestors if token.i not in inside)
    for verb in outside:
        if verb.pos_ not in VERBS:
            continue
        if verb.lemma_.lower() not in QUOTING:
            if verb.dep_ in ("ccomp", "xcomp", "conj", "advcl"):
                continue
            return None
        speaker = speaker_of(verb, document)
        if speaker is None:
            return None
        sentence = document.sentence(verb)
        return Frame(speaker, min(passage.start, sentence.start), max(passage.end, sentence.end))
    return None


def _of_sentence_before(passage: Passage, document: Document) -> Frame | None:
    """Return the person whose doing the sentence before tells, in the same paragraph."""
    text = document.article.text
    if SENTENCE_BEFORE.search(text[: passage.start][-4:]) is None:
        return None
    before = _tokens(max(0, passage.start - REACH), passage.start, document)
    if not before:
        return None
    sentence = before[-1].sent
    if "\n" in text[sentence.start_char : passage.start] or sentence.root.pos_ not in VERBS:
        return None
    speaker = first_thing(subjects(sentence.root), document)
    if speaker is None or speaker.type != "schema:Person":
        return None
    return Frame(speaker, sentence.start_char, passage.end)


def _may_speak(mention: Mention) -> bool:
    """Return whether a mention may be of somebody who speaks."""
    return mention.kind in (Kind.NAME, Kind.NOMINAL, Kind.PRONOUN) and mention.type in SPEAKERS


def _mentions(start: int, end: int, document: Document) -> Iterator[Mention]:
    """Yield the mentions between two offsets, in text order."""
    for token in _tokens(start, end, document):
        mention = document.mention(token)
        if mention is not None and start <= mention.passage.start and mention.passage.end <= end:
            yield mention


def _tokens(start: int, end: int, document: Document) -> list[Token]:
    """Return the tokens between two offsets, without blanks."""
    span = document.doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return [token for token in span if not token.is_space] if span is not None else []
