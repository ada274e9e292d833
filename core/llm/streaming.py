"""Counts the finished items of a reply while its JSON is still being written."""

from __future__ import annotations

from pydantic_core import from_json

from core.llm.tasks.shapes import GRAPH, Shape


class ItemCounter:
    """Takes the reply's text as it arrives and knows how many of its nodes are complete.

    Of a reply that is no graph it counts the items of its list. One is finished when its closing brace has
    arrived and all its keys are there. The text is read up to its last brace; should that stand inside a
    value, the parser leaves the unfinished value out, so that half an item never counts. The count never
    falls.
    """

    def __init__(self, shape: Shape = GRAPH) -> None:
        self._shape = shape
        self._parts: list[str] = []
        self._complete = False  # the next list has begun: no item can follow
        self.nodes = 0

    @property
    def text(self) -> str:
        """Everything received so far."""
        return "".join(self._parts)

    def feed(self, delta: str) -> bool:
        """Take the next piece of text; True when it finished at least one item."""
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
        self._complete = self._shape.next in reply
        items = reply.get(self._shape.items)
        if not isinstance(items, list):
            return 0
        return sum(isinstance(item, dict) and item.keys() >= self._shape.keys for item in items)
