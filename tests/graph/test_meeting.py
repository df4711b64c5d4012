"""Articles meet under the keys that they share, each with those nearest after it."""

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.linkage import NEAREST, meeting

KEYS = st.lists(st.frozensets(st.sampled_from("abcd")), max_size=40)


@given(KEYS)
def test_each_meets_the_nearest_after_it_under_each_key(keys_of: list[frozenset[str]]) -> None:
    expected: set[tuple[int, int]] = set()
    for key in "abcd":
        under = [number for number, keys in enumerate(keys_of) if key in keys]
        for at, number in enumerate(under):
            expected.update((number, other) for other in under[at + 1 :][:NEAREST])
    assert list(meeting(keys_of)) == sorted(expected)


def test_of_a_key_that_all_have_no_pair_is_far_apart() -> None:
    pairs = list(meeting([("vote",)] * 100))
    assert max(other - number for number, other in pairs) == NEAREST
    assert len(pairs) < 100 * NEAREST
