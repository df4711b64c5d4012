"""Articles that nobody writes in good faith: each a function from a length in characters to a text of about that length.

`NESTED` and the like stress the parts that look around in a text, `MARKUP` the languages that a graph is written in.
"""

from collections.abc import Callable
from random import Random

SYLLABLES = [consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou"]

Maker = Callable[[int], str]


def repeated(piece: str, *, before: str = "", after: str = "") -> Maker:
    """A text that says one thing over and over."""
    return lambda length: before + piece * max(1, length // len(piece)) + after


def nested(opening: str, closing: str) -> Maker:
    """Brackets or quotation marks, each inside the one before."""
    return lambda length: (
        opening * (length // 2 // len(opening)) + closing * (length // 2 // len(closing))
    )


def names(count: int) -> list[str]:
    """Invented names of people; the same for the same count."""
    random = Random(1)
    return [
        "".join(random.choices(SYLLABLES, k=3)).title()
        + " "
        + "".join(random.choices(SYLLABLES, k=3)).title()
        for _ in range(count)
    ]


def of_names(pattern: str, *, distinct: bool = True) -> Maker:
    """Sentences in which two people do something, always other ones or always the same."""

    def make(length: int) -> str:
        people = names(max(2, 2 * length // (len(pattern) + 26) if distinct else 2))
        pairs = zip(people[::2], people[1::2], strict=False)
        sentences = " ".join(pattern.format(*pair) for pair in pairs)
        return sentences if distinct else (sentences + " ") * (length // (len(sentences) + 1))

    return make


MARKUP = (
    '<script>alert(1)</script> Ann Bolt met "</script><img src=x onerror=alert(1)>" in Oslo.',
    "Ann <b onmouseover=alert(1)>Bolt</b> of Oslo said: “javascript:alert(document.cookie)”.",
    '"""Ann Bolt""" . } ; <http://evil.example/s> <http://evil.example/p> <http://evil.example/o> . """ said Ann Bolt of Oslo.',
    "Ann Bolt\\u0022 of Globex met Jens Berg \\> . @prefix schema: <http://evil.example/> . in Oslo.",
    "Ann Bolt of Oslo said: ' } ; INSERT DATA { <urn:evil> <urn:evil> <urn:evil> } # '.",
    "Ann Bolt met Jens\u202eBerg\u2066 in Os\u200dlo, said the \ufeffmayor\u2069 of Nar\u0301\u0301\u0301vik.",
    "The big {9} attack of Globex on Oslo killed Ann Bolt; the {0} attack{7} of {1} Globex on Oslo, too.",
    "]]> <!-- Ann Bolt --> &lt;b&gt; &amp; ${7*7} {{7*7}} %s %n left Oslo; ../../etc/passwd was founded by Globex.",
    "Ann\x0bBolt\x0c met Jens\x1bBerg\x7f in Oslo\x85 on Friday\u2028and\u2029left.",
    "The ② diplomats and ³ envoys of Norway, ²-year-old Ann Bolt and Jens Berg, ², left Oslo on ²th March 2019 for ² km.",
    f"{'9' * 400} envoys of Norway and {'1,000,' * 90}000 miners left Oslo. Ann Bolt, {'9' * 400}, stayed for ٣ days.",
    "Globex Inc. <https://evil.example/> bought Initech “http://evil.example/#char=1,2” of Oslo for $5 million.",
)

GROWING: dict[str, Maker] = {
    "a word": repeated("a"),
    "a name": repeated("A", before="The mayor met ", after=" in Oslo."),
    "digits": repeated("1"),
    "hyphens": repeated("a-"),
    "quotation marks": repeated('"'),
    "opening marks": repeated("“"),
    "nested quotations": nested("“a ", "b” "),
    "nested brackets": nested("(", ")"),
    "nested brackets with words": nested("(a ", "b) "),
    "blanks": repeated(" ", before="Ann Bolt met", after="Jens Berg in Oslo."),
    "line ends": repeated("\n", before="Ann Bolt met Jens Berg.", after="He left."),
    "combining marks": repeated("\u0301", before="Ann Bolt", after=" left."),
    "bidirectional marks": repeated("\u202e\u2066", before="Ann ", after=" left."),
    "sentences of a word": repeated("Yes. "),
    "one line": repeated("The city closed the old bridge on Friday, the mayor said. "),
    "names": of_names("{} met {} in Oslo."),
    "a list of names": of_names("{}, {},"),
    "one name": repeated("Ann Bolt left. "),
    "two names": of_names("{} met {} in Oslo.", distinct=False),
    "pronouns": repeated("She met him. ", before="Ann Bolt left. "),
    "descriptions": repeated("The minister left. The mayor met the company. "),
    "quotations": repeated("“It is good,” Ann Bolt said. “We left.” "),
    "dates": repeated("March 1, 2008 and "),
    "numbers": repeated("twenty-one million "),
    "money": repeated("$1 million to "),
    "commas": repeated("a, "),
    "a list of places": repeated("Oslo and "),
    "kin": repeated("the son of "),
    "owners": repeated("Bolt's "),
    "capitals": repeated("Acme "),
    "reported speech": repeated("that he said ", before="Ann Bolt said "),
    "tags": nested("<b>", "</b>"),
    "links": repeated("[a]("),
    "lines of furniture": repeated("Read more\nA title\n"),
    "bylines": repeated("By ANN BOLT AND JENS BERG AND ANN BOLT\n"),
    "addresses": repeated("https://a.example/x\n"),
    "Turtle": repeated('"""> <http://x> . kg:a ; '),
    "windows lines": repeated("Ann Bolt left.\r\n"),
}
