"""Claims of noun phrases: what one thing is said to be of another.

"Ann Bolt, founder of Acme", "Acme's founder, Ann Bolt", "Acme founder Ann Bolt", "Ann Bolt is the founder of Acme" and "Ann
Bolt was named founder of Acme" all give the predicate "founder" with the roles subject (Ann Bolt) and of (Acme).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lang.en import PAST, word_set
from kg.model import Assertion, Claim, Factuality, Frame, Mention, Role
from kg.text.attribution import assertion, presupposed
from kg.text.parse import clause_of, neighbour, passage_of, subjects
from kg.text.relations.titles import lowered, title_claims
from kg.text.syntax import (
    OBJECTS,
    Document,
    behind,
    complements,
    first_conjunct,
    implicit_subjects,
    is_kin,
    leading,
    named_kin,
    verb_roles,
)
from kg.trace import fired, stopped

TITLE_ADJECTIVES = word_set("adjectives", "part-of-title")
NAMING = word_set("verbs", "naming")
WORKING_AS = word_set("verbs", "working-as")
POSTS = word_set("nouns", "post")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
POST_PREPOSITIONS = word_set("function_words", "after-post")
LEAVING = word_set("verbs", "leaving-office")
PEOPLE = ("schema:Person", "kg:Group", "")
PLURAL = ("NNS", "NNPS")
LEADING = word_set("verbs", "leading-organisation")
COPULAS = word_set("verbs", "copula")


@dataclass(frozen=True)
class Predication:
    """A noun that is said of some holders: where it stands, by which construction, and how it is put forward."""

    noun: Token
    holders: tuple[Mention, ...]
    rule: str
    how: Assertion
    verb: Token | None = None

    def __post_init__(self) -> None:
        """Note where it was found: the claim itself is made further on."""
        fired(self.rule, self.noun)


def noun_claims(document: Document) -> Iterator[Claim]:
    """One claim for each noun that is said of a mention, and for each description that ties its own thing to another."""
    for noun in document.nouns:
        for predication in _predications(noun, document) if not document.is_name(noun) else ():
            yield from _claim(predication, document)
    yield from title_claims(document)


def _predications(noun: Token, document: Document) -> Iterator[Predication]:
    """All that a noun is said of; where nothing else, the noun's own thing ("the founder of Acme said")."""
    first = first_conjunct(noun, document)
    found = [*_apposed(first, noun, document), *_predicated(first, noun, document)]
    kin = named_kin(noun, document) if is_kin(noun) else ()
    if kin:  # what follows in the text is surer than the parse of a list
        for other in found:
            stopped(other.rule, noun, "the names after a word of kinship are surer")
        found = [Predication(noun, kin, "kin-names", presupposed(noun, document))]
    yield from found
    own = document.thing(noun) if document.mention(noun) is not None else None
    if not found and own is not None:
        yield Predication(noun, (own,), "noun-phrase", presupposed(noun, document))


def _apposed(first: Token, noun: Token, document: Document) -> Iterator[Predication]:
    """Appositions on either side, and the name right after its description ("his daughter Ann")."""
    how = presupposed(noun, document)
    if any(child.dep_ == "poss" for child in noun.lefts):
        first = noun  # "his wife, Ann, and their son, Bo" are two things
    if first.dep_ == "appos":
        holders = _explained(first, noun, document)
        if holders:
            yield Predication(noun, holders, "apposition-post", how)
        else:
            stopped(
                "apposition-post", noun, "“{}”, which it stands beside, is no mention", first.head
            )
    for child in (child for child in first.children if child.dep_ == "appos"):
        names = tuple(m for m in document.things(child) if m.is_name)
        if names:
            yield Predication(
                noun, names if first.tag_ in PLURAL else names[:1], "apposition-pre", how
            )
        else:
            stopped("apposition-pre", noun, "“{}”, which stands beside it, is no name", child)
    named = document.mention(first.head)
    before_name = (
        first.dep_ in ("compound", "nmod") and named is not None and first.idx < named.passage.start
    )
    in_title = named is not None and first.idx >= named.passage.start - len(named.title) - 1
    if before_name and named is not None and named.is_name and not in_title:
        yield Predication(noun, (named,), "title", how)


