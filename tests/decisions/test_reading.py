"""The form of decisions: read, written, and every fault named with its line and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.decisions import block_of, decisions_in, id_of, with_block
from kg.errors import DecisionError
from kg.model import DecidedFact, Decision, Literal, Target, Verdict

BASE = "https://x.example/"
PREFIXES = "".join(
    f"@prefix {name}: <{iri}> . "
    for name, iri in {
        "kg": "https://w3id.org/newskg/ontology#",
        "schema": "https://schema.org/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "dcterms": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }.items()
)
SIGNED = 'dcterms:creator "Ann Ek" ; dcterms:created "2024-05-03"^^xsd:date'
SAME = "a kg:EditorialDecision ; kg:verdict kg:Same ; kg:about <person/a>, <person/b>"
ADA = Target("person/ada", ("Ada", "Ada Lund"), ("a-1", "b-2"))
OSLO = Target("place/oslo")


def read(text: str, base: str = BASE) -> tuple[Decision, ...]:
    return decisions_in((PREFIXES + text).encode(), name="d.ttl", base=base)


def test_the_shortest_form_is_a_line_that_somebody_types():
    (decision,) = read(f"\n[] {SAME} ; {SIGNED} .")
    assert decision.verdict is Verdict.SAME
    assert decision.things == (Target("person/a"), Target("person/b"))
    assert (decision.by, decision.on, decision.line) == ("Ann Ek", "2024-05-03", 2)


WRITTEN = [
    Decision("", Verdict.SAME, (ADA, OSLO), by="Ann", on="2024-05-03", why="“One”, she said: \\ "),
    Decision("", Verdict.DIFFERENT, (ADA, OSLO), by="Ann", on="2024-05-03T10:00:00Z"),
    Decision("", Verdict.LABEL, (ADA,), value='Ada "the" Lund', by="Ann", on="2024-05-03"),
    Decision("", Verdict.CLASS, (OSLO,), value="schema:City", by="Ann", on="2024-05-03"),
    Decision("", Verdict.CLASS, (OSLO,), value="http://my.org/Town", by="Ann", on="2024-05-03"),
    Decision("", Verdict.RIGHT, fact=DecidedFact("statement/1f"), by="Ann", on="2024-05-03"),
    Decision(
        "",
        Verdict.WRONG,
        fact=DecidedFact("statement/1f", ADA, "schema:birthPlace", OSLO, past=True),
        by="Ann",
        on="2024-05-03",
    ),
    Decision(
        "",
        Verdict.WRONG,
        fact=DecidedFact("", ADA, "kg:age", Literal("12", "xsd:integer"), stands=False),
        by="Ann",
        on="2024-05-03",
    ),
    Decision("", Verdict.WRONG, (Target("event/a-b-1f", ("A b",)),), by="Ann", on="2024-05-03"),
]


@pytest.mark.parametrize("base", [BASE, "urn:news:"])
@pytest.mark.parametrize("decision", WRITTEN, ids=lambda each: each.verdict)
def test_what_is_written_is_read_again(decision, base):
    known = replace(decision, id=id_of(decision))
    document = with_block("", block_of(known, base=base), base=base)
    (found,) = decisions_in(document.encode(), name="d.ttl", base=base)
    assert replace(found, why=" ".join(known.why.split())) == replace(
        known, why=" ".join(known.why.split())
    )


def test_a_block_can_be_added_to_a_file_that_somebody_wrote():
    added = block_of(
        Decision("decision/2", Verdict.SAME, (ADA, OSLO), by="Bo", on="2024-05-04"), base=BASE
    )
    own = f"{PREFIXES}\n<decision/1> {SAME} ; {SIGNED} ."
    document = with_block(own, added, base=BASE)
    once_more = with_block(document, added.replace("decision/2", "decision/3"), base=BASE)
    found = decisions_in(once_more.encode(), name="d.ttl", base=BASE)
    assert [each.id for each in found] == ["decision/1", "decision/2", "decision/3"]
    assert once_more.count("@prefix schema:") == 2


def test_decisions_come_in_the_order_in_which_they_were_made_whatever_that_of_the_file():
    early = SIGNED.replace("2024-05-03", "2023-01-01")
    found = read(f"<decision/late> {SAME} ; {SIGNED} .\n<decision/early> {SAME} ; {early} .")
    assert [each.id for each in found] == ["decision/early", "decision/late"]


FAULTS = [
    ("<decision/1> a kg:EditorialDecision ;", 2, "is not Turtle"),
    ("<person/a> rdfs:label 'A' .", 2, "is no decision: write 'a kg:EditorialDecision'"),
    (f"\n[] a kg:EditorialDecision ; kg:verdict kg:Equal ; kg:about <person/a> ; {SIGNED} .", 3, "needs one kg:verdict: kg:Same, kg:Different"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Same ; kg:about <person/a> ; {SIGNED} .", 2, "needs two values or more of kg:about, and has 1"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Different ; kg:about <person/a>, <person/b>, <person/c> ; {SIGNED} .", 2, "needs two values of kg:about, and has 3"),
    (f"[] {SAME} .", 2, "needs one dcterms:creator: who decided it"),
    (f"[] {SAME} ; dcterms:creator 'Ann' .", 2, "needs one dcterms:created: the day"),
    (f"[] {SAME} ; dcterms:creator 'Ann' ; dcterms:created 'in May' .", 2, "the day, as"),
    (f"[] {SAME} ; rdf:value 'A' ; {SIGNED} .", 2, "kg:Same has no rdf:value"),
    (f"[] {SAME} ; kg:colour 'A' ; {SIGNED} .", 2, "nothing is read from kg:colour: use dcterms:created"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Label ; kg:about <person/a> ; {SIGNED} .", 2, "kg:Label needs one rdf:value: a text"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Class ; kg:about <person/a> ; rdf:value 'Person' ; {SIGNED} .", 2, "a class, as schema:Person"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Wrong ; kg:about <person/a> ; {SIGNED} .", 2, "person/a is no fact, event or quotation"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Wrong ; kg:about 'that' ; {SIGNED} .", 2, "is a text, where a node is needed"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Wrong ; kg:about [ rdf:subject <person/a> ] ; {SIGNED} .", 2, "a fact needs one rdf:subject, one rdf:predicate and one rdf:object"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Wrong ; kg:about [ rdf:subject <person/a> ; rdf:predicate kg:ally ; rdf:object <person/b> ; kg:factuality kg:Sure ] ; {SIGNED} .", 2, "kg:Sure is no kg:factuality"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Same ; kg:about <http://elsewhere.example/a>, <person/a> ; {SIGNED} .", 2, "begin with https://x.example/"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Same ; kg:about [ kg:inArticle <document/a> ], <person/a> ; {SIGNED} .", 2, "a thing needs one kg:node, or a rdfs:label"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Same ; kg:about [ rdfs:label 'A' ; kg:inArticle <person/a> ], <person/a> ; {SIGNED} .", 2, "person/a is no article"),
    (f"[] a kg:EditorialDecision ; kg:verdict kg:Different ; kg:about <event/a>, <event/b> ; {SIGNED} .", 2, "events cannot be parted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), FAULTS)
def test_a_fault_names_its_line_and_what_to_do(text, line, words):
    with pytest.raises(DecisionError, match=f"^d.ttl, line {line}: ") as caught:
        read(f"\n{text}")
    assert words in str(caught.value)


def test_all_faults_of_a_file_are_reported_together():
    with pytest.raises(DecisionError) as caught:
        read(f"\n[] {SAME} .\n<person/c> rdfs:label 'A' .\n[] {SAME} ; {SIGNED} .")
    lines = str(caught.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["d.ttl, line 2", "d.ttl, line 3"]


def test_the_example_of_the_docs_can_be_read():
    page = (Path(__file__).parents[2] / "docs/vocabulary.md").read_text("utf-8")
    (block,) = [each for each in page.split("```") if "kg:verdict kg:Same" in each]
    text = block.removeprefix("turtle\n")
    found = decisions_in(text.encode(), name="vocabulary.md", base=BASE)
    assert [each.verdict for each in found] == [Verdict.SAME, Verdict.WRONG]
