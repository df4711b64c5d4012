"""The passes for what the words beside a name say that it is the name of.

"The broadcaster Lumo", "his cousin Ada Lund"; "the Lumo music group"; "the man known as Ada Lund".
"""

from collections.abc import Iterator

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode
from kg.text.coref.pronoun_forms import Use
from kg.text.mentions import called
from kg.text.parse import governor_of, has_child
from kg.text.parse.labels import COMPOUNDS

GOVERNMENTS = word_set("nouns", "government-of-a-country")
NAMED_INSIDE = word_set("nouns", "named-by-what-is-before-it")
NAMED_WITH_OF = word_set("nouns", "named-with-of")
NAMED_IF_DESCRIBED = word_set("nouns", "named-with-of-if-described")


def close_apposition(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a description and the name that stands right behind its noun, or right before it.

    A place may have its name behind "of": "the province of Huesca", whatever else is called so.
    """
    for node in document.nodes:
        for description in described_by(node, document):
            yield description, node
        place = names_its_head(node, document)
        if place is not None:
            yield place, node


def described_by(name: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the descriptions in the singular of what a name names, by the words beside it."""
    if not name.is_name:
        return
    for other in document.nodes_of((name.governor, *name.token.children)):
        if is_named_beside(other, name):
            yield other


def is_named_beside(description: MentionNode, name: MentionNode) -> bool:
    """Return whether a name stands right behind or inside a description of its thing."""
    if not description.is_nominal or description.mention.plural:
        return False
    if not name.is_name:
        return False
    if _is_right_before(description, name):
        return True
    return _is_around(description, name)


def _is_right_before(description: MentionNode, name: MentionNode) -> bool:
    """Return whether a description ends right before a name that it introduces."""
    if description.passage.end + 1 != name.passage.start:
        return False
    if description.dep in COMPOUNDS:
        return description.governor == name.token
    return name.dep == "appos" and name.governor == description.token


def _is_around(description: MentionNode, name: MentionNode) -> bool:
    """Return whether a definite description has a name inside it that is the name of its thing."""
    if name.dep not in COMPOUNDS or name.governor != description.token:
        return False
    if description.lemma not in NAMED_INSIDE:
        return False
    if not description.mention.definite:
        return False
    if gazetteer.is_place(name.mention.text):
        return False
    if not description.passage.covers(name.passage):
        return False
    return name.mention.type in ("", description.mention.type)


def names_its_head(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the city for Lima in "the city of Lima", which is the name of that city.

    None for what is no such name.
    """
    if not node.is_name:
        return None
    noun = document.node_of(governor_of(node.token, "of"))
    if noun is None or not noun.is_nominal:
        return None
    if noun.lemma in NAMED_WITH_OF:
        return noun
    if noun.lemma not in NAMED_IF_DESCRIBED:
        return None
    return noun if has_child(noun.token, "amod", *COMPOUNDS) else None


def other_name(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a name and whom or what the sentence calls so.

    A personal pronoun is left to itself, since nobody knows yet whose it is.
    """
    for node in document.nodes:
        if not node.is_name:
            continue
        thing = document.node_of(called(node.token))
        if thing is not None and _may_be_called(thing):
            yield thing, node


def _may_be_called(node: MentionNode) -> bool:
    """Return whether a mention is that of one thing, by a noun or by a relative pronoun."""
    if node.mention.kind is Kind.PRONOUN:
        return node.use is Use.RELATIVE
    return not node.mention.plural


def is_government(node: MentionNode) -> bool:
    """Return whether a mention is that of a government, which acts as its country."""
    return node.is_nominal and node.mention.noun in GOVERNMENTS and bool(node.mention.country)


def is_government_of(node: MentionNode, other: MentionNode) -> bool:
    """Return whether a mention is that of the government of a country that another one names."""
    if not is_government(node):
        return False
    if node.mention.type != other.mention.type:
        return False
    return node.mention.country == other.mention.country
