"""Hostile files cost bounded time and memory: each is read by a program of its own, which counts."""

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from made_forms import archive, pdf

SECONDS = 30  # of the processor, on a slow machine; each takes less than one on a usual one
MEGABYTES = 400  # beside what reading a small article takes; each takes less than a hundred
ENTITY = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
ITEM = "<item><title>x</title><description>Ada Lund quit.</description></item>"
ZEROS = 100_000_000


def million_columns() -> str:
    columns = ",".join(f"c{number}" for number in range(10**6))
    return f"{columns}\n{columns}\n"


# Each content is made by its own test, and not whenever tests are collected.
HOSTILE: dict[str, tuple[str, Callable[[], bytes | str], str]] = {
    "a bomb": ("a.zip", lambda: archive(a__txt=b"0" * ZEROS), "times its size"),
    "a bomb in a bomb": (
        "a.zip",
        lambda: archive(b__zip=archive(a__txt=b"0" * ZEROS)),
        "times its size",
    ),
    "a PDF of a million pages": ("a.pdf", lambda: pdf(kids="4 0 R " * 10**6), "a.pdf"),
    "a billion laughs": (
        "a.rss",
        lambda: (
            f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{ENTITY}]><rss version="2.0">'
            f"<channel><title>x</title>{ITEM.replace('quit', 'quit &e9;')}</channel></rss>"
        ),
        "",
    ),
    "a million columns": ("a.csv", million_columns, "1,000,000 columns"),
    "an element of a million attributes": (
        "a.html",
        lambda: (
            f"<html><body><p {' '.join(f'a{number}=1' for number in range(10**6))}>Ada Lund quit.</p>"
        ),
        "1,000,000 attributes",
    ),
    "a header of a million addresses": (
        "a.eml",
        lambda: f"Subject: x\nFrom: {'<a@b.example>,' * 10**6}\n\nAda Lund quit.\n",
        "Ada Lund quit",
    ),
    "a web archive of one line": (
        "a.warc.gz",
        lambda: gzip.compress(b"\0" * ZEROS),
        "a web archive that is damaged",
    ),
    "a feed of a hundred thousand items": (
        "a.rss",
        lambda: f"<rss version='2.0'><channel><title>x</title>{ITEM * 10**5}</channel></rss>",
        "100,000 items",
    ),
}
READ = """
import json, resource, sys, time
from kg.model import Article
from kg.text.read import read

list(read(sys.argv[1]))
before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
found = list(read(sys.argv[2]))
taken = time.process_time() - begun
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
longest = max((len(each.text) for each in found if isinstance(each, Article)), default=0)
print(json.dumps([taken, grown / 1024, longest, " ".join(map(str, found))]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units there")
@pytest.mark.parametrize(("name", "made", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_costs_little_and_is_named(
    tmp_path: Path, name: str, made: Callable[[], bytes | str], said: str
) -> None:
    usual, hostile = tmp_path / "usual.txt", tmp_path / name
    usual.write_text("Ada Lund quit.\n", encoding="utf-8")
    content = made()
    hostile.write_bytes(content if isinstance(content, bytes) else content.encode())
    command = [sys.executable, "-c", READ, str(usual), str(hostile)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=10 * SECONDS)
    seconds, megabytes, longest, told = json.loads(done.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    assert longest < 100_000
    assert said in told
