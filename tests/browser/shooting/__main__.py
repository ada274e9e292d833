"""Takes the pictures in docs/images again, or takes them into the folder that is named: make screenshots."""

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
    folder = Path(sys.argv[1]) if sys.argv[1:] else IMAGES
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        brief_to_graph.shoot(browser).write(folder / "brief-to-graph.webp")
        for name, picture in chain(views.shoot(browser), session.shoot(browser)):
            write(picture, folder / f"{name}.webp")
        browser.close()


if __name__ == "__main__":
    main()
