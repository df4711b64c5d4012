"""Claims of nouns that may name an event.

Examples are "Acme's acquisition of Bolt in May", "held talks with" and "a 32-hour train ride". The
ontology says which nouns do; here every common noun with some role around it is a candidate.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Claim, Frame, Passage, Role
from kg.text.attribution import event_assertion
from kg.text.parse import (
    any_label,
    any_word,
    governor_of,
    is_object,
    objects_after,
    passage_of,
    with_label,
)
from kg.text.parse.labels import PREMODIFIERS, PREPOSITIONS
from kg.text.relations.labels import clause_phrase, noun_phrase_template
from kg.text.relations.places import with_place_of_noun
from kg.text.relations.times.ahead import unless_ahead
from kg.text.relations.times.transfer import with_time_of_noun
from kg.text.syntax import PART, Document, implicit_subjects, measured, prepositional, verb_roles
from kg.trace import stopped

LIGHT = word_set("verbs", "light-verb")
NO_EVENT = word_set("function_words", "leaves-event-open")
PART_PREPOSITIONS = word_set("function_words", "before-part-of-whole")
UNDERSTOOD = word_set("function_words", "event-adjunct")
ARGUMENTS = word_set("labels", "event-argument")
INSIDE_PHRASE = word_set("labels", "inside-event-phrase")
UNDERGONE = word_set("nouns", "undergone")
SENT_BY = word_set("nouns", "sent-by")
BEFORE_UNDERGOER = word_set("function_words", "before-undergoer-of-noun")
OF_OWN_EVENT = word_set("verbs", "of-own-event")
OF_SUFFERED_EVENT = word_set("verbs", "of-suffered-event")
OF_LED_EVENT = word_set("verbs", "of-led-event")
OF_ANSWERED_EVENT = word_set("verbs", "of-answered-event")
OF_SUBJECT = OF_OWN_EVENT | OF_SUFFERED_EVENT | OF_LED_EVENT
CARRYING_OUT = word_set("verbs", "carrying-out")
TELLING = word_set("verbs", "telling-an-audience")
AUDIENCES = word_set("nouns", "audience-of-own-event")
TOWNS = frozenset({"schema:City", "schema:State"})
SUBJECT = "subject"
UNDERSTOOD_SUBJECT = "understood"


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
    if noun.pos_ != "NOUN" or noun.dep_ in ("compound", "npadvmod"):
        return False
    return document.mention(noun) is None


def _claim(noun: Token, roles: tuple[Role, ...], whole: Token | None, document: Document) -> Claim:
    """Return the claim of an event noun, which may be part of a whole."""
    light = light_verb(noun)
    roles = with_time_of_noun(noun, light, roles, document)
    told = event_assertion(noun, light, document)
    how = unless_ahead(told, light or noun, roles, document)
    if light is not None:
        rule = "light-verb"
        phrase = clause_phrase(light, roles, document, how.factuality)
    else:
        rule = "event-noun"
        phrase = noun_phrase_template(noun, roles, document)
    return Claim(
        Frame.HAPPENING,
        _predicate(noun),
        with_place_of_noun(noun, roles, document),
        _trigger(noun, light, document),
        document.sentence(noun),
        rule=rule,
        phrase=phrase,
        factuality=how.factuality,
        speaker=how.speaker,
        parent=None if whole is None else passage_of(whole, document.article.id),
    )


def _predicate(noun: Token) -> str:
    """Return the lemma with its compounds: "train ride", "border crossing"."""
    compounds = with_label(noun.lefts, "compound")
    words = [child.lower_ for child in compounds if child.pos_ == "NOUN"]
    words.append(noun.lemma_.lower())
    return " ".join(words)


def light_verb(noun: Token) -> Token | None:
    """Return the light verb that carries the noun as its object."""
    verb = noun.head
    if not is_object(noun):
        return None
    if verb.lemma_ not in LIGHT:
        return None
    return verb


def _trigger(noun: Token, light: Token | None, document: Document) -> Passage:
    """Return the passage of the noun, or from the light verb to the noun."""
    own = passage_of(noun, document.article.id)
    if light is None or light.idx > own.start:
        return own
    return Passage(own.article, light.idx, own.end)


def _roles(noun: Token, document: Document) -> Iterator[Role]:
    """Yield the roles inside the noun phrase, then those that the clause around it lends."""
    for child in noun.children:
        for name, token in _arguments_at(child, noun):
            for role in _filled(name, token, document):
                yield _placed(role) if child.dep_ in PREMODIFIERS else role
    for token, mention in document.measures(noun):
        if _is_inside(token, noun):
            yield from measured(mention)
    yield from _lent(noun, document)


def _arguments_at(child: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield the roles and nouns that stand at one child of an event noun."""
    if child.dep_ == "poss":
        yield ("of" if _owner_undergoes(noun) else SUBJECT), child
    elif child.dep_ in PREMODIFIERS:
        yield (SUBJECT if objects_after(noun, *BEFORE_UNDERGOER) else "of"), child
    elif child.dep_ in PREPOSITIONS:
        for preposition, token in prepositional(child):
            yield _role_after(preposition, noun), token
    elif child.dep_ == "acl" and child.lemma_ in CARRYING_OUT:
        for token in objects_after(child, "by"):
            yield SUBJECT, token


