"""Who takes part in an event is decided by a vote over what words propose and what a reader sees."""

from dataclasses import replace

import pytest

from kg.graph.entities import resolve
from kg.graph.events import EventMention, event_mentions
from kg.graph.events.classes import event_classes
from kg.graph.events.mentions import STATES as VOTE
from kg.graph.events.mentions import Answer, factuality_of, signs_of_answer
from kg.graph.events.participation import (
    PLAIN,
    PLAIN_OF_PLACE,
    SEEN_ALONE,
    Proposal,
    proposals,
    taking_part,
)
from kg.graph.ontology import linked_mentions, load
from kg.model import (
    SEEN,
    Article,
    Claim,
    Entity,
    Factuality,
    Kind,
    Mention,
    Part,
    Passage,
    Reading,
    Role,
    SeenRole,
)
from kg.text.read_article import read_article
from kg.text.reader.sentences import STEPS

AGENT, PATIENT = "kg:agent", "kg:patient"


def read(text: str, reader: str = "built-in") -> Reading:
    return read_article(Article("a", text, "a.txt", ""), reader=reader)


def claim_of(reading: Reading, word: str) -> Claim:
    text = reading.article.text
    (claim,) = [each for each in reading.claims if each.trigger.of(text) == word and each.signs]
    return claim


def parts(reading: Reading, claim: Claim) -> dict[str, set[str]]:
    """Return the names of those who take part, by property."""
    resolution = resolve([reading])
    by_id = {entity.id: entity for entity in resolution.entities}
    linked, ontology = linked_mentions(reading, by_id, resolution.entity_of), load([])
    found: dict[str, set[str]] = {}
    for (_, curie, entity), _ in taking_part(
        claim, event_classes(claim, ontology), linked, ontology
    ):
        found.setdefault(curie, set()).add(entity.name)
    return found


WHO_DID_IT = [
    ("Ada Lund arrested Jens Berg in Oslo.", "arrested", "Ada Lund", "Jens Berg"),
    ("Jens Berg was arrested by Ada Lund in Oslo.", "arrested", "Ada Lund", "Jens Berg"),
    ("Globex, which had debts, bought Initech in 2019.", "bought", "Globex", "Initech"),
    ("Ada Lund, who was shot by Jens Berg in Lima, died.", "shot", "Jens Berg", "Ada Lund"),
]


@pytest.mark.parametrize("reader", ["built-in", "none"])
@pytest.mark.parametrize(("text", "word", "agent", "patient"), WHO_DID_IT)
def test_who_does_it_and_who_undergoes_it(
    text: str, word: str, agent: str, patient: str, reader: str
) -> None:
    reading = read(text, reader)
    found = parts(reading, claim_of(reading, word))
    assert found[AGENT] == {agent}
    assert found[PATIENT] == {patient}


def test_nobody_has_two_roles_of_which_one_excludes_the_other() -> None:
    reading = read("Ada Lund arrested Jens Berg in Oslo.")
    found = parts(reading, claim_of(reading, "arrested"))
    assert found[AGENT].isdisjoint(found[PATIENT])


def test_the_reader_proposes_whom_no_words_propose() -> None:
    reading = read("Ada Lund arrested Jens Berg in Oslo.")
    claim = claim_of(reading, "arrested")
    (berg,) = claim.fillers("object")
    blind = replace(
        claim,
        roles=tuple(role for role in claim.roles if role.mention != berg),
        seen=(*claim.seen, SeenRole(Part.PATIENT, berg, 0.97)),
    )
    assert "Jens Berg" in parts(reading, blind)[PATIENT]


def test_a_proposal_of_the_reader_alone_bears_its_sign_and_none_is_made_without_one() -> None:
    for reader, most in (("built-in", 99), ("none", 0)):
        reading = read("Ada Lund arrested Jens Berg in Oslo.", reader)
        resolution = resolve([reading])
        by_id = {entity.id: entity for entity in resolution.entities}
        linked, ontology = linked_mentions(reading, by_id, resolution.entity_of), load([])
        claim = claim_of(reading, "arrested")
        made = proposals(claim, event_classes(claim, ontology), linked, ontology)
        alone = [each for each in made if each.role.name == SEEN]
        assert len(alone) <= most
        assert all(SEEN_ALONE in each.signs for each in alone)
        assert all((SEEN in each.signs) == (reader == "built-in") for each in made)


