"""Reported speech: what a clause under a verb of saying says, without quotation marks."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention, Quote
from kg.text.attribution.behind_colons import told_behind_colons
from kg.text.attribution.factuality import factuality
from kg.text.attribution.misread_speech import (
    told_with_misread_subject,
    with_what_is_behind,
)
from kg.text.attribution.misread_subjects import start_of_phrase_before
from kg.text.attribution.reported_words import (
    INDIRECT,
    apart_from,
    behind_semicolon,
    clauses_under,
    content,
    is_said_of_noun,
    is_that_of_clause,
    told_by_nouns,
    trimmed_span,
    words_around,
)
from kg.text.attribution.speech_verbs import (
    addressee_of,
    goes_on,
    reports,
    speaker_of,
    time_of,
)
from kg.text.attribution.tags import speaker_behind, told_around_tag
from kg.text.attribution.verb_signs import is_negated
from kg.text.attribution.who_speaks import named_source, source_of
from kg.text.attribution.whole_clauses import is_whole, is_whole_around
from kg.text.attribution.with_their_verb import denials, ratings
from kg.text.parse import (
    any_word,
    has_child,
    trimmed,
)
from kg.text.parse.labels import VERBS
from kg.text.syntax import Document
from kg.trace import fired, stopped

SHARED = word_set("labels", "shared-with-verb-of-saying")  # verbs of which the subject stands above
READER = "you"  # "do you think that …"
DENYING = word_set("verbs", "saying-no")
ASKING = word_set("verbs", "asking")
BEHIND_SOURCE = frozenset({"conj", "relcl"})  # "…, and, according to Ann, …"; "which, according"
WHO_OR_WHAT = frozenset({"WP", "WP$", "WDT"})

Tokens = list[Token]


def reported_speech(document: Document) -> Iterator[Quote]:
    """Yield reported speech: the clause under or around a verb of saying, or beside "according
    to".
    """
    for verb in document.verbs:
        told = list(_told_by(verb))
        speaker = _speaker(verb, document) if told else None
        if speaker is None:
            continue
        for span in told:
            words = _without_speaker(span, verb, speaker)
            who = speaker_behind(words, verb, speaker, document)
            if who is not None:
                yield _indirect_quote(words, verb, who, document)
    yield from _behind_nouns(document)
    yield from _told_by_sources(document)
    yield from told_behind_colons(document)
    yield from ratings(document)
    yield from denials(document)


def _told_by(verb: Token) -> Iterator[Span]:
    """Yield the words that a verb of saying reports, as its tree shows, else as its place shows."""
    clauses = _clauses_of(verb)
    for clause in clauses:
        is_beside = clause == verb.head
        span = words_around(verb, clause) if is_beside else content(clause)
        if span is not None:
            yield with_what_is_behind(span, verb)
    if clauses:
        return
    around = told_with_misread_subject(verb) or told_around_tag(verb)
    if around is not None:
        yield around


def _behind_nouns(document: Document) -> Iterator[Quote]:
    """Yield the clauses behind nouns that tell something: "Ada Lund's claim that …"."""
    article = document.article
    for noun, clause, speaker in told_by_nouns(document):
        if not is_whole(clause):
            continue
        passage = trimmed(content(clause), article.id)
        fired(INDIRECT, passage, "“{}” tells it, and comes from “{}”", noun, speaker)
        words = passage.of(article.text)
        evidence = trimmed(noun.sent, article.id)
        yield Quote(passage, words, evidence, speaker=speaker, indirect=True, rule=INDIRECT)


def _clauses_of(verb: Token) -> Tokens:
    """Return the verbs of what a verb of saying reports, one on each side of it at most."""
    head = verb.head
    is_beside = verb.dep_ == "parataxis" and head.pos_ in VERBS
    clauses = clauses_under(verb)
    if not clauses and not is_beside:
        return []
    clauses = [clause for clause in clauses if reports(verb, clause)]
    if not clauses and not (is_beside and reports(verb, head)):
        stopped(INDIRECT, verb, "“{}” is no verb of saying", verb)
        return []
    if verb.lemma_.lower() in DENYING:
        stopped(INDIRECT, verb, "nobody says what “{}” takes back", verb)
        return []
    if not clauses:
        return [head] if is_whole_around(head) else []
    before = [clause for clause in clauses if clause.i < verb.i and _is_reported(clause, verb)]
    behind = [clause for clause in clauses if clause.i > verb.i and _is_reported(clause, verb)]
    if not before and not behind:
        condition = "the clause under “{}” lacks a subject or a verb of its own"
        stopped(INDIRECT, verb, condition, verb)
    return before[-1:] + behind[-1:]


def _is_reported(clause: Token, verb: Token) -> bool:
    """Return whether a clause is whole and not parted from its verb of saying by a semicolon."""
    if not is_whole(clause):
        return False
    is_question = verb.lemma_ in ASKING
    if is_question and has_child(clause, "mark"):
        return False  # "asked whether he came", "asked that he come"
    if _opens_a_question(clause) and not is_question:
        return False  # "told the police what she saw"
    if clause.i > verb.i:
        between = clause.doc[verb.i : clause.i]
        return not any_word(between, ";")
    between = clause.doc[clause.i : verb.i]
    return not any_word(between, ";", ":")


def _opens_a_question(clause: Token) -> bool:
    """Return whether a clause opens with a word that asks, and not with one for a noun before."""
    first = clause.left_edge
    if is_that_of_clause(first) or is_said_of_noun(clause):
        return False
    return first.tag_ in WHO_OR_WHAT


def _speaker(verb: Token, document: Document) -> Mention | None:
    """Return who says what a verb reports; None if nobody does, or if it is denied or asked."""
    speaker = speaker_of(verb, document)
    if speaker is None:
        stopped(INDIRECT, verb, "“{}” has no subject that is a mention", verb)
        return None
    if is_negated(verb):
        stopped(INDIRECT, verb, "“{}” is denied", verb)
        return None
    if speaker.text.lower() == READER:
        stopped(INDIRECT, verb, "“{}” is asked of the reader", verb)
        return None
    return speaker


def _told_by_sources(document: Document) -> Iterator[Quote]:
    """Yield the clauses that "according to" somebody are so."""
    article = document.article
    for according in document.words("according"):
        clause = _clause_around(according)
        if source_of(according) is None or clause is None:
            continue
        speaker = named_source(according, document)
        if speaker is None:
            stopped(INDIRECT, according, "what follows “according to” is no mention")
            continue
        span = _without(according, clause)
        if span is None:
            continue
        passage = trimmed(span, article.id)
        evidence = trimmed(clause.sent, article.id)
        words = passage.of(article.text)
        fired(INDIRECT, passage, "according to “{}”", speaker)
        yield Quote(passage, words, evidence, speaker=speaker, indirect=True, rule=INDIRECT)


def _clause_around(according: Token) -> Token | None:
    """Return the verb of the clause that "according to" stands in; None without a whole one."""
    verbs = (token for token in according.ancestors if token.pos_ in VERBS)
    clause = next(verbs, None)
    if clause is None:
        return None
    if clause.head.i < according.i < clause.i and clause.dep_ in BEHIND_SOURCE:
        return clause if clause.dep_ == "conj" or is_whole(clause) else None
    while clause.dep_ in SHARED and clause.head.pos_ in VERBS:
        clause = clause.head
    return clause if is_whole_around(clause) else None


def _without(according: Token, clause: Token) -> Span | None:
    """Return the words of a clause before or behind "according to …", where its verb stands."""
    words = apart_from(according, clause)
    if clause.i > according.i:
        end = according.right_edge.i
        return trimmed_span([word for word in words if word.i > end])
    before = [word for word in words if word.i < according.i]
    return trimmed_span(behind_semicolon(before, clause))


def _without_speaker(told: Span, verb: Token, speaker: Mention) -> Span:
    """Return reported words before a verb without the phrase of the speaker, if that is in them."""
    start = start_of_phrase_before(verb)
    if not told.start < start < told.end <= verb.i:
        return told
    passage = speaker.passage
    if not told.start_char < passage.start < told.end_char:
        return told
    words = told.doc[told.start : start]
    cut = trimmed_span(list(words))
    if cut is None:
        return told
    return cut


def _indirect_quote(told: Span, verb: Token, speaker: Mention, document: Document) -> Quote:
    """Return the quotation of what a verb of saying reports."""
    article = document.article
    passage = trimmed(told, article.id)
    finding = "“{}” is the verb of saying, and “{}”, its subject, the speaker"
    fired(INDIRECT, passage, finding, verb, speaker)
    asserted = verb.head if goes_on(verb) else verb
    return Quote(
        passage,
        passage.of(article.text),
        trimmed(verb.sent, article.id),
        speaker=speaker,
        addressee=addressee_of(verb, document),
        when=time_of(verb, document),
        indirect=True,
        factuality=factuality(asserted),
        rule=INDIRECT,
    )
