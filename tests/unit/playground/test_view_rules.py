"""The rules for modals and home tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import InputBlock, PlainTextInputElement, SectionBlock
from slack_sdk.models.blocks.block_elements import FileInputElement
from slack_sdk.models.views import View

from bot.playground.slack.blocks.view import problems_of
from tests.unit.playground.test_views import home, modal

Json = dict[str, Any]


def _problems(view: object, kind: str = "modal") -> list[str]:
    return problems_of(view, kind, lambda _: False)


def test_a_modal_made_with_slacks_own_models_passes() -> None:
    view = View(
        type="modal",
        callback_id="brief",
        title="New draft",
        submit="Draft",
        close="Cancel",
        private_metadata="{}",
        notify_on_close=True,
        clear_on_close=True,
        blocks=[
            SectionBlock(text="Hello"),
            InputBlock(label="Brief", element=PlainTextInputElement(action_id="brief", max_length=3_000)),
            InputBlock(
                label="Files", element=FileInputElement(action_id="files", max_files=10), optional=True
            ),
        ],
    )
    assert _problems(view.to_dict()) == []
    assert _problems(home(), "home") == []


def _blocks(count: int) -> list[Json]:
    return [{"type": "divider"}] * count


SIZES: dict[str, tuple[Callable[[int], Json], int, int]] = {
    "title": (lambda n: modal("a" * n), 1, 24),
    "submit": (lambda n: modal(submit={"type": "plain_text", "text": "a" * n}), 1, 24),
    "close": (lambda n: modal(close={"type": "plain_text", "text": "a" * n}), 1, 24),
    "private_metadata": (lambda n: modal(private_metadata="a" * n), 0, 3_000),
    "callback_id": (lambda n: modal(callback_id="a" * n), 0, 255),
    "blocks": (lambda n: modal(blocks=_blocks(n)), 1, 100),
}


@pytest.mark.parametrize("name", SIZES)
@settings(max_examples=25)
@given(data=st.data())
def test_each_size_has_a_least_and_a_most(name: str, data: st.DataObject) -> None:
    make, least, most = SIZES[name]
    assert _problems(make(data.draw(st.sampled_from([least, most]) | st.integers(least, most)))) == []
    assert _problems(make(data.draw(st.just(most + 1) | st.integers(most + 1, most + 50)))) != []
    if least:
        assert _problems(make(least - 1)) != []


ENTRY = {
    "type": "input",
    "label": {"type": "plain_text", "text": "Brief"},
    "element": {"type": "plain_text_input", "action_id": "brief"},
}


@pytest.mark.parametrize(
    ("view", "kind", "said"),
    [
        ("modal", "modal", "must provide an object [json-pointer:/view]"),
        (home(), "modal", "must be modal [json-pointer:/view/type]"),
        (modal(), "home", "must be home [json-pointer:/view/type]"),
        (modal(blocks=[ENTRY]), "modal", "missing required field: submit [json-pointer:/view]"),
        (modal(id="V1"), "modal", "invalid additional property: id [json-pointer:/view]"),
        (home() | {"title": {}}, "home", "invalid additional property: title [json-pointer:/view]"),
        (
            modal(blocks=[{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}]),
            "modal",
            "unsupported on this surface: modal [json-pointer:/view/blocks/0]",
        ),
        (
            modal(blocks=[{"type": "divider", "block_id": "a"}] * 2),
            "modal",
            '`block_id` "a" already exists for another block [json-pointer:/view/blocks/1/block_id]',
        ),
    ],
)
def test_each_breach_is_named_with_its_place(view: object, kind: str, said: str) -> None:
    assert _problems(view, kind) == [said]
