"""Mentions, entities and facts made by hand, and the classes of usual things."""

from dataclasses import replace

from kg.graph.facts.from_claims import facts
from kg.graph.facts.merging import put_together
from kg.graph.ontology import load
from kg.graph.ontology.mention_links import linked_mentions
from kg.model import (
    Article,
    Chain,
    Claim,
    Entity,
    Fact,
    Frame,
    Kind,
    Mention,
    Passage,
    Reading,
    Role,
)

ONTOLOGY = load()
ORGANIZATION = ("schema:Organization", "sem:Actor")
ARMED = ("kg:ArmedGroup", "schema:Organization", "sem:Actor")
COMPANY = ("schema:Corporation", "schema:Organization", "sem:Actor")
COUNTRY = ("schema:Country", "schema:Place", "sem:Place")
CITY = ("schema:City", "schema:Place", "sem:Place")
PROVINCE = ("schema:State", "schema:Place", "sem:Place")
REGION = ("kg:Region", "schema:Place", "sem:Place")
PERSON = ("schema:Person", "sem:Actor")
GROUP = ("kg:Group", "sem:Actor")

Thing = tuple[str, tuple[str, ...]]


def mention(
    text: str, words: str, *, article: str = "a", definite: bool = False, plural: bool = False
) -> Mention:
    """The mention of some words of the text: a name where they begin with a capital, else a description."""
    start = text.index(words)
    kind = Kind.NAME if words[0].isupper() else Kind.NOMINAL
    head = start + words.rindex(" ") + 1 if " " in words else start
    return Mention(
        Passage(article, start, start + len(words)),
        words,
        kind,
        head,
        definite=definite,
        plural=plural,
    )


def entity(
    name: str, types: tuple[str, ...], mentions: tuple[Mention, ...], **more: object
) -> Entity:
    described = not any(each.is_name for each in mentions)
    made = Entity(f"thing/{name}", name, types, mentions=mentions, described=described)
    return replace(made, **more)  # type: ignore[arg-type]


def relation(subject: str, predicate: str, value: str, start: int) -> Fact:
    return Fact(subject, predicate, value, ("test",), (Passage("a", start, start + 5),))


def told(
    text: str, curie: str, subject: Thing, value: Thing, **more: object
) -> tuple[tuple[Fact, ...], list[str]]:
    """The facts and the reasons of refusals for one claim of a relation in a text of one sentence."""
    article = Article("a", text, "a.txt", "")
    ends = []
    for words, types in (subject, value):
        made = mention(text, words, definite=words.startswith("the "), plural=words.endswith("s"))
        ends.append((made, entity(words, types, (made,))))
    roles = tuple(
        Role(role, made) for role, (made, _) in zip(("subject", "object"), ends, strict=True)
    )
    claim = Claim(
        Frame.RELATION, curie, roles, ends[0][0].passage, Passage("a", 0, len(text)), "test"
    )
    claim = replace(claim, **more)  # type: ignore[arg-type]
    reading = Reading(article, tuple(Chain((made,)) for made, _ in ends), (claim,))
    here = linked_mentions(
        reading,
        {each.id: each for _, each in ends},
        {("a", 0): ends[0][1].id, ("a", 1): ends[1][1].id},
    )
    found, refused = facts(reading, here, ONTOLOGY)
    return put_together(found, ONTOLOGY), [refusal.reason.partition(":")[0] for refusal in refused]
