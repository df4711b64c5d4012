"""Mentions that can be one event always meet under a key; those of other months or other things do not."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.events.compatibility import agrees, keys_to_enter, keys_to_search
from kg.graph.events.event_mention import EventMention
from kg.model import Factuality, Frame, Passage, TimeValue

DAYS = [
    "",
    "2020",
    "2020-11",
    "2020-11-30",
    "2020-12-20",
    "2021-01",
    "2021-01-15",
    "2021-06-01",
    "2021",
]
ROLES = [
    (role, entity)
    for role in ("kg:agent", "kg:patient", "sem:hasPlace")
    for entity in ("p/1", "p/2", "o/1", "o/2")
]


def told(
    article: str, published: str, day: str | None, roles: tuple[tuple[str, str], ...]
) -> EventMention:
    place = Passage(article, 0, 5)
    said = (Frame.VERB, "buy", "{0} buys", place, place, "verb", Factuality.ASSERTED, None)
    return EventMention(
        *said, published, ("kg:Deal",), roles, "buy", None if day is None else TimeValue(day)
    )


event_mentions = st.builds(
    told,
    st.sampled_from("abc"),
    st.sampled_from(DAYS),
    st.none() | st.sampled_from(DAYS),
    st.lists(st.sampled_from(ROLES), max_size=4, unique=True).map(
        lambda roles: tuple(sorted(roles))
    ),
)
THREE = (("kg:agent", "p/1"), ("kg:patient", "o/1"), ("sem:hasPlace", "l/1"))


@given(st.lists(event_mentions, min_size=10, max_size=10))
def test_mentions_that_can_be_one_event_meet(found: list[EventMention]) -> None:
    for first, second in permutations(found, 2):
        if agrees(second, [first]):
            assert set(keys_to_search(second)) & set(keys_to_enter(first))


def test_mentions_in_far_months_do_not_meet() -> None:
    first, near, far = (
        told(name, day, None, THREE)
        for name, day in zip("abc", ("2020-11-30", "2021-01-02", "2021-06-01"), strict=True)
    )
    assert set(keys_to_search(near)) & set(keys_to_enter(first))
    assert not set(keys_to_search(far)) & set(keys_to_enter(first))


def test_mentions_in_two_articles_that_share_one_thing_do_not_meet() -> None:
    first = told("a", "2020-11-30", None, THREE)
    assert not set(keys_to_search(told("b", "2020-11-30", None, THREE[:1]))) & set(
        keys_to_enter(first)
    )
