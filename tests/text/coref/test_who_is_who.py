"""Who "we" are, whose a surname is, whom a description or a name between commas means."""

import pytest

from kg.model import Passage, Quote

LEE = "[Ann Lee|Person f]"


def quotation(article, mentions):
    """The quotation of a text, said by the first mention behind the marks that bears a person's class."""
    start, end = article.text.index("“"), article.text.index("”") + 1
    people = [m for m in mentions if m.passage.start > end and m.type == "schema:Person"]
    names = [m for m in people if m.is_name]
    whole = Passage("a", 0, len(article.text))
    return [
        Quote(
            Passage("a", start, end), article.text[start + 1 : end - 1], whole, (names or people)[0]
        )
    ]


@pytest.mark.parametrize(
    ("text", "we"),
    [
        (f"“[We] lost,” said {LEE}, who leads [Acme|Corporation].", "Acme"),
        (f"“[We] lost,” said {LEE}, who founded [Acme|Corporation] in 1990.", "Acme"),
        (f"“[We] lost,” said {LEE}, who became [Acme|Corporation]'s director in May.", "Acme"),
        # a name that might be a person's, but for the post
        (f"“[We] lost,” said {LEE}, who became [Lindale|Organization]'s director.", "Lindale"),
        (f"“[We] lost,” said {LEE}, a spokeswoman for [Garnet|Organization].", "Garnet"),
        (f"“[We] lost,” said {LEE}, [Tom Vance|Person m]'s manager.", None),
        (f"“[We] lost,” said {LEE} of [Acme|Corporation].", "Acme"),
        (
            f"“[We] lost,” said {LEE}, a spokeswoman for [the strikers|Group +].",
            "the strikers",
        ),
        (f"“[We] lost,” said {LEE}, [Peru|Country @PE]'s foreign minister.", "Peru"),
        (f"“[We] lost,” said {LEE}, the president of [Peru|Country @PE].", "Peru"),
        (f"“[We] lost,” said {LEE}, mayor of [Lima|City].", "Lima"),
        (f"“[We] lost,” said {LEE}, chairwoman of [the union|Organization].", "the union"),
        (f"[Acme|Corporation] fell. “[We] lost,” said [its] chairwoman, {LEE}.", "Acme"),
        # who only works or lives somewhere speaks for nobody
        (f"“[We] lost,” said {LEE}, a nurse from [Lima|City].", None),
        (f"“[We] lost,” said {LEE}, a nurse at [Acme|Corporation].", None),
        (f"“[We] lost,” said {LEE}, a lawyer for [Tom Vance|Person m].", None),
        (f"“[We] lost,” said {LEE}, who once sued [Acme|Corporation].", None),
        (
            f"“[We] lost,” said {LEE}, president of [Acme|Corporation] and [Globex|Corporation].",
            None,
        ),
        (f"[Acme|Corporation] fell. “[We] lost,” said {LEE}.", None),
    ],
)
def test_we_are_whom_the_speaker_speaks_for(links, text, we):
    chain = next((chain for chain in links(text, quotation) if "We" in chain), ())
    assert (we in chain) if we else not chain


