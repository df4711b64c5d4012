"""Which mentions can never be one thing, whatever they are called.

They are coordinated phrases, subject and object of a verb, and a phrase and its parts.

Source: binding theory as used in Lappin and Leass 1994, "An algorithm for pronominal anaphora
resolution", and the i-within-i constraint of Lee et al. 2013.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.parse import SUBJECTS, conjuncts, has_child, subjects

# Links through which a word inside a noun phrase is a part of it; relative clauses and appositions
# speak of the phrase itself.
PART_LINKS = frozenset({"poss", "prep", "pobj", "compound", "nmod", "amod", "nummod", "det"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "iobj", "oprd"})
PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
PARTICIPLES = frozenset({"VBN", "VBG"})
OPENING_CLAUSES = frozenset({"advcl", "acl", "ccomp", "dep"})
NAMED_WITH_OF = word_set("nouns", "named-with-of")
ABOUT_ONESELF = word_set("function_words", "about-oneself")
CONTENT_PREPOSITIONS = word_set("function_words", "coref-content")
LONGEST_LIST = 20  # coordinated phrases that are compared with each other


def add_constraints(document: MentionDocument, clusters: Clusters) -> None:
    """Forbid every pair of mentions that grammar forbids."""
    for node in document.nodes:
        for other in _forbidden(node, document):
            if not _is_defined(node, other, document):
                clusters.forbid_link(node.index, other.index)
        if node.quote >= 0:
            _forbid_speaker(node, document, clusters)


def _forbidden(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the mentions that cannot be the same thing as a mention."""
    yield from _coordinated(node, document)
    yield from _containers(node, document)
    yield from _fellow_arguments(node, document)
    yield from _in_opening(node, document)


def _is_defined(node: MentionNode, other: MentionNode, document: MentionDocument) -> bool:
    """Return whether one is a name in brackets right behind the other name: its short form.

    The parser may hang it anywhere.
    """
    if not node.mention.is_name or not other.mention.is_name:
        return False
    first, second = sorted((node, other), key=lambda end: end.index)
    return document.between(first, second).strip() == "("


def _coordinated(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield what is coordinated with the mention and after it in the list."""
    for token in list(conjuncts(node.token))[1:LONGEST_LIST]:
        other = document.node_of(token)
        if other is not None and not _is_second_office(token):
            yield other


def _is_second_office(token: Token) -> bool:
    """Return whether a noun behind "and" has no article.

    "The founder and chairman" may be one person.
    """
    is_singular_noun = token.pos_ == "NOUN" and token.tag_ == "NN"
    return is_singular_noun and not has_child(token, "det", "poss")


def _containers(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the noun phrases that the mention is a part of.

    They are "his daughter" for "his", and "the mayor of Lima" for "Lima".
    """
    token = node.token.head.head if names_its_head(node, document) else node.token
    while token.head != token:
        if token.dep_ == "attr" and token != node.token:
            yield from _children(
                token.head, "nsubj", document
            )  # in "he is his son", "his" is not "he"
        if token.dep_ not in PART_LINKS:
            return
        is_description = token == node.token and _is_appositive_compound(token)
        token = token.head
        if is_description:
            continue
        other = document.node_of(token)
        if other is not None:
            yield other
        for apposed in _children(token, "appos", document):
            if apposed.token.i > node.token.i:  # Mia in "his daughter, Mia"
                yield apposed


def _children(token: Token, link: str, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the mentions that a link ties to a token."""
    for child in token.children:
        other = document.node_of(child) if child.dep_ == link else None
        if other is not None:
            yield other


def names_its_head(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a mention is Lima in "the city of Lima", which is the name of that city."""
    of = node.token.head
    if node.token.dep_ != "pobj" or of.lower_ != "of" or not node.mention.is_name:
        return False
    noun = document.node_of(of.head)
    if noun is None or noun.mention.kind is not Kind.NOMINAL:
        return False
    return noun.lemma in NAMED_WITH_OF


def _is_appositive_compound(token: Token) -> bool:
    """Return whether a description hangs below the name that it introduces: "the firm Acme"."""
    is_modifier = token.dep_ in ("compound", "nmod")
    return is_modifier and token.pos_ == "NOUN" and token.head.pos_ == "PROPN"


def _fellow_arguments(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the other arguments of the same verb, unless one of them is a reflexive."""
    if node.token.dep_ not in ARGUMENTS or _is_reflexive(node):
        return
    for token in _siblings(node.token):
        for filler in _fillers(token):
            other = document.node_of(filler)
            if other is not None and not _is_reflexive(other):
                yield other


def _siblings(token: Token) -> Iterator[Token]:
    """Yield the other children of a verb, for a subject those of the verbs that share it, too."""
    verbs = _sharing(token.head) if token.dep_ in SUBJECTS else (token.head,)
    for verb in verbs:
        for child in verb.children:
            if child != token:
                yield child


def _in_opening(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield what stands in a participle clause before its implicit subject, a pronoun.

    In "born in Lima to Ann Lee, she" nobody in the clause is she.
    """
    if node.token.dep_ not in SUBJECTS or node.mention.kind is not Kind.PRONOUN:
        return
    for clause in node.token.head.lefts:
        if not _is_opening(clause):
            continue
        for other in document.earlier_in_sentence(node, node.sentence):
            if other.mention.kind is not Kind.PRONOUN and clause.is_ancestor(other.token):
                yield other


def _is_opening(clause: Token) -> bool:
    """Return whether a verb is a participle whose clause has no subject of its own."""
    is_participle = clause.tag_ in PARTICIPLES and clause.dep_ in OPENING_CLAUSES
    return is_participle and not subjects(clause)


def _sharing(verb: Token) -> Iterator[Token]:
    """Yield the verb, and those that share its subject.

    "The firm bought it and closed it", "the firm wants to close it".
    """
    yield verb
    links = {"conj", "acomp"} if has_child(verb, "dobj") else {"conj", "acomp", "xcomp"}
    for child in verb.children:
        if child.dep_ in links and not subjects(child):
            yield from _sharing(child)


def _fillers(token: Token) -> Iterator[Token]:
    """Yield the nouns of an argument, and those that a preposition ties to it or to the verb.

    "He heard of him", "details of it".
    """
    if token.dep_ in ARGUMENTS:
        yield from conjuncts(token)
        token = _content_preposition(token) or token
    if token.dep_ not in PREPOSITIONAL or token.lower_ in ABOUT_ONESELF:
        return
    for noun in token.children:
        if noun.dep_ == "pobj":
            yield from conjuncts(noun)


def _content_preposition(noun: Token) -> Token | None:
    return next((child for child in noun.children if child.lower_ in CONTENT_PREPOSITIONS), None)


def _is_reflexive(node: MentionNode) -> bool:
    return node.pronoun is not None and node.pronoun.use == "reflexive"


def _forbid_speaker(node: MentionNode, document: MentionDocument, clusters: Clusters) -> None:
    """Forbid that "he" in a quotation is its speaker: nobody calls himself "he"."""
    pronoun = node.pronoun
    if pronoun is None or pronoun.person != 3 or pronoun.use == "relative":
        return
    speaker = document.quotes[node.quote].speaker
    if speaker is not None and speaker in document.index_of:
        clusters.forbid_link(node.index, document.index_of[speaker])
