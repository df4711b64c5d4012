"""Signs of grammar at the descriptions of a thing without a name, by which its worth is judged.

A sign is a short text: what it is of, and what it is there, as in `det:the` or `has:relcl`. The
graph half does not know what they mean; it has a weight for each (`kg.graph.things`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.parse import children_with, governed_by
from kg.text.parse.labels import (
    COMPOUNDS,
    NAMED_BESIDE,
    NOUN_SUBJECTS,
    OBJECTS_AND_PREDICATES,
    PREPOSITIONS,
    PRESENTS,
)

SAYING = word_set("verbs", "saying")
ARGUMENTS = NOUN_SUBJECTS | OBJECTS_AND_PREDICATES | {"dative"}
COMPLETING = word_set("labels", "completes-a-noun")  # that a noun has one tells something
HELPERS = word_set("labels", "helper-of-verb")
OPENING = 2  # sentences that open the text
MOST_WORDS = 5  # more make no difference


def signs_of(nodes: Sequence[MentionNode], document: MentionDocument) -> tuple[str, ...]:
    """Return the signs of the thing that some mentions speak of, sorted.

    Empty for what has a name.
    """
    if any(node.is_name for node in nodes):
        return ()
    described = [node for node in nodes if node.is_nominal]
    signs: set[str] = set()
    for node in described:
        signs.update(_of_description(node, document))
    if not described:
        signs.add("pronouns only")
        signs.update(f"pronoun:{node.words}" for node in nodes)
    return tuple(sorted(signs))


def _of_description(node: MentionNode, document: MentionDocument) -> Iterator[str]:
    """Yield the signs of one description."""
    noun = node.token
    yield f"noun:{node.mention.noun}"
    yield f"tag:{noun.tag_}"
    yield f"words:{min(len(node.words.split()), MOST_WORDS)}"
    if node.mention.country:
        yield "of country"
    yield from _of_determiners(noun)
    yield from _of_modifiers(noun)
    yield from _of_prepositions(noun)
    yield from _of_place_in_clause(noun)
    yield from _of_place_in_text(node, document)


def _of_determiners(noun: Token) -> Iterator[str]:
    """Yield the determiner, the kind of owner, a number, or that there is none of them."""
    signs = [f"det:{child.lower_}" for child in children_with(noun, "det", "predet")]
    signs += [f"owner:{_kind_of(owner)}" for owner in children_with(noun, "poss")]
    if any(True for _ in children_with(noun, "nummod")):
        signs.append("number")
    yield from signs
    if not signs:
        yield f"bare:{noun.tag_}"
        if not any(True for _ in noun.lefts):
            yield f"alone:{noun.tag_}"


def _kind_of(owner: Token) -> str:
    """Return the pronoun itself, or the part of speech of another owner."""
    return owner.lower_ if owner.pos_ == "PRON" else owner.pos_


def _of_modifiers(noun: Token) -> Iterator[str]:
    """Yield what narrows a noun down: adjectives, nouns before it, names, clauses behind it."""
    for child in noun.children:
        if child.dep_ == "amod":
            yield f"amod:{child.lower_}"
            yield "has:amod"
        elif child.dep_ in COMPOUNDS:
            yield f"compound:{child.pos_}"
        elif child.dep_ in COMPLETING:
            yield f"has:{child.dep_}"
    if any(map(_holds_name, noun.lefts)):
        yield "name before"


def _holds_name(token: Token) -> bool:
    """Return whether a word, or one that hangs on it, is part of a name."""
    return any(inner.pos_ == "PROPN" for inner in token.subtree)


def _of_prepositions(noun: Token) -> Iterator[str]:
    """Yield what ties other nouns to a noun, and whether one of them is a name."""
    for preposition in children_with(noun, *PREPOSITIONS):
        yield f"prep:{preposition.lower_}"
        if any(inner.pos_ == "PROPN" for inner in governed_by(preposition)):
            yield "prep with name"


def _of_place_in_clause(noun: Token) -> Iterator[str]:
    """Yield the role of a noun in its clause, and what it hangs on."""
    role, head = noun.dep_, noun.head
    yield f"dep:{role}"
    if role in ARGUMENTS:
        yield f"{role} of {head.tag_}"
        yield f"{role} of {head.lemma_}"
        yield f"{role} of {'saying' if head.lemma_ in SAYING else head.dep_}"
        yield from (f"beside:{helper.lemma_}" for helper in children_with(head, *HELPERS))
    elif role == "pobj":
        yield f"under:{head.lower_}"
        yield f"under:{head.lower_}-{head.head.pos_}"
        yield f"under:{head.lower_} {head.head.lemma_}"
    elif role in NAMED_BESIDE:
        yield f"{role} of {head.dep_}"


def _of_place_in_text(node: MentionNode, document: MentionDocument) -> Iterator[str]:
    """Yield where in the text a description stands."""
    if node.is_quoted:
        yield "in:quotation"
    if document.is_in_front(node):
        yield "in:front"
    elif node.sentence < document.first_sentence + OPENING:
        yield "in:opening"
    elif node.sentence * 2 > len(document.sentences):
        yield "in:second half"
    if node.token.sent.root.tag_ in PRESENTS:
        yield "in:sentence in the present"
