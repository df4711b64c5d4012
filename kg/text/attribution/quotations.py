"""Direct and indirect quotations with their speakers.

Direct quotations are found by their marks, over the breaks that a reporting clause makes ("…," she said, "…") and over
paragraphs that open with a mark and close in a later one. The speaker is the subject of the verb of saying that stands next
to the marks, else the speaker of the quotation just before it in a run of bare quotations.
Source: the cases of O'Keefe et al. 2012, "A sequence labelling approach to quote attribution", and Pareti 2015 (PARC).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg.lang.en import word_set
from kg.model import Article, Kind, Mention, Passage, Quote
from kg.text.attribution.factuality import factuality, is_negated
from kg.text.attribution.sources import SAYING, speaker_of
from kg.text.parse import trimmed
from kg.text.syntax import Document, document_of
from kg.trace import fired, stopped

DIRECT, CONTINUED, INDIRECT = "quotation-direct", "quotation-continued", "quotation-indirect"
OPENING = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’"}
CLAUSE_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
PARAGRAPH = re.compile(r"\r?\n\s*")
WORD = re.compile(r"\w+")
TOLD_DIRECTLY = word_set("verbs", "saying-to-object")
MIN_WORDS = 3  # fewer words in marks are a title, a nickname or a scare quote unless they are a whole sentence
REACH_BEFORE, REACH_AFTER = 400, 250  # characters in which the verb of saying is looked for
MAX_QUOTE = 5000  # characters; a mark without a partner must not swallow the article
LETTER = re.compile(r"\w")
OPENING_MARK = re.compile(f"[{''.join(OPENING)}]")


def quotes(doc: Doc, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """All quotations of the article, in text order; `mentions` give the speakers, which may be pronouns."""
    here = document_of(doc, article, mentions)
    direct = list(_attributed(here))
    inside = [quote.passage for quote in direct]
    indirect = []
    for quote in _indirect(here):
        if any(_overlaps(quote.passage, other) for other in inside):
            stopped(INDIRECT, quote.passage, "its words lie in a direct quotation, or around one")
        else:
            indirect.append(quote)
    return tuple(
        sorted((*direct, *indirect), key=lambda quote: (quote.passage.start, quote.passage.end))
    )


# ------------------------------------------------------------------------------------------------------------- direct


def marked(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between quotation marks, marks included, in text order; linear in the length of the text.

    A quotation that runs on over a paragraph whose own text opens with a mark again is one stretch for each paragraph.
    """
    done = 0
    for mark in OPENING_MARK.finditer(text):
        start = mark.start()
        if start >= done and _opens(text, start):
            done = _closing(text, start)
            yield start, done


