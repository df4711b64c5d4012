"""How sure a fact is, from the rules that found it and the articles that say it.

Each rule has the share of its facts that were right when they were read against gold data; independent articles add up as in
a noisy-or. A claim that somebody only reports is as sure as its reading: who says it stands beside it.
"""

from collections.abc import Iterable, Mapping

# Share of right facts by construction, rounded to .05 where fewer than 50 facts were seen.
RULE_CONFIDENCE: Mapping[str, float] = {
    "age": 0.95,
    "apposition-post": 0.88,
    "apposition-pre": 0.92,
    "as": 0.88,
    "based-in": 0.92,
    "border-between": 0.9,
    "clause-active": 0.85,
    "clause-passive": 0.88,
    "clause-reduced": 0.85,
    "clause-relative": 0.85,
    "copula": 0.88,
    "country-in-name": 0.93,
    "including": 0.85,
    "life-dates": 0.97,
    "naming": 0.88,
    "nationality-word": 0.93,
    "noun-phrase": 0.8,
    "organisation-in-place": 0.8,
    "person-of-place": 0.7,
    "place-comma-place": 0.93,
    "place-in-place": 0.85,
    "shared-border": 0.93,
    "title": 0.93,
}
DEFAULT = 0.75
HIGHEST = 0.99


def confidence(rules: Iterable[str], articles: int) -> float:
    """The probability that a fact is right, 0 to 1, two decimals: the best of its rules, for each article that says it.

    >>> confidence(["title"], 1), confidence(["title"], 2)
    (0.93, 0.99)
    """
    best = max((RULE_CONFIDENCE.get(rule, DEFAULT) for rule in rules), default=DEFAULT)
    return round(min(HIGHEST, 1 - (1 - best) ** max(articles, 1)), 2)
