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
        names = map(str.upper, self.parameters)
        return " ".join((self.name, *names))

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
        literals = (str(Literal(value)) for value in given)
        literal_of = dict(zip(self.parameters, literals, strict=True))
        return PARAMETER.sub(lambda name: literal_of.get(name[1], name[0]), self.text)


@cache
def questions() -> tuple[Question, ...]:
    """Return all saved questions, in order of name."""
    folder = files("kg.query") / "questions"
    entries = [entry for entry in folder.iterdir() if entry.name.endswith(".rq")]
    entries.sort(key=lambda entry: entry.name.removesuffix(".rq"))
    return tuple(map(_read, entries))


def question(name: str) -> Question:
    """Return the saved question of that name. Raises `QueryError`, with the names there are."""
    for known in questions():
        if known.name == name:
            return known
    names = ", ".join(known.name for known in questions())
    raise QueryError(f"no ready question is called {name!r}; there are {names}")


def listing() -> str:
    """Return the saved questions with their parameters and titles, a line each."""
    usages = [known.usage for known in questions()]
    width = max(map(len, usages))
    lines = [f"{known.usage:{width}}  {known.title}\n" for known in questions()]
    return "".join(lines)


def _read(entry: Traversable) -> Question:
    name, text = entry.name.removesuffix(".rq"), entry.read_text("utf-8")
    header = dict(HEADER.findall(text))
    parameters, also = header.get("parameters", ""), header.get("also", "")
    return Question(name, header["title"], text, _listed(parameters), _listed(also))


def _listed(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(",") if item.strip())
