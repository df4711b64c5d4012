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
Maria Lopez said Jens Berg was the chief executive of Globex. | Jens Berg: chief executive, Reported by Maria Lopez
Maria Lopez, the wife of Jens Berg, was sacked. | Maria Lopez: wife, Asserted
"""


@pytest.mark.parametrize("cells", rows(TITLES) + rows(OVER))
def test_an_office_has_all_its_words_and_is_over_where_the_sentence_says_so(
    cells: tuple[str, ...],
) -> None:
    text, *_, wanted = cells
    claims = [told(claim) for claim in read(text)[0] if claim.frame is Frame.NOUN]
    assert wanted in claims


STATES = r"""
Jens Berg worked for Globex in Oslo. | True
Jens Berg used to live in Bergen. | True
Jens Berg was working for Globex when the bank closed. | True
Jens Berg had lived in Bergen. | True
Jens Berg served in the British army. | True
Jens Berg taught at Oslo University. | True
Maria Lopez said Jens Berg worked for Globex. | False
Jens Berg works for Globex. | False
Jens Berg has lived in Bergen since 2016. | False
Jens Berg did not work for Globex. | False
Jens Berg will teach at Oslo University. | False
"""


@pytest.mark.parametrize(("text", "wanted"), rows(STATES))
def test_a_state_that_is_told_in_the_past_is_over(text: str, wanted: str) -> None:
    states = [
        claim for claim in read(text)[0] if claim.predicate in {"work", "live", "serve", "teach"}
    ]
    assert {str(claim.ended) for claim in states} == {wanted}
