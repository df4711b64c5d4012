"""No command sends anything, or writes outside the folder that it was given.

Only `kg fetch`, `kg push` and `kg query URL` call anybody: the page or store that they name. Everything runs without CI
and ORT_… in its environment, because these hide that libraries report their use.
"""

import shlex
import shutil
from collections.abc import Iterator, Set
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import psutil
import pytest
from install_programs import ADVICE, strace
from news_samples import news
from servers import oxigraph
from typer.main import get_command
from watching import Watched, Way, watched, way

from kg.cli import app

# Each command, with all that may make it load another library; {store} is the address of a store.
LINES = [
    "build {news} -o {out} --no-cache --workers 2",
    "read {news} --show trace",
    "retract {graph} a.txt",
    "query {graph} ASK{{}}",
    "query {graph} --ask family",
    "query --list",
    "query {store}/query ASK{{}}",
    "fetch {store}/ -o {out}",
    "index {graph}",
    "push {graph} {store}/store",
    "view {graph} --focus 'Ada Lund' -o {out}.html",
    "validate {graph}",
    "verify {graph}",
    "explain {graph} 'Ada Lund'",
    "export {graph} --format jsonld -o {out}.jsonld",
    "export {graph} --format graphml -o {out}.graphml",
    "diff {graph} {graph}",
    "ontology {ontology}",
    "decide {graph} label 'Ada Lund' 'Ada M. Lund' --by Editor",
]
# These answer until they are stopped: a program uses each as its clients do, and stops it.
SERVERS = {
    "serve": (
        "import sys, threading, urllib.request as web; from pathlib import Path\n"
        "from kg.serve import Server\n"
        "with Server(Path(sys.argv[1])) as server:\n"
        "    threading.Thread(target=server.serve_forever, daemon=True).start()\n"
        "    for path in ('/', '/query', '/texts/', '/sparql?query=ASK%7B%7D'):\n"
        "        web.urlopen(server.address + path).read()\n"
        "    server.shutdown()\n"
    ),
    "mcp": (
        "import sys; from pathlib import Path; from kg.mcp_server import Tools\n"
        "tools = Tools(Path(sys.argv[1])); tools.explain('Ada Lund'); tools.query('ASK {}')\n"
    ),
}
UNSEEN = ADVICE["strace"] if strace() is None else "strace may not watch processes here"
# A program that uses the library: it builds, and lives on. onnxruntime sends its first events ten
# seconds after it was loaded.
LINGERING = (
    "import sys, time, kg; kg.build([sys.argv[1]], sys.argv[2], cache=False); time.sleep(13)"
)
# Ray finds the address of its machine by a socket through which it sends nothing (8.8.8.8), and asks
# in which cloud it runs (169.254.169.254, and metadata.google.internal by its name).
ASKED_BY_RAY = {("8.8.8.8", 53), ("169.254.169.254", 80)}


@pytest.fixture(scope="module", autouse=True)
def lingering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A program that builds; it is begun before all others, because it takes long.

    Its user has switched the reports of onnxruntime on, for other programs.
    """
    place = tmp_path_factory.mktemp("lingering")
    code = ("-c", LINGERING, str(news(place, "a.txt")), str(place / "out"))
    begun = watched(place, *code, extra={"ORT_DISABLE_TELEMETRY": "0"})
    yield begun
    begun.process.kill()
    begun.process.communicate()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """The build of a new user, into `graph`."""
    place = tmp_path_factory.mktemp("built")
    articles, graph = news(place, "a.txt", "b.txt"), place / "graph"
    done = watched(place, "-m", "kg", "build", str(articles), "-o", str(graph), "--mentions")
    done.finish()
    return done


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(tmp_path_factory.mktemp("store")) as address:
        yield address


def check(done: Watched, *, calls: Set[tuple[str, int]] = frozenset()) -> None:
    """Check that a command has left no file elsewhere and has called these alone.

    The test is skipped in the end if it cannot be seen here whom a command calls.
    """
    assert done.strays() == []
    if way() is Way.NONE:
        pytest.skip(f"no file was left, but whom it calls cannot be seen: {UNSEEN}")
    assert done.calls() == calls
    assert done.written_outside() == set()


def test_every_command_is_watched() -> None:
    ended = {line.split()[0] for line in LINES}
    assert ended | SERVERS.keys() == get_command(app).commands.keys()


def test_a_build_leaves_nothing_but_its_folder_and_calls_nobody(built: Watched) -> None:
    assert (built.place / "graph" / "graph.html").exists()
    check(built)


@pytest.mark.parametrize("line", LINES)
def test_no_command_writes_elsewhere_or_calls_anybody_but_the_store_that_it_names(
    line, built, store, tmp_path
) -> None:
    needs_store = "{store}" in line
    if needs_store and way() is Way.NAMESPACE:
        pytest.skip(f"a store cannot be reached from a network namespace: {UNSEEN}")
    names = {
        "news": built.place / "news",
        "graph": tmp_path / "graph",
        "out": tmp_path / "out",
        "store": store,
        "ontology": Path(__file__).parent / "graph" / "ontology" / "others" / "company.ttl",
    }
    shutil.copytree(built.place / "graph", names["graph"])
    done = watched(tmp_path, "-m", "kg", *shlex.split(line.format(**names)))
    done.finish()
    check(done, calls={("127.0.0.1", urlsplit(store).port)} if needs_store else set())


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_calls_nobody_but_this_machine(name: str, built: Watched, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    shutil.copytree(built.place / "graph", graph)
    done = watched(tmp_path, "-c", SERVERS[name], str(graph))
    done.finish()
    assert done.strays() == []
    if way() is not Way.STRACE:
        pytest.skip(f"no file was left, but whom it calls cannot be seen: {UNSEEN}")
    assert {address for address, _ in done.calls()} <= {"127.0.0.1"}
    assert done.written_outside() == set()


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder with a short path: Ray makes sockets below it, whose paths have at most 107 characters."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def test_a_build_on_ray_leaves_nothing_and_calls_nobody_but_its_own_machine(short: Path) -> None:
    articles, out = news(short, "a.txt", "b.txt"), short / "out"
    options = ("--engine", "ray", "--workers", "2")
    done = watched(short, "-m", "kg", "build", str(articles), "-o", str(out), *options)
    done.finish()
    assert done.strays() == []
    if way() is not Way.STRACE:
        pytest.skip(f"no file was left, but whom Ray calls cannot be seen: {UNSEEN}")
    own = {each.address for addresses in psutil.net_if_addrs().values() for each in addresses}
    others = {call for call in done.calls() if call[0].removeprefix("::ffff:") not in own}
    assert {call for call in others if call[1] != 53} <= ASKED_BY_RAY
    assert all(r"metadata\6google\10internal" in lookup for lookup in done.lookups())
    assert done.written_outside() == set()


def test_a_program_that_builds_and_lives_on_sends_nothing_whatever_its_environment_says(
    lingering: Watched,
) -> None:
    lingering.finish()
    check(lingering)
