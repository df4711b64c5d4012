"""The parts of a label: objects, infinitives, clauses and prepositional phrases of a verb or noun.

What fills a role of the claim is a placeholder, all else stands in the article's own words.
"""

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass
from itertools import (
    chain,
    filterfalse,
    islice,
)

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.mentions import picked_from
from kg.text.parse import (
    any_label,
    children_with,
    conjuncts,
    direct_objects,
    governed_by,
    has_child,
    is_preposition,
    is_recipient,
    objects_after,
    prepositions_of,
    subjects,
    with_label,
)
from kg.text.parse.labels import OBJECTS_AND_PREDICATES, VERBS
from kg.text.relations.label_verbs import (
    dependent_form,
    particles,
    with_auxiliaries,
)
from kg.text.relations.label_words import (
    RELATIVE,
    antecedent_of,
    has_no,
    is_piece,
    own_words,
    plain,
    says_much,
    spaced,
)
from kg.text.syntax import (
    Document,
    is_command,
    is_of_number,
    misparsed_agents,
    undergoes,
)

SECOND = word_set("function_words", "second-of-preposition")  # "because of", "due to"
COMPLEMENTS = OBJECTS_AND_PREDICATES | {"acomp"}
MAX_PREPOSITIONS = 2  # prepositional phrases in a label


