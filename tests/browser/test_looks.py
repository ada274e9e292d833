"""Every main view, in light and dark, on a desk and on a phone: nothing serious for axe, nothing cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.client import Client
from tests.browser.watching import Watched, faults

pytestmark = pytest.mark.slow

DESK, PHONE = (1280, 820), (390, 800)
BRIEF = "Should we hire three engineers or use contractors until May?"


@pytest.fixture(params=["light", "dark"])
def maya(watched: Watched, playground: str, request: pytest.FixtureRequest) -> Client:
    page = watched.page()
    client = Client(page, playground)
    if request.param == "dark":
        page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("html")).to_have_attribute("data-theme", request.param)
    if not client.message(BRIEF).count():
        client.writes(f"/decide {BRIEF}")
    return client


def test_the_channel_and_the_thread(maya: Client) -> None:
    assert faults(maya.page) == []
    maya.opens_thread(BRIEF)
    maya.sees_draft()
    assert faults(maya.page) == []


def test_the_picture_open_large(maya: Client) -> None:
    maya.opens_thread(BRIEF)
    maya.sees_draft().get_by_role("button", name="Open the picture large").click()
    expect(maya.page.get_by_role("dialog")).to_be_visible()
    assert faults(maya.page) == []


def test_the_menus_and_the_form(maya: Client) -> None:
    maya.page.get_by_role("main").get_by_role("button", name="Shortcuts and examples").click()
    expect(maya.page.get_by_role("menu")).to_be_visible()
    assert faults(maya.page) == []
    maya.page.get_by_role("menuitem", name="Draft a decision").click()
    form = maya.page.get_by_role("dialog", name="Draft a decision")
    expect(form).to_be_visible()
    assert faults(maya.page) == []
    maya.page.keyboard.press("Escape")  # it would stay open for the next who comes
    expect(form).to_have_count(0)


def test_the_completion(maya: Client) -> None:
    maya.composer.press_sequentially("@")
    expect(maya.page.get_by_role("option").first).to_be_visible()
    assert faults(maya.page) == []


def test_the_home_of_the_app(maya: Client) -> None:
    maya.page.get_by_role("button", name="Home of Crossroads").click()
    expect(maya.page.get_by_role("main")).to_contain_text("Your drafts")
    assert faults(maya.page) == []


def test_the_side_panel(maya: Client) -> None:
    maya.under_the_hood()
    assert faults(maya.page) == []


def test_a_phone_shows_one_thing_at_a_time_and_nothing_is_wider_than_it(maya: Client) -> None:
    width, height = PHONE
    maya.page.set_viewport_size({"width": width, "height": height})
    expect(maya.composer).to_be_visible()
    assert _width(maya) <= width
    assert faults(maya.page) == []
    maya.opens_thread(BRIEF)
    maya.sees_draft()
    assert _width(maya) <= width
    assert faults(maya.page) == []
    maya.page.get_by_role("button", name="Back to the channel").click()
    expect(maya.thread).to_have_count(0)


def _width(client: Client) -> int:
    width: int = client.page.evaluate("document.documentElement.scrollWidth")
    return width
