"""Firefox as its users have it, driven over its own protocol.

That is JSON with its length before it, on a socket.

Source: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import socket
import subprocess
import time
from pathlib import Path

import pytest
from install_programs import ADVICE, firefox
from programs import missing

PREFERENCES = """user_pref("marionette.port", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.aboutwelcome.enabled", false);
"""
PATIENCE = 60.0  # seconds until it must have started


class Firefox:
    """A Firefox without a window, with a profile of its own in an empty folder."""

    def __init__(self, folder: Path):
        program = firefox() or missing(ADVICE["firefox-esr"])
        (folder / "user.js").write_text(PREFERENCES)
        environment = {
            "HOME": str(folder),
            "PATH": "/usr/bin:/bin",
            "MOZ_HEADLESS_WIDTH": "1400",
            "MOZ_HEADLESS_HEIGHT": "900",
        }
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
        )
        self._socket = socket.create_connection(
            ("127.0.0.1", self._port(folder / "MarionetteActivePort")), timeout=PATIENCE
        )
        self._received()
        self._number = 0
        self.ask("WebDriver:NewSession", {})

    def _port(self, path: Path) -> int:
        begun = time.monotonic()
        while not (path.exists() and path.read_text("utf-8").strip()):
            if time.monotonic() - begun > PATIENCE or self._process.poll() is not None:
                pytest.fail("Firefox does not start")
            time.sleep(0.1)
        return int(path.read_text("utf-8"))

    def _received(self):
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1)
        text = b""
        while len(text) < int(length[:-1]):
            text += self._socket.recv(int(length[:-1]) - len(text))
        return json.loads(text)

    def ask(self, command, parameters):
        """Return the answer to a command; a test fails if Firefox reports an error."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, answer = self._received()
        assert error is None, error
        return answer

    def go(self, address):
        """Open a page of ours, and wait until it is ready."""
        for place in ("about:blank", address):  # no page before may be taken for this one
            self.ask("WebDriver:Navigate", {"url": place})
        begun = time.monotonic()
        while self.run("return document.body.dataset.ready") != "yes":
            if time.monotonic() - begun > PATIENCE:
                pytest.fail(f"Firefox does not show {address}")
            time.sleep(0.05)

    def run(self, script):
        """Return the result of a script in the page."""
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def element(self, selector):
        (found,) = self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})[
            "value"
        ].values()
        return found

    def click(self, selector):
        self.ask("WebDriver:ElementClick", {"id": self.element(selector)})

    def type(self, selector, keys):
        self.ask("WebDriver:ElementSendKeys", {"id": self.element(selector), "text": keys})

    def text(self, selector):
        return self.ask("WebDriver:GetElementText", {"id": self.element(selector)})["value"]

    def close(self):
        self.ask("Marionette:Quit", {"flags": ["eForceQuit"]})
        self._socket.close()
        self._process.wait(PATIENCE)
