"""Claims of noun phrases: what one thing is said to be of another.

"Ann Bolt, founder of Acme", "Acme's founder, Ann Bolt", "Acme founder Ann Bolt", "Ann Bolt is the
founder of Acme" and "Ann Bolt was named founder of Acme" all give the predicate "founder" with the
roles subject (Ann Bolt) and of (Acme).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import (
    Assertion,
    Claim,
    Factuality,
    Frame,
    Mention,
    Role,
)
from kg.text.parse import (
    clause_of,
    passage_of,
    with_label,
)
from kg.text.parse.labels import PLURALS
from kg.text.relations.bygone import (
    is_former,
    is_given_up,
    is_in_past,
    is_past_state,
    is_to_come,
    is_told_of_long_ago,
    to_come,
)
from kg.text.relations.choices import (
    mentions_in,
    of_type,
    roles_of,
    with_word_behind,
)
from kg.text.relations.holders import Holders
from kg.text.relations.predications import (
    APPOSITION,
    AS,
    COPULA,
    NOUN_PHRASE,
    POST,
    Predication,
    predications,
)
from kg.text.relations.titles import office_claim
from kg.text.syntax import (
    Document,
    complements,
    is_given_up_habit,
    verb_roles,
)
from kg.trace import stopped

TITLE_ADJECTIVES = word_set("adjectives", "part-of-title")
LEAVING = word_set("verbs", "leaving-office")
GIVING_UP = word_set("verbs", "giving-up-a-post")
LEADING = word_set("verbs", "leading-organisation")
HOLDER = "subject"
HYPHEN = "-"
TIME = "when"
# Roles of the verb that are those of the office, too.
ROLES_OF_VERB = word_set("function_words", "shared-with-office") | {TIME}


def noun_claims(document: Document) -> Iterator[Claim]:
    """Yield the claims of the nouns that are said of a mention.

    These are also descriptions that tie their own thing to another.
    """
    for noun in document.nouns:
        if noun.text != HYPHEN and not document.is_name(noun):
            for predication in predications(noun, document):
                yield from _claims(predication, document)


def _claims(predication: Predication, document: Document) -> Iterator[Claim]:
    """Yield the claim of a predication, and those of the nationality word before its noun.

    There is none without a holder, nor for a holder that is the complement itself.
    """
    noun = predication.noun
    if not predication.holders:
        stopped(predication.rule, noun, "nothing that “{}” is said of is a mention", noun)
        return
    yield from _nationality(predication, document)
    yield office_claim(
        noun,
        _words(noun, document),
        _roles(predication, document),
        predication.rule,
        _standing(predication, document),
        _is_over(predication, document),
        document,
    )


def _standing(predication: Predication, document: Document) -> Assertion:
    """Return how a predication is put forward: an "incoming" chief is only to be one.

    Who "became the next president" is that.
    """
    noun, how, verb = predication.noun, predication.how, predication.verb
    if not is_to_come(noun, document):
        return how
    has_come = predication.rule == COPULA and verb is not None and is_in_past(verb)
    return how if has_come else to_come(how)


def _is_over(predication: Predication, document: Document) -> bool:
    """Return whether the holder no longer is what the noun says, or leaves that office."""
    noun, verb = predication.noun, predication.verb
    if is_former(noun, document) or is_told_of_long_ago(noun, document):
        return True
    if verb is not None and is_given_up_habit(verb):
        return True
    if verb is None:
        return is_given_up(noun, predication.how, document)
    if predication.rule in (AS, POST) and is_past_state(verb):
        return True
    if predication.rule == POST:
        return not GIVING_UP.isdisjoint(with_word_behind(verb))
    is_told_in_past = predication.rule == COPULA and verb.lemma_ == "be" and is_in_past(verb)
    return is_told_in_past or verb.lemma_ in LEAVING


def _roles(predication: Predication, document: Document) -> tuple[Role, ...]:
    """Return the holders of a noun, its complements, and the roles that its verb lends it."""
    noun, holders = predication.noun, predication.holders
    roles = roles_of(HOLDER, holders)
    own = complements(noun, document)
    if _is_named_behind(predication):
        own = (role for role in own if role.mention.passage.start < noun.idx)
    roles += [role for role in own if role.mention not in holders]
    if predication.verb is not None:
        roles += _roles_of_verb(predication.verb, document)
    if predication.rule == APPOSITION and _is_bare(roles):
        roles += roles_of("of", _led(noun, holders, document))
    return tuple(dict.fromkeys(roles))


def _is_named_behind(predication: Predication) -> bool:
    """Return whether what is behind a plural are its own names: "the towns of Lima and Cusco"."""
    noun = predication.noun
    if predication.rule != NOUN_PHRASE or noun.tag_ not in PLURALS:
        return False
    return any(holder.is_name and holder.head > noun.idx for holder in predication.holders)


def _is_bare(roles: Sequence[Role]) -> bool:
    """Return whether roles only say who holds an office and when."""
    names = {role.name for role in roles}
    return names <= {HOLDER, TIME}


def _roles_of_verb(verb: Token, document: Document) -> Iterator[Role]:
    """Yield the roles that a verb lends the noun that it says of somebody."""
    roles = verb_roles(verb, document)
    for role in roles:
        if role.name in ROLES_OF_VERB:
            yield role
    if verb.lemma_ == "join":
        yield from roles_of("of", mentions_in(roles, "object"))


def _nationality(predication: Predication, document: Document) -> Iterator[Claim]:
    """Yield the country of whoever is said to be a Norwegian something, whatever that is.

    An example is "is a Norwegian javelin thrower".
    """
    noun, how = predication.noun, predication.how
    if predication.rule not in (COPULA, APPOSITION):
        return
    if how.factuality is not Factuality.ASSERTED:
        return
    people = of_type(predication.holders, {"schema:Person"})
    if not people:
        return
    holders = roles_of(HOLDER, people)
    described = document.mentions(with_label(noun.lefts, "amod"))
    for country in of_type(described, {"schema:Country"}):
        yield Claim(
            Frame.RELATION,
            "schema:nationality",
            (*holders, Role("object", country)),
            passage_of(noun, document.article.id),
            document.sentence(noun),
            rule="nationality-word",
            speaker=how.speaker,
        )


def _led(noun: Token, holders: Holders, document: Document) -> Iterator[Mention]:
    """Yield what a bare title is the office in: "Acme was founded by Ann Bolt, president"."""
    verb = clause_of(noun)
    if verb.lemma_ not in LEADING:
        return
    roles = verb_roles(verb, document)
    subjects = set(mentions_in(roles, HOLDER))
    if subjects.isdisjoint(holders):
        return
    for mention in mentions_in(roles, "object"):
        if mention not in holders:
            yield mention


def _words(noun: Token, document: Document) -> list[Token]:
    """Return the noun with the modifiers that belong to the title.

    Examples are "third secretary" and "chief executive officer".
    """
    words: list[Token] = []
    for modifier in noun.lefts:
        is_mention = document.mention(modifier) is not None
        if not is_mention and _is_of_title(modifier, document):
            words.append(modifier)
    words.append(noun)
    return words


def _is_of_title(modifier: Token, document: Document) -> bool:
    """Return whether a modifier of a noun is a part of the title."""
    if modifier.dep_ == "compound":
        return not _holds_mention(modifier, document)
    if modifier.dep_ != "amod":
        return False
    return modifier.lower_ in TITLE_ADJECTIVES


def _holds_mention(token: Token, document: Document) -> bool:
    """Return whether a modifier is a mention or has one inside: "Acme" in "Acme sales manager"."""
    return bool(document.mentions(token.subtree))
