"""Hand-made readings: an article is a text and, for each chain, its class and the names and words in it."""

from dataclasses import replace

from kg.gazetteer import country, demonym
from kg.graph.entities import resolve
from kg.model import Article, Chain, Entity, Gender, Kind, Mention, Passage, Reading


def name(text, *, country_code="", title=""):
    found = country(text) or demonym(text)
    code = country_code or (found.iso if found else "")
    return Mention(Passage("", 0, len(text)), text, Kind.NAME, 0, title=title, country=code)


def nominal(text, noun, *, size=0, country_code=""):
    return Mention(
        Passage("", 0, len(text)), text, Kind.NOMINAL, 0, noun=noun, size=size, country=country_code
    )


def chain(type_, *mentions, gender=Gender.UNKNOWN, members=()):
    """A chain; a plain text among the mentions is a name. Its name is the longest one."""
    all_of = tuple(replace(name(m) if isinstance(m, str) else m, type=type_) for m in mentions)
    names = [m.text for m in all_of if m.is_name]
    return Chain(
        all_of,
        type_,
        max(names, key=lambda n: len(n.split()), default=""),
        gender,
        members=tuple(members),
    )


def article(id_, *chains, behind=""):
    """A reading whose text is the mentions one after another, each followed by `behind`."""
    text, done = "", []
    for each in chains:
        mentions = []
        for mention in each.mentions:
            start = len(text)
            text += mention.text + behind + ". "
            passage = Passage(id_, start, start + len(mention.text))
            mentions.append(replace(mention, passage=passage, head=start))
        done.append(replace(each, mentions=tuple(mentions)))
    return Reading(Article(id_, text, f"{id_}.txt", ""), tuple(done))


def person(*names, **more):
    return chain("schema:Person", *names, **more)


def company(*names):
    return chain("schema:Corporation", *names)


def ministry(*names):
    return chain("schema:GovernmentOrganization", *names)


def city(*names):
    return chain("schema:City", *names)


def state(*names):
    return chain("schema:Country", *names)


def named(readings) -> dict[str, Entity]:
    """The entities that have a name, by id."""
    return {entity.id: entity for entity in resolve(readings).entities if not entity.described}


def ids_of(readings, index=0):
    """The entity ids of the chains with that index, one for each reading."""
    found = resolve(readings)
    return [found.entity_of[reading.article.id, index] for reading in readings]
