"""The confidence of a fact, from the rules that found it and the articles that say it.

`data/confidence.tsv` has a share for each rule: the posterior mean of a beta distribution whose
prior is a judgement worth ten facts, and whose evidence are the facts that the rule alone gave on
annotated texts (`benchmarks/accuracy.py --calibrate` measures and writes it; docs/ACCURACY.md shows
how well it holds). Further rules and articles make a fact surer, but less than independent
witnesses would: they share a parser, and often the same misread name. A claim that somebody only
reports is as sure as its reading: who says it stands beside it. A fact of the learned reader is as
sure as the reader was of it.
Source: noisy-or (Pearl 1988), damped as by Downey, Etzioni and Soderland 2005 ("A probabilistic
model of redundancy").
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

DEFAULT = 0.75  # of a rule that the table does not know, as of a user's own
HIGHEST = 0.99
LEARNED = "reader:"  # what the names of the learned reader's rules begin with
# Weight of a further witness: facts of two rules were wrong three times as seldom as those of one,
# not ten times.
SHARED = 0.5

Shares = Mapping[str, float]  # of the facts of each rule that are right


def confidence(rules: Iterable[str], articles: int, learned: float = 0.0) -> float:
    """Return the probability that a fact is right, 0 to 1, two decimals.

    `articles` is the number of articles that say it. `learned` is the probability that the learned
    reader gave, if it is among the rules (`reader:…`).

    >>> confidence(["my-own-rule"], 1), confidence(["my-own-rule"], 2)
    (0.75, 0.88)
    """
    return _known(tuple(rules), articles, learned)


@lru_cache(maxsize=10_000)
def _known(rules: tuple[str, ...], articles: int, learned: float) -> float:
    shares = share_of_rule()
    return combined(shares, rules, articles, learned)


def combined(shares: Shares, rules: Iterable[str], articles: int, learned: float = 0.0) -> float:
    """Return the same with another table of shares.

    The chance of error is that of the best rule, times a power of that of each further witness: the
    other rules, then articles beyond the number of rules, which count like the best rule again.

    >>> combined({"a": 0.9, "b": 0.84}, ["a", "b"], 2)
    0.96
    """
    sure = []
    for rule in set(rules):
        if not rule.startswith(LEARNED):
            share = shares.get(rule, DEFAULT)
            sure.append(share)
    if learned > 0:
        sure.append(learned)
    if not sure:
        sure.append(DEFAULT)
    errors = [1 - share for share in sure]
    best, *others = sorted(errors)
    further_articles = articles - 1 - len(others)
    others += [best] * further_articles
    wrong = best
    for witness in others:
        wrong *= witness**SHARED
    chance = min(HIGHEST, 1 - wrong)
    return round(chance, 2)


@cache
def share_of_rule() -> Shares:
    """Return for each rule the share of its facts that are right, as far as is known."""
    table = files("kg.graph.ontology").joinpath("data", "confidence.tsv")
    text = table.read_text("utf-8")
    _, *rows = text.splitlines()
    shares = {}
    for row in rows:
        rule, share, *_ = row.split("\t")
        shares[rule] = float(share)
    return MappingProxyType(shares)
