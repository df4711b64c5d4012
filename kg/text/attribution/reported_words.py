"""The words of what somebody is reported to say, without what the reporter puts around them."""

from collections.abc import Iterator
from itertools import dropwhile

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.attribution.speech_verbs import TOLD_DIRECTLY, is_saying
from kg.text.attribution.who_speaks import (
    TELLING,
    author_of,
    thing_or_namesake,
)
from kg.text.parse import (
    any_word,
    children_with,
    first_child,
    governed_by,
    has_child,
    subjects,
)
from kg.text.parse.labels import NOUN_CLAUSES, VERBS
from kg.text.syntax import Document

INDIRECT = "quotation-indirect"  # the rule of all reported speech, as quotations and traces name it
MADE = word_set("verbs", "making-a-telling")
THAT = "that"
WHERE_SAID = word_set("function_words", "where-it-is-said")
WHEN = "when"  # "told in June, when it was asked"
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
OBJECTS = frozenset({"dobj", "dative"})

FEWEST = 3  # words of a clause that is reported
OPENING = frozenset('"(')
ASIDES = word_set("labels", "aside-at-an-end")
GOING_ON = word_set("labels", "going-on-behind-a-source")
FINITE = word_set("labels", "finite-tag")
SPEAKING = word_set("verbs", "saying") | word_set("verbs", "quoting")
SUBJECTS_OF_CLAUSE = word_set("labels", "subject-of-a-whole-clause")

Tokens = list[Token]


def clauses_under(verb: Token) -> Tokens:
    """Return the verbs of the clauses under a verb, also of one that the parser hangs elsewhere.

    "said afterwards that he came", "told reporters that he came"; of two sentences that a
    semicolon joins, the first: "said that he came; Ann denies it".
    """
    clauses = [_before_semicolon(clause, verb) for clause in children_with(verb, "ccomp")]
    for child in children_with(verb, "advmod"):
        clauses += children_with(child, "ccomp")
    if not clauses and verb.lemma_ in TOLD_DIRECTLY:
        for noun in children_with(verb, *OBJECTS):
            clauses += filter(_is_behind_that, children_with(noun, "relcl"))
    return clauses or list(_behind_place(verb))


def _behind_place(verb: Token) -> Iterator[Token]:
    """Yield the clauses with "that" which the parser hangs on where a verb says it.

    "Wrote in a paper that he was ashamed", "warned in a memo that birds would die".
    """
    for preposition in children_with(verb, "prep", words=WHERE_SAID):
        for noun in governed_by(preposition):
            for clause in children_with(noun, *NOUN_CLAUSES):
                is_told = has_child(clause, "mark", words={THAT}) and noun.i > verb.i
                if is_told and noun.lemma_.lower() not in TELLING and _is_behind_that(clause):
                    yield clause


def _before_semicolon(clause: Token, verb: Token) -> Token:
    """Return the clause between a verb and a semicolon or colon that a clause behind it governs."""
    inner = first_child(clause, "ccomp")
    if inner is None or not verb.i < inner.i < clause.i:
        return clause
    return inner if any_word(clause.doc[inner.i : clause.i], ";", ":") else clause


def _is_behind_that(clause: Token) -> bool:
    """Return whether a clause has a subject and may be told: "that he came", not "who came"."""
    own = list(children_with(clause, *SUBJECTS_OF_CLAUSE))
    if not own or own[0].tag_ in RELATIVE_TAGS:
        return False
    return clause.left_edge.lower_ == THAT or clause.left_edge == own[0].left_edge


def content(clause: Token) -> Span:
    """Return the words of a reported clause without "that" and the commas around it."""
    words = _words_of_speaker(clause)
    if clause.i < clause.head.i:
        words = behind_semicolon(words, clause)
    elif is_said_of_noun(clause):
        words = [word for word in words if word.i > clause.head.i]
    while words[0] != clause and _is_introduction(words[0]):
        words.pop(0)
    words = _without_aside(words, clause)
    while len(words) > 1 and _is_trailing(words[-1]) and not _closes(words):
        words.pop()
    return _span(words)


def is_that_of_clause(token: Token) -> bool:
    """Return whether a word is a "that" which opens a clause, though the tagger relates it to it.

    In "told by a guard that it was shut" and "said in Minsk that traces of it had been found".
    """
    return token.lower_ == THAT and token.tag_ == "WDT"


def is_said_of_noun(clause: Token) -> bool:
    """Return whether a clause is said of the noun before it: "a novel which they say was copied".

    Its relative pronoun stands before the verb of saying, and no word of the speaker's is that.
    """
    verb = clause.head
    return verb.dep_ == "relcl" and clause.left_edge.i < verb.i < clause.i


def _without_aside(words: Tokens, clause: Token) -> Tokens:
    """Return reported words without an aside of the reporter at their end.

    An aside stands behind a comma: "that it had closed the mine, which employs 90 people", "that
    she would stand in Ohio, setting up a race between husband and wife".
    """
    last = words[-1].i
    for number, comma in enumerate(words):
        if comma.text != "," or comma.i <= clause.i:
            continue
        for word in words[number + 1 :]:
            is_clause = word.dep_ == "advcl" and has_child(word, "mark")
            is_clause = is_clause or word.left_edge.lower_ == WHEN
            is_aside = word.dep_ in ASIDES and word.head.i < comma.i and not is_clause
            if is_aside and word.left_edge.i == comma.i + 1 and word.right_edge.i >= last:
                return words[:number]
    return words


