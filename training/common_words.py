"""Count which words many articles have: `kg/graph/data/common_words.tsv`.

python training/common_words.py NEWSGOLD  # its folder of texts, beside the articles of `news/`

A word that many articles of news in general have tells little of what one is about. The table has
each word and figure of `LEAST` articles or more, with their number.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.graph.rarity import words_in

HERE = Path(__file__).parent
TABLE = HERE.parent / "kg" / "graph" / "data" / "common_words.tsv"
LEAST = 4  # articles
MARK = re.compile(r"⟦[a-z]+\d+ ?|⟧")  # of annotation


def texts(folder: Path) -> Iterator[str]:
    """Yield the texts of a folder, and those of the annotated articles beside this program."""
    for path in sorted(folder.glob("*.txt")):
        yield path.read_text("utf-8")
    for path in sorted((HERE / "news").glob("*.gold")):
        _, _, text = path.read_text("utf-8").partition("===")
        yield MARK.sub("", text)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    articles = Counter(
        word for text in texts(parser.parse_args().texts) for word in {*words_in(text)}
    )
    rows = sorted(pair for pair in articles.items() if pair[1] >= LEAST)
    TABLE.write_text(
        "word\tarticles\n" + "".join(f"{word}\t{count}\n" for word, count in rows), "utf-8"
    )


if __name__ == "__main__":
    main()
