"""Passes that read coreference off the tree: appositions, predicates and relative pronouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.constraints import names_its_head
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.parse import first_child, has_child

DESCRIBING = frozenset({"appos", "attr", "conj"})
PRESENT, PAST = frozenset({"VBZ", "VBP"}), "VBD"
LOOSE_HOSTS = frozenset({"NUM", "PRON", "DET"})
NONE_OF_THEM = word_set("function_words", "coref-no-single")
ARTICLES = word_set("function_words", "article")
CONDITIONAL = word_set("function_words", "coref-condition")
PERSONAL_RELATIVES = word_set("pronouns", "personal-relative")
RELATIVE_OF_PLACE = "where"
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
MAX_APPOSITION = 12  # tokens between the heads of a name and its apposition


def appositions(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a name and the description set beside it.

    "Ann Lee, a chemist", "his daughter, Mia", "the firm Acme".
    """
    for node in document.nodes:
        if node.token.dep_ == "appos" or _is_title_noun(node, document):
            other = _apposed(node, document, clusters)
            if other is not None:
                yield other.index, node.index
        elif names_its_head(node, document):
            yield document.node_at[node.token.head.head.i].index, node.index


def _apposed(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the first mention above a description or name that may be one with it."""
    for noun in _hosts(node.token.head):
        other = document.node_of(noun)
        if other is None or not _are_beside(node, other):
            continue
        if clusters.may_join(other.index, node.index):
            return other
    return None


def second_offices(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield two descriptions of one person under one article: "the founder and chairman"."""
    for node in document.nodes:
        first = document.node_of(node.token.head)
        if first is None or node.token.dep_ != "conj" or first.token.dep_ not in DESCRIBING:
            continue
        describe_one = all(_describes_person(office, clusters) for office in (first, node))
        if describe_one and _share_article(first.token, node.token):
            yield first.index, node.index


def _share_article(first: Token, second: Token) -> bool:
    """Return whether the first of two nouns has an article and the second none of its own."""
    return has_child(first, words=ARTICLES) and not has_child(second, "det", "poss")


def _describes_person(node: MentionNode, clusters: Clusters) -> bool:
    return node.mention.kind is Kind.NOMINAL and clusters.attributes(node.index).is_person


def _is_title_noun(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a description stands right before the name that it belongs to.

    Such is "his three-year-old daughter" before "Mia".
    """
    if node.token.dep_ not in ("compound", "nmod") or node.mention.kind is not Kind.NOMINAL:
        return False
    other = document.node_of(node.token.head)
    if other is None or not other.mention.is_name:
        return False
    return other.mention.passage.start == node.mention.passage.end + 1


def _are_beside(a: MentionNode, b: MentionNode) -> bool:
    """Return whether one of two mentions near each other describes the other.

    Two names beside each other are a list or a place.
    """
    kinds = {a.mention.kind, b.mention.kind}
    if kinds not in ({Kind.NAME, Kind.NOMINAL}, {Kind.NOMINAL}):
        return False
    if abs(a.token.i - b.token.i) > MAX_APPOSITION:
        return False
    is_plural_of_one = a.mention.plural and not b.mention.plural and b.mention.is_name
    return not is_plural_of_one


def predicates(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield subject and predicate of an "is" that is neither denied nor doubted.

    A past "was" counts if the predicate is indefinite ("was a chemist"); "was the minister" may be
    somebody else today.
    """
    for node in document.nodes:
        if node.token.dep_ != "attr" or node.mention.kind is not Kind.NOMINAL:
            continue
        if not _asserts(node.token.head, node) or has_child(node.token, words=NONE_OF_THEM):
            continue
        subject = first_child(node.token.head, "nsubj")
        other = document.node_of(subject) if subject is not None else None
        if other is not None:
            yield other.index, node.index


def _asserts(verb: Token, predicate: MentionNode) -> bool:
    """Return whether a verb is "be" without a modal, negation, question or condition."""
    if verb.lemma_ != "be" or not _lasts(verb, predicate):
        return False
    if has_child(verb, "neg", "aux") or has_child(verb, words=CONDITIONAL):
        return False
    return verb.doc[verb.sent.end - 1].text != "?"


def _lasts(verb: Token, predicate: MentionNode) -> bool:
    """Return whether a verb is in the present tense, or "was" before an indefinite predicate."""
    return verb.tag_ in PRESENT or (verb.tag_ == PAST and not predicate.mention.definite)


def relative_pronouns(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a relative pronoun and the noun that its clause modifies."""
    for node in document.nodes:
        if node.pronoun is None or node.pronoun.use != "relative":
            continue
        other = _taken_up(node, document, clusters)
        if other is not None:
            yield other.index, node.index


def _taken_up(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the mention that a relative stands for.

    It is found by the tree, or is the name right before if the tree has none that fits.
    """
    relative = node.mention.text.lower()
    is_loose = relative in PERSONAL_RELATIVES or relative == RELATIVE_OF_PLACE
    for noun in _hosts_of(node, document, clusters):
        other = document.node_of(noun)
        if other is None:
            if not is_loose and not _is_loose_host(noun):
                return None
        elif other.index < node.index and _fits(other, node, clusters):
            return other
    return _name_before(node, document, clusters)


def _is_loose_host(noun: Token) -> bool:
    """Return whether a noun that is no mention leaves open what the relative takes up."""
    return noun.dep_ == "appos" or noun.pos_ in LOOSE_HOSTS


def _name_before(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return a name that ends right before a relative and that it may take up, else None."""
    other = document.nodes[node.index - 1] if node.index else None
    if other is None or not other.mention.is_name:
        return None
    is_adjacent = document.between(other, node) in (" ", ", ")
    return other if is_adjacent and _fits(other, node, clusters) else None


def _hosts_of(node: MentionNode, document: MentionDocument, clusters: Clusters) -> list[Token]:
    """Return the nouns that a relative may take up.

    For "at Acme in Oslo, where" the organisation goes before the places around it.
    """
    nouns = list(_hosts(_modified(node.token)))
    if node.mention.text.lower() != RELATIVE_OF_PLACE:
        return nouns
    if not any(document.node_of(noun) for noun in nouns):
        nouns = [other.token for other in _sites(node, document, clusters)]
    return sorted(nouns, key=lambda noun: not _is_organization(noun, document, clusters))


def _is_organization(noun: Token, document: MentionDocument, clusters: Clusters) -> bool:
    node = document.node_of(noun)
    if node is None:
        return False
    return clusters.attributes(node.index).entity_types == {EntityType.ORGANIZATION}


def _sites(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> Iterator[MentionNode]:
    """Yield the places and organisations before "where" in its sentence, the last first.

    "Left the bank in 1990, where he worked".
    """
    for other in reversed(document.by_sentence[node.sentence]):
        if other.index >= node.index or other.mention.kind is Kind.PRONOUN:
            continue
        if clusters.may_join(other.index, node.index):
            yield other


def _fits(other: MentionNode, relative: MentionNode, clusters: Clusters) -> bool:
    """Return whether "who" finds people and "which" finds none.

    "Who" takes an organisation only if it stands right behind its name.
    """
    if not clusters.may_join(other.index, relative.index):
        return False
    if relative.mention.text.lower() not in PERSONAL_RELATIVES:
        return True
    if clusters.attributes(other.index).entity_types <= PEOPLE:
        return True
    gap = relative.mention.passage.start - other.mention.passage.end
    return other.mention.is_name and gap <= len(", ")


def _hosts(noun: Token | None) -> Iterator[Token]:
    """Yield the noun before a relative clause, then those that it depends on.

    "A pitcher in the league who" is about the pitcher.
    """
    while noun is not None:
        yield noun
        noun = _host_above(noun)


def _host_above(noun: Token) -> Token | None:
    """Return the noun that a noun is a part, predicate, conjunct or apposition of, else None."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("NOUN", "PROPN"):
        return head.head
    if noun.dep_ == "attr" and head.lemma_ == "be":
        return first_child(head, "nsubj")
    return head if noun.dep_ in ("conj", "appos") and head != noun else None


def _modified(pronoun: Token) -> Token | None:
    """Return the noun before the relative clause that a pronoun opens, None without one."""
    token = pronoun
    while token.head != token:
        if token.dep_ == "relcl":
            return token.head if token.head.i < pronoun.i else None
        if token.dep_ in ("ccomp", "advcl", "csubj") and token.i < pronoun.i:
            return None
        token = token.head
    return None
