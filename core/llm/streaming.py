"""Counts the finished nodes of a reply while its JSON is still being written."""

from __future__ import annotations

from pydantic_core import from_json

from core.llm.wire import WireNode

_NODE_KEYS = frozenset(WireNode.model_fields)


class NodeCounter:
    """Takes the reply's text as it arrives and knows how many of its nodes are complete.

    A node is finished when its closing brace has arrived and all its keys are there. The text is read up to
    its last brace; should that stand inside a value, the parser leaves the unfinished value out, so that
    half a node never counts. The count never falls.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._complete = False  # the edges have begun: no node can follow
        self.nodes = 0

    @property
    def text(self) -> str:
        """Everything received so far."""
        return "".join(self._parts)

    def feed(self, delta: str) -> bool:
        """Take the next piece of text; True when it finished at least one node."""
        self._parts.append(delta)
        if self._complete or "}" not in delta:
            return False
        before, self.nodes = self.nodes, max(self.nodes, self._finished())
        return self.nodes > before

    def _finished(self) -> int:
        text = self.text
        try:
            reply = from_json(text[: text.rindex("}") + 1], allow_partial=True)
        except ValueError:
            return 0
        if not isinstance(reply, dict):
            return 0
        self._complete = "edges" in reply
        nodes = reply.get("nodes")
        if not isinstance(nodes, list):
            return 0
        return sum(isinstance(node, dict) and node.keys() >= _NODE_KEYS for node in nodes)
