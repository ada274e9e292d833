"""What a person has chosen and filled in: the state of the elements in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.playground.slack.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One element that a person can act on, with the block it stands in."""

    block: Json
    element: Json

    @property
    def block_id(self) -> str:
        """The id of its block."""
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        """The id of the element."""
        return str(self.element["action_id"])

    @property
    def kind(self) -> str:
        """The type of the element."""
        return str(self.element["type"])


# element type -> (the key of its state, the key of its initial value)
STATES: Mapping[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "file_input": ("files", "initial_files"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "checkboxes": ("selected_options", "initial_options"),
    "radio_buttons": ("selected_option", "initial_option"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}
_LISTS = frozenset(
    {"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"}
)


def fields(blocks: list[Json] | tuple[Json, ...]) -> Iterator[Field]:
    """Every element that has an action_id, in the order in which people see them."""
    for block in blocks:
        inside = [block.get("accessory"), block.get("element"), *block.get("elements", ())]
        for element in inside:
            if isinstance(element, dict) and "action_id" in element:
                yield Field(block=block, element=element)
        for child in [*block.get("child_blocks", ()), *_cards(block)]:
            yield from fields([child])


def _cards(block: Json) -> list[Json]:
    """Cards with their buttons where `fields` looks for them."""
    cards = block["elements"] if block["type"] == "carousel" else [block] if block["type"] == "card" else []
    return [
        {"type": "actions", "block_id": card.get("block_id", block["block_id"]), "elements": card["actions"]}
        for card in cards
        if "actions" in card
    ]


def state_of(kind: str, value: object) -> Json:
    """The state of one element of a kind in STATES that holds `value`."""
    return {"type": kind, STATES[kind][0]: value}


def initial_values(blocks: list[Json] | tuple[Json, ...], kept: Json | None = None) -> Json:
    """`state.values` of blocks nobody has touched; `kept` are values of a version before this one."""
    values: Json = {}
    for field in fields(blocks):
        if field.kind not in STATES:
            continue
        name, initial = STATES[field.kind]
        value = field.element.get(initial, [] if name in _LISTS else None)
        before = (kept or {}).get(field.block_id, {}).get(field.action_id)
        same = before is not None and before["type"] == field.kind
        values.setdefault(field.block_id, {})[field.action_id] = (
            before if same else state_of(field.kind, value)
        )
    return values


def with_ids(blocks: list[Json], prefix: str) -> tuple[Json, ...]:
    """The blocks with an id for every block and every interactive element that came without one."""
    return tuple(_named_block(block, f"{prefix}{index}") for index, block in enumerate(blocks))


def _named_block(block: Json, name: str) -> Json:
    named = {**block, "block_id": block.get("block_id") or name}
    for slot in ("accessory", "element"):
        if isinstance(named.get(slot), dict):
            named[slot] = _named_element(named[slot], "0")
    if block["type"] in {"actions", "context_actions"}:
        named["elements"] = [_named_element(part, str(i)) for i, part in enumerate(block["elements"])]
    if block["type"] == "card" and "actions" in block:
        named["actions"] = [_named_element(part, str(i)) for i, part in enumerate(block["actions"])]
    if block["type"] == "carousel":
        named["elements"] = [_named_block(card, f"{name}-{i}") for i, card in enumerate(block["elements"])]
    if block["type"] == "container":
        named["child_blocks"] = list(with_ids(block["child_blocks"], f"{name}-"))
    return named


def _named_element(element: Json, name: str) -> Json:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or f"action-{name}"}
