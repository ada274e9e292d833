"""The bot's calm in each of the troubles that the side panel makes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.client import DRAFT, Client
from tests.browser.playing import playing
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def playground(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001  without a browser nobody looks
    """A playground of its own: trouble is for everybody in it."""
    with playing(tmp_path_factory.mktemp("playground")) as url:
        yield url


@pytest.fixture
def maya(watched: Watched, playground: str) -> Iterator[Client]:
    client = Client(watched.page(), playground)
    client.under_the_hood()
    yield client
    if client.hood.get_by_role("button", name="Start", exact=True).count():  # a failed story left it dead
        _starts(client)
    for title in client.hood.get_by_role("switch", checked=True).all_inner_texts():
        client.switches(title, on=False)


def _drafted(maya: Client, brief: str) -> None:
    maya.drafts(brief)
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
    draft = maya.drafts("Should we open on Sundays or stay closed until the summer?")
    expect(draft).to_contain_text("was tried first")


def test_a_command_fails_while_the_bot_is_down_and_works_once_it_is_started(maya: Client) -> None:
    brief = "Should we mend the cold store or rent space in another?"
    _kills(maya)
    maya.writes(f"/decide {brief}")
    expect(maya.message("/decide failed with the error")).to_contain_text("Only visible to you")
    _starts(maya)
    _drafted(maya, brief)


def test_a_bot_that_is_killed_finishes_the_draft_once_it_is_back(maya: Client) -> None:
    brief = "Should we insure the fleet together or each van by itself?"
    maya.switches("The model is slow", on=True)
    maya.writes(f"/decide {brief}")
    maya.opens_thread(brief)
    expect(maya.thread).to_contain_text(re.compile("Drafting|revision 1"), timeout=DRAFT)
    _kills(maya)
    maya.switches("The model is slow", on=False)  # which starts it, too
    maya.sees_draft(sentence="revision 1")
    expect(maya.replies).to_have_count(2)


def _kills(maya: Client) -> None:
    maya.hood.get_by_role("button", name="Kill", exact=True).click()
    expect(maya.standing).to_contain_text("Stopped")


def _starts(maya: Client) -> None:
    maya.hood.get_by_role("button", name="Start", exact=True).click()
    expect(maya.standing).to_contain_text("Running", timeout=DRAFT)