def _owner_undergoes(noun: Token) -> bool:
    """Return whether a noun tells what its owner undergoes: "Ann's arrest"."""
    if noun.lemma_ in UNDERGONE:
        return not objects_after(noun, "of")
    if objects_after(noun, *BEFORE_UNDERGOER):
        return False
    return bool(objects_after(noun, "by"))


def _role_after(preposition: str, noun: Token) -> str:
    """Return the role of what follows an event noun: who does it, behind "by" or "from"."""
    if preposition == "by":
        if noun.lemma_ in UNDERGONE:
            return "by"
        return SUBJECT
    if preposition == "from" and noun.lemma_ in SENT_BY:
        return SUBJECT
    return preposition


def _placed(role: Role) -> Role:
    """Return the role of a name before an event noun: a town is where it happened."""
    return Role("in", role.mention) if role.mention.type in TOWNS else role


def _filled(name: str, token: Token, document: Document) -> Iterator[Role]:
    """Yield a role for each mention that a noun phrase stands for."""
    for mention in document.referents(token):
        yield Role(name, mention)


def _is_particular(noun: Token) -> bool:
    """Return whether a noun may name an event by itself: "the global pandemic", "a ceasefire"."""
    if noun.dep_ not in ARGUMENTS:
        return False
    if any_word(noun.lefts, *NO_EVENT):
        return False
    return any_label(noun.lefts, "det", "compound", "amod", "poss")


def _is_inside(token: Token, noun: Token) -> bool:
    """Return whether a time or quantity stands in the noun's own phrase, in no clause below it."""
    for above in token.ancestors:
        if above == noun:
            return True
        if above.dep_ not in INSIDE_PHRASE:
            return False
    return False


def _lent(noun: Token, document: Document) -> Iterator[Role]:
    """Yield the roles that the clause around it lends an event noun."""
    verb = light_verb(noun)
    if verb is not None:
        roles = verb_roles(verb, document)
        yield from (role for role in roles if role.name != "object")
    elif noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        yield from filter(_is_of_subject, _lent(noun.head, document))
    else:
        name = _role_of_subject(noun)
        for subject in _understood(noun):
            yield from _filled(name, subject, document)


def _role_of_subject(noun: Token) -> str:
    """Return the role in an event of the subject of its clause: "faces trial", "secured a win"."""
    verb = noun.head.lemma_ if is_object(noun) else ""
    if verb in OF_SUFFERED_EVENT:
        return "undergoer"
    if verb in OF_ANSWERED_EVENT and noun.lemma_ in SENT_BY:
        return "recipient"
    if verb in TELLING and noun.lemma_ in AUDIENCES:
        return SUBJECT
    return SUBJECT if verb in OF_LED_EVENT else UNDERSTOOD_SUBJECT


def _is_of_subject(role: Role) -> bool:
    return role.name in (SUBJECT, UNDERSTOOD_SUBJECT)


def _understood(noun: Token) -> list[Token]:
    """Return the subjects of the clause that a noun is an adjunct of: "after a flight, she …"."""
    verb = noun.head if _is_of_subject_of(noun) else governor_of(noun, *UNDERSTOOD)
    if verb is None or verb.pos_ != "VERB":
        return []
    return implicit_subjects(verb)


def _is_of_subject_of(noun: Token) -> bool:
    """Return whether a noun is the object of a verb whose subject has a role in its event."""
    if not is_object(noun):
        return False
    verb = noun.head.lemma_
    return verb in OF_SUBJECT or (verb in OF_ANSWERED_EVENT and noun.lemma_ in SENT_BY)


def whole_of(part: Token) -> Token | None:
    """Return the noun of the event that another is said to be part of.

    An example is "the journey began with a ride, followed by another".
    """
    followed = _followed_by(part)
    if followed is not None:
        return _whole_before(followed)
    head = part.head
    if part.dep_ == "conj" and head.pos_ == "NOUN":
        return whole_of(head)
    if part.dep_ not in ("pobj", "xcomp", "dobj"):
        return None
    verb = governor_of(part, *PART_PREPOSITIONS)
    if verb is None:
        verb = head
    if verb.pos_ != "VERB":
        return None
    for subject in _subjects_with_parts(verb):
        if subject.pos_ == "NOUN":
            return subject
    return None


def _followed_by(part: Token) -> Token | None:
    """Return "followed" if the part is what it is followed by."""
    by = part.head
    verb = by.head
    if part.dep_ != "pobj" or by.dep_ != "agent":
        return None
    if verb.lemma_ == "follow":
        return verb
    return None


def _subjects_with_parts(verb: Token) -> list[Token]:
    """Return the subjects of a verb that says that something has parts, and none of others."""
    if verb.lemma_ not in PART:
        return []
    return with_label(verb.children, "nsubj")


def _whole_before(followed: Token) -> Token | None:
    """Return the whole of the part that another is said to have followed.

    The parser hangs the later part on the noun or on the verb.
    """
    before = followed.head
    if before.pos_ == "NOUN":
        return whole_of(before)
    return next(iter(_subjects_with_parts(before)), None)
