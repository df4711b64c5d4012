"""Learn which earlier thing a mention means: the tables of `kg/text/coref/data`.

python training/links.py GOLD [GOLD …]          # prints what cross-validation says
python training/links.py GOLD [GOLD …] --write  # and writes the tables

GOLD is a folder of annotated news in the form of newsgold: `docs/NAME.txt` and `gold.json`. Every
choice that a vote makes on the way to the chains of an article is a case. An option is right if
most of its mentions are of what the annotation has for the mention; that it is none of them is
right if no option is. What an option is that the annotation does not have, nobody knows: it is left
out. A log-linear model is fitted: the sum of the logarithms of the chances of what is right, with
the squares of the weights as a penalty, is made as large as can be. What a description may mean
hangs on what pronouns mean, so learn twice. Takes about three minutes of one core.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from annotated import SAME, annotated_articles
from cases import parts_of
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.choices import DEFAULT_MODEL
from kg.model import Article, Mention
from kg.text.attribution import quotes
from kg.text.coref import choices
from kg.text.coref.document import MentionNode
from kg.text.coref.votes import FLOOR, Choice, Option, Signs
from kg.text.mentions import mentions
from kg.text.parse import load, parse

TABLES = Path(__file__).parent.parent / "kg" / "text" / "coref" / "data"
PARTS = 8  # of the articles, in cross-validation
LEAST_ARTICLES = 3  # in which a sign occurs
LEAST_WEIGHT = 0.02  # smaller ones change nothing
STEPS = 150  # of the search for the best weights
PENALTY = {"he_or_she": 10.0, "it": 10.0, "they": 10.0, "description": 5.0}
# The best B3 of those that are more precise than rules alone, in cross-validation.
FLOORS = {"he_or_she": 0.4, "it": 0.4, "they": 0.4, "description": 0.6}


@dataclass(frozen=True, slots=True)
class Case:
    """A choice: the signs of each option, at the end those of none; `right` are those that are.

    `is_known` tells that the annotation has what the mention means.
    """

    article: str
    kind: str
    signs: tuple[Signs, ...]
    right: tuple[bool, ...]
    is_known: bool


def cases(folders: Sequence[Path]) -> Iterator[Case]:
    """Yield a case for each choice in annotated articles of which something is known."""
    for article, document in annotated_articles(folders):
        doc = parse(load(DEFAULT_MODEL), article)
        found = mentions(doc, article)
        said = quotes(doc, article, found)
        things = _things(article, document)
        for choice in choices(doc, article, found, said):
            known = [
                (option, thing) for option in choice.options if (thing := _thing(option, things))
            ]
            if known:
                yield _case(document["name"], choice, known, things)


def _case(
    article: str,
    choice: Choice,
    known: Sequence[tuple[Option, str]],
    things: "Things",
) -> Case:
    """Return the case of a choice among options of which it is known what they are."""
    meant = things.of(choice.node.mention)
    right = [bool(meant) and thing == meant for _, thing in known]
    signs = [option.signs for option, _ in known]
    return Case(
        article,
        choice.kind,
        (*signs, choice.none),
        (*right, not any(right)),
        bool(meant),
    )


@dataclass(frozen=True, slots=True)
class Things:
    """The annotated mentions of an article: their places in the text, and of what they are."""

    marks: Sequence[Mapping]

    def of(self, mention: Mention) -> str:
        """Return what a mention means; empty if the annotation has nothing there."""
        return max((_fit(mention, mark) for mark in self.marks), default=(0.0, ""))[1]


def _fit(mention: Mention, mark: Mapping) -> tuple[float, str]:
    """Return how well a mention fits an annotated one, with what that is; empty if it does not."""
    start, end = mention.passage.start, mention.passage.end
    common = min(end, mark["end"]) - max(start, mark["start"])
    whole = max(end, mark["end"]) - min(start, mark["start"])
    ends_alike = common > 0 and mention.is_name and end == mark["end"]
    if common / whole >= SAME or ends_alike:
        return common / whole, mark["id"]
    return 0.0, ""


def _things(article: Article, document: Mapping) -> Things:
    """Return the annotated mentions of the things of an article."""
    return Things([mark for mark in document["mentions"] if mark["id"] in document["entities"]])


def _thing(option: Option, things: Things) -> str:
    """Return what most mentions of an option mean; empty if nobody knows."""
    nodes: Sequence[MentionNode] = option.before or (option.root,)
    counts = Counter(things.of(node.mention) for node in nodes)
    del counts[""]
    return max(sorted(counts), key=counts.__getitem__, default="")


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of signs that fit some cases best."""

    weights: Mapping[str, float]

    def chances(self, case: Case) -> np.ndarray:
        """Return the chance of each option of a case, at the end that of none."""
        sums = [sum(self.weights.get(sign, 0.0) for sign in signs) for signs in case.signs]
        shares = np.exp(np.array(sums) - max(sums))
        return shares / shares.sum()


