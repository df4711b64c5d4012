"""Lines of programs, style sheets and scripts, told from prose by their signs, line by line.

A line of news has next to none of these signs: braces that touch other signs, assignments that end
in a semicolon, commands. The patterns are in `data/code.toml`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.text.read.tables import names, table

PATTERNS = table("code")
JOINT = re.compile("|".join(PATTERNS["joint"]))
FEWEST_JOINTS = 2
SPACING = 200  # characters for each joint at most; a long paragraph with two odd places is prose
BRACES = re.compile(r"[{}()=&|]")  # of which every joint has one
LONGEST = 100_000  # characters of a line in which joints are counted
# characters; a longer line of code is one that was packed, and has joints
LONGEST_STATEMENT = 1_000
ELEMENT = re.compile(rf"<({'|'.join(names('tags', 'code'))})\b[^<>]{{0,500}}>", re.IGNORECASE)
LINE_OF: Mapping[str, re.Pattern[str]] = {
    language: re.compile("|".join(lines)) for language, lines in PATTERNS["lines"].items()
}
STATEMENT = re.compile("|".join(PATTERNS["statement"]))
ANY_LANGUAGE = "program code"

# A text that is a program.
# share of a program's lines that can be nothing else; comments and long texts are the rest
CODE_LINES = 0.3
SENTENCE = re.compile(r"[^\W\d_].*[.!?][\"”’')\]]*")
SENTENCE_WORDS = 8
CLEARLY = 0.5  # share of the lines of code that tell the language
SIGNED = re.compile("|".join(PATTERNS["signed"]))
FEWEST_SIGNED = 0.4  # share of the lines of code
MOST_PROSE = 0.5  # share of the characters that may stand in sentences


def kinds_of_code(lines: Sequence[str]) -> Counter[str]:
    """Return how many lines are of which kind of code; none if they are too few for a program."""
    kinds, signed, prose = Counter[str](), 0, 0
    for line in lines:
        kind = language_of_line(line)
        if kind:
            kinds[kind] += 1
            signed += bool(SIGNED.search(line))
        elif _is_sentence(line):
            prose += len(line)
    if signed < max(1, FEWEST_SIGNED * kinds.total()):
        return Counter()
    if kinds.total() < CODE_LINES * len(lines):
        return Counter()
    return kinds if prose <= MOST_PROSE * sum(map(len, lines)) else Counter()


def commonest_kind(kinds: Counter[str]) -> str:
    """Return the kind of code that most of the lines are, if it is clear."""
    for kind, count in kinds.most_common(1):
        if count >= CLEARLY * kinds.total():
            return kind
    return ANY_LANGUAGE


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= SENTENCE_WORDS and bool(SENTENCE.fullmatch(line))


def language_of_line(line: str) -> str:
    """Return the kind of code that a line is, without the blanks around it; empty if it may be
    prose.

    >>> language_of_line('var owner = "Ada Lund";'), language_of_line("Ada Lund owns it.")
    ('JavaScript', '')
    """
    seen = without_elements(line[:LONGEST])
    if len(seen) <= LONGEST_STATEMENT:
        for language, pattern in LINE_OF.items():
            if pattern.fullmatch(seen):
                return language
    return ANY_LANGUAGE if has_joints(seen) else ""


def is_statement(line: str) -> bool:
    """Return whether a line can be nothing but code, even in the midst of an article."""
    seen = without_elements(line[:LONGEST])
    if has_joints(seen):
        return True
    return len(seen) <= LONGEST_STATEMENT and bool(STATEMENT.fullmatch(seen))


def without_elements(line: str) -> str:
    """Return a line without the scripts and styles that begin and end in it: they are markup, not a
    line of code.
    """
    kept, start, small = [], 0, line.lower()
    while (opening := ELEMENT.search(line, start)) is not None:
        close = small.find(f"</{opening[1].lower()}", opening.end())
        if close < 0:
            break
        kept.append(line[start : opening.start()])
        start = small.find(">", close) + 1 or len(line)
    return "".join([*kept, line[start:]])


def has_joints(line: str) -> bool:
    """Return whether signs of code touch in several places."""
    if not BRACES.search(line):
        return False
    found = sum(1 for _ in JOINT.finditer(line))
    return found >= max(FEWEST_JOINTS, len(line) / SPACING)
