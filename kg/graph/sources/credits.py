"""Credits of outlets: whose report an article or a sentence gives, if it names an agency.

"LIMA (Agency) –" and "By Agency" credit the text of a whole article. "told Agency" credits the
sentence, and in its first paragraph the article, which then passes on what others found out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.graph.ontology import Outlets
from kg.graph.sources.copies import body_of
from kg.lang.en import word_list
from kg.model import Article

# What stands before the first sentence; a note may follow the agency: "(Agency, own report)".
DATELINE = r"[^()\n]{0,80}\({OUTLET}\b[^()\n]{0,30}\)\s*[-–—]"
TOP, BOTTOM = 6, 4  # lines in which an article is credited
PARAGRAPH = 40  # characters; a shorter line is a heading

Pattern = re.Pattern[str]


@dataclass(frozen=True)
class Credits:
    """The ways in which articles credit the known outlets."""

    outlets: Outlets

    def of_article(self, article: Article) -> str:
        """Return the outlet whose report an article gives, empty if it gives its own."""
        for name in (article.publisher, *article.authors):
            if name in self.outlets.agencies:
                return self.outlets.labels[name]
        stripped = map(str.strip, article.text.splitlines())
        lines = list(filter(None, stripped))
        top = lines[:TOP]
        bottom = lines[-BOTTOM:]
        for line in (*top, *bottom):
            credit = self._credit.match(line)
            if credit:
                return self._named_in(credit[0])
        return self.of_sentence(_lead(article))

    def of_sentence(self, sentence: str) -> str:
        """Return the outlet that a sentence names as the one who reported it; may be empty."""
        attribution = self._attribution.search(sentence)
        if attribution is None:
            return ""
        return self._named_in(attribution[0])

    def _named_in(self, words: str) -> str:
        named = self._name.search(words)
        if named is None:
            return ""
        name = named[0]
        return self.outlets.labels[name]

    @cached_property
    def _name(self) -> Pattern:
        return _pattern(["{OUTLET}"], self.outlets.origins)

    @cached_property
    def _credit(self) -> Pattern:
        lines = word_list("pages", "credit")
        return _pattern([DATELINE, *lines], self.outlets.agencies)

    @cached_property
    def _attribution(self) -> Pattern:
        return _pattern(word_list("pages", "attribution"), self.outlets.origins)


def _pattern(
    wordings: Iterable[str],
    names: Iterable[str],
) -> Pattern:
    """Return the pattern of several wordings, with names as they are written: "AP" is no "ap"."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    alternatives = "|".join(map(re.escape, longest_first))
    outlet = rf"(?-i:\b(?:{alternatives})(?!\w))"
    whole = "|".join(wordings)
    return re.compile(whole.replace("{OUTLET}", outlet), re.IGNORECASE)


def _lead(article: Article) -> str:
    """Return the first paragraph of the body."""
    for line in body_of(article).splitlines():
        if len(line) >= PARAGRAPH:
            return line
    return ""
