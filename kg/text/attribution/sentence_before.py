"""Speakers whom the sentence before a quotation names.

Lund was blunt. "…"     Lund posted a notice. "…", it read.     Lund came. "…", the Dane said.

The sentence tells of the person who goes on to speak, or of whoever made the text that "it" is.
"""

import re
from dataclasses import replace

from spacy.tokens import Span, Token

from kg.gazetteer import demonym
from kg.lang.en import word_list, word_set
from kg.model import (
    Gender,
    Kind,
    Mention,
    Passage,
)
from kg.text.attribution.misread_subjects import can_speak
from kg.text.attribution.speech_verbs import SAYING, words_between
from kg.text.attribution.who_speaks import (
    MADE_KNOWN,
    MAKING_TEXTS,
    TELLING,
    WRITTEN,
    author_of,
    thing_or_namesake,
)
from kg.text.parse import children_with, has_child, subjects
from kg.text.parse.labels import NOUN_SUBJECTS, VERBS
from kg.text.syntax import Document

RATING = word_set("verbs", "quoting") - SAYING
TEXTS = TELLING | WRITTEN | MADE_KNOWN
OF_WORDS = (*NOUN_SUBJECTS, "dobj")
PERSON = "schema:Person"
IT = "it"
THE = frozenset({"the"})
OF_AN_AGE = tuple(word_list("phrases", "year-old"))
SENTENCE_BEFORE = re.compile(r"[.!?…][\"”’)]?\s$")
LONGEST_STOP = 4  # characters before a quotation in which the end of a sentence is looked for
REACH = 250  # characters

Speaking = tuple[Mention, int]  # who speaks, and where the sentence that shows it starts


def subject_before(passage: Passage, document: Document) -> Speaking | None:
    """Return the person whose doing the sentence before tells, in the same paragraph."""
    sentence = _sentence_before(passage, document)
    if sentence is None:
        return None
    text = document.article.text
    verb = sentence.root
    if verb.pos_ not in VERBS:
        return None
    is_apart = "\n" in text[sentence.start_char : passage.start]
    is_led = _is_paragraph(passage, text) and _leads_on(verb)
    if is_apart and not is_led:
        return None
    speaker = thing_or_namesake(subjects(verb), document)
    is_asked = text[: passage.start].rstrip().endswith("?")
    is_answer = is_asked and speaker is not None and _is_he_or_she(speaker)
    if speaker is None or (speaker.type != PERSON and not is_answer):
        return None
    return speaker, sentence.start_char


def _sentence_before(passage: Passage, document: Document) -> Span | None:
    """Return the sentence that ends right before a quotation, None without one."""
    end = passage.start
    stop = document.article.text[max(0, end - LONGEST_STOP) : end]
    before = words_between(max(0, end - REACH), end, document)
    if SENTENCE_BEFORE.search(stop) is None or not before:
        return None
    return before[-1].sent


def meant_by_subject(
    passage: Passage, verb: Token, speaker: Mention | None, document: Document
) -> Speaking | None:
    """Return who is meant by a subject that says of whoever speaks only what the reader knows.

    That is "it" for a text, the speaker's age or nationality: "said the 33-year-old". None for
    other subjects, and if the sentence before shows nobody.
    """
    if speaker is not None and speaker.text.lower() == IT:
        start = min(passage.start, speaker.passage.start)
        return _maker_of_text(replace(passage, start=start), document)
    nouns = subjects(verb) or children_with(verb, "dobj")  # "joked the 33-year-old"
    if any(_is_known_person(noun, document) for noun in nouns):
        return subject_before(passage, document)
    return None


def _is_known_person(noun: Token, document: Document) -> bool:
    """Return whether a noun means a person by an age or a nationality: "the Dane"."""
    if not has_child(noun, "det", words=THE):
        return False
    mention = document.mention(noun)
    if mention is None:
        words = document.doc[noun.left_edge.i : noun.i + 1]
        return words.text.lower().endswith(OF_AN_AGE)
    return demonym(mention.text) is not None


def _maker_of_text(passage: Passage, document: Document) -> Speaking | None:
    """Return who made the text of which the sentence before a quotation tells.

    "Globex posted a notice", "a statement by Globex was read out".
    """
    sentence = _sentence_before(passage, document)
    if sentence is None or "\n" in document.article.text[sentence.start_char : passage.start]:
        return None
    for noun in sentence:
        if noun.lemma_.lower() not in TEXTS:
            continue
        maker = author_of(noun, document) or _maker_by_verb(noun, document)
        if maker is not None and can_speak(maker):
            return maker, sentence.start_char
    return None


def _maker_by_verb(text: Token, document: Document) -> Mention | None:
    """Return the subject of a verb of making that has a text as its object: "sent a letter"."""
    verb = text.head
    if text.dep_ != "dobj" or verb.lemma_ not in MAKING_TEXTS:
        return None
    return thing_or_namesake(subjects(verb), document)


def _is_he_or_she(mention: Mention) -> bool:
    """Return whether a mention is a pronoun for one person, who answers: "Will he win? “Yes …”"."""
    return mention.kind is Kind.PRONOUN and mention.gender is not Gender.UNKNOWN


def _is_paragraph(passage: Passage, text: str) -> bool:
    """Return whether words in marks are a paragraph of their own."""
    before = text[: passage.start].rstrip(" ")
    if not before.endswith("\n"):
        return False
    behind = text[passage.end :].lstrip(" .,")
    return behind[:1] in ("", "\n")


def _leads_on(verb: Token) -> bool:
    """Return whether a sentence tells of words that a paragraph behind it may hold.

    "She praised the treaty." "He offered an explanation." "Her arguments were about the bank."
    """
    if verb.lemma_.lower() in RATING:
        return True
    nouns = children_with(verb, *OF_WORDS)
    return any(noun.lemma_.lower() in TELLING for noun in nouns)
