"""Verbs behind the words that name relations: "directed" and "director" are of "direct"."""

from collections.abc import Iterable, Iterator, Mapping

from kg.graph.ontology.foreign.terms import word_class

VOWELS = "aeiou"


class Verbs:
    """The verbs that are known, and the forms of them that name relations."""

    def __init__(self, known: Iterable[str], nouns: Iterable[str] = ()):
        self._known = frozenset(known) | word_class("verb").keys()
        self._nouns = frozenset(nouns)

    def is_verb(self, word: str) -> bool:
        """Return whether a word is the lemma of a verb."""
        return word in self._known

    def of_participle(self, word: str) -> str:
        """Return the verb of a participle; empty for other words."""
        irregular = word_class("participle").get(word)
        if irregular:
            return irregular[0]
        if not word.endswith("ed"):
            return ""
        stem = word.removesuffix("ed")
        if stem.endswith("i"):
            return self._first([stem[:-1] + "y"]) or stem[:-1] + "y"
        guess = f"{stem}e" if stem.endswith(tuple("cgsuvz")) else stem
        return self._first(_stems(stem)) or guess

    def of_third_person(self, word: str) -> str:
        """Return the verb of a form such as "employs"; empty for nouns such as "headquarters"."""
        if not word.endswith("s") or word in self._nouns:
            return ""
        stems = [word[:-1]]
        if word.endswith("es"):
            stems.append(word[:-2])
        if word.endswith("ies"):
            stems.append(word[:-3] + "y")
        return self._first(stems)

    def of_agent(self, noun: str) -> str:
        """Return what somebody does to something who is called so: "direct" for "director"."""
        if noun in word_class("no-deed"):
            return ""
        named = word_class("deed").get(noun)
        if named:
            return named[0] if self.is_verb(named[0]) else ""
        return self._without(noun, word_class("agent-ending"))

    def of_deed(self, noun: str) -> str:
        """Return the verb of what a noun names: "found" for "founding", "release" for itself."""
        named = word_class("deed").get(noun)
        if named:
            return named[0]
        return self._first([noun]) or self._without(noun, word_class("deed-ending"))

    def _without(self, noun: str, endings: Iterable[str]) -> str:
        for ending in endings:
            stem = noun.removesuffix(ending)
            if stem == noun or len(stem) < 3:
                continue
            stems = _stems(stem)
            if stem.endswith("i"):
                stems = [*stems, stem[:-1] + "y"]
            verb = self._first(stems)
            if verb:
                return verb
        return ""

    def _first(self, words: Iterable[str]) -> str:
        """Return the first of some words that is a verb; empty if none is."""
        return next(filter(self.is_verb, words), "")


def _stems(stem: str) -> list[str]:
    """Return how the lemma may be spelt before an ending: "direct", "produce", "run"."""
    stems = [stem, f"{stem}e"]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        stems.append(stem[:-1])
    return stems


def singular(phrase: str, plurals: Mapping[str, str]) -> str:
    """Return a noun phrase with its last word in the singular, as far as endings show.

    `plurals` are the endings of plurals, the longest first, with those of singulars.
    """
    if phrase.endswith(tuple(word_class("no-plural"))):
        return phrase
    for ending, one in plurals.items():
        if phrase.endswith(ending) and len(phrase) > len(ending) + 2:
            return phrase.removesuffix(ending) + one
    return phrase


def forms(noun: str, plurals: Mapping[str, str]) -> Iterator[str]:
    """Yield a noun as it stands, in the singular, and other words for it."""
    found = [noun, singular(noun, plurals)]
    for each in tuple(found):
        found += word_class("synonym").get(each, ())
    yield from dict.fromkeys(found)
