"""Claims whose construction itself says the relation."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from spacy.tokens import Token

from kg.model import Assertion, Claim, Frame, Mention, Role
from kg.text.attribution import presupposed
from kg.text.parse import passage_of
from kg.text.syntax import Document

Claims = Iterator[Claim]


def relation_claim(
    predicate: str,
    subject: Mention,
    value: Mention | str,
    rule: str,
    document: Document,
    how: Assertion | None = None,
) -> Claim:
    """Return the claim of a property (a curie) between a mention and another, or a literal.

    Without `how` it is presupposed.
    """
    token = document.head(subject)
    how = how or presupposed(token, document)
    holder = Role("subject", subject)
    claim = Claim(
        Frame.RELATION,
        predicate,
        (holder,),
        subject.passage,
        document.sentence(token),
        rule=rule,
        factuality=how.factuality,
        speaker=how.speaker,
    )
    if isinstance(value, str):
        return replace(claim, value=value)
    return replace(claim, roles=(holder, Role("object", value)))


def claim_by(
    trigger: Token,
    predicate: str,
    subject: Mention,
    value: Mention | str,
    rule: str,
    how: Assertion,
    document: Document,
) -> Claim:
    """Return the claim of a property that a verb or noun says, which is then its trigger."""
    claim = relation_claim(predicate, subject, value, rule, document, how)
    return replace(
        claim,
        trigger=passage_of(trigger, document.article.id),
        evidence=document.sentence(trigger),
    )


def claims_between(
    trigger: Token,
    predicate: str,
    subjects: Iterable[Mention],
    values: Iterable[Mention],
    rule: str,
    how: Assertion,
    document: Document,
) -> Claims:
    """Yield the claim of a verb or noun for each pair of two different mentions."""
    for subject, value in product(subjects, values):
        if subject != value:
            yield claim_by(trigger, predicate, subject, value, rule, how, document)
