"""A decision, from the brief to its draft, in each of the ways that the page has."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.client import DRAFT, DROP, EXAMPLE, SENTENCE, Client, picture_in
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def maya(watched: Watched, playground: str) -> Client:
    return Client(watched.page(), playground)


def test_a_brief_by_slash_command_goes_through_its_stages_to_a_picture(maya: Client) -> None:
    maya.composer.press_sequentially("/dec")
    expect(maya.page.get_by_role("option", name="/decide")).to_be_visible()
    maya.writes("/decide Should we build a depot in Lyon or rent one there for two years?")
    maya.opens_thread("depot in Lyon")
    draft = maya.sees_draft()
    expect(draft.get_by_role("table")).to_contain_text("Option")
    picture_in(draft).click()
    large = maya.page.get_by_role("dialog").get_by_role("img")
    expect(large).to_be_visible()
    assert large.evaluate("image => image.decode().then(() => image.naturalWidth)") > 600
    maya.page.keyboard.press("Escape")
    expect(maya.page.get_by_role("dialog")).to_have_count(0)


def test_a_mention_with_a_pdf_dropped_in_is_drafted_from_it(maya: Client) -> None:
    pdf = EXAMPLE / "delivery-review.pdf"
    maya.composer.press_sequentially("@Cross")
    maya.page.get_by_role("option", name="Crossroads").click()
    maya.composer.press_sequentially("Should we hire three engineers or use contractors in the spring?")
    target = maya.page.get_by_role("region", name="Conversation in #general").element_handle()
    content = base64.b64encode(pdf.read_bytes()).decode()
    maya.page.evaluate(DROP, [target, [pdf.name], [content]])
    maya.has_attached(pdf.name)
    maya.composer.press("Enter")
    expect(maya.message("contractors in the spring")).to_contain_text(pdf.name)
    maya.opens_thread("contractors in the spring")
    expect(maya.sees_draft()).to_contain_text("from your brief and 1 file")


def test_a_brief_with_files_by_the_form(maya: Client) -> None:
    form = maya.opens_form()
    form.get_by_label("What is to be decided?").fill("Too short")
    form.get_by_role("button", name="Draft", exact=True).click()
    expect(form.get_by_label("What is to be decided?")).to_have_attribute("aria-invalid", "true")
    form.get_by_label("What is to be decided?").fill(
        "Should we lease two vans or buy them outright this year?"
    )
    maya.fills_files(form, [EXAMPLE / "budget.csv", EXAMPLE / "notes.md"])
    place = form.get_by_role("combobox", name="Where to draft")
    place.fill("gener")
    place.press("Enter")
    expect(place).to_have_value("#general")
    maya.sends(form, "Draft")
    maya.opens_thread("lease two vans")
    expect(maya.sees_draft()).to_contain_text("from your brief and 2 files")


def test_a_shortcut_on_a_message_offers_to_draft_from_it(maya: Client) -> None:
    maya.writes("Should we move the Friday review to Thursday or drop it altogether?")
    message = maya.message("Friday review")
    message.hover()
    message.get_by_role("button", name="More about this message").click()
    maya.page.get_by_role("menuitem", name="Draft a decision").click()
    maya.opens_thread("Friday review")
    maya.sees_draft()


def test_an_example_is_one_click_away(maya: Client) -> None:
    maya.page.get_by_role("main").get_by_role("button", name="Shortcuts and examples").click()
    maya.page.get_by_role("menuitem", name="Second warehouse").click()
    maya.opens_thread("warehouse")
    expect(maya.sees_draft()).to_contain_text("from your brief and 2 files")


def test_a_message_that_is_told_of_twice_keeps_what_changed_between(maya: Client) -> None:
    counts = maya.page.evaluate(
        """async () => {
            const { emptyFeed, heard } = await import("/page/static/state/feeds.js");
            const said = { ts: "1.0", reply_count: 0, is_reply: false };
            const changed = { ...said, reply_count: 1 };
            const told = [["message", said], ["message_changed", changed], ["message", said]];
            const ready = { ...emptyFeed("C1", "", []), status: "ready", hasMore: false };
            return told.reduce((feed, [name, message]) => heard(feed, name, { message }), ready)
                .messages.map((message) => message.reply_count);
        }"""
    )
    assert counts == [1]


def test_two_people_see_the_same(watched: Watched, playground: str, maya: Client) -> None:
    other = Client(watched.page(), playground, person="Jonas Weber")
    maya.writes("Would Tuesdays suit everybody?")
    expect(other.message("Would Tuesdays suit")).to_contain_text("Maya Chen")
    other.writes("They would.")
    expect(maya.message("They would.")).to_contain_text("Jonas Weber")
    maya.writes("/decide Should we print the manual or keep it online only for now?")
    for client in (maya, other):
        client.opens_thread("print the manual")
        client.sees_draft()


def test_two_tabs_of_one_person_stay_in_step(watched: Watched, playground: str, maya: Client) -> None:
    second = Client(watched.page(), playground)
    second.writes("Said in the second tab.")
    expect(maya.message("Said in the second tab.")).to_be_visible()
    maya.composer.press("ArrowUp")
    editor = maya.page.get_by_role("textbox", name="Edit message")
    editor.fill("Said in the second tab, and mended.")
    editor.press("Enter")
    expect(second.message("and mended.")).to_contain_text("edited")


def test_where_the_bot_is_not_in_the_channel_one_person_is_told(maya: Client) -> None:
    maya.goes_to("warehouse")
    maya.writes("@Crossroads Should we add a shift or a second dock door at the site?")
    expect(maya.message("add a shift")).to_be_visible()
    adding = maya.page.get_by_role("main").get_by_role("button", name="Add Crossroads")
    adding.first.click()
    expect(adding).to_have_count(0)
    maya.writes("/decide Should we add a night shift or a second dock door at the site?")
    maya.opens_thread("night shift")
    maya.sees_draft()


def test_a_brief_that_is_too_short_opens_the_form_with_it(maya: Client) -> None:
    maya.writes("/decide Vans?")
    notice = maya.message("The brief has 5 characters")
    notice.get_by_role("button", name="Open the form").click()
    form = maya.form("Draft a decision")
    expect(form.get_by_label("What is to be decided?")).to_have_value("Vans?")
    maya.leaves(form)
    expect(notice).not_to_contain_text(SENTENCE)


def test_the_keyboard_alone_is_enough(maya: Client) -> None:
    page = maya.page
    page.keyboard.press("Tab")
    maya.composer.focus()
    page.keyboard.type("/decide Should we renew the lease on the office or move to the river?")
    page.keyboard.press("Enter")
    expect(maya.composer).to_have_value("")
    replies = maya.message("renew the lease").get_by_role("button", name=re.compile(r"^\d+ repl"))
    expect(replies).to_be_visible(timeout=DRAFT)
    replies.focus()
    page.keyboard.press("Enter")
    large = picture_in(maya.sees_draft())
    large.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(large).to_be_focused()
    page.keyboard.press("Escape")
    expect(maya.thread).to_have_count(0)


def test_hostile_words_of_a_person_are_only_words(maya: Client, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="window.hit=1"> <script>window.hit=1</script> *b* :+1:'
    strange = tmp_path / "<b>&amp;.csv"
    strange.write_text("a,b\n1,2\n")
    maya.attaches([strange])
    maya.writes(hostile)
    expect(maya.message("onerror")).to_contain_text("<script>window.hit=1</script>")
    expect(maya.message("onerror")).to_contain_text("<b>&amp;.csv")
    assert maya.page.evaluate("window.hit") is None
