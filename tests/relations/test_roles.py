"""Who and what fills the roles around a verb or a noun: each sentence with a predicate, and all that is claimed with it.

Several claims with one predicate are parted by a semicolon; "nobody" is a claim without roles, an empty cell is no claim. A line
stands beside one that is like it but for what the rule asks for.
"""

import pytest
from relation_samples import read, roles, rows

from kg.model import Frame

VERBS = """
The miners crossed the bridge over the Rhine. | cross | subject=The miners, object=the bridge, over=Rhine
The miners crossed the road over the Rhine. | cross | subject=The miners
The miners crossed the bridge near the Rhine. | cross | subject=The miners, object=the bridge
Jens Berg moved out of Paris. | move | subject=Jens Berg, out of=Paris
Jens Berg came from across Norway. | come | subject=Jens Berg, across=Norway
Jens Berg flew from Oslo and to Paris. | fly | subject=Jens Berg, from=Oslo, to=Paris
Maria Lopez earned a degree from Oslo University and another from Bergen University. | earn | subject=Maria Lopez, from=Oslo University, from=Bergen University
Maria Lopez earned a degree in law from Oslo University. | earn | subject=Maria Lopez, from=Oslo University
Maria Lopez earned a degree for Oslo University. | earn | subject=Maria Lopez
Maria Lopez worked as a cook at Globex. | work | subject=Maria Lopez, as=a cook, at=Globex
Maria Lopez worked for a cook at Globex. | work | subject=Maria Lopez, for=a cook, at=Globex
Maria Lopez studied with a friend from Globex. | study | subject=Maria Lopez, with=a friend, from=Globex
The town that Maria Lopez founded lies in Norway. | found | subject=Maria Lopez, object=that, in=Norway
The town in which Maria Lopez lived lies in Norway. | live | subject=Maria Lopez, in=which, in=Norway
The miners Maria Lopez met left Oslo. | meet | subject=Maria Lopez, object=The miners
The miners who Maria Lopez met left Oslo. | meet | subject=Maria Lopez, object=who
The miners arrested in Oslo left. | arrest | subject=The miners, object=The miners, in=Oslo
The miners arrested by Maria Lopez left. | arrest | object=The miners, subject=Maria Lopez
Maria Lopez was met by cheering fans in Oslo. | meet | object=Maria Lopez, subject=fans
Maria Lopez was met by cheering the fans in Oslo. | meet | object=Maria Lopez
Maria Lopez left by meeting fans in Oslo. | leave | subject=Maria Lopez
Globex was founded in 1979 as Initech by Maria Lopez. | found | object=Globex, as=Initech, subject=Maria Lopez, when=1979
Globex was founded in Oslo by Maria Lopez. | found | object=Globex, in=Oslo, subject=Maria Lopez
Globex was founded near Oslo by Maria Lopez. | found | object=Globex, near=Oslo, subject=Maria Lopez
Maria Lopez is married to actor Jens Berg. | marry | object=Maria Lopez, to=Jens Berg
Maria Lopez founded and runs Globex. | found | subject=Maria Lopez, object=Globex
Maria Lopez founded Initech and runs Globex. | found | subject=Maria Lopez, object=Initech
Maria founded and became chair of Globex. | found | subject=Maria, object=Globex
Maria founded and served as head of Globex. | found | subject=Maria, object=Globex
Maria founded and worked near Globex. | found | subject=Maria
Globex gave Maria Lopez a car. | give | subject=Globex, recipient=Maria Lopez
Globex gave a car to Maria Lopez. | give | subject=Globex, to=Maria Lopez
Globex was bought for £12m on Monday. | buy | object=Globex, quantity=£12m, when=Monday
Globex paid £12m for Initech. | pay | subject=Globex, for=Initech, quantity=£12m
Maria Lopez waited for two years. | wait | subject=Maria Lopez, duration=two years
Maria Lopez waited two years in Oslo. | wait | subject=Maria Lopez, in=Oslo, duration=two years
Globex shares fell 5%. | fall | quantity=5%
Monday was chosen by Globex. | choose | subject=Globex
Globex left Monday. | leave | subject=Globex, when=Monday
Founded in 1990, Globex sells glasses. | found | object=Globex, when=1990
Founded by Maria Lopez, Globex sells glasses. | found | object=Globex, subject=Maria Lopez
Having founded Globex, Maria Lopez left. | found | subject=Maria Lopez, object=Globex
Maria Lopez was born and raised in Oslo. | bear | object=Maria Lopez, in=Oslo
Maria Lopez was born and raised in Oslo. | raise | object=Maria Lopez, in=Oslo
Maria Lopez was arrested and freed in Oslo. | arrest | object=Maria Lopez, in=Oslo
Maria Lopez was arrested and freed in Oslo. | free | object=Maria Lopez, in=Oslo
Maria Lopez has arrested and freed miners. | free | subject=Maria Lopez, object=miners
Police freed 20 people, including 13 from the embassy. | free | subject=Police, object=20 people
"""

