"""Predications: which noun is said of which mentions, and by which construction.

These are appositions, copulas, verbs of naming, "as", posts and leading descriptions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Assertion,
    Factuality,
    Kind,
    Mention,
)
from kg.text.attribution import assertion, presupposed
from kg.text.parse import (
    any_word,
    governor_of,
    has_child,
    is_object,
    neighbour,
    possessors,
    subjects,
    with_label,
)
from kg.text.parse.labels import (
    COMPOUNDS,
    NOUN_CLAUSES,
    OBJECTS_AND_PREDICATES,
    PLURALS,
)
from kg.text.relations.choices import (
    names_among,
    title_of,
    with_word_behind,
)
from kg.text.relations.holders import (
    Holders,
    explained,
    holders_of_post,
    subjects_of,
    undergoers,
)
from kg.text.syntax import (
    Document,
    behind,
    first_conjunct,
    is_kin,
    leading,
    named_kin,
)
from kg.trace import fired, stopped
from kg.vocabulary import PEOPLE

NAMING = word_set("verbs", "naming")
WORKING_AS = word_set("verbs", "working-as")
POSTS = word_set("nouns", "post")
HOLDING = word_set("verbs", "holding-a-post")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
POST_PREPOSITIONS = word_set("function_words", "after-post")
COPULAS = word_set("verbs", "copula")
DEFINITE = word_set("function_words", "definite-article")
NO = word_set("function_words", "no-of-noun")
NOT = word_set("function_words", "negated-apposition")
APPOSITION = "apposition-post"
COPULA = "copula"
AS = "as"
NOUN_PHRASE = "noun-phrase"
POST = "post"


@dataclass(frozen=True)
class Predication:
    """A noun that is said of some holders, by which construction, and how it is put forward."""

    noun: Token
    holders: Holders
    rule: str
    how: Assertion
    verb: Token | None = None

    def __post_init__(self) -> None:
        """Note where it was found: the claim itself is made further on."""
        fired(self.rule, self.noun)


Predications = Iterator[Predication]


def predications(noun: Token, document: Document) -> Predications:
    """Yield all that a noun is said of.

    If it is said of nothing else, it is said of its own thing: "the founder of Acme said".
    """
    first = first_conjunct(noun, document)
    if first.dep_ == "attr" and _picks_one(first):
        reason = "“{}” only picks one of many"
        stopped(COPULA, noun, reason, noun)
        return
    all_said = [*_apposed(first, noun, document), *_predicated(first, noun, document)]
    kin = named_kin(noun, document) if is_kin(noun) else ()
    if kin:  # what follows in the text is surer than the parse of a list
        for other in all_said:
            stopped(other.rule, noun, "the names after a word of kinship are surer")
        how = presupposed(noun, document)
        yield Predication(noun, kin, "kin-names", how)
    elif all_said:
        yield from all_said
    elif document.mention(noun) is not None:
        is_listed = first.dep_ == "appos" and _is_listed(first, document)
        own = document.mention(noun) if is_listed else document.referent(noun)
        if own is not None:
            how = presupposed(noun, document)
            yield Predication(noun, (own,), NOUN_PHRASE, how)


# ------------------------------------------------------------------------------------- appositions


def _apposed(first: Token, noun: Token, document: Document) -> Predications:
    """Yield appositions on either side, and the name right after a description.

    An example of the last is "his daughter Ann".
    """
    if possessors(noun):
        first = noun  # "his wife, Ann, and their son, Bo" are two things
    if first.dep_ == "appos":
        yield from _after_holder(first, noun, document)
    for name in with_label(first.children, "appos"):
        yield from _before_names(first, noun, name, document)
    if first.dep_ in COMPOUNDS:
        yield from _before_title(first, noun, document)


def _after_holder(first: Token, noun: Token, document: Document) -> Predications:
    """Yield what a description behind its holder is said of: "Ann Bolt, founder of Acme"."""
    holders = () if _is_listed(first, document) else explained(first, noun, document)
    if holders:
        how = _presupposed(noun, document)
        yield Predication(noun, holders, APPOSITION, how)
    else:
        reason = "“{}”, which it stands beside, is no mention"
        stopped(APPOSITION, noun, reason, first.head)


def _is_listed(first: Token, document: Document) -> bool:
    """Return whether a description is one of a list: "its editor, a photographer and a trainee".

    Behind one name it is if several people are in it: "Ann Bolt, the captain and three others".
    """
    holder = document.mention(first.head)
    if holder is None:
        return False
    conjuncts = with_label(first.rights, "conj")
    if holder.kind is Kind.NOMINAL:
        return any(has_child(conjunct, "det") for conjunct in conjuncts)
    others = with_label(first.head.rights, "conj")
    is_one = first.head.dep_ != "conj" and all(other.i > first.i for other in others)
    if holder.type not in PEOPLE or not is_one:
        return False
    return any(described.tag_ in PLURALS for described in (first, *conjuncts, *others))


def _before_names(first: Token, noun: Token, name: Token, document: Document) -> Predications:
    """Yield what a description before its holders is said of: "Acme's founder, Ann Bolt"."""
    names = names_among(document.referents(name))
    holders = tuple(names if first.tag_ in PLURALS else names[:1])
    if noun.tag_ in PLURALS and len(holders) == 1 and holders[0].type in PEOPLE:
        stopped("apposition-pre", noun, "“{}” are several, and one name follows", noun)
    elif _is_of_another(name, noun, document):
        stopped("apposition-pre", noun, "another description stands right before “{}”", name)
    elif holders:
        how = _presupposed(noun, document)
        yield Predication(noun, holders, "apposition-pre", how)
    else:
        stopped("apposition-pre", noun, "“{}”, which stands beside it, is no name", name)


def _is_of_another(name: Token, noun: Token, document: Document) -> bool:
    """Return whether a person stands right before the comma of a name, and is not the noun's.

    "The farmer was held after a driver, Ann Bolt, was shot": the name is the driver's.
    """
    comma, last = neighbour(name.left_edge, -1), neighbour(name.left_edge, -2)
    if comma is None or last is None or comma.text != "," or last == noun:
        return False
    between = document.mention(last)
    if between is None or between.kind is not Kind.NOMINAL or between.plural:
        return False
    return between.type in PEOPLE and any_word(with_label(last.lefts, "det"), *INDEFINITE)


def _before_title(first: Token, noun: Token, document: Document) -> Predications:
    """Yield what a description right before a name with its title is said of."""
    named = document.mention(first.head)
    if named is None or not named.is_name:
        return
    title = title_of(named)
    if first.idx < title.start:
        how = _presupposed(noun, document)
        yield Predication(noun, (named,), "title", how)


# -------------------------------------------------------------------------------------- predicates


def _predicated(first: Token, noun: Token, document: Document) -> Predications:
    """Yield what a noun is said of after a copula, after "named", after "as", or in front."""
    group = governor_of(first, "of")
    if group is not None and behind(group) == first:
        first = group  # "one of the founders"
    construction = _after_preposition if first.dep_ == "pobj" else _of_verb
    predication = construction(first, noun, document)
    if predication is None:
        predication = _leading(first, noun, document)
    if predication is not None:
        yield predication
    elif _is_after_as(first):
        reason = "“{}” is no verb of naming or working as something"
        stopped("as", noun, reason, first.head.head)
    elif first.dep_ == "nsubj":
        yield from _of_subject(first, noun, document)


def _of_subject(subject: Token, noun: Token, document: Document) -> Predications:
    """Yield what a subject is said to be by name: "the founder is Ann Bolt"."""
    verb = subject.head
    if verb.lemma_ == "be":
        attributes = with_label(verb.children, "attr")
        names = names_among(document.referents_of(attributes))
        how = assertion(verb, document)
        if names:
            yield Predication(noun, tuple(names), COPULA, how, verb)


def _is_after_as(first: Token) -> bool:
    """Return whether a noun stands after "as" at a verb."""
    governor = governor_of(first, "as")
    return governor is not None and governor.pos_ == "VERB"


def _of_verb(first: Token, noun: Token, document: Document) -> Predication | None:
    """Return what a noun is said of after a copula or a verb of naming."""
    verb = first.head
    if first.dep_ == "attr" and verb.lemma_ in COPULAS:
        holders = subjects_of(verb, document)
        how = _said_of(first, assertion(verb, document))
        return Predication(noun, holders, COPULA, how, verb)
    if first.dep_ in OBJECTS_AND_PREDICATES and verb.lemma_ in NAMING:
        holders = undergoers(verb, first, document)
        how = assertion(verb, document)
        return Predication(noun, holders, "naming", how, verb)
    return None


def _picks_one(noun: Token) -> bool:
    """Return whether a noun only picks one of many: "the only player to be booked"."""
    if not any_word(with_label(noun.lefts, "det"), *DEFINITE):
        return False
    clauses = with_label(noun.rights, *NOUN_CLAUSES)
    return any(any_word(clause.lefts, "to") for clause in clauses)


def _said_of(noun: Token, how: Assertion) -> Assertion:
    """Return how a noun is said of somebody: "is no relation of his" denies it."""
    before = neighbour(noun.left_edge, -1)
    is_denied = any_word(with_label(noun.lefts, "det", "neg"), *NO, *NOT)
    is_denied = is_denied or (before is not None and before.lower_ in NOT)
    is_denied = is_denied and how.factuality.stands
    return replace(how, factuality=Factuality.DENIED) if is_denied else how


def _presupposed(noun: Token, document: Document) -> Assertion:
    """Return how a noun in apposition is said of somebody: ", no relation of his," denies it."""
    return _said_of(noun, presupposed(noun, document))


def _after_preposition(first: Token, noun: Token, document: Document) -> Predication | None:
    """Return what a noun is said of after "as" at a verb, or after a noun for a post."""
    verb = governor_of(first, "as")
    if verb is not None and verb.lemma_ in WORKING_AS:
        holders = _working(verb, first, document)
        how = assertion(verb, document)
        return Predication(noun, holders, AS, how, verb)
    post = governor_of(first, *POST_PREPOSITIONS)
    if post is not None and post.lemma_ in POSTS:
        return _of_post(post, noun, document)
    return None


def _of_post(post: Token, noun: Token, document: Document) -> Predication | None:
    """Return who has a post: its owner, else the subject of a verb of having one as its object.

    Who "turned down the post of director" has none.
    """
    holders = holders_of_post(post, document)
    if possessors(post) or not is_object(post):
        return Predication(noun, holders, POST, presupposed(noun, document))
    verb = post.head
    if HOLDING.isdisjoint(with_word_behind(verb)):
        stopped(POST, noun, "“{}” is no verb of having a post", verb)
        return None
    return Predication(noun, holders, POST, assertion(verb, document), verb)


def _working(verb: Token, noun: Token, document: Document) -> Holders:
    """Return who works as something: the one who is hired, else the subject."""
    hired = undergoers(verb, noun, document)
    if hired and verb.lemma_ != "join":
        return hired
    return subjects_of(verb, document)


def _leading(first: Token, noun: Token, document: Document) -> Predication | None:
    """Return what a description at the start of the sentence is said of."""
    holders = _led_by(first, document)
    if holders is None:
        return None
    how = presupposed(noun, document)
    return Predication(noun, holders, "leading", how)


def _led_by(first: Token, document: Document) -> Holders | None:
    """Return the subject of a description at the start of the sentence; None if it is none."""
    verb = first.head
    led = leading(verb, subjects(verb))
    if led is not None:
        description, subject = led
        if description == first:
            return document.referents(subject)
    if first.dep_ != "nsubj":
        return None
    late = _late_subject(first, document)
    if late is None:
        return None
    return (late,)


def _late_subject(noun: Token, document: Document) -> Mention | None:
    """Return the name after a leading description that is parsed as if it explained its last word.

    "A subsidiary of shipbuilder Acme, Bolt makes boats": no comma parts the name from the verb.
    """
    start = noun.left_edge
    last = noun.right_edge
    after = neighbour(last, 1)
    if start != noun.sent[0]:
        return None
    if start.lower_ not in INDEFINITE:
        return None
    if after is None or after.is_punct:
        return None
    for apposition in with_label(noun.subtree, "appos"):
        if apposition.i <= noun.i + 2 or apposition.right_edge != last:
            continue
        if document.is_name(apposition):
            return document.mention(apposition)
    return None
