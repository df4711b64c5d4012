"""First and second person: "I" in a quotation is its speaker, "you" its addressee.

"I" outside of all quotations is the writer.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.attributes import COLLECTIVE
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import (
    Links,
    MentionDocument,
    MentionNode,
)
from kg.text.coref.pronoun_forms import ONE, Number
from kg.text.coref.representation import represented
from kg.text.parse import subjects
from kg.text.parse.labels import NOUN_SUBJECTS

REST_OF_LINE = re.compile(r"[^\n]*\n\s*")
CALL_ENDS = re.compile(r"[,!]")
CALL_STARTS = ("“", "‘", '"', ".", "!", "?")
SPEAKING = frozenset({1, 2})  # grammatical persons
INTRODUCTIONS = 50  # mentions of a speaker, from the first on, that may say who is spoken for
ANNOUNCING = word_set("verbs", "announcing")


def speaker(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield the pronouns of first and second person in each quotation, with whom they stand for.

    "We" is the speaker if that is an organisation or a group.
    """
    first_of: dict[tuple[int, frozenset[Number]], MentionNode] = {}
    for node in filter(_is_of_speaker, document.nodes):
        partner = _partner(node, document, clusters)
        if partner is not None:
            yield partner, node
        if node.person != 1:
            continue
        key = (node.quote, node.numbers)
        first = first_of.setdefault(key, node)
        if first is not node:
            yield first, node


def _is_of_speaker(node: MentionNode) -> bool:
    """Return whether a mention is a pronoun of the first or second person in a quotation."""
    return node.is_quoted and node.person in SPEAKING


def _partner(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return whom "I", "we" or "you" in a quotation stands for, None if it is not known."""
    quote = document.quotes[node.quote]
    if node.person != 1:
        told = document.node_of_mention(quote.addressee)
        return told or _called(node, document, clusters)
    partner = document.node_of_mention(quote.speaker)
    if partner is None or node.numbers == ONE:
        return partner
    if _is_collective(partner, clusters):
        return partner
    return None


def _called(node: MentionNode, document: MentionDocument, clusters: Clusters) -> MentionNode | None:
    """Return the last person whom a speaker calls by name before "you": "Ann, you are right"."""
    called = None
    for other in document.nodes[: node.index]:
        if other.quote == node.quote and _is_call(other, document, clusters):
            called = other
    return called


def _is_call(node: MentionNode, document: MentionDocument, clusters: Clusters) -> bool:
    """Return whether a person's name that is no subject opens a sentence, before a comma."""
    if not node.is_name or not clusters.is_person(node):
        return False
    if node.dep in NOUN_SUBJECTS:
        return False
    text = document.article.text
    if not CALL_ENDS.match(text, node.passage.end):
        return False
    before = text[: node.passage.start].rstrip()
    return before.endswith(CALL_STARTS)


def interviewed(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield "you" in a question outside of quotations, with the name before the answer.

    "How did you begin?" is followed by a line with "Ann Lee: I was a nurse".
    """
    people = filter(clusters.is_person, document.nodes)
    labels = [node for node in people if _is_label(node, document)]
    for node in document.nodes:
        if node.is_quoted or node.person != 2:
            continue
        for label in labels:
            if _is_on_next_line(label, node, document):
                yield label, node


def _is_on_next_line(label: MentionNode, node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a name opens the line that follows that of another mention."""
    if label < node:
        return False
    rest = document.between(node, label)
    return REST_OF_LINE.fullmatch(rest) is not None


def _is_label(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a name opens a line and a colon follows it: "Ann Lee: I was a nurse"."""
    text = document.article.text
    if not node.is_name or not text.startswith(":", node.passage.end):
        return False
    return node.passage.start == 0 or text[node.passage.start - 1] == "\n"


def spoken_for(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield "we" in a quotation, with the organisation or state that the speaker speaks for.

    Pronouns are known by then, so that "its chairwoman" says of what.
    """
    for node in filter(_is_we, document.nodes):
        if clusters.is_described(node):
            continue
        speaking = document.node_of_mention(document.quotes[node.quote].speaker)
        if speaking is None:
            continue
        partner = speaking_as_we(speaking, document, clusters)
        if partner is not None:
            yield partner, node


def _is_we(node: MentionNode) -> bool:
    """Return whether a mention is "we", "us" or "our" in a quotation."""
    return node.is_quoted and node.person == 1 and node.numbers != ONE


def speaking_as_we(
    speaking: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return who is "we": a speaker that is many, or the organisation that the speaker is of."""
    if _is_collective(speaking, clusters):
        return speaking
    for node in clusters.members(speaking)[:INTRODUCTIONS]:
        organization = represented(node, document, clusters)
        if organization is not None:
            return organization
    return None


def _is_collective(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a speaker speaks of itself as "we"."""
    attributes = clusters.attributes(node)
    if not attributes.entity_types <= COLLECTIVE:
        return False
    return Number.PLURAL in attributes.numbers


def narrator(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield all "I" and "my" outside of quotations, with one another and with who speaks there.

    That is the last of whom the text said "Ann Lee said:".
    """
    announced = dict(_announced(document, clusters))
    narrating = list(filter(_is_narrating, document.nodes))
    for first, second in pairwise(narrating):
        between = range(first.sentence + 1, second.sentence)
        if announced.keys().isdisjoint(between):
            yield first, second
    for node in narrating:
        numbers = [number for number in announced if number < node.sentence]
        for last in numbers[-1:]:
            yield announced[last], node


def _announced(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, MentionNode]]:
    """Yield the sentences that end in "said:", with the person who is the subject.

    What follows without quotation marks are that person's words.
    """
    for number in sorted(document.by_sentence):
        verb = _announcing_verb(document, number)
        if verb is None:
            continue
        people = filter(clusters.is_person, document.by_sentence[number])
        speaking = _first_in_subject(people, verb)
        if speaking is not None:
            yield number, speaking


def _first_in_subject(nodes: Iterable[MentionNode], verb: Token) -> MentionNode | None:
    """Return the first name in a subject of a verb, else the first of some mentions in it."""
    inside = [node for node in nodes if _is_in_subject(node.token, verb)]
    for node in inside:
        if node.is_name:
            return node
    if inside:
        return inside[0]
    return None


def _announcing_verb(document: MentionDocument, sentence: int) -> Token | None:
    """Return the verb of a sentence that ends in "said:", None for other sentences."""
    start, end = document.sentences[sentence]
    for token in reversed(document.doc[start:end]):
        if token.is_space:
            continue
        verb = token.sent.root
        if token.text != ":":
            return None
        if verb.lemma_ in ANNOUNCING:
            return verb
        return None
    return None


def _is_in_subject(token: Token, verb: Token) -> bool:
    """Return whether a noun stands in a subject of a verb."""
    return any(token in subject.subtree for subject in subjects(verb))


def _is_narrating(node: MentionNode) -> bool:
    """Return whether a mention is "I" or "my" outside of all quotations."""
    return is_of_writer(node, ONE)


def is_of_writer(node: MentionNode, numbers: frozenset[Number]) -> bool:
    """Return whether a mention is a pronoun of the first person outside of all quotations."""
    if node.is_quoted or node.person != 1:
        return False
    return node.numbers == numbers
