"""Times that a sentence tells once and its grammar lends to other verbs and nouns, and times that stay where they are."""

import pytest

from kg.model import Article
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.parse import load, parse
from kg.text.relations import claims


def dates(text: str, predicate: str) -> set[tuple[str, str]]:
    """The words and the start of the dates of all claims with a predicate."""
    article = Article("a", text, "a.txt", "", published="2021-02-26")
    doc = parse(load(), article)
    found = mentions(doc, article)
    told = claims(doc, article, found, quotes(doc, article, found))
    assert predicate in {claim.predicate for claim in told}
    found = [m for claim in told if claim.predicate == predicate for m in claim.fillers("when")]
    return {(m.text, m.time.start) for m in found if m.time is not None and m.time.start}


def when(text: str, predicate: str) -> set[str]:
    """The words of the dates of all claims with a predicate."""
    return {words for words, _ in dates(text, predicate)}


def starts(text: str, predicate: str) -> set[str]:
    """The ISO dates of all claims with a predicate."""
    return {start for _, start in dates(text, predicate)}


LENT = [
    ("The bus crashed into Globex in June 2019, killing Jens Berg.", "kill", "June 2019"),
    ("Globex on May 3 called for a ban, citing Jens Berg.", "cite", "May 3"),
    ("Speaking in Oslo on Monday, Maria Lopez praised Globex.", "praise", "Monday"),
    ("Jens Berg was injured when he crashed his car on Monday.", "injure", "Monday"),
    ("Jens Berg left Oslo on Monday when Maria Lopez sold Globex.", "sell", "Monday"),
    ("On Monday Jens Berg met Maria Lopez and signed a treaty.", "sign", "Monday"),
    ("Jens Berg began to build Globex in 1990.", "begin", "1990"),
    ("In 1990 Jens Berg managed to buy Globex.", "buy", "1990"),
    ("On Monday Jens Berg started by thanking Maria Lopez.", "thank", "Monday"),
    ("In a Monday interview, Maria Lopez praised Globex.", "praise", "Monday"),
    ("At last month's summit, Maria Lopez praised Globex.", "praise", "last month"),
    ("The talks between Norway and Sweden began on Monday.", "talk", "Monday"),
    ("Globex held a ceremony on Monday.", "ceremony", "Monday"),
    ("The attack killed Jens Berg on Monday.", "attack", "Monday"),
    ("Jens Berg was killed on Monday in an attack.", "attack", "Monday"),
    ("The meeting was postponed until March 2022.", "meeting", "March 2022"),
    ("Maria Lopez praised the talks held in Oslo on Monday.", "talk", "Monday"),
    ("Jens Berg was freed at a hearing on Monday.", "free", "Monday"),
    ("Globex and Initech agreed in the early hours of Friday to build a bridge.", "agree", "Friday"),
    ("Masked men stormed Globex before dawn on Tuesday.", "storm", "Tuesday"),
    ("Globex lost a ship during Sunday's storm.", "lose", "Sunday"),
    ("Police arrested Jens Berg in a raid on Monday.", "arrest", "Monday"),
    ("Police searched Globex on Monday and seized two computers.", "seize", "Monday"),
    ("Soldiers seized Globex on Monday but were driven out by Initech.", "drive out", "Monday"),
    ("In 1975, Jens Berg was killed when two trains collided in Oslo.", "collide", "1975"),
    ("Police fired tear gas at Globex on Tuesday when stones were thrown.", "throw", "Tuesday"),
    ("A hearing for Jens Berg is set for March 3.", "hearing", "March 3"),
    ("Maria Lopez was arrested on Friday and charged with fraud.", "charge", "Friday"),
    ("Globex was searched on Tuesday and closed by police.", "close", "Tuesday"),
    ("Two ships were seized on Sunday and towed to Oslo.", "tow", "Sunday"),
    ("Jens Berg was convicted on May 3 and jailed for six years.", "jail", "May 3"),
    ("The painting was stolen on Thursday and sold to Initech.", "sell", "Thursday"),
    ("The suspects were found on Monday and handed over to Norway.", "hand over", "Monday"),
    ("Three miners were rescued on Wednesday and flown to Bergen.", "fly", "Wednesday"),
    ("Maria Lopez was dismissed on Monday and replaced by Jens Berg.", "replace", "Monday"),
    ("The village was shelled on Saturday and evacuated.", "evacuate", "Saturday"),
    ("Jens Berg was attacked on Tuesday night and robbed of his car.", "rob", "Tuesday night"),
    ("Maria Lopez received an apology from Globex in September.", "apology", "September"),
    ("Globex faces an election next month.", "election", "next month"),
    # the moment of a clause with "when", and of "the year"
    ("Jens Berg was hurt in 1981, when soldiers attacked Globex.", "attack", "1981"),
    ("The mill belonged to Initech until 2006, when it was sold to Globex.", "sell", "until 2006"),
    ("Jens Berg has been in Oslo since May 3, when he was freed.", "free", "since May 3"),
    ("When Jens Berg won the prize in 1975, he left Oslo.", "leave", "1975"),
    ("Maria Lopez moved to Oslo in 1987, the year she married Jens Berg.", "marry", "1987"),
    # hung on people, places and what is done about them
    ("On Saturday afternoon police in Oslo arrested a driver.", "arrest", "Saturday afternoon"),
    ("Norwegian senators this week asked Globex to leave.", "ask", "this week"),
    ("In 2001 English designer Jens Berg bought Globex.", "buy", "2001"),
    ("Jens Berg was shot by an officer outside his mother's house on Monday.", "shoot", "Monday"),
    ("The committee questioned the director, Jens Berg, on Tuesday.", "question", "Tuesday"),
    ("Jens Berg was acquitted of fraud on Monday.", "acquit", "Monday"),
    ("The members voted on the deal on Sunday.", "vote", "Sunday"),
    ("Jens Berg could be freed as early as October.", "free", "October"),
    ("Monday saw the launch of Globex.", "launch", "Monday"),
    # other events of the clause
    ("Youths burned tyres and threw stones on Tuesday.", "burn", "Tuesday"),
    ("Police had searched Globex on Monday and seized two computers.", "seize", "Monday"),
    ("Jens Berg was rescued on Monday by soldiers who tricked the rebels.", "trick", "Monday"),
    ("Oslo was rocked on Monday by an explosion.", "explosion", "Monday"),
    ("Jens Berg brokered a truce after clashes in 2001 in which 40 people died.", "die", "2001"),
    ("Jens Berg told a news conference in Oslo on Monday that he was well.", "news conference", "Monday"),
    ("The war with Norway broke out in 1995.", "war", "1995"),
    ("A walkout last October shut Globex.", "shut", "last October"),
    ("Globex missed last year's final.", "miss", "last year"),
    ("Jens Berg seized power in a 2001 military coup.", "seize", "2001"),
    ("The port was damaged in the earthquake and tsunami last month.", "tsunami", "last month"),
    ("Globex rejected a vote which Maria Lopez wants to hold on March 14.", "vote", "March 14"),
    ("Next spring Maria Lopez wants to reopen Globex.", "reopen", "Next spring"),
    ("Globex praised an attempt in May to free Jens Berg.", "free", "May"),
    ("Globex had not been contacted by Jens Berg until Tuesday.", "contact", "until Tuesday"),
    ("The robbers drove off at 5 a.m. on 19 November 2019 with Jens Berg.", "drive", "19 November 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate", "words"), LENT)
