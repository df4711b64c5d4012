"""Articles in wikitext, as Wikinews keeps them: their words, without templates, files and notes.

A template that only links a name stays as the name; those of the date and of sources say something
about the article.
"""

import re
from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import (
    Heading,
    Tag,
    Template,
    Wikilink,
)
from mwparserfromhell.wikicode import Wikicode

from kg.text.read.documents import (
    Document,
    Metadata,
    Origin,
    Settings,
)
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.moments import moment
from kg.text.read.pieces import Data
from kg.text.read.tables import names

MOST_CHARACTERS = 2_000_000
DEEPEST = 40  # templates within templates
BRACES = re.compile(r"\{\{|\}\}")
LINKING = frozenset(names("wikitext", "linking"))
DATED = frozenset(names("wikitext", "dated"))
APART = tuple(names("wikitext", "apart"))
UNREAD = frozenset(names("wikitext", "unread"))
FIRST = "1"
SECOND = "2"
LIST_MARKS = " \n*#:;"


def documents(data: Data, settings: Settings) -> Iterator[Document]:
    """Yield the article of a page. Raises `NotTextError` if it has no text."""
    source = decoded(data.content, data.ending)
    if len(source) > MOST_CHARACTERS:
        raise NotTextError(f"has {len(source):,} characters of wikitext: split it")
    if _depth(source) > DEEPEST:
        raise NotTextError("is wikitext of templates within templates without end")
    code = mwparserfromhell.parse(source)
    told = Metadata(Origin.PROPERTIES, published=_published(code))
    _replace_templates(code)
    _remove_apart(code)
    _remove_empty_sections(code)
    text = code.strip_code(normalize=True, collapse=True)
    lines = filter(None, map(str.strip, str(text).splitlines()))
    joined = "\n\n".join(lines)
    if not joined:
        raise NotTextError("is wikitext without a text")
    yield Document(joined, (told,))


def _depth(source: str) -> int:
    """Return how many templates lie within each other at most.

    >>> _depth("{{a|{{b}}}} {{c}}")
    2
    """
    depth = deepest = 0
    for brace in BRACES.findall(source):
        depth = depth + 1 if brace == "{{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _published(code: Wikicode) -> str:
    """Return the date that a template gives; empty if none does."""
    for template in code.filter_templates():
        if _name(template) in DATED and template.has(FIRST):
            day = moment(str(template.get(FIRST).value)).day
            if day:
                return day
    return ""


def _replace_templates(code: Wikicode) -> None:
    """Put the words that a linking template shows into its place; others go."""
    for template in code.filter_templates(recursive=False):
        words = ""
        if _name(template) in LINKING and template.has(FIRST):
            shown = SECOND if template.has(SECOND) else FIRST
            words = str(template.get(shown).value)
        code.replace(template, words)


def _remove_apart(code: Wikicode) -> None:
    """Remove files, categories, notes and tables."""
    for node in code.filter(recursive=False):
        is_file = isinstance(node, Wikilink) and str(node.title).strip().startswith(APART)
        is_note = isinstance(node, Tag) and str(node.tag).lower() in UNREAD
        if is_file or is_note:
            code.remove(node)


def _remove_empty_sections(code: Wikicode) -> None:
    """Remove headings under which nothing is left, as of sources and links."""
    heading: Heading | None = None
    for node in [*code.nodes, None]:
        if node is not None and not isinstance(node, Heading):
            heading = None if str(node).strip(LIST_MARKS) else heading
            continue
        is_above = heading is not None and node is not None and node.level > heading.level
        if heading is not None and not is_above:
            code.remove(heading)
        heading = node


def _name(template: Template) -> str:
    """Return the name of a template in small letters."""
    return str(template.name).strip().lower()
