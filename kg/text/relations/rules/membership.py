"""Claims of who belongs to what, and of where an armed group is, that no single word says.

"students of Acme College", "experts from Acme" (a group's members are the organisation's) · "Norway, as part of the alliance" ·
"the international community, including Norway and Sweden" · "Acme fighters in Oslo", "Acme's presence in Oslo".
"""

import re
from collections.abc import Iterator
from itertools import pairwise, product

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Claim, Frame, Mention, Role
from kg.text.attribution import presupposed
from kg.text.parse import passage_of
from kg.text.relations.rules.parties import tie
from kg.text.syntax import Document, implicit_subjects, prepositional
from kg.trace import stopped

GROUP, ARMED, COUNTRY = "kg:Group", "kg:ArmedGroup", "schema:Country"
BODIES = frozenset(
    {
        ARMED, "schema:Organization", "schema:GovernmentOrganization", "schema:Corporation", "schema:EducationalOrganization",
        "schema:NewsMediaOrganization", "schema:SportsTeam", "kg:PoliticalParty",
    }
)  # fmt: skip
PLACES = frozenset({COUNTRY, "schema:City", "schema:State", "kg:Region", "schema:Place"})
OWN_PEOPLE = word_set("nouns", "people-of-organisation")
LEAVERS = word_set("nouns", "left-organisation")
ALLIANCE = word_set("nouns", "alliance")
EXAMPLES = word_set("adverbs", "introduces-example")
WHERE = word_set("function_words", "place-of-group")
MEMBER_PREPOSITIONS = word_set("function_words", "before-own-organisation")
HOLDINGS = word_set("nouns", "holding-of-group")
DOWNFALLS = word_set("nouns", "befalls-group")
TELLING_WHERE = HOLDINGS | DOWNFALLS


POST = re.compile(
    r",\s+((?:[a-z][a-z-]*\s+){0,3}[a-z][a-z-]+),\s+(?:the\s+)?"
)  # "Ann Bolt, deputy director, Acme"
UNITS = word_list("nouns", "military-unit")
UNIT_RANK = {word: rank for rank, word in enumerate(UNITS)}  # each may be a part of those after it


def belonging_claims(document: Document) -> Iterator[Claim]:
    """All claims of this module."""
    ordered = sorted(
        document.mention_at.values(),
        key=lambda mention: (mention.passage.start, mention.passage.end),
    )
    for first, second in pairwise([mention for mention in ordered if mention.is_name]):
        yield from _post(first, second, document)
        yield from _unit(first, second, document)
    for noun in document.nouns:
        yield from _people_of(noun, document)
        yield from _present(noun, document)
        yield from _part_of(noun, document)
    for word in document.words(*EXAMPLES):
        if word.pos_ not in ("NOUN", "PROPN"):
            yield from _examples(word, document)


def _post(person: Mention, body: Mention, document: Document) -> Iterator[Claim]:
    """ "Ann Bolt, deputy director, Acme Institute, said": a post between commas, and after it whose."""
    found = POST.fullmatch(document.article.text, person.passage.end, body.passage.start)
    if found is None:
        return
    if person.type != "schema:Person" or body.type not in BODIES:
        stopped(
            "post-between-commas",
            person,
            "“{}” is no person, or “{}” no organisation",
            person,
            body,
        )
        return
    words = found[1].split()
    head = next(
        (token for token in document.doc if token.idx == found.end(1) - len(words[-1])), None
    )
    if head is None or head.pos_ not in ("NOUN", "PROPN") or head.tag_ not in ("NN", "NNP"):
        stopped(
            "post-between-commas", person, "“{}” does not end in a noun in the singular", found[1]
        )
    else:
        how = presupposed(head, document)
        yield Claim(
            Frame.NOUN,
            " ".join([*words[:-1], head.lemma_.lower()]),
            (Role("subject", person), Role("of", body)),
            passage_of(head, document.article.id),
            document.sentence(head),
            rule="post-between-commas",
            phrase=" ".join(words),
            factuality=how.factuality,
            speaker=how.speaker,
        )


def _unit(first: Mention, second: Mention, document: Document) -> Iterator[Claim]:
    """ "3rd Battalion, 21st Artillery Regiment": a unit, and the larger one that it is a part of."""
    between = document.article.text[first.passage.end : second.passage.start]
    smaller, larger = (UNIT_RANK.get(m.text.split()[-1].lower(), -1) for m in (first, second))
    if between not in (", ", " of the ", ", of the ") or smaller < 0 or larger < 0:
        return
    if smaller >= larger:
        stopped("unit-of-unit", first, "“{}” is no larger unit than “{}”", second, first)
    elif not first.text[0].isdigit():
        stopped("unit-of-unit", first, "“{}” does not begin with a figure", first)
    else:
        yield _claim(
            "schema:parentOrganization",
            first,
            second,
            document.head(first),
            "unit-of-unit",
            document,
        )


