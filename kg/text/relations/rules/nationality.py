"""Whose people and organisations are.

Examples are "Norwegian miners", "the Norwegian embassy" and "Norwegian Prime Minister Ann Bolt".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Claim, Mention
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import Document, is_whereabouts
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PEOPLE

COUNTRY = "schema:Country"


def nation_claims(mention: Mention, document: Document) -> Iterator[Claim]:
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
    for inner in document.mentions(modifiers):
        if inner is mention or inner.type != COUNTRY:
            continue
        if not _is_demonym(inner, mention):
            reason = "“{}” is the name of a country, no nationality word"
            stopped("nationality-word", mention, reason, inner)
        elif is_whereabouts(inner, document):
            reason = "“{}” goes with the preposition before it"
            stopped("nationality-word", mention, reason, inner)
        else:
            yield inner
    if mention.title:
        yield from _in_title(mention, head, document)


def _is_modifier(child: Token, mention: Mention) -> bool:
    """Return whether a word may give the country of a mention; only organisations are "Oslo's"."""
    if child.dep_ == "poss":
        return mention.type in ORGANIZATIONS
    return child.dep_ in ("amod", "compound", "nmod")


def _in_title(mention: Mention, head: Token, document: Document) -> Iterator[Mention]:
    """Yield the countries in the title before a name that do not hang on the name itself."""
    end = mention.passage.start
    start = end - len(mention.title) - 1
    for inner in document.mention_at.values():
        is_within = start <= inner.passage.start and inner.passage.end <= end
        if not is_within or inner.type != COUNTRY:
            continue
        if document.head(inner).head != head and not is_whereabouts(inner, document):
            yield inner


def _is_demonym(inner: Mention, outer: Mention) -> bool:
    """Return whether a country is given as "Norwegian" before people.

    Before an organisation the country's own name will do: "US Army".
    """
    is_adjective = inner.text[-1:] in "nheis"
    return is_adjective or outer.type in ORGANIZATIONS or outer.country != ""
