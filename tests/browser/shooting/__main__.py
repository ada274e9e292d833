"""Takes the pictures in docs/images again: make screenshots."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.shooting import brief_to_graph, session, views
from tests.browser.shooting.film import write

IMAGES = Path(__file__).parents[3] / "docs" / "images"


def main() -> None:
    """Take them all."""
    if chromium.found() is None:
        sys.exit(chromium.MISSING)
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        brief_to_graph.shoot(browser).write(IMAGES / "brief-to-graph.webp")
        for name, picture in chain(views.shoot(browser), session.shoot(browser)):
            write(picture, IMAGES / f"{name}.webp")
        browser.close()


if __name__ == "__main__":
    main()
