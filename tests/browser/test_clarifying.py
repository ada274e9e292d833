"""What a brief leaves open is asked, and answered by clicks and in own words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.client import Client
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

ASKS = "This brief leaves much open"


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def _asked(maya: Client, brief: str) -> Locator:
    """The message with the questions about a thin brief."""
    maya.writes(f"/decide {brief}")
    maya.opens_thread(brief)
    return maya.reply(ASKS)


def test_a_thin_brief_is_asked_about_and_its_draft_cites_the_answers(maya: Client) -> None:
    questions = _asked(maya, "We need to do something about onboarding new customers")
    expect(questions).to_contain_text("Which ways forward are you choosing between?")
    questions.get_by_role("button", name="Answer").click()
    form = maya.form("A few questions")
    form.get_by_role("checkbox", name="Cost").check()
    form.get_by_role("checkbox", name="Risk of disruption").check()
    form.get_by_label("In your own words").nth(1).fill(
        "Guided calls, or a self-service tour. Guided calls would raise the cost"
    )
    form.get_by_role("radio", name="This quarter").check()
    maya.sends(form, "Draft")
    draft = maya.sees_draft()
    expect(draft.get_by_role("table")).to_contain_text("A self-service tour")
    expect(draft.get_by_role("table")).to_contain_text("Risk of disruption")
    expect(draft).to_contain_text("“Guided calls would raise the cost.”")


def test_draft_now_drafts_the_thin_brief_as_it_is(maya: Client) -> None:
    questions = _asked(maya, "We need to do something about the newsletter")
    questions.get_by_role("button", name="Draft now").click()
    maya.sees_draft()


def test_what_a_draft_leaves_open_is_asked_and_the_answer_goes_to_it(maya: Client) -> None:
    draft = maya.drafts("Should we rent the corner shop or stay in the market hall?")
    draft.get_by_role("button", name="Clarify", exact=True).click()
    maya.reply("that would make this draft surer of itself").get_by_role("button", name="Answer").click()
    form = maya.form("A few questions")
    form.get_by_role("checkbox", name="Cost").check()
    maya.sends(form, "Revise")
    maya.reply("“We care about Cost”")
