"""Claims that somebody is not what another is, as corrections say: "He is Bo Coil, not Al Dunn"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.model import Chain, Claim, Factuality, Frame, Mention, Role
from kg.text.parse import passage_of
from kg.text.syntax import Document, is_ruled_out

SENTENCES = 1  # back from the correction to what it corrects


def ruled_out_claims(
    document: Document, chains: Sequence[Chain], claims: Iterable[Claim]
) -> Iterator[Claim]:
    """Yield a denial for each name that is ruled out beside the right one.

    What is denied of it is what nouns say of the right one, there or in the sentence before, which
    is among the `claims`.
    """
    chain_of: dict[int, int] = {}
    for number, chain in enumerate(chains):
        chain_of.update((mention.head, number) for mention in chain.mentions)
    said = [claim for claim in claims if claim.frame is Frame.NOUN and claim.factuality.stands]
    for right, wrong in _corrections(document):
        start = _start(document.head(wrong))
        known = chain_of.get(right.head, -1)
        for claim in said:
            (subject, *_) = claim.roles or (None,)
            if subject is None or subject.name != "subject":
                continue
            is_near = claim.trigger.start >= start
            if is_near and chain_of.get(subject.mention.head) == known:
                yield _denied(claim, wrong, document)


def _corrections(document: Document) -> Iterator[tuple[Mention, Mention]]:
    """Yield the right and the wrong name of each "is Ann Bolt, not Bo Coil"."""
    for wrong in document.mention_at.values():
        if is_ruled_out(wrong, document):
            token = document.head(wrong).head
            right = document.mention(token)
            if right is not None and right.is_name and token.dep_ == "attr":
                yield right, wrong


def _start(token: Token) -> int:
    """Return the offset from which a correction may speak of somebody."""
    starts = [sentence.start_char for sentence in token.doc.sents if sentence.start <= token.i]
    return starts[-1 - SENTENCES :][0]


def _denied(claim: Claim, wrong: Mention, document: Document) -> Claim:
    """Return the denial of a claim for the wrong name."""
    _, *others = claim.roles
    token = document.head(wrong)
    return replace(
        claim,
        roles=(Role("subject", wrong), *others),
        trigger=passage_of(token, document.article.id),
        evidence=document.sentence(token),
        factuality=Factuality.DENIED,
    )
