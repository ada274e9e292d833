"""Every message and form that the bot can send, and Block Kit that it might."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.errors import BriefTooLong, BriefTooShort, ModelUnavailable
from handlers.blocks import help as helping
from handlers.blocks import lists, notice
from handlers.blocks.buttons import try_again, without_model
from handlers.blocks.draft import Shown, finished
from handlers.blocks.home import home
from handlers.blocks.modal import Along, form
from handlers.blocks.problem import problem
from handlers.blocks.progress import Progress, progress
from handlers.blocks.root import root
from handlers.errors import explain
from handlers.view import Kind, View
from tests.unit.handlers.drafts import PARTLY, READ, SCAN, drafted

Blocks = list[dict[str, Any]]
BRIEF = "Should we hire three engineers or use contractors?\nBudget is $300k & two > one."
PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQ"
    "AAAABJRU5ErkJggg=="
)


def views(hostile: str = "") -> Iterator[View]:
    """One of each kind of message; `hostile` stands wherever people, files or models write."""
    said = hostile or BRIEF
    yield root(said, user="U2")
    yield progress(
        Progress(
            stage="Drafting",
            detail="7 of about 10 nodes",
            elapsed=4,
            past=("Read 2 of 3 files (scan.pdf has no text layer)", said),
            now="Drafting with a model",
            coming=("Check, analyse, draw",),
            stop="job",
        ),
        Kind.STAGE,
    )
    shown = Shown(
        draft=drafted(files=[READ, SCAN, PARTLY], dangling=1, skipped=[("anthropic", said[:50])]),
        job="job",
        picture="F1",
        revision=2,
        changes=(("Removed option “Wait”", said[:100]),),
    )
    view: View | None = finished(shown)
    while view is not None and view.blocks:
        yield view
        view = view.smaller
    told = explain(ModelUnavailable("anthropic", "overloaded"))
    yield problem(said[:100], told, kept=said, buttons=(try_again("job"), without_model("job")))
    yield notice.too_short(BriefTooShort(length=3, minimum=30), said)
    yield notice.too_long(BriefTooLong(length=6_000, maximum=5_000), said)
    yield notice.invite_me(said)
    yield notice.file_offer([said[:40]], Along(files=("F1",), channel="C1"))
    yield notice.unknown()
    yield helping.help_text()
    yield lists.recent(())
    yield lists.listed(said[:80], [said, said])
    yield lists.watching(on=True)


def messages(hostile: str = "") -> list[Blocks]:
    """Their blocks as the page gets them: with ids, and the address of each picture."""
    every = [[_served(dict(block)) for block in view.blocks] for view in views(hostile)]
    return [*every, [dict(block) for block in home(())["blocks"]]]


def _served(block: dict[str, Any]) -> dict[str, Any]:
    picture = {"image_url": PNG, "image_width": 1600, "image_height": 1000}
    return {**block, **picture} if block["type"] == "image" else block


def shown_form() -> dict[str, Any]:
    """The bot's form, as the page's server describes it."""
    view = form(brief=BRIEF)
    texts = {name: view[name]["text"] for name in ("title", "submit", "close")}
    return {**view, **texts, "id": "V1", "hash": "1", "values": {}, "depth": 1, "previous": ""}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def option(name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  of an option
    return {"text": plain(name.title()), "value": name, **more}


OPTIONS = [option("red"), option("green", description=plain("Like grass")), option("blue")]


def everything() -> Blocks:
    """One of each block and element that a message can hold and the page knows."""
    return [
        {"type": "header", "text": plain("A header &amp; :+1:")},
        {
            "type": "section",
            "block_id": "s1",
            "text": {"type": "mrkdwn", "text": "Text *beside* a picture, for <@U1> in <#C1>"},
            "accessory": {"type": "image", "image_url": PNG, "alt_text": "a dot"},
        },
        {
            "type": "section",
            "block_id": "s2",
            "fields": [{"type": "mrkdwn", "text": f"*Field {n}*\n{n} of 4"} for n in range(1, 5)],
            "accessory": {
                "type": "overflow",
                "action_id": "more",
                "options": [option("edit"), option("undo")],
            },
        },
        {"type": "divider"},
        {
            "type": "actions",
            "block_id": "a1",
            "elements": [
                {"type": "button", "action_id": "go", "text": plain("Go"), "value": "1", "style": "primary"},
                {
                    "type": "button",
                    "action_id": "forget",
                    "text": plain("Forget"),
                    "value": "2",
                    "style": "danger",
                },
                {
                    "type": "static_select",
                    "action_id": "colour",
                    "options": OPTIONS,
                    "placeholder": plain("Colour"),
                },
                {"type": "users_select", "action_id": "who", "placeholder": plain("Who")},
                {"type": "conversations_select", "action_id": "where"},
                {"type": "channels_select", "action_id": "channel"},
            ],
        },
        {
            "type": "actions",
            "block_id": "a2",
            "elements": [
                {
                    "type": "radio_buttons",
                    "action_id": "one",
                    "options": OPTIONS,
                    "initial_option": OPTIONS[0],
                },
                {"type": "checkboxes", "action_id": "some", "options": OPTIONS},
            ],
        },
        {
            "type": "context",
            "elements": [
                {"type": "image", "image_url": PNG, "alt_text": "a dot"},
                {"type": "mrkdwn", "text": "Small print with `code`"},
            ],
        },
        {
            "type": "image",
            "title": plain("A picture"),
            "image_url": PNG,
            "alt_text": "a graph",
        },
        {
            "type": "markdown",
            "text": "# Plan\n\n1. **First**\n2. [Then](https://a.example)\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        },
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "Rich ", "style": {"bold": True}},
                        {"type": "user", "user_id": "U2"},
                    ],
                },
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "elements": [
                        {"type": "rich_text_section", "elements": [{"type": "text", "text": word}]}
                        for word in ("one", "two")
                    ],
                },
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a = 1"}]},
            ],
        },
        {
            "type": "table",
            "rows": [
                [{"type": "raw_text", "text": text} for text in row]
                for row in (("Option", "Cost"), ("A  Hire &amp; keep", "▲"), ("B  Agency", "▲▲"))
            ],
            "column_settings": [{"is_wrapped": True}, {"align": "center"}],
        },
        {
            "type": "context_actions",
            "block_id": "ca",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "action_id": "feedback",
                    "positive_button": {"text": plain("Good draft"), "value": "yes"},
                    "negative_button": {"text": plain("Bad draft"), "value": "no"},
                }
            ],
        },
    ]


def inputs() -> dict[str, Any]:
    """A modal with one of each input that the page knows."""
    elements: list[tuple[str, dict[str, Any]]] = [
        ("text", {"type": "plain_text_input", "max_length": 20}),
        ("lines", {"type": "plain_text_input", "multiline": True, "min_length": 5}),
        ("number", {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"}),
        ("colour", {"type": "static_select", "options": OPTIONS}),
        ("who", {"type": "users_select"}),
        ("one", {"type": "radio_buttons", "options": OPTIONS}),
        ("some", {"type": "checkboxes", "options": OPTIONS}),
        ("files", {"type": "file_input", "filetypes": ["csv", "pdf"], "max_files": 2}),
    ]
    blocks = [
        {
            "type": "input",
            "block_id": f"b-{name}",
            "label": plain(name.title()),
            "hint": plain(f"About {name}"),
            "element": {**element, "action_id": name},
        }
        for name, element in elements
    ]
    return {
        "id": "V2",
        "title": "Everything",
        "submit": "Send",
        "close": "Cancel",
        "values": {},
        "depth": 1,
        "previous": "",
        "blocks": blocks,
    }
