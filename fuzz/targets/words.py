"""Texts from the bytes that a fuzzer makes up."""

# Bytes to words: the stuff of English, markup and RDF, so that even short inputs have sentences,
# names and traps in them.
WORDS = (
    "Ada Lund|Jens Berg|Globex|Oslo|Norway|the mayor|the company|a ship|her brother|the ministry|"
    "he|she|it|they|who|his|its|"
    "met|said|bought|left|leads|was born in|died in|is married to|works for|denied|may buy|"
    "will resign|was arrested by|founded|"
    "in|on|of|for|with|to|by|from|and|or|but|that|not|, the founder of|, who|’s|, aged 44,|"
    "Prime Minister|President|Inc.|"
    "Friday|March 3, 2019|last year|since 2011|from 1990 to 1995|two weeks|$5 million|40 tanks|"
    "about 3 km|9/11|the 1990s|"
    ".|. |.\n\n|\n|, |; |: |“|”|\"|'|(|)|[|]|—|-|/|\\|<b>|</script>|<script>alert(1)</script>|"
    "javascript:alert(1)|&amp;|"
    '@prefix a: <b> .|"""|> . <x> <y> <z> .|^^xsd:date|\\u0022|{?s ?p ?o}|\u202e|\u200d|\u0301|'
    "\ufeff|\x00|\x07|\x1b|\t|\r\n|"
    "\u2028|李|Ärø|🇳🇴|By Jane Smith|Read more|© 2021 Fjord News|https://a.example/x|"
    "Photo: Jane Smith|OSLO (Nordic Press) -|"
    "A|aa|1|0|%|$|€|1,000|1.5|th|U.S.|Mr|Dr|Sept. 11"
).split("|")


def text_of(data: bytes) -> str:
    """Return a text from bytes: their own if the first is even, else a word for each byte."""
    if not data or data[0] % 2 == 0:
        return data[1:].decode("utf-8", "surrogateescape")
    return " ".join(WORDS[byte % len(WORDS)] for byte in data[1:])
