"""Relations that constructions tell without a verb of their own: each sentence with all relations that it claims.

A line without relations stands beside one that has some, and differs from it in what the rule asks for.
"""

import pytest
from relation_samples import label, put, read, relations, roles, rows

AGES = """
Jens Berg, 44, lives in Paris. | Jens Berg kg:age 44 (age)
Jens Berg (44) lives in Paris. | Jens Berg kg:age 44 (age)
Jens Berg, aged 44, lives in Paris. | Jens Berg kg:age 44 (age)
Jens Berg, age 44, lives in Paris. | Jens Berg kg:age 44 (age)
Jens Berg, 120, lives in Paris. | Jens Berg kg:age 120 (age)
Jens Berg, 121, lives in Paris. |
Jens Berg, 0, lives in Paris. |
The 44-year-old miner left Oslo. | The 44-year-old miner kg:age 44 (age)
Three-year-old Jens Berg left Oslo. | Jens Berg kg:age 3 (age)
His three-year-old daughter left Oslo. | His three-year-old daughter kg:age 3 (age)
The 44-year-old left. Jens Berg came. |
The twenty-year-old miner left Oslo. | The twenty-year-old miner kg:age 20 (age)
He, 44, left Oslo. |
The bridge, 44, closed. |
The miner, 44, left Oslo. |
The miner, aged 44, left Oslo. | The miner kg:age 44 (age)
Yesterday the 44-year-old, a miner called Jens Berg, left Oslo. |
A 44-year-old company, Globex University, closed. |
The 44-year-old Globex University closed. |
The 44-year-old's lawyer, Maria Lopez, left. |
The 44-year-old’s lawyer, Maria Lopez, left. |
Jens Berg (43) and Max Lund (0) were out. |
"""

NATIONS = """
Norwegian miners left Oslo. | Norwegian miners schema:nationality Norwegian (nationality-word)
The Norwegian embassy closed. | Norwegian embassy kg:ofCountry Norwegian (country-in-name)
Norwegian Prime Minister Jens Berg left. | Jens Berg schema:nationality Norwegian (nationality-word)
Jens Berg met the US Army. | US Army kg:ofCountry US (country-in-name)
Norway's army left Oslo. | Norway's army kg:ofCountry Norway (country-in-name)
Norway's miners left Oslo. |
Swedish singer Maria Lopez left. | Maria Lopez schema:nationality Swedish (nationality-word)
Turkish miners met Danish pilots. | Turkish miners schema:nationality Turkish (nationality-word); Danish pilots schema:nationality Danish (nationality-word)
German chancellor Maria Lopez and French president Jens Berg met. | Maria Lopez schema:nationality German (nationality-word); Jens Berg schema:nationality French (nationality-word)
Finnish envoy Jens Berg and Czech envoy Maria Lopez met. | Jens Berg schema:nationality Finnish (nationality-word); Maria Lopez schema:nationality Czech (nationality-word)
Maria Lopez, a Norwegian pilot, left. | a Norwegian pilot schema:nationality Norwegian (nationality-word); Maria Lopez schema:nationality Norwegian (nationality-word)
Maria Lopez was not a Norwegian pilot. | a Norwegian pilot schema:nationality Norwegian (nationality-word)
In Norway Prime Minister Jens Berg left. |
Former Norwegian minister Jens Berg left. | Jens Berg schema:nationality Norwegian (nationality-word)
Iraqi miners left. | Iraqi miners schema:nationality Iraqi (nationality-word)
Greek miners left. | Greek miners schema:nationality Greek (nationality-word)
The embassy of Norway closed. |
A Norwegian band left Oslo. | A Norwegian band schema:nationality Norwegian (nationality-word)
The Norway team left Oslo. | The Norway team schema:nationality Norway (nationality-word)
The former Norwegian footballer and coach Jens Berg left. | The former Norwegian footballer schema:nationality Norwegian (nationality-word)
Norwegian Globex University closed. | Norwegian Globex University kg:ofCountry Norwegian (country-in-name)
From Norway Prime Minister Jens Berg left. |
"""

