"""People over articles.

They are joined by name, with and without middle names or in a short form, and by family name alone.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from itertools import combinations

from kg.gazetteer import is_given_name
from kg.graph.entities.chains import (
    ChainRecord,
    blocks,
)
from kg.graph.entities.classes import PERSON
from kg.graph.entities.clusters import (
    Clusters,
    Numbers,
)
from kg.graph.entities.contexts import context_keys
from kg.graph.entities.namesakes import (
    are_one,
    is_in_news,
    told_apart,
)
from kg.graph.entities.person_names import (
    PersonName,
    middles_agree,
    person_name,
)
from kg.model import Gender

# Forms of names that are compared with each other; a family with more namesakes is left alone.
LARGEST_FAMILY = 40

Names = Sequence[PersonName]
AnyNames = Iterable[PersonName]
Forms = dict[PersonName, Numbers]  # the people of each name


def join_people(clusters: Clusters) -> None:
    """Join the records of one person; if several could be meant, note it and leave them."""
    full: Forms = {}
    single: Forms = {}
    for name, numbers in _forms(clusters).items():
        forms = full if name.is_full else single
        forms[name] = numbers
    for name, numbers in full.items():
        written = _written(name)
        _join_namesakes(clusters, numbers, f"the same name: {written}")
    for block in _small_blocks(full):
        _join_variants(clusters, block, full)
    families = _families(full)
    for name in full:
        if len(name.given) == 1:
            family = families[name.family]
            _join_initial(clusters, name, family, full)
    for name, numbers in single.items():
        family = families.get(name.family, ())
        people = _all_of(family, full)
        _join_single_name(clusters, name.family, numbers, people)


def _all_of(names: AnyNames, forms: Forms) -> Numbers:
    """Return the numbers of all people of some names."""
    numbers: list[int] = []
    for name in names:
        numbers += forms[name]
    return numbers


def _forms(clusters: Clusters) -> Forms:
    """Return the numbers of the people of each name, in the order of the alphabet."""
    people = clusters.named(PERSON)
    forms = blocks(people, _name_of)
    in_order = sorted(forms, key=_written)
    return {name: forms[name] for name in in_order}


def _name_of(record: ChainRecord) -> PersonName:
    return person_name(record.name)


def _written(name: PersonName) -> str:
    nickname = f"({name.nickname})" if name.nickname else ""
    words = [name.given, nickname, *name.middle, name.family, name.generation]
    return " ".join(filter(None, words))


def _families(names: AnyNames) -> Mapping[str, Names]:
    """Return the names by each word by which the person may be called for short."""
    families = defaultdict(list)
    for name in names:
        for family in name.families:
            families[family].append(name)
    return families


def _small_blocks(names: AnyNames) -> Iterator[Names]:
    """Yield the names of one given and family name, unless they are too many or only one."""
    alike = defaultdict(list)
    for name in names:
        for base in name.bases:
            alike[base, name.family].append(name)
    for block in alike.values():
        if 1 < len(block) <= LARGEST_FAMILY:
            yield block


def _genders_agree(clusters: Clusters, a: int, b: int) -> bool:
    """Return whether the genders of two records may be one person's."""
    first = clusters.gender(a)
    second = clusters.gender(b)
    return first == second or Gender.UNKNOWN in (first, second)


def _agreeing(clusters: Clusters, number: int, others: Numbers) -> list[int]:
    """Return those of some others whose gender may be that of a record."""
    return [other for other in others if _genders_agree(clusters, number, other)]


# ------------------------------------------------------------------------------- full names


def _join_namesakes(clusters: Clusters, numbers: Numbers, reason: str) -> None:
    """Join people of one name, but for those whom articles tell apart."""
    bearers = [bearer.numbers for bearer in told_apart(clusters, numbers)]
    for bearer in bearers:
        clusters.join(bearer, reason)
    for one, other in combinations(bearers, 2):
        clusters.keep_apart(one[0], other[0])
        clusters.nearly(one[0], other[0])


def _join_variants(clusters: Clusters, block: Names, forms: Forms) -> None:
    """Join forms of one given and family name, unless middle names or generations contradict."""
    pairs = [*combinations(block, 2)]
    clashing: set[PersonName] = set()
    for pair in pairs:
        if not _may_be_one(*pair):
            clashing.update(pair)
    for a, b in pairs:
        first = forms[a]
        second = forms[b]
        reason = f"a form of the same name: {_written(a)}, {_written(b)}"
        if _are_one(a, b, clashing):
            _join_forms(clusters, first, second, reason)
        else:
            clusters.nearly(first[0], second[0])


