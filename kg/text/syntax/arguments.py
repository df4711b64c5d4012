"""Who and what fills the roles around a verb or a noun, understood subjects included.

Roles are named as `kg.model.reading.Frame` says: `subject`, `object`, `recipient`, a preposition, `when`, `duration`, `quantity`.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Role
from kg.text.parse import conjuncts, is_passive, subjects, verb_lemma
from kg.text.syntax.attachment import (
    CLAUSAL,
    MAX_SHARED_GAP,
    late_agents,
    misread_to,
    prepositions_elsewhere,
    shared_objects,
)
from kg.text.syntax.attachment import (
    OBJECTS as OBJECTS,
)  # the rules of nouns and clauses use them, too
from kg.text.syntax.document import Document
from kg.text.syntax.subjects import BASED, based, implicit_subjects

RECIPIENTS = ("dative",)
SPANS = word_set("nouns", "crossing-structure")
ABOUT_A_DATE = word_set("verbs", "about-a-date")
COUNTED = word_set("nouns", "counted-occasion")
ORDINALS = word_set("numbers", "ordinal-of-occasion")
CROSSING = word_set("function_words", "over-or-under")
TWO_WORDS = word_set("phrases", "two-word-preposition")


def verb_roles(verb: Token, document: Document) -> tuple[Role, ...]:
    """All roles around a verb that some mention fills, in a stable order."""
    filled = (
        (name, token, mention) for name, token in slots(verb) for mention in document.things(token)
    )
    found = [
        Role(name, mention) for name, token, mention in filled if _is_meant(mention, token, verb)
    ]
    found += adjuncts(verb, document)
    return tuple(dict.fromkeys(found))


def _is_meant(mention: Mention, token: Token, verb: Token) -> bool:
    """False for what is coordinated with a noun only after the clause that modifies it ("Acme, led by Ann Lee, and Bolt")."""
    return (
        token != verb.head or verb.dep_ not in ("acl", "relcl") or mention.passage.start < verb.idx
    )


def slots(verb: Token) -> Iterator[tuple[str, Token]]:
    """The role and head token of each argument of a verb, without regard to mentions."""
    passive = undergoes(verb)
    for token in implicit_subjects(verb):
        yield ("object" if passive and token.dep_ != "csubj" else "subject"), token
    for token in _raised_objects(verb):
        yield "object", token
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield "object", child
            yield from _beneath(child)
        elif child.dep_ in RECIPIENTS and child.pos_ != "ADP":
            yield "recipient", child
        elif child.dep_ == "agent" or (passive and child.lower_ == "by"):
            yield from _agents(child)
        elif (
            child.dep_ in ("prep", "dative")
            and child.pos_ in ("ADP", "SCONJ")
            and not is_of_number(child)
        ):
            yield from prepositional(child)
    for prep in prepositions_elsewhere(verb):
        yield from prepositional(prep)
    yield from (("object", token) for token in shared_objects(verb))
    if passive or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        yield from (("subject", token) for token in late_agents(verb))
        yield from (("to", token) for token in misread_to(verb))


def undergoes(verb: Token) -> bool:
    """True where the subject undergoes what the verb says: a passive, what is coordinated with one ("was born and raised"), and a
    participle that leads its clause or follows its noun ("Founded in 1990, Acme …", "is married to", "miners arrested in Oslo").
    """
    if is_passive(verb) or (verb.dep_ == "acomp" and verb.tag_ in ("VBN", "JJ")):
        return True
    participle = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.dep_ == "acl")
    bare = participle and not any(
        child.dep_ in ("aux", "auxpass", *OBJECTS) for child in verb.children
    )
    if not bare or subjects(verb):
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and undergoes(verb.head):
        return verb.lemma_ in BASED or verb.i - verb.head.i <= MAX_SHARED_GAP
    return verb.dep_ in ("acl", "advcl")


def is_of_number(prep: Token) -> bool:
    """True for the "from" of "including 13 from the embassy", which belongs to the number wherever the parser hung it."""
    before = prep if prep.is_sent_start or prep.i == 0 else prep.nbor(-1)
    return before.pos_ == "NUM" and before.dep_ == "pobj" and before.head.lower_ == "including"


def prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    """The role named after a preposition and its objects, also through two prepositions ("out of", "from across")."""
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ not in CLAUSAL:
            yield prep.lower_, child
            yield from _again(prep, child)
        elif child.dep_ == "prep" and child.pos_ == "ADP":
            both = f"{prep.lower_} {child.lower_}"
            name = both if both in TWO_WORDS else prep.lower_
            yield from ((name, pobj) for pobj in child.children if pobj.dep_ == "pobj")
        elif child.dep_ in ("conj",) and child.pos_ == "ADP":
            yield from prepositional(child)


def _again(prep: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """The same preposition in what seems to be coordinated: "a degree from Oslo and another from Bergen"."""
    for other in [*conjuncts(noun)][1:]:
        for again in other.children if other.pos_ == "NOUN" else ():
            if again.dep_ == "prep" and again.lower_ == prep.lower_:
                yield from prepositional(again)


def _raised_objects(verb: Token) -> Iterator[Token]:
    """The noun that a relative clause leaves a gap for ("the company she founded"), and the noun before a bare participle."""
    if verb.dep_ == "relcl" and subjects(verb) and not is_passive(verb):
        filled = any(child.dep_ in OBJECTS for child in verb.children)
        relative = any(
            child.tag_ in ("WDT", "WP", "WP$", "WRB")
            for child in verb.subtree
            if child.head in (verb, *verb.children)
        )
        stranded = any(
            child.dep_ == "prep" and not any(True for _ in child.children)
            for child in verb.children
        )
        if not filled and not relative and not stranded:
            yield verb.head
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not is_passive(verb):
        yield based(verb, verb.head)


def _agents(by: Token) -> Iterator[tuple[str, Token]]:
    """Who does it in a passive."""
    for child in by.children:
        if child.dep_ == "pobj":
            yield "subject" if by.dep_ == "agent" else "by", child
    yield from (("subject", noun) for noun in misparsed_agents(by))


def misparsed_agents(by: Token) -> Iterator[Token]:
    """The fans in "met by cheering fans", often parsed as if they were cheered: a bare object of a participle."""
    if by.lower_ != "by" or not is_passive(by.head):
        return
    for child in by.children:
        if child.dep_ == "pcomp" and child.tag_ == "VBG" and child.i == by.i + 1:
            nouns = (
                token for token in child.children if token.dep_ in OBJECTS and token.pos_ == "NOUN"
            )
            yield from (noun for noun in nouns if not any(c.dep_ == "det" for c in noun.children))


def _beneath(noun: Token) -> Iterator[tuple[str, Token]]:
    """What a bridge or tunnel leads over or under: who crosses the one crosses the other."""
    if noun.lemma_ in SPANS:
        for prep in noun.children:
            if prep.dep_ == "prep" and prep.lower_ in CROSSING:
                yield from prepositional(prep)


def adjuncts(verb: Token, document: Document) -> Iterator[Role]:
    """Times, lengths of time and quantities that belong to a verb, whether a preposition leads to them or not."""
    for token in _adjunct_tokens(verb):
        mention = document.mention(token)
        if mention is not None and not _is_of_count(token, mention):
            yield from measured(mention)
        for child in token.children:
            inner = document.mention(child)
            if inner is not None and inner.kind is Kind.QUANTITY:
                yield from measured(inner)


def measured(mention: Mention) -> Iterator[Role]:
    """The role of a time or quantity; nothing for other mentions."""
    if mention.kind is Kind.TIME and mention.time is not None:
        yield Role(
            "duration" if mention.time.duration and not mention.time.start else "when", mention
        )
    elif mention.kind is Kind.QUANTITY:
        yield Role("quantity", mention)


def _adjunct_tokens(verb: Token) -> Iterator[Token]:
    """Heads of noun phrases and adverbs that may hold a time or a quantity."""
    for child in verb.children:
        if _is_about(child, verb):
            continue
        if child.dep_ in ("npadvmod", "advmod", "dobj", "attr", "nsubj", "nsubjpass"):
            yield child
        elif child.dep_ in ("prep", "agent"):
            for pobj in child.children:
                if pobj.dep_ in ("pobj", "pcomp"):
                    yield pobj
                elif pobj.dep_ in ("prep", "npadvmod"):
                    yield from (inner for inner in pobj.children if inner.dep_ == "pobj")
                    if pobj.dep_ == "npadvmod":
                        yield pobj


def _is_about(noun: Token, verb: Token) -> bool:
    """True for Monday in "Monday was chosen" and "they set Monday as the day", which is not when they did so."""
    return noun.dep_ in ("nsubjpass", "dobj") and verb_lemma(verb) in ABOUT_A_DATE


def _is_of_count(token: Token, mention: Mention) -> bool:
    """True for the span in which something is counted: "won for the third time in the past decade"."""
    prep, time = token.head, mention.time
    before = prep.nbor(-1) if prep.dep_ == "prep" and prep.i > prep.sent.start else prep
    counted = before.lemma_ in COUNTED and any(child.lower_ in ORDINALS for child in before.lefts)
    return counted and time is not None and not time.is_point
