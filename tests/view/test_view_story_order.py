"""The order in which the first screen tells what happened, and what it takes for the news."""

from dataclasses import replace

import pytest
from test_view_story import event, model, names, passage, weighed

from kg.view.page_model import Document, Fact
from kg.view.story import story
from kg.view.story_order import first_of, is_told_back


def laid_out(*made, text, headline="", published="", more=(), documents=()):
    """Return a page of the events that were made, and other facts."""
    facts = [fact for _, own in made for fact in own]
    found = model(*facts, *more, things=[thing for thing, _ in made], text=text)
    first = replace(found.documents[0], headline=headline, published=published)
    return replace(found, documents=(first, *documents))


def lane_of(found):
    (lane, *_) = story(weighed(found)).lanes
    return names(found, lane.events)


WAY = (
    "Lund returns to Oslo. Lund returned to Oslo on foot. He left Bergen in haste. "
    "He rode a train. He returned to Oslo at night."
)


def test_a_part_that_the_headline_tells_stands_where_the_text_tells_it_again():
    whole = event("Journey of Lund", "He rode a train.", "lund", text=WAY)
    back, facts = event("Lund returns to Oslo", "Lund returns to Oslo.", "lund", text=WAY)
    told = ("Lund returns to Oslo.", "Lund returned to Oslo on foot.", "He returned to Oslo at")
    passages = tuple(passage(words, WAY) for words in told)
    back = replace(back, evidence=replace(back.evidence, passages=passages))
    left = event("Lund left Bergen", "He left Bergen in haste.", "lund", text=WAY)
    ride = event("Lund rode a train", "He rode a train.", "lund", text=WAY)
    parts = [Fact(each.iri, "sem:subEventOf", whole[0].iri, of_event=True) for each in (back,)]
    made = ((back, facts), left, ride, whole)
    found = laid_out(*made, text=WAY, headline="Lund returns to Oslo.", more=parts)
    assert lane_of(found) == [
        "Journey of Lund",
        "Lund left Bergen",
        "Lund rode a train",
        "Lund returns to Oslo",
    ]
    alone = laid_out(*made, text=WAY, headline="Lund returns to Oslo.")
    assert lane_of(alone)[0] == "Lund returns to Oslo", "what is no part is the news, and first"


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("Lund quit after Berg sued him.", "sued", True),
        ("The mayor quit hours after the paper wrote that he had sold it.", "sold", True),
        ("Lund fell ill following a visit to Oslo.", "visit", True),
        ("Lund flew home after a walk and a swim.", "swim", True),
        ("The bank closed in the wake of the theft.", "theft", True),
        ("After Berg sued, Lund quit.", "quit", False),
        ("A fire broke out after midnight and destroyed the hall.", "destroyed", False),
        ("Lund came after noon, spoke and left.", "spoke", False),
        ("Lund came after noon but left at once.", "left", False),
        ("Lund sang before Berg slept.", "slept", False),
        ("Lund quit after Berg sued him.", "quit", False),
    ],
)
def test_what_is_told_after_was_before(sentence, words, expected):
    assert is_told_back(sentence, first_of([words], sentence)) is expected


def test_what_a_later_article_adds_stands_behind_what_both_tell():
    text = "Lund flew to Oslo. Lund spoke. Lund swam home."
    other = "Lund spoke. Lund wept."
    flew = event("Lund flew to Oslo", "Lund flew to Oslo.", "lund", text=text)
    spoke, facts = event("Lund spoke", "Lund spoke.", "lund", text=text)
    again = passage("Lund spoke.", other, "e")
    spoke = replace(spoke, evidence=replace(spoke.evidence, passages=(
        *spoke.evidence.passages, again,
    )))  # fmt: skip
    swam = event("Lund swam home", "Lund swam home.", "lund", text=text)
    wept, own = event("Lund wept", "Lund wept.", "lund", text=other)
    in_other = replace(wept.evidence, passages=(passage("Lund wept.", other, "e"),))
    made = (flew, (spoke, facts), swam, (replace(wept, evidence=in_other), own))
    found = laid_out(*made, text=text, documents=(Document("e", "Lund weeps", text=other),))
    assert lane_of(found) == ["Lund flew to Oslo", "Lund spoke", "Lund wept", "Lund swam home"]


def test_the_news_of_an_article_without_a_day_is_later_than_what_has_one():
    text = "Lund lost the seat. Lund won it in 2011."
    lost = event("Lund lost the seat", "Lund lost the seat.", "lund", text=text)
    won = event("Lund won it", "Lund won it in 2011.", "lund", text=text, start="2011")
    assert lane_of(laid_out(lost, won, text=text)) == ["Lund won it", "Lund lost the seat"]


NEWS = "By Ada Ness\n\nOSLO\n\nBerg quit the board. Lund sang a long song in Bergen in 2011."


def test_the_news_is_what_the_headline_or_the_first_sentence_tells():
    sang = event("Lund sang song in Bergen", "Lund sang a long", "lund", text=NEWS, start="2011")
    sang[1].append(Fact(sang[0].iri, "sem:hasPlace", "bergen", of_event=True))
    quit_ = event("Berg quit", "Berg quit the board.", "berg", text=NEWS)
    lies = Fact("oslo", "schema:location", "bergen", evidence=quit_[0].evidence)
    dateline = replace(lies, evidence=replace(lies.evidence, passages=(passage("OSLO", NEWS),)))
    found = laid_out(sang, quit_, text=NEWS, more=(dateline,))
    told = story(weighed(found))
    assert names(found, told.events)[0] == "Berg quit"
    assert told.first_sentence.text == "Berg quit the board.", "no byline, and no dateline"
    assert names(found, told.places) == ["Bergen"], "where facts lead to"


def test_one_thing_is_the_news_once():
    text = "Lund passed a law. Berg passed the law."
    one = event("Lund passes law", "Lund passed a law.", "lund", text=text)
    other = event("Berg passes law", "Berg passed the law.", "berg", text=text)
    found = laid_out(one, other, text=text)
    assert len(story(weighed(found)).events) == 1
