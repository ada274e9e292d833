"""The browser that the tests look through: Debian's Chromium, with nothing of its own on the wire."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REQUIRE = "CROSSROADS_REQUIRE_BROWSER"
MISSING = f"no Chromium on the path ({', '.join(NAMES)}): on Debian, apt-get install chromium"


def found() -> str | None:
    """Where the browser is, if there is one."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def is_required() -> bool:
    """Whether a machine without a browser fails the tests, rather than skipping them."""
    return os.environ.get(REQUIRE, "") not in {"", "0"}  # noqa: TID251  a test's own switch, not a setting of the program


def launch(playwright: Playwright) -> Browser:
    """Start it. The caller has looked whether it is there."""
    return playwright.chromium.launch(executable_path=found(), args=list(FLAGS))
