"""Profiles of people in one article, which set namesakes apart: year of birth, work, country.

Two people of one name are one if nothing speaks against it. Years of birth do, kinds of work that
hardly anybody does one after the other, and offices of two countries. Companions and employers that
both articles name speak for it, and may outweigh that.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass
from sys import intern

from kg.lang.en import word_values
from kg.model import (
    Chain,
    Claim,
    Frame,
    Gender,
    Kind,
    Mention,
    Passage,
    Reading,
)

AGE, BIRTH, PERSON = "kg:age", "schema:birthDate", "schema:Person"
OWNER = "of"  # the role of whose a post is
FIELDS = word_values("nouns", "field-of-work")
YEAR = 4  # characters of an ISO date
OF_AGE, OF_GENDER = 4, 2  # objections
SLACK = 1  # years: an age is told in the year before a birthday, or weeks after it was printed

# Whose doing something is, to whom it is done, and all others who take part.
DOER = "subject"
UNDERGOER = "object"
TAKING_PART = "other"
PART_OF_ROLE = {DOER: DOER, UNDERGOER: UNDERGOER, OWNER: UNDERGOER}

Span = tuple[int, int]  # years
Deeds = tuple[str, ...]
ClaimsOf = Mapping[Passage, list[Claim]]  # by the passage of the subject


@dataclass(frozen=True, slots=True)
class Profile:
    """The person that one or several articles describe.

    `born` are the first and the last year of birth that they allow, None if they tell no age.
    `fields` are the kinds of work that the nouns in `posts` may stand for, `countries` the codes of
    those whose office or nationality somebody has.
    """

    born: Span | None = None
    posts: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    gender: Gender = Gender.UNKNOWN

    @property
    def is_known(self) -> bool:
        """The mark of a profile by which others can be told apart."""
        return self.born is not None or bool(self.fields or self.countries)

    def united(self, other: "Profile") -> "Profile":
        """Return what two profiles tell of one person."""
        return Profile(
            self.born or other.born,
            self.posts + other.posts,
            self.fields | other.fields,
            self.countries | other.countries,
            self.gender or other.gender,
        )


NOTHING = Profile()


def objections(
    a: Profile,
    b: Profile,
) -> int:
    """Return how much speaks against two profiles being one person's.

    Each companion or employer that both articles name outweighs one. Contradicting ages count most:
    they are misprinted, but seldom. A wrong "he" is read more often.
    """
    count = 0
    if a.born and b.born:
        first, last = a.born
        other_first, other_last = b.born
        if max(first - other_last, other_first - last) > SLACK:
            count += OF_AGE
    if a.gender and b.gender and a.gender != b.gender:
        count += OF_GENDER
    if _differ(a.fields, b.fields):
        count += 1
    if _differ(a.countries, b.countries):
        count += 1
    return count


def _differ(
    some: frozenset[str],
    others: frozenset[str],
) -> bool:
    """Return whether both are known and have nothing in common."""
    if not some or not others:
        return False
    return some.isdisjoint(others)


# ------------------------------------------------------------------------------ of one article


def profiles(reading: Reading) -> dict[int, Profile]:
    """Return the profiles of the people of an article that have a name, by index of their chain."""
    claims: dict[Passage, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if not claim.factuality.stands:
            continue
        for subject in claim.fillers("subject"):
            claims[subject.passage].append(claim)
    published = reading.article.published
    found = {}
    for index, chain in enumerate(reading.chains):
        if chain.type == PERSON and chain.name:
            found[index] = _profile(chain, claims, published)
    return found


def _profile(
    chain: Chain,
    claims_of: ClaimsOf,
    published: str,
) -> Profile:
    """Return the profile of one person."""
    claims: list[Claim] = []
    for mention in chain.mentions:
        claims += claims_of.get(mention.passage, ())
    posts = dict.fromkeys(_posts(chain.mentions, claims))
    fields: set[str] = set()
    for post in posts:
        names = FIELDS.get(post, "")
        fields.update(names.split())
    spans = (_born(claim, published) for claim in claims)
    known = filter(None, spans)
    countries = set(_countries(chain.mentions, claims))
    return Profile(
        born=next(known, None),
        posts=tuple(posts),
        fields=frozenset(fields),
        countries=frozenset(countries - {""}),
        gender=chain.gender,
    )


def _posts(
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
) -> Iterator[str]:
    """Yield the nouns of what somebody is, the last word of each: "goalkeeper"."""
    for claim in claims:
        if claim.frame is Frame.NOUN:
            yield _last_word(claim.predicate)
    for mention in mentions:
        if mention.kind is Kind.NOMINAL:
            yield _last_word(mention.noun)


def _last_word(words: str) -> str:
    _, _, last = words.rpartition(" ")
    return last.lower()


def _born(
    claim: Claim,
    published: str,
) -> Span | None:
    """Return the years of birth that a claim of an age or a date of birth allows."""
    year = claim.value[:YEAR]
    if claim.predicate == BIRTH and len(year) == YEAR and year.isdigit():
        return int(year), int(year)
    if claim.predicate != AGE or not claim.value.isdigit() or not published:
        return None
    latest = int(published[:YEAR]) - int(claim.value)
    return latest - 1, latest


def _countries(
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
) -> Iterator[str]:
    """Yield the countries of a nationality or an office: "the Danish envoy", "envoy of Denmark"."""
    for mention in mentions:
        yield mention.country
    for claim in claims:
        if claim.frame is not Frame.NOUN:
            continue
        for owner in claim.fillers(OWNER):
            yield owner.country


def deeds_of(reading: Reading) -> dict[int, Deeds]:
    """Return what the things of an article do, and what is done to them, by index of their chain.

    A deed is a part in what a word tells: "object arrest".
    """
    index_of: dict[int, int] = {}
    for index, chain in enumerate(reading.chains):
        for mention in chain.mentions:
            index_of[mention.head] = index
    found: dict[int, set[str]] = defaultdict(set)
    for claim in reading.claims:
        if claim.frame not in (Frame.VERB, Frame.HAPPENING):
            continue
        word, *_ = claim.predicate.split()
        for role in claim.roles:
            filler = index_of.get(role.mention.head)
            if filler is not None:
                part = PART_OF_ROLE.get(role.name, TAKING_PART)
                found[filler].add(intern(f"{part} {word}"))
    return {index: tuple(sorted(deeds)) for index, deeds in found.items()}
