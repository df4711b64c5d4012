"""The publisher of an article as a mention: the one name that is taken from site furniture, since it says who speaks."""

from kg.model import Article, Kind, Mention, Passage


def publisher_mention(article: Article) -> Mention | None:
    """The mention of the publisher where its name stands in furniture or front matter; nothing where the text does not show it.

    A publisher that the body names is found there like any other name.
    """
    start = article.text.find(article.publisher) if article.publisher else -1
    while start >= 0:
        passage = Passage(article.id, start, start + len(article.publisher))
        if any(place.covers(passage) for place in (*article.furniture, *article.front)):
            head = start + article.publisher.rfind(" ") + 1
            return Mention(
                passage, article.publisher, Kind.NAME, head, "schema:NewsMediaOrganization"
            )
        start = article.text.find(article.publisher, start + 1)
    return None
