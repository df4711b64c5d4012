"""Pages of the web, saved into a folder for `kg build`: the only room that asks the web.

`kg build` itself never does.
"""

from kg.fetching.pages import Saved, Unsaved, fetch

__all__ = ["Saved", "Unsaved", "fetch"]
