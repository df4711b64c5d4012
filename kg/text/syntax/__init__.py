"""The roles in a parsed sentence: arguments, implicit subjects, complements, kinship."""

from kg.text.syntax.adjunct_phrases import adjuncts, measured
from kg.text.syntax.arguments import (
    gap_of,
    slots,
    verb_roles,
)
from kg.text.syntax.arguments.undergoing import undergoes
from kg.text.syntax.attachment import (
    is_of_number,
    is_ruled_out,
    mentions_after,
    misparsed_agents,
    prepositional,
)
from kg.text.syntax.distant_subjects import is_infinitive
from kg.text.syntax.document import (
    Document,
    Mentions,
    behind,
    document_of,
)
from kg.text.syntax.habits import is_given_up_habit
from kg.text.syntax.kinship import (
    is_kin,
    named_kin,
)
from kg.text.syntax.noun_complements import (
    complements,
    first_conjunct,
    is_origin,
    is_whereabouts,
)
from kg.text.syntax.subjects import (
    PART,
    implicit_subjects,
    is_behind_tag,
    is_command,
    is_verb_of_relative,
    is_verb_of_sentence,
    leading,
)

__all__ = [
    "PART",
    "Document",
    "Mentions",
    "adjuncts",
    "behind",
    "complements",
    "document_of",
    "first_conjunct",
    "gap_of",
    "implicit_subjects",
    "is_behind_tag",
    "is_command",
    "is_given_up_habit",
    "is_infinitive",
    "is_kin",
    "is_of_number",
    "is_origin",
    "is_ruled_out",
    "is_verb_of_relative",
    "is_verb_of_sentence",
    "is_whereabouts",
    "leading",
    "measured",
    "mentions_after",
    "misparsed_agents",
    "named_kin",
    "prepositional",
    "slots",
    "undergoes",
    "verb_roles",
]