PLACES = """
The embassy in Paris closed. | The embassy schema:location Paris (organisation-in-place)
An embassy in Paris closed. |
Globex University in Oslo closed. | Globex University schema:location Oslo (organisation-in-place)
Jens Berg of Oslo left. | Jens Berg schema:homeLocation Oslo (person-of-place)
Jens Berg from Oslo left. | Jens Berg schema:homeLocation Oslo (person-of-place)
Jens Berg of Norway left. | Jens Berg schema:nationality Norway (person-of-place)
Jens Berg of Globex University left. | Jens Berg schema:worksFor Globex University (person-of-organisation)
Jens Berg of the Labour Party left. | Jens Berg schema:memberOf Labour Party (person-of-organisation)
Jens Berg at Globex University left. | Jens Berg schema:worksFor Globex University (person-of-organisation)
The miner of Oslo left. |
Jens Berg (Labour Party) left. | Jens Berg schema:memberOf Labour Party (party-in-brackets)
Jens Berg, Labour Party, left. |
Jens Berg (Globex University) left. |
He lives in Toulouse, France. | Toulouse schema:containedInPlace France (place-comma-place)
He lives in Toulouse , France. |
He visited France, Norway and Sweden. |
He lives in Bergen, Vestland, Norway. | Bergen schema:containedInPlace Vestland (place-comma-place); Vestland schema:containedInPlace Norway (place-comma-place)
He visited Bergen, Vestland, Norway. | Vestland schema:containedInPlace Norway (place-comma-place)
He lives in Kent, Sussex and Surrey. |
He visited Texas, Ohio and Iowa. |
He lives in Paris, Texas. | Paris schema:containedInPlace Texas (place-comma-place)
He lives in Paris and Texas. |
The Paris-based company closed. | The Paris-based company schema:location Paris (based-in)
The Paris-headquartered company closed. | The Paris-headquartered company schema:location Paris (based-in)
The Paris-minded company closed. |
An airport in Norway closed. |
A Paris-based firm and a Norway-based firm closed. | A Paris-based firm schema:location Paris (based-in); a Norway-based firm schema:location Norway (based-in)
The company Globex University, based in Paris, closed. |
Norway-based Globex University closed. | Globex University schema:location Norway (based-in)
Jens Berg from Globex University left. | Jens Berg schema:worksFor Globex University (person-of-organisation)
Jens Berg from the Labour Party left. | Jens Berg schema:memberOf Labour Party (person-of-organisation)
Jens Berg with Globex University left. |
Jens Berg in Oslo left. |
Jens Berg with Oslo left. |
Initech sued Globex in Oslo. |
Police fined Globex Bank in Oslo. |
The suit against Globex in Oslo failed. |
Investors met Globex Holdings in Paris. |
The regulator raided Globex in Oslo on Monday. |
Workers picketed Initech in Bergen. |
They visited the embassy in Paris. | the embassy schema:location Paris (organisation-in-place)
They saw the Globex Bank in Oslo. | Globex Bank schema:location Oslo (organisation-in-place)
She stood for the Labour Party in Oslo. |
The Oslo-born miner Jens Berg left. | The Oslo-born miner schema:birthPlace Oslo (born-in)
Norwegian-born Maria Lopez left. | Maria Lopez schema:birthPlace Norwegian (born-in)
Norwegian-born singer Maria Lopez left. | Maria Lopez schema:birthPlace Norwegian (born-in)
The Norwegian-born singer Maria Lopez left. | The Norwegian-born singer schema:birthPlace Norwegian (born-in)
A Danish-based singer, Maria Lopez, left. | A Danish-based singer schema:homeLocation Danish (based-in)
Norwegian-based singer Maria Lopez left. | Maria Lopez schema:homeLocation Norwegian (based-in)
Norwegian-trained pilot Maria Lopez left. |
He was shot in Paris, France's capital. |
He was shot near Bergen, Norwegian President Jens Berg said. | Jens Berg schema:nationality Norwegian (nationality-word)
They ruled Kuwait, Southern Iraq, Yemen and Sweden. |
Jens Berg, from Norway, left. | Jens Berg schema:nationality Norway (person-of-place)
Jens Berg of Oslo and Paris left. | Jens Berg schema:homeLocation Oslo (person-of-place); Jens Berg schema:homeLocation Paris (person-of-place)
The port of Norway in Sweden closed. | Norway schema:containedInPlace Sweden (place-in-place)
Globex University of Oslo closed. |
Globex University near Oslo closed. |
Paris Airport in Norway closed. | Paris Airport schema:containedInPlace Norway (place-in-place)
He lives in Bergen, Vestland. |
He lives in Vestland, Norway. | Vestland schema:containedInPlace Norway (place-comma-place)
He visited Oslo, Kent, Surrey and Norway. |
He lives in Oslo, Norway, and Paris, France. | Oslo schema:containedInPlace Norway (place-comma-place); Paris schema:containedInPlace France (place-comma-place)
He visited Ohio, Texas, and Iowa. |
He visited Ohio, Texas or Iowa. |
He visited Kent and Ohio, Texas. |
Maria Lopez, Norway, won. |
"""