def fitted(found: Sequence[Case], penalty: float) -> Fitted:
    """Return the weights that fit the cases best."""
    articles: dict[str, set[str]] = defaultdict(set)
    for case in found:
        for sign in {sign for signs in case.signs for sign in signs}:
            articles[sign].add(case.article)
    often = sorted(sign for sign, those in articles.items() if len(those) >= LEAST_ARTICLES)
    column = {sign: at for at, sign in enumerate(often)}
    rows = [signs for case in found for signs in case.signs]
    known = [[column[sign] for sign in signs if sign in column] for signs in rows]
    pairs = [(at, each) for at, those in enumerate(known) for each in those]
    places = tuple(np.array(pairs).T)
    matrix = csr_matrix((np.ones(len(pairs)), places), shape=(len(rows), len(often)))
    right = np.array([each for case in found for each in case.right])
    sizes = np.array([len(case.signs) for case in found])
    loss = _Loss(matrix, right, sizes, penalty)
    best = minimize(
        loss, np.zeros(len(often)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    )
    return Fitted(dict(zip(often, best.x.tolist(), strict=True)))


@dataclass(frozen=True, slots=True)
class _Loss:
    """How badly weights fit: minus the logarithm of the chances of what is right, and a penalty."""

    matrix: csr_matrix
    right: np.ndarray
    sizes: np.ndarray
    penalty: float

    def __call__(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """Return the loss and its gradient."""
        first = np.concatenate(([0], np.cumsum(self.sizes)[:-1]))
        case_of = np.repeat(np.arange(len(self.sizes)), self.sizes)
        sums = self.matrix @ weights
        shares = np.exp(sums - np.maximum.reduceat(sums, first)[case_of])
        all_of = np.add.reduceat(shares, first)
        right_of = np.add.reduceat(shares * self.right, first)
        loss = (np.log(all_of) - np.log(right_of)).sum() + self.penalty / 2 * weights @ weights
        change = shares / all_of[case_of] - shares * self.right / right_of[case_of]
        return loss, self.matrix.T @ change + self.penalty * weights


def held_out(found: Sequence[Case], penalty: float) -> list[np.ndarray]:
    """Return the chances of each case by weights that were learnt without its article."""
    part_of = parts_of((case.article for case in found), PARTS)
    made = [
        fitted([case for case in found if part_of[case.article] != part], penalty)
        for part in range(PARTS)
    ]
    return [made[part_of[case.article]].chances(case) for case in found]


def report(kind: str, found: Sequence[Case], chances: Sequence[np.ndarray]) -> None:
    """Print how many links are right, and how many of those that are to be found are found."""
    picks = [each[:-1].argmax() for each in chances]
    sure = np.array([each[pick] for each, pick in zip(chances, picks, strict=True)])
    right = np.array([case.right[pick] for case, pick in zip(found, picks, strict=True)])
    there = sum(not case.right[-1] for case in found)
    print(f"{kind}: {len(found)} cases, {there} have something to be linked to")
    print("floor  links  right  found")
    for floor in np.arange(0.3, 0.95, 0.05):
        kept = sure >= floor
        if kept.any():
            share, found_share = right[kept].mean(), right[kept].sum() / there
            print(f"{floor:5.2f}  {kept.sum():5}  {share:.3f}  {found_share:.3f}")


def write(kind: str, made: Fitted) -> None:
    """Write the table of a sort of mention: its floor, then each sign with a weight, by name."""
    kept = sorted(pair for pair in made.weights.items() if abs(pair[1]) >= LEAST_WEIGHT)
    rows = [(FLOOR, FLOORS[kind]), *kept]
    lines = ["sign\tweight", *(f"{sign}\t{weight:.2f}" for sign, weight in rows)]
    (TABLES / f"{kind}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+", help="folders of annotated news")
    parser.add_argument("--write", action="store_true", help="write the tables")
    args = parser.parse_args()
    found = list(cases(args.gold))
    for kind, penalty in PENALTY.items():
        of_kind = [case for case in found if case.kind == kind]
        report(kind, of_kind, held_out(of_kind, penalty))
        if args.write:
            write(kind, fitted(of_kind, penalty))


if __name__ == "__main__":
    main()