def _words_of_speaker(clause: Token) -> Tokens:
    """Return the words of a reported clause up to what else the speaker says or does."""
    for other in children_with(clause, "conj"):
        if _says_more(other):
            words = apart_from(other, clause)
            if words[-1].dep_ == "cc":
                words.pop()
            return words
    return list(clause.subtree)


def _says_more(verb: Token) -> bool:
    """Return whether a verb coordinated with a reported one tells what else is said.

    By the same speaker ("and denied …"), or by another, not as the first reports it (", and a
    spokesman denied …").
    """
    if verb.lemma_ not in SPEAKING or has_child(verb, "mark", words={THAT}):
        return False
    own = list(children_with(verb, *SUBJECTS_OF_CLAUSE))
    if not own:
        return not has_child(verb, "aux")  # "said it had closed and had told nobody"
    return is_saying(verb) and (
        own[0].pos_ != "PRON" and any_word(verb.doc[verb.head.i : verb.i], ",")
    )


def words_around(verb: Token, clause: Token) -> Span | None:
    """Return the clause into which a verb of saying is put: "The bridge, she said, is safe".

    Where the verb stands behind the clause, what follows is reported only if the clause needs it
    or goes on in it: "They could settle, she said, whether it was safe".
    """
    words = _before_new_start(apart_from(verb, clause), verb)
    if verb.i > clause.i and not _goes_on_behind(clause, verb):
        first = verb.left_edge.i
        words = [word for word in words if word.i < first]
    reported = behind_semicolon(words, clause)
    return trimmed_span(reported)


def _before_new_start(words: Tokens, verb: Token) -> Tokens:
    """Return the words up to a semicolon behind a verb of saying: "It sank, he said; he left"."""
    behind = verb.doc[verb.i : verb.sent.end]
    end = next((word.i for word in behind if word.text == ";"), verb.sent.end)
    return [word for word in words if word.i < end]


def _goes_on_behind(clause: Token, verb: Token) -> bool:
    """Return whether a clause goes on behind a verb of saying with what belongs to it."""
    for child in children_with(clause, *GOING_ON):
        if child.i < verb.i or is_saying(child):
            continue
        if not any_word(child.lefts, ";"):
            return True
    return False


def apart_from(part: Token, clause: Token) -> Tokens:
    """Return the words of a clause that do not hang on a part of it."""
    left_out = set(part.subtree)
    return [token for token in clause.subtree if token not in left_out]


def behind_semicolon(words: Tokens, clause: Token) -> Tokens:
    """Return the words of a clause behind the last semicolon before its verb.

    A colon parts like it where a clause stands before it: "He was less shy: it sank, he said".
    """
    start = 0
    is_clause = False
    for number, word in enumerate(words, start=1):
        is_clause = is_clause or word.tag_ in FINITE
        parts = word.text == ";" or (word.text == ":" and is_clause)
        if parts and word.i < clause.i:
            start = number
    return words[start:]


def trimmed_span(tokens: Tokens) -> Span | None:
    """Return the span of some tokens without signs and blanks at its ends; None if it is short."""
    words = list(dropwhile(_is_leading, tokens))
    while words and (_is_trailing(words[-1]) or words[-1].text in ".;") and not _closes(words):
        words.pop()
    return _span(words) if len(words) >= FEWEST else None


def _span(words: Tokens) -> Span:
    """Return the span from the first to the last of some words."""
    first, last = words[0], words[-1]
    return first.doc[first.i : last.i + 1]


def _is_leading(token: Token) -> bool:
    """Return whether a token before a clause is a blank, or a sign that opens nothing."""
    if token.text in OPENING:
        return False
    return token.is_punct or token.is_space


def _is_introduction(token: Token) -> bool:
    """Return whether a token before a reported clause is no word of it: "that", a mark, a blank."""
    if token.dep_ == "mark" or is_that_of_clause(token):
        return True
    return token.is_punct or token.is_space


def _is_trailing(token: Token) -> bool:
    """Return whether a token behind a reported clause is a blank, a comma or a mark."""
    return token.is_space or token.text in ',"'


def _closes(words: Tokens) -> bool:
    """Return whether the last of some words is a mark that closes one among them."""
    last = words[-1]
    if not last.is_quote:
        return False
    marks = [word for word in words if word.is_quote]
    return len(marks) % 2 == 0


def told_by_nouns(document: Document) -> Iterator[tuple[Token, Token, Mention]]:
    """Yield nouns that tell something, the verb of the clause that they tell, and who tells it."""
    for noun in document.doc:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in TELLING:
            continue
        speaker = teller(noun, document)
        if speaker is None:
            continue
        for clause in told_in(noun):
            yield noun, clause, speaker


def told_in(noun: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses with "that" behind a noun, also one that its verb governs."""
    places = [(noun, (*NOUN_CLAUSES, "ccomp"))]
    if noun.dep_ == "dobj":
        places.append((noun.head, ("ccomp",)))
    for head, labels in places:
        for clause in children_with(head, *labels):
            if clause.i > noun.i and clause.pos_ in VERBS and _has_that(clause):
                yield clause


def _has_that(clause: Token) -> bool:
    """Return whether "that" opens a clause and is no word of it."""
    return any(mark.lower_ == THAT for mark in children_with(clause, "mark"))


def teller(noun: Token, document: Document) -> Mention | None:
    """Return whose claim it is: its owner, whom it comes from, or who makes it."""
    speaker = author_of(noun, document)
    if speaker is None and noun.dep_ == "dobj" and noun.head.lemma_ in MADE:
        return thing_or_namesake(subjects(noun.head), document)
    return speaker