BORDERS = """
Norway shares a border with Sweden. | Norway kg:borders Sweden (shared-border)
Norway and Finland share a border with Sweden. | Norway kg:borders Sweden (shared-border); Finland kg:borders Sweden (shared-border)
Norway has a frontier with Sweden. | Norway kg:borders Sweden (shared-border)
Norway has a boundary with Sweden. | Norway kg:borders Sweden (shared-border)
Norway shares a secret with Sweden. |
Norway closed a border with Sweden. |
The river Rhine is the border between France and Germany. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); France kg:borders Germany (border-between)
The Rhine forms the border between France and Germany. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); France kg:borders Germany (border-between)
The Rhine serves as the border between France and Germany. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); France kg:borders Germany (border-between)
The Rhine marks the border between France and Germany as well as Belgium. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); Rhine kg:borders Belgium (border-between); France kg:borders Germany (border-between); France kg:borders Belgium (border-between)
The Rhine crosses the border between France and Germany. | France kg:borders Germany (border-between)
The border between France and Germany closed. | France kg:borders Germany (border-between)
Police closed the border between France and Germany. | France kg:borders Germany (border-between)
The difference between France and Germany is small. |
Norway closed its frontier with neighbouring Sweden. | Norway kg:borders Sweden (neighbouring)
Norway closed its frontier with neighboring Sweden. | Norway kg:borders Sweden (neighbouring)
Norway attacked neighbouring Sweden and Finland. | Norway kg:borders Sweden (neighbouring); Norway kg:borders Finland (neighbouring)
Jens Berg visited neighbouring Sweden. |
Norway closed neighbouring towns. |
He said Norway does not share a border with Sweden. | Norway kg:borders Sweden (shared-border, Denied by He)
He said that Norway shares a border with Sweden. | Norway kg:borders Sweden (shared-border, Reported by He)
The two countries share a border with Sweden. | The two countries kg:borders Sweden (shared-border)
The border with Sweden closed. |
The border of Norway closed. |
Norway shares the borders with Sweden and Finland. | Norway kg:borders Sweden (shared-border); Norway kg:borders Finland (shared-border)
Norway, with which Sweden shares a border, agreed. | Sweden kg:borders which (shared-border)
The Rhine makes the border between France and Germany. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); France kg:borders Germany (border-between)
The Rhine constitutes the frontier between France and Germany. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); France kg:borders Germany (border-between)
The Rhine acts as the boundary between France and Germany. | Rhine kg:borders France (border-between); Rhine kg:borders Germany (border-between); France kg:borders Germany (border-between)
The Rhine runs as the border between France and Germany. | France kg:borders Germany (border-between)
Norway, neighbouring Sweden, agreed. |
Its forces attacked neighbouring Sweden. |
Norway's neighbouring country, Sweden, agreed. |
"""

