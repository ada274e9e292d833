"""The shape of a stored graph, as pydantic checks it when JSON from outside is read.

It bounds sizes and types and says nothing about rules: a stored draft may break some, and is shown with its
issues. The published schema, `graph.schema.json`, is stricter: it describes graphs without fault.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.graph.model import Better

_MAX_TEXT = 2_000  # characters in any one text
_MAX_PARTS = 1_000  # nodes, links or rationales

Text = Annotated[str, Field(max_length=_MAX_TEXT)]
Name = Annotated[str, Field(max_length=2 * _MAX_TEXT)]  # the id of a link is made of two others


class _Stored(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class StoredProvenance(_Stored):
    """What a link rests on."""

    source: Text
    quote: Text
    location: Text | None = None
    document: Text | None = None
    passage: int | None = None


class StoredNode(_Stored):
    """A node; any kind, since validation names the unknown ones."""

    id: Text
    kind: Text
    label: Text
    body: Text = ""
    better: Annotated[Better | None, Field(strict=False)] = None


class StoredEdge(_Stored):
    """A link with its id, `from::to::index`."""

    id: Name
    src: Annotated[Text, Field(alias="from")]
    dst: Annotated[Text, Field(alias="to")]
    belief: float | None = None
    weight: float | None = None
    provenance: StoredProvenance | None = None


class StoredRationale(_Stored):
    """Why a node or link is as it is."""

    target: Name
    why: Text


class StoredMeta(_Stored):
    """Who drafted the graph; roots and leaves are worked out again when it is written."""

    roots: Annotated[list[Text], Field(max_length=_MAX_PARTS)] = []
    leaves: Annotated[list[Text], Field(max_length=_MAX_PARTS)] = []
    source: Text = ""
    model: Text = ""
    prompt_version: Text = ""


class StoredGraph(_Stored):
    """The whole graph."""

    version: Literal["1"]
    title: Text
    nodes: Annotated[list[StoredNode], Field(max_length=_MAX_PARTS)]
    edges: Annotated[list[StoredEdge], Field(max_length=_MAX_PARTS)]
    rationales: Annotated[list[StoredRationale], Field(max_length=_MAX_PARTS)] = []
    option_order: Annotated[list[Text], Field(max_length=_MAX_PARTS)] = []
    meta: StoredMeta = StoredMeta()
