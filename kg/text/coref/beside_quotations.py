"""Pronouns in and beside a quotation: "Bo Lund was tired. “I have read Ann's letter,” he said".

Nobody calls himself by his name, so whoever is named in the words is another. And the subject of
the sentence right before a quotation is brought in to speak, more than those named around it.
"""

from spacy.tokens import Span, Token

from kg.lang.en import word_set
from kg.model import Quote
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.salience import Ranking, ranked
from kg.text.coref.speakers import speaking_as_we
from kg.text.parse import subjects

SAYING = word_set("verbs", "saying") | word_set("verbs", "saying-no")
BROUGHT_IN = 60.0  # salience of the subject right before a quotation, as much again as its role


def beside_quotation(
    known: Ranking, node: MentionNode, document: MentionDocument, clusters: Clusters
) -> Ranking:
    """Return the ranking of a pronoun, put right if it is in a quotation or speaks one.

    In "“I came to tell her,” she said" neither is the other.
    """
    if node.is_quoted:
        return _without_speaker(known, document.quotes[node.quote], document, clusters)
    numbers = [
        number for number, quote in enumerate(document.quotes) if quote.speaker == node.mention
    ]
    if not numbers:
        return known
    named = {
        clusters.root(other)
        for other in document.nodes
        if other.quote in numbers and _is_of_another(other)
    }
    salience_of = {root: salience for salience, root in known if root not in named}
    before = _subject_before(document.quotes[numbers[0]], document)
    if before is not None and clusters.root(before) in salience_of:
        salience_of[clusters.root(before)] += BROUGHT_IN
    return ranked(salience_of)


def _is_of_another(node: MentionNode) -> bool:
    """Return whether a mention in a quotation is of somebody else: a name, or "the patient"."""
    if node.is_name:
        return True
    return node.is_nominal and node.mention.definite and node.dep != "attr"


def is_heard(
    other: MentionNode, node: MentionNode, document: MentionDocument, clusters: Clusters
) -> bool:
    """Return whether "it" in somebody's own words may take up another mention.

    That is one in these words, or the speaker's organisation: the speaker does not hear what the
    article says between two quotations.
    """
    quote = document.quote_around(node)
    if quote is None:
        return True
    if other.quote == node.quote:
        return True
    around = document.quote_around(other)
    if around is not None and around.speaker == quote.speaker:
        return True
    speaking = document.node_of_mention(quote.speaker)
    if speaking is None:
        return False
    organization = speaking_as_we(speaking, document, clusters)
    if organization is None:
        return False
    return clusters.together(organization, other)


def _without_speaker(
    known: Ranking, quote: Quote, document: MentionDocument, clusters: Clusters
) -> Ranking:
    """Return the ranking of a pronoun in a quotation without who is brought in to speak it."""
    speaker = document.node_of_mention(quote.speaker)
    before = _subject_before(quote, document)
    if speaker is None or before is None or speaker.person != 3:
        return known
    return [(salience, root) for salience, root in known if root is not clusters.root(before)]


def beside_speech(
    known: Ranking, node: MentionNode, document: MentionDocument, clusters: Clusters
) -> Ranking:
    """Return the ranking of "it" or "they" that says something, who spoke before on top.

    "Globex said it would appeal. Its former head acted alone, it added."
    """
    verb = node.governor
    before = _sentence_before(node.token.sent, document)
    if node.dep != "nsubj" or verb.lemma_ not in SAYING or before is None:
        return known
    if before.root.lemma_ not in SAYING:
        return known
    salience_of = {root: salience for salience, root in known}
    other = next(document.nodes_of(subjects(before.root)), None)
    if other is not None and clusters.root(other) in salience_of:
        salience_of[clusters.root(other)] += BROUGHT_IN
    return ranked(salience_of)


def _subject_before(quote: Quote, document: MentionDocument) -> MentionNode | None:
    """Return the subject of the sentence right before a quotation, in the same paragraph."""
    first = _first_token(quote, document)
    if first is None or first.sent.start_char < quote.passage.start:
        return None
    before = _sentence_before(first.sent, document)
    if before is None:
        return None
    return next(document.nodes_of(subjects(before.root)), None)


def _sentence_before(sentence: Span, document: MentionDocument) -> Span | None:
    """Return the sentence before another, None if that opens its paragraph."""
    if sentence.start == 0:
        return None
    before = document.doc[sentence.start - 1].sent
    between = document.article.text[before.start_char : sentence.start_char]
    return None if "\n" in between else before


def _first_token(quote: Quote, document: MentionDocument) -> Token | None:
    """Return the token with which a quotation begins."""
    span = document.doc.char_span(quote.passage.start, quote.passage.end, alignment_mode="contract")
    return None if span is None else span[0]
