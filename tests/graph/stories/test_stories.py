"""Articles on one matter are one story, whatever their order; others are none."""

import random

import pytest

from kg.graph.ontology import LinkedMentions
from kg.graph.stories import Subjects, grouped, with_stories
from kg.model import Article, Event, Factuality, Graph, Passage, Reading

FIRE = (
    "A fire destroyed the Halvorsen cannery in Brennvik on Monday, and Captain Liv Aune said the freezers had burnt.",
    "The blaze at the Halvorsen cannery in Brennvik began in the freezers, Captain Liv Aune told reporters.",
    "Brennvik mourns its cannery: the Halvorsen family will not rebuild after the fire, and Aune closed her inquiry.",
)
STRIKE = (
    "Tram drivers in Lodowa walked out over rosters, and their union Szyna called the offer by the depot an insult.",
    "Szyna, the union of the tram drivers of Lodowa, wants new rosters before anyone returns to the depot.",
)
LOOSE = (
    "The museum of Quillota bought a painted harp that had lain in an attic for a hundred years.",
    "A court in Temuka fined a baker who had sold bread short of its weight to three schools.",
    "Two hikers were found near the Zagora pass after a night in the snow, cold but unhurt.",
)


def stories_of(
    *texts: str, published: dict[int, str] | None = None, order: int = 0
) -> set[frozenset[int]]:
    """The numbers of the articles of each story."""
    days = published or {}
    subjects = Subjects()
    numbers = list(range(len(texts)))
    random.Random(order).shuffle(numbers)
    for number in numbers:
        article = Article(f"a{number:03}", texts[number], "", "", published=days.get(number, ""))
        subjects.add(Reading(article), LinkedMentions({}, {}))
    return {frozenset(int(name[1:]) for name in story) for story in grouped(subjects.each())}


def test_articles_on_one_matter_are_one_story_and_others_none() -> None:
    found = stories_of(*FIRE, *STRIKE, *LOOSE)
    assert found == {frozenset({0, 1, 2}), frozenset({3, 4})}


@pytest.mark.parametrize("order", range(5))
def test_the_order_of_the_articles_is_of_no_matter(order: int) -> None:
    assert stories_of(*FIRE, *STRIKE, *LOOSE, order=order) == stories_of(*FIRE, *STRIKE, *LOOSE)


@pytest.mark.parametrize(
    ("later", "is_one"),
    [("2031-03-05", True), ("2031-03-22", True), ("2031-05-01", False), ("", True)],
)
def test_a_story_is_told_within_a_spell_of_days(later: str, is_one: bool) -> None:
    found = stories_of(*FIRE[:2], published={0: "2031-03-04", 1: later})
    assert found == ({frozenset({0, 1})} if is_one else set())


def test_an_article_alone_is_no_story() -> None:
    assert stories_of(FIRE[0]) == set()
    assert stories_of(FIRE[0], STRIKE[0], LOOSE[0]) == set()


def test_an_article_without_words_is_no_fault() -> None:
    assert stories_of("", "…", FIRE[0]) == set()


def test_a_thousand_articles_with_one_word_in_common_are_not_one_story() -> None:
    texts = [f"Zebrafish {number * 7919} {number * 104729}" for number in range(1_000)]
    assert all(len(story) < 20 for story in stories_of(*texts))


def article(name: str, headline: str, published: str) -> Article:
    return Article(name, "x" * 40, "", "", headline=headline, published=published)


def test_a_story_has_its_articles_events_label_and_days() -> None:
    fire = Event("event/fire", "Fire", (), (), (Passage("a", 0, 4), Passage("b", 0, 4)), ())
    walk = Event("event/walk", "Walk", (), (), (Passage("c", 0, 4),), ())
    articles = (
        article("a", "", "2031-03-05"),
        article("b", "Fire in Brennvik", "2031-03-04"),
        article("c", "A walk", ""),
    )
    graph = with_stories(Graph(articles, events=(fire, walk)), [["a", "b"]])
    (story,) = graph.stories
    assert story.id.startswith("story/fire-in-brennvik-")
    assert (story.label, story.articles, story.events) == (
        "Fire in Brennvik",
        ("a", "b"),
        ("event/fire",),
    )
    assert (story.first, story.last) == ("2031-03-04", "2031-03-05")
    assert fire.factuality is Factuality.ASSERTED


def test_the_id_of_a_story_stays_when_a_later_article_joins() -> None:
    articles = [article(name, "Fire", f"2031-03-0{day}") for day, name in enumerate("bac", start=4)]
    before = with_stories(Graph(tuple(articles[:2])), [["b", "a"]]).stories
    after = with_stories(Graph(tuple(articles)), [["c", "b", "a"]]).stories
    assert before[0].id == after[0].id
