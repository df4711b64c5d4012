"""Times stand at what happened then and at nothing else: rows as in test_roles.py."""

import pytest
from relation_samples import rows, told

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


@pytest.mark.parametrize(("text", "predicate", "expected"), rows(TIMES))
def test_a_time_stands_at_what_happened_then_and_at_nothing_else(
    text: str, predicate: str, expected: str
) -> None:
    assert told(text, predicate) == expected
