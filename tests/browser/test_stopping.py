"""Work that goes on is stopped: its model says nothing for as long as a story needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.client import DRAFT, Client
from tests.browser.playing import playing
from tests.browser.silent_model import SilentModel
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def model() -> Iterator[SilentModel]:
    with SilentModel().running() as model:
        yield model


@pytest.fixture(scope="module")
def playground(
    browser: Browser,  # noqa: ARG001  without a browser nobody looks
    model: SilentModel,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """A playground whose bot asks that model."""
    with playing(tmp_path_factory.mktemp("playground"), model.settings()) as url:
        yield url


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def _drafting(maya: Client, brief: str) -> Locator:
    """Ask, and open the thread; its button to stop the draft, which would go on for minutes."""
    maya.writes(f"/decide {brief}")
    maya.opens_thread(brief)
    return maya.reply("Drafting").get_by_role("button", name="Stop")


def test_a_draft_is_stopped_and_tried_again_once_the_model_is_down(maya: Client, model: SilentModel) -> None:
    _drafting(maya, "Should we rent a crane or buy a used one for the yard?").click()
    stopped = maya.reply("This draft was stopped")
    expect(stopped).to_contain_text("Your brief is kept.")
    with model.down():
        stopped.get_by_role("button", name="Try again").click()
        expect(maya.sees_draft()).to_contain_text("was tried first")


def test_somebody_else_who_presses_stop_is_told_in_private_who_can(
    watched: Watched, playground: str, maya: Client
) -> None:
    brief = "Should we stock spare parts here or order them as they are needed?"
    stop = _drafting(maya, brief)
    jonas = Client(watched.page(), playground, person="Jonas Weber")
    jonas.opens_thread(brief)
    jonas.reply("Drafting").get_by_role("button", name="Stop").click()
    told = jonas.reply("or an administrator of the workspace, can stop it.")
    expect(told).to_contain_text("Only visible to you")
    stop.click()
    for person in (maya, jonas):
        person.reply("This draft was stopped")
    expect(maya.page.get_by_text("can stop it.")).to_have_count(0)


def test_a_draft_whose_model_goes_down_in_the_middle_is_made_without_it(
    maya: Client, model: SilentModel
) -> None:
    expect(_drafting(maya, "Should we paint the vans green or leave them white?")).to_be_visible(
        timeout=DRAFT
    )
    with model.down():
        expect(maya.sees_draft()).to_contain_text("was tried first")
