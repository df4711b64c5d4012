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

TOLD = {
    "how old somebody is": AGES,
    "whose people and organisations are": NATIONS,
    "where things are": PLACES,
    "who borders whom": BORDERS,
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
