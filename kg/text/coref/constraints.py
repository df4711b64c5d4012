"""Mentions that can never be one thing, whatever they are called.

They are coordinated phrases, subject and object of a verb, and a phrase and its parts.

Source: binding theory as used in Lappin and Leass 1994, "An algorithm for pronominal anaphora
resolution", and the i-within-i constraint of Lee et al. 2013.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Kind
from kg.text.coref.close_appositions import (
    is_government_of,
    is_named_beside,
    names_its_head,
)
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.pronoun_forms import Use
from kg.text.parse import (
    SUBJECTS,
    children_with,
    conjuncts,
    first_child,
    governed_by,
    has_child,
    subjects,
)
from kg.text.parse.labels import COMPOUNDS, DETERMINERS_AND_OWNERS

# Links through which a word inside a noun phrase is a part of it; relative clauses and appositions
# speak of the phrase itself.
DEFINING = word_set("phrases", "before-a-short-form")
PARTS = word_set("labels", "part-of-a-noun-phrase")
ARGUMENTS = word_set("labels", "argument-of-verb")
PREPOSITIONAL = word_set("labels", "preposition-of-verb")
PARTICIPLES = frozenset({"VBN", "VBG"})
OPENING_CLAUSES = word_set("labels", "clause-that-opens-another")
SHARING = frozenset({"conj", "acomp"})  # "bought it and closed it", "is able to close it"
ABOUT_ONESELF = word_set("function_words", "about-oneself")
COMPANY = frozenset({"with"})
CONTENT_PREPOSITIONS = word_set("function_words", "coref-content")
OF_OTHERS = frozenset({2, 3})  # grammatical persons
LONGEST_LIST = 20  # coordinated phrases that are compared with each other
COMPLETING = "|".join(word_list("function_words", "completes-a-description"))
COMPLETED = re.compile(rf"( ({COMPLETING}) [^,.;:“”\"()]*)?, ")
CLOSING = re.compile(r"[,.;)–—\n]|$")


def add_constraints(document: MentionDocument, clusters: Clusters) -> None:
    """Forbid every pair of mentions that grammar forbids."""
    for node in document.nodes:
        for other in _forbidden(node, document):
            if not _is_said_to_be(node, other, document):
                clusters.forbid_link(node, other)
        _forbid_speaker(node, document, clusters)


def _forbidden(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the mentions that cannot be the same thing as a mention."""
    yield from _coordinated(node, document)
    yield from _containers(node, document)
    yield from _fellow_arguments(node, document)
    yield from _in_opening(node, document)


def _is_said_to_be(node: MentionNode, other: MentionNode, document: MentionDocument) -> bool:
    """Return whether the signs between two mentions show that they are one, whatever the tree."""
    first, second = sorted((node, other))
    if _is_defined(first, second, document):
        return True
    if is_government_of(first, second) or is_government_of(second, first):
        return True
    if is_named_beside(first, second) or is_named_beside(second, first):
        return True
    return is_named_behind(first, second, document)


def _is_defined(first: MentionNode, second: MentionNode, document: MentionDocument) -> bool:
    """Return whether one is a name in brackets right behind the other name: its short form.

    The parser may hang it anywhere.
    """
    if not first.is_name or not second.is_name:
        return False
    return document.between(first, second).strip() in DEFINING


