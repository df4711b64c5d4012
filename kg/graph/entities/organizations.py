"""Organisations and named groups over articles: one name, legal forms aside; acronyms; bodies of states; well-known names."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from kg.gazetteer import WellKnown, organization
from kg.graph.entities.chains import Thing
from kg.graph.entities.classes import GROUP, ORGANIZATION
from kg.graph.entities.clusters import Clusters
from kg.graph.entities.contexts import Context
from kg.graph.entities.government import Body, body_of, label_of
from kg.graph.entities.name_keys import initials, is_acronym, organization_key, squeezed

Around = Mapping[str, Context]
Blocks = Mapping[str, list[int]]  # the numbers of things by the key that they share, in the order of the keys

# Words by which a short name and a full name of one organisation may differ; other words make another organisation.
GENERIC = frozenset(
    "group holding holdings company corporation industries industrie industry international worldwide global enterprises motor"
    " motors airlines airways airline aircraft computer computers systems technologies technology pictures studios stores"
    " foundation association party movement university college newspaper newspapers news agency magazine bank organization"
    " organisation institute club fc football inc the of and".split()
)
STATE_BODIES = frozenset({"schema:GovernmentOrganization", "schema:Organization", "kg:ArmedGroup"})
ACRONYM_LENGTH = 3  # letters; shorter ones are shared by too many


def join_organizations(clusters: Clusters, around: Around) -> None:
    """Make one what is one organisation; where two could be meant, note it and leave both."""
    things = [thing for thing in clusters.things if thing.kind in (ORGANIZATION, GROUP) and thing.name]
    by_key, spelt_out = _blocks(things, _name_key), _full_names(things)
    _join_names(clusters, by_key)
    _join_well_known(clusters, things, spelt_out)
    _join_short_names(clusters, by_key, spelt_out)
    _join_initials(clusters, things, around)
    _join_usual_names(clusters, things, by_key)
    _join_bodies(clusters, things, around)


def _blocks(things: Sequence[Thing], key: Callable[[Thing], str]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for thing in things:
        found = key(thing)
        if found:
            blocks[found].append(thing.number)
    return dict(sorted(blocks.items()))


def _join_names(clusters: Clusters, by_key: Blocks) -> None:
    for numbers in by_key.values():
        clusters.join(numbers, f"the same name: {organization_key(clusters.things[numbers[0]].name)}")


def _name_key(thing: Thing) -> str:
    """The key of the name; a body of a state whose country is not told is no name of its own."""
    return "" if _is_bare_body(thing) else squeezed(organization_key(thing.name))


def _is_bare_body(thing: Thing) -> bool:
    body = _body(thing)
    return body is not None and (not body.country or body.has_many)


def _body(thing: Thing) -> Body | None:
    if organization(thing.name) is not None or thing.type not in STATE_BODIES:
        return None
    return body_of(thing.name, thing.country)


def _join_well_known(clusters: Clusters, things: Sequence[Thing], spelt_out: Mapping[str, set[str]]) -> None:
    """Join the names of one organisation of the world gazetteer, unless the corpus spells an acronym out in another way."""

    def key(thing: Thing) -> str:
        known = _well_known(thing)
        others = spelt_out.get(organization_key(thing.name), set())
        return known.name if known and all(organization(name) in (None, known) for name in others) else ""

    for name, numbers in _blocks(things, key).items():
        clusters.join(numbers, f"a name of {name}")


def _well_known(thing: Thing) -> WellKnown | None:
    """What the gazetteer knows under its name; where the name tells no country ("Air Force"), under its other names ("USAF")."""
    if thing.kind != ORGANIZATION:
        return None
    others = [name for name, _ in thing.names] if _is_bare_body(thing) else []
    return next((known for known in map(organization, (thing.name, *others)) if known), None)


def _full_names(things: Sequence[Thing]) -> dict[str, set[str]]:
    """The full names that articles give for each short name: acronyms, and names that are a part of the full one."""
    full: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for name, _ in thing.names:
            if _is_short_for(name, thing.name):
                full[organization_key(name)].add(thing.name)
    return full


def _is_short_for(short: str, full: str) -> bool:
    """True for an acronym of the full name, and for the full name without words that any organisation's name may have."""
    if organization_key(short) == organization_key(full):
        return False
    if is_acronym(short):
        letters = short.replace(".", "").upper()
        return letters in initials(full) or (len(letters) >= ACRONYM_LENGTH and _spells(letters, full))
    kept, words = organization_key(short).split(), organization_key(full).split()
    left = Counter(words) - Counter(kept)
    return words[: len(kept)] == kept and set(left) <= GENERIC


