"""Pages are fetched from a host of the test's own, which answers as it is told to."""

import gzip
import itertools
import json
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.cli import main
from kg.fetching import Saved, Unsaved, fetch
from kg.fetching.web import Limits, checked
from kg.model import Article
from kg.text.read import read

PAGE = """<html><head><title>Bridge closed</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Bridge closed</h1><p>Ada Lund, the mayor of Malmö, closed the old bridge on Monday.</p>
<p>She said that it would open again in the summer, after the repairs.</p></article></body></html>"""
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Host:
    """A host: its address, what it answers to each path, and what it was asked when."""

    address: str
    answers: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, float]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def gives(
        self,
        path: str,
        content: str | bytes = PAGE,
        code: int = 200,
        header: Mapping[str, str] = HTML,
    ) -> str:
        data = content.encode() if isinstance(content, str) else content
        self.answers[path] = code, header, data
        return self.address + path

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def host() -> Iterator[Host]:
    class Answerer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append((self.path, time.monotonic()))
            known.agents.add(self.headers["User-Agent"])
            code, header, content = known.answers.get(self.path, (404, {}, b""))
            if code == 0:  # says nothing
                time.sleep(1)
                return
            self.send_response(code)
            for name, value in {"Content-Length": str(len(content)), **header}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answerer) as server:
        known = Host(f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield known
        finally:
            server.shutdown()
            thread.join()


def fetched(*urls: str, out: Path, pause: float = 0, **limits: float) -> list[Saved | Unsaved]:
    return list(fetch(urls, out, pause=pause, limits=Limits(**limits)))


def articles(folder: Path) -> list[Article]:
    return [found for found in read([folder]) if isinstance(found, Article)]


def fault(url: str, out: Path, **limits: float) -> str:
    [found] = fetched(url, out=out, **limits)
    assert isinstance(found, Unsaved)
    assert not any(out.iterdir())
    return found.message


def test_a_page_is_read_by_a_build_with_its_address(host: Host, tmp_path: Path) -> None:
    url = host.gives("/2024/bridge.html?id=7")
    [found] = fetched(f"{url}#comments", out=tmp_path)
    assert isinstance(found, Saved)
    assert found.file.read_text("utf-8") == PAGE
    told = json.loads(found.file.with_name(f"{found.file.name}.json").read_text("utf-8"))
    assert told["url"] == url
    assert told["fetched"].endswith("+00:00")
    [article] = articles(tmp_path)
    assert (article.url, article.headline) == (url, "Bridge closed")
    assert article.text.count("Ada Lund") == 1
    assert "Home" not in article.text


def test_a_page_has_one_file_however_often_it_is_fetched(host: Host, tmp_path: Path) -> None:
    url = host.gives("/a")
    fetched(url, url, out=tmp_path)
    assert host.paths.count("/a") == 1
    host.gives("/a", PAGE.replace("old", "new"))
    [found] = fetched(url, out=tmp_path)
    assert "new bridge" in found.file.read_text("utf-8")
    assert len(list(tmp_path.iterdir())) == 2


def test_what_robots_txt_forbids_is_not_fetched(host: Host, tmp_path: Path) -> None:
    host.gives(
        "/robots.txt", "User-agent: *\nAllow: /news\nDisallow: /*?print=\nDisallow: /private"
    )
    allowed = host.gives("/news/a")
    forbidden = [host.gives(path) for path in ("/news/a?print=1", "/private/b")]
    saved, *others = fetched(allowed, *forbidden, out=tmp_path)
    assert isinstance(saved, Saved)
    assert ["forbids it" in str(each) for each in others] == [True, True]
    assert host.paths == ["/robots.txt", "/news/a"]
    assert {agent.partition(" ")[0] for agent in host.agents} == {"newskg"}


def test_rules_for_this_program_win_over_those_for_all(host: Host, tmp_path: Path) -> None:
    host.gives("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: newskg\nDisallow: /")
    assert "forbids it" in fault(host.gives("/a"), tmp_path)


@pytest.mark.parametrize(
    ("code", "allowed"),
    [(404, True), (410, True), (401, False), (403, False), (500, False), (503, False)],
)
def test_a_robots_txt_that_is_not_given(
    host: Host, tmp_path: Path, code: int, allowed: bool
) -> None:
    host.gives("/robots.txt", "", code)
    [found] = fetched(host.gives("/a"), out=tmp_path)
    assert isinstance(found, Saved) == allowed
    assert ("/a" in host.paths) == allowed


def test_pages_of_one_host_have_a_pause_between_them(host: Host, tmp_path: Path) -> None:
    urls = [host.gives(path) for path in ("/a", "/b", "/c")]
    fetched(*urls, out=tmp_path, pause=0.2)
    moments = [moment for path, moment in host.asked if path != "/robots.txt"]
    assert all(later - before >= 0.2 for before, later in itertools.pairwise(moments))


def test_the_pause_that_a_host_asks_for_is_kept(host: Host, tmp_path: Path) -> None:
    host.gives("/robots.txt", "User-agent: *\nCrawl-delay: 0.3")
    fetched(host.gives("/a"), host.gives("/b"), out=tmp_path)
    (_, first), (_, second) = host.asked[1:]
    assert second - first >= 0.3


def test_nobody_waits_for_a_day(host: Host, tmp_path: Path) -> None:
    host.gives("/robots.txt", "User-agent: *\nCrawl-delay: 86400")
    first, second = fetched(host.gives("/a"), host.gives("/b"), out=tmp_path)
    assert isinstance(first, Saved)
    assert "asks for 86400 seconds between two pages" in str(second)


def test_a_redirection_is_followed_and_its_goal_is_the_address(host: Host, tmp_path: Path) -> None:
    goal = host.gives("/new")
    url = host.gives("/old", "", 301, {"Location": "/new"})
    fetched(url, out=tmp_path)
    [article] = articles(tmp_path)
    assert article.url == goal


def test_a_redirection_leads_past_no_robots_txt(host: Host, tmp_path: Path) -> None:
    host.gives("/robots.txt", "User-agent: *\nDisallow: /new")
    host.gives("/new")
    assert "forbids it" in fault(host.gives("/old", "", 302, {"Location": "/new"}), tmp_path)
    assert "/new" not in host.paths


@pytest.mark.parametrize(
    ("location", "said"),
    [("/loop", "leads on more than 5 times"), ("file:///etc/passwd", "no address of the web")],
)
def test_a_redirection_that_leads_nowhere(
    host: Host, tmp_path: Path, location: str, said: str
) -> None:
    assert said in fault(host.gives("/loop", "", 302, {"Location": location}), tmp_path)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (404, "there is no such page"),
        (403, "save it by hand"),
        (451, "save it by hand"),
        (429, "try again later"),
        (502, "try again later"),
    ],
)
def test_a_failure_says_what_to_do(host: Host, tmp_path: Path, code: int, said: str) -> None:
    message = fault(host.gives("/a", "", code), tmp_path)
    assert message.startswith(f"the host answers {code}: ")
    assert said in message


