"""How long and how many each part of a message may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.playground.kit import (
    Json,
    actions,
    button,
    mrkdwn,
    plain,
    problems,
    raw_options,
    raw_text,
    section,
)

# Each maker takes a length or a number and gives one block; the pair says what is the least and the most.
SIZES: dict[str, tuple[Callable[[int], Json], int, int]] = {
    "section text": (lambda n: section(text=mrkdwn("a" * n)), 1, 3_000),
    "field": (lambda n: section(fields=[mrkdwn("a" * n)]), 1, 2_000),
    "fields": (lambda n: section(fields=[mrkdwn("a")] * n), 1, 10),
    "header": (lambda n: {"type": "header", "text": plain("a" * n)}, 1, 150),
    "alt text": (
        lambda n: {"type": "image", "image_url": "https://a.test/a.png", "alt_text": "a" * n},
        1,
        2_000,
    ),
    "image title": (
        lambda n: {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "a", "title": plain("a" * n)},
        1,
        2_000,
    ),
    "actions": (lambda n: actions(*(button(action_id=f"a{i}") for i in range(n))), 1, 25),
    "button text": (lambda n: actions(button(text=plain("a" * n))), 1, 75),
    "button value": (lambda n: actions(button(value="a" * n)), 1, 2_000),
    "action id": (lambda n: actions(button(action_id="a" * n)), 1, 255),
    "block id": (lambda n: {"type": "divider", "block_id": "a" * n}, 1, 255),
    "context": (lambda n: {"type": "context", "elements": [mrkdwn("a")] * n}, 1, 10),
    "overflow": (
        lambda n: actions({"type": "overflow", "action_id": "a", "options": raw_options(n)}),
        2,
        5,
    ),
    "select options": (
        lambda n: actions({"type": "static_select", "action_id": "a", "options": raw_options(n)}),
        1,
        100,
    ),
    "radio options": (
        lambda n: actions({"type": "radio_buttons", "action_id": "a", "options": raw_options(n)}),
        1,
        10,
    ),
    "option text": (
        lambda n: actions({"type": "static_select", "options": [{"text": plain("a" * n), "value": "v"}]}),
        1,
        75,
    ),
    "option value": (
        lambda n: actions({"type": "static_select", "options": [{"text": plain("a"), "value": "v" * n}]}),
        1,
        150,
    ),
    "placeholder": (lambda n: actions({"type": "users_select", "placeholder": plain("a" * n)}), 1, 150),
    "confirm title": (lambda n: actions(button(confirm=_confirm(title=plain("a" * n)))), 1, 100),
    "confirm text": (lambda n: actions(button(confirm=_confirm(text=plain("a" * n)))), 1, 300),
    "markdown": (lambda n: {"type": "markdown", "text": "a" * n}, 1, 12_000),
    "table rows": (lambda n: {"type": "table", "rows": [[raw_text("a")]] * n}, 1, 100),
    "table columns": (lambda n: {"type": "table", "rows": [[raw_text("a")] * n]}, 1, 20),
    "table characters": (lambda n: {"type": "table", "rows": [[raw_text("a" * n)]]}, 1, 10_000),
    "feedback text": (
        lambda n: {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": plain("a" * n), "value": "v"},
                    "negative_button": {"text": plain("a"), "value": "v"},
                }
            ],
        },
        1,
        75,
    ),
    "card body": (lambda n: {"type": "card", "body": mrkdwn("a" * n)}, 1, 200),
    "input label": (
        lambda n: {"type": "input", "label": plain("a" * n), "element": {"type": "plain_text_input"}},
        1,
        2_000,
    ),
    "input start": (
        lambda n: {
            "type": "input",
            "label": plain("a"),
            "element": {"type": "plain_text_input", "initial_value": "a" * n},
        },
        1,
        3_000,
    ),
}


def _confirm(**changes: object) -> Json:
    return {name: plain("a") for name in ("title", "text", "confirm", "deny")} | changes


@pytest.mark.parametrize("name", SIZES)
@settings(max_examples=25)
@given(data=st.data())
def test_each_size_has_a_least_and_a_most(name: str, data: st.DataObject) -> None:
    make, least, most = SIZES[name]
    inside = data.draw(st.sampled_from([least, most]) | st.integers(least, most))
    assert problems(make(inside)) == []
    outside = data.draw(st.sampled_from([least - 1, most + 1]) | st.integers(most + 1, most + 50))
    assert problems(make(outside)) != []
