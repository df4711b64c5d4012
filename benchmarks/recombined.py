"""Makes any number of articles out of real ones, to measure speed and memory.

They make no sense.

python benchmarks/recombined.py OUT N [--data FOLDER] [--seed N]

An article is a headline, a date and paragraphs of some real articles (MEANTIME and re3d), as long
as news are: 150 to 900 words, half of them above 400. Names repeat as they do in news: those of the
world stay, and about every third person or firm gets an invented last name whose frequency follows
Zipf's law, so that new names keep coming, ever more slowly. The same seed gives the same articles,
and the first N of 10 N articles are those that N would give.
"""

import argparse
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

SETS = ("meantime", "re3d")
DATA = Path(__file__).parents[2] / "shared" / "benchmarks"
SHORTEST, MIDDLE, LONGEST = 150, 400, 900  # words
SPREAD = 0.45  # of the logarithm of the length
STAY = 0.7  # how often the next paragraph comes from the same article
RENAMED = 0.35  # share of the rarer two-word names that get an invented last name
RANKS = 1_000_000  # invented last names
KNOWN = 3  # a two-word name in so many real articles belongs to the world and stays
FIRST_DAY, DAYS = date(2009, 1, 1), 3_650
TWO_WORDS = re.compile(r"(?<=[a-z,;] )([A-Z][a-z]+) ([A-Z][a-z]{2,})\b")
SYLLABLES = (
    "bar bel dor fen gar hol jas kel lin mor nev ost per rin sel tor vas wen yor zan".split()
)
ENDINGS = (
    "berg by dal er ford ham ic ini kov land man mont ova sen son ton vic well wood yan".split()
)


@dataclass(frozen=True)
class Source:
    """A real article: its headline and its paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("number", type=int)
    parser.add_argument(
        "--data", type=Path, default=DATA, help="the folder of the public gold sets"
    )
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    write_articles(args.out, args.number, args.data, args.seed)


def write_articles(out: Path, number: int, data: Path, seed: int = 1) -> None:
    """Write so many articles into a folder, which is made.

    Articles that are there already are not written again.
    """
    out.mkdir(parents=True, exist_ok=True)
    sources = real_articles(data)
    known = names_of_the_world(sources)
    for at in range(number):
        path = out / f"{at:06}.txt"
        if not path.exists():
            path.write_text(recombined(sources, known, random.Random(f"{seed} {at}")), "utf-8")


def real_articles(data: Path) -> list[Source]:
    """Return the articles of the gold sets that have paragraphs to take."""
    texts = [
        path.read_text("utf-8")
        for name in SETS
        for path in sorted((data / name / "docs").glob("*.txt"))
    ]
    blocks = [
        [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if len(block.split()) > 3]
        for text in texts
    ]
    return [Source(each[0], tuple(each[1:] or each)) for each in blocks if each]


def names_of_the_world(sources: Sequence[Source]) -> frozenset[tuple[str, str]]:
    """Return the two-word names that stand in several articles."""
    counts = Counter(
        pair for source in sources for pair in set(TWO_WORDS.findall(" ".join(source.paragraphs)))
    )
    return frozenset(pair for pair, count in counts.items() if count >= KNOWN)


def recombined(
    sources: Sequence[Source], known: frozenset[tuple[str, str]], chance: random.Random
) -> str:
    """Return one article."""
    length = min(LONGEST, max(SHORTEST, int(chance.lognormvariate(math.log(MIDDLE), SPREAD))))
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    source = chance.choice(sources)
    blocks, at, words = (
        [source.headline, f"{day:%B} {day.day}, {day.year}"],
        chance.randrange(len(source.paragraphs)),
        0,
    )
    while words < length:
        if at >= len(source.paragraphs) or chance.random() > STAY:
            source = chance.choice(sources)
            at = chance.randrange(len(source.paragraphs))
        blocks.append(cut(source.paragraphs[at], length - words))
        words, at = words + len(blocks[-1].split()), at + 1
    return renamed("\n\n".join(blocks), known, chance) + "\n"


def cut(paragraph: str, most: int) -> str:
    """Return the first sentences of a paragraph, as many as fit into `most` words; at least one."""
    ends = [
        0,
        *(found.end() for found in re.finditer(r"[.!?][”\"]? (?=[A-Z“\"])", paragraph)),
        len(paragraph),
    ]
    fitting = [end for _, end in pairwise(ends) if len(paragraph[:end].split()) <= most]
    return paragraph[: max(fitting, default=ends[1])].strip()


def renamed(text: str, known: frozenset[tuple[str, str]], chance: random.Random) -> str:
    """Return the text with other last names for some people and firms.

    A name gets the same new one in all places.
    """
    for first, last in dict.fromkeys(TWO_WORDS.findall(text)):
        if (first, last) not in known and chance.random() < RENAMED:
            text = re.sub(
                rf"\b{last}\b", invented(int(math.exp(chance.uniform(0, math.log(RANKS))))), text
            )
    return text


def invented(rank: int) -> str:
    """Return the name of that rank: a number written in syllables.

    >>> invented(1), invented(500)
    ('Belberg', 'Barholbelham')
    """
    syllables, rest = "", rank
    while rest or not syllables:
        rest, digit = divmod(rest, len(SYLLABLES))
        syllables += SYLLABLES[digit]
    return syllables.capitalize() + ENDINGS[rank // len(SYLLABLES) % len(ENDINGS)]


if __name__ == "__main__":
    main()
