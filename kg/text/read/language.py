"""A simple test for the language of a text: which language's commonest words stand most often in it."""

import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # characters from the start; enough to tell
FEWEST = 8  # words; fewer tell nothing
FEWEST_FOREIGN = 30  # words; to call a text foreign takes more than a name
ENOUGH = 0.12  # share of common words in running text; in English news it is about 0.35

COMMON_WORDS = {
    "en": (
        "the of and to in that is was for on with as by at from it be are he his has have had not an this "
        "they but who said which were will a"
    ),
    "de": (
        "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
        "er hat dass sie nach bei wird"
    ),
    "es": (
        "de la que el en y los se del las un por con una su para es al lo como más pero sus le ya este ha o "
        "sí porque esta entre cuando"
    ),
    "fr": (
        "de la le et les des en un une du que est pour qui dans au par plus pas sur ne se ce il sont avec son "
        "aux cette ou mais été"
    ),
    "it": (
        "di che e la il un a per in una sono non le si da con i del della ha dei nel alla più gli anche delle al come lo ma è"
    ),
    "nl": (
        "de van het een en in is dat op te voor met zijn die niet aan er om ook als bij naar door over uit "
        "wordt maar hij worden heeft"
    ),
    "pt": (
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua "
        "ou quando muito foi são"
    ),
}
COMMON = {code: frozenset(words.split()) for code, words in COMMON_WORDS.items()}


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language, empty where too few words tell.

    >>> language_of("The minister said that the bridge was closed to the public on Monday.")
    'en'
    """
    words = Counter(WORD.findall(text[:SAMPLE].lower()))
    total = words.total()
    if total < FEWEST:
        return ""
    share = {
        code: sum(words[word] for word in common & words.keys()) / total
        for code, common in COMMON.items()
    }
    best = max(sorted(share), key=lambda code: share[code])
    if share["en"] >= ENOUGH and share["en"] > share[best] / 2:
        return "en"  # names such as "Duque de Estrada" must not outweigh the words around them
    return best if share[best] >= ENOUGH and total >= FEWEST_FOREIGN else ""
