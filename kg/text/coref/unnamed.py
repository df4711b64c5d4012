"""Those outside the text: who an article speaks of by pronouns though nothing before says who it is.

A personal pronoun without any possible antecedent before it ("He was born in Lima." as a first sentence) introduces an unnamed
thing. The pronouns of its kind that follow take it for an antecedent like any other. "It" and "we" do so only where they act as
organisations do, since an "it" may be anything.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import (
    ACTIONS,
    DONE_TO_FIRMS,
    FIRM_ACTIONS,
    OWNED_BY_ACTORS,
    OWNED_BY_FIRMS,
)
from kg.text.coref.positions import MentionNode, Page

MARKS = re.compile(r"[\"“”„]|''")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BASED_SOMEWHERE = word_set("verbs", "based-somewhere")
SITES = word_set("function_words", "coref-site")
ORGANIZATIONS = frozenset({EntityType.ORGANIZATION})
NEUTRAL = frozenset({EntityType.ORGANIZATION, EntityType.GROUP, EntityType.THING})


def outside_person(spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
    """The unnamed person that "he" or "she" introduces or takes up, where no person before it can be meant."""
    if not _is_told_plainly(spot, page):
        return None
    before = [other for other in page.spots[: spot.index] if _may_be_meant(other, spot, clusters)]
    if not before and _is_introduced_later(spot, page, clusters):
        return None
    return _found_or_introduced(spot, before, clusters, frozenset({EntityType.PERSON}))


def outside_organization(spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
    """The unnamed organisation that an "it" which acts introduces or takes up, where nothing before it can be meant."""
    if not _is_told_plainly(spot, page):
        return None
    before = [other for other in page.spots[: spot.index] if _may_act(other, spot, clusters)]
    known = [other for other in before if clusters.is_outside(other.index)]
    if not known and not is_firm(spot.token):
        return None
    return _found_or_introduced(spot, before, clusters, ORGANIZATIONS)


def narrators(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """The writer: an "I" outside all quotations, and the organisation that says "we" and does what organisations do."""
    for spot in page.spots:
        if (
            _is_first(spot, "singular")
            and not _is_known(spot, clusters)
            and _is_told_plainly(spot, page)
        ):
            clusters.introduce(spot.index, frozenset({EntityType.PERSON}))
    own = [
        spot for spot in page.spots if _is_first(spot, "either") and not _is_known(spot, clusters)
    ]
    own = [spot for spot in own if _is_told_plainly(spot, page)]
    if not any(is_firm(spot.token) for spot in own):
        return
    if any(_may_act(other, own[0], clusters) for other in page.spots[: own[0].index]):
        return
    clusters.introduce(own[0].index, ORGANIZATIONS)
    yield from ((own[0].index, spot.index) for spot in own[1:])


def _found_or_introduced(
    spot: MentionNode, before: list[MentionNode], clusters: Clusters, sorts: frozenset[EntityType]
) -> int | None:
    """The only outsider before the pronoun; the pronoun itself, introduced, where nobody is before it; else nothing."""
    roots = {clusters.root(other.index) for other in before}
    if len(roots) == 1 and clusters.is_outside(before[0].index):
        return before[0].index
    if not roots:
        clusters.introduce(spot.index, sorts)
    return None


def _is_told_plainly(spot: MentionNode, page: Page) -> bool:
    """True for what the article itself tells: not in a quotation, a headline, nor of the "he" who said what is quoted."""
    in_front = any(passage.covers(spot.mention.passage) for passage in page.article.front)
    return (
        spot.quote < 0
        and not in_front
        and spot.mention not in page.speakers
        and not _is_quoted(spot, page)
    )


def _is_quoted(spot: MentionNode, page: Page) -> bool:
    """True behind an odd number of quotation marks in the paragraph: somebody's words, though nobody is known to say them."""
    start = page.article.text.rfind("\n", 0, spot.mention.passage.start) + 1
    return len(MARKS.findall(page.article.text[start : spot.mention.passage.start])) % 2 == 1


def _may_be_meant(other: MentionNode, spot: MentionNode, clusters: Clusters) -> bool:
    """True for a person before the pronoun, or a subject whose class is unsure."""
    profile = clusters.profile(other.index)
    if (
        _is_idle(other, clusters)
        or EntityType.PERSON not in profile.sorts
        or not clusters.may_join(other.index, spot.index)
    ):
        return False
    return profile.is_person or (other.mention.is_name and other.token.dep_ in SUBJECTS)


def _may_act(other: MentionNode, spot: MentionNode, clusters: Clusters) -> bool:
    """True for an organisation, a group or a country before the pronoun."""
    profile = clusters.profile(other.index)
    if _is_idle(other, clusters) or not clusters.may_join(other.index, spot.index):
        return False
    return profile.sorts <= NEUTRAL or (
        profile.types == {"schema:Country"} and other.token.dep_ in SUBJECTS
    )


def _is_idle(other: MentionNode, clusters: Clusters) -> bool:
    """True for a pronoun that stands for nothing known."""
    return (
        other.mention.kind is Kind.PRONOUN
        and not _is_known(other, clusters)
        and not clusters.is_outside(other.index)
    )


def _is_known(spot: MentionNode, clusters: Clusters) -> bool:
    profile = clusters.profile(spot.index)
    return bool(profile.names or profile.nouns)


def _is_introduced_later(spot: MentionNode, page: Page, clusters: Clusters) -> bool:
    """True where the sentence goes on to say who it is: "In his speech the minister …"."""
    if spot.token.dep_ in SUBJECTS:
        return False
    later = (
        other
        for other in page.by_sentence[spot.sentence]
        if other.index > spot.index and other.token.dep_ in SUBJECTS
    )
    people = (
        other
        for other in later
        if other.mention.kind is not Kind.PRONOUN and clusters.profile(other.index).is_person
    )
    return any(clusters.may_join(other.index, spot.index) for other in people)


def _is_first(spot: MentionNode, number: str) -> bool:
    """True for a pronoun of the first person outside of all quotations."""
    word = spot.pronoun
    return word is not None and word.person == 1 and word.number == number and spot.quote < 0


def is_firm(token: Token) -> bool:
    """True for a pronoun that speaks of an organisation: "its subsidiary", "we employ", "it was founded", "based in Lima, it"."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in OWNED_BY_ACTORS | OWNED_BY_FIRMS
    verb = token.head
    if token.dep_ not in SUBJECTS:
        return False
    if any(_is_done_to_firms(each) for each in (verb, *verb.children) if each.tag_ == "VBN"):
        return True
    opens = any(child.dep_ == "dobj" and child.lemma_ == "operation" for child in verb.children)
    return token.dep_ == "nsubj" and (verb.lemma_.lower() in ACTIONS | FIRM_ACTIONS or opens)


def _is_done_to_firms(verb: Token) -> bool:
    """True for "founded" and the like, and for "based in", which "based on" is not."""
    if verb.lemma_.lower() in BASED_SOMEWHERE:
        return any(child.lower_ in SITES for child in verb.children)
    return verb.lemma_.lower() in DONE_TO_FIRMS
