"""People over articles: one name, a name with and without its middle names or in a short form, a family name alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.gazetteer import is_given_name
from kg.graph.entities.classes import PERSON
from kg.graph.entities.clusters import Clusters, genders_agree
from kg.graph.entities.contexts import Context, context_keys
from kg.graph.entities.person_names import PersonName, middles_agree, person_name

LARGEST_FAMILY = 40  # forms of names that are compared with each other; a family name with more namesakes is left alone

Around = Mapping[str, Context]
Keys = Callable[[PersonName], Iterable[str]]


def join_people(clusters: Clusters, around: Around) -> None:
    """Make one what is one person; where two could be meant, note it and leave both."""
    forms = _forms(clusters)
    full = {name: numbers for name, numbers in forms.items() if name.is_full}
    for name, numbers in full.items():
        _join_namesakes(clusters, numbers, f"the same name: {_written(name)}")
    for block in _blocks(full, lambda name: [f"{name.base}|{name.family}"]):
        _join_variants(clusters, block, full)
    families = _blocks_by(full, lambda name: name.families)
    for name, numbers in full.items():
        if len(name.given) == 1:
            _join_initial(clusters, name, numbers, families[name.family], full, around)
    for name, numbers in forms.items():
        if not name.is_full:
            _join_family_name(clusters, name, numbers, [n for form in families.get(name.family, ()) for n in full[form]], around)


def _forms(clusters: Clusters) -> dict[PersonName, list[int]]:
    """The numbers of the people of each name, by the name in parts, in the order of the alphabet."""
    forms: dict[PersonName, list[int]] = defaultdict(list)
    for thing in clusters.things:
        if thing.kind == PERSON and thing.name:
            forms[person_name(thing.name)].append(thing.number)
    return dict(sorted(forms.items(), key=lambda item: _written(item[0])))


def _written(name: PersonName) -> str:
    return " ".join(filter(None, (name.given, *name.middle, name.family, name.generation)))


def _blocks_by(forms: Mapping[PersonName, list[int]], keys: Keys) -> dict[str, list[PersonName]]:
    blocks: dict[str, list[PersonName]] = defaultdict(list)
    for name in forms:
        for key in keys(name):
            blocks[key].append(name)
    return blocks


def _blocks(forms: Mapping[PersonName, list[int]], keys: Keys) -> Iterator[list[PersonName]]:
    for block in _blocks_by(forms, keys).values():
        if 1 < len(block) <= LARGEST_FAMILY:
            yield block


def _join_namesakes(clusters: Clusters, numbers: Sequence[int], reason: str) -> None:
    """Join people of one name, men and women apart."""
    first = next((n for n in numbers if clusters.things[n].gender), numbers[0])
    gender = clusters.things[first].gender
    same = [n for n in numbers if genders_agree(gender, clusters.things[n].gender)]
    clusters.join(same, reason)
    for other in sorted(set(numbers) - set(same)):
        clusters.nearly(same[0], other)


def _join_variants(clusters: Clusters, block: Sequence[PersonName], forms: Mapping[PersonName, list[int]]) -> None:
    """Join forms with the same given and family name where no two of them have different middle names or generations."""
    clash = [pair for pair in combinations(block, 2) if not _agree(*pair)]
    apart = {name for pair in clash for name in pair}
    for first, second in combinations(block, 2):
        a, b = forms[first][0], forms[second][0]
        sure = (first, second) not in clash and not ({first, second} & apart and _is_bare(first, second))
        if sure and genders_agree(clusters.things[a].gender, clusters.things[b].gender):
            clusters.join([a, b], f"a form of the same name: {_written(first)}, {_written(second)}")
        else:
            clusters.nearly(a, b)


def _is_bare(a: PersonName, b: PersonName) -> bool:
    """True where one of them lacks what the clash is about, so that it could be either of two people."""
    return not (a.middle and b.middle) or (a.generation != b.generation)


def _agree(a: PersonName, b: PersonName) -> bool:
    return middles_agree(a.middle, b.middle) and (not (a.generation and b.generation) or a.generation == b.generation)


def _join_initial(
    clusters: Clusters,
    name: PersonName,
    numbers: Sequence[int],
    family: Iterable[PersonName],
    forms: Mapping[PersonName, list[int]],
    around: Around,
) -> None:
    """Join "J. Smith" to the only Smith whose given name begins so, in articles that share something."""
    fitting = [n for form in family if form.given[0] == name.given and len(form.given) > 1 for n in forms[form]]
    _join_to_only(clusters, numbers, fitting, around, f"initials of the only such name: {_written(name)}")


def _join_family_name(
    clusters: Clusters, name: PersonName, numbers: Sequence[int], family: Sequence[int], around: Around
) -> None:
    """Join a family name alone to the only person of that name, first in its own article, then in those that share something."""
    in_article: dict[str, list[int]] = defaultdict(list)
    for number in family:
        in_article[clusters.things[number].article].append(number)
    left = []
    for number in numbers:
        near = clusters.roots(in_article.get(clusters.things[number].article, ()))
        near = [root for root in near if genders_agree(clusters.things[root].gender, clusters.things[number].gender)]
        if len(near) == 1:
            clusters.join([near[0], number], f"the only person of that family name in the article: {name.family}")
        elif not near:
            left.append(number)
        else:
            clusters.nearly(near[0], number)
    if family:
        _join_to_only(clusters, left, family, around, f"the only person of that family name: {name.family}")
    else:
        _join_single_names(clusters, name, left, around)


def _join_to_only(clusters: Clusters, numbers: Sequence[int], family: Sequence[int], around: Around, reason: str) -> None:
    roots = clusters.roots(family)
    known = frozenset().union(*(around[clusters.things[n].article].named - _own_keys(clusters, n) for n in family))
    for number in numbers:
        thing = clusters.things[number]
        fits = len(roots) == 1 and genders_agree(clusters.things[roots[0]].gender, thing.gender)
        if fits and around[thing.article].named & known:
            clusters.join([roots[0], number], reason)
        elif roots:
            clusters.nearly(roots[0], number)


def _join_single_names(clusters: Clusters, name: PersonName, numbers: Sequence[int], around: Around) -> None:
    """Join people who are called by one word only, in articles that share a named thing (for a given name: a person)."""
    by_context: dict[str, list[int]] = defaultdict(list)
    given = is_given_name(name.family.title())
    for number in numbers:
        for key in around[clusters.things[number].article].named:
            if key.startswith(PERSON) or not given:
                by_context[key].append(number)
    for key, block in sorted(by_context.items()):
        if len(block) > 1:
            _join_namesakes(clusters, block, f"the same single name where {key.partition(' ')[2]} is named too: {name.family}")


def _own_keys(clusters: Clusters, number: int) -> frozenset[str]:
    return frozenset(context_keys(clusters.things[number]))
