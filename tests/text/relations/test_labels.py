"""The short clauses by which events are called: each sentence with a predicate and its phrase, names filled in."""

import pytest
from relation_samples import label, read, rows

from kg.model import Frame

LABELS = """
Jens Berg left Oslo by boat. | leave | Jens Berg leaves Oslo by boat
Jens Berg and Maria Lopez leave Oslo. | leave | Jens Berg and Maria Lopez leave Oslo
The miners did not leave Oslo. | leave | The miners do not leave Oslo
Jens Berg did not leave Oslo. | leave | Jens Berg does not leave Oslo
Jens Berg was not arrested in Oslo. | arrest | Jens Berg is not arrested in Oslo
The miners were not arrested in Oslo. | arrest | The miners are not arrested in Oslo
Founded in 1990, Globex left Oslo. | found | Globex is founded
The miners arrested in Oslo left. | arrest | The miners are arrested in Oslo
The miners were arrested by police in Oslo. | arrest | The miners are arrested by police
Jens Berg, who was arrested in Oslo, left. | arrest | who is arrested in Oslo
Jens Berg, who was arrested in Oslo, left. | leave | Jens Berg leaves
The miners who were arrested in Oslo left. | arrest | who are arrested in Oslo
The miners who were arrested in Oslo left. | leave | The miners leave
The miners, who left Oslo and met Globex, sang. | leave | who leave Oslo
The miners, who left Oslo and met Globex, sang. | meet | who meet Globex
They left Oslo. | leave | They leave Oslo
The Alps surround Oslo. | surround | Alps surround Oslo
Police gave Jens Berg the large old green wooden garden house. | give | Police give Jens Berg the large old green wooden garden house
Police gave Jens Berg the garden. | give | Police give Jens Berg the garden
Jens Berg carried out the attack on Globex. | carry out | Jens Berg carries out attack
Jens Berg carried out the attack on Globex. | attack | Jens Berg carries out attack
Jens Berg tried to leave Oslo. | try | Jens Berg tries to leave Oslo
Jens Berg tried to leave Oslo. | leave | Jens Berg tries to leave Oslo
Jens Berg avoided crossing the Rhine. | avoid | Jens Berg avoids crossing Rhine
Jens Berg avoided crossing the Rhine. | cross | Jens Berg does not cross Rhine
Jens Berg tried to sing. | try | Jens Berg tries to sing
Jens Berg tried to sing. | sing | Jens Berg tries to sing
Jens Berg left Oslo at the time of the fair in Paris on Monday. | leave | Jens Berg leaves Oslo
Jens Berg left Oslo at the time of the fair in Paris on Monday. | time | time of fair in Paris
Jens Berg left Oslo at the time of the fair in Paris on Monday. | fair | fair
Jens Berg went from Oslo to Paris through Norway. | go | Jens Berg goes from Oslo to Paris
Jens Berg went from Oslo in May to Paris. | go | Jens Berg goes from Oslo to Paris
Jens Berg sat at a table in Oslo. | sit | Jens Berg sits at a table
Jens Berg ran out of Oslo. | run | Jens Berg runs out of Oslo
Jens Berg was chosen chair of Globex. | choose | Jens Berg is chosen chair of Globex
Jens Berg was chosen chair of Globex. | chair | chair of Globex
Jens Berg is married to Maria Lopez. | marry | Jens Berg is married to Maria Lopez
The man arrested in Oslo met Jens Berg. | arrest | The man is arrested in Oslo
The man arrested in Oslo met Jens Berg. | meet | The man meets Jens Berg
Jens Berg carries Globex. | carry | Jens Berg carries Globex
Jens Berg plays Globex. | play | Jens Berg plays Globex
Jens Berg watched Globex. | watch | Jens Berg watches Globex
Jens Berg pushed Globex. | push | Jens Berg pushes Globex
Jens Berg fixed Globex. | fix | Jens Berg fixes Globex
Jens Berg buzzed Globex. | buzz | Jens Berg buzzes Globex
Jens Berg passed Globex. | pass | Jens Berg passes Globex
Jens Berg went to Oslo. | go | Jens Berg goes to Oslo
Jens Berg did a dance with Globex. | do | Jens Berg does dance
Jens Berg did a dance with Globex. | dance | Jens Berg does dance
Jens Berg's long journey to Oslo surprised Globex. | journey | Jens Berg’s long journey to Oslo
Jens Berg's long journey to Oslo surprised Globex. | surprise | Jens Berg's long journey surprises Globex
The journey of Jens Berg and Maria Lopez to Oslo surprised Globex. | journey | journey of Jens Berg and Maria Lopez to Oslo
The journey of Jens Berg and Maria Lopez to Oslo surprised Globex. | surprise | journey of Jens Berg and Maria Lopez surprises Globex
The journey to Oslo surprised Globex. | journey | journey to Oslo
The journey to Oslo surprised Globex. | surprise | journey surprises Globex
Jens Berg met Max Lund, Tom Lund and Anna Lund. | meet | Jens Berg meets Max Lund, Tom Lund and Anna Lund
Jens Berg received pre-orders from Globex. | receive | Jens Berg receives pre-orders from Globex
Maria Lopez said that Jens Berg had left Oslo. | say | Maria Lopez says that Jens Berg had left Oslo
Maria Lopez said that Jens Berg had left Oslo. | leave | Jens Berg leaves Oslo
Maria Lopez told Jens Berg a story. | tell | Maria Lopez tells Jens Berg a story
Buying Globex surprised Initech. | buy | buying Globex
Buying Globex surprised Initech. | surprise | Buying surprises Initech
Globex appears happy. | appear | Globex appears happy
Globex was made rich by Jens Berg. | make | Globex is made rich by Jens Berg
Jens Berg was met by cheering fans in Oslo. | meet | Jens Berg is met by fans
Jens Berg was met by cheering the fans in Oslo. | meet | Jens Berg is met
Jens Berg was met by cheering the fans in Oslo. | cheer | Jens Berg cheers the fans in Oslo
# What is denied, planned or only possible stays so.
Jens Berg may leave Oslo. | leave | Jens Berg may leave Oslo
Jens Berg will leave Oslo. | leave | Jens Berg will leave Oslo
Jens Berg would not leave Oslo. | leave | Jens Berg would not leave Oslo
Jens Berg plans to leave Oslo. | leave | Jens Berg plans to leave Oslo
Maria Lopez urged Jens Berg to leave Oslo. | leave | Jens Berg is to leave Oslo
Maria Lopez urged Jens Berg not to leave Oslo. | leave | Jens Berg is not to leave Oslo
Maria Lopez urged Jens Berg not to leave Oslo. | urge | Maria Lopez urges Jens Berg not to leave Oslo
Jens Berg was ordered to leave Oslo. | leave | Jens Berg is ordered to leave Oslo
Globex refused to leave Oslo. | leave | Globex does not leave Oslo
Jens Berg denied having left Oslo. | leave | Jens Berg does not leave Oslo
Jens Berg denied having left Oslo. | deny | Jens Berg denies having left Oslo
Jens Berg never left Oslo. | leave | Jens Berg does not leave Oslo
Nobody arrested Jens Berg. | arrest | Nobody arrests Jens Berg
No miner left Oslo. | leave | No miner leaves Oslo
Neither Globex nor Initech left Oslo. | leave | Globex and Initech do not leave Oslo
Prosecutors accused Jens Berg of leaving Oslo. | leave | Jens Berg allegedly leaves Oslo
Maria Lopez believes that Jens Berg left Oslo. | leave | Jens Berg reportedly leaves Oslo
If Jens Berg left Oslo, Globex would close. | leave | Jens Berg may leave Oslo
Jens Berg pleaded not guilty on Monday. | plead | Jens Berg pleads not guilty
A vote of no confidence in Jens Berg failed. | vote | vote of no confidence
The prize is to be announced in Oslo. | announce | The prize is to be announced in Oslo
US to sell Globex to Norway | sell | US is to sell Globex to Norway
Jens Berg was not able to sing and left Oslo. | leave | Jens Berg leaves Oslo
# Agreement, lemma and whole words.
Jens Berg was turned away in Oslo. | turn | Jens Berg is turned away in Oslo
Police fined Globex $4,000. | fine | Police fine Globex $4,000
Three of the miners left Oslo. | leave | Three of the miners leave Oslo
Globex raised $9m in Oslo. | raise | Globex raises $9m in Oslo
Maria Lopez demanded that he leave Oslo. | demand | Maria Lopez demands that he leave Oslo
Maria Lopez asked to have the house searched. | ask | Maria Lopez asks to have house searched
Maria Lopez asked to have Jens Berg searched. | search | Jens Berg is to be searched
Maria Lopez called on Jens Berg to leave Oslo. | call | Maria Lopez calls on Jens Berg to leave Oslo
The miners, freed on Monday, left Oslo. | free | The miners are freed
Three miners freed in Oslo. | free | Three miners are freed in Oslo
The big {9} attack of Globex on Paris killed Jens Berg in Oslo. | attack | big (9) attack of Globex on Paris
The big {9} attack of Globex on Paris killed Jens Berg in Oslo. | kill | big (9) attack of Globex kills Jens Berg
# A noun keeps what "of" says of it, and a preposition its second word.
Miners entered the plaza in front of the hall. | enter | Miners enter the plaza in front of hall
Jens Berg made his debut at the age of seventeen. | make | Jens Berg makes his debut at age of seventeen
Jens Berg declared a state of emergency in Oslo. | declare | Jens Berg declares state of emergency
Jens Berg was freed after months of negotiations. | free | Jens Berg is freed after months of negotiations
The premier ordered a review of county jails. | order | The premier orders review of county jails
Police accused Jens Berg of theft on behalf of a client. | accuse | Police accuse Jens Berg of theft on behalf of client
Globex withdrew because of a terror threat. | withdraw | Globex withdraws because of terror threat
Jens Berg died in Oslo due to cancer. | die | Jens Berg dies in Oslo due to cancer
Globex closed the mine because of the flood. | close | Globex closes the mine because of flood
The trial of a new vaccine was halted in Oslo. | halt | trial of new vaccine is halted in Oslo
# A time is left out whole, and a hyphenated word is not torn.
The miners sang from 3 to 7 February. | sing | The miners sing
The miners sang from 28 May until 2 June. | sing | The miners sing
Jens Berg was arrested the day before yesterday. | arrest | Jens Berg is arrested
Jens Berg was arrested in Oslo the day after the vote. | arrest | Jens Berg is arrested in Oslo
Maria Lopez met her ex-husband in Oslo. | meet | Maria Lopez meets her ex-husband in Oslo
Maria Lopez's ex-wife sued Globex. | sue | Maria Lopez's ex-wife sues Globex
Jens Berg sued his mother-in-law in Oslo. | sue | Jens Berg sues his mother-in-law in Oslo
Maria Lopez met her brother-in-law in Oslo. | meet | Maria Lopez meets her brother-in-law in Oslo
Ex-minister Jens Berg left Oslo. | leave | Jens Berg leaves Oslo
The ex-soldier was jailed in Oslo. | jail | The ex-soldier is jailed in Oslo
# What is ruled out is not said.
Police arrested Jens Berg and not Maria Lopez. | arrest | Police arrest Jens Berg
Police arrested Jens Berg but not Maria Lopez. | arrest | Police arrest Jens Berg
Police found a pistol but not the car. | find | Police find a pistol
Jens Berg, but not Maria Lopez, left Oslo. | leave | Jens Berg leaves Oslo
Jens Berg met Max Lund, Tom Lund and Anna Lund but not Maria Lopez. | meet | Jens Berg meets Max Lund, Tom Lund and Anna Lund
Norway called on Sweden to pursue a diplomatic solution and not a military solution. | call | Norway calls on Sweden to pursue diplomatic solution
Globex expressed regret but not responsibility. | express | Globex expresses regret
Globex is not going to leave Oslo. | leave | Globex does not leave Oslo
The miners are not going to leave Oslo. | leave | The miners do not leave Oslo
Jens Berg was not going to leave Oslo. | leave | Jens Berg does not leave Oslo
Jens Berg is going to leave Oslo. | leave | Jens Berg is to leave Oslo
# Agreement goes by the auxiliary of the article where a noun leaves it open.
All civilian aircraft have been barred from Oslo. | bar | All civilian aircraft are barred from Oslo
The aircraft was barred from Oslo. | bar | The aircraft is barred from Oslo
Rescuers hauled the miners out of Oslo. | haul | Rescuers haul the miners out of Oslo
Boko Haram loyalists have left Oslo. | leave | Boko Haram loyalists leave Oslo
Maria Lopez demanded that Jens Berg come to Oslo. | come | Jens Berg is to come to Oslo
# A verb without a subject is no clause, and neither is an infinitive of a noun.
An attempt to blow up the bridge failed. | blow up | attempt to blow up the bridge
A request to be stripped of the title was made in Oslo. | strip | request to be stripped of the title
The first bid to take over Globex failed. | take over | first bid to take over Globex
# The content of a saying is whole or left out.
Jens Berg testified that he had seen a man leave. | testify | Jens Berg testifies
Jens Berg refused to let the miners use the bridge. | refuse | Jens Berg refuses to let miners use bridge
Globex made the miners leave Oslo. | make | Globex makes miners leave Oslo
# The verb of a sentence is no participle, and a headline's participle is one.
Jens Berg, 61, a retired colonel who led the army, conceded in Oslo. | concede | Jens Berg concedes in Oslo
Globex's deputy, Jens Berg, signed for Globex. | sign | Globex's deputy signs for Globex
Jens Berg, arrested in Oslo. | arrest | Jens Berg is arrested in Oslo
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(LABELS))
def test_a_label_says_the_clause_in_the_present_tense(
    text: str, predicate: str, expected: str
) -> None:
    told = [
        claim
        for claim in read(text)[0]
        if claim.frame in (Frame.VERB, Frame.HAPPENING) and claim.predicate == predicate
    ]
    assert [label(claim) for claim in told] == [expected]


BRACES = """
The big {9} attack of Globex on Paris killed Jens Berg in Oslo. | attack | big (9) attack of {0} on {1}
Jens Berg left Oslo with a big {0} dog. | leave | {0} leaves {1} with big (0) dog
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(BRACES))
def test_a_brace_of_the_article_is_no_place_for_a_filler(
    text: str, predicate: str, expected: str
) -> None:
    assert [claim.phrase for claim in read(text)[0] if claim.predicate == predicate] == [expected]


