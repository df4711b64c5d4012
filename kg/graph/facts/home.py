"""Facts that news of one country leaves unsaid: whose army "the army" is, whose president.

News from Lima about Peru says "President Ann Bolt" and "the army", and means those of Peru. The
home of an article is the country of its dateline, if that is also the country that it speaks of
most; without a dateline, a country that it hardly leaves. Such facts follow from the article, not
from one sentence: their rule is `inferred:home`, and their evidence the words and the name of the
country.
"""

from collections import Counter, defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)

from kg.graph.ontology import LinkedMentions
from kg.lang.en import word_set
from kg.model import (
    Entity,
    Fact,
    Kind,
    Literal,
    Mention,
    Passage,
    Reading,
)

RULE = "inferred:home"
COUNTRY, OF_COUNTRY, JOB_TITLE = "schema:Country", "kg:ofCountry", "schema:jobTitle"
ORGANIZATION = "schema:Organization"
LEADS, WORKS_FOR = "kg:leads", "schema:worksFor"
BODIES = word_set("nouns", "state-body") | word_set("nouns", "body-of-one-state")
HEADS = word_set("nouns", "head-of-state")
TITLE = "title"  # rules that read posts begin so
APPOSITION = "apposition"
FROM_HOME = 0.5  # of the mentions of countries and their places, with a dateline
WITHOUT_DATELINE = 0.75
FEWEST = 3  # such mentions, without a dateline

Home = tuple[Entity, Passage]


def home_facts(reading: Reading, linked: LinkedMentions, stated: Iterable[Fact]) -> Iterator[Fact]:
    """Yield what follows from the home of an article; `stated` are the facts that it tells."""
    home = _home_of(reading, linked)
    if home is None:
        return
    country, named = home
    for body, words in _bodies(reading, linked):
        yield Fact(body.id, OF_COUNTRY, country.id, (RULE,), (words, named))
    for fact in _heads(list(stated)):
        evidence = (*fact.evidence, named)
        yield Fact(fact.subject, LEADS, country.id, (RULE,), evidence, role=_title(fact))


def _home_of(reading: Reading, linked: LinkedMentions) -> Home | None:
    """Return the home of an article and where that is named; None if it has none."""
    counts: Counter[str] = Counter()
    countries: dict[str, Home] = {}
    written: set[str] = set()
    for mention in _placed(reading):
        entity = linked.of(mention)
        if entity is None or not entity.country:
            continue
        if any(line.covers(mention.passage) for line in reading.article.written_in):
            written.add(entity.country)
            continue
        counts[entity.country] += 1
        if COUNTRY in entity.types:
            countries.setdefault(entity.country, (entity, mention.passage))
    if len(written) > 1 or not counts:
        return None
    code, count = counts.most_common(1)[0]
    total = counts.total()
    if written:
        is_home = code in written and count >= FROM_HOME * total
    else:
        is_home = count >= max(FEWEST, WITHOUT_DATELINE * total)
    return countries.get(code) if is_home else None


def _placed(reading: Reading) -> Iterator[Mention]:
    """Yield the names of an article, among which those of places are."""
    for chain in reading.chains:
        yield from (mention for mention in chain.mentions if mention.kind is Kind.NAME)


def _bodies(reading: Reading, linked: LinkedMentions) -> Iterator[tuple[Entity, Passage]]:
    """Yield the bodies of a state of which the article does not say which state."""
    for chain in reading.chains:
        first = chain.mentions[0]
        described = [each for each in chain.mentions if each.kind is Kind.NOMINAL]
        if chain.name or not described or not all(map(_is_body, chain.mentions)):
            continue
        entity = linked.of(first)
        if entity is not None and not entity.country and ORGANIZATION in entity.types:
            yield entity, first.passage


def _is_body(mention: Mention) -> bool:
    """Return whether a mention can be of a body of which each state has one."""
    if mention.kind is Kind.PRONOUN:
        return True
    is_one = mention.definite and not mention.plural and not mention.country
    return is_one and mention.noun in BODIES


def _heads(stated: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the titles of heads of state of whom the article does not say which state.

    If several people have one title, all but one are guests, and nobody knows which.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for fact in stated:
        if fact.predicate == JOB_TITLE:
            bearers[_title(fact).lower()].add(fact.subject)
    placed = {fact.subject for fact in stated if fact.predicate in (LEADS, WORKS_FOR)}
    for fact in stated:
        title = _title(fact).lower()
        if fact.predicate != JOB_TITLE or title not in HEADS or len(bearers[title]) > 1:
            continue
        if not any(rule.startswith((TITLE, APPOSITION)) for rule in fact.rules):
            continue
        if fact.factuality.stands and not fact.past and fact.subject not in placed:
            yield fact


def _title(fact: Fact) -> str:
    return fact.object.text if isinstance(fact.object, Literal) else ""
