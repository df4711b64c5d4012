"""The saved questions: SPARQL files in `questions/` that are asked by name.

A file begins with comments: `# title: …` says what it answers, `# parameters: name`
(comma-separated) which values it needs, and `# also: refusals.ttl` which further file of the
graph's folder it looks into. A parameter is written `$name` in the query.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal

from kg.errors import QueryError
from kg.paths import AnyStrings, listed_strings

HEADER = re.compile(r"^# (title|parameters|also): *(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question.

    `parameters` are the names of the values that it needs, in order; `also` names further graph
    files.
    """

    name: str
    title: str
    text: str
    parameters: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def bound(self, values: AnyStrings = ()) -> str:
        """Return the SPARQL text with its parameters filled in, one value or several, as escaped
        literals.

        Raises `QueryError` if there are fewer or more values than parameters.

        >>> Question("q", "", "ASK { ?x rdfs:label $name }", ("name",)).bound(['The "Old" Mill'])
        'ASK { ?x rdfs:label "The \\\\"Old\\\\" Mill" }'
        """
        given = listed_strings(values)
        if len(given) != len(self.parameters):
            wanted = " ".join(name.upper() for name in self.parameters) or "no value"
            raise QueryError(f"the question {self.name!r} takes {wanted}, not {len(given)} values")
        value_of = dict(zip(self.parameters, given, strict=True))
        return re.sub(
            r"\$(\w+)",
            lambda found: str(Literal(value_of[found[1]])) if found[1] in value_of else found[0],
            self.text,
        )


@cache
def questions() -> tuple[Question, ...]:
    """Return all saved questions, in order of name."""
    folder = files("kg.query") / "questions"
    named = {
        entry.name.removesuffix(".rq"): entry
        for entry in folder.iterdir()
        if entry.name.endswith(".rq")
    }
    return tuple(_read(name, named[name].read_text("utf-8")) for name in sorted(named))


def question(name: str) -> Question:
    """Return the saved question of that name. Raises `QueryError`, with the names there are."""
    for known in questions():
        if known.name == name:
            return known
    raise QueryError(
        f"no ready question is called {name!r}; there are {', '.join(known.name for known in questions())}"
    )


def listing() -> str:
    """Return the saved questions with their parameters and titles, a line each."""
    named = [
        (" ".join((known.name, *map(str.upper, known.parameters))), known.title)
        for known in questions()
    ]
    width = max(len(name) for name, _ in named)
    return "".join(f"{name:{width}}  {title}\n" for name, title in named)


def _read(name: str, text: str) -> Question:
    header = dict(HEADER.findall(text))
    return Question(
        name,
        header["title"],
        text,
        _listed(header.get("parameters", "")),
        _listed(header.get("also", "")),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(",") if item.strip())
