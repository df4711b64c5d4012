"""Signs of grammar at the words that tell an event, by which the graph half judges its worth.

A sign is a short text: what it is of, and what it is there, as in `tag:VBD` or `under:say`. The
graph half does not know what they mean; it has a weight for each (`kg.graph.events.worth`).
"""

from collections.abc import (
    Container,
    Iterable,
    Iterator,
    Set,
)
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Claim,
    Frame,
    Mention,
)
from kg.text.attribution import is_held_for
from kg.text.mentions import picked_from
from kg.text.parse import (
    children_with,
    clause_of,
    conjuncts,
    direct_objects,
    governed_by,
    governor_of,
    has_child,
    is_passive,
    objects_of,
)
from kg.text.reader import Seen
from kg.text.syntax import Document, implicit_subjects

EVENT_FRAMES = (Frame.VERB, Frame.HAPPENING)
SUBORDINATE = word_set("labels", "subordinate-of-sign")
SUBJECTS_AND_OBJECTS = word_set("labels", "argument-of-sign")
# Dependents of which the word itself counts, not only that there is one.
TELLING = word_set("labels", "telling-by-word")
OTHERS = word_set("labels", "telling-by-being-there")
PRONOUN_TAGS = word_set("labels", "pronoun-tag")
SAYING = word_set("verbs", "saying")
OPENING = 2  # sentences that open an article: its headline and its lead


def with_signs(here: Document, claims: Iterable[Claim], seen: Seen) -> Iterator[Claim]:
    """Yield the claims; those that may tell an event have the signs at their trigger.

    Those of a learned reader are among them.
    """
    opening_ends = _end_of_opening(here)
    for claim in claims:
        start = claim.trigger.start
        index = here.token_at.get(start)
        if index is None or claim.frame not in EVENT_FRAMES:
            yield claim
            continue
        token = here.doc[index]
        signs = set(_of_word(token))
        signs.update(_of_dependents(token))
        signs.update(_of_quotation(here, start))
        if start < opening_ends:
            signs.add("in:opening")
        apart = (
            *_wholes(token),
            *_objects_of_others(token),
            *_blamed_for(token),
            *_ruled_out(token),
        )
        idle = [here.mention(word) for word in apart]
        yield _with_opinions(claim, signs, seen, idle)


def _with_opinions(
    claim: Claim, signs: Set[str], seen: Seen, idle: Container[Mention | None]
) -> Claim:
    """Return a claim with its signs and what the network makes of the word that tells it.

    The `idle` are mentions that grammar shows to take no part, whatever the network sees.
    """
    word = seen.word_of(claim.trigger)
    if word is None:
        return replace(claim, signs=tuple(sorted(signs)))
    ordered = sorted({*signs, *seen.of_word(word)})
    roles = seen.roles.get(word, ())
    acting = [role for role in roles if role.mention not in idle]
    return replace(claim, signs=tuple(ordered), vector=seen.vectors[word], seen=tuple(acting))


def _wholes(verb: Token) -> Iterator[Token]:
    """Yield the groups of which some take part.

    "Two of the ships sank", "men, two of whom fled".
    """
    for child in verb.children:
        whole = picked_from(child)
        if whole is not None:
            yield whole
            if verb.dep_ == "relcl":
                yield verb.head


def _objects_of_others(verb: Token) -> Iterator[Token]:
    """Yield the objects of the verbs beside a verb that has its own, if only by its number.

    "The flood killed six people and hurt forty": the forty are hurt, and not the six.
    """
    if not direct_objects(verb):
        return
    beside = [*conjuncts(verb)]
    if verb.dep_ == "conj":
        beside += conjuncts(verb.head)
    for other in beside:
        if other != verb:
            yield from direct_objects(other)


def _blamed_for(noun: Token) -> Iterator[Token]:
    """Yield those who are blamed for the event of a noun, which they deny or nobody has proven.

    "Blamed the rebels for the attack", "was arrested for the murder".
    """
    governor = governor_of(noun, "for")
    if governor is None or not is_held_for(governor):
        return
    verb = clause_of(governor)
    yield from direct_objects(verb)
    if is_passive(verb) or not direct_objects(verb):
        yield from implicit_subjects(verb)


def _ruled_out(verb: Token) -> Iterator[Token]:
    """Yield those who did not do it, and their names: "not by the leader, Ann, but by Bo"."""
    for by in children_with(verb, "agent"):
        if has_child(by, "neg"):
            for noun in governed_by(by):
                yield noun
                yield from children_with(noun, "appos")
            yield from children_with(verb, "npadvmod")


def _end_of_opening(here: Document) -> int:
    """Return the offset at which the headline and the lead end."""
    end = 0
    for sentence in islice(here.doc.sents, OPENING):
        end = sentence.end_char
    return end


def _of_word(token: Token) -> Iterator[str]:
    """Yield the signs of the word itself and of what it hangs on."""
    yield f"tag:{token.tag_}"
    yield f"dep:{token.dep_}"
    if token.dep_ in SUBORDINATE:
        above = _kind_of_governor(token.head)
        yield f"under:{token.dep_}-{above}"


def _kind_of_governor(head: Token) -> str:
    """Return that a word is a verb of saying, else its part of speech."""
    if head.lemma_ in SAYING:
        return "saying"
    return head.pos_


def _of_dependents(token: Token) -> Iterator[str]:
    """Yield the signs of what hangs on the word."""
    for child in token.children:
        if child.dep_ in TELLING:
            yield f"{child.dep_}:{child.lower_}"
        elif child.dep_ in OTHERS:
            yield f"has:{child.dep_}"
        elif child.dep_ in SUBJECTS_AND_OBJECTS:
            yield from _of_argument(child)
    if not objects_of(token):
        yield "no:object"


def _of_argument(noun: Token) -> Iterator[str]:
    """Yield the signs of a subject or an object: its tag, a pronoun itself, a bare plural."""
    yield f"{noun.dep_}:{noun.tag_}"
    if noun.tag_ in PRONOUN_TAGS:
        yield f"{noun.dep_}:{noun.lower_}"
    elif noun.tag_ == "NNS" and not any(noun.lefts):
        yield f"{noun.dep_}:bare-plural"


def _of_quotation(here: Document, offset: int) -> Iterator[str]:
    """Yield whether the word stands in a quotation, or beside one that it may introduce."""
    for quote in here.quotes:
        said, around = quote.passage, quote.evidence
        if said.start <= offset < said.end:
            yield "in:reported-speech" if quote.indirect else "in:quotation"
        elif around.start <= offset < around.end:
            yield "beside:quotation"
