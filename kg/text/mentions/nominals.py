"""Nominals: noun phrases for people, groups, organisations and places without a name.

"The ministry", "eight diplomats".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.model import Article, Gender, Kind, Mention
from kg.text.mentions.counted import counted_groups, size_of
from kg.text.mentions.countries import nationalities
from kg.text.mentions.everywhere import COMPLETING, names_by_noun
from kg.text.mentions.lexicon import Noun, NounKind, entry_of, is_in_law, object_entry_of
from kg.text.mentions.named_beside import apposed_to_names
from kg.text.mentions.tokens import head_lemma
from kg.text.parse import (
    children_with,
    conjuncts,
    governed_by,
    has_child,
    neighbour,
    noun_phrase,
    passage_of,
    possessors,
)
from kg.text.parse.labels import (
    DETERMINERS_AND_OWNERS,
    NOUN_SUBJECTS,
    NOUNS,
    OWNERS_AND_ADJECTIVES,
    PLURALS,
    PREDICATES,
    PREMODIFIERS,
)

BEHIND_SUBJECT = frozenset({"prep", "amod"})  # "two people in Lima close to the mayor said"
PARTING = frozenset(",;:–—-()")
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
NOT_A_HEAD = PREMODIFIERS | {"npadvmod"}
DETERMINERS = DETERMINERS_AND_OWNERS | {"nummod", "predet"}
OWNERS_BEFORE = OWNERS_AND_ADJECTIVES | {"compound"}
ONE = word_set("numbers", "one-of-a-noun")  # "In 1947 mother and daughters fled"
DEFINITE = word_set("function_words", "definite-determiner")
COLLECTIVE = word_set("nouns", "without-article")
SAYS_WHAT_IT_IS = PREDICATES | {"appos"}  # "X, founder of Y", "he is chairman"
ONLY_AS_SPEAKER = word_set("nouns", "only-as-speaker")
SAYING = word_set("verbs", "saying")
ACCORDING = "according"  # "according to the ruling"
ONLY_WITH_COUNTRY = "mission"  # of other missions there are many kinds
MAY_BE_NAMED = word_set("nouns", "group-with-a-name")  # "the team Acme"
NEVER_SHORT = word_set("nouns", "never-short-for-a-name")
NAMED_BODY = "schema:Organization"
STATE_BODIES = word_set("nouns", "state-body")
LIMBS = word_set("nouns", "limb")
BODIES_OF_PEOPLE = word_set("nouns", "body-of-its-people")  # "the miners' union"
HIS_OR_HER = word_set("pronouns", "his-or-her")
DISEASES = word_set("things", "named-disease")  # in small letters, too


def nominals(doc: Doc, article: Article, taken: frozenset[int]) -> Iterator[Mention]:
    """Yield the mentions of kind NOMINAL, in text order.

    `taken` are the indices of tokens in names and titles. The body of a state with its country
    ("Norwegian embassy", "Norway's embassy") is a name, and is given as one.
    """
    free = (token for token in doc if token.i not in taken)
    for token in filter(_is_head_noun, free):
        entry = entry_of(token, taken) or object_entry_of(token, taken)
        if entry and _refers(token, entry):
            is_named = entry.lemma in MAY_BE_NAMED and _is_named(token, taken)
            told = replace(entry, type=NAMED_BODY) if is_named else entry
            yield _mention(token, told, article)
    yield from counted_groups(doc, article, taken)


def short_names(
    doc: Doc, article: Article, named: Sequence[Mention], taken: frozenset[int]
) -> Iterator[Mention]:
    """Yield the definite nouns that are the last word of the one name before them that has it.

    "The barrage" is the Koshi Barrage; `taken` are the indices of tokens in names and titles.
    """
    names = names_by_noun(named)
    free = (token for token in doc if token.i not in taken)
    for token in filter(_is_bare_definite, free):
        earlier = [name for name in names[token.lower_] if name.passage.end <= token.idx]
        texts = {name.text for name in earlier}
        if len(texts) == 1:
            entry = Noun(token.lower_, earlier[0].type, NounKind.OBJECT)
            yield _description(noun_phrase(token), token, entry, article)


def beside_names(
    doc: Doc, article: Article, named: Sequence[Mention], taken: frozenset[int]
) -> Iterator[Mention]:
    """Yield the descriptions of named people and organisations by nouns that no list has."""
    for token, entry in apposed_to_names(doc, named, taken):
        if not entry_of(token, taken) and not object_entry_of(token, taken):
            yield _description(noun_phrase(token), token, entry, article)


def _is_bare_definite(token: Token) -> bool:
    """Return whether a word is a noun in the singular with nothing but an article at it."""
    if token.tag_ != "NN" or not _is_head_noun(token):
        return False
    if token.lower_ in NEVER_SHORT:
        return False
    if any(child.lower_ in COMPLETING for child in token.rights):
        return False
    determiners = [left.lower_ for left in token.lefts]
    return len(determiners) == 1 and determiners[0] in DEFINITE


def _is_named(token: Token, taken: frozenset[int]) -> bool:
    """Return whether a noun in the singular stands right before the name of its thing."""
    if token.tag_ in PLURALS or token.i + 1 not in taken:
        return False
    return any(child.i in taken for child in children_with(token, "appos"))


def _is_head_noun(token: Token) -> bool:
    """Return whether a word is a noun that describes no other noun."""
    return token.pos_ in NOUNS and token.dep_ not in NOT_A_HEAD


def _refers(token: Token, entry: Noun) -> bool:
    """Return whether a noun speaks of one thing or group.

    A bare singular does not ("brought to justice"), unless it says what someone is.
    """
    if entry.lemma in DISEASES:
        return True
    if entry.lemma in ONLY_AS_SPEAKER and not _speaks(token):
        return False
    if entry.lemma in LIMBS and _is_somebodys(token):
        return False
    if entry.lemma == ONLY_WITH_COUNTRY:
        return _is_one_of_country(token)
    if token.tag_ in PLURALS:
        return not _says_whose_body(token)
    if entry.lemma in COLLECTIVE:
        return True
    return _is_in_place_of_one(token, entry)


def _says_whose_body(token: Token) -> bool:
    """Return whether a plural says for whom a body is: "the miners' union" is of no such group."""
    return token.dep_ == "poss" and token.head.lemma_.lower() in BODIES_OF_PEOPLE


def _is_somebodys(token: Token) -> bool:
    """Return whether a noun for a limb is a person's: "her head", "the man's head".

    "Its head" and "the head of the agency" are people.
    """
    if has_child(token, "prep", words={"of"}):
        return False
    for owner in possessors(token):
        if owner.lower_ in HIS_OR_HER:
            return True
        entry = entry_of(owner, frozenset())
        if entry is not None and entry.is_person:
            return True
    return False


def _speaks(token: Token) -> bool:
    """Return whether a noun is the subject of a verb of saying, set off before one, or a source.

    The parser takes the speaker of "Two men fled to Lima, a source said" for an apposition.
    """
    if head_lemma(token, "nsubj") in SAYING:
        return True
    if token.dep_ == "pobj" and token.head.head.lower_ == ACCORDING:
        return True
    if token.dep_ != "appos":
        return False
    behind = neighbour(token.right_edge, 1)
    return behind is not None and behind.lemma_ in SAYING


def _is_in_place_of_one(token: Token, entry: Noun) -> bool:
    """Return whether a noun in the singular stands where it speaks of some one thing."""
    if token.dep_ in SAYS_WHAT_IT_IS:
        return True
    if any(map(_determines, token.lefts)):
        return True
    if entry.kind is not NounKind.OBJECT and head_lemma(token, "nsubj") in SAYING:
        return True  # "Army says bridge has fallen"
    if token.dep_ == "pobj":
        return token.head.lower_ == "as" and entry.is_person
    return token.dep_ == "conj" and _is_determined_noun(token.head)


def _is_one_of_country(token: Token) -> bool:
    """Return whether a noun in the singular has a country: "the Norwegian mission"."""
    if token.tag_ != "NN":
        return False
    return _country(noun_phrase(token), token) != ""


def _is_determined_noun(token: Token) -> bool:
    """Return whether a word is a noun behind an article or an owner."""
    if token.pos_ != "NOUN":
        return False
    return any(left.dep_ in DETERMINERS_AND_OWNERS for left in token.lefts)


def _determines(token: Token) -> bool:
    """Return whether a word before a noun shows that it speaks of some one thing or group."""
    if token.dep_ == "nummod":
        return token.lower_ in ONE
    if token.dep_ in DETERMINERS:
        return True
    return gazetteer.demonym(token.text) is not None


def _mention(token: Token, entry: Noun, article: Article) -> Mention:
    """Return the mention of a noun; that of a disease, a region or a state's body is a name."""
    span = _with_in_law(noun_phrase(token))
    described = _description(span, token, entry, article)
    if entry.lemma in DISEASES:
        return _disease(token, described, article)
    region = _region(span)
    if region:
        return replace(described, kind=Kind.NAME, type=region, noun="", definite=True)
    if not _is_state_body(described):
        return described
    passage = passage_of(_from_nationality(span), article.id)
    text = passage.of(article.text)
    return replace(described, passage=passage, text=text, kind=Kind.NAME, noun="", definite=True)


