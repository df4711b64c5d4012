"""Learn what the signs of names speak for: the weights of `kg/text/mentions/data/kinds.tsv`.

python training/name_kinds.py GOLD          # prints what cross-validation says
python training/name_kinds.py GOLD --write  # and writes the table

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
name that the rules see is a case; its kind is that of the annotated entity whose mention it is, or
"nothing". Countries, demonyms and names that end with the noun of a body are left out: their kind
is known. A sign counts only if it occurs in several articles, so that the table does not learn
names of single stories by heart. Takes about three minutes of one core.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from kg import gazetteer
from kg.choices import DEFAULT_MODEL
from kg.model import Article, Passage
from kg.text.mentions.kinds import BIAS
from kg.text.mentions.names import found_names
from kg.text.mentions.small_bodies import class_of_body
from kg.text.mentions.spans import Titled, text_of
from kg.text.mentions.tokens import Words
from kg.text.mentions.truecasing import casing_of
from kg.text.mentions.typing import votes_of_names
from kg.text.mentions.typing_signs import Signs, signs_of_names
from kg.text.mentions.vocabulary import NamedKind
from kg.text.parse import load, parse
from kg.text.read import as_read, laid_out, read

TABLE = Path(__file__).parent.parent / "kg" / "text" / "mentions" / "data" / "kinds.tsv"
REGULARISATION = 0.3  # the inverse of its strength, as scikit-learn counts
FOLDS = 8  # of articles, not of names
LEAST_ARTICLES = 3  # in which a sign occurs
LEAST_WEIGHT = 0.05  # smaller ones change nothing
ENOUGH = 0.3  # share of the characters of two passages that makes them one mention
KIND_OF_TYPE = {
    "person": NamedKind.PERSON,
    "organization": NamedKind.ORGANIZATION,
    "place": NamedKind.PLACE,
    "group": NamedKind.GROUP,
    "occasion": NamedKind.EVENT,
    "work": NamedKind.WORK,
    "product": NamedKind.PRODUCT,
    "vehicle": NamedKind.PRODUCT,
    "law": NamedKind.LAW,
    "award": NamedKind.AWARD,
}
PREPOSITION = re.compile(r"\b(of|in|at|from|for|to|by|with|on)\b")
HEAD = "# What the signs of names speak for; learnt by training/name_kinds.py, change none by hand."

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """A name of an article, by its words, with its signs."""

    article: str
    words: Words
    kind: NamedKind
    signs: Signs


def cases(gold: Path) -> Iterator[Case]:
    """Yield a case for each name that the rules see in the annotated articles."""
    documents = {doc["name"]: doc for doc in json.loads((gold / "gold.json").read_text())["docs"]}
    nlp = load(DEFAULT_MODEL)
    for article in read([gold / "docs"]):
        if not isinstance(article, Article):
            continue
        layout = laid_out(article.text)
        doc = parse(nlp, as_read(article, layout))
        case = casing_of(doc)
        names = [name for name in found_names(doc, case) if name.span.start not in case.headings]
        passages = [layout.given(_passage(name, article)) for name in names]
        spans = [(passage.start, passage.end) for passage in passages]
        document = documents[Path(article.source).stem]
        kinds = _kinds(spans, _marks(document), article.text)
        yield from _cases_of(document["name"], names, kinds)


def _passage(name: Titled, article: Article) -> Passage:
    last = name.span.last
    return Passage(article.id, name.span.first.idx, last.idx + len(last))


def _marks(document: dict) -> list[tuple[Span, NamedKind | None]]:
    """Return the passages of the annotated entities with the kind of each; None for others."""
    entities = document["entities"]
    return [
        ((mark["start"], mark["end"]), KIND_OF_TYPE.get(entities[mark["id"]]["type"]))
        for mark in document["mentions"]
        if mark["id"] in entities
    ]


def _kinds(
    spans: Sequence[Span], marks: Sequence[tuple[Span, NamedKind | None]], text: str
) -> list[NamedKind | None]:
    """Return the kind of each name, one mark for one name, the closest pairs first."""
    pairs = [
        (_closeness(span, mark, text), i, j)
        for i, span in enumerate(spans)
        for j, (mark, _) in enumerate(marks)
    ]
    kinds: dict[int, NamedKind | None] = {}
    taken: set[int] = set()
    for closeness, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if closeness and i not in kinds and j not in taken:
            kinds[i] = marks[j][1]
            taken.add(j)
    return [kinds.get(i, NamedKind.NOTHING) for i in range(len(spans))]


def _closeness(name: Span, mark: Span, text: str) -> float:
    """Return how close a name and a mark are: 0 if they are not the same mention."""
    shared = min(name[1], mark[1]) - max(name[0], mark[0])
    if shared <= 0:
        return 0
    share = shared / (max(name[1], mark[1]) - min(name[0], mark[0]))
    before = text[mark[0] : max(mark[0], name[0])]
    is_end = name[1] == mark[1] and not PREPOSITION.search(before)
    is_start = not before.strip() or not PREPOSITION.search(before)
    is_with_rest = is_start and PREPOSITION.match(text[name[1] : mark[1]].strip()) is not None
    return share if share >= ENOUGH or is_end or is_with_rest else 0


def _cases_of(
    article: str, names: Sequence[Titled], kinds: Sequence[NamedKind | None]
) -> Iterator[Case]:
    """Yield a case for each different name; most of its occurrences tell its kind."""
    found: dict[Words, Counter[NamedKind | None]] = defaultdict(Counter)
    for name, kind in zip(names, kinds, strict=True):
        found[name.span.words][kind] += 1 if kind == NamedKind.NOTHING else 2
    signs = signs_of_names(names, votes_of_names(names))
    for words, counts in found.items():
        kind = counts.most_common(1)[0][0]
        if kind and not _is_known(words):
            yield Case(article, words, kind, signs[words])


def _is_known(words: Words) -> bool:
    """Return whether a table or a noun in small letters tells the kind of a name."""
    text = text_of(words)
    known = gazetteer.country(text) or gazetteer.demonym(text)
    return known is not None or class_of_body(words) != ""


def in_several_articles(found: Sequence[Case]) -> set[str]:
    """Return the signs that occur in enough articles."""
    pairs = {(sign, case.article) for case in found for sign in case.signs}
    counts = Counter(sign for sign, _ in pairs)
    enough = {sign for sign, count in counts.items() if count >= LEAST_ARTICLES}
    return {sign for sign in enough if sign == " ".join(sign.split())}


def fitted(found: Sequence[Case]) -> tuple[DictVectorizer, LogisticRegression]:
    """Return the signs as columns, and the weights that fit the cases best."""
    known = in_several_articles(found)
    columns = DictVectorizer()
    rows = columns.fit_transform([_of_known(case.signs, known) for case in found])
    model = LogisticRegression(C=REGULARISATION, max_iter=1000)
    return columns, model.fit(rows, [str(case.kind) for case in found])


def _of_known(signs: Signs, known: set[str]) -> Signs:
    return {sign: value for sign, value in signs.items() if sign in known}


def held_out(found: Sequence[Case]) -> list[str]:
    """Return for each case its kind by weights learnt without its article."""
    kinds = [""] * len(found)
    groups = [case.article for case in found]
    for known, unknown in GroupKFold(FOLDS).split(found, groups=groups):
        columns, model = fitted([found[i] for i in known])
        rows = columns.transform([found[i].signs for i in unknown])
        for i, kind in zip(unknown, model.predict(rows), strict=True):
            kinds[i] = str(kind)
    return kinds


def report(title: str, kinds: Sequence[str], found: Sequence[Case]) -> None:
    """Print how well some kinds agree with those of the cases."""
    pairs = list(zip(kinds, (str(case.kind) for case in found), strict=True))
    right = sum(mine == gold != NamedKind.NOTHING for mine, gold in pairs)
    mine = sum(kind != NamedKind.NOTHING for kind, _ in pairs)
    gold = sum(kind != NamedKind.NOTHING for _, kind in pairs)
    print(f"{title}: P {right / mine:.3f} R {right / gold:.3f} F1 {2 * right / (mine + gold):.3f}")
    wrong = Counter(pair for pair in pairs if pair[0] != pair[1])
    for (is_, was), count in wrong.most_common(12):
        print(f"  {count:4} {was} taken for {is_}")


def write(columns: DictVectorizer, model: LogisticRegression) -> None:
    """Write the table: kinds, the bias, then each sign with its weights, sorted by name."""
    names = columns.get_feature_names_out()
    bias = "\t".join((BIAS, *(f"{weight:.2f}" for weight in model.intercept_)))
    lines = [HEAD, "\t".join(("sign", *model.classes_)), bias]
    weights = model.coef_.T
    signs = sorted(range(len(names)), key=names.__getitem__)
    lines += [_row(names[i], weights[i]) for i in signs if abs(weights[i]).max() >= LEAST_WEIGHT]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


def _row(sign: str, weights: np.ndarray) -> str:
    cells = (f"{weight:.2f}" if abs(weight) >= LEAST_WEIGHT else "" for weight in weights)
    return "\t".join((sign, *cells))


def main() -> None:
    """Learn, print what cross-validation says, and write the table if that is wanted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder of annotated news")
    parser.add_argument("--write", action="store_true", help="write the table of weights")
    args = parser.parse_args()
    found = list(cases(args.gold))
    votes = [_winner(case.signs) for case in found]
    report("the rules alone", votes, found)
    report("with all signs, held out", held_out(found), found)
    if args.write:
        write(*fitted(found))


def _winner(signs: Signs) -> str:
    """Return the kind for which the rules speak most."""
    votes = {
        sign.partition(" ")[2]: value for sign, value in signs.items() if sign.startswith("vote ")
    }
    return max(votes, key=votes.__getitem__, default=NamedKind.NOTHING)


if __name__ == "__main__":
    main()
