"""Claims of nationality: whose people and organisations are.

Examples are "Norwegian miners", "the Norwegian embassy" and "Norwegian Prime Minister Ann Bolt".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Mention
from kg.text.parse.labels import PREMODIFIERS
from kg.text.relations.choices import of_type, title_of
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import Document, is_whereabouts
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PEOPLE

COUNTRY = "schema:Country"
LAST_LETTERS = "nheis"  # of nationality words: "Danish", "Dutch", "Chinese", "Iraqi", "Swiss"


def nation_claims(mention: Mention, document: Document) -> Claims:
    """Yield the country of a nationality word inside a description or name, or before it.

    Examples are "Norwegian miners" and "the Norwegian embassy".
    """
    for country in _inside(mention, document):
        if mention.type in PEOPLE:
            rule = "nationality-word"
            yield relation_claim("schema:nationality", mention, country, rule, document)
        elif mention.type not in ORGANIZATIONS:
            reason = "“{}” is neither people nor an organisation"
            stopped("nationality-word", mention, reason, mention)
        elif not mention.country:
            stopped("country-in-name", mention, "no country is known of “{}” itself", mention)
        else:
            yield relation_claim("kg:ofCountry", mention, country, "country-in-name", document)


def _inside(mention: Mention, document: Document) -> Iterator[Mention]:
    """Yield the countries that modify a mention: inside it, in its title, or as its possessor."""
    head = document.head(mention)
    modifiers = [child for child in head.lefts if _is_modifier(child, mention)]
    for country in of_type(document.mentions(modifiers), {COUNTRY}):
        if country is mention:
            continue
        if not _is_demonym(country, mention):
            reason = "“{}” is the name of a country, no nationality word"
            stopped("nationality-word", mention, reason, country)
        elif is_whereabouts(country, document):
            reason = "“{}” goes with the preposition before it"
            stopped("nationality-word", mention, reason, country)
        else:
            yield country
    if mention.title:
        yield from _in_title(mention, head, document)


def _is_modifier(child: Token, mention: Mention) -> bool:
    """Return whether a word may give the country of a mention; only organisations are "Oslo's"."""
    if child.dep_ == "poss":
        return mention.type in ORGANIZATIONS
    return child.dep_ in PREMODIFIERS


def _in_title(mention: Mention, head: Token, document: Document) -> Iterator[Mention]:
    """Yield the countries in the title before a name that do not hang on the name itself."""
    title = title_of(mention)
    for country in of_type(document.mention_at.values(), {COUNTRY}):
        hangs_on_name = document.head(country).head == head
        if hangs_on_name or not title.covers(country.passage):
            continue
        if not is_whereabouts(country, document):
            yield country


def _is_demonym(inner: Mention, outer: Mention) -> bool:
    """Return whether a country is given as "Norwegian" before people.

    Before an organisation the country's own name will do: "US Army".
    """
    if outer.type in ORGANIZATIONS or outer.country:
        return True
    return inner.text[-1:] in LAST_LETTERS
