"""Roles around a verb, and who or what fills them, implicit subjects included.

Roles are named as `kg.model.reading.Frame` says: `subject`, `object`, `recipient`, a preposition,
`when`, `duration`, `quantity`.
"""

from collections.abc import Iterator, Sequence

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
    objects_after,
    prepositions_of,
    subjects,
)
from kg.text.parse.labels import AUXILIARIES, NOUN_CLAUSES, PASTS, PLURALS
from kg.text.syntax.adjunct_phrases import adjuncts
from kg.text.syntax.attachment import (
    MAX_SHARED_GAP,
    beyond_object,
    is_listed,
    is_of_number,
    late_agents,
    listed_members,
    misparsed_agents,
    misread_to,
    prepositional,
    prepositions_elsewhere,
    shared_objects,
)
from kg.text.syntax.document import Document, Mentions
from kg.text.syntax.subjects import (
    BASED,
    RELATIVES,
    based,
    implicit_subjects,
    is_verb_of_relative,
    is_verb_of_sentence,
)

ONE_OF_SEVERAL = word_set("numbers", "one-of-several")
GIVING = word_set("verbs", "giving")
CAUSING = word_set("verbs", "causing-a-passive")
PASSIVE_ALONE = word_set("verbs", "passive-without-object")
UNDERGOING_ADJECTIVES = frozenset({"VBN", "JJ"})  # "is married to", "is born"
OPEN_CLAUSES = word_set("labels", "open-clause")
REDUCED_CLAUSES = frozenset({"acl", "advcl"})  # "miners arrested in Oslo", "Founded in 1990, Acme"


def verb_roles(verb: Token, document: Document) -> tuple[Role, ...]:
    """Return all roles around a verb that some mention fills, in a stable order."""
    roles = (*_argument_roles(verb, document), *adjuncts(verb, document))
    return tuple(dict.fromkeys(roles))


