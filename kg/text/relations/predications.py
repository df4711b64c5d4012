"""Predications: which noun is said of which mentions, and by which construction.

These are appositions, copulas, verbs of naming, "as", posts and leading descriptions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Assertion, Mention
from kg.text.attribution import assertion, presupposed
from kg.text.parse import clause_of, neighbour, subjects
from kg.text.syntax import (
    PLURAL,
    Document,
    any_label,
    behind,
    first_conjunct,
    implicit_subjects,
    is_kin,
    is_object,
    leading,
    named_kin,
    objects_of,
    possessors,
    with_label,
)
from kg.trace import fired, stopped

NAMING = word_set("verbs", "naming")
WORKING_AS = word_set("verbs", "working-as")
POSTS = word_set("nouns", "post")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
POST_PREPOSITIONS = word_set("function_words", "after-post")
COPULAS = word_set("verbs", "copula")
PEOPLE = ("schema:Person", "kg:Group", "")


@dataclass(frozen=True)
class Predication:
    """A noun that is said of some holders, by which construction, and how it is put forward."""

    noun: Token
    holders: tuple[Mention, ...]
    rule: str
    how: Assertion
    verb: Token | None = None

    def __post_init__(self) -> None:
        """Note where it was found: the claim itself is made further on."""
        fired(self.rule, self.noun)


def predications(noun: Token, document: Document) -> Iterator[Predication]:
    """Yield all that a noun is said of.

    If it is said of nothing else, it is said of its own thing: "the founder of Acme said".
    """
    first = first_conjunct(noun, document)
    all_said = [*_apposed(first, noun, document), *_predicated(first, noun, document)]
    kin = named_kin(noun, document) if is_kin(noun) else ()
    if kin:  # what follows in the text is surer than the parse of a list
        for other in all_said:
            stopped(other.rule, noun, "the names after a word of kinship are surer")
        all_said = [Predication(noun, kin, "kin-names", presupposed(noun, document))]
    yield from all_said
    if all_said or document.mention(noun) is None:
        return
    own = document.thing(noun)
    if own is not None:
        yield Predication(noun, (own,), "noun-phrase", presupposed(noun, document))


# ------------------------------------------------------------------------------------- appositions


def _apposed(first: Token, noun: Token, document: Document) -> Iterator[Predication]:
    """Yield appositions on either side, and the name right after a description.

    An example of the last is "his daughter Ann".
    """
    how = presupposed(noun, document)
    if possessors(noun):
        first = noun  # "his wife, Ann, and their son, Bo" are two things
    if first.dep_ == "appos":
        holders = _explained(first, noun, document)
        if holders:
            yield Predication(noun, holders, "apposition-post", how)
        else:
            reason = "“{}”, which it stands beside, is no mention"
            stopped("apposition-post", noun, reason, first.head)
    for child in with_label(first.children, "appos"):
        names = _names(document.things(child))
        if names:
            holders = names if first.tag_ in PLURAL else names[:1]
            yield Predication(noun, holders, "apposition-pre", how)
        else:
            reason = "“{}”, which stands beside it, is no name"
            stopped("apposition-pre", noun, reason, child)
    named = _named_behind(first, document)
    if named is not None:
        yield Predication(noun, (named,), "title", how)


def _names(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if mention.is_name)


def _named_behind(first: Token, document: Document) -> Mention | None:
    """Return the name right behind its description, if the description is not its title."""
    named = document.mention(first.head)
    if named is None or not named.is_name or first.dep_ not in ("compound", "nmod"):
        return None
    start_of_title = named.passage.start - len(named.title) - 1
    return named if first.idx < start_of_title else None


def _explained(first: Token, noun: Token, document: Document) -> tuple[Mention, ...]:
    """Return who an apposition is about; kin is about people.

    "He was born in Oslo, the son of a miner" is about him, not about Oslo.
    """
    holder = document.thing(first.head)
    if is_kin(noun) and (holder is None or holder.type not in PEOPLE):
        return _subjects(clause_of(first.head), document)
    return (holder,) if holder is not None else ()


# -------------------------------------------------------------------------------------- predicates


def _predicated(first: Token, noun: Token, document: Document) -> Iterator[Predication]:
    """Yield what a noun is said of after a copula, after "named", after "as", or in front."""
    if first.dep_ == "pobj" and first.head.lower_ == "of":
        group = first.head.head
        if behind(group) == first:  # "one of the founders"
            first = group
    construction = _after_preposition if first.dep_ == "pobj" else _of_verb
    predication = construction(first, noun, document) or _leading(first, noun, document)
    if predication is not None:
        yield predication
    elif _is_after_as(first):
        reason = "“{}” is no verb of naming or working as something"
        stopped("as", noun, reason, first.head.head)
    elif first.dep_ == "nsubj" and first.head.lemma_ == "be":
        verb = first.head
        attributes = document.things_of(with_label(verb.children, "attr"))
        how = assertion(verb, document)
        yield Predication(noun, _names(tuple(attributes)), "copula", how, verb)


def _is_after_as(first: Token) -> bool:
    """Return whether a noun stands after "as" at a verb."""
    prep = first.head
    return first.dep_ == "pobj" and prep.lower_ == "as" and prep.head.pos_ == "VERB"


def _of_verb(first: Token, noun: Token, document: Document) -> Predication | None:
    """Return what a noun is said of after a copula or a verb of naming."""
    verb = first.head
    if first.dep_ == "attr" and verb.lemma_ in COPULAS:
        holders, rule = _subjects(verb, document), "copula"
    elif first.dep_ in ("oprd", "attr", "dobj") and verb.lemma_ in NAMING:
        holders, rule = _undergoers(verb, first, document), "naming"
    else:
        return None
    return Predication(noun, holders, rule, assertion(verb, document), verb)


def _after_preposition(first: Token, noun: Token, document: Document) -> Predication | None:
    """Return what a noun is said of after "as" at a verb, or after a noun for a post."""
    prep = first.head
    governor = prep.head
    if prep.lower_ == "as" and governor.lemma_ in WORKING_AS:
        holders = _working(governor, first, document)
        return Predication(noun, holders, "as", assertion(governor, document), governor)
    if prep.lower_ in POST_PREPOSITIONS and governor.lemma_ in POSTS:
        holders = _holders_of_post(governor, document)
        return Predication(noun, holders, "post", presupposed(noun, document))
    return None


def _working(verb: Token, noun: Token, document: Document) -> tuple[Mention, ...]:
    """Return who works as something: the one who is hired, else the subject."""
    undergoers = _undergoers(verb, noun, document)
    if undergoers and verb.lemma_ != "join":
        return undergoers
    return _subjects(verb, document)


def _leading(first: Token, noun: Token, document: Document) -> Predication | None:
    """Return what a description at the start of the sentence is said of."""
    verb = first.head
    led = leading(verb, subjects(verb))
    if led is not None and led[0] == first:
        holders = document.things(led[1])
        return Predication(noun, holders, "leading", presupposed(noun, document))
    late = _late_subject(first, document) if first.dep_ == "nsubj" else None
    if late is None:
        return None
    return Predication(noun, (late,), "leading", presupposed(noun, document))


def _late_subject(noun: Token, document: Document) -> Mention | None:
    """Return the name after a leading description that is parsed as if it explained its last word.

    "A subsidiary of shipbuilder Acme, Bolt makes boats": no comma parts the name from the verb.
    """
    start, last = noun.left_edge, noun.right_edge
    if start != noun.sent[0] or start.lower_ not in INDEFINITE:
        return None
    after = neighbour(last, 1)
    if after is None or after.is_punct:
        return None
    appositions = with_label(noun.subtree, "appos")
    at_end = [token for token in appositions if token.right_edge == last]
    names = document.mentions(token for token in at_end if token.i > noun.i + 2)
    return next((name for name in names if name.is_name), None)


def _holders_of_post(post: Token, document: Document) -> tuple[Mention, ...]:
    """Return whose post it is: the possessor, else the subject of the verb with it as object."""
    holders = tuple(document.things_of(possessors(post)))
    if holders or not is_object(post):
        return holders
    return _subjects(post.head, document)


def _subjects(verb: Token, document: Document) -> tuple[Mention, ...]:
    """Return the mentions that are the subject of a verb, implicit ones included."""
    return tuple(dict.fromkeys(document.things_of(implicit_subjects(verb))))


def _undergoers(verb: Token, noun: Token, document: Document) -> tuple[Mention, ...]:
    """Return who is named: the object of an active verb, the subject of a passive one."""
    if any_label(verb.children, "auxpass", "nsubjpass") or verb.dep_ == "acl":
        return _subjects(verb, document)
    objects = [child for child in objects_of(verb) if child != noun]
    return tuple(dict.fromkeys(document.things_of(objects)))
