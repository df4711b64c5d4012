"""The most probable kind of what a name names, by weighed signs.

Each sign has a weight for each kind in `data/kinds.tsv`. The kind with the highest sum wins; one of
the kinds is that of what names nothing. The weights are learnt from annotated news by
`training/name_kinds.py`.

Source: multinomial logistic regression, as for names in Chieu and Ng 2002, "Named entity
recognition: a maximum entropy approach using global information".
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.text.mentions.lexicon import rows
from kg.text.mentions.vocabulary import NamedKind

BIAS = "(bias)"  # the row of the table that is no sign
TABLE = "kinds.tsv"
CAUTION = 0.3  # more for naming nothing than was learnt: what is false costs more than what lacks

Weights = tuple[tuple[NamedKind, float], ...]


def probable_kind(signs: Mapping[str, float]) -> NamedKind:
    """Return the kind for which the signs of a name speak most."""
    table = weights_of_sign()
    totals = dict(table[BIAS])
    totals[NamedKind.NOTHING] += CAUTION
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
