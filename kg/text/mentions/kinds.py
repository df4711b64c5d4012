"""The most probable kind of what a name names, by weighed signs, and forms that show it at once.

Each sign has a weight for each kind in `data/kinds.tsv`. The kind with the highest sum wins; one of
the kinds is that of what names nothing. The weights are learnt from annotated news by
`training/name_kinds.py`.

Source: multinomial logistic regression, as for names in Chieu and Ng 2002, "Named entity
recognition: a maximum entropy approach using global information".
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg import gazetteer
from kg.text.mentions.lexicon import rows
from kg.text.mentions.tokens import Words
from kg.text.mentions.vocabulary import NamedKind

BIAS = "(bias)"  # the row of the table that is no sign
TABLE = "kinds.tsv"
CAUTION = 0.3  # more for naming nothing than was learnt: what is false costs more than what lacks
Weights = tuple[tuple[NamedKind, float], ...]
CAMEL_CASE = re.compile(r"[a-z][A-Z]")
LETTER_AND_FIGURE = re.compile(r"[A-Za-z]-?\d")
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")


def probable_kind(signs: Mapping[str, float], caution: float = CAUTION) -> NamedKind:
    """Return the kind for which the signs of a name speak most; caution speaks for nothing."""
    table = weights_of_sign()
    totals = dict(table[BIAS])
    totals[NamedKind.NOTHING] += caution
    for sign, value in signs.items():
        for kind, weight in table.get(sign, ()):
            totals[kind] += weight * value
    return max(totals, key=totals.__getitem__)


@cache
def weights_of_sign() -> Mapping[str, Weights]:
    """Return the weights of each sign, for the kinds for which it has one."""
    head, *lines = rows(TABLE)
    kinds = [NamedKind(kind) for kind in head[1:]]
    table: dict[str, Weights] = {}
    for sign, *cells in lines:
        pairs = zip(kinds, cells, strict=True)
        table[sign] = tuple((kind, float(cell)) for kind, cell in pairs if cell)
    return MappingProxyType(table)


def looks_like_product(words: Words, text: str) -> bool:
    """Return whether a name has a number, a capital inside ("iPhone"), a figure behind a letter."""
    if any(map(str.isdigit, words[1:])):
        return True
    if CAMEL_CASE.match(text):
        return True
    return LETTER_AND_FIGURE.search(text) is not None


def is_of_old(words: Words) -> bool:
    """Return whether people without a family name are called so: "Mary of Oldham", "Philip IV"."""
    match words:
        case given, number:
            is_of_old = ROMAN_NUMBER.fullmatch(number) is not None
        case given, "of", _:
            is_of_old = True
        case _:
            return False
    return is_of_old and gazetteer.is_given_name(given)
