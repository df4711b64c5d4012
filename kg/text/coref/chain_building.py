"""A finished cluster as a `Chain`: its type by vote, its fullest name, its gender and number.

What has no name gets signs of grammar at its descriptions, by which its worth is judged. A sign is
a short text: what it is of, and what it is there, as in `det:the` or `has:relcl`. The graph half
does not know what they mean; it has a weight for each (`kg.graph.things`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.gazetteer import country
from kg.lang.en import word_set
from kg.model import Chain, Gender, Kind, Mention
from kg.text.coref.attributes import GENERAL, Attributes
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode, Nodes
from kg.text.coref.lexicon import HONORIFICS
from kg.text.coref.names import words_of
from kg.text.parse import children_with, governed_by, has_child
from kg.text.parse.labels import (
    COMPOUNDS,
    NAMED_BESIDE,
    NOUN_SUBJECTS,
    OBJECTS_AND_PREDICATES,
    PREPOSITIONS,
    PRESENTS,
)
from kg.vocabulary import is_a

ORGANIZATION = "schema:Organization"
NAME_VOTE, NOMINAL_VOTE = 3, 1  # a name's class was decided with more evidence than a noun's
SAYING = word_set("verbs", "saying")
ARGUMENTS = NOUN_SUBJECTS | OBJECTS_AND_PREDICATES | {"dative"}
COMPLETING = word_set("labels", "completes-a-noun")  # that a noun has one tells something
HELPERS = word_set("labels", "helper-of-verb")
OPENING = 2  # sentences that open the text
MOST_WORDS = 5  # more make no difference


def chain_of(
    root: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    order: Mapping[MentionNode, int],
) -> Chain:
    """Return the chain of a cluster; `order` gives the place of each root among the chains."""
    members = clusters.members(root)
    mentions = [node.mention for node in members]
    attributes = clusters.attributes(root)
    unnamed = clusters.is_unnamed(root)
    return Chain(
        mentions=tuple(mentions),
        type=_type(mentions, attributes, unnamed=unnamed),
        name=_name(mentions),
        gender=attributes.gender if attributes.is_person else Gender.UNKNOWN,
        plural=attributes.is_plural or _is_plural(mentions),
        reasons=tuple(clusters.reasons(root)),
        members=_places(clusters.split_antecedents(root), root, clusters, order),
        outside=unnamed,
        apart=_places(clusters.forbidden(root), root, clusters, order),
        signs=_signs_of(members, document),
    )


def _places(
    nodes: Iterable[MentionNode],
    root: MentionNode,
    clusters: Clusters,
    order: Mapping[MentionNode, int],
) -> tuple[int, ...]:
    """Return the places of the chains of some mentions, without that of the cluster itself."""
    roots = set(map(clusters.root, nodes))
    roots.discard(root)
    return tuple(sorted(order[other] for other in roots))


def _type(mentions: Sequence[Mention], attributes: Attributes, *, unnamed: bool) -> str:
    """Return the class of a chain; an unnamed thing without one is an organisation."""
    if attributes.is_person:
        return "schema:Person"
    voted = _type_by_vote(mentions)
    if voted or not unnamed:
        return voted
    return ORGANIZATION


def _type_by_vote(mentions: Sequence[Mention]) -> str:
    """Return the class with the most votes, empty without votes; special ones go first."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        vote = NAME_VOTE if mention.is_name else NOMINAL_VOTE
        votes[mention.type] += vote
    del votes[""]
    special = sorted(votes.keys() - GENERAL)
    refined = [class_ for class_ in special if not _is_refined(class_, special)]
    candidates = refined if refined else sorted(votes)
    return max(candidates, key=votes.__getitem__, default="")


def _is_refined(class_: str, others: Iterable[str]) -> bool:
    """Return whether one of some classes lies below a class: a vehicle below a product."""
    return any(other != class_ and is_a(other, class_) for other in others)


