"""The named people, organisations, places, works and events of an article.

And the nationality words inside them.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_list, word_set
from kg.model import Article, Gender, Kind, Mention
from kg.text.mentions.classes import class_in_heading, employers, special_class
from kg.text.mentions.common_words import names_something
from kg.text.mentions.countries import (
    countries_named,
    country_code,
    country_meant,
    nationalities,
)
from kg.text.mentions.lexicon import title_gender
from kg.text.mentions.namesakes import (
    classes_of_short_forms,
    is_namesake,
    surnames,
    types_of_namesakes,
)
from kg.text.mentions.sides import is_located
from kg.text.mentions.small_bodies import places_inside
from kg.text.mentions.span_merging import name_spans
from kg.text.mentions.spans import NameSpan, Titled
from kg.text.mentions.titles import with_titles
from kg.text.mentions.tokens import (
    PARTICLES,
    is_capital,
    words_of,
)
from kg.text.mentions.truecasing import Casing
from kg.text.mentions.typing import types_of_names
from kg.text.mentions.vocabulary import NOTHING, PLACES, NamedKind
from kg.text.parse import children_with, neighbour, noun_phrase, passage_of
from kg.text.parse.labels import (
    NOUN_SUBJECTS,
    NOUNS,
    OWNERS_AND_ADJECTIVES,
    PLURALS,
    PREMODIFIERS,
)

ACTING = NOUN_SUBJECTS | {"poss"}
UNKNOWN = frozenset({"", NOTHING})
UNDERGOING = word_set("labels", "undergoing")
ARTICLES = word_set("function_words", "article")
ALSO_OF_MANY = tuple(word_list("names", "demonym-of-many"))  # ends: "the Dutch"
CONTINENTAL = word_set("adjectives", "continental")


def names(doc: Doc, article: Article, case: Casing) -> Iterator[Mention]:
    """Yield the mentions of kind NAME, in text order.

    Nested countries and cities come after the names that they stand in.
    """
    found = found_names(doc, case)
    in_body = [name for name in found if name.span.start not in case.headings]
    spans = [name.span for name in found]
    by_name = types_of_names(in_body)
    by_name |= classes_of_short_forms(in_body, by_name)
    types = by_name | types_of_namesakes(spans, article.text)
    surname = surnames(in_body, types)
    countries = countries_named(span.text for span in spans)
    of_posts = employers(found)
    for name in found:
        span = name.span
        type_ = types.get(span.words) or class_in_heading(span)
        if type_ in UNKNOWN and span.start in of_posts:
            type_ = "schema:Organization"
        if is_namesake(name, type_, surname):
            type_ = "schema:Person"
        if type_ == NOTHING:
            continue
        if not type_ and not _may_act(span, case):
            continue
        country = country_meant(span.tokens, countries) if type_ in PLACES else ""
        if country:
            yield _thing(span.tokens, "schema:Country", country, article)
        else:
            yield from _mentions(name, type_, article)


def found_names(doc: Doc, case: Casing) -> list[Titled]:
    """Return the names of an article with their titles, without common nouns and languages."""
    return [name for name in with_titles(name_spans(doc, case)) if names_something(name.span)]


def _may_act(span: NameSpan, case: Casing) -> bool:
    """Return whether a name is a subject or owner, or an object that the model sees, too.

    Such a name stays, though nothing shows its class, for those who read more than its neighbours.
    In headings there is none.
    """
    if span.start in case.headings:
        return False
    roles = ACTING | UNDERGOING if span.label else ACTING
    return span.root.dep_ in roles


def _mentions(name: Titled, type_: str, article: Article) -> Iterator[Mention]:
    """Yield the mention of a name, and those of the names inside it."""
    span = name.span.tokens
    described = _type_of_nationals(span) if type_ == "kg:Group" else ""
    if described:
        yield _national(span, described, article)
        return
    type_ = _type_in_text(span, type_)
    if type_ == "schema:Person":
        yield _person(name, article)
        return
    country = "" if type_ == "schema:State" else country_code(span.text)
    if not country and type_ not in PLACES:
        country = _country_of_owner(span)
    yield _thing(span, type_, country, article)
    if len(span) > 1:
        for place, type_of_place in places_inside(span, type_):
            yield _thing(place, type_of_place, country_code(place.text), article)


def _is_one_national(span: Span) -> bool:
    """Return whether a demonym with an article is one person's: "the Spaniard", "an Irishman"."""
    noun = span.root
    if noun.pos_ not in NOUNS or noun.tag_ in PLURALS:
        return False
    if noun.dep_ in PREMODIFIERS or noun.lower_.endswith(ALSO_OF_MANY):
        return False
    if not country_code(span.text):
        return False
    behind = neighbour(span[-1], 1)
    if behind is not None and is_capital(behind):  # "the Spaniard Ada Ruiz"
        return False
    return any(True for _ in children_with(noun, "det", words=ARTICLES))