@pytest.mark.parametrize(
    ("content", "header", "said"),
    [
        (b"GIF89a", {"Content-Type": "image/gif"}, "is image/gif, and no article"),
        (b"GIF89a", {}, "of no type"),
        (b" \n", HTML, "is empty"),
        (b"<p>", {**HTML, "Content-Length": "5000"}, "broke off 4,997 bytes before its end"),
        (b"xx", {**HTML, "Content-Encoding": "gzip"}, "cannot be read"),
        (b"xx", {**HTML, "Content-Encoding": "br"}, "is sent packed (br)"),
    ],
)
def test_content_that_is_no_page(
    host: Host, tmp_path: Path, content: bytes, header: Mapping[str, str], said: str
) -> None:
    assert said in fault(host.gives("/a", content, 200, header), tmp_path)


def test_a_page_that_is_too_large_is_not_read_to_its_end(host: Host, tmp_path: Path) -> None:
    url = host.gives("/a", b"a" * 300_000)
    assert "more than the 0.2 MB" in fault(url, tmp_path, size=200_000)


def test_a_packed_page_is_unpacked_up_to_the_limit(host: Host, tmp_path: Path) -> None:
    header = {**HTML, "Content-Encoding": "gzip"}
    bomb = gzip.compress(b"a" * 10_000_000)
    assert "more than the 0.2 MB" in fault(
        host.gives("/b", bomb, 200, header), tmp_path, size=200_000
    )
    [found] = fetched(host.gives("/a", gzip.compress(PAGE.encode()), 200, header), out=tmp_path)
    assert found.file.read_text("utf-8") == PAGE


