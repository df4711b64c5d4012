"""The manifest of a build: its articles and options, kept beside the graph.

With it, the same graph can be built without one of the articles.
"""

import json
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import GraphError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """An article of a graph: its id, where it was read from, and the key of its reading."""

    id: str
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The options of a build that its result depends on, and its articles in the order of their
    ids.

    `ontologies` are the SHA-256 of a user's own ontology files, of which there are copies.
    `version` is that of the readings; it is empty, and so are the articles, if none were kept.
    """

    base_iri: str
    model: str
    reader: str
    mentions: bool = False
    rdf12: bool = False
    ontologies: tuple[str, ...] = ()
    version: str = ""
    articles: tuple[ManifestEntry, ...] = ()


def without(manifest: Manifest, article: ManifestEntry) -> Manifest:
    """Return the manifest of the same build without one of its articles."""
    return replace(
        manifest, articles=tuple(entry for entry in manifest.articles if entry != article)
    )


def written(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, with a checksum; the same manifest always gives the same bytes."""
    content = asdict(manifest)
    document = {"format": FORMAT, "sha256": _digest(content), "manifest": content}
    return json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in a file.

    Raises `GraphError` if there is none, or one that is damaged or of another format.
    """
    try:
        document = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        content = document["manifest"]
        if document["format"] != FORMAT or document["sha256"] != _digest(content):
            raise ValueError("its checksum is another")
        articles = tuple(ManifestEntry(**entry) for entry in content.pop("articles"))
        return Manifest(
            **{**content, "ontologies": tuple(content["ontologies"]), "articles": articles}
        )
    except FileNotFoundError as error:
        raise GraphError(
            f"{path} is missing: what the graph was built with is not known; build it again"
        ) from error
    except OSError as error:
        raise GraphError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, LookupError, TypeError) as error:
        raise GraphError(
            f"{path} is damaged, or of another version of newskg ({error}); build the graph again"
        ) from error


def _digest(content: Any) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