def test_a_time_passes_to_what_happens_with_it(sentence: str, predicate: str, words: str) -> None:
    assert when(sentence, predicate) & {words, f"until {words}"}


KEPT = [
    ("Maria Lopez said on Monday that Globex had bought Initech.", "buy"),
    ("Globex agreed on Monday to buy Initech.", "buy"),
    ("Jens Berg left Oslo in 1990 after he sold Globex.", "sell"),
    ("Jens Berg left Oslo in 1990, having sold Globex.", "sell"),
    ("Jens Berg joined Globex in 1990, later leading Initech.", "lead"),
    ("Jens Berg was arrested on Monday in the robbery of Globex.", "robbery"),
    ("Maria Lopez condemned the attack on Globex on Monday.", "attack"),
    ("Jens Berg joined Globex in 1990 and led Initech.", "lead"),
    ("Maria Lopez has led Globex since 2011, employing Jens Berg.", "employ"),
    ("Maria Lopez briefly ran Globex in the 2020 election.", "run"),
    ("Jens Berg was convicted in the attack of 2010.", "convict"),
    ("Jens Berg joined Globex on Monday and had sold Initech.", "sell"),
    ("Jens Berg moved to Oslo on May 3 and later sold Globex.", "sell"),
    ("Globex rejected a request by Initech in 2019.", "request"),
    ("Last year's winner, Jens Berg, sold Globex.", "sell"),
    ("The 2009 law banned Globex.", "ban"),
    ("Jens Berg was born in Oslo and moved to Bergen in 1987.", "bear"),
    ("Police questioned Jens Berg and were sent away on Tuesday.", "question"),
    ("The school was built by Jens Berg, who had sold Globex, in 1964.", "sell"),
    ("Maria Lopez wants to reopen Globex, she said on Monday.", "reopen"),
    ("Maria Lopez was arrested in 1980 and exiled to Sweden.", "exile"),
    ("Jens Berg was shot on Monday and is treated in Oslo.", "treat"),
    ("Globex was sold on Monday and will be closed.", "close"),
    ("The hall was built in May 1990 and rebuilt by Initech.", "rebuild"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate"), KEPT)
def test_a_time_does_not_pass_to_what_happens_at_another(sentence: str, predicate: str) -> None:
    assert when(sentence, predicate) == set()


RECKONED = [
    ("Globex opens the hall on June 5, three days before the ferry launches.", "ferry launch", "2021-06-08"),
    ("Jens Berg died on Tuesday, two days after he was shot in Oslo.", "shoot", "2021-02-21"),
    ("Maria Lopez resigned on Monday, a day after Jens Berg quit.", "quit", "2021-02-21"),
    ("Maria Lopez resigned Monday, one day after Globex sold Initech.", "sell", "2021-02-21"),
    ("Jens Berg died two days after the attack on Monday.", "die", "2021-02-24"),
    ("Jens Berg died two days after he was shot on Monday.", "die", "2021-02-24"),
    ("Just two days before the election on November 3, Maria Lopez visited Oslo.", "visit", "2020-11-01"),
    ("Globex was founded two years after the war ended in 1945.", "found", "1947"),
    ("Two years after the founding of Globex, Maria Lopez sold the firm in 2010.", "founding", "2008"),
    ("In May, three months after the merger of Globex, Maria Lopez resigned.", "merger", "2020-02"),
    ("Maria Lopez resigned on May 3, two weeks after Jens Berg quit.", "quit", "2020-04-19"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate", "date"), RECKONED)
def test_a_date_is_reckoned_from_another_in_the_sentence(
    sentence: str, predicate: str, date: str
) -> None:
    assert starts(sentence, predicate) == {date}


NOT_RECKONED = [
    ("More than two days after the crash of Globex, Maria Lopez resigned on Monday.", "crash"),
    ("Less than a month after the fire in Oslo, Globex reopened in May.", "fire"),
    ("Maria Lopez resigned on May 3, two months after the merger of Globex.", "merger"),
    ("Maria Lopez left Oslo on Monday after the merger of Globex.", "merger"),
    ("Globex opened the hall in 2010, about two years after the merger of Initech.", "merger"),
    ("Globex opened the hall in 2010, \u017fix years after the merger of Initech.", "merger"),
    ("Globex opened the hall in 2010, f\u0130ve years after the merger of Initech.", "merger"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate"), NOT_RECKONED)
def test_a_rough_distance_gives_no_date(sentence: str, predicate: str) -> None:
    assert starts(sentence, predicate) == set()


MEDIA_EVENT = "Globex unveiled the car at a Wednesday media event. "
MEETING = "Globex met Initech at a meeting in Oslo on Monday. "
ACCIDENT = "A flight was delayed on Monday after an accident in Oslo. "

KNOWN = [
    (MEDIA_EVENT + "Maria Lopez praised the car at the Oslo event.", "praise", "2021-02-24"),
    (MEDIA_EVENT + "Maria Lopez presented it at the event, saying it was good.", "say", "2021-02-24"),
    (MEETING + "At the meeting, Maria Lopez praised Jens Berg.", "praise", "2021-02-22"),
    (ACCIDENT, "accident", "2021-02-22"),
    (ACCIDENT + "The accident occurred at the gate in Bergen.", "occur", "2021-02-22"),
    (ACCIDENT + "The accident occurred as Maria Lopez was leaving Bergen.", "leave", "2021-02-22"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "date"), KNOWN)
def test_a_known_happening_has_the_day_that_was_told_of_it(
    text: str, predicate: str, date: str
) -> None:
    assert starts(text, predicate) == {date}


OTHERS = [
    (MEETING + "At the Bergen meeting, Maria Lopez praised Jens Berg.", "praise"),
    (MEETING + "A meeting in Bergen failed. At the meeting, Maria Lopez praised Jens Berg.", "praise"),
    (MEETING + "Globex held a meeting in 2010. At the meeting, Maria Lopez praised Jens Berg.", "praise"),
    (MEETING + "At a meeting in Bergen, Maria Lopez praised Jens Berg.", "praise"),
    ("The trial in Oslo began on Monday. The trial ended in Bergen.", "end"),
    ("At this year's meeting Globex met Initech. At the meeting, Maria Lopez praised Jens Berg.", "praise"),
    ("Jens Berg was jailed on Monday after an attack in Oslo.", "attack"),
    ("Jens Berg was injured on Monday after the crash in Oslo.", "crash"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate"), OTHERS)
def test_another_happening_of_the_same_name_has_its_own_day(text: str, predicate: str) -> None:
    assert starts(text, predicate) == set()


def test_what_was_being_done_at_the_moment_has_its_date() -> None:
    assert when("Jens Berg resigned on Monday while Maria Lopez was visiting Oslo.", "visit") == {
        "Monday"
    }
    assert when("While Maria Lopez was visiting Oslo on Monday, Jens Berg resigned.", "resign") == {
        "Monday"
    }
    assert when("Jens Berg resigned on Monday as Maria Lopez had left Oslo.", "leave") == set()


def test_an_apposition_has_the_date_behind_its_noun() -> None:
    text = "Norway recalls a string of two disasters this year - the losses of Globex and Initech."
    assert when(text, "loss") == {"this year"}
    assert (
        when("Bolt praised the 13th-century knight William Berg's fight for Norway.", "fight")
        == set()
    )


ABOUT_DATES = [
    ("Sunday was chosen by Globex as the day of the launch.", "choose", set()),
    ("The parliament chose May 3 for the vote.", "choose", set()),
    ("Globex chose Jens Berg on Sunday.", "choose", {"Sunday"}),
    ("Maria Lopez won the race for the third time in the past decade.", "win", set()),
    ("Maria Lopez visited Oslo for the first time in 2010.", "visit", {"2010"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate", "words"), ABOUT_DATES)
def test_a_date_that_is_chosen_or_counted_in_is_not_when_it_was_done(
    sentence: str, predicate: str, words: set[str]
) -> None:
    assert when(sentence, predicate) == words


HEAD = "Key dates\n\n"

ENTRIES = [
    ("- 3 January 2020: Jens Berg left Oslo\n- 4 May 2020: Maria Lopez sold Globex", "sell", "2020-05-04"),
    ("- 3 January 2020: Jens Berg left Oslo\n- 4 May 2020: Maria Lopez sold Globex", "leave", "2020-01-03"),
    ("2017: Jens Berg founds Globex in Oslo.\n2019: Globex buys Initech.", "buy", "2019"),
    ("May 2017 - Jens Berg opens Globex.\nJune 2019 - Globex buys Initech.", "open", "2017-05"),
    ("1 March\nJens Berg leaves Oslo.\n\n2 March\nMaria Lopez sells Globex.", "sell", "2020-03-02"),
    ("Feb. 3, 2020 – Maria Lopez resigned.\nMarch 3, 2020 – Jens Berg sold Globex.", "sell", "2020-03-03"),
    ("17:42 GMT\nA tree hit Jens Berg in Oslo.\n\n16:10 GMT\nGlobex sold Initech.", "hit", "2021-02-26"),
    ("17:42 A tree has hit Jens Berg.\n\n16:10 Globex has sold Initech.", "sell", "2021-02-26"),
    ("12.05 Jens Berg left Oslo.\n\n11.15 Globex sold Initech.", "leave", "2021-02-26"),
    ("• Monday: Jens Berg left Oslo.\n• Tuesday: Globex sold Initech.", "sell", "2021-02-23"),
    ("Jens Berg left Oslo.\n\n2019: Globex sold Initech.\n2020: Globex bought it back.", "leave", ""),
    ("2019: a year without end. Jens Berg left Oslo.", "leave", ""),
    ("17:42 Jens Berg had sold Globex.\n\n16:10 Maria Lopez left Oslo.", "sell", ""),
    ("17:42 Jens Berg will sell Globex.\n\n16:10 Maria Lopez left Oslo.", "sell", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "date"), ENTRIES)
def test_the_date_at_the_head_of_a_line_is_that_of_what_it_says(
    text: str, predicate: str, date: str
) -> None:
    assert starts(HEAD + text, predicate) == ({date} - {""})
