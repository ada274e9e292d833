"""What people think of a draft: a thumb, and a word with one that points down."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.client import DRAFT, Client
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def _presses(draft: Locator, name: str) -> None:
    thumb = draft.get_by_role("button", name=name)
    thumb.click()
    expect(thumb).to_have_attribute("aria-pressed", "true")


def test_a_thumb_up_is_thanked_for_in_private(watched: Watched, playground: str, maya: Client) -> None:
    brief = "Should we sponsor the regatta again or the school's library?"
    draft = maya.drafts(brief)
    jonas = Client(watched.page(), playground, person="Jonas Weber")
    jonas.opens_thread(brief)
    jonas.sees_draft()
    _presses(draft, "Good draft")
    expect(maya.reply("Thank you, that is noted.")).to_contain_text("Only visible to you")
    expect(maya.page.get_by_role("dialog")).to_have_count(0)
    maya.answers("I like it.")
    jonas.reply("I like it.")
    expect(jonas.page.get_by_text("Thank you, that is noted.")).to_have_count(0)


def test_a_thumb_down_takes_a_word_and_a_second_thought(maya: Client) -> None:
    draft = maya.drafts("Should we put the archive in the cellar or scan all of it?")
    _presses(draft, "Bad draft")
    form = maya.form("Feedback")
    form.get_by_label("What should be better?").fill("It says nothing of the damp in the cellar.")
    maya.sends(form, "Send")
    thanks = maya.replies.filter(has_text="Thank you, that is noted.")
    expect(thanks).to_have_count(1, timeout=DRAFT)
    _presses(draft, "Good draft")
    expect(draft.get_by_role("button", name="Bad draft")).to_have_attribute("aria-pressed", "false")
    expect(thanks).to_have_count(2, timeout=DRAFT)
