"""Signs of what a name names in its tree, the nouns beside it, its list, and the names in it."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import longest_object, noun
from kg.text.mentions.sides import is_report_of_match, is_side
from kg.text.mentions.spans import NameSpan
from kg.text.mentions.tokens import Words, lemma_of
from kg.text.mentions.typing_context import FIRM_OR_PERSON
from kg.text.mentions.vocabulary import KIND_OF_THING, kind_of
from kg.text.parse import neighbour
from kg.text.parse.labels import NOUNS

BESIDE = word_set("labels", "beside-a-name")
IN_LISTS = frozenset({"conj", "appos"})  # how the parser hangs one name of a list on another
LEAST_IN_LIST = 2  # other names of a list that are of one kind
MOST_IN_NAME = 3  # words behind the first; more make no difference


def kind_of_noun(token: Token) -> str:
    """Return in words what a common noun says of a name beside it, empty if it says nothing."""
    lemma = lemma_of(token)
    if lemma in FIRM_OR_PERSON:
        return "firm or person"
    entry = noun(lemma)
    if entry is not None:
        return f"{entry.kind} {'person' if entry.is_person else kind_of(entry.type)}"
    thing = KIND_OF_THING.get(lemma)
    if thing:
        return f"thing {thing}"
    known = longest_object([lemma])
    return f"object {known.type}" if known else ""


def of_nouns_beside(span: NameSpan) -> Iterator[str]:
    """Yield the signs of the common nouns right before a name, or a comma before it, and behind."""
    before, behind = neighbour(span.first, -1), neighbour(span.last, 1)
    if before is not None and before.text == ",":
        yield from _of_noun("noun and comma before:", neighbour(before, -1))
    yield from _of_noun("noun before:", before)
    yield from _of_noun("noun behind:", behind)


def _of_noun(where: str, token: Token | None) -> Iterator[str]:
    """Yield the sign of a common noun beside a name: where the name stands, and what it says."""
    if token is None or not token.is_lower or token.pos_ not in NOUNS:
        return
    kind = kind_of_noun(token)
    if kind:
        yield f"{where} {kind}"


def of_list(span: NameSpan) -> Iterator[str]:
    """Yield the signs of the other names of the list that a name stands in."""
    others = [token for token in _listed(span.root) if token.i not in span.indices]
    labels = Counter(token.ent_type_ for token in others if token.ent_type_)
    for label, count in labels.items():
        if count >= LEAST_IN_LIST and count * 2 > len(others):
            yield f"list of {label}"
    if sum(gazetteer.is_place(token.text) for token in others) >= LEAST_IN_LIST:
        yield "list of places"
    if sum(gazetteer.is_given_name(token.left_edge.text) for token in others) >= LEAST_IN_LIST:
        yield "list of given names"


def _listed(name: Token) -> list[Token]:
    """Return the names of the list that a name stands in, itself included."""
    first = name
    while first.dep_ in IN_LISTS and first.head.pos_ == "PROPN":
        first = first.head
    found = [first]
    for token in found:
        found += [
            child for child in token.children if child.dep_ in IN_LISTS and child.pos_ == "PROPN"
        ]
    return found


def of_match(span: NameSpan) -> Iterator[str]:
    """Yield the signs that a name stands where a side does, and that matches are reported."""
    if is_side(span):
        yield "side"
        if gazetteer.is_place(span.text):
            yield "place as a side"
    if is_report_of_match(span.doc):
        yield "in the report of a match"
        if gazetteer.is_place(span.text):
            yield "place in the report of a match"


@lru_cache(maxsize=20_000)
def of_names_of_people(words: Words) -> tuple[str, ...]:
    """Return the signs of given names and family names, also rare ones, in the words of a name."""
    return tuple(_of_names_of_people(words))


def _of_names_of_people(words: Words) -> Iterator[str]:
    """Yield the signs of given names and family names."""
    rest = min(len(words) - 1, MOST_IN_NAME)
    is_given = gazetteer.may_be_given_name(words[0])
    is_family = gazetteer.may_be_family_name(words[-1])
    if is_given and not gazetteer.is_given_name(words[0]):
        yield f"rare given name and {rest}"
    if is_family:
        yield f"family name behind {min(rest, 1)}"
    if rest and is_given == is_family:
        yield "given and family name" if is_given else "no name of people"


def of_tree(span: NameSpan) -> Iterator[str]:
    """Yield the signs of what a name hangs on, and of what hangs on it."""
    root = span.root
    head = root.head
    yield f"is {root.dep_}"
    if root.dep_ == "pobj":
        yield f"{lemma_of(head.head)} {head.lower_}"
        kind = kind_of_noun(head.head)
        if kind:
            yield f"{kind} {head.lower_}"
    elif head is not root:
        yield f"{root.dep_} {lemma_of(head)}"
        kind = kind_of_noun(head)
        if kind:
            yield f"{root.dep_} of {kind}"
    yield from _of_companions(root)
    yield from _of_children(span)


def _of_companions(root: Token) -> Iterator[str]:
    """Yield the signs of the words that a name is coordinated with."""
    for other in _companions(root):
        if other.ent_type_:
            yield f"beside {other.ent_type_}"
        if gazetteer.is_place(other.text):
            yield "beside a place"


def _of_children(span: NameSpan) -> Iterator[str]:
    """Yield the signs of the words that stand in apposition to a name or modify it."""
    for child in span.root.children:
        if child.i not in span.indices and child.dep_ in BESIDE:
            yield f"has {child.dep_} {lemma_of(child)}"
            kind = kind_of_noun(child)
            if kind:
                yield f"has {child.dep_} of {kind}"


def _companions(root: Token) -> Iterator[Token]:
    """Yield the words that a name is coordinated with."""
    if root.dep_ == "conj":
        yield root.head
    yield from (child for child in root.children if child.dep_ == "conj")
