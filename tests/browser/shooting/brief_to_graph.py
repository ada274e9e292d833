"""Eight seconds from a brief with three files to its graph."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, expect

from tests.browser.client import SENTENCE, Client, picture_in
from tests.browser.shooting import studio
from tests.browser.shooting.film import Film

SIZE = (1120, 740)  # CSS pixels
READING, STAGES, DRAFT, TABLE, GRAPH = 1200, 2000, 800, 1000, 2200  # milliseconds
STEPS, STEP = 5, 40  # frames of each way that is gone, and milliseconds of each
LOOK = 60  # milliseconds between two looks at what is under way


def shoot(browser: Browser) -> Film:
    """Send an example, watch its stages, open its picture large."""
    film = Film()
    with studio.playground() as url, studio.client(browser, url, size=SIZE, scale=1) as maya:
        page = maya.page
        example = page.get_by_role("button", name="Hire or contract")
        film.add(studio.picture(page), READING)
        _goes(maya, film, (620.0, 660.0), studio.middle(example))
        example.click()
        film.extend(_stages(maya), STAGES)
        film.add(studio.picture(page), DRAFT)
        _scrolls(maya, film, 90.0)
        film.add(page.screenshot(caret="hide"), TABLE)
        _scrolls(maya, film, -90.0)
        large = picture_in(maya.sees_draft())
        _goes(maya, film, (930.0, 560.0), studio.middle(large))
        large.click()
        expect(page.get_by_role("dialog").locator("img")).to_be_visible()
        film.add(studio.picture(page), GRAPH)
    return film


def _stages(maya: Client) -> Film:
    """What the thread shows until its draft is there, as long as it took."""
    stages, shown = Film(), maya.replies.filter(has_text=SENTENCE)
    expect(maya.replies).to_have_count(2)
    maya.page.mouse.move(0, 0)
    began = time.monotonic()
    while not shown.count():
        frame = maya.page.screenshot(caret="hide")
        maya.page.wait_for_timeout(LOOK)
        now = time.monotonic()
        stages.add(frame, round((now - began) * 1000))
        began = now
    return stages


def _scrolls(maya: Client, film: Film, step: float) -> None:
    """The thread goes up or down, `step` CSS pixels a frame."""
    messages = maya.thread.get_by_role("region", name="Thread", exact=True)
    for _ in range(STEPS):
        messages.evaluate("(list, step) => list.scrollBy(0, step)", step)
        film.add(maya.page.screenshot(caret="hide"), STEP)


def _goes(maya: Client, film: Film, start: tuple[float, float], end: tuple[float, float]) -> None:
    """The pointer goes from one place to another."""
    for step in range(STEPS + 1):
        share = step / STEPS
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        studio.point(maya.page, x, y)
        film.add(maya.page.screenshot(caret="hide"), STEP)
    maya.page.evaluate("document.querySelector('#pointer').remove()")