def _name(mentions: Sequence[Mention]) -> str:
    """Return the fullest name of a chain, which is no demonym if it has another."""
    names = [mention for mention in mentions if mention.is_name]
    own = [name for name in names if not _is_demonym(name, names)]
    return fullest_name(name.text for name in own)


def _is_plural(mentions: Sequence[Mention]) -> bool:
    """Return whether a chain without a name has a plural description."""
    if any(mention.is_name for mention in mentions):
        return False
    descriptions = [mention for mention in mentions if mention.kind is Kind.NOMINAL]
    return any(mention.plural for mention in descriptions)


def _is_demonym(name: Mention, names: Sequence[Mention]) -> bool:
    """Return whether a name is "Danish" in a chain that also says "Denmark": no country's name."""
    if name.type != "schema:Country" or _is_country_name(name):
        return False
    countries = filter(_is_country_name, names)
    return name.country in {other.country for other in countries}


def _is_country_name(mention: Mention) -> bool:
    """Return whether a name is that of a country, and no demonym."""
    return country(mention.text) is not None


def fullest_name(names: Iterable[str]) -> str:
    """Return the name with the most words; empty without names.

    Of several, the one used most, then the longest, then the first in the alphabet.
    """
    uses = Counter(names)

    def fullness(name: str) -> tuple[int, int, int]:
        words = _number_of_words(name)
        return words, uses[name], len(name)

    return max(sorted(uses), key=fullness, default="")


def _number_of_words(name: str) -> int:
    """Count the words of a name, without honorifics."""
    return sum(word not in HONORIFICS for word in words_of(name))


def _signs_of(nodes: Nodes, document: MentionDocument) -> tuple[str, ...]:
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
    words = node.words.split()
    yield f"words:{min(len(words), MOST_WORDS)}"
    if node.mention.country:
        yield "of country"
    yield from _of_determiners(noun)
    yield from _of_modifiers(noun)
    yield from _of_prepositions(noun)
    yield from _of_place_in_clause(noun)
    yield from _of_place_in_text(node, document)


def _of_determiners(noun: Token) -> Iterator[str]:
    """Yield the determiner, the kind of owner, a number, or that there is none of them."""
    determiners = children_with(noun, "det", "predet")
    owners = children_with(noun, "poss")
    signs = [f"det:{child.lower_}" for child in determiners]
    signs += [f"owner:{_kind_of(owner)}" for owner in owners]
    if has_child(noun, "nummod"):
        signs.append("number")
    yield from signs
    if not signs:
        yield f"bare:{noun.tag_}"
        if not noun.n_lefts:
            yield f"alone:{noun.tag_}"


def _kind_of(owner: Token) -> str:
    """Return the pronoun itself, or the part of speech of another owner."""
    if owner.pos_ == "PRON":
        return owner.lower_
    return owner.pos_


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
        nouns = governed_by(preposition)
        if any(noun.pos_ == "PROPN" for noun in nouns):
            yield "prep with name"


def _of_place_in_clause(noun: Token) -> Iterator[str]:
    """Yield the role of a noun in its clause, and what it hangs on."""
    role, head = noun.dep_, noun.head
    yield f"dep:{role}"
    if role in ARGUMENTS:
        yield f"{role} of {head.tag_}"
        yield f"{role} of {head.lemma_}"
        kind = "saying" if head.lemma_ in SAYING else head.dep_
        yield f"{role} of {kind}"
        for helper in children_with(head, *HELPERS):
            yield f"beside:{helper.lemma_}"
        if head.lemma_ in SAYING and not noun.n_lefts and not noun.n_rights:
            yield f"alone, {role} of saying {head.tag_}"  # "experts say" is nobody
    elif role == "poss":
        yield f"poss of {head.lemma_}"
        yield f"poss of {head.dep_}"
    elif role == "pobj":
        word, governor = head.lower_, head.head
        yield f"under:{word}"
        yield f"under:{word}-{governor.pos_}"
        yield f"under:{word} {governor.lemma_}"
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
