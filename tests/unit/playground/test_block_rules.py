"""The rules of Block Kit: a rich legal message passes, each breach is named with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models import blocks as kit

from bot.playground.slack.blocks import message as message_rules
from bot.playground.slack.blocks.message import problems_of, size_of
from bot.playground.slack.forms import fields, with_ids
from tests.unit.playground.kit import (
    actions,
    button,
    mrkdwn,
    plain,
    problems,
    raw_options,
    raw_text,
    rich,
    sdk_options,
    section,
)

RICH_MESSAGE: list[kit.Block] = [
    kit.HeaderBlock(text="Staffing the rebuild", block_id="title"),
    kit.ImageBlock(slack_file={"id": "F1"}, alt_text="Goal, decision, three options"),
    kit.SectionBlock(
        text=kit.MarkdownTextObject(text="*Use an agency* ranks first", verbatim=True),
        accessory=kit.OverflowMenuElement(action_id="more", options=sdk_options(5)),
        expand=True,
    ),
    kit.SectionBlock(fields=[kit.MarkdownTextObject(text=f"field {n}") for n in range(10)]),
    kit.TableBlock(
        rows=[
            [kit.RawTextObject(text="Option").to_dict(), kit.RawTextObject(text="Cost").to_dict()],
            [
                rich({"type": "text", "text": "Agency", "style": {"bold": True}}),
                {"type": "raw_number", "value": 3, "text": "3"},
            ],
        ],
        column_settings=[{"align": "left", "is_wrapped": True}, {"align": "right"}],
    ),
    kit.DividerBlock(),
    kit.MarkdownBlock(text="**Worth asking** What happens if nothing is done?"),
    kit.ContextBlock(
        elements=[
            kit.MarkdownTextObject(text="Drafted in 6.2 s"),
            kit.PlainTextObject(text="revision 1", emoji=False),
            kit.ImageElement(image_url="https://example.test/a.png", alt_text="logo"),
        ]
    ),
    kit.ActionsBlock(
        elements=[
            kit.ButtonElement(text="Refine", action_id="refine", value="d1", style="primary"),
            kit.ButtonElement(
                text="Forget",
                action_id="forget",
                style="danger",
                confirm=kit.ConfirmObject(title="Forget?", text="All of it", confirm="Forget", deny="Keep"),
            ),
            kit.StaticSelectElement(placeholder="Pick", action_id="pick", options=sdk_options(3)),
            kit.RadioButtonsElement(
                action_id="radio", options=sdk_options(2), initial_option=sdk_options(1)[0]
            ),
            kit.CheckboxesElement(action_id="boxes", options=sdk_options(3), initial_options=sdk_options(2)),
            kit.DatePickerElement(action_id="day", initial_date="2026-11-22"),
            kit.UserSelectElement(placeholder="Who", action_id="who"),
        ]
    ),
    kit.ContextActionsBlock(
        elements=[
            kit.FeedbackButtonsElement(
                action_id="feedback",
                positive_button=kit.FeedbackButtonObject(text="Good", value="good"),
                negative_button=kit.FeedbackButtonObject(text="Bad", value="bad"),
            ),
            kit.IconButtonElement(action_id="remove", icon="trash", text="Remove"),
        ]
    ),
    kit.RichTextBlock(
        elements=[
            kit.RichTextListElement(
                style="bullet",
                elements=[kit.RichTextSectionElement(elements=[kit.RichTextElementParts.Text(text="One")])],
            ),
            kit.RichTextQuoteElement(
                elements=[kit.RichTextElementParts.Link(url="https://a.test", text="a")]
            ),
            kit.RichTextPreformattedElement(elements=[kit.RichTextElementParts.Text(text="x = 1")]),
        ]
    ),
    kit.InputBlock(label="Answer", element=kit.PlainTextInputElement(action_id="answer", multiline=True)),
    kit.TaskCardBlock(task_id="t1", title="Reading", status="in_progress"),
    kit.PlanBlock(
        title="Plan", tasks=[kit.TaskCardBlock(task_id="t2", title="Draft", status="pending").to_dict()]
    ),
    kit.AlertBlock(text="One file was not read", level="warning"),
    kit.CardBlock(title="Agency", body="Fast", actions=[kit.ButtonElement(text="Add", action_id="add")]),
    kit.CarouselBlock(elements=[kit.CardBlock(title="Hire", body="Slow")]),
    kit.ContainerBlock(title="Why", child_blocks=[kit.SectionBlock(text="Because")], is_collapsible=True),
]


def test_a_rich_legal_message_made_with_slacks_own_models_passes() -> None:
    blocks = [block.to_dict() for block in RICH_MESSAGE]
    assert problems(*blocks) == []
    assert size_of(blocks) < message_rules.TOTAL


def test_every_block_and_every_element_gets_an_id() -> None:
    named = with_ids([block.to_dict() for block in RICH_MESSAGE], "m-")
    assert len({block["block_id"] for block in named}) == len(named)
    acting = {field.action_id for field in fields(named)}
    assert {"more", "refine", "feedback", "remove", "answer", "add", "day"} <= acting
    bare = [
        actions(button(), {"type": "button", "text": plain("x")}),
        section(text=mrkdwn("x"), accessory=button()),
        section(
            text=mrkdwn("x"), accessory={"type": "image", "image_url": "https://a.test", "alt_text": "a"}
        ),
    ]
    del bare[0]["elements"][0]["action_id"]
    assert [field.action_id for field in fields(with_ids(bare, "m-"))] == ["action-0", "action-1", "a"]


BREACHES: dict[str, tuple[object, str]] = {
    "no object": ("divider", "must provide an object [json-pointer:/blocks/0]"),
    "no type": ({}, "missing required field: type [json-pointer:/blocks/0]"),
    "unknown type": ({"type": "nonsense"}, "unsupported type: nonsense [json-pointer:/blocks/0/type]"),
    "type of a strange kind": (
        {"type": ["divider"]},
        "unsupported type: ['divider'] [json-pointer:/blocks/0/type]",
    ),
    "unknown field": (
        {"type": "divider", "color": "red"},
        "invalid additional property: color [json-pointer:/blocks/0]",
    ),
    "a section without content": (
        section(),
        "must provide at least one of: text, fields [json-pointer:/blocks/0]",
    ),
    "a text that is no object": (
        section(text="hello"),
        "must provide an object [json-pointer:/blocks/0/text]",
    ),
    "a text that is no string": (
        section(text=mrkdwn("") | {"text": 5}),
        "must provide a string [json-pointer:/blocks/0/text/text]",
    ),
    "emoji in mrkdwn": (
        section(text=mrkdwn("a") | {"emoji": True}),
        "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ),
    "a flag that is no flag": (
        section(text=mrkdwn("a") | {"verbatim": 1}),
        "must provide a boolean [json-pointer:/blocks/0/text/verbatim]",
    ),
    "mrkdwn in a header": (
        {"type": "header", "text": mrkdwn("a")},
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    "no alt text": (
        {"type": "image", "image_url": "https://a.test/a.png"},
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    "two pictures in one": (
        {"type": "image", "image_url": "https://a.test/a.png", "slack_file": {"id": "F1"}, "alt_text": "a"},
        "must provide exactly one of: image_url, slack_file [json-pointer:/blocks/0]",
    ),
    "no address": (
        {"type": "image", "image_url": "a.png", "alt_text": "a"},
        "must be a valid URL [json-pointer:/blocks/0/image_url]",
    ),
    "a fresh file": (
        {"type": "image", "slack_file": {"id": "F2"}, "alt_text": "a"},
        "invalid slack file [json-pointer:/blocks/0/slack_file]",
    ),
    "a file that is no object": (
        {"type": "image", "slack_file": "F1", "alt_text": "a"},
        "must provide an object [json-pointer:/blocks/0/slack_file]",
    ),
    "a style that is none": (
        actions(button(style="warning")),
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
    ),
    "elements that are no list": (
        {"type": "actions", "elements": {}},
        "must provide an array [json-pointer:/blocks/0/elements]",
    ),
    "two actions of one name": (
        actions(button(), button()),
        '`action_id` "a" already exists in this block [json-pointer:/blocks/0/elements]',
    ),
    "an input among actions": (
        actions({"type": "plain_text_input"}),
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]",
    ),
    "options twice": (
        actions(
            {
                "type": "static_select",
                "options": raw_options(1),
                "option_groups": [{"label": plain("a"), "options": raw_options(1)}],
            }
        ),
        "must provide exactly one of: options, option_groups [json-pointer:/blocks/0/elements/0]",
    ),
    "an initial option that is not offered": (
        actions({"type": "static_select", "options": raw_options(1), "initial_option": raw_options(2)[1]}),
        "must be one of the provided options [json-pointer:/blocks/0/elements/0]",
    ),
    "a date that is none": (
        actions({"type": "datepicker", "initial_date": "22.11.2026"}),
        "must be a valid date [json-pointer:/blocks/0/elements/0/initial_date]",
    ),
    "a number out of range": (
        actions({"type": "datetimepicker", "initial_date_time": 5}),
        "must be between 1000000000 and 9999999999 [json-pointer:/blocks/0/elements/0/initial_date_time]",
    ),
    "a number that is none": (
        actions({"type": "datetimepicker", "initial_date_time": True}),
        "must provide an integer [json-pointer:/blocks/0/elements/0/initial_date_time]",
    ),
    "rows of different lengths": (
        {"type": "table", "rows": [[raw_text("a")], [raw_text("a"), raw_text("b")]]},
        "all rows must have the same number of cells [json-pointer:/blocks/0/rows]",
    ),
    "columns that are no list": (
        {"type": "table", "rows": [[raw_text("a")]], "column_settings": "left"},
        "must provide an array [json-pointer:/blocks/0/column_settings]",
    ),
    "a cell that is no number": (
        {"type": "table", "rows": [[{"type": "raw_number", "value": "3", "text": "3"}]]},
        "must provide a number [json-pointer:/blocks/0/rows/0/0/value]",
    ),
    "a form for files in a message": (
        {"type": "input", "label": plain("a"), "element": {"type": "file_input"}},
        "unsupported on this surface: message [json-pointer:/blocks/0/element]",
    ),
    "lengths in the wrong order": (
        {
            "type": "input",
            "label": plain("a"),
            "element": {"type": "plain_text_input", "min_length": 5, "max_length": 4},
        },
        "min_length must not exceed max_length [json-pointer:/blocks/0/element]",
    ),
    "a divider in a folding container": (
        {
            "type": "container",
            "title": plain("a"),
            "child_blocks": [{"type": "divider"}],
            "is_collapsible": True,
            "has_header_divider": True,
        },
        "has_header_divider cannot be set when is_collapsible is true [json-pointer:/blocks/0]",
    ),
    "folded but not folding": (
        {
            "type": "container",
            "title": plain("a"),
            "child_blocks": [{"type": "divider"}],
            "default_collapsed": True,
        },
        "default_collapsed needs is_collapsible [json-pointer:/blocks/0]",
    ),
}


@pytest.mark.parametrize("name", BREACHES)
def test_each_breach_is_named_with_its_place(name: str) -> None:
    block, said = BREACHES[name]
    assert problems(block) == [said]


def test_blocks_are_a_list_of_fifty_at_most_with_names_of_their_own() -> None:
    nothing = problems_of("x", lambda _: False)
    assert nothing == ["must provide an array [json-pointer:/blocks]"]
    assert problems(*[{"type": "divider"}] * 51) == ["no more than 50 items allowed [json-pointer:/blocks]"]
    twice = {"type": "divider", "block_id": "same"}
    assert problems(twice, twice) == [
        '`block_id` "same" already exists for another block [json-pointer:/blocks/1/block_id]'
    ]


def test_markdown_and_tables_have_limits_for_the_whole_message() -> None:
    markdown = {"type": "markdown", "text": "a" * 6_001}
    assert problems(markdown, markdown) == [
        "markdown blocks must be less than 12001 characters together [json-pointer:/blocks]"
    ]
    table = {"type": "table", "rows": [[raw_text("a" * 5_001), raw_text("a" * 5_000)]]}
    assert problems(table) == ["table must be less than 10001 characters [json-pointer:/blocks]"]
    small = {"type": "table", "rows": [[raw_text("a")]]}
    assert problems(small, small) == ["only_one_table_allowed [json-pointer:/blocks]"]


def test_grouped_options_and_a_skipped_column_are_legal() -> None:
    groups = [{"label": plain("a"), "options": raw_options(2)}]
    select = {"type": "static_select", "option_groups": groups, "initial_option": raw_options(1)[0]}
    table = {
        "type": "table",
        "rows": [[raw_text("a"), raw_text("b")]],
        "column_settings": [None, {"align": "right"}],
    }
    assert problems(actions(select), table) == []


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "type",
                        "text",
                        "elements",
                        "rows",
                        "options",
                        "blocks",
                        "child_blocks",
                        "initial_option",
                        "option_groups",
                        "block_id",
                    ]
                ),
                inner
                | st.sampled_from(["section", "actions", "table", "static_select", "container", "card"]),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_nonsense_breaks_the_rules(nonsense: object) -> None:
    problems_of([nonsense], lambda _: False)
    problems_of(nonsense, lambda _: False)
