"""Organisations and named groups over articles.

They are joined by name (legal forms aside), by acronym, as bodies of states, or as well known.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from kg.gazetteer import WellKnown, organization
from kg.graph.entities.chains import (
    ChainRecord,
    Records,
    blocks,
    commonest,
)
from kg.graph.entities.classes import GROUP, ORGANIZATION
from kg.graph.entities.clusters import Clusters, Numbers
from kg.graph.entities.government import body_of, is_bare_body, join_bodies
from kg.graph.entities.name_keys import (
    initials,
    is_acronym,
    organization_key,
    squeezed,
)
from kg.lang.en import word_set

ByKey = Mapping[str, Numbers]
FullNames = Mapping[str, set[str]]  # the full names that articles give for the key of a short name

GENERIC = word_set("names", "entity-generic")
ACRONYM_LENGTH = 3  # letters; shorter ones are shared by too many


def join_organizations(clusters: Clusters) -> None:
    """Join the records of one organisation; if several could be meant, note it and leave them."""
    records = clusters.named(ORGANIZATION, GROUP)
    by_key = blocks(records, _name_key)
    full_names = _full_names(records)
    _join_names(clusters, by_key)
    _join_well_known(clusters, records, full_names)
    _join_short_names(clusters, by_key, full_names)
    _join_initials(clusters, records)
    _join_in_articles(clusters, records)
    _join_usual_names(clusters, records, by_key)
    join_bodies(clusters, records)


def _members(by_key: ByKey, name: str) -> Numbers:
    """Return the records whose name has the key of a name."""
    key = squeezed(organization_key(name))
    return by_key.get(key, ())


# --------------------------------------------------------------------------------------- by name


def _join_names(clusters: Clusters, by_key: ByKey) -> None:
    for key in sorted(by_key):
        numbers = by_key[key]
        first = clusters.records[numbers[0]]
        name = organization_key(first.name)
        clusters.join(numbers, f"the same name: {name}")


def _name_key(record: ChainRecord) -> str:
    """Return the key of the name; a body of a state whose country is not given has no own name."""
    if is_bare_body(record):
        return ""
    return squeezed(organization_key(record.name))


def _join_usual_names(clusters: Clusters, records: Records, by_key: ByKey) -> None:
    """Join a chain that is mostly called by another name than its fullest to the owner of that."""
    for record in records:
        usual = _usual_name(record)
        if not usual or is_bare_body(record) or body_of(usual):
            continue
        others = _members(by_key, usual)
        if others:
            both = [others[0], record.number]
            clusters.join(both, f"mostly called {usual}")


def _usual_name(record: ChainRecord) -> str:
    """Return the name that is used more than the fullest one, empty if none is.

    A chain may have no name of its own, if only an adjective calls it so: "the Danish".
    """
    uses = record.names
    usual = commonest(uses)
    if not usual:
        return ""
    of_own_name = uses.get(record.name, 0)
    if uses[usual] <= of_own_name:
        return ""
    return usual


# ------------------------------------------------------------------------- by the world gazetteer


def _join_well_known(clusters: Clusters, records: Records, full_names: FullNames) -> None:
    """Join the names of one organisation of the world gazetteer."""
    key_of = partial(_well_known_name, full_names=full_names)
    by_name = blocks(records, key_of)
    for name in sorted(by_name):
        clusters.join(by_name[name], f"a name of {name}")


def _well_known_name(record: ChainRecord, *, full_names: FullNames) -> str:
    """Return what the gazetteer calls an organisation.

    Empty if it does not know it, and if an article spells the acronym out in another way.
    """
    known = _well_known(record)
    if known is None:
        return ""
    key = organization_key(record.name)
    spelt_out = full_names.get(key, ())
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
        names += record.names
    for name in names:
        known = organization(name)
        if known is not None:
            return known
    return None


# ----------------------------------------------------------------------------------- by short form


def _full_names(records: Records) -> FullNames:
    """Return the full names that articles give for each short name.

    Short are acronyms, and names that are a part of the full one.
    """
    full_names = defaultdict(set)
    for record in records:
        full = record.name
        for name in record.names:
            if _is_short_for(name, full):
                key = organization_key(name)
                full_names[key].add(full)
    return full_names


def _is_short_for(short: str, full: str) -> bool:
    """Return whether a name is an acronym of the full name, or lacks only generic words of it."""
    kept = organization_key(short).split()
    words = organization_key(full).split()
    if kept == words:
        return False
    if is_acronym(short):
        letters = short.replace(".", "")
        if letters.upper() in initials(full):
            return True
        return _spells(letters.lower(), words)
    length = len(kept)
    if words[:length] != kept:
        return False
    return GENERIC.issuperset(words[length:])


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Return whether letters begin words of a name in this order, the first with the first.

    Small words may be left out.
    """
    if min(len(letters), len(words)) < ACRONYM_LENGTH:
        return False
    first_letters = [word[0] for word in words]
    if first_letters[0] != letters[0]:
        return False
    left = iter(first_letters)
    return all(letter in left for letter in letters)


