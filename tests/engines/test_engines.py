"""Engines that read articles: the order is kept, and what is wrong with an engine is told."""

import sys
from collections.abc import Iterator

import pytest

from kg.engines import Engine, reading
from kg.engines.ray import in_order
from kg.errors import EngineError
from kg.model import Article, Reading
from kg.read import Fault

ARTICLES = [Article(f"a{number}", f"Text {number}.", f"a{number}.txt", str(number)) for number in range(20)]


def unread(article: Article) -> Reading:
    return Reading(article, (), (), ())


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_processes_keep_the_order(workers: int) -> None:
    with reading(Engine.LOCAL, len_of_text, workers=workers) as run:
        assert [str(found) for found in run(ARTICLES)] == [f"{each.source}: {len(each.text)}" for each in ARTICLES]


def len_of_text(article: Article) -> Fault:
    return Fault(article.source, str(len(article.text)))


def test_an_engine_that_is_none_is_named() -> None:
    with pytest.raises(EngineError, match="no engine is called 'abacus': there are local and ray"):
        reading("abacus", unread, workers=1)


def test_an_engine_that_is_not_installed_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "kg.engines.ray")
    with pytest.raises(EngineError, match=r"pip install 'newskg\[ray\]'"):
        reading(Engine.RAY, unread, workers=1)


def test_outcomes_are_put_in_order_as_soon_as_they_can_be() -> None:
    taken: list[int] = []

    def as_they_come() -> Iterator[tuple[int, Reading]]:
        for place in (2, 0, 1, 4, 3):
            taken.append(place)
            yield place, unread(ARTICLES[place])

    ordered = in_order(as_they_come())
    assert next(ordered).article == ARTICLES[0]
    assert taken == [2, 0]
    assert [found.article.id for found in ordered] == ["a1", "a2", "a3", "a4"]
