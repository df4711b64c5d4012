"""How far the event of a noun is put forward: a table of sentences, the noun, and its value."""

import pytest

from kg.model import Article
from kg.text.attribution import event_assertion
from kg.text.parse import load
from kg.text.syntax import document_of

CASES = """
The unions announced a planned strike in March. | strike | Planned
Shareholders will discuss the proposed merger in May. | merger | Planned
The upcoming election worries the banks. | election | Planned
The cancelled vote cost millions. | vote | Denied
Police looked into a possible attack on the port. | attack | Possible
The opposition called for an inquiry. | inquiry | Planned
The opposition demanded an apology from the minister. | apology | Planned
The minister ordered a review of the rules. | review | Planned
The prosecutor requested his release. | release | Planned
He faces a ban from the sport. | ban | Planned
He faces charges of fraud. | charges | Asserted
The hearing is scheduled for November. | hearing | Planned
The election looms. | election | Planned
The unions called off a strike. | strike | Denied
The airline cancelled the flight to Lima. | flight | Denied
The company did not rule out a strike. | strike | Possible
Police foiled an attack on the port. | attack | Denied
The club dismissed talk of his resignation. | resignation | Denied
The agency ruled out the possibility of an attack. | attack | Denied
Residents spoke of the threat of an eviction. | eviction | Possible
There were no reports of deaths in the town. | deaths | Denied
There was no attack on the port. | attack | Denied
The board dismissed him without a hearing. | hearing | Denied
The navy had not taken part in any negotiations. | negotiations | Denied
The strike did not take place. | strike | Denied
The strike did not help the workers. | strike | Asserted
The general did not survive the attack. | attack | Asserted
The talks could begin in May. | talks | Possible
The sheriff offered a reward for information leading to his arrest. | arrest | Possible
The deal is subject to approval by the board. | approval | Planned
The attack killed two men. | attack | Asserted
After the election, the mayor resigned. | election | Asserted
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_the_words_around_a_noun_tell_whether_its_event_happened(case: str) -> None:
    sentence, word, wanted = (part.strip() for part in case.split(" | "))
    doc = load()(sentence)
    noun = next(token for token in doc if token.text == word)
    document = document_of(doc, Article("a", sentence, "", ""), ())
    assert event_assertion(noun, None, document).factuality.value == wanted
