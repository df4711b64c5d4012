"""What the ontology makes of claims, on readings and entities made by hand: no model, no article."""

from dataclasses import replace

import pytest
from fact_samples import (
    ARMED,
    CITY,
    COMPANY,
    COUNTRY,
    GROUP,
    ONTOLOGY,
    ORGANIZATION,
    PERSON,
    PROVINCE,
    REGION,
    Thing,
    entity,
    mention,
    told,
)

from kg.graph.facts.described import stands_by_itself
from kg.graph.facts.from_claims import facts
from kg.graph.facts.membership import sizes
from kg.graph.ontology.mention_links import is_identified, is_particular, linked_mentions
from kg.model import (
    Article,
    Chain,
    Claim,
    Frame,
    Kind,
    Literal,
    Mention,
    Passage,
    Reading,
    Role,
)

STANDING = [
    ("Norway is at war with the coalition.", "kg:opponent", ("Norway", COUNTRY), ("the coalition", ORGANIZATION)),
    ("Norway backs opposition forces.", "kg:ally", ("Norway", COUNTRY), ("opposition forces", ARMED)),
    ("The rebel units are in Bergen.", "schema:location", ("rebel units", ARMED), ("Bergen", CITY)),
    ("Norway is in the coalition.", "schema:memberOf", ("Norway", COUNTRY), ("the coalition", ORGANIZATION)),
    ("Some eight miners are of Globex.", "schema:memberOf", ("eight miners", GROUP), ("Globex", COMPANY)),
    ("Bergen is in Norway.", "schema:containedInPlace", ("Bergen", CITY), ("Norway", COUNTRY)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "curie", "subject", "value"), STANDING)
def test_what_is_named_or_picked_out_may_have_facts(
    text: str, curie: str, subject: Thing, value: Thing
) -> None:
    found, refused = told(text, curie, subject, value)
    assert [fact.predicate for fact in found] == [curie]
    assert refused == []


OF_NODES = [
    ("They said a spokesman works for Globex.", "schema:worksFor", ("a spokesman", PERSON), ("Globex", COMPANY)),
    ("They saw a company in Bergen.", "schema:location", ("a company", COMPANY), ("Bergen", CITY)),
    ("They saw the court in Bergen.", "schema:location", ("the court", ORGANIZATION), ("Bergen", CITY)),
    ("They saw the town in Norway.", "schema:containedInPlace", ("the town", CITY), ("Norway", COUNTRY)),
    ("They met the nurse from Norway.", "schema:nationality", ("the nurse", PERSON), ("Norway", COUNTRY)),
    ("They met a lawyer for Maria.", "kg:represents", ("a lawyer", PERSON), ("Maria", PERSON)),
    ("They met a spokeswoman for Globex.", "kg:spokespersonFor", ("a spokeswoman", PERSON), ("Globex", COMPANY)),
    ("They met a son of Maria.", "schema:children", ("Maria", PERSON), ("a son", PERSON)),
    ("They met the sister of Maria.", "schema:sibling", ("Maria", PERSON), ("the sister", PERSON)),
    ("They met an aunt of Maria.", "schema:relatedTo", ("Maria", PERSON), ("an aunt", PERSON)),
    ("They asked the regulator of Norway.", "kg:ofCountry", ("the regulator", ORGANIZATION), ("Norway", COUNTRY)),
    ("They asked a unit of Globex.", "schema:parentOrganization", ("a unit", ORGANIZATION), ("Globex", COMPANY)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "curie", "subject", "value"), OF_NODES)
def test_a_single_thing_without_a_name_has_facts_that_do_not_make_it_a_node(
    text: str, curie: str, subject: Thing, value: Thing
) -> None:
    found, refused = told(text, curie, subject, value)
    assert [fact.predicate for fact in found] == [curie]
    assert refused == []
    ends = {}
    for words, types in (subject, value):
        known = entity(words, types, (mention(text, words),))
        ends[known.id] = known
    assert not stands_by_itself(found[0], ends)


