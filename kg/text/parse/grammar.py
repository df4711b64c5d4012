"""Questions about a dependency tree that several rooms ask.

Labels are those of spaCy's English models (CLEAR style); `kg.text.parse.labels` names them. A
condition on children is the set of their dependencies, or of their words in small letters; without
one, any will do.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Set

from spacy.tokens import Doc, Span, Token

from kg.lang.en import word_set, word_values
from kg.text.parse.labels import (
    ADPOSITIONS,
    AUXILIARIES,
    CLAUSES,
    LEFT_OF_NOUN,
    PASSIVE_DEPENDENTS,
    PASTS,
    PREMODIFIERS,
    PREPOSITIONS_AND_DATIVES,
    RELATIVE_PRONOUNS,
    SUBJECTS,
    VERBS,
)

PARTS_OF_A_FINITE_VERB = SUBJECTS | {"aux"}
# One vowel before one consonant, which would be doubled: "fined" is of "fine", not of "fin".
SHORT = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprtvz]")
NOT_OF_HEADLINE = AUXILIARIES | word_set("labels", "not-of-headline")
WITH_OBJECT = word_set("verbs", "always-with-object")
LEMMA_OF_FORM = word_values("verbs", "lemma-of-misread-form")

DEPENDENTS = "kg_dependents"  # key in what a document carries along
Dependents = list[list[tuple[str, str, int]]]
Words = Collection[str] | None  # that a condition asks for; without them, any will do


def verb_lemma(verb: Token) -> str:
    """Return the lemma of a verb in small letters, mended if the model's is known to be wrong."""
    form = verb.lower_
    lemma = LEMMA_OF_FORM.get(form, verb.lemma_.lower())
    is_undoubled = form in (f"{lemma}ed", f"{lemma}ing")
    if is_undoubled and SHORT.fullmatch(lemma):
        return f"{lemma}e"
    return lemma


def with_particle(verb: Token) -> str:
    """Return the lemma of a verb with its particle: "rule out"; without one, the lemma alone."""
    particle = first_child(verb, "prt")
    lemma = verb_lemma(verb)
    return lemma if particle is None else f"{lemma} {particle.lower_}"


def children_with(token: Token, *deps: str, words: Words = None) -> Iterator[Token]:
    """Yield the children of a token that have one of some dependencies, in text order.

    With no dependency, those with any. `words` narrows them to these words, in small letters.
    """
    doc = token.doc
    for dep, word, index in _dependents(doc)[token.i]:
        if deps and dep not in deps:
            continue
        if words is None or word in words:
            yield doc[index]


def _dependents(doc: Doc) -> Dependents:
    """Return the children of each token, by label, word in small letters and index.

    They are found once for a document and kept with it: rules ask for them many times a word, and
    most of what spaCy would have to hand out is asked for another label.
    """
    known: Dependents | None = doc.user_data.get(DEPENDENTS)
    if known is not None:
        return known
    children: Dependents = [[] for _ in doc]
    for token in doc:
        head = token.head.i
        if head != token.i:
            children[head].append((token.dep_, token.lower_, token.i))
    doc.user_data[DEPENDENTS] = children
    return children


def has_child(token: Token, *deps: str, words: Words = None) -> bool:
    """Return whether a token has a child with one of some dependencies and one of some words."""
    return first_child(token, *deps, words=words) is not None


def first_child(token: Token, *deps: str, words: Words = None) -> Token | None:
    """Return the first child with one of some dependencies and one of some words, or None."""
    return next(children_with(token, *deps, words=words), None)


def with_label(tokens: Iterable[Token], *deps: str) -> list[Token]:
    """Return those of some tokens that have one of some dependencies, in their order."""
    return [token for token in tokens if token.dep_ in deps]


def with_word(tokens: Iterable[Token], *words: str) -> list[Token]:
    """Return those of some tokens that are one of some words in small letters, in their order."""
    return [token for token in tokens if token.lower_ in words]


def any_label(tokens: Iterable[Token], *deps: str) -> bool:
    """Return whether one of some tokens has one of some dependencies."""
    return any(token.dep_ in deps for token in tokens)


def any_word(tokens: Iterable[Token], *words: str) -> bool:
    """Return whether one of some tokens is one of some words in small letters."""
    return any(token.lower_ in words for token in tokens)


def objects_of(governor: Token, *deps: str) -> list[Token]:
    """Return the objects of a verb or preposition, in text order; `deps` asks for other kinds.

    Direct objects of a verb, and what hangs on a preposition as its noun. A word such as
    "including" is both; `direct_objects` and `governed_by` ask for one kind alone.
    """
    return list(children_with(governor, *(deps or ("dobj", "pobj"))))


def direct_objects(verb: Token) -> list[Token]:
    """Return the direct objects of a verb: "bridge" in "closed the bridge"."""
    return objects_of(verb, "dobj")


def governed_by(preposition: Token) -> list[Token]:
    """Return the nouns of a preposition, without those coordinated with them."""
    return objects_of(preposition, "pobj")


def prepositions_of(governor: Token, *words: str) -> list[Token]:
    """Return the prepositions of a verb or noun; only those among `words`, if there are any."""
    return list(children_with(governor, "prep", words=words or None))