LIVES = """
Maria Lopez (12 May 1920 – 3 June 1999) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates); Maria Lopez schema:deathDate 3 June 1999 (life-dates)
Maria Lopez (1920–1999) was a painter. | Maria Lopez schema:birthDate 1920 (life-dates); Maria Lopez schema:deathDate 1999 (life-dates)
Maria Lopez (1920 - 1999) was a painter. | Maria Lopez schema:birthDate 1920 (life-dates); Maria Lopez schema:deathDate 1999 (life-dates)
Maria Lopez (born 12 May 1920; died 3 June 1999) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates); Maria Lopez schema:deathDate 3 June 1999 (life-dates)
Maria Lopez (born 12 May 1920 – 3 June 1999) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates); Maria Lopez schema:deathDate 3 June 1999 (life-dates)
Maria Lopez (b. 12 May 1920) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates)
Maria Lopez (died 3 June 1999) was a painter. | Maria Lopez schema:deathDate 3 June 1999 (life-dates)
Maria Lopez (d. 3 June 1999 in Paris) was a painter. | Maria Lopez schema:deathDate 3 June 1999 (life-dates); Maria Lopez schema:deathPlace Paris (life-dates)
Maria Lopez († 3 June 1999) was a painter. | Maria Lopez schema:deathDate 3 June 1999 (life-dates)
Maria Lopez (12 May 1920) was a painter. |
Maria Lopez (born in Toulouse, France) was a painter. | Maria Lopez schema:birthPlace Toulouse (life-dates); Maria Lopez schema:birthPlace France (life-dates); Toulouse schema:containedInPlace France (place-comma-place)
Maria Lopez (born in Toulouse and Paris) was a painter. | Maria Lopez schema:birthPlace Toulouse (life-dates)
Maria Lopez met Jens Berg (born 12 May 1920). | Jens Berg schema:birthDate 12 May 1920 (life-dates)
Globex (born 12 May 1920) was a firm. |
She (born 12 May 1920) was a painter. |
Maria Lopez was a painter. The fair (3 June 1999) was held. |
Originally from Oslo, Maria Lopez is a pilot. | Maria Lopez schema:birthPlace Oslo (origin)
Maria Lopez, originally from Oslo, is a pilot. | Maria Lopez schema:birthPlace Oslo (origin); Maria Lopez schema:homeLocation Oslo (person-of-place)
Maria Lopez originally left Oslo. |
Originally from Toulouse, France, Maria Lopez is a pilot. | Toulouse schema:containedInPlace France (place-comma-place); Maria Lopez schema:birthPlace Toulouse (origin)
Jens Berg came after her death in 1999. | her schema:deathDate 1999 (death-noun)
Jens Berg came after Maria Lopez's death on 3 June 1999. | Maria Lopez schema:deathDate 3 June 1999 (death-noun)
Jens Berg came after the murder of Maria Lopez, a pilot, in 1999. | Maria Lopez schema:deathDate 1999 (death-noun)
Jens Berg came after the assassination of Maria Lopez in 1999. | Maria Lopez schema:deathDate 1999 (death-noun)
Jens Berg came after the visit of Maria Lopez in 1999. |
Jens Berg came after the death of Maria Lopez in Oslo. |
“Maria Lopez (born 12 May 1920) was a painter,” Jens Berg said. | Maria Lopez schema:birthDate 12 May 1920 (life-dates, Reported by Jens Berg)
Maria Lopez (Oslo, 12 May 1920 – Paris, 3 June 1999) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates); Maria Lopez schema:birthPlace Oslo (life-dates); Maria Lopez schema:deathDate 3 June 1999 (life-dates); Maria Lopez schema:deathPlace Paris (life-dates)
Maria Lopez (born in Paris, died in Bergen) was a painter. | Maria Lopez schema:birthPlace Paris (life-dates); Maria Lopez schema:deathPlace Bergen (life-dates)
Maria Lopez (c. 1920, a pilot) was a painter. |
Maria Lopez (born 1920 in Paris, France, Norway and Texas) was a painter. | Maria Lopez schema:birthDate 1920 (life-dates); Maria Lopez schema:birthPlace Paris (life-dates); Maria Lopez schema:birthPlace France (life-dates); Maria Lopez schema:birthPlace Norway (life-dates); Paris schema:containedInPlace France (place-comma-place)
Jens Berg was born in Oslo (3 June 1999). |
Jens Berg came after the death of Maria Lopez, countess of Kent, on 3 May 1902. | Maria Lopez schema:deathDate 3 May 1902 (death-noun)
Jens Berg came on 3 May 1902 after the death of Maria Lopez. |
Jens Berg came after the suicide of Maria Lopez in 1999. | Maria Lopez schema:deathDate 1999 (death-noun)
Jens Berg came after the execution of Maria Lopez in 1999. | Maria Lopez schema:deathDate 1999 (death-noun)
Jens Berg came after the death of Maria Lopez in the 1990s. |
Maria Lopez came originally from Oslo. | Maria Lopez schema:birthPlace Oslo (origin)
Maria Lopez came originally from Globex University. |
The pilot Maria Lopez, originally from Oslo, left. | The pilot schema:birthPlace Oslo (origin)
Paul Berg, Thomas Berg and Jens Berg (born 12 May 1920) left. | Jens Berg schema:birthDate 12 May 1920 (life-dates)
Maria Lopez (born 12 May 1920, Oslo) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates); Maria Lopez schema:birthPlace Oslo (life-dates)
Maria Lopez (born in Oslo on 12 May 1920) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates); Maria Lopez schema:birthPlace Oslo (life-dates)
Maria Lopez (born Maria Lund, 12 May 1920) was a painter. | Maria Lopez schema:birthDate 12 May 1920 (life-dates)
Maria Lopez (Oslo – Paris) was a painter. |
Maria Lopez, a painter (born 12 May 1920), left. | Maria Lopez schema:birthDate 12 May 1920 (life-dates)
Maria Lopez. The painter (born 12 May 1920) left. |
Maria Lopez (deceased 12 May 1920) was a painter. | Maria Lopez schema:deathDate 12 May 1920 (life-dates)
Maria Lopez (born 12 May 1920 – 3 June 1999, Paris, France) was a painter. | Maria Lopez schema:birthDate 1920-05-12 (life-dates); Maria Lopez schema:deathDate 1999-06-03 (life-dates); Paris schema:containedInPlace France (place-comma-place)
Maria Lopez (1920–99) was a painter. | Maria Lopez schema:birthDate 1920 (life-dates); Maria Lopez schema:deathDate 1999 (life-dates)
Maria Lopez (born 1920, married 1940) was a painter. | Maria Lopez schema:birthDate 1920 (life-dates)
Maria Lopez (a pilot) and Jens Berg (born 12 May 1920) left. | Jens Berg schema:birthDate 12 May 1920 (life-dates)
Maria Lopez (Greek: Μαρία) (born 12 May 1920) left. | Maria Lopez schema:birthDate 12 May 1920 (life-dates)
Norway came after the death of its king in 1999. | its king schema:deathDate 1999 (death-noun)
Jens Berg came after his death on Monday. | his schema:deathDate Monday (death-noun)
Jens Berg came after his death, in May 1999. |
Jens Berg came after his death, aged 90, in May 1999. | his schema:deathDate May 1999 (death-noun)
Originally from Oslo, she is a pilot. | she schema:birthPlace Oslo (origin)
Originally from Globex University, she is a pilot. |
Originally of Oslo, she is a pilot. |
Originally from Oslo and Paris, she is a pilot. | she schema:birthPlace Oslo (origin)
She has been a pilot originally. |
Maria Lopez was born in Oslo to Jens Berg and Anna Lund. | Jens Berg schema:children Maria Lopez (born-to); Anna Lund schema:children Maria Lopez (born-to)
Maria Lopez was born to Jens Berg. | Jens Berg schema:children Maria Lopez (born-to)
Maria Lopez was born on 12 May 1920 in Oslo, Norway, to Dr. Jens Berg. | Jens Berg schema:children Maria Lopez (born-to); Oslo schema:containedInPlace Norway (place-comma-place)
Maria Lopez was born to a miner in Oslo. |
Maria Lopez was born in Oslo and moved to Paris. |
Maria Lopez was born in Oslo; she wrote to Jens Berg. |
"""

