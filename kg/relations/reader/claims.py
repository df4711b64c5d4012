"""Claims of the learned reader: relations between the mentions of a sentence, said in ways that no rule knows.

The network tells *that* a relation is said. Whether it is denied, planned, past, or somebody else's word is told by the same
rules of grammar as for every other claim.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.analyse.grammar import CLAUSES, trimmed
from kg.model import Chain, Claim, Frame, Mention, Passage, Role
from kg.relations.reader.candidates import Candidate, candidates
from kg.relations.reader.ownership import belongs_to_another, is_country_of_other
from kg.relations.reader.posts import is_another_s, owners_of_posts
from kg.relations.reader.scores import Scored, scored
from kg.relations.reader.weights import Reader
from kg.relations.scene import Scene
from kg.relations.stance import Stance, presupposed, stance
from kg.relations.titles import PAST

RULE = "reader:"


def reader_claims(
    scene: Scene, mentions: Sequence[Mention], chains: Sequence[Chain], told: Sequence[Claim], reader: Reader
) -> Iterator[Claim]:
    """The claims of each sentence that has two things or more, in text order; `told` are the claims of the rules."""
    found = candidates(mentions, chains)
    owners = owners_of_posts(told, found)
    at = 0
    for sentence in scene.doc.sents:
        while at < len(found) and found[at].mention.passage.start < sentence.start_char:
            at += 1
        inside: list[Candidate] = []
        while at < len(found) and found[at].mention.passage.end <= sentence.end_char:
            inside.append(found[at])
            at += 1
        for each in scored(sentence.text, sentence.start_char, inside, reader) if len(inside) > 1 else ():
            evidence = trimmed(sentence, scene.article.id)
            if not _is_misplaced(each, scene) and not is_another_s(each, evidence.start, owners):
                yield _claim(each, evidence, scene)


def _is_misplaced(found: Scored, scene: Scene) -> bool:
    """True where an end is a country that the tree gives to another noun."""
    ends = ((found.subject, found.object), (found.object, found.subject))
    return any(
        is_country_of_other(country, other)
        and belongs_to_another(scene.head(country.mention), scene.head(other.mention), other.mention)
        for country, other in ends
    )


def _claim(found: Scored, evidence: Passage, scene: Scene) -> Claim:
    """What the network saw, with how the sentence puts it."""
    subject, value = found.subject.mention, found.object.mention
    if found.relation.turned:
        subject, value = value, subject
    way = _way(scene.head(subject), scene.head(value))
    how = _stance(way, scene)
    return Claim(
        Frame.RELATION,
        found.relation.property,
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


def _stance(way: Sequence[Token], scene: Scene) -> Stance:
    """The stance of the clauses on the way: the first that does not stand as a fact, else that of the last.

    Two things in one noun phrase ("Acme's founder Ann Bolt") are tied by what it takes for granted.
    """
    verbs = [token for token in way if token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES]
    stances = [stance(verb, scene) for verb in verbs] or [presupposed(way[0], scene)]
    return next((each for each in stances if not each.factuality.stands), stances[-1])
