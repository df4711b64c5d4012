"""What people corrected stays corrected: decisions in builds, also after articles changed."""

from collections.abc import Iterable, Sequence
from functools import cache

import pytest

from kg.decisions import NO_RULINGS, Rulings, decisions_in
from kg.graph.ontology import load
from kg.inputs import read_inputs
from kg.model import Entity, Event, Fact, Graph, Reading
from kg.pipeline import assemble
from kg.reading_articles import read_article
from kg.verdicts import rulings_of
from kg.vocabulary import BASE_IRI

ONTOLOGY = load()
PREFIXES = (
    "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix schema: <https://schema.org/> . "
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
)
ARTICLES = {
    "merger": "Vexo leaves Bergen\n\nAda Lund, chief executive of Vexo, met Jens Berg in Oslo on Friday. Vexo was founded by Ida Moe.",
    "deal": "Vexo buys Initrode\n\nVexo bought Initrode. “We are proud,” said Ada Maria Lund-Berg. Jens Berg lives in Lima.",
    "post": "Berg resigns\n\nNorwegian Prime Minister Jens Berg resigned on Thursday, his daughter, Anna, said.",
    "again": "Moe tells all\n\nIda Moe, the founder of Vexo, met Jens Berg in Lima on Monday.",
}


@cache
def reading(name: str, text: str = "") -> Reading:
    record = {"id": name, "text": text or ARTICLES[name], "date": "2019-03-08"}
    (article,) = read_inputs([record], keep_paths=False, columns=None, any_language=False).articles
    return read_article(article, reader="none")


def decisions(*said: str) -> Rulings:
    """Decisions that were made one day after the other."""
    blocks = []
    for number, each in enumerate(said, 1):
        signed = f'dcterms:creator "Ann Ek" ; dcterms:created "2024-05-{number:02}" ; rdfs:comment "seen"'
        blocks.append(f"<decision/{number}> a kg:EditorialDecision ; {each} ; {signed} .\n")
    text = PREFIXES + "".join(blocks)
    return rulings_of(decisions_in(text.encode(), name="decisions.ttl", base=BASE_IRI), ONTOLOGY)


def graph(readings: Iterable[Reading], rulings: Rulings = NO_RULINGS) -> Graph:
    return assemble(list(readings), ONTOLOGY, rulings)


def built(*said: str, of: Sequence[str] = tuple(ARTICLES)) -> tuple[Graph, Rulings]:
    rulings = decisions(*said)
    return graph(map(reading, of), rulings), rulings


def names(found: Graph) -> dict[str, Entity]:
    return {entity.id: entity for entity in found.entities}


def facts(found: Graph, predicate: str) -> list[Fact]:
    return [fact for fact in found.facts if fact.predicate == predicate]


def event(found: Graph, label: str) -> Event:
    (one,) = [each for each in found.events if each.label == label]
    return one


def article(name: str) -> str:
    return f"<document/{reading(name).article.id}>"


SAME = "kg:verdict kg:Same ; kg:about <person/ada-lund>, <person/ada-maria-lund-berg>"
FOUNDER = (
    "rdf:subject <organization/vexo> ; rdf:predicate schema:founder ; rdf:object <person/ida-moe>"
)
WRONG = f"kg:verdict kg:Wrong ; kg:about [ {FOUNDER} ]"
RIGHT = f"kg:verdict kg:Right ; kg:about [ {FOUNDER} ]"
LEADS = (
    "rdf:subject <person/ada-lund> ; rdf:predicate schema:worksFor ; rdf:object <organization/vexo>"
)


def test_what_the_articles_say_without_any_decision():
    found = graph(map(reading, ARTICLES))
    assert {"person/ada-lund", "person/ada-maria-lund-berg", "person/jens-berg"} <= names(
        found
    ).keys()
    assert facts(found, "schema:founder") and facts(found, "kg:leads")
    assert found.decisions == ()


# ------------------------------------------------------------------------------------------ things


def test_two_things_that_people_call_one_are_one_with_all_that_is_said_of_them():
    found, rulings = built(SAME)
    assert "person/ada-lund" not in names(found)
    one = names(found)["person/ada-maria-lund-berg"]
    assert "Ada Lund" in one.aliases
    assert one.reasons == ("same thing, says Ann Ek (2024-05-01, decision/1): seen",)
    assert one.decisions == ("decision/1",)
    assert {fact.subject for fact in facts(found, "kg:leads")} >= {one.id}
    assert (rulings.unused(), [each.id for each in found.decisions]) == ((), ["decision/1"])


def berg_in(name: str) -> str:
    return f'[ kg:node <person/jens-berg> ; rdfs:label "Jens Berg" ; kg:inArticle {article(name)} ]'


def test_one_thing_that_people_call_two_is_two_and_each_keeps_what_its_articles_say():
    found, _ = built(f"kg:verdict kg:Different ; kg:about {berg_in('deal')}, {berg_in('post')}")
    bergs = sorted(each for each in names(found) if each.startswith("person/jens-berg"))
    assert len(bergs) == 2
    (leader,) = {fact.subject for fact in facts(found, "kg:leads")} & set(bergs)
    (resident,) = {fact.subject for fact in facts(found, "schema:homeLocation")} & set(bergs)
    assert leader != resident


