"""What the learned reader claims: relations in words that no rule knows; denial, past and speaker by grammar; nothing silly."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.model import Article, Chain, Claim, Factuality, Kind, Mention, Passage
from kg.text.attribution import quotes
from kg.text.coref import chains
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.reader import load_reader, retyped, seen
from kg.text.reader.claims import RULE
from kg.text.reader.relations import relations
from kg.text.reader.vetoes import belongs_to_another
from kg.text.relations import claims


def read(text: str) -> list[Claim]:
    """The claims of the learned reader alone, of things by their names."""
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    said = quotes(doc, article, found)
    reader = load_reader()
    assert reader is not None
    linked = chains(doc, article, found, said)
    network = seen(doc, found, linked, reader)
    every = claims(doc, article, found, said, retyped(linked, network.predictions), network)
    names = {
        mention: next(filter(is_name, chain.mentions), mention)
        for chain in linked
        for mention in chain.mentions
    }
    return [by_names(claim, names) for claim in every if claim.rule.startswith(RULE)]


def is_name(mention: Mention) -> bool:
    return mention.is_name


def by_names(claim: Claim, names: Mapping[Mention, Mention]) -> Claim:
    return replace(
        claim,
        roles=tuple(
            replace(role, mention=names.get(role.mention, role.mention)) for role in claim.roles
        ),
    )


def shown(claim: Claim) -> str:
    subject, value = (role.mention.text for role in claim.roles)
    return f"{subject} {claim.predicate} {value}"


SAID = [
    (
        "Maria Lopez earned her doctorate at Harvard University.",
        "Maria Lopez schema:alumniOf Harvard University",
    ),
    ("Jens Berg is survived by his wife, Maria Lopez.", "Maria Lopez schema:spouse Jens Berg"),
    ("Maria Lopez, a software engineer at Globex, won.", "Maria Lopez schema:worksFor Globex"),
    ("Globex Ltd, headquartered in Oslo, Norway, makes boats.", "Globex Ltd schema:location Oslo"),
    (
        "Initech Ltd is a wholly owned subsidiary of Globex Corporation.",
        "Initech Ltd schema:parentOrganization Globex Corporation",
    ),
    (
        "Initech Ltd is owned by its parent company, Globex Defence & Space NV.",
        "Initech Ltd schema:parentOrganization Globex Defence & Space NV",
    ),
    ("Maria Lopez was born in Lima in 1970.", "Maria Lopez schema:birthPlace Lima"),
]
NOT_SAID = [
    "Maria Lopez said Globex had failed to respond.",
    "Maria Lopez met Jens Berg in Oslo on Monday.",
    "Maria Lopez criticised Globex for its handling of the strike.",
    "Globex opened a factory in Lima last year.",
    "“Globex is wrong,” Maria Lopez told reporters in Oslo.",
    "Foreign Secretary Maria Lopez welcomes the Globex Board of Inquiry's summary.",
    "In Norway, the minister Maria Lopez said talks would go on.",
]


@pytest.mark.parametrize(("sentence", "wanted"), SAID)
def test_a_relation_is_seen(sentence: str, wanted: str) -> None:
    assert wanted in {shown(claim) for claim in read(sentence)}


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_nothing_is_seen_where_nothing_is_said(sentence: str) -> None:
    assert [shown(claim) for claim in read(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Maria Lopez is married to Jens Berg.", Factuality.ASSERTED),
        ("Maria Lopez is not married to Jens Berg.", Factuality.DENIED),
        ("Jens Berg said Maria Lopez was a professor at Harvard University.", Factuality.REPORTED),
        ("Maria Lopez is not the chief executive of Globex.", Factuality.DENIED),
    ],
)
def test_how_far_it_stands_is_told_by_grammar(sentence: str, expected: Factuality) -> None:
    told = ("schema:spouse", "schema:worksFor", "kg:leads")
    assert {claim.factuality for claim in read(sentence) if claim.predicate in told} == {expected}


def test_a_claim_names_who_says_it_and_how_sure_the_network_is() -> None:
    (claim,) = [
        each
        for each in read("Jens Berg said Maria Lopez was a professor at Harvard University.")
        if each.predicate == "schema:worksFor"
    ]
    assert claim.speaker is not None
    assert claim.speaker.text == "Jens Berg"
    assert claim.rule == "reader:employment"
    assert [role.name for role in claim.roles] == ["subject", "object"]
    assert 0.5 < (claim.probability or 0) <= 1
    assert not claim.ended
    assert claim.evidence.start == 0


def test_a_head_of_a_firm_leads_it() -> None:
    assert "kg:leads" in [
        claim.predicate
        for claim in read("Globex Corporation is headed by chief executive Maria Lopez.")
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("It rained. Maria Lopez lives in Lima.", "Maria Lopez"),
        ("Maria Lopez sang. It rained. Jens Berg lives in Lima.", "Jens Berg"),
    ],
)
def test_a_sentence_begins_where_the_one_before_it_ends(text: str, second: str) -> None:
    assert [shown(claim) for claim in read(text)] == [f"{second} schema:homeLocation Lima"]


def test_a_mention_over_the_end_of_a_sentence_is_in_none() -> None:
    text = "It rained in Oslo. Maria Lopez lives in Lima."
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    reader = load_reader()
    assert reader is not None
    names = [
        mention for mention in mentions(doc, article) if mention.is_name and mention.text != "Oslo"
    ]
    words = text[text.index("Oslo") : text.index("Oslo") + 11]
    over = Mention(
        Passage("a", text.index("Oslo"), text.index("Oslo") + 11),
        words,
        Kind.NAME,
        text.index("Oslo"),
        "schema:City",
    )
    linked = [Chain((each,), each.type, each.text) for each in (over, *names)]
    network = seen(doc, [over, *names], linked, reader)
    assert [
        (each.subject.mention.text, each.object.mention.text) for each in network.predictions
    ] == [("Maria Lopez", "Lima")]
    assert seen(doc, names[:1], linked[1:2], reader).predictions == ()


def test_a_vice_president_leads_nothing() -> None:
    said = [
        claim.predicate
        for claim in read(
            "Maria Lopez, the vice-president of sales at Globex Corporation, resigned."
        )
    ]
    assert said
    assert "kg:leads" not in said


@pytest.mark.parametrize(
    "sentence",
    [
        "The deputy mayor of Narvik, Anna Lund, resigned late Thursday.",
        "The vice president of Globex, Maria Lopez, quit on Monday.",
        "An assistant director of Globex, Jens Berg, was freed.",
    ],
)
def test_a_lesser_post_before_a_name_leads_nothing(sentence: str) -> None:
    assert not [claim for claim in read(sentence) if claim.predicate == "kg:leads"]


def test_what_a_former_post_says_is_past() -> None:
    posts = [
        claim
        for claim in read("Maria Lopez, a former engineer at Globex, won.")
        if claim.predicate == "schema:worksFor"
    ]
    assert posts
    assert all(claim.ended for claim in posts)


def test_a_sentence_says_the_same_alone_and_among_others() -> None:
    one, two = "Maria Lopez lives in Lima.", "Jens Berg studied at Harvard University."
    alone = [(shown(claim), claim.probability) for text in (one, two) for claim in read(text)]
    assert [(shown(claim), claim.probability) for claim in read(f"{one} {two}")] == alone


def test_every_relation_is_a_property_of_the_ontology_and_its_sorts_can_meet() -> None:
    from kg.graph.ontology import load as load_ontology

    known = load_ontology().properties
    assert [relation.name for relation in relations() if relation.property not in known] == []
    assert all(relation.subject and relation.object for relation in relations())


@pytest.mark.parametrize(
    ("sentence", "country", "name", "another"),
    [
        ("British officials met Ada Lund.", "British", "Lund", True),
        ("Ada Lund told Turkish television that Oslo was quiet.", "Turkish", "Lund", True),
        ("Ada Lund beat Turkey's captain Jens Berg.", "Turkey", "Lund", True),
        ("Norwegian Prime Minister Ada Lund spoke.", "Norwegian", "Lund", False),
        ("Norway's king, Jens Berg, spoke.", "Norway", "Berg", False),
        ("Ada Lund, a Norwegian painter, spoke.", "Norwegian", "Lund", False),
        ("Ada Lund is a Norwegian painter.", "Norwegian", "Lund", False),
        ("Ada Lund lives in Norway.", "Norway", "Lund", False),
        ("Ada Lund met the king of Norway.", "Norway", "Lund", True),
        ("Ada Lund met the king in Norway.", "Norway", "Lund", False),
        ("Ada Lund is the king of Norway.", "Norway", "Lund", False),
        ("Ada Lund was elected king of Norway.", "Norway", "Lund", False),
        ("Ada Lund works as a painter of Norway.", "Norway", "Lund", False),
        ("Ada Lund of Norway spoke.", "Norway", "Lund", False),
        ("The visit of Norway pleased Ada Lund.", "Norway", "Lund", True),
    ],
)
def test_a_country_before_a_noun_is_that_noun_s(
    sentence: str, country: str, name: str, another: bool
) -> None:
    article = Article("a", sentence, "a.txt", "")
    doc = parse(load(), article)
    token = {each.text: each for each in doc}
    other = next(m for m in mentions(doc, article) if m.text.endswith(name))
    assert belongs_to_another(token[country], token[name], other) is another
