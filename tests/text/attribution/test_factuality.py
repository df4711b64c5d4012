"""How far a clause is put forward as true: a table of sentences, the verb that is asked about, and its value."""

import pytest
from trees import doc_of

from kg.model import Factuality
from kg.text.attribution.factuality import factuality
from kg.text.parse import load

CASES = """
Jens Berg was arrested for stealing a boat. | stealing | Possible
Two guards were detained for beating a prisoner. | beating | Possible
The minister went on trial for taking bribes. | taking | Possible
Jens Berg is under investigation for destroying documents. | destroying | Possible
The banker was indicted for hiding money in Panama. | hiding | Possible
Two officers are being investigated for shooting a boy. | shooting | Possible
The clerk was charged with selling passports. | selling | Possible
The swimmer was banned for taking steroids. | taking | Asserted
The jockey was disqualified for hitting a horse. | hitting | Asserted
Jens Berg has not been seen since leaving Oslo. | leaving | Asserted
The miners were told to leave the shaft. | leave | Planned
Villagers were summoned to sign the papers. | sign | Planned
The guard pretended to lock the gate. | lock | Denied
The sailor dreamt that he sold the ship. | sold | Possible
Jens Berg reportedly met the envoy. | met | Reported
The ship was purportedly hit by a mine. | hit | Reported
Acme bought Bolt in May. | bought | Asserted
Acme has bought Bolt. | bought | Asserted
Bolt was bought by Acme. | bought | Asserted
Acme is buying Bolt. | buying | Asserted
The miners had to push the cart. | push | Asserted
The miners were forced to push the cart. | push | Asserted
The minister managed to cross the river. | cross | Asserted
The minister began to cross the river. | cross | Asserted
After crossing the river, the miners rested. | crossing | Asserted
The company, which was founded in 1990, may close. | founded | Asserted
The miners and their families returned home. | returned | Asserted
She bought the house and sold it. | sold | Asserted
Acme did not buy Bolt. | buy | Denied
Acme didn't buy Bolt. | buy | Denied
Acme never bought Bolt. | bought | Denied
Acme has not reported any losses. | reported | Denied
No one signed the treaty. | signed | Denied
Nobody signed the treaty. | signed | Denied
No minister signed the treaty. | signed | Denied
The government signed no treaty. | signed | Denied
Neither country signed the treaty. | signed | Denied
The minister left without signing the treaty. | signing | Denied
The minister failed to sign the treaty. | sign | Denied
The minister refused to sign the treaty. | sign | Denied
The minister declined to comment. | comment | Denied
The minister was unable to attend the meeting. | attend | Denied
The company denied selling the weapons. | selling | Denied
Acme was not able to buy Bolt. | buy | Denied
Acme has never been able to buy Bolt. | buy | Denied
Acme's failure to buy Bolt surprised the market. | buy | Denied
Acme was able to buy Bolt. | buy | Asserted
Acme may be able to buy Bolt. | buy | Possible
Acme will be able to buy Bolt. | buy | Planned
Acme ought to buy Bolt. | buy | Possible
The minister was not happy to sign the treaty. | sign | Possible
The army prevented them from crossing the river. | crossing | Denied
The minister avoided meeting the president. | meeting | Denied
The company stopped selling cars. | selling | Denied
Acme may buy Bolt. | buy | Possible
Acme might buy Bolt. | buy | Possible
Acme could buy Bolt. | buy | Possible
Acme can buy Bolt. | buy | Possible
Acme would buy Bolt. | buy | Possible
Acme should buy Bolt. | buy | Possible
Acme must buy Bolt. | buy | Possible
Perhaps Acme bought Bolt. | bought | Possible
Acme probably bought Bolt. | bought | Possible
Acme allegedly bought Bolt. | bought | Possible
If Acme buys Bolt, Smith leaves. | buys | Possible
Unless Acme buys Bolt, Smith leaves. | buys | Possible
It is unclear whether Acme bought Bolt. | bought | Possible
Did Acme buy Bolt? | buy | Possible
Analysts believe that Acme bought Bolt. | bought | Possible
Analysts think Acme bought Bolt. | bought | Possible
Analysts fear that Acme bought Bolt. | bought | Possible
Police suspect that the man stole the car. | stole | Possible
Investigators doubt that the man stole the car. | stole | Possible
Acme will buy Bolt. | buy | Planned
They'll buy Bolt. | buy | Planned
Acme is going to buy Bolt. | buy | Planned
Acme is not going to buy Bolt. | buy | Denied
Acme wasn't going to buy Bolt. | buy | Denied
The ferry is not due to leave. | leave | Denied
The club is not set to move. | move | Denied
Eva Moss did not retire and is going to coach Orion. | coach | Planned
The mayor was not amused and is set to appeal. | appeal | Planned
The firm is not big and is about to close. | close | Planned
Eva Moss never said that Orion is going to sell the mill. | sell | Planned
The board did not know that the mill is due to close. | close | Planned
Acme is not set to buy Bolt. | buy | Denied
Acme is not about to buy Bolt. | buy | Denied
Acme plans to buy Bolt. | buy | Planned
Acme intends to buy Bolt. | buy | Planned
Acme wants to buy Bolt. | buy | Planned
Acme hopes to buy Bolt. | buy | Planned
Acme tried to buy Bolt. | buy | Planned
Acme agreed to buy Bolt. | buy | Planned
Acme offered to buy Bolt. | buy | Planned
Acme threatened to sue Bolt. | sue | Planned
Acme promised to buy Bolt. | buy | Planned
Acme decided to buy Bolt. | buy | Planned
Acme is expected to buy Bolt. | buy | Planned
Acme is set to buy Bolt. | buy | Planned
Acme is due to open the plant. | open | Planned
Acme is about to buy Bolt. | buy | Planned
Acme announced a plan to buy Bolt. | buy | Planned
The minister urged the army to attack the town. | attack | Planned
The president ordered the army to attack the town. | attack | Planned
Workers demanded to meet the minister. | meet | Planned
The minister travelled to Paris to meet the president. | meet | Planned
Acme considered buying Bolt. | buying | Planned
Acme will sell the plant and buy Bolt. | buy | Planned
Acme will not buy Bolt. | buy | Denied
Acme may not buy Bolt. | buy | Possible
Acme has no plans to buy Bolt. | buy | Denied
Police saw no need to arrest Bo Coil. | arrest | Denied
There was no way to save the miners. | save | Denied
The two sides have yet to sign the treaty. | sign | Denied
The treaty remains to be signed. | signed | Planned
Acme is likely to buy Bolt. | buy | Possible
The minister hesitated to sign the treaty. | sign | Possible
The court was asked to free the man. | free | Planned
He was accused of stealing the car. | stealing | Possible
She is suspected of killing the man. | killing | Possible
The man was charged with stealing a car. | stealing | Possible
The army is ready to attack the town. | attack | Possible
Acme was able to buy Bolt. | buy | Asserted
The army was allowed to enter the town. | enter | Asserted
The man was convicted of stealing a car. | stealing | Asserted
He remembered signing the treaty. | signing | Asserted
She forgot to sign the treaty. | sign | Denied
The minister was too ill to attend the meeting. | attend | Denied
Rebels threatened that they would attack the town. | attack | Possible
There is no evidence that Acme bought Bolt. | bought | Possible
There were rumours that Acme bought Bolt. | bought | Possible
It is not true that Acme bought Bolt. | bought | Denied
It is possible that Acme bought Bolt. | bought | Possible
It is clear that Acme bought Bolt. | bought | Asserted
The fact that Acme bought Bolt surprised analysts. | bought | Asserted
When Acme bought Bolt, Smith left. | bought | Asserted
Although Acme bought Bolt, Smith stayed. | bought | Asserted
Smith left because Acme bought Bolt. | bought | Asserted
As Acme bought Bolt, Smith left. | bought | Asserted
Acme rarely buys companies. | buys | Asserted
Acme is poised to buy Bolt. | buy | Planned
Acme is slated to buy Bolt. | buy | Planned
Acme is eager to buy Bolt. | buy | Possible
Acme wanted to sell and buy Bolt. | buy | Planned
Acme wants to sell Coil and to buy Bolt. | buy | Planned
Acme can sell Coil and buy Bolt. | buy | Possible
Acme will sell Coil, but Dyne bought Bolt. | bought | Asserted
Acme has to buy Bolt. | buy | Planned
Acme had to buy Bolt. | buy | Asserted
Acme will have to buy Bolt. | buy | Planned
Acme might have to buy Bolt. | buy | Possible
Acme did not have to buy Bolt. | buy | Denied
Acme did not fail to buy Bolt. | buy | Asserted
Acme never stopped selling cars. | selling | Asserted
It is not certain that Acme bought Bolt. | bought | Denied
It is wrong that Acme bought Bolt. | bought | Denied
It is good that Acme bought Bolt. | bought | Asserted
Acme knew that Dyne might say that Coil bought Bolt. | bought | Asserted
Acme rejected the idea that Coil bought Bolt. | bought | Denied
The decision to buy Bolt was Coil's. | buy | Planned
The ability to buy Bolt was Coil's. | buy | Asserted
The firm to buy Bolt is Coil. | buy | Asserted
The firm that bought Bolt is Coil. | bought | Asserted
Buying Bolt was a risk. | Buying | Asserted
Acme is suspected of buying Bolt. | buying | Possible
Neither Acme nor Coil bought Bolt. | bought | Denied
Acme hardly sold anything. | sold | Denied
Acme sold nothing. | sold | Denied
None of them sold Bolt. | sold | Denied
Acme will buy Bolt if Coil sells it. | sells | Possible
Lest Acme buy Bolt, Coil left. | buy | Possible
Acme let Coil buy Bolt. | buy | Asserted
Bolt is to be bought in May. | bought | Planned
Acme to buy Bolt in May, says Coil | buy | Planned
Acme was not able to answer and bought Bolt. | bought | Asserted
Acme saw Coil buy Bolt. | buy | Asserted
Acme asked whether Coil bought Bolt. | bought | Possible
Maybe Acme bought Bolt. | bought | Possible
Acme shall buy Bolt. | buy | Planned
Acme left to buy Bolt. | buy | Planned
Acme left, buying Bolt. | buying | Asserted
It remains that Acme bought Bolt. | bought | Asserted
Acme threatened that it would buy Bolt. | buy | Possible
Acme said Coil might not buy Bolt. | buy | Possible
If Acme does not buy Bolt, Smith leaves. | buy | Possible
Should Acme buy Bolt, Smith will leave. | buy | Possible
Had Acme bought Bolt, Smith would have left. | bought | Denied
Smith would have left if Acme had bought Bolt. | left | Denied
Smith would have left if Acme had not bought Bolt. | bought | Asserted
Acme should have bought Bolt. | bought | Denied
Acme should not have bought Bolt. | bought | Asserted
The minister was to have opened the bridge. | opened | Denied
The minister was to open the bridge on Friday. | open | Planned
The boy was to become a bishop. | become | Asserted
The minister did not answer until Monday. | answer | Asserted
The ferry almost sank. | sank | Denied
Sales nearly doubled. | doubled | Asserted
Acme neither paid the fine nor closed the plant. | closed | Denied
Neither Ann Bolt nor Bo Coil attended the meeting. | attended | Denied
Acme not only bought Bolt but sold Coil. | bought | Asserted
The minister resigned rather than sign the treaty. | sign | Denied
Instead of paying the fine, Acme sued. | paying | Denied
Instead of paying the fine, Acme sued. | sued | Asserted
Far from helping the mayor, Ann Bolt voted against him. | helping | Denied
The board stopped short of dismissing the director. | dismissing | Denied
The court acquitted him of stealing the car. | stealing | Denied
He was cleared of killing the man. | killing | Denied
The regulator forbade Acme to buy Bolt. | buy | Denied
The regulator banned Acme from buying Bolt. | buying | Denied
The board did not rule out closing the plant. | closing | Possible
The board ruled out closing the plant. | closing | Denied
The judge ruled that Acme owned Bolt. | owned | Asserted
The union urged its members not to strike. | strike | Possible
Acme did not intend to buy Bolt. | buy | Denied
Acme never attempted to buy Bolt. | buy | Denied
The minister denied that he would sign the treaty. | sign | Denied
Acme denied a report that it had bought Bolt. | bought | Denied
Acme dismissed a report in the press that it would buy Bolt. | buy | Denied
There were no reports that Acme bought Bolt. | bought | Denied
The minister would not confirm that Acme bought Bolt. | bought | Possible
An attempt to free the miners failed. | free | Denied
He died in a failed attempt to free the miners. | free | Denied
The council rejected a request to close the road. | close | Denied
The president signed a bill to close the mines. | close | Planned
The mayor demanded that he resign. | resign | Planned
The report recommends that the bridge be closed. | closed | Planned
The council voted to close the road. | close | Planned
He is alleged to have stolen the car. | stolen | Possible
Workers accused the firm of hiding the report. | hiding | Asserted
Thousands marched to demand his release. | demand | Asserted
The champion needed an hour to beat him. | beat | Asserted
He fled, only to be arrested in Lima. | arrested | Asserted
The mayor resigned on Friday; she denies it. | resigned | Asserted
The mayor had resigned, as the council had urged her to. | urged | Asserted
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_the_words_around_a_verb_tell_how_far_its_clause_is_true(case: str) -> None:
    sentence, word, wanted = (part.strip() for part in case.split(" | "))
    verb = next(token for token in load()(sentence) if token.text == word)
    assert factuality(verb).value == wanted


@pytest.mark.parametrize(
    ("outermost", "wanted"),
    [("said/say VBD", Factuality.ASSERTED), ("believed/believe VBD", Factuality.POSSIBLE)],
)
def test_each_clause_of_a_hundred_within_each_other_is_weighed_once(
    outermost: str, wanted: Factuality
) -> None:
    """With two looks at each, this would never end."""
    inner = [f"confirmed/confirm VBD VERB ccomp {at}" for at in range(100)]
    doc = doc_of("\n".join([f"{outermost} VERB ROOT 0", *inner]))
    assert factuality(doc[100]) is wanted
