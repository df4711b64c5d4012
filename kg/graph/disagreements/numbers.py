"""Numbers compared with their bounds: "at least 12" does not exclude 15, and 300 may be 308."""

from decimal import Decimal

from kg.model import Quantity

ABOUT = Decimal("0.2")  # by which share "about 30" may be off
ROUNDED = Decimal("0.1")  # by which share at most a number that ends in two noughts may be
HALF = Decimal("0.5")
LEAST_NOUGHTS = 2
ENDLESS = Decimal("Infinity")

Range = tuple[Decimal, Decimal]


def exclude(first: Quantity, second: Quantity) -> bool:
    """Return whether two amounts of one thing cannot both be right.

    >>> exclude(Quantity(minimum="12"), Quantity("15")), exclude(Quantity("12"), Quantity("15"))
    (False, True)
    """
    low, high = range_of(first)
    least, most = range_of(second)
    return high < least or most < low


def grows(before: Quantity, after: Quantity) -> bool:
    """Return whether the second amount is surely more than the first."""
    _, high = range_of(before)
    least, _ = range_of(after)
    return high < least


def range_of(quantity: Quantity) -> Range:
    """Return the least and the greatest number that an amount can mean.

    >>> [str(end) for end in range_of(Quantity("300"))]
    ['270.0', '330.0']
    """
    if not quantity.value:
        least = Decimal(quantity.minimum or 0)
        most = Decimal(quantity.maximum) if quantity.maximum else ENDLESS
        return least, most
    value = Decimal(quantity.value)
    slack = value * ABOUT if quantity.approximate else _rounding(value)
    return value - slack, value + slack


def _rounding(value: Decimal) -> Decimal:
    """Return by how much a number may have been rounded: half of its last figure's worth."""
    figures = f"{value:f}"
    noughts = len(figures) - len(figures.rstrip("0"))
    if "." in figures or noughts < LEAST_NOUGHTS:
        return Decimal(0)
    last_figure = Decimal(10) ** noughts
    return min(last_figure * HALF, value * ROUNDED)
