"""Names: the named people, organisations, places, works and events of an article.

And the nationality words inside them, and the publisher, which is taken from site furniture.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Article, Gender, Kind, Mention, Passage
from kg.text.mentions.casing import Casing
from kg.text.mentions.joining import name_spans
from kg.text.mentions.lexicon import noun, title_gender
from kg.text.mentions.spans import FURNITURE, NameSpan, nationalities, words_of
from kg.text.mentions.titles import Titled, with_titles
from kg.text.mentions.typing import PLACES, types_of_names
from kg.text.parse import children_with, neighbour
from kg.text.parse.labels import OWNERS_AND_ADJECTIVES, PLURALS

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
ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
UNDERGOING = frozenset({"dobj", "pobj", "conj"})
BEFORE_LANGUAGE = word_set("function_words", "before-a-language")
OF_LANGUAGE = word_set("verbs", "language")
CONTINENTAL = word_set("adjectives", "continental")


def names(doc: Doc, article: Article, case: Casing) -> Iterator[Mention]:
    """Yield the mentions of kind NAME, in text order.

    Nested countries and cities come after the names that they stand in.
    """
    titled = with_titles(doc, name_spans(doc, case))
    found = [name for name in titled if not _is_no_name(doc, name.span)]
    in_body = [name for name in found if name.span.start not in case.headings]
    types = types_of_names(doc, in_body)
    for name in found:
        parts = words_of(doc, name.span)
        type_ = types.get(parts) or _type_in_heading(parts, name.span.label)
        if type_ or (name.span.start not in case.headings and _may_act(doc, name.span)):
            yield from _mentions(doc, article, name, type_)


def _is_no_name(doc: Doc, span: NameSpan) -> bool:
    return _is_nominal(doc, span) or _is_language(doc, span)


def _may_act(doc: Doc, span: NameSpan) -> bool:
    """Return whether a name is a subject or owner, or an object that the model sees, too.

    Such a name stays, though nothing shows its class, for those who read more than its neighbours.
    """
    role = doc[span.start : span.end].root.dep_
    return role in ACTING or (bool(span.label) and role in UNDERGOING)


def _type_in_heading(parts: tuple[str, ...], label: str) -> str:
    """Return the class of a name that only a heading has.

    There the model is believed only if a gazetteer bears it out.
    """
    text = " ".join(parts)
    if _country(text):
        return "schema:Country"
    if label == "PERSON" and len(parts) > 1 and gazetteer.is_given_name(parts[0]):
        return "schema:Person"
    known = gazetteer.organization(text)
    if known:
        return known.type
    regions = gazetteer.places(text) if len(parts) > 1 else ()
    return regions[0].type if regions else ""


def _is_language(doc: Doc, span: NameSpan) -> bool:
    """Return whether a demonym names a language: "in French", "speaks German", "(Russian: …)"."""
    token, text = doc[span.end - 1], doc[span.start : span.end].text
    if gazetteer.demonym(text) is None or gazetteer.country(text) or token.tag_ in PLURALS:
        return False
    after = neighbour(token, 1)
    if after is not None and after.text == ":":
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in BEFORE_LANGUAGE
    return token.dep_ == "dobj" and token.head.lemma_ in OF_LANGUAGE


def _is_nominal(doc: Doc, span: NameSpan) -> bool:
    """Return whether a single word is a common noun: "the Ministry", "Download"."""
    if span.end - span.start > 1:
        return False
    token = doc[span.start]
    if token.lower_ in FURNITURE:
        return True
    return noun(token.lower_) is not None or noun(token.lemma_.lower()) is not None


def _mentions(doc: Doc, article: Article, name: Titled, type_: str) -> Iterator[Mention]:
    span = doc[name.span.start : name.span.end]
    country = _country(span.text)
    if type_ == "kg:Group" and country and span.root.tag_ not in PLURALS:
        type_ = "schema:Country"
    elif span.text in CONTINENTAL:
        type_ = "kg:Region"
    yield _mention(doc, article, name, span, type_, country)
    if len(span) > 1:
        yield from _nested(span, article, type_)


def _mention(
    doc: Doc, article: Article, name: Titled, span: Span, type_: str, country: str
) -> Mention:
    is_person = type_ == "schema:Person"
    title = ""
    if is_person and name.has_title:
        title = article.text[doc[name.title].idx : span.start_char].strip()
    if not country and not is_person and type_ not in PLACES:
        country = _country_of_owner(span)
    passage = Passage(article.id, span.start_char, span.end_char)
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NAME,
        head=span.root.idx,
        type=type_,
        title=title,
        gender=_gender(span, name, title) if is_person else Gender.UNKNOWN,
        plural=type_ == "kg:Group",
        definite=True,
        country=country,
    )


def _gender(span: Span, name: Titled, title: str) -> Gender:
    if name.noun and name.noun.gender:
        return name.noun.gender
    return title_gender(title.split()) or gazetteer.given_name_gender(span[0].text)


def _country(text: str) -> str:
    """Return the code of a country or demonym, or empty."""
    found = gazetteer.country(text) or gazetteer.demonym(text)
    return found.iso if found else ""


def _country_of_owner(span: Span) -> str:
    """Return the code of the country in an organisation's name, or whose it is.

    "Norway's Foreign Ministry".
    """
    for _, code in nationalities(span):
        return code
    for owner in children_with(span.root, *OWNERS_AND_ADJECTIVES):
        code = _country(_words_before(owner)) if owner.i < span.start else ""
        if code:
            return code
    return ""


def _words_before(token: Token) -> str:
    """Return a word with what belongs to it before it: "North Korea" of "North Korea's"."""
    return token.doc[token.left_edge.i : token.i + 1].text


def _nested(span: Span, article: Article, type_: str) -> Iterator[Mention]:
    """Yield demonyms, countries and cities inside the name of an organisation."""
    if type_ not in WITH_PLACES:
        return
    for found, country in nationalities(span):
        if found.root != span.root:
            yield _nested_mention(found, article, "schema:Country", country)
    for token in span:
        if token.dep_ == "pobj" and not _country(token.text) and _is_city(token):
            yield _nested_mention(span.doc[token.i : token.i + 1], article, "schema:City", "")


def _is_city(token: Token) -> bool:
    places = gazetteer.places(token.text)
    return any(place.type == "schema:City" and not place.common_word for place in places)


def _nested_mention(span: Span, article: Article, type_: str, country: str) -> Mention:
    passage = Passage(article.id, span.start_char, span.end_char)
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NAME,
        head=span.root.idx,
        type=type_,
        definite=True,
        country=country,
    )


def publisher_mention(article: Article) -> Mention | None:
    """Return the mention of the publisher, if its name stands in furniture or front matter.

    It is the one name that is taken from there, since it says who speaks. A publisher that the body
    names is found there like any other name.
    """
    if not article.publisher:
        return None
    around = (*article.furniture, *article.front)
    start = article.text.find(article.publisher)
    while start >= 0:
        passage = Passage(article.id, start, start + len(article.publisher))
        if any(place.covers(passage) for place in around):
            head = start + article.publisher.rfind(" ") + 1
            type_ = "schema:NewsMediaOrganization"
            return Mention(passage, article.publisher, Kind.NAME, head, type_)
        start = article.text.find(article.publisher, start + 1)
    return None