MEMBERS = """
The army freed eight miners, including Jens Berg. | Jens Berg schema:memberOf eight miners (including)
The army freed eight miners, like Jens Berg. | Jens Berg schema:memberOf eight miners (including)
The army freed eight miners, including Jens Berg and Maria Lopez. | Jens Berg schema:memberOf eight miners (including); Maria Lopez schema:memberOf eight miners (including)
The army freed eight miners with Jens Berg. |
The army freed eight miners, including Globex. |
The army freed the town, including Jens Berg. |
The eight miners left on Monday, including Jens Berg. | Jens Berg schema:memberOf The eight miners (including)
Miners and their families, including his daughter Anna Berg, left Oslo. | his daughter schema:memberOf their families (including)
Police freed 20 people, including 13 from the embassy. | 13 schema:memberOf the embassy (counted-of); 13 schema:memberOf 20 people (including)
Police freed 20 people, including 13 of the embassy. | 13 schema:memberOf the embassy (counted-of); 13 schema:memberOf 20 people (including)
Police freed 20 people, including 13 in the embassy. | 13 schema:memberOf 20 people (including)
Miners, including Jens Berg, left. |
Six miners including Jens Berg and his wife Anna Lund left. | Jens Berg schema:memberOf Six miners (including); his wife schema:memberOf Six miners (including)
People like Jens Berg left. |
Several union leaders, including Jens Berg, left. |
Fans, including Jens Berg, sang. |
The families, including the Norwegian miners, left. | the Norwegian miners schema:memberOf The families (including); the Norwegian miners schema:nationality Norwegian (nationality-word)
The miners, including themselves, left. |
"""

