"""Short clauses that a person can read, for the labels of events: "{0} crosses {1} by boat".

`{n}` stands for the filler of the n-th role of the claim, whose name is only known when all
articles are read. Verbs stand in the present tense; what is no mention stands in the article's own
words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, filterfalse, islice

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention, Role
from kg.text.parse import (
    conjuncts,
    direct_objects,
    governed_by,
    is_preposition,
    is_recipient,
    neighbour,
    noun_phrase,
    possessors,
    prepositions_of,
    verb_lemma,
    with_label,
)
from kg.text.parse.labels import NOUN_CLAUSES, OBJECTS_AND_PREDICATES
from kg.text.relations.verb_forms import antecedent_of, verb_form
from kg.text.syntax import Document, implicit_subjects, is_command, is_of_number, misparsed_agents

SAYS_LITTLE = word_set("nouns", "empty-in-label")
DROPPED = word_set("labels", "left-out-of-label")
COMPLEMENTS = OBJECTS_AND_PREDICATES | {"acomp"}
MAX_PREPOSITIONS = 2  # prepositional phrases in a label
MAX_WORDS = 6  # words of a noun phrase that is no mention; of a longer one the last two


def clause_phrase(verb: Token, roles: Sequence[Role], document: Document) -> str:
    """Return the clause of a verb as a template over the roles of its claim."""
    template = _template(roles, document)
    lead = _lead(verb)
    form = verb_form(verb, lead)
    return _spaced(template.nouns(lead), _plain(form), *template.tail(verb))


def noun_phrase_template(noun: Token, roles: Sequence[Role], document: Document) -> str:
    """Return an event noun with what belongs to it as a template: "{0}'s journey to {1}"."""
    template = _template(roles, document)
    owners = possessors(noun)
    owner = f"{template.nouns(owners)}’s" if owners else ""
    own = _without_owners(noun, owners)
    return _spaced(owner, _plain(own), *template.prepositions(noun))


# --------------------------------------------------------------------------------------- templates


@dataclass(frozen=True, slots=True)
class _Template:
    """A label in the making: `fillers` stand in it as placeholders, in the order of their roles."""

    fillers: Sequence[Mention]
    document: Document

    def tail(self, verb: Token) -> Iterator[str]:
        """Yield what follows the verb in a label.

        These are objects, recipients, an infinitive, the agent of a passive, and the first
        prepositional phrases.
        """
        yield self.nouns(filter(is_recipient, verb.children))
        yield self.nouns(with_label(verb.children, *COMPLEMENTS))
        for child in verb.children:
            if child.dep_ == "agent":
                yield self._agents(child)
            elif _is_infinitive(child):
                yield self._infinitive(child)
        yield from self.prepositions(verb)

    def _agents(self, by: Token) -> str:
        """Return who does it in a passive, with "by"."""
        doers = self.nouns([*governed_by(by), *misparsed_agents(by)])
        return f"by {doers}" if doers else ""

    def _infinitive(self, verb: Token) -> str:
        """Return an infinitive or participle with its objects.

        Examples are "to abandon the hope" and "crossing the bridge".
        """
        form = verb.lower_
        if any(child.tag_ == "TO" for child in verb.children):
            form = f"to {verb_lemma(verb)}"
        objects = direct_objects(verb)
        return _spaced(_plain(form), self.nouns(objects))

    def prepositions(self, token: Token) -> Iterator[str]:
        """Yield the first prepositional phrases, but not those of time: the event has its date."""
        prepositions = filter(is_preposition, token.children)
        phrases = filter(None, map(self._preposition, prepositions))
        return islice(phrases, MAX_PREPOSITIONS)

    def _preposition(self, prep: Token) -> str:
        """Return a prepositional phrase; empty if it is a time or says little."""
        if is_of_number(prep):
            return ""
        links = [prep, *prepositions_of(prep)[:1]]
        nouns = governed_by(links[-1])
        ends = [noun for noun in nouns if noun.lemma_ not in SAYS_LITTLE]
        if not ends or self._has_time(ends):
            return ""
        words = " ".join(link.lower_ for link in links)
        return f"{_plain(words)} {self.nouns(ends)}"

    def _has_time(self, tokens: Sequence[Token]) -> bool:
        """Return whether one of some nouns is a time."""
        mentions = self.document.mentions(tokens)
        return any(mention.time is not None for mention in mentions)

    def nouns(self, tokens: Iterable[Token]) -> str:
        """Return noun phrases in one.

        What fills a role is a placeholder; all else stands in the article's own words.
        """
        coordinated = chain.from_iterable(map(conjuncts, tokens))
        heads = filterfalse(_is_piece, coordinated)
        phrases = dict.fromkeys(map(self._noun, heads))
        *others, last = phrases or [""]
        if not others:
            return last
        return f"{', '.join(others)} and {last}"

    def _noun(self, token: Token) -> str:
        """Return one noun phrase, as a placeholder if it fills a role."""
        noun = antecedent_of(token)
        mention = self.document.thing(token)
        if noun != token and self.document.thing(noun) is None:
            mention = None
        if mention not in self.fillers:
            return _own_words(noun)
        place = self.fillers.index(mention)
        return f"{{{place}}}"


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


# ------------------------------------------------------------------------------------------- nouns


def _without_owners(noun: Token, owners: Sequence[Token]) -> str:
    """Return the words of an event noun from the first that is no owner and no determiner."""
    words = noun_phrase(noun)
    kept = (word for word in words if not _is_left_out(word, noun, owners))
    first = next(kept, noun)
    return noun.doc[first.i : noun.i + 1].text


def _is_left_out(token: Token, noun: Token, owners: Sequence[Token]) -> bool:
    """Return whether a token is a determiner of a noun or a mark at it, or belongs to an owner."""
    if token.dep_ in DROPPED and token.head == noun:
        return True
    return any(token in owner.subtree for owner in owners)


def _own_words(noun: Token) -> str:
    """Return a noun phrase in the article's words, without determiner; if it is long its end."""
    words = noun_phrase(noun)
    if len(words) > MAX_WORDS:
        words = words[-2:]
    while len(words) > 1 and words[0].dep_ in DROPPED:
        words = words[1:]
    start = _start_of_word(words[0])
    return _plain(noun.doc[start : noun.i + 1].text)


def _start_of_word(token: Token) -> int:
    """Return the index of the first piece of a hyphenated word that a token ends."""
    start = token.i
    while start > 1 and _is_piece(token.doc[start - 1]):
        start -= 1
    return start


def _is_piece(token: Token) -> bool:
    """Return whether a token stands before the end of a hyphenated word, or is its hyphen.

    Examples are "pre" and "-" in "pre-orders".
    """
    after = neighbour(token, 1)
    if after is None or token.whitespace_:
        return False
    if token.text == "-":
        return True
    return after.text == "-" and not after.whitespace_


# ------------------------------------------------------------------------------------------- words


def _spaced(*words: str) -> str:
    """Return words with blanks between them, without the empty ones."""
    return " ".join(filter(None, words))


def _plain(text: str) -> str:
    """Return the article's own words with single blanks, and without braces.

    Braces would look like the place of a filler.
    """
    return " ".join(text.replace("{", "(").replace("}", ")").split())
