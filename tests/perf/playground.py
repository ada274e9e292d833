"""The playground as a newcomer waits for it: its start, its page, the first draft, a long channel."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

from playwright.sync_api import Page, Response, expect, sync_playwright

from tests.browser import chromium
from tests.browser.client import Client
from tests.browser.playing import playing
from tests.perf.commands import BRIEF
from tests.perf.measure import Row

READY_TARGET = 3.0  # seconds
DRAFT_TARGET = 5.0  # seconds
BYTES_TARGET = 150_000
FRAME_TARGET = 100.0  # milliseconds
MESSAGES = 500
STARTS = 4
STEP = 160  # pixels that the list is scrolled by in a frame
CHANNEL = "general"

# From the newest message to the oldest, and back; each frame's time goes from one callback to the next.
SCROLL = """async ([selector, step]) => {
  const overflows = (each) => each.scrollHeight > each.clientHeight;
  const scrolls = (each) => overflows(each) && /auto|scroll/.test(getComputedStyle(each).overflowY);
  const list = [...document.querySelectorAll(selector)].find(scrolls);
  const frame = () => new Promise(requestAnimationFrame);
  const times = [];
  let before = await frame();
  const go = async (by, over) => {
    for (let still = 0; still < 30; still = over() ? still + 1 : 0) {
      list.scrollTop += by;
      const now = await frame();
      times.push(now - before);
      before = now;
    }
  };
  await go(-step, () => list.scrollTop <= 2);
  await go(step, () => list.scrollTop + list.clientHeight >= list.scrollHeight - 2);
  const rows = list.querySelectorAll("[data-ts]").length;
  return { longest: Math.max(...times), frames: times.length, rows };
}"""


def rows() -> Iterator[Row]:
    """The start, then what one person sees after it."""
    starts = [_start() for _ in range(STARTS)][1:]  # the first reads the files from the disk
    ready = statistics.median(starts)
    yield Row(
        what="crossroads playground, from the command to ready",
        figure=f"{ready:.2f} s ({min(starts):.2f}–{max(starts):.2f})",
        target=f"≤ {READY_TARGET} s",
        met=ready <= READY_TARGET,
    )
    if chromium.found() is None:
        yield Row(what="the playground's page", figure=chromium.MISSING)
        return
    with (
        tempfile.TemporaryDirectory() as home,
        playing(Path(home)) as url,
        sync_playwright() as playwright,
        chromium.launch(playwright) as browser,
    ):
        page = browser.new_page(viewport={"width": 1280, "height": 820})
        own: dict[str, int] = {}
        page.on("response", lambda answer: _weigh(answer, own))
        client = Client(page, url, channel=CHANNEL)
        yield from _drafted(client, own)
        yield _scrolled(page, url)


def _start() -> float:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as home, playing(Path(home)):
        return time.perf_counter() - began


def _weigh(answer: Response, own: dict[str, int]) -> None:
    if answer.url.endswith((".js", ".css")) and "/vendor/" not in answer.url:
        own[answer.url] = int(answer.headers.get("content-length", 0))


def _drafted(client: Client, own: dict[str, int]) -> Iterator[Row]:
    loaded = sum(own.values())
    yield Row(
        what="scripts and styles of the page's own, as it opens",
        figure=f"{loaded / 1000:.0f} kB in {len(own)} files",
        target=f"≤ {BYTES_TARGET / 1000:.0f} kB",
        met=loaded <= BYTES_TARGET,
    )
    client.composer.fill(f"/decide {BRIEF}")
    began = time.perf_counter()
    client.composer.press("Enter")
    client.opens_thread(BRIEF)
    client.sees_draft()
    took = time.perf_counter() - began
    yield Row(
        what="the first draft, complete on the page, after Enter",
        figure=f"{took:.2f} s",
        target=f"≤ {DRAFT_TARGET} s",
        met=took <= DRAFT_TARGET,
    )


def _scrolled(page: Page, url: str) -> Row:
    person = page.evaluate("localStorage.getItem('playground.person')")
    sidebar = json.loads(_call(f"{url}/page/api/sidebar?as={person}"))
    place = next(channel["id"] for channel in sidebar["channels"] if channel["name"] == CHANNEL)
    for number in range(MESSAGES):
        said = {
            "channel": place,
            "text": f"Message {number}: " + "words that fill a line or two. " * (number % 7),
        }
        _call(f"{url}/page/api/say?as={person}", said)
    client = Client(page, f"{url}/?again", channel=CHANNEL)
    expect(client.message(f"Message {MESSAGES - 1}:")).to_be_visible()
    found = page.evaluate(SCROLL, ["main [role=region], main [role=region] *", STEP])
    return Row(
        what=f"longest frame while {MESSAGES} messages scroll",
        figure=f"{found['longest']:.0f} ms ({found['frames']} frames, {found['rows']} messages)",
        target=f"≤ {FRAME_TARGET:.0f} ms",
        met=found["longest"] <= FRAME_TARGET and found["rows"] >= MESSAGES,
    )


def _call(address: str, given: object = None) -> str:
    body = None if given is None else json.dumps(given).encode()
    request = Request(address, data=body, headers={"Content-Type": "application/json"})  # noqa: S310  our own server
    with urlopen(request) as answer:  # noqa: S310  the same
        told: str = answer.read().decode()
    return told