def _join_short_names(clusters: Clusters, by_key: ByKey, full_names: FullNames) -> None:
    """Join a short name to the full name that some article gives, if it is of one organisation."""
    for short in sorted(full_names):
        own = by_key.get(squeezed(short))
        if not own:
            continue
        names = sorted(full_names[short])
        numbers: list[int] = []
        for name in names:
            numbers += _members(by_key, name)
        roots = clusters.roots(numbers)
        if len(roots) == 1:
            reason = f"an article gives {names[0]} for {short}"
            clusters.join([*roots, *own], reason)
        else:
            clusters.nearly(own[0], *roots)


def _join_in_articles(clusters: Clusters, records: Records) -> None:
    """Join a short name to the only longer one of its article that it may stand for."""
    bodies = [record for record in records if record.kind == ORGANIZATION]
    by_article = blocks(bodies, _article)
    for numbers in by_article.values():
        in_article = [clusters.records[number] for number in numbers]
        for record in in_article:
            _join_to_longer(clusters, record, in_article)


def _article(record: ChainRecord) -> str:
    return record.article


def _join_to_longer(clusters: Clusters, record: ChainRecord, others: Records) -> None:
    """Join a record to the only one of some others whose name is a longer form of its own."""
    short = record.name
    if len(short) < ACRONYM_LENGTH or is_bare_body(record):
        return
    longer = [other.number for other in others if _is_longer(other, short)]
    roots = clusters.roots(longer)
    if len(roots) == 1:
        reason = f"the only longer name in the article: {short}"
        clusters.join([*roots, record.number], reason)


def _is_longer(other: ChainRecord, short: str) -> bool:
    """Return whether a name begins or ends with a short one, or has its letters as initials."""
    if is_acronym(short):
        letters = short.replace(".", "")
        return letters in initials(other.name)
    if organization(short) is not None:
        return False
    kept = organization_key(short).split()
    words = organization_key(other.name).split()
    length = len(kept)
    if length >= len(words):
        return False
    if words[:length] == kept:
        return True
    if words[-length:] != kept:
        return False
    return length > 1 or short.endswith("s")  # "Dukes"; "House" ends the names of several


def _join_initials(clusters: Clusters, records: Records) -> None:
    """Join an acronym to the only organisation with those initials, if the articles are alike."""
    full = _by_initials(records)
    by_acronym = blocks(records, _acronym)
    for letters in sorted(by_acronym):
        numbers = by_acronym[letters]
        spelt_out = full.get(letters, ())
        roots = clusters.roots(spelt_out)
        if not roots or roots == clusters.roots(numbers):
            continue
        first, *others = roots
        may_be_meant = not others and not organization(letters)
        if may_be_meant and _are_alike(clusters, spelt_out, numbers):
            reason = f"the only organisation with these initials: {letters}"
            clusters.join([first, *numbers], reason)
        else:
            clusters.nearly(first, numbers[0])


def _by_initials(records: Records) -> ByKey:
    """Return the numbers of organisations by the acronyms that their names would have."""
    full = defaultdict(list)
    for record in records:
        if record.kind != ORGANIZATION:
            continue
        for letters in initials(record.name):
            full[letters].append(record.number)
    return full


def _acronym(record: ChainRecord) -> str:
    """Return the letters of a name that is an acronym, empty if it is none or too short."""
    if not is_acronym(record.name):
        return ""
    letters = record.name.replace(".", "")
    if len(letters) < ACRONYM_LENGTH:
        return ""
    return letters


def _are_alike(clusters: Clusters, some: Numbers, others: Numbers) -> bool:
    """Return whether the articles of some records share a named thing with those of others."""
    named = _named_around(clusters, some)
    named_elsewhere = _named_around(clusters, others)
    return not named.isdisjoint(named_elsewhere)


def _named_around(clusters: Clusters, numbers: Numbers) -> set[str]:
    """Return the named things in the articles of some records."""
    named: set[str] = set()
    for number in numbers:
        context = clusters.context(number)
        named |= context.named
    return named