STATES = [
    ("Ada Lund arrested Jens Berg in Oslo on Monday.", "arrested", Factuality.ASSERTED),
    ("Ada Lund will arrest Jens Berg in Oslo on Monday.", "arrest", Factuality.PLANNED),
    ("Ada Lund did not arrest Jens Berg in Oslo.", "arrest", Factuality.DENIED),
    ("Ada Lund may arrest Jens Berg in Oslo.", "arrest", Factuality.POSSIBLE),
]


@pytest.mark.parametrize("reader", ["built-in", "none"])
@pytest.mark.parametrize(("text", "word", "factuality"), STATES)
def test_whether_it_happened(text: str, word: str, factuality: Factuality, reader: str) -> None:
    assert factuality_of(claim_of(read(text, reader), word)) is factuality


def test_the_surer_the_reader_is_of_an_answer_the_likelier_that_is() -> None:
    claim = claim_of(read("Ada Lund arrested Jens Berg in Oslo on Monday."), "arrested")
    others = [sign for sign in claim.signs if not sign.startswith(f"{SEEN} stands")]
    denied = [f"{SEEN} denied {step}" for step in STEPS]
    without = replace(claim, signs=tuple(others))
    sure = replace(claim, signs=(*others, *denied))
    assert chance(sure, Answer.DENIED) > chance(claim, Answer.DENIED)
    assert chance(without, Answer.STANDS) < chance(claim, Answer.STANDS)


def chance(claim: Claim, answer: Answer) -> float:
    return VOTE.chance(signs_of_answer(claim, answer))


def test_every_answer_has_signs_of_its_own() -> None:
    claim = claim_of(read("Ada Lund arrested Jens Berg in Oslo on Monday."), "arrested")
    made = [set(signs_of_answer(claim, answer)) for answer in Answer]
    assert all(first.isdisjoint(second) for first in made for second in made if first is not second)


def told(text: str) -> list[EventMention]:
    reading = read(text)
    resolution = resolve([reading])
    by_id = {entity.id: entity for entity in resolution.entities}
    return event_mentions(reading, linked_mentions(reading, by_id, resolution.entity_of), load([]))


def test_equal_signs_of_two_events_are_held_once() -> None:
    (first,) = told("Ada Lund arrested Jens Berg in Oslo.")
    (second,) = told("Ann Bolt arrested Ivo Holm in Lima.")
    held = {sign: sign for sign in first.signs}
    shared = [sign for sign in second.signs if sign in held]
    assert len(shared) > 10
    assert all(held[sign] is sign for sign in shared)


MORE = [
    ("kg:agent", (SEEN,), PLAIN),
    ("kg:patient", (SEEN,), PLAIN),
    ("kg:recipient", (SEEN,), PLAIN),
    ("sem:hasActor", (SEEN,), PLAIN),
    ("sem:hasPlace", (SEEN,), PLAIN_OF_PLACE),
    ("kg:origin", (SEEN,), PLAIN_OF_PLACE),
    ("kg:destination", (SEEN,), PLAIN_OF_PLACE),
    ("sem:hasPlace", ("sem:hasPlace",), PLAIN),
    ("sem:hasPlace", (SEEN, SEEN_ALONE), 0.0),
    ("kg:agent", (SEEN, SEEN_ALONE), 0.0),
]


@pytest.mark.parametrize(("curie", "signs", "more"), MORE)
def test_what_words_propose_counts_more_and_a_place_that_a_reader_saw_less_so(
    curie: str, signs: tuple[str, ...], more: float
) -> None:
    passage = Passage("a", 0, 4)
    mention = Mention(passage, "Oslo", Kind.NAME, 0, "schema:City")
    oslo = Entity("place/oslo", "Oslo", ("schema:City", "schema:Place"))
    proposal = Proposal(Role("in", mention), curie, oslo, signs)
    assert proposal.weight == pytest.approx(proposal.chance + more)