NICKNAMES = """
Jens Berg was the “Engine” of the team. | Jens Berg schema:alternateName Engine (nickname)
Jens Berg became the “Engine” of the team. | Jens Berg schema:alternateName Engine (nickname)
Jens Berg was not the “Engine” of the team. | Jens Berg schema:alternateName Engine (nickname, Denied)
Jens Berg was nicknamed “Bo”. | Jens Berg schema:alternateName Bo (nickname)
Fans know Jens Berg as “Bo”. | Jens Berg schema:alternateName Bo (nickname)
Jens Berg, known as “Bo”, left. | Jens Berg schema:alternateName Bo (nickname)
Jens Berg, nicknamed “Bo”, left. | Jens Berg schema:alternateName Bo (nickname)
Jens Berg was called “Bo” by fans. | Jens Berg schema:alternateName Bo (nickname)
Jens Berg drove “Bo” home. |
Jens Berg was called “the very best of them all”. |
Jens Berg was dubbed "Bo,". | Jens Berg schema:alternateName Bo (nickname)
Jens Berg left as “Bo”. |
Jens Berg worked as “Bo”. |
Maria Lopez remained the “engine” of the team. |
Fans said Jens Berg was the “Engine” of the team. | Jens Berg schema:alternateName Engine (nickname, Reported by Fans)
Jens Berg, the “engine” of the team, left. |
Jens Berg is “Bo”. | Jens Berg schema:alternateName Bo (nickname)
Jens Berg was labelled “the Engine”. | Jens Berg schema:alternateName the Engine (nickname)
Jens Berg was known by “Bo”. |
Jens Berg, also known as “Bo”, left. | Jens Berg schema:alternateName Bo (nickname)
The team, dubbed “the Engines”, left. | The team schema:alternateName the Engines (nickname)
Police called Jens Berg “Bo”. | Jens Berg schema:alternateName Bo (nickname)
Jens Berg was known as “the old man of the sea”. |
Jens Berg was the “engine” of the team. |
Jens Berg became the “heart and soul” of the club. |
Fans said Jens Berg was the “engine” of the team. |
Jens Berg was labelled “the engine”. |
Police called Jens Berg “a danger”. |
Jens Berg was dubbed “le Roi”. | Jens Berg schema:alternateName le Roi (nickname)
Jens Berg is known as “Bo” and "Max". | Jens Berg schema:alternateName Bo (nickname)
"""