def _disease(token: Token, described: Mention, article: Article) -> Mention:
    """Return the mention of a disease by its name, without what else describes it."""
    words = described.noun.split()
    end = token.i + 1
    start = end - len(words)
    name = token.doc[start:end]
    passage = passage_of(name, article.id)
    text = passage.of(article.text)
    named = replace(described, passage=passage, text=text)
    return replace(named, kind=Kind.NAME, noun="", plural=False)


def _description(span: Span, token: Token, entry: Noun, article: Article) -> Mention:
    """Return the mention of a noun by description, a group if it is of many people."""
    passage = passage_of(span, article.id)
    plural = token.tag_ in PLURALS or entry.type == "kg:Group"
    described = Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NOMINAL,
        head=token.idx,
        type=entry.type,
        noun=entry.lemma,
        gender=entry.gender,
        plural=plural,
        definite=_is_definite(token),
        country=_country(span, token),
        whole=_end_with_completion(token),
    )
    if not plural:
        return described
    size = size_of(token)
    if entry.is_person:
        return replace(described, type="kg:Group", size=size)
    return replace(described, gender=Gender.UNKNOWN, size=size)


def _end_with_completion(noun: Token) -> int:
    """Return where a noun phrase ends with its "of …", 0 without one.

    A subject before its verb ends with what stands between: "two people close to the mayor said".
    """
    last = max(_last_of_completion(noun), _last_of_subject(noun), key=attrgetter("i"))
    return last.idx + len(last) if last is not noun else 0


