"""The making of docs/rules.md from the rules themselves; a test checks that it is not stale.

    python tools/make_rule_reference.py

Every rule is run on its sentence in tests/inspection/rule_examples.py. What a sentence gives, and
the function that finds it, come from the trace of that run; the functions that make a rule's name
come from the source code.
"""

import runpy
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from rule_makers import Made, holders, makers

import kg
from kg.graph.ontology import confidence
from kg.graph.outcomes import Proposal
from kg.inspection import Claimed, InspectedArticle
from kg.model import Fact, Graph, Literal
from kg.text.coref.sieve import PASSES
from kg.text.reader.relations import relations
from kg.trace import CodePlace

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "rules.md"
EXAMPLES = ROOT / "tests" / "inspection" / "rule_examples.py"
GRAPH_HALF = ROOT / "kg" / "graph"
LEARNED, QUOTED, INFERRED = "reader:", "quotation-", "inferred:"

HEAD = """# The rules

<!-- Made by tools/make_rule_reference.py: change the code or the examples, then run it. -->

Every fact, event and quotation names the rules that found it (`kg:rule`). This page has all of
them, each with a sentence that it fires on, what that sentence gives, and the function behind it.
To see the rules at work on a text of your own, use [`kg read FILE --show trace`](reading.md).

A rule of grammar does not know any relation: it finds a construction, and the
[patterns of the ontology](add-a-relation.md) say which relation or kind of event its words
express. So the column "gives" shows what *this* sentence gives by the rule, and other words give
other relations. A rule whose construction itself says the relation always gives the same.

*Confidence* is that of a fact of one article that the rule alone found. *Seen* is the number of
such facts that were judged on the public gold sets; if there were none, the confidence is an
estimate ([how they are measured](ACCURACY.md)). "–" marks a rule that is not counted.
"""


def reference() -> str:
    """Return the whole page."""
    examples = runpy.run_path(str(EXAMPLES))
    fired, concluded = rows(examples["FIRED"]), rows(examples["CONCLUDED"])
    passes = [each.reason for each in PASSES]
    with tempfile.TemporaryDirectory() as folder:
        grammar = _fired(fired, Path(folder))
        graphs = _built(concluded, Path(folder))
    of_grammar = [row for row in grammar if _is_of_grammar(row.rule, passes)]
    of_quotes = [row for row in grammar if row.rule.startswith(QUOTED)]
    of_chains = [row for row in grammar if row.rule in passes]
    of_chains.sort(key=lambda row: passes.index(row.rule))
    of_reader = [row for row in grammar if row.rule.startswith(LEARNED)]
    sections = (
        _facts_section("Grammar", GRAMMAR, sorted(of_grammar, key=lambda row: row.rule)),
        _section("Quotations", QUOTATIONS, ("rule", "sentence", "gives", "code"), of_quotes),
        _section(
            "The learned reader",
            READER,
            ("rule", "sentence", "gives", "code"),
            of_reader + _unreached(of_reader),
        ),
        _facts_section("The graph half", GRAPH, graphs),
        _section("Coreference", COREFERENCE, ("rule", "sentence", "code"), of_chains),
    )
    return HEAD + "".join(sections)


GRAMMAR = "Constructions of English in one sentence."
QUOTATIONS = "Who says what; these rules give quotations, not facts."
READER = (
    "All of one function: a small network scores each pair of mentions of a sentence, and what "
    "grammar speaks against is dropped ([how](trust.md#two-readers)). The confidence of such a "
    "fact is the probability that the reader gives. A relation without a sentence here reaches "
    "the threshold on no short sentence of neutral names."
)
GRAPH = (
    "What follows from several facts or mentions. Beside these, `inferred:` and a property, as "
    "`inferred:kg:leads`, marks a triple that follows from one fact by its property alone "
    "(`kg/rdf/inferred.py`), and `gazetteer:` and a source marks what a gazetteer says."
)
COREFERENCE = (
    "The passes that decide which mentions of an article are one thing, in the order in which they "
    "run. They give no facts; `kg:mergeReason` names them."
)


@dataclass(frozen=True, slots=True)
class Row:
    """A rule with its sentence, what the sentence gives by it, and the places that find it."""

    rule: str
    sentence: str
    gives: tuple[str, ...]
    places: tuple[Made, ...]


def rows(table: str) -> list[tuple[str, str]]:
    r"""Return the rules and sentences of a table of examples; "\n" stands for a line end.

    >>> rows("age | Jens Berg, 44, left.")
    [('age', 'Jens Berg, 44, left.')]
    """
    cells = (line.partition(" | ") for line in table.strip().splitlines())
    return [(rule, sentence.replace("\\n", "\n")) for rule, _, sentence in cells]


def seen_facts() -> dict[str, str]:
    """Return the number of judged facts behind the confidence of each rule that is counted."""
    text = files("kg.graph.ontology").joinpath("data", "confidence.tsv").read_text("utf-8")
    cells = (line.split("\t") for line in text.splitlines()[1:])
    return {rule: seen for rule, _, seen, *_ in cells}


# ----------------------------------------------------------------------------- running the examples


