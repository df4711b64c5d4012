"""Engines that read articles: the order is kept, and what is wrong with an engine is told."""

import sys
from collections.abc import Iterator, Sequence

import pytest
from engine_samples import lengths

from kg.choices import Engine
from kg.engines import BATCH_TEXT, batches, open_engine
from kg.engines.ray import in_order
from kg.errors import EngineError, ExtraError
from kg.model import Article, Reading
from kg.text.read import Fault

ARTICLES = [
    Article(f"a{number}", f"Text {number}.", f"a{number}.txt", str(number)) for number in range(20)
]


def unread(articles: Sequence[Article]) -> list[Reading | Fault]:
    return [Reading(article, (), (), ()) for article in articles]


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_processes_keep_the_order(workers: int) -> None:
    with open_engine(Engine.LOCAL, lengths, workers=workers) as run:
        assert [str(found) for found in run(ARTICLES)] == [
            f"{each.source}: {len(each.text)}" for each in ARTICLES
        ]


def test_an_engine_that_is_none_is_named() -> None:
    with pytest.raises(EngineError, match="no engine is called 'abacus': there are local and ray"):
        open_engine("abacus", unread, workers=1)


def test_an_engine_that_is_not_installed_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "kg.engines.ray")
    with pytest.raises(ExtraError, match=r"pip install '\.\[ray\]'"):
        open_engine(Engine.RAY, unread, workers=1)


def test_outcomes_are_put_in_order_as_soon_as_they_can_be() -> None:
    taken: list[int] = []

    def as_they_come() -> Iterator[tuple[int, Reading | Fault]]:
        for place in (2, 0, 1, 4, 3):
            taken.append(place)
            yield place, unread(ARTICLES[place : place + 1])[0]

    ordered = in_order(as_they_come())
    assert next(ordered).article == ARTICLES[0]
    assert taken == [2, 0]
    assert [found.article.id for found in ordered] == ["a1", "a2", "a3", "a4"]


def test_batches_keep_the_order_and_leave_none_out() -> None:
    given = ARTICLES * 2
    for workers in (1, 2, 3):
        assert [article for batch in batches(given, workers) for article in batch] == given


def test_long_articles_do_not_share_a_batch() -> None:
    given = [Article(name, "word " * (BATCH_TEXT // 6), name, "") for name in "abc"]
    assert [len(batch) for batch in batches(given)] == [1, 1, 1]