def test_a_host_that_says_nothing_is_left(host: Host, tmp_path: Path) -> None:
    message = fault(host.gives("/a", "", 0), tmp_path, silence=0.2)
    assert "says nothing for 0.2 seconds" in message


def test_a_page_that_drips_is_left(host: Host, tmp_path: Path) -> None:
    assert "was not here after" in fault(host.gives("/a"), tmp_path, seconds=-1)


def test_a_host_where_nobody_listens(tmp_path: Path) -> None:
    assert "nobody listens there" in fault("http://127.0.0.1:9/", tmp_path)


def test_one_bad_page_loses_no_good_one(host: Host, tmp_path: Path) -> None:
    found = fetched("http://127.0.0.1:9/", host.gives("/a"), "news.example", out=tmp_path)
    assert [isinstance(each, Saved) for each in found] == [False, True, False]


def test_the_encoding_that_only_the_host_knows_is_kept(host: Host, tmp_path: Path) -> None:
    header = {"Content-Type": "text/html; charset=windows-1252"}
    fetched(host.gives("/a", PAGE.encode("windows-1252"), 200, header), out=tmp_path)
    [article] = articles(tmp_path)
    assert "the mayor of Malmö" in article.text


def test_a_feed_is_saved_as_it_is(host: Host, tmp_path: Path) -> None:
    item = (
        "<item><title>Bridge closed</title><link>https://news.example/a</link>"
        "<description>Ada Lund closed the old bridge in Malmö on Monday.</description></item>"
    )
    feed = f"<rss version='2.0'><channel><title>News</title>{item}</channel></rss>"
    fetched(host.gives("/feed", feed, 200, {"Content-Type": "application/rss+xml"}), out=tmp_path)
    assert [file.suffix for file in tmp_path.iterdir()] == [".xml"]
    [article] = articles(tmp_path)
    assert article.url == "https://news.example/a"


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a%20b?q=ä#x", "https://example.org/a%20b?q=%C3%A4"),
        ("https://bücher.example:8080/ä", "https://xn--bcher-kva.example:8080/%C3%A4"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
    ],
)
def test_addresses_are_made_plain(given: str, plain: str) -> None:
    assert checked(given) == plain


@pytest.mark.parametrize(
    "given",
    ["news.example/a", "ftp://news.example/a", "file:///etc/passwd", "http://", "http://a:b@c.example/",
     "http://[x/", "http://news.example:99999/", "javascript:alert(1)", ""],
)  # fmt: skip
def test_other_addresses_are_refused(given: str, tmp_path: Path) -> None:
    message = fault(given, tmp_path)
    assert "address of the web" in message or "password" in message


def test_the_command_saves_a_list_and_says_what_failed(
    host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "pages.txt"
    names.write_text(f"{host.gives('/a')}\n\n{host.address}/none\n", encoding="utf-8")
    out = tmp_path / "saved"
    with pytest.raises(SystemExit) as stopped:
        main(["fetch", f"@{names}", "-o", str(out)])
    said = capsys.readouterr()
    assert stopped.value.code == 1
    assert Path(said.out.strip()).parent == out
    assert f"error: {host.address}/none: the host answers 404" in said.err
    assert "1 of the pages not fetched" in said.err