UNDERSTOOD = """
Maria Lopez forced Jens Berg to leave Oslo. | leave | subject=Jens Berg, object=Oslo
Maria Lopez promised Jens Berg to leave Oslo. | leave | subject=Maria Lopez, object=Oslo
Maria Lopez began to leave Oslo. | leave | subject=Maria Lopez, object=Oslo
The trip included leaving Oslo. | leave | object=Oslo
Maria Lopez tried to leave Oslo. | leave | subject=Maria Lopez, object=Oslo
After leaving Oslo, Maria Lopez sang. | leave | subject=Maria Lopez, object=Oslo
Prior to leaving Oslo, Maria Lopez sang. | leave | subject=Maria Lopez, object=Oslo
After four years of leading Globex, Maria Lopez sang. | lead | subject=Maria Lopez, object=Globex
After a plan of leading Globex, Maria Lopez sang. | lead | object=Globex
Maria Lopez bought Globex and sold Initech. | sell | subject=Maria Lopez, object=Initech
Maria Lopez told of a plan to leave Oslo. | leave | object=Oslo
Maria Lopez made a plan to leave Oslo. | leave | subject=Maria Lopez, object=Oslo
Jens Berg praised Maria Lopez's plan to leave Oslo. | leave | subject=Maria Lopez, object=Oslo
Families leaving Oslo met Maria Lopez. | leave | subject=Families, object=Oslo
A native of Oslo, Maria Lopez moved to Paris. | move | subject=Maria Lopez, to=Paris
Last year, Maria Lopez moved to Paris. | move | subject=Maria Lopez, to=Paris, when=Last year
Maria Lopez moved to Paris, a native of Oslo. | move | subject=Maria Lopez, to=Paris
Maria Lopez said, "Leave Oslo." | leave |
Maria Lopez works for a maker of boats based in Oslo. | base | in=Oslo
Maria Lopez met a group of miners based in Oslo. | base | subject=a group, object=a group, in=Oslo
Maria Lopez met a group of miners trained in Oslo. | train | subject=miners, object=miners, in=Oslo
Globex, a maker of boats based in Oslo, closed. | base | subject=Globex, object=Globex, in=Oslo
It was Maria Lopez who left Oslo. | leave | subject=who, object=Oslo
The factory closed last spring and most miners from Oslo were flown out. | fly out | object=most miners
"""

