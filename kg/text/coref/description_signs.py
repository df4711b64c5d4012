"""Meanings that a description may have, with the signs for each.

Signs are of its head and its other words, of its determiner, of classes, of distance, salience and
rivals. They tell descriptions that speak again of something from those that bring something new.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.text.coref.attributes import Attributes
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode, Nodes
from kg.text.coref.entity_types import entity_type_of
from kg.text.coref.lexicon import DEMONSTRATIVES, NAME_WORDS_OF_NOUN
from kg.text.coref.names import words_of
from kg.text.coref.nominals import DIFFERENT, OPPOSED, modifiers, owner_of
from kg.text.coref.pronoun_views import role, sort_of
from kg.text.coref.votes import Choice, Option, step
from kg.text.parse import possessor, with_label
from kg.text.parse.labels import NOUN_CLAUSES

RANKS = (0, 1, 2, 4)
NUMBERS = (1, 2, 4)  # of rivals
SENTENCES = (0, 1, 2, 4, 8)
SIZES = (1, 2, 4, 8)  # mentions
OPTIONS = (1, 2, 4, 8, 16)
SAME = "same head"
IN_NAME = "head in name"
THE = "the"  # how a description begins
OWNED = "owner"
NEW = "some"  # it brings something new: "a firm", "any firm"
BEST = frozenset({SAME, IN_NAME})
OPPOSED_WORDS = frozenset().union(*OPPOSED)


@dataclass(frozen=True)
class View:
    """One thing that a description may mean; `last` is its last mention before that.

    `head` tells how the head of the description stands to the words for the thing.
    """

    root: MentionNode
    before: Nodes
    last: MentionNode
    attributes: Attributes
    head: str


@dataclass(frozen=True)
class Setting:
    """A description and the things that it may mean; `places` are their ranks in salience.

    `start` and `end` tell how it begins, and what completes it.
    """

    node: MentionNode
    document: MentionDocument
    clusters: Clusters
    views: Sequence[View]
    places: Mapping[MentionNode, int]
    topic: MentionNode | None
    start: str
    end: str


def view_of(root: MentionNode, node: MentionNode, clusters: Clusters) -> View:
    """Return the view of a thing that a description may mean."""
    before = [other for other in clusters.members(root) if other < node]
    return View(root, before, before[-1], clusters.attributes(root), _head(node, before))


def start_of(node: MentionNode) -> str:
    """Return how a description begins, as a part of a sign."""
    determiners = {child.lower_ for child in with_label(node.token.lefts, "det", "predet")}
    if determiners & DEMONSTRATIVES:
        return THE
    if possessor(node.token) is not None:
        return OWNED
    if any(with_label(node.token.lefts, "nummod")):
        return "number"
    return NEW if determiners else "bare"


def end_of(node: MentionNode) -> str:
    """Return what completes a description, as a part of a sign."""
    for child in node.token.rights:
        if child.dep_ in NOUN_CLAUSES:
            return "clause"
        if child.dep_ == "prep":
            return "of" if child.lower_ == "of" else "phrase"
    return "bare"


def _head(node: MentionNode, before: Nodes) -> str:
    """Return how the head of a description stands to the words for a thing."""
    described = [other for other in before if other.is_nominal]
    if any(other.lemma == node.lemma for other in described):
        return SAME
    words = {node.lemma, *NAME_WORDS_OF_NOUN.get(node.lemma, ())}
    named = [other for other in before if other.is_name]
    if any(not words.isdisjoint(words_of(other.mention.text)) for other in named):
        return IN_NAME
    return "other head" if described else "only name"


def _words(node: MentionNode, before: Nodes) -> str:
    """Return how the other words of a description stand to those for a thing."""
    own = modifiers(node) - DEMONSTRATIVES
    known: set[str] = set()
    for other in before:
        known.update(modifiers(other) if other.is_nominal else ())
        known.update(words_of(other.mention.text) if other.is_name else ())
    if not own:
        return "no words"
    if own <= known:
        return "known words"
    if own & known:
        return "words partly known"
    return "opposed words" if own & (OPPOSED_WORDS | DIFFERENT) else "new words"


def description_choice(setting: Setting) -> Choice:
    """Return what a description may mean, with the signs for each thing and for none of them."""
    options = []
    for view in setting.views:
        signs = tuple(dict.fromkeys(_signs(view, setting)))
        options.append(Option(view.root, tuple(view.before), signs))
    none = tuple(_signs_of_none(setting))
    return Choice(setting.node, "description", options, none)


def _signs(view: View, setting: Setting) -> Iterator[str]:
    """Yield the signs for one of the things that a description may mean."""
    shape = f"{setting.start}|{view.head}"
    yield from _of_words(view, setting, shape)
    yield from _of_class(view, setting, shape)
    yield from _of_place(view, setting, shape)
    yield from _of_rivals(view, setting, shape)
    yield from _of_owner(view, setting)


def _of_words(view: View, setting: Setting, shape: str) -> Iterator[str]:
    """Yield signs of the words of a description."""
    node = setting.node
    words = _words(node, view.before)
    number = "several" if node.mention.plural else "one"
    yield f"head:{view.head}"
    yield shape
    yield f"{view.head}|{words}"
    yield f"{shape}|{words}"
    yield f"{shape}|{number}"
    yield f"{view.head}|ends:{setting.end}"
    yield f"{shape}|ends:{setting.end}"
    yield f"{shape}|{words}|ends:{setting.end}"
    yield f"noun:{node.lemma}|{view.head}"
    if any(other.words == node.words for other in view.before):
        yield "same words"
        yield f"same words|{setting.start}"
    if node.mention.size:
        known = view.attributes.size == node.mention.size
        yield f"count:{'same' if known else 'new'}"
    elif view.attributes.size:
        yield "count:left out"


def _of_class(view: View, setting: Setting, shape: str) -> Iterator[str]:
    """Yield signs of classes and sorts."""
    mention, attributes = setting.node.mention, view.attributes
    class_ = _class(mention.type, attributes)
    own = entity_type_of(mention.type)
    sorts = f"{own.name.lower() if own else 'any'}>{sort_of(attributes)}"
    name = "named" if attributes.names else "nameless"
    yield f"class:{class_}"
    yield f"class:{class_}|{view.head}"
    yield f"sorts:{sorts}"
    yield f"sorts:{sorts}|{shape}"
    yield name
    yield f"{name}|{shape}"
    for each in sorted(attributes.types):
        yield f"noun:{setting.node.lemma}>{each}"
    for noun in sorted(attributes.nouns - {setting.node.lemma}):
        yield f"noun:{setting.node.lemma}>{noun}"
    if mention.country:
        yield f"country:{'same' if mention.country in attributes.countries else 'new'}"
    elif attributes.countries:
        yield "country:left out"


def _class(class_: str, attributes: Attributes) -> str:
    """Return how the class of a description stands to those of a thing."""
    if not class_:
        return "none"
    if class_ in attributes.types:
        return "same"
    return "other" if attributes.types else "unknown"


def _of_place(view: View, setting: Setting, shape: str) -> Iterator[str]:
    """Yield signs of distance, role and salience."""
    node, last = setting.node, view.last
    back = step(node.sentence - last.sentence, SENTENCES)
    yield f"back:{back}"
    yield f"back:{back}|{shape}"
    yield f"size:{step(len(view.before), SIZES)}"
    yield f"role:{role(last)}"
    yield f"own role:{role(node)}"
    yield f"last:{last.mention.kind.name.lower()}"
    if setting.document.is_in_front(view.root):
        yield "in headline"
        yield f"in headline|{shape}"
    place = setting.places.get(view.root)
    rank = "far" if place is None else step(place, RANKS)
    yield f"salience:{rank}"
    yield f"salience:{rank}|{shape}"
    yield f"salience:{rank}|{view.head}|{_class(node.mention.type, view.attributes)}"
    if setting.topic is view.root:
        yield "topic"
        yield f"topic|{shape}"
    if node.is_quoted:
        heard = any(other.quote == node.quote for other in view.before)
        yield f"quoted, {'heard' if heard else 'unheard'}"


def _of_rivals(view: View, setting: Setting, shape: str) -> Iterator[str]:
    """Yield signs of the other things that may be meant."""
    alike = [other for other in setting.views if other.head == view.head]
    rank, number, _ = _standing(view, alike)
    yield f"rank:{rank}|{view.head}"
    yield f"rank:{rank}|{shape}"
    yield f"rivals:{number}|{view.head}"
    if view.head not in BEST and any(other.head in BEST for other in setting.views):
        yield "better heads"
        yield f"better heads|{view.head}"
    sort = entity_type_of(setting.node.mention.type)
    if view.attributes.entity_types == {sort}:
        fitting = [other for other in setting.views if other.attributes.entity_types == {sort}]
        yield from _of_standing("sort", _standing(view, fitting), shape)
    class_ = setting.node.mention.type
    if class_ in view.attributes.types:
        fitting = [other for other in setting.views if class_ in other.attributes.types]
        yield from _of_standing("class", _standing(view, fitting), shape)


def _standing(view: View, rivals: Sequence[View]) -> tuple[str, str, str]:
    """Return how many of some things were spoken of later, how many there are, how many bigger."""
    later = sum(other.last.index > view.last.index for other in rivals)
    bigger = sum(len(other.before) > len(view.before) for other in rivals)
    return step(later, RANKS), step(len(rivals), NUMBERS), step(bigger, RANKS[:3])


def _of_standing(kind: str, standing: tuple[str, str, str], shape: str) -> Iterator[str]:
    """Yield signs of how a thing stands among those of its kind."""
    rank, number, bigger = standing
    yield f"{kind} rank:{rank}"
    yield f"{kind} rank:{rank}|{shape}"
    yield f"{kind} rivals:{number}|{shape}"
    yield f"{kind} bigger:{bigger}|{shape}"
    yield f"{kind}:{rank},{number}"


def _of_owner(view: View, setting: Setting) -> Iterator[str]:
    """Yield a sign of whose it is."""
    owner = owner_of(setting.node, setting.document)
    if owner is None:
        return
    owners = [owner_of(other, setting.document) for other in view.before]
    known = [other for other in owners if other is not None]
    same = any(setting.clusters.together(owner, other) for other in known)
    kind = "same" if same else "other" if known else "unknown"
    yield f"owner:{kind}"
    yield f"owner:{kind}|{view.head}"


def _signs_of_none(setting: Setting) -> Iterator[str]:
    """Yield the signs that a description brings something new."""
    node, start, end = setting.node, setting.start, setting.end
    heads = {view.head for view in setting.views}
    best = SAME if SAME in heads else IN_NAME if IN_NAME in heads else "none"
    yield "none"
    yield f"none, {start}"
    yield f"none, {start}|ends:{end}"
    yield f"none, {start}|{'several' if node.mention.plural else 'one'}"
    yield f"none, {start}|best:{best}"
    yield f"none, noun:{node.lemma}"
    yield f"none, class:{node.mention.type}"
    yield f"none, class:{node.mention.type}|{start}"
    yield f"none, options:{step(len(setting.views), OPTIONS)}"
    yield f"none, role:{role(node)}"
    yield f"none, words:{step(len(modifiers(node)), RANKS)}"
    if node.is_quoted:
        yield "none, quoted"
    if modifiers(node) & DIFFERENT:
        yield "none, different"
    if setting.document.is_in_front(node):
        yield "none, in headline"
