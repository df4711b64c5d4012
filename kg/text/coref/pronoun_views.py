"""A pronoun and the things that it may mean, as the signs for each of them see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.lang.en import word_set
from kg.model import Gender
from kg.text.coref.attributes import Attributes
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode, Nodes
from kg.text.coref.entity_types import EntityType
from kg.text.coref.pronoun_forms import Use
from kg.text.coref.salience import OBJECTS, is_embedded, ranking, role_of
from kg.text.parse import SUBJECTS

WINDOW = 5  # sentences back in which a thing may be meant
CLEAR = 1.3  # factor by which a thing leads clearly
FAR = 3  # sentences back that count as one distance
PERSONS = frozenset({EntityType.PERSON})
SAYING = word_set("verbs", "saying")


@dataclass(frozen=True)
class Setting:
    """A pronoun, the things that it may mean, and what is known when it is looked at.

    `presence` has the salience of each thing, the most salient first. `beside` is that of nouns
    that are no mentions. `acts` says that only somebody who acts can be meant.
    """

    node: MentionNode
    document: MentionDocument
    clusters: Clusters
    presence: Mapping[MentionNode, float]
    chosen: MentionNode | None
    topic: MentionNode | None
    beside: float
    acts: bool

    @property
    def use(self) -> str:
        """Role of the pronoun in its clause."""
        if self.node.use is Use.POSSESSIVE:
            return "owner"
        return "subject" if self.node.dep in SUBJECTS else "object"

    @property
    def place(self) -> str:
        """Role of the pronoun in its clause, with the subject of a sentence apart."""
        return "main" if is_main(self.node) else self.use

    @cached_property
    def before(self) -> Mapping[MentionNode, Nodes]:
        """The mentions of each thing that stand before the pronoun."""
        members = self.clusters.members
        return {
            root: [other for other in members(root) if other < self.node] for root in self.presence
        }

    @cached_property
    def genders(self) -> Mapping[MentionNode, Gender]:
        """The gender of each thing."""
        return {root: self.clusters.attributes(root).gender for root in self.presence}


@dataclass(frozen=True)
class View:
    """One thing that a pronoun may mean; `last` is its last mention before the pronoun.

    `rule` tells what the rules take the pronoun for, `rank` how far the thing leads.
    """

    setting: Setting
    root: MentionNode
    before: Nodes
    last: MentionNode
    attributes: Attributes
    rule: str
    rank: str

    @property
    def back(self) -> int:
        """Number of sentences back to its last mention."""
        return self.setting.node.sentence - self.last.sentence

    @property
    def near(self) -> int:
        """Number of sentences back, of which only few are told apart."""
        return min(self.back, FAR - 1)

    @property
    def role(self) -> str:
        """The grammatical role of its last mention, with the subject of a sentence apart."""
        return "main" if is_main(self.last) else role(self.last)

    @property
    def gender(self) -> Gender:
        """Gender that the pronoun shows."""
        pronoun = self.setting.node.pronoun
        return Gender.UNKNOWN if pronoun is None else pronoun.gender

    @property
    def name(self) -> str:
        """Presence of a name, as a part of a sign."""
        return "named" if self.attributes.names else "nameless"

    @property
    def sort(self) -> str:
        """Sorts of thing that it may be."""
        return sort_of(self.attributes)


def sort_of(attributes: Attributes) -> str:
    """Return what a thing may be, as a part of a sign."""
    sorts = attributes.entity_types
    if len(sorts) == len(EntityType):
        return "any"
    return "+".join(sorted(sort.name.lower() for sort in sorts))


def role(node: MentionNode) -> str:
    """Return the grammatical role of a mention, as a part of a sign."""
    token = role_of(node.token)
    if token.dep_ in SUBJECTS:
        return "subject"
    if token.dep_ in OBJECTS:
        return "object"
    if is_embedded(token):
        return "embedded"
    return "oblique" if token.dep_ == "pobj" else "other"


def is_main(node: MentionNode) -> bool:
    """Return whether a mention is the subject of a sentence."""
    return node.dep in SUBJECTS and node.governor.dep_ == "ROOT"


def says(node: MentionNode) -> bool:
    """Return whether a mention is the subject of a verb of saying."""
    return node.dep in SUBJECTS and node.governor.lemma_ in SAYING


def alike(one: MentionNode, other: MentionNode) -> bool:
    """Return whether two pronouns are of one gender and number."""
    a, b = one.pronoun, other.pronoun
    if a is None or b is None:
        return False
    return (a.entity_types, a.numbers, a.gender) == (b.entity_types, b.numbers, b.gender)


def view_of(root: MentionNode, setting: Setting) -> View:
    """Return the view of one of the things."""
    before = setting.before[root]
    return View(
        setting,
        root,
        before,
        last=before[-1] if before else root,
        attributes=setting.clusters.attributes(root),
        rule=_rule(root, setting.chosen),
        rank=_rank(root, setting.presence),
    )


def _rule(root: MentionNode, chosen: MentionNode | None) -> str:
    """Return what the rules say to a thing."""
    if chosen is None:
        return "nobody"
    return "chosen" if chosen is root else "another"


def _rank(root: MentionNode, presence: Mapping[MentionNode, float]) -> str:
    """Return how far a thing leads the rest in salience, or how many are ahead of it."""
    first, *others = presence
    if root is not first:
        return "second" if root is others[0] else "later"
    rest = presence[others[0]] if others else 0.0
    return "lead" if presence[root] > CLEAR * rest else "first"


def presence_before(
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    fits: Callable[[MentionNode], bool],
) -> dict[MentionNode, float]:
    """Return the things that a pronoun may mean, with their salience, the most salient first."""
    is_known = _is_known(clusters)

    def may_be_meant(other: MentionNode) -> bool:
        return is_known(other) and fits(other)

    things = ranking(node, document, clusters, WINDOW, may_be_meant)
    return {root: salience for salience, root in things}


def _is_known(clusters: Clusters) -> Callable[[MentionNode], bool]:
    """Return the test for mentions of which it is known what they are, or of whom."""

    def is_known(other: MentionNode) -> bool:
        if clusters.is_described(other) or clusters.is_unnamed(other):
            return True
        return bool(clusters.split_antecedents(other))

    return is_known
