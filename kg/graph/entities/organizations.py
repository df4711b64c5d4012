"""Organisations and named groups over articles.

They are joined by name (legal forms aside), by acronym, as bodies of states, or as well known.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from kg.gazetteer import WellKnown, organization
from kg.graph.entities.chains import ChainRecord, Records, commonest
from kg.graph.entities.classes import GROUP, ORGANIZATION
from kg.graph.entities.clusters import Clusters, Numbers
from kg.graph.entities.contexts import Around
from kg.graph.entities.government import body_of, is_bare_body, join_bodies
from kg.graph.entities.name_keys import initials, is_acronym, organization_key, squeezed
from kg.lang.en import word_set

Blocks = Mapping[str, list[int]]  # numbers of records by the key that they share, in order of keys
FullNames = Mapping[str, set[str]]  # the full names that articles give for the key of a short name

GENERIC = word_set("names", "entity-generic")
ACRONYM_LENGTH = 3  # letters; shorter ones are shared by too many


def join_organizations(clusters: Clusters, around: Around) -> None:
    """Join the records of one organisation; if several could be meant, note it and leave them."""
    records = [record for record in clusters.records if _is_named(record)]
    by_key = _blocks(records, _name_key)
    full_names = _full_names(records)
    _join_names(clusters, by_key)
    _join_well_known(clusters, records, full_names)
    _join_short_names(clusters, by_key, full_names)
    _join_initials(clusters, records, around)
    _join_usual_names(clusters, records, by_key)
    join_bodies(clusters, records, around)


def _is_named(record: ChainRecord) -> bool:
    return record.kind in (ORGANIZATION, GROUP) and bool(record.name)


def _blocks(records: Records, key_of: Callable[[ChainRecord], str]) -> dict[str, list[int]]:
    """Return the numbers of the records by key, without those whose key is empty."""
    blocks = defaultdict(list)
    for record in records:
        key = key_of(record)
        if key:
            blocks[key].append(record.number)
    return dict(sorted(blocks.items()))


def _members(by_key: Blocks, name: str) -> Numbers:
    """Return the records whose name has the key of a name."""
    return by_key.get(squeezed(organization_key(name)), ())


# --------------------------------------------------------------------------------------- by name


def _join_names(clusters: Clusters, by_key: Blocks) -> None:
    for numbers in by_key.values():
        key = organization_key(clusters.records[numbers[0]].name)
        clusters.join(numbers, f"the same name: {key}")


def _name_key(record: ChainRecord) -> str:
    """Return the key of the name; a body of a state whose country is not given has no own name."""
    return "" if is_bare_body(record) else squeezed(organization_key(record.name))


def _join_usual_names(clusters: Clusters, records: Records, by_key: Blocks) -> None:
    """Join a chain that is mostly called by another name than its fullest to the owner of that."""
    for record in records:
        usual = _usual_name(record)
        others = _members(by_key, usual) if usual else ()
        if not others or is_bare_body(record) or body_of(usual):
            continue
        clusters.join([others[0], record.number], f"mostly called {usual}")


def _usual_name(record: ChainRecord) -> str:
    """Return the name that is used more than the fullest one, empty if none is.

    A chain may have no name of its own, if only an adjective calls it so: "the Danish".
    """
    uses = dict(record.names)
    usual = commonest(uses)
    is_rarer = uses.get(usual, 0) <= uses.get(record.name, 0)
    return "" if is_rarer else usual


# ------------------------------------------------------------------------- by the world gazetteer


def _join_well_known(clusters: Clusters, records: Records, full_names: FullNames) -> None:
    """Join the names of one organisation of the world gazetteer."""
    key_of = partial(_well_known_name, full_names=full_names)
    for name, numbers in _blocks(records, key_of).items():
        clusters.join(numbers, f"a name of {name}")


def _well_known_name(record: ChainRecord, *, full_names: FullNames) -> str:
    """Return what the gazetteer calls an organisation.

    Empty if it does not know it, and if an article spells the acronym out in another way.
    """
    known = _well_known(record)
    if known is None:
        return ""
    spelt_out = full_names.get(organization_key(record.name), ())
    for other in map(organization, spelt_out):
        if other not in (None, known):
            return ""
    return known.name


def _well_known(record: ChainRecord) -> WellKnown | None:
    """Return what the gazetteer knows under the name.

    If the name gives no country ("Air Force"), the other names are looked up, too ("USAF").
    """
    if record.kind != ORGANIZATION:
        return None
    names = [record.name]
    if is_bare_body(record):
        names += [name for name, _ in record.names]
    return next(filter(None, map(organization, names)), None)


# ----------------------------------------------------------------------------------- by short form


def _full_names(records: Records) -> dict[str, set[str]]:
    """Return the full names that articles give for each short name.

    Short are acronyms, and names that are a part of the full one.
    """
    full = defaultdict(set)
    for record in records:
        for name, _ in record.names:
            if _is_short_for(name, record.name):
                key = organization_key(name)
                full[key].add(record.name)
    return full


def _is_short_for(short: str, full: str) -> bool:
    """Return whether a name is an acronym of the full name, or lacks only generic words of it."""
    kept = organization_key(short).split()
    words = organization_key(full).split()
    if kept == words:
        return False
    if is_acronym(short):
        letters = short.replace(".", "").upper()
        return letters in initials(full) or _spells(letters.lower(), words)
    beginning, rest = words[: len(kept)], words[len(kept) :]
    return beginning == kept and GENERIC.issuperset(rest)


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Return whether letters begin words of a name in this order, the first with the first.

    Small words may be left out.
    """
    if min(len(letters), len(words)) < ACRONYM_LENGTH:
        return False
    if words[0][0] != letters[0]:
        return False
    first_letters = iter(word[0] for word in words)
    return all(letter in first_letters for letter in letters)