PARTICLES = """
The miners took part in the race with Maria Lopez. | take part | subject=The miners
The miners took cars in the race with Maria Lopez. | take | subject=The miners
The meeting with Maria Lopez took place in Oslo. | take place | in=Oslo
Globex carried out the attack on Oslo. | carry out | subject=Globex
Globex is based in Oslo. | base | object=Globex, in=Oslo
Globex is located in Oslo. | locate | object=Globex, in=Oslo
Globex is headquartered in Oslo. | headquarter | object=Globex, in=Oslo
Globex is big in Oslo. | be |
Maria Lopez is divorced from Jens Berg. | divorce | object=Maria Lopez, from=Jens Berg
According to Maria Lopez, Globex left. | accord |
"""

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
Maria Lopez dressed as chair of Globex. | chair | subject=chair, of=Globex
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
"""

HAPPENINGS = """
Globex's acquisition of Initech in May surprised analysts. | acquisition | subject=Globex, of=Initech, when=May
The acquisition of Initech by Globex surprised analysts. | acquisition | of=Initech, subject=Globex, subject=surprised analysts
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
Jens Berg's Monday speech surprised Globex. | speech | subject=Jens Berg, when=Monday
Jens Berg's speech on Monday surprised Globex. | speech | subject=Jens Berg, when=Monday
Jens Berg's speech surprised Globex on Monday. | speech | subject=Jens Berg
The £12m merger surprised Globex. | merger | subject=Globex
The 32-hour flight surprised Globex. | flight |
Globex's sale of the firm that Jens Berg bought in 1990 failed. | sale | subject=Globex, of=the firm
The ceasefire between Norway and Sweden failed. | ceasefire | between=Norway, between=Sweden
Their journey began with a train ride out of Paris, followed by a bus ride to Lyon. | bus ride | to=Lyon
"""

TIMES = """
The firm in May bought Globex. | buy | subject=The firm, object=Globex, when=May
The firm in Oslo bought Globex. | buy | subject=The firm, object=Globex
On Monday Jens Berg said that Globex had failed. | say | subject=Jens Berg, when=Monday
In Monday's attack Jens Berg left Globex. | leave | subject=Jens Berg, object=Globex, when=Monday
Maria Lopez came to Oslo for the first time in 2010. | come | subject=Maria Lopez, to=Oslo, when=2010
Jens Berg spoke on Monday, when Globex failed. | fail | subject=Globex, when=Monday
Jens Berg spoke on Monday, because Globex failed. | fail | subject=Globex
Jens Berg was expected to leave Oslo on Monday. | expect | object=Jens Berg
Jens Berg was scheduled to visit Oslo on Monday. | visit | subject=Jens Berg, object=Oslo, when=Monday
On Monday Jens Berg was scheduled to visit Oslo. | visit | subject=Jens Berg, object=Oslo, when=Monday
On Monday Jens Berg scheduled to visit Oslo. | visit | subject=Jens Berg, object=Oslo
On Monday Jens Berg kept visiting Oslo. | visit | subject=Jens Berg, object=Oslo, when=Monday
On Monday Jens Berg considered visiting Oslo. | visit | subject=Jens Berg, object=Oslo
On Monday Jens Berg left Oslo, killing Globex. | kill | subject=Jens Berg, object=Globex, when=Monday
On Monday Jens Berg left Oslo, containing Globex. | contain | subject=Jens Berg, object=Globex
Jens Berg will speak on Monday when Maria Lopez leaves Oslo. | leave | subject=Maria Lopez, object=Oslo, when=Monday
Jens Berg speaks on Monday when Maria Lopez leaves Oslo. | leave | subject=Maria Lopez, object=Oslo, when=Monday
Jens Berg met Globex on Monday and signed a treaty. | sign | subject=Jens Berg
On Monday Jens Berg met Globex and signs a treaty. | sign | subject=Jens Berg
On Monday Jens Berg met Globex and later signed a treaty. | sign | subject=Jens Berg
The meeting of Globex was moved to March 2022. | meeting | of=Globex, when=March 2022
The meeting of Globex was moved in March 2022. | meeting | of=Globex
The meeting of Globex was held in March 2022. | meeting | of=Globex, when=March 2022
The meeting of Globex was praised in March 2022. | meeting | of=Globex
Globex praised the attack that killed Jens Berg on Monday. | attack | when=Monday
Globex praised the attack that Jens Berg led on Monday. | attack | nobody
Globex praised the attack killing Jens Berg on Monday. | attack | nobody
Globex praised the attack led by Jens Berg on Monday. | attack | nobody
Globex praised the meeting held by Jens Berg on Monday. | meeting | when=Monday
The meeting of Globex took place on Monday. | meeting | of=Globex, when=Monday
The meeting of Globex took time on Monday. | meeting | of=Globex
Jens Berg was convicted on Monday in the attack on Globex. | attack | on=Globex, understood=Jens Berg
Jens Berg died on Monday in the attack on Globex. | attack | on=Globex, understood=Jens Berg, when=Monday
Jens Berg died on Monday near the attack on Globex. | attack | on=Globex
Jens Berg died on Monday in the war on Globex. | war | on=Globex, understood=Jens Berg
Globex was delayed on Monday after an accident in Oslo. | accident | in=Oslo, understood=Globex, when=Monday
Globex was delayed on Monday after the accident in Oslo. | accident | in=Oslo, understood=Globex
Globex was praised on Monday after an accident in Oslo. | accident | in=Oslo, understood=Globex
Globex was delayed on Monday after a war in Oslo. | war | in=Oslo, understood=Globex
In a Monday interview, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=Monday
After a Monday interview, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex
In a Monday mood, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex
At the conference on Monday, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=Monday
"""


def told(text: str, predicate: str) -> str:
    found = [claim for claim in read(text)[0] if claim.frame is not Frame.RELATION and claim.predicate == predicate]
    return "; ".join(roles(claim) or "nobody" for claim in found)


@pytest.mark.parametrize(("text", "predicate", "expected"), [*rows(VERBS), *rows(PARTICLES)])
def test_around_a_verb_stand_those_whom_its_clause_names(text: str, predicate: str, expected: str) -> None:
    assert told(text, predicate) == expected


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(UNDERSTOOD))
def test_a_verb_without_a_subject_has_the_one_that_grammar_understands(text: str, predicate: str, expected: str) -> None:
    assert told(text, predicate) == expected


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(NOUNS))
def test_a_noun_is_said_of_its_holders_and_is_of_its_owners(text: str, predicate: str, expected: str) -> None:
    assert told(text, predicate) == expected


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(HAPPENINGS))
def test_a_noun_of_happening_has_roles_of_its_phrase_and_of_its_clause(text: str, predicate: str, expected: str) -> None:
    assert told(text, predicate) == expected


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(TIMES))
def test_a_time_stands_at_what_happened_then_and_at_nothing_else(text: str, predicate: str, expected: str) -> None:
    assert told(text, predicate) == expected
