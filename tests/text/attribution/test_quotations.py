"""Quotations with their words, speakers, addressees and times: each text with all that it quotes."""

import pytest
from relation_samples import quotation, read, rows

from kg.model import Article
from kg.text.read_article import read_article

QUOTED = r"""
"We will not accept this," Maria Lopez told Jens Berg on Monday. | Maria Lopez to Jens Berg when Monday: We will not accept this (direct)
"We will not accept this," Maria Lopez said to Jens Berg on Monday. | Maria Lopez to Jens Berg when Monday: We will not accept this (direct)
"We will not accept this," Maria Lopez said about Jens Berg. | Maria Lopez: We will not accept this (direct)
"We will not accept this," Maria Lopez warned Jens Berg. | Maria Lopez to Jens Berg: We will not accept this (direct)
"Will we accept this?" Maria Lopez asked Jens Berg. | Maria Lopez to Jens Berg: Will we accept this? (direct)
"We will not accept this," Maria Lopez wrote in Oslo. | Maria Lopez: We will not accept this (direct)
"We will not accept this," Maria Lopez sang. |
“We will not accept this,” said Maria Lopez. “It is simply wrong.” | Maria Lopez: We will not accept this (direct); Maria Lopez: It is simply wrong. (direct)
“We will not accept this,” said Maria Lopez. She left. “It is simply wrong.” | Maria Lopez: We will not accept this (direct)
Maria Lopez left. “It is simply wrong.” | Maria Lopez: It is simply wrong. (direct)
‘We will not accept this,’ said Maria Lopez. | Maria Lopez: We will not accept this (direct)
‘We won’t accept this,’ said Maria Lopez. | Maria Lopez: We won’t accept this (direct)
«We will not accept this,» said Maria Lopez. | Maria Lopez: We will not accept this (direct)
„We will not accept this,“ said Maria Lopez. | Maria Lopez: We will not accept this (direct)
“We will not accept this.\n\n“It is simply wrong,” said Maria Lopez. | Maria Lopez: It is simply wrong (direct)
Maria Lopez praised “the best team of all” in Oslo. | Maria Lopez: the best team of all (direct)
Maria Lopez said: “We will go home now.” Jens Berg left. | Maria Lopez: We will go home now. (direct)
Jens Berg said no. Maria Lopez said: “We will go home now.” | Maria Lopez: We will go home now. (direct)
Jens Berg said: “We will go home now.” Maria Lopez said no. | Jens Berg: We will go home now. (direct)
“We will go home now.” Maria Lopez said no. |
“We will go home now,” Maria Lopez said. Jens Berg said no. | Maria Lopez: We will go home now (direct)
“We will go home now,” he added, laughing at Jens Berg, who said no. | he: We will go home now (direct)
Maria Lopez left and said, “We will go home now”, to Jens Berg. | Maria Lopez: We will go home now (direct)
A spokesman, asked about Globex, said “we will go home now”. | A spokesman: we will go home now (direct)
“We will go home now,” it was said. | : We will go home now (direct)
“We will go home now,” said nobody. | : We will go home now (direct)
don“t go home now” |
Maria Lopez told Jens Berg that Globex had closed. | Maria Lopez to Jens Berg: Globex had closed (indirect)
Maria Lopez said on Monday that Globex had closed. | Maria Lopez when Monday: Globex had closed (indirect)
Maria Lopez did not say that Globex had closed. |
Maria Lopez might say that Globex had closed. | Maria Lopez: Globex had closed (indirect, Possible)
Maria Lopez said to close Globex. |
Maria Lopez said Globex, Initech and Umbrella had closed, too. | Maria Lopez: Globex, Initech and Umbrella had closed, too (indirect)
Maria Lopez sang that Globex had closed. |
It was said that Globex had closed. |
Globex had closed, Maria Lopez said. | Maria Lopez: Globex had closed (indirect)
Maria Lopez denied that Globex had closed. | Maria Lopez: denied that Globex had closed (denied)
Globex disputes that its boats were late. |
The firm, which denies that it paid anybody, said “we have nothing to hide here”. | which: denies that it paid anybody (denied); The firm: we have nothing to hide here (direct)
“We paid nobody in Oslo,” said Maria Lopez, who denied that Globex had closed. | Maria Lopez: We paid nobody in Oslo (direct); who: denied that Globex had closed (denied)
Maria Lopez said it was clear that Globex had closed. | Maria Lopez: it was clear that Globex had closed (indirect)
Maria Lopez said that there was a fire. | Maria Lopez: there was a fire (indirect)
“Globex had closed,” Maria Lopez said. | Maria Lopez: Globex had closed (direct)
Maria Lopez said that “Globex had closed again”. | Maria Lopez: Globex had closed again (indirect)
Maria Lopez said that “Globex had closed once again”. | Maria Lopez: Globex had closed once again (direct)
Maria Lopez asked why Globex had closed. | Maria Lopez: why Globex had closed (indirect)
Maria Lopez reminded Jens Berg that Globex had closed. | Maria Lopez to Jens Berg: Globex had closed (indirect)
Maria Lopez complained to Jens Berg that Globex had closed. | Maria Lopez to Jens Berg: Globex had closed (indirect)
“We will go home now,” said Maria Lopez.\n“It is simply wrong.” | Maria Lopez: We will go home now (direct); Maria Lopez: It is simply wrong. (continued)
“We will go home now,” said Maria Lopez.\n\n“It is simply wrong,\n\n“It was always wrong.” | Maria Lopez: We will go home now (direct); Maria Lopez: It is simply wrong (continued); Maria Lopez: It was always wrong. (continued)
“We will go home now,” said Maria Lopez to Jens Berg.\n\n“It is simply wrong.” | Maria Lopez to Jens Berg: We will go home now (direct); Maria Lopez: It is simply wrong. (continued)
“We will go home now!” Maria Lopez said. | Maria Lopez: We will go home now! (direct)
“We will go home now.”\n\nMaria Lopez said no. |
Maria Lopez said no.\n\n“We will go home now.” |
Maria Lopez said no. Jens Berg came. “We will go home now.” | Jens Berg: We will go home now. (direct)
Maria Lopez said no, and “we will go home now”, too. | Maria Lopez: we will go home now (direct)
Jens Berg said no; “we will go home now,” Maria Lopez said. | Maria Lopez: we will go home now (direct)
“We will go home now,” told Maria Lopez to her friends. | Maria Lopez: We will go home now (direct)
“We will go home now,” Maria Lopez assured Jens Berg. | Maria Lopez to Jens Berg: We will go home now (direct)
“We will go home now,” Maria Lopez said last Monday. | Maria Lopez when last Monday: We will go home now (direct)
“We will go home now,” Maria Lopez said in May in Oslo. | Maria Lopez when May: We will go home now (direct)
Maria Lopez said: 'We will go home now.' | Maria Lopez: We will go home now (indirect)
Maria Lopez called it “a very bad day”. |
Maria Lopez said Globex had closed and left. | Maria Lopez: Globex had closed and left (indirect)
Maria Lopez was told that Globex had closed. |
Maria Lopez was told by Jens Berg that Globex had closed. | Jens Berg: Globex had closed (indirect)
That Globex had closed was said by Maria Lopez. |
Maria Lopez said that, on Monday, Globex had closed. | Maria Lopez: on Monday, Globex had closed (indirect)
Maria Lopez told reporters Monday that Globex had closed. | Maria Lopez to reporters when Monday: Globex had closed (indirect)
The miners said: “We will go home now.” They left. | The miners: We will go home now. (direct)
The film “We Will Go Home Now” was praised by Maria Lopez. |
Maria Lopez (on Globex): “It will close for good.” | Maria Lopez: It will close for good. (direct)
Jens Berg: “It will stay.” | Jens Berg: It will stay. (direct)
Jens Berg, for his part: “It will stay.” | Jens Berg: It will stay. (direct)
Maria Lopez was blunt: “It will close.” Jens Berg disagreed: “It will stay.” | Maria Lopez: It will close. (direct); Jens Berg: It will stay. (direct)
Asked about Globex, Maria Lopez laughed: “Never.” | Maria Lopez: Never. (direct)
On Maria Lopez: “She will stay for ever.” |
The list: “One, two and three.” |
“It will close for good.” — Maria Lopez | Maria Lopez: It will close for good. (direct)
And from Maria Lopez:\n\n“It will close for good.” | Maria Lopez: It will close for good. (direct)
Maria Lopez turned to Jens Berg. “It will close for good.” | Maria Lopez: It will close for good. (direct)
The door closed. “It will close for good.” |
Maria Lopez called the plan “a castle built on wet sand”. | Maria Lopez: a castle built on wet sand (direct)
Maria Lopez described it as “a castle built on wet sand”. | Maria Lopez: a castle built on wet sand (direct)
Maria Lopez read “The Castle Built On Wet Sand”. |
“It will close for good,” Maria Lopez likes to say. | Maria Lopez: It will close for good (direct)
Maria Lopez went on to say that Globex had closed. | Maria Lopez: Globex had closed (indirect)
Maria Lopez asked Jens Berg to say that Globex had closed. |
According to Maria Lopez, Globex had closed in May. | Maria Lopez: Globex had closed in May (indirect)
Globex had closed in May, according to Maria Lopez. | Maria Lopez: Globex had closed in May (indirect)
Globex closed according to plan. |
Maria Lopez apologised to Globex, suggesting that the plant had closed. |
Jens Berg shut the gate, indicating that the plant had closed. |
Maria Lopez described them being taken to Oslo. |
The video shows them being met by Globex staff in Oslo. |
Maria Lopez said the miners were being held in Oslo. | Maria Lopez: the miners were being held in Oslo (indirect)
Maria Lopez left, saying that Globex had closed. | Maria Lopez: Globex had closed (indirect)
The bridge, Maria Lopez insisted, had been closed. | Maria Lopez: The bridge, Maria Lopez insisted, had been closed (indirect)
Globex had not paid, she added, and left the room. | she: Globex had not paid (indirect)
Maria Lopez said Globex “had never once paid” the miners. | Maria Lopez: Globex “had never once paid” the miners (indirect)
Jens Berg left; Maria Lopez said that Globex had closed. | Maria Lopez: Globex had closed (indirect)
The dissenter, Maria Lopez, argued that Globex had closed. | The dissenter: Globex had closed (indirect)
On Monday Maria Lopez, the founder of Globex, said the plant had closed. | Maria Lopez when Monday: the plant had closed (indirect)
Maria Lopez said that Globex had closed the plant, which employs 90 people. | Maria Lopez: Globex had closed the plant (indirect)
Maria Lopez said Globex had sued Jens Berg, a banker from Oslo. | Maria Lopez: Globex had sued Jens Berg (indirect)
Maria Lopez said Globex would move the plant, setting up a fight over jobs. | Maria Lopez: Globex would move the plant (indirect)
Maria Lopez said Globex had closed; Jens Berg disputes this. | Maria Lopez: Globex had closed (indirect)
Maria Lopez left the hall before telling Jens Berg that Globex had closed. | Maria Lopez to Jens Berg: Globex had closed (indirect)
Maria Lopez turned the prize down in May but took it in June, telling Jens Berg that “the river has changed its colour”. | Maria Lopez to Jens Berg: the river has changed its colour (direct)
Jens Berg repeated Maria Lopez's claim that Globex had closed. | Maria Lopez: Globex had closed (indirect)
Maria Lopez voiced the hope that Globex would stay in Oslo. | Maria Lopez: Globex would stay in Oslo (indirect)
Jens Berg rejected the claim that Globex had closed. |
“We will never leave this town,” the report by Globex said. | Globex: We will never leave this town (direct)
All pupils, who had lined up in the yard “as if it were a drill”, in the words of head teacher Maria Lopez, were walked to the town hall. | Maria Lopez: as if it were a drill (direct)
Maria Lopez called the plan “a castle built on wet sand.” Jens Berg left. | Maria Lopez: a castle built on wet sand. (direct)
In the letter, sent in May, Maria Lopez continues, “We have been here for two years.” | Maria Lopez: We have been here for two years. (direct)
Jens Berg: Why did you go to Oslo?\n\nMaria Lopez: Because all of us wanted to work there. | Jens Berg: Why did you go to Oslo? (transcript); Maria Lopez: Because all of us wanted to work there. (transcript)
Maria Lopez: A life in pictures of Oslo\n\nJens Berg: The man who sold it all |
Globex: 12 people left the firm in May. |
Do you think that Globex will close? |
Maria Lopez told Radio Lima she had “more names than the chiefs would like”. | Maria Lopez to Radio Lima: she had “more names than the chiefs would like” (indirect); Maria Lopez to Radio Lima: more names than the chiefs would like (direct)
Maria Lopez said he “has been made the scapegoat of the whole town”. | Maria Lopez: he “has been made the scapegoat of the whole town” (indirect); Maria Lopez: has been made the scapegoat of the whole town (direct)
Her agency, Maria Lopez said, “would like to see the data before Saturday”. | Maria Lopez: Her agency, Maria Lopez said, “would like to see the data before Saturday” (indirect); Maria Lopez: would like to see the data before Saturday (direct)
Maria Lopez denied that the protests had anything to do with Globex. | Maria Lopez: denied that the protests had anything to do with Globex (denied)
The miners denied the missile belonged to Globex. | The miners: denied the missile belonged to Globex (denied)
Globex closed the mine after a leak in the second shaft, Jens Berg said. | Jens Berg: Globex closed the mine after a leak in the second shaft (indirect)
Two miners were treated for burns, its medical director, Jens Berg, said. | its medical director: Two miners were treated for burns (indirect)
Three men were questioned in Oslo, a source close to the court said. | a source: Three men were questioned in Oslo (indirect)
A third man, a source said, fled to Lima. | a source: A third man, a source said, fled to Lima (indirect)
The mine was safe, an inquiry found. | an inquiry: The mine was safe (indirect)
Army says it has retaken border town | Army: it has retaken border town (indirect)
Police chief says mine was safe | Police chief: mine was safe (indirect)
“We heard the bells across the harbour,” Maria Lopez said by telephone. | Maria Lopez: We heard the bells across the harbour (direct)
“We have lost the only road to Lima,” warned one miner. | one miner: We have lost the only road to Lima (direct)
An investigation by the army has revealed that the mine was safe. | the army: the mine was safe (indirect)
Latest reports from the army indicate that the mine was safe. | the army: the mine was safe (indirect)
An army report found that the mine was safe. | An army report: the mine was safe (indirect)
Letters sent by Maria Lopez show that the mine was safe. | Maria Lopez: the mine was safe (indirect)
The closures will save money, according to Maria Lopez, and move many pupils to the new building in the port. | Maria Lopez: The closures will save money (indirect)
The mine, according to Maria Lopez, was safe for years. | Maria Lopez: was safe for years (indirect)
Jens Berg was released, Maria Lopez said, two days after the fire. | Maria Lopez: Jens Berg was released (indirect)
Maria Lopez said the miners would abstain, since the bill does not apply in Oslo. | Maria Lopez: the miners would abstain, since the bill does not apply in Oslo (indirect)
Maria Lopez said she would leave Oslo if Jens Berg returned: “I hope that he will stay there.” | Maria Lopez: I hope that he will stay there. (direct)
The mine was shut, the army said, a step that Maria Lopez described as “a victory won on the radio”. | the army: The mine was shut (indirect); Maria Lopez: a victory won on the radio (direct)
Jens Berg, who denies the charges, left Oslo; his wife, Maria Lopez, called the ruling “a slap in the face for those who came”. | his wife: a slap in the face for those who came (direct)
Maria Lopez offered an explanation for the delay.\n\n“We waited for the boats for six whole hours.” | Maria Lopez: We waited for the boats for six whole hours. (direct)
Maria Lopez praised the treaty in Lima.\n\n“We have waited for this day for ten years.” | Maria Lopez: We have waited for this day for ten years. (direct)
The door closed behind Maria Lopez.\n\n“We waited for the boats for six whole hours.” |
((Wikinews)) How did you come to Oslo?\n\nMaria Lopez: I was sent there by my father.\n\n((WN)) Did you like the town at once?\n\nMaria Lopez: I did not like it for years.\n\nWikinews spoke to Maria Lopez in Oslo. | Wikinews: How did you come to Oslo? (transcript); Maria Lopez: I was sent there by my father. (transcript); Wikinews: Did you like the town at once? (transcript); Maria Lopez: I did not like it for years. (transcript)
The driver ran from the burning van, court told |
The guard slept in the vault, inquiry told. |
“We saw the van burn for an hour”, court told | : We saw the van burn for an hour (direct)
“The brakes had failed twice before”, inquest told. | : The brakes had failed twice before (direct)
The mine had no second shaft, judges told |
Lopez fled by boat at night, jury told |
“Our money is safe in the bank”, investors assured | : Our money is safe in the bank (direct)
The mayor kept the money at home, tribunal told |
“You must pay the tax by June”, farmers reminded | : You must pay the tax by June (direct)
“We saw the van burn for an hour,” Maria Lopez told the court. | Maria Lopez to the court: We saw the van burn for an hour (direct)
Maria Lopez said that she would. |
The clinic says it did not. |
Jens Berg insisted that he could not. |
Globex said it had. |
Maria Lopez replied that they were not. |
Asked if he would leave, Jens Berg said he might. |
The army said it never would. |
Maria Lopez said she was, and left Oslo. |
Maria Lopez said that she would be mayor. | Maria Lopez: she would be mayor (indirect)
Maria Lopez said that she had a boat. | Maria Lopez: she had a boat (indirect)
The ferry, which, according to Jens Berg, had been repaired twice, sank off Lima. | Jens Berg: had been repaired twice (indirect)
The law, which, Maria Lopez said, had been written in one night, fell. |
The van that, according to the army, carried the gold was found in Oslo. | the army: carried the gold (indirect)
The mine, which, the army says, was safe for years, burnt. |
Three men who, according to Jens Berg, robbed the bank were held in Lima. | Jens Berg: robbed the bank (indirect)
Globex sold the boat, which, Jens Berg claims, was never paid for. |
The letter, which, according to Globex, was forged, named Maria Lopez. |
The miners, who, Maria Lopez said, had waited for days, were saved. |
The plan, which, according to Globex, would cost nothing, failed. | Globex: would cost nothing (indirect)
The bridge, according to Jens Berg, had been repaired twice. | Jens Berg: had been repaired twice (indirect)
"""


