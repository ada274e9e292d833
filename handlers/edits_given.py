"""What a form of a draft's part holds, as the edits it asks for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from core.graph.edits import (
    Describe,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetWeight,
)
from core.graph.model import Edge, Node
from handlers.blocks.edit_form import id_of
from handlers.blocks.edit_parts import DIRECTIONS, Input, Part, shown
from handlers.requests.plain import unescaped

_LEAST = {Input.BELIEF: 0.0, Input.WEIGHT: -100.0}  # percents
_MOST = 100.0  # percents

Given = Mapping[str, str | tuple[str, ...]]  # what the inputs of a form hold, by their ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One edit, and the input that asks for it."""

    edit: Edit
    input: Input


class NumberWrong(ValueError):
    """An input holds no number that can be used. `why` is a whole sentence."""

    def __init__(self, input_: Input, why: str) -> None:
        super().__init__(why)
        self.input = input_
        self.why = why


def is_filled(given: Given, part: Part, revision: int) -> bool:
    """Whether the form that came back had the fields of this part, as they were in this revision."""
    return all(id_of(input_, part, revision) in given for input_ in shown(part))


def changed(given: Given, part: Part, revision: int) -> dict[Input, str]:
    """What the fields of a part hold that is not as the form showed it."""
    return {
        input_: held
        for input_, before in shown(part).items()
        if not _same(held := _text(given.get(id_of(input_, part, revision), "")), before)
    }


def asked(part: Part, changes: Mapping[Input, str]) -> tuple[Asked, ...]:
    """The edits behind what was changed; what is dropped is not changed besides. Raises NumberWrong."""
    if Input.DROP in changes:
        changes = {Input.DROP: changes[Input.DROP]}
    return tuple(Asked(edit=_edit(part, input_, held), input=input_) for input_, held in changes.items())


def _edit(part: Part, input_: Input, held: str) -> Edit:
    if part.node is not None:
        return _node_edit(part.node, input_, held)
    if part.link is not None:
        return _link_edit(part.link, input_, held)
    return Retitle(title=held)


def _node_edit(node: Node, input_: Input, held: str) -> Edit:
    match input_:
        case Input.LABEL:
            return Relabel(node=node.id, label=held)
        case Input.BODY:
            return Describe(node=node.id, body=held)
        case Input.BETTER:
            return SetBetter(node=node.id, better=list(DIRECTIONS)[int(held)])
        case _:
            return DropNode(node=node.id)


def _link_edit(link: Edge, input_: Input, held: str) -> Edit:
    match input_:
        case Input.BELIEF:
            return SetBelief(src=link.src, dst=link.dst, belief=_share(input_, held))
        case Input.WEIGHT:
            return SetWeight(src=link.src, dst=link.dst, weight=_share(input_, held))
        case _:
            return DropLink(src=link.src, dst=link.dst)


def _share(input_: Input, held: str) -> float:
    least = _LEAST[input_]
    try:
        percents = float(held.replace("−", "-").replace(",", ".").rstrip(" %"))
    except ValueError:
        percents = math.nan
    if not least <= percents <= _MOST:
        raise NumberWrong(input_, f"Give a number from {least:g} to {_MOST:g}.".replace("-", "−"))
    return percents / _MOST + 0.0


def _text(held: str | tuple[str, ...]) -> str:
    return held if isinstance(held, str) else next(iter(held), "")


def _same(held: str, before: str) -> bool:
    """Slack gives back what it shows, its three special characters escaped or not, and no outer blanks."""
    return any(held.split() == as_shown.split() for as_shown in (before, unescaped(before)))
