"""kg mcp: a client over standard input and output finds tools that only read, with evidence."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rdf_samples import written

from kg.errors import GraphError, KgError
from kg.mcp_server import Tools, server

NAMES = {"find", "explain", "evidence", "timeline", "query"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "out")


def test_what_is_told_has_its_sentence_article_and_date(folder: Path) -> None:
    told = Tools(folder).explain("ada quist")
    assert "Ada Quist, 44, leads Brightwater." in told
    assert 'Quist "crosses"' in told and "2024-05-03" in told


def test_things_are_found_by_a_part_of_their_name(folder: Path) -> None:
    found = Tools(folder).find('quist"')
    assert found.splitlines() == ["thing,label,type"]
    assert "person/ada-quist,Ada Quist" in Tools(folder).find("QUIST")


def test_a_query_of_any_form_is_answered(folder: Path) -> None:
    tools = Tools(folder)
    assert "Ada Quist" in tools.query("SELECT ?n { ?x a schema:Person ; rdfs:label ?n }")
    assert "true" in tools.query("ASK { ?x kg:leads ?y }")
    assert "kg:leads" in tools.query("CONSTRUCT WHERE { ?x kg:leads ?y }")
    with pytest.raises(KgError, match="DROP is refused"):
        tools.query("DROP ALL")


def test_dates_and_evidence_are_tables(folder: Path) -> None:
    assert "Ada Quist, 44, leads Brightwater." in Tools(folder).evidence("Ada Quist")
    assert Tools(folder).timeline("Lune").count("\n") >= 1


def test_a_graph_is_asked_as_of_a_day(folder: Path) -> None:
    tools = Tools(folder)
    leads = "ASK { ?x kg:leads ?y }"
    assert "true" in tools.query(leads, as_of="2024-05-31")
    assert "false" in tools.query(leads, as_of="1990-01-01")
    assert "leads Brightwater" not in tools.evidence("Ada Quist", as_of="1990-01-01")
    assert "leads Brightwater." not in tools.explain("ada quist", as_of="1990-01-01")
    with pytest.raises(KgError, match="is no day: give one as 2019-05-01"):
        tools.explain("ada quist", as_of="May 2019")


def test_a_graph_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="is missing"):
        Tools(tmp_path)


def test_a_missing_library_is_told_with_its_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(KgError, match=r"pip install '\.\[mcp\]'"):
        server(folder)


def test_a_client_over_standard_input_gets_answers(folder: Path) -> None:
    mcp = pytest.importorskip("mcp")
    parameters = mcp.StdioServerParameters(
        command=sys.executable, args=["-m", "kg", "mcp", str(folder)]
    )

    async def asked() -> tuple[set[str], str]:
        async with (
            mcp.stdio_client(parameters) as (reading, writing),
            mcp.ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            tools = await session.list_tools()
            answer = await session.call_tool("explain", {"name": "Ada Quist"})
            return {tool.name for tool in tools.tools}, answer.content[0].text

    with ThreadPoolExecutor(1) as other:  # of its own: a browser may keep a loop in this one
        names, text = other.submit(asyncio.run, asked()).result()
    assert names == NAMES
    assert "Ada Quist, 44, leads Brightwater." in text and "2024-05-03" in text
