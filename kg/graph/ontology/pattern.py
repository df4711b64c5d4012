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
    "genre of S be O"            words that a noun is said to be
    "S join O:kg:PoliticalParty" only of things of that class; with "!" after it not of its
                                 subclasses
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.errors import OntologyError
from kg.graph.ontology.schema import Condition, Pattern, RoleRule
from kg.graph.ontology.words import Words, words_of_class
from kg.lang.en import word_set
from kg.model import Frame

PARTICLES = word_set("function_words", "pattern-particle")
PREPOSITIONS = word_set("function_words", "pattern-preposition")
# The roles that the language half fills whatever word introduces them.
SUBJECT = "subject"
OBJECT = "object"
WHEN = "when"
QUANTITY = "quantity"
DURATION = "duration"
RECIPIENT = "recipient"
# Patterns write these like prepositions.
WRITTEN_ROLES = frozenset({OBJECT, WHEN, QUANTITY, DURATION, RECIPIENT})
OF = "of"  # the role of a possessor, and a preposition
AND = "and"  # between two slots of one role
BE = "be"  # between the subject and the noun that it is said to be, or a noun and its value
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

Tokens = list[str]


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
    parser = _Parser(text, _frame(tokens))
    predicate = parser.parse(tokens)
    word_class = CLASS.fullmatch(predicate)
    conditions = parser.conditions(words_of or {})
    return Pattern(
        frame=parser.frame,
        predicate=predicate,
        subject=parser.roles["S"],
        object=parser.roles["O"],
        word_class=word_class["name"] if word_class else "",
        conditions=tuple(conditions),
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
    words = found.pop("words")
    rules = []
    for entry in words.split(","):
        word = entry.strip().lower()
        rules.append(RoleRule(word=word, **found))
    return tuple(rules)


def _fault(text: str, fault: str) -> OntologyError:
    return OntologyError(
        f'pattern {text!r} {fault}: write "S work for O", "bear S in O" (for "S was born in O"), '
        '"S be founder of O", "acquisition of O by S" or "S be O:<office>", with one S and one O'
    )


# ---------------------------------------------------------------------------------- rows of words


def _is_token(token: str) -> bool:
    return bool(WORD.fullmatch(token) or SLOT.fullmatch(token))


def _frame(tokens: Tokens) -> Frame:
    """Return the frame of a pattern.

    Clauses begin with a slot or have one after the verb; the noun of an event has a preposition
    before any slot.
    """
    first, second, *others = tokens
    if SLOT.fullmatch(first):
        is_noun = BE in (second, *others[1:2])
        return Frame.NOUN if is_noun else Frame.VERB
    length = _length_of_verb(tokens)
    after = tokens[length]
    if SLOT.fullmatch(after) or after in WRITTEN_ROLES:
        return Frame.VERB
    return Frame.HAPPENING


def _length_of_verb(tokens: Tokens) -> int:
    """Return how many words the verb has that a pattern begins with: two with its particle."""
    if len(tokens) > 2 and tokens[1] in PARTICLES:
        return 2
    return 1


def _names_role(token: str) -> bool:
    return token in PREPOSITIONS or token in WRITTEN_ROLES


# -------------------------------------------------------------------------------------- patterns


@dataclass(slots=True)
class _Parser:
    """A pattern that is read token by token.

    `roles` are those of `S` and `O` so far, `required` the noun or class that a role must be filled
    with. `role` is open for a filler, and `words` are what fills it so far; `named` is how the
    pattern names it. `last` is the role that a slot filled just before.
    """

    text: str
    frame: Frame
    roles: dict[str, str] = field(default_factory=dict)
    required: list[tuple[str, str]] = field(default_factory=list)
    role: str = ""
    named: str = ""
    last: str = ""
    words: list[str] = field(default_factory=list)

    def parse(self, tokens: Tokens) -> str:
        """Return the predicate, and note the roles and what has to fill them."""
        tokens = self._after_subjects(tokens)
        if self.frame is Frame.VERB:
            self.role = OBJECT
            length = _length_of_verb(tokens)
        else:
            if self.frame is Frame.NOUN:
                tokens = self._after_be(tokens[1:])
            length = self._length_of_noun(tokens)
        for token in tokens[length:]:
            self._argument(token)
        if self.named and not self.words:
            raise self._fault(f"has nothing after {self.named!r}")
        self._close()
        for slot in "SO":
            if slot not in self.roles:
                raise self._fault(f"lacks {slot}")
        return " ".join(tokens[:length])

    def _after_subjects(self, tokens: Tokens) -> Tokens:
        """Return the tokens after the slots in front, which are subjects."""
        while tokens and SLOT.fullmatch(tokens[0]):
            slot, *tokens = tokens
            self._fill(SUBJECT, slot)
            if tokens[:1] == [AND]:
                tokens = tokens[1:]
        if not tokens:
            raise self._fault("has no verb")
        return tokens

    def _after_be(self, tokens: Tokens) -> Tokens:
        """Return the tokens after "be"; a slot there is the phrase itself, and gives its noun."""
        if not tokens:
            return tokens
        first, *others = tokens
        literal = SLOT.fullmatch(first)
        if literal is None:
            return tokens
        slot, noun = literal.groups(default="")
        self.roles[slot] = ""
        return [noun, *others]

    def _length_of_noun(self, tokens: Tokens) -> int:
        """Return how many words there are before the name of the first role; the first is none."""
        length = 1
        while length < len(tokens) and not _names_role(tokens[length]):
            length += 1
        nouns = tokens[:length]
        if not any(nouns) or any(map(SLOT.fullmatch, nouns)):
            raise self._fault("has no noun")
        return length

    def _argument(self, token: str) -> None:
        """Take in a token after the predicate.

        A slot or noun right after a verb is its object, others follow the name of a role.
        """
        if token == AND and self.last:
            self.role = self.last
        elif _names_role(token) or self._is_copula(token):
            self._name_role(token)
        elif SLOT.fullmatch(token):
            self._fill_open_role(token)
        else:
            self.words.append(token)

    def _is_copula(self, token: str) -> bool:
        """Return whether a token leads from a noun to the words that are its value."""
        return self.frame is Frame.HAPPENING and token == BE

    def _name_role(self, token: str) -> None:
        """Open the role that a token names, alone or with the name in front: "out of"."""
        if self.words:
            self._close()
            self.named = ""
        self.named = f"{self.named} {token}".strip()
        self.role = self.named
        if self.frame is Frame.HAPPENING and self.named == BY:
            self.role = SUBJECT

    def _fill_open_role(self, token: str) -> None:
        """Give a slot the role that is open; the object is, if a verb has none yet."""
        if self.words:
            filled = " ".join(self.words)
            raise self._fault(f"has {token} after {filled!r}, which fills the role already")
        if not self.role:
            has_object = OBJECT in self.roles.values()
            if has_object or self.frame is not Frame.VERB:
                raise self._fault("has a slot where no role is open")
            self.role = OBJECT
        self._fill(self.role, token)
        self.last = self.role
        self.role = self.named = ""

    def _close(self) -> None:
        """Note the words that have to stand in the place of a slot."""
        if not self.words:
            return
        words = " ".join(self.words)
        if not self.role:
            raise self._fault(f"has {words!r} where a preposition should be")
        self.required.append((self.role, words))
        self.words = []

    def _fill(self, role: str, token: str) -> None:
        """Give a role to a slot, and note the noun or class that it asks for."""
        slot, _, noun = token.partition(":")
        if slot in self.roles:
            raise self._fault(f"has {slot} twice")
        self.roles[slot] = role
        if noun:
            self.required.append((role, noun))

    def _fault(self, fault: str) -> OntologyError:
        return _fault(self.text, fault)

    def conditions(self, words_of: Words) -> Iterator[Condition]:
        """Yield a condition for each required role.

        A name with a colon is a class, any other a noun or a class of words.
        """
        for role, name in self.required:
            word_class = CLASS.fullmatch(name)
            if word_class:
                user = f"pattern {self.text!r}"
                words = words_of_class(word_class["name"], words_of, user)
                yield Condition(role, nouns=words)
            elif ":" in name:
                yield Condition(role, classes=frozenset({name}))
            else:
                yield Condition(role, nouns=frozenset({name.lower()}))
