"""Questions to a graph: SPARQL, saved questions by name, and explanations of single entities."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.query.answers import FORMATS, first, printable, table, written
    from kg.query.explanation import explain
    from kg.query.limits import Form, form_of
    from kg.query.names import find
    from kg.query.nodes import (
        ends,
        label,
        named_values,
        nodes_with,
        text,
        value_labels,
        values,
    )
    from kg.query.process import Inquiry, Reply, answered
    from kg.query.reports import report
    from kg.query.saved_questions import Question, listing, question, questions
    from kg.query.sayings import Explanation, Other, Saying, Source, Tie, Topic
    from kg.query.sentences import event_sentence, fact_sentence, factuality, quotation_sentence
    from kg.query.sparql import Answer, ask, data_prefixes

__all__ = [
    "FORMATS",
    "Answer",
    "Explanation",
    "Form",
    "Inquiry",
    "Other",
    "Question",
    "Reply",
    "Saying",
    "Source",
    "Tie",
    "Topic",
    "answered",
    "ask",
    "data_prefixes",
    "ends",
    "event_sentence",
    "explain",
    "fact_sentence",
    "factuality",
    "find",
    "first",
    "form_of",
    "label",
    "listing",
    "named_values",
    "nodes_with",
    "printable",
    "question",
    "questions",
    "quotation_sentence",
    "report",
    "table",
    "text",
    "value_labels",
    "values",
    "written",
]

NAMES_OF_MODULE = {
    "explanation": ("explain",),
    "answers": ("FORMATS", "first", "printable", "table", "written"),
    "limits": ("Form", "form_of"),
    "names": ("find",),
    "nodes": (
        "ends",
        "label",
        "named_values",
        "nodes_with",
        "text",
        "value_labels",
        "values",
    ),
    "process": ("Inquiry", "Reply", "answered"),
    "saved_questions": ("Question", "listing", "question", "questions"),
    "reports": ("report",),
    "sayings": ("Explanation", "Other", "Saying", "Source", "Tie", "Topic"),
    "sentences": ("event_sentence", "fact_sentence", "factuality", "quotation_sentence"),
    "sparql": ("Answer", "ask", "data_prefixes"),
}
MODULE_OF_NAME: dict[str, str] = {}
for _module, _names in NAMES_OF_MODULE.items():
    MODULE_OF_NAME |= dict.fromkeys(_names, _module)


def __getattr__(name: str) -> Any:
    """Import a name of the package when it is first used: `kg.query.process` alone stays light."""
    from importlib import import_module

    if name not in MODULE_OF_NAME:
        raise AttributeError(f"module 'kg.query' has no attribute {name!r}")
    return getattr(import_module(f"kg.query.{MODULE_OF_NAME[name]}"), name)
