"""Groups and their known members: "the envoys, including X and Y", "X, one of the envoys", "X and Y … they"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType, sort_of_type
from kg.text.coref.positions import MentionNode, Page
from kg.text.coref.profile import ANY
from kg.text.parse import SUBJECTS, conjuncts

TWO = word_set("numbers", "coref-pair")
PAIR_WINDOW = 2  # sentences back in which "the two firms" are looked for
INCLUDING = word_set("function_words", "coref-including")
ONE_OF = word_set("function_words", "coref-one-of")


def note_members(page: Page, clusters: Clusters) -> None:
    """Write down the members of groups that the article names beside the group."""
    for spot in page.spots:
        included = ((_group_of(member, spot, page), member) for member in _included(spot, page))
        for group, member in (*included, *((spot, member) for member in _one_of(spot, page))):
            if group is not None and EntityType.PERSON not in clusters.profile(group.index).sorts:
                clusters.add_parts(group.index, (member.index,))


def _included(spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """X and Y in "the envoys, including X and Y"."""
    if not spot.mention.plural:
        return
    for preposition in spot.token.children:
        if preposition.dep_ == "prep" and (
            preposition.lower_ in INCLUDING or _such_as(preposition)
        ):
            for noun in preposition.children:
                if noun.dep_ == "pobj":
                    yield from _named(noun, page)


def _group_of(member: MentionNode, spot: MentionNode, page: Page) -> MentionNode | None:
    """The group that a member belongs to: in "the envoys and their families, including X and his son" X is no family."""
    if spot.token.dep_ == "conj" and _is_somebodys(spot) and not _is_somebodys(member):
        return page.spot(spot.token.head)
    beside = [other for other in _named(spot.token, page) if other != spot]
    if beside and _is_somebodys(member) and not _is_somebodys(spot):
        return next((other for other in beside if _is_somebodys(other)), None)
    return spot


def _is_somebodys(spot: MentionNode) -> bool:
    return any(child.dep_ == "poss" for child in spot.token.lefts)


def _such_as(preposition: Token) -> bool:
    return preposition.lower_ == "as" and any(
        child.lower_ == "such" for child in preposition.children
    )


def _one_of(spot: MentionNode, page: Page) -> Iterator[MentionNode]:
    """X in "X, one of the envoys" and "X is one of the envoys"."""
    of = spot.token.head
    one = of.head
    if (
        spot.token.dep_ != "pobj"
        or of.lower_ != "of"
        or one.lower_ not in ONE_OF
        or not spot.mention.plural
    ):
        return
    if one.dep_ == "appos":
        yield from _named(one.head, page)
    elif one.dep_ == "attr" and one.head.lemma_ == "be":
        for subject in one.head.children:
            if subject.dep_ == "nsubj":
                yield from _named(subject, page)


def _named(noun: Token, page: Page) -> Iterator[MentionNode]:
    """The mentions of a noun and of all that is coordinated with it."""
    for token in conjuncts(noun):
        spot = page.spot(token)
        if spot is not None:
            yield spot


def nearest_list(
    spot: MentionNode, page: Page, clusters: Clusters, window: int
) -> tuple[MentionNode, ...]:
    """The nearest list of single things before a plural pronoun or "the two …", such as "Ann Lee and Bo Ek"; else empty.

    Of the lists of one sentence the one that is a subject goes first, then the last.
    """
    for number in range(spot.sentence, max(-1, spot.sentence - window - 1), -1):
        lists = [
            _list(other, page)
            for other in page.by_sentence.get(number, ())
            if other.index < spot.index
        ]
        fitting = [
            each
            for each in lists
            if each and each[-1].index < spot.index and _are_single(each, clusters)
        ]
        if fitting:
            return max(fitting, key=lambda each: (each[0].token.dep_ in SUBJECTS, each[0].index))
    return ()


def _list(spot: MentionNode, page: Page) -> tuple[MentionNode, ...]:
    """The mentions of a list that starts with this one, empty where it starts none."""
    if spot.token.dep_ == "conj":
        return ()
    found = tuple(_named(spot.token, page))
    return found if len(found) > 1 else ()


def _are_single(members: tuple[MentionNode, ...], clusters: Clusters) -> bool:
    """True for a list of things of one sort of which none is a group."""
    sorts = [clusters.profile(member.index).sorts for member in members]
    return (
        len(set(sorts)) == 1
        and sorts[0] not in ({EntityType.GROUP}, ANY)
        and all(not member.mention.plural for member in members)
    )


def is_pair(spot: MentionNode) -> bool:
    """True for "the two countries" and "both firms"."""
    counted = any(child.lower_ in TWO for child in spot.token.lefts)
    return counted and spot.mention.kind is Kind.NOMINAL and spot.mention.plural


def note_pairs(page: Page, clusters: Clusters) -> None:
    """Write down what "the two countries" and "both firms" are made of: the list before them that is just as long."""
    for spot in page.spots:
        if is_pair(spot):
            members = nearest_list(spot, page, clusters, PAIR_WINDOW)
            sort = sort_of_type(spot.mention.type)
            if len(members) == 2 and all(
                sort in clusters.profile(member.index).sorts for member in members
            ):
                clusters.add_parts(spot.index, (member.index for member in members))
