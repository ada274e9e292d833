"""What follows a draft in its thread, by reply, button, menu and form, as people do it on the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.client import DRAFT, EXAMPLE, Client, picture_in
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def test_a_reply_revises_the_draft_and_undo_brings_the_first_back(maya: Client) -> None:
    maya.drafts("Should we repair the old roof this year or replace it next year?")
    maya.answers("Add the option of solar tiles")
    second = maya.reply(re.compile("Added option “Solar tiles”.*revision 2", re.DOTALL | re.IGNORECASE))
    expect(picture_in(second)).to_be_visible(timeout=DRAFT)
    maya.chooses(second, "Undo the last change")
    third = maya.reply("Revision 1 brought back")
    expect(third).to_contain_text(re.compile("Removed option “Solar tiles”", re.IGNORECASE))
    maya.chooses(third, "Compare with a revision…")
    form = maya.form("Compare revisions")
    earlier = form.get_by_role("combobox")
    earlier.fill("Revision 1")
    earlier.press("Enter")
    expect(earlier).to_have_value(re.compile("^Revision 1"))
    maya.sends(form, "Compare")
    maya.reply("From revision 1 to revision 3")


def test_somebody_else_refines_the_draft_by_the_form_with_a_file_as_evidence(
    watched: Watched, playground: str, maya: Client
) -> None:
    brief = "Should we buy a second press or send the large runs to a printer?"
    maya.drafts(brief)
    jonas = Client(watched.page(), playground, person="Jonas Weber")
    jonas.opens_thread(brief)
    jonas.sees_draft().get_by_role("button", name="Refine", exact=True).click()
    form = jonas.form("Refine the draft")
    form.get_by_label("What shall change?").fill("Add the option of a used press.")
    jonas.fills_files(form, [EXAMPLE / "notes.md"])
    jonas.sends(form, "Revise")
    for person in (jonas, maya):
        second = person.reply("revision 2")
        expect(second).to_contain_text("What changed")
        expect(second).to_contain_text(re.compile("Added option “(a )?used press”", re.IGNORECASE))
        expect(picture_in(second)).to_be_visible(timeout=DRAFT)
    maya.chooses(maya.reply("revision 2"), "Compare with a revision…")  # there is one, so nothing is asked
    compared = maya.reply("From revision 1 to revision 2")
    expect(compared).to_contain_text(re.compile("Added option “(a )?used press”", re.IGNORECASE))
    expect(picture_in(compared)).to_be_visible(timeout=DRAFT)


def test_a_label_is_changed_by_hand_and_what_is_wrong_is_said_in_the_form(maya: Client) -> None:
    draft = maya.drafts("Should we lease a second forklift or buy a used one?")
    maya.chooses(draft, "Edit by hand…")
    form = maya.form("Edit by hand")
    part = form.get_by_role("combobox", name="What do you want to change?")
    part.fill("→ cost")
    part.press("Enter")
    sure = form.get_by_label("How sure (0 to 100%)")
    sure.fill("170", timeout=DRAFT)
    form.get_by_role("button", name="Change", exact=True).click()
    expect(sure).to_have_attribute("aria-invalid", "true", timeout=DRAFT)
    sure.fill("90")
    maya.sends(form, "Change")
    expect(maya.reply("revision 2")).to_contain_text("90%")


def test_a_suggested_option_is_added_by_one_click(maya: Client) -> None:
    draft = maya.drafts("Should we print the catalogue again or move it to the web?")
    draft.get_by_role("button", name="Options", exact=True).click()
    ideas = maya.reply("More options")
    ideas.get_by_role("button", name="Add to draft").first.click()
    expect(maya.reply("revision 2")).to_contain_text("Added option")


def test_a_critique_mends_what_it_finds_by_one_click(maya: Client) -> None:
    draft = maya.drafts("Should we hire three drivers or use an agency until May? Budget is $90k.")
    draft.get_by_role("button", name="Critique", exact=True).click()
    maya.reply("Critique of revision 1").get_by_role("button").first.click()
    expect(maya.reply("revision 2")).to_contain_text("What changed")


def test_why_explains_the_numbers(maya: Client) -> None:
    draft = maya.drafts("Should we open a shop in Bern or sell there through partners?")
    draft.get_by_role("button", name="Why?", exact=True).click()
    why = maya.reply("What would flip it")
    expect(why).to_contain_text("Ranks first in")
    expect(why).to_contain_text("Assumptions")


def test_a_draft_leaves_as_files_and_is_forgotten_with_them(maya: Client) -> None:
    draft = maya.drafts("Should we keep the summer fair or hold it every second year?")
    maya.chooses(draft, "Export…")
    form = maya.form("Export")
    form.get_by_role("checkbox", name="JSON (.json)").check()
    maya.sends(form, "Export")
    files = [
        maya.thread.get_by_role("link", name=re.compile(rf"^Download .*-r1\.{suffix}$"))
        for suffix in ("md", "pdf", "json")
    ]
    for file in files:
        expect(file).to_be_visible(timeout=DRAFT)
    maya.chooses(draft, "Forget this thread…")
    maya.sends(maya.form("Forget this thread"), "Forget")
    expect(maya.page.get_by_text("has forgotten this thread").first).to_be_visible(timeout=DRAFT)
    expect(maya.page.get_by_text("summer fair")).to_have_count(0, timeout=DRAFT)
    for file in files:
        expect(file).to_have_count(0)