def _explained(first: Token, noun: Token, document: Document) -> tuple[Mention, ...]:
    """Who an apposition is about; kin is about people: "He was born in Oslo, the son of a miner" tells of him."""
    holder = document.thing(first.head)
    if is_kin(noun) and (holder is None or holder.type not in PEOPLE):
        return _subjects(clause_of(first.head), document)
    return (holder,) if holder is not None else ()


def _predicated(first: Token, noun: Token, document: Document) -> Iterator[Predication]:
    """Nouns after a copula, after "named", and after "as"."""
    verb = first.head
    if (
        first.dep_ == "pobj" and verb.lower_ == "of" and behind(verb.head) == first
    ):  # "one of the founders"
        first, verb = verb.head, verb.head.head
    if first.dep_ == "attr" and verb.lemma_ in COPULAS:
        yield Predication(
            noun, _subjects(verb, document), "copula", assertion(verb, document), verb
        )
    elif first.dep_ in ("oprd", "attr", "dobj") and verb.lemma_ in NAMING:
        yield Predication(
            noun, _undergoers(verb, first, document), "naming", assertion(verb, document), verb
        )
    elif first.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in WORKING_AS:
        governor = verb.head
        holders = _undergoers(governor, first, document) or _subjects(governor, document)
        if governor.lemma_ == "join":
            holders = _subjects(governor, document)
        yield Predication(noun, holders, "as", assertion(governor, document), governor)
    elif first.dep_ == "pobj" and verb.lower_ in POST_PREPOSITIONS and verb.head.lemma_ in POSTS:
        yield Predication(
            noun, _holders_of_post(verb.head, document), "post", presupposed(noun, document)
        )
    elif (led := leading(verb, subjects(verb))) is not None and led[0] == first:
        yield Predication(noun, document.things(led[1]), "leading", presupposed(noun, document))
    elif first.dep_ == "nsubj" and (late := _late_subject(first, document)) is not None:
        yield Predication(noun, (late,), "leading", presupposed(noun, document))
    elif first.dep_ == "pobj" and verb.lower_ == "as" and verb.head.pos_ == "VERB":
        stopped("as", noun, "“{}” is no verb of naming or working as something", verb.head)
    elif first.dep_ == "nsubj" and verb.lemma_ == "be":
        named = [
            m
            for child in verb.children
            if child.dep_ == "attr"
            for m in document.things(child)
            if m.is_name
        ]
        yield Predication(noun, tuple(named), "copula", assertion(verb, document), verb)


def _late_subject(noun: Token, document: Document) -> Mention | None:
    """The name after a leading description that is parsed as if it explained the last word of it.

    "A subsidiary of shipbuilder Acme, Bolt makes boats": no comma parts the name from the verb.
    """
    last = noun.right_edge
    names = (
        token
        for token in noun.subtree
        if token.dep_ == "appos" and token.right_edge == last and token.i > noun.i + 2
    )
    named = next((m for m in map(document.mention, names) if m is not None and m.is_name), None)
    after = neighbour(last, 1)
    leads = noun.left_edge == noun.sent[0] and noun.left_edge.lower_ in INDEFINITE
    return named if leads and after is not None and not after.is_punct else None


def _holders_of_post(post: Token, document: Document) -> tuple[Mention, ...]:
    """Whose post it is: the possessor, else the subject of the verb that it is the object of."""
    possessors = tuple(
        m for child in post.lefts if child.dep_ == "poss" for m in document.things(child)
    )
    return possessors or (_subjects(post.head, document) if post.dep_ in OBJECTS else ())


def _subjects(verb: Token, document: Document) -> tuple[Mention, ...]:
    """The mentions that are the subject of a verb, understood ones included."""
    return tuple(
        dict.fromkeys(m for token in implicit_subjects(verb) for m in document.things(token))
    )


