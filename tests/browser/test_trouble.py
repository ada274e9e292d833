"""The bot's calm in each of the troubles that the side panel makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.client import DRAFT, Client
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.fixture
def maya(watched: Watched, playground: str) -> Iterator[Client]:
    client = Client(watched.page(), playground)
    client.under_the_hood()
    yield client
    for switch in client.hood.get_by_role("switch", checked=True).all():
        client.switches(switch.inner_text(), on=False)


def _drafted(maya: Client, brief: str, **draft: str) -> None:
    maya.writes(f"/decide {brief}")
    maya.opens_thread(brief)
    maya.sees_draft(**draft)
    expect(maya.replies).to_have_count(2)


def test_a_slow_slack_delays_the_draft_and_loses_nothing(maya: Client) -> None:
    maya.switches("Slack answers slowly", on=True)
    _drafted(maya, "Should we paint the hall white or leave it as it is?")


def test_a_storm_of_429_loses_nothing(maya: Client) -> None:
    maya.switches("Slack answers 429", on=True)
    _drafted(maya, "Should we sell the old press or keep it as a spare?")


def test_events_that_come_twice_make_one_draft(maya: Client) -> None:
    maya.switches("Events are delivered twice", on=True)
    maya.composer.press_sequentially("@Cross")
    maya.page.get_by_role("option", name="Crossroads").click()
    maya.composer.press_sequentially("Should we train two people or hire one with the skill?")
    maya.composer.press("Enter")
    maya.opens_thread("train two people")
    maya.sees_draft()
    expect(maya.replies).to_have_count(2)


def test_a_model_that_is_down_gives_way_to_the_built_in_drafter(maya: Client) -> None:
    maya.switches("The model is down", on=True)
    maya.writes("/decide Should we open on Sundays or stay closed until the summer?")
    maya.opens_thread("open on Sundays")
    draft = maya.sees_draft()
    expect(draft).to_contain_text(re.compile("was tried first"))


def test_a_slow_model_is_stopped_by_its_button(maya: Client) -> None:
    maya.switches("The model is slow", on=True)
    maya.writes("/decide Should we rent a crane or buy a used one for the yard?")
    maya.opens_thread("rent a crane")
    stop = maya.thread.get_by_role("button", name="Stop")
    expect(stop).to_be_visible(timeout=DRAFT)
    expect(maya.thread).to_contain_text("Drafting", timeout=DRAFT)
    stop.click()
    expect(maya.thread).to_contain_text("Stopped", timeout=DRAFT)
    expect(maya.thread.get_by_role("button", name="Try again")).to_be_visible(timeout=DRAFT)


def test_a_bot_that_is_killed_finishes_the_draft_once_it_is_back(maya: Client) -> None:
    maya.switches("The model is slow", on=True)
    maya.writes("/decide Should we insure the fleet together or each van by itself?")
    maya.opens_thread("insure the fleet")
    expect(maya.thread).to_contain_text("Drafting", timeout=DRAFT)
    status = maya.hood.get_by_role("status").first
    maya.hood.get_by_role("button", name="Kill", exact=True).click()
    expect(status).to_contain_text("Stopped")
    maya.hood.get_by_role("button", name="Start").click()
    expect(status).to_contain_text("Running", timeout=DRAFT)
    maya.sees_draft(sentence="revision 1")
    expect(maya.replies).to_have_count(2)