LINKED = {
    # a second relative clause
    "and-who": (
        "[Ann Lee|Person f], [who] leads [Acme|Corporation] and [who] lives in [Lima|City], left.",
        ("Ann Lee", "who", "who"),
    ),
    "and-whose": (
        "[Ann Lee|Person f], [who] was hurt and [whose] car burned, left.",
        ("Ann Lee", "who", "whose"),
    ),
    "and-whom": (
        "[Ann Lee|Person f], [who] won and [whom] they praised, left.",
        ("Ann Lee", "who", "whom"),
    ),
    "infinitive": (
        "They praised [Acme|Corporation], [which] they had wanted to buy.",
        ("Acme", "which"),
    ),
    "police-who": (
        "They were chased by [the police|GovernmentOrganization], [who] fired.",
        ("the police", "who"),
    ),
    "owner-in-which": (
        "[The owner|Person], [Acme|Corporation], in [which] they hold shares, fell.",
        ("Acme", "which"),
    ),
    "spokesman-for-the-guard-which": (
        "[A spokesman|Person] for [the coast guard|GovernmentOrganization], [which] left, spoke.",
        ("the coast guard", "which"),
    ),
    "head-of-firm-who": (
        "[Ann Lee|Person f], [the head|Person] of [Acme|Corporation], [who] lives here, left.",
        ("Ann Lee", "the head", "who"),
    ),
    # surnames
    "wife-introduced-later": (
        "[Tom Vance|Person m] won. His wife, [Eva Vance|Person f], wept. [Vance|Person] smiled.",
        ("Tom Vance", "Vance"),
    ),
    "brother-introduced-later": (
        "[Ann Lee|Person f] won. Her brother [Bo Lee|Person m] wept. [Lee|Person] smiled.",
        ("Ann Lee", "Lee"),
    ),
    "widow-of": (
        "[Ann Lee|Person f], widow of [Bo Lee|Person m], died. [Lee|Person] was 80.",
        ("Ann Lee", "Lee"),
    ),
    "rival-introduced-later": (
        "[Ann Lee|Person f] won. Later [Bo Lee|Person m] lost. [Lee|Person] smiled.",
        ("Ann Lee", "Lee"),
    ),
    "first-lady-later": (
        "[Vance|Person] won. [Eva Vance|Person f (First_Lady)] wept. [Vance|Person] smiled.",
        ("Vance", "Vance"),
    ),
    "wife-of-the-president-later": (
        "[Vance|Person] won. [Eva Vance|Person f], wife of the mayor, wept. [Vance|Person] left.",
        ("Vance", "Vance"),
    ),
    "junior-before-another": (
        "[Otto Vance Jr.|Person m] won. [Eva Vance|Person f] wept. Later [Vance|Person] smiled.",
        ("Otto Vance Jr.", "Vance"),
    ),
    "the-third-before-another": (
        "[Otto Vance III|Person m] won. [Eva Vance|Person f] wept. Later [Vance|Person] smiled.",
        ("Otto Vance III", "Vance"),
    ),
    "double-surname": (
        "[Tom Vance|Person m] met [Eva Lund-Vance|Person f]. [Vance|Person] smiled.",
        ("Tom Vance", "Vance"),
    ),
    "shorter-form-of-the-same-name": (
        "[Joost van der Veer|Person m] won. [Veer|Person] smiled. [Van der Veer|Person] left.",
        ("Joost van der Veer", "Veer", "Van der Veer"),
    ),
    "inner-word": (
        "[Diego Rojas Molina|Person m] won. [Rojas|Person] smiled.",
        ("Diego Rojas Molina", "Rojas"),
    ),
    "inner-word-first": (
        "[Fatma Selin Demir|Person f] won. [Selin|Person] smiled.",
        ("Fatma Selin Demir", "Selin"),
    ),
    "both-parts": (
        "[Omar Haddad|Person m] won. [Haddad|Person] smiled. [Omar|Person] left.",
        ("Omar Haddad", "Haddad", "Omar"),
    ),
    "all-parts": (
        "[Diego Rojas Molina|Person m] won. [Rojas|Person] smiled. [Diego Rojas|Person m] left.",
        ("Diego Rojas Molina", "Rojas", "Diego Rojas"),
    ),
    # titles, and nouns that are a part of the name
    "gov": (
        "[Ann Lee|Person f (Gov.)] won. They praised [the governor|Person].",
        ("Ann Lee", "the governor"),
    ),
    "sen": (
        "[Ann Lee|Person f (Sen.)] won. They praised [the senator|Person].",
        ("Ann Lee", "the senator"),
    ),
    "gen": (
        "[Ann Lee|Person f (Gen.)] won. They praised [the general|Person].",
        ("Ann Lee", "the general"),
    ),
    "prof": (
        "[Ann Lee|Person f (Prof.)] won. They praised [the professor|Person].",
        ("Ann Lee", "the professor"),
    ),
    "palace": (
        (
            "They met in [Kalmar Palace|LandmarksOrHistoricalBuildings] and left "
            "[the palace|LandmarksOrHistoricalBuildings]."
        ),
        ("Kalmar Palace", "the palace"),
    ),
    "quartet": (
        "They heard [the Arve Quartet|Organization] and praised [the quartet|Organization].",
        ("the Arve Quartet", "the quartet"),
    ),
    # a name between commas
    "through-his-agent": (
        "Through [his agent|Person], [Ann Lee|Person f], he declined.",
        ("his agent", "Ann Lee"),
    ),
    "clerk-at": (
        "They praised [a clerk|Person] of the port, [Ann Lee|Person f], in May.",
        ("a clerk", "Ann Lee"),
    ),
    "according-to": (
        "It fell, according to [the prosecutor|Person], [Ann Lee|Person f].",
        ("the prosecutor", "Ann Lee"),
    ),
    "whose-leader": (
        "The party, whose [leader|Person], [Ann Lee|Person f], had left, lost.",
        ("leader", "Ann Lee"),
    ),
    "titled": (
        "They met [the archbishop|Person], Monsignor [Jan Haas|Person m (Monsignor)], in May.",
        ("the archbishop", "Jan Haas"),
    ),
    # a clause before its subject
    "asked": (
        "[Tom Vance|Person m] left. Asked whether [she] would stay, [Ann Lee|Person f] laughed.",
        ("she", "Ann Lee"),
    ),
    "asked-of-two": (
        "[Eva Berg|Person f] left. Asked whether [she] would stay, [Ann Lee|Person f] laughed.",
        ("she", "Ann Lee"),
    ),
    "pressed": (
        "[Bo Berg|Person m] left. Pressed on [his] plans, [Tom Vance|Person m] laughed.",
        ("his", "Tom Vance"),
    ),
    # nouns beside each other, both with the same owner
    "and-her": (
        "[Ann Lee|Person f] left. [Her] sister [Eva Berg|Person f] and [her] friends stayed.",
        ("Ann Lee", "Her", "her"),
    ),
    # a surname is not that of a cousin or nephew who is named in full
    "cousin-of": (
        (
            "[Tom Vance|Person m] won. [Bo Vance|Person m], [a cousin|Person] of the mayor, "
            "clapped. [Vance|Person] bowed."
        ),
        ("Tom Vance", "Vance"),
    ),
    "his-nephew": (
        (
            "[Tom Vance|Person m] won. [His] nephew, [Bo Vance|Person m], clapped. "
            "[Vance|Person] bowed."
        ),
        ("Tom Vance", "His", "Vance"),
    ),
    # of several people, the one whom the article keeps speaking of
    "prominent": (
        (
            "[Ann Lee|Person f] won. [Lee|Person] ran. [Lee|Person] led. [Lee|Person] beat "
            "[Eva Berg|Person f]. On Monday [she] left."
        ),
        ("Ann Lee", "Lee", "Lee", "Lee", "she"),
    ),
}