def _spells(letters: str, full: str) -> bool:
    """True where the letters begin words of the name in this order, the first with the first: small words may be left out."""
    words = [word for word in organization_key(full).split() if word]
    if len(words) < ACRONYM_LENGTH or not words[0].startswith(letters[0].lower()):
        return False
    rest = iter(word[0] for word in words)
    return all(letter in rest for letter in letters.lower())


def _join_short_names(clusters: Clusters, by_key: Blocks, spelt_out: Mapping[str, set[str]]) -> None:
    """Join a short name to the full name that some article gives for it, where that is only one organisation."""
    for short, names in sorted(spelt_out.items()):
        full = clusters.roots([n for name in names for n in by_key.get(squeezed(organization_key(name)), ())])
        own = by_key.get(squeezed(short), [])
        if len(full) == 1 and own:
            clusters.join([full[0], *own], f"an article gives {min(names)} for {short}")
        elif own:
            for root in full:
                clusters.nearly(own[0], root)


def _join_usual_names(clusters: Clusters, things: Sequence[Thing], by_key: Blocks) -> None:
    """Join a chain that is mostly called by another name than its fullest to the organisation of that name in other articles."""
    for thing in things:
        if not thing.names:
            continue  # only an adjective calls it so: "the Danish"
        uses = dict(thing.names)
        usual = min(uses, key=lambda name: (-uses[name], name))
        others = by_key.get(squeezed(organization_key(usual)), ())
        if uses[usual] > uses[thing.name] and others and not (_is_bare_body(thing) or body_of(usual)):
            clusters.join([others[0], thing.number], f"mostly called {usual}")


def _join_initials(clusters: Clusters, things: Sequence[Thing], around: Around) -> None:
    """Join an acronym to the only organisation with those initials, where articles of both share something."""
    full: dict[str, list[int]] = defaultdict(list)
    for thing in things:
        for letters in initials(thing.name) if thing.kind == ORGANIZATION else ():
            full[letters].append(thing.number)
    short = _blocks(things, lambda thing: thing.name.replace(".", "") if is_acronym(thing.name) else "")
    for letters, numbers in short.items():
        roots = clusters.roots(full.get(letters, ()))
        if len(letters) < ACRONYM_LENGTH or not roots or roots == clusters.roots(numbers):
            continue
        known = frozenset().union(*(around[clusters.things[n].article].named for n in full[letters]))
        alike = any(around[clusters.things[n].article].named & known for n in numbers)
        if len(roots) == 1 and alike and organization(letters) is None:
            clusters.join([roots[0], *numbers], f"the only organisation with these initials: {letters}")
        else:
            clusters.nearly(roots[0], numbers[0])


def _join_bodies(clusters: Clusters, things: Sequence[Thing], around: Around) -> None:
    """Join the bodies of one state for one purpose; a bare "Foreign Ministry" goes to the only one that its article knows."""
    told: dict[Body, list[int]] = defaultdict(list)
    bare: list[tuple[Body, Thing]] = []
    for thing in things:
        body = _body(thing)
        if body and body.has_many and not body.host:
            body = Body(body.country, body.body, body.purpose, _host(body, around[thing.article]))
        if body and body.country and (body.host or not body.has_many):
            told[body].append(thing.number)
        elif body and not body.country:
            bare.append((body, thing))
    for body, numbers in sorted(told.items(), key=lambda item: item[1]):
        clusters.join(numbers, f"the same body of one state: {label_of(body)}")
    of_purpose: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for body, numbers in told.items():
        of_purpose[body.body, body.purpose] += numbers
    for body, thing in bare:
        _join_bare(clusters, thing, body, of_purpose.get((body.body, body.purpose), []), around)


def _host(body: Body, around: Context) -> str:
    """The country of an embassy: the one that its article speaks of most, besides its own."""
    hosts = {code: count for code, count in around.countries.items() if code != body.country}
    return min(hosts, key=lambda code: (-hosts[code], code), default="")


def _join_bare(clusters: Clusters, thing: Thing, body: Body, known: Sequence[int], around: Around) -> None:
    here = clusters.roots([n for n in known if clusters.things[n].article == thing.article])
    everywhere = clusters.roots(known)
    if len(here) == 1:
        clusters.join([here[0], thing.number], f"the only {label_of(body)} of its article")
    elif len(everywhere) == 1 and not here and clusters.things[everywhere[0]].country in around[thing.article].countries:
        clusters.join([everywhere[0], thing.number], f"the only {label_of(body)} of all articles, of a country that is named")
    elif everywhere:
        clusters.nearly(everywhere[0], thing.number)
