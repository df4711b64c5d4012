"""Sentences that set off each rule, and sentences that come near one, with the condition at which it stops."""

FIRED = r"""
age | Jens Berg, 44, lives in Paris.
apposition-post | Ada Lund, the founder of Globex, left.
as | Ada Lund works as director of Globex.
born-in | The Oslo-born miner Jens Berg left.
born-to | Maria Lopez was born to Jens Berg.
border-between | The river is the border between Norway and Sweden.
clause-active | Ada Lund met Jens Berg.
clause-passive | Ada Lund was met by Jens Berg.
clause-reduced | The miners arrested in Oslo left.
clause-relative | Ada Lund, who met Jens Berg, left.
copula | Ada Lund is the founder of Globex.
country-in-name | The Norwegian embassy closed.
counted-of | Police arrested 13 diplomats, including 5 from the Norwegian embassy.
death-noun | After the death of Ada Lund in 2012, Globex closed.
event-noun | The attack on Norway failed.
fought-in-place | Norway attacked Boko Haram in Toulouse.
help | Norway is assisting Sweden.
hostile-act | Norway fought Boko Haram.
hostility | Norway led strikes on Boko Haram.
including | The army freed eight miners, including Jens Berg.
kin-names | Ada Lund met her daughter, Nora, in Oslo.
leading | A native of Oslo, Ada Lund moved to Lima.
listed-member | The army freed two miners, Jens Berg and Bo Coil, in Oslo.
life-dates | Ada Lund (12 May 1960 – 3 June 2010) lived in Oslo.
light-verb | Ada Lund made an apology.
naming | Ada Lund was named director of Globex.
nationality-word | Norwegian miners left Oslo.
neighbouring | Norway closed its frontier with neighbouring Sweden.
nickname | Fans called Jens Berg “the Engine”.
noun-phrase | The founder of Globex left.
own-home | Ada Lund died at her home in Oslo.
organisation-in-place | The embassy in Paris closed.
origin | Originally from Oslo, Jens Berg lives in Paris.
part-of | Norway is working as part of the coalition.
party-in-brackets | Jens Berg (Labour Party) left.
people-of | The students of Globex University left.
person-of-organisation | Jens Berg of Globex University left.
person-of-place | Jens Berg of Oslo left.
place-comma-place | Jens Berg lives in Oslo, Norway.
place-in-place | Oslo in Norway is big.
post | Her role as director of Globex ended.
post-between-commas | Maria Lopez, deputy director, Globex Institute, said so.
present-in | Boko Haram fighters in Norway fled.
quotation-answer | The union disagrees: the roof is safe.
quotation-called | Ada Lund called the report a lie.
quotation-continued | “We will go home now,” said Ada Lund.\n“It is simply wrong.”
quotation-denied | Ada Lund denied that Globex had closed.
quotation-direct | “We will go home now,” said Ada Lund.
quotation-indirect | Ada Lund said that Globex had closed.
quotation-repeated | ‘We will go home now’: miners leave\n\n“We will go home now,” said Ada Lund.
quotation-transcript | Jens Berg: Why did you go to Oslo?\n\nAda Lund: Because all of us wanted to work there.
shared-border | Norway shares a border with Sweden.
side-by-side | Norway and Sweden attacked Boko Haram.
support | Norway's support for Sweden grew.
title | Norwegian Prime Minister Jens Berg left.
unit-of-unit | The 3rd Battalion, 21st Artillery Regiment left Oslo.
same-country | The Norwegian embassy closed. Norway said no.
same-name | Ada Lund left. Ada Lund came back.
defined-acronym | The International Trade Union (ITU) closed.
part-of-name | Ada Lund left. Lund came back.
close-apposition | She told the broadcaster Radio Litoral so.
other-name | The man known as Ada Lund left.
apposition | Ada Lund, a chemist, left.
said-who | He is Jens Berg, not Bo Coil, police said.
predicate | Ada Lund is a chemist.
relative-pronoun | Ada Lund, who met Jens Berg, left.
speaker | “I will go home now,” said Ada Lund.
interviewed | When did you begin to write?\nAda Lund: I began in Oslo.
spoken-for | “We will not leave Lima,” said Ada Lund, the head of Globex University.
narrator | I left Oslo. I came back.
same-description | The old miner left. The miner came back.
description-of-name | Globex University closed. The university was old.
reflexive | Ada Lund hurt herself.
pronoun | Ada Lund left. She came back.
narrators | We employ 200 people in Oslo. We founded Globex in 1990.
same-owner | Ada Lund met her brother. She called her brother.
apposition-pre | The company's founder, Ada Lund, left.
based-in | Jens Berg met the Paris-based Globex University.
second-office | Ada Lund, a senator and historian, left.
same-count | Eight embassy employees left. The eight envoys came back.
same-kin | The envoys and their families left. The envoys and family members came back.
reader:employment | Ada Lund has been an engineer at Globex since 2011.
reader:membership | Ada Lund plays for the Lima Tigers.
reader:party | Ada Lund, a member of the Labour Party, left.
reader:residence | Ada Lund lives in Lima.
reader:spouse | Ada Lund married Jens Berg in 1990.
reader:sibling | Ada Lund and her brother Jens Berg left.
reader:parent | Ada Lund and her daughter, Nora Lund, left.
reader:birth-place | Ada Lund was born in Lima.
reader:death-place | Ada Lund died in Lima.
reader:birth-date | Ada Lund was born on 3 May 1960.
reader:death-date | Ada Lund died on 3 May 1960.
reader:nationality | Ada Lund is a Norwegian engineer.
reader:education | Ada Lund studied physics at Globex University.
reader:headquarters | Globex is headquartered in Lima.
reader:founder | Ada Lund founded Globex in 1990.
reader:founding-date | Globex was founded in 1990.
reader:chief | Ada Lund is the chief executive of Globex.
reader:head | Ada Lund, prime minister of Norway, left.
reader:subsidiary | Globex is a subsidiary of Initech.
reader:organisation-country | Globex University is a university in Norway.
reader:containment | Bergen is a city in Norway.
reader:capital | Oslo is the capital of Norway.
reader:author | Ada Lund wrote the novel “Night Train”.
reader:creator | “Night Train” is a film directed by Ada Lund.
"""