def _undergoers(verb: Token, noun: Token, document: Document) -> tuple[Mention, ...]:
    """Who is named: the object of an active verb, the subject of a passive one."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or verb.dep_ == "acl":
        return _subjects(verb, document)
    objects = [child for child in verb.children if child.dep_ in OBJECTS and child != noun]
    return tuple(dict.fromkeys(m for token in objects for m in document.things(token)))


def _claim(said: Predication, document: Document) -> Iterator[Claim]:
    """The claim of a predication; none without a holder, nor for a holder that is the complement itself."""
    roles = [Role("subject", holder) for holder in said.holders]
    roles += [role for role in complements(said.noun, document) if role.mention not in said.holders]
    if said.verb is not None:
        roles += [
            r
            for r in verb_roles(said.verb, document)
            if r.name in ("when", "at", "in", "for", "with")
        ]
        if said.verb.lemma_ == "join":
            roles += [
                Role("of", r.mention) for r in verb_roles(said.verb, document) if r.name == "object"
            ]
    if not said.holders:
        stopped(said.rule, said.noun, "nothing that “{}” is said of is a mention", said.noun)
        return
    if said.rule == "apposition-post" and not any(
        role.name not in ("subject", "when") for role in roles
    ):
        roles += [Role("of", mention) for mention in _led(said.noun, said.holders, document)]
    yield from _nationality(said, document)
    words = _words(said.noun, document)
    yield Claim(
        Frame.NOUN,
        " ".join([*(word.lower_ for word in words[:-1]), said.noun.lemma_.lower()]),
        tuple(dict.fromkeys(roles)),
        passage_of(said.noun, document.article.id),
        document.sentence(said.noun),
        rule=said.rule,
        phrase=" ".join(lowered(word) for word in words),
        factuality=said.how.factuality,
        speaker=said.how.speaker,
        ended=_is_past(said.noun, document)
        or (said.verb is not None and said.verb.lemma_ in LEAVING),
    )


def _nationality(said: Predication, document: Document) -> Iterator[Claim]:
    """The country of whoever is said to be a Norwegian something, whatever that is: "is a Norwegian javelin thrower"."""
    demonyms = [
        m
        for child in said.noun.lefts
        if child.dep_ == "amod" and (m := document.mention(child)) is not None
    ]
    countries = [m for m in demonyms if m.type == "schema:Country"]
    people = [holder for holder in said.holders if holder.type == "schema:Person"]
    if (
        not people
        or said.rule not in ("copula", "apposition-post")
        or said.how.factuality is not Factuality.ASSERTED
    ):
        return
    for country in countries:
        yield Claim(
            Frame.RELATION,
            "schema:nationality",
            (*(Role("subject", person) for person in people), Role("object", country)),
            passage_of(said.noun, document.article.id),
            document.sentence(said.noun),
            rule="nationality-word",
            speaker=said.how.speaker,
        )


def _led(noun: Token, holders: tuple[Mention, ...], document: Document) -> Iterator[Mention]:
    """What a bare title is the office in: "Acme was founded by Ann Bolt, president"."""
    verb = clause_of(noun)
    if verb.lemma_ in LEADING:
        roles = verb_roles(verb, document)
        if any(role.name == "subject" and role.mention in holders for role in roles):
            yield from (
                role.mention
                for role in roles
                if role.name == "object" and role.mention not in holders
            )


def _words(noun: Token, document: Document) -> list[Token]:
    """The noun with the modifiers that belong to the title: "third secretary", "chief executive officer"."""
    kept = [
        child
        for child in noun.lefts
        if document.mention(child) is None
        and (
            (child.dep_ == "compound" and not _holds_mention(child, document))
            or (child.dep_ == "amod" and child.lower_ in TITLE_ADJECTIVES)
        )
    ]
    return [*kept, noun]


def _holds_mention(token: Token, document: Document) -> bool:
    """True where a modifier is itself, or has inside it, a mention ("Acme" in "Acme sales manager")."""
    return any(document.mention(inner) is not None for inner in token.subtree)


def _is_past(noun: Token, document: Document) -> bool:
    """True under "former" and its like, also before a coordination."""
    first = first_conjunct(noun, document)
    return any(child.lower_ in PAST for each in {noun, first} for child in each.lefts)
