"""Whose people and organisations are: "Norwegian miners", "the Norwegian embassy", "Norwegian Prime Minister Ann Bolt"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Claim, Mention
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import Document, is_whereabouts
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PEOPLE


def nation_claims(mention: Mention, document: Document) -> Iterator[Claim]:
    """A nationality word inside a description or name, or before it: "Norwegian miners", "the Norwegian embassy"."""
    for country in _inside(mention, document):
        if mention.type in PEOPLE:
            yield relation_claim(
                "schema:nationality", mention, country, "nationality-word", document
            )
        elif mention.type not in ORGANIZATIONS:
            stopped(
                "nationality-word", mention, "“{}” is neither people nor an organisation", mention
            )
        elif not mention.country:
            stopped("country-in-name", mention, "no country is known of “{}” itself", mention)
        else:
            yield relation_claim("kg:ofCountry", mention, country, "country-in-name", document)


def _inside(mention: Mention, document: Document) -> Iterator[Mention]:
    """Country mentions that modify the mention: inside it, in its title, or its possessor."""
    head = document.head(mention)
    for child in head.lefts:
        inner = document.mention(child)
        modifies = child.dep_ in ("amod", "compound", "nmod") or (
            child.dep_ == "poss" and mention.type in ORGANIZATIONS
        )
        if inner is None or inner is mention or not modifies or inner.type != "schema:Country":
            continue
        if not _is_demonym(inner, mention):
            stopped(
                "nationality-word",
                mention,
                "“{}” is the name of a country, no nationality word",
                inner,
            )
        elif is_whereabouts(inner, document):
            stopped("nationality-word", mention, "“{}” goes with the preposition before it", inner)
        else:
            yield inner
    if mention.title:
        yield from _in_title(mention, head, document)


def _in_title(mention: Mention, head: Token, document: Document) -> Iterator[Mention]:
    """Country mentions in the title before a name that do not hang on the name itself."""
    start = mention.passage.start - len(mention.title) - 1
    for inner in document.mention_at.values():
        within = start <= inner.passage.start and inner.passage.end <= mention.passage.start
        if (
            within
            and inner.type == "schema:Country"
            and document.head(inner).head != head
            and not is_whereabouts(inner, document)
        ):
            yield inner


def _is_demonym(inner: Mention, outer: Mention) -> bool:
    """True for "Norwegian" before people; before an organisation the country's own name will do ("US Army")."""
    return outer.type in ORGANIZATIONS or inner.text[-1:] in "nheis" or outer.country != ""
