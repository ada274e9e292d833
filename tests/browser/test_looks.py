"""Every main view, in light and dark, on a desk and on a phone: nothing serious for axe, nothing cut off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.client import Client, picture_in
from tests.browser.watching import Watched, faults

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

DESK, PHONE = (1280, 820), (390, 800)
BRIEF = "Should we hire three engineers or use contractors until May?"


@pytest.fixture(scope="module")
def drafted(browser: Browser, playground: str) -> None:
    """There is a draft to look at."""
    with browser.new_context() as context:
        Client(context.new_page(), playground).drafts(BRIEF)


@pytest.fixture(params=["light", "dark"])
def maya(watched: Watched, playground: str, drafted: None, request: pytest.FixtureRequest) -> Client:  # noqa: ARG001  the draft is on the page
    page = watched.page()
    client = Client(page, playground)
    if request.param == "dark":
        page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("html")).to_have_attribute("data-theme", request.param)
    expect(client.message(BRIEF)).to_be_visible()
    return client


def test_the_channel_and_the_thread(maya: Client) -> None:
    assert faults(maya.page) == []
    maya.opens_thread(BRIEF)
    maya.sees_draft()
    assert faults(maya.page) == []


def test_the_picture_open_large(maya: Client) -> None:
    maya.opens_thread(BRIEF)
    picture_in(maya.sees_draft()).click()
    expect(maya.page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    assert faults(maya.page) == []


def test_the_menus_and_the_form(maya: Client) -> None:
    maya.page.get_by_role("main").get_by_role("button", name="Shortcuts and examples").click()
    expect(maya.page.get_by_role("menu")).to_be_visible()
    assert faults(maya.page) == []
    maya.page.get_by_role("menuitem", name="Draft a decision").click()
    form = maya.form("Draft a decision")
    assert faults(maya.page) == []
    maya.leaves(form)


def test_the_completion(maya: Client) -> None:
    maya.composer.press_sequentially("@")
    expect(maya.page.get_by_role("option").first).to_be_visible()
    assert faults(maya.page) == []


def test_the_home_of_the_app(maya: Client) -> None:
    maya.opens_home()
    assert faults(maya.page) == []


def test_the_side_panel(maya: Client) -> None:
    maya.under_the_hood()
    assert faults(maya.page) == []


def test_a_phone_shows_one_thing_at_a_time_and_nothing_is_wider_than_it(maya: Client) -> None:
    width, height = PHONE
    maya.page.set_viewport_size({"width": width, "height": height})
    expect(maya.composer).to_be_visible()
    _fits(maya, width)
    assert faults(maya.page) == []
    maya.opens_thread(BRIEF)
    maya.sees_draft()
    _fits(maya, width)
    assert faults(maya.page) == []
    maya.page.get_by_role("button", name="Back to the channel").click()
    expect(maya.thread).to_have_count(0)


def _fits(client: Client, width: int) -> None:
    """Wait until nothing is wider than that."""
    client.page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)
