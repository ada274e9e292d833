"""One decision's whole session, step by step: brief, draft, refine, critique, why, export."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, expect

from tests.browser.client import DRAFT, EXAMPLE, Client
from tests.browser.shooting import studio

SIZE = (1440, 900)  # CSS pixels
SCALE = 1.5
QUESTION = "Should we hire three engineers or use contractors for six months?"
CHANGE = "add an option: extend the current team with one contractor"
FILES = [EXAMPLE / name for name in ("budget.csv", "delivery-review.pdf", "notes.md")]

Shots = Iterator[tuple[str, bytes]]


def shoot(browser: Browser) -> Shots:
    """The name of each step, and its picture as PNG."""
    with studio.playground() as url, studio.client(browser, url, size=SIZE, scale=SCALE) as maya:
        yield "session-brief", _brief(maya)
        maya.composer.press("Enter")
        maya.opens_thread(QUESTION)
        maya.sees_draft()
        yield "session-draft", _thread(maya)
        _says(maya, CHANGE)
        _sees(maya, "What changed")
        yield "session-refine", _thread(maya)
        _press(maya, "Critique")
        _sees(maya, "things to look at")
        yield "session-critique", _thread(maya)
        _press(maya, "Why?")
        _sees(maya, "What would flip it")
        yield "session-why", _thread(maya)
        _export(maya)
        maya.thread.get_by_role("button", name="new message").click()
        yield "session-export", _thread(maya)


def _brief(maya: Client) -> bytes:
    maya.attaches(FILES)
    maya.composer.fill(f"@Crossroads {QUESTION}")
    return studio.picture(maya.page)


def _says(maya: Client, text: str) -> None:
    field = maya.thread.get_by_role("textbox")
    field.fill(text)
    field.press("Enter")


def _press(maya: Client, name: str) -> None:
    maya.thread.get_by_role("button", name=name).last.click()


def _sees(maya: Client, text: str) -> Locator:
    """Wait for the reply with these words; what it shows is complete with them."""
    found = maya.replies.filter(has_text=text).last
    expect(found).to_be_visible(timeout=DRAFT)
    return found


def _export(maya: Client) -> None:
    page = maya.page
    _press(maya, "More actions")
    page.get_by_role("menuitem", name="Export").click()
    form = page.get_by_role("dialog", name="Export")
    for kind in ("PDF", "draw.io"):
        form.get_by_label(kind).check()
    form.get_by_role("button", name="Export", exact=True).click()
    expect(form).to_have_count(0, timeout=DRAFT)
    expect(maya.replies.last).to_contain_text(".drawio", timeout=DRAFT)


def _thread(maya: Client) -> bytes:
    """The thread alone, from the top of its last message."""
    studio.picture(maya.page)  # settles
    return maya.thread.screenshot(caret="hide")
