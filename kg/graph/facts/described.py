"""Facts about things without a name, and which of them need the thing.

Some relations of a described thing make it a node, as that eight miners are members of something.
Others only stand if the graph has the thing anyway: whose lawyer "her lawyer" is, and what he is,
is worth knowing if he says or does something (docs/decisions/0006-unnamed-things.md).
"""

from collections.abc import Mapping

from kg.graph.ontology import (
    ARMED,
    ORGANIZATION,
    is_identified,
    is_particular,
    is_single,
)
from kg.lang.en import word_set
from kg.model import (
    Article,
    Entity,
    Fact,
    Kind,
    Mention,
)

# Relations that may end at a described organisation, and of which class it must be.
OF_DESCRIBED = {
    "kg:ally": ORGANIZATION,
    "kg:opponent": ORGANIZATION,
    "schema:location": ARMED,
    "schema:memberOf": ORGANIZATION,
}
OF_PEOPLE = frozenset({"schema:jobTitle", "schema:nationality"})  # and never of firms
FIRMS = word_set("nouns", "firm-or-person")
CONTAINED, MEMBER, SIZE = "schema:containedInPlace", "schema:memberOf", "kg:size"
REGION = "kg:Region"
# Relations that a single thing without a name may have if it is a node anyway.
OF_NODES = frozenset(
    {
        "kg:age",
        "kg:capitalOf",
        "kg:leads",
        "kg:ofCountry",
        "kg:represents",
        "kg:spokespersonFor",
        "schema:author",
        "schema:children",
        "schema:containedInPlace",
        "schema:founder",
        "schema:jobTitle",
        "schema:location",
        "schema:nationality",
        "schema:owns",
        "schema:parentOrganization",
        "schema:relatedTo",
        "schema:sibling",
        "schema:spouse",
        "schema:worksFor",
    }
)


def makes_node(entity: Entity, relation: str, *, is_subject: bool) -> bool:
    """Return whether an entity may be an end of a relation that makes it a node."""
    if is_identified(entity):
        return True
    if is_subject and relation == MEMBER:
        return False
    wanted = OF_DESCRIBED.get(relation)
    return wanted in entity.types and is_particular(entity)


def may_have(entity: Entity, relation: str, article: Article, *, is_subject: bool) -> bool:
    """Return whether an entity may be an end of a relation, if only as a node anyway.

    What only the headline speaks of may not: it is told of again, in other words. Nor may what is
    not one thing ("every miner"), nor what only pronouns speak of: nobody learns who "we" are. What
    may be a firm ("a rival builder") is no person by that.
    """
    if makes_node(entity, relation, is_subject=is_subject):
        return True
    if relation not in OF_NODES or not is_single(entity):
        return False
    if all(mention.kind is Kind.PRONOUN for mention in entity.mentions):
        return False
    if relation == CONTAINED and REGION in entity.types:
        return False  # "the coast of Norway", "Norwegian territory" are Norway, not in it
    if relation in OF_PEOPLE and is_subject and _may_be_firm(entity):
        return False
    return not all(_is_in_front(mention, article) for mention in entity.mentions)


def _may_be_firm(entity: Entity) -> bool:
    return any(mention.noun.rpartition(" ")[-1] in FIRMS for mention in entity.mentions)


def _is_in_front(mention: Mention, article: Article) -> bool:
    """Return whether a mention stands in the title lines of an article."""
    return any(passage.covers(mention.passage) for passage in article.front)


def stands_by_itself(fact: Fact, entities: Mapping[str, Entity]) -> bool:
    """Return whether a fact makes nodes of its ends; the size of a group does not."""
    if fact.predicate == SIZE:
        return False
    ends = [(fact.subject, True)]
    if isinstance(fact.object, str):
        ends.append((fact.object, False))
    for end, is_subject in ends:
        entity = entities.get(end)
        if entity and not makes_node(entity, fact.predicate, is_subject=is_subject):
            return False
    return True
