"""Who and what fills the roles around a noun, also one of a happening: rows as in test_roles.py."""

import pytest
from relation_samples import rows, told

NOUNS = """
Globex founder Maria Lopez resigned. | founder | subject=Maria Lopez, of=Globex
The founder of Globex resigned. | founder | subject=The founder, of=Globex
The founder of Globex, Maria Lopez, resigned. | founder | subject=The founder, of=Globex
Maria Lopez, founder and chairman of Globex, resigned. | founder | subject=Maria Lopez, of=Globex
Maria Lopez, founder and chairman of Globex, resigned. | chairman | subject=Maria Lopez, of=Globex
Maria Lopez, Globex founder and chairman, resigned. | chairman | subject=Maria Lopez, of=Globex
Maria Lopez, Globex's founder and owner of Initech, resigned. | owner | subject=Maria Lopez, of=Globex, of=Initech
Maria Lopez, Globex's founder and owner, resigned. | owner | subject=Maria Lopez, of=Globex
Maria Lopez, Norwegian founder and owner of Initech, resigned. | owner | subject=Maria Lopez, of=Norwegian, of=Initech
Maria Lopez is a professor of physics at Oslo University. | professor | subject=Maria Lopez, at=Oslo University
Maria Lopez became chair of Globex in 1990. | chair | subject=Maria Lopez, of=Globex, when=1990
Maria Lopez remained chair of Globex. | chair | subject=Maria Lopez, of=Globex
Maria Lopez met the chair of Globex. | chair | subject=the chair, of=Globex
Maria Lopez was elected chair of Globex. | chair | subject=Maria Lopez, of=Globex
Maria Lopez was appointed as chair of Globex. | chair | subject=Maria Lopez, of=Globex
Globex appointed Maria Lopez as chair. | chair | subject=Maria Lopez
Maria Lopez joined Globex as chair. | chair | subject=Maria Lopez, of=Globex
Maria Lopez served as chair of Globex. | chair | subject=Maria Lopez, of=Globex
Maria Lopez resigned as chair of Globex. | chair | subject=Maria Lopez, of=Globex
Maria Lopez began her career as a cook at Globex. | cook | subject=Maria Lopez, at=Globex
Jens Berg praised her role as chair of Globex. | chair | subject=her, of=Globex
Maria Lopez left the post of chair of Globex. | chair | of=Globex; subject=Maria Lopez, of=Globex
Maria Lopez left the house of the chair of Globex. | chair | subject=the chair, of=Globex
Maria Lopez is one of the founders of Globex. | founder | subject=Maria Lopez, of=Globex
Maria Lopez met one of the founders of Globex. | founder | subject=the founders, of=Globex
A native of Oslo, Maria Lopez moved to Paris. | native | of=Oslo; subject=Maria Lopez, of=Oslo
A subsidiary of shipbuilder Globex, Initech makes boats. | subsidiary | subject=Initech, of=Globex
The chair of Globex is Maria Lopez. | chair | subject=Maria Lopez, of=Globex
The chair of Globex has Maria Lopez. | chair | subject=The chair, of=Globex
Globex was founded by Maria Lopez, president. | president | subject=Maria Lopez, of=Globex
Globex was visited by Maria Lopez, president. | president | subject=Maria Lopez
Jens Berg met his daughter Anna Berg. | daughter | subject=Anna Berg, of=his
Jens Berg met his wife, Anna Berg, and their son, Tom Berg. | son | subject=Tom Berg, of=their, of=his, of=Anna Berg
Jens Berg met his wife, Anna Berg, and their son, Tom Berg. | wife | subject=Anna Berg, of=his
Jens Berg met his wife, Anna Berg, and her son, Tom Berg. | son | subject=Tom Berg, of=her
Jens Berg has three children, Max, Tom and Lisa. | child | subject=Max, subject=Tom, subject=Lisa, of=Jens Berg
Jens Berg has a son and two daughters. | daughter | subject=two daughters, of=Jens Berg
Jens Berg met a son and two daughters. | daughter | subject=two daughters
Jens Berg has a daughter, Anna Berg. | daughter | subject=Anna Berg, of=Jens Berg
Jens Berg raised a daughter, Anna Berg. | daughter | subject=Anna Berg, of=Jens Berg
Jens Berg sold a daughter, Anna Berg. | daughter | subject=Anna Berg
Tom Berg, the son of Anna Lund and Max Berg, left. | son | subject=Tom Berg, of=Anna Lund, of=Max Berg
He was born in Oslo, the son of Albert Lund. | son | subject=He, of=Albert Lund
Jens Berg left with his sons Max (12) and Tom. | son | subject=Max, subject=Tom, of=his
Jens Berg left with his sons Max, 12, and Tom, 9. | son | subject=Max, subject=Tom, of=his
Jens Berg left with his son Max, Tom and Lisa. | son | subject=Max, of=his
Jens Berg left with his wife Anna Berg of Oslo. | wife | subject=Anna Berg, of=his
Jens Berg's wife, Anna Berg of Oslo, left. | wife | subject=Anna Berg, of=Jens Berg
Jens Berg's widow, Anna Berg, left. | widow | subject=Anna Berg, of=Jens Berg
Globex's Dutch rival, Initech Group, closed. | rival | subject=Initech Group, of=Globex
Globex's Dutch owner, Initech Group, closed. | owner | subject=Initech Group, of=Globex, of=Dutch
Dutch rival Initech Group closed. | rival | subject=Initech Group
Dutch owner Initech Group closed. | owner | subject=Initech Group, of=Dutch
In Turkey President Jens Berg praised Maria Lopez. | president | subject=Jens Berg
Yesterday Turkey President Jens Berg praised Maria Lopez. | president | subject=Jens Berg, of=Turkey
Globex executive vice chairman Jens Berg left. | executive vice chairman | subject=Jens Berg, of=Globex
Globex CEO Jens Berg left. | ceo | subject=Jens Berg, of=Globex
Globex's chief executive, Jens Berg, left. | chief executive | subject=Jens Berg, of=Globex
Globex's angry executive, Jens Berg, left. | executive | subject=Jens Berg, of=Globex
Globex sales manager Jens Berg left. | sales manager | subject=Jens Berg, of=Globex
Jens Berg, sales manager at Globex, left. | sales manager | subject=Jens Berg, at=Globex
Jens Berg, a Globex sales manager, left. | sales manager | subject=Jens Berg, of=Globex
The Norwegian minister for trade, Jens Berg, left. | minister | subject=Jens Berg, of=Norwegian
Jens Berg, a member of parliament since 1990, left. | member | subject=Jens Berg, of=parliament, when=since 1990
Jens Berg and Maria Lopez are founders of Globex. | founder | subject=Jens Berg, subject=Maria Lopez, of=Globex
Jens Berg is not the founder of Globex. | founder | subject=Jens Berg, of=Globex
The owner of Globex, Jens Berg and Paul Lund, left. | owner | subject=Jens Berg, of=Globex
Two owners, Jens Berg and Paul Lund, left. | owner | subject=Jens Berg, subject=Paul Lund
The owners, Jens Berg and Paul Lund, left. | owner | subject=Jens Berg, subject=Paul Lund
The owner, Jens Berg, and Paul Lund left. | owner | subject=Jens Berg
Maria Lopez became its chair at Globex with Jens Berg in Oslo. | chair | subject=Maria Lopez, of=its, at=Globex, with=Jens Berg
Maria Lopez was chair of Globex for two years. | chair | subject=Maria Lopez, of=Globex
Maria Lopez worked for Initech as chair. | chair | subject=Maria Lopez, for=Initech
Maria Lopez works at Globex as a cook. | cook | subject=Maria Lopez, at=Globex
Maria Lopez was hired by Globex as a cook. | cook | subject=Maria Lopez
Globex hired Maria Lopez as a cook. | cook | subject=Maria Lopez
Globex hired Maria Lopez and Jens Berg as cooks. | cook | subject=Maria Lopez, subject=Jens Berg
Globex called Maria Lopez the owner of Initech. | owner | subject=Maria Lopez, of=Initech
Globex, a subsidiary of Initech, was named partner of Umbrella. | partner | subject=Globex, of=Umbrella
Maria Lopez, named chair of Globex, left. | chair | subject=Maria Lopez, of=Globex
Maria Lopez, appointed as chair of Globex, left. | chair | subject=Maria Lopez, of=Globex
Her job as chair of Globex ended. | chair | subject=Her, of=Globex
An engineer at Globex, Maria Lopez moved to Paris. | engineer | subject=Maria Lopez, at=Globex
An engineer at shipbuilder Globex, Maria Lopez moved to Paris. | engineer | subject=Maria Lopez, at=Globex
The subsidiary of shipbuilder Globex, Initech makes boats. | subsidiary | subject=Initech, of=Globex
A subsidiary of shipbuilder Globex, Initech, makes boats. | subsidiary | subject=A subsidiary, of=Globex
She is one of the richest owners of Globex. | owner | subject=She, of=Globex
Maria Lopez is the daughter of Anna Lund. | daughter | subject=Maria Lopez, of=Anna Lund
Maria Lopez, daughter of Anna Lund, left. | daughter | subject=Maria Lopez, of=Anna Lund
Maria Lopez, the daughter of Anna Lund and Max Berg, left. | daughter | subject=Maria Lopez, of=Anna Lund, of=Max Berg
Maria Lopez is survived by two sons, Max and Tom. | son | subject=Max, subject=Tom
Maria Lopez is survived by her son, Max, and her sister, Anna Lund. | sister | subject=Anna Lund, of=her
Maria Lopez raised two sons (Max and Tom). | son | subject=Max, subject=Tom, of=Maria Lopez
Maria Lopez left with her son – Max Lund – in May. | son | subject=Max Lund, of=her
Maria Lopez left with her son, Max Lund of Globex, in May. | son | subject=Max Lund, of=her
Maria Lopez left with two sons – Max and Tom Lund. | son | subject=Max, subject=Tom Lund
His wife Anna Lund and their son Max left Oslo. | son | subject=Max, of=their, of=His, of=Anna Lund
The wife left Anna Lund, and their son Max left Oslo. | son | subject=Max, of=their
Anna Lund's husband, Tom Lund, and their daughters, Max and Lisa, left. | daughter | subject=Max, subject=Lisa, of=their, of=Anna Lund, of=Tom Lund
They adopted a son, Max. | son | subject=Max, of=They
They welcomed a son. | son | subject=a son, of=They
They met a son. | son | subject=a son
Jens Berg fathered two sons and a daughter. | daughter | subject=a daughter, of=Jens Berg
The wedding of Maria Lopez in May pleased Globex. | wedding | of=Maria Lopez, when=May
Maria Lopez, mayor of Oslo from 1990 to 1995, left. | mayor | subject=Maria Lopez, of=Oslo
Maria Lopez was mayor of Oslo in 1990. | mayor | subject=Maria Lopez, of=Oslo, when=1990
Maria Lopez, a 1990 winner of the race, left. | winner | subject=Maria Lopez, when=1990
Maria Lopez, a director and a founder of Globex, left. | director | subject=Maria Lopez, of=Globex
Maria Lopez, a Norwegian pilot and painter, left. | painter | subject=Maria Lopez, of=Norwegian
Maria Lopez, head of the sales department at Globex, left. | head | subject=Maria Lopez, of=the sales department, at=Globex
Maria Lopez, head of sales for Globex, left. | head | subject=Maria Lopez, for=Globex
Maria Lopez, head of sales with Globex, left. | head | subject=Maria Lopez, with=Globex
Maria Lopez, head of sales near Globex, left. | head | subject=Maria Lopez
Maria Lopez, head of Initech near Globex, left. | head | subject=Maria Lopez, of=Initech, near=Globex
Maria Lopez, head of the research and sales departments of Globex, left. | head | subject=Maria Lopez, of=the research and sales departments, of=Globex
The Globex sales team's head, Maria Lopez, left. | head | subject=Maria Lopez, of=The Globex sales team
Globex's Dutch counterpart, Initech Group, closed. | counterpart | subject=Initech Group, of=Globex
A division of aircraft maker Initech Group, Globex Ltd makes boats. | division | of=Initech Group; subject=Globex Ltd, of=Initech Group
An employee of the Norwegian shipbuilder Initech, Maria Lopez left Oslo. | employee | subject=Maria Lopez, of=Initech
A subsidiary of shipbuilder Initech Group, Globex Corporation makes boats. | subsidiary | subject=Globex Corporation, of=Initech Group
The division of aircraft maker Initech Group, Globex Ltd, makes boats. | division | of=Initech Group
A division of aircraft maker Initech Group, Globex Ltd, makes boats. | division | of=Initech Group
Last May a division of aircraft maker Initech Group, Globex Ltd made boats. | division | of=Initech Group
"""

