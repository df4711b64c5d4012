"""Laws of the page: it holds what the graph says, and nothing in a graph ends a script."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.highlights import utf16_offsets
from kg.view.render import escaped_json

PIECES = st.sampled_from(
    [
        "</script>",
        "<!--",
        "-->",
        "<script",
        "\u2028",
        "&amp;",
        "]]>",
        "\\u003c",
        '"',
        "\\",
        "\x00",
        "😀",
        "e\u0301",
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=6).map("".join))
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
)


@settings(deadline=None)
@given(VALUES)
def test_any_value_is_read_back_as_it_was_and_holds_no_markup(value):
    text = escaped_json(json.dumps(value, ensure_ascii=False).encode()).decode()
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)


@settings(deadline=None)
@given(TEXTS)
def test_an_offset_counts_as_javascript_counts(text):
    at = utf16_offsets(text)
    for offset in range(len(text) + 1):
        assert at(offset) == len(text[:offset].encode("utf-16-le")) // 2
