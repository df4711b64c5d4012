"""The roles behind a preposition, and arguments of a verb that hang elsewhere in the tree.

The latter are shared in a coordination, or the parser attached them to a word between: "was born
and raised in Oslo", "founded and became chair of Acme", "earned a degree in law from Oslo and
another from Bergen".
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.parse import (
    children_with,
    conjuncts,
    direct_objects,
    governed_by,
    has_child,
    is_object,
    is_passive,
    neighbour,
    objects_after,
    prepositions_of,
    subjects,
    tag_before,
)
from kg.text.parse.labels import (
    NAMED_BESIDE,
    NOUNS,
    PLURALS,
    PREPOSITION_OBJECTS,
    PREPOSITIONS,
    VERBS,
)
from kg.text.syntax.document import Document, Mentions

NOUN_PREPOSITIONS = word_set("function_words", "shared-with-object")
TWO_SIDED = word_set("verbs", "agreeing")
BRINGING = word_set("verbs", "bringing-against")
BEFORE_OTHER_SIDE = word_set("function_words", "before-other-side")
PLACE_PREPOSITIONS = word_set("function_words", "shared-with-field")
FIELD_PREPOSITIONS = word_set("function_words", "field-of-study")
AGENT_PREPOSITIONS = word_set("function_words", "before-late-agent")
OFFICE_PREPOSITIONS = word_set("function_words", "of-an-office")
BEFORE_GROUP = word_set("function_words", "before-group-of-members")
GROUP = word_set("pronouns", "group-of-members")
MAX_SHARED_GAP = 3  # tokens from a verb to its conjunct with the same object: "founded, later runs"
RULING_OUT = word_set("function_words", "rules-out-a-name")
TWO_WORDS = word_set("phrases", "two-word-preposition")


def prepositional(prep: Token) -> Iterator[tuple[str, Token]]:
    """Yield the role named after a preposition and its objects.

    They may stand behind two prepositions: "out of", "from across".
    """
    for child in prep.children:
        if _is_noun_of_preposition(child):
            yield prep.lower_, child
            yield from _repeated(prep, child)
        elif child.pos_ != "ADP":
            continue
        elif child.dep_ == "prep":
            yield from _behind_two(prep, child)
        elif child.dep_ == "conj":
            yield from prepositional(child)


def mentions_after(prep: Token, document: Document) -> Mentions:
    """Return the mentions that stand behind a preposition, coordinated ones too."""
    return document.referents_of(token for _, token in prepositional(prep))


def is_of_number(prep: Token) -> bool:
    """Return whether a preposition belongs to the number before it, wherever the parser hung it.

    An example is the "from" of "including 13 from the embassy".
    """
    if prep.is_sent_start:
        return False
    before = neighbour(prep, -1)
    if before is None or before.pos_ != "NUM":
        return False
    if before.dep_ != "pobj":
        return False
    return before.head.lower_ == "including"


def _is_noun_of_preposition(child: Token) -> bool:
    """Return whether a child of a preposition is its object, and no clause."""
    if child.dep_ not in PREPOSITION_OBJECTS:
        return False
    return child.pos_ not in VERBS


def _behind_two(first: Token, second: Token) -> Iterator[tuple[str, Token]]:
    """Yield the nouns behind two prepositions, under both if they are one in meaning."""
    both = f"{first.lower_} {second.lower_}"
    name = both if both in TWO_WORDS else first.lower_
    for noun in governed_by(second):
        yield name, noun


def _repeated(prep: Token, noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield the roles of the same preposition in what seems to be coordinated.

    An example is the second "from" of "a degree from Oslo and another from Bergen".
    """
    _, *others = conjuncts(noun)
    for other in others:
        if other.pos_ != "NOUN":
            continue
        for again in prepositions_of(other, prep.lower_):
            yield from prepositional(again)


# --------------------------------------------------------------------- arguments elsewhere


def prepositions_elsewhere(verb: Token) -> Iterator[Token]:
    """Yield the prepositions that belong to a verb, though they hang elsewhere.

    They hang on its object, on the field of a study or post, or on its conjunct.
    """
    for child in verb.children:
        if is_object(child):
            yield from _behind_object(child)
        elif _leads_to_field(child):
            yield from _behind_field(child)
    yield from _shared_prepositions(verb)


def _leads_to_field(child: Token) -> bool:
    """Return whether a preposition leads to the field of a study or to a post."""
    if child.dep_ != "prep":
        return False
    return child.lower_ in FIELD_PREPOSITIONS


def shared_objects(verb: Token) -> Iterator[Token]:
    """Yield the object that a verb shares with the verb right after it.

    Examples are "founded and runs Acme" and "founded and became chair of Acme".
    """
    if direct_objects(verb):
        return
    for other in _conjoined(verb):
        if other.pos_ in VERBS:
            yield from direct_objects(other) or _of_office(other)


