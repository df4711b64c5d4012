"""Claims of who belongs to what that no single word says.

"students of Acme College", "soldiers with the army" (who works for Acme is no member of it) ·
"Norway, as part of the alliance" · "the international community, including Norway and Sweden".
"""

import re
from itertools import pairwise

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Frame, Mention, Role
from kg.text.attribution import presupposed
from kg.text.parse import governor_of, passage_of, prepositions_of, with_word
from kg.text.parse.labels import NOUN_SUBJECTS, NOUNS, SINGULARS, VERBS
from kg.text.relations.choices import (
    has_lemma,
    in_text_order,
    names_among,
    nouns_after,
    of_type,
    text_between,
    things_after,
)
from kg.text.relations.rules.claim import Claims, claim_by
from kg.text.relations.rules.sides import (
    ARMED,
    COUNTRY,
    GOVERNMENT,
    GROUP,
    ORGANIZATION,
    PARTY,
)
from kg.text.syntax import Document, Mentions, implicit_subjects
from kg.trace import stopped

BODIES = frozenset(
    {
        ARMED,
        ORGANIZATION,
        GOVERNMENT,
        "schema:Corporation",
        "schema:EducationalOrganization",
        "schema:NewsMediaOrganization",
        "schema:SportsTeam",
        PARTY,
    }
)
MEMBERS = BODIES | {COUNTRY}
OWN_PEOPLE = word_set("nouns", "people-of-organisation")
LEAVERS = word_set("nouns", "left-organisation")
ALLIANCE = word_set("nouns", "alliance")
EXAMPLES = word_set("adverbs", "introduces-example")
MEMBER_PREPOSITIONS = word_set("function_words", "before-own-organisation")
# "Ann Bolt, deputy director, Acme"
DEFINITE = "|".join(word_list("function_words", "definite-article"))
POST = re.compile(rf",\s+((?:[a-z][a-z-]*\s+){{0,3}}[a-z][a-z-]+),\s+(?:(?:{DEFINITE})\s+)?")
UNITS = word_list("nouns", "military-unit")
UNIT_RANK = {word: rank for rank, word in enumerate(UNITS)}  # each may be a part of those after it
OF_LARGER_UNIT = "|".join(word_list("phrases", "of-larger-unit"))
BETWEEN_UNITS = re.compile(rf"(?:,|,? (?:{OF_LARGER_UNIT})) ")


def belonging_claims(document: Document) -> Claims:
    """Yield the claims of neighbouring names, of nouns, and of "notably" and its like."""
    mentions = document.mention_at.values()
    names = names_among(in_text_order(mentions))
    for first, second in pairwise(names):
        yield from _post(first, second, document)
        yield from _unit(first, second, document)
    for noun in document.nouns:
        yield from _people_of(noun, document)
        yield from _part_of(noun, document)
    for word in document.words(*EXAMPLES):
        if word.pos_ not in NOUNS:
            yield from _examples(word, document)


def _post(person: Mention, body: Mention, document: Document) -> Claims:
    """Yield the claim of a post between commas, with the organisation after it.

    An example is "Ann Bolt, deputy director, Acme Institute, said".
    """
    rule = "post-between-commas"
    post = POST.fullmatch(document.article.text, person.passage.end, body.passage.start)
    if post is None:
        return
    if person.type != "schema:Person" or body.type not in BODIES:
        stopped(rule, person, "“{}” is no person, or “{}” no organisation", person, body)
        return
    words = post[1].split()
    head = _token_at(post.end(1) - len(words[-1]), document)
    if head is None or not _is_singular_noun(head):
        stopped(rule, person, "“{}” does not end in a noun in the singular", post[1])
        return
    how = presupposed(head, document)
    yield Claim(
        Frame.NOUN,
        " ".join([*words[:-1], head.lemma_.lower()]),
        (Role("subject", person), Role("of", body)),
        passage_of(head, document.article.id),
        document.sentence(head),
        rule=rule,
        phrase=" ".join(words),
        factuality=how.factuality,
        speaker=how.speaker,
    )


def _is_singular_noun(token: Token) -> bool:
    if token.pos_ not in NOUNS:
        return False
    return token.tag_ in SINGULARS


def _token_at(offset: int, document: Document) -> Token | None:
    """Return the token that starts at an offset, if there is one."""
    index = document.token_at.get(offset)
    if index is None:
        return None
    return document.doc[index]


