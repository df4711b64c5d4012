"""The small language of ontologies for the words of relations and for the roles in events.

A pattern is a row of words with two slots, `S` for the subject of the triple and `O` for its
object, always in the active voice and with lemmas:

    "S work for O"               a clause: the verb, then what it takes, then prepositions
    "bear S in O"                a clause of which only the undergoer matters: "S was born in O"
    "S be founder of O"          one thing is something of another, however the sentence says so
    "acquisition of O by S"      a noun that names what happens
    "S be O:<office>"            the noun phrase itself is the object; <office> is any word of
                                 the word class "office"
    "S share border with O"      a noun in the place of a slot must stand there
    "war between S and O"        two fillers of one role
    "S join O:kg:PoliticalParty" only of things of that class; with "!" after it not of its
                                 subclasses
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import OntologyError
from kg.graph.ontology.schema import Condition, Pattern, RoleRule
from kg.lang.en import word_set
from kg.model import Frame

PARTICLES = word_set("function_words", "pattern-particle")
PREPOSITIONS = word_set("function_words", "pattern-preposition")
AND = "and"  # between two slots of one role
BE = "be"  # between the subject and the noun that it is said to be
BY = "by"  # before the doer in a pattern for the noun of an event
SLOT = re.compile(r"(?P<slot>[SO])(?::(?P<noun>\S+))?")
CLASS = re.compile(r"<(?P<name>[\w-]+)>")
WORD = re.compile(r"<[\w-]+>|[\w'’.&/-]+")
ROLE_RULE = re.compile(
    r"(?:(?P<words>[^:]+): +)?"
    r"(?P<role>[a-z]+(?: [a-z]+)?) +"
    r"(?:(?P<filler>\S+) +)?"
    r"(?P<property>\S+)"
)

Words = Mapping[str, frozenset[str]]  # the words of each class


class RoleName(StrEnum):
    """The roles that the language half fills whatever word introduces them.

    But for the subject, patterns write them like prepositions.
    """

    SUBJECT = "subject"
    OBJECT = "object"
    WHEN = "when"
    QUANTITY = "quantity"
    DURATION = "duration"
    RECIPIENT = "recipient"


WRITTEN_ROLES = frozenset(RoleName) - {RoleName.SUBJECT}


@dataclass(slots=True)
class _Slots:
    """The roles of `S` and `O` so far, and the nouns or classes that roles must be filled with."""

    roles: dict[str, str]
    required: list[tuple[str, str]]


def parse(text: str, *, words_of: Words | None = None, past: bool = False) -> Pattern:
    """Return the pattern that a string writes.

    `words_of` gives the words of each class that a condition may name. Raises `OntologyError` with
    the pattern and what is expected if it has no known form.

    >>> parse("S set up O").predicate
    'set up'
    >>> pattern = parse("bear S in O")
    >>> pattern.frame.value, pattern.subject, pattern.object
    ('verb', 'object', 'in')
    """
    tokens = text.split()
    if len(tokens) < 2 or not all(map(_is_token, tokens)):
        raise _fault(text, "is not a row of words")
    frame = _frame(tokens)
    predicate, rest, slots = _head(frame, tokens, text)
    _arguments(rest, slots, frame, text)
    word_class = CLASS.fullmatch(predicate)
    for slot in "SO":
        if slot not in slots.roles:
            raise _fault(text, f"lacks {slot}")
    return Pattern(
        frame=frame,
        predicate=predicate,
        subject=slots.roles["S"],
        object=slots.roles["O"],
        word_class=word_class["name"] if word_class else "",
        conditions=tuple(_conditions(slots, words_of or {}, text)),
        past=past,
        text=text,
    )


def parse_role(text: str) -> tuple[RoleRule, ...]:
    """Return the rules of one line of `kg:roleOf`.

    It is `role property` or `role class property`, after `verb, noun: ` if it is theirs. Raises
    `OntologyError` if it has no such form.

    >>> parse_role("leave: object schema:Place kg:origin")
    (RoleRule(role='object', property='kg:origin', word='leave', filler='schema:Place'),)
    """
    parts = ROLE_RULE.fullmatch(text.strip())
    if parts is None:
        raise OntologyError(
            f'role {text!r}: write "object kg:patient", "object schema:Place kg:via" '
            'or "leave: object kg:origin"'
        )
    found = parts.groupdict(default="")
    rules = []
    for word in found["words"].split(","):
        rule = RoleRule(found["role"], found["property"], word.strip().lower(), found["filler"])
        rules.append(rule)
    return tuple(rules)


def _is_token(token: str) -> bool:
    return bool(WORD.fullmatch(token) or SLOT.fullmatch(token))


def _fault(text: str, fault: str) -> OntologyError:
    return OntologyError(
        f'pattern {text!r} {fault}: write "S work for O", "bear S in O" (for "S was born in O"), '
        '"S be founder of O", "acquisition of O by S" or "S be O:<office>", with one S and one O'
    )


def _frame(tokens: list[str]) -> Frame:
    """Return the frame of a pattern.

    Clauses begin with a slot or have one after the verb; the noun of an event has a preposition
    before any slot.
    """
    if SLOT.fullmatch(tokens[0]):
        is_noun = BE in (tokens[1], *tokens[3:4])
        return Frame.NOUN if is_noun else Frame.VERB
    after = tokens[_length_of_verb(tokens)]
    is_clause = SLOT.fullmatch(after) or after in WRITTEN_ROLES
    return Frame.VERB if is_clause else Frame.HAPPENING


def _length_of_verb(tokens: list[str]) -> int:
    """Return how many words the verb has that a pattern begins with: two with its particle."""
    has_particle = len(tokens) > 2 and tokens[1] in PARTICLES
    return 2 if has_particle else 1


def _conditions(slots: _Slots, words_of: Words, text: str) -> Iterator[Condition]:
    """Yield a condition for each required role.

    A name with a colon is a class, any other a noun or a class of words.
    """
    for role, name in slots.required:
        if ":" in name:
            yield Condition(role, classes=frozenset({name}))
        else:
            yield Condition(role, nouns=_words(name, words_of, text))


def _head(frame: Frame, tokens: list[str], text: str) -> tuple[str, list[str], _Slots]:
    """Return the predicate, the tokens after it, and the slots that the tokens before it fill."""
    slots = _Slots({}, [])
    while tokens and SLOT.fullmatch(tokens[0]):
        _fill(RoleName.SUBJECT, tokens[0], slots, text)
        has_second = tokens[1:2] == [AND]
        tokens = tokens[2:] if has_second else tokens[1:]
    if not tokens:
        raise _fault(text, "has no verb")
    if frame is Frame.VERB:
        length = _length_of_verb(tokens)
        return " ".join(tokens[:length]), tokens[length:], slots
    if frame is Frame.NOUN:
        tokens = _without_literal(tokens[1:], slots)
    length = _length_of_noun(tokens)
    nouns = tokens[:length]
    predicate = " ".join(nouns)
    if not predicate or any(map(SLOT.fullmatch, nouns)):
        raise _fault(text, "has no noun")
    return predicate, tokens[length:], slots


def _without_literal(tokens: list[str], slots: _Slots) -> list[str]:
    """Return the tokens after "be"; a slot there is the noun phrase itself, and gives its noun."""
    literal = SLOT.fullmatch(tokens[0]) if tokens else None
    if literal is None:
        return tokens
    slots.roles[literal["slot"]] = ""
    return [literal["noun"] or "", *tokens[1:]]


def _length_of_noun(tokens: list[str]) -> int:
    """Return how many words there are before the name of the first role; the first is no such."""
    for at, token in enumerate(tokens[1:], start=1):
        if _names_role(token):
            return at
    return len(tokens)


def _names_role(token: str) -> bool:
    return token in PREPOSITIONS or token in WRITTEN_ROLES


def _arguments(tokens: list[str], slots: _Slots, frame: Frame, text: str) -> None:
    """Fill the roles after the predicate.

    A slot or noun right after a verb is its object, others follow the name of a role.
    """
    role = str(RoleName.OBJECT) if frame is Frame.VERB else ""
    named, last = "", ""
    words: list[str] = []
    for token in tokens:
        if token == AND and last:
            role = last
        elif _names_role(token):
            if not named or words:
                _require(role, words, slots, text)
                named, words = "", []
            named = f"{named} {token}".strip()  # also "out of"
            names_doer = frame is Frame.HAPPENING and named == BY
            role = RoleName.SUBJECT if names_doer else named
        elif SLOT.fullmatch(token):
            if words:
                filled = " ".join(words)
                raise _fault(text, f"has {token} after {filled!r}, which fills the role already")
            role = role or _free_object(slots, frame, text)
            _fill(role, token, slots, text)
            role, named, last = "", "", role
        else:
            words.append(token)
    if named and not words:
        raise _fault(text, f"has nothing after {named!r}")
    _require(role, words, slots, text)


def _free_object(slots: _Slots, frame: Frame, text: str) -> str:
    """Return the role of a slot that follows another argument: "award recipient S O"."""
    if frame is not Frame.VERB or RoleName.OBJECT in slots.roles.values():
        raise _fault(text, "has a slot where no role is open")
    return RoleName.OBJECT


def _require(role: str, words: list[str], slots: _Slots, text: str) -> None:
    """Note the noun that has to stand in the place of a slot."""
    if not words:
        return
    if not role:
        raise _fault(text, f"has {' '.join(words)!r} where a preposition should be")
    slots.required.append((str(role), " ".join(words)))


def _fill(role: str, token: str, slots: _Slots, text: str) -> None:
    """Give a role to a slot, and note the noun or class that it asks for."""
    slot, _, noun = token.partition(":")
    if slot in slots.roles:
        raise _fault(text, f"has {slot} twice")
    slots.roles[slot] = str(role)
    if noun:
        slots.required.append((str(role), noun))


def _words(noun: str, words_of: Words, text: str) -> frozenset[str]:
    """Return a noun alone, or the words of the class that it names."""
    word_class = CLASS.fullmatch(noun)
    if not word_class:
        return frozenset({noun.lower()})
    name = word_class["name"]
    if name not in words_of:
        raise OntologyError(
            f"pattern {text!r} names the word class {noun}, which no file gives:"
            " add a kg:WordClass with that label"
        )
    return words_of[name]
