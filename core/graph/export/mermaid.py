"""A graph as a Mermaid flowchart."""

from __future__ import annotations

import json
import re

from core.graph.export.parts import Arrow, Box, parts_of
from core.graph.model import Graph, NodeKind

_RECTANGLE = ("[", "]")
_SHAPES: dict[str, tuple[str, str]] = {
    NodeKind.GOAL: ("([", "])"),
    NodeKind.DECISION: ("{{", "}}"),
    NodeKind.OPTION: _RECTANGLE,
    NodeKind.FACTOR: ("[/", "/]"),
    NodeKind.RISK: ("[/", "/]"),
    NodeKind.OUTCOME: ("(", ")"),
}
_OWN = (("ﬂ", "fl"), ("¶ß", "¶ ß"))  # signs in which Mermaid hides entities, and what reads the same
_MARKUP = re.compile(r"[!-$&'*-+\--/:-@\[-`{-~]|%(?! )")
"""Everything in ASCII but letters, digits, blanks, commas, brackets and a percent sign that stands alone. A
full stop makes lists and links."""


def mermaid(graph: Graph) -> str:
    """The flowchart, ending in a newline. Characters that could be markup are written as `#number;`."""
    parts = parts_of(graph)
    lines = ["---", f"title: {_title(parts.title)}", "---", "flowchart TD"]
    lines += [f"    {_box(box)}" for box in parts.boxes]
    lines += [f"    {_arrow(arrow)}" for arrow in parts.arrows]
    return "\n".join(lines) + "\n"


def _title(title: str) -> str:
    """As YAML, which reads JSON; tags in it would be rewritten before they are read."""
    return json.dumps(title, ensure_ascii=False).replace("<", "\\u003c")


def _box(box: Box) -> str:
    opening, closing = _SHAPES.get(box.node.kind, _RECTANGLE)
    return f"{box.name}{opening}{_text(box.caption)}{closing}"


def _arrow(arrow: Arrow) -> str:
    line = "-->" if arrow.is_causal else "-.->"
    caption = f"|{_text(arrow.caption)}|" if arrow.caption else ""
    return f"{arrow.src.name} {line}{caption} {arrow.dst.name}"


def _text(text: str) -> str:
    for sign, other in _OWN:
        text = text.replace(sign, other)
    escaped = _MARKUP.sub(lambda found: f"#{ord(found.group())};", text)
    return f'"{escaped}"'
