"""What the first screen tells, and how it is laid out; no browser is needed for that."""

import random
import re
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from kg.view.boxes import Box
from kg.view.highlights import Highlight, highlights_of_names
from kg.view.load import labels_of
from kg.view.page_model import Document, Evidence, Fact, PageModel, Passage, Quotation, Thing
from kg.view.prominence import Prominence, is_background
from kg.view.said_together import drawn_apart, is_inferred, is_world_knowledge
from kg.view.story import pictures, story
from kg.view.wording import wide

WIDEST = {"name": 7.9, "words": 6.8}  # pixels of a letter, as the browser test measures
TEXT = "Lund leads Arcon. Lund met Berg in Oslo. She left for Bergen, and Arcon denied it."


def passage(words: str, text: str = TEXT, document: str = "d") -> Passage:
    start = text.index(words)
    return Passage(document, start, start + len(words), words)


def told(words: str, factuality: str = "Asserted", articles: int = 1, text: str = TEXT) -> Evidence:
    return Evidence(factuality, 0.9, ("title",), (), articles, (passage(words, text),))


def model(*facts: Fact, things=(), quotations=(), text: str = TEXT) -> PageModel:
    named = {
        "lund": "person",
        "berg": "person",
        "arcon": "organisation",
        "oslo": "place",
        "bergen": "place",
    }
    every = [Thing(iri, kind, iri.capitalize()) for iri, kind in named.items()]
    document = Document("d", "Lund leads", text=text, mentions=tuple(named))
    return PageModel((document,), (*every, *things), facts, tuple(quotations))


def weighed(found: PageModel, *, is_exact: bool = True) -> Prominence:
    things = {thing.iri: thing for thing in found.things}
    marks = {d.iri: highlights_of_names(d, things, found.index()) for d in found.documents}
    return Prominence(found, marks, is_exact)


def names(found: PageModel, numbers) -> list[str]:
    return [found.things[number].name for number in numbers]


LEADS = Fact("lund", "kg:leads", "arcon", role="chair", evidence=told("Lund leads Arcon."))
LIVES = Fact("lund", "schema:homeLocation", "oslo", evidence=told("Lund met Berg in Oslo."))


def test_facts_in_short_are_said_stand_and_are_no_geography():
    lies = Fact("oslo", "schema:containedInPlace", "bergen", evidence=told("Lund leads Arcon."))
    planned = replace(LIVES, object="bergen", evidence=told("She left", "Planned"))
    found = model(LIVES, lies, planned, LEADS)
    assert story(weighed(found)).facts == [3, 0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Peru", "place"), ("Peruvian Navy", "organisation"), True),
        (("Lima", "place"), ("Peru", "place"), True),
        (("Ada Lund", "person"), ("Lund Ltd", "organisation"), False),
        (("Iran", "place"), ("Ministry of Trade", "organisation"), False),
        (("Norway", "place"), ("Embassy of Norway", "organisation"), True),
        (("Oslo", "place"), ("Ada Lund", "person"), False),
    ],
)
def test_what_a_name_says_and_where_places_lie_is_background(one, other, expected):
    things = [Thing(name, kind, name) for name, kind in (one, other)]
    assert is_background(*things) is is_background(*reversed(things)) is expected


@pytest.mark.parametrize(
    ("change", "apart"),
    [
        ({}, False),
        ({"evidence": told("Lund met Berg in Oslo.")}, True),
        ({"evidence": None}, True),
        (
            {"evidence": Evidence("Asserted", 1.0, ("gazetteer:geonames",), sources=("Atlas",))},
            True,
        ),
        ({"object": "", "value": "chair"}, False),
    ],
)
def test_a_line_without_a_passage_that_mentions_both_ends_is_drawn_apart(change, apart):
    found = weighed(model(replace(LEADS, **change)))
    assert drawn_apart(found.model, found.highlights) == ({0} if apart else set())
    if apart:
        assert story(found).facts == []
        assert not any(picture.lines for picture in pictures(found, {}))


def test_where_mentions_are_not_known_a_passage_is_enough():
    elsewhere = replace(LEADS, evidence=told("Lund met Berg in Oslo."))
    found = weighed(model(elsewhere, replace(LEADS, evidence=None)), is_exact=False)
    assert found.apart == {1}


def test_a_pronoun_mentions_too():
    left = Fact("lund", "kg:leads", "bergen", evidence=told("She left for Bergen"))
    found = model(left)
    start = TEXT.index("She")
    marks = weighed(found).highlights["d"]
    assert drawn_apart(found, {"d": marks}) == {0}
    assert drawn_apart(found, {"d": [*marks, Highlight(start, start + 3, 0)]}) == set()


