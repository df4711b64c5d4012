"""Who and what fills the roles around a verb or a noun, implicit subjects included.

Roles are named as `kg.model.reading.Frame` says: `subject`, `object`, `recipient`, a preposition,
`when`, `duration`, `quantity`.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind, Mention, Role
from kg.text.parse import (
    any_label,
    any_word,
    conjuncts,
    direct_objects,
    governed_by,
    is_object,
    is_passive,
    is_preposition,
    is_recipient,
    prepositions_of,
    subjects,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import PASTS, VERBS
from kg.text.syntax.attachment import (
    MAX_SHARED_GAP,
    late_agents,
    misread_to,
    prepositions_elsewhere,
    shared_objects,
)
from kg.text.syntax.document import Document
from kg.text.syntax.subjects import BASED, based, implicit_subjects

SPANS = word_set("nouns", "crossing-structure")
ABOUT_A_DATE = word_set("verbs", "about-a-date")
COUNTED = word_set("nouns", "counted-occasion")
ORDINALS = word_set("numbers", "ordinal-of-occasion")
CROSSING = word_set("function_words", "over-or-under")
TWO_WORDS = word_set("phrases", "two-word-preposition")
ADJUNCTS = ("npadvmod", "advmod", "dobj", "attr", "nsubj", "nsubjpass")
RELATIVE = ("WDT", "WP", "WP$", "WRB")


def verb_roles(verb: Token, document: Document) -> tuple[Role, ...]:
    """Return all roles around a verb that some mention fills, in a stable order."""
    roles = (*_argument_roles(verb, document), *adjuncts(verb, document))
    return tuple(dict.fromkeys(roles))


def _argument_roles(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of the arguments of a verb."""
    for name, token in slots(verb):
        for mention in document.things(token):
            if _belongs(mention, token, verb):
                yield Role(name, mention)


def _belongs(mention: Mention, token: Token, verb: Token) -> bool:
    """Return whether a mention fills the role that its noun phrase has.

    It does not if it is coordinated with a noun only after the clause that modifies the noun:
    "Acme, led by Ann Lee, and Bolt".
    """
    if token != verb.head or verb.dep_ not in ("acl", "relcl"):
        return True
    return mention.passage.start < verb.idx


