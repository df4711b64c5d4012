"""The article in each form gives the same facts as its plain text."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from made_forms import (
    PUBLISHED_AT,
    archive,
    atom,
    csv_table,
    mail,
    markdown,
    mbox,
    page,
    pdf,
    plain,
    row,
    rss,
    web_archive,
    word_document,
)

import kg

FORMS = {
    "a.html": page(),
    "a.csv": csv_table([row()]),
    "a.tsv": csv_table([row()], delimiter="\t"),
    "a.json": json.dumps(row()),
    "a.jsonl": f"{json.dumps(row())}\n",
    "a.eml": mail(),
    "a.mbox": mbox(mail()),
    "a.md": markdown(),
    "a.rss": rss(),
    "a.atom": atom(),
    "a.pdf": pdf(),
    "a.docx": word_document(),
    "a.warc.gz": web_archive(),
    "a.zip": archive(a__html=page()),
}


# Forms that do not say when an article was published; a file beside it does
DATED_BESIDE = ("a.pdf", "a.docx")


def said(name, content):
    """All that the graph of a file says: facts, events and quotations, in words."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if name in DATED_BESIDE:
            path.with_suffix(".json").write_text(json.dumps({"date": PUBLISHED_AT}))
        graph = kg.build(path, reader="none").graph
    name_of = {entity.id: entity.name for entity in graph.entities}
    facts = {
        (
            name_of.get(fact.subject, fact.subject),
            fact.predicate,
            name_of.get(str(fact.object), str(fact.object)),
            fact.factuality,
        )
        for fact in graph.facts
    }
    events = {(event.label, event.time) for event in graph.events}
    return facts, events, {quotation.text for quotation in graph.quotations}


@pytest.fixture(scope="module")
def expected():
    facts, events, quotations = said("a.txt", plain())
    assert len(facts) > 3 and events and quotations
    return facts, events, quotations


def test_reading_costs_at_most_a_twentieth_of_a_build():
    root = Path(__file__).parent.parent
    command = [sys.executable, str(root / "benchmarks" / "forms.py")]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "content"), FORMS.items(), ids=FORMS)
def test_the_article_in_each_form_says_what_its_text_says(expected, name, content):
    assert said(name, content) == expected
