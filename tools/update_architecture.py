"""Write the values of docs/architecture.md by running the code on one sentence.

    python tools/update_architecture.py

Each step calls the function that it names, with what the step before gave. A test compares the page
with what the code gives today.
"""

import inspect
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Token

import kg
from kg.graph.entities import resolve
from kg.graph.interpret import interpret
from kg.graph.ontology import load as load_ontology
from kg.model import Article, Chain, Claim, Literal, Mention, Passage, Reading
from kg.text.attribution import quotes
from kg.text.coref import chains
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.read import article, as_read, laid_out
from kg.text.read_article import read_article
from kg.text.relations import claims

PACKAGE = Path(kg.__file__).parent  # in the checkout, or where it is installed
ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
WALK = re.compile(r"(<!-- walk -->\n)(.*?)(<!-- /walk -->)", re.DOTALL)
TEXT = """Globex stays in Lima

“We will stay in  Lima for ever,” said Ada Lund, the founder of Globex.
"""
ANCHOR = "said"  # a word of the sentence that is followed


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the walk: what it gives, its function, a remark, and lines of values."""

    gives: str
    function: Callable[..., Any]
    remark: str
    values: tuple[str, ...]


def updated(page: str) -> str:
    """Return the page with the values that the code gives today."""
    return WALK.sub(lambda found: found[1] + walk() + found[3], page)


def walk() -> str:
    """Return all steps as Markdown."""
    numbered = enumerate((*_steps_of_text(), *_steps_of_graph()), 1)
    return "\n" + "".join(_section(number, step) for number, step in numbered)


def _section(number: int, step: Step) -> str:
    source = Path(inspect.getfile(step.function)).relative_to(PACKAGE.parent).as_posix()
    where = f"[`{step.function.__name__}`](../{source}) in `{source}`"
    values = "\n".join(step.values)
    return f"**{number}. {step.gives}** — {where}. {step.remark}\n\n```text\n{values}\n```\n\n"


def _steps_of_text() -> Iterator[Step]:
    """Yield the steps of the language half, as `read_article` takes them."""
    given = article(TEXT, source="article.txt")
    layout = laid_out(given.text)
    plain = as_read(given, layout)
    yield Step("Article", article, ARTICLE, _article_values(given))
    followed = _sentence_of(plain)
    shown = (followed.of(plain.text), _offsets(layout.given, followed))
    yield Step("Layout", laid_out, LAYOUT, shown)
    doc = parse(load(), plain)
    tokens = [token for token in doc if followed.start <= token.idx < followed.end]
    yield Step("Doc", parse, DOC, tuple(map(_token, tokens)))
    found = mentions(doc, plain)
    inside = [each for each in found if followed.covers(each.passage)]
    yield Step("Mentions", mentions, MENTIONS, tuple(map(_mention, inside)))
    said = quotes(doc, plain, found)
    rows = (f"“{each.text}” speaker {_words(each.speaker)} ({each.rule})" for each in said)
    yield Step("Quotation", quotes, QUOTATION, tuple(rows))
    linked = chains(doc, plain, found, said)
    yield Step("Chains", chains, CHAINS, tuple(map(_chain, linked)))
    made = claims(doc, plain, found, said, linked)
    inside_claims = [each for each in made if followed.covers(each.evidence)]
    yield Step("Claims", claims, CLAIMS, tuple(map(_claim, inside_claims)))


def _steps_of_graph() -> Iterator[Step]:
    """Yield the seam, then the steps of the graph half."""
    given = article(TEXT, source="article.txt")
    reading = read_article(given)
    yield Step("Reading", read_article, READING, _reading_values(reading))
    ontology = load_ontology()
    resolution = resolve([reading])
    rows = (f"{each.id} “{each.name}” {' '.join(each.types)}" for each in resolution.entities)
    yield Step("Entities", resolve, ENTITIES, tuple(rows))
    result = interpret([reading], resolution.entities, resolution.entity_of, ontology)
    facts = []
    for fact in result.facts:
        value = fact.object.text if isinstance(fact.object, Literal) else fact.object
        facts.append(f"{fact.subject} {fact.predicate} {value}")
        rules = " ".join(fact.rules)
        facts.append(f"  {rules}, {fact.factuality.value}, confidence {fact.confidence}")
        facts += (f"  evidence: {_shown(passage.of(TEXT))}" for passage in fact.evidence)
    yield Step("Facts", interpret, FACTS, tuple(facts))
    yield Step("Triples", kg.build, TRIPLES, tuple(_triples()))


ARTICLE = "The text is kept as it was given, two blanks before “Lima” too. Offsets count in it."
LAYOUT = "Line ends and double blanks are not content. Each character knows where it came from."
DOC = "spaCy's parse of it. No other room loads the model; no `Doc` leaves the language half."
MENTIONS = "What the sentence speaks of, each with its kind and class."
QUOTATION = "Words in marks with a verb of saying beside them; its subject is the speaker."
CHAINS = "Which mentions are one thing, and the passes of the sieve that joined them."
CLAIMS = "What clauses and noun phrases say, without the ontology. The rule is in brackets."
READING = (
    "All of it as one plain value, with offsets in the given text again: the seam between the "
    "halves, and what is kept on disk. The learned reader has added its claims."
)
ENTITIES = "Chains of all articles, put together. From here on all articles are one."
FACTS = (
    "Which patterns of the ontology the claims match: “O be founder of S”. Equal facts of two "
    "rules become one. What is only planned, to stay, is no fact."
)
TRIPLES = (
    "The part of `graph.ttl` about this fact: the plain triple, the statement with the evidence, "
    "and the passage in the given text."
)


# --------------------------------------------------------------------------------------- the values


def _sentence_of(plain: Article) -> Passage:
    """Return the line of the followed sentence."""
    start = plain.text.rindex("\n", 0, plain.text.index(ANCHOR)) + 1
    return Passage(plain.id, start, start + len(plain.text[start:].splitlines()[0]))


def _article_values(given: Article) -> tuple[str, ...]:
    shown = {"id": given.id, "headline": given.headline, "text": repr(given.text)}
    return tuple(f"{name:<9} {value}" for name, value in shown.items())


def _offsets(given: Callable[[Passage], Passage], passage: Passage) -> str:
    before = given(passage)
    here = f"characters {passage.start} to {passage.end}"
    return f"{here}; {before.start} to {before.end} of the given text"


def _token(token: Token) -> str:
    return f"{token.text:<9} {token.pos_:<6} {token.dep_:<9} of {token.head.text}"


def _chain(chain: Chain) -> str:
    words = ", ".join(map(_words, chain.mentions))
    passes = f" (by {', '.join(chain.reasons)})" if chain.reasons else ""
    return f"{words} {chain.type or 'no class'}{passes}"


def _mention(mention: Mention) -> str:
    return f"“{mention.text}” {mention.kind.value} {mention.type or 'no class'}"


def _claim(claim: Claim) -> str:
    roles = ", ".join(f"{role.name} {_words(role.mention)}" for role in claim.roles)
    speaker = f", speaker {_words(claim.speaker)}" if claim.speaker else ""
    words = f"{claim.frame.value} {claim.predicate}: {roles} ({claim.rule})"
    return f"{words}, {claim.factuality.value}{speaker}"


def _reading_values(reading: Reading) -> tuple[str, ...]:
    said = f"{len(reading.claims)} claims, {len(reading.quotes)} quotation"
    counts = f"{len(reading.chains)} chains, {said}"
    learned = [claim for claim in reading.claims if claim.rule.startswith("reader:")]
    return (counts, *map(_claim, learned))


def _triples() -> Iterator[str]:
    """Yield the lines of the graph about the fact, its statement and its passage."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(TEXT, encoding="utf-8")
        kg.build(path, Path(folder) / "out")
        graph = (Path(folder) / "out" / "graph.ttl").read_text("utf-8")
    blocks = [block for block in graph.split("\n\n") if _is_about_the_fact(block)]
    yield from "\n\n".join(blocks).splitlines()


def _is_about_the_fact(block: str) -> bool:
    is_statement = "a rdf:Statement" in block and "schema:founder" in block
    is_passage = "nif:anchorOf" in block and ANCHOR in block
    return is_statement or is_passage or block.startswith("organization:globex")


def _words(mention: Mention | None) -> str:
    return f"“{mention.text}”" if mention else "nobody known"


def _shown(words: str) -> str:
    return " ".join(words.split())


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text("utf-8")), encoding="utf-8")
