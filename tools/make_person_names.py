"""Makes `kg/gazetteer/data/person_names.tsv.gz`: words of the names of people in many languages.

    pip install --no-deps --target PACKAGES faker==40.63.0 names==0.3.0
    python tools/make_person_names.py PACKAGES

Takes the given and family names of all languages from Faker, as far as they have Latin letters, and
the commonest family names of the United States census of 1990. The same input gives the same bytes.
"""

import argparse
import gzip
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.gazetteer.names import name_key

TABLE = Path(__file__).parent.parent / "kg" / "gazetteer" / "data" / "person_names.tsv.gz"
LETTERS = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"  # Latin ones
WORD = re.compile(rf"(?=[^a-z]){LETTERS}{LETTERS}+(?:['’]{LETTERS}+)*")
LISTS = re.compile(r"(first|last)_(romanized_)?names?(_\w+)?|(first|last)_romanized_names?")
COMMONEST = 20_000  # family names of the census
ROLES = {"first": "given", "last": "family"}


def main() -> None:
    """Read the command line, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("packages", type=Path, help="the folder that both packages are in")
    packages = parser.parse_args().packages
    sys.path.insert(0, str(packages))
    roles: dict[str, set[str]] = {}
    for key, role in (*_of_languages(), *_of_census(packages / "names" / "dist.all.last")):
        roles.setdefault(key, set()).add(role)
    lines = ["key\troles", *(f"{key}\t{'|'.join(sorted(roles[key]))}" for key in sorted(roles))]
    TABLE.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


def _of_languages() -> Iterator[tuple[str, str]]:
    """Yield the key of each word of a name of any language, with what it is used as."""
    people = importlib.import_module("faker.providers.person")
    for language in pkgutil.iter_modules(people.__path__):
        module = importlib.import_module(f"{people.__name__}.{language.name}")
        for attribute, value in vars(module.Provider).items():
            names = LISTS.fullmatch(attribute)
            if names and isinstance(value, tuple | list | dict):
                role = ROLES[attribute.partition("_")[0]]
                yield from ((key, role) for key in _keys(value))


def _keys(names: Iterable[object]) -> Iterator[str]:
    """Yield the keys of the words of some names that have Latin letters only."""
    for name in names:
        for word in re.split(r"[\s-]+", str(name)):
            if WORD.fullmatch(word):
                yield name_key(word.capitalize())


def _of_census(ranked: Path) -> Iterator[tuple[str, str]]:
    """Yield the commonest family names of the census."""
    for line in ranked.read_text("ascii").splitlines()[:COMMONEST]:
        yield line.split()[0].lower(), ROLES["last"]


if __name__ == "__main__":
    main()