REFUSED = [
    ("They said every spokesman works for Globex.", "schema:worksFor", ("every spokesman", PERSON), ("Globex", COMPANY), "unidentified"),
    ("They said a spokesman studied at Globex.", "schema:alumniOf", ("a spokesman", PERSON), ("Globex", COMPANY), "unidentified"),
    ("They saw companies in Bergen.", "schema:location", ("companies", COMPANY), ("Bergen", CITY), "unidentified"),
    ("They saw no company in Bergen.", "schema:location", ("no company", COMPANY), ("Bergen", CITY), "unidentified"),
    ("Norway fights all parties.", "kg:opponent", ("Norway", COUNTRY), ("all parties", ORGANIZATION), "unidentified"),
    ("They saw the coalition in Globex.", "schema:memberOf", ("the coalition", ORGANIZATION), ("Globex", COMPANY), "unidentified"),
    ("Norway, Viken is odd.", "schema:containedInPlace", ("Norway", COUNTRY), ("Viken", PROVINCE), "range"),
    ("The Norwegian owner, Globex, left.", "schema:owns", ("Globex", COMPANY), ("Norwegian", COUNTRY), "range"),
    ("Jens owns Norway.", "schema:owns", ("Jens", PERSON), ("Norway", COUNTRY), "range"),
    ("They marched to Globex headquarters.", "schema:location", ("Globex", COMPANY), ("Globex headquarters", CITY), "reflexive"),
    ("Bergen has Globex.", "schema:worksFor", ("Bergen", CITY), ("Globex", COMPANY), "domain"),
    ("Maria has Jens.", "schema:worksFor", ("Maria", PERSON), ("Jens", PERSON), "range"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "curie", "subject", "value", "reason"), REFUSED)
def test_what_does_not_fit_is_refused_with_its_reason(
    text: str, curie: str, subject: Thing, value: Thing, reason: str
) -> None:
    found, refused = told(text, curie, subject, value)
    assert found == ()
    assert refused == [reason]


@pytest.mark.parametrize(
    ("value", "wanted"), [(("Norway", COUNTRY), False), (("Globex", ORGANIZATION), True)]
)
def test_an_envoy_for_a_country_speaks_for_another_one(value: Thing, wanted: bool) -> None:
    text = f"Ann is envoy for {value[0]}."
    roles = (
        Role("subject", mention(text, "Ann")),
        Role("for", replace(mention(text, value[0]), type=value[1][0])),
    )
    found, _ = told(text, "envoy", ("Ann", PERSON), value, frame=Frame.NOUN, roles=roles)
    assert ("kg:represents" in {fact.predicate for fact in found}) == wanted


@pytest.mark.parametrize(
    ("words", "noun", "wanted"),
    [
        ("the judge", "judge", True),
        ("a nurse", "nurse", True),
        ("the builder", "builder", False),
        ("an investor", "investor", False),
    ],
)
def test_a_description_gives_the_job_title_but_not_of_what_may_be_a_firm(
    words: str, noun: str, wanted: bool
) -> None:
    text = f"They saw {words} at Globex."
    described = replace(mention(text, words), noun=noun)
    globex = mention(text, "Globex")
    found = said_of(text, noun, described, globex)
    assert ("schema:jobTitle" in found) == wanted


CONTAINED = [
    ("They left the Grorud district.", "the Grorud district", ("Grorud", CITY), False),
    ("They left Oslo's Grorud district.", "Oslo's Grorud district", ("Oslo", CITY), True),
    ("They left a Norwegian village.", "a Norwegian village", ("Norwegian", COUNTRY), True),
    ("They left a Viken village.", "a Viken village", ("Viken", PROVINCE), True),
    ("They left the Bergen suburb.", "the Bergen suburb", ("Bergen", CITY), False),
]


@pytest.mark.parametrize(("text", "words", "place", "wanted"), CONTAINED)
def test_a_place_in_a_description_may_be_its_name(
    text: str, words: str, place: Thing, wanted: bool
) -> None:
    described = replace(mention(text, words), kind=Kind.NOMINAL)
    around = mention(text, place[0])
    things = (entity("place", CITY, (described,)), entity(place[0], place[1], (around,)))
    roles = (Role("subject", described), Role("object", around))
    sentence = Passage("a", 0, len(text))
    claim = Claim(
        Frame.RELATION, "schema:containedInPlace", roles, described.passage, sentence, "test"
    )
    reading = Reading(
        Article("a", text, "a.txt", ""), (Chain((described,)), Chain((around,))), (claim,)
    )
    ids = {("a", 0): things[0].id, ("a", 1): things[1].id}
    here = linked_mentions(reading, {each.id: each for each in things}, ids)
    found, _ = facts(reading, here, ONTOLOGY)
    assert bool(found) == wanted


def test_what_only_the_headline_speaks_of_has_no_facts() -> None:
    text = "A judge leaves Globex"
    front = (Passage("a", 0, len(text)),)
    judge = replace(mention(text, "A judge"), kind=Kind.NOMINAL, noun="judge")
    assert said_of(text, "judge", judge, mention(text, "Globex"), front=front) == set()


