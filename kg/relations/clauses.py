"""Claims of clauses: one for each verb with at least one filled role.

"Acme bought Bolt in May" gives the predicate "buy" with the roles subject, object and when; passives, relative clauses,
infinitives and participles give the same roles.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse import is_passive, sentence_passage, verb_lemma
from kg.analyse.grammar import noun_phrase, passage_of
from kg.model import Claim, Frame
from kg.relations.arguments import OBJECTS, slots, verb_roles
from kg.relations.happenings import whole_of
from kg.relations.scene import Scene
from kg.relations.stance import stance

AUXILIARY = ("aux", "auxpass")
IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
SIBILANT = ("s", "x", "z", "ch", "sh", "o")
MAX_OBJECT_WORDS = 6  # an object without a mention is told in the label up to this length


def clause_claims(scene: Scene) -> Iterator[Claim]:
    """One claim for each verb that says something of a mention."""
    for verb in scene.doc:
        if verb.pos_ != "VERB" or verb.dep_ in AUXILIARY:
            continue
        roles = verb_roles(verb, scene)
        if roles:
            how, whole = stance(verb, scene), whole_of(verb)
            yield Claim(
                Frame.VERB,
                predicate(verb),
                roles,
                passage_of(verb, scene.article.id),
                sentence_passage(verb, scene.article.id),
                rule=_rule(verb),
                phrase=verb_phrase(verb, scene),
                factuality=how.factuality,
                speaker=how.speaker,
                parent=None if whole is None else passage_of(whole, scene.article.id),
            )


def predicate(verb: Token) -> str:
    """The lemma of a verb with its particle: "carry out"."""
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    return " ".join([verb_lemma(verb), *particles])


def _rule(verb: Token) -> str:
    """The name of the construction, for people who ask where a fact comes from."""
    if verb.dep_ == "relcl":
        return "clause-relative"
    if verb.dep_ == "acl":
        return "clause-reduced"
    return "clause-passive" if is_passive(verb) else "clause-active"


def verb_phrase(verb: Token, scene: Scene) -> str:
    """The verb in the present tense, with an object that is no mention, for labels: "crosses", "are taken", "push a handcart".

    A passive or bare participle keeps its form after "is" or "are".
    """
    plural = _is_plural(verb)
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        words = ["are" if plural else "is", verb.lower_, *particles]
    else:
        words = [verb.lemma_.lower() if plural else third_person(verb.lemma_.lower()), *particles]
    return " ".join([*words, *_plain_object(verb, scene)])


def third_person(lemma: str) -> str:
    """The third person singular of a verb.

    >>> [third_person(verb) for verb in ("cross", "carry", "be", "push", "play")]
    ['crosses', 'carries', 'is', 'pushes', 'plays']
    """
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(SIBILANT) else "s")


def _is_plural(verb: Token) -> bool:
    """True where the subject in the label is plural: more than one, or a plural noun or pronoun."""
    wanted = "object" if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN") else "subject"
    tokens = [token for name, token in slots(verb) if name == wanted]
    many = len(tokens) > 1 or any(child.dep_ == "conj" for token in tokens for child in token.children)
    return many or any(token.tag_ in ("NNS", "NNPS") or token.lower_ in ("they", "we", "them", "us") for token in tokens)


def _plain_object(verb: Token, scene: Scene) -> list[str]:
    """The words of an object that is no mention of a thing, in short."""
    for child in verb.children:
        if child.dep_ in OBJECTS and scene.thing(child) is None and child.pos_ in ("NOUN", "PROPN", "NUM"):
            words = [token.text for token in noun_phrase(child) if not token.is_space]
            return words if len(words) <= MAX_OBJECT_WORDS else words[-2:]
    return []