def _unit(first: Mention, second: Mention, document: Document) -> Claims:
    """Yield the claim that a unit is a part of the larger one after it.

    An example is "3rd Battalion, 21st Artillery Regiment".
    """
    smaller, larger = _rank(first), _rank(second)
    between = text_between(first, second, document)
    if BETWEEN_UNITS.fullmatch(between) is None:
        return
    if min(smaller, larger) < 0:
        return
    if smaller >= larger:
        stopped("unit-of-unit", first, "“{}” is no larger unit than “{}”", second, first)
    elif not first.text[0].isdigit():
        stopped("unit-of-unit", first, "“{}” does not begin with a figure", first)
    else:
        head = document.head(first)
        yield _claim("schema:parentOrganization", first, second, head, "unit-of-unit", document)


def _rank(unit: Mention) -> int:
    """Return the rank of a unit by the last word of its name; -1 if it is no unit."""
    last_word = unit.text.split()[-1]
    return UNIT_RANK.get(last_word.lower(), -1)


def _people_of(noun: Token, document: Document) -> Claims:
    """Yield the organisations of a group: "students of Acme College", "soldiers from Acme"."""
    group = document.mention(noun)
    if group is None or group.type != GROUP:
        return
    preps = [*noun.children, *_hung_on_verb(noun)]
    for prep in with_word(preps, *MEMBER_PREPOSITIONS):
        bodies = of_type(things_after([prep], document), BODIES)
        if has_lemma(noun, LEAVERS):
            stopped("people-of", noun, "“{}” may have left, or were held there", noun)
        elif not has_lemma(noun, OWN_PEOPLE):
            stopped("people-of", noun, "“{} {}” need not be people who belong to it", noun, prep)
        elif not bodies:
            stopped("people-of", noun, "no organisation follows “{} {}”", noun, prep)
        else:
            for body in bodies:
                yield _claim("schema:memberOf", group, body, noun, "people-of", document)


def _hung_on_verb(noun: Token) -> list[Token]:
    """Return the preposition right after a subject that the parser hung on the verb."""
    if noun.dep_ not in NOUN_SUBJECTS:
        return []
    of_verb = prepositions_of(noun.head)
    return [prep for prep in of_verb if prep.i == noun.i + 1]


def _part_of(noun: Token, document: Document) -> Claims:
    """Yield the alliances that countries and organisations are a part of.

    Examples are "Norway, as part of the alliance, …" and "is working as part of the alliance".
    """
    above = governor_of(noun, "as")
    if above is None or noun.lower_ != "part":
        return
    holders = [above]
    if above.pos_ in VERBS:
        holders = implicit_subjects(above)
    members = of_type(document.referents_of(holders), MEMBERS)
    if not members:
        stopped("part-of", noun, "who is a part is no country or organisation")
    for token in nouns_after(with_word(noun.children, "of")):
        for body in document.referents(token):
            yield from _part_of_body(members, body, token, noun, document)


def _part_of_body(
    members: Mentions, body: Mention, token: Token, noun: Token, document: Document
) -> Claims:
    """Yield the claims of the members of one alliance, if it is one."""
    if not _is_alliance(body, token):
        stopped("part-of", noun, "“{}” is no alliance", body)
        return
    for member in members:
        if member != body:
            yield _claim("schema:memberOf", member, body, noun, "part-of", document)


def _examples(word: Token, document: Document) -> Claims:
    """Yield who is of an alliance by "including", "notably" and their like.

    Examples are "the international community, including Norway" and "its backers, notably Norway".
    """
    if word.dep_ == "prep":
        named = nouns_after([word])
        whole = word.head
    elif word.head.dep_ == "appos":
        named = [word.head]
        whole = word.head.head
    else:
        return
    body = document.mention(whole)
    if body is None or not _has_members(body, whole):
        return
    for token in named:
        for member in of_type(document.referents(token), MEMBERS):
            if body != member:
                yield _claim("schema:memberOf", member, body, whole, "including", document)


def _has_members(mention: Mention, noun: Token) -> bool:
    """Return whether a mention is a group in the plural, or an alliance.

    A proper name of something else is none.
    """
    if noun.pos_ not in NOUNS:
        return False
    if mention.type == GROUP:
        return mention.plural
    return _is_alliance(mention, noun)


def _is_alliance(mention: Mention, noun: Token) -> bool:
    """Return whether a mention is an organisation whose noun says that it has members."""
    if mention.type not in BODIES:
        return False
    return has_lemma(noun, ALLIANCE)


def _claim(
    curie: str, subject: Mention, value: Mention, trigger: Token, rule: str, document: Document
) -> Claim:
    """Return a claim of a noun phrase, which takes for granted what it says."""
    how = presupposed(trigger, document)
    return claim_by(trigger, curie, subject, value, rule, how, document)
