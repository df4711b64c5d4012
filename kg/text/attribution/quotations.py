"""Direct and indirect quotations with their speakers.

Direct quotations are found by their marks, over the breaks that a reporting clause makes ("…," she
said, "…") and over paragraphs that open with a mark and close in a later one. The speaker is the
subject of the verb of saying that stands next to the marks, else the speaker of the quotation just
before it in a run of bare quotations.

Source: the cases of O'Keefe et al. 2012, "A sequence labelling approach to quote attribution", and
Pareti 2015 (PARC).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.model import Article, Mention, Passage, Quote
from kg.text.attribution.frames import frame_of
from kg.text.attribution.quotation_marks import marked
from kg.text.attribution.reported_speech import INDIRECT, reported_speech
from kg.text.attribution.speech_verbs import SAYING, addressee_of, speaker_beside, time_of
from kg.text.parse import children_with, trimmed
from kg.text.parse.labels import NOUN_SUBJECTS
from kg.text.syntax import Document, document_of
from kg.trace import fired, stopped

# The rules, as quotations and traces name them.
DIRECT = "quotation-direct"
CONTINUED = "quotation-continued"
PARAGRAPH = re.compile(r"\r?\n\s*")
SENTENCE_START = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"])")
SENTENCE_STOP = re.compile(r"[.!?](?=\s|$)|[“\"]")
WORD = re.compile(r"\w+")
MARKS = '“”"‘’«»„'
MARKS_AND_BLANKS = MARKS + " ,\n\r"
ENDS_OF_SENTENCE = ".!?,…"
# Before the mark that closes, these lead to a verb of saying that follows.
LEADS_ON = frozenset(",?!-—")
MIN_WORDS = 3  # fewer words in marks are a title, a nickname or a scare quote, or a whole sentence
MIN_FRAGMENT = 5  # words in marks inside of reported speech that are a quotation by themselves
LONG_WORD = 4  # letters
REACH_BEFORE, REACH_AFTER = 400, 250  # characters in which the verb of saying is looked for


def quotes(doc: Doc, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """Return all quotations of the article, in text order.

    `mentions` give the speakers, which may be pronouns.
    """
    document = document_of(doc, article, mentions)
    direct = list(_attributed(document))
    indirect = []
    for quote in reported_speech(document):
        if any(_is_much_of(other, quote, article.text) for other in direct):
            stopped(INDIRECT, quote.passage, "its words lie in a direct quotation, or around one")
        else:
            indirect.append(quote)
    direct = [quote for quote in direct if not _is_fragment_of_any(quote, indirect, article.text)]
    return tuple(sorted((*direct, *indirect), key=_position))


def _position(quote: Quote) -> tuple[int, int]:
    """Return the key by which quotations are in text order."""
    return quote.passage.start, quote.passage.end


def _is_much_of(direct: Quote, indirect: Quote, text: str) -> bool:
    """Return whether a direct quotation is half of reported speech or more, or goes beyond it."""
    if not _overlap(direct.passage, indirect.passage):
        return False
    if not indirect.passage.covers(direct.passage):
        return True
    words = len(WORD.findall(direct.passage.of(text)))
    return words * 2 > len(WORD.findall(indirect.passage.of(text)))


def _is_fragment_of_any(direct: Quote, indirect: Sequence[Quote], text: str) -> bool:
    """Return whether a direct quotation is only some words of what is reported anyway."""
    if len(WORD.findall(direct.passage.of(text))) >= MIN_FRAGMENT:
        return False
    return any(quote.passage.covers(direct.passage) for quote in indirect)


def _attributed(document: Document) -> Iterator[Quote]:
    """Yield direct quotations with their speakers.

    A bare one takes the speaker of the one before it.
    """
    previous: Quote | None = None
    for start, end in marked(document.article.text):
        passage = Passage(document.article.id, start, end)
        if not _may_be_speech(passage, document):
            continue
        quote = _told(passage, document)
        if quote is None and not _is_sentence(passage.of(document.article.text)):
            condition = "no verb of saying stands beside it, and it does not end as a sentence does"
            stopped(DIRECT, passage, condition)
            continue
        quote = quote or _continued(passage, previous, document)
        if quote is not None:
            previous = quote
            yield quote


def _may_be_speech(passage: Passage, document: Document) -> bool:
    """Return whether words between marks can be what somebody said, by themselves."""
    article = document.article
    words = passage.of(article.text)
    if _is_in_furniture(article, passage.start):
        stopped(DIRECT, passage, "it stands in site furniture, which is not read")
        return False
    count = len(WORD.findall(words))
    if count < MIN_WORDS and not _is_answer(passage, document):
        stopped(DIRECT, passage, "fewer than {} words stand between the marks", MIN_WORDS)
        return False
    if _is_sentence(words):
        return True
    if count < MIN_FRAGMENT or _is_title(words):
        stopped(DIRECT, passage, "it is a title, or its few words are no sentence")
        return False
    return True


def _is_title(words: str) -> bool:
    """Return whether all longer words have capitals, as in the title of a work."""
    long = [word for word in WORD.findall(words) if len(word) >= LONG_WORD]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _told(passage: Passage, document: Document) -> Quote | None:
    """Return the quotation whose speaker a verb of saying or another frame tells."""
    verb = _saying_verb(passage, document)
    return _framed(passage, document) if verb is None else _quote(passage, verb, document)


def _is_answer(passage: Passage, document: Document) -> bool:
    """Return whether words in marks, however few, are a sentence behind a colon."""
    before = document.article.text[: passage.start].rstrip()[-1:]
    return before == ":" and _is_sentence(passage.of(document.article.text))


def _framed(passage: Passage, document: Document) -> Quote | None:
    """Return the quotation whose speaker is told in another way than by a verb of saying."""
    words = passage.of(document.article.text)
    frame = frame_of(passage, document, is_sentence=_is_sentence(words))
    if frame is None:
        return None
    fired(DIRECT, passage, "what stands around it shows that “{}” speaks", frame.speaker)
    return Quote(
        passage,
        words.strip(MARKS_AND_BLANKS),
        Passage(passage.article, frame.start, frame.end),
        speaker=frame.speaker,
        rule=DIRECT,
    )


def _is_sentence(words: str) -> bool:
    """Return whether words end as a sentence does; a nickname, title or scare quote does not."""
    last = words.rstrip('”"’»').rstrip()[-1:]
    return last in ENDS_OF_SENTENCE


def _quote(passage: Passage, verb: Token, document: Document) -> Quote:
    """Return the quotation that a verb of saying introduces."""
    speaker = speaker_beside(verb, document)
    if speaker is None:
        finding = "“{}” is the verb of saying; its subject is no mention, so it has no speaker"
        fired(DIRECT, passage, finding, verb)
    else:
        finding = "“{}” is the verb of saying, and “{}”, its subject, the speaker"
        fired(DIRECT, passage, finding, verb, speaker)
    start = min(passage.start, _start(verb))
    end = max(passage.end, trimmed(verb.sent, passage.article).end)
    return Quote(
        passage,
        passage.of(document.article.text).strip(MARKS_AND_BLANKS),
        Passage(passage.article, start, end),
        speaker=speaker,
        addressee=addressee_of(verb, document),
        when=time_of(verb, document),
        rule=DIRECT,
    )


def _start(verb: Token) -> int:
    """Return where the clause of a verb starts: at its subject or at the verb itself."""
    subjects = children_with(verb, *NOUN_SUBJECTS)
    return min([verb.idx, *(subject.left_edge.idx for subject in subjects)])


def _continued(passage: Passage, previous: Quote | None, document: Document) -> Quote | None:
    """Return a quotation without a verb of its own, if it stands right after another.

    The same speaker goes on.
    """
    if previous is None:
        condition = "no verb of saying stands beside it, and no quotation before it"
        stopped(CONTINUED, passage, condition)
        return None
    text = document.article.text
    if WORD.search(text[previous.evidence.end : passage.start]):
        condition = (
            "no verb of saying stands beside it, and words stand between the last quotation and it"
        )
        stopped(CONTINUED, passage, condition)
        return None
    finding = "no verb of saying stands beside it: the speaker of the quotation before it goes on"
    fired(CONTINUED, passage, finding)
    return replace(
        previous,
        passage=passage,
        text=passage.of(text).strip(MARKS_AND_BLANKS),
        evidence=passage,
        addressee=None,
        rule=CONTINUED,
    )


def _saying_verb(passage: Passage, document: Document) -> Token | None:
    """Return the verb of saying next to a quotation in its paragraph.

    It is looked for after the quotation first, then before it, then around it.
    """
    text = document.article.text
    ahead = _verbs(document.doc, _start_before(text, passage), passage.start)
    behind = _verbs(document.doc, passage.end, _stop_behind(text, passage))
    beside = [*ahead, *behind]
    candidates = [*_saying(behind)[:1], *_saying(ahead)[-1:]]
    if beside and not candidates:
        words = ", ".join(f"“{verb}”" for verb in beside)
        stopped(DIRECT, passage, "no verb beside it is one of saying: {}", words)
    if _last_sign(passage, text) not in LEADS_ON:
        candidates.reverse()
    for verb in candidates:
        if verb.dep_ == "ROOT":
            return verb
        if speaker_beside(verb, document) is not None:
            return verb
        stopped(DIRECT, passage, "“{}”, beside it, has no subject that is a mention", verb)
    return None


def _last_sign(quotation: Passage, text: str) -> str:
    """Return the sign before the mark that closes a quotation."""
    return text[quotation.end - 2 : quotation.end - 1]


def _saying(verbs: Sequence[Token]) -> list[Token]:
    """Return those of some verbs that are verbs of saying."""
    return [verb for verb in verbs if verb.lemma_.lower() in SAYING]


def _start_before(text: str, passage: Passage) -> int:
    """Return the start of the sentence that leads to a quotation, in its paragraph."""
    start = max(0, passage.start - REACH_BEFORE)
    for paragraph in PARAGRAPH.finditer(text, start, passage.start):
        start = paragraph.end()
    sentence = 0
    for end in SENTENCE_START.finditer(text[start : passage.start]):
        sentence = end.end()
    return start + sentence


def _stop_behind(text: str, passage: Passage) -> int:
    """Return the end of the sentence that goes on after a quotation, in its paragraph.

    The quotation itself may have ended it.
    """
    if _last_sign(passage, text) == ".":
        return passage.end
    reach = passage.end + REACH_AFTER
    paragraph = PARAGRAPH.search(text, passage.end, reach + 2)
    end = paragraph.start() if paragraph else len(text)
    limit = min(end, reach)
    stop = SENTENCE_STOP.search(text, passage.end, limit)
    return stop.start() if stop else limit


def _verbs(doc: Doc, start: int, end: int) -> list[Token]:
    """Return the verbs between two offsets, in text order."""
    if end <= start:
        return []
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return []
    return [token for token in span if token.pos_ == "VERB"]


def _is_in_furniture(article: Article, offset: int) -> bool:
    """Return whether an offset lies in site furniture."""
    return any(passage.start <= offset < passage.end for passage in article.furniture)


def _overlap(a: Passage, b: Passage) -> bool:
    """Return whether two passages share a character."""
    return a.start < b.end and b.start < a.end
