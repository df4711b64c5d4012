"""What the network thinks of the words and things of an article becomes signs, the same whatever is read beside it."""

import pytest

from kg.model import SEEN, Article, Chain, Kind, Mention, Passage
from kg.text.coref import chains
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.reader import Seen, load_reader, seen, with_opinions
from kg.text.reader.sentences import STEPS
from kg.text.reader.weights import probability_of

ARRESTED = "Police arrested Jens Berg in Oslo on Friday."
SAFE = "Ada Lund says people in the area like big cars."


def network(text: str, reader: str = "built-in") -> Seen:
    article = Article("a", text, "a.txt", "")
    doc = parse(load(), article)
    found = mentions(doc, article)
    return seen(doc, found, chains(doc, article, found, ()), load_reader(reader))


def likelihood(text: str, word: str, within: str = "") -> float:
    return network(within or text).events[(within or text).index(word)]


@pytest.mark.parametrize(
    ("news", "word", "other", "its"),
    [
        (ARRESTED, "arrested", SAFE, "like"),
        ("Globex bought Initech in 2019.", "bought", "Globex needs Initech every year.", "needs"),
        ("The bridge in Lima collapsed on Monday.", "collapsed", SAFE, "says"),
        ("Six miners were rescued near Kitwe.", "rescued", "Miners often know Kitwe.", "know"),
    ],
)
def test_a_word_of_an_event_is_likelier_than_one_of_a_state(
    news: str, word: str, other: str, its: str
) -> None:
    assert likelihood(news, word) > 0.5 > likelihood(other, its)


def test_every_word_of_a_sentence_and_every_description_is_judged() -> None:
    text = f"{ARRESTED} {SAFE}"
    here = network(text)
    assert {text.index(word) for word in text.replace(".", " ").split()} <= set(here.events)
    assert text.index("area") in here.things
    assert all(0 <= chance <= 1 for chance in (*here.events.values(), *here.things.values()))


BLAST = (
    "A bomb exploded in Oslo on Monday and killed two people. Police said the {} was heard in Lima."
)


def likeness(text: str, word: str, other: str) -> float:
    here = network(text)
    first, second = here.vectors[text.index(word)], here.vectors[text.index(other)]
    return sum(a * b for a, b in zip(first, second, strict=True)) / 10_000


def test_words_that_tell_of_one_event_have_vectors_that_are_alike() -> None:
    text = BLAST.format("blast")
    assert likeness(text, "exploded", "blast") > likeness(text, "exploded", "heard")


def test_a_passage_is_told_by_its_likeliest_word_and_by_none_without_one() -> None:
    here = Seen(events={0: 0.1, 5: 0.9}, vectors={0: (1, 2), 5: (3, 4)})
    assert here.word_of(Passage("a", 0, 9)) == 5
    assert here.word_of(Passage("a", 6, 9)) is None


def test_a_vector_is_of_length_one_in_hundredths() -> None:
    for vector in network(ARRESTED).vectors.values():
        assert abs(sum(part * part for part in vector) - 10_000) < 500


def test_a_sentence_is_judged_by_itself() -> None:
    assert likelihood(ARRESTED, "arrested") == likelihood(
        ARRESTED, "arrested", f"{SAFE} {ARRESTED} {SAFE}"
    )


def test_without_a_reader_nothing_is_seen() -> None:
    here = network(ARRESTED, "none")
    assert here == Seen()
    assert here.of_words(Passage("a", 0, 10)) == ()


@pytest.mark.parametrize(
    ("chances", "signs"),
    [
        ((0.01,), [SEEN]),
        ((0.03,), [SEEN, f"{SEEN} 0.03"]),
        ((0.01, 0.06), [SEEN, f"{SEEN} 0.03", f"{SEEN} 0.05"]),
        ((0.99,), [SEEN, *(f"{SEEN} {step}" for step in STEPS)]),
    ],
)
def test_the_highest_chance_of_some_words_gives_a_sign_for_each_step(
    chances: tuple[float, ...], signs: list[str]
) -> None:
    words = dict(enumerate(chances, start=4))
    here = Seen(events=words, vectors=dict.fromkeys(words, ()))
    assert [*here.of_words(Passage("a", 3, 9))] == signs


def test_things_without_a_name_get_the_signs_of_their_mentions_and_others_none() -> None:
    described = Mention(Passage("a", 0, 7), "the van", Kind.NOMINAL, 4, "schema:Vehicle")
    again = Mention(Passage("a", 20, 27), "the van", Kind.NOMINAL, 24, "schema:Vehicle")
    thing = Chain((described, again), signs=("det:the",))
    name = Chain((described,), name="Globex")
    opinions = Seen(things={4: 0.01, 24: 0.05})
    judged, same = with_opinions((thing, name), opinions)
    assert judged.signs == ("det:the", SEEN, f"{SEEN} 0.03", f"{SEEN} 0.05")
    assert same == name


def test_the_steps_are_half_a_unit_of_log_odds_apart() -> None:
    assert tuple(probability_of(half / 2) for half in range(-7, 8)) == STEPS
