"""Frames in which somebody says, denies or calls something: each text with all that it quotes."""

import pytest
from relation_samples import quotation, read, rows

SAID = """
# what somebody denies
Maria Lopez denied that Globex had closed. | Maria Lopez: denied that Globex had closed (denied)
Maria Lopez has denied that the plant in Oslo was ever for sale. | Maria Lopez: denied that the plant in Oslo was ever for sale (denied)
Jens Berg denied having met Maria Lopez in Oslo. |
Globex denied it had been short of money. | Globex: denied it had been short of money (denied)
The miners denied, for an hour and without notes, that they had left the gate open. | The miners when an hour: denied, for an hour and without notes, that they had left the gate open (denied)
Maria Lopez disputed that the bridge had been closed. | Maria Lopez: disputed that the bridge had been closed (denied)
Jens Berg did not deny that Globex had closed. |
Maria Lopez denied the theft. |
Maria Lopez denied reports that Globex had sold the plant. |
Globex had paid in May, Maria Lopez said, and denied that it owed more. | Maria Lopez: Globex had paid in May (indirect); Maria Lopez: denied that it owed more (denied)
The captain, Jens Berg, denied that any light had been lit on board. | The captain: denied that any light had been lit on board (denied)
# texts and people that something is according to
According to the indictment, Jens Berg paid two men in May. | the indictment: Jens Berg paid two men in May (indirect)
According to a statement, the plant had closed in May. | a statement: the plant had closed in May (indirect)
The plant had closed in May, according to an affidavit. | an affidavit: The plant had closed in May (indirect)
According to the ruling, the brothers moved the money to Oslo. | the ruling: the brothers moved the money to Oslo (indirect)
Globex hid the leak for a year, according to the lawsuit. | the lawsuit: Globex hid the leak for a year (indirect)
According to a survey by Globex, most miners want to stay. | a survey: most miners want to stay (indirect)
The boat sank in May and was raised in June, according to the owner, Jens Berg. | the owner: The boat sank in May and was raised in June (indirect)
The odds were even, according to a poll published by Globex. | a poll: The odds were even (indirect)
According to one of them, the plant had closed in May. |
The plant will close in May, according to Globex's own file. | Globex: The plant will close in May (indirect)
# a source at the end of a sentence that the parser reads wrongly, or in its midst
Officers in Oslo have seized two tonnes of butter hidden in drums of paint at the port of Bergen, the coast guard announced on Tuesday. | the coast guard when Tuesday: Officers in Oslo have seized two tonnes of butter hidden in drums of paint at the port of Bergen (indirect)
Two young clerks sold at least 30 passports to the gang named in them, a prosecutor told the Oslo High Court on Monday. | a prosecutor to Oslo High Court when Monday: Two young clerks sold at least 30 passports to the gang named in them (indirect)
On 12 July two hikers from Bergen saw a boot in the ice, police said. | police: On 12 July two hikers from Bergen saw a boot in the ice (indirect)
Three crates of it, Jens Berg told a radio station last year, were sold at the market. | Jens Berg to a radio station when last year: Three crates of it, Jens Berg told a radio station last year, were sold at the market (indirect)
What was missing, Maria Lopez told the panel, was a fence. | Maria Lopez to the panel: What was missing, Maria Lopez told the panel, was a fence (indirect)
When asked about Globex, Maria Lopez said so. |
The boat, which, Maria Lopez says, was new, sank. |
In January, Maria Lopez said, the plant was closed. | Maria Lopez: In January, Maria Lopez said, the plant was closed (indirect)
# verbs that tell something only with “that”
The judge held that the police had lost the file. | The judge: the police had lost the file (indirect)
Maria Lopez accepted that the bridge was weak. | Maria Lopez: the bridge was weak (indirect)
Jens Berg agreed that he had been promised a job. | Jens Berg: he had been promised a job (indirect)
The union fears that the plant may be sold. | The union: the plant may be sold (indirect)
Maria Lopez agreed to sell the plant. |
The court held a hearing on Monday. |
Jens Berg feared the sea. |
Globex accepts that its boats were late. | Globex: its boats were late (indirect)
Engineers calculated that the dam would hold. | Engineers: the dam would hold (indirect)
The jury agreed that Jens Berg had lied. | The jury: Jens Berg had lied (indirect)
# what goes on behind the source
The plant had lent them money, said its head, Jens Berg, and had never refused any. | its head: The plant had lent them money, said its head, Jens Berg, and had never refused any (indirect)
She has bought a new van, Maria Lopez told reporters, and will be back on the pier at Easter. | Maria Lopez to reporters: She has bought a new van, Maria Lopez told reporters, and will be back on the pier at Easter (indirect)
Globex had not paid, Maria Lopez added, and left the room. | Maria Lopez: Globex had not paid (indirect)
Maria Lopez added that Globex had changed its agent in June and had warned the port twice. | Maria Lopez: Globex had changed its agent in June and had warned the port twice (indirect)
Maria Lopez said Globex had closed and called the claim a joke. | Maria Lopez: Globex had closed (indirect); Maria Lopez: called the claim a joke (called)
Maria Lopez says she did not know about it, and that Jens Berg told her to leave. | Maria Lopez: she did not know about it, and that Jens Berg told her to leave (indirect)
# one of several
One of them, Jens Berg, recalled that a plant had been promised. | Jens Berg: a plant had been promised (indirect)
One of the miners, Jens Berg, said the gate was open. | Jens Berg: the gate was open (indirect)
“We had no form for it,” said one of them, Maria Lopez, a teacher. | Maria Lopez: We had no form for it (direct)
One of them said the gate was open. |
“We had no form for it,” said one of them. | : We had no form for it (direct)
# what somebody calls something
Maria Lopez called the report a lie. | Maria Lopez: called the report a lie (called)
Jens Berg has called it a tax on the poor. | Jens Berg: called it a tax on the poor (called)
Maria Lopez described the road as unsafe. | Maria Lopez: described the road as unsafe (called)
The union dismissed that as an old story. | The union: dismissed that as an old story (called)
Doctors in Oslo described his state as stable. | Doctors: described his state as stable (called)
Maria Lopez called her boat Globex. |
The group calls itself Globex. |
Jens Berg was called a liar. |
Maria Lopez did not call the report a lie. |
# what stands behind the colon of an answer
Globex denied it: the roof had been mended in May. | Globex: the roof had been mended in May (answer)
The union disagrees: the roof is safe. | The union: the roof is safe (answer)
Norway gave another account: Danish boats had cut the nets. | Norway: Danish boats had cut the nets (answer)
Jens Berg rejected this: no boat had left the harbour. | Jens Berg: no boat had left the harbour (answer)
The firm’s lawyer called the story untrue: it was a rucksack. | The firm’s lawyer: called the story untrue (called); The firm’s lawyer: it was a rucksack (answer)
Globex disagrees: the roof is safe, said its lawyer, Jens Berg. | its lawyer: the roof is safe (indirect)
Maria Lopez rejected two ideas: a wall and a moat. |
Jens Berg has a different memory: one of them slept in the station. | Jens Berg: one of them slept in the station (answer)
An old writer was less shy: the mate, he contends, may have turned back. | he: the mate, he contends, may have turned back (indirect)
The plan was simple: the miners would leave at dawn. |
# a semicolon parts two tellings
The hall was empty, its owner says; one wall has cracks. | its owner: The hall was empty (indirect)
Sixty people were held, police say; the miners have counted eighty. | police: Sixty people were held (indirect)
# questions, and where the words are said
Maria Lopez told police what she saw. |
Maria Lopez asked who had paid. | Maria Lopez: who had paid (indirect)
Jens Berg wrote in a newspaper that he was ashamed. | Jens Berg: he was ashamed (indirect)
Maria Lopez told reporters that she had heard of it in June, when Globex asked for her file. | Maria Lopez to reporters: she had heard of it in June, when Globex asked for her file (indirect)
# nouns that speak
The defence says it was shut. | The defence: it was shut (indirect)
The first mate of the ferry testified that he had been told to sail. | The first mate: he had been told to sail (indirect)
A local headman said nothing was left of the load. | A local headman: nothing was left of the load (indirect)
Maria Lopez said the dogs are out. | Maria Lopez: the dogs are out (indirect)
Maria Lopez has never called the report a lie. |
Jens Berg denounced the vote as a fraud. | Jens Berg: denounced the vote as a fraud (called)
Maria Lopez characterised the talks as useful. | Maria Lopez: characterised the talks as useful (called)
# words in marks
Mayor Maria Lopez repeated her call for soldiers. Interior minister Jens Berg turned it down: “Soldiers cannot read a map.” | Jens Berg: Soldiers cannot read a map. (direct)
He is no suspect “at this point,” said Sgt. Maria Lopez of the Oslo police. | Maria Lopez: He is no suspect “at this point,” (indirect)
“Innocent people take leave all the time,” said Coun. Maria Lopez, who lost in May. | Maria Lopez: Innocent people take leave all the time (direct)
The driver, who, according to Jens Berg, “had merely run out of tobacco”, left. | Jens Berg: had merely run out of tobacco (direct)
Jens Berg came. Will he win? “Ask me when the box turns up.” | he: Ask me when the box turns up. (direct)
Maria Lopez said the plant had been shut and called the claim “a bag of parking-lot gossip”. | Maria Lopez: the plant had been shut (indirect); Maria Lopez: a bag of parking-lot gossip (direct)
Norwegian, Danish leaders vow to share river, delay pact |
Jens Berg pleaded not guilty to charges that he took money from Globex. |
Maria Lopez said one boat had been sent to Bergen, but denied that this had cost a life. | Maria Lopez: one boat had been sent to Bergen (indirect); Maria Lopez: denied that this had cost a life (denied)
# questions and requests are no claims, but for what they ask
Maria Lopez asked whether Globex had closed. |
Maria Lopez asked that her name not be used. |
Maria Lopez asked why Globex had closed. | Maria Lopez: why Globex had closed (indirect)
Maria Lopez asked if she could go. |
Maria Lopez does not know whether Globex had closed. |
Maria Lopez said that Globex would ask whether it was late. | Maria Lopez: Globex would ask whether it was late (indirect)
# texts, and who made them
“The presidents note the progress with joy,” said a joint statement read out by a protocol officer. | a joint statement: The presidents note the progress with joy (direct)
A report seen by Globex said the mine was safe. | A report: the mine was safe (indirect)
A letter written by Jens Berg said the mine was safe. | Jens Berg: the mine was safe (indirect)
“One band, one hall, no windows,” Jens Berg, who is a clerk, told Radio Lima. | Jens Berg to Radio Lima: One band, one hall, no windows (direct)
# a “that” which the tagger takes for a word of the clause
The miners were told by the owner that the shaft was safe. | the owner: the shaft was safe (indirect)
Jens Berg said in Oslo that traces of the oil had been found. | Jens Berg: traces of the oil had been found (indirect)
She was told by a guard that visits would not be possible. | a guard: visits would not be possible (indirect)
He was told by the bank that his card had already been used in Lima. | the bank: his card had already been used in Lima (indirect)
Maria Lopez was assured by the firm that nothing was missing. | the firm: nothing was missing (indirect)
The family was told by doctors that he would not walk again. | doctors: he would not walk again (indirect)
Jens Berg said in Lima that pieces of the wing had been found at sea. | Jens Berg: pieces of the wing had been found at sea (indirect)
Drivers were warned by police that the pass was closed. | police: the pass was closed (indirect)
Maria Lopez was told that the clinic had closed. |
# what is said of the noun before it
He wrote a novel which his cousins say was copied from an old diary. | his cousins: was copied from an old diary (indirect)
The firm sold a boat that the police say had been stolen in Lima. | the police: had been stolen in Lima (indirect)
They ended the pact, which Globex says it had been promised in writing. | Globex: it had been promised in writing (indirect)
He bought a house that the neighbours say was built on sand. | the neighbours: was built on sand (indirect)
Maria Lopez lost her badge, which Globex says should have been returned in May. | Globex: should have been returned in May (indirect)
The firm uses an oil that doctors say can harm the lungs. | doctors: can harm the lungs (indirect)
The army shelled a school that it said had been empty since May. | it: had been empty since May (indirect)
Jens Berg drove a van which the prosecutor said belonged to Globex. | the prosecutor: belonged to Globex (indirect)
She wrote down what the police said. |
# according to somebody, behind a relative pronoun or “and”
The dinner is in Oslo, where, according to the court, the queen will speak in Danish. | the court: the queen will speak in Danish (indirect)
She hurt a shoulder in that match and, according to her doctor, may miss the final. | her doctor: may miss the final (indirect)
The ship left Lima in May and, according to the navy, was never seen again. | the navy: was never seen again (indirect)
He will give a dinner at which, according to Globex, the prize will be awarded. | Globex: the prize will be awarded (indirect)
The talks opened in May but, according to Jens Berg, had failed by June. | Jens Berg: had failed by June (indirect)
The mine, which according to Globex is the deepest in Norway, was sold. | Globex: is the deepest in Norway (indirect)
# what is still said behind a tag
The road was closed, Maria Lopez said, because the bridge had been damaged. | Maria Lopez: The road was closed, Maria Lopez said, because the bridge had been damaged (indirect)
The talks could fail, the mayor conceded, if the firm leaves. | the mayor: The talks could fail, the mayor conceded, if the firm leaves (indirect)
The vote was fair, Jens Berg added, although two boxes had been lost. | Jens Berg: The vote was fair (indirect)
The mine would close, Globex said, unless the state paid. | Globex: The mine would close (indirect)
The boat had no lights, police said, though it had left after dark. | police: The boat had no lights (indirect)
He would appeal, Jens Berg said, but would pay the fine. | Jens Berg: He would appeal, Jens Berg said, but would pay the fine (indirect)
The mine is safe, Jens Berg said, before he left for Oslo. | Jens Berg: The mine is safe (indirect)
# a subject of what is said that is read as an object
Norwegian officials have warned the crisis is far from over. | Norwegian officials: the crisis is far from over (indirect)
The minister warned the strike could last until May. | The minister: the strike could last until May (indirect)
Doctors warned the drug may harm children. | Doctors: the drug may harm children (indirect)
The union warned the plant would close. | The union: the plant would close (indirect)
Globex told the miners to leave. |
# words right behind a verb that calls something so
The race was stopped after what the union called “an accident announced a year in advance”. | the union: an accident announced a year in advance (direct)
Globex lost the suit, which its head called “a gift to all the thieves of Norway”. | its head: a gift to all the thieves of Norway (direct)
The league banned what its doctor described as “a drug for horses and for fools”. | its doctor: a drug for horses and for fools (direct)
# a clause of the reporter around words in marks
His lawyer, Maria Lopez, said he “has been made to pay for a roof that everybody knew was rotten.” | His lawyer: he “has been made to pay for a roof that everybody knew was rotten.” (indirect); His lawyer: has been made to pay for a roof that everybody knew was rotten. (direct)
Jens Berg wrote that it was “a long and bitter day for the miners.” | Jens Berg: it was “a long and bitter day for the miners.” (indirect); Jens Berg: a long and bitter day for the miners. (direct)
Maria Lopez said Globex “never once asked us what we needed.” | Maria Lopez: Globex “never once asked us what we needed.” (indirect); Maria Lopez: never once asked us what we needed. (direct)
The mayor said the town was “on its own.” | The mayor: the town was “on its own.” (indirect)
# words that a headline quotes before the text does; ¶ ends a paragraph
‘He was bringing me soup’: mother wants an inquiry¶“He was bringing me soup, as he always did,” said Maria Lopez. | Maria Lopez: He was bringing me soup (repeated); Maria Lopez: He was bringing me soup, as he always did (direct)
Miners ‘were never told of the gas’¶“They were never told of the gas,” said Jens Berg. | Jens Berg: were never told of the gas (repeated); Jens Berg: They were never told of the gas (direct)
‘He was bringing me soup’: mother wants an inquiry¶“He was bringing me tea, as he always did,” said Maria Lopez. | Maria Lopez: He was bringing me tea, as he always did (direct)
# “it” for a text of which the sentence before tells: who made it speaks
The ministry issued a statement. “We did not close the mine,” it read. | The ministry: We did not close the mine (direct)
The miners wrote a letter to the king. “We have had no bread since May,” it said. | The miners: We have had no bread since May (direct)
Maria Lopez sent a message to her sons. “Do not come home before Sunday,” it read. | Maria Lopez: Do not come home before Sunday (direct)
A statement by the ministry was read out at noon. It said: “The mine will open again in May.” | the ministry: The mine will open again in May. (direct)
Jens Berg posted a note on the gate. “There is no work here any more,” it said. | Jens Berg: There is no work here any more (direct)
The police released a statement on Monday. “Nobody was hurt in the fire,” it read. | The police: Nobody was hurt in the fire (direct)
A letter from Maria Lopez was found in the house. “I shall not be back,” it said. | Maria Lopez: I shall not be back (direct)
The court published a report in June. “The dam was never safe,” it concluded. | The court: The dam was never safe (direct)
The union submitted a complaint. “Our members were not paid for a year,” it said. | The union: Our members were not paid for a year (direct)
A note lay on the table. “There is no work here any more,” it said. | it: There is no work here any more (direct)
Globex sold the mine. “We have had no bread since May,” it said. | it: We have had no bread since May (direct)
The ministry issued a statement.¶“We did not close the mine,” it read. | it: We did not close the mine (direct)
# an age or a nationality that means the person of the sentence before
Jens Berg lost in two sets. “I have never played as badly as that,” the Norwegian said. | Jens Berg: I have never played as badly as that (direct)
Maria Lopez left the court in tears. “I will be back in the spring,” said the Spaniard. | Maria Lopez: I will be back in the spring (direct)
Jens Berg won again. “My knee held, and so did my nerve,” joked the 33-year-old. | Jens Berg: My knee held, and so did my nerve (direct)
Maria Lopez ran ahead all day. “The wind did the work for me,” said the 29-year-old. | Maria Lopez: The wind did the work for me (direct)
Jens Berg took the bronze. “I would rather have had the gold,” the Dane said. | Jens Berg: I would rather have had the gold (direct)
Jens Berg waved to the crowd. “It was for my father,” the 40-year-old said. | Jens Berg: It was for my father (direct)
Maria Lopez was less sure. “Ask me again in the morning,” the Argentine said. | Maria Lopez: Ask me again in the morning (direct)
Jens Berg smiled. “Nobody had told me the rules,” the Swede added. | Jens Berg: Nobody had told me the rules (direct)
“My knee held, and so did my nerve,” joked the 33-year-old. | : My knee held, and so did my nerve (direct)
The Netherlands lost. “We will play better next year,” the Netherlands said. | Netherlands: We will play better next year (direct)
# a comma behind the marks leads on to who speaks
“They were read twice,” said Jens Berg, as quoted by Radio Lima. “They will be burnt in May”, he added. | Jens Berg: They were read twice (direct); he: They will be burnt in May (direct)
Jens Berg called it a joke. “The mine was never closed”, said Maria Lopez. | Jens Berg: called it a joke (called); Maria Lopez: The mine was never closed (direct)
Globex denied that it knew. “Nobody asked us about it”, Maria Lopez said. | Globex: denied that it knew (denied); Maria Lopez: Nobody asked us about it (direct)
Jens Berg said no. "The road is open to all", Maria Lopez told reporters. | Maria Lopez to reporters: The road is open to all (direct)
# a name that only says which somebody speaks
One Labour MP texts us: “If we lose this the boss can join the donkeys.” |
A Globex engineer told us: “The dam was never safe, and they knew.” | A Globex engineer to us: The dam was never safe, and they knew. (direct)
One Globex driver told Maria Lopez: “The brakes were never looked at.” | One Globex driver to Maria Lopez: The brakes were never looked at. (direct)
Asked by Jens Berg, one Globex clerk replied: “The files were burnt in May.” | one Globex clerk: The files were burnt in May. (direct)
A Norwegian sailor wrote to Maria Lopez: “The sea was black with oil.” | A Norwegian sailor to Maria Lopez: The sea was black with oil. (direct)
# words in marks in reported speech, or right behind it
Maria Lopez thinks a buyer may be found, “if not for the mine, then for the miners”. | Maria Lopez: a buyer may be found, “if not for the mine, then for the miners” (indirect); Maria Lopez: if not for the mine, then for the miners (direct)
Maria Lopez told reporters that the mine would close, “today if it were up to me”. | Maria Lopez to reporters when today: the mine would close (indirect); Maria Lopez to reporters when today: today if it were up to me (direct)
Jens Berg said the plant had been built in a hurry, “by people who did not know the sea”. | Jens Berg: the plant had been built in a hurry, “by people who did not know the sea” (indirect); Jens Berg: by people who did not know the sea (direct)
Maria Lopez said her return shows people in Lima that “there is some light at the end of the tunnel.” | Maria Lopez: her return shows people in Lima that “there is some light at the end of the tunnel.” (indirect); Maria Lopez: there is some light at the end of the tunnel. (direct)
According to Jens Berg, he had never “looked down on any miner in this town”. | Jens Berg: he had never “looked down on any miner in this town” (indirect); Jens Berg: looked down on any miner in this town (direct)
The report found that the guards, “who had been awake for two days”, left the gate open. | The report: the guards, “who had been awake for two days”, left the gate open (indirect); The report: who had been awake for two days (direct)
Jens Berg said the money went to a fund that nobody had heard of “until the day it was empty”. | Jens Berg: the money went to a fund that nobody had heard of “until the day it was empty” (indirect); Jens Berg: until the day it was empty (direct)
Jens Berg said the plant was “safe”. | Jens Berg: the plant was “safe” (indirect)
The mine closed in May, “for the sake of the children”. |
The plant, Jens Berg said, was built in a hurry, and a sign said “no more than ten men at once”. | Jens Berg: The plant, Jens Berg said, was built in a hurry, and a sign said “no more than ten men at once” (indirect)
# a phrase before the marks that says whose words they are
Jens Berg is, in the words of his coach, “the best thing that ever happened to this club”. | his coach: the best thing that ever happened to this club (direct)
The mine was, in the words of Maria Lopez, “a hole with a flag on top”. | Maria Lopez: a hole with a flag on top (direct)
It was, as Maria Lopez put it, “the end of a long and happy lie”. | Maria Lopez: the end of a long and happy lie (direct)
The vote was, in Jens Berg's words, “a gift to all the thieves of Norway”. | Jens Berg: a gift to all the thieves of Norway (direct)
The strike was, in the phrase of the mayor, “a war of all against the ferry”. | the mayor: a war of all against the ferry (direct)
It is, as the miners say, “a long way down and a longer way up”. | the miners: a long way down and a longer way up (direct)
The bill is, in the words of its author, “a fence without a gate”. | its author: a fence without a gate (direct)
The ship was, as its captain wrote, “a coffin with two funnels on it”. | its captain: a coffin with two funnels on it (direct)
Globex was, in the words of a rival, “the laziest giant of the north”. | a rival: the laziest giant of the north (direct)
In Oslo, “the end of a long and happy lie” was on all the walls. |
# words in marks whose subject stands before them, and is not who speaks
Anna Lund said some of the letters had been “altered by whoever stole them,” but would not say which. | Anna Lund: some of the letters had been “altered by whoever stole them,” but would not say which (indirect); Anna Lund: altered by whoever stole them (direct)
Maria Lopez said the mayor had “lied to every miner in this town”, but would not say when. | Maria Lopez: the mayor had “lied to every miner in this town”, but would not say when (indirect); Maria Lopez: lied to every miner in this town (direct)
Jens Berg wrote that Globex “never once paid its taxes in Norway” and left. | Jens Berg: Globex “never once paid its taxes in Norway” and left (indirect); Jens Berg: never once paid its taxes in Norway (direct)
He “does not expect to win any of them”, Maria Lopez said. | Maria Lopez: He “does not expect to win any of them” (indirect); Maria Lopez: does not expect to win any of them (direct)
Jens Berg told the court he “had never seen so much money in one room”. | Jens Berg to the court: he “had never seen so much money in one room” (indirect); Jens Berg to the court: had never seen so much money in one room (direct)
Globex says it “has done nothing that others do not do”. | Globex: it “has done nothing that others do not do” (indirect); Globex: has done nothing that others do not do (direct)
In a letter seen by this newspaper, its head, Maria Lopez, wrote that the regulator “does not expect to open a second inquiry”. | its head: the regulator “does not expect to open a second inquiry” (indirect); its head: does not expect to open a second inquiry (direct)
Maria Lopez told the panel the guards had “slept through the whole of the night”, but did not say how she knew. | Maria Lopez to the panel: the guards had “slept through the whole of the night”, but did not say how she knew (indirect); Maria Lopez to the panel: slept through the whole of the night (direct)
The union said the owners “knew for years and told nobody at all”. | The union: knew for years and told nobody at all (direct)
Jens Berg said the boat “told its own story to those who looked”. | Jens Berg: the boat “told its own story to those who looked” (indirect); Jens Berg: told its own story to those who looked (direct)
"""


@pytest.mark.parametrize(("text", "expected"), rows(SAID))
def test_a_frame_of_speech_shows_who_says_what(text: str, expected: str) -> None:
    assert "; ".join(quotation(quote) for quote in read(text.replace("¶", "\n\n"))[1]) == expected