@pytest.mark.parametrize(
    ("rules", "inferred"),
    [
        (("inferred:member",), True),
        (("inferred:member", "title"), False),
        (("title",), False),
        ((), False),
    ],
)
def test_what_no_rule_has_read_is_inferred(rules, inferred):
    assert is_inferred(Evidence(rules=rules)) is inferred


def test_world_knowledge_is_what_gazetteers_alone_say():
    atlas = Evidence(sources=("Atlas",))
    assert is_world_knowledge(atlas)
    assert not is_world_knowledge(replace(atlas, passages=(passage("Oslo"),)))
    assert not is_world_knowledge(Evidence())
    assert not is_world_knowledge(None)


def event(name: str, words: str, *doers: str, text: str, **more) -> tuple[Thing, list[Fact]]:
    evidence = told(words, more.pop("factuality", "Asserted"), text=text)
    iri = name.replace(" ", "-")
    thing = Thing(iri, "event", name, evidence=evidence, **more)
    return thing, [Fact(iri, "kg:agent", doer, evidence=evidence, of_event=True) for doer in doers]


STEPS = "Lund flew to Oslo after a walk and a swim. Lund sang. Berg slept. Berg then woke."


def journey(*, sung: str = "") -> PageModel:
    flight = "Lund flew to Oslo after a walk and a swim."
    made = [
        event("Lund sings loudly", "Lund sang.", "lund", text=STEPS, start=sung),
        event("Swim", flight, "lund", text=STEPS),
        event("Walk", flight, "lund", text=STEPS),
        event("Lund flew to Oslo", flight, "lund", text=STEPS),
        event("Berg slept", "Berg slept.", "berg", text=STEPS, factuality="Denied"),
        event("Lund says so", "Lund sang.", "lund", text=STEPS, talk=True),
    ]
    facts = [fact for _, own in made for fact in own]
    return model(*facts, things=[thing for thing, _ in made], text=STEPS)


def test_a_lane_tells_in_the_order_of_the_text_also_within_a_sentence():
    found = journey()
    lund, berg = story(weighed(found)).lanes
    # the walk and the swim are told "after": they were before the flight
    assert names(found, lund.events) == ["Walk", "Swim", "Lund flew to Oslo", "Lund sings loudly"]
    assert names(found, [lund.thing, berg.thing]) == ["Lund", "Berg"]
    assert names(found, berg.events) == ["Berg slept"]


def test_a_day_goes_before_the_order_of_the_text():
    found = journey(sung="1999-01-01")
    dated = replace(found, documents=(replace(found.documents[0], published="2020-02-02"),))
    assert names(dated, story(weighed(dated)).lanes[0].events)[0] == "Lund sings loudly"


def unsure(made: tuple[Thing, list[Fact]], confidence: float) -> tuple[Thing, list[Fact]]:
    thing, facts = made
    return replace(thing, evidence=replace(thing.evidence, confidence=confidence)), facts


def test_what_has_no_day_stands_where_it_is_told_in_the_news_of_its_article():
    made = [
        event("Lund slept", "Berg slept.", "lund", text=STEPS, start="2020-02-01"),
        event("Lund sang", "Lund sang.", "lund", text=STEPS),
        event("Lund flew to Oslo", "Lund flew to Oslo", "lund", text=STEPS),
        event("Lund woke", "Berg then woke.", "lund", text=STEPS, start="1999-05-05"),
    ]
    facts = [fact for _, own in made for fact in own]
    found = model(*facts, things=[thing for thing, _ in made], text=STEPS)
    dated = replace(found, documents=(replace(found.documents[0], published="2020-02-02"),))
    (lane,) = story(weighed(dated)).lanes
    # what was long ago comes first; the rest is the news, in the order told
    assert names(dated, lane.events) == [
        "Lund woke",
        "Lund flew to Oslo",
        "Lund sang",
        "Lund slept",
    ]


def test_an_event_stands_at_the_words_that_tell_it_where_several_passages_do():
    later, earlier = "Lund sang.", "Lund flew to Oslo after a walk and a swim."
    thing, facts = event("Lund sings", later, "lund", text=STEPS)
    passages = (passage(earlier, STEPS), passage(later, STEPS))
    sang = replace(thing, name="Lund sang", evidence=replace(thing.evidence, passages=passages))
    walk, more = event("Walk", earlier, "lund", text=STEPS)
    found = model(*facts, *more, things=[sang, walk], text=STEPS)
    (lane,) = story(weighed(found)).lanes
    assert names(found, lane.events) == ["Walk", "Lund sang"]


