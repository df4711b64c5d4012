"""The mention of an event: what one claim tells of it."""

from dataclasses import dataclass

from kg.graph.events.worth import worth
from kg.model import Factuality, Frame, Mention, Passage, Quantity, TimeValue

RULE = "event"  # by which a trace calls the making of an event from a claim

Classes = tuple[str, ...]
EventRole = tuple[str, str]  # a property and the id of an entity


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one claim tells of it, with everything resolved: not yet the event itself.

    `frame` to `parent` are the claim's own, `published` is the date of its article. `date` is the
    first single date of the claim; `second` is the date that another sentence lends it, which
    counts if no mention of the event has a time of its own; so does `lent_place`, the place that
    its sentence lends it, if none has a place. `signs` are what its worth is judged
    by, `vector` is what tells which mentions are alike. `around` are the wider places, in which a
    narrower one among the roles lies. `context` are the words and things with a name in its
    sentence, sorted, by which tellings in several articles are compared.
    """

    frame: Frame
    predicate: str
    phrase: str
    trigger: Passage
    evidence: Passage
    rule: str
    factuality: Factuality
    parent: Passage | None
    published: str
    classes: Classes
    roles: tuple[EventRole, ...]
    label: str
    time: TimeValue | None = None
    time_words: tuple[str, ...] = ()
    duration: str = ""
    quantities: tuple[Quantity, ...] = ()
    speaker: str = ""
    date: Mention | None = None
    second: Mention | None = None
    lent_place: EventRole | None = None
    signs: tuple[str, ...] = ()
    around: tuple[EventRole, ...] = ()
    vector: tuple[int, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def worth(self) -> float:
        """The probability that a reporter would put it into a chronology, 0 to 1."""
        return worth(self.signs)

    @property
    def article(self) -> str:
        """The id of the article that tells of it."""
        return self.trigger.article

    def fillers(self, role: str) -> set[str]:
        """Return the ids of the entities in a role."""
        return {entity for curie, entity in self.roles if curie == role}