def slots(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the role and head token of each argument of a verb, without regard to mentions."""
    passive = undergoes(verb)
    for token in implicit_subjects(verb):
        is_undergoer = passive and token.dep_ != "csubj"
        yield ("object" if is_undergoer else "subject"), token
    for token in _raised_objects(verb):
        yield "object", token
    for child in verb.children:
        yield from _slots_of_child(child, passive)
    for prep in prepositions_elsewhere(verb):
        yield from prepositional(prep)
    for token in shared_objects(verb):
        yield "object", token
    if passive or _is_participle_after_noun(verb, "VBN"):
        for token in late_agents(verb):
            yield "subject", token
        for token in misread_to(verb):
            yield "to", token


def _slots_of_child(child: Token, passive: bool) -> Iterator[tuple[str, Token]]:
    """Yield the roles and head tokens that stand at one child of a verb."""
    if is_object(child):
        yield "object", child
        yield from _crossed(child)
    elif is_recipient(child):
        yield "recipient", child
    elif child.dep_ == "agent" or (passive and child.lower_ == "by"):
        yield from _agents(child)
    elif is_preposition(child) and not is_of_number(child):
        yield from prepositional(child)


def undergoes(verb: Token) -> bool:
    """Return whether the subject of a verb undergoes what the verb says.

    So it does in a passive, in what is coordinated with one ("was born and raised"), and with a
    participle that leads its clause or follows its noun ("Founded in 1990, Acme …", "is married
    to", "miners arrested in Oslo").
    """
    is_adjectival = verb.dep_ == "acomp" and verb.tag_ in ("VBN", "JJ")
    if is_adjectival or is_passive(verb):
        return True
    if not _is_bare_participle(verb) or subjects(verb):
        return False
    first = verb.head
    if verb.dep_ == "conj" and first.tag_ == "VBN" and undergoes(first):
        return verb.lemma_ in BASED or verb.i - first.i <= MAX_SHARED_GAP
    return verb.dep_ in ("acl", "advcl")


def _is_bare_participle(verb: Token) -> bool:
    """Return whether a verb is a past participle without an auxiliary and an object."""
    is_participle = verb.tag_ == "VBN" or _is_participle_after_noun(verb, "VBD")
    return is_participle and not any_label(verb.children, "aux", "auxpass", "dobj")


def _is_participle_after_noun(verb: Token, *tags: str) -> bool:
    return verb.dep_ == "acl" and verb.tag_ in tags


def is_of_number(prep: Token) -> bool:
    """Return whether a preposition belongs to the number before it, wherever the parser hung it.

    An example is the "from" of "including 13 from the embassy".
    """
    before = prep if prep.is_sent_start or prep.i == 0 else prep.nbor(-1)
    is_number = before.pos_ == "NUM" and before.dep_ == "pobj"
    return is_number and before.head.lower_ == "including"


def prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    """Yield the role named after a preposition and its objects.

    They may stand behind two prepositions: "out of", "from across".
    """
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ not in VERBS:
            yield prep.lower_, child
            yield from _repeated(prep, child)
        elif child.dep_ == "prep" and child.pos_ == "ADP":
            both = f"{prep.lower_} {child.lower_}"
            name = both if both in TWO_WORDS else prep.lower_
            for noun in governed_by(child):
                yield name, noun
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from prepositional(child)


def mentions_after(prep: Token, document: Document) -> list[Mention]:
    """Return the mentions that stand behind a preposition, coordinated ones too."""
    return document.things_of(token for _, token in prepositional(prep))


def _repeated(prep: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield the roles of the same preposition in what seems to be coordinated.

    An example is the second "from" of "a degree from Oslo and another from Bergen".
    """
    others = list(conjuncts(noun))[1:]
    for other in others:
        if other.pos_ == "NOUN":
            for again in prepositions_of(other, prep.lower_):
                yield from prepositional(again)


def _raised_objects(verb: Token) -> Iterator[Token]:
    """Yield the noun that a clause modifies, if it is the object of the clause.

    It fills the gap of a relative clause ("the company she founded"), or stands before a bare
    participle.
    """
    if _leaves_gap(verb):
        yield verb.head
    if _is_participle_after_noun(verb, *PASTS) and not is_passive(verb):
        yield based(verb, verb.head)


def _leaves_gap(verb: Token) -> bool:
    """Return whether a relative clause has no object of its own, nor a relative pronoun."""
    if verb.dep_ != "relcl" or not subjects(verb) or is_passive(verb):
        return False
    return not (direct_objects(verb) or _has_relative(verb) or _has_stranded(verb))


def _has_relative(verb: Token) -> bool:
    """Return whether a verb, or a child of it, has a relative pronoun as its child."""
    heads = (verb, *verb.children)
    return any(token.tag_ in RELATIVE for token in verb.subtree if token.head in heads)


def _has_stranded(verb: Token) -> bool:
    """Return whether a preposition of a verb has no object: "the company she works for"."""
    return any(not list(prep.children) for prep in prepositions_of(verb))


def _agents(by: Token) -> Iterator[tuple[str, Token]]:
    """Yield who does it in a passive."""
    name = "subject" if by.dep_ == "agent" else "by"
    for noun in governed_by(by):
        yield name, noun
    for noun in misparsed_agents(by):
        yield "subject", noun


def misparsed_agents(by: Token) -> Iterator[Token]:
    """Yield the fans in "met by cheering fans", often parsed as if they were cheered.

    They are then the bare object of a participle.
    """
    if by.lower_ != "by" or not is_passive(by.head):
        return
    for child in with_label(by.children, "pcomp"):
        if child.tag_ == "VBG" and child.i == by.i + 1:
            for noun in direct_objects(child):
                if noun.pos_ == "NOUN" and not any_label(noun.children, "det"):
                    yield noun


def _crossed(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield what a bridge or tunnel crosses: who crosses the one crosses the other."""
    if noun.lemma_ in SPANS:
        for prep in prepositions_of(noun, *CROSSING):
            yield from prepositional(prep)


def adjuncts(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the times, lengths of time and quantities of a verb, with a preposition or without."""
    for token in _adjunct_tokens(verb):
        mention = document.mention(token)
        if mention is not None and not _is_span_of_count(token, mention):
            yield from measured(mention)
        for inner in document.of_kind(token.children, Kind.QUANTITY):
            yield from measured(inner)


def measured(mention: Mention) -> Iterator[Role]:
    """Yield the role of a time or quantity; nothing for other mentions."""
    time = mention.time
    if mention.kind is Kind.TIME and time is not None:
        is_length = time.duration and not time.start
        yield Role("duration" if is_length else "when", mention)
    elif mention.kind is Kind.QUANTITY:
        yield Role("quantity", mention)


def _adjunct_tokens(verb: Token) -> Iterator[Token]:
    """Yield the heads of noun phrases and adverbs that may hold a time or a quantity."""
    for child in verb.children:
        if _is_about(child, verb):
            continue
        if child.dep_ in ADJUNCTS:
            yield child
        elif child.dep_ in ("prep", "agent"):
            yield from _adjuncts_behind(child)


def _adjuncts_behind(prep: Token) -> Iterator[Token]:
    """Yield the heads behind a preposition, or behind two, that may hold a time or a quantity."""
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield child
        elif child.dep_ in ("prep", "npadvmod"):
            yield from governed_by(child)
            if child.dep_ == "npadvmod":
                yield child


def _is_about(noun: Token, verb: Token) -> bool:
    """Return whether the verb is about a date, which then is not when it was.

    So it is in "Monday was chosen" and "they set Monday as the day".
    """
    return noun.dep_ in ("nsubjpass", "dobj") and verb_lemma(verb) in ABOUT_A_DATE


def _is_span_of_count(token: Token, mention: Mention) -> bool:
    """Return whether a time is the span in which something is counted.

    An example is "won for the third time in the past decade".
    """
    time = mention.time
    if time is None or time.is_point:
        return False
    prep = token.head
    has_word_before = prep.dep_ == "prep" and prep.i > prep.sent.start
    before = prep.nbor(-1) if has_word_before else prep
    return before.lemma_ in COUNTED and any_word(before.lefts, *ORDINALS)
