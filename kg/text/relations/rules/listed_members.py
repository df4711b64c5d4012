"""Claims of who is of a group that the words beside it list by name.

"Two volunteers, Ann Bolt and Bo Coil," · "four miners, among them Ann Bolt" · "one of them, Ann
Bolt," · "Among the victims was Ann Bolt" · "Ann Bolt was among the victims" · "the victims include
Ann Bolt". What follows is read from the text: the parser hangs such lists anywhere.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Kind, Mention
from kg.text.attribution import assertion
from kg.text.parse import (
    neighbour,
    possessors,
    subjects,
)
from kg.text.relations.choices import in_text_order, of_type
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import (
    Document,
    Mentions,
    is_kin,
)
from kg.trace import stopped

RULE = "listed-member"
GROUP, PERSON, MEMBER = "kg:Group", "schema:Person", "schema:memberOf"
AMONG = word_set("function_words", "before-group-of-members")
CHILDREN = word_set("nouns", "kin-child")
ONE = word_set("function_words", "one-of-a-group")
THEM = word_set("pronouns", "group-of-members")
ENTAILING = word_set("verbs", "listing-members")
BE = "|".join(word_list("function_words", "before-its-value"))
AND = "|".join(word_list("function_words", "joins-list"))
# What may stand between a group and the first of its members: "among them were", "one of them, a".
TO_FIRST = re.compile(rf"[,:]?(?: (?:{BE}))? ")
# What may stand between two members, or between a description of one and the name.
PLACED = "|".join(
    (
        *word_list("function_words", "before-own-organisation"),
        *word_list("function_words", "place-of-event"),
    )
)
TO_NEXT = re.compile(
    rf"(?: (?:{PLACED}) [^,.;:“”\"()]{{1,50}})?(?:, \d{{1,3}})?(?:,|,? (?:{AND}))? "
)
CLOSED = re.compile(r"[,.;:)–—]| [–—]")
ALL_LISTED = re.compile(r", ")
LIMIT = 12  # names of one list


def listed_member_claims(document: Document) -> Claims:
    """Yield the claims of the people listed beside each group."""
    ordered = in_text_order(document.mention_at.values())
    for index, group in enumerate(ordered):
        if not _is_group(group) or _is_family(document.head(group)):
            continue
        behind = ordered[index + 1 :]
        whole = _taken_up(group, ordered[:index], document)
        for member in _members(group, behind, document):
            yield relation_claim(MEMBER, member, whole, RULE, document)


def _is_family(noun: Token) -> bool:
    """Return whether a group is somebody's family: whose daughters they are says more.

    "Two brothers, Leon and Otis Hill, were jailed" tells of a group.
    """
    is_of_somebody = bool(possessors(noun)) and is_kin(noun)
    return is_of_somebody or noun.lemma_.lower() in CHILDREN


def _is_group(mention: Mention) -> bool:
    """Return whether a mention may speak of several people: "the victims", "them"."""
    if mention.kind is Kind.PRONOUN:
        return mention.text.lower() in THEM
    return mention.kind is Kind.NOMINAL and mention.type == GROUP and mention.plural


def _taken_up(group: Mention, before: Mentions, document: Document) -> Mention:
    """Return the last group before "them" in its sentence; "them" itself if there is none."""
    if group.kind is not Kind.PRONOUN:
        return group
    start = document.sentence(document.head(group)).start
    for earlier in reversed(before):
        if earlier.passage.start < start:
            break
        if earlier.kind is Kind.NOMINAL and _is_group(earlier):
            return earlier
    return group


def _members(group: Mention, behind: Mentions, document: Document) -> Mentions:
    """Return the named people whom the words around a group list as its members."""
    head = document.head(group)
    verb = head.head
    if verb.lemma_ in ENTAILING and head in subjects(verb):
        if not assertion(verb, document).factuality.stands:
            return []
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        return _persons(document.referents_of(objects))
    before = _word_before(group, document)
    if before is None:
        return _all_listed(group, behind, document)
    if before.lower_ in AMONG:
        return _subject_of(before, document) or _listed(group, behind, document)
    if before.lower_ == "of":
        one = neighbour(before, -1)
        if one is None or one.lower_ not in ONE:
            return _all_listed(group, behind, document)
        return _subject_of(one, document) or _listed(group, behind, document)[:1]
    return _all_listed(group, behind, document)


def _word_before(group: Mention, document: Document) -> Token | None:
    """Return the word before the first one of a mention; None at the start of a sentence."""
    index = document.token_at.get(group.passage.start)
    if index is None:
        return None
    first = document.doc[index]
    return None if first.is_sent_start else neighbour(first, -1)


def _subject_of(word: Token, document: Document) -> Mentions:
    """Return who is said to be among a group, or one of it: "Ann Bolt was among them"."""
    verb = word.head
    if verb.lemma_ != "be" or verb.i > word.i:
        return []
    if not assertion(verb, document).factuality.stands:
        stopped(RULE, word, "“{}” does not hold", verb)
        return []
    earlier = [subject for subject in subjects(verb) if subject.i < verb.i]
    return _persons(document.referents_of(earlier))


def _persons(mentions: Mentions) -> Mentions:
    named = [mention for mention in mentions if mention.is_name]
    return of_type(named, {PERSON})


def _listed(group: Mention, behind: Mentions, document: Document) -> Mentions:
    """Return the named people who follow a group, with nothing but their descriptions between."""
    return list(_following(group, behind, TO_FIRST, document))


def _all_listed(group: Mention, behind: Mentions, document: Document) -> Mentions:
    """Return the people listed right behind a group if they are as many as it counts."""
    if group.size < 2:
        return []
    listed = list(_following(group, behind, ALL_LISTED, document))
    if not listed:
        return []
    is_closed = CLOSED.match(document.article.text, listed[-1].passage.end) is not None
    if len(listed) != group.size or not is_closed:
        stopped(RULE, group, "{} names follow “{}”", len(listed), group)
        return []
    return listed


def _following(
    group: Mention, behind: Mentions, first_gap: re.Pattern[str], document: Document
) -> Iterator[Mention]:
    """Yield the named people behind a group as far as only gaps of a list stand between them."""
    end, gap = group.extent.end, first_gap
    sentence = document.sentence(document.head(group))
    for mention in behind[: 3 * LIMIT]:
        start = mention.passage.start
        if start < end:
            continue
        if start >= sentence.end:
            return
        if mention.type != PERSON or mention.kind is Kind.PRONOUN:
            continue
        start -= len(mention.title) + 1 if mention.title else 0
        if gap.fullmatch(document.article.text, end, start) is None:
            return
        if mention.is_name:
            yield mention
        end, gap = mention.passage.end, TO_NEXT
