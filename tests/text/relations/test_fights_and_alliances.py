"""Who fights whom, who helps whom, and where: each sentence with all relations that it claims."""

import pytest
from relation_samples import relations, rows

FIGHTS = """
The army fought Boko Haram in Norway. | The army kg:opponent Boko Haram (hostile-act); Boko Haram schema:location Norway (fought-in-place); Boko Haram schema:location Norway (organisation-in-place)
Norwegian soldiers fought Boko Haram near Paris. | Norwegian soldiers schema:nationality Norwegian (nationality-word); Boko Haram schema:location Paris (fought-in-place)
Norway fought Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway attacked Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway attacked Sweden. |
Norway defeated Sweden. | Norway kg:opponent Sweden (hostile-act)
Boko Haram was defeated by Norway. | Norway kg:opponent Boko Haram (hostile-act)
Norway drove Boko Haram out of Sweden. | Norway kg:opponent Boko Haram (hostile-act); Boko Haram schema:location Sweden (fought-in-place)
Norway drove Boko Haram from Sweden. | Norway kg:opponent Boko Haram (hostile-act); Boko Haram schema:location Sweden (fought-in-place)
Norway liberated Toulouse from Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway rallied against Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway united against Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway met Boko Haram. |
Norway carried out strikes on Boko Haram in Sweden. | Norway kg:opponent Boko Haram (hostility); Boko Haram schema:location Sweden (fought-in-place)
Norway carried out strikes against Boko Haram positions. | Norway kg:opponent Boko Haram (hostility)
Norway wrote letters against Boko Haram. |
Norway's war on Boko Haram goes on. | Norway kg:opponent Boko Haram (hostility)
Norway's war on drugs goes on. |
Norway's visit to Boko Haram was long. |
The fight by Norway against Boko Haram goes on. | Norway kg:opponent Boko Haram (hostility)
The Norwegian campaign against Boko Haram goes on. | Norwegian kg:opponent Boko Haram (hostility)
The Norway campaign against Boko Haram goes on. |
The US campaign against Boko Haram goes on. | US kg:opponent Boko Haram (hostility)
Norway helped Sweden in the battle against Boko Haram. | Norway kg:ally Sweden (help); Norway kg:opponent Boko Haram (hostility); Sweden kg:opponent Boko Haram (hostility)
Norway took part in the battle against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway's role in the fight against Boko Haram is small. | Norway kg:opponent Boko Haram (hostility)
In the fight against Boko Haram, Norway sent ships. | Norway kg:opponent Boko Haram (hostility)
Norway joined in the fight against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway is ready to defeat Boko Haram. |
Norway's campaign to defeat Boko Haram goes on. | Norway kg:opponent Boko Haram (hostile-act)
The alliance to defeat Boko Haram met. | The alliance kg:opponent Boko Haram (hostile-act)
Norway launched a series of strikes against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Sweden is helping Norway to defeat Boko Haram. | Sweden kg:ally Norway (help); Sweden kg:opponent Boko Haram (hostile-act); Norway kg:opponent Boko Haram (hostile-act)
Sweden backs Norway against Boko Haram. | Sweden kg:ally Norway (help); Norway kg:opponent Boko Haram (hostility)
Sweden lifted support for Norway in the fight against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Sweden supports Norway in its fight against Boko Haram. | Sweden kg:ally Norway (help); Sweden kg:opponent Boko Haram (hostility); Norway kg:opponent Boko Haram (hostility)
Boko Haram and Norway fought. |
Norwegian strikes hit Boko Haram. |
Strikes by Norway destroyed Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway will attack Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway will not attack Boko Haram. |
Jens Berg said Norway attacked Boko Haram. | Norway kg:opponent Boko Haram (hostile-act, Reported by Jens Berg)
Norway, which fights Boko Haram, agreed. | Norway kg:opponent Boko Haram (hostile-act)
Norway pushed Boko Haram into Toulouse. | Norway kg:opponent Boko Haram (hostile-act)
Norway recaptured Toulouse from Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway freed miners of Boko Haram. |
Norway defended Sweden against Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway attacked Boko Haram in Toulouse and Paris. | Norway kg:opponent Boko Haram (hostile-act); Boko Haram schema:location Toulouse (fought-in-place); Boko Haram schema:location Paris (fought-in-place)
Norway attacked Boko Haram inside Toulouse. | Norway kg:opponent Boko Haram (hostile-act); Boko Haram schema:location Toulouse (fought-in-place)
Norway attacked Boko Haram over Toulouse. | Norway kg:opponent Boko Haram (hostile-act)
Norway attacked Boko Haram fighters. | Norway kg:opponent Boko Haram (hostile-act)
Norway attacked Boko Haram's camp. | Norway kg:opponent Boko Haram (hostile-act)
Norway attacked the camp. |
Norway attacked a Boko Haram house. |
Norway and Sweden attacked Boko Haram and Globex. | Norway kg:ally Sweden (side-by-side); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway was attacked by Boko Haram. |
Boko Haram attacked Norway. |
Norway tried to attack Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway started attacking Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway met and attacked Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway met Sweden and defeated Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway is capable of defeating Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway is intent on defeating Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway has a house to defeat Boko Haram. |
A plan that defeats Boko Haram was made by Norway. |
The coalition that fights Boko Haram met. | The coalition kg:opponent Boko Haram (hostile-act)
The coalition fighting Boko Haram met. | The coalition kg:opponent Boko Haram (hostile-act)
The miners fighting Boko Haram met. |
Norway led strikes on Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway saw strikes on Boko Haram. |
Norway led strikes near Boko Haram. |
Norway led strikes on Jens Berg. |
Norway led strikes in Toulouse against Boko Haram. | Norway kg:opponent Boko Haram (hostility); Boko Haram schema:location Toulouse (fought-in-place)
Strikes and raids by Norway against Boko Haram failed. | Norway kg:opponent Boko Haram (hostility)
Norway's raids and strikes against Boko Haram failed. | Norway kg:opponent Boko Haram (hostility)
Norway led raids and strikes against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway's army's war on Boko Haram failed. | Norway's army kg:ofCountry Norway (country-in-name); Norway's army kg:opponent Boko Haram (hostility)
His war on Boko Haram failed. | His kg:opponent Boko Haram (hostility)
Its war on Boko Haram failed. | Its kg:opponent Boko Haram (hostility)
Norway's support for Sweden in the war on Boko Haram grew. | Norway kg:ally Sweden (support); Sweden kg:opponent Boko Haram (hostility)
Support for Norway in the war on Boko Haram grew. | Norway kg:opponent Boko Haram (hostility)
Support of Norway in the war on Boko Haram grew. | Norway kg:opponent Boko Haram (hostility)
Norway in the war on Boko Haram lost ships. | Norway kg:opponent Boko Haram (hostility)
Toulouse in the war on Boko Haram lost ships. |
Norway participates in the war on Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway helps Sweden in the war on Boko Haram. | Norway kg:ally Sweden (help); Norway kg:opponent Boko Haram (hostility); Sweden kg:opponent Boko Haram (hostility)
Norway sees Sweden in the war on Boko Haram. |
Norway led a number of strikes against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway led a history of strikes against Boko Haram. |
Norway assists Sweden to defeat Boko Haram. | Norway kg:ally Sweden (help); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway wants Sweden to defeat Boko Haram. | Sweden kg:opponent Boko Haram (hostile-act, Possible by Norway)
Norway helps to defeat Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway could defeat Boko Haram. |
Norway denied that it attacked Boko Haram. |
Boko Haram opposes Norway. |
Jens Berg attacked Boko Haram. | Jens Berg kg:opponent Boko Haram (hostile-act)
The Labour Party defeated Sweden. | Labour Party kg:opponent Sweden (hostile-act)
The Labour Party defeated Maria Lopez. | Labour Party kg:opponent Maria Lopez (hostile-act)
Globex University defeated Sweden. |
Norway's house for defeating Boko Haram failed. |
Norway helps Sweden by defeating Boko Haram. | Norway kg:ally Sweden (help); Norway kg:opponent Boko Haram (hostile-act)
Norwegian and Swedish strikes against Boko Haram failed. | Norwegian kg:opponent Boko Haram (hostility); Swedish kg:opponent Boko Haram (hostility)
The coalition's fight and war against Boko Haram failed. | The coalition kg:opponent Boko Haram (hostility)
Norway is conducting, with Sweden, strikes against Boko Haram. | Norway kg:opponent Boko Haram (hostility)
Norway conducts strikes in Toulouse, near Paris, against Boko Haram. | Norway kg:opponent Boko Haram (hostility); Boko Haram schema:location Toulouse (fought-in-place); Boko Haram schema:location Paris (fought-in-place)
Norway supports the miners of Sweden in the war on Boko Haram. |
Norway's commitment with the war on Boko Haram is clear. | Norway kg:opponent Boko Haram (hostility)
Norway's participation in the war on Boko Haram is clear. | Norway kg:opponent Boko Haram (hostility)
Norway's interest in the war on Boko Haram is clear. |
Norway's role as part of the war on Boko Haram is clear. | Norway kg:opponent Boko Haram (hostility)
The start of Norway's war on Boko Haram is near. | Norway kg:opponent Boko Haram (hostility)
In the war on Boko Haram, Norway met Sweden. | Norway kg:opponent Boko Haram (hostility)
After the war on Boko Haram, Norway met Sweden. |
In the war on Boko Haram, Norway was met. |
Norway defeated fighters. |
Norway attacked Boko Haram, which fled. | Norway kg:opponent Boko Haram (hostile-act)
Boko Haram, which Norway attacked, fled. | Norway kg:opponent Boko Haram (hostile-act)
Boko Haram, attacked by Norway, fled. | Norway kg:opponent Boko Haram (hostile-act)
The group that Norway attacked fled. |
"""

