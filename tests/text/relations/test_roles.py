"""Who and what fills the roles around a verb: each sentence with a predicate, and all that is claimed with it.

Several claims with one predicate are parted by a semicolon; "nobody" is a claim without roles, an empty cell is no claim. A line
stands beside one that is like it but for what the rule asks for.
"""

import pytest
from relation_samples import rows, told

VERBS = """
The miners crossed the bridge over the Rhine. | cross | subject=The miners, object=the bridge, over=Rhine
The miners crossed the road over the Rhine. | cross | subject=The miners, object=the road
The miners crossed the bridge near the Rhine. | cross | subject=The miners, object=the bridge
Jens Berg moved out of Paris. | move | subject=Jens Berg, out of=Paris
Jens Berg came from across Norway. | come | subject=Jens Berg, across=Norway
Jens Berg flew from Oslo and to Paris. | fly | subject=Jens Berg, from=Oslo, to=Paris
Maria Lopez earned a degree from Oslo University and another from Bergen University. | earn | subject=Maria Lopez, object=a degree, from=Oslo University, from=Bergen University
Maria Lopez earned a degree in law from Oslo University. | earn | subject=Maria Lopez, object=a degree, from=Oslo University
Maria Lopez earned a degree for Oslo University. | earn | subject=Maria Lopez, object=a degree
Maria Lopez worked as a cook at Globex. | work | subject=Maria Lopez, as=a cook, at=Globex
Maria Lopez worked for a cook at Globex. | work | subject=Maria Lopez, for=a cook, at=Globex
Maria Lopez studied with a friend from Globex. | study | subject=Maria Lopez, with=a friend, from=Globex
The miners Maria Lopez met left Oslo. | meet | subject=Maria Lopez, object=The miners
The miners who Maria Lopez met left Oslo. | meet | subject=Maria Lopez, object=who
The miners arrested by Maria Lopez left. | arrest | object=The miners, subject=Maria Lopez
The miners arrested in Oslo left. | arrest | object=The miners, in=Oslo
Maria Lopez, accused of fraud, left Oslo. | accuse | object=Maria Lopez
Founded in 1990, Globex left Oslo. | found | object=Globex, when=1990
The miners leaving Oslo met Globex. | leave | subject=The miners, object=Oslo
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
Globex gave Maria Lopez a car. | give | subject=Globex, recipient=Maria Lopez, object=a car
Globex gave a car to Maria Lopez. | give | subject=Globex, object=a car, to=Maria Lopez
Globex was bought for £12m on Monday. | buy | object=Globex, quantity=£12m, when=Monday
Globex paid £12m for Initech. | pay | subject=Globex, for=Initech, quantity=£12m
Maria Lopez waited for two years. | wait | subject=Maria Lopez, duration=two years
Maria Lopez waited two years in Oslo. | wait | subject=Maria Lopez, in=Oslo, duration=two years
Globex shares fell 5%. | fall | subject=Globex shares, quantity=5%
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
Globex was founded by Maria Lopez and based in Oslo. | base | object=Globex, in=Oslo
Globex was founded in 1990 by Maria Lopez, a glass collector, and based in Oslo. | base | object=Globex, in=Oslo
Globex was founded in 1990 by Maria Lopez, a glass collector, and sold in Oslo. | sell | object=Globex, in=Oslo
Globex was bought and sold in Oslo by Maria Lopez. | buy | object=Globex, in=Oslo, subject=Maria Lopez
Globex was bought and sold by Maria Lopez. | sell | object=Globex, subject=Maria Lopez
Globex has failed since it was founded and sold in Oslo. | sell | object=it, in=Oslo
Maria Lopez won the race for the last time in the past decade. | win | subject=Maria Lopez
Maria Lopez crossed the bridge across the Rhine. | cross | subject=Maria Lopez, object=the bridge, across=Rhine
Maria Lopez crossed the bridge under the Rhine. | cross | subject=Maria Lopez, object=the bridge, under=Rhine
The day when Maria Lopez met Globex was long. | meet | subject=Maria Lopez, object=Globex
The miners Maria Lopez met with Jens Berg left Oslo. | meet | subject=Maria Lopez, object=The miners, with=Jens Berg
Globex was founded on Monday by Maria Lopez. | found | object=Globex, subject=Maria Lopez, when=Monday
Globex was named as a partner of Initech by Maria Lopez. | name | object=Globex, as=a partner, subject=Maria Lopez
# Of whom something is demanded.
The judge ordered that Jens Berg leave Oslo. | order | subject=The judge, recipient=Jens Berg
Globex asked that the miners leave Oslo. | ask | subject=Globex, recipient=the miners
Globex forbade Maria Lopez to leave. | forbid | subject=Globex, recipient=Maria Lopez
Globex demanded that Maria Lopez was right. | demand | subject=Globex
Globex says that the miners leave Oslo. | say | subject=Globex
# Those who stand beside a group, and no group for some of it.
Two of them, a girl and her father, were arrested in Oslo. | arrest | object=a girl, object=her father, in=Oslo
The other, Maria Lopez, left Oslo. | leave | subject=Maria Lopez, object=Oslo
Two of them, Jens Berg and Maria Lopez, left Oslo. | leave | subject=Jens Berg, subject=Maria Lopez, object=Oslo
Two of them, Eva Lund and Tom Berg, left Oslo. | leave | subject=Eva Lund, subject=Tom Berg, object=Oslo
Police said two of them, Eva Lund and Tom Berg, left Oslo. | leave | subject=Eva Lund, subject=Tom Berg, object=Oslo
Three of them, Jens Berg, Maria Lopez and Ada Lind, praised Globex. | praise | subject=Jens Berg, subject=Maria Lopez, subject=Ada Lind, object=Globex
Globex praised Jens Berg and not only Maria Lopez. | praise | subject=Globex, object=Jens Berg, object=Maria Lopez
Globex met Jens Berg and not just Maria Lopez. | meet | subject=Globex, object=Jens Berg, object=Maria Lopez
Globex met Jens Berg, not Maria Lopez, and Ada Lind. | meet | subject=Globex, object=Jens Berg, object=Ada Lind
Jens Berg and not Maria Lopez praised Globex. | praise | subject=Jens Berg, object=Globex
Jens Berg, not Maria Lopez, and Ada Lind praised Globex. | praise | subject=Jens Berg, subject=Ada Lind, object=Globex
Globex employs 900 miners, two of whom left Oslo. | leave | subject=two of 900 miners, object=Oslo
Globex employs miners, one of whom, Jens Berg, left Oslo. | leave | subject=Jens Berg, object=Oslo
Two of them left Oslo. | leave | object=Oslo
# What a verb affects through its object, and with whom it is done.
Globex seized control of Initech. | seize | subject=Globex, object=Initech
Globex lost command of the firm. | lose | subject=Globex, object=the firm
Globex seized pictures of Initech. | seize | subject=Globex, object=pictures
Globex filed a complaint against Initech in Oslo. | file | subject=Globex, against=Initech
Globex signed a contract with Initech. | sign | subject=Globex, object=a contract, with=Initech
# Who comes under attack undergoes it.
Maria Lopez came under attack from Jens Berg in Oslo. | come | object=Maria Lopez, subject=Jens Berg
Maria Lopez came under fire from the miners. | come | object=Maria Lopez, by=the miners
Maria Lopez fell victim to Jens Berg. | fall | object=Maria Lopez, by=Jens Berg
Maria Lopez came under a bridge from Oslo. | come | subject=Maria Lopez, under=a bridge
Maria Lopez fell to Jens Berg. | fall | subject=Maria Lopez, to=Jens Berg
# Who is suspected has done it, not who arrests.
Police arrested Jens Berg on charges of robbing Globex. | rob | subject=Jens Berg, object=Globex
Police arrested Jens Berg on suspicion of robbing Globex. | rob | subject=Jens Berg, object=Globex
Jens Berg was arrested on suspicion of robbing Globex. | rob | subject=Jens Berg, object=Globex
A boat built in Oslo sank. | build | object=A boat, in=Oslo
The boats, built by Globex in Oslo, sank. | build | object=The boats, subject=Globex, in=Oslo
Maria Lopez lives in the port of Oslo. | live | subject=Maria Lopez, in=Oslo
Maria Lopez left the Bergen district of Oslo. | leave | subject=Maria Lopez, object=Bergen district
Maria Lopez left the Norwegian city of Oslo. | leave | subject=Maria Lopez, object=Oslo
Maria Lopez left the city in Oslo. | leave | subject=Maria Lopez, object=the city, in=Oslo
Maria Lopez left the city of miners. | leave | subject=Maria Lopez, object=the city
Globex is a firm that has made boats. | make | subject=Globex, object=boats
Globex has been a firm that makes boats. | make | subject=Globex, object=boats
Globex may be a firm that makes boats. | make | subject=that, object=boats
Globex is an airline, the largest of its kind, that sells boats. | sell | subject=Globex, object=boats
Maria Lopez, the pilot that flew to Oslo, left. | fly | subject=Maria Lopez, to=Oslo
A firm that makes boats is Globex. | make | subject=that, object=boats
Globex is not a firm that makes boats. | make | subject=that, object=boats
Globex was a firm that makes boats. | make | subject=Globex, object=boats
It is a firm that makes boats. | make | subject=It, object=boats
It is the firm that makes boats. | make | subject=that, object=boats
This is a firm that makes boats. | make | subject=that, object=boats
There is a firm that makes boats. | make | subject=that, object=boats
Maria Lopez praised Globex, a firm that makes boats. | make | subject=Globex, object=boats
Maria Lopez praised the town, a place that lies in Norway. | lie | subject=that, in=Norway
Globex is a firm which was founded in Oslo. | found | object=Globex, in=Oslo
Maria Lopez, who came and left Oslo, sang. | leave | subject=who, object=Oslo
Maria Lopez met one of the miners. | meet | subject=Maria Lopez
Maria Lopez met two of the miners. | meet | subject=Maria Lopez, object=two of the miners
Maria Lopez met two of the ships. | meet | subject=Maria Lopez, object=two of the ships
One of the miners, Jens Berg, met Maria Lopez. | meet | subject=Jens Berg, object=Maria Lopez
Two firms, Globex and Initech, left Oslo. | leave | subject=Globex, subject=Initech, object=Oslo
# A subject that is hung elsewhere, or understood, is not that of another clause.
Maria Lopez accused Jens Berg of leaving Oslo. | leave | subject=Jens Berg, object=Oslo
Jens Berg was accused of leaving Oslo. | leave | subject=Jens Berg, object=Oslo
Maria Lopez left Globex for founding Initech. | found | subject=Maria Lopez, object=Initech
Maria Lopez thanked Jens Berg for leaving Oslo. | leave | subject=Jens Berg, object=Oslo
Maria Lopez found Jens Berg guilty of leaving Oslo. | leave | subject=Jens Berg, object=Oslo
Maria Lopez called on Jens Berg to leave Oslo. | leave | subject=Jens Berg, object=Oslo
Maria Lopez sent Jens Berg to Oslo to inspect Globex. | inspect | subject=Jens Berg, object=Globex
Maria Lopez came to Oslo to inspect Globex. | inspect | subject=Maria Lopez, object=Globex
Globex left Oslo in an effort to avoid Initech. | avoid | subject=Globex, object=Initech
Maria Lopez is likely to leave Oslo. | leave | subject=Maria Lopez, object=Oslo
It is hard to leave Oslo. | leave | object=Oslo
Jens Berg served a sentence for robbing Globex. | rob | subject=Jens Berg, object=Globex
Maria Lopez hoped that Globex could be saved but attacks Initech. | attack | subject=Maria Lopez, object=Initech
The miners marched through Oslo and extra police were sent to Paris. | send | object=extra police, to=Paris
The police fired two guards, one of whom, Jens Berg, was arrested. | arrest | object=Jens Berg
Six miners taken off the ship by soldiers left Oslo. | take off | object=Six miners, off=the ship, subject=soldiers
Three miners freed in Oslo. | free | object=Three miners, in=Oslo
Maria Lopez asked to have Jens Berg searched. | search | object=Jens Berg
Jens Berg was handed a letter by Maria Lopez. | hand | recipient=Jens Berg, object=a letter, subject=Maria Lopez
Maria Lopez met a group of miners. | meet | subject=Maria Lopez, object=a group
Maria Lopez met dozens of miners. | meet | subject=Maria Lopez, object=miners, quantity=dozens of miners
Maria Lopez met the chair of miners. | meet | subject=Maria Lopez, object=the chair
Maria Lopez met Anna Lund, duchess of Kent, and Jens Berg. | meet | subject=Maria Lopez, object=Anna Lund, object=Jens Berg
Maria Lopez met the miners and their families. | meet | subject=Maria Lopez, object=the miners, object=their families
Globex was founded in 1990 and sold in Oslo. | sell | object=Globex, in=Oslo
Globex was founded by Maria Lopez in 1990 and, after a long and bitter war, sold in Oslo. | sell | object=Globex, in=Oslo
Maria Lopez won the race for the fifth time in the past decade. | win | subject=Maria Lopez
Maria Lopez won on the third occasion in the past decade. | win | subject=Maria Lopez
Maria Lopez won for the third time on Monday. | win | subject=Maria Lopez, when=Monday
Maria Lopez was born on Monday in Oslo. | bear | object=Maria Lopez, in=Oslo, when=Monday
Maria Lopez drove 40 miles to Oslo on Monday. | drive | subject=Maria Lopez, to=Oslo, quantity=40 miles, when=Monday
Forty miles were driven by Maria Lopez. | drive | subject=Maria Lopez, quantity=Forty miles
Maria Lopez left Oslo today. | leave | subject=Maria Lopez, object=Oslo, when=today
Maria Lopez left Oslo two days ago. | leave | subject=Maria Lopez, object=Oslo, when=two days ago
Maria Lopez stays in Oslo until Monday. | stay | subject=Maria Lopez, in=Oslo, when=until Monday
Maria Lopez left from near Oslo. | leave | subject=Maria Lopez, from=Oslo
"""

