"""A name beside a description of its thing, other names of a thing, and governments; all as they are read."""

import pytest

from kg.model import Article
from kg.text.coref import chains
from kg.text.mentions import mentions
from kg.text.parse import load, parse


def chains_of(text):
    """The words of the names and descriptions of each chain of a text."""
    article = Article(id="a", text=text, source="a.txt", sha256="")
    doc = parse(load(), article)
    found = chains(doc, article, mentions(doc, article))
    return [{mention.text for mention in chain.mentions} for chain in found]


ONE = [
    # right behind the description
    ("She told the broadcaster Radio Litoral on Monday.", "the broadcaster", "Radio Litoral"),
    ("One of them, the broadcaster Tom Vance, had left.", "the broadcaster", "Tom Vance"),
    ("Ann Lee, who runs the website Citata, left.", "the website", "Citata"),
    ("The container ship MV Tinos left on Monday.", "The container ship", "MV Tinos"),
    ("A trawler, the Sofia II, rescued two men.", "A trawler", "Sofia II"),
    ("A coaster, the Vistula Carrier, ran aground.", "A coaster", "Vistula Carrier"),
    ("The liner Amber Duchess docked on Monday.", "The liner", "Amber Duchess"),
    # a team or group is an organisation by its name
    ("His old team, Vortexa Cycling Ltd, was dissolved.", "His old team", "Vortexa Cycling Ltd"),
    ("The buying group, Acme Holdings Ltd, agreed.", "The buying group", "Acme Holdings Ltd"),
    # behind "of"
    ("Police in the canton of Glarus left.", "the canton", "Glarus"),
    ("The prefecture of Nagano banned fires.", "The prefecture", "Nagano"),
    ("The province of Huesca banned fires.", "The province", "Huesca"),
    # around the name
    ("He left the Fugees music group in May.", "the Fugees music group", "Fugees"),
    ("She leads the Sinn Féin political party.", "the Sinn Féin political party", "Sinn Féin"),
    # behind a comma, by a noun that no list has
    ("Hemi Tane, a retired railwayman, wept.", "Hemi Tane", "a retired railwayman"),
    ("The arbiter, Aldis Brencens, refused to speak.", "The arbiter", "Aldis Brencens"),
    # a verb of naming
    ("The group’s leader, known as Abu Salim, left.", "The group’s leader", "Abu Salim"),
    ("A group calling itself Glass House won the vote.", "A group", "Glass House"),
    ("The officer, identified as Tom Vance, 31, left.", "The officer", "Tom Vance"),
    ("The singer Tamarind, whose real name is Ann Lee, left.", "Tamarind", "Ann Lee"),
    # a short form
    ("They run the Federal Tribal Areas (FTA) badly.", "Federal Tribal Areas", "FTA"),
    # a relative behind an age, and one that a noun follows
    ("Hakobjanyan, 34, whose only book is short, left.", "Hakobjanyan", "whose"),
    # a government is its country
    ("The Turkish government left. Turkey was silent.", "The Turkish government", "Turkey"),
    ("The Turkish government left. So the government fell.", "the government", "Turkish"),
    ("China's government was silent on it.", "China's government", "China"),
]


@pytest.mark.parametrize(("text", "first", "second"), ONE)
def test_the_two_are_one(text, first, second):
    assert any({first, second} <= chain for chain in chains_of(text))


TWO = [
    ("They left the Norfolk village at night.", "the Norfolk village", "Norfolk"),
    ("Ann Lee, a day later, left Oslo.", "Ann Lee", "a day"),
    ("Lumo Media, whose leader left, won.", "Lumo Media", "whose leader"),
    ("They met at the port of Antwerp.", "the port", "Antwerp"),
    # nobody does something with himself
    ("Her coach, Tom Vance, had quarrelled with him.", "Tom Vance", "him"),
    ("Ann Lee said that Eva Berg, who danced with her, had left.", "Eva Berg", "her"),
    ("Tom Vance negotiated with him on Monday.", "Tom Vance", "him"),
    ("Ann Lee argued with her about the price.", "Ann Lee", "her"),
    ("The governor of Nagano banned fires.", "The governor", "Nagano"),
    ("A trawler hit the Sofia II near Malta.", "A trawler", "Sofia II"),
    ("The Turkish government and the Iraqi government met.", "The Turkish government", "Iraqi"),
    ("Tom Vance took the ball from Bo Lee, forcing him to stop.", "Tom Vance", "him"),
]


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_the_two_are_two(text, first, second):
    assert not any({first, second} <= chain for chain in chains_of(text))
