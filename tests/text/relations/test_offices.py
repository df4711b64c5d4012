"""Job titles whole, and what is over: tables of a sentence, the noun claims it makes, and how each is put."""

import pytest
from relation_samples import put, read, rows

from kg.model import Claim, Frame


def told(claim: Claim) -> str:
    who = " and ".join(holder.text for holder in claim.fillers("subject"))
    return f"{who}: {claim.phrase}, {put(claim)}"


TITLES = r"""
“Nobody knew,” Security Minister Jens Berg told reporters in Oslo. | Jens Berg: security minister, Asserted
Race director Maria Lopez did not dispute that. | Maria Lopez: race director, Asserted
Council leader Jens Berg would not be drawn. | Jens Berg: council leader, Asserted
Milk van driver Jens Berg saw the smoke. | Jens Berg: milk van driver, Asserted
Assistant Chief Constable Jens Berg spoke. | Jens Berg: assistant chief constable, Asserted
Globex's head of production, Maria Lopez, denied it. | Maria Lopez: head of production, Asserted
Jens Berg, the minister of culture, promised money. | Jens Berg: minister of culture, Asserted
Maria Lopez, the commissioner for trade, spoke. | Maria Lopez: commissioner for trade, Asserted
The senator's chief of staff, Maria Lopez, called it a lie. | Maria Lopez: chief of staff, Asserted
Maria Lopez, secretary-general of the Miners' Union, spoke. | Maria Lopez: secretary-general, Asserted
Maria Lopez, editor-in-chief of the Oslo Herald, spoke. | Maria Lopez: editor-in-chief, Asserted
The defence ministers, Jens Berg of Norway and Maria Lopez of Chile, met. | Jens Berg and Maria Lopez: defence minister, Asserted
Maria Lopez and Jens Berg, both teachers, were hurt. | Maria Lopez and Jens Berg: teacher, Asserted
Maria Lopez and Jens Berg, a teacher, were hurt. | Jens Berg: teacher, Asserted
Globex CEO Jens Berg resigned from the board. | Jens Berg: CEO, Asserted
Maria Lopez, the chief of the general staff, spoke. | Maria Lopez: chief of the general staff, Asserted
Maria Lopez, Chief of the General Staff, spoke. | Maria Lopez: chief of the general staff, Asserted
The leader of the opposition, Maria Lopez, spoke. | Maria Lopez: leader of the opposition, Asserted
Maria Lopez, head of the jury, spoke. | Maria Lopez: head of the jury, Asserted
Maria Lopez, chair of the finance committee, spoke. | Maria Lopez: chair of the finance committee, Asserted
Maria Lopez, the owner of the shop, spoke. | Maria Lopez: owner, Asserted
Jens Berg, a planetary scientist, spoke. | Jens Berg: planetary scientist, Asserted
Jens Berg, their leading fast bowler, left. | Jens Berg: fast bowler, Asserted
Maria Lopez, an anti-war campaigner, spoke. | Maria Lopez: anti-war campaigner, Asserted
Maria Lopez, a pro-democracy activist, spoke. | Maria Lopez: pro-democracy activist, Asserted
Its co-leader, Maria Lopez, spoke. | Maria Lopez: co-leader, Asserted
Jens Berg, a co-author of the study, spoke. | Jens Berg: co-author, Asserted
Police Major-General Jens Berg spoke. | Jens Berg: major-general, Asserted
Jens Berg is no relation of Maria Lopez. | Jens Berg: relation, Denied
Jens Berg is no friend of Maria Lopez. | Jens Berg: friend, Denied
Maria Lopez, the outgoing chair of Globex, spoke. | Maria Lopez: chair, Asserted
Jens Berg, a miner, and Maria Lopez, a pilot, spoke. | Maria Lopez: pilot, Asserted
Jens Berg of Globex University and Maria Lopez, a pilot, spoke. | Maria Lopez: pilot, Asserted
Maria Lopez, a postal worker, spoke. | Maria Lopez: postal worker, Asserted
The returning officer, Maria Lopez, spoke. | Maria Lopez: returning officer, Asserted
Maria Lopez, her private secretary, spoke. | Maria Lopez: private secretary, Asserted
Jens Berg, a seasonal gardener, spoke. | Jens Berg: seasonal gardener, Asserted
Jens Berg, the transitional president, spoke. | Jens Berg: transitional president, Asserted
Presiding judge Maria Lopez spoke. | Maria Lopez: presiding judge, Asserted
Globex’s chief executive Maria Lopez spoke. | Maria Lopez: chief executive, Asserted
The children’s author Maria Lopez spoke. | Maria Lopez: children's author, Asserted
The chief inspector of prisons, Maria Lopez, spoke. | Maria Lopez: chief inspector of prisons, Asserted
Maria Lopez, head of the children’s ward, spoke. | Maria Lopez: head of the children's ward, Asserted
Maria Lopez, an influential banker, spoke. | Maria Lopez: banker, Asserted
Jens Berg, a typical miner, spoke. | Jens Berg: miner, Asserted
Jens Berg – not a relative of Maria Lopez – spoke. | Jens Berg: relative, Denied
Three students and a cook, Maria Lopez, died. | Maria Lopez: cook, Asserted
"""

