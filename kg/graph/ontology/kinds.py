"""Words whose kind of event depends on what goes with them: win a prize, win an election.

A line of `kg:eventWith` names the words, then what has to go with them:

    "win, take: object <prize>"                  a noun of a class of words in a role
    "fire: object schema:Person"                 a thing of a class in a role
    "lose: no object and to schema:Person"       nothing in a role, and something in another
    "leave: object <post> schema:Organization"   one or the other

Nouns that no mention stands for ("breaks her wrist") are looked up in the phrase of the claim.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from kg.errors import OntologyError
from kg.graph.ontology.schema import Demand, KindRule, Ontology, endings, noun_of, type_of
from kg.lang.en import word_list, word_set, word_values
from kg.model import Claim, Frame

PREPOSITIONS = word_set("function_words", "pattern-preposition")
LINE = re.compile(r"(?P<words>[^:<]+): +(?P<demands>.+)")
DEMAND = re.compile(
    r"(?P<no>no +)?(?P<role>[a-z]+(?: [a-z]+)?)(?P<fillers>(?: +(?:<[\w-]+>|\w+:\w+))*)"
)
PASSIVE = word_set("verbs", "passive-auxiliary-in-phrase")
BETWEEN = word_list("function_words", "between-nouns-of-a-role")
PLURALS = word_values("signs", "plural-ending")  # the ending of the singular

Words = Mapping[str, frozenset[str]]  # the words of each class


def event_kinds(claim: Claim, ontology: Ontology) -> tuple[str, ...]:
    """Return the classes of event that a clause or a noun tells of; empty if it is unknown.

    What goes with the word counts first, then the word alone. It is only `sem:Event` for a word of
    no further class.
    """
    predicate = claim.predicate.lower()
    for name in (predicate,) if claim.frame is Frame.VERB else endings(predicate):
        for rule in ontology.kind_rules.get((claim.frame, name), ()):
            if all(_holds(demand, claim, ontology) for demand in rule.demands):
                return (rule.cls,)
        known = ontology.event_index.get((claim.frame, name), ())
        if known:
            return known
    return ()


def _holds(demand: Demand, claim: Claim, ontology: Ontology) -> bool:
    """Return whether a claim meets a demand."""
    fillers = claim.fillers(demand.role)
    words = [*map(noun_of, fillers), *_unnamed(claim, demand.role)]
    if demand.absent:
        return not words
    if not demand.nouns and not demand.classes:
        return bool(words)
    pairs = product(map(type_of, fillers), demand.classes)
    if any(ontology.is_a(type_, cls) for type_, cls in pairs):
        return True
    return any(not demand.nouns.isdisjoint(_forms(word)) for word in words)


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
    demands = tuple(_demand(part, text, words_of) for part in line["demands"].split(" and "))
    for word in line["words"].split(","):
        yield KindRule(word.strip().lower(), cls, demands)


def resolved(rule: KindRule, resolve: Callable[[str], str]) -> KindRule:
    """Return the rule with the full names of the classes that it asks for."""
    demands = (
        replace(demand, classes=frozenset(map(resolve, demand.classes))) for demand in rule.demands
    )
    return replace(rule, demands=tuple(demands))


def _demand(text: str, line: str, words_of: Words) -> Demand:
    parts = DEMAND.fullmatch(text.strip())
    if parts is None:
        raise _fault(line)
    named = parts["fillers"].split()
    classes = frozenset(name for name in named if ":" in name)
    nouns: set[str] = set()
    for name in set(named) - classes:
        if name[1:-1] not in words_of:
            raise OntologyError(
                f"kind {line!r} names the word class {name}, which no file gives:"
                " add a kg:WordClass with that label"
            )
        nouns |= words_of[name[1:-1]]
    return Demand(parts["role"], frozenset(nouns), classes, bool(parts["no"]))


def _fault(text: str) -> OntologyError:
    return OntologyError(
        f'kind {text!r}: write "win: object <prize>", "fire: object schema:Person" '
        'or "lose: no object and to schema:Person"'
    )


def _unnamed(claim: Claim, role: str) -> list[str]:
    """Return the noun phrases of a role that no mention stands for, from the phrase of a claim."""
    if claim.frame is not Frame.VERB:
        return []
    return [phrase for name, phrase in _phrases(claim) if name == role]


def _phrases(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield each noun phrase in the phrase of a claim with its role: "shots are fired at {0}"."""
    tokens = claim.phrase.split()
    at = _verb_at(tokens, claim.predicate)
    passive = tokens[at : at + 1] and tokens[at] in PASSIVE
    yield from _split("object" if passive else "subject", tokens[:at])
    after = tokens[at + (2 if passive else 1) :]
    starts = [n for n, token in enumerate(after) if token.lower() in PREPOSITIONS]
    ends = [*starts, len(after)]
    yield from _split("object", after[: ends[0]])
    for start, end in zip(starts, ends[1:], strict=True):
        name = after[start].lower()
        yield from _split("subject" if passive and name == "by" else name, after[start + 1 : end])


def _verb_at(tokens: list[str], predicate: str) -> int:
    """Return the place of the verb in a phrase; its end if it has none."""
    verb = predicate.partition(" ")[0]
    stem = verb[: max(2, len(verb) - 1)]
    forms = (n for n, word in enumerate(tokens) if word in PASSIVE or word.startswith(stem))
    return next(forms, len(tokens))


def _split(role: str, tokens: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the noun phrases of a row of words, which "and" or a mention parts."""
    words = []
    for token in (*tokens, BETWEEN[0]):
        ends = token.endswith(",")
        if token not in BETWEEN and not token.startswith("{"):
            words.append(token.rstrip(","))
            if not ends:
                continue
        if words:
            yield role, " ".join(words)
        words = []


def _forms(phrase: str) -> set[str]:
    """Return a noun phrase and its endings, with the last word as it is and in the singular."""
    forms = set(endings(phrase))
    for plural, singular in PLURALS.items():
        if phrase.lower().endswith(plural):
            forms.update(endings(phrase.lower().removesuffix(plural) + singular))
    return forms
