"""Signs of grammar at the words that tell an event, by which the graph half judges its worth.

A sign is a short text: what it is of, and what it is there, as in `tag:VBD` or `under:say`. The
graph half does not know what they mean; it has a weight for each (`kg.graph.events.worth`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Claim, Frame
from kg.text.parse import objects_of
from kg.text.syntax import Document

EVENT_FRAMES = (Frame.VERB, Frame.HAPPENING)
SUBORDINATE = frozenset({"xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp"})
SUBJECTS_AND_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
# Dependents of which the word itself counts, not only that there is one.
TELLING = frozenset({"advmod", "mark", "aux", "prt", "det", "poss"})
OTHERS = frozenset({"neg", "ccomp", "xcomp", "prep", "amod", "compound", "nummod", "agent"})
PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT", "DT", "EX"})
SAYING = word_set("verbs", "saying")
OPENING = 2  # sentences that open an article: its headline and its lead


def with_signs(here: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims; those that may tell an event have the signs at their trigger."""
    opening_ends = _end_of_opening(here)
    for claim in claims:
        if claim.frame not in EVENT_FRAMES or claim.trigger.start not in here.token_at:
            yield claim
            continue
        token = here.doc[here.token_at[claim.trigger.start]]
        signs = [*_of_word(token), *_of_dependents(token), *_of_quotation(here, claim)]
        if claim.trigger.start < opening_ends:
            signs.append("in:opening")
        yield replace(claim, signs=tuple(sorted(set(signs))))


def _end_of_opening(here: Document) -> int:
    sentences = list(here.doc.sents)[:OPENING]
    return sentences[-1].end_char if sentences else 0


def _of_word(token: Token) -> Iterator[str]:
    """Yield the signs of the word itself and of what it hangs on."""
    yield f"tag:{token.tag_}"
    yield f"dep:{token.dep_}"
    if token.dep_ in SUBORDINATE:
        head = token.head
        kind = "saying" if head.lemma_ in SAYING else head.pos_
        yield f"under:{token.dep_}-{kind}"


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


def _of_quotation(here: Document, claim: Claim) -> Iterator[str]:
    """Yield whether the word stands in a quotation, or beside one that it may introduce."""
    at = claim.trigger.start
    for quote in here.quotes:
        if quote.passage.start <= at < quote.passage.end:
            yield "in:reported-speech" if quote.indirect else "in:quotation"
        elif quote.evidence.start <= at < quote.evidence.end:
            yield "beside:quotation"
