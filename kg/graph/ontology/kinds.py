"""Words that tell of events: their kinds, the roles in them, and what goes with a word.

The kind of an event may depend on more than the word: win a prize, win an election. A line of
`kg:eventWith` names the words, then what has to go with them:

    "win, take: object <prize>"                  a noun of a class of words in a role
    "fire: object schema:Person"                 a thing of a class in a role
    "lose: no object and to schema:Person"       nothing in a role, and something in another
    "leave: object <post> schema:Organization"   one or the other

Nouns that no mention stands for ("breaks her wrist") are looked up in the phrase of the claim.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.errors import OntologyError
from kg.graph.ontology.pattern import parse_role
from kg.graph.ontology.schema import (
    EVENT,
    Curies,
    Demand,
    EventIndex,
    KindRule,
    KindRules,
    Ontology,
    RoleRule,
    RoleRules,
)
from kg.graph.ontology.sources import Statements
from kg.graph.ontology.unnamed_words import forms, unnamed, with_particle
from kg.graph.ontology.words import Words, names_of, noun_of, type_of, words_of_class
from kg.lang.en import word_list
from kg.model import Claim, Frame

LINE = re.compile(r"(?P<words>[^:<]+): +(?P<demands>.+)")
ABSENT = "|".join(word_list("function_words", "pattern-absence"))
DEMAND = re.compile(
    rf"(?P<no>(?:{ABSENT}) +)?"
    r"(?P<role>[a-z]+(?: [a-z]+)?)(?P<fillers>(?: +(?:<[\w-]+>|\w+:\w+))*)"
)
EVENT_WORDS = {"kg:eventVerb": Frame.VERB, "kg:eventNoun": Frame.HAPPENING}

# ---------------------------------------------------------------------------------- of a claim


def event_kinds(claim: Claim, ontology: Ontology) -> Curies:
    """Return the classes of event that a clause or a noun tells of; empty if it is unknown.

    What goes with the word counts first, then the word alone. It is only `sem:Event` for a word of
    no further class.
    """
    frame = claim.frame
    for name in (*with_particle(claim), *names_of(frame, claim.predicate)):
        key = (frame, name)
        for rule in ontology.kind_rules.get(key, ()):
            if _applies(rule, claim, ontology):
                return (rule.cls,)
        known = ontology.event_index.get(key)
        if known:
            return known
    return ()


def _applies(rule: KindRule, claim: Claim, ontology: Ontology) -> bool:
    return all(_holds(demand, claim, ontology) for demand in rule.demands)


def _holds(demand: Demand, claim: Claim, ontology: Ontology) -> bool:
    """Return whether a claim meets a demand."""
    nouns, classes = demand.nouns, demand.classes
    fillers = claim.fillers(demand.role)
    words = list(map(noun_of, fillers))
    words += unnamed(claim, demand.role)
    if demand.absent:
        return not words
    if not nouns and not classes:
        return bool(words)
    types = map(type_of, fillers)
    if classes and ontology.fits(types, classes):
        return True
    return any(not nouns.isdisjoint(forms(word)) for word in words)


# ------------------------------------------------------------------------------ of the ontology


def event_index(statements: Statements) -> EventIndex:
    """Return the classes of event that verbs and nouns name; plain `sem:Event` only if alone."""
    index = defaultdict(set)
    for cls in sorted(statements.values):
        for annotation, frame in EVENT_WORDS.items():
            for entry in statements.entries(cls, annotation):
                word = entry.text.lower()
                index[frame, word].add(cls)
    found = {}
    for key, classes in index.items():
        special = classes - {EVENT}
        in_order = sorted(special or classes)
        found[key] = tuple(in_order)
    return found


def kind_rules(statements: Statements, words_of: Words) -> KindRules:
    """Return the rules of `kg:eventWith` by word, those that ask for more in front.

    A word that is a verb and a noun has them for both.
    """
    index = defaultdict(list)
    for rule in _kind_rules(statements, words_of):
        for frame in EVENT_WORDS.values():
            key = (frame, rule.word)
            index[key].append(rule)
    found = {}
    for key, rules in index.items():
        rules.sort(key=_asked, reverse=True)
        found[key] = tuple(rules)
    return found


def _kind_rules(statements: Statements, words_of: Words) -> Iterator[KindRule]:
    """Yield the rules of `kg:eventWith`, with full names; note those that have no known form."""
    for cls in statements.values:
        for value in statements.lines(cls, "kg:eventWith"):
            file = value.file
            with statements.noting_faults(cls, file):
                for rule in parse_kind(value.text, cls, words_of):
                    yield _resolved(rule, statements, file)


def _resolved(rule: KindRule, statements: Statements, file: str) -> KindRule:
    """Return the rule with the full names of the classes that it asks for."""
    demands = []
    for demand in rule.demands:
        classes = [statements.resolve(name, file) for name in demand.classes]
        full = replace(demand, classes=frozenset(classes))
        demands.append(full)
    return replace(rule, demands=tuple(demands))


def _asked(rule: KindRule) -> tuple[int, int, int]:
    """Return how much a rule asks for: nouns tell more than classes of things."""
    demands = rule.demands
    of_nouns = [demand for demand in demands if demand.nouns]
    of_classes = [demand for demand in demands if demand.classes]
    return len(of_nouns), len(of_classes), len(demands)


def state_verbs(statements: Statements) -> frozenset[str]:
    """Return the verbs that never tell of an event."""
    verbs: set[str] = set()
    for subject in statements.values:
        verbs |= statements.words(subject, "kg:stateVerb")
    return frozenset(verbs)


def role_rules(statements: Statements) -> dict[str, RoleRules]:
    """Return the rules of `kg:roleOf` by class, in the order of the files."""
    rules_of = {}
    for cls in sorted(statements.values):
        if statements.of(cls, "kg:roleOf"):
            rules = _role_rules(statements, cls)
            rules_of[cls] = tuple(rules)
    return rules_of


def _role_rules(statements: Statements, cls: str) -> Iterator[RoleRule]:
    """Yield the rules of a class, with full names; note those that have no known form."""
    for value in statements.lines(cls, "kg:roleOf"):
        file = value.file
        with statements.noting_faults(cls, file):
            for rule in parse_role(value.text):
                property_ = statements.resolve(rule.property, file)
                filler = statements.resolve(rule.filler, file)
                yield replace(rule, property=property_, filler=filler)


# ------------------------------------------------------------------------------------- of a line


def parse_kind(text: str, cls: str, words_of: Words) -> Iterator[KindRule]:
    """Yield the rules of one line of `kg:eventWith`, one for each word.

    `words_of` gives the words of each class. Raises `OntologyError` for what has no such form.

    >>> rule, = parse_kind("fire: object schema:Person", "kg:Resignation", {})
    >>> rule.word, rule.demands[0].role, sorted(rule.demands[0].classes)
    ('fire', 'object', ['schema:Person'])
    """
    line = LINE.fullmatch(text.strip())
    if line is None:
        raise _fault(text)
    words, asked = line.groups()
    parts = asked.split(" and ")
    demands = [_demand(part, text, words_of) for part in parts]
    for entry in words.split(","):
        word = entry.strip().lower()
        yield KindRule(word, cls, tuple(demands))


def _demand(text: str, line: str, words_of: Words) -> Demand:
    parts = DEMAND.fullmatch(text.strip())
    if parts is None:
        raise _fault(line)
    nouns: set[str] = set()
    classes = set()
    for name in parts["fillers"].split():
        if ":" in name:
            classes.add(name)
        else:
            word_class = name.strip("<>")
            nouns |= words_of_class(word_class, words_of, f"kind {line!r}")
    return Demand(
        parts["role"],
        nouns=frozenset(nouns),
        classes=frozenset(classes),
        absent=bool(parts["no"]),
    )


def _fault(text: str) -> OntologyError:
    return OntologyError(
        f'kind {text!r}: write "win: object <prize>", "fire: object schema:Person" '
        'or "lose: no object and to schema:Person"'
    )