def _coordinated(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield what is coordinated with the mention and after it in the list."""
    others = list(conjuncts(node.token))[1:LONGEST_LIST]
    for other in document.nodes_of(others):
        if not _is_second_office(other.token):
            yield other


def _is_second_office(token: Token) -> bool:
    """Return whether a noun behind "and" has no article.

    "The founder and chairman" may be one person.
    """
    if token.pos_ != "NOUN" or token.tag_ != "NN":
        return False
    return not has_child(token, *DETERMINERS_AND_OWNERS)


def _containers(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the noun phrases that the mention is a part of.

    They are "his daughter" for "his", and "the mayor of Lima" for "Lima".
    """
    named = names_its_head(node, document)
    token = named.token if named is not None else node.token
    while token.head != token:
        is_own = token == node.token
        if token.dep_ == "attr" and not is_own:
            # in "he is his son", "his" is not "he"
            yield from document.nodes_of(children_with(token.head, "nsubj"))
        if token.dep_ not in PARTS:
            return
        is_description = is_own and _is_appositive_compound(token)
        token = token.head
        if not is_description:
            yield from _container(token, node, document)


def _container(token: Token, node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the mention at a word above a mention, and those set beside it after the mention."""
    yield from document.nodes_of((token,))
    for apposed in document.nodes_of(children_with(token, "appos")):
        if apposed.token.i > node.token.i:  # Mia in "his daughter, Mia"
            yield apposed


def _is_appositive_compound(token: Token) -> bool:
    """Return whether a description hangs below the name that it introduces: "the firm Acme"."""
    if token.dep_ not in COMPOUNDS:
        return False
    if token.pos_ != "NOUN":
        return False
    return token.head.pos_ == "PROPN"


def _fellow_arguments(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the other arguments of the same verb, unless one of them is a reflexive."""
    if node.use is Use.REFLEXIVE:
        return
    if node.dep not in ARGUMENTS:
        return
    for token in _siblings(node.token):
        for other in document.nodes_of(_fillers(token)):
            if other.use is not Use.REFLEXIVE:
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
    if not node.is_pronoun or node.dep not in SUBJECTS:
        return
    earlier = list(document.earlier_in_sentence(node, node.sentence))
    known = [other for other in earlier if not other.is_pronoun]
    for clause in filter(is_opening, node.governor.lefts):
        for other in known:
            if clause.is_ancestor(other.token):
                yield other


def is_opening(clause: Token) -> bool:
    """Return whether a verb is a participle whose clause has no subject of its own."""
    if clause.tag_ not in PARTICIPLES:
        return False
    if clause.dep_ not in OPENING_CLAUSES:
        return False
    return not subjects(clause)


def _sharing(verb: Token) -> Iterator[Token]:
    """Yield the verb, and those that share its subject.

    "The firm bought it and closed it", "the firm wants to close it", "it won, forcing him out".
    """
    yield verb
    links = SHARING if has_child(verb, "dobj") else SHARING | {"xcomp"}
    for child in children_with(verb, *links):
        if not subjects(child):
            yield from _sharing(child)
    for child in children_with(verb, "advcl"):
        if child.tag_ == "VBG" and not subjects(child):
            yield from _sharing(child)


def _fillers(token: Token) -> Iterator[Token]:
    """Yield the nouns of an argument, and those that a preposition ties to it or to the verb.

    "He heard of him", "details of it".
    """
    if token.dep_ in ARGUMENTS:
        yield from conjuncts(token)
        content = first_child(token, words=CONTENT_PREPOSITIONS)
        token = content if content is not None else token
    if token.dep_ not in PREPOSITIONAL:
        return
    if token.lower_ in ABOUT_ONESELF and not _is_with_another(token):
        return
    for noun in governed_by(token):
        yield from conjuncts(noun)


def _is_with_another(preposition: Token) -> bool:
    """Return whether "with" says with whom somebody does something: "he quarrelled with him".

    Whoever takes, has or puts something with them takes it along.
    """
    if preposition.lower_ not in COMPANY:
        return False
    return preposition.head.pos_ == "VERB" and not has_child(preposition.head, "dobj")


def _forbid_speaker(node: MentionNode, document: MentionDocument, clusters: Clusters) -> None:
    """Forbid that "he" or "you" in a quotation is its speaker: nobody calls himself so."""
    quote = document.quote_around(node)
    if quote is None:
        return
    if node.use is Use.RELATIVE:
        return
    speaker = document.node_of_mention(quote.speaker)
    if node.person in OF_OTHERS and speaker is not None:
        clusters.forbid_link(node, speaker)


def is_named_behind(description: MentionNode, name: MentionNode, document: MentionDocument) -> bool:
    """Return whether a name between commas says who the person right before it is.

    "Through his agent, Ann Lee, he declined", "a clerk at the consulate, Ann Lee, was hurt": so it
    is whatever the parser makes of it.
    """
    if not _is_one_person(description, Kind.NOMINAL):
        return False
    if not _is_one_person(name, Kind.NAME):
        return False
    if description.sentence != name.sentence:
        return False
    if not description < name:
        return False
    gap = document.between(description, name)
    title = name.mention.title
    if title:
        gap = gap.removesuffix(f"{title} ")
    if COMPLETED.fullmatch(gap) is None:
        return False
    if CLOSING.match(document.article.text, name.passage.end) is None:
        return False
    return _holds_all_between(description, name, description.passage.end + len(gap))


def _is_one_person(node: MentionNode, kind: Kind) -> bool:
    """Return whether a mention of a kind speaks of one human."""
    if node.mention.kind is not kind:
        return False
    if node.mention.plural:
        return False
    return entity_type_of(node.mention.type) is EntityType.PERSON


def _holds_all_between(description: MentionNode, name: MentionNode, end: int) -> bool:
    """Return whether what completes a description has no other noun that the name hangs on.

    `end` is the offset at which the words between the two end.
    """
    head = description.token
    between = [token for token in head.doc[head.i + 1 : name.token.i] if token.idx < end]
    completing = [token for token in between if not token.is_punct]
    if name.governor in completing:
        return False
    return all(map(head.is_ancestor, completing))
