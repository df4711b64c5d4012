"""The cases from which a vote learns, and the parts into which articles are shared out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.graph.events.participation import SEEN_ALONE
from kg.model import SEEN


@dataclass(frozen=True, slots=True)
class Case:
    """Something that was proposed, with its signs and the article it stands in."""

    article: str
    signs: tuple[str, ...]
    is_right: bool

    @property
    def is_of_reader(self) -> bool:
        """Whether nothing but the learned reader proposes it."""
        return SEEN_ALONE in self.signs


def without_reader(case: Case) -> Case:
    """Return a case as rules alone show it."""
    signs = tuple(sign for sign in case.signs if not sign.startswith(SEEN))
    return replace(case, signs=signs)


def parts_of(articles: Iterable[str], parts: int) -> dict[str, int]:
    """Return which part each article belongs to: in turn, in the order of their names."""
    return {article: at % parts for at, article in enumerate(sorted(set(articles)))}