@pytest.mark.parametrize(("text", "chain"), LINKED.values(), ids=LINKED.keys())
def test_who_is_who(links, text, chain):
    assert chain in links(text)


APART = {
    "leader-of-a-group": (
        "[A nephew|Person] of [the leader|Person], [Ann Lee|Person f], left.",
        {"A nephew", "Ann Lee"},
    ),
    "plural-before-a-name": (
        "Through [his agents|Group +], [Ann Lee|Person f], he declined.",
        {"his agents", "Ann Lee"},
    ),
    "two-surnames-of-equals": (
        "[Ann Lee|Person f] and [Bo Lee|Person m] won. [Lee|Person] smiled.",
        {"Lee", "Ann Lee"},
    ),
    "wife-of-a-bare-surname": (
        "[Vance|Person m] left. His wife, [Eva Vance|Person f], stayed.",
        {"Vance", "Eva Vance"},
    ),
    "brother-of-a-bare-surname": (
        "[Lee|Person f] left. Her brother [Bo Lee|Person] stayed.",
        {"Lee", "Bo Lee"},
    ),
    "given-names-of-two": (
        "[Jan Rojas|Person m] won. [Diego Rojas|Person m] lost.",
        {"Jan Rojas", "Diego Rojas"},
    ),
    "particle": (
        "[Joost van der Berg|Person m] won. [Van|Person] left.",
        {"Joost van der Berg", "Van"},
    ),
    "two-palaces": (
        (
            "They left [Kalmar Palace|LandmarksOrHistoricalBuildings] for "
            "[Vadstena Palace|LandmarksOrHistoricalBuildings] and "
            "[the palace|LandmarksOrHistoricalBuildings]."
        ),
        {"Kalmar Palace", "the palace"},
    ),
    "another-palace": (
        (
            "They left [Kalmar Palace|LandmarksOrHistoricalBuildings] for "
            "[the old royal palace|LandmarksOrHistoricalBuildings]."
        ),
        {"Kalmar Palace", "the old royal palace"},
    ),
    "title-of-another": (
        "[Ann Lee|Person f (Gov.)] won. They praised [the senator|Person].",
        {"Ann Lee", "the senator"},
    ),
    "born-to": (
        "Born in Lima to [Ann Lee|Person f], [she] left.",
        {"Ann Lee", "she"},
    ),
    "gender-behind-a-clause": (
        "Asked whether [she] would stay, [Tom Vance|Person m] laughed.",
        {"she", "Tom Vance"},
    ),
}


@pytest.mark.parametrize(("text", "both"), APART.values(), ids=APART.keys())
def test_who_is_not_who(links, text, both):
    assert not any(both <= set(chain) for chain in links(text))


