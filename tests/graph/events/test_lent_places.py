"""Places that a sentence lends to what it tells of, by a vote over words and what a reader sees."""

from dataclasses import replace

import pytest

from kg.graph.entities import resolve
from kg.graph.events import candidate_places, event_mentions, events, with_second_places
from kg.graph.events.event_mention import EventMention
from kg.graph.events.lent_places import VOTE, LentPlace
from kg.graph.ontology import LinkedMentions, linked_mentions, load
from kg.model import SEEN, Article, Part, Reading, SeenRole
from kg.text.read_article import read_article

SURE, UNSURE = 0.97, 0.01  # what a reader may think of a role


def read(text: str, reader: str = "built-in") -> tuple[list[EventMention], Reading, LinkedMentions]:
    """Return the events that an article tells, its reading, and its mentions as entities."""
    reading = read_article(Article("a", text, "a.txt", ""), reader=reader)
    resolution = resolve([reading])
    by_id = {entity.id: entity for entity in resolution.entities}
    linked = linked_mentions(reading, by_id, resolution.entity_of)
    return event_mentions(reading, linked, load([])), reading, linked


def candidates(text: str, word: str, chance: float) -> dict[str, LentPlace]:
    """Return what its sentence may lend to the event of a word, by the names of the places.

    The reader takes each place of the sentence for where that happened, with one probability.
    """
    mentions, reading, linked = read(text)
    claims = []
    for claim in reading.claims:
        if claim.trigger.of(text) == word:
            seen = [
                SeenRole(Part.PLACE, mention, chance)
                for chain in reading.chains
                for mention in chain.mentions
            ]
            claim = replace(claim, seen=tuple(seen), signs=(*claim.signs, SEEN))
        claims.append(claim)
    reading = replace(reading, claims=tuple(claims))
    told = candidate_places(mentions, reading, linked)
    return {each.entity.name: each for each in told if each.mention.trigger.of(text) == word}


ELSEWHERE = [
    ("Nora Lind collapsed and died at the Sorvik hospital.", "collapsed", "Sorvik hospital"),
    ("Jon Ek fell from a ladder in Arvika and broke his arm.", "broke", "Arvika"),
    ("A crowd stormed the town hall and burned the records.", "burned", "town hall"),
    ("Two fishermen drowned when their boat overturned off Kalvik.", "drowned", "Kalvik"),
    ("The trawler Vesna sank after a collision near Brodna.", "sank", "Brodna"),
    (
        "Ida Holm was treated for burns at Lund University Hospital.",
        "treated",
        "Lund University Hospital",
    ),
    ("A nurse was beaten in a raid on the Norrby clinic.", "raid", "Norrby clinic"),
    ("Police seized 30 kilos of heroin hidden near Dover.", "seized", "Dover"),
    ("Ana Ruiz slipped on a path near Lugo and hurt her knee.", "hurt", "Lugo"),
    ("A flood in Marn swept away a bridge and drowned two boys.", "drowned", "Marn"),
]


@pytest.mark.parametrize(("text", "word", "place"), ELSEWHERE)
def test_a_place_at_another_word_is_likelier_if_the_reader_is_sure(
    text: str, word: str, place: str
) -> None:
    sure, unsure = candidates(text, word, SURE)[place], candidates(text, word, UNSURE)[place]
    assert sure.chance > unsure.chance + 0.15
    assert unsure.chance < VOTE.floor


def test_the_likeliest_place_is_lent() -> None:
    text = "A crowd stormed the town hall and burned the records."
    assert candidates(text, "burned", SURE)["town hall"].chance >= VOTE.floor


NOT_THERE = [
    ("He was arrested a day after a bomb killed ten people in Quetta.", "arrested", "Quetta"),
    ("Ove Lie of Nordea Bank was fined on Friday.", "fined", "Nordea Bank"),
    ("Vera Ros, a former mayor of Turku, resigned from the board.", "resigned", "Turku"),
    ("The ship Alma, built in Gdansk, was sold to a Dutch firm.", "sold", "Gdansk"),
    ("Kari Moe, who was born in Lima, was sacked on Friday.", "sacked", "Lima"),
]


@pytest.mark.parametrize(("text", "word", "place"), NOT_THERE)
def test_a_place_of_something_else_is_not_lent(text: str, word: str, place: str) -> None:
    mentions, reading, linked = read(text)
    told = candidate_places(mentions, reading, linked)
    found = [each for each in told if each.mention.trigger.of(text) == word]
    (other,) = [each.entity.id for each in found if each.entity.name == place]
    (kept,) = [
        each
        for each in with_second_places(mentions, reading, linked)
        if each.trigger.of(text) == word
    ]
    assert kept.lent_place is None or other not in kept.lent_place


def test_nothing_is_lent_to_an_event_with_a_place_nor_without_the_reader() -> None:
    text = "Ann Bolt was arrested in Oslo after a fire at the Norrby clinic."
    assert "arrested" not in {
        each.mention.trigger.of(text) for each in candidate_places(*read(text))
    }
    text = "Ida Holm was treated at Lund University Hospital."
    assert not list(candidate_places(*read(text, reader="none")))


def test_a_lent_place_counts_if_no_mention_of_the_event_has_one() -> None:
    def placed(*mentions: EventMention) -> set[str]:
        ((event,), _) = events(mentions, load([]))
        return {entity for curie, entity in event.roles if curie == "sem:hasPlace"}

    mentions, _, _ = read("Two men robbed Ann Bolt. The robbery shocked the town.")
    first, *_ = mentions
    bare = replace(first, roles=(("kg:agent", "group/two-men"),), signs=())
    lent = replace(bare, lent_place=("sem:hasPlace", "place/dover"))
    own = replace(lent, roles=(*bare.roles, ("sem:hasPlace", "place/oslo")))
    assert placed(bare) == set()
    assert placed(lent) == {"place/dover"}
    assert placed(own) == {"place/oslo"}