OVER = r"""
Jens Berg, then second officer, was awarded a medal. | Jens Berg: second officer, Asserted, ended
Jens Berg, once Globex's lawyer, spoke. | Jens Berg: lawyer, Asserted, ended
The former ministers Maria Lopez and Jens Berg spoke. | Maria Lopez and Jens Berg: minister, Asserted, ended
One of them, former World Bank economist Jens Berg, spoke. | Jens Berg: economist, Asserted, ended
Globex dismissed its chief executive, Jens Berg, in March. | Jens Berg: chief executive, Asserted, ended
Jens Berg, the deputy of Maria Lopez, has been sacked. | Jens Berg: deputy, Asserted, ended
Globex's president, Jens Berg, resigned on Monday. | Jens Berg: president, Asserted, ended
Globex's president, Jens Berg, refused to resign. | Jens Berg: president, Asserted
Jens Berg was the chief executive of Globex. | Jens Berg: chief executive, Asserted, ended
Jens Berg is the chief executive of Globex. | Jens Berg: chief executive, Asserted
The poet Jens Berg resigned on Monday. | Jens Berg: poet, Asserted
Marine biologist Maria Lopez stepped down on Monday. | Maria Lopez: marine biologist, Asserted
General Maria Lopez was sacked on Monday. | Maria Lopez: general, Asserted
Maria Lopez said Jens Berg was the chief executive of Globex. | Jens Berg: chief executive, Reported by Maria Lopez
The president sacked Farm Minister Jens Berg on Monday. | Jens Berg: farm minister, Asserted, ended
Farm Minister Jens Berg stepped down on Monday. | Jens Berg: farm minister, Asserted, ended
Farm Minister Jens Berg makes way for Maria Lopez. | Jens Berg: farm minister, Asserted, ended
Farm Minister Jens Berg will be replaced by Maria Lopez. | Jens Berg: farm minister, Asserted
Farm Minister Jens Berg sacked two aides. | Jens Berg: farm minister, Asserted
Farm Minister Jens Berg was removed from the list of guests. | Jens Berg: farm minister, Asserted
Jens Berg, the treasurer until last June, was arrested. | Jens Berg: treasurer, Asserted, ended
Jens Berg, team physician from 2011 to 2015, was fined. | Jens Berg: team physician, Asserted, ended
The mayor then, Maria Lopez, opened the school. | Maria Lopez: mayor, Asserted, ended
The mayor then told Maria Lopez, the treasurer, to leave. | Maria Lopez: treasurer, Asserted
A disbarred lawyer, Jens Berg, was held. | Jens Berg: lawyer, Asserted, ended
Maria Lopez, the wife of Jens Berg, was sacked. | Maria Lopez: wife, Asserted
Ex-president Maria Lopez spoke. | Maria Lopez: president, Asserted, ended
Reporters met ex-president Maria Lopez. | Maria Lopez: president, Asserted, ended
Ex-Barclays banker Jens Berg was jailed in Leeds. | Jens Berg: banker, Asserted, ended
Former Barclays trader Jens Berg was jailed. | Jens Berg: trader, Asserted, ended
Jens Berg once worked as a nurse. | Jens Berg: nurse, Asserted, ended
Maria Lopez served as mayor of Oslo. | Maria Lopez: mayor, Asserted, ended
Maria Lopez works as a nurse. | Maria Lopez: nurse, Asserted
Jens Berg used to work as a driver. | Jens Berg: driver, Asserted, ended
Jens Berg is no longer the chief executive of Globex. | Jens Berg: chief executive, Asserted, ended
Maria Lopez no longer works as a nurse. | Maria Lopez: nurse, Asserted, ended
Jens Berg held the post of director of Globex. | Jens Berg: director, Asserted, ended
Jens Berg gave up the post of director of Globex. | Jens Berg: director, Asserted, ended
Jens Berg lost the job of director of Globex. | Jens Berg: director, Asserted, ended
Jens Berg took up the post of director of Globex. | Jens Berg: director, Asserted
In 1993 President Jens Berg signed the law. | Jens Berg: president, Asserted, ended
In 1981 the president, Jens Berg, was shot. | Jens Berg: president, Asserted, ended
In 1993 the biologist Jens Berg found the frog. | Jens Berg: biologist, Asserted
President Jens Berg, elected in 1993, signed the law. | Jens Berg: president, Asserted
Minister Jens Berg was voted out on Monday. | Jens Berg: minister, Asserted, ended
"""

