"""Names: the named people, organisations, places, works and events of an article, and the nationality words inside them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.model import Article, Gender, Kind, Mention, Passage
from kg.text.mentions.casing import Casing
from kg.text.mentions.joining import name_spans
from kg.text.mentions.lexicon import noun, title_gender
from kg.text.mentions.spans import FURNITURE, NameSpan, nationalities, words_of
from kg.text.mentions.titles import Titled, with_titles
from kg.text.mentions.typing import types_of_names
from kg.text.mentions.vocabulary import words
from kg.vocabulary import PLACES

# Organisations whose names say where they belong; "American Airlines" and "Bank of America" speak of no country.
WITH_PLACES = frozenset(
    "schema:GovernmentOrganization schema:EducationalOrganization schema:Organization kg:ArmedGroup kg:PoliticalParty".split()
)
ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
UNDERGOING = frozenset({"dobj", "pobj", "conj"})
CONTINENTAL = words("continental")


def names(doc: Doc, article: Article, case: Casing) -> Iterator[Mention]:
    """The mentions of kind NAME, in text order, with nested countries and cities after the names that they stand in."""
    found = [
        name
        for name in with_titles(doc, name_spans(doc, case))
        if not (_is_nominal(doc, name.span) or _is_language(doc, name.span))
    ]
    types = types_of_names(doc, [name for name in found if name.span.start not in case.headings])
    for name in found:
        parts = words_of(doc, name.span)
        type_ = types.get(parts) or _type_in_heading(parts, name.span.label)
        if type_ or (name.span.start not in case.headings and _may_act(doc, name.span)):
            yield from _mentions(doc, article, name, type_)


def _may_act(doc: Doc, span: NameSpan) -> bool:
    """True for a subject or owner, and for an object that the model sees, too: such a name stays, though nothing tells its class,
    for those who read more than its neighbours.
    """
    role = doc[span.start : span.end].root.dep_
    return role in ACTING or (bool(span.label) and role in UNDERGOING)


def _type_in_heading(parts: tuple[str, ...], label: str) -> str:
    """The class of a name that only a heading has: there the model is believed only where a gazetteer bears it out."""
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
    """True for a demonym that names a language: "in French", "speaks German", "(Russian: …)"."""
    token, text = doc[span.end - 1], doc[span.start : span.end].text
    if gazetteer.demonym(text) is None or gazetteer.country(text) or token.tag_ in ("NNS", "NNPS"):
        return False
    if token.i + 1 < len(doc) and token.nbor().text == ":":
        return True
    governor = token.head
    return (token.dep_ == "pobj" and governor.lower_ in ("in", "into", "from")) or (
        token.dep_ == "dobj" and governor.lemma_ in ("speak", "learn", "teach", "study", "understand")
    )


def _is_nominal(doc: Doc, span: NameSpan) -> bool:
    """True for a single capitalised word that is a common noun for people or things: "the Ministry", "Download"."""
    if span.end - span.start > 1:
        return False
    token = doc[span.start]
    return token.lower_ in FURNITURE or noun(token.lower_) is not None or noun(token.lemma_.lower()) is not None


def _mentions(doc: Doc, article: Article, name: Titled, type_: str) -> Iterator[Mention]:
    span = doc[name.span.start : name.span.end]
    country = _country(span.text)
    if type_ == "kg:Group" and country and span.root.tag_ not in ("NNS", "NNPS"):
        type_ = "schema:Country"
    elif span.text in CONTINENTAL:
        type_ = "kg:Region"
    yield _mention(doc, article, name, span, type_, country)
    if len(span) > 1:
        yield from _nested(span, article, type_)


def _mention(doc: Doc, article: Article, name: Titled, span: Span, type_: str, country: str) -> Mention:
    is_person = type_ == "schema:Person"
    title = article.text[doc[name.title].idx : span.start_char].strip() if is_person and name.has_title else ""
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
        country=country or (_country_of_owner(span) if type_ not in PLACES and not is_person else ""),
    )


def _gender(span: Span, name: Titled, title: str) -> Gender:
    if name.noun and name.noun.gender:
        return name.noun.gender
    return title_gender(title.split()) or gazetteer.given_name_gender(span[0].text)


def _country(text: str) -> str:
    """The code of a country or demonym, or empty."""
    found = gazetteer.country(text) or gazetteer.demonym(text)
    return found.iso if found else ""


def _country_of_owner(span: Span) -> str:
    """The code of the country in an organisation's name, or whose it is: "Norway's Foreign Ministry"."""
    inside = next((code for _, code in nationalities(span)), "")
    owners = [child for child in span.root.children if child.dep_ in ("poss", "amod") and child.i < span.start]
    return inside or next((code for code in (_country(_words_before(owner)) for owner in owners) if code), "")


def _words_before(token: Token) -> str:
    """A word with the words before it that belong to it: "North Korea" of "North Korea's"."""
    return token.doc[token.left_edge.i : token.i + 1].text


def _nested(span: Span, article: Article, type_: str) -> Iterator[Mention]:
    """Demonyms, countries and cities inside the name of an organisation."""
    if type_ not in WITH_PLACES:
        return
    for found, country in nationalities(span):
        if found.root != span.root:
            yield _nested_mention(found, article, "schema:Country", country)
    for token in span:
        if token.dep_ == "pobj" and not _country(token.text) and _is_city(token):
            yield _nested_mention(span.doc[token.i : token.i + 1], article, "schema:City", "")


def _is_city(token: Token) -> bool:
    return any(place.type == "schema:City" and not place.common_word for place in gazetteer.places(token.text))


def _nested_mention(span: Span, article: Article, type_: str, country: str) -> Mention:
    passage = Passage(article.id, span.start_char, span.end_char)
    return Mention(passage, passage.of(article.text), Kind.NAME, span.root.idx, type_, definite=True, country=country)
