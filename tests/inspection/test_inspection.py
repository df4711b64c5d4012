"""An article opened up: what is read in each of its sentences, as values, as a JSON document, and laid out for people."""

import json
import textwrap
from itertools import pairwise

import pytest

import kg
from kg.errors import InputError
from kg.graph.confidence.idle import DOUBTFUL
from kg.graph.things.worth import UNIDENTIFIED
from kg.inputs import read_inputs
from kg.inspection import USUAL_PARTS, Part, document, inspect, report
from kg.inspection.articles import settled
from kg.inspection.text_report import shortened
from kg.model import LONGEST_PIECE, Article, Kind, Passage, Quote, Reading
from kg.pipeline import build
from kg.reading_articles import read_article
from kg.trace import CodePlace, Step

TEXT = """Acme founder steps down

March 3, 2021

Ada Lund, the founder of Acme, met her daughter, Nora, in Oslo. "We will not sell," she told reporters.

Jens Berg, 44, has worked for Initech University since 2011. A spokesman is the husband of Initech University.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    found = tmp_path_factory.mktemp("inspection") / "article.txt"
    found.write_text(TEXT, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def inspected(path):
    return inspect([path], trace=True)


def sentence(inspected, beginning):
    (article,) = inspected.articles
    return next(each for each in article.sentences if each.passage.of(TEXT).startswith(beginning))


def test_the_reading_is_that_of_a_build(path, inspected):
    (article,) = read_inputs([path]).articles
    assert inspected.articles[0].reading == read_article(article)


def test_all_that_is_read_stands_in_one_sentence(inspected):
    (article,) = inspected.articles
    assert [each.claim for s in article.sentences for each in s.claims] == list(
        article.reading.claims
    )
    assert [quote for s in article.sentences for quote in s.quotes] == list(article.reading.quotes)
    mentions = {mention for s in article.sentences for mention in s.mentions}
    assert {mention for chain in article.reading.chains for mention in chain.mentions} <= mentions
    assert all(
        s.passage.covers(each.claim.evidence) for s in article.sentences for each in s.claims
    )
    assert Kind.TIME in {mention.kind for mention in mentions}


def test_a_claim_names_the_pattern_that_it_matches_and_what_it_leads_to(inspected):
    (founder,) = [
        each for each in sentence(inspected, "Ada").claims if each.claim.rule == "apposition-post"
    ]
    (proposal,) = founder.outcome.proposals
    assert (proposal.property, proposal.pattern, proposal.reason) == (
        "schema:founder",
        "O be founder of S",
        "",
    )
    assert (proposal.subject.text, proposal.object.text) == ("Acme", "Ada Lund")
    (met,) = [each for each in sentence(inspected, "Ada").claims if each.claim.predicate == "meet"]
    assert met.outcome.event == ("kg:Meeting",)


def test_a_pattern_that_is_near_names_what_is_lacking(inspected):
    (work,) = [
        each for each in sentence(inspected, "Jens").claims if each.claim.predicate == "work"
    ]
    lacking = {each.pattern: each.lacks for each in work.outcome.unmatched}
    assert lacking["S work at O:schema:Organization"] == "nothing known fills the role “at”"
    assert "S work for O" not in lacking


REFUSED = (
    TEXT,
    "Initech University married Jens Berg in Oslo. A spokesman lives in Lima.\n",
    "Norway is the son of Ada Lund. Oslo works for Lima, and the minister leads Norway.\n",
)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused_is_what_a_build_refuses(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    graph = build([tmp_path / "a.txt"]).graph
    (article,) = inspect([tmp_path / "a.txt"]).articles
    refused = {
        (each.claim.evidence, each.claim.rule, proposal.reason)
        for s in article.sentences
        for each in s.claims
        for proposal in each.outcome.proposals
        if proposal.is_refusal
    }
    refused |= {
        (each.claim.evidence, each.claim.rule, each.outcome.refusal)
        for s in article.sentences
        for each in s.claims
        if each.outcome.refusal
    }
    assert refused
    of_nodes = {
        refusal
        for refusal in graph.refusals
        if refusal.reason == UNIDENTIFIED or refusal.reason.startswith("said already")
    }  # which only a whole graph shows
    of_events = {refusal for refusal in graph.refusals if refusal.reason.startswith(DOUBTFUL)}
    assert refused == {
        (refusal.passage, refusal.rule, refusal.reason)
        for refusal in graph.refusals
        if refusal not in of_nodes | of_events
    }
    proposed = {
        (each.claim.evidence, each.claim.rule)
        for s in article.sentences
        for each in s.claims
        if any(not proposal.reason for proposal in each.outcome.proposals)
    }
    assert {(refusal.passage, refusal.rule) for refusal in of_nodes} <= proposed
    read = {each.claim.evidence for s in article.sentences for each in s.claims}
    assert {refusal.passage for refusal in of_events} <= read


def test_a_chain_has_the_entity_that_it_becomes(inspected):
    (article,) = inspected.articles
    entity_of = {
        chain.name: entity
        for chain, entity in zip(article.reading.chains, article.entities, strict=True)
    }
    assert entity_of["Ada Lund"] == "person/ada-lund"


def test_without_a_trace_no_step_is_kept(path, inspected):
    assert not any(s.steps for s in inspect([path]).articles[0].sentences)
    assert all(s.steps for s in inspected.articles[0].sentences if s.claims)


def test_the_trace_changes_nothing_that_is_read(path, inspected):
    assert inspect([path]).articles[0].reading == inspected.articles[0].reading


def test_a_long_article_is_opened_up_as_it_is_read_in_pieces(tmp_path):
    filler = (
        "The old bridge was long, and the new bridge was longer still, as anybody could see.\n\n"
    )
    text = TEXT + filler * (LONGEST_PIECE // len(filler)) + "“So it is,” said Ada Lund in Lima.\n"
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    (article,) = inspect([tmp_path / "long.txt"], trace=True, reader="none").articles
    (whole,) = read_inputs([tmp_path / "long.txt"]).articles
    assert article.reading == read_article(whole, reader="none")
    assert all(a.passage.end <= b.passage.start for a, b in pairwise(article.sentences))
    last = article.sentences[-1]
    assert last.passage.of(text) == "“So it is,” said Ada Lund in Lima."
    assert [mention.text for mention in last.mentions] == ["it", "Ada Lund", "Lima"]
    assert ("quotation-direct", "“So it is,”") in [
        (step.rule, text[step.start : step.end]) for step in last.steps
    ]


def test_what_cannot_be_read_is_a_fault(path, tmp_path):
    assert [fault.source for fault in inspect([path, tmp_path / "none.txt"]).faults] == [
        str(tmp_path / "none.txt")
    ]
    with pytest.raises(InputError):
        inspect([tmp_path / "none.txt"])


def test_the_package_has_it_at_its_door(path):
    assert kg.inspect([path]).articles[0].article.headline == "Acme founder steps down"


# ---------------------------------------------------------------------------------------------------------------- steps

PLACE = CodePlace("kg/x.py", 1, "x")
QUOTED = Reading(
    Article("a", "", "", ""),
    quotes=(Quote(Passage("a", 0, 9), "", Passage("a", 0, 9), rule="said"),),
)


def step(rule: str, fired: bool, words: str) -> Step:
    return Step(rule, 0, 9, fired, words, PLACE)


def shown(*steps: Step) -> list[tuple[str, bool, str]]:
    return [(each.rule, each.fired, each.words) for each in settled(steps, QUOTED)]


def test_of_several_conditions_at_one_place_the_first_is_told():
    assert shown(step("other", False, "first"), step("other", False, "second")) == [
        ("other", False, "first")
    ]


def test_a_rule_that_found_something_in_the_end_did_not_stop():
    assert shown(step("said", False, "no"), step("said", True, "yes")) == [("said", True, "yes")]


def test_a_finding_of_which_nothing_is_left_is_no_finding():
    assert shown(step("other", True, "")) == []
    assert shown(step("other", True, "words"), step("other", False, "withdrawn")) == [
        ("other", False, "withdrawn")
    ]


def test_each_finding_that_has_words_of_its_own_is_told():
    assert shown(
        step("pass", True, "one"), step("pass", True, "two"), step("pass", True, "one")
    ) == [
        ("pass", True, "one"),
        ("pass", True, "two"),
    ]


# -------------------------------------------------------------------------------------------------------------- document


def test_the_document_has_the_parts_that_are_asked_for(inspected):
    keys = {"start", "end", "text"}
    assert set(document(inspected, [Part.TRACE])["articles"][0]["sentences"][0]) == keys | {
        "trace",
        "unmatched",
    }
    usual = document(inspected)["articles"][0]
    assert set(usual["sentences"][0]) == keys | {"mentions", "claims", "quotations"}
    assert "chains" in usual and "chains" not in document(inspected, [Part.CLAIMS])["articles"][0]


def test_the_offsets_of_the_document_are_those_of_the_text(inspected):
    def check(value):
        if isinstance(value, dict):
            if {"start", "end", "text"} <= value.keys() and "indirect" not in value:
                assert TEXT[value["start"] : value["end"]] == value["text"]
            return 1 + sum(check(each) for each in value.values())
        return sum(check(each) for each in value) if isinstance(value, list) else 0

    assert check(document(inspected, list(Part))) > 50


def test_the_document_is_json_and_the_same_each_time(path, inspected):
    text = json.dumps(document(inspected, list(Part)))
    assert json.dumps(document(inspect([path], trace=True), list(Part))) == text


def test_a_mention_in_the_document_has_the_number_of_its_chain(inspected):
    article = document(inspected)["articles"][0]
    (ada,) = [
        each for s in article["sentences"] for each in s["mentions"] if each["text"] == "Ada Lund"
    ]
    chain = article["chains"][ada["chain"] - 1]
    assert (chain["number"], chain["name"]) == (ada["chain"], "Ada Lund")


# ---------------------------------------------------------------------------------------------------------------- report


def test_the_report_shows_a_sentence_and_what_is_read_in_it(inspected):
    lines = report(inspected, USUAL_PARTS).plain.splitlines()
    assert '3. "We will not sell," she told reporters.' in lines
    assert "     “she” to “reporters”: “We will not sell” (quotation-direct)" in lines
    assert "       → “Acme” schema:founder “Ada Lund” (pattern “O be founder of S”)" in lines
    assert any(line.startswith("       → refused: ") and " range: " in line for line in lines)
    assert not any(line.startswith("     stopped ") for line in lines)


def test_the_report_shows_who_is_not_identified(tmp_path):
    (tmp_path / "a.txt").write_text("A spokesman lives in Lima.\n", encoding="utf-8")
    lines = report(inspect([tmp_path / "a.txt"]), USUAL_PARTS).plain.splitlines()
    assert any(line.startswith("       → refused: ") and " unidentified" in line for line in lines)


def test_the_report_shows_the_trace_with_the_lines_of_the_code(inspected):
    lines = report(inspected, [Part.TRACE]).plain.splitlines()
    assert any(
        line.startswith("     fired kin-names at “daughter”  kg/text/relations/predications.py:")
        for line in lines
    )
    assert any(
        line.startswith(
            "     fired pronoun at “she”: one with “Ada Lund”  kg/text/coref/pronouns.py:"
        )
        for line in lines
    )


def test_only_long_words_are_cut_in_the_middle():
    assert shortened("a\nword") == "a word"
    assert len(shortened("word " * 100)) < 60


def test_a_wrapped_text_has_its_sentences_where_they_stand_in_it(tmp_path):
    wrapped = "\r\n".join(textwrap.fill(line, 50) for line in TEXT.split("\n"))
    (tmp_path / "wrapped.txt").write_bytes(wrapped.encode())
    (article,) = inspect([tmp_path / "wrapped.txt"], trace=True).articles
    (met,) = (
        each
        for each in article.sentences
        if " ".join(each.passage.of(wrapped).split()).startswith("Ada Lund, the")
    )
    assert [mention.text for mention in met.mentions][:2] == ["Ada Lund", "the founder"]
    for mention in met.mentions:
        assert " ".join(mention.passage.of(wrapped).split()) == mention.text
    for step in met.steps:
        assert met.passage.start <= step.start < step.end <= len(wrapped)
