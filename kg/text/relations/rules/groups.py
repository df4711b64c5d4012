"""Who is of a group: "eight miners, including Ann Bolt", "13 from the embassy"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Mention
from kg.text.relations.rules.claim import relation_claim
from kg.text.syntax import Document, prepositional
from kg.trace import stopped
from kg.vocabulary import ORGANIZATIONS, PEOPLE

INTRODUCING = word_list("function_words", "introduces-member")
FAMILY = word_set("nouns", "family")
KIN = word_set("nouns", "kin-of-group")


def member_claims(document: Document) -> Iterator[Claim]:
    """ "eight miners, including Ann Bolt": the named are of the group before; kin are of the family, if there are two."""
    for word in document.words(*INTRODUCING):
        if word.dep_ != "prep":
            continue
        groups = [m for m in document.things(_described(word)) if m.type == "kg:Group"]
        if not groups and word.lower_ == "including":
            stopped("including", word, "“{}”, before it, is no group of people", _described(word))
        for _, token in prepositional(word):
            for member in document.things(token):
                if groups and member.type not in PEOPLE:
                    stopped(
                        "including", word, "“{}”, after it, is neither a person nor a group", member
                    )
                elif groups and member not in groups:
                    group = next(
                        (
                            g
                            for g in groups
                            if _is_family(g.noun) == _is_kin(token, member, document)
                        ),
                        groups[0],
                    )
                    yield relation_claim("schema:memberOf", member, group, "including", document)
            yield from _counted_of(token, document)


def _described(word: Token) -> Token:
    """The noun that "including" goes on from: the one it hangs on, or the one right before it where the parser hung it higher."""
    if word.head.pos_ in ("NOUN", "PROPN"):
        return word.head
    before = [token for token in word.doc[word.sent.start : word.i] if not token.is_punct]
    return before[-1] if before else word.head


def _counted_of(number: Token, document: Document) -> Iterator[Claim]:
    """ "13 from the Norwegian embassy": those counted are members of the organisation."""
    counted = document.mention(number)
    after = number.nbor() if number.i + 1 < len(number.doc) else number
    if counted is None or number.pos_ != "NUM" or after.lower_ not in ("from", "of"):
        return
    for _, token in prepositional(after):
        for body in document.things(token):
            if body.type in ORGANIZATIONS:
                yield relation_claim("schema:memberOf", counted, body, "counted-of", document)
            else:
                stopped("counted-of", counted, "“{}” is no organisation", body)


def _is_family(noun: str) -> bool:
    """True for a group of relatives; "family members" is told by its last noun, too."""
    return any(word in FAMILY for word in noun.split())


def _is_kin(token: Token, member: Mention, document: Document) -> bool:
    """True where the member is named as somebody's relative ("his daughter Ann")."""
    return any(
        t.lemma_.lower() in KIN
        for t in document.doc.char_span(*_around(token, member), alignment_mode="expand") or ()
    )


def _around(token: Token, member: Mention) -> tuple[int, int]:
    """The stretch from the first word of the member's noun phrase to the end of its name."""
    return min(token.left_edge.idx, member.passage.start), member.passage.end
