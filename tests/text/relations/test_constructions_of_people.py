"""Constructions that tell of lives, groups, names and belonging: each sentence with all that it tells."""

import pytest
from relation_samples import relations, rows

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
The experts from Globex University met. |
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
Diplomats of the Norwegian embassy left. | Norwegian embassy kg:ofCountry Norwegian (country-in-name)
Soldiers with Boko Haram left. | Soldiers schema:memberOf Boko Haram (people-of)
Soldiers near Boko Haram left. |
Survivors from Boko Haram left. |
Officials from the Norwegian embassy left. | Norwegian embassy kg:ofCountry Norwegian (country-in-name)
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