def _join_forms(clusters: Clusters, some: Numbers, others: Numbers, reason: str) -> None:
    """Join the person of one form of a name to the only one of another form who may be meant."""
    bearers = clusters.roots(some)
    for other in clusters.roots(others):
        meant = [bearer for bearer in bearers if are_one(clusters, bearer, other)]
        if len(meant) == 1:
            both = [*meant, other]
            clusters.join(both, reason)
        else:
            clusters.nearly(other, *bearers)


def _are_one(a: PersonName, b: PersonName, clashing: Set[PersonName]) -> bool:
    """Return whether two names are surely one person's.

    They are not if one lacks what others clash about, so that it may be either's.
    """
    if not _may_be_one(a, b):
        return False
    if clashing.isdisjoint((a, b)):
        return True
    if a.generation != b.generation:
        return False
    return bool(a.middle and b.middle)


def _may_be_one(a: PersonName, b: PersonName) -> bool:
    """Return whether neither middle names nor generations nor nicknames contradict."""
    if _contradict(a.generation, b.generation):
        return False
    if _contradict(a.base_of_nickname, b.base_of_nickname):
        return False
    return middles_agree(a.middle, b.middle)


def _contradict(a: str, b: str) -> bool:
    """Return whether two parts of names differ; an empty one fits all."""
    return a != b and bool(a and b)


def _join_initial(clusters: Clusters, name: PersonName, family: Names, forms: Forms) -> None:
    """Join "J. Smith" to the only Smith whose given name begins so, if the articles are alike."""
    initial = name.given
    begun = [form for form in family if form.given.startswith(initial)]
    spelt_out = [form for form in begun if form.given != initial]
    people = _all_of(spelt_out, forms)
    numbers = forms[name]
    reason = f"initials of the only such name: {_written(name)}"
    _join_to_only(clusters, numbers, people, reason)


# ------------------------------------------------------------------------------- single names


def _join_single_name(clusters: Clusters, name: str, numbers: Numbers, family: Numbers) -> None:
    """Join people called by a family name alone to the only person of that name.

    It is looked for first in their own article, then in those that share something with it.
    """
    left = _left_by_article(clusters, name, numbers, family)
    if family:
        reason = f"the only person of that family name: {name}"
        _join_to_only(clusters, left, family, reason)
    else:
        _join_by_context(clusters, name, left)


def _left_by_article(clusters: Clusters, name: str, numbers: Numbers, family: Numbers) -> Numbers:
    """Join people to the only one of a family in their article; return those who have none."""
    in_article = defaultdict(list)
    for member in family:
        article = clusters.article(member)
        in_article[article].append(member)
    left = []
    for number in numbers:
        article = clusters.article(number)
        members = in_article.get(article, ())
        roots = clusters.roots(members)
        near = _agreeing(clusters, number, roots)
        if not near:
            left.append(number)
        elif len(near) > 1:
            clusters.nearly(near[0], number)
        else:
            reason = f"the only person of that family name in the article: {name}"
            clusters.join([*near, number], reason)
    return left


def _join_to_only(clusters: Clusters, numbers: Numbers, family: Numbers, reason: str) -> None:
    """Join records to the only person in a family, if their articles share a named thing."""
    if not family:
        return
    first, *others = clusters.roots(family)
    known = _named_besides(clusters, family)
    for number in numbers:
        context = clusters.context(number)
        both = (first, number)
        is_related = not known.isdisjoint(context.named) or is_in_news(clusters, family, number)
        may_be_meant = not others and _genders_agree(clusters, *both)
        if may_be_meant and is_related:
            clusters.join(both, reason)
        else:
            clusters.nearly(*both)


def _named_besides(clusters: Clusters, numbers: Numbers) -> Set[str]:
    """Return the named things in the articles of some people, each without the person."""
    named: set[str] = set()
    for number in numbers:
        record = clusters.records[number]
        context = clusters.context(number)
        own = context_keys(record)
        named |= context.named.difference(own)
    return named


def _join_by_context(clusters: Clusters, name: str, numbers: Numbers) -> None:
    """Join people who are called by one word only, in articles that share a named thing.

    For a given name that thing must be a person.
    """
    telling = PERSON if is_given_name(name.title()) else ""
    by_thing = defaultdict(list)
    for number in numbers:
        context = clusters.context(number)
        for key in context.named:
            if key.startswith(telling):
                by_thing[key].append(number)
    for key, block in sorted(by_thing.items()):
        if len(block) > 1:
            _, _, thing = key.partition(" ")
            reason = f"the same single name where {thing} is named too: {name}"
            _join_namesakes(clusters, block, reason)