@pytest.mark.parametrize(("text", "expected"), rows(QUOTED))
def test_a_text_quotes_who_speaks_to_whom_and_when(text: str, expected: str) -> None:
    assert "; ".join(quotation(quote) for quote in read(text)[1]) == expected


def test_a_speaker_who_is_described_is_one_with_the_name_beside_it() -> None:
    text = "The dissenter, Maria Lopez, argued that Globex had closed."
    reading = read_article(Article("a", text, "a.txt", ""))
    (quote,) = reading.quotes
    (speaker,) = [chain for chain in reading.chains if quote.speaker in chain.mentions]
    assert "Maria Lopez" in [mention.text for mention in speaker.mentions]


EVIDENCE = """
“We will go home now,” she said. Jens Berg said no. | “We will go home now,” she said.
Jens Berg said no. “We will go home now,” she said. | “We will go home now,” she said.
She said on Monday: “We will go home now.” Jens Berg left. | She said on Monday: “We will go home now.”
Jens Berg left. She said on Monday: “We will go home now. We are tired.” | She said on Monday: “We will go home now. We are tired.”
Jens Berg left. She said that Globex had closed. Anna left. | She said that Globex had closed.
"""


@pytest.mark.parametrize(("text", "expected"), rows(EVIDENCE))
def test_a_quotation_is_shown_by_its_words_and_the_sentence_that_brings_them(
    text: str, expected: str
) -> None:
    assert [quote.evidence.of(text) for quote in read(text)[1]] == [expected]
