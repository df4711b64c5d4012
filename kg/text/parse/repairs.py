"""Repairs of trees: what the parser reads so often in the wrong way that all rules would suffer."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import (
    Doc,
    Span,
    Token,
)
from spacy.util import filter_spans

from kg.lang.en import word_set
from kg.text.parse.clause_repairs import children_now
from kg.text.parse.labels import (
    AUXILIARIES,
    COMPOUNDS,
    GAPPED,
    NAMED_BESIDE,
    NOUN_SUBJECTS,
    NOUNS,
    PRESENTS,
    VERBS,
)

TIMES = ("DATE", "TIME")
BEFORE_NOUN = ("compound", "nummod")
OBJECTS = ("pobj", "pcomp")
AND = word_set("function_words", "and")
FINITE = PRESENTS | {"VBD"}
# Verbs behind which a clause stands without "that".
WITH_CLAUSE = (
    word_set("verbs", "saying")
    | word_set("verbs", "believing")
    | word_set("verbs", "before-a-bare-clause")
)
KIN = word_set("nouns", "kin-of-group") | word_set("nouns", "kin-partner")
CLOSING = frozenset(".;,")


def repaired(doc: Doc) -> Doc:
    """Return a parsed text with all repairs."""
    return with_gapped_clauses(with_own_subjects(with_times_of_prepositions(doc)))


def with_times_of_prepositions(doc: Doc) -> Doc:
    """Return a parsed text in which a time before a bare subject belongs to its preposition.

    In "On Saturday afternoon police arrested …" nobody is of the Saturday afternoon police.
    """
    for preposition in doc:
        has_object = any(child.dep_ in OBJECTS for child in preposition.children)
        if preposition.dep_ != "prep" or has_object:
            continue
        time = _time_behind(preposition)
        for word in time[:-1]:
            word.head = time[-1]
        for word in time[-1:]:
            word.head, word.dep_ = preposition, "pobj"
    return doc


def _time_behind(preposition: Token) -> list[Token]:
    """Return the words of a time right behind a preposition that hang on a noun behind them."""
    following = preposition.doc[preposition.i + 1 : preposition.sent.end]
    time = list(takewhile(lambda token: token.ent_type_ in TIMES, following))
    if not time or time[-1].dep_ not in BEFORE_NOUN:
        return []
    noun = time[-1].head
    is_before = noun.pos_ in NOUNS and noun.i > time[-1].i
    # Nothing may come to hang on itself.
    above = {*noun.ancestors, *preposition.ancestors}
    return time if is_before and above.isdisjoint(time) else []


class Shared(NamedTuple):
    """Two names with "and" between them, which the parser gave to one verb.

    `first` belongs to the verb before, `second` is the subject of the verb behind.
    """

    first: Token
    link: Token
    second: Token


def with_own_subjects(doc: Doc) -> Doc:
    """Return a parsed text in which each of two coordinated clauses has its own people.

    The parser takes "Ann runs Acme and Bo runs Bolt" for one clause with another as its object, of
    which Acme and Bo are the subject, and "Ann, 35, and her son, Bo, run Acme" for one about Bo.
    """
    for verb in doc:
        if verb.pos_ not in VERBS or verb.tag_ not in FINITE:
            continue
        shared = _shared(verb)
        if shared is not None:
            _part_clauses(verb, shared)
        elif _is_of_both(verb):
            _join_subjects(verb)
    return doc


def _part_clauses(verb: Token, shared: Shared) -> None:
    """Give each clause its own: the object to the verb before, the subject to the one behind."""
    first, link, second = shared
    before = verb.head
    first.head, first.dep_ = before, "dobj"
    link.head, link.dep_ = before, "cc"
    second.head, second.dep_ = verb, "nsubj"
    verb.dep_ = "conj"
    for part in children_now(first, "conj"):
        part.head, part.dep_ = second, "compound"
    doc = verb.doc
    names: list[Span] = []
    for name in doc.ents:
        if name.start <= link.i < name.end:
            halves = ((name.start, link.i), (link.i + 1, name.end))
            names += [Span(doc, *half, label=name.label) for half in halves if half[0] < half[1]]
        else:
            names.append(name)
    doc.set_ents(filter_spans(names))


def _shared(verb: Token) -> Shared | None:
    """Return the names that a finite verb shares wrongly with the verb before it, or None."""
    before = verb.head
    if verb.dep_ not in ("ccomp", "conj") or before.i >= verb.i or before.pos_ != "VERB":
        return None
    if before.lemma_ in WITH_CLAUSE or not children_now(before, *NOUN_SUBJECTS):
        return None
    if children_now(verb, "mark", "cc", *AUXILIARIES):
        return None
    objects, own = children_now(before, "dobj"), children_now(verb, *NOUN_SUBJECTS)
    if own and not objects:
        shared = _pair(own[0]) or _pair_before(own[0])
        return shared if shared and own[0].left_edge.i == before.i + 1 else None
    if own or not objects or not children_now(verb, "dobj"):
        return None
    shared = _pair(objects[0])
    return shared if shared and shared.second.right_edge.i == verb.i - 1 else None


def _pair(first: Token) -> Shared | None:
    """Return a noun with the only other one that is coordinated with it, or None."""
    links, others = children_now(first, "cc"), children_now(first, "conj")
    if len(links) != 1 or len(others) != 1 or links[0].lower_ not in AND:
        return None
    is_behind = links[0].i + 1 == others[0].left_edge.i
    return Shared(first, links[0], others[0]) if is_behind else None


def _pair_before(noun: Token) -> Shared | None:
    """Return what the parser took for the first words of a name: "Acme and Bo" of "Bo Berg"."""
    for word in children_now(noun, *COMPOUNDS):
        pair = _pair(word)
        if pair is not None and pair.second.i < noun.i:
            return Shared(word, pair.link, noun)
    return None


def _is_of_both(verb: Token) -> bool:
    """Return whether the subject of a verb began before it: "Ann, 35, and her son, Bo, run"."""
    first, own = verb.head, children_now(verb, *NOUN_SUBJECTS)
    if verb.dep_ != "conj" or first.dep_ != "ROOT" or first.pos_ not in NOUNS or not own:
        return False
    start = own[0].left_edge.i
    links = [
        link for link in children_now(first, "cc") if link.lower_ in AND and link.i == start - 1
    ]
    is_opening = first.left_edge.i == first.sent.start and first.ent_type_ == "PERSON"
    return bool(links) and is_opening and verb.tag_ != "VBZ"


def _join_subjects(verb: Token) -> None:
    """Make a noun before a subject the first of two that do what the verb says."""
    first, second = verb.head, children_now(verb, *NOUN_SUBJECTS)[0]
    label = second.dep_
    verb.head, verb.dep_ = verb, "ROOT"
    first.head, first.dep_ = verb, label
    second.head, second.dep_ = first, "conj"


def with_gapped_clauses(doc: Doc) -> Doc:
    """Return a parsed text in which a clause without its verb hangs on the verb of the one before.

    In "Ann works for Acme, her brother Bo for Bolt" the brother describes nobody. He and his
    preposition get the label `GAPPED`, which no other word has.
    """
    for noun in doc:
        if noun.lemma_.lower() not in KIN or not children_now(noun, "poss"):
            continue
        head = noun.head if noun.dep_ in COMPOUNDS else noun
        left = _left_out(head)
        if left is not None:
            verb, preposition = left
            head.head, head.dep_ = verb, GAPPED
            preposition.head, preposition.dep_ = head, GAPPED
    return doc


def _left_out(head: Token) -> tuple[Token, Token] | None:
    """Return the verb left out behind a word of kinship, and the preposition that shows it."""
    start = head.left_edge.i
    if head.dep_ not in NAMED_BESIDE or start == 0 or head.doc[start - 1].text != ",":
        return None
    for preposition in _prepositions(head):
        end = preposition.right_edge.i + 1
        is_end = end >= head.sent.end or head.doc[end].text in CLOSING
        verb = _verb_before(head, preposition)
        if is_end and verb is not None:
            return verb, preposition
    return None


def _prepositions(head: Token) -> Iterator[Token]:
    """Yield the prepositions right behind a noun or its names."""
    for word in (head, *children_now(head, "appos")):
        for preposition in children_now(word, "prep"):
            if children_now(preposition, "pobj"):
                yield preposition


def _verb_before(head: Token, preposition: Token) -> Token | None:
    """Return the nearest verb before a noun, if it has the same preposition; None without one."""
    for word in reversed(head.doc[head.sent.start : head.left_edge.i]):
        if word.pos_ in VERBS and word.dep_ not in AUXILIARIES:
            same = [
                each for each in children_now(word, "prep") if each.lower_ == preposition.lower_
            ]
            return word if same and children_now(word, *NOUN_SUBJECTS) else None
    return None