@dataclass(frozen=True, slots=True)
class Template:
    """A label in the making: `fillers` stand in it as placeholders, in the order of their roles."""

    fillers: Sequence[Mention]
    document: Document

    def tail(self, verb: Token, *, with_objects: bool = True) -> Iterator[str]:
        """Yield what follows the verb in a label, in the order of the text.

        These are objects, recipients, an infinitive or clause, the agent of a passive, and the
        first prepositional phrases; what stands before the verb comes last.
        """
        prepositions = self._first_prepositions(verb)
        before: list[str] = []
        for child in verb.children:
            words = prepositions.get(child.i) or self._complement(child, with_objects)
            if not words:
                continue
            if child.i < verb.i:
                before.append(words)
            else:
                yield words
        yield from before

    def objects(self, verb: Token) -> str:
        """Return the objects, predicates and recipients of a verb."""
        complements = filter(is_complement, verb.children)
        return self.nouns(complements)

    def _complement(self, child: Token, with_objects: bool) -> str:
        """Return a child of a verb that is no preposition as it stands in a label."""
        if is_complement(child):
            return self.nouns([child]) if with_objects else ""
        if child.dep_ == "agent" or (child.dep_ == "conj" and child.lower_ == "by"):
            return self._agents(child)
        if _is_infinitive(child):
            return self._infinitive(child)
        if _is_content(child):
            return self._content(child)
        return ""

    def _agents(self, by: Token) -> str:
        """Return who does it in a passive, with "by"."""
        if has_child(by, "neg"):
            return ""  # "not by Ann but by Bo"
        nouns = [*governed_by(by), *misparsed_agents(by)]
        agents = self.nouns(nouns)
        if agents:
            return f"by {agents}"
        return ""

    def _infinitive(self, verb: Token, depth: int = 0) -> str:
        """Return an infinitive or participle with its objects.

        Examples are "to abandon the hope", "not to carry out an attack", "to have the house
        searched" and "crossing the bridge".
        """
        form = plain(dependent_form(verb))
        words = [form, *particles(verb), self.objects(verb)]
        clauses = with_label(verb.children, "ccomp")
        words += map(self._small_clause, clauses)
        if depth == 0:
            for child in filter(_is_infinitive, verb.children):
                inner = self._infinitive(child, depth + 1)
                words.append(inner)
        return spaced(*words)

    def _small_clause(self, verb: Token) -> str:
        """Return "the house searched" of "to have the house searched", else nothing.

        So, too, "the gang use the trucks" of "to let the gang use the trucks".
        """
        if any_label(verb.children, "aux", "auxpass", "mark"):
            return ""
        told = self.nouns(subjects(verb))
        if undergoes(verb):
            return spaced(told, verb.lower_)
        if verb.tag_ != "VB" or not told:
            return ""
        return spaced(told, verb.lower_, *particles(verb), self.objects(verb))

    def _content(self, verb: Token) -> str:
        """Return what is ordered, demanded or the like: "that he resign"."""
        told = self.nouns(subjects(verb))
        if verb.tag_ == "VB" and not any_label(verb.children, "aux", "mark"):
            return self._small_clause(verb)
        if any_label(verb.children, "ccomp"):
            return ""  # "that he had seen" would say little without what he saw
        if verb.pos_ not in VERBS:
            return spaced(told, own_words(verb))  # "finds Ann guilty"
        form = plain(with_auxiliaries(verb))
        objects = self.objects(verb)
        where = islice(self.prepositions(verb), 1)
        return spaced("that", told, form, *particles(verb), objects, *where)

    def prepositions(self, token: Token) -> Iterator[str]:
        """Yield the first prepositional phrases, but not those of time: the event has its date."""
        yield from self._first_prepositions(token).values()

    def _first_prepositions(self, token: Token) -> dict[int, str]:
        """Return the first prepositional phrases by the index of their preposition."""
        found = {
            child.i: phrase
            for child in filter(is_preposition, token.children)
            if (phrase := self._preposition(child))
        }
        return dict(islice(found.items(), MAX_PREPOSITIONS))

    def _preposition(self, prep: Token) -> str:
        """Return a prepositional phrase; empty if it is a time or says little."""
        if is_of_number(prep) or self._is_in_time(prep):
            return ""
        links = [prep, *children_with(prep, "pcomp", words=SECOND)]
        links += prepositions_of(prep)[:1]
        nouns = governed_by(links[-1]) or governed_by(prep)
        ends = [noun for noun in nouns if says_much(noun)]
        if not ends or self._has_time(ends):
            return ""
        words = [link.lower_ for link in links]
        phrase = plain(" ".join(words))
        return f"{phrase} {self.nouns(ends)}"

    def _has_time(self, tokens: Sequence[Token]) -> bool:
        """Return whether one of some nouns is a time."""
        mentions = self.document.mentions(tokens)
        return any(mention.time is not None for mention in mentions)

    def _is_in_time(self, prep: Token) -> bool:
        """Return whether a preposition stands inside a time: "the day before yesterday"."""
        times = (time for _, time in self.document.measures(prep.head) if time.time is not None)
        return any(time.passage.start <= prep.idx < time.passage.end for time in times)

    def _is_mere_piece(self, noun: Token) -> bool:
        """Return whether a noun is a piece of a hyphenated word, unlike that of "mother-in-law"."""
        return is_piece(noun) and self.document.referent(noun) is None

    def is_filler(self, noun: Token) -> bool:
        """Return whether a noun stands for a mention that fills a role."""
        return self.document.referent(noun) in self.fillers

    def nouns(self, tokens: Iterable[Token]) -> str:
        """Return noun phrases in one.

        What fills a role is a placeholder; all else stands in the article's own words.
        """
        coordinated = chain.from_iterable(map(conjuncts, tokens))
        heads = filterfalse(self._is_mere_piece, coordinated)
        phrases = dict.fromkeys(map(self._noun, heads))
        *others, last = phrases or [""]
        if not others:
            return last
        return f"{', '.join(others)} and {last}"

    def _noun(self, token: Token) -> str:
        """Return one noun phrase, as a placeholder if it fills a role."""
        noun = antecedent_of(token)
        mention = self.document.referent(token)
        if noun != token and self.document.referent(noun) is None:
            mention = None
        if mention not in self.fillers or has_no(noun):
            return self._partitive(noun) or self._whole(noun)
        place = f"{{{self.fillers.index(mention)}}}"
        if self.document.mention(noun) == mention:
            return place
        if picked_from(noun) is None:
            return place
        count = plain(noun.text)
        return f"{count} of the {place}"

    def _whole(self, noun: Token) -> str:
        """Return a noun phrase with what "of" adds to it: "front of the hall"."""
        ends = objects_after(noun, "of")
        if not ends or self._has_time(ends):
            return own_words(noun)
        return f"{own_words(noun)} of {self.nouns(ends)}"

    def _partitive(self, noun: Token) -> str:
        """Return "one of the founders" or "three of its men" whole; empty for other phrases."""
        if noun.pos_ not in ("NUM", "PRON", "DET"):
            return ""
        whole = self.nouns(objects_after(noun, "of"))
        if whole:
            return f"{plain(noun.text)} of {whole}"
        return ""


def _is_infinitive(child: Token) -> bool:
    """Return whether a child of a verb is an infinitive or participle that completes it."""
    if child.dep_ != "xcomp" or child.pos_ != "VERB":
        return False
    return not is_command(child)


def is_complement(child: Token) -> bool:
    """Return whether a child of a verb is an object, a recipient or a predicate."""
    if child.tag_ in RELATIVE and antecedent_of(child) == child:
        return False
    return is_recipient(child) or child.dep_ in COMPLEMENTS


def _is_content(child: Token) -> bool:
    """Return whether a child is a clause that says what is ordered, demanded or the like."""
    if child.dep_ != "ccomp":
        return False
    if child.i < child.head.i:
        return False
    if direct_objects(child.head):
        return False
    between = child.doc[child.head.i : child.i + 1]
    if not subjects(child):
        return False
    return not any(token.is_quote for token in between)
