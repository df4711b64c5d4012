"""Claims whose construction itself says the relation, and the classes that such constructions ask for."""

from kg.model import Assertion, Claim, Frame, Mention, Role
from kg.text.attribution import presupposed
from kg.text.syntax import Document


def relation_claim(
    predicate: str,
    subject: Mention,
    value: Mention | str,
    rule: str,
    document: Document,
    how: Assertion | None = None,
) -> Claim:
    """A claim of a property (a curie) between a mention and another, or a literal. Without `how` it is presupposed."""
    token = document.head(subject)
    how = how or presupposed(token, document)
    roles = (
        Role("subject", subject),
        *(() if isinstance(value, str) else (Role("object", value),)),
    )
    return Claim(
        Frame.RELATION,
        predicate,
        roles,
        subject.passage,
        document.sentence(token),
        rule=rule,
        value=value if isinstance(value, str) else "",
        factuality=how.factuality,
        speaker=how.speaker,
    )