def _argument_roles(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the roles of the arguments of a verb."""
    for name, token in slots(verb):
        for mention in _fillers_of(token, document):
            if _belongs(mention, token, verb):
                yield Role(name, mention)


def _fillers_of(token: Token, document: Document) -> Sequence[Mention]:
    """Return who or what fills a role: those who are named beside a group rather than the group."""
    groups = objects_after(token, "of")
    if groups and token.lower_ in ONE_OF_SEVERAL:
        picked = [*children_with(token, "appos"), *children_with(groups[0], "appos")]
        names = [mention for mention in document.mentions(picked) if mention.is_name]
        return names[:1]
    fillers = _named_beside(token, document) or document.referents(token)
    members = document.referents_of(listed_members(token))
    return (*fillers, *members)


def _named_beside(token: Token, document: Document) -> Mentions:
    """Return the names of all of a group that stand beside it: "two firms, Acme and Bolt, left"."""
    if token.tag_ not in PLURALS or document.is_name(token):
        return []
    names: list[Mention] = []
    for apposition in children_with(token, "appos"):
        if apposition.pos_ == "PROPN" and has_child(apposition, "conj"):
            names += document.referents(apposition)
    are_names = all(mention.is_name for mention in names)
    return names if are_names and len(names) > 1 else []


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
    passive = undergoes(verb)
    undergoer = "recipient" if _is_given(verb) else "object"
    for token in implicit_subjects(verb):
        is_undergoer = passive and token.dep_ != "csubj"
        yield (undergoer if is_undergoer else "subject"), token
    for token in _raised_objects(verb):
        yield "object", token
    for child in verb.children:
        yield from _slots_of_child(child, passive)
    for prep in prepositions_elsewhere(verb):
        yield from prepositional(prep)
    if passive or _is_participle_after_noun(verb, "VBN"):
        yield from _misparsed_slots(verb)
        return
    for token in shared_objects(verb):
        yield "object", token


def _is_given(verb: Token) -> bool:
    """Return whether the subject of a passive is given its object: "was awarded a prize"."""
    return verb.lemma_ in GIVING and bool(direct_objects(verb))


def _misparsed_slots(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the arguments of a passive that the parser tied to other words."""
    for token in late_agents(verb):
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
    return child.dep_ == "agent" or (passive and child.lower_ == "by")


def undergoes(verb: Token) -> bool:
    """Return whether the subject of a verb undergoes what the verb says.

    So it does in a passive, in what is coordinated with one ("was born and raised"), and with a
    participle that leads its clause or follows its noun ("Founded in 1990, Acme …", "is married
    to", "miners arrested in Oslo").
    """
    if is_verb_of_relative(verb):
        return False
    if is_passive(verb) or _is_adjectival(verb) or _is_without_auxiliary(verb):
        return True
    if is_verb_of_sentence(verb):
        return False
    if subjects(verb) or not _is_bare_participle(verb):
        return False
    if _is_coordinated_with_passive(verb):
        is_near = verb.i - verb.head.i <= MAX_SHARED_GAP
        return is_near or verb.lemma_ in BASED
    return verb.dep_ in REDUCED_CLAUSES


def _is_without_auxiliary(verb: Token) -> bool:
    """Return whether a verb is passive although no auxiliary says so.

    So it is in "had the house searched", "taken off the ship by gunmen" and "three men freed".
    """
    if verb.tag_ not in PASTS or has_child(verb, *AUXILIARIES):
        return False
    if _has_agent(verb):
        return verb.tag_ == "VBN" or verb.dep_ == "acl"
    if direct_objects(verb) or not subjects(verb):
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_ in CAUSING:
        return verb.tag_ == "VBN" or verb.head.lemma_ == "have"
    return _is_headline_passive(verb)


def _has_agent(verb: Token) -> bool:
    """Return whether somebody follows a verb with "by"."""
    return has_child(verb, "agent") or bool(objects_after(verb, "by"))


def _is_headline_passive(verb: Token) -> bool:
    """Return whether a past form without an object only can be passive: "three men freed"."""
    if verb.lemma_ not in PASSIVE_ALONE or verb.dep_ == "relcl":
        return False
    behind = [child.dep_ for child in verb.rights]
    return not (any(shared_objects(verb)) or OPEN_CLAUSES.intersection(behind))


def _is_adjectival(verb: Token) -> bool:
    """Return whether a participle is a predicate: "is married to"."""
    return verb.dep_ == "acomp" and verb.tag_ in UNDERGOING_ADJECTIVES


def _is_coordinated_with_passive(verb: Token) -> bool:
    """Return whether a verb is coordinated with a participle whose subject undergoes it."""
    if verb.dep_ != "conj" or verb.head.tag_ != "VBN":
        return False
    return undergoes(verb.head)


def _is_bare_participle(verb: Token) -> bool:
    """Return whether a verb is a past participle without an auxiliary and an object."""
    if verb.tag_ != "VBN" and not _is_participle_after_noun(verb, "VBD"):
        return False
    return not has_child(verb, *AUXILIARIES, "dobj")


def _is_participle_after_noun(verb: Token, *tags: str) -> bool:
    """Return whether a verb has one of some tags and follows a noun: "miners arrested in Oslo"."""
    return verb.dep_ == "acl" and verb.tag_ in tags


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
    elif _is_participle_after_noun(verb, *PASTS) and not is_passive(verb):
        yield based(verb, verb.head)


def _leaves_gap(verb: Token) -> bool:
    """Return whether a relative clause has no object of its own, nor a relative pronoun."""
    if verb.dep_ != "relcl" or is_passive(verb):
        return False
    if direct_objects(verb) or not subjects(verb):
        return False
    return not (_has_relative(verb) or _has_stranded(verb))


def _has_relative(verb: Token) -> bool:
    """Return whether a verb, or a child of it, has a relative pronoun as its child."""
    heads = (verb, *verb.children)
    relatives = [token for token in verb.subtree if token.tag_ in RELATIVES]
    return any(token.head in heads for token in relatives)


def _has_stranded(verb: Token) -> bool:
    """Return whether a preposition of a verb has no object: "the company she works for"."""
    return not all(has_child(prep) for prep in prepositions_of(verb))


def _agents(by: Token) -> Iterator[tuple[str, Token]]:
    """Yield who does it in a passive."""
    name = "subject" if by.dep_ == "agent" else "by"
    for noun in governed_by(by):
        yield name, noun
    for noun in misparsed_agents(by):
        yield "subject", noun
