"""Questions to a graph: SPARQL, ready questions by name, and everything that is said of a thing."""

from kg.query.account import Account, Saying, Source, Topic, explain
from kg.query.answers import FORMATS, table, written
from kg.query.ready import Question, listing, question, questions
from kg.query.report import report
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
    "explain",
    "listing",
    "question",
    "questions",
    "report",
    "table",
    "written",
]
