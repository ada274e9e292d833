"""Pages of one test, with what went wrong in them, and what axe finds there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
GRAVE = ("serious", "critical")


class Watched:
    """A browser's context whose errors are kept: `wrong`, in words."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.wrong: list[str] = []
        context.on("console", self._said)
        context.on("weberror", lambda event: self._threw(event.error))

    def page(self) -> Page:
        """A new tab."""
        return self.context.new_page()

    def forgive(self, words: str) -> None:
        """Take out the errors that a test brought about: those with these words."""
        self.wrong = [said for said in self.wrong if words not in said]

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"{message.type}: {message.text} {message.location.get('url', '')}")

    def _threw(self, error: Error) -> None:
        self.wrong.append(f"uncaught: {error}")


def faults(page: Page, *, within: str = "body") -> Sequence[str]:
    """What axe finds serious or critical on the page as it is now, each with where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())  # past the page's policy, which lets no such script in
    found = page.evaluate("within => axe.run(within, {resultTypes: ['violations']})", within)
    return [
        f"{fault['id']}: {node['target']} {node['html'][:200]} {node.get('failureSummary', '')}"
        for fault in found["violations"]
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]