def test_two_things_stay_two_when_rules_would_make_them_one_later():
    two = f"kg:verdict kg:Different ; kg:about {berg_in('deal')}, {berg_in('post')}"
    found, rulings = built(two, of=["deal", "post"])
    assert len([each for each in names(found) if each.startswith("person/jens-berg")]) == 2
    assert rulings.unused() == ()


def test_the_later_of_two_decisions_counts():
    two = f"kg:verdict kg:Different ; kg:about {berg_in('deal')}, {berg_in('post')}"
    one = f"kg:verdict kg:Same ; kg:about {berg_in('deal')}, {berg_in('post')}"
    for said, count in (((two, one), 1), ((one, two), 2)):
        found, _ = built(*said)
        bergs = [each for each in names(found) if each.startswith("person/jens-berg")]
        assert len(bergs) == count, said


def test_a_label_changes_no_iri_and_keeps_the_old_one_as_another_name():
    found, _ = built('kg:verdict kg:Label ; kg:about <person/ida-moe> ; rdf:value "Ida Marie Moe"')
    moe = names(found)["person/ida-moe"]
    assert (moe.name, "Ida Moe" in moe.aliases) == ("Ida Marie Moe", True)


def test_a_class_brings_those_above_it_and_what_can_be_said_of_it():
    found, _ = built("kg:verdict kg:Class ; kg:about <organization/vexo> ; rdf:value schema:Person")
    assert names(found)["person/vexo"].types == ("schema:Person", "sem:Actor")
    assert not facts(found, "schema:founder")


