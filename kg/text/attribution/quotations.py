"""Direct and indirect quotations with their speakers.

Direct quotations are found by their marks, over the breaks that a reporting clause makes ("…," she
said, "…") and over paragraphs that open with a mark and close in a later one. The speaker is the
subject of the verb of saying that stands next to the marks, else the speaker of the quotation just
before it in a run of bare quotations.

Source: the cases of O'Keefe et al. 2012, "A sequence labelling approach to quote attribution", and
Pareti 2015 (PARC).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter

from spacy.tokens import Doc, Token

from kg.lang.en import word_set
from kg.model import (
    Article,
    Mention,
    Passage,
    Quote,
)
from kg.text.attribution.behind_colons import transcript
from kg.text.attribution.frames import (
    Frame,
    frame_of,
    frame_of_rating,
)
from kg.text.attribution.quotation_marks import (
    SIGNS_AT_END,
    WORD,
    bare,
    count_words,
    has_comma_behind,
    is_behind_colon,
    is_sentence,
    is_title,
    last_sign,
    marked,
    own_words,
    start_before,
    stop_behind,
    with_closing_mark,
    with_repeated,
)
from kg.text.attribution.reported_speech import reported_speech
from kg.text.attribution.reported_words import INDIRECT
from kg.text.attribution.sentence_before import meant_by_subject
from kg.text.attribution.speech_verbs import (
    addressee_of,
    is_saying,
    speaker_beside,
    speaker_of,
    time_of,
    words_between,
)
from kg.text.attribution.who_speaks import person_among
from kg.text.parse import children_with, subjects, trimmed
from kg.text.parse.labels import NOUN_SUBJECTS
from kg.text.syntax import Document, document_of
from kg.trace import fired, stopped

# The rules, as quotations and traces name them.
DIRECT = "quotation-direct"
CONTINUED = "quotation-continued"
# Before the mark that closes, these lead to a verb of saying that follows.
LEADS_ON = frozenset(",?!-—")
BEFORE_MARKS = word_set("verbs", "saying-before-marks")
MIN_WORDS = 3  # fewer words in marks are a title, a nickname or a scare quote, or a whole sentence
MIN_FRAGMENT = 5  # words in marks inside of reported speech that are a quotation by themselves
LONGEST_VERB = 20  # characters of the verb right before words in marks
IN_TEXT = attrgetter("passage.start", "passage.end")  # the order in which quotations stand

Quotes = Sequence[Quote]


def quotes(doc: Doc, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """Return all quotations of the article, in text order.

    `mentions` give the speakers, which may be pronouns.
    """
    text = article.text
    document = document_of(doc, article, mentions)
    direct = with_repeated(article, [*_attributed(document), *transcript(document)])
    indirect = []
    for quote in reported_speech(document):
        if _is_much_quoted(quote, direct, text):
            stopped(INDIRECT, quote.passage, "its words lie in a direct quotation, or around one")
        else:
            passage = with_closing_mark(quote.passage, text)
            indirect.append(replace(quote, passage=passage, text=passage.of(text)))
    for quote in own_words(article, direct, indirect, DIRECT):
        if not _is_told_by_another(quote, document):
            direct.append(quote)
    found = indirect.copy()
    for quote in direct:
        if not _is_fragment_of_any(quote, indirect, text):
            found.append(quote)
    found.sort(key=IN_TEXT)
    return tuple(found)


def _is_told_by_another(quote: Quote, document: Document) -> bool:
    """Return whether a verb of saying leads to words in reported speech: "and a sign said “…”"."""
    start = quote.passage.start
    before = words_between(max(0, start - LONGEST_VERB), start, document)
    return bool(before) and _is_said(before[-1])


def _is_much_quoted(reported: Quote, direct: Quotes, text: str) -> bool:
    """Return whether a direct quotation goes beyond reported speech, or is its most and begins it.

    Speech that begins with words of the reporter is reported, whatever marks are in it.
    """
    passage = reported.passage
    words = count_words(passage.of(text))
    for quote in direct:
        if not _overlap(quote.passage, passage):
            continue
        if not passage.covers(_unmarked(quote.passage, text)):
            return True
        quoted = count_words(quote.passage.of(text))
        before = text[passage.start : quote.passage.start]
        if not count_words(before) and quoted * 2 > words:
            return True
    return False


def _unmarked(passage: Passage, text: str) -> Passage:
    """Return the passage of a direct quotation without its marks and the signs before the last."""
    words = passage.of(text).rstrip(SIGNS_AT_END)
    return replace(passage, start=passage.start + 1, end=passage.start + len(words))


def _overlap(a: Passage, b: Passage) -> bool:
    """Return whether two passages share a character."""
    return a.start < b.end and b.start < a.end


def _is_fragment_of_any(direct: Quote, indirect: Quotes, text: str) -> bool:
    """Return whether a direct quotation is only some words of what is reported anyway."""
    passage = _unmarked(direct.passage, text)
    if count_words(passage.of(text)) >= MIN_FRAGMENT:
        return False
    return any(quote.passage.covers(passage) for quote in indirect)


def _attributed(document: Document) -> Iterator[Quote]:
    """Yield direct quotations with their speakers.

    A bare one takes the speaker of the one before it.
    """
    article = document.article
    previous: Quote | None = None
    for start, end in marked(article.text):
        passage = Passage(article.id, start, end)
        if not _may_be_speech(passage, document):
            continue
        quote = _told(passage, document) or _continued(passage, previous, document)
        if quote is not None:
            previous = quote
            yield quote


def _may_be_speech(passage: Passage, document: Document) -> bool:
    """Return whether words between marks can be what somebody said, by themselves."""
    article = document.article
    words = passage.of(article.text)
    count = count_words(words)
    if _is_in_furniture(article, passage.start):
        stopped(DIRECT, passage, "it stands in site furniture, which is not read")
        return False
    if count < MIN_WORDS and not _is_answer(passage, article.text):
        stopped(DIRECT, passage, "fewer than {} words stand between the marks", MIN_WORDS)
        return False
    if is_sentence(words):
        return True
    if count < MIN_FRAGMENT or is_title(words):
        stopped(DIRECT, passage, "it is a title, or its few words are no sentence")
        return False
    return True


def _is_in_furniture(article: Article, offset: int) -> bool:
    """Return whether an offset lies in site furniture."""
    return any(passage.start <= offset < passage.end for passage in article.furniture)


def _is_answer(passage: Passage, text: str) -> bool:
    """Return whether words in marks, however few, are a sentence behind a colon."""
    return is_behind_colon(passage, text) and is_sentence(passage.of(text))


def _told(passage: Passage, document: Document) -> Quote | None:
    """Return the quotation whose speaker a verb of saying or another frame tells."""
    rated = frame_of_rating(passage, document)
    if rated is not None and not _is_of_words(rated.speaker, passage, document):
        return _framed(passage, rated, document)
    verb = _saying_verb(passage, document)
    if verb is not None:
        return _quote(passage, verb, document)
    frame = frame_of(passage, document)
    if frame is None or _is_of_words(frame.speaker, passage, document):
        return None
    return _framed(passage, frame, document)


def _framed(passage: Passage, frame: Frame, document: Document) -> Quote:
    """Return the quotation whose speaker is told in another way than by a verb of saying."""
    speaker, start, end = frame
    fired(DIRECT, passage, "what stands around it shows that “{}” speaks", speaker)
    words = bare(passage.of(document.article.text))
    evidence = Passage(passage.article, start, end)
    return Quote(passage, words, evidence, speaker=speaker, rule=DIRECT)


def _quote(passage: Passage, verb: Token, document: Document) -> Quote:
    """Return the quotation that a verb of saying introduces."""
    speaker = _speaker_outside(passage, verb, document)
    meant = meant_by_subject(passage, verb, speaker, document)
    if meant is not None:
        return _framed(passage, Frame(*meant, _evidence(passage, verb).end), document)
    if speaker is None:
        finding = "“{}” is the verb of saying; its subject is no mention, so it has no speaker"
        fired(DIRECT, passage, finding, verb)
    elif speaker == speaker_of(verb, document):
        finding = "“{}” is the verb of saying, and “{}”, its subject, the speaker"
        fired(DIRECT, passage, finding, verb, speaker)
    else:
        finding = (
            "“{}” is the verb of saying, and “{}”, named in its subject or beside it, the speaker"
        )
        fired(DIRECT, passage, finding, verb, speaker)
    addressee = addressee_of(verb, document)
    return Quote(
        passage,
        bare(passage.of(document.article.text)),
        _evidence(passage, verb),
        speaker=speaker,
        addressee=None if addressee == speaker else addressee,
        when=time_of(verb, document),
        rule=DIRECT,
    )


def _speaker_outside(passage: Passage, verb: Token, document: Document) -> Mention | None:
    """Return who speaks words in marks, by the verb beside them; nobody who is named in them.

    The parser takes "one band" for the subject in "“One band, no windows,” Ann Lee, a clerk, said".
    """
    speaker = speaker_beside(verb, document)
    if speaker is None or not passage.covers(speaker.passage):
        return speaker
    return person_among(words_between(passage.end, verb.idx, document), document)


def _evidence(passage: Passage, verb: Token) -> Passage:
    """Return a quotation with the clause of its verb of saying, from the subject on."""
    start = min(passage.start, verb.idx)
    for subject in children_with(verb, *NOUN_SUBJECTS):
        first = subject.left_edge
        start = min(start, first.idx)
    sentence = trimmed(verb.sent, passage.article)
    end = max(passage.end, sentence.end)
    return Passage(passage.article, start, end)


def _continued(passage: Passage, previous: Quote | None, document: Document) -> Quote | None:
    """Return a quotation without a verb of its own, if it stands right after another.

    The same speaker goes on.
    """
    text = document.article.text
    words = passage.of(text)
    if not is_sentence(words):
        condition = "no verb of saying stands beside it, and it does not end as a sentence does"
        stopped(DIRECT, passage, condition)
        return None
    if previous is None:
        condition = "no verb of saying stands beside it, and no quotation before it"
        stopped(CONTINUED, passage, condition)
        return None
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
        text=bare(words),
        evidence=passage,
        addressee=None,
        rule=CONTINUED,
    )


def _saying_verb(passage: Passage, document: Document) -> Token | None:
    """Return the verb of saying next to a quotation in its paragraph.

    It is looked for after the quotation first, then before it, then around it.
    """
    text = document.article.text
    start, end = start_before(passage, text), stop_behind(passage, text)
    ahead = _verbs(start, passage.start, document)
    behind = _verbs(passage.end, end, document)
    candidates = list(filter(_is_said, behind))[:1]
    candidates += list(filter(_is_said, ahead))[-1:]
    beside = [f"“{verb}”" for verb in (*ahead, *behind)]
    if beside and not candidates:
        condition = "no verb beside it is one of saying: {}"
        stopped(DIRECT, passage, condition, ", ".join(beside))
    if last_sign(passage, text) not in LEADS_ON and not has_comma_behind(passage, text):
        candidates.reverse()
    for verb in candidates:
        if _is_of_words(speaker_beside(verb, document), passage, document):
            stopped(DIRECT, passage, "the subject of “{}” is that of the words, too", verb)
            continue
        if verb.dep_ == "ROOT":
            return verb
        if speaker_beside(verb, document) is not None:
            return verb
        stopped(DIRECT, passage, "“{}”, beside it, has no subject that is a mention", verb)
    return None


def _is_of_words(speaker: Mention | None, passage: Passage, document: Document) -> bool:
    """Return whether words in marks go on from a mention before them as their own subject.

    In "wrote that the regulator “does not expect an inquiry”" the regulator writes nothing.
    """
    text = document.article.text
    is_whole = is_behind_colon(passage, text) or not bare(passage.of(text))[:1].islower()
    if speaker is None or is_whole or speaker.passage.end > passage.start:
        return False
    inside = words_between(passage.start + 1, passage.end - 1, document)
    own = chain.from_iterable(map(subjects, inside))
    start = speaker.passage.start
    return any(subject.left_edge.idx <= start <= subject.right_edge.idx for subject in own)


def _is_said(verb: Token) -> bool:
    """Return whether a verb beside words in marks says that its subject speaks them."""
    return is_saying(verb) or verb.lemma_.lower() in BEFORE_MARKS


def _verbs(start: int, end: int, document: Document) -> list[Token]:
    """Return the verbs between two offsets, in text order."""
    words = words_between(start, end, document)
    return [word for word in words if word.pos_ == "VERB"]
