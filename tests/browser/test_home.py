"""The app's home: one's drafts with links, the way to a new one, the workspace's settings."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.client import DRAFT, Client
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def test_a_draft_is_listed_and_its_link_leads_to_its_thread(watched: Watched, playground: str) -> None:
    maya = Client(watched.page(), playground)
    brief = "Should we rebuild the loading ramp or widen the old one?"
    title = maya.drafts(brief).get_by_role("heading").first.inner_text()
    link = maya.opens_home().get_by_role("link", name=title)
    with watched.context.expect_page() as opened:
        link.click()
    thread = opened.value.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text(brief)
    expect(thread).to_contain_text("revision 1")


def test_a_new_decision_begins_with_the_form(watched: Watched, playground: str) -> None:
    priya = Client(watched.page(), playground, person="Priya Nair")  # whose home no other story has opened
    priya.opens_home().get_by_role("button", name="New decision").click()
    form = priya.form("Draft a decision")
    form.get_by_label("What is to be decided?").fill("Should we roast our own coffee or go on buying it?")
    place = form.get_by_role("combobox", name="Where to draft")
    place.fill("gener")
    place.press("Enter")
    expect(place).to_have_value("#general")
    priya.sends(form, "Draft")
    priya.goes_to("general")
    priya.opens_thread("roast our own coffee")
    priya.sees_draft()


def test_an_administrator_changes_a_setting_and_others_read_it(watched: Watched, playground: str) -> None:
    elena = Client(watched.page(), playground, person="Elena Rossi")
    home = elena.opens_home()
    home.get_by_role("button", name="Draw them").click()
    expect(home).to_contain_text("They are drawn in new drafts.", timeout=DRAFT)
    sam = Client(watched.page(), playground, person="Sam Carter")
    expect(sam.opens_home()).to_contain_text("risks and factors are drawn", timeout=DRAFT)
    expect(sam.page.get_by_role("button", name="Leave them out")).to_have_count(0)
    home.get_by_role("button", name="Leave them out").click()
    expect(home).to_contain_text("They are left out of new drafts.", timeout=DRAFT)
