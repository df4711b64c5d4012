"""The reading of one article: the seam between the language half and the graph half.

A `Reading` is all that the graph half ever sees of an article. It is plain data, can be written to
disk and read back, and does not depend on any other article.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from kg.model.text import (
    Article,
    Gender,
    Mention,
    Passage,
)


class Factuality(StrEnum):
    """The degrees to which a claim is put forward as true.

    Only ASSERTED and REPORTED ones become plain triples.
    """

    ASSERTED = "Asserted"
    REPORTED = "Reported"
    DENIED = "Denied"
    POSSIBLE = "Possible"
    PLANNED = "Planned"

    @property
    def stands(self) -> bool:
        """The mark of a claim that is told as a fact, by the article or by someone it names."""
        return self in (Factuality.ASSERTED, Factuality.REPORTED)


@dataclass(frozen=True, slots=True)
class Assertion:
    """The degree to which something is put forward as true, and by whom.

    `speaker` is None for the article itself, or if nobody is named.
    """

    factuality: Factuality
    speaker: "Mention | None" = None


class Frame(StrEnum):
    """The construction of a claim, by which its predicate is looked up in the ontology.

    VERB: a clause; the predicate is the verb's lemma with its particle ("carry out"); roles are
    `subject` (the doer), `object` (the undergoer, also the subject of a passive), `recipient`, and
    a role for each preposition, named after it.
    NOUN: one thing is said to be something of another ("X, founder of Y", "Y's founder X", "X is
    the founder of Y"); the predicate is the noun's lemma, the role `subject` is who has it, `of`
    whose it is (also for 's and "Y founder X"), and a role for each other preposition.
    HAPPENING: a noun phrase that may name an event ("X's acquisition of Y in May"); the predicate
    is the noun's lemma; roles are `subject` (by X), `of` (of Y, or a possessor or noun before it),
    and a role for each other preposition.
    RELATION: the construction itself says the relation; the predicate is a property as a curie, the
    roles are `subject` and `object`.
    """

    VERB = "verb"
    NOUN = "noun"
    HAPPENING = "happening"
    RELATION = "relation"


SEEN = "seen"  # what signs begin with that tell what a learned reader thinks


@dataclass(frozen=True, slots=True)
class Role:
    """One filler of a claim.

    Times fill `when`, lengths of time `duration`, amounts `quantity`, whatever introduces them.
    """

    name: str
    mention: Mention


class Part(StrEnum):
    """The roles in an event that a learned reader tells apart, in the order of its scores."""

    AGENT = auto()
    PATIENT = auto()
    RECIPIENT = auto()
    PARTICIPANT = auto()
    PLACE = auto()
    ORIGIN = auto()
    DESTINATION = auto()


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role that a mention has in an event as a learned reader sees it.

    `chance` is its probability, two decimals.
    """

    name: Part
    mention: Mention
    chance: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of a passage about mentions: still about words, not about the world.

    Several fillers of one role stand as several `Role`s ("Smith and his daughter"). `trigger` are
    the words of the predicate itself, `evidence` the sentence. `phrase` is the predicate as a
    person would read it: the whole title of a noun ("third secretary"), and for verbs and
    happenings a short clause in which `{n}` stands for the filler of the n-th role ("{0} crosses
    {1}"). `value` is a literal object if a mention would be too much (an age). `ended` marks what
    was so in the past ("former minister"). `speaker` is who says so, if it is not the article
    itself. `parent` is the trigger of the claim that this one is a part of ("the journey began with
    a train ride"). `probability` is how sure a learned reader is, 0 to 1; rules leave it 0.
    `signs` are what grammar shows at the trigger of a verb or a happening (`tag:VBD`), and what a
    learned reader thinks of it. Its `vector` is like those of other words that tell of one event,
    and `seen` are the roles in it that the reader sees; both are empty without a reader.
    """

    frame: Frame
    predicate: str
    roles: tuple[Role, ...]
    trigger: Passage
    evidence: Passage
    rule: str
    phrase: str = ""
    value: str = ""
    factuality: Factuality = Factuality.ASSERTED
    speaker: Mention | None = None
    ended: bool = False
    parent: Passage | None = None
    probability: float = 0.0
    signs: tuple[str, ...] = ()
    vector: tuple[int, ...] = ()
    seen: tuple[SeenRole, ...] = ()

    def __hash__(self) -> int:
        return hash((self.trigger, self.predicate))  # tells almost all claims apart

    def fillers(self, role: str) -> tuple[Mention, ...]:
        """Return the mentions that fill a role, in text order; empty if there is none."""
        return tuple([r.mention for r in self.roles if r.name == role])


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the article gives as somebody's.

    `passage` takes in the whole of it, marks included; `text` is without them. `evidence` is the
    sentence or sentences with the words and their attribution. `indirect` is reported speech.
    `factuality` tells of the saying, not of what was said ("he did not say that …" is DENIED).
    """

    passage: Passage
    text: str
    evidence: Passage
    speaker: Mention | None = None
    addressee: Mention | None = None
    when: Mention | None = None
    indirect: bool = False
    factuality: Factuality = Factuality.ASSERTED
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing in one article, in text order; never empty.

    Chains partition the article's mentions. Times and quantities are not in chains. `name` is the
    fullest name in the chain, empty if none has a name. `type` is a class of the vocabulary as a
    curie, decided over all its mentions; empty if unknown. `reasons` name the passes that linked
    it. `members` are the indices of chains that a plural chain is made of ("X and Y … they").
    `outside` marks somebody of whom only pronouns speak, with nothing before them that they could
    stand for ("He was born in Lima."). `apart` are the indices of chains that grammar tells to be
    other things ("Bolt is the son of Tom Bolt"). `signs` are what grammar shows at the descriptions
    of a thing without a name (`det:the`).
    """

    mentions: tuple[Mention, ...]
    type: str = ""
    name: str = ""
    gender: Gender = Gender.UNKNOWN
    plural: bool = False
    reasons: tuple[str, ...] = ()
    members: tuple[int, ...] = ()
    outside: bool = False
    apart: tuple[int, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that an article names, and the sentence that it stands in."""

    mention: Mention
    sentence: Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article, and the article."""

    article: Article
    chains: tuple[Chain, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[NamedDate, ...] = ()