TITLES = """
Globex CEO Jens Berg left. | CEO
Globex's chief executive, Jens Berg, left. | chief executive
Globex's angry executive, Jens Berg, left. | executive
Norwegian Prime Minister Jens Berg left. | prime minister
Former minister Jens Berg left. | minister
Jens Berg, third secretary of Globex, left. | third secretary
Jens Berg, Globex sales manager, left. | sales manager
Minister for Women and Equality Jens Berg left. | minister for women and equality
Norwegian Minister for Trade and Industry Maria Lopez, 54, left. | minister for trade and industry
Secretary of State for Energy and EU Affairs Anna Lund left. | secretary of state for energy and EU affairs
"""


@pytest.mark.parametrize(("text", "expected"), rows(TITLES))
def test_a_title_is_told_without_names_and_without_what_only_describes(
    text: str, expected: str
) -> None:
    assert expected in [claim.phrase for claim in read(text)[0] if claim.frame is Frame.NOUN]


RULES = """
Globex bought Initech. | buy | clause-active
Globex was bought by Initech. | buy | clause-passive
Globex, which bought Initech, left. | buy | clause-relative
Globex, bought by Initech, left. | buy | clause-reduced
Globex made an apology to Initech. | apology | light-verb
Globex refused an apology to Initech. | apology | event-noun
Maria Lopez, founder of Globex, left. | founder | apposition-post
The founder, Maria Lopez, left. | founder | apposition-pre
Maria Lopez is the founder of Globex. | founder | copula
The founder of Globex is Maria Lopez. | founder | copula
Maria Lopez was named chair of Globex. | chair | naming
Maria Lopez worked as chair of Globex. | chair | as
Maria Lopez left the post of chair of Globex. | chair | event-noun; post
A native of Oslo, Maria Lopez moved to Paris. | native | event-noun; leading
A division of aircraft maker Initech Group, Globex Ltd makes boats. | division | event-noun; leading
Globex chair Maria Lopez left. | chair | title
Jens Berg left his wife, Anna Lund. | wife | kin-names
The chair of Globex left. | chair | noun-phrase
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(RULES))
def test_a_claim_tells_by_which_construction_it_was_found(
    text: str, predicate: str, expected: str
) -> None:
    assert (
        "; ".join(
            dict.fromkeys(claim.rule for claim in read(text)[0] if claim.predicate == predicate)
        )
        == expected
    )


TRIGGERS = """
Globex made a long apology to Initech. | apology | made a long apology
Globex refused a long apology to Initech. | apology | apology
Globex carried out an attack. | carry out | carried
Maria Lopez is the sales manager of Globex. | sales manager | manager
Maria Lopez lives in Toulouse, France. | schema:containedInPlace | Toulouse
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(TRIGGERS))
def test_a_claim_points_at_the_words_that_make_it(text: str, predicate: str, expected: str) -> None:
    assert {claim.trigger.of(text) for claim in read(text)[0] if claim.predicate == predicate} == {
        expected
    }