BELONGING = """
He joined the 9th Battalion, 77th Artillery Regiment. | 9th Battalion schema:parentOrganization 77th Artillery Regiment (unit-of-unit)
He joined the 77th Regiment, 9th Battalion. |
He joined the 9th Battalion and the 77th Artillery Regiment. |
The students of Globex University met. | The students schema:memberOf Globex University (people-of)
The students from Globex University met. | The students schema:memberOf Globex University (people-of)
The soldiers with the Norwegian army met. | The soldiers schema:memberOf Norwegian army (people-of); Norwegian army kg:ofCountry Norwegian (country-in-name)
The experts from Globex University met. | The experts schema:memberOf Globex University (people-of)
The experts of Globex University met. |
The refugees from Globex University met. |
The student from Globex University left. |
Officials arrived from Globex University. |
Norway, as part of the alliance, sent ships. | Norway schema:memberOf the alliance (part-of)
Norway sent ships as part of the alliance. | Norway schema:memberOf the alliance (part-of)
Norway sent ships as part of the plan. |
Norway sent ships as head of the alliance. |
Jens Berg sent ships as part of the alliance. |
The coalition, including Norway and Sweden, agreed. | Norway schema:memberOf The coalition (including); Sweden schema:memberOf The coalition (including)
The coalition, notably Norway, agreed. | Norway schema:memberOf The coalition (including)
The backer, especially Norway, agreed. |
The coalition, including Jens Berg, agreed. |
Boko Haram fighters in Norway left. | Boko Haram schema:location Norway (present-in)
Boko Haram's fighters in Norway left. | Boko Haram schema:location Norway (present-in)
Boko Haram's presence in Norway grew. | Boko Haram schema:location Norway (present-in)
The defeat of Boko Haram in Norway was near. | Boko Haram schema:location Norway (present-in); Boko Haram schema:location Norway (organisation-in-place)
The defeat of Boko Haram fighters in Norway was near. | Boko Haram schema:location Norway (present-in); Boko Haram schema:location Norway (present-in)
Boko Haram's letters in Norway were found. |
Norwegian fighters in Sweden left. | Norwegian fighters schema:nationality Norwegian (nationality-word)
Boko Haram fighters from Norway left. |
Boko Haram positions inside Toulouse fell. | Boko Haram schema:location Toulouse (present-in)
He led the 9th Battalion, 77th Artillery Regiment. | 9th Battalion schema:parentOrganization 77th Artillery Regiment (unit-of-unit)
He led the Battalion, 77th Artillery Regiment. |
He led the 9th Company, 3rd Battalion, 77th Artillery Regiment. | 3rd Battalion schema:parentOrganization 77th Artillery Regiment (unit-of-unit)
He led the 9th Battalion, 3rd Battalion. |
Diplomats of the Norwegian embassy left. | Diplomats schema:memberOf Norwegian embassy (people-of); Norwegian embassy kg:ofCountry Norwegian (country-in-name)
Soldiers with Boko Haram left. | Soldiers schema:memberOf Boko Haram (people-of)
Soldiers near Boko Haram left. |
Survivors from Boko Haram left. |
Officials from the Norwegian embassy left. | Officials schema:memberOf Norwegian embassy (people-of); Norwegian embassy kg:ofCountry Norwegian (country-in-name)
Officials left from the Norwegian embassy. | Norwegian embassy kg:ofCountry Norwegian (country-in-name)
Five students of Oslo University left. | Five students schema:memberOf Oslo University (people-of)
Norway works as part of the coalition. | Norway schema:memberOf the coalition (part-of)
Norway and Sweden, as part of the coalition, agreed. | Norway schema:memberOf the coalition (part-of); Sweden schema:memberOf the coalition (part-of)
The bloc, particularly Sweden, agreed. | Sweden schema:memberOf The bloc (including)
The bloc, like Sweden, agreed. | Sweden schema:memberOf The bloc (including)
The country, including Norway, agreed. |
Allies, including Norway, agreed. | Norway schema:memberOf Allies (including)
Allies, especially Norway, agreed. | Norway schema:memberOf Allies (including)
Groups, including Boko Haram, agreed. | Boko Haram schema:memberOf Groups (including)
The terrorist groups, including Boko Haram, agreed. | Boko Haram schema:memberOf The terrorist groups (including)
Boko Haram leaders in Norway left. | Boko Haram schema:location Norway (present-in)
Boko Haram's rise in Norway was quick. | Boko Haram schema:location Norway (present-in)
The rise of Boko Haram across Norway was quick. | Boko Haram schema:location Norway (present-in)
The rise of Boko Haram through Norway was quick. |
"""


