"""What follows a draft in its thread, by reply, button, menu and form, as people do it on the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.client import DRAFT, Client
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def _drafted(maya: Client, brief: str) -> Locator:
    maya.writes(f"/decide {brief}")
    maya.opens_thread(brief)
    return maya.sees_draft()


def _shown(maya: Client, words: str | re.Pattern[str]) -> Locator:
    """The newest message of the thread with these words, once it is there."""
    message = maya.replies.filter(has_text=words).last
    expect(message).to_be_visible(timeout=DRAFT)
    return message


def _replies(maya: Client, text: str) -> None:
    box = maya.thread.get_by_role("textbox")
    box.fill(text)
    box.press("Enter")


def _chooses(maya: Client, draft: Locator, entry: str) -> None:
    """An entry of the menu beside a draft's buttons."""
    draft.get_by_role("button", name="More actions").click()
    maya.page.get_by_role("menuitem", name=entry).click()


def _form(maya: Client, title: str) -> Locator:
    form = maya.page.get_by_role("dialog", name=title)
    expect(form).to_be_visible(timeout=DRAFT)
    return form


def _sends(form: Locator, name: str) -> None:
    form.get_by_role("button", name=name, exact=True).click()
    expect(form).to_have_count(0, timeout=DRAFT)


def test_a_reply_revises_the_draft_and_undo_brings_the_first_back(maya: Client) -> None:
    _drafted(maya, "Should we repair the old roof this year or replace it next year?")
    _replies(maya, "Add the option of solar tiles")
    second = _shown(maya, re.compile("Added option “Solar tiles”.*revision 2", re.DOTALL | re.IGNORECASE))
    expect(second.locator(".bk-picture img")).to_be_visible(timeout=DRAFT)
    _chooses(maya, second, "Undo the last change")
    third = _shown(maya, "Revision 1 brought back")
    expect(third).to_contain_text(re.compile("Removed option “Solar tiles”", re.IGNORECASE))
    _chooses(maya, third, "Compare with a revision…")
    form = _form(maya, "Compare revisions")
    _sends(form, "Compare")
    _shown(maya, "From revision 2 to revision 3")


def test_a_label_is_changed_by_hand_and_what_is_wrong_is_said_in_the_form(maya: Client) -> None:
    draft = _drafted(maya, "Should we lease a second forklift or buy a used one?")
    _chooses(maya, draft, "Edit by hand…")
    form = _form(maya, "Edit by hand")
    part = form.get_by_role("combobox", name="What do you want to change?")
    part.fill("→ cost")
    part.press("Enter")
    sure = form.get_by_label("How sure (0 to 100 %)")
    sure.fill("170")
    form.get_by_role("button", name="Change", exact=True).click()
    expect(sure).to_have_attribute("aria-invalid", "true", timeout=DRAFT)
    sure.fill("90")
    _sends(form, "Change")
    expect(_shown(maya, "revision 2")).to_contain_text("90 %")


def test_a_suggested_option_is_added_by_one_click(maya: Client) -> None:
    draft = _drafted(maya, "Should we print the catalogue again or move it to the web?")
    draft.get_by_role("button", name="Options", exact=True).click()
    ideas = _shown(maya, "More options")
    ideas.get_by_role("button", name="Add to draft").first.click()
    expect(_shown(maya, "revision 2")).to_contain_text("Added option")


def test_a_critique_mends_what_it_finds_by_one_click(maya: Client) -> None:
    draft = _drafted(maya, "Should we hire three drivers or use an agency until May? Budget is $90k.")
    draft.get_by_role("button", name="Critique", exact=True).click()
    critique = _shown(maya, "Critique of revision 1")
    critique.locator(".bk-accessory").get_by_role("button").first.click()
    expect(_shown(maya, "revision 2")).to_contain_text("What changed")


def test_why_explains_the_numbers(maya: Client) -> None:
    draft = _drafted(maya, "Should we open a shop in Bern or sell there through partners?")
    draft.get_by_role("button", name="Why?", exact=True).click()
    why = _shown(maya, "What would flip it")
    expect(why).to_contain_text("Ranks first in")
    expect(why).to_contain_text("Assumptions")


def test_a_draft_leaves_as_files_and_is_forgotten_with_them(maya: Client) -> None:
    draft = _drafted(maya, "Should we keep the summer fair or hold it every second year?")
    _chooses(maya, draft, "Export…")
    form = _form(maya, "Export")
    form.get_by_role("checkbox", name="JSON (.json)").check()
    _sends(form, "Export")
    files = maya.thread.locator(".file-name")
    for suffix in ("md", "pdf", "json"):
        expect(files.filter(has_text=f"-r1.{suffix}")).to_be_visible(timeout=DRAFT)
    _chooses(maya, draft, "Forget this thread…")
    _sends(_form(maya, "Forget this thread"), "Forget")
    expect(maya.page.get_by_text("has forgotten this thread").first).to_be_visible(timeout=DRAFT)
    expect(maya.page.get_by_text("summer fair")).to_have_count(0, timeout=DRAFT)
    expect(files).to_have_count(0)
