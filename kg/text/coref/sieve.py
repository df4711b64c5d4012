"""The sieve: passes from the surest to the least sure, each joining clusters of earlier ones.

Source: Lee et al. 2013, "Deterministic coreference resolution based on entity-centric,
precision-ranked rules" (Computational Linguistics 39:4).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.model import Article, Chain, Mention, Quote
from kg.text.coref import (
    close_appositions,
    constraints,
    groups,
    name_passes,
    names_described,
    nominals,
    pronouns,
    relatives,
    speakers,
    syntax_passes,
    unnamed,
)
from kg.text.coref.chain_building import chain_of
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, mention_document
from kg.trace import fired, is_recorded, stopped


@dataclass(frozen=True, slots=True)
class Pass:
    """One step of the sieve: a function that proposes pairs of mentions.

    A `trusted` one may override the attributes.
    """

    propose: Callable[[MentionDocument, Clusters], Links]
    trusted: bool = False

    @property
    def reason(self) -> str:
        """The reason that chains and traces give, which is the name of the function."""
        return self.propose.__name__.replace("_", "-")


PASSES = (
    Pass(name_passes.same_name),
    Pass(name_passes.same_country, trusted=True),
    Pass(name_passes.defined_acronym, trusted=True),
    Pass(name_passes.part_of_name),
    Pass(close_appositions.close_apposition, trusted=True),
    Pass(syntax_passes.apposition),
    Pass(syntax_passes.predicate),
    Pass(syntax_passes.second_office),
    Pass(relatives.relative_pronoun),
    Pass(speakers.speaker),
    Pass(speakers.narrator),
    Pass(speakers.interviewed),
    Pass(nominals.same_description),
    Pass(groups.same_count),
    Pass(names_described.description_of_name),
    Pass(close_appositions.other_name, trusted=True),
    Pass(pronouns.reflexive),
    Pass(pronouns.pronoun),
    Pass(syntax_passes.said_who),
    Pass(speakers.spoken_for),
    Pass(unnamed.narrators),
    Pass(nominals.same_owner),
    Pass(groups.same_kin),
)


def chains(
    doc: Doc, article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote] = ()
) -> tuple[Chain, ...]:
    """Return the chains of an article, ordered by first mention.

    They partition its names, nominals and pronouns; times and quantities are left out. A pronoun or
    description whose antecedent is not safe stays a chain of its own. Linear in the length of the
    article: every pass looks back over a bounded window or an index.
    """
    document = mention_document(doc, article, mentions, quotes)
    clusters = Clusters(document)
    constraints.add_constraints(document, clusters)
    groups.add_listed_members(document, clusters)
    for step in PASSES:
        _run(step, document, clusters)
    groups.add_pair_members(document, clusters)
    return _chains(document, clusters)


def _chains(document: MentionDocument, clusters: Clusters) -> tuple[Chain, ...]:
    """Return the finished clusters as chains, ordered by first mention."""
    roots = sorted(set(map(clusters.root, document.nodes)))
    order = {root: place for place, root in enumerate(roots)}
    return tuple(chain_of(root, document, clusters, order) for root in roots)


def _run(step: Pass, document: MentionDocument, clusters: Clusters) -> None:
    """Join the clusters that a pass proposes, each before it proposes the next."""
    reason = step.reason
    links = step.propose(document, clusters)
    for a, b in links:
        is_joined = clusters.join(a, b, reason, trusted=step.trusted)
        if not is_recorded():
            continue
        first, second = a.mention, b.mention
        if is_joined:
            fired(reason, second, "one with “{}”", first, by=links)
            continue
        if clusters.together(a, b):
            continue
        obstacle = clusters.obstacle(a, b)
        stopped(reason, second, "not one with “{}”: {}", first, obstacle, by=links)
