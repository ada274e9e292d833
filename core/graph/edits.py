"""Edits of a graph as data: what a person, a rule or a model wants changed, one small thing each.

`core.graph.editing` makes them. A link is named by its ends. Each edit may say why (at most 280 characters);
the reason stays with the node or link that it explains.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from core.errors import EditRefused
from core.graph.change_lines import TITLE
from core.graph.model import MAX_WHY, Better, Edge, Node, Provenance, Rationale
from core.graph.order import edge_id, place

MAX_EDITS = 100  # in one revision; a graph of 12 nodes and 24 links can be rewritten with fewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Retitle:
    """The decision gets another title."""

    title: str
    why: str = ""
    edit: Literal["retitle"] = "retitle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabel:
    """A node gets another label; its id stays."""

    node: str
    label: str
    why: str = ""
    edit: Literal["relabel"] = "relabel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe:
    """A node gets another text under its label; an empty one takes it away."""

    node: str
    body: str
    why: str = ""
    edit: Literal["describe"] = "describe"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBetter:
    """An outcome gets another direction that is wanted."""

    node: str
    better: Better
    why: str = ""
    edit: Literal["set_better"] = "set_better"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBelief:
    """How sure it is that a link exists, 0 to 1."""

    src: str
    dst: str
    belief: float
    why: str = ""
    edit: Literal["set_belief"] = "set_belief"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWeight:
    """The direction and strength of a link, -1 to 1."""

    src: str
    dst: str
    weight: float
    why: str = ""
    edit: Literal["set_weight"] = "set_weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEvidence:
    """A link rests on something else from now on."""

    src: str
    dst: str
    provenance: Provenance
    why: str = ""
    edit: Literal["set_evidence"] = "set_evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNode:
    """A new node; an option takes the next letter."""

    node: Node
    why: str = ""
    edit: Literal["add_node"] = "add_node"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLink:
    """A new link between two nodes that are there, or were added before it."""

    link: Edge
    why: str = ""
    edit: Literal["add_link"] = "add_link"


@dataclass(frozen=True, slots=True, kw_only=True)
class DropNode:
    """A node goes, with its links and with the factors and risks that are left with no link."""

    node: str
    why: str = ""
    edit: Literal["drop_node"] = "drop_node"


@dataclass(frozen=True, slots=True, kw_only=True)
class DropLink:
    """A link goes."""

    src: str
    dst: str
    why: str = ""
    edit: Literal["drop_link"] = "drop_link"


Edit = (
    Retitle
    | Relabel
    | Describe
    | SetBetter
    | SetBelief
    | SetWeight
    | SetEvidence
    | AddNode
    | AddLink
    | DropNode
    | DropLink
)


def place_of(edit: Edit) -> str:
    """What an edit is about, as findings name it: a node's id, `from::to` for a link, "" for the title."""
    about = _about(edit)
    return about if isinstance(about, str) else place(*about)


def target_of(edit: Edit) -> str:
    """What an edit is about, as reasons name it: a node's id, a link's id, "title" for the title."""
    about = _about(edit)
    return (about or TITLE) if isinstance(about, str) else edge_id(*about)


def reasons(edits: Sequence[Edit]) -> tuple[Rationale, ...]:
    """The reasons given with the edits, one for each target: those for one node or link in a row."""
    said: dict[str, dict[str, None]] = {}
    for edit in edits:
        if why := " ".join(edit.why.split()):
            said.setdefault(target_of(edit), {})[why] = None
    whys = {target: " ".join(these) for target, these in said.items()}
    return tuple(
        Rationale(target=target, why=why if len(why) <= MAX_WHY else next(iter(said[target])))
        for target, why in whys.items()
    )


def dumps(edits: Sequence[Edit]) -> str:
    """The edits as JSON, a list of objects of which each names its `edit`."""
    data = _adapter().dump_python(tuple(edits), mode="json")
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def loads(text: str | bytes) -> tuple[Edit, ...]:
    """The edits that `dumps` wrote. Raises EditRefused for what is none, or for more than 100."""
    try:
        return _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"]) or "The list of edits"
        raise EditRefused(at="", why=f"{field}: {first['msg']}.") from error


def _about(edit: Edit) -> str | tuple[str, str]:
    match edit:
        case Retitle():
            return ""
        case AddNode():
            return edit.node.id
        case AddLink():
            return edit.link.key
        case Relabel() | Describe() | SetBetter() | DropNode():
            return edit.node
        case _:
            return (edit.src, edit.dst)


@cache
def _adapter() -> TypeAdapter[tuple[Edit, ...]]:
    """Built when it is first needed: that takes some milliseconds."""
    return TypeAdapter(
        Annotated[tuple[Annotated[Edit, Field(discriminator="edit")], ...], Field(max_length=MAX_EDITS)]
    )
