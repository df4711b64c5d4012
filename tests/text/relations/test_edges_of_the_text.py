"""Trees at the very start or end of a text, or without what a rule looks for: no rule fails."""

import pytest
from trees import doc_of

from kg.model import Article, Claim, Kind, Mention, Passage, Quote
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.relations import claims

# A coordination whose "and" is the first word of the text.
AND_FIRST = """
And CC CCONJ cc 3
Ada NNP PROPN nsubj 5
, , PUNCT punct 1
mayor NN NOUN appos 1
Bo NNP PROPN conj 3
left/leave VBD VERB ROOT 5
Oslo NNP PROPN dobj 5
"""
# A description that opens the sentence and reaches to the last word of the text.
DESCRIPTION_TO_THE_END = """
A DT DET det 1
subsidiary NN NOUN nsubj 3
really RB ADV advmod 3
makes/make VBZ VERB ROOT 3
Bolt NNP PROPN appos 1
"""
# A doer that stands behind the noun, as the last word of the text.
DOER_AT_THE_END = """
Globex NNP PROPN nsubj 1
supported/support VBD VERB ROOT 1
the DT DET det 3
fight NN NOUN dobj 1
against IN ADP prep 3
Peru NNP PROPN pobj 4
Norway NNP PROPN nmod 3
"""
# A border between things that are no mentions, and a country behind "as well as".
BORDER_OF_FIELDS = """
Glomma NNP PROPN nsubj 1
is/be VBZ AUX ROOT 1
the DT DET det 3
border NN NOUN attr 1
between IN ADP prep 3
fields/field NNS NOUN pobj 4
as RB ADV advmod 7
well RB ADV advmod 8
as IN ADP cc 3
Norway NNP PROPN pobj 8
"""
# A reported clause of which every word is a mark.
MARKS_ONLY = """
Ada NNP PROPN nsubj 1
said/say VBD VERB ROOT 1
… NFP PUNCT nsubj 3
— VBZ VERB ccomp 1
. . PUNCT punct 1
"""


def read(table: str) -> tuple[tuple[Claim, ...], tuple[Quote, ...]]:
    """All claims and quotations of a tree; each proper noun in it is a name."""
    doc = doc_of(table)
    article = Article("a", doc.text, "a.txt", "")
    found = [_name(token.idx, token.text) for token in doc if token.pos_ == "PROPN"]
    found += [m for m in mentions(doc, article) if m.head not in {each.head for each in found}]
    said = quotes(doc, article, found)
    return claims(doc, article, found, said), tuple(said)


def _name(start: int, text: str) -> Mention:
    types = {
        "Ada": "schema:Person",
        "Bo": "schema:Person",
        "Globex": "schema:Corporation",
        "Bolt": "schema:Corporation",
    }
    kind = types.get(text, "schema:RiverBodyOfWater" if text == "Glomma" else "schema:Country")
    return Mention(Passage("a", start, start + len(text)), text, Kind.NAME, start, kind)


@pytest.mark.parametrize("table", [AND_FIRST, DESCRIPTION_TO_THE_END, DOER_AT_THE_END])
def test_a_tree_at_the_edge_of_the_text_is_read(table: str) -> None:
    text, filled = (
        doc_of(table).text,
        [role.mention for claim in read(table)[0] for role in claim.roles],
    )
    assert filled
    assert all(mention.passage.of(text) == mention.text for mention in filled)


def test_a_river_borders_the_country_behind_as_well_as_alone() -> None:
    borders = [claim for claim in read(BORDER_OF_FIELDS)[0] if claim.predicate == "kg:borders"]
    assert [[role.mention.text for role in claim.roles] for claim in borders] == [
        ["Glomma", "Norway"]
    ]


def test_a_reported_clause_of_marks_alone_is_read() -> None:
    assert [quote.text for quote in read(MARKS_ONLY)[1]] == ["—"]
