"""The standing of a claim in its text: how far it is asserted, and who says it.

By its own signs first, then by whom it comes from, if that is not the article itself. This source
is found by quotation marks, by the verb of saying above a clause or put into it, by "according to",
by a noun that tells ("the claim that"), and by verbs with which somebody asks for something,
foresees it or denies it. What a reporter puts in between is the article's own: a clause beyond a
semicolon, an aside behind a comma ("Ann Lee, who left in May, will return, he said").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Assertion,
    Factuality,
    Quote,
)
from kg.text.attribution.behind_colons import answer_before
from kg.text.attribution.factuality import factuality
from kg.text.attribution.governors import accusing_verb
from kg.text.attribution.misread_speech import said_behind
from kg.text.attribution.reported_words import INDIRECT, clauses_under
from kg.text.attribution.speech_verbs import (
    SAYING,
    reports,
    speaker_of,
)
from kg.text.attribution.tags import tag_around
from kg.text.attribution.wanted import wanted_clause
from kg.text.attribution.who_speaks import named_source, source_of
from kg.text.parse import (
    any_word,
    children_with,
    has_child,
    is_passive,
    neighbour,
    subjects,
)
from kg.text.parse.labels import VERBS
from kg.text.syntax import Document

DENYING = word_set("verbs", "saying-no")
OPINION = word_set("verbs", "saying-opinion")
ASIDES = frozenset({"relcl", "appos", "acl"})
GRANTED = ASIDES | {"advcl", "pcomp"}
THAT = frozenset({"that"})
BEFORE_ASIDES = frozenset(",–—-(")
MAY_BE = word_set("function_words", "condition")  # "would not say whether"
WRONGLY = word_set("adverbs", "wrongly")
ORIGINALLY = word_set("adverbs", "originally")
EARLIER = word_set("adjectives", "earlier-version")
TEXTS = word_set("nouns", "corrected-text")
ASSERTED = Assertion(Factuality.ASSERTED, None)


def assertion(verb: Token, document: Document) -> Assertion:
    """Return how a clause stands: by its own signs first, then by who reports it."""
    if verb.i not in document.assertion_at:
        document.assertion_at[verb.i] = _assertion(verb, document)
    return document.assertion_at[verb.i]


def _assertion(verb: Token, document: Document) -> Assertion:
    """Return how a clause stands, worked out anew."""
    own = factuality(verb)
    source = attribution(verb, document)
    if source is None:
        return Assertion(own, None)
    is_denied = source.factuality is Factuality.DENIED and own is Factuality.POSSIBLE
    is_plain = own is Factuality.ASSERTED
    return Assertion(source.factuality if is_plain or is_denied else own, source.speaker)


def presupposed(noun: Token, document: Document) -> Assertion:
    """Return how far what a noun phrase takes for granted is asserted ("Acme's founder, Ann Bolt").

    Only a direct quotation makes it reported. Such phrases keep their truth under negation and
    modals ("The founder, Ann Bolt, did not come").
    """
    quote = quote_around(noun, document)
    return ASSERTED if quote is None else Assertion(Factuality.REPORTED, quote.speaker)


# ------------------------------------------------------------------------------------------ sources


def attribution(token: Token, document: Document) -> Assertion | None:
    """Return the attribution of the clause around a token, None if the article itself says it.

    The innermost wins, and a quotation before all others. What a relative clause takes for granted
    is not denied with the clause around it: "denied that the firm that paid him had gained".
    """
    quote = quote_around(token, document)
    if quote is not None:
        return Assertion(Factuality.REPORTED, quote.speaker)
    is_granted = False
    for clause in _clauses_above(token):
        found = _from_above(clause, token, document)
        if found is None:
            found = _put_in(clause, token, document)
        if found is not None:
            is_denied = found.factuality is Factuality.DENIED
            return None if is_granted and is_denied else found
        if _is_aside(clause):
            return _reported_around(token, document)
        is_granted = is_granted or clause.dep_ == "relcl"
    source = tag_around(token) or answer_before(token)
    if source is None:
        return _reported_around(token, document)
    return Assertion(Factuality.REPORTED, speaker_of(source, document))


def quote_around(token: Token, document: Document) -> Quote | None:
    """Return the first direct quotation around a token, None outside of all."""
    for quote in document.quotes:
        if quote.indirect:
            continue
        if quote.passage.start <= token.idx < quote.passage.end:
            return quote
    return None


def _reported_around(token: Token, document: Document) -> Assertion | None:
    """Return the attribution of a clause in reported speech that the parser hangs elsewhere.

    In "she said that it was old and that it had been stolen" it takes the second "that" for one of
    the whole sentence. What the words take for granted stands below a noun.
    """
    if token.pos_ not in VERBS or _is_granted(token):
        return None
    for quote in document.quotes:
        passage = quote.passage
        if quote.rule == INDIRECT and passage.start <= token.idx < passage.end:
            return Assertion(Factuality.REPORTED, quote.speaker)
    return None


def _is_granted(token: Token) -> bool:
    """Return whether a verb stands below a noun or an adverbial clause, up to a "that"."""
    for clause in _clauses_above(token):
        if has_child(clause, "mark", words=THAT):
            return False
        if clause.dep_ in GRANTED:
            return True
    return False


def _clauses_above(token: Token) -> Iterator[Token]:
    """Yield the token and its governors up to the root, nearest first."""
    yield token
    yield from token.ancestors


def _is_aside(clause: Token) -> bool:
    """Return whether a clause or apposition stands behind a comma, so that the article says it."""
    if clause.dep_ not in ASIDES:
        return False
    before = neighbour(clause.left_edge, -1)
    if before is None:
        return False
    return before.text in BEFORE_ASIDES


def _from_above(clause: Token, token: Token, document: Document) -> Assertion | None:
    """Return what governs a clause makes of it, None for what leaves it to the article."""
    accuser = accusing_verb(clause)
    if accuser is not None:
        return Assertion(Factuality.REPORTED, speaker_of(accuser, document))
    verb = _reporting_verb(clause)
    governor = clause.head if verb is None else verb
    if _is_parted(token, governor):
        return None
    if verb is None:
        return wanted_clause(clause, document)
    return _said(clause, verb, document)


def _reporting_verb(clause: Token) -> Token | None:
    """Return the verb of saying that reports a clause, None without one."""
    head = clause.head
    verb = head if head.pos_ in VERBS else head.head
    if head == clause or not reports(verb, clause):
        return None
    if clause in clauses_under(verb) or clause.dep_ == "parataxis":
        return verb
    if clause == said_behind(verb):
        return verb
    if clause.dep_ == "xcomp" and clause.tag_ == "VBN" and is_passive(verb):
        return verb  # "is said to have fled"
    is_condition = clause.dep_ == "advcl" and has_child(clause, "mark", words=MAY_BE)
    return verb if is_condition and clause.i > verb.i else None


def _said(clause: Token, verb: Token, document: Document) -> Assertion:
    """Return how a clause stands under a verb of saying: what is not said nobody answers for."""
    is_open = has_child(clause, "mark", words=MAY_BE)
    if is_open and factuality(verb) is Factuality.DENIED:
        return Assertion(Factuality.POSSIBLE, None)
    if _is_taken_back(verb):
        return Assertion(Factuality.DENIED)
    lemma = verb.lemma_.lower()
    speaker = speaker_of(verb, document)
    return Assertion(_factuality_under(lemma), speaker)


def _factuality_under(lemma: str) -> Factuality:
    """Return how far a clause under a verb of saying is asserted."""
    if lemma in DENYING:
        return Factuality.DENIED
    if lemma in OPINION:
        return Factuality.POSSIBLE
    return Factuality.REPORTED


def _is_parted(token: Token, verb: Token) -> bool:
    """Return whether a semicolon, or a colon before the verb, parts a token from a verb."""
    first, last = sorted((token.i, verb.i))
    between = token.doc[first:last]
    if token.i < verb.i:
        return any_word(between, ";", ":")
    return any_word(between, ";")


def _put_in(clause: Token, token: Token, document: Document) -> Assertion | None:
    """Return the source that is put into a clause: "she said", "according to Ann Lee"."""
    for verb in children_with(clause, "parataxis"):
        if verb.lemma_.lower() in SAYING and not _is_in_or_parted(token, verb):
            return Assertion(Factuality.REPORTED, speaker_of(verb, document))
    for according in children_with(clause, words={"according"}):
        is_told = source_of(according) is not None
        if is_told and not _is_in_or_parted(token, according):
            return Assertion(Factuality.REPORTED, named_source(according, document))
    return None


def _is_in_or_parted(token: Token, source: Token) -> bool:
    """Return whether a token is a part of what names the source, or parted from it."""
    return token in source.subtree or _is_parted(token, source)


# -------------------------------------------------------------------------------------- corrections


def _is_taken_back(saying: Token) -> bool:
    """Return whether what a verb of saying reports is not so: "wrongly said that".

    Nor is what an earlier version of the article said, or what "this article originally said".
    """
    if has_child(saying, "advmod", words=WRONGLY):
        return True
    return any(_is_corrected(subject, saying) for subject in subjects(saying))


def _is_corrected(text: Token, saying: Token) -> bool:
    """Return whether the subject of a verb of saying is a text that was corrected since."""
    if text.lemma_.lower() not in TEXTS:
        return False
    is_earlier = has_child(text, "amod", words=EARLIER)
    return is_earlier or has_child(saying, "advmod", words=ORIGINALLY)