def objects_after(governor: Token, *prepositions: str) -> list[Token]:
    """Return the nouns after some prepositions of a word: "coast", after "off", in "off the coast".

    The prepositions are asked for in small letters; with none, those after any preposition.
    """
    nouns: list[Token] = []
    for preposition in children_with(governor, "prep", "agent", words=prepositions or None):
        nouns += governed_by(preposition)
    return nouns


def possessors(noun: Token) -> list[Token]:
    """Return the owners before a noun, in text order: "Lund" of "Lund's bridge", "his"."""
    return list(children_with(noun, "poss"))


def possessor(noun: Token) -> Token | None:
    """Return the first word that says whose a noun is: "her" in "her brother"; None without one."""
    return first_child(noun, "poss")


def is_object(noun: Token) -> bool:
    """Return whether a noun is the direct object of a verb."""
    return noun.dep_ == "dobj"


def is_recipient(token: Token) -> bool:
    """Return whether a token is the indirect object of a verb without a preposition."""
    return token.dep_ == "dative" and token.pos_ != "ADP"


def is_preposition(token: Token) -> bool:
    """Return whether a token is a preposition that leads to an argument or adjunct."""
    return token.dep_ in PREPOSITIONS_AND_DATIVES and token.pos_ in ADPOSITIONS


def is_inside_phrase(token: Token) -> bool:
    """Return whether a token stands before the noun that it describes, as in "Danish ships"."""
    return token.dep_ in PREMODIFIERS


def governor_of(noun: Token, *prepositions: str) -> Token | None:
    """Return what the preposition before a noun hangs on: "mayor" for "Lima" of "mayor of Lima".

    None if the noun is not the object of one of these prepositions; with none given, any will do.
    """
    link = noun.head
    if noun.dep_ != "pobj" or (prepositions and link.lower_ not in prepositions):
        return None
    return link.head


def antecedent(token: Token, *through: str, tags: Collection[str] = RELATIVE_PRONOUNS) -> Token:
    """Return the noun that a relative pronoun stands for; any other word itself.

    The pronoun hangs on the verb of its clause. `through` names the dependencies that may lie
    between: "conj" for the second verb of "which opened and closed", "prep" for "over which they
    ran". `tags` are those of the words that are taken for relative pronouns.
    """
    if token.tag_ not in tags:
        return token
    verb = token.head
    while verb.dep_ in through and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def subjects(verb: Token) -> list[Token]:
    """Return the subjects of a verb itself, in text order, without those of clauses around it."""
    return list(children_with(verb, *SUBJECTS))


def is_passive(verb: Token) -> bool:
    """Return whether a verb is passive.

    So are "was arrested", a bare participle with an agent ("owned by"), "freed" in "was arrested
    and freed", and the participle of a headline ("Mayor arrested in Oslo").
    """
    links = {child.dep_ for child in verb.children}
    if links & PASSIVE_DEPENDENTS or _is_of_headline(verb, links):
        return True
    if verb.tag_ != "VBN" or links & PARTS_OF_A_FINITE_VERB:
        return False
    is_coordinated = verb.dep_ == "conj" and verb.head != verb
    return is_coordinated and is_passive(verb.head)


def _is_of_headline(verb: Token, links: Set[str]) -> bool:
    """Return whether a verb of some dependents is a headline's participle without "was".

    Headlines tell in the present, so that a past form without the object that its verb has to have
    is one.
    """
    if verb.tag_ not in PASTS or verb.lemma_.lower() not in WITH_OBJECT:
        return False
    if links & NOT_OF_HEADLINE or "nsubj" not in links:
        return False
    words = [token for token in verb.sent if not token.is_space]
    return not words[-1].is_punct


def is_behind_semicolon(clause: Token) -> bool:
    """Return whether a semicolon parts a clause from the verb behind it that governs its tree.

    So it is in "The mayor resigned; he denies it".
    """
    verb = clause.head
    between = clause.doc[clause.i : verb.i]
    return any_word(between, ";")


def neighbour(token: Token, by: int) -> Token | None:
    """Return the token so many places after another (before it, if negative); None beyond the text.

    `Token.nbor` raises there, and many a text ends without a full stop.
    """
    at = token.i + by
    return token.doc[at] if 0 <= at < len(token.doc) else None


def word_before(token: Token) -> str:
    """Return the word before a token in small letters; empty at the start of the text."""
    before = neighbour(token, -1)
    return before.lower_ if before is not None else ""


def tag_before(token: Token) -> str:
    """Return the tag of the word before a token; empty at the start of the text."""
    before = neighbour(token, -1)
    return before.tag_ if before is not None else ""


def clause_of(token: Token) -> Token:
    """Return the verb (or predicate) of the smallest clause around a token."""
    while token.head != token:
        if token.pos_ in VERBS and token.dep_ in CLAUSES:
            return token
        token = token.head
    return token


def noun_phrase(head: Token) -> Span:
    """Return the base noun phrase of a noun: from its first modifier on the left to itself."""
    modifiers = with_label(head.lefts, *LEFT_OF_NOUN)
    starts = [modifier.left_edge.i for modifier in modifiers]
    left = min(starts, default=head.i)
    return head.doc[left : head.i + 1]