def _people_of(noun: Token, document: Document) -> Iterator[Claim]:
    """ "students of Acme College", "experts from Acme"."""
    group = document.mention(noun)
    word = noun.lemma_.lower()
    if group is None or group.type != GROUP:
        return
    after = (
        [noun.nbor()] if noun.dep_ in ("nsubj", "nsubjpass") and noun.i + 1 < len(noun.doc) else []
    )  # hung on the verb
    for prep in (
        *noun.children,
        *(word for word in after if word.head == noun.head and word.dep_ == "prep"),
    ):
        if prep.lower_ not in MEMBER_PREPOSITIONS:
            continue
        bodies = [
            m
            for _, token in prepositional(prep)
            for m in document.things(token)
            if m.type in BODIES
        ]
        if word in LEAVERS:
            stopped("people-of", noun, "“{}” may have left, or were held there", noun)
        elif prep.lower_ != "from" and word not in OWN_PEOPLE:
            stopped("people-of", noun, "“{} {}” need not be people who belong to it", noun, prep)
        elif not bodies:
            stopped("people-of", noun, "no organisation follows “{} {}”", noun, prep)
        else:
            yield from (
                _claim("schema:memberOf", group, body, noun, "people-of", document)
                for body in bodies
            )


def _part_of(noun: Token, document: Document) -> Iterator[Claim]:
    """ "Norway, as part of the alliance, …", "is working as part of the alliance"."""
    if noun.lower_ != "part" or noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return
    above = noun.head.head
    holders = implicit_subjects(above) if above.pos_ in ("VERB", "AUX") else [above]
    members = [
        m for token in holders for m in document.things(token) if m.type in (COUNTRY, *BODIES)
    ]
    if not members:
        stopped("part-of", noun, "who is a part is no country or organisation")
    for prep in noun.children:
        if prep.lower_ == "of":
            for _, token in prepositional(prep):
                for body in document.things(token):
                    if body.type not in BODIES or token.lemma_.lower() not in ALLIANCE:
                        stopped("part-of", noun, "“{}” is no alliance", body)
                    else:
                        yield from (
                            _claim("schema:memberOf", m, body, noun, "part-of", document)
                            for m in members
                            if m != body
                        )


def _examples(word: Token, document: Document) -> Iterator[Claim]:
    """ "the international community, including Norway", "its backers, notably Norway": who is of an alliance."""
    if word.dep_ == "prep":
        named = [token for _, token in prepositional(word)]
        whole = word.head
    else:
        named, whole = [word.head], word.head.head
    if whole.pos_ not in ("NOUN", "PROPN") or (word.dep_ != "prep" and named[0].dep_ != "appos"):
        return
    bodies = [m for m in (document.mention(whole),) if m is not None and _is_alliance(m, whole)]
    for token in named:
        members = [member for member in document.things(token) if member.type in (COUNTRY, *BODIES)]
        for member, body in product(members, bodies):
            if body != member:
                yield _claim("schema:memberOf", member, body, whole, "including", document)


def _is_alliance(mention: Mention, noun: Token) -> bool:
    """True for a group in the plural, and for an alliance that is no proper name of something else."""
    return (mention.type == GROUP and mention.plural) or (
        mention.type in BODIES and noun.lemma_.lower() in ALLIANCE
    )


def _present(noun: Token, document: Document) -> Iterator[Claim]:
    """ "X's fighters in Y", "X's presence in Y", "the defeat of X in Y": X is in Y."""
    word = noun.lemma_.lower()
    if word not in TELLING_WHERE:
        return
    owners = [
        document.over(child)
        for child in noun.lefts
        if child.dep_ in ("compound", "nmod", "amod", "poss")
    ]
    preps = [child for child in noun.children if child.dep_ == "prep"]
    if word in DOWNFALLS:
        owned = [token for prep in preps if prep.lower_ == "of" for _, token in prepositional(prep)]
        owners += [
            m
            for token in owned
            for m in (document.mention(token), *map(document.over, token.lefts))
        ]
        preps += [child for token in owned for child in token.children if child.dep_ == "prep"]
    places = [
        m
        for prep in preps
        if prep.lower_ in WHERE
        for _, token in prepositional(prep)
        for m in document.things(token)
    ]
    sides = [side for side in dict.fromkeys(owners) if side is not None and side.type == ARMED]
    places = [place for place in places if place.type in PLACES]
    if sides and not places:
        stopped("present-in", noun, "no place follows “{}” with “in” or the like", noun)
    elif places and not sides:
        stopped("present-in", noun, "no armed group is named beside “{}”", noun)
    for side in sides:
        yield from (
            _claim("schema:location", side, place, noun, "present-in", document) for place in places
        )


def _claim(
    curie: str, subject: Mention, value: Mention, trigger: Token, rule: str, document: Document
) -> Claim:
    """A claim of a noun phrase, which takes for granted what it says."""
    return tie(curie, subject, value, trigger, rule, presupposed(trigger, document), document)
