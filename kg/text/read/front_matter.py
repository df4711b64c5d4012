"""Front matter: settings in YAML or TOML before a text, between lines of "---" or "+++"."""

import tomllib
from collections.abc import Iterator
from typing import Any

from kg.text.read.documents import Metadata, Origin
from kg.text.read.fields import keyed, metadata, names_of_fields, written
from kg.text.read.markup import front_matter

TOML = "+++"
LARGEST = 20_000  # characters


def told_in_front(text: str) -> Iterator[Metadata]:
    """Yield what the settings before a text say of it.

    >>> text = chr(10).join(["---", "title: Bridge closed", "date: 2024-03-14", "---", "Text."])
    >>> [(told.headline, told.published) for told in told_in_front(text)]
    [('Bridge closed', '2024-03-14')]
    """
    end = front_matter(text)
    if not 0 < end <= LARGEST:
        return
    lines = text[:end].strip().lstrip("\ufeff").splitlines()
    settings = "\n".join(lines[1:-1])
    record = _toml(settings) if lines[0].strip() == TOML else _yaml(settings)
    if isinstance(record, dict):
        yield metadata(keyed(record), names_of_fields("columns"), Origin.FRONT_MATTER)


def _toml(settings: str) -> Any:
    """Return settings in TOML; None if they are damaged."""
    try:
        record = tomllib.loads(settings)
    except ValueError:
        return None
    return written(record)


def _yaml(settings: str) -> Any:
    """Return settings in YAML, every value as it is written; None if they are damaged.

    Those that speak of each other are not read: a few lines may be endless.
    """
    import yaml

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(settings)):
            return None
        return yaml.load(settings, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return None
