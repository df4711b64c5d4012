"""The words of a clause that no mention stands for, from its phrase: "{0} is hit by car".

What stands in a role of the verb there tells of which kind its event is, as a mention would.
"""

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)

from kg.graph.ontology.pattern import (
    BY,
    OBJECT,
    PREPOSITIONS,
    SUBJECT,
)
from kg.graph.ontology.words import endings
from kg.lang.en import (
    word_list,
    word_set,
    word_values,
)
from kg.model import Claim, Frame

PASSIVE = word_set("verbs", "passive-auxiliary-in-phrase")
PARTICLES = word_set("verbs", "particle-like-an-adverb")
BETWEEN = word_list("function_words", "between-nouns-of-a-role")
PLURALS = word_values("signs", "plural-ending")  # the ending of the singular

Part = tuple[str, list[str]]  # a role, and the words that fill it


def with_particle(claim: Claim) -> Iterator[str]:
    """Yield a verb with the particle behind it that the parser takes for an adverb: "step down"."""
    if claim.frame is not Frame.VERB:
        return
    words = claim.phrase.split()
    at = _verb_at(words, claim.predicate)
    behind = words[at + 1 : at + 3]
    if PASSIVE.isdisjoint(words[at : at + 1]):
        behind = behind[:1]
    yield from (f"{claim.predicate} {word}" for word in behind[-1:] if word in PARTICLES)


def unnamed(claim: Claim, role: str) -> Iterator[str]:
    """Yield the noun phrases of a role that no mention stands for, from the phrase of a claim."""
    if claim.frame is not Frame.VERB:
        return
    for name, words in _parts(claim):
        if name == role:
            yield from _noun_phrases(words)


def _parts(claim: Claim) -> Iterator[Part]:
    """Yield each row of words in the phrase of a claim with its role: "shots are fired at {0}"."""
    words = claim.phrase.split()
    at = _verb_at(words, claim.predicate)
    before = words[:at]
    after = words[at:]
    is_passive = not PASSIVE.isdisjoint(after[:1])
    yield OBJECT if is_passive else SUBJECT, before
    length_of_verb = 2 if is_passive else 1
    role = OBJECT
    part = []
    for word in after[length_of_verb:]:
        preposition = word.lower()
        if preposition not in PREPOSITIONS:
            part.append(word)
            continue
        yield role, part
        is_doer = is_passive and preposition == BY
        role = SUBJECT if is_doer else preposition
        part = []
    yield role, part


def _verb_at(words: Sequence[str], predicate: str) -> int:
    """Return the place of the verb in a phrase; its end if it has none."""
    verb = predicate.partition(" ")[0]
    length = max(2, len(verb) - 1)
    stem = verb[:length]
    for at, word in enumerate(words):
        if word in PASSIVE or word.startswith(stem):
            return at
    return len(words)


def _noun_phrases(words: Iterable[str]) -> Iterator[str]:
    """Yield the noun phrases of a row of words, which "and", a comma or a mention parts."""
    phrase: list[str] = []
    for word in (*words, BETWEEN[0]):
        is_mention = word.startswith("{")
        if word not in BETWEEN and not is_mention:
            phrase.append(word.rstrip(","))
            if not word.endswith(","):
                continue
        if phrase:
            yield " ".join(phrase)
        phrase = []


def forms(phrase: str) -> set[str]:
    """Return a noun phrase and its endings, with the last word as it is and in the singular."""
    small = phrase.lower()
    forms = set(endings(small))
    for plural, singular in PLURALS.items():
        if small.endswith(plural):
            stem = small.removesuffix(plural)
            forms.update(endings(stem + singular))
    return forms
