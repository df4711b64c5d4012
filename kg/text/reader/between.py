"""Objections to a prediction by what stands between its two ends: other people, a parent."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.parse import any_word, neighbour, subjects
from kg.text.parse.labels import GAPPED, NOUN_CLAUSES, VERBS
from kg.text.reader.entity_types import EntityType
from kg.text.reader.posts import POSTS
from kg.text.reader.relations import Known
from kg.text.reader.scores import Prediction
from kg.text.syntax import Document, is_ruled_out

KINSHIP = frozenset({Known.SPOUSE, Known.SIBLING, Known.PARENT})
FURTHER_KIN = word_set("nouns", "kin-beyond-the-core")
PARTNERS = word_set("nouns", "kin-partner")
CHILDREN = word_set("nouns", "kin-child")
PARENTS_AND_SIBLINGS = word_set("nouns", "kin-parent-or-sibling")
CORE_KIN = (PARTNERS | CHILDREN | PARENTS_AND_SIBLINGS) - FURTHER_KIN
HYPHEN = "-"
PERSON = "schema:Person"
PEOPLE = frozenset(
    {EntityType.PERSON, EntityType.PERSON_PRONOUN, EntityType.PERSON_DESCRIBED},
)
RELATIONS = word_set("nouns", "relation-to-organisation")
BEFORE_AND_AFTER = word_set("function_words", "before-another-event")
SAME_PERSON = frozenset({"appos", "attr"})


def objection_of_people(prediction: Prediction, path: Sequence[Token], document: Document) -> str:
    """Return what other people say against a prediction, in words; empty if nothing.

    `path` are the tokens between the heads of the two mentions in the tree.
    """
    if names_further_kin(prediction, path, document):
        return "a noun names another kinship"
    if is_of_relative(prediction, path, document):
        return "it is said of another person between them"
    if is_of_another_clause(prediction, path):
        return "each is in a clause of its own"
    if names_relation(prediction, path):
        return "a noun between them names another relation"
    if any(is_ruled_out(end, document) for end in prediction.mentions):
        return "it is ruled out beside the right one"
    if is_of_what_came_first(prediction, path, document):
        return "it is said of what came before or after it"
    return ""


def names_relation(prediction: Prediction, path: Sequence[Token]) -> bool:
    """Return whether what is taken for a post is another relation: "a patient of the hospital"."""
    if prediction.relation.name not in POSTS:
        return False
    return any(token.lemma_.lower() in RELATIONS for token in path[1:-1])


def is_of_another_clause(prediction: Prediction, path: Sequence[Token]) -> bool:
    """Return whether the two ends are in two coordinated clauses, each with people of its own.

    So are Ann and Bolt in "Ann runs Acme and Bo runs Bolt", and in "Ann works for Acme, her brother
    Bo for Bolt". A pronoun in the second clause may mean somebody in the first.
    """
    for word in path:
        if word.head not in path or word.head.pos_ not in VERBS:
            continue
        if word.dep_ == GAPPED and prediction.relation.name not in KINSHIP:
            return True
        if word.dep_ == "conj" and _has_own_people(word):
            return True
    return False


def _has_own_people(verb: Token) -> bool:
    """Return whether a clause has a name for its subject, and no word for what is named outside."""
    if not any(each.pos_ == "PROPN" for each in subjects(verb)):
        return False
    return not any(part.pos_ == "PRON" for part in verb.subtree)


def is_of_what_came_first(
    prediction: Prediction, path: Sequence[Token], document: Document
) -> bool:
    """Return whether what is said of one event is taken for said of another, before or after it.

    "Ann was born in Oslo in 1970, three years before her sister Eva" gives no birth of Eva.
    """
    if prediction.relation.name in KINSHIP:
        return False
    subject, value = map(document.head, prediction.mentions)
    for word in path:
        is_time = word.dep_ == "prep" and word.lower_ in BEFORE_AND_AFTER
        if is_time and subject in word.subtree and value not in word.subtree:
            return True
    return False


def names_further_kin(prediction: Prediction, path: Iterable[Token], document: Document) -> bool:
    """Return whether a noun between two people, or of one, is of a kinship beyond the core.

    "Her stepson, Bo Coil" is no son, and "Ann Bolt's brother-in-law" no brother.
    """
    if prediction.relation.name not in KINSHIP:
        return False
    heads = map(document.head, prediction.mentions)
    first, last = sorted(head.i for head in heads)
    between = document.doc[first : last + 1]
    words = set(map(_whole_word, (*path, *between)))
    if FURTHER_KIN.isdisjoint(words):
        return False
    return CORE_KIN.isdisjoint(words)


def _whole_word(token: Token) -> str:
    """Return the lemma of a token, or the word that hyphens make of it: "brother-in-law"."""
    first = last = token
    while _is_glued(neighbour(first, -1)):
        first = first.nbor(-1)
    while _is_glued(last) and neighbour(last, 1) is not None:
        last = last.nbor(1)
    if first == last:
        return token.lemma_.lower()
    whole = token.doc[first.i : last.i + 1]
    return whole.text.lower()


def _is_glued(token: Token | None) -> bool:
    """Return whether a token is a word or hyphen with the next one right behind it."""
    if token is None or token.whitespace_:
        return False
    if token.text == HYPHEN:
        return True
    behind = neighbour(token, 1)
    return behind is not None and behind.text == HYPHEN


def is_of_relative(prediction: Prediction, path: Sequence[Token], document: Document) -> bool:
    """Return whether what is no kinship is said of somebody between the two.

    "Her son, Bo Coil, lives in Oslo" is not about her, nor "Ann Bolt and Bo Coil, who was born in
    Oslo" about the first.
    """
    if prediction.subject.entity_type not in PEOPLE:
        return False
    if prediction.object.entity_type in PEOPLE:
        return False
    head = document.head(prediction.subject.mention)
    others = [token for token in path if _is_another(token, head, document)]
    if head.dep_ == "poss":
        return head.head in others
    clauses = [token for token in path if token.dep_ in NOUN_CLAUSES]
    return any(clause.head in others for clause in clauses)


def _is_another(token: Token, person: Token, document: Document) -> bool:
    """Return whether a token is the head of another person, and does not explain this one."""
    if token == person or (token.dep_ in SAME_PERSON and token.head == person):
        return False
    mention = document.mention(token)
    return mention is not None and mention.type == PERSON


def reverses_parent(prediction: Prediction, path: Iterable[Token]) -> bool:
    """Return whether the network took a parent company for the subsidiary.

    So it may in "Acme, the parent company of Bolt".
    """
    if prediction.relation.name != Known.SUBSIDIARY:
        return False
    child = prediction.object.mention
    parents = filter(_is_parent, path)
    owners = chain.from_iterable(map(_owners, parents))
    return any(_is_inside(owner, child) for owner in owners)


def _is_parent(noun: Token) -> bool:
    """Return whether a noun is "parent", or that stands before it."""
    return any_word((noun, *noun.lefts), "parent")


def _owners(noun: Token) -> Iterator[Token]:
    """Yield what a noun is "of", with the names that stand in apposition to it."""
    for child in noun.children:
        for owner in _owners_at(child):
            yield owner
            yield from (other for other in owner.subtree if other.dep_ == "appos")


def _owners_at(child: Token) -> list[Token]:
    """Return the owners of a noun at one of its children: a possessor, or what is after "of"."""
    if child.dep_ == "poss":
        return [child]
    return list(child.children) if child.lower_ == "of" else []


def _is_inside(token: Token, mention: Mention) -> bool:
    """Return whether a token starts inside a mention."""
    return mention.passage.start <= token.idx < mention.passage.end
