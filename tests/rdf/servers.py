"""Servers on loopback: Oxigraph's own, a real store that this project did not write; and one that answers as it is told to."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def oxigraph(place: Path) -> Iterator[str]:
    """The address of an Oxigraph server that keeps its data in a folder, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).parent / "oxigraph"),
        "serve",
        "--location",
        str(place),
        "--bind",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        while not _answers(port):
            assert server.poll() is None, "the server did not start"
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    with socket.socket() as knock:
        knock.settimeout(0.1)
        return knock.connect_ex(("127.0.0.1", port)) == 0


@dataclass(frozen=True, slots=True)
class Scripted:
    """A server that gives the answers of a list, in turn, and then the last again; it keeps what it was asked."""

    address: str
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def scripted(*answers: tuple[int, Sequence[tuple[str, str]], bytes]) -> Iterator[Scripted]:
    """A server with answers to give: code, headers, body. A code of 0 breaks the connection off."""
    left = list(answers)

    class Answerer(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            told.asked.append((self.command, self.path, dict(self.headers), body))
            code, headers, content = left.pop(0) if len(left) > 1 else left[0]
            if not code:
                self.connection.close()
                return
            self.send_response(code)
            for name, value in (*headers, ("Content-Length", str(len(content)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_PUT = do_POST = answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answerer) as server:
        told = Scripted(f"http://127.0.0.1:{server.server_address[1]}/store")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
