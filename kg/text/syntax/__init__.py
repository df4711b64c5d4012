"""Who does what to whom in a parsed sentence: arguments, implicit subjects, complements, kinship."""

from kg.text.syntax.arguments import (
    OBJECTS,
    RECIPIENTS,
    adjuncts,
    is_of_number,
    measured,
    misparsed_agents,
    prepositional,
    slots,
    undergoes,
    verb_roles,
)
from kg.text.syntax.document import Document, behind, document_of
from kg.text.syntax.kinship import is_kin, named_kin
from kg.text.syntax.noun_complements import (
    complements,
    first_conjunct,
    is_name,
    is_origin,
    is_whereabouts,
)
from kg.text.syntax.subjects import PART, implicit_subjects, is_command, leading

__all__ = [
    "OBJECTS",
    "PART",
    "RECIPIENTS",
    "Document",
    "adjuncts",
    "behind",
    "complements",
    "document_of",
    "first_conjunct",
    "implicit_subjects",
    "is_command",
    "is_kin",
    "is_name",
    "is_of_number",
    "is_origin",
    "is_whereabouts",
    "leading",
    "measured",
    "misparsed_agents",
    "named_kin",
    "prepositional",
    "slots",
    "undergoes",
    "verb_roles",
]
