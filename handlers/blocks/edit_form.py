"""The form in which a draft is changed by hand: first the part to change, then what can be changed of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.graph.labels import label_of
from core.graph.letters import letters
from core.graph.model import MAX_BODY, MAX_LABEL, Graph, NodeKind
from core.graph.phrases import how_strong, how_sure
from handlers.blocks.edit_parts import DIRECTIONS, Input, Part, parts, shown
from handlers.blocks.inputs import labelled, number, one_of, some_of, written
from handlers.blocks.limits import MODAL_TITLE, OPTION_TEXT
from handlers.blocks.parts import plain, section
from handlers.blocks.reference import Reference
from handlers.blocks.text import cut, one_line

CALLBACK = "edit_form"
PART = "edit_part"  # the choice of the part: block_id and action_id at once
_ARROW = " → "
_END = (OPTION_TEXT - len(_ARROW)) // 2  # characters of either end of a link in the menu
_MOST = 100  # entries in a group of a menu
_LABEL = 60  # characters of a label in a hint


def chooser(graph: Graph, reference: Reference, *, note: str = "") -> dict[str, Any]:
    """The form before a part is chosen; `note` says what happened meanwhile."""
    return _modal([*([section(note)] if note else []), _choice(graph, None)], reference)


def form(
    graph: Graph,
    part: Part,
    reference: Reference,
    *,
    values: Mapping[Input, str] | None = None,
    note: str = "",
) -> dict[str, Any]:
    """The form with the fields of a part, holding `values` where they are not as in the graph.

    `note` stands under the first field.
    """
    held = {**shown(part), **(values or {})}
    return _modal([_choice(graph, part), *_fields(graph, part, reference.revision, held, note)], reference)


def id_of(input_: Input, part: Part, revision: int) -> str:
    """The id of an input: another one for each part and revision, so that Slack shows it filled in anew."""
    return f"{input_}:{revision}:{part.key}"


def _modal(blocks: Sequence[Mapping[str, Any]], reference: Reference) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": reference.dumps(),
        "title": plain("Edit by hand", MODAL_TITLE),
        "submit": plain("Change", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": list(blocks),
    }


def _choice(graph: Graph, chosen: Part | None) -> dict[str, Any]:
    groups: dict[str, dict[str, dict[str, Any]]] = {"Title": {}, "Nodes": {}, "Links": {}}
    names = letters(graph)
    for part in parts(graph):
        group = groups["Title" if part.is_title else "Nodes" if part.node else "Links"]
        if len(group) < _MOST:
            group.setdefault(part.key, _option(graph, part, names))
    element: dict[str, Any] = {
        "type": "static_select",
        "placeholder": plain("Choose", OPTION_TEXT),
        "option_groups": [
            {"label": plain(title, OPTION_TEXT), "options": list(options.values())}
            for title, options in groups.items()
            if options
        ],
    }
    initial = next((each[chosen.key] for each in groups.values() if chosen and chosen.key in each), None)
    if initial:
        element["initial_option"] = initial
    return {**labelled(PART, "What do you want to change?", element), "dispatch_action": True}


def _option(graph: Graph, part: Part, names: Mapping[str, str]) -> dict[str, Any]:
    option = {"text": plain(_name(graph, part, names), OPTION_TEXT), "value": part.key}
    if part.link is None:
        return option
    told = f"{how_sure(part.link.belief)} sure, {how_strong(part.link.weight)}"
    belongs = "says what belongs to what"
    return {**option, "description": plain(told if part.is_causal else belongs, OPTION_TEXT)}


def _name(graph: Graph, part: Part, names: Mapping[str, str]) -> str:
    if part.node is not None:
        kind = one_line(part.node.kind).capitalize()
        letter = f" {names[part.node.id]}" if part.node.kind == NodeKind.OPTION else ""
        return f"{kind}{letter}: {label_of(part.node)}"
    if part.link is not None:
        return _ARROW.join(cut(one_line(_label(graph, end)), _END) for end in part.link.key)
    return graph.title


def _label(graph: Graph, id_: str) -> str:
    return next((label_of(node) for node in graph.nodes if node.id == id_), id_)


def _fields(
    graph: Graph, part: Part, revision: int, held: Mapping[Input, str], note: str
) -> Iterator[dict[str, Any]]:
    for input_ in shown(part):
        label, element, hint = _field(graph, part, input_, held[input_])
        said, note = f"{note} {hint}".strip(), ""
        optional = input_ not in {Input.TITLE, Input.LABEL}
        yield labelled(id_of(input_, part, revision), label, element, hint=said, optional=optional)


def _field(graph: Graph, part: Part, input_: Input, value: str) -> tuple[str, dict[str, Any], str]:
    match input_:
        case Input.TITLE | Input.LABEL:
            return input_.capitalize(), written(value, MAX_LABEL), ""
        case Input.BODY:
            return "Text", written(value, MAX_BODY, multiline=True), ""
        case Input.BETTER:
            choices = list(DIRECTIONS.values())
            chosen = choices[int(value)] if value else ""
            return "Which direction is wanted?", one_of(choices, chosen=chosen), ""
        case Input.BELIEF:
            return "How sure (0 to 100%)", number(value), "0 is not at all, 100 is certain."
        case Input.WEIGHT:
            return "How strong (−100 to 100%)", number(value), _meaning(graph, part)
        case Input.DROP:
            choice = "Drop this node, with its links" if part.node else "Drop this link"
            return "Or", some_of([choice], chosen=[choice] if value else []), ""


def _meaning(graph: Graph, part: Part) -> str:
    """What the sign of a strength says."""
    assert part.link is not None  # noqa: S101  only links have a strength
    target = cut(one_line(_label(graph, part.link.dst)), _LABEL)
    return f"Above 0 it raises “{target}”, below 0 it lowers it; 0 changes nothing."
