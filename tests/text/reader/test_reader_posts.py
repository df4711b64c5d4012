"""Posts that a title gives to one owner and one holder, against what the network sees beside them."""

import pytest
from reader_samples import sighting
from relation_samples import read

from kg.text.parse import load
from kg.text.reader.posts import SURE, is_another_s, is_lesser, owners_of_posts

TEXT = "Anna Lund left. Maria Lopez, chief executive of Globex, met Jens Berg of Initech."
SECOND = TEXT.index("Maria")
MARIA, GLOBEX, JENS, INITECH = 3, 5, 7, 9
CHAINS = {
    TEXT.index(word): number
    for word, number in (("Lopez", MARIA), ("Globex", GLOBEX), ("Berg", JENS), ("Initech", INITECH))
}


@pytest.fixture(scope="module")
def owners() -> dict:
    return dict(owners_of_posts(read(TEXT)[0], CHAINS))


def test_a_title_tells_in_its_sentence_whose_post_it_is(owners: dict) -> None:
    assert owners == {(SECOND, MARIA): frozenset({GLOBEX})}
    assert (
        owners_of_posts(
            read("Maria Lopez is chief executive of Globex.")[0], {6: MARIA, 33: GLOBEX}
        )
        == {}
    )
    assert owners_of_posts(read(TEXT)[0], {TEXT.index("Globex"): GLOBEX}) == {}


@pytest.mark.parametrize(
    ("name", "subject", "value", "sentence", "another"),
    [
        ("employment", MARIA, GLOBEX, SECOND, False),
        ("employment", MARIA, INITECH, SECOND, True),
        ("employment", MARIA, INITECH, 0, False),
        ("employment", JENS, INITECH, SECOND, False),
        ("employment", JENS, GLOBEX, SECOND, False),  # two may work for one
        ("chief", GLOBEX, MARIA, SECOND, False),
        ("chief", INITECH, MARIA, SECOND, True),
        ("chief", GLOBEX, JENS, SECOND, True),  # one has one head
        ("head", GLOBEX, JENS, SECOND, True),
        ("chief", GLOBEX, JENS, 0, False),
        ("chief", INITECH, JENS, SECOND, False),
        ("founder", INITECH, MARIA, SECOND, False),
    ],
)
def test_a_post_belongs_to_its_owner(
    name: str, subject: int, value: int, sentence: int, another: bool, owners: dict
) -> None:
    assert is_another_s(sighting(name, subject, value, SURE - 0.01), sentence, owners) is another
    assert not is_another_s(sighting(name, subject, value, SURE), sentence, owners)


@pytest.mark.parametrize(
    ("words", "lesser"),
    [
        ("the vice president of Globex", True),
        ("the vice-president of Globex", True),
        ("the executive vice president of Globex", True),
        ("the deputy head of Globex", True),
        ("the chief financial officer of Globex", True),
        ("the chief executive of Globex", False),
        ("the chief executive officer of Globex", False),
        ("the president of Globex", False),
        ("the financial president of Globex", False),
        ("the president of vice", False),
    ],
)
def test_a_post_below_the_head_leads_nothing(words: str, lesser: bool) -> None:
    doc = load()(f"Maria Lopez, {words}, left.")
    noun = next(
        token
        for token in doc
        if token.text in ("president", "head", "officer", "executive") and token.dep_ == "appos"
    )
    assert is_lesser([noun]) is lesser


def test_the_first_word_of_an_article_has_none_before_it() -> None:
    doc = load()("Deputy Maria Lopez left.")
    assert not is_lesser([doc[0]])
    assert is_lesser([load()("The deputy left.")[1]])
