"""The saved questions: SPARQL files in `questions/` that are asked by name.

A file begins with comments: `# title: …` says what it answers, `# parameters: name`
(comma-separated) which values it needs, and `# also: refusals.ttl` which further file of the
graph's folder it looks into. A parameter is written `$name` in the query.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pyoxigraph import Literal

from kg.errors import QueryError
from kg.paths import AnyStrings, listed_strings

PARAMETER = re.compile(r"\$(\w+)")
ENDING = ".rq"
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

    @property
    def usage(self) -> str:
        """The name, and the names of its parameters in capitals."""
        return " ".join((self.name, *self._capitals))

    @property
    def _capitals(self) -> list[str]:
        return [name.upper() for name in self.parameters]

    def bound(self, values: AnyStrings = ()) -> str:
        """Return the SPARQL text with its parameters filled in, one value or several, as escaped
        literals.

        Raises `QueryError` if there are fewer or more values than parameters.

        >>> Question("q", "", "ASK { ?x rdfs:label $name }", ("name",)).bound(['The "Old" Mill'])
        'ASK { ?x rdfs:label "The \\\\"Old\\\\" Mill" }'
        """
        given = listed_strings(values)
        count = len(given)
        if count != len(self.parameters):
            wanted = " ".join(self._capitals) or "no value"
            question = f"the question {self.name!r}"
            raise QueryError(f"{question} takes {wanted}, not {count} values")
        literals = map(Literal, given)
        literal_of = dict(zip(self.parameters, literals, strict=True))

        def filled(parameter: re.Match[str]) -> str:
            literal = literal_of.get(parameter[1])
            return parameter[0] if literal is None else str(literal)

        return PARAMETER.sub(filled, self.text)


@cache
def questions() -> tuple[Question, ...]:
    """Return all saved questions, in order of name."""
    folder = files("kg.query") / "questions"
    entries = [entry for entry in folder.iterdir() if entry.name.endswith(ENDING)]
    saved = map(_read, entries)
    return tuple(sorted(saved, key=lambda known: known.name))


def question(name: str) -> Question:
    """Return the saved question of that name. Raises `QueryError`, with the names there are."""
    for known in questions():
        if known.name == name:
            return known
    names = [known.name for known in questions()]
    listed = ", ".join(names)
    raise QueryError(f"no ready question is called {name!r}; there are {listed}")


def listing() -> str:
    """Return the saved questions with their parameters and titles, a line each."""
    lengths = [len(known.usage) for known in questions()]
    width = max(lengths)
    lines = ""
    for known in questions():
        usage = known.usage.ljust(width)
        lines += f"{usage}  {known.title}\n"
    return lines


def _read(entry: Traversable) -> Question:
    text = entry.read_text("utf-8")
    header = dict(HEADER.findall(text))
    name = entry.name.removesuffix(ENDING)
    parameters = _listed(header.get("parameters", ""))
    also = _listed(header.get("also", ""))
    return Question(name, header["title"], text, parameters, also)


def _listed(value: str) -> tuple[str, ...]:
    items = map(str.strip, value.split(","))
    return tuple(filter(None, items))
