"""The sieve: passes from the surest to the least sure, each joining clusters that the passes before it made.

Source: Lee et al. 2013, "Deterministic coreference resolution based on entity-centric, precision-ranked rules"
(Computational Linguistics 39:4).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.model import Article, Chain, Mention, Quote
from kg.text.coref import (
    constraints,
    group_passes,
    groups,
    name_passes,
    nominals,
    pronouns,
    speakers,
    syntax_passes,
    unnamed,
)
from kg.text.coref.chain_building import chain_of
from kg.text.coref.clusters import Clusters
from kg.text.coref.positions import Page, page_of
from kg.trace import fired, is_recorded, stopped

Links = Iterator[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Pass:
    """One step of the sieve: a function that proposes pairs of mentions. A `trusted` one may override the profiles."""

    reason: str
    propose: Callable[[Page, Clusters], Links]
    trusted: bool = False


PASSES = (
    Pass("same-name", name_passes.same_name),
    Pass("same-country", name_passes.same_country, trusted=True),
    Pass("defined-acronym", name_passes.defined_acronym, trusted=True),
    Pass("part-of-name", name_passes.part_of_name),
    Pass("apposition", syntax_passes.appositions),
    Pass("predicate", syntax_passes.predicates),
    Pass("second-office", syntax_passes.second_offices),
    Pass("relative-pronoun", syntax_passes.relative_pronouns),
    Pass("speaker", speakers.speakers),
    Pass("narrator", speakers.narrator),
    Pass("same-description", nominals.same_description),
    Pass("same-count", group_passes.same_count),
    Pass("description-of-name", nominals.description_of_name),
    Pass("reflexive", pronouns.reflexives),
    Pass("pronoun", pronouns.pronouns),
    Pass("narrators", unnamed.narrators),
    Pass("same-owner", nominals.same_owner),
    Pass("same-kin", group_passes.same_kin),
)


def chains(
    doc: Doc, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote] = ()
) -> tuple[Chain, ...]:
    """The chains of an article, ordered by first mention; they partition its names, nominals and pronouns.

    Times and quantities are left out. A pronoun or description whose antecedent is not safe stays a chain of its own.
    Linear in the length of the article: every pass looks back over a bounded window or an index.
    """
    page = page_of(doc, article, mentions, quotes)
    clusters = Clusters(page)
    constraints.keep_apart(page, clusters)
    groups.note_members(page, clusters)
    for each in PASSES:
        links = each.propose(page, clusters)
        for a, b in links:
            done = clusters.join(a, b, each.reason, trusted=each.trusted)
            if is_recorded():
                _note(each, a, b, done, page, clusters, links)
    groups.note_pairs(page, clusters)
    roots = sorted({clusters.root(spot.index) for spot in page.spots})
    order = {root: place for place, root in enumerate(roots)}
    return tuple(chain_of(root, page, clusters, order) for root in roots)


def _note(
    each: Pass, a: int, b: int, done: bool, page: Page, clusters: Clusters, links: Links
) -> None:
    """Note for a trace that a pass joined two mentions, or why it did not; nothing if they were one already."""
    first, second = page.spots[a].mention, page.spots[b].mention
    if done:
        fired(each.reason, second, "one with “{}”", first, by=links)
    elif not clusters.together(a, b):
        stopped(
            each.reason, second, "not one with “{}”: {}", first, clusters.obstacle(a, b), by=links
        )
