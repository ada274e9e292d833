"""Every message and form that the bot can send, and Block Kit that it might."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.errors import BriefTooLong, BriefTooShort, ModelUnavailable
from core.graph.critique import Finding, Fix, Severity
from core.graph.edits import Retitle
from core.graph.suggestions import Suggestion
from core.graph.why import why
from core.llm.clarification import BriefQuestion
from core.store.records import Revision
from handlers.blocks import (
    compare_form,
    edit_form,
    export_form,
    feedback,
    forgetting,
    lists,
    notice,
    refine_form,
)
from handlers.blocks import help as helping
from handlers.blocks.asking import Asking, answers_form, asked
from handlers.blocks.buttons import try_again, without_model
from handlers.blocks.comparison import Comparison, compared
from handlers.blocks.draft import Shown, finished
from handlers.blocks.edit_parts import parts
from handlers.blocks.exported import Exported, exported
from handlers.blocks.home import home
from handlers.blocks.ideas import Ideas, suggested
from handlers.blocks.modal import Along, form
from handlers.blocks.problem import problem
from handlers.blocks.progress import Progress, progress
from handlers.blocks.reference import Reference
from handlers.blocks.review import Review, reviewed
from handlers.blocks.root import root
from handlers.blocks.unchanged import unchanged
from handlers.blocks.why import Explanation, explained
from handlers.errors import explain
from handlers.view import Kind, View
from tests.unit.graph.samples import staffing
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
    yield from _workbench(said)


def _workbench(said: str) -> Iterator[View]:
    """What follows a draft: one of each message."""
    about = Reference(job="job", revision=2)
    mended = Fix(says=said[:60], edits=(Retitle(title="Another"),))
    findings = [
        Finding(severity=severity, text=said[:200], at=("hire::speed",), fix=mended) for severity in Severity
    ]
    yield reviewed(Review(graph=staffing(), findings=findings, reference=about, small_print=(said[:80],)))
    points = (said[:80], "It is slow")
    idea = Suggestion(title=said[:80], pros=points, cons=points, evidence=points, edits=mended.edits)
    yield suggested(Ideas(suggestions=[idea, replace(idea, edits=())], reference=about))
    yield asked(_asking(said))
    assessment = drafted().assessment
    numbers = why(assessment.graph, assessment.analysis, assessment.questions)
    yield explained(Explanation(why=numbers, title=said[:80], revision=2))
    yield compared(Comparison(graph=staffing(), earlier=1, newest=2, lines=(said[:200],), picture="F1"))
    yield unchanged(drafted(files=[SCAN]), revision=2, undone=[said[:200]], made="Revised")
    yield exported(Exported(revision=2, files=["a.md", "a.pdf"], missing=[("PNG", said[:80])]))
    yield forgetting.offer("draft")
    yield forgetting.done(kept=1)


def _asking(said: str) -> Asking:
    question = BriefQuestion(
        text=said[:200], why=said[:80], changes="It counts.", choices=("A year", said[:60])
    )
    questions = [question, replace(question, several=True), replace(question, choices=())]
    return Asking(questions=questions, reference=Reference(job="job", revision=2))


def messages(hostile: str = "") -> list[Blocks]:
    """Their blocks as the page gets them: with ids, and the address of each picture."""
    every = [[_served(dict(block)) for block in view.blocks] for view in views(hostile)]
    return [*every, [dict(block) for block in home(())["blocks"]]]


def _served(block: dict[str, Any]) -> dict[str, Any]:
    picture = {"image_url": PNG, "image_width": 1600, "image_height": 1000}
    return {**block, **picture} if block["type"] == "image" else block


def shown_form() -> dict[str, Any]:
    """The form for a brief, as the page's server describes it."""
    return _described(form(brief=BRIEF))


def forms() -> list[dict[str, Any]]:
    """Every form of the bot."""
    about = Reference(job="job", revision=2)
    graph = drafted().assessment.graph
    revisions = [
        Revision(number=n, graph=graph, job="job", author="U1", cause="draft", extra="", created=0.0)
        for n in (1, 2)
    ]
    views = [
        form(brief=BRIEF),
        refine_form.form(about),
        edit_form.chooser(graph, about, note="It was changed meanwhile."),
        *(edit_form.form(graph, part, about) for part in parts(graph)),
        export_form.form(about),
        compare_form.form(about, revisions),
        feedback.form(about),
        forgetting.form("draft"),
        answers_form(_asking(BRIEF)),
    ]
    return [{**_described(view), "id": f"V{place}"} for place, view in enumerate(views)]


def _described(view: dict[str, Any]) -> dict[str, Any]:
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


CONFIRM = {
    "title": plain("Really?"),
    "text": {"type": "mrkdwn", "text": "It is gone *for good*."},
    "confirm": plain("Yes"),
    "deny": plain("No"),
    "style": "danger",
}


def asking() -> Blocks:
    """Elements that ask before they tell, and buttons that lead elsewhere."""
    button = {"type": "button", "value": "1"}
    elements = [
        {**button, "action_id": "wipe", "text": plain("Wipe"), "confirm": CONFIRM},
        {
            "type": "static_select",
            "action_id": "colour",
            "options": OPTIONS,
            "initial_option": OPTIONS[0],
            "placeholder": plain("Colour"),
            "confirm": CONFIRM,
        },
        {**button, "action_id": "more", "text": plain("Read more"), "url": "https://a.example/more"},
        {**button, "action_id": "run", "text": plain("Runs"), "url": "javascript:window.hit=1"},
    ]
    return [{"type": "actions", "block_id": "a", "elements": elements}]


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
