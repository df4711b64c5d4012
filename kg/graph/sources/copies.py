"""Texts that are given again by other articles, whole or in part, edited lightly or not at all.

MinHash proposes pairs of articles, and what they have in common is then counted exactly: the share
of the shorter one's runs of three words that the other has, too. Each article is compared with the
first ones of their kind only, so that a text in thousands of papers costs no more than another.
Source: Broder 1997, "On the resemblance and containment of documents" (SEQUENCES).
"""

import re
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from functools import lru_cache

from rensa import (
    RMinHash,
    RMinHashLSH,
)

from kg.model import Article

WORD = re.compile(r"\w+")
LEAST_RUNS = 20  # of a text, for it to be told from others that say the same
# Of the runs of the shorter text. Two reports of one event share a tenth, and with the same
# quotations a third; a copy of which each third sentence was rewritten has more than this.
LEAST_SHARE = 0.6
# Bands of three: of pairs that share half of their runs, 99.6 of 100 are compared, and 79 of those
# where a third of a long text is the whole of a short one.
BANDS, ROWS = 42, 3
SEED = 1
HELD = 100  # texts whose runs are kept in mind, some 6 MB

Runs = frozenset[str]  # of three words


def copies(articles: Iterable[Article]) -> Mapping[str, str]:
    """Return the first article that has the text, for each one that gives it again; both by id.

    First is what was published first, of undated ones what has the first id.
    """
    in_order = sorted(articles, key=_age)
    index = RMinHashLSH(LEAST_SHARE, BANDS * ROWS, BANDS)
    runs_in = lru_cache(maxsize=HELD)(runs_of)
    first_of = {}
    for number, article in enumerate(in_order):
        runs = runs_in(article)
        if len(runs) < LEAST_RUNS:
            continue
        sketch = RMinHash(BANDS * ROWS, SEED)
        sketch.update(sorted(runs))
        for proposed in sorted(index.query(sketch)):
            first = in_order[proposed]
            if shared_part(runs, runs_in(first)) >= LEAST_SHARE:
                first_of[article.id] = first.id
                break
        else:
            index.insert(number, sketch)
    return first_of


def _age(article: Article) -> tuple[bool, str, str]:
    moment = article.published_at or article.published
    return not moment, moment, article.id


def shared_part(runs: Runs, others: Runs) -> float:
    """Return how much of the shorter one of two texts is in the other, by their runs of words.

    >>> shared_part(frozenset({"a b c", "b c d"}), frozenset({"a b c"}))
    1.0
    """
    shorter = min(len(runs), len(others))
    return len(runs & others) / shorter if shorter else 0.0


def runs_of(article: Article) -> Runs:
    """Return the runs of words in the body of an article, in small letters."""
    body = body_of(article).lower()
    words = WORD.findall(body)
    second = words[1:]
    third = words[2:]
    runs = zip(words, second, third, strict=False)
    return frozenset(map(" ".join, runs))


def body_of(article: Article) -> str:
    """Return the text of an article without its front matter and furniture."""
    return "\n".join(_between(article))


def _between(article: Article) -> Iterator[str]:
    """Yield what is between the passages of front matter and furniture."""
    text = article.text
    done = 0
    around = [*article.front, *article.furniture]
    for passage in sorted(around):
        yield text[done : passage.start]
        done = max(done, passage.end)
    yield text[done:]