def _opens(text: str, at: int) -> bool:
    """True where a mark begins a quotation: nothing or a blank before it, a word after it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or not LETTER.match(before)) and bool(after) and not after.isspace()


def _closing(text: str, start: int) -> int:
    """The offset behind the mark that closes the quotation, or the end of its paragraph."""
    mark = OPENING[text[start]]
    limit = min(len(text), start + MAX_QUOTE)
    for position in range(start + 1, limit):
        here = text[position]
        if here == "\n" or (here == text[start] and here != mark and mark != "’"):
            return position
        if here == mark and not (mark == "’" and LETTER.match(text[position + 1 : position + 2])):
            return position + 1
    return limit


def _attributed(here: Document) -> Iterator[Quote]:
    """Direct quotations with their speakers; a bare one takes the speaker of the one before it."""
    previous: Quote | None = None
    for start, end in marked(here.article.text):
        passage = Passage(here.article.id, start, end)
        if _in_furniture(here.article, start):
            stopped(DIRECT, passage, "it stands in site furniture, which is not read")
            continue
        words = passage.of(here.article.text)
        if len(WORD.findall(words)) < MIN_WORDS:
            stopped(DIRECT, passage, "fewer than {} words stand between the marks", MIN_WORDS)
            continue
        verb = _saying_verb(passage, here)
        if verb is None and not _is_sentence(words):
            stopped(
                DIRECT,
                passage,
                "no verb of saying stands beside it, and it does not end as a sentence does",
            )
            continue
        quote = (
            _quote(passage, verb, here) if verb is not None else _continued(passage, previous, here)
        )
        if quote is None:
            continue
        previous = quote
        yield quote


def _is_sentence(words: str) -> bool:
    """False for a nickname, a title or a scare quote, which end without a mark."""
    return words.rstrip('”"’»').rstrip()[-1:] in ".!?,…"


def _quote(passage: Passage, verb: Token, here: Document) -> Quote:
    """The quotation that a verb of saying introduces."""
    speaker = speaker_of(verb, here)
    if speaker is None:
        fired(
            DIRECT,
            passage,
            "“{}” is the verb of saying; its subject is no mention, so it has no speaker",
            verb,
        )
    else:
        fired(
            DIRECT,
            passage,
            "“{}” is the verb of saying, and “{}”, its subject, the speaker",
            verb,
            speaker,
        )
    evidence = Passage(
        passage.article,
        min(passage.start, _start(verb)),
        max(passage.end, trimmed(verb.sent, passage.article).end),
    )
    return Quote(
        passage,
        passage.of(here.article.text).strip('“”"‘’«»„ ,\n\r'),
        evidence,
        speaker=speaker,
        addressee=_addressee(verb, here),
        when=next(here.of_kind(_adjuncts(verb), Kind.TIME), None),
        rule=DIRECT,
    )


def _start(verb: Token) -> int:
    """Where the sentence of the verb starts, or the verb's own subject where a quotation stands before it."""
    return min(
        [
            verb.idx,
            *(
                child.left_edge.idx
                for child in verb.children
                if child.dep_ in ("nsubj", "nsubjpass")
            ),
        ]
    )


def _continued(passage: Passage, previous: Quote | None, here: Document) -> Quote | None:
    """A quotation without a verb of its own, right after another: the same speaker goes on."""
    if previous is None:
        stopped(
            CONTINUED, passage, "no verb of saying stands beside it, and no quotation before it"
        )
        return None
    between = (
        here.article.text[previous.evidence.end : passage.start]
        if previous.evidence.end < passage.start
        else ""
    )
    if WORD.search(between):
        stopped(
            CONTINUED,
            passage,
            "no verb of saying stands beside it, and words stand between the last quotation and it",
        )
        return None
    fired(
        CONTINUED,
        passage,
        "no verb of saying stands beside it: the speaker of the quotation before it goes on",
    )
    text = passage.of(here.article.text).strip('“”"‘’«»„ ,\n\r')
    return replace(
        previous, passage=passage, text=text, evidence=passage, addressee=None, rule=CONTINUED
    )


def _saying_verb(passage: Passage, here: Document) -> Token | None:
    """The verb of saying next to a quotation in its paragraph: after it first, then before it, then around it."""
    text = here.article.text
    after = PARAGRAPH.search(text, passage.end, passage.end + REACH_AFTER + 2)
    before = max(
        (
            m.end()
            for m in PARAGRAPH.finditer(text, max(0, passage.start - REACH_BEFORE), passage.start)
        ),
        default=max(0, passage.start - REACH_BEFORE),
    )
    stop = min(after.start() if after else len(text), passage.end + REACH_AFTER)
    ahead = _verbs(here.doc, _sentence_start(text, before, passage.start), passage.start)
    behind = _verbs(here.doc, passage.end, _sentence_stop(text, passage.end, stop))
    leading, following = (
        [verb for verb in verbs if verb.lemma_.lower() in SAYING] for verbs in (ahead, behind)
    )
    if (ahead or behind) and not leading and not following:
        words = ", ".join(f"“{verb}”" for verb in (*ahead, *behind))
        stopped(DIRECT, passage, "no verb beside it is one of saying: {}", words)
    candidates = [*following[:1], *reversed(leading[-1:])]
    if text[passage.end - 2 : passage.end - 1] not in (",", "?", "!", "-", "—") and leading:
        candidates = [*leading[-1:], *following[:1]]
    for verb in candidates:
        if speaker_of(verb, here) is not None or verb.dep_ == "ROOT":
            return verb
        stopped(DIRECT, passage, "“{}”, beside it, has no subject that is a mention", verb)
    return None


