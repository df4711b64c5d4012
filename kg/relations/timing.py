"""When a clause or an event noun happened, where the sentence tells the time only once and its grammar lends it to others.

"Crashed in June, killing all on board", "started on Monday by thanking her voters", "in a Wednesday interview, she said", "the
talks began on Monday". A time never passes from a verb of saying to what is said, nor from a plan to what is planned.
Source: the inference of event times over syntactic dominance (Chambers et al. 2014, CAEVO; TimeML annotation guidelines 1.2.1).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.analyse import is_passive, verb_lemma
from kg.model import Kind, Mention, Role, TimeValue
from kg.relations.arguments import OBJECTS, verb_roles
from kg.relations.scene import Scene

# Verbs that happen when their infinitive or participle does: aspect, success, compulsion, and plans told as "due to".
SAME_TIME = frozenset(
    "begin start continue resume stop cease finish end keep go come proceed manage help force compel succeed fail dare happen "
    "expect schedule slate set due".split()
)
# What takes place: its subject happens when it does.
OCCURRING = frozenset(
    "happen occur begin start open end finish conclude resume continue erupt unfold last kill injure wound destroy damage hit "
    "strike rock shake devastate claim leave".split()
)
# Who holds it, its object happens then.
HOLDING = frozenset(
    "hold stage host attend hear win lose commit perform sign reach seal complete finish close conclude carry make give deliver "
    "suffer survive start begin open resume end launch mount undergo".split()
)
POSTPONING = frozenset({"delay", "postpone", "defer", "reschedule", "adjourn", "move", "put", "push"})
NEW_DATE = frozenset({"until", "till", "to", "for"})
# "Arrested on Monday in the robbery": the noun is what it was for, not when.
ABOUT = frozenset(
    "arrest charge convict sentence acquit suspect accuse implicate indict detain jail imprison plead involve interest".split()
)
LATER = frozenset("later then subsequently eventually afterwards afterward finally ultimately previously earlier now".split())
# Participles that tell how things stand rather than what happened.
LASTING = frozenset("employ own include live have contain remain belong consist total amount represent be base serve".split())
SCENES = frozenset({"in", "at", "during"})  # prepositions of the occasion of a clause
DATED_OCCASION = frozenset("speech statement interview report letter memo address ceremony raid attack vote event".split())
WITHIN_NOUN = frozenset({"compound", "poss", "amod", "nmod", "npadvmod", "nummod"})
MAX_STEPS = 3  # clauses that a time may pass through


def with_time(verb: Token, roles: tuple[Role, ...], scene: Scene) -> tuple[Role, ...]:
    """The roles of a verb, and the times that the rest of its sentence lends where it has none of its own."""
    return roles if _has_time(roles) else (*roles, *_roles_of(_lent_to_verb(verb, scene, MAX_STEPS)))


def with_time_of_noun(noun: Token, roles: tuple[Role, ...], scene: Scene) -> tuple[Role, ...]:
    """The roles of an event noun, and the time of the clause that it is told in where it has none of its own."""
    return roles if _has_time(roles) else (*roles, *_roles_of(_lent_to_noun(noun, scene)))


def _has_time(roles: Iterable[Role]) -> bool:
    return any(role.name == "when" for role in roles)


def _roles_of(times: Iterable[Mention]) -> Iterator[Role]:
    return (Role("when", mention) for mention in times)


def _is_date(mention: Mention | None) -> bool:
    """True for a time that has a beginning and does not run on ("since 2010" tells nothing of another verb)."""
    return mention is not None and mention.time is not None and bool(mention.time.start) and not mention.time.open


def _times(verb: Token, scene: Scene, steps: int) -> list[Mention]:
    """The dates of a verb: its own, else lent ones."""
    own = [role.mention for role in verb_roles(verb, scene) if role.name == "when"]
    return [mention for mention in own if _is_date(mention)] if own else _lent_to_verb(verb, scene, steps)


def _lent_to_verb(verb: Token, scene: Scene, steps: int) -> list[Mention]:
    """The dates of the first verb or occasion around a verb that shares its time with it and has one."""
    if steps == 0 or any(child.lower_ in LATER for child in verb.children):
        return []
    for occasion in _occasions(verb):
        if times := _inside(occasion, scene):
            return times
    for lender in _lenders(verb):
        if lender.dep_ == "conj" or verb.dep_ != "conj" or verb.head != lender:
            times = _times(lender, scene, steps - 1) if lender.i != verb.head.i or True else []
        if times:
            return times
    return _fronted(verb, scene) if verb.dep_ == "conj" else []
