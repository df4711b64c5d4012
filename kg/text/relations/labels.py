"""Short clauses that a person can read, for the labels of events: "{0} crosses {1} by boat".

`{n}` stands for the filler of the n-th role of the claim, whose name is only known when all
articles are read. Verbs stand in the present tense; what is no mention stands in the article's own
words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, filterfalse, islice

from spacy.tokens import Token

from kg.model import Factuality, Mention, Role
from kg.text.parse import (
    any_label,
    conjuncts,
    direct_objects,
    governed_by,
    is_preposition,
    is_recipient,
    objects_after,
    possessors,
    prepositions_of,
    subjects,
    with_label,
)
from kg.text.parse.labels import NOUN_CLAUSES, OBJECTS_AND_PREDICATES, VERBS
from kg.text.relations.label_verbs import (
    Manner,
    dependent_form,
    participle,
    particles,
    reads_passive,
    verb_form,
    with_auxiliaries,
)
from kg.text.relations.label_words import (
    RELATIVE,
    antecedent_of,
    has_no,
    is_negated,
    is_piece,
    is_plural,
    own_words,
    plain,
    says_much,
    says_no,
    spaced,
    without_owners,
)
from kg.text.syntax import (
    Document,
    implicit_subjects,
    is_command,
    is_of_number,
    misparsed_agents,
    undergoes,
)

COMPLEMENTS = OBJECTS_AND_PREDICATES | {"acomp"}
MAX_PREPOSITIONS = 2  # prepositional phrases in a label


def clause_phrase(
    verb: Token,
    roles: Sequence[Role],
    document: Document,
    factuality: Factuality = Factuality.ASSERTED,
) -> str:
    """Return the clause of a verb as a template over the roles of its claim.

    What is denied, planned or only possible says so.
    """
    template = _template(roles, document)
    lead = _lead(verb)
    passive = reads_passive(verb)
    raised: list[Token] = []
    if participle(verb) and not lead and not passive:
        raised = direct_objects(verb)
    told = lead or raised
    nouns = [*lead, *filter(_is_complement, verb.children)]
    negated = is_negated(verb)
    if factuality is Factuality.DENIED and not says_no(nouns):
        negated = True
    manner = Manner(factuality, is_plural(told, document), passive or bool(raised), negated)
    form = verb_form(verb, manner)
    if verb.tag_ == "VBG" and not lead:
        form = verb.lower_
    tail = template.tail(verb, with_objects=not raised)
    return spaced(template.nouns(told), plain(form), *tail)


def noun_phrase_template(noun: Token, roles: Sequence[Role], document: Document) -> str:
    """Return an event noun with what belongs to it as a template: "{0}'s journey to {1}"."""
    template = _template(roles, document)
    owners = possessors(noun)
    owner = f"{template.nouns(owners)}’s" if owners else ""
    own = without_owners(noun, owners)
    return spaced(owner, plain(own), *template.prepositions(noun))


# --------------------------------------------------------------------------------------- templates


@dataclass(frozen=True, slots=True)
class _Template:
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
        complements = filter(_is_complement, verb.children)
        return self.nouns(complements)

    def _complement(self, child: Token, with_objects: bool) -> str:
        """Return a child of a verb that is no preposition as it stands in a label."""
        if _is_complement(child):
            return self.nouns([child]) if with_objects else ""
        if child.dep_ == "agent":
            return self._agents(child)
        if _is_infinitive(child):
            return self._infinitive(child)
        if _is_content(child):
            return self._content(child)
        return ""

    def _agents(self, by: Token) -> str:
        """Return who does it in a passive, with "by"."""
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
        """Return "the house searched" of "to have the house searched", else nothing."""
        if not undergoes(verb):
            return ""
        if any_label(verb.children, "aux", "auxpass", "mark"):
            return ""
        told = self.nouns(subjects(verb))
        return spaced(told, verb.lower_)

    def _content(self, verb: Token) -> str:
        """Return what is ordered, demanded or the like: "that he resign"."""
        told = self.nouns(subjects(verb))
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
        if is_of_number(prep):
            return ""
        links = [prep, *prepositions_of(prep)[:1]]
        nouns = governed_by(links[-1])
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

    def nouns(self, tokens: Iterable[Token]) -> str:
        """Return noun phrases in one.

        What fills a role is a placeholder; all else stands in the article's own words.
        """
        coordinated = chain.from_iterable(map(conjuncts, tokens))
        heads = filterfalse(is_piece, coordinated)
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
            return self._partitive(noun) or own_words(noun)
        place = self.fillers.index(mention)
        return f"{{{place}}}"

    def _partitive(self, noun: Token) -> str:
        """Return "one of the founders" or "three of its men" whole; empty for other phrases."""
        if noun.pos_ not in ("NUM", "PRON", "DET"):
            return ""
        whole = self.nouns(objects_after(noun, "of"))
        if whole:
            return f"{plain(noun.text)} of {whole}"
        return ""


def _template(roles: Sequence[Role], document: Document) -> _Template:
    return _Template([role.mention for role in roles], document)


# ------------------------------------------------------------------------------------------- verbs


def _lead(verb: Token) -> list[Token]:
    """Return what stands before a verb in its label: its subjects, else the noun it follows."""
    subjects = implicit_subjects(verb)
    if subjects:
        return subjects
    if verb.dep_ in NOUN_CLAUSES:
        return [verb.head]
    return []


def _is_infinitive(child: Token) -> bool:
    """Return whether a child of a verb is an infinitive or participle that completes it."""
    if child.dep_ != "xcomp" or child.pos_ != "VERB":
        return False
    return not is_command(child)


def _is_complement(child: Token) -> bool:
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
