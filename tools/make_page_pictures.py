"""Makes the pictures of docs/page.md and of the README from the committed page of the seeds.

It drives a headless Chromium.

python tools/make_page_pictures.py
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
WIDE, NARROW = {"width": 1120, "height": 660}, {"width": 380, "height": 660}
FRONT = {"width": 1400, "height": 860}  # of the README, in full
SCALE = 0.75  # pixels of a picture for each of the page's: enough to read, and half the bytes
STILL = 700  # milliseconds until the picture has moved where it goes


def thing(page: Page) -> None:
    """Show a person with the sentences about him."""
    page.locator("#search").fill("sorokin")
    page.locator("#search").press("Enter")


def article(page: Page) -> None:
    """Show a passage in its article."""
    thing(page)
    page.locator("#panel .quote").first.click()


def neighbours(page: Page) -> None:
    """Show only a thing and its neighbours, one step away."""
    page.locator("#search").fill("tumen")
    page.locator("#search").press("Enter")
    page.locator(".focus-buttons button").first.click()


def filters(page: Page) -> None:
    """Show the filters, open."""
    page.locator("#filters > summary").click()


def view(name: str) -> Callable[[Page], None]:
    """Show another view."""
    return lambda page: page.locator(f"#tab-{name}").click()


PICTURES: dict[str, Callable[[Page], None]] = {
    "page-graph": lambda page: None,
    "page-article": article,
    "page-neighbours": neighbours,
    "page-filters": filters,
    "page-timeline": view("timeline"),
    "page-map": view("map"),
    "page-facts": view("facts"),
}


def main() -> None:
    """Write every picture, the graph in dark colours, and the page on a narrow screen."""
    with sync_playwright() as playwright:
        address = (ROOT / "output" / "graph.html").as_uri()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        shots = [(name, act, WIDE, "light") for name, act in PICTURES.items()]
        shots += [
            ("page-dark", thing, WIDE, "dark"),
            ("page-narrow", view("map"), NARROW, "light"),
            ("graph", PICTURES["page-graph"], FRONT, "light"),
        ]
        for name, act, size, scheme in shots:
            scale = 1 if size is FRONT else SCALE
            context = browser.new_context(
                viewport=size, color_scheme=scheme, device_scale_factor=scale, offline=True
            )
            page = context.new_page()
            page.goto(address)
            page.locator("body[data-ready]").wait_for()
            act(page)
            page.wait_for_timeout(STILL)
            page.screenshot(path=IMAGES / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
