"""Questions to a graph: SPARQL, ready questions by name, and everything that is said of a thing."""

from kg.query.account import Account, Saying, Source, Topic, explain
from kg.query.answers import FORMATS, table, written
from kg.query.nodes import ends, label, text, values
from kg.query.ready import Question, listing, question, questions
from kg.query.report import report
from kg.query.sentences import event_sentence, fact_sentence, factuality, quotation_sentence
from kg.query.sparql import Answer, ask, data_prefixes

__all__ = [
    "FORMATS",
    "Account",
    "Answer",
    "Question",
    "Saying",
    "Source",
    "Topic",
    "ask",
    "data_prefixes",
    "ends",
    "event_sentence",
    "explain",
    "fact_sentence",
    "factuality",
    "label",
    "listing",
    "question",
    "questions",
    "quotation_sentence",
    "report",
    "table",
    "text",
    "values",
    "written",
]
