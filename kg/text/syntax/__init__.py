"""The roles in a parsed sentence: arguments, implicit subjects, complements, kinship."""

from kg.text.parse import (
    any_label,
    any_word,
    governed_by,
    is_object,
    is_preposition,
    is_recipient,
    objects_after,
    possessors,
    prepositions_of,
    with_label,
    with_word,
)
from kg.text.parse import direct_objects as objects_of
from kg.text.parse.labels import NOUNS as NOMINAL
from kg.text.parse.labels import PASTS as PAST_FORMS
from kg.text.parse.labels import PLURALS as PLURAL
from kg.text.parse.labels import VERBS as CLAUSAL
from kg.text.syntax.adjuncts import adjuncts, measured
from kg.text.syntax.arguments import misparsed_agents, slots, undergoes, verb_roles
from kg.text.syntax.document import (
    Document,
    behind,
    document_of,
)
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
from kg.text.syntax.prepositions import is_of_number, mentions_after, prepositional
from kg.text.syntax.subjects import (
    PART,
    implicit_subjects,
    is_command,
    leading,
)

OBJECTS = ("dobj",)

__all__ = [
    "CLAUSAL",
    "NOMINAL",
    "OBJECTS",
    "PART",
    "PAST_FORMS",
    "PLURAL",
    "Document",
    "adjuncts",
    "any_label",
    "any_word",
    "behind",
    "complements",
    "document_of",
    "first_conjunct",
    "governed_by",
    "implicit_subjects",
    "is_command",
    "is_kin",
    "is_object",
    "is_of_number",
    "is_origin",
    "is_preposition",
    "is_recipient",
    "is_whereabouts",
    "leading",
    "measured",
    "mentions_after",
    "misparsed_agents",
    "named_kin",
    "objects_after",
    "objects_of",
    "possessors",
    "prepositional",
    "prepositions_of",
    "slots",
    "undergoes",
    "verb_roles",
    "with_label",
    "with_word",
]
