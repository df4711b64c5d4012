"""Readings of every possible content, for laws, and a plain one."""

from dataclasses import fields
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from kg.model import Article, Chain, Claim, Frame, Kind, Mention, Passage, Reading, Role

TEXTS = st.text(st.characters(exclude_categories=()), max_size=6)  # half surrogate pairs, too


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type hint of the model."""
    if get_origin(hint) is tuple:
        return st.lists(anything(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) is UnionType:
        return st.none() | anything(get_args(hint)[0])
    if hint is str:
        return TEXTS
    if hint in (int, bool, float):
        return {int: st.integers(), bool: st.booleans(), float: st.floats(allow_nan=False)}[hint]
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    hints = get_type_hints(hint)
    return st.builds(
        hint,
        **{
            field.name: st.deferred(lambda h=hints[field.name]: anything(h))
            for field in fields(hint)
        },
    )


READINGS = anything(Reading)

ADA = Mention(Passage("a1", 0, 3), "Ada", Kind.NAME, 0, "schema:Person")
OSLO = Mention(Passage("a1", 12, 16), "Oslo", Kind.NAME, 12, "schema:City")
WHOLE = Passage("a1", 0, 17)
ARTICLE = Article("a1", "Ada went to Oslo.", "news/a.txt", "0" * 64, headline="Ada")
WENT = Claim(
    Frame.VERB, "go", (Role("subject", ADA), Role("to", OSLO)), Passage("a1", 4, 8), WHOLE, "clause"
)
PLAIN = Reading(
    ARTICLE, (Chain((ADA,), "schema:Person", "Ada"), Chain((OSLO,), "schema:City", "Oslo")), (WENT,)
)