TO_COME = r"""
Incoming Globex chief executive Jens Berg spoke. | Jens Berg: chief executive, Planned
Incoming president Jens Berg spoke. | Jens Berg: president, Planned
Maria Lopez, the future mayor of Oslo, spoke. | Maria Lopez: mayor, Planned
Maria Lopez, Globex's next president, spoke. | Maria Lopez: president, Planned
Maria Lopez became the next mayor of Oslo. | Maria Lopez: mayor, Asserted
Acting president Maria Lopez spoke. | Maria Lopez: acting president, Asserted
The outgoing president, Maria Lopez, spoke. | Maria Lopez: president, Asserted
"""


@pytest.mark.parametrize("cells", rows(TITLES) + rows(OVER) + rows(TO_COME))
def test_an_office_has_all_its_words_and_is_over_where_the_sentence_says_so(
    cells: tuple[str, ...],
) -> None:
    text, *_, wanted = cells
    claims = [told(claim) for claim in read(text)[0] if claim.frame is Frame.NOUN]
    assert wanted in claims


@pytest.mark.parametrize(
    "text",
    [
        "Jens Berg turned down the post of director of Globex.",
        "Jens Berg is demanding the post of deputy mayor.",
        "Globex offered the post of director of its bank.",
    ],
)
def test_who_has_no_post_is_given_none(text: str) -> None:
    assert not [claim for claim in read(text)[0] if claim.rule == "post"]


STATES_TOLD = {"work", "live", "serve", "teach", "run", "lead", "coach"}
STATES = r"""
Jens Berg worked for Globex in Oslo. | True
Jens Berg used to live in Bergen. | True
Jens Berg was working for Globex when the bank closed. | True
Jens Berg had lived in Bergen. | True
Jens Berg served in the British army. | True
Jens Berg taught at Oslo University. | True
Jens Berg used to run Globex. | True
Maria Lopez, who used to lead the Labour Party, left. | True
Jens Berg runs Globex. | False
Jens Berg used to coach Globex United. | True
Maria Lopez said Jens Berg worked for Globex. | False
Jens Berg works for Globex. | False
Jens Berg has lived in Bergen since 2016. | False
Jens Berg did not work for Globex. | False
Jens Berg will teach at Oslo University. | False
"""


@pytest.mark.parametrize(("text", "wanted"), rows(STATES))
def test_a_state_that_is_told_in_the_past_is_over(text: str, wanted: str) -> None:
    states = [claim for claim in read(text)[0] if claim.predicate in STATES_TOLD]
    assert {str(claim.ended) for claim in states} == {wanted}


NOT_HELD = r"""
Police detained its editor, a photographer and a trainee. | its editor: photographer
Jens Berg was the only player to be booked. | Jens Berg: player
Maria Lopez is the youngest pilot to fly to Oslo. | Maria Lopez: pilot
Jens Berg, known to his friends as the Beekeeper, left. | Jens Berg: beekeeper
Maria Lopez described Jens Berg as a leader. | Jens Berg: leader
Virologist Maria Lopez of Oslo University and Jens Berg, a pilot, left. | Maria Lopez: pilot
"""


@pytest.mark.parametrize(("text", "office"), rows(NOT_HELD))
def test_what_only_picks_or_lists_people_is_no_office_of_theirs(text: str, office: str) -> None:
    claims = [told(claim) for claim in read(text)[0] if claim.frame is Frame.NOUN]
    assert not any(claim.startswith(office) for claim in claims)


FORMERLY = r"""
Maria Lopez, formerly of Globex University, left. | True
Maria Lopez, previously of Globex University, left. | True
Jens Berg, previously of the Labour Party, left. | True
Maria Lopez of Globex University left. | False
"""


@pytest.mark.parametrize(("text", "wanted"), rows(FORMERLY))
def test_who_is_formerly_of_an_organisation_is_no_more(text: str, wanted: str) -> None:
    belonging = [claim for claim in read(text)[0] if claim.rule == "person-of-organisation"]
    assert {str(claim.ended) for claim in belonging} == {wanted}


NOT = r"""
Three students and a cook, Maria Lopez, died. | Maria Lopez: student
The guard was held after a driver, Jens Berg, was shot in Oslo. | Jens Berg: guard
The list has Minister Jens Berg, two judges and a clerk. | Jens Berg: judge
The trial of Jens Berg, the captain and three others begins. | Jens Berg: captain
"""


@pytest.mark.parametrize(("text", "wrong"), rows(NOT))
def test_what_stands_in_a_list_is_nobody_elses_office(text: str, wrong: str) -> None:
    claims = [told(claim) for claim in read(text)[0] if claim.frame is Frame.NOUN]
    assert not any(claim.startswith(wrong) for claim in claims)
