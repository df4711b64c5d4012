"""Pages in a real browser, from disk, with the network off."""

import re

from install_programs import ADVICE, chromium
from playwright.sync_api import Browser, Page, Playwright, expect
from programs import missing

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZES = {"wide": (1400, 900), "middle": (1024, 768), "narrow": (380, 800)}


def launched(playwright: Playwright) -> Browser:
    """Return a headless Chromium; if there is none, the test is skipped."""
    return playwright.chromium.launch(
        executable_path=chromium() or missing(ADVICE["chromium"]), args=ARGUMENTS
    )


def of_view(address: str, view: str) -> str:
    """Return the address of a page that begins with this view, unless it names one itself."""
    if "view=" in address:
        return address
    return f"{address}{'&' if '#' in address else '#'}view={view}"


class Watched:
    """A page that must never fail, ask a host, open a dialog, or break its own policy."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        size: str = "wide",
        scheme: str = "light",
        view: str = "graph",
    ):
        width, height = SIZES[size]
        self._context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, color_scheme=scheme
        )
        self.page: Page = self._context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on(
            "console",
            lambda message: (
                message.type == "error" and self.faults.append(f"console: {message.text}")
            ),
        )
        self.page.on(
            "dialog",
            lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()),
        )
        self.page.on("request", self._asked)
        self.page.goto(of_view(address, view))
        expect(self.page.locator("#status")).to_contain_text("things")

    def _asked(self, request):
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.faults.append(f"request: {request.url}")

    def close(self):
        self._context.close()
        assert self.faults == []


def find(page, words):
    page.locator("#search").fill(words)
    page.locator("#search").press("Enter")


def counts(page):
    """Return how many things and facts the page says that it shows."""
    things, facts = re.match(
        r"([\d,]+).*?things, ([\d,]+)", page.locator("#status").inner_text()
    ).groups()
    return int(things.replace(",", "")), int(facts.replace(",", ""))


def open_filters(page):
    page.locator("#filters > summary").click()


def saved(page, button):
    """Return the file that a button of the menu gives."""
    page.locator("#take > summary").click()
    with page.expect_download() as download:
        page.locator(button).click()
    return download.value.path()


def centre_of_picture(page):
    page.wait_for_timeout(600)  # until the picture has moved there
    box = page.locator("#picture canvas").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def wait_for_colours(page, least):
    """Wait until there are more than so many colours on the canvas: a busy machine draws late."""
    page.wait_for_function(
        """least => { const canvas = document.querySelector('#picture canvas');
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Set();
        for (let i = 0; i < data.length; i += 4)
          seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
        return seen.size > least; }""",
        arg=least,
    )
