"""How a claim is put: who answers for it, how far it stands, and whether it is told to be over."""

import pytest
from relation_samples import put, read, rows

PUT = """
Maria Lopez said that Jens Berg had founded Globex. | found | Reported by Maria Lopez
According to Maria Lopez, Jens Berg founded Globex. | found | Reported by Maria Lopez
Jens Berg founded Globex, according to Maria Lopez. | found | Reported by Maria Lopez
According to Maria Lopez, who founded Globex, Jens Berg left. | found | Asserted
Jens Berg founded Globex, similar to Maria Lopez. | found | Asserted
Maria Lopez denied that Jens Berg had founded Globex. | found | Denied by Maria Lopez
Jens Berg founded Globex; Maria Lopez denies that he left. | found | Asserted
Maria Lopez accused Jens Berg of robbing Globex. | rob | Reported by Maria Lopez
Jens Berg was accused of robbing Globex. | rob | Possible
Jens Berg is said to have robbed Globex. | rob | Reported
An earlier version of this article said that Jens Berg had founded Globex. | found | Denied
A previous version of this story incorrectly stated that Jens Berg founded Globex. | found | Denied
This article originally said that Jens Berg founded Globex. | found | Denied
The caption wrongly said that Jens Berg founded Globex. | found | Denied
A report on Monday mistakenly said that Jens Berg had founded Globex. | found | Denied
This article was amended because an earlier version said that Jens Berg founded Globex. | found | Denied
Our story erroneously reported that Jens Berg founded Globex. | found | Denied
Maria Lopez falsely claimed that Jens Berg founded Globex. | found | Denied
The original headline said Jens Berg founded Globex. | found | Denied
The article said that Jens Berg founded Globex. | found | Reported by The article
Maria Lopez promised to publish the film. | publish | Planned by Maria Lopez
Globex pledged to sell the boats in May. | sell | Planned by Globex
Maria Lopez asked the court to free Jens Berg. | free | Planned by Maria Lopez
The union called on Globex to reopen the mine. | reopen | Planned by The union
The union urged Maria Lopez to meet Jens Berg. | meet | Planned by The union
Maria Lopez wants to turn the mine into a hotel. | turn | Planned
Norway wants the fence put back. | put | Possible by Norway
Globex demanded that Jens Berg be reinstated. | reinstate | Planned by Globex
Maria Lopez disputed that Globex had ever received a letter. | receive | Denied by Maria Lopez
Jens Berg confessed to blowing up nine banks. | blow up | Reported by Jens Berg
Jens Berg admitted robbing Globex. | rob | Reported by Jens Berg
According to the indictment, Jens Berg paid two men. | pay | Reported by the indictment
According to the owner, Jens Berg, the boat sank. | sink | Reported by the owner
According to one of them, Jens Berg fled. | flee | Reported
The court held that Globex had hidden the file. | hide | Reported by The court
Two clerks sold 30 passports to a gang, a prosecutor told the Oslo High Court on Monday. | sell | Reported by a prosecutor
Three crates of it, Maria Lopez told a radio station last year, were sold at the market. | sell | Reported by Maria Lopez
Norway gave another account: Danish boats had cut the nets. | cut | Reported by Norway
Jens Berg leaves Globex on March 5. | leave | Planned
Jens Berg left Globex on February 5. | leave | Asserted
Jens Berg left Globex, Maria Lopez denies. | leave | Denied by Maria Lopez
Maria Lopez believes that Jens Berg founded Globex. | found | Possible by Maria Lopez
Maria Lopez was told by Anna Lund that Jens Berg had founded Globex. | found | Reported by Anna Lund
Maria Lopez said Jens Berg had not founded Globex. | found | Denied by Maria Lopez
Maria Lopez sang and said that Jens Berg had founded Globex. | found | Reported by Maria Lopez
Maria Lopez said that she knew that Jens Berg had founded Globex. | found | Reported by Maria Lopez
Maria Lopez knew that Jens Berg had founded Globex. | found | Asserted
“Jens Berg founded Globex in Oslo,” said Maria Lopez. | found | Reported by Maria Lopez
“Jens Berg founded Globex in Oslo,” said Maria Lopez. Initech was founded by Anna Lund. | found | Reported by Maria Lopez; Asserted
“Globex founder Jens Berg left Oslo,” said Maria Lopez. | founder | Reported by Maria Lopez
Globex founder Jens Berg left Oslo, said Maria Lopez. | founder | Asserted
It was said that Jens Berg had founded Globex. | found | Reported
Officials said that Jens Berg had founded Globex. | found | Reported by Officials
Maria Lopez praised the acquisition of Globex. | acquisition | Asserted
Maria Lopez said the acquisition of Globex would fail. | acquisition | Possible by Maria Lopez
The acquisition of Globex failed, Maria Lopez said. | acquisition | Reported by Maria Lopez
“The acquisition of Globex failed again,” said Maria Lopez. | acquisition | Reported by Maria Lopez
Globex made no apology to Maria Lopez. | apology | Denied
Globex may make an apology to Maria Lopez. | apology | Possible
Globex did not seek a merger with Initech. | merger | Denied
Jens Berg left after the merger of Globex, Maria Lopez said. | merger | Asserted
Maria Lopez said Jens Berg is the founder of Globex. | founder | Reported by Maria Lopez
Jens Berg is not the founder of Globex. | founder | Denied
Jens Berg, former chairman of Globex, left. | chairman | Asserted, ended
Jens Berg, former founder and chairman of Globex, left. | chairman | Asserted, ended
Jens Berg, chairman of Globex, left. | chairman | Asserted
Jens Berg resigned as chairman of Globex. | chairman | Asserted, ended
Jens Berg worked as chairman of Globex. | chairman | Asserted, ended
Jens Berg is a former chairman of Globex. | chairman | Asserted, ended
Maria Lopez said Norway shares a border with Sweden. | kg:borders | Reported by Maria Lopez
Maria Lopez said that Jens Berg was the “Engine” of the team. | schema:alternateName | Reported by Maria Lopez
“Jens Berg (born 12 May 1920) left Oslo,” said Maria Lopez. | schema:birthDate | Reported by Maria Lopez
“Jens Berg, 44, left Oslo again,” said Maria Lopez. | kg:age | Reported by Maria Lopez
Maria Lopez said that Norway will attack Boko Haram. | kg:opponent | Reported by Maria Lopez
Norway will attack Boko Haram. | kg:opponent | Asserted
“Norway will attack Boko Haram soon,” said Maria Lopez. | kg:opponent | Reported by Maria Lopez
Maria Lopez said that Norway supports Sweden. | kg:ally | Reported by Maria Lopez
“Maria Lopez, deputy director, Globex Institute, left,” said Jens Berg. | deputy director | Reported by Jens Berg
“The students of Globex University met,” said Jens Berg. | schema:memberOf | Reported by Jens Berg
Jens Berg founded Globex in May; Maria Lopez said that Initech had closed. | found | Asserted
Maria Lopez said that Initech had closed; Jens Berg founded Globex in May. | found | Asserted
The mine was flooded, Maria Lopez said; the army closed the road to Lima. | close | Asserted
Maria Lopez said that Jens Berg, who founded Globex in May, had left Oslo. | found | Asserted
Maria Lopez said that the man who founded Globex had left Oslo. | found | Reported by Maria Lopez
Jens Berg, a banker appointed by Globex, will resign, Maria Lopez said. | appoint | Asserted
Maria Lopez said the ferry, built in Oslo, had sunk off Lima. | build | Asserted
Maria Lopez would not say whether Jens Berg had founded Globex. | found | Possible
Maria Lopez declined to say whether Jens Berg had founded Globex. | found | Possible
Jens Berg, she said, had sold Globex. | sell | Reported by she
Globex, she insisted, had sold the mine and had paid the miners. | pay | Reported by she
Globex had sold the mine, she added. | sell | Reported by she
The talks could collapse, Maria Lopez conceded, if Globex closes the mine. | close | Possible by Maria Lopez
Maria Lopez said afterwards that Jens Berg had left Oslo. | leave | Reported by Maria Lopez
Maria Lopez told a news conference the army had closed the road. | close | Reported by Maria Lopez
Maria Lopez denied having founded Globex. | found | Denied by Maria Lopez
Maria Lopez denies having met Jens Berg. | meet | Denied by Maria Lopez
Maria Lopez denied a report that Jens Berg had sold Globex. | sell | Denied by Maria Lopez
Maria Lopez dismissed claims that Jens Berg had sold Globex. | sell | Denied by Maria Lopez
Maria Lopez repeated the claim by Jens Berg that Initech had sold the mine. | sell | Possible by Jens Berg
Maria Lopez recommended that the mine be closed. | close | Planned by Maria Lopez
Maria Lopez threatened to close the mine. | close | Planned by Maria Lopez
Maria Lopez hopes to reopen the mine in May. | reopen | Planned by Maria Lopez
Maria Lopez expects Jens Berg to leave Oslo. | leave | Planned by Maria Lopez
Jens Berg is expected to leave Oslo. | leave | Planned
Maria Lopez plans to leave Oslo. | leave | Planned
Maria Lopez called on Jens Berg to leave Oslo. | leave | Planned by Maria Lopez
Maria Lopez accused Jens Berg of having sold the mine. | sell | Reported by Maria Lopez
Jens Berg was accused by Maria Lopez of selling the mine. | sell | Possible by Maria Lopez
Maria Lopez called for an investigation by the army. | investigation | Possible by Maria Lopez
Maria Lopez demanded an investigation by the army. | investigation | Possible by Maria Lopez
Maria Lopez promised an investigation by the army. | investigation | Possible by Maria Lopez
Maria Lopez welcomed an investigation by the army. | investigation | Asserted
Globex said its own tests were clean, and that it had not been warned. | warn | Denied by Globex
Maria Lopez said the plant was safe, built by Globex in 1990, and that Jens Berg had inspected it. | inspect | Reported by Maria Lopez
An activist, Anna Lund, jailed in May for filming a mill, may be released this month, her lawyer said. | release | Possible by her lawyer
Maria Lopez expressed regret and said her firm would compensate the families; Jens Berg thanked her. | compensate | Possible by Maria Lopez
Two years ago, Maria Lopez pointed out, a German rival had paid twice as much for a smaller harbour. | pay | Reported by Maria Lopez
The witness said that the boat, owned by Globex, was old, and that Jens Berg had sold it twice. | sell | Reported by The witness
Police said the fire began in a shed, used by squatters, and that two men had fled. | flee | Reported by Police
Maria Lopez told the court the file, kept in a safe, was hers, and that Globex had copied it. | copy | Reported by Maria Lopez
The report said the dam was weak, as all of them are, and that Globex had hidden it. | hide | Reported by The report
The defendant testified that the stick was a backup, made on the orders of the owner, and that it had been stolen from his car. | steal | Reported by The defendant
Maria Lopez said that Globex, which Jens Berg founded, was bankrupt. | found | Asserted
Globex had closed, Maria Lopez said; the police had fled. | flee | Asserted
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(PUT))
def test_a_claim_is_put_as_its_clause_and_its_speaker_put_it(
    text: str, predicate: str, expected: str
) -> None:
    told = [put(claim) for claim in read(text)[0] if claim.predicate == predicate]
    assert "; ".join(dict.fromkeys(told)) == expected