TOLD = {
    "how old somebody is": AGES,
    "whose people and organisations are": NATIONS,
    "where things are": PLACES,
    "who borders whom": BORDERS,
    "when and where lives began and ended": LIVES,
    "who is of a group": MEMBERS,
    "what somebody is called": NICKNAMES,
    "who belongs to what": BELONGING,
}
ROWS = [
    pytest.param(*row, id=f"{what}-{number}")
    for what, table in TOLD.items()
    for number, row in enumerate(rows(table))
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_sentence_tells(text: str, expected: str) -> None:
    assert "; ".join(relations(text)) == expected


POSTS = """
Maria Lopez, deputy director, Globex Institute, said so. | deputy director: subject=Maria Lopez, of=Globex Institute (deputy director, Asserted)
Maria Lopez, director, the Globex Institute, said so. | director: subject=Maria Lopez, of=Globex Institute (director, Asserted)
Maria Lopez, senior deputy managing director, Globex Institute, said so. | senior deputy managing director: subject=Maria Lopez, of=Globex Institute (senior deputy managing director, Asserted)
Maria Lopez, very senior deputy managing director, Globex Institute, said so. |
Maria Lopez, directors, Globex Institute, said so. |
Maria Lopez, tired, Globex Institute, said so. |
Maria Lopez, director of sales, Globex Institute, said so. |
Maria Lopez, director, Paris, said so. |
Globex Institute, director, Maria Lopez, said so. |
“Maria Lopez, director, Globex Institute, left,” Jens Berg said. | director: subject=Maria Lopez, of=Globex Institute (director, Reported by Jens Berg)
"""


@pytest.mark.parametrize(("text", "expected"), rows(POSTS))
def test_a_post_between_commas_is_held_in_the_organisation_behind_it(
    text: str, expected: str
) -> None:
    told = [claim for claim in read(text)[0] if claim.rule == "post-between-commas"]
    assert (
        "; ".join(
            f"{claim.predicate}: {roles(claim)} ({label(claim)}, {put(claim)})" for claim in told
        )
        == expected
    )
