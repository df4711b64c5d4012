"""Claims of who is of a group: "eight miners, including Ann Bolt", "13 from the embassy"."""

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Mention
from kg.text.parse import neighbour, subjects, with_label
from kg.text.parse.labels import NOUNS, VERBS
from kg.text.relations.choices import has_lemma, of_type
from kg.text.relations.rules.claim import Claims, relation_claim
from kg.text.syntax import Document, Mentions, mentions_after, prepositional
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PEOPLE

INTRODUCING = word_list("function_words", "introduces-member")
FAMILY = word_set("nouns", "family")
KIN = word_set("nouns", "kin-of-group")
AFTER_COUNTED = word_set("function_words", "after-counted")


def member_claims(document: Document) -> Claims:
    """Yield the named members of the group before "including": "eight miners, including Ann Bolt".

    Kin are of the family, if there are two groups.
    """
    for word in with_label(document.words(*INTRODUCING), "prep"):
        described = _described(word)
        things = document.referents(described)
        groups = of_type(things, {"kg:Group"})
        if not groups and word.lower_ == "including":
            reason = "“{}”, before it, is no group of people"
            stopped("including", word, reason, described)
        for _, token in prepositional(word):
            if groups:
                yield from _members(word, token, groups, document)
            yield from _counted_of(token, document)


def _members(word: Token, token: Token, groups: Mentions, document: Document) -> Claims:
    """Yield the claims of the members that one noun phrase names."""
    for member in document.referents(token):
        if member.type not in PEOPLE:
            reason = "“{}”, after it, is neither a person nor a group"
            stopped("including", word, reason, member)
        elif member not in groups:
            group = _group_of(_is_kin(token, member, document), groups)
            if group.size or group.definite:
                yield relation_claim("schema:memberOf", member, group, "including", document)
            else:
                reason = "“{}” are neither counted nor particular people"
                stopped("including", word, reason, group)


def _group_of(is_kin: bool, groups: Mentions) -> Mention:
    """Return the family among some groups for kin, another group for anybody else.

    If there is no such group it is the first.
    """
    for group in groups:
        if _is_family(group.noun) == is_kin:
            return group
    return groups[0]


def _described(word: Token) -> Token:
    """Return the noun that "including" goes on from.

    It is the one it hangs on, or the one right before it if the parser hung it higher. Right behind
    a verb it is the subject: "four miners were freed, including Ann Bolt".
    """
    if word.head.pos_ in NOUNS:
        return word.head
    start = word.sent.start
    earlier = word.doc[start : word.i]
    words = [token for token in earlier if not token.is_punct]
    if not words:
        return word.head
    last = words[-1]
    told = subjects(last) if last.pos_ in VERBS else []
    return told[-1] if told else last


def _counted_of(number: Token, document: Document) -> Claims:
    """Yield the organisation of those counted: "13 from the Norwegian embassy"."""
    counted = document.mention(number)
    after = neighbour(number, 1)
    if counted is None or after is None:
        return
    if number.pos_ != "NUM":
        return
    if after.lower_ not in AFTER_COUNTED:
        return
    for body in mentions_after(after, document):
        if body.type in ORGANIZATIONS:
            yield relation_claim("schema:memberOf", counted, body, "counted-of", document)
        else:
            stopped("counted-of", counted, "“{}” is no organisation", body)


def _is_family(noun: str) -> bool:
    """Return whether a description is of relatives, also by its last noun: "family members"."""
    return not FAMILY.isdisjoint(noun.split())


def _is_kin(token: Token, member: Mention, document: Document) -> bool:
    """Return whether a member is named as somebody's relative: "his daughter Ann"."""
    name = member.passage
    start = min(token.left_edge.idx, name.start)
    span = document.doc.char_span(start, name.end, alignment_mode="expand")
    if span is None:
        return False
    return any(has_lemma(word, KIN) for word in span)