HAPPENINGS = """
Globex's acquisition of Initech in May surprised analysts. | acquisition | subject=Globex, of=Initech, when=May
Globex made an apology to Maria Lopez on Monday. | apology | subject=Globex, to=Maria Lopez, when=Monday
Globex wrote an apology to Maria Lopez on Monday. | apology | to=Maria Lopez
Globex made the apology. | apology | subject=Globex
Globex made apologies. | apology | subject=Globex
Globex held talks with Initech in Oslo. | talk | with=Initech, subject=Globex
Globex avoided talks with Initech in Oslo. | talk | with=Initech
Globex sought no merger. | merger |
Globex sought a merger. | merger | nobody
Globex sought any merger. | merger |
Globex sought mergers. | merger |
Jens Berg left after a quarrel. | quarrel | understood=Jens Berg
Jens Berg left through a quarrel. | quarrel | nobody
Jens Berg left after a quarrel and a fight. | fight | understood=Jens Berg
Jens Berg left after a train ride to Oslo. | train ride | to=Oslo, understood=Jens Berg
The Norwegian election surprised Globex. | election | of=Norwegian
# Who does it and who undergoes it.
Jens Berg's arrest surprised Globex. | arrest | of=Jens Berg
The arrest of Jens Berg by Globex surprised Initech. | arrest | of=Jens Berg, by=Globex
The murder of Jens Berg by Maria Lopez surprised Globex. | murder | of=Jens Berg, by=Maria Lopez
Maria Lopez's murder of Jens Berg surprised Globex. | murder | subject=Maria Lopez, of=Jens Berg
The Norwegian invasion of Sweden surprised Globex. | invasion | subject=Norwegian, of=Sweden
The attack on Globex by Initech surprised Sweden. | attack | on=Globex, subject=Initech
A visit from Jens Berg to Maria Lopez surprised Globex. | visit | subject=Jens Berg, to=Maria Lopez
Jens Berg cut short a visit to Paris. | visit | to=Paris, understood=Jens Berg
Jens Berg told a news conference in Oslo that he would leave. | news conference | in=Oslo, subject=Jens Berg
# Who holds it, and who is asked for it.
Jens Berg told a court hearing in Oslo that he would leave. | court hearing | in=Oslo, understood=Jens Berg
Globex rejected a plea from Maria Lopez. | plea | subject=Maria Lopez, recipient=Globex
Globex refused a request by Maria Lopez. | request | subject=Maria Lopez, recipient=Globex
Globex received a visit from Initech. | visit | subject=Initech, recipient=Globex
Globex described a plea from Maria Lopez. | plea | nobody
An attack carried out by Jens Berg surprised Globex. | attack | subject=Jens Berg
A raid planned by Jens Berg was foiled. | raid | nobody
Maria Lopez praised a raid claimed by Globex. | raid | nobody
A vote called by Globex failed. | vote | nobody
A lawsuit filed by Globex failed. | lawsuit | subject=Globex
An inquiry led by Maria Lopez surprised Globex. | inquiry | subject=Maria Lopez
An attack condemned by Jens Berg surprised Globex. | attack | nobody
Jens Berg's Monday speech surprised Globex. | speech | subject=Jens Berg, when=Monday
Jens Berg's speech on Monday surprised Globex. | speech | subject=Jens Berg, when=Monday
Jens Berg's speech surprised Globex on Monday. | speech | subject=Jens Berg
The 32-hour flight surprised Globex. | flight |
Globex's sale of the firm that Jens Berg bought in 1990 failed. | sale | subject=Globex, of=the firm
The ceasefire between Norway and Sweden failed. | ceasefire | between=Norway, between=Sweden
Their journey began with a train ride out of Paris, followed by a bus ride to Lyon. | bus ride | to=Lyon
It was the end of Globex in Oslo. | end | of=Globex, in=Oslo; subject=It, of=Globex, in=Oslo
It was a disaster. | disaster | nobody; subject=It
It was no disaster. | disaster | subject=It
Jens Berg's sale surprised Globex. | sale | subject=Jens Berg
Company merger surprised Globex. | merger |
A company merger surprised Globex. | company merger | nobody
The Globex merger failed. | merger | of=Globex
Each merger failed in Oslo. | merger |
Every merger failed. | merger |
Jens Berg left in anger and in a quarrel with Globex. | quarrel | with=Globex
Jens Berg left since the quarrel. | quarrel | understood=Jens Berg
Jens Berg left despite the quarrel. | quarrel | understood=Jens Berg
Jens Berg left following the quarrel. | quarrel | nobody
Jens Berg, tired after the quarrel, left. | quarrel | nobody
Jens Berg left after quarrels and Globex's fights. | fight | subject=Globex, understood=Jens Berg
The journey involved a ride to Oslo. | ride | to=Oslo
The journey ended in a ride to Oslo. | ride | to=Oslo
The long journey of five days to Oslo failed. | journey | to=Oslo, duration=five days
The journey to Oslo on a cold Monday failed. | journey | to=Oslo, when=Monday
The journey to Oslo by 40 miners failed. | journey | to=Oslo, subject=40 miners
Globex began talks with Initech on Monday. | talk | with=Initech, subject=Globex, when=Monday
Globex's talks with Initech, held by Jens Berg on Monday, failed. | talk | subject=Globex, with=Initech
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(NOUNS))
def test_a_noun_is_said_of_its_holders_and_is_of_its_owners(
    text: str, predicate: str, expected: str
) -> None:
    assert told(text, predicate) == expected


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(HAPPENINGS))
def test_a_noun_of_happening_has_roles_of_its_phrase_and_of_its_clause(
    text: str, predicate: str, expected: str
) -> None:
    assert told(text, predicate) == expected
