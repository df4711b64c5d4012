"""The winner of a ranking of things, or the note of why there is none."""

from kg.text.coref.document import MentionNode
from kg.text.coref.salience import MARGIN, Ranking, clear_winner
from kg.trace import stopped


def winner(
    node: MentionNode, things: Ranking, floor: float = 0.0, margin: float = MARGIN
) -> MentionNode | None:
    """Return the root at the top of a ranking if it is clearly ahead, else None.

    `floor` is the salience of a noun that is no mention, `margin` how far it is to be ahead.
    """
    best = clear_winner(things, floor, margin)
    if best is None:
        _note_rival(node, things, floor)
    return best


def _note_rival(node: MentionNode, things: Ranking, floor: float) -> None:
    """Note for a trace what keeps the first of a ranking from being the antecedent."""
    first, *others = (root.mention for _, root in things[:2])
    if things[0][0] < floor:
        condition = "a noun that is no mention is more present than “{}”"
        stopped("pronoun", node.mention, condition, first)
    else:
        stopped(
            "pronoun", node.mention, "“{}” is not clearly more present than “{}”", first, *others
        )