def test_what_is_likelier_wrong_than_right_is_not_told_in_short():
    made = [
        unsure(event("Lund flew to Oslo", "Lund flew to Oslo", "lund", text=STEPS), 0.49),
        unsure(event("Lund sang", "Lund sang.", "lund", text=STEPS), 0.5),
    ]
    facts = [fact for _, own in made for fact in own]
    found = model(*facts, things=[thing for thing, _ in made], text=STEPS)
    told_ = story(weighed(found))
    assert names(found, told_.events) == ["Lund sang"]
    assert len(told_.lanes[0].events) == 2, "a lane has both, and the page marks the unsure one"
    doubtful = replace(LEADS, evidence=replace(LEADS.evidence, confidence=0.4))
    assert story(weighed(model(doubtful))).facts == []
    assert not any(picture.lines for picture in pictures(weighed(model(doubtful)), {}))


def test_what_several_do_is_told_of_whoever_most_is_told_of():
    text = "Berg, Berg, Berg. Lund sang. Lund and Berg left. Lund and Berg came. Lund woke."
    made = [
        event("Lund sang", "Lund sang.", "lund", text=text),
        event("They left", "Lund and Berg left.", "lund", "berg", text=text),
        event("They came", "Lund and Berg came.", "lund", "berg", text=text),
        event("Lund woke", "Lund woke.", "lund", text=text),
    ]
    facts = [fact for _, own in made for fact in own]
    found = model(*facts, things=[thing for thing, _ in made], text=text)
    weights = weighed(found)
    index = found.index()
    assert weights.of_things[index["berg"]] > weights.of_things[index["lund"]]
    (lane,) = story(weights).lanes
    assert names(found, [lane.thing]) == ["Lund"]
    assert len(lane.events) == 4


def test_denials_are_told_as_such_and_not_as_what_happened():
    found = journey()
    told_ = story(weighed(found))
    assert names(found, told_.denials) == ["Berg slept"]
    assert "Berg slept" not in names(found, told_.events)


def test_words_that_are_told_twice_are_quoted_once_and_no_speaker_fills_the_list():
    said = [
        Quotation("We stay here for ever", "arcon", evidence=told("Arcon")),
        Quotation("We stay here, for ever and ever", "arcon", evidence=told("Arcon")),
        Quotation("I am glad", "lund", evidence=told("Lund")),
        Quotation("Nobody asked them", "arcon", evidence=told("Arcon")),
        Quotation("Ships are late again", "arcon", evidence=told("Arcon")),
        Quotation("Who said this?", evidence=told("Arcon")),
    ]
    found = story(weighed(model(quotations=said))).quotations
    texts = [said[number].text for number in found]
    assert sum("stay here" in text for text in texts) == 1
    assert sum(said[number].speaker == "arcon" for number in found) == 2
    assert "I am glad" in texts
    assert "Who said this?" not in texts


def boxes(picture) -> list[tuple[tuple[float, float], Box]]:
    """The letters and shapes of a picture, as wide as letters are at most."""
    found = []
    for node in picture.nodes:
        width = max(map(wide, node.lines)) * WIDEST["name"]
        box = Box(node.radius, width, 2 * node.radius + 17 * len(node.lines))
        found.append(((node.x, node.y), box))
    for line in picture.lines:
        width = max(wide(words) for _, words in line.rows) * WIDEST["words"]
        height = 15.0 * len(line.rows)
        found.append(((line.x, line.y), Box(height / 2, width, height)))
    return found


def meet(one, other) -> bool:
    (x, y), box = one
    (other_x, other_y), other_box = other
    sideways = abs(x - other_x) < (box.width + other_box.width) / 2
    apart = (y + box.middle[1]) - (other_y + other_box.middle[1])
    return sideways and abs(apart) < (box.height + other_box.height) / 2


def crowd(seed: int) -> PageModel:
    """Thirty people and places with long names, and forty facts that one sentence says."""
    chance = random.Random(seed)
    kinds = ["person", "organisation", "place", "group"]
    names_ = [f"{'Abcdefgh ' * chance.randint(1, 4)}{at}" for at in range(30)]
    text = f"{' '.join(names_)}."
    things = [Thing(f"t{at}", kinds[at % 4], name) for at, name in enumerate(names_)]
    document = Document("d", "Abcdefgh", text=text, mentions=tuple(t.iri for t in things))
    said = Evidence("Asserted", 0.9, ("title",), (), 1, (Passage("d", 0, len(text), text),))
    ends = [chance.sample(range(30), 2) for _ in range(40)]
    facts = [
        Fact(f"t{one}", "kg:leads", f"t{other}", role="x" * (one % 40), evidence=said)
        for one, other in ends
    ]
    return PageModel((document,), tuple(things), tuple(facts))


