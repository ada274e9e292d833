"""One decision's whole session, step by step: brief, draft, refine, critique, why, export."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser, expect

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
        maya.answers(CHANGE)
        maya.sees_draft(sentence="What changed")
        yield "session-refine", _thread(maya)
        _press(maya, "Critique")
        maya.reply("Critique of revision")
        yield "session-critique", _thread(maya)
        _press(maya, "Why?")
        maya.reply("What would flip it")
        yield "session-why", _thread(maya)
        _export(maya)
        yield "session-export", _thread(maya)


def _brief(maya: Client) -> bytes:
    maya.attaches(FILES)
    maya.composer.fill(f"@Crossroads {QUESTION}")
    return studio.picture(maya.page)


def _press(maya: Client, name: str) -> None:
    maya.thread.get_by_role("button", name=name).last.click()


def _export(maya: Client) -> None:
    _press(maya, "More actions")
    maya.page.get_by_role("menuitem", name="Export").click()
    form = maya.form("Export")
    for kind in ("PDF", "draw.io"):
        form.get_by_label(kind).check()
    maya.sends(form, "Export")
    expect(maya.replies.last).to_contain_text(".drawio", timeout=DRAFT)
    missed = maya.thread.get_by_role("button", name="new message")
    if missed.count():  # what came is below what is seen
        missed.click()


def _thread(maya: Client) -> bytes:
    """The thread alone, from the top of its last message."""
    studio.picture(maya.page)  # settles
    return maya.thread.screenshot(caret="hide")
