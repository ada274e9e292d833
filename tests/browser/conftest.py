"""One browser for all of the tests, and a page that fails a test on any error in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser import chromium
from tests.browser.playing import playing
from tests.browser.watching import Watched


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium.found() is None:
        if chromium.is_required():
            pytest.fail(chromium.MISSING)
        pytest.skip(chromium.MISSING)
    with sync_playwright() as playwright:
        running = chromium.launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="module")
def playground(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001  without a browser nobody looks
    """A fresh playground for the tests of one module; the address of its page."""
    with playing(tmp_path_factory.mktemp("playground")) as url:
        yield url


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """Pages in a browser without a past; what went wrong in any of them fails the test."""
    with browser.new_context(viewport={"width": 1280, "height": 820}, reduced_motion="reduce") as context:
        context.set_default_timeout(20_000)  # milliseconds
        yield from _watching(context)


def _watching(context: BrowserContext) -> Iterator[Watched]:
    watched = Watched(context)
    yield watched
    assert not watched.wrong