@cache
def crowded(seed: int):
    """The pictures of a crowd, which take seconds to lay out."""
    return pictures(weighed(crowd(seed)), {})


@pytest.mark.parametrize("seed", range(6))
def test_every_name_and_word_of_a_picture_has_room_of_its_own(seed):
    for picture in crowded(seed):
        assert len(picture.lines) >= 2
        placed = boxes(picture)
        assert not [pair for pair in combinations(placed, 2) if meet(*pair)]
        for (x, y), box in placed:
            assert x - box.width / 2 >= 0
            assert x + box.width / 2 <= picture.width
            assert y - box.size >= 0
            assert y - box.size + box.height <= picture.height


def test_the_same_graph_has_the_same_picture():
    assert crowded(0) == pictures(weighed(crowd(0)), {})


def test_a_wider_picture_has_more(seeds, ontology):
    found = weighed(seeds.content, is_exact=False)
    drawn = pictures(found, labels_of(ontology))
    assert [p.width for p in drawn] == sorted((p.width for p in drawn), reverse=True)
    counts = [len(picture.nodes) for picture in drawn]
    assert counts == sorted(counts, reverse=True)


def test_the_picture_of_the_seeds_says_who_is_who_at_every_width(seeds, ontology):
    found = weighed(seeds.content, is_exact=False)
    for picture in pictures(found, labels_of(ontology)):
        words = {words for line in picture.lines for _, words in line.rows}
        assert words >= {"parent of", "works for", "(third secretary)", "leads"}
        kinds = {seeds.content.things[node.thing].kind for node in picture.nodes}
        assert kinds <= {"person", "group", "organisation", "place"}


def arrows(found: PageModel, picture):
    """Yield the curve of each line as points, and the nodes that it leads from and to."""
    nodes = {node.thing: node for node in picture.nodes}
    index = found.index()
    shares = [at / 60 for at in range(61)]
    for line in picture.lines:
        fact = found.facts[line.rows[0][0]]
        numbers = list(map(int, re.findall(r"-?\d+", line.path)))
        pieces = zip(*[iter(numbers)] * 6, strict=True)
        curve = [
            (
                (1 - t) ** 2 * x + 2 * t * (1 - t) * pull_x + t * t * to_x,
                (1 - t) ** 2 * y + 2 * t * (1 - t) * pull_y + t * t * to_y,
            )
            for x, y, pull_x, pull_y, to_x, to_y in pieces
            for t in shares
        ]
        yield curve, nodes[index[fact.subject]], nodes[index[fact.object]]


def lies_on_name(point, node) -> bool:
    x, y = point
    width = max(map(wide, node.lines)) * WIDEST["name"]
    top = node.y + node.radius
    return abs(x - node.x) < width / 2 and top < y < top + 17 * len(node.lines)


@pytest.mark.parametrize("seed", range(6))
def test_every_arrow_can_be_seen_at_the_end_of_its_line(seed):
    found = crowd(seed)
    for picture in crowded(seed):
        for curve, _, end in arrows(found, picture):
            assert not lies_on_name(curve[-1], end), end.lines


def test_no_line_of_the_seeds_runs_through_the_name_of_another(seeds, ontology):
    found = weighed(seeds.content, is_exact=False)
    for picture in pictures(found, labels_of(ontology)):
        for curve, *ends in arrows(seeds.content, picture):
            others = [node for node in picture.nodes if node not in ends]
            assert not [o.lines for o in others for at in curve if lies_on_name(at, o)]


def lane_iri(case, lane):
    return case.content.things[lane.thing].iri


def test_the_story_of_the_seeds_tells_the_journey_in_order(seeds):
    found = story(weighed(seeds.content, is_exact=False))
    lane = found.lanes[0]
    steps = names(seeds.content, lane.events)
    doers = {fact.subject for fact in seeds.content.facts if fact.object == lane_iri(seeds, lane)}
    own = [thing for thing in seeds.content.things if thing.iri in doers and thing.kind == "event"]
    assert len(steps) >= min(12, len(own)) >= 11, "all that is told of them, told once"
    told_in_order = [
        "departure",
        "32-hour train",
        "wo-hour bus",
        "load trolley",
        "push handcar with",
    ]
    told_in_order += ["are met", "to Vladivostok"]
    places = [next(at for at, name in enumerate(steps) if word in name) for word in told_in_order]
    assert places == sorted(places)
    assert len(found.headlines) == 2
    assert len(found.denials) == 1, "both articles deny one thing"
