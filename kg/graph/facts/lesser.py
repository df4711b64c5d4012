"""Facts that say less than another one of the same two things, or of the same post.

"The minister" says less than "Interior Minister Ann Bolt", and who leads a party is a member of it
without a word. The lesser fact is taken out; its passages are evidence of the fuller one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.graph.ontology import LEARNED
from kg.lang.en import word_set
from kg.model import Fact, Literal

JOB_TITLE = "schema:jobTitle"
# Ways to belong to an organisation: each says more than those after it.
BELONGING = ("kg:leads", "kg:represents", "schema:memberOf", "schema:worksFor")
# "Vice president" is no fuller form of "president".
OTHER_RANK = word_set("nouns", "other-rank")
BEHIND_OFFICE = word_set("function_words", "behind-an-office")

Ends = tuple[str, str]
Links = Mapping[Ends, Sequence[Fact]]
Titles = Mapping[str, Sequence[Fact]]


def without_lesser(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts without those that say less than another; the order is kept.

    Only what stands is compared, and what is past only with what is past.
    """
    facts = list(facts)
    links = _links(facts)
    titles = _titles(facts)
    found: list[Fact] = []
    for fact in facts:
        fuller = _fuller(fact, links, titles)
        found.append(fact if fuller is None else _as_evidence(fact, fuller))
    return found


def _links(facts: Iterable[Fact]) -> Links:
    """Return the facts of who belongs to what, by their two ends."""
    found: dict[Ends, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.predicate not in BELONGING:
            continue
        if fact.factuality.stands:
            ends = (fact.subject, str(fact.object))
            found[ends].append(fact)
    return found


def _titles(facts: Iterable[Fact]) -> Titles:
    """Return the facts of the posts of each person."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.predicate == JOB_TITLE and fact.factuality.stands:
            found[fact.subject].append(fact)
    return found


def _fuller(fact: Fact, links: Links, titles: Titles) -> Fact | None:
    """Return the fact that says more than another; None if there is none."""
    if not fact.factuality.stands:
        return None
    if fact.predicate == JOB_TITLE:
        others = titles[fact.subject]
        fuller = [other for other in others if _is_fuller(other, fact)]
        return max(fuller, key=_length_of_title, default=None)
    if fact.predicate not in BELONGING:
        return None
    ends = (fact.subject, str(fact.object))
    others = links.get(ends, ())
    stronger = [other for other in others if _is_stronger(other, fact)]
    return min(stronger, key=_rank, default=None)


def _is_stronger(other: Fact, fact: Fact) -> bool:
    """Return whether a fact says more than another, and is not only seen by the reader.

    What only the reader saw, which knows no tenses, says less than that the same is over.
    """
    if other.past and not _is_learned(other) and _is_learned(fact) and not fact.past:
        return True
    if other.past != fact.past or _rank(other) >= _rank(fact):
        return False
    return _is_learned(fact) or not _is_learned(other)


def _is_learned(fact: Fact) -> bool:
    return all(rule.startswith(LEARNED) for rule in fact.rules)


def _rank(fact: Fact) -> int:
    return BELONGING.index(fact.predicate)


def _is_fuller(other: Fact, fact: Fact) -> bool:
    """Return whether a title is another in more words: "interior minister" for "minister"."""
    if other.past != fact.past:
        return False
    return is_fuller_title(_words(other), _words(fact))


def is_fuller_title(title: Sequence[str], lesser: Sequence[str]) -> bool:
    """Return whether a title is a lesser one with words before it, or an "of" and "for" behind it.

    >>> is_fuller_title(["interior", "minister"], ["minister"])
    True
    >>> is_fuller_title(["vice", "president"], ["president"])
    False
    """
    length = len(lesser)
    if len(title) <= length:
        return False
    for start in range(len(title)):
        end = start + length
        same = title[start:end]
        if list(same) != list(lesser):
            continue
        if _only_adds(title[:start], title[end:]):
            return True
    return False


def _only_adds(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Return whether words around a title leave it the same post."""
    if not OTHER_RANK.isdisjoint(before):
        return False
    if not behind:
        return True
    return behind[0] in BEHIND_OFFICE


def _words(fact: Fact) -> list[str]:
    value = fact.object
    text = value.text if isinstance(value, Literal) else value
    return text.lower().replace("-", " ").split()


def _length_of_title(fact: Fact) -> tuple[int, str]:
    words = _words(fact)
    return len(words), " ".join(words)


def _as_evidence(fact: Fact, fuller: Fact) -> Fact:
    """Return the fuller fact, with the evidence of the one that says less."""
    return replace(
        fuller,
        evidence=fact.evidence,
        rules=fact.rules,
        probability=fact.probability,
        articles=0,
    )