def _fired(examples: Iterable[tuple[str, str]], folder: Path) -> list[Row]:
    """Run each sentence with a trace."""
    path = folder / "article.txt"
    code = makers()
    found = []
    for rule, sentence in examples:
        path.write_text(sentence, encoding="utf-8")
        (article,) = kg.inspect(path, trace=True).articles
        steps = [step for each in article.sentences for step in each.steps]
        places = {_made(step.place) for step in steps if step.fired and step.rule == rule}
        if not places:
            raise SystemExit(f"the rule {rule!r} does not fire on its example: {sentence}")
        own = {place.file for place in places}
        elsewhere = {made for made in code.get(rule, ()) if made.file not in own}
        given = tuple(dict.fromkeys(_given(article, rule))) or tuple(_refused(article, rule))[:1]
        found.append(Row(rule, sentence, given, (*_ordered(places), *_ordered(elsewhere))))
    return found


def _built(examples: Iterable[tuple[str, str]], folder: Path) -> list[Row]:
    """Build a graph of each text, and look the rule up in it."""
    path = folder / "article.txt"
    code = makers()
    found = []
    for rule, text in examples:
        path.write_text(text, encoding="utf-8")
        given = tuple(dict.fromkeys(_concluded(kg.build(path).graph, rule)))
        if not given:
            raise SystemExit(f"the rule {rule!r} concludes nothing from its example: {text}")
        name = rule.removeprefix(INFERRED)
        places = code.get(rule, set()) | code.get(name, set()) | holders(rule, GRAPH_HALF)
        found.append(Row(rule, text, given, _ordered(places)))
    return found


def _given(article: InspectedArticle, rule: str) -> Iterator[str]:
    """Yield what the claims of a rule become, a relation or a kind of event; or the quotation."""
    for sentence in article.sentences:
        for quote in sentence.quotes:
            if quote.rule == rule:
                speaker = quote.speaker.text if quote.speaker else "nobody known"
                yield f"“{quote.text}”, said by “{speaker}”"
        for claimed in sentence.claims:
            if claimed.claim.rule == rule:
                yield from _made_of(claimed)


def _made_of(claimed: Claimed) -> Iterator[str]:
    """Yield the relations that a claim says, and the kinds of event."""
    for proposal in claimed.outcome.proposals:
        if not proposal.reason:
            yield _in_words(proposal)
    if claimed.outcome.event:
        yield f"an event: `{'`, `'.join(claimed.outcome.event)}`"


def _refused(article: InspectedArticle, rule: str) -> Iterator[str]:
    """Yield what the claims of a rule propose, with the reason why that is no fact."""
    for sentence in article.sentences:
        for claimed in sentence.claims:
            if claimed.claim.rule == rule:
                for proposal in claimed.outcome.proposals:
                    yield f"no fact: {_in_words(proposal)} ({proposal.reason})"


def _in_words(proposal: Proposal) -> str:
    value = proposal.object.text if proposal.object else proposal.value
    return f"“{proposal.subject.text}” `{proposal.property}` “{value}”"


def _concluded(graph: Graph, rule: str) -> Iterator[str]:
    """Yield the facts and the kinds of events of a graph that a rule found."""
    name = {entity.id: entity.name for entity in graph.entities}
    name |= {event.id: event.label for event in graph.events}
    for fact in graph.facts:
        if rule in fact.rules:
            yield f"“{name[fact.subject]}” `{fact.predicate}` “{_value(fact, name)}”"
    for event in graph.events:
        if rule in event.rules:
            yield f"an event is part of another: `{event.types[0]}`"


def _value(fact: Fact, name: Mapping[str, str]) -> str:
    return fact.object.text if isinstance(fact.object, Literal) else name[fact.object]


def _ordered(places: Iterable[Made]) -> tuple[Made, ...]:
    return tuple(sorted(places, key=lambda made: (made.file, made.function)))


def _made(place: CodePlace) -> Made:
    return Made(place.file, place.function)


# ----------------------------------------------------------------------------------------- the page


def _facts_section(title: str, words: str, found: Iterable[Row]) -> str:
    columns = ("rule", "sentence", "gives", "confidence", "seen", "code")
    return _section(title, words, columns, found)


def _section(title: str, words: str, columns: Sequence[str], found: Iterable[Row]) -> str:
    seen = seen_facts()
    head = f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n"
    lines = []
    for row in found:
        cells = _cells(row, seen)
        lines.append(f"| {' | '.join(cells[column] for column in columns)} |\n")
    return f"\n## {title}\n\n{words}\n\n{head}{''.join(lines)}"


def _cells(row: Row, seen: Mapping[str, str]) -> dict[str, str]:
    return {
        "rule": f"`{row.rule}`",
        "sentence": row.sentence.replace("\n", " ¶ "),
        "gives": "; ".join(row.gives),
        "confidence": f"{confidence([row.rule], 1):.2f}",
        "seen": seen.get(row.rule, "–"),
        "code": _code(row.places),
    }


def _code(places: Iterable[Made]) -> str:
    return ", ".join(f"[`{place.function}`](../{place.file})" for place in places)


def _is_of_grammar(rule: str, passes: list[str]) -> bool:
    return rule not in passes and not rule.startswith((LEARNED, QUOTED))


def _unreached(found: list[Row]) -> list[Row]:
    """Return rows for the relations of the reader that no example fires."""
    named = {row.rule for row in found}
    rest = [each for each in relations() if LEARNED + each.name not in named]
    return [Row(LEARNED + each.name, "", (f"`{each.property}`",), found[0].places) for each in rest]


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