def _join_short_names(clusters: Clusters, by_key: Blocks, full_names: FullNames) -> None:
    """Join a short name to the full name that some article gives, if it is of one organisation."""
    for short, names in sorted(full_names.items()):
        own = by_key.get(squeezed(short), [])
        if not own:
            continue
        numbers: list[int] = []
        for name in names:
            numbers += _members(by_key, name)
        roots = clusters.roots(numbers)
        if len(roots) == 1:
            reason = f"an article gives {min(names)} for {short}"
            clusters.join([*roots, *own], reason)
            continue
        for root in roots:
            clusters.nearly(own[0], root)


def _join_initials(clusters: Clusters, records: Records, around: Around) -> None:
    """Join an acronym to the only organisation with those initials, if the articles are alike."""
    full = _by_initials(records)
    for letters, numbers in _blocks(records, _acronym).items():
        if len(letters) < ACRONYM_LENGTH:
            continue
        spelt_out = full.get(letters, ())
        roots = clusters.roots(spelt_out)
        if not roots or roots == clusters.roots(numbers):
            continue
        is_only_one = len(roots) == 1 and organization(letters) is None
        if is_only_one and _are_alike(clusters, spelt_out, numbers, around):
            reason = f"the only organisation with these initials: {letters}"
            clusters.join([roots[0], *numbers], reason)
        else:
            clusters.nearly(roots[0], numbers[0])


def _by_initials(records: Records) -> Blocks:
    """Return the numbers of organisations by the acronyms that their names would have."""
    full = defaultdict(list)
    for record in records:
        if record.kind != ORGANIZATION:
            continue
        for letters in initials(record.name):
            full[letters].append(record.number)
    return full


def _acronym(record: ChainRecord) -> str:
    return record.name.replace(".", "") if is_acronym(record.name) else ""


def _are_alike(clusters: Clusters, some: Numbers, others: Numbers, around: Around) -> bool:
    """Return whether the articles of some records share a named thing with those of others."""
    known = _named_around(clusters, some, around)
    return not known.isdisjoint(_named_around(clusters, others, around))


def _named_around(clusters: Clusters, numbers: Numbers, around: Around) -> set[str]:
    """Return the named things in the articles of some records."""
    named: set[str] = set()
    for number in numbers:
        article = clusters.article(number)
        named |= around[article].named
    return named
