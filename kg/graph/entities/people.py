"""People over articles.

They are joined by name, with and without middle names or in a short form, and by family name alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from kg.gazetteer import is_given_name
from kg.graph.entities.classes import PERSON
from kg.graph.entities.clusters import Clusters, Numbers, genders_agree
from kg.graph.entities.contexts import Around, context_keys
from kg.graph.entities.person_names import PersonName, middles_agree, person_name

# Forms of names that are compared with each other; a family with more namesakes is left alone.
LARGEST_FAMILY = 40

Forms = Mapping[PersonName, list[int]]  # the numbers of the people of each name
Keys = Callable[[PersonName], Iterable[str]]


def join_people(clusters: Clusters, around: Around) -> None:
    """Join the records of one person; if several could be meant, note it and leave them."""
    forms = _forms(clusters)
    full = {name: numbers for name, numbers in forms.items() if name.is_full}
    for name, numbers in full.items():
        _join_namesakes(clusters, numbers, f"the same name: {_written(name)}")
    for block in _small_blocks(full, _given_and_family):
        _join_variants(clusters, block, full)
    families = _blocks(full, lambda name: name.families)
    for name in full:
        if len(name.given) == 1:
            _join_initial(clusters, name, full, families[name.family], around)
    for name, numbers in forms.items():
        if name.is_full:
            continue
        family = _all_of(families.get(name.family, ()), full)
        _join_family_name(clusters, name, numbers, family, around)


def _all_of(names: Iterable[PersonName], forms: Forms) -> list[int]:
    """Return the numbers of all people of some names."""
    numbers = []
    for name in names:
        numbers += forms[name]
    return numbers


def _forms(clusters: Clusters) -> dict[PersonName, list[int]]:
    """Return the numbers of the people of each name, in the order of the alphabet."""
    forms = defaultdict(list)
    for record in clusters.records:
        if record.kind == PERSON and record.name:
            name = person_name(record.name)
            forms[name].append(record.number)
    in_order = sorted(forms, key=_written)
    return {name: forms[name] for name in in_order}


def _written(name: PersonName) -> str:
    words = (name.given, *name.middle, name.family, name.generation)
    return " ".join(filter(None, words))


def _given_and_family(name: PersonName) -> tuple[str]:
    return (f"{name.base}|{name.family}",)


def _blocks(forms: Forms, keys: Keys) -> dict[str, list[PersonName]]:
    """Return the names by each of their keys."""
    blocks = defaultdict(list)
    for name in forms:
        for key in keys(name):
            blocks[key].append(name)
    return blocks


def _small_blocks(forms: Forms, keys: Keys) -> Iterator[list[PersonName]]:
    """Yield the names that share a key, unless they are too many or only one."""
    for block in _blocks(forms, keys).values():
        if 1 < len(block) <= LARGEST_FAMILY:
            yield block


def _agree(clusters: Clusters, a: int, b: int) -> bool:
    """Return whether the genders of two records may be one person's."""
    return genders_agree(clusters.records[a].gender, clusters.records[b].gender)


# ------------------------------------------------------------------------------- full names


def _join_namesakes(clusters: Clusters, numbers: Numbers, reason: str) -> None:
    """Join people of one name, men and women apart."""
    gendered = [number for number in numbers if clusters.records[number].gender]
    first = [*gendered, *numbers][0]
    same = [number for number in numbers if _agree(clusters, first, number)]
    clusters.join(same, reason)
    others = set(numbers).difference(same)
    for other in sorted(others):
        clusters.nearly(same[0], other)


def _join_variants(clusters: Clusters, block: Sequence[PersonName], forms: Forms) -> None:
    """Join forms of one given and family name, unless middle names or generations contradict."""
    clashing = set()
    for a, b in combinations(block, 2):
        if not _may_be_one(a, b):
            clashing |= {a, b}
    for a, b in combinations(block, 2):
        first, second = forms[a][0], forms[b][0]
        is_unclear = not _may_be_one(a, b) or _is_doubtful(a, b, clashing)
        if is_unclear or not _agree(clusters, first, second):
            clusters.nearly(first, second)
            continue
        reason = f"a form of the same name: {_written(a)}, {_written(b)}"
        clusters.join([first, second], reason)


def _is_doubtful(a: PersonName, b: PersonName, clashing: Set[PersonName]) -> bool:
    """Return whether one of two names lacks what others clash about, so that it may be either's."""
    if clashing.isdisjoint((a, b)):
        return False
    both_have_middle = a.middle and b.middle
    return not both_have_middle or a.generation != b.generation


def _may_be_one(a: PersonName, b: PersonName) -> bool:
    """Return whether neither middle names nor generations contradict."""
    generations = {a.generation, b.generation} - {""}
    if len(generations) > 1:
        return False
    return middles_agree(a.middle, b.middle)


def _join_initial(
    clusters: Clusters, name: PersonName, full: Forms, family: Iterable[PersonName], around: Around
) -> None:
    """Join "J. Smith" to the only Smith whose given name begins so, if the articles are alike."""
    spelt_out = [form for form in family if form.given != name.given]
    fitting = [form for form in spelt_out if form.given.startswith(name.given)]
    reason = f"initials of the only such name: {_written(name)}"
    _join_to_only(clusters, full[name], _all_of(fitting, full), around, reason)


# ------------------------------------------------------------------------------- single names


def _join_family_name(
    clusters: Clusters, name: PersonName, numbers: Numbers, family: Numbers, around: Around
) -> None:
    """Join a family name alone to the only person of that name.

    It is looked for first in its own article, then in those that share something with it.
    """
    in_article = defaultdict(list)
    for number in family:
        article = clusters.article(number)
        in_article[article].append(number)
    left = []
    for number in numbers:
        article = clusters.article(number)
        roots = clusters.roots(in_article.get(article, ()))
        near = [root for root in roots if _agree(clusters, root, number)]
        if len(near) == 1:
            reason = f"the only person of that family name in the article: {name.family}"
            clusters.join([near[0], number], reason)
        elif near:
            clusters.nearly(near[0], number)
        else:
            left.append(number)
    if family:
        reason = f"the only person of that family name: {name.family}"
        _join_to_only(clusters, left, family, around, reason)
    else:
        _join_single_names(clusters, name, left, around)


def _join_to_only(
    clusters: Clusters, numbers: Numbers, family: Numbers, around: Around, reason: str
) -> None:
    """Join records to the only person in a family, if their articles share a named thing."""
    roots = clusters.roots(family)
    if not roots:
        return
    known: set[str] = set()
    for number in family:
        record = clusters.records[number]
        known |= around[record.article].named - set(context_keys(record))
    first, *others = roots
    for number in numbers:
        context = around[clusters.article(number)]
        may_be_meant = not others and _agree(clusters, first, number)
        if may_be_meant and context.named & known:
            clusters.join([first, number], reason)
        else:
            clusters.nearly(first, number)


def _join_single_names(
    clusters: Clusters, name: PersonName, numbers: Numbers, around: Around
) -> None:
    """Join people who are called by one word only, in articles that share a named thing.

    For a given name that thing must be a person.
    """
    by_context = defaultdict(list)
    telling = PERSON if is_given_name(name.family.title()) else ""
    for number in numbers:
        article = clusters.article(number)
        for key in around[article].named:
            if key.startswith(telling):
                by_context[key].append(number)
    for key, block in sorted(by_context.items()):
        if len(block) > 1:
            thing = key.partition(" ")[2]
            reason = f"the same single name where {thing} is named too: {name.family}"
            _join_namesakes(clusters, block, reason)
