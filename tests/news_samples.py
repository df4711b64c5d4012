"""Small articles that name the same people, for tests of the whole pipeline; and what a folder holds."""

from pathlib import Path

ARTICLES = {
    "a.txt": "Miners leave Norway\n\nMarch 01, 2019\n\nAda Lund, chief executive of Globex, met Jens Berg in Oslo on Friday.\n",
    "b.txt": "Globex buys Initech\n\nMarch 04, 2019\n\nGlobex bought Initech. “We are proud,” said Ada Lund. Jens Berg may resign.\n",
    "c.txt": "Berg resigns\n\nMarch 08, 2019\n\nNorwegian Prime Minister Jens Berg resigned on Thursday, his daughter, Anna, said.\n",
}
MENTOR = """
@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> . @prefix my: <http://my.org/> .
my:metWith a owl:ObjectProperty ; rdfs:label "met with" ; rdfs:comment "Saw in person." ;
    rdfs:domain schema:Person ; rdfs:range schema:Person ; kg:saidAs "S meet O" .
"""


def news(home: Path, *names: str) -> Path:
    """A folder `news` with these articles, in a new folder `home`."""
    folder = home / "news"
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(ARTICLES[name], encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """The content of every file of a built folder, also of those that the package keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
