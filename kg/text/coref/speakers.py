"""First and second person: "I" in a quotation is its speaker, "you" its addressee.

"I" outside of all quotations is the writer.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.attributes import COLLECTIVE, EITHER, MANY
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.pronoun_forms import Pronoun
from kg.text.parse import subjects

REPRESENTATIVES = word_set("nouns", "representative")
INTRODUCTIONS = 50  # mentions of a speaker, from the first on, that may say who is spoken for
ANNOUNCING = word_set("verbs", "announcing")
WITHIN_PHRASE = frozenset({"compound", "nmod", "poss", "appos", "prep", "pobj"})


def speakers(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield the pronouns of first and second person in each quotation, with whom they stand for.

    "We" is the speaker if that is an organisation or a group, or the organisation that the speaker
    is said to speak for.
    """
    first_of: dict[tuple[int, str], int] = {}
    for node in document.nodes:
        pronoun = node.pronoun
        if node.quote < 0 or pronoun is None or pronoun.person == 3:
            continue
        partner = _partner(node, pronoun, document, clusters)
        if partner is not None:
            yield partner, node.index
        key = (node.quote, f"{pronoun.person}{pronoun.number}")
        if key in first_of and pronoun.person == 1:
            yield first_of[key], node.index
        first_of.setdefault(key, node.index)


def _partner(
    node: MentionNode, pronoun: Pronoun, document: MentionDocument, clusters: Clusters
) -> int | None:
    """Return whom "I", "we" or "you" in a quotation stands for, None if it is not known."""
    quote = document.quotes[node.quote]
    mention = quote.speaker if pronoun.person == 1 else quote.addressee
    partner = document.index_of.get(mention) if mention is not None else None
    is_we = pronoun.person == 1 and pronoun.number != "singular"
    if partner is None or not is_we or _is_collective(partner, clusters):
        return partner
    return _employer(partner, document, clusters)


def _employer(speaker: int, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the organisation that a mention of the speaker shows as the one spoken for."""
    for index in clusters.members(speaker)[:INTRODUCTIONS]:
        organization = represented(document.nodes[index], document)
        if organization is not None:
            return organization
    return None


def represented(speaker: MentionNode, document: MentionDocument) -> int | None:
    """Return the organisation that a person speaks for, None if it is not clear.

    It is Acme in "Acme spokeswoman Ann Lee" and "Ann Lee, chief executive of Acme".
    """
    if not _words_of_phrase(speaker.token) & REPRESENTATIVES:
        return None
    firms = [
        node.index
        for node in document.by_sentence[speaker.sentence]
        if _is_firm(node) and _depends_on(node.token, speaker.token)
    ]
    return firms[0] if len(firms) == 1 else None


def _words_of_phrase(head: Token) -> set[str]:
    """Return the words and lemmas of a noun, its appositions and all that hangs on these."""
    words = set()
    for noun in (head, *(child for child in head.children if child.dep_ == "appos")):
        for token in (noun, *noun.children):
            words |= {token.lower_, token.lemma_.lower()}
    return words


def _is_firm(node: MentionNode) -> bool:
    return node.mention.is_name and entity_type_of(node.mention.type) is EntityType.ORGANIZATION


def _depends_on(token: Token, head: Token) -> bool:
    """Return whether a word is inside the noun phrase of a head, but in no clause of it.

    Its appositions are inside.
    """
    while token != head:
        if token.dep_ not in WITHIN_PHRASE or token.head == token:
            return False
        token = token.head
    return True


def _is_collective(index: int, clusters: Clusters) -> bool:
    """Return whether a speaker speaks of itself as "we"."""
    attributes = clusters.attributes(index)
    return attributes.entity_types <= COLLECTIVE and attributes.numbers in (EITHER, MANY)


def is_heard(
    other: MentionNode, node: MentionNode, document: MentionDocument, clusters: Clusters
) -> bool:
    """Return whether "it" in somebody's own words may take up another mention.

    That is one in these words, or the speaker's organisation: the speaker does not hear what the
    article says between two quotations.
    """
    if node.quote < 0:
        return True
    speaker = document.quotes[node.quote].speaker
    if other.quote == node.quote:
        return True
    if other.quote >= 0 and document.quotes[other.quote].speaker == speaker:
        return True
    index = document.index_of.get(speaker) if speaker is not None else None
    if index is None:
        return False
    if not _is_collective(index, clusters):
        index = _employer(index, document, clusters)
    return index is not None and clusters.together(index, other.index)


def narrator(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield all "I" and "my" outside of quotations, with one another and with who speaks there.

    That is the last of whom the text said "Ann Lee said:".
    """
    announced = list(_announced(document, clusters))
    narrating = [node for node in document.nodes if _is_narrating(node)]
    for first, second in pairwise(narrating):
        between = range(first.sentence + 1, second.sentence)
        if not any(number in between for number, _ in announced):
            yield first.index, second.index
    for node in narrating:
        before = [speaker for number, speaker in announced if number < node.sentence]
        if before:
            yield before[-1], node.index


def _announced(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield the sentences that end in "said:", with the person who is the subject.

    What follows without quotation marks are that person's words.
    """
    for number, (start, end) in enumerate(document.sentences):
        tokens = [token for token in document.doc[start:end] if not token.is_space]
        if not tokens or tokens[-1].text != ":":
            continue
        verb = tokens[-1].sent.root
        if verb.lemma_ not in ANNOUNCING:
            continue
        nodes = document.by_sentence.get(number, ())
        subject_nodes = [node for node in nodes if _is_in_subject(node.token, verb)]
        people = [node for node in subject_nodes if clusters.attributes(node.index).is_person]
        named = [node for node in people if node.mention.is_name]
        if people:
            yield number, (named or people)[0].index


def _is_in_subject(token: Token, verb: Token) -> bool:
    """Return whether a noun stands in a subject of a verb."""
    return any(subject == token or subject.is_ancestor(token) for subject in subjects(verb))


def _is_narrating(node: MentionNode) -> bool:
    """Return whether a mention is "I" or "my" outside of all quotations."""
    pronoun = node.pronoun
    if node.quote >= 0 or pronoun is None:
        return False
    return pronoun.person == 1 and pronoun.number == "singular"