ALLIES = """
Norway is assisting Sweden. | Norway kg:ally Sweden (help)
Norway will arm Sweden. | Norway kg:ally Sweden (help)
Norway might arm Sweden. |
Norway supports Jens Berg. |
Norway is assisting Boko Haram. | Norway kg:ally Boko Haram (help)
Jens Berg is assisting Norway. |
Sweden was assisted by Norway. | Norway kg:ally Sweden (help)
Norway and Sweden defeated Boko Haram. | Norway kg:ally Sweden (side-by-side); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway and Jens Berg defeated Boko Haram. | Norway kg:opponent Boko Haram (hostile-act); Jens Berg kg:opponent Boko Haram (hostile-act)
Norway and Sweden visited Boko Haram. |
Boko Haram was defeated by Norway and Sweden. | Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway provides support for Sweden. | Norway kg:ally Sweden (support)
Norway withdrew support for Sweden. |
Norway's support for Sweden is clear. | Norway kg:ally Sweden (support)
Norway acted with the backing of Sweden. | Norway kg:ally Sweden (support)
Norway acted in support of Sweden. | Norway kg:ally Sweden (support)
Norway conducted strikes in support of Sweden. | Norway kg:ally Sweden (support)
Norway wrote letters in support of Sweden. |
Norway acted in fear of Sweden. |
Norwegian coalition forces supported Sweden. | Norwegian coalition forces kg:ofCountry Norwegian (country-in-name); Norwegian coalition forces kg:ally Sweden (help)
The coalition supported Sweden. | The coalition kg:ally Sweden (help)
Norway equips the Swedish government. | Norway kg:ally the Swedish government (help)
Norway equips Swedish forces. | Norway kg:ally Swedish forces (help); Swedish forces kg:ofCountry Swedish (country-in-name)
Norway equips Boko Haram's forces. |
The Norwegian alliance helps Sweden. | The Norwegian alliance kg:ofCountry Norwegian (country-in-name); The Norwegian alliance kg:ally Sweden (help)
The Norwegian government helps Sweden. | The Norwegian government kg:ally Sweden (help)
They help Sweden. | They kg:ally Sweden (help)
It helps Sweden. | It kg:ally Sweden (help)
Norway agreed to help Sweden. | Norway kg:ally Sweden (help)
Norway refused to help Sweden. |
Norway and Sweden are fighting Boko Haram. | Norway kg:ally Sweden (side-by-side); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway and Sweden will fight Boko Haram. | Norway kg:ally Sweden (side-by-side); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway and Sweden fought miners. |
Norway and Sweden fought Globex University. |
Norway and Sweden fought. |
Norway, Sweden and Finland fought Boko Haram. | Norway kg:ally Sweden (side-by-side); Norway kg:ally Finland (side-by-side); Sweden kg:ally Finland (side-by-side); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act); Finland kg:opponent Boko Haram (hostile-act)
Norway pledged support for Sweden. | Norway kg:ally Sweden (support)
Norway saw support for Sweden. |
Norway ended support for Sweden. |
Norway's assistance to the Swedish army is clear. | Norway kg:ally Swedish army (support); Swedish army kg:ofCountry Swedish (country-in-name)
Norway's assistance near Sweden is clear. |
Norway fought with the support of Sweden. | Norway kg:ally Sweden (support)
Norway fought in aid of Sweden. | Norway kg:ally Sweden (support)
Norway fought without the support of Sweden. |
Norway lost ships in support of Sweden. | Norway kg:ally Sweden (support)
Norway led strikes with the support of Sweden. | Norway kg:ally Sweden (support)
Support for Sweden grew in Norway. |
Its support for Sweden grew. | Its kg:ally Sweden (support)
His support for Sweden grew. | His kg:ally Sweden (support)
Norway helped Sweden, which supports Finland. | Norway kg:ally Sweden (help); Sweden kg:ally Finland (help)
Norway helped Swedish miners. | Swedish miners schema:nationality Swedish (nationality-word)
Norway helped the Labour Party. |
Sweden, helped by Norway, agreed. | Norway kg:ally Sweden (help)
Norway met and helped Sweden. | Norway kg:ally Sweden (help)
Norway's help for Sweden is clear. | Norway kg:ally Sweden (support)
Norway's backing of Sweden is clear. | Norway kg:ally Sweden (support)
Norway's backing for the miners is clear. |
Norway expressed support for Sweden. | Norway kg:ally Sweden (support)
Norway lost support of Sweden. |
Norway acts in support of and for Sweden. | Norway kg:ally Sweden (support)
Norway, in support of Sweden, sent ships. | Norway kg:ally Sweden (support)
Norway works with the assistance of Sweden. | Norway kg:ally Sweden (support)
Norway works under the support of Sweden. |
Norway wrote a letter with the support of Sweden. |
Norway launched attacks in support of Sweden. | Norway kg:ally Sweden (support)
Norway and the miners fought Boko Haram. | Norway kg:opponent Boko Haram (hostile-act)
Norway and the Swedish government fought Boko Haram. | Norway kg:ally the Swedish government (side-by-side); Norway kg:opponent Boko Haram (hostile-act); the Swedish government kg:opponent Boko Haram (hostile-act)
Norway and the coalition fought Boko Haram. | Norway kg:ally the coalition (side-by-side); Norway kg:opponent Boko Haram (hostile-act); the coalition kg:opponent Boko Haram (hostile-act)
Norway and Sweden wanted to defeat Boko Haram. | Norway kg:ally Sweden (side-by-side); Norway kg:opponent Boko Haram (hostile-act); Sweden kg:opponent Boko Haram (hostile-act)
Norway and Sweden did not defeat Boko Haram. |
"""


@pytest.mark.parametrize(("text", "expected"), [*rows(FIGHTS), *rows(ALLIES)])
def test_a_sentence_ties_sides_by_what_they_do_and_no_others(text: str, expected: str) -> None:
    assert "; ".join(relations(text)) == expected
