"""Speakers of quotations whom no verb of saying beside the marks names.

Ada Lund (on the treaty): "…"     "…" – Ada Lund     She called it "a …"
as Lund put it, "…"               Lund was blunt. "…"
"""

import re
from collections.abc import Set
from typing import NamedTuple

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Kind,
    Mention,
    Passage,
)
from kg.text.attribution.quotation_marks import is_sentence
from kg.text.attribution.sentence_before import PERSON, RATING, subject_before
from kg.text.attribution.speech_verbs import (
    SAYING,
    named_in_subject,
    speaker_of,
    words_between,
)
from kg.text.attribution.who_speaks import (
    Tokens,
    first_thing,
    named_source,
    thing_or_namesake,
)
from kg.text.parse import (
    children_with,
    first_child,
    governed_by,
    has_child,
    subjects,
)
from kg.text.parse.labels import NOUN_SUBJECTS, VERBS
from kg.text.syntax import Document

QUOTING = RATING | SAYING
WORDING = word_set("verbs", "wording")
WORDS = word_set("nouns", "words-of-somebody")
LIKENING = "as"
ACCORDING = "according"
BEFORE_WORDS = word_set("function_words", "before-words-of-somebody")
SPEAKERS = frozenset({PERSON, ""})
SPEAKING_KINDS = frozenset({Kind.NAME, Kind.NOMINAL, Kind.PRONOUN})
LEAD = re.compile(r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))(?P<lead>[^\n\"“”:]{2,160}?),?:\s*$")
TOPIC = word_set("function_words", "before-a-topic")
SIGNED = re.compile(r"[ \n]{0,3}[–—-]{1,2}\s?(?P<name>[^\n.!?\"“”]{2,100})(?:[.\n]|$)")
REACH = 250  # characters
PHRASE_BEHIND = 60  # characters behind a quotation in which a phrase says whose words it is
FEWEST_WORDS = 5  # of a fragment that is a quotation
LONGEST_RATING = 20  # characters of the verb right before one
INSIDE_NAME = frozenset({"compound", "nmod", "amod", "poss"})
HEARERS = frozenset({"dobj", "dative"})
INNER = word_set("labels", "inner-clause")  # clauses below that of a verb of saying


class Frame(NamedTuple):
    """A speaker, and the stretch of the text that shows who speaks."""

    speaker: Mention
    start: int
    end: int


def frame_of(passage: Passage, document: Document) -> Frame | None:
    """Return who speaks the words between marks, as what stands around them shows."""
    found = _before_colon(passage, document) or _behind_dash(passage, document)
    if found is not None:
        return found
    found = (
        _of_fragment(passage, document)
        or _behind_comma(passage, document)
        or _before_comma(passage, document)
        or _according_to(passage, document)
    )
    words = passage.of(document.article.text)
    if found is None and is_sentence(words):
        speaking = subject_before(passage, document)
        return None if speaking is None else Frame(*speaking, passage.end)
    return found


def _before_colon(passage: Passage, document: Document) -> Frame | None:
    """Return the speaker before a colon: the subject of its sentence, else the first person."""
    text = document.article.text
    reach = max(0, passage.start - REACH)
    lead = LEAD.search(text[reach : passage.start])
    if lead is None:
        return None
    start = reach + lead.start("lead")
    end = reach + lead.end("lead")
    lead_words = words_between(start, end, document)
    last = [word for word in lead_words if word.sent == lead_words[-1].sent]
    start = last[0].idx if last else start
    speaker = _subject(last, document)
    if speaker is None or not _may_speak(speaker):
        speaker = _speaker_between(start, end, document)
    if speaker is None or _is_topic(speaker, text):
        return None
    return Frame(speaker, start, passage.end)


def _subject(tokens: Tokens, document: Document) -> Mention | None:
    """Return the subject of the main verb among some words."""
    for token in tokens:
        if token.dep_ != "ROOT" or token.pos_ not in VERBS:
            continue
        subject = first_thing(subjects(token), document)
        if subject is not None:
            return subject
    return None


def _is_topic(mention: Mention, text: str) -> bool:
    """Return whether a mention is only what is spoken of: "On Lund:"."""
    before = text[: mention.passage.start]
    _, _, line = before.rpartition("\n")
    words = line.lower().split()
    return bool(words) and words[-1] in TOPIC


def _behind_dash(passage: Passage, document: Document) -> Frame | None:
    """Return the speaker whose name stands alone behind a dash, behind the marks."""
    text = document.article.text
    signed = SIGNED.match(text, passage.end, passage.end + REACH)
    if signed is None:
        return None
    start, end = signed.span("name")
    words = words_between(start, end, document)
    if any(word.pos_ in VERBS for word in words):
        return None
    speaker = _speaker_between(start, end, document)
    if speaker is None:
        return None
    return Frame(speaker, passage.start, end)


def frame_of_rating(passage: Passage, document: Document) -> Frame | None:
    """Return who calls something by some words in marks, by a verb that is none of saying.

    A verb of saying farther off does not say them: "left, he said, in what others call “…”".
    """
    return _of_fragment(passage, document, RATING)


def _of_fragment(passage: Passage, document: Document, verbs: Set[str] = QUOTING) -> Frame | None:
    """Return who uses some words in marks: "called it “…”", "described it as “…”"."""
    tokens = words_between(passage.start + 1, passage.end - 1, document)
    words = [token for token in tokens if token.is_alpha]
    if len(words) < FEWEST_WORDS:
        return None
    verb = _quoting_verb(words[0], set(tokens)) or _rating_verb_before(passage, document)
    if verb is None or verb.lemma_.lower() not in verbs:
        return None
    speaker = speaker_of(verb, document) or named_in_subject(verb, document)
    if speaker is None:
        return None
    sentence = document.sentence(verb)
    start = min(passage.start, sentence.start)
    end = max(passage.end, sentence.end)
    return Frame(speaker, start, end)


def _behind_comma(passage: Passage, document: Document) -> Frame | None:
    """Return whose words a phrase behind them says they are: "…", as Lund put it; in the words of
    Lund.
    """
    text = document.article.text
    behind = words_between(passage.end, passage.end + PHRASE_BEHIND, document)
    words = [token for token in behind if token.is_alpha]
    if not words or "\n" in text[passage.end : words[0].idx]:
        return None
    speaker = _of_wording(words, document)
    if speaker is None:
        return None
    end = max(speaker.passage.end, passage.end)
    return Frame(speaker, passage.start, end)


def _before_comma(passage: Passage, document: Document) -> Frame | None:
    """Return whose words a phrase right before them says they are: in the words of Lund, "…"."""
    text = document.article.text
    before = words_between(max(0, passage.start - PHRASE_BEHIND), passage.start, document)
    if not before or before[-1].text != ",":
        return None
    for number, word in enumerate(before):
        is_near = text.count(",", word.idx, passage.start) == 1
        if not is_near or word.lower_ not in BEFORE_WORDS:
            continue
        phrase = [token for token in before[number:] if token.is_alpha]
        speaker = _of_wording(phrase, document)
        if speaker is not None:
            return Frame(speaker, word.idx, passage.end)
    return None


def _according_to(passage: Passage, document: Document) -> Frame | None:
    """Return according to whom the clause of some words in marks is so."""
    words = [token for token in _between_marks(passage, document) if token.is_alpha]
    for token in words[0].ancestors if len(words) >= FEWEST_WORDS else ():
        for according in children_with(token, "prep", words={ACCORDING}):
            speaker = named_source(according, document)
            if speaker is not None:
                sentence = document.sentence(token)
                end = max(passage.end, sentence.end)
                return Frame(speaker, min(passage.start, sentence.start), end)
    return None


def _between_marks(passage: Passage, document: Document) -> list[Token]:
    """Return the tokens between two marks."""
    return words_between(passage.start + 1, passage.end - 1, document)


def _of_wording(words: list[Token], document: Document) -> Mention | None:
    """Return X in "as X put it", "according to X" and "in the words of X"."""
    first = words[0]
    if first.lower_ == LIKENING:
        verb = first.head
        is_wording = verb.pos_ in VERBS and verb.lemma_ in WORDING | QUOTING
        return speaker_of(verb, document) if is_wording else None
    if first.lower_ == ACCORDING:
        return named_source(first, document)
    noun = first_child(first, "pobj")
    if noun is None or noun.lower_ not in WORDS:
        return None
    of = first_child(noun, "prep")
    owners = governed_by(of) if of is not None else children_with(noun, "poss")
    return thing_or_namesake(list(owners), document)


def _quoting_verb(word: Token, inside: set[Token]) -> Token | None:
    """Return the verb of saying above a word, outside of the words that are said."""
    for token in word.ancestors:
        if token in inside or token.pos_ not in VERBS:
            continue
        if token.lemma_.lower() in QUOTING:
            return token
        if token.dep_ not in INNER:
            return None
    return None


def _rating_verb_before(passage: Passage, document: Document) -> Token | None:
    """Return the verb with a subject right before some words in marks: "what she called “…”"."""
    before = words_between(max(0, passage.start - LONGEST_RATING), passage.start, document)
    verb = before[-1] if before else None
    if verb is None or verb.pos_ not in VERBS or verb.lemma_.lower() not in RATING:
        return None
    return verb if has_child(verb, *NOUN_SUBJECTS) else None


def _speaker_between(start: int, end: int, document: Document) -> Mention | None:
    """Return the first mention between two offsets that may be of somebody who speaks."""
    for token in words_between(start, end, document):
        mention = document.mention(token)
        if mention is None or not _may_speak(mention) or _is_spoken_of(token):
            continue
        passage = mention.passage
        if start <= passage.start and passage.end <= end:
            return mention
    return None


def _is_spoken_of(token: Token) -> bool:
    """Return whether a mention is no speaker by its place: "One Labour member texts us"."""
    head = token.head
    if token.dep_ in INSIDE_NAME:
        return head.dep_ in NOUN_SUBJECTS
    return token.dep_ in HEARERS and has_child(head, *NOUN_SUBJECTS)


def _may_speak(mention: Mention) -> bool:
    """Return whether a mention may be of somebody who speaks."""
    return mention.kind in SPEAKING_KINDS and mention.type in SPEAKERS
