"""What processes can be handed by its name: a function of a module that they can import."""

from collections.abc import Sequence

from kg.model import Article
from kg.text.read import Fault


def lengths(articles: Sequence[Article]) -> list[bytes | Fault]:
    """The lengths of the texts, as faults."""
    return [Fault(article.source, str(len(article.text))) for article in articles]