def _sentence_stop(text: str, start: int, limit: int) -> int:
    """The end of the sentence that goes on after a quotation; the quotation itself may have ended it."""
    if text[start - 2 : start - 1] in (".",):
        return start
    stop = re.compile(r"[.!?](?=\s|$)|[“\"]").search(text, start, limit)
    return stop.start() if stop else limit


def _sentence_start(text: str, limit: int, end: int) -> int:
    """The start of the sentence that leads to a quotation."""
    starts = [m.end() for m in re.finditer(r"[.!?][”\"]?\s+(?=[A-Z“\"])", text[limit:end])]
    return limit + (starts[-1] if starts else 0)


def _verbs(doc: Doc, start: int, end: int) -> list[Token]:
    """Return the verbs between two offsets, in text order."""
    span = doc.char_span(start, end, alignment_mode="contract") if end > start else None
    return [token for token in span or () if token.pos_ == "VERB"]


def _adjuncts(verb: Token) -> Iterator[Token]:
    """Nouns that stand beside the verb without or with a preposition."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "advmod"):
            yield child
        elif child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _addressee(verb: Token, here: Document) -> Mention | None:
    """Whom the words are said to: the object of "tell", the noun after "to" of other verbs."""
    if verb.lemma_ in TOLD_DIRECTLY:
        objects = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    else:
        objects = [
            c
            for p in verb.children
            if p.dep_ in ("prep", "dative") and p.lower_ == "to"
            for c in p.children
            if c.dep_ == "pobj"
        ]
    return next((m for m in map(here.thing, objects) if m is not None), None)


# ----------------------------------------------------------------------------------------------------------- indirect


def _indirect(here: Document) -> Iterator[Quote]:
    """Reported speech: the clause under a verb of saying, and the sentence around "according to"."""
    for verb in here.verbs:
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if clause is None:
            continue
        if verb.lemma_.lower() not in SAYING:
            stopped(INDIRECT, verb, "“{}” is no verb of saying", verb)
            continue
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and _is_whole(c)), None)
        if clause is None:
            stopped(
                INDIRECT, verb, "the clause under “{}” lacks a subject or a verb of its own", verb
            )
            continue
        speaker = speaker_of(verb, here)
        if speaker is None:
            stopped(INDIRECT, verb, "“{}” has no subject that is a mention", verb)
            continue
        if is_negated(verb):
            stopped(INDIRECT, verb, "“{}” is denied", verb)
            continue
        passage = trimmed(_content(clause), here.article.id)
        fired(
            INDIRECT,
            passage,
            "“{}” is the verb of saying, and “{}”, its subject, the speaker",
            verb,
            speaker,
        )
        yield Quote(
            passage,
            passage.of(here.article.text),
            trimmed(verb.sent, here.article.id),
            speaker=speaker,
            addressee=_addressee(verb, here),
            when=next(here.of_kind(_adjuncts(verb), Kind.TIME), None),
            indirect=True,
            factuality=factuality(verb),
            rule=INDIRECT,
        )


def _is_whole(clause: Token) -> bool:
    """True for a clause with a verb and a subject of its own."""
    return clause.pos_ in ("VERB", "AUX") and any(
        child.dep_ in CLAUSE_SUBJECTS for child in clause.children
    )


def _content(clause: Token) -> Span:
    """The words of a reported clause without "that" and without the commas around it."""
    tokens = list(clause.subtree)
    while tokens[0] != clause and (
        tokens[0].dep_ == "mark" or tokens[0].is_punct or tokens[0].is_space
    ):
        tokens.pop(0)
    while len(tokens) > 1 and (tokens[-1].is_space or tokens[-1].text in ',"'):
        tokens.pop()
    return clause.doc[tokens[0].i : tokens[-1].i + 1]


def _in_furniture(article: Article, offset: int) -> bool:
    """True where the offset lies in site furniture."""
    return any(passage.start <= offset < passage.end for passage in article.furniture)


def _overlaps(a: Passage, b: Passage) -> bool:
    """True where two passages share a character."""
    return a.start < b.end and b.start < a.end
