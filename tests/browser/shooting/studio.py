"""A page made ready to be pictured: in a fresh playground, at a fixed time of day, with a pointer to see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.client import Client
from tests.browser.playing import playing

PATIENCE = 60_000  # milliseconds for each step
SETTLED = 400  # milliseconds until what was opened has been laid out and drawn
_LOADED = """() => [...document.images].every((image) => {
  const { top, bottom } = image.getBoundingClientRect();
  return bottom < 0 || top > innerHeight || image.complete;
})"""
_STILL = """
  const at = new Date(2026, 10, 23, 10, 24), {get} = Object.getOwnPropertyDescriptor(
    Intl.DateTimeFormat.prototype, "format");
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format",
    {get() { const format = get.call(this); return () => format(at); }});
"""  # each time is shown as one and the same
_POINTER = """([x, y, shape]) => {
  const image = document.querySelector("#pointer") ?? document.body.appendChild(new Image());
  image.id = "pointer"; image.src = shape; image.alt = "";
  Object.assign(image.style, {position: "fixed", left: `${x}px`, top: `${y}px`, zIndex: 99, width: "22px",
    pointerEvents: "none"});
  (document.querySelector("dialog[open]") ?? document.body).append(image);
  return image.decode();
}"""
_SHAPE = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 22 26'>"
    "<path d='M2 1v20l5-4.6 3.2 7.2 3.6-1.6-3.2-7H18z' fill='black' stroke='white' stroke-width='1.6'/></svg>"
)


@contextmanager
def playground() -> Iterator[str]:
    """A fresh one; the address of its page."""
    with TemporaryDirectory(prefix="crossroads-") as folder, playing(Path(folder)) as url:
        yield url


@contextmanager
def client(
    browser: Browser, url: str, *, size: tuple[int, int], scale: float, dark: bool = False
) -> Iterator[Client]:
    """A tab of Maya's, `size` in CSS pixels, `scale` pixels of a picture for each of them."""
    width, height = size
    with browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme="dark" if dark else "light",
        locale="en-GB",
        reduced_motion="reduce",
    ) as context:
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        context.add_init_script(_STILL)
        yield Client(context.new_page(), url, channel="billing-rebuild")


def picture(page: Page) -> bytes:
    """What it shows now, once it has settled, as PNG; no mouse is over it, and no caret blinks."""
    page.mouse.move(0, 0)
    page.wait_for_function(_LOADED)
    page.wait_for_timeout(SETTLED)
    return page.screenshot(caret="hide")


def point(page: Page, x: float, y: float) -> None:
    """Show a pointer there."""
    page.evaluate(_POINTER, [x, y, _SHAPE])


def middle(target: Locator) -> tuple[float, float]:
    """Where its middle is, in CSS pixels."""
    box = target.bounding_box()
    assert box is not None, "only what is seen has a middle"
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