def said_of(
    text: str, noun: str, holder: Mention, body: Mention, *, front: tuple[Passage, ...] = ()
) -> set[str]:
    """The properties of the facts that a noun says of its own description, of an organisation."""
    article = Article("a", text, "a.txt", "", front=front)
    things = (entity("holder", PERSON, (holder,)), entity("body", ORGANIZATION, (body,)))
    claim = Claim(
        Frame.NOUN,
        noun,
        (Role("subject", holder), Role("at", body)),
        holder.passage,
        Passage("a", 0, len(text)),
        "noun-phrase",
        phrase=noun,
    )
    reading = Reading(article, (Chain((holder,)), Chain((body,))), (claim,))
    ids = {("a", 0): things[0].id, ("a", 1): things[1].id}
    here = linked_mentions(reading, {each.id: each for each in things}, ids)
    found, _ = facts(reading, here, ONTOLOGY)
    return {fact.predicate for fact in found}


COUNTED = [
    ("Police freed eight miners.", "eight miners", 8),
    ("Two guards fled.", "Two guards", 2),
    ("They met 1,300 villagers.", "1,300 villagers", 1300),
]


@pytest.mark.parametrize(("text", "words", "size"), COUNTED)
def test_the_size_of_a_group_has_its_evidence(text: str, words: str, size: int) -> None:
    counted = replace(mention(text, words), kind=Kind.NOMINAL, size=size)
    group = entity(words, GROUP, (counted,), size=size)
    reading = Reading(Article("a", text, "a.txt", ""), (Chain((counted,)),))
    found = list(sizes(reading, {group.id: group}, {("a", 0): group.id}))
    assert [(fact.predicate, fact.object) for fact in found] == [
        ("kg:size", Literal(str(size), "xsd:integer"))
    ]
    assert found[0].evidence == (counted.passage,)


def test_a_country_may_lie_in_a_part_of_the_world() -> None:
    found, _ = told(
        "Norway is in Scandinavia.",
        "schema:containedInPlace",
        ("Norway", COUNTRY),
        ("Scandinavia", REGION),
    )
    assert len(found) == 1


def test_members_are_not_told_to_be_members_by_that_word() -> None:
    text = "They saw members of Globex."
    members, globex = mention(text, "members", plural=True), mention(text, "Globex")
    ends = [
        entity("members", GROUP, (members,), member_type="member"),
        entity("Globex", COMPANY, (globex,)),
    ]
    roles = (Role("subject", members), Role("object", globex))
    claim = Claim(
        Frame.RELATION,
        "schema:memberOf",
        roles,
        members.passage,
        Passage("a", 0, len(text)),
        "test",
    )
    reading = Reading(
        Article("a", text, "a.txt", ""), (Chain((members,)), Chain((globex,))), (claim,)
    )
    here = linked_mentions(
        reading, {each.id: each for each in ends}, {("a", 0): ends[0].id, ("a", 1): ends[1].id}
    )
    found, refused = facts(reading, here, ONTOLOGY)
    assert found == []
    assert [refusal.reason.partition(":")[0] for refusal in refused] == ["reflexive"]


PARTICULAR = [
    ("the coalition", ORGANIZATION, True),
    ("a coalition", ORGANIZATION, False),
    ("an Acme unit", ARMED, False),
    ("three Acme units", ARMED, True),
    ("foreign militias", ARMED, True),
    ("militias", ARMED, False),
    ("foreign firms", COMPANY, False),
    ("the soldier", PERSON, False),
    ("the town", CITY, False),
]


@pytest.mark.parametrize(("words", "types", "wanted"), PARTICULAR)
def test_a_description_picks_out_an_organisation_or_not(
    words: str, types: tuple[str, ...], wanted: bool
) -> None:
    made = mention(words, words, definite=words.startswith("the "), plural=words.endswith("s"))
    assert is_particular(entity(words, types, (replace(made, kind=Kind.NOMINAL),))) is wanted


THAT = Mention(Passage("a", 10, 14), "that", Kind.PRONOUN, 10)
IT = Mention(Passage("a", 30, 32), "It", Kind.PRONOUN, 30)
FIRM, FIRMS = (
    mention("the firm", "the firm", definite=True),
    mention("two firms", "two firms", plural=True),
)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ((IT,), True),
        ((FIRM, IT), True),
        ((FIRM,), False),
        ((FIRM, FIRM), False),
        ((FIRMS, IT), False),
        ((FIRM, THAT), False),
    ],
)
def test_an_organisation_that_pronouns_follow_may_have_facts(mentions, expected):
    assert is_identified(entity("the firm", COMPANY, mentions)) is expected
