"""How many independent sources some articles are: copies, agencies, houses, and whom a sentence names."""

import pytest

from kg.graph.ontology import load
from kg.graph.sources import origins_of, sources_of
from kg.model import Fact, Passage
from kg.text.read import article

QUAY = (
    "A crane fell onto the quay of Malvik on Tuesday and injured two dockers. The harbour company Nordkai employs 400 people. "
    "Its chief, Runa Vik, said that the crane had been inspected in May. The police are looking for its driver, Ole Brandt."
)
EDITED = QUAY.replace("employs 400 people", "has a staff of 400").replace(
    "in May", "two months ago"
)
OWN = (
    "Two dockers were hurt when a crane toppled in the harbour of Malvik. Nordkai, which runs the quay, had the crane "
    "checked this spring, Runa Vik said. Officers have asked for help in finding Ole Brandt, who was at the controls."
)
MORE = (
    "The mayor promised an inquiry. The port will be closed until Friday, and ferries go from Stad instead. "
    * 3
)


def counter(articles, ontology):
    return sources_of(articles, origins_of(articles, ontology), ontology)


def sources(*texts, urls=(), own=()):
    """The number of origins of the last paragraphs of some texts."""
    found = [
        article(text, url=url, source=f"{number}.txt")
        for number, (text, url) in enumerate(zip(texts, [*urls, *[""] * len(texts)], strict=False))
    ]
    passages = [
        Passage(each.id, each.text.rstrip().rfind("\n") + 1, len(each.text)) for each in found
    ]
    return len(counter(found, load(own)).of(passages))


def paper(headline, text, *, above="", below=""):
    lines = [headline, "March 5, 2024", above, text, below]
    return "\n\n".join(filter(None, lines))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (paper("Crane falls", QUAY), paper("Crane falls", QUAY + "\n")),
        (paper("Crane falls", QUAY), paper("Two hurt in Malvik", QUAY)),
        (paper("Crane falls", QUAY), paper("Two hurt in Malvik", EDITED)),
        (paper("Crane falls", QUAY), paper("Two hurt in Malvik", QUAY.upper())),
        (paper("Crane falls", QUAY), paper("Two hurt in Malvik", f"{QUAY} {MORE}")),
        (paper("Crane falls", QUAY), paper("Two hurt in Malvik", QUAY, above="By Tessa Lund")),
        (paper("Crane falls", f"MALVIK (Reuters) - {QUAY}"), paper("Two hurt", f"MALVIK, March 5 (Reuters) – {OWN}")),
        (paper("Crane falls", f"MALVIK (AP) — {QUAY}"), paper("Two hurt", OWN, above="By The Associated Press")),
        (paper("Crane falls", f"MALVIK (AFP) — {QUAY}"), paper("Two hurt", OWN, above="From AFP reports")),
        (paper("Crane falls", f"MALVIK (dpa) — {QUAY}"), paper("Two hurt", OWN, below="Source: dpa")),
        (paper("Crane falls", f"MALVIK (AP) — {QUAY}"), paper("Two hurt", OWN, below="The Associated Press contributed to this report.")),
        (paper("Crane falls", f"MALVIK (Xinhua) -- {QUAY}"), paper("Two hurt", OWN, below="(Xinhua)")),
        (paper("Crane falls", f"MALVIK (Reuters) - {QUAY}"), paper("Two hurt", f"A crane fell in Malvik, Runa Vik told Reuters. {OWN}")),
        (paper("Crane falls", f"MALVIK (AFP) - {QUAY}"), paper("Two hurt", f"{OWN} A third docker has died, according to AFP.")),
        (paper("Crane falls", f"MALVIK (Kyodo) - {QUAY}"), paper("Two hurt", f"Kyodo news agency reported that a crane fell. {OWN}")),
        (paper("Crane falls", f"MALVIK (Reuters) - {QUAY}"), paper("Two hurt", f"The board has met, Reuters said. {OWN}")),
    ],
)  # fmt: skip
def test_one_report_in_two_papers_is_one_source(one, other):
    assert sources(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (paper("Crane falls", QUAY), paper("Two hurt in Malvik", OWN)),
        (paper("Crane falls", f"MALVIK (Reuters) - {QUAY}"), paper("Two hurt in Malvik", OWN)),
        (paper("Crane falls", f"MALVIK (Reuters) - {QUAY}"), paper("Two hurt", f"MALVIK (AFP) - {OWN}")),
        (paper("Crane falls", QUAY, above="By Tessa Lund"), paper("Two hurt", OWN, above="By Tessa Lund")),
        (paper("Crane falls", f"{QUAY} He plays the ap of the harbour."), paper("Two hurt", f"MALVIK (AP) — {OWN}")),
        (paper("Reuters moves", "Reuters will move to a new house in Malvik."), paper("Two hurt", f"MALVIK (Reuters) — {OWN}")),
        (paper("Crane falls", "Acme bought Bolt."), paper("Bolt sold", "Acme bought Bolt.")),
        (paper("Crane falls", f"{QUAY}\n\nThe owner told Reuters about the crane."), paper("Two hurt", OWN)),
    ],
)  # fmt: skip
def test_two_reports_are_two_sources(one, other):
    assert sources(one, other) == 2


