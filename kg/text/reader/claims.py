"""Claims of the learned reader: relations between the mentions of a sentence, said in ways that no rule knows.

The network tells *that* a relation is said. Whether it is denied, planned, past, or somebody else's word is told by the same
rules of grammar as for every other claim.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.lang.en import PAST
from kg.model import Assertion, Chain, Claim, Frame, Mention, Passage, Role
from kg.text.attribution import assertion, presupposed
from kg.text.parse import CLAUSES
from kg.text.reader.candidates import Candidate, candidates
from kg.text.reader.entity_types import EntityType, sort_of
from kg.text.reader.ownership import belongs_to_another, is_country_of_other
from kg.text.reader.posts import LEADING, is_another_s, is_lesser, owners_of_posts
from kg.text.reader.scores import Prediction, scored
from kg.text.reader.vetoes import (
    is_dealing,
    is_elsewhere,
    is_nobody,
    is_parent,
    is_seat_of_another,
    is_stay,
)
from kg.text.reader.weights import Reader
from kg.text.syntax import Document
from kg.trace import stopped

RULE = "reader:"
SERVICE = "schema:worksFor"
SURER_THAN_TREE = 0.93  # from which probability on the network is believed against the parser


def predictions(
    doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain], reader: Reader
) -> tuple[Prediction, ...]:
    """What the network sees in each sentence that has two things or more, in text order."""
    found = candidates(mentions, chains)
    seen: list[Prediction] = []
    at = 0
    for sentence in doc.sents:
        while at < len(found) and found[at].mention.passage.start < sentence.start_char:
            at += 1
        inside: list[Candidate] = []
        while at < len(found) and found[at].mention.passage.end <= sentence.end_char:
            inside.append(found[at])
            at += 1
        if len(inside) > 1:
            seen += scored(sentence.text, sentence.start_char, inside, reader)
    return tuple(seen)


def reader_claims(
    document: Document, seen: Iterable[Prediction], chains: Sequence[Chain], told: Sequence[Claim]
) -> Iterator[Claim]:
    """The claims that come of what the network saw, in text order; `told` are the claims of the rules."""
    chain_of = {
        mention.head: number for number, chain in enumerate(chains) for mention in chain.mentions
    }
    owners = owners_of_posts(told, chain_of)
    for each in seen:
        evidence = document.sentence(document.head(each.subject.mention))
        against = _veto(each, chains, document)
        if not against and is_another_s(each, evidence.start, owners):
            against = "a title in the sentence gives the post to another"
        if against:
            ends = (each.subject.mention, each.object.mention)
            stopped(RULE + each.relation.name, each.passage, "“{}” and “{}”: {}", *ends, against)
            continue
        yield _claim(each, evidence, document)


def _sort(candidate: Candidate, chains: Sequence[Chain]) -> EntityType:
    """The sort of a mention by the class that its chain has now."""
    return (
        candidate.sort
        if candidate.chain < 0
        else sort_of(candidate.mention, chains[candidate.chain].type)
    )


def _veto(found: Prediction, chains: Sequence[Chain], document: Document) -> str:
    """Return what grammar or a rule says against what the network saw; empty if nothing does."""
    way = _way(document.head(found.subject.mention), document.head(found.object.mention))
    if not found.relation.admits(_sort(found.subject, chains), _sort(found.object, chains)):
        return "their classes do not fit the relation"
    if any(
        is_nobody(end, chains, document.article.text)
        for end in (found.subject, found.object)
        if end.chain >= 0
    ):
        return "“I” is somebody in a quotation whose speaker is not known"
    if _is_misplaced(found, document):
        return "the country belongs to another noun"
    if is_dealing(found, way):
        return "the verb between them only says that they deal with each other"
    if is_stay(found, document):
        return "the country is only where somebody is or goes"
    if is_seat_of_another(found, document):
        return "another organisation is based there"
    return "the place lies in another country" if is_elsewhere(found) else ""


def _is_misplaced(found: Prediction, document: Document) -> bool:
    """True where an end is a country that the tree gives to another noun, and the network is not surer than the tree."""
    if found.probability >= SURER_THAN_TREE:
        return False
    ends = ((found.subject, found.object), (found.object, found.subject))
    return any(
        is_country_of_other(country, other)
        and belongs_to_another(
            document.head(country.mention), document.head(other.mention), other.mention
        )
        for country, other in ends
    )


def _claim(found: Prediction, evidence: Passage, document: Document) -> Claim:
    """What the network saw, with how the sentence puts it."""
    subject, value = found.subject.mention, found.object.mention
    if found.relation.turned:
        subject, value = value, subject
    way = _way(document.head(subject), document.head(value))
    if is_parent(found, way):
        subject, value = value, subject
    how = _assertion(way, document)
    return Claim(
        Frame.RELATION,
        SERVICE if found.relation.name in LEADING and is_lesser(way) else found.relation.property,
        (Role("subject", subject), Role("object", value)),
        subject.passage,
        evidence,
        rule=RULE + found.relation.name,
        factuality=how.factuality,
        speaker=how.speaker,
        ended=any(child.lower_ in PAST for token in way for child in token.lefts),
        probability=found.probability,
    )


def _way(first: Token, second: Token) -> list[Token]:
    """The tokens on the way through the tree from one head to the other, both included."""
    above = [first, *first.ancestors]
    below = [second, *second.ancestors]
    meeting = next((token for token in above if token in below), above[-1])
    up = above[: above.index(meeting) + 1] if meeting in above else above
    down = below[: below.index(meeting)] if meeting in below else below
    return [*up, *reversed(down)]


def _assertion(way: Sequence[Token], document: Document) -> Assertion:
    """The assertion of the clauses on the way: the first that does not stand as a fact, else that of the last.

    Two things in one noun phrase ("Acme's founder Ann Bolt") are tied by what it takes for granted, unless the phrase is itself
    said of somebody ("was a director of Acme").
    """
    verbs = [token for token in way if token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES]
    verbs += [
        token.head for token in way if token.dep_ in ("attr", "oprd") and token.head not in verbs
    ]
    assertions = [assertion(verb, document) for verb in verbs] or [presupposed(way[0], document)]
    return next((each for each in assertions if not each.factuality.stands), assertions[-1])