def _last_of_subject(noun: Token) -> Token:
    """Return the last word of a subject before its verb, without a clause or what a comma parts.

    The noun itself if it is no subject, or has nothing behind it.
    """
    verb = noun.head
    if noun.dep_ not in NOUN_SUBJECTS or noun.i > verb.i:
        return noun
    last = noun
    for child in noun.rights:
        if child.dep_ not in BEHIND_SUBJECT or child.left_edge.i != last.i + 1:
            break
        words = noun.doc[last.i + 1 : min(child.right_edge.i + 1, verb.i)]
        plain = list(takewhile(_goes_on, words))
        last = plain[-1] if plain else last
    return last


def _goes_on(token: Token) -> bool:
    """Return whether a word goes on with a phrase: no sign parts it, and no clause begins."""
    return token.text not in PARTING and token.tag_ not in RELATIVE_TAGS


def _last_of_completion(noun: Token) -> Token:
    """Return the last word of the "of …" behind a noun, the noun itself without one."""
    last = noun
    for preposition in children_with(noun, "prep"):
        if preposition.lower_ in COMPLETING and preposition.i > noun.i:
            for inner in governed_by(preposition):
                for each in conjuncts(inner):
                    last = max(last, _last_of_completion(each), key=attrgetter("i"))
    return last


def _is_state_body(mention: Mention) -> bool:
    """Return whether a description is that of one body of a country, of which it is the name."""
    if mention.plural or not mention.country:
        return False
    return mention.noun in STATE_BODIES


def _region(span: Span) -> str:
    """Return the class of a region that the gazetteer knows under a description.

    "Russia's far east"; empty for others.
    """
    if len(span) < 3:
        return ""
    if not any(map(_is_owner, span[:-1])):
        return ""
    known = gazetteer.places(span.text)
    return known[0].type if known else ""


def _is_owner(token: Token) -> bool:
    """Return whether a word is a name before the noun that belongs to it."""
    return token.pos_ == "PROPN" and token.dep_ in OWNERS_BEFORE


def _with_in_law(span: Span) -> Span:
    """Return the phrase with the "-in-law" behind its noun; a hyphen is a token of its own."""
    if not is_in_law(span.doc, span.end):
        return span
    return span.doc[span.start : span.end + 4]


def _from_nationality(span: Span) -> Span:
    """Return the phrase from its nationality word or owner on.

    "Norwegian embassy" of "the former Norwegian embassy".
    """
    for found, _ in nationalities(span):
        return span.doc[found.start : span.end]
    return span


def _is_definite(token: Token) -> bool:
    if any(child.dep_ == "poss" for child in token.lefts):
        return True
    determiners = (child for child in token.lefts if child.dep_ == "det")
    return any(determiner.lower_ in DEFINITE for determiner in determiners)


def _country(span: Span, head: Token) -> str:
    """Return the code of a nationality word that modifies a noun, or of a country that owns it."""
    for country, code in nationalities(span):
        if country.root != head and country.root.head == head:
            return code
    return ""
