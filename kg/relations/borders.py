"""Which countries and rivers border each other: "shares a border with", "the border between", "neighbouring Sweden"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse import clause_of, subjects
from kg.model import Claim, Mention
from kg.relations.arguments import OBJECTS, prepositional
from kg.relations.relation import relation_claim
from kg.relations.scene import Scene
from kg.relations.stance import presupposed, stance
from kg.relations.subjects import understood_subjects


def border_claims(scene: Scene) -> Iterator[Claim]:
    """ "Norway shares a border with Sweden", "with which it shares a border", "the two countries share a border"."""
    for noun in scene.nouns:
        if noun.lemma_ not in ("border", "frontier", "boundary") or noun.pos_ != "NOUN":
            continue
        verb = noun.head
        if noun.dep_ in OBJECTS and verb.lemma_ in ("share", "have"):
            ours = [m for token in understood_subjects(verb) for m in scene.things(token)]
            preps = [c for c in (*verb.children, *noun.children) if c.dep_ == "prep" and c.lower_ == "with"]
            theirs = [m for prep in preps for _, token in prepositional(prep) for m in scene.things(token)]
            yield from (
                relation_claim("kg:borders", a, b, "shared-border", scene, stance(verb, scene)) for a in ours for b in theirs
            )
        elif any(child.lower_ == "between" for child in noun.children):
            yield from _border_between(noun, scene)


def _border_between(noun: Token, scene: Scene) -> Iterator[Claim]:
    """ "the river … is the border between Norway and Sweden": the river borders both, and they border each other."""
    ends = [m for prep in noun.children if prep.lower_ == "between" for _, t in prepositional(prep) for m in scene.things(t)]
    also = [m for m in _as_well_as(noun, scene) if m not in ends]
    how = presupposed(noun, scene)
    for first in ends[:1]:
        for other in (*ends[1:], *also):
            yield relation_claim("kg:borders", first, other, "border-between", scene, how)
    for subject in _bordering(noun, scene):
        yield from (relation_claim("kg:borders", subject, end, "border-between", scene, how) for end in (*ends, *also))


def _as_well_as(noun: Token, scene: Scene) -> Iterator[Mention]:
    """What follows "as well as" at the noun."""
    for word in noun.children:
        if word.lower_ == "as" and word.dep_ in ("cc", "prep"):
            yield from (m for child in word.children if child.dep_ == "pobj" for m in scene.things(child))


def neighbour_claims(scene: Scene) -> Iterator[Claim]:
    """ "Norway closed its frontier with neighbouring Sweden": the country that acts borders its neighbour."""
    for word in scene.words("neighbouring", "neighboring"):
        if word.dep_ != "amod":
            continue
        theirs = [m for m in scene.things(word.head) if m.type == "schema:Country" and m.is_name]
        ours = [m for token in understood_subjects(clause_of(word)) for m in scene.things(token)]
        for subject in ours:
            if subject.type in ("schema:Country", ""):
                yield from (relation_claim("kg:borders", subject, other, "neighbouring", scene) for other in theirs)


def _bordering(noun: Token, scene: Scene) -> Iterator[Mention]:
    """What is told to be the border: the subject of "is", "forms", "serves as", "marks"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if verb.pos_ in ("VERB", "AUX") and verb.lemma_ in ("be", "form", "mark", "serve", "act", "make", "constitute"):
        for token in subjects(verb):
            yield from scene.things(token)
