"""Scores of matches, which the parser does not see: "beat Everton 2-0 at home".

They say nothing that the graph holds, and glue to the name before them or take the place of the
object of the verb.
"""

import re
from collections.abc import Iterator

from kg.lang.en import word_list

SCORE = r"\(?(?<!\d)\d{1,3}[-–]\d{1,3}(?!\d)(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?\)?"
SCORES = rf"{SCORE}(?:,?\s(?:and\s)?{SCORE})*"
DONE = "|".join(word_list("verbs", "done-in-a-match"))
OUTCOME = "|".join(word_list("nouns", "outcome-of-a-match"))
AFTER_MATCH = re.compile(
    rf"\b(?:{DONE})\b(?:\s[\w.'’&-]+){{0,8}}?(?P<score>\s{SCORES})(?=[\s.,;:)]|$)"
)
BEFORE_OUTCOME = re.compile(rf"(?P<score>{SCORE})\s(?=(?:\w+\s)?(?:{OUTCOME})\b)")


def scores(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of scores: those behind a verb of a match, or before a word for its end.

    >>> text = "Oslo beat Lima 2-0 at home, a 6-4 win. Some 2-3 people came."
    >>> [text[start:end] for start, end in scores(text)]
    [' 2-0', '6-4']
    """
    for pattern in (AFTER_MATCH, BEFORE_OUTCOME):
        for match in pattern.finditer(text):
            yield match.span("score")
