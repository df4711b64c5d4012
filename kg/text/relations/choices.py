"""Choices among tokens, mentions and roles that several constructions make.

Among them are blows to a place: "an earthquake shook Chile", "Chile was hit by a storm".
"""

from collections.abc import (
    Iterable,
    Iterator,
    Set,
)

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Mention,
    Passage,
    Role,
)
from kg.text.parse import (
    any_word,
    direct_objects,
    governor_of,
    neighbour,
    verb_lemma,
    with_label,
)
from kg.text.syntax import (
    Document,
    Mentions,
    prepositional,
    slots,
)

STRIKING = word_set("verbs", "striking-place")
STRUCK_WHEN = word_set("function_words", "when-it-struck")


def has_lemma(token: Token, words: Set[str]) -> bool:
    """Return whether the lemma of a token, in small letters, is one of some words."""
    return token.lemma_.lower() in words


def fillers(verb: Token, *names: str) -> list[Token]:
    """Return what fills some roles of a verb, in the order of the names of the roles."""
    roles = list(slots(verb))
    found: list[Token] = []
    for name in names:
        found += [token for role, token in roles if role == name]
    return found


def nouns_after(preps: Iterable[Token]) -> list[Token]:
    """Return the nouns that some prepositions lead to."""
    nouns: list[Token] = []
    for prep in preps:
        nouns += [noun for _, noun in prepositional(prep)]
    return nouns


def things_after(preps: Iterable[Token], document: Document) -> Mentions:
    """Return the mentions behind some prepositions, coordinated ones too."""
    return document.referents_of(nouns_after(preps))


def with_word_behind(verb: Token) -> Iterator[str]:
    """Yield the lemma of a verb alone, and with the word behind it: "step", "step down"."""
    lemma = verb_lemma(verb)
    yield lemma
    behind = neighbour(verb, 1)
    if behind is not None:
        yield f"{lemma} {behind.lower_}"


def unique(mentions: Iterable[Mention]) -> Mentions:
    """Return the mentions without repetition, in their order."""
    return list(dict.fromkeys(mentions))


def in_text_order(mentions: Iterable[Mention]) -> Mentions:
    """Return mentions in the order of the text; of two that start together the shorter first."""
    return sorted(mentions, key=_stretch)


def _stretch(mention: Mention) -> tuple[int, int]:
    passage = mention.passage
    return passage.start, passage.end


def text_between(first: Mention, second: Mention, document: Document) -> str:
    """Return the text from the end of a mention to the start of a later one."""
    start = first.passage.end
    end = second.passage.start
    return document.article.text[start:end]


def title_of(name: Mention) -> Passage:
    """Return the passage of the title before a name, with the blank between them."""
    own = name.passage
    length = len(name.title) + 1
    start = own.start - length
    return Passage(own.article, start, own.start)


def names_among(mentions: Iterable[Mention]) -> Mentions:
    """Return the mentions that are proper names."""
    return [mention for mention in mentions if mention.is_name]


def of_type(mentions: Iterable[Mention], types: Set[str]) -> Mentions:
    """Return the mentions that have one of some classes."""
    return [mention for mention in mentions if mention.type in types]


def mentions_in(roles: Iterable[Role], name: str) -> Mentions:
    """Return the mentions that fill the roles of one name."""
    return [role.mention for role in roles if role.name == name]


def roles_of(name: str, mentions: Iterable[Mention]) -> list[Role]:
    """Return a role of one name for each of some mentions."""
    return [Role(name, mention) for mention in mentions]


def is_striking(verb: Token) -> bool:
    """Return whether the object of a verb is the place of what it tells."""
    return verb.pos_ == "VERB" and verb_lemma(verb) in STRIKING


def struck_by(noun: Token) -> list[Token]:
    """Return what a noun strikes: "an earthquake shook Chile", "Chile was hit by a storm"."""
    clauses = with_label(noun.children, "relcl")
    verbs = [noun.head, *clauses] if noun.dep_ == "nsubj" else clauses
    agent = governor_of(noun, "by")
    struck: list[Token] = []
    for verb in filter(is_striking, verbs):
        struck += direct_objects(verb)
    if agent is not None and is_striking(agent):
        struck += with_label(agent.children, "nsubjpass")
    return struck


def tells_what_happened(clause: Token) -> bool:
    """Return whether a clause tells of the same event: "when a bus crashed", "after it struck".

    After "after" only what strikes does.
    """
    if any_word(with_label(clause.children, "advmod"), "when"):
        return True
    return is_striking(clause) and any_word(with_label(clause.children, "mark"), *STRUCK_WHEN)
