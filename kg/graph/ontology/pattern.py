"""Reads the small language in which an ontology writes the words of its relations and of the roles in its events.

A pattern is a row of words with two slots, `S` for the subject of the triple and `O` for its object, always in the active voice
and with lemmas:

    "S work for O"               a clause: the verb, then what it takes, then prepositions
    "bear S in O"                a clause of which only the undergoer matters: "S was born in O"
    "S be founder of O"          one thing is something of another, however the sentence says so
    "acquisition of O by S"      a noun that names what happens
    "S be O:<office>"            the noun phrase itself is the object; <office> is any word of the word class "office"
    "S share border with O"      a noun in the place of a slot must stand there
    "war between S and O"        two fillers of one role
    "S join O:kg:PoliticalParty" only of things of that class; with "!" after it not of its subclasses
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import OntologyError
from kg.graph.ontology.schema import Condition, Pattern, RoleRule
from kg.model import Frame

# fmt: off
PARTICLES = frozenset([
    "ahead", "along", "apart", "aside", "away", "back", "down", "forward", "off", "out", "over", "together", "up",
])
PREPOSITIONS = frozenset([
    "about", "above", "across", "after", "against", "ahead", "along", "alongside", "amid", "among", "around", "as", "at",
    "away", "before", "behind", "below", "beneath", "beside", "between", "beyond", "by", "despite", "down", "during", "for",
    "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "opposite", "out", "outside", "over", "past",
    "regarding", "since", "through", "throughout", "to", "together", "toward", "towards", "under", "until", "up", "upon",
    "via", "with", "within", "without",
])
# fmt: on
# Roles that the language half fills whatever word introduces them, written in a pattern like prepositions.
NAMED_ROLES = frozenset({"object", "when", "quantity", "duration", "recipient"})
AND = "and"  # between two slots of one role
SLOT = re.compile(r"(?P<slot>[SO])(?::(?P<noun>\S+))?")
CLASS = re.compile(r"<(?P<name>[\w-]+)>")
WORD = re.compile(r"<[\w-]+>|[\w'’.&/-]+")
ROLE_RULE = re.compile(
    r"(?:(?P<words>[^:]+): +)?(?P<role>[a-z]+(?: [a-z]+)?) +(?:(?P<filler>\S+) +)?(?P<property>\S+)"
)

EXPECTED = (
    'write "S work for O", "bear S in O" (for "S was born in O"), "S be founder of O", "acquisition of O by S" '
    'or "S be O:<office>", with one S and one O'
)


@dataclass(slots=True)
class _Slots:
    """The roles found so far for `S` and `O`, and what roles are required to be filled with: nouns or classes."""

    roles: dict[str, str]
    required: list[tuple[str, str]]


def parse(
    text: str, *, words_of: Mapping[str, frozenset[str]] | None = None, past: bool = False
) -> Pattern:
    """The pattern that a string writes. `words_of` gives the words of each class that a condition may name.

    Raises `OntologyError` with the pattern and what is expected where it has no known form.

    >>> parse("S set up O").predicate
    'set up'
    >>> pattern = parse("bear S in O")
    >>> pattern.frame.value, pattern.subject, pattern.object
    ('verb', 'object', 'in')
    """
    tokens = text.split()
    if (
        not all(WORD.fullmatch(token) or SLOT.fullmatch(token) for token in tokens)
        or len(tokens) < 2
    ):
        raise _fault(text, "is not a row of words")
    frame = _frame(tokens)
    predicate, rest, slots = _head(frame, tokens, text)
    _arguments(rest, slots, frame, text)
    named = CLASS.fullmatch(predicate)
    if set(slots.roles) != {"S", "O"}:
        raise _fault(text, f"lacks {'S' if 'S' not in slots.roles else 'O'}")
    return Pattern(
        frame=frame,
        predicate=predicate,
        subject=slots.roles["S"],
        object=slots.roles["O"],
        word_class=named["name"] if named else "",
        conditions=tuple(
            _condition(role, name, words_of or {}, text) for role, name in slots.required
        ),
        past=past,
        text=text,
    )


def parse_role(text: str) -> tuple[RoleRule, ...]:
    """What one line of `kg:roleOf` says: `role property` or `role class property`, after `verb, noun: ` where it is theirs.

    Raises `OntologyError` where it has no such form.

    >>> parse_role("leave: object schema:Place kg:origin")
    (RoleRule(role='object', property='kg:origin', word='leave', filler='schema:Place'),)
    """
    found = ROLE_RULE.fullmatch(text.strip())
    if found is None:
        raise OntologyError(
            f'role {text!r}: write "object kg:patient", "object schema:Place kg:via" or "leave: object kg:origin"'
        )
    words = [word.strip().lower() for word in (found["words"] or "").split(",")]
    return tuple(
        RoleRule(found["role"], found["property"], word, found["filler"] or "") for word in words
    )


def _fault(text: str, fault: str) -> OntologyError:
    return OntologyError(f"pattern {text!r} {fault}: {EXPECTED}")


def _frame(tokens: list[str]) -> Frame:
    """Clauses begin with a slot or have one after the verb; a noun that names a happening has a preposition before any slot."""
    if SLOT.fullmatch(tokens[0]):
        return Frame.NOUN if "be" in (tokens[1], *tokens[3:4]) else Frame.VERB
    after = tokens[2] if tokens[1] in PARTICLES and len(tokens) > 2 else tokens[1]
    return Frame.VERB if SLOT.fullmatch(after) or after in NAMED_ROLES else Frame.HAPPENING


def _condition(
    role: str, name: str, words_of: Mapping[str, frozenset[str]], text: str
) -> Condition:
    """A name with a colon is a class, any other a noun or a class of words."""
    if ":" in name:
        return Condition(role, classes=frozenset({name}))
    return Condition(role, nouns=_words(name, words_of, text))


def _head(frame: Frame, tokens: list[str], text: str) -> tuple[str, list[str], _Slots]:
    """The predicate, the tokens after it, and what the tokens before it filled."""
    slots = _Slots({}, [])
    while tokens and SLOT.fullmatch(tokens[0]):
        _fill("subject", tokens[0], slots, text)
        tokens = tokens[2:] if tokens[1:2] == [AND] else tokens[1:]
    if not tokens:
        raise _fault(text, "has no verb")
    if frame is Frame.VERB:
        length = 2 if len(tokens) > 2 and tokens[1] in PARTICLES else 1
        return " ".join(tokens[:length]), tokens[length:], slots
    if frame is Frame.NOUN:
        tokens = tokens[1:]
        literal = SLOT.fullmatch(tokens[0]) if tokens else None
        if literal:
            slots.roles[literal["slot"]] = ""
            tokens = [literal["noun"] or "", *tokens[1:]]
    length = next((i for i, token in enumerate(tokens) if i and _names_role(token)), len(tokens))
    predicate = " ".join(tokens[:length])
    if not predicate or any(SLOT.fullmatch(token) for token in tokens[:length]):
        raise _fault(text, "has no noun")
    return predicate, tokens[length:], slots


def _names_role(token: str) -> bool:
    return token in PREPOSITIONS or token in NAMED_ROLES


def _arguments(tokens: list[str], slots: _Slots, frame: Frame, text: str) -> None:
    """Fill the roles after the predicate: a slot or noun right after a verb is its object, others follow the name of a role."""
    role, named, last = ("object" if frame is Frame.VERB else ""), "", ""
    words: list[str] = []
    for token in tokens:
        if token == AND and last:
            role = last
        elif _names_role(token):
            if not named or words:
                _require(role, words, slots, text)
                named, words = "", []
            named = f"{named} {token}".strip()  # also "out of"
            role = "subject" if frame is Frame.HAPPENING and named == "by" else named
        elif SLOT.fullmatch(token):
            if words:
                raise _fault(
                    text, f"has {token} after {' '.join(words)!r}, which fills the role already"
                )
            role = role or _free_object(slots, frame, text)
            _fill(role, token, slots, text)
            role, named, last = "", "", role
        else:
            words.append(token)
    if named and not words:
        raise _fault(text, f"has nothing after {named!r}")
    _require(role, words, slots, text)


def _free_object(slots: _Slots, frame: Frame, text: str) -> str:
    """The role of a slot without a preposition after another argument: "award recipient S O"."""
    if frame is not Frame.VERB or "object" in slots.roles.values():
        raise _fault(text, "has a slot where no role is open")
    return "object"


def _require(role: str, words: list[str], slots: _Slots, text: str) -> None:
    """Words in the place of a slot are the noun that has to stand there."""
    if not words:
        return
    if not role:
        raise _fault(text, f"has {' '.join(words)!r} where a preposition should be")
    slots.required.append((role, " ".join(words)))


def _fill(role: str, token: str, slots: _Slots, text: str) -> None:
    slot, _, noun = token.partition(":")
    if slot in slots.roles:
        raise _fault(text, f"has {slot} twice")
    slots.roles[slot] = role
    if noun:
        slots.required.append((role, noun))


def _words(noun: str, words_of: Mapping[str, frozenset[str]], text: str) -> frozenset[str]:
    named = CLASS.fullmatch(noun)
    if not named:
        return frozenset({noun.lower()})
    if named["name"] not in words_of:
        raise OntologyError(
            f"pattern {text!r} names the word class {noun}, which no file gives: add a kg:WordClass with that label"
        )
    return words_of[named["name"]]