UNDERSTOOD = """
# Words of saying put into a sentence are not those of its next verb.
The miners bought a boat in May, police believe, and sailed to Norway in June. | sail | subject=The miners, to=Norway, when=June
Globex raised rates in May, Maria Lopez noted, and cut them in June. | cut | subject=Globex, object=them, when=June
The rebels had left Oslo, Jens Berg claimed, but took it again on Tuesday. | take | subject=The rebels, object=it, when=Tuesday
"The rebels had left Oslo," Jens Berg said, and left the hall. | leave | subject=The rebels, object=Oslo; subject=Jens Berg, object=the hall
Maria Lopez said Globex was closed, and left Oslo. | leave | subject=Maria Lopez, object=Oslo
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
It was Maria Lopez who left Oslo. | leave | subject=who, object=Oslo
The factory closed last spring and most miners from Oslo were flown out. | fly out | object=most miners
Maria Lopez wanted to try to begin to continue to hope to visit Globex. | visit | subject=Maria Lopez, object=Globex
Maria Lopez was born in 1990 and raised in Oslo. | bear | object=Maria Lopez, when=1990
Maria Lopez came to and left Oslo. | leave | subject=Maria Lopez, object=Oslo
Maria Lopez and her son were led by Jens Berg to Oslo. | lead | object=Maria Lopez, object=her son, subject=Jens Berg, to=Oslo
Maria Lopez's husband was accused of leaving Oslo. | leave | subject=Maria Lopez's husband, object=Oslo
Maria Lopez spoke of her joy at leaving Oslo. | leave | subject=Maria Lopez, object=Oslo
Instead of leaving Oslo, Maria Lopez sang. | leave | subject=Maria Lopez, object=Oslo
Maria Lopez started by leaving Oslo. | leave | subject=Maria Lopez, object=Oslo
Born in Oslo, Maria Lopez left. | bear | object=Maria Lopez, in=Oslo
Maria Lopez, a native of Oslo, moved to Paris. | move | subject=Maria Lopez, to=Paris
Native of Oslo, Maria Lopez moved to Paris. | move | subject=Maria Lopez, to=Paris
"""

PARTICLES = """
The miners took part in the race with Maria Lopez. | take part | subject=The miners
The miners took cars in the race with Maria Lopez. | take | subject=The miners, object=cars
The meeting with Maria Lopez took place in Oslo. | take place | in=Oslo
Globex carried out the attack on Oslo. | carry out | subject=Globex
Globex is based in Oslo. | base | object=Globex, in=Oslo
Globex is located in Oslo. | locate | object=Globex, in=Oslo
Globex is headquartered in Oslo. | headquarter | object=Globex, in=Oslo
Globex is big in Oslo. | be |
Maria Lopez is divorced from Jens Berg. | divorce | object=Maria Lopez, from=Jens Berg
According to Maria Lopez, Globex left. | accord |
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), [*rows(VERBS), *rows(PARTICLES)])
def test_around_a_verb_stand_those_whom_its_clause_names(
    text: str, predicate: str, expected: str
) -> None:
    assert told(text, predicate) == expected


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(UNDERSTOOD))
def test_a_verb_without_a_subject_has_the_one_that_grammar_understands(
    text: str, predicate: str, expected: str
) -> None:
    assert told(text, predicate) == expected