# Relations of the learned reader, all of one rule, that no short sentence of neutral names reaches the floor of.
UNREACHED = frozenset(
    {"reader:owner", "reader:water", "reader:publisher", "reader:award", "reader:part-in"}
)

STOPPED = r"""
“We will go home now,” Ada Lund tickled Jens Berg. | quotation-direct | “We will go home now,” | no verb beside it is one of saying: “tickled”
Ada Lund stood up “It is simply wrong!” Jens Berg came. | quotation-direct | “It is simply wrong!” | no verb beside it is one of saying: “stood”, “came”
Ada Lund saw “the best team of all” in Oslo. | quotation-direct | “the best team of all” | no verb beside it is one of saying: “saw”
The film “We Will Go Home Now” was long. | quotation-direct | “We Will Go Home Now” | it is a title, or its few words are no sentence
“So wrong,” said Ada Lund. | quotation-direct | “So wrong,” | fewer than 3 words stand between the marks
It rained. “It is simply wrong.” | quotation-continued | “It is simply wrong.” | no verb of saying stands beside it, and no quotation before it
“We will go home now,” said Ada Lund. She left. “It is simply wrong.” | quotation-continued | “It is simply wrong.” | no verb of saying stands beside it, and words stand between the last quotation and it
Ada Lund denied the theft. | quotation-denied | denied | no clause stands behind “denied”
Ada Lund did not deny that Globex had closed. | quotation-denied | deny | “deny” is denied, or has no subject that is a mention
It was said that Globex had closed. | quotation-indirect | said | “said” has no subject that is a mention
Ada Lund did not say that Globex had closed. | quotation-indirect | say | “say” is denied
Ada Lund sang that Globex had closed. | quotation-indirect | sang | “sang” is no verb of saying
“So wrong,” said Ada Lund. | quotation-indirect | said | the clause under “said” lacks a subject or a verb of its own
It rained. | clause-active | rained | nothing around “rained” is a mention
She said, "Stop them now, please." | clause-active | Stop | “Stop” is a command inside a quotation
The truth, a success, won. | apposition-pre | truth | “success”, which stands beside it, is no name
The truth, a success, won. | apposition-post | success | “truth”, which it stands beside, is no mention
There was the founder of Globex. | copula | founder | nothing that “founder” is said of is a mention
Ada Lund treated Jens Berg as a friend. | as | friend | “treated” is no verb of naming or working as something
Ada Lund met her daughter, Nora, in Oslo. | apposition-pre | daughter | the names after a word of kinship are surer
Jens Berg met his daughter in Oslo. | kin-names | daughter | no name of a person follows “daughter”
Ada Lund, 121, lives in Paris. | age | Ada Lund | the number is no age from 1 to 120
Globex University, 44, closed. | age | Globex University | “Globex University” is no person
Yesterday the 44-year-old, a miner called Jens Berg, left Oslo. | age | Jens Berg | a mark stands between the age and “Jens Berg”
An embassy in Paris closed. | organisation-in-place | An embassy | “An embassy” is neither a name nor definite
Oslo, Lima and Paris are big. | place-comma-place | Oslo | “Lima” is no country, state or region, and none follows it
The faith-based firm closed. | based-in | The faith-based firm | “faith”, beside “based”, is no place
Jens Berg, Labour Party, left. | party-in-brackets | Jens Berg | “Labour Party” does not stand in brackets right behind it
Jens Berg (Globex) left. | life-dates | Jens Berg | the bracket has neither “born” nor “died” nor two dates with a dash between them
Jens Berg, originally a miner, left Oslo. | origin | originally | “from” does not follow “originally”
His death shocked Norway. | death-noun | death | no “in” or “on” with a single date follows
Fans saw Jens Berg “the Engine”. | nickname | Engine | no verb of being or calling gives the words in the marks to somebody
Norway attacked Sweden. | hostile-act | attacked | “Sweden”, which “attacked” is done to or against, is no armed group
Norway will not attack Boko Haram. | hostile-act | attack | “attack” is denied or only possible
Boko Haram was defeated. | hostile-act | defeated | no side is told to do what “defeated” says
Norway's war on drugs goes on. | hostility | war | no side follows “war on”
The war on Boko Haram goes on. | hostility | war | no side is told to wage the “war”
Norway supports Jens Berg. | help | supports | no country, government or armed group is the object of “supports”
Norway might arm Sweden. | help | arm | “arm” is denied or only possible
Norway withdrew support for Sweden. | support | support | “withdrew” ends it or refuses it
Norway and Sweden fought a war. | side-by-side | fought | no side is the object of “fought”: the subjects may fight each other
The border with Sweden closed. | shared-border | border | it is not the object of “share” or “have”, and no “between” follows
Norway has a long border. | shared-border | border | no mention follows with “with”
The border between them closed. | border-between | border | fewer than two mentions follow “between”
Norway closed its frontier with neighbouring rebels. | neighbouring | neighbouring | “rebels” is not the name of a country
The army freed three miners, Jens Berg and Bo Coil, in Oslo. | listed-member | three miners | 2 names follow “three miners”
Jens Berg was not among the miners. | listed-member | among | “was” does not hold
Police searched a home in Oslo. | own-home | home | nobody owns “home”
Refugees from Globex University left. | people-of | Refugees | “Refugees” may have left, or were held there
Boko Haram fighters fled. | present-in | fighters | no place follows “fighters” with “in” or the like
Norway, as part of the plan, left. | part-of | part | who is a part is no country or organisation
Maria Lopez, tired, Globex Institute, said so. | post-between-commas | Maria Lopez | “tired” does not end in a noun in the singular
The 21st Artillery Regiment, 3rd Battalion left Oslo. | unit-of-unit | 21st Artillery Regiment | “3rd Battalion” is no larger unit than “21st Artillery Regiment”
He came. | pronoun | He | nothing before it fits, or nothing is clearly more present than the rest
Ada Lund is the founder and chairman of Globex. | second-office | chairman | not one with “the founder”: they differ in gender
The Lima-based Globex closed its offices. | reader:headquarters | Lima-based Globex closed its | “its” and “Lima”: another organisation is based there
She lives in Lima. | event | lives | “live” tells of a state, not of an event
"""

# Rules of the graph half: what it concludes from several facts or mentions, seen in a build of the text.
CONCLUDED = r"""
group-member | The army freed eight Norwegian miners, including Jens Berg.
leg-of-journey | Eight miners left Oslo on a long journey to Lima. The miners took a 32-hour train ride, then a two-hour bus ride to Lima.
inferred:attack | Norway attacked Sweden.
inferred:court | Judge Ada Lund freed Jens Berg, and the Oslo District Court closed.
inferred:home | The army freed ten miners near Oslo, Norway. Norwegian police met Norwegian miners in Bergen, Norway.
inferred:member | The army freed eight Norwegian miners, including Jens Berg.
inferred:member-nationality | The army freed eight Norwegian miners, including Jens Berg.
place-in-name | The Oslo District Court is in Oslo.
"""
