"""One browser for all of the tests, and a page that fails a test on any error in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser import chromium
from tests.browser.playing import playing
from tests.browser.watching import Watched

PATIENCE = 60_000  # milliseconds for each step of a story; the machine may be busy


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium.found() is None:
        if chromium.is_required():
            pytest.fail(chromium.MISSING)
        pytest.skip(chromium.MISSING)
    with sync_playwright() as playwright:
        running = chromium.launch(playwright)
        expect.set_options(timeout=PATIENCE)
        yield running
        running.close()


@pytest.fixture(scope="session")
def playground(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001  without a browser nobody looks
    """One playground for all stories that make no trouble; the address of its page.

    They share its channels and its people: each looks for its own brief, and leaves no form open.
    """
    with playing(tmp_path_factory.mktemp("playground")) as url:
        yield url


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """Pages in a browser without a past; what went wrong in any of them fails the test."""
    with browser.new_context(viewport={"width": 1280, "height": 820}, reduced_motion="reduce") as context:
        context.set_default_timeout(PATIENCE)
        yield from _watching(context)


def _watching(context: BrowserContext) -> Iterator[Watched]:
    watched = Watched(context)
    yield watched
    assert not watched.wrong
