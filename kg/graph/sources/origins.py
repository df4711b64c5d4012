"""The origins of articles, which are not always the papers that print them.

An article may give the report of an agency, or the text of another article; and several papers may
be of one house.
"""

from collections.abc import (
    Iterable,
    Mapping,
)
from urllib.parse import urlsplit

from kg.graph.ontology import (
    Ontology,
    Outlets,
)
from kg.graph.sources.copies import copies
from kg.graph.sources.credits import Credits
from kg.model import (
    Article,
    Origin,
)

Articles = Mapping[str, Article]  # by id


def origins_of(
    articles: Iterable[Article],
    ontology: Ontology,
) -> tuple[Origin, ...]:
    """Return where some articles have their news from, by the article.

    None is given for an article whose publisher is unknown and that is no copy. The order of the
    articles makes no difference.
    """
    by_id = {article.id: article for article in articles}
    firsts = copies(by_id.values())
    known = Credits(ontology.outlets)
    credited = _credited(by_id, firsts, known)
    origins = []
    for id_ in sorted(by_id):
        first = firsts.get(id_, "")
        text = first or id_
        source = credited.get(text) or _outlet(by_id[text], ontology.outlets)
        if source or first:
            origins.append(Origin(id_, source, first))
    return tuple(origins)


def _credited(
    by_id: Articles,
    firsts: Mapping[str, str],
    known: Credits,
) -> dict[str, str]:
    """Return the outlet that the first of some copies, or one of the others, credits."""
    credited: dict[str, str] = {}
    for id_ in sorted(by_id):
        article = by_id[id_]
        outlet = known.of_article(article)
        if outlet:
            text = firsts.get(id_, id_)
            credited.setdefault(text, outlet)
    return credited


def _outlet(
    article: Article,
    outlets: Outlets,
) -> str:
    """Return the publisher of an article, else its site; empty if neither is known."""
    address = urlsplit(article.url)
    site = (address.hostname or "").removeprefix("www.")
    return article.publisher or outlets.sites.get(site, site)
