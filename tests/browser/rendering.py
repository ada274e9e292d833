"""The page's renderer without the page: a stage to draw blocks, texts and modals on."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from bot.playground.page.assets import FOLDER, TYPES, policy
from tests.browser.watching import Watched

HERE = Path(__file__).parent
ORIGIN = "http://playground.test"


class Stage:
    """A tab with the renderer in it, under the policy that the playground's page has."""

    def __init__(self, watched: Watched, **media: Any) -> None:  # noqa: ANN401  of emulate_media
        self.page: Page = watched.page()
        self.page.route(f"{ORIGIN}/**", _answer)
        self.page.goto(f"{ORIGIN}/renderer.html")
        self.page.wait_for_function("'stage' in window")
        self.page.emulate_media(**media)

    def theme(self, name: str) -> None:
        self.page.evaluate("name => { document.documentElement.dataset.theme = name }", name)

    def messages(self, *messages: list[dict[str, Any]]) -> None:
        self.page.evaluate("list => stage.messages(list)", list(messages))

    def text(self, text: str) -> None:
        self.page.evaluate("text => stage.text(text)", text)

    def modal(self, view: dict[str, Any] | None, **props: Any) -> None:  # noqa: ANN401  of Modal
        self.page.evaluate("props => stage.modal(props)", {"view": view, **props} if view else None)

    def told(self, name: str) -> list[Any]:
        """What the renderer told of one kind, oldest first."""
        return [what for kind, what in self.page.evaluate("told") if kind == name]


def _answer(route: Route) -> None:
    path = urlsplit(route.request.url).path
    if path == "/page/api/upload":
        route.fulfill(json={"upload": {"id": "up-1"}})
        return
    file = (
        FOLDER / path.removeprefix("/page/static/") if path.startswith("/page/static/") else HERE / path[1:]
    )
    if not file.is_file():
        route.fulfill(status=404)
        return
    headers = {"Content-Type": TYPES[file.suffix]}
    if file.suffix == ".html":
        headers["Content-Security-Policy"] = policy(file.read_bytes())
    route.fulfill(body=file.read_bytes(), headers=headers)
