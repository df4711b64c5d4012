"""Lines of programs, style sheets and scripts, told from prose by their signs, line by line.

A line of news has next to none of these signs: braces that touch other signs, assignments that end
in a semicolon, commands. The patterns are in `data/code.toml`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.text.read.tables import Pattern, names, table

Kinds = Counter[str]


def any_of(patterns: Iterable[str]) -> Pattern:
    """Return one pattern for some of which each is enough."""
    return re.compile("|".join(patterns))


PATTERNS = table("code")
JOINT = any_of(PATTERNS["joint"])
FEWEST_JOINTS = 2
SPACING = 200  # characters for each joint at most; a long paragraph with two odd places is prose
BRACES = re.compile(r"[{}()=&|]")  # of which every joint has one
LONGEST = 100_000  # characters of a line in which joints are counted
# characters; a longer line of code is one that was packed, and has joints
LONGEST_STATEMENT = 1_000
TAGS = "|".join(names("tags", "code"))
ELEMENT = re.compile(rf"<({TAGS})\b[^<>]{{0,500}}>", re.IGNORECASE)
LINE_OF: dict[str, Pattern] = {kind: any_of(each) for kind, each in PATTERNS["lines"].items()}
STATEMENT = any_of(PATTERNS["statement"])
ANY_LANGUAGE = "program code"

# A text that is a program.
# share of a program's lines that can be nothing else; comments and long texts are the rest
CODE_LINES = 0.3
SENTENCE = re.compile(r"[^\W\d_].*[.!?][\"”’')\]]*")
SENTENCE_WORDS = 8
CLEARLY = 0.5  # share of the lines of code that tell the language
SIGNED = any_of(PATTERNS["signed"])
FEWEST_SIGNED = 0.4  # share of the lines of code
MOST_PROSE = 0.5  # share of the characters that may stand in sentences


def kinds_of_code(lines: Sequence[str]) -> Kinds:
    """Return how many lines are of which kind of code; none if they are too few for a program."""
    kinds = Kinds()
    signed = prose = 0
    for line in lines:
        kind = language_of_line(line)
        if kind:
            kinds[kind] += 1
            signed += bool(SIGNED.search(line))
        elif _is_sentence(line):
            prose += len(line)
    of_code = kinds.total()
    characters = sum(map(len, lines))
    if signed < max(1, FEWEST_SIGNED * of_code):
        return Kinds()
    if of_code < CODE_LINES * len(lines):
        return Kinds()
    if prose > MOST_PROSE * characters:
        return Kinds()
    return kinds


def commonest_kind(kinds: Kinds) -> str:
    """Return the kind of code that most of the lines are, if it is clear."""
    least = CLEARLY * kinds.total()
    for kind, count in kinds.most_common(1):
        if count >= least:
            return kind
    return ANY_LANGUAGE


def _is_sentence(line: str) -> bool:
    """Return whether a line is a long sentence of prose."""
    words = line.split()
    return len(words) >= SENTENCE_WORDS and SENTENCE.fullmatch(line) is not None


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
    if len(seen) > LONGEST_STATEMENT:
        return False
    return STATEMENT.fullmatch(seen) is not None


def without_elements(line: str) -> str:
    """Return a line without the scripts and styles that begin and end in it: they are markup, not a
    line of code.
    """
    small = line.lower()
    kept = ""
    start = 0
    for opening in ELEMENT.finditer(line):
        if opening.start() < start:
            continue
        name = opening[1].lower()
        close = small.find(f"</{name}", opening.end())
        if close < 0:
            break
        kept += line[start : opening.start()]
        end = small.find(">", close)
        start = end + 1 if end >= 0 else len(line)
    return kept + line[start:]


def has_joints(line: str) -> bool:
    """Return whether signs of code touch in several places."""
    if not BRACES.search(line):
        return False
    joints = list(JOINT.finditer(line))
    least = max(FEWEST_JOINTS, len(line) / SPACING)
    return len(joints) >= least
