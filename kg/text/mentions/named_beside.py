"""Descriptions with the name of their thing right behind them, or inside them.

"The broadcaster Ada Lund" is a person, "the broadcaster Lumo" a firm: the name tells. So it does in
"the Lumo music group" and "the Hamra neighbourhood". Beside a comma, any noun describes what the
name is of: "Ada Lund, a railwayman". A government is its country: "the Turkish government".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.text.mentions.lexicon import Noun, NounKind
from kg.text.mentions.naming import called
from kg.text.mentions.tokens import lemma_of, word_beside
from kg.text.mentions.typing_context import FIRM_OR_PERSON
from kg.text.parse import children_with, first_child, has_child, noun_phrase
from kg.text.parse.labels import COMPOUNDS, DETERMINERS_AND_OWNERS, PLURALS
from kg.vocabulary import ORGANIZATIONS, PEOPLE, PLACES

# More of them, which are said of people more often: "its owner Lumo".
PEOPLE_OR_FIRMS = word_set("nouns", "person-or-firm")
OF_BOTH = FIRM_OR_PERSON | PEOPLE_OR_FIRMS
MEDIA = word_set("nouns", "work-or-organization")  # "the website Lumo"
GROUPS = word_set("nouns", "group-with-a-name")  # "the group Lumo"
NAMED_INSIDE = word_set("nouns", "named-by-what-is-before-it")  # "the Lumo party"
ACTORS = ORGANIZATIONS | PEOPLE
GROUP = "kg:Group"
PLACE_OF_ANY_SORT = "schema:Place"

DESCRIBED = ORGANIZATIONS | PEOPLE  # what has so many sorts that no list has the nouns of all
NO_DESCRIPTION = word_set("nouns", "no-description-of-a-name")  # "Ada Lund, a day later, left"
PERSON = "schema:Person"
CLOSING = frozenset({",", ".", ";", ")", ""})
GOVERNMENTS = word_set("nouns", "government-of-a-country")
COUNTRY = "schema:Country"
ARTICLE = "the"

Names = Mapping[int, Mention]  # by the offsets of their heads


def with_classes_of_names(
    doc: Doc, described: Iterable[Mention], named: Sequence[Mention]
) -> list[Mention]:
    """Return descriptions, those of what a name beside them names with the class of that name."""
    names = {name.head: name for name in named}
    tokens = {token.idx: token for token in doc}
    names_of = defaultdict(list)
    for name in named:
        thing = called(tokens[name.head])
        if thing is not None:
            names_of[thing.idx].append(name)
    first = [
        _with_class(mention, tokens[mention.head], names, names_of[mention.head])
        for mention in described
    ]
    # "Their employer, the contractor Lumo": the second description tells what the first is
    told = {mention.head: mention for mention in first if mention.type in ORGANIZATIONS}
    return [_with_class(mention, tokens[mention.head], told, ()) for mention in first]


def _with_class(
    described: Mention, noun: Token, names: Names, called_so: Sequence[Mention]
) -> Mention:
    """Return a description with the class of the name that is set beside it, if there is one.

    `called_so` are the names by which a verb calls it: "a group calling itself Lumo".
    """
    if noun.tag_ in PLURALS:
        return described
    for name in (*_names_beside(described, noun, names), *called_so):
        type_ = _class_by_name(described, name)
        if type_ != described.type:
            return replace(described, type=type_, plural=False)
    return described


def _names_beside(described: Mention, noun: Token, names: Names) -> Iterator[Mention]:
    """Yield the names right behind a description, and those inside it that name its thing."""
    beside = [*children_with(noun, "appos")]
    if noun.dep_ in COMPOUNDS:
        beside.append(noun.head)
    gaps = {len(" ")}
    if _last_word(described) in OF_BOTH:
        gaps.add(len(", "))
    for name in _names_at(beside, names):
        gap = name.passage.start - described.passage.end
        if gap in gaps:
            yield name
    if described.definite and noun.lemma_.lower() in NAMED_INSIDE:
        inside = children_with(noun, *COMPOUNDS)
        for name in _names_at(inside, names):
            if not gazetteer.is_place(name.text):
                yield name


def _names_at(tokens: Iterable[Token], names: Names) -> Iterator[Mention]:
    """Yield the names whose heads are among some tokens."""
    for token in tokens:
        name = names.get(token.idx)
        if name is not None:
            yield name


def _last_word(described: Mention) -> str:
    """Return the last word of the noun of a description."""
    return described.noun.rpartition(" ")[-1]


def _class_by_name(described: Mention, name: Mention) -> str:
    """Return the class of what a description and the name beside it speak of."""
    noun = _last_word(described)
    by_name = name.type
    if noun in OF_BOTH and by_name in ACTORS:
        return by_name
    if noun in GROUPS | MEDIA and by_name in ORGANIZATIONS:
        return by_name
    if by_name == PLACE_OF_ANY_SORT and described.type in PLACES:
        return described.type
    if _is_thing(by_name) and _is_thing(described.type):
        return by_name
    return described.type


def _is_thing(class_: str) -> bool:
    """Return whether a class is of what is no person, group, organisation or place."""
    return class_ not in ACTORS | PLACES | {"", GROUP}


def apposed_to_names(
    doc: Doc, named: Sequence[Mention], taken: frozenset[int]
) -> Iterator[tuple[Token, Noun]]:
    """Yield the nouns in the singular that a comma sets beside a name, with the class of the name.

    `taken` are the indices of tokens in names and titles.
    """
    names = {name.head: name for name in named if name.type in DESCRIBED and not name.plural}
    for token in doc:
        if token.i in taken or not _may_describe(token):
            continue
        name = names.get(_name_beside(token).idx)
        if name is not None:
            kind = NounKind.PERSON if name.type == PERSON else NounKind.ORGANIZATION
            yield token, Noun(lemma_of(token), name.type, kind)


def _may_describe(noun: Token) -> bool:
    """Return whether a word is a noun in the singular with a determiner, and no count."""
    if noun.tag_ != "NN" or noun.ent_type_ or lemma_of(noun) in NO_DESCRIPTION:
        return False
    if not has_child(noun, *DETERMINERS_AND_OWNERS):
        return False
    return not any(left.dep_ == "nummod" for left in noun.lefts)


def _name_beside(noun: Token) -> Token:
    """Return the word that a comma before or behind a noun sets beside it, else the noun."""
    if noun.dep_ == "appos":
        return noun.head if word_beside(noun_phrase(noun)[0], -1) == "," else noun
    name = first_child(noun, "appos")
    if name is None or word_beside(noun, 1) != ",":
        return noun
    phrase = noun_phrase(name)
    between = noun.doc[noun.i + 2 : phrase.start]
    behind = word_beside(phrase[-1], 1)
    is_alone = not len(between) and behind in CLOSING
    return name if is_alone else noun


def with_countries(described: Sequence[Mention]) -> list[Mention]:
    """Return descriptions, those of governments as descriptions of their countries."""
    governments = filter(_is_government, described)
    codes = {mention.country for mention in governments}
    codes.discard("")
    only = ""
    if len(codes) == 1:
        only = codes.pop()
    return [_as_country(mention, only) for mention in described]


def _is_government(mention: Mention) -> bool:
    """Return whether a mention is that of one government."""
    return mention.noun in GOVERNMENTS and not mention.plural


def _as_country(mention: Mention, only: str) -> Mention:
    """Return a government as its country, if that is known.

    `only` is the code of the one country of whose government the article speaks.
    """
    if not _is_government(mention):
        return mention
    code = mention.country
    bare = f"{ARTICLE} {mention.noun}"
    if mention.text.lower() == bare:
        code = code or only
    if not code:
        return mention
    return replace(mention, kind=Kind.NOMINAL, type=COUNTRY, country=code, definite=True)
