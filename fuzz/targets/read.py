"""The bytes of a file: an article whose passages lie in it, or a refusal that says why."""

import re
from datetime import date

from kg.model import Article
from kg.text.read import article
from kg.text.read.forms import NotTextError, decoded
from targets.words import text_of


def target(data: bytes) -> None:
    """Check that any file is an article, or is refused in one printable line."""
    try:
        text = decoded(data)
    except NotTextError as error:
        assert str(error).isprintable()
        return
    _check_article(article(text, source="a.txt"), text)
    words = text_of(data)
    _check_article(article(words), words)


def _check_article(found: Article, text: str) -> None:
    assert found.text == text
    assert re.fullmatch(r"[a-z0-9-]+", found.id)
    assert not found.published or date.fromisoformat(found.published)
    for passages in (found.furniture, found.front):
        assert all(0 <= each.start < each.end <= len(text) for each in passages)
    assert all(a.end <= b.start for a, b in zip(found.furniture, found.furniture[1:], strict=False))
