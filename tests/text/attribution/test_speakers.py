"""How a claim is put: who answers for it, how far it stands, and whether it is told to be over."""

import pytest
from relation_samples import put, read, rows

PUT = """
Maria Lopez said that Jens Berg had founded Globex. | found | Reported by Maria Lopez
According to Maria Lopez, Jens Berg founded Globex. | found | Reported by Maria Lopez
Jens Berg founded Globex, according to Maria Lopez. | found | Reported by Maria Lopez
According to Maria Lopez, who founded Globex, Jens Berg left. | found | Asserted
Jens Berg founded Globex, similar to Maria Lopez. | found | Asserted
Maria Lopez denied that Jens Berg had founded Globex. | found | Denied by Maria Lopez
Maria Lopez believes that Jens Berg founded Globex. | found | Possible by Maria Lopez
Maria Lopez was told by Anna Lund that Jens Berg had founded Globex. | found | Reported by Anna Lund
Maria Lopez said Jens Berg had not founded Globex. | found | Denied by Maria Lopez
Maria Lopez sang and said that Jens Berg had founded Globex. | found | Reported by Maria Lopez
Maria Lopez said that she knew that Jens Berg had founded Globex. | found | Reported by Maria Lopez
Maria Lopez knew that Jens Berg had founded Globex. | found | Asserted
“Jens Berg founded Globex in Oslo,” said Maria Lopez. | found | Reported by Maria Lopez
“Jens Berg founded Globex in Oslo,” said Maria Lopez. Initech was founded by Anna Lund. | found | Reported by Maria Lopez; Asserted
“Globex founder Jens Berg left Oslo,” said Maria Lopez. | founder | Reported by Maria Lopez
Globex founder Jens Berg left Oslo, said Maria Lopez. | founder | Asserted
It was said that Jens Berg had founded Globex. | found | Reported
Officials said that Jens Berg had founded Globex. | found | Reported by Officials
Maria Lopez praised the acquisition of Globex. | acquisition | Asserted
Maria Lopez said the acquisition of Globex would fail. | acquisition | Possible by Maria Lopez
The acquisition of Globex failed, Maria Lopez said. | acquisition | Reported by Maria Lopez
“The acquisition of Globex failed again,” said Maria Lopez. | acquisition | Reported by Maria Lopez
Globex made no apology to Maria Lopez. | apology | Denied
Globex may make an apology to Maria Lopez. | apology | Possible
Globex did not seek a merger with Initech. | merger | Denied
Jens Berg left after the merger of Globex, Maria Lopez said. | merger | Asserted
Maria Lopez said Jens Berg is the founder of Globex. | founder | Reported by Maria Lopez
Jens Berg is not the founder of Globex. | founder | Denied
Jens Berg, former chairman of Globex, left. | chairman | Asserted, ended
Jens Berg, former founder and chairman of Globex, left. | chairman | Asserted, ended
Jens Berg, chairman of Globex, left. | chairman | Asserted
Jens Berg resigned as chairman of Globex. | chairman | Asserted, ended
Jens Berg worked as chairman of Globex. | chairman | Asserted
Jens Berg is a former chairman of Globex. | chairman | Asserted, ended
Maria Lopez said Norway shares a border with Sweden. | kg:borders | Reported by Maria Lopez
Maria Lopez said that Jens Berg was the “engine” of the team. | schema:alternateName | Reported by Maria Lopez
“Jens Berg (born 12 May 1920) left Oslo,” said Maria Lopez. | schema:birthDate | Reported by Maria Lopez
“Jens Berg, 44, left Oslo again,” said Maria Lopez. | kg:age | Reported by Maria Lopez
Maria Lopez said that Norway will attack Boko Haram. | kg:opponent | Reported by Maria Lopez
Norway will attack Boko Haram. | kg:opponent | Asserted
“Norway will attack Boko Haram soon,” said Maria Lopez. | kg:opponent | Reported by Maria Lopez
Maria Lopez said that Norway supports Sweden. | kg:ally | Reported by Maria Lopez
“Maria Lopez, deputy director, Globex Institute, left,” said Jens Berg. | deputy director | Reported by Jens Berg
“The students of Globex University met,” said Jens Berg. | schema:memberOf | Reported by Jens Berg
"""


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(PUT))
def test_a_claim_is_put_as_its_clause_and_its_speaker_put_it(
    text: str, predicate: str, expected: str
) -> None:
    told = [put(claim) for claim in read(text)[0] if claim.predicate == predicate]
    assert "; ".join(dict.fromkeys(told)) == expected