UNUSED = [
    ("kg:verdict kg:Same ; kg:about <person/nobody>, <person/ada-lund>", "same thing: person/ada-lund, person/nobody: found nothing"),
    ("kg:verdict kg:Class ; kg:about <person/ida-moe> ; rdf:value schema:Hero", "this class: person/ida-moe, schema:Hero: found nothing"),
    ("kg:verdict kg:Wrong ; kg:about <statement/0123456789abcdef>", "wrong: statement/0123456789abcdef: found nothing"),
    ("kg:verdict kg:Wrong ; kg:about <event/nobody-came-01234567>", "wrong: event/nobody-came-01234567: found nothing"),
    (f"kg:verdict kg:Wrong ; kg:about [ {FOUNDER.replace('ida-moe', 'jens-berg')} ]", "wrong: organization/vexo schema:founder person/jens-berg: found nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "words"), UNUSED)
def test_a_decision_that_finds_nothing_changes_nothing_and_is_named_with_its_line(said, words):
    found, rulings = built(said)
    (line,) = rulings.unused()
    assert line.startswith(f"decisions.ttl, line 2: {words}")
    plain = graph(map(reading, ARTICLES))
    assert (found.facts, found.events, found.entities) == (
        plain.facts,
        plain.events,
        plain.entities,
    )


# ------------------------------------------------------------------------------------------- facts


def test_a_wrong_fact_is_a_refusal_for_each_passage_that_names_the_decision():
    found, rulings = built(WRONG)
    assert not facts(found, "schema:founder")
    refused = [each for each in found.refusals if each.rule == "decision"]
    assert {each.passage.article for each in refused} == {
        reading(name).article.id for name in ("merger", "again")
    }
    assert {each.reason for each in refused} == {
        "wrong, says Ann Ek (2024-05-01, decision/1): seen"
    }
    assert {each.candidate for each in refused} == {"Vexo – founder – Ida Moe"}
    assert rulings.unused() == ()


def test_whoever_does_not_work_for_it_does_not_lead_it_either():
    found, _ = built(f"kg:verdict kg:Wrong ; kg:about [ {LEADS} ]")
    ada = [fact for fact in found.facts if fact.subject == "person/ada-lund"]
    assert not {"kg:leads", "schema:worksFor"} & {fact.predicate for fact in ada}


def test_a_fact_is_wrong_in_both_directions():
    said = (
        "rdf:subject <person/ida-moe> ; rdf:predicate kg:founded ; rdf:object <organization/vexo>"
    )
    found, rulings = built(f"kg:verdict kg:Wrong ; kg:about [ {said} ]")
    assert (facts(found, "schema:founder"), rulings.unused()) == ([], ())


def test_a_right_fact_is_as_sure_as_can_be():
    found, _ = built(RIGHT)
    (founder,) = facts(found, "schema:founder")
    assert (founder.confidence, founder.decisions) == (1.0, ("decision/1",))


@pytest.mark.parametrize(("said", "count"), [((RIGHT, WRONG), 0), ((WRONG, RIGHT), 1)])
def test_of_two_decisions_on_one_fact_the_later_counts_and_the_other_is_no_note(said, count):
    found, rulings = built(*said)
    assert (len(facts(found, "schema:founder")), rulings.unused()) == (count, ())


def test_a_wrong_fact_about_something_that_was_put_together_is_found_by_its_old_name():
    found, rulings = built(f"kg:verdict kg:Wrong ; kg:about [ {LEADS} ]", SAME)
    assert not [fact for fact in facts(found, "kg:leads") if fact.subject.startswith("person/ada")]
    assert rulings.unused() == ()


def test_a_denied_fact_is_another_one_than_the_fact():
    _, rulings = built(f"kg:verdict kg:Wrong ; kg:about [ {FOUNDER} ; kg:factuality kg:Denied ]")
    assert len(rulings.unused()) == 1


# ------------------------------------------------------------------------------------------ events


def test_a_wrong_event_is_a_refusal_and_nothing_follows_from_it():
    meeting = event(graph(map(reading, ARTICLES)), "Ada Lund meets Jens Berg in Oslo")
    found, rulings = built(f"kg:verdict kg:Wrong ; kg:about <{meeting.id}>")
    assert meeting.id not in {each.id for each in found.events}
    assert "Ada Lund meets Jens Berg in Oslo – event" in {each.candidate for each in found.refusals}
    assert rulings.unused() == ()


def test_an_event_is_found_though_somebody_in_it_has_another_name_now():
    meeting = event(graph(map(reading, ARTICLES)), "Ada Lund meets Jens Berg in Oslo")
    found, rulings = built(SAME, f"kg:verdict kg:Wrong ; kg:about <{meeting.id}>")
    assert rulings.unused() == ()
    assert len(found.events) == len(graph(map(reading, ARTICLES)).events) - 1


def test_two_events_that_people_call_one_have_what_both_tell():
    plain = graph(map(reading, ARTICLES))
    ids = [
        event(plain, label).id
        for label in ("Ada Lund meets Jens Berg in Oslo", "Ida Moe meets Jens Berg in Lima")
    ]
    found, _ = built(f"kg:verdict kg:Same ; kg:about <{ids[0]}>, <{ids[1]}>")
    (one,) = [each for each in found.events if each.decisions]
    assert one.articles == 2
    assert {"person/ada-lund", "person/ida-moe"} <= {filler for _, filler in one.roles}


def test_a_right_event_is_as_sure_as_can_be_and_has_the_label_that_people_give_it():
    meeting = event(graph(map(reading, ARTICLES)), "Ada Lund meets Jens Berg in Oslo")
    found, _ = built(
        f"kg:verdict kg:Right ; kg:about <{meeting.id}>",
        f'kg:verdict kg:Label ; kg:about <{meeting.id}> ; rdf:value "The Oslo meeting"',
    )
    one = event(found, "The Oslo meeting")
    assert (one.id, one.confidence) == (meeting.id, 1.0)


def test_a_right_quotation_names_the_decision():
    plain = graph(map(reading, ARTICLES))
    (quotation,) = [each for each in plain.quotations if each.text == "We are proud"]
    right = f"kg:verdict kg:Right ; kg:about <{quotation.id}>"
    found, _ = built(right)
    (same,) = [each for each in found.quotations if each.text == "We are proud"]
    assert [each.verdict for each in found.decisions] == ["Right"]
    assert same.decisions == (found.decisions[0].id,)
    assert all(not each.decisions for each in found.quotations if each != same)


def test_a_wrong_quotation_is_gone():
    plain = graph(map(reading, ARTICLES))
    (quotation,) = [each for each in plain.quotations if each.text == "We are proud"]
    found, _ = built(f"kg:verdict kg:Wrong ; kg:about <{quotation.id}>")
    assert "We are proud" not in {each.text for each in found.quotations}
    assert "“We are proud” – quotation" in {each.candidate for each in found.refusals}


# ------------------------------------------------------------------------------------ other articles


def test_a_thing_is_found_in_an_article_that_was_changed():
    changed = ARTICLES["post"].replace("on Thursday", "on Wednesday evening")
    two = f"kg:verdict kg:Different ; kg:about {berg_in('deal')}, {berg_in('post')}"
    rulings = decisions(two, WRONG)
    now = [reading("merger"), reading("deal"), reading("post", changed)]
    assert now[-1].article.id != reading("post").article.id
    found = graph(now, rulings)
    assert len([each for each in names(found) if each.startswith("person/jens-berg")]) == 2
    assert rulings.unused() == ()


def test_the_name_of_a_thing_that_several_have_now_is_no_reason_to_guess():
    gone = '[ kg:node <person/jens-berg> ; rdfs:label "Jens Berg" ; kg:inArticle <document/gone-12345678> ]'
    two = f"kg:verdict kg:Different ; kg:about {berg_in('deal')}, {berg_in('post')}"
    label = f'kg:verdict kg:Label ; kg:about {gone} ; rdf:value "Jens B. Berg"'
    _, alone = built(label)
    _, rulings = built(two, label)
    assert (alone.unused(), len(rulings.unused())) == ((), 1)


@pytest.mark.parametrize("backwards", [True, False])
def test_the_order_of_articles_makes_no_difference(backwards):
    said = [SAME, WRONG, f"kg:verdict kg:Different ; kg:about {berg_in('deal')}, {berg_in('post')}"]
    order = sorted(ARTICLES, reverse=backwards)
    assert built(*said, of=order)[0] == built(*said)[0]
