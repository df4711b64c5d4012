"""kg retract."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.build import finish_build, tell_waiting
from kg.cli.options import Folder


@app.command()
def retract(
    folder: Folder,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", show_default=False, help="Its file name, source, id or IRI.")],
) -> None:
    """Take one article back: the graph, the page, the refusals and the texts become those of a build without it.

    A later kg build over files with that article brings it back.
    """
    from kg.retraction import retract as retract_article

    finish_build(retract_article(folder, article, waiting=tell_waiting), folder)
