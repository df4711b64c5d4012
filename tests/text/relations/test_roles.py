"""Who and what fills the roles around a verb or a noun: each sentence with a predicate, and all that is claimed with it.

Several claims with one predicate are parted by a semicolon; "nobody" is a claim without roles, an empty cell is no claim. A line
stands beside one that is like it but for what the rule asks for.
"""

import pytest
from relation_samples import read, roles, rows

from kg.model import Frame

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
Jens Berg met Globex on Monday and signed a treaty. | sign | subject=Jens Berg, when=Monday
On Monday Jens Berg met Globex and signs a treaty. | sign | subject=Jens Berg
On Monday Jens Berg met Globex and later signed a treaty. | sign | subject=Jens Berg
The meeting of Globex was moved to March 2022. | meeting | of=Globex, when=March 2022
The meeting of Globex was moved in March 2022. | meeting | of=Globex
The meeting of Globex was held in March 2022. | meeting | of=Globex, when=March 2022
The meeting of Globex was praised in March 2022. | meeting | of=Globex
Globex praised the attack that killed Jens Berg on Monday. | attack | when=Monday
Globex praised the attack that Jens Berg led on Monday. | attack | nobody
Globex praised the attack killing Jens Berg on Monday. | attack | nobody
Globex praised the attack led by Jens Berg on Monday. | attack | subject=Jens Berg
Globex praised the meeting held by Jens Berg on Monday. | meeting | subject=Jens Berg, when=Monday
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
Maria Lopez said, after she met Globex on Monday, that Oslo was quiet. | say | subject=Maria Lopez
On Monday, Maria Lopez began by praising Globex. | praise | subject=Maria Lopez, object=Globex, when=Monday
On Monday, Maria Lopez was helped to leave Globex. | leave | subject=Maria Lopez, object=Globex, when=Monday
On Monday, Maria Lopez was set to leave Globex. | leave | subject=Maria Lopez, object=Globex, when=Monday
Maria Lopez praised Globex on Monday while leaving Oslo. | leave | subject=Maria Lopez, object=Oslo, when=Monday
Maria Lopez praised Globex on Monday as she was leaving Oslo. | leave | subject=she, object=Oslo, when=Monday
Maria Lopez praised Globex on Monday when she left Oslo. | leave | subject=she, object=Oslo, when=Monday
Maria Lopez praised Globex on Monday after leaving Oslo. | leave | subject=Maria Lopez, object=Oslo
Maria Lopez praised Globex on Monday, having left Oslo. | leave | subject=Maria Lopez, object=Oslo
Maria Lopez praises Globex on Monday when she left Oslo. | leave | subject=she, object=Oslo, when=Monday
When she left Oslo on Monday, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=Monday
Maria Lopez was hurt when she left Oslo on Monday. | hurt | object=Maria Lopez, when=Monday
Maria Lopez was hurt because she left Oslo on Monday. | hurt | object=Maria Lopez
On Monday she was arrested, charged and freed in Oslo. | free | object=she, in=Oslo
She met Globex since 2010 and left Paris. | leave | subject=She, object=Paris
Since 2010 she met Globex and left Paris. | leave | subject=she, object=Paris
Maria Lopez, who left Oslo on Monday, praised Globex. | praise | subject=Maria Lopez, object=Globex
Maria Lopez has lived in Oslo since 1990. | live | subject=Maria Lopez, in=Oslo, when=since 1990
The war with Norway began on Monday. | war | with=Norway, when=Monday
The attack on Globex was praised on Monday. | attack | on=Globex
The attack on Globex killed five people on Monday. | attack | on=Globex, when=Monday
The attack on Globex ended on Monday. | attack | on=Globex, when=Monday
An attack on Globex on Monday killed five people. | attack | on=Globex, when=Monday
The final against Initech was lost on Monday. | final | against=Initech, when=Monday
The final against Initech, which ended on Monday, was long. | final | against=Initech
The final against Initech, which she praised on Monday, was long. | final | against=Initech
Maria Lopez sang on Monday at the crisis of Globex. | crisis | of=Globex, understood=Maria Lopez
Globex was evacuated on Monday after a blast in Oslo. | blast | in=Oslo, understood=Globex, when=Monday
Globex evacuated on Monday after a blast in Oslo. | blast | in=Oslo, understood=Globex
Globex was evacuated on Monday before a blast in Oslo. | blast | in=Oslo, understood=Globex
At the trial in 2010, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=2010
At last week's trial, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=last week
At the 2010 trial, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=2010
During the Monday trial, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=Monday
At the trial of Monday, Maria Lopez praised Globex. | praise | subject=Maria Lopez, object=Globex, when=Monday
At the Monday trial, Maria Lopez accused Globex. | accuse | subject=Maria Lopez, object=Globex
At the Monday market, Maria Lopez praised Globex. | praise | subject=Maria Lopez, at=the Monday market, object=Globex
"""


def told(text: str, predicate: str) -> str:
    found = [
        claim
        for claim in read(text)[0]
        if claim.frame is not Frame.RELATION and claim.predicate == predicate
    ]
    return "; ".join(roles(claim) or "nobody" for claim in found)


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


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(TIMES))
def test_a_time_stands_at_what_happened_then_and_at_nothing_else(
    text: str, predicate: str, expected: str
) -> None:
    assert told(text, predicate) == expected
