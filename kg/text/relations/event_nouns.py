"""Claims of nouns that may name an event.

Examples are "Acme's acquisition of Bolt in May", "held talks with" and "a 32-hour train ride". The
ontology says which nouns do; here every common noun with some role around it is a candidate.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Claim, Frame, Passage, Role
from kg.text.attribution import assertion, presupposed
from kg.text.parse import clause_of, passage_of
from kg.text.relations.labels import clause_phrase, noun_phrase_template
from kg.text.relations.places import with_place_of_noun
from kg.text.relations.times.transfer import with_time_of_noun
from kg.text.syntax import (
    OBJECTS,
    PART,
    Document,
    any_label,
    any_word,
    implicit_subjects,
    is_object,
    measured,
    prepositional,
    verb_roles,
    with_label,
)
from kg.trace import stopped

LIGHT = word_set("verbs", "light-verb")
NO_EVENT = word_set("function_words", "leaves-event-open")
PART_PREPOSITIONS = word_set("function_words", "before-part-of-whole")
UNDERSTOOD = word_set("function_words", "event-adjunct")
ARGUMENTS = (*OBJECTS, "nsubj", "nsubjpass", "pobj", "attr", "conj")
INSIDE_PHRASE = ("compound", "prep", "nummod", "amod", "pobj", "npadvmod")


def happening_claims(document: Document) -> Iterator[Claim]:
    """Yield the claims of common nouns that are no mention themselves.

    Each has a role filled, or is part of a whole, or may name an event by itself.
    """
    for noun in document.nouns:
        if not _is_candidate(noun, document):
            continue
        roles = tuple(dict.fromkeys(_roles(noun, document)))
        whole = whole_of(noun)
        if roles or whole is not None or _is_particular(noun):
            yield _claim(noun, roles, whole, document)
        elif any_word(noun.lefts, *NO_EVENT):
            reason = "the word before “{}” leaves open whether there was any"
            stopped("event-noun", noun, reason, noun)


def _is_candidate(noun: Token, document: Document) -> bool:
    """Return whether a noun is a common noun, no mention, and no mere modifier."""
    is_modifier = noun.dep_ in ("compound", "npadvmod")
    return noun.pos_ == "NOUN" and not is_modifier and document.mention(noun) is None


def _claim(noun: Token, roles: tuple[Role, ...], whole: Token | None, document: Document) -> Claim:
    """Return the claim of an event noun, which may be part of a whole."""
    how = _assertion(noun, document)
    light = light_verb(noun)
    if light is not None:
        rule, phrase = "light-verb", clause_phrase(noun.head, roles, document)
    else:
        rule, phrase = "event-noun", noun_phrase_template(noun, roles, document)
    return Claim(
        Frame.HAPPENING,
        _predicate(noun),
        with_place_of_noun(noun, with_time_of_noun(noun, light, roles, document), document),
        _trigger(noun, light, document),
        document.sentence(noun),
        rule=rule,
        phrase=phrase,
        factuality=how.factuality,
        speaker=how.speaker,
        parent=None if whole is None else passage_of(whole, document.article.id),
    )


def _predicate(noun: Token) -> str:
    """Return the lemma with its compounds, which may make it another kind of event.

    Examples are "train ride" and "border crossing".
    """
    compounds = with_label(noun.lefts, "compound")
    before = [child.lower_ for child in compounds if child.pos_ == "NOUN"]
    return " ".join([*before, noun.lemma_.lower()])


def light_verb(noun: Token) -> Token | None:
    """Return the light verb that carries the noun as its object."""
    verb = noun.head
    return verb if is_object(noun) and verb.lemma_ in LIGHT else None


def _trigger(noun: Token, light: Token | None, document: Document) -> Passage:
    """Return the passage of the noun, or from the light verb to the noun."""
    own = passage_of(noun, document.article.id)
    if light is None:
        return own
    return Passage(own.article, min(light.idx, own.start), own.end)


def _assertion(noun: Token, document: Document) -> Assertion:
    """Return how the event is put forward.

    The noun shares the assertion of its light verb, or of the clause it is subject or object of.
    """
    verb = light_verb(noun)
    if verb is not None:
        return assertion(verb, document)
    if noun.dep_ in (*OBJECTS, "nsubj", "nsubjpass", "attr"):
        return assertion(clause_of(noun), document)
    return presupposed(noun, document)


def _roles(noun: Token, document: Document) -> Iterator[Role]:
    """Yield the roles inside the noun phrase, then those that the clause around it lends."""
    for child in noun.children:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            name = "subject" if child.dep_ == "poss" else "of"
            yield from _filled(name, child, document)
        elif child.dep_ in ("prep", "agent"):
            for preposition, token in prepositional(child):
                name = "subject" if preposition == "by" else preposition
                yield from _filled(name, token, document)
    for token, mention in document.measures(noun):
        if _is_inside(token, noun):
            yield from measured(mention)
    yield from _lent(noun, document)


def _filled(name: str, token: Token, document: Document) -> Iterator[Role]:
    """Yield a role for each mention that a noun phrase stands for."""
    for mention in document.things(token):
        yield Role(name, mention)


def _is_particular(noun: Token) -> bool:
    """Return whether a noun may name an event although nobody is named beside it.

    Examples are "the global pandemic" and "a ceasefire".
    """
    is_narrowed = any_label(noun.lefts, "det", "compound", "amod", "poss")
    return noun.dep_ in ARGUMENTS and is_narrowed and not any_word(noun.lefts, *NO_EVENT)


def _is_inside(token: Token, noun: Token) -> bool:
    """Return whether a time or quantity stands in the noun's own phrase.

    It may stand in a clause or noun below it instead.
    """
    above = token.head
    while above != noun and above.head != above and above.dep_ in INSIDE_PHRASE:
        above = above.head
    return above == noun


def _lent(noun: Token, document: Document) -> Iterator[Role]:
    """Yield the roles that the clause lends an event noun.

    They are all roles of a light verb, or the subject of the clause that the noun is an adjunct of.
    """
    verb = light_verb(noun)
    head = noun.head
    if verb is not None:
        for role in verb_roles(verb, document):
            if role.name != "object":
                yield role
    elif _is_adjunct(noun):
        for token in implicit_subjects(head.head):
            yield from _filled("understood", token, document)
    elif noun.dep_ == "conj" and head.pos_ == "NOUN":
        for role in _lent(head, document):
            if role.name in ("understood", "subject"):
                yield role


def _is_adjunct(noun: Token) -> bool:
    """Return whether an event noun is an adjunct of a clause: "after a flight, she …"."""
    prep = noun.head
    is_behind = noun.dep_ == "pobj" and prep.lower_ in UNDERSTOOD
    return is_behind and prep.head.pos_ == "VERB"


def whole_of(part: Token) -> Token | None:
    """Return the noun of the event that another is said to be part of.

    An example is "the journey began with a ride, followed by another".
    """
    head = part.head
    if part.dep_ == "pobj" and head.dep_ == "agent" and head.head.lemma_ == "follow":
        return _whole_before(head.head)
    if part.dep_ == "conj" and head.pos_ == "NOUN":
        return whole_of(head)
    is_behind = part.dep_ == "pobj" and head.lower_ in PART_PREPOSITIONS
    verb = head.head if is_behind else head
    if verb.pos_ != "VERB" or verb.lemma_ not in PART:
        return None
    if part.dep_ not in ("pobj", "xcomp", *OBJECTS):
        return None
    subjects = with_label(verb.children, "nsubj")
    return next((subject for subject in subjects if subject.pos_ == "NOUN"), None)


def _whole_before(followed: Token) -> Token | None:
    """Return the whole of the part that another is said to have followed.

    The parser hangs the later part on the noun or on the verb.
    """
    before = followed.head
    if before.pos_ == "NOUN":
        return whole_of(before)
    if before.lemma_ not in PART:
        return None
    return next(iter(with_label(before.children, "nsubj")), None)
