"""A long list of messages, and what stands beside it: it keeps its place, and says what is what."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.client import Client
from tests.browser.watching import Watched

pytestmark = pytest.mark.slow

MANY = 120  # messages: more than two pages of them
SAY = """async ([person, channel, count]) => {
  const address = `/page/api/say?as=${person}`;
  const headers = { "Content-Type": "application/json" };
  for (let number = 1; number <= count; number += 1) {
    const body = JSON.stringify({ channel, text: `Remark number ${number}.` });
    await fetch(address, { method: "POST", headers, body });
  }
}"""
TOP = "row => row.getBoundingClientRect().top"


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def test_older_messages_come_in_above_and_move_nothing_that_is_read(maya: Client) -> None:
    page = maya.page
    maya.goes_to("leadership")
    address = page.evaluate("Object.fromEntries(new URLSearchParams(location.hash.slice(1)))")
    page.evaluate(SAY, [address["as"], address["in"], MANY])
    page.reload()
    expect(maya.message(f"Remark number {MANY}.")).to_be_in_viewport()
    rows = page.get_by_role("main").locator("[role=listitem][data-ts]")
    before = rows.count()
    assert before < MANY
    held = rows.first.element_handle()
    assert held is not None
    with page.expect_response(re.compile("before=")) as older:
        page.evaluate("document.querySelector('.list').scrollTop = 0")
    older.value.finished()
    page.wait_for_function(
        "before => document.querySelectorAll('.main [data-ts]').length > before", arg=before
    )
    box = page.locator(".list").bounding_box()
    assert box is not None
    assert abs(held.evaluate(TOP) - box["y"]) < box["height"] / 2


def test_two_workspaces_do_not_look_alike(maya: Client) -> None:
    tiles = maya.page.get_by_role("navigation", name="Workspaces").locator(".workspace")
    hues = tiles.evaluate_all("all => all.map(tile => Number(tile.style.getPropertyValue('--hue')) * 45)")
    assert len(hues) == 2
    assert 90 <= abs(hues[0] - hues[1]) % 360 <= 270


def test_the_greeting_names_both_ways_to_ask(maya: Client) -> None:
    greeting = maya.message("Crossroads is installed")
    expect(greeting).to_contain_text("/decide")
    expect(greeting).to_contain_text("@Crossroads")
