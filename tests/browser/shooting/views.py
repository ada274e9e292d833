"""Each main view of the playground, brought about and pictured."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, expect

from tests.browser.client import EXAMPLE, Client
from tests.browser.shooting import studio

DESK, PHONE = (1200, 760), (390, 800)  # CSS pixels
SCALE = 1.5
BRIEF = "Should we hire three engineers or use contractors until May?"

Shots = Iterator[tuple[str, bytes]]


def shoot(browser: Browser) -> Shots:
    """The name of each view, and its picture as PNG."""
    with studio.playground() as url:
        with studio.client(browser, url, size=DESK, scale=SCALE) as maya:
            yield from _light(maya)
        with studio.client(browser, url, size=DESK, scale=SCALE, dark=True) as maya:
            _opens_draft(maya)
            yield "dark", studio.picture(maya.page)
        with studio.client(browser, url, size=DESK, scale=2) as maya:
            maya.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
            _opens_draft(maya)
            yield "phone", studio.picture(maya.page)


def _light(maya: Client) -> Shots:
    page = maya.page
    yield "channel", studio.picture(page)
    page.get_by_role("button", name="Hire or contract").click()
    maya.sees_draft()
    yield "thread", studio.picture(page)
    page.keyboard.press("Escape")
    expect(maya.thread).to_have_count(0)
    yield "form", _form(maya)
    maya.opens_home()
    yield "home", studio.picture(page)
    maya.goes_to("billing-rebuild")
    maya.under_the_hood()
    yield "under-the-hood", studio.picture(page)


def _form(maya: Client) -> bytes:
    form = maya.opens_form()
    form.get_by_label("What is to be decided?").fill(BRIEF)
    maya.fills_files(form, [EXAMPLE / "budget.csv", EXAMPLE / "notes.md"])
    shown = studio.picture(maya.page)
    maya.leaves(form)
    return shown


def _opens_draft(maya: Client) -> None:
    maya.opens_thread("hire three engineers")
    maya.sees_draft()
