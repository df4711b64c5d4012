"""The named people, organisations, places, works and events of an article.

And the nationality words inside them, and the publisher, which is taken from site furniture.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Article, Gender, Kind, Mention, Passage
from kg.text.mentions.casing import Casing
from kg.text.mentions.classes import class_in_heading
from kg.text.mentions.countries import country_code, nationalities
from kg.text.mentions.joining import name_spans
from kg.text.mentions.lexicon import noun, title_gender
from kg.text.mentions.small_bodies import class_of_body
from kg.text.mentions.spans import FURNITURE, NameSpan, Titled
from kg.text.mentions.titles import with_titles
from kg.text.mentions.tokens import head_lemma, lemma_of, word_beside, words_of
from kg.text.mentions.typing import types_of_names
from kg.text.mentions.vocabulary import NOTHING, PLACES
from kg.text.parse import children_with, passage_of
from kg.text.parse.labels import NOUN_SUBJECTS, OWNERS_AND_ADJECTIVES, PLURALS

# Organisations whose names say where they belong; "American Airlines" and "Bank of America" speak
# of no country.
WITH_PLACES = frozenset(
    {
        "schema:GovernmentOrganization",
        "schema:EducationalOrganization",
        "schema:Organization",
        "kg:ArmedGroup",
        "kg:PoliticalParty",
    }
)
AFTER_PLACES = frozenset({"schema:GovernmentOrganization", "schema:Airport"})
ACTING = NOUN_SUBJECTS | {"poss"}
UNDERGOING = word_set("labels", "undergoing")
BEFORE_LANGUAGE = word_set("function_words", "before-a-language")
OF_LANGUAGE = word_set("verbs", "language")
CONTINENTAL = word_set("adjectives", "continental")


def names(doc: Doc, article: Article, case: Casing) -> Iterator[Mention]:
    """Yield the mentions of kind NAME, in text order.

    Nested countries and cities come after the names that they stand in.
    """
    found = found_names(doc, case)
    in_body = [name for name in found if name.span.start not in case.headings]
    types = types_of_names(in_body)
    for name in found:
        span = name.span
        type_ = types.get(span.words) or class_in_heading(span)
        if type_ == NOTHING:
            continue
        if type_ or _may_act(span, case):
            yield from _mentions(name, type_, article)


def found_names(doc: Doc, case: Casing) -> list[Titled]:
    """Return the names of an article with their titles, without common nouns and languages."""
    return [name for name in with_titles(name_spans(doc, case)) if _is_name(name.span)]


def _is_name(span: NameSpan) -> bool:
    """Return whether a span is a name, and no common noun or language."""
    return not _is_nominal(span) and not _is_language(span)


def _may_act(span: NameSpan, case: Casing) -> bool:
    """Return whether a name is a subject or owner, or an object that the model sees, too.

    Such a name stays, though nothing shows its class, for those who read more than its neighbours.
    In headings there is none.
    """
    if span.start in case.headings:
        return False
    roles = ACTING | UNDERGOING if span.label else ACTING
    return span.root.dep_ in roles


def _is_language(span: NameSpan) -> bool:
    """Return whether a demonym names a language: "in French", "speaks German", "(Russian: …)"."""
    token = span.last
    if gazetteer.demonym(span.text) is None:
        return False
    if gazetteer.country(span.text):
        return False
    if token.tag_ in PLURALS:
        return False
    if word_beside(token, 1) == ":":
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in BEFORE_LANGUAGE
    return head_lemma(token, "dobj") in OF_LANGUAGE


def _is_nominal(span: NameSpan) -> bool:
    """Return whether a single word is a common noun: "the Ministry", "Download"."""
    if not span.is_one_word:
        return False
    token = span.first
    if token.lower_ in FURNITURE:
        return True
    return any(map(noun, (token.lower_, lemma_of(token))))


def _mentions(name: Titled, type_: str, article: Article) -> Iterator[Mention]:
    """Yield the mention of a name, and those of the names inside it."""
    span = name.span.tokens
    type_ = _type_in_text(span, type_)
    if type_ == "schema:Person":
        yield _person(name, article)
        return
    country = country_code(span.text)
    if not country and type_ not in PLACES:
        country = _country_of_owner(span)
    yield _thing(span, type_, country, article)
    if len(span) > 1:
        if type_ in WITH_PLACES:
            yield from _nested(span, article)
        yield from _place_in_front(span, type_, article)


def _type_in_text(span: Span, type_: str) -> str:
    """Return the class of a name where it stands: a demonym in the singular is a country's."""
    if _is_of_country(span, type_):
        return "schema:Country"
    return "kg:Region" if span.text in CONTINENTAL else type_


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


def _nested(span: Span, article: Article) -> Iterator[Mention]:
    """Yield demonyms, countries and cities inside the name of an organisation."""
    for found, country in nationalities(span):
        if found.root != span.root:
            yield _thing(found, "schema:Country", country, article)
    for token in span:
        if token.dep_ == "pobj" and _is_city(token.text):
            city = span.doc[token.i : token.i + 1]
            yield _thing(city, "schema:City", "", article)


def _place_in_front(span: Span, type_: str, article: Article) -> Iterator[Mention]:
    """Yield the place that the name of a body or an airport begins with: "Oslo City Council"."""
    if type_ not in AFTER_PLACES and not class_of_body(words_of(span)):
        return
    for end in range(span.end - 1, span.start, -1):
        place = span.doc[span.start : end]
        type_of_place = _type_of_clear_place(place.text)
        if type_of_place:
            yield _thing(place, type_of_place, "", article)
            return


def _type_of_clear_place(text: str) -> str:
    """Return the class of the first place of a name; empty if it is a country or a common word."""
    places = () if country_code(text) else gazetteer.places(text)
    if not places or places[0].common_word or not places[0].is_named(text):
        return ""
    return places[0].type


def _is_city(text: str) -> bool:
    """Return whether a word names a city, and no country and nothing else."""
    if country_code(text):
        return False
    return any(map(_is_clear_city, gazetteer.places(text)))


def _is_clear_city(place: gazetteer.Place) -> bool:
    """Return whether a place is a city whose name is no common word."""
    return place.type == "schema:City" and not place.common_word


def publisher_mention(article: Article) -> Mention | None:
    """Return the mention of the publisher, if its name stands in furniture or front matter.

    It is the one name that is taken from there, since it says who speaks. A publisher that the body
    names is found there like any other name.
    """
    publisher = article.publisher
    if not publisher:
        return None
    around = (*article.furniture, *article.front)
    start = article.text.find(publisher)
    while start >= 0:
        passage = Passage(article.id, start, start + len(publisher))
        if any(place.covers(passage) for place in around):
            head = start + publisher.rfind(" ") + 1
            type_ = "schema:NewsMediaOrganization"
            return Mention(passage, publisher, Kind.NAME, head, type_)
        start = article.text.find(publisher, start + 1)
    return None