def _type_of_nationals(span: Span) -> str:
    """Return the class of those whom a demonym describes, empty for a people or a country."""
    if _is_one_national(span):
        return "schema:Person"
    are_several = span.root.tag_ in PLURALS and country_code(span.text)
    return "kg:Group" if are_several else ""


def _national(span: Span, type_: str, article: Article) -> Mention:
    """Return the description of a person, or of some people, by a demonym alone."""
    phrase = noun_phrase(span.root)
    country = country_code(span.text)
    described = _thing(phrase, type_, country, article)
    is_definite = phrase[0].lower_ == "the"
    noun = span.text.lower()
    return replace(described, kind=Kind.NOMINAL, noun=noun, definite=is_definite)


def _type_in_text(span: Span, type_: str) -> str:
    """Return the class of a name where it stands: a demonym in the singular is a country's."""
    if _is_of_country(span, type_):
        return "schema:Country"
    if _is_place_of_team(span, type_):
        return special_class(words_of(span), NamedKind.PLACE)
    return "kg:Region" if span.text in CONTINENTAL else type_


def _is_place_of_team(span: Span, type_: str) -> bool:
    """Return whether the name of a team stands for its country or city here."""
    if type_ != "schema:SportsTeam" or not gazetteer.places(span.text):
        return False
    return is_located(span)


def _is_of_country(span: Span, type_: str) -> bool:
    """Return whether a name is a demonym in the singular."""
    if type_ != "kg:Group":
        return False
    if span.root.tag_ in PLURALS:
        return False
    return country_code(span.text) != ""


def _person(name: Titled, article: Article) -> Mention:
    """Return the mention of a person, with the title before the name."""
    span = name.span.tokens
    mention = _thing(span, "schema:Person", country_code(span.text), article)
    title = _title(name, article)
    return replace(mention, title=title, gender=_gender(name, title))


def _title(name: Titled, article: Article) -> str:
    """Return the words of a title as they stand in the article, or empty."""
    if not name.has_title:
        return ""
    first = name.span.doc[name.title]
    return article.text[first.idx : name.span.first.idx].strip()


def _thing(span: Span, type_: str, country: str, article: Article) -> Mention:
    """Return the mention of a name, without what only people have."""
    passage = passage_of(span, article.id)
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NAME,
        head=span.root.idx,
        type=type_,
        plural=type_ == "kg:Group",
        definite=True,
        country=country,
    )


def _gender(name: Titled, title: str) -> Gender:
    """Return the gender that the title of a person shows, or else the given name."""
    if name.noun and name.noun.gender:
        return name.noun.gender
    by_title = title_gender(title.split())
    if name.span.first.lower_ in PARTICLES:  # "Van" of "Van Houten" is no given name
        return by_title
    return by_title or gazetteer.given_name_gender(name.span.first.text)


def _country_of_owner(span: Span) -> str:
    """Return the code of the country in an organisation's name, or whose it is.

    "Norway's Foreign Ministry".
    """
    for _, code in nationalities(span):
        return code
    for owner in children_with(span.root, *OWNERS_AND_ADJECTIVES):
        code = country_code(_words_before(owner)) if owner.i < span.start else ""
        if code:
            return code
    return ""


def _words_before(token: Token) -> str:
    """Return a word with what belongs to it before it: "North Korea" of "North Korea's"."""
    return token.doc[token.left_edge.i : token.i + 1].text
