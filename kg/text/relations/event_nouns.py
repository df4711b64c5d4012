"""Claims of nouns that may name an event: "Acme's acquisition of Bolt in May", "held talks with", "a 32-hour train ride".

Which nouns do is told by the ontology; here every common noun with some role around it is a candidate.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Claim, Frame, Passage, Role
from kg.text.attribution import assertion, presupposed
from kg.text.parse import clause_of, passage_of
from kg.text.relations.labels import clause_phrase, noun_phrase_template
from kg.text.relations.times.transfer import with_time_of_noun
from kg.text.syntax import (
    OBJECTS,
    PART,
    Document,
    implicit_subjects,
    measured,
    prepositional,
    verb_roles,
)
from kg.trace import stopped

LIGHT = word_set("verbs", "light-verb")
NO_EVENT = word_set("function_words", "leaves-event-open")
PART_PREPOSITIONS = word_set("function_words", "before-part-of-whole")
UNDERSTOOD = word_set("function_words", "event-adjunct")


def happening_claims(document: Document) -> Iterator[Claim]:
    """One claim for each common noun that is no mention itself and has a role filled, and for each part of a whole."""
    for noun in document.nouns:
        if (
            noun.pos_ != "NOUN"
            or document.mention(noun) is not None
            or noun.dep_ in ("compound", "npadvmod")
        ):
            continue
        roles = tuple(dict.fromkeys(_roles(noun, document)))
        whole = whole_of(noun)
        if not roles and whole is None and not _is_told_of(noun):
            if any(child.lower_ in NO_EVENT for child in noun.lefts):
                stopped(
                    "event-noun",
                    noun,
                    "the word before “{}” leaves open whether there was any",
                    noun,
                )
        else:
            how, light = _assertion(noun, document)
            yield Claim(
                Frame.HAPPENING,
                _predicate(noun),
                with_time_of_noun(noun, light_verb(noun), roles, document),
                _trigger(noun, light, document),
                document.sentence(noun),
                rule="light-verb" if light else "event-noun",
                phrase=clause_phrase(noun.head, roles, document)
                if light
                else noun_phrase_template(noun, roles, document),
                factuality=how.factuality,
                speaker=how.speaker,
                parent=None if whole is None else passage_of(whole, document.article.id),
            )


def _predicate(noun: Token) -> str:
    """The lemma with its compounds, which may make it another kind of event: "train ride", "border crossing"."""
    return " ".join(
        [
            *(
                child.lower_
                for child in noun.lefts
                if child.dep_ == "compound" and child.pos_ == "NOUN"
            ),
            noun.lemma_.lower(),
        ]
    )


def light_verb(noun: Token) -> Token | None:
    """The light verb that carries the noun as its object."""
    verb = noun.head
    return verb if noun.dep_ in OBJECTS and verb.lemma_ in LIGHT else None


def _trigger(noun: Token, light: bool, document: Document) -> Passage:
    """The noun, or from the light verb to the noun."""
    own = passage_of(noun, document.article.id)
    return Passage(own.article, min(noun.head.idx, own.start), own.end) if light else own


def _assertion(noun: Token, document: Document) -> tuple[Assertion, bool]:
    """The noun shares the assertion of its light verb, or of the clause that it is the subject or object of."""
    verb = light_verb(noun)
    if verb is not None:
        return assertion(verb, document), True
    if noun.dep_ in (*OBJECTS, "nsubj", "nsubjpass", "attr"):
        return assertion(clause_of(noun), document), False
    return presupposed(noun, document), False


def _roles(noun: Token, document: Document) -> Iterator[Role]:
    """Roles inside the noun phrase, then those that the clause around it lends."""
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            name = "subject" if child.dep_ == "poss" else "of"
            yield from (Role(name, mention) for mention in document.things(child))
        elif child.dep_ in ("prep", "agent"):
            yield from (
                Role("subject" if name == "by" else name, mention)
                for name, token in prepositional(child)
                for mention in document.things(token)
            )
    for token, mention in document.measures(noun):
        if _belongs(token, noun):
            yield from measured(mention)
    yield from _lent(noun, document)


def _is_told_of(noun: Token) -> bool:
    """True for a noun that may name an event although nobody is named beside it ("the global pandemic", "a ceasefire")."""
    is_argument = noun.dep_ in (*OBJECTS, "nsubj", "nsubjpass", "pobj", "attr", "conj")
    particular = any(child.dep_ in ("det", "compound", "amod", "poss") for child in noun.lefts)
    return is_argument and particular and not any(child.lower_ in NO_EVENT for child in noun.lefts)


def _belongs(token: Token, noun: Token) -> bool:
    """True where a time or quantity stands in the noun's own phrase, not in a clause or noun below it."""
    above = token.head
    while (
        above != noun
        and above.head != above
        and above.dep_ in ("compound", "prep", "nummod", "amod", "pobj", "npadvmod")
    ):
        above = above.head
    return above == noun


def _lent(noun: Token, document: Document) -> Iterator[Role]:
    """What the clause lends: all roles of a light verb; the subject of the clause that the noun is an adjunct of."""
    verb = light_verb(noun)
    if verb is not None:
        yield from (role for role in verb_roles(verb, document) if role.name != "object")
    elif noun.dep_ == "pobj" and noun.head.lower_ in UNDERSTOOD and noun.head.head.pos_ == "VERB":
        subjects = implicit_subjects(noun.head.head)
        yield from (
            Role("understood", mention) for token in subjects for mention in document.things(token)
        )
    elif noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        yield from (
            role for role in _lent(noun.head, document) if role.name in ("understood", "subject")
        )


def _whole_before(followed: Token) -> Token | None:
    """The whole of the part that another is told to have followed, whether the parser hangs it on the noun or on the verb."""
    before = followed.head
    if before.pos_ == "NOUN":
        return whole_of(before)
    return next(
        (child for child in before.children if child.dep_ == "nsubj" and before.lemma_ in PART),
        None,
    )


def whole_of(part: Token) -> Token | None:
    """The noun that the part's happening is told to belong to: "the journey began with a ride, followed by another"."""
    if part.dep_ == "pobj" and part.head.dep_ == "agent" and part.head.head.lemma_ == "follow":
        return _whole_before(part.head.head)
    if part.dep_ == "conj" and part.head.pos_ == "NOUN":
        return whole_of(part.head)
    verb = part.head
    if part.dep_ == "pobj" and part.head.lower_ in PART_PREPOSITIONS:
        verb = part.head.head
    if (
        verb.lemma_ not in PART
        or verb.pos_ != "VERB"
        or part.dep_ not in ("pobj", "xcomp", *OBJECTS)
    ):
        return None
    return next(
        (child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None
    )