TOLD = [
    (f"“{LEE}, [you] are a star,” said [Tom Vance|Person m].", "Ann Lee"),
    (f"“What a night! {LEE}, [you] won,” said [Tom Vance|Person m].", "Ann Lee"),
    # the name is a subject, or in the middle of a sentence
    (f"“{LEE}, my aunt, told [you] so,” said [Tom Vance|Person m].", None),
    (f"“We saw {LEE}, and [you] know it,” said [Tom Vance|Person m].", None),
]


@pytest.mark.parametrize(("text", "called"), TOLD)
def test_you_are_whom_the_speaker_calls(links, text, called):
    chain = next((chain for chain in links(text, quotation) if "you" in chain), ())
    assert (called in chain) if called else not chain


QUESTIONS = [
    ("Q: How did [you] begin?\n\n[Ann Lee|Person f]: Slowly.", "Ann Lee"),
    ("Did [you] win? And was it hard?\n[Ann Lee|Person f]: It was.", "Ann Lee"),
    ("[Tom Vance|Person m]: Did [you] win?\n\n[Ann Lee|Person f]: It was hard.", "Ann Lee"),
    # the answer does not follow, or nobody answers
    ("Did [you] win?\n\nShe laughed.\n\n[Ann Lee|Person f]: It was hard.", None),
    ("Did [you] win?\n\n[Ann Lee|Person f] laughed.", None),
]


@pytest.mark.parametrize(("text", "answering"), QUESTIONS)
def test_you_in_a_question_are_who_answers(links, text, answering):
    chain = next((chain for chain in links(text) if "you" in chain), ())
    assert (answering in chain) if answering else not chain


def said_by_last(article, mentions):
    """The quotation of a text, said by its last mention."""
    start, end = article.text.index("“"), article.text.index("”") + 1
    words = article.text[start + 1 : end - 1]
    whole = Passage("a", 0, len(article.text))
    return [Quote(Passage("a", start, end), words, whole, mentions[-1])]


def test_who_speaks_is_not_whom_they_call_you(links):
    text = f"[Eva Holm|Person f] wrote. “{LEE}, [you] won,” [she] said."
    assert links(text, said_by_last) == [("Eva Holm", "she"), ("Ann Lee", "you")]


def test_the_nearer_of_two_people_is_meant(links):
    text = f"{LEE} led the board. The year was good. [Eva Holm|Person f] followed. [She] cut costs."
    assert ("Eva Holm", "She") in links(text)


BESIDE = {
    "The patient is tired. “[The patient|Person m] died,” [he] said.": None,
    "[Tom Vance|Person m] disagrees. “[The patient|Person m] died a year ago,” [he] said.": "Tom Vance",
    "[Tom Vance|Person m] denied it. “We bought [the colonel|Person m]’s cloves,” [he] said.": "Tom Vance",
    "[The colonel|Person m] fled. [Tom Vance|Person m] denied it. “We met [the colonel|Person m],” [he] said.": "Tom Vance",
    f"[The nurse|Person f] left. {LEE} was calm. “[The nurse|Person f] was ill,” [she] said.": "Ann Lee",
    f"{LEE} shook her head. “[The mayor|Person f] never came,” [she] told the court.": "Ann Lee",
    "[Tom Vance|Person m] laughed. “[The judge|Person m] slept,” [he] said.": "Tom Vance",
    "[Tom Vance|Person m] wrote to me. “[The boy|Person m] was brave,” [he] added.": "Tom Vance",
    f"{LEE} retired in May. “[The queen|Person f] knew [me],” [she] recalled.": "Ann Lee",
    "[Tom Vance|Person m] saw it. “[The driver|Person m] was asleep,” [he] told police.": "Tom Vance",
}


@pytest.mark.parametrize(("text", "speaker"), BESIDE.items())
def test_who_speaks_is_nobody_whom_the_words_describe(resolve, text: str, speaker: str | None):
    def spoken(article, mentions):
        start, end = article.text.index("“"), article.text.index("”") + 1
        speaking = [m for m in mentions if m.passage.start > end][-1]
        passage = Passage("a", start, end)
        return [Quote(passage, article.text[start + 1 : end - 1], passage, speaking)]

    found = resolve(text, quotes=spoken)
    (chain,) = [c for c in found if any(m.text in {"he", "she"} for m in c.mentions)]
    names = [m.text for m in chain.mentions if m.is_name]
    assert names == ([speaker] if speaker else [])
    assert not any(m.text.lower().startswith("the ") for m in chain.mentions)
