"""Block Kit on the page: everything the bot sends is drawn, and told of when used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.playground.page.assets import FOLDER
from bot.playground.slack.blocks.message import problems_of
from bot.playground.slack.blocks.view import problems_of as problems_of_view
from tests.browser import sent
from tests.browser.rendering import Stage
from tests.browser.watching import Watched, faults

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

THEMES = ("light", "dark")
HOSTILE = (
    "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'> <!channel> <@U0123ABCD> "
    "<javascript:window.hit=1|click> <https://evil.example|click> *b* _i_ ~s~ `c` ```x``` &lt;b&gt; "
    "\"'><svg onload=window.hit=1> [x](javascript:window.hit=1) \u202e :+1: {{7*7}} ${window.hit=1}"
)


@pytest.fixture
def stage(watched: Watched) -> Stage:
    return Stage(watched)


def test_every_message_the_bot_sends_is_drawn_whole(stage: Stage) -> None:
    stage.messages(*sent.messages())
    expect(stage.page.locator(".bk-blocks")).to_have_count(len(sent.messages()))
    assert stage.page.locator(".bk-unknown").count() == 0
    assert "Use an agency ranks first" in stage.page.inner_text("#stage")


def test_every_form_of_the_bot_is_drawn_whole(stage: Stage) -> None:
    for view in sent.forms():
        stage.modal(view)
        expect(stage.page.get_by_role("dialog", name=view["title"])).to_be_visible()
        assert stage.page.locator(".bk-unknown").count() == 0
        inputs = [block for block in view["blocks"] if block["type"] == "input"]
        assert stage.page.locator(".modal-input").count() == len(inputs)


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_serious_in_what_the_bot_sends(stage: Stage, theme: str) -> None:
    stage.theme(theme)
    stage.messages(*sent.messages(), sent.everything())
    assert faults(stage.page) == []
    for view in (*{view["title"]: view for view in sent.forms()}.values(), sent.inputs()):
        stage.modal(view, errors={view["blocks"][0].get("block_id"): "Say a little more."})
        assert faults(stage.page, within="dialog") == []
        stage.modal(None)


def test_hostile_text_is_only_ever_text(stage: Stage) -> None:
    stage.messages(*sent.messages(HOSTILE))
    stage.modal({**sent.shown_form(), "title": "<b>x</b>"}, notice=HOSTILE)
    assert stage.page.evaluate("window.hit") is None
    assert stage.page.locator("#stage script, #stage svg[onload], dialog h2 b").count() == 0
    assert "<script>window.hit = 1</script>" in stage.page.inner_text("#stage")
    addresses = stage.page.locator("#stage a").evaluate_all("links => links.map(link => link.href)")
    assert [address for address in addresses if not re.match("https?://", address)] == []


def test_no_script_of_the_page_writes_markup() -> None:
    written = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    scripts = [path for path in FOLDER.rglob("*.js") if "vendor" not in path.parts]
    assert len(scripts) > 10
    assert [path.name for path in scripts if written.search(path.read_text())] == []


def test_what_the_samples_show_is_what_slack_takes() -> None:
    blocks = json.loads(json.dumps(sent.everything()).replace(sent.PNG, "https://a.example/dot.png"))
    assert problems_of(blocks, lambda _: True) == []
    view = {**sent.inputs(), "type": "modal"}
    texts = {name: sent.plain(view[name]) for name in ("title", "submit", "close")}
    view = {
        name: part
        for name, part in (view | texts).items()
        if name not in {"id", "values", "depth", "previous"}
    }
    assert problems_of_view(view, "modal", lambda _: True) == []


def test_every_element_is_known(stage: Stage) -> None:
    stage.messages(sent.everything())
    stage.modal(sent.inputs())
    expect(stage.page.locator("dialog")).to_be_visible()
    assert stage.page.locator(".bk-unknown").count() == 0


def test_what_is_unknown_or_broken_is_a_box_with_its_type_and_harms_nothing_else(stage: Stage) -> None:
    stage.messages(
        [
            {"type": "hologram"},
            {"type": "section"},
            {"type": "table"},
            {"type": "actions", "elements": [{"type": "dial", "action_id": "d"}]},
            {"type": "constructor"},
            {"type": "header", "text": sent.plain("Still here")},
        ]
    )
    boxes = stage.page.locator(".bk-unknown")
    expect(boxes).to_have_text(["hologram", "table", "dial", "constructor"])
    expect(stage.page.get_by_role("heading", name="Still here")).to_be_visible()


def test_a_click_tells_what_was_pressed(stage: Stage) -> None:
    stage.messages(sent.everything())
    page = stage.page
    page.get_by_role("button", name="Go", exact=True).click()
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Undo").click()
    page.get_by_label("Good draft").click()
    page.get_by_role("radio", name="Blue").check()
    page.get_by_role("checkbox", name="Red").check()
    expect(page.get_by_label("Good draft")).to_have_attribute("aria-pressed", "true")
    told = [(used["action_id"], used["block_id"], used["value"]) for used in stage.told("action")]
    assert told == [
        ("go", "a1", "1"),
        ("more", "s2", "undo"),
        ("feedback", "ca", "yes"),
        ("one", "a2", "blue"),
        ("some", "a2", ["red"]),
    ]


def test_what_has_to_be_confirmed_is_told_only_then(stage: Stage) -> None:
    stage.messages(sent.asking())
    page = stage.page
    question = page.get_by_role("dialog", name="Really?")
    page.get_by_role("button", name="Wipe").click()
    expect(question).to_contain_text("It is gone for good.")
    expect(question.get_by_text("for good", exact=True)).to_have_css("font-weight", "700")
    assert faults(page, within="dialog") == []
    question.get_by_role("button", name="No").click()
    page.get_by_role("button", name="Wipe").click()
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    assert stage.told("action") == []
    page.get_by_role("button", name="Wipe").click()
    question.get_by_role("button", name="Yes").click()
    expect(question).to_have_count(0)
    assert [used["action_id"] for used in stage.told("action")] == ["wipe"]


def test_a_choice_that_is_not_confirmed_is_taken_back(stage: Stage) -> None:
    stage.messages(sent.asking())
    page = stage.page
    colour = page.get_by_role("combobox", name="Colour")
    for answer, held in (("No", "Red"), ("Yes", "Blue")):
        colour.click()
        page.get_by_role("option", name="Blue").click()
        page.get_by_role("dialog", name="Really?").get_by_role("button", name=answer).click()
        expect(colour).to_have_value(held)
    assert [used["value"] for used in stage.told("action")] == ["blue"]


def test_a_button_with_an_address_opens_it_beside_the_page(stage: Stage) -> None:
    stage.messages(sent.asking())
    link = stage.page.get_by_role("link", name="Read more")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    stage.page.context.route("https://a.example/**", lambda route: route.fulfill(body="read"))
    with stage.page.expect_popup() as opened:
        link.click()
    opened.value.wait_for_url("https://a.example/more")
    assert [used["action_id"] for used in stage.told("action")] == ["more"]
    assert stage.page.get_by_role("link", name="Runs").count() == 0


def test_a_picture_opens_large(stage: Stage) -> None:
    stage.messages(sent.everything())
    stage.page.get_by_role("button", name="Open large: A picture").click()
    [opened] = stage.told("action")
    assert opened == {"type": "open_image", "src": sent.PNG, "alt": "a graph", "title": "A picture"}


def test_a_picture_keeps_its_place_before_it_has_come(stage: Stage) -> None:
    picture = {
        "type": "image",
        "image_url": "/never.png",
        "image_width": 800,
        "image_height": 400,
        "alt_text": "a",
    }
    stage.page.route("**/never.png", lambda _: None)
    stage.messages([picture])
    box = stage.page.locator(".bk-picture").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(2, rel=0.02)


def test_menus_are_used_by_keyboard(stage: Stage) -> None:
    stage.messages(sent.everything())
    page = stage.page
    page.get_by_role("combobox", name="Colour").focus()
    for key in ("g", "r", "e", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("combobox", name="Who").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    page.get_by_role("button", name="More actions").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Edit")).to_be_focused()
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    told = {used["action_id"]: used["value"] for used in stage.told("action")}
    assert told == {"colour": "green", "who": "U2", "more": "undo"}


def test_an_open_list_has_no_faults_either(stage: Stage) -> None:
    stage.messages(sent.everything())
    stage.page.get_by_role("combobox", name="Colour").click()
    expect(stage.page.get_by_role("option", name="Red")).to_be_visible()
    assert faults(stage.page) == []


def test_a_form_is_sent_with_what_was_filled_in(stage: Stage, tmp_path: Path) -> None:
    costs = tmp_path / "costs.csv"
    costs.write_text("a,b\n1,2\n")
    stage.modal(sent.shown_form())
    form = stage.page.get_by_role("dialog", name="Draft a decision")
    expect(form.get_by_label("What is to be decided?")).to_be_focused()
    form.get_by_label("What is it for?").fill("Launch by June")
    form.locator("input[type=file]").set_input_files(costs)
    expect(form.get_by_role("list", name="Files to send")).to_contain_text("8 B")
    place = form.get_by_role("combobox", name="Where to draft")
    place.click()
    expect(stage.page.get_by_role("option")).to_have_text(["#general", "#plans", "Bob"])
    place.fill("gen")
    place.press("Enter")
    form.get_by_role("button", name="Draft", exact=True).click()
    [values] = stage.told("submit")
    assert values == {
        "brief": sent.BRIEF,
        "goal": "Launch by June",
        "files": ["up-1"],
        "place": "C1",
    }


def test_a_form_says_what_is_missing_and_takes_one_there(stage: Stage, tmp_path: Path) -> None:
    picture = tmp_path / "holiday.jpg"
    picture.write_bytes(b"jpg")
    stage.modal(sent.inputs())
    form = stage.page.get_by_role("dialog")
    form.get_by_label("Text", exact=True).fill("x" * 21)
    form.locator("input[type=file]").set_input_files(picture)
    expect(form.get_by_role("alert")).to_have_text("holiday.jpg is not one of: csv, pdf.")
    form.get_by_role("button", name="Send").click()
    assert stage.told("submit") == []
    expect(form.get_by_label("Text", exact=True)).to_be_focused()
    expect(form.get_by_text("Enter at most 20 characters; these are 21.")).to_be_visible()
    expect(form.get_by_text("Please complete this required field.")).to_have_count(7)


def test_what_the_app_finds_wrong_stands_at_its_input(stage: Stage) -> None:
    stage.modal(sent.shown_form(), errors={"goal": "Say what it is for."})
    goal = stage.page.get_by_label("What is it for?")
    expect(goal).to_be_focused()
    expect(goal).to_have_attribute("aria-invalid", "true")
    expect(goal).to_have_accessible_description("Say what it is for.")


def test_what_was_filled_in_outlives_a_view_above_it(stage: Stage) -> None:
    first = sent.shown_form()
    stage.modal(first)
    stage.page.get_by_label("What is it for?").fill("Launch")
    stage.modal({**sent.inputs(), "depth": 2, "previous": "V1"})
    stage.page.get_by_role("button", name="Back").click()
    stage.page.get_by_role("button", name="Close").click()
    assert stage.told("close") == [False, True]
    stage.modal({**first, "hash": "2"})
    expect(stage.page.get_by_label("What is it for?")).to_have_value("Launch")


def test_esc_closes_the_list_then_the_form_and_tab_stays_inside(stage: Stage) -> None:
    stage.messages(sent.everything())
    stage.modal(sent.shown_form())
    page = stage.page
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    page.get_by_role("combobox", name="Where to draft").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    assert stage.told("close") == []
    page.keyboard.press("Escape")
    page.wait_for_function("told.some(([kind]) => kind === 'close')")
    assert stage.told("close") == [False]


def test_nothing_is_wider_than_a_phone(stage: Stage) -> None:
    stage.page.set_viewport_size({"width": 360, "height": 740})
    stage.messages(*sent.messages("x" * 300), sent.everything())
    stage.modal(sent.inputs())
    expect(stage.page.get_by_role("dialog")).to_be_visible()
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 360
