"""How far the reading depends on the layout of a text: it should not at all.

python benchmarks/layout.py FOLDER [--reader none]

Builds the articles of a folder as they are, and laid out in other ways: wrapped, with double or
no-break blanks, with the line ends of Windows, with soft hyphens, with words broken at line ends.
Prints for each what share of the facts, events and quotations is still there, and how many new ones
there are for each hundred, and whether every passage is still what its text says. The bars are for
facts: 98 % kept, at most 1 % new.
"""

import argparse
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import kg
from kg.rdf import verify

KEPT, NEW = 0.98, 0.01  # bars for facts
WORD = re.compile(r"[^\W\d_]{7,}")
SHORTEST_PART = 3  # letters that typesetters leave on either line
VOWELS = frozenset("aeiouy")

FACTS = """SELECT ?article ?subject ?predicate ?object ?factuality {
  ?x rdf:subject/rdfs:label ?subject ; rdf:predicate ?predicate ; rdf:object ?o ;
     kg:factuality ?factuality ; prov:wasDerivedFrom/nif:referenceContext/dcterms:source ?article
  OPTIONAL { ?o rdfs:label ?label } BIND(COALESCE(?label, ?o) AS ?object) }"""
EVENTS = """SELECT ?article ?label ?factuality {
  ?x a sem:Event ; rdfs:label ?label ; kg:factuality ?factuality ;
     prov:wasDerivedFrom/nif:referenceContext/dcterms:source ?article }"""
QUOTATIONS = """SELECT ?article ?text ?speaker {
  ?x a schema:Quotation ; schema:text ?text ;
     prov:wasDerivedFrom/nif:referenceContext/dcterms:source ?article
  OPTIONAL { ?x schema:creator/rdfs:label ?speaker } }"""
QUESTIONS = {"facts": FACTS, "events": EVENTS, "quotations": QUOTATIONS}

Said = dict[str, Counter[tuple[str, ...]]]


def wrapped(width: int) -> Callable[[str], str]:
    """Return a function that wraps each line of a text at a width."""
    return lambda text: "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def double_blanks(text: str) -> str:
    """Return a text with two blanks for each."""
    return text.replace(" ", "  ")


def windows_lines(text: str) -> str:
    """Return a text with the line ends of Windows."""
    return text.replace("\n", "\r\n")


def no_break_blanks(text: str) -> str:
    """Return a text in which every third blank is a no-break one."""
    count = iter(range(len(text)))
    return re.sub(" ", lambda _: " " if next(count) % 3 else "\u00a0", text)


def soft_hyphens(text: str) -> str:
    """Return a text with a soft hyphen in every long word."""
    return WORD.sub(lambda word: "\u00ad".join(_parts(word.group(), len(word.group()) // 2)), text)


def broken_words(width: int) -> Callable[[str], str]:
    """Return a function that wraps lines at a width and breaks words if they do not fit."""
    return lambda text: "\n".join("\n".join(_filled(line, width)) for line in text.split("\n"))


def _filled(line: str, width: int) -> Iterator[str]:
    """Yield lines of at most `width` characters, with a hyphen after a part of a broken word."""
    current = ""
    for word in line.split(" "):
        room = width - len(current) - 2
        if len(current) + 1 + len(word) <= width:
            current = f"{current} {word}".strip()
            continue
        first, rest = _parts(word, room) if WORD.fullmatch(word) else ("", word)
        if first:
            current = f"{current} {first}-"
        yield current
        current = rest
    yield current


def _parts(word: str, room: int) -> tuple[str, str]:
    """Return a word in two, the first with at most `room` letters.

    It is broken behind a vowel, as syllables often are.
    """
    for at in range(min(room, len(word) - SHORTEST_PART), SHORTEST_PART - 1, -1):
        if word[at - 1].lower() in VOWELS and word[at].lower() not in VOWELS:
            return word[:at], word[at:]
    return "", word


LAYOUTS: dict[str, Callable[[str], str]] = {
    "wrapped at 60": wrapped(60),
    "wrapped at 72": wrapped(72),
    "wrapped at 80": wrapped(80),
    "double blanks": double_blanks,
    "Windows lines": windows_lines,
    "no-break blanks": no_break_blanks,
    "soft hyphens": soft_hyphens,
    "broken words, 72": broken_words(72),
    "everything": lambda text: windows_lines(broken_words(66)(no_break_blanks(soft_hyphens(text)))),
}


def said(folder: Path, out: Path, reader: str) -> Said:
    """Return the statements of the graph of a folder of articles, by article."""
    kg.build([folder], out, reader=reader, cache=False)
    graph = kg.load(out)
    return {
        kind: Counter(tuple(row.values()) for row in graph.rows(question))
        for kind, question in QUESTIONS.items()
    }


def compared(name: str, before: Said, after: Said, faults: int) -> bool:
    """Print the share that is kept; return whether the bars are reached and passages are right.

    The bars are for facts.
    """
    shares = {}
    for kind, known in before.items():
        total = known.total() or 1
        shares[kind] = (known & after[kind]).total() / total, (after[kind] - known).total() / total
    cells = "  ".join(
        f"{kind} {kept:6.1%} kept {new:5.1%} new" for kind, (kept, new) in shares.items()
    )
    print(f"{name:18} {cells}  {faults} passages wrong", flush=True)
    kept, new = shares["facts"]
    return kept >= KEPT and new <= NEW and not faults


def main() -> int:
    """Build and compare; return 0 if every layout reaches the bars."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder with articles, one paragraph a line")
    parser.add_argument("--reader", default="built-in", help="the learned reader, or none")
    args = parser.parse_args()
    reached = []
    with TemporaryDirectory() as home:
        before = said(args.folder, Path(home, "out"), args.reader)
        for name, laid_out in LAYOUTS.items():
            # The same folder name for all, since it is a part of each article's source.
            news = Path(home, name, args.folder.name)
            news.mkdir(parents=True)
            for path in sorted(args.folder.glob("*.txt")):
                (news / path.name).write_bytes(laid_out(path.read_text("utf-8")).encode())
            out = Path(home, name, "out")
            reached.append(compared(name, before, said(news, out, args.reader), len(verify(out))))
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