def test_a_sentence_that_names_another_outlet_is_of_that_outlet():
    wire = paper("Crane falls", f"MALVIK (Reuters) - {QUAY}")
    own = paper("Two hurt", f"{OWN}\n\nThe driver has left the town, the owner told Reuters.")
    assert sources(wire, own) == 1


def test_papers_of_one_house_are_one_source_and_a_user_may_name_further_ones(tmp_path):
    urls = ["https://www.harbourpost.example/1", "https://coast.example/2"]
    texts = paper("Crane falls", QUAY), paper("Two hurt", OWN)
    assert sources(*texts, urls=urls) == 2
    houses = tmp_path / "houses.ttl"
    houses.write_text(
        """@prefix schema: <https://schema.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @base <https://example.org/> .
        <post> a schema:NewsMediaOrganization ; rdfs:label "Harbour Post" ; schema:url "harbourpost.example" ; schema:parentOrganization <media> .
        <coast> a schema:NewsMediaOrganization ; rdfs:label "Coast" ; schema:url "coast.example" ; schema:parentOrganization <media> .
        <media> a schema:NewsMediaOrganization ; rdfs:label "Coast Media" ."""
    )
    assert sources(*texts, urls=urls, own=[houses]) == 1


def test_two_articles_of_one_site_are_one_source():
    urls = ["https://harbourpost.example/1", "https://www.harbourpost.example/2"]
    assert sources(paper("Crane falls", QUAY), paper("Two hurt", OWN), urls=urls) == 1


def test_the_count_does_not_depend_on_the_order_and_what_is_counted_once_is_less_sure():
    one, other = article(paper("Crane falls", QUAY)), article(paper("Two hurt", EDITED))
    evidence = (Passage(one.id, 40, 80), Passage(other.id, 40, 80))
    fact = Fact("a", "kg:leads", "b", ("my-own-rule",), evidence, articles=2, confidence=0.88)
    counted = [counter(order, load()).counted([fact]) for order in ([one, other], [other, one])]
    assert counted[0] == counted[1]
    assert (counted[0][0].articles, counted[0][0].confidence) == (1, 0.75)


def test_the_origins_of_copies_are_told_with_the_first_article():
    first = article(paper("Crane falls", f"MALVIK (Reuters) - {QUAY}"), published="2024-03-04")
    second = article(paper("Two hurt", QUAY), published="2024-03-05")
    told = {origin.article: origin for origin in origins_of([second, first], load())}
    assert told[second.id].source == "Reuters"
    assert told[second.id].first == first.id


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.nbcnews.com/a", "NBC News"),
        ("https://news.sky.com/a", "Sky News"),
        ("https://tarn-herald.example/a", "tarn-herald.example"),
    ],
)
def test_an_origin_is_called_as_the_outlet_not_as_its_house(url, source):
    told = article(paper("Crane falls", QUAY), url=url, source="1.txt")
    (origin,) = origins_of([told], load([]))
    assert origin.source == source


def test_two_outlets_of_one_house_count_once_though_each_has_its_name():
    urls = ("https://www.nbcnews.com/a", "https://www.cnbc.com/b")
    assert sources(paper("Crane falls", QUAY), paper("Two hurt", OWN), urls=urls) == 1
