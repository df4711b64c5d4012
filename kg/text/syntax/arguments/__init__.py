"""Roles around a verb, and who or what fills them, implicit subjects included.

Roles are named as `kg.model.reading.Frame` says: `subject`, `object`, `recipient`, a preposition,
`when`, `duration`, `quantity`.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention, Role
from kg.text.parse import (
    children_with,
    direct_objects,
    governed_by,
    has_child,
    is_object,
    is_passive,
    is_preposition,
    is_recipient,
    prepositions_of,
    subjects,
)
from kg.text.parse.labels import (
    AUXILIARIES,
    NOUN_CLAUSES,
    PASTS,
)
from kg.text.syntax.adjunct_phrases import adjuncts
from kg.text.syntax.arguments.fillers import fillers_of
from kg.text.syntax.arguments.undergoing import (
    BEFORE_ATTACKER,
    attackers,
    beyond_object,
    comes_under,
    is_participle_after_noun,
    undergoes,
)
from kg.text.syntax.attachment import (
    is_listed,
    is_of_number,
    late_agents,
    misparsed_agents,
    misread_to,
    prepositional,
    prepositions_elsewhere,
    shared_objects,
)
from kg.text.syntax.document import Document
from kg.text.syntax.subjects import (
    BARE_FORMS,
    RELATIVES,
    based,
    implicit_subjects,
    is_verb_of_relative,
    is_verb_of_sentence,
)

GIVING = word_set("verbs", "giving")
DEMANDING = word_set("verbs", "demanding-of-subject")


def verb_roles(verb: Token, document: Document) -> tuple[Role, ...]:
    """Return all roles around a verb that some mention fills, in a stable order."""
    roles = (*_argument_roles(verb, document), *adjuncts(verb, document))
    return tuple(dict.fromkeys(roles))


def _argument_roles(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of the arguments of a verb."""
    for name, token in slots(verb):
        for mention in fillers_of(token, document):
            if _belongs(mention, token, verb):
                yield Role(name, mention)


def _belongs(mention: Mention, token: Token, verb: Token) -> bool:
    """Return whether a mention fills the role that its noun phrase has.

    It does not if it is coordinated with a noun only after the clause that modifies the noun:
    "Acme, led by Ann Lee, and Bolt".
    """
    if token != verb.head or verb.dep_ not in NOUN_CLAUSES:
        return True
    return mention.passage.start < verb.idx


def slots(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the role and head token of each argument of a verb, without regard to mentions."""
    passive = undergoes(verb) or comes_under(verb)
    undergoer = "recipient" if _is_given(verb) else "object"
    for token in implicit_subjects(verb):
        is_undergoer = passive and token.dep_ != "csubj"
        yield (undergoer if is_undergoer else "subject"), token
    for token in _raised_objects(verb):
        yield "object", token
    for token in _demanded_of(verb):
        yield "recipient", token
    for child in verb.children:
        yield from _slots_of_child(child, passive)
    for prep in prepositions_elsewhere(verb):
        yield from prepositional(prep)
    if passive or is_participle_after_noun(verb, "VBN"):
        yield from _misparsed_slots(verb)
        return
    for token in shared_objects(verb):
        yield "object", token


def _is_given(verb: Token) -> bool:
    """Return whether the subject of a passive is given its object: "was awarded a prize"."""
    return verb.lemma_ in GIVING and bool(direct_objects(verb))


def _demanded_of(verb: Token) -> Iterator[Token]:
    """Yield those of whom something is demanded: "demanded that Ann resign".

    The verb of the clause is then bare, or stands behind "to".
    """
    if verb.lemma_ not in DEMANDING or direct_objects(verb):
        return
    for clause in children_with(verb, "ccomp"):
        helpers = {child.tag_ for child in children_with(clause, *AUXILIARIES)}
        if clause.tag_ in BARE_FORMS and helpers <= {"TO"}:
            yield from children_with(clause, "nsubj")


def _misparsed_slots(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the arguments of a passive that the parser tied to other words."""
    for token in (*late_agents(verb), *attackers(verb)):
        yield "subject", token
    for token in misread_to(verb):
        yield "to", token


def _role_of_object(noun: Token, passive: bool) -> str:
    """Return the role of an object: in "was taken off the ship", the ship undergoes nothing."""
    if passive:
        for particle in children_with(noun.head, "prt"):
            if particle.i < noun.i:
                return particle.lower_
    return "object"


def _slots_of_child(child: Token, passive: bool) -> Iterator[tuple[str, Token]]:
    """Yield the roles and head tokens that stand at one child of a verb."""
    if is_listed(child):
        return
    if is_object(child):
        yield _role_of_object(child, passive), child
        yield from beyond_object(child)
    elif is_recipient(child):
        yield "recipient", child
    elif _leads_to_agent(child, passive):
        yield from _agents(child)
    elif is_of_number(child):
        return
    elif is_preposition(child):
        yield from prepositional(child)


def _leads_to_agent(child: Token, passive: bool) -> bool:
    """Return whether a child of a verb is the "by" of a passive."""
    if child.dep_ == "agent" or (passive and child.lower_ == "by"):
        return True
    return child.lower_ in BEFORE_ATTACKER and comes_under(child.head)


def gap_of(verb: Token) -> Token | None:
    """Return the noun that a relative clause without a pronoun has as its object, else None.

    "The migrants the crew rescued".
    """
    return verb.head if _leaves_gap(verb) else None


def _raised_objects(verb: Token) -> Iterator[Token]:
    """Yield the noun that a clause modifies, if it is the object of the clause.

    It fills the gap of a relative clause ("the company she founded"), or stands before a bare
    participle.
    """
    if _leaves_gap(verb):
        yield verb.head
    elif is_verb_of_relative(verb):
        yield verb.head.head
    elif is_verb_of_sentence(verb):
        return
    elif is_participle_after_noun(verb, *PASTS) and not (is_passive(verb) or subjects(verb)):
        yield based(verb, verb.head)


def _leaves_gap(verb: Token) -> bool:
    """Return whether a relative clause has no object of its own, nor a relative pronoun."""
    if verb.dep_ != "relcl" or is_passive(verb):
        return False
    if direct_objects(verb) or not subjects(verb):
        return False
    return not (_has_relative(verb) or _has_stranded(verb))


def _has_relative(verb: Token) -> bool:
    """Return whether a verb, or a child of it, has a relative pronoun as its child.

    So has "one" in "sailors, one of whom died".
    """
    heads = (verb, *verb.children)
    for token in verb.subtree:
        if token.tag_ not in RELATIVES:
            continue
        governor = token.head
        if governor.lower_ == "of":
            governor = governor.head
        if governor in heads:
            return True
    return False


def _has_stranded(verb: Token) -> bool:
    """Return whether a preposition of a verb has no object: "the company she works for"."""
    return not all(has_child(prep) for prep in prepositions_of(verb))


def _agents(by: Token) -> Iterator[tuple[str, Token]]:
    """Yield who does it in a passive."""
    if has_child(by, "neg"):
        return  # "not by Ann but by Bo"
    name = "subject" if by.dep_ == "agent" else "by"
    for noun in governed_by(by):
        yield name, noun
    for noun in misparsed_agents(by):
        yield "subject", noun