def late_agents(verb: Token) -> Iterator[Token]:
    """Yield the agent that hangs on another word: "founded as Bolt by Ann", "shot and slain by"."""
    if has_child(verb, "agent"):
        return
    for other in _conjoined(verb):
        yield from _behind(children_with(other, "agent"))
    for noun in _behind(prepositions_of(verb, *AGENT_PREPOSITIONS)):
        yield from objects_after(noun, "by")


def _behind(prepositions: Iterable[Token]) -> Iterator[Token]:
    """Yield the nouns of some prepositions."""
    for preposition in prepositions:
        yield from governed_by(preposition)


def misread_to(verb: Token) -> Iterator[Token]:
    """Yield the name in "is married to actor Bo Coil", if "to actor" is parsed as an infinitive."""
    if verb.dep_ != "acomp":
        return
    for child in children_with(verb, "xcomp"):
        if tag_before(child) == "TO":
            yield from direct_objects(child)


def listed_members(group: Token) -> list[Token]:
    """Return who is named as a member of a group: "ten miners, among them Ann and Bo"."""
    if group.tag_ not in PLURALS:
        return []
    behind = group.doc[group.i + 1 : group.sent.end]
    return [noun for noun in behind if is_listed(noun) and _group_of(noun) == group]


def is_listed(noun: Token) -> bool:
    """Return whether "among them" stands before a noun."""
    own = prepositions_of(noun, *BEFORE_GROUP)
    above = [noun.head] if noun.head.lower_ in BEFORE_GROUP else []
    for prep in (*own, *above):
        if any(word.lower_ in GROUP and word.i < noun.i for word in governed_by(prep)):
            return True
    return False


def _group_of(member: Token) -> Token | None:
    """Return the group that a member is listed of: the last plural before at the same head."""
    head = member.head.head if member.dep_ == "pobj" else member.head
    if head.tag_ in PLURALS:
        return head
    plurals = [child for child in head.children if child.tag_ in PLURALS]
    before = [noun for noun in plurals if noun.i < member.i]
    return before[-1] if before else None


def _conjoined(verb: Token) -> Iterator[Token]:
    """Yield the verbs coordinated right after a verb, without a subject of their own."""
    for other in children_with(verb, "conj"):
        is_near = other.i - verb.i <= MAX_SHARED_GAP
        if is_near and not subjects(other):
            yield other


def _behind_object(noun: Token) -> Iterator[Token]:
    """Yield the prepositions that follow an object and may belong to the verb.

    An example is "earned a degree in physics from Oslo and another from Bergen".
    """
    for conjunct in conjuncts(noun):
        if conjunct.pos_ not in NOUNS:
            continue
        if noun.head.lemma_ in TWO_SIDED:
            yield from prepositions_of(conjunct, *BEFORE_OTHER_SIDE)
        if noun.head.lemma_ in BRINGING:
            yield from prepositions_of(conjunct, "against")
        for prep in prepositions_of(conjunct, *NOUN_PREPOSITIONS):
            yield prep
            for inner in governed_by(prep):
                yield from prepositions_of(inner, *PLACE_PREPOSITIONS)


def _behind_field(prep: Token) -> Iterator[Token]:
    """Yield the prepositions of the place behind the field of a study or behind a post.

    Examples are "graduated in law at Oslo" and "worked as a cook at Acme".
    """
    for noun in governed_by(prep):
        if noun.pos_ == "NOUN":
            yield from prepositions_of(noun, *PLACE_PREPOSITIONS)


def _shared_prepositions(verb: Token) -> Iterator[Token]:
    """Yield what two participles share after the second: "was born and raised in Oslo"."""
    if verb.tag_ != "VBN":
        return
    if has_child(verb, *PREPOSITIONS, "dobj"):
        return
    for other in _conjoined(verb):
        if other.tag_ == "VBN":
            yield from prepositions_of(other)


def _of_office(verb: Token) -> Iterator[Token]:
    """Yield the organisations that somebody becomes or serves as the head of."""
    for office in (*children_with(verb, "attr"), *objects_after(verb, "as")):
        for head in conjuncts(office):
            yield from _behind(prepositions_of(head, *OFFICE_PREPOSITIONS))


def misparsed_agents(by: Token) -> Iterator[Token]:
    """Yield the fans in "met by cheering fans", often parsed as if they were cheered.

    They are then the bare object of a participle.
    """
    if by.lower_ != "by":
        return
    if not is_passive(by.head):
        return
    for child in children_with(by, "pcomp"):
        if child.tag_ == "VBG" and neighbour(by, 1) == child:
            yield from _bare_objects(child)


def is_ruled_out(name: Mention, document: Document) -> bool:
    """Return whether a name is the wrong one beside the right one: "Ann Bolt, not Bo Coil"."""
    head = document.head(name)
    if not name.is_name or head.dep_ not in NAMED_BESIDE:
        return False
    words = [word for word in head.sent if word.idx < name.passage.start]
    return bool(words) and words[-1].lower_ in RULING_OUT


def _bare_objects(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb that are common nouns without an article."""
    for noun in direct_objects(verb):
        if noun.pos_ == "NOUN" and not has_child(noun, "det"):
            yield noun
