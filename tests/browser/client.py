"""The playground's page as one person uses it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

EXAMPLE = Path(__file__).parents[2] / "examples" / "hire-or-contract"
SENTENCE = "Drafted without a model"  # stands under a draft that no model made
DRAFT = 60_000  # milliseconds that a story waits for a draft; the machine may be busy
DROP = """([target, names, contents]) => {
  const data = new DataTransfer();
  names.forEach((name, i) => {
    const bytes = Uint8Array.from(atob(contents[i]), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], name));
  });
  for (const type of ["dragenter", "dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}"""


class Client:
    """One tab."""

    def __init__(self, page: Page, url: str, *, person: str = "", channel: str = "general") -> None:
        self.page = page
        page.goto(f"{url}#as={person}" if person else url)
        self.goes_to(channel)

    def goes_to(self, channel: str) -> None:
        """Choose a channel in the sidebar."""
        side = self.page.get_by_role("navigation", name="Conversations")
        side.get_by_role("button", name=re.compile(f"^{re.escape(channel)}")).click()
        expect(self.page.get_by_role("main").get_by_role("heading", level=1, name=channel)).to_be_visible()

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("main").get_by_role("textbox")

    @property
    def thread(self) -> Locator:
        return self.page.get_by_role("complementary", name="Thread")

    @property
    def replies(self) -> Locator:
        """The messages of the open thread, its first among them."""
        return self.thread.locator("[role=listitem][data-ts]")

    @property
    def hood(self) -> Locator:
        return self.page.get_by_role("complementary", name="Under the hood")

    def message(self, text: str) -> Locator:
        """The newest message in the channel with these words."""
        return self.page.get_by_role("main").locator("[role=listitem][data-ts]", has_text=text).last

    def writes(self, text: str) -> None:
        """Type it, and send it with Enter."""
        self.composer.fill(text)
        self.composer.press("Enter")
        expect(self.composer).to_have_value("")

    def attaches(self, files: Sequence[Path]) -> None:
        """Choose files for the message that is being written, and wait until they are there."""
        self.page.get_by_role("main").locator("input[type=file]").set_input_files(files)
        for file in files:
            expect(self.page.get_by_role("main").get_by_text(file.name, exact=False).last).to_be_visible()

    def opens_thread(self, text: str) -> Locator:
        """Open the thread under the message with these words."""
        self.message(text).get_by_role("button", name=re.compile(r"^\d+ repl")).click(timeout=DRAFT)
        expect(self.thread).to_be_visible()
        return self.thread

    def sees_draft(self, *, sentence: str = SENTENCE) -> Locator:
        """Wait in the open thread until its draft is complete; the message it is shown in."""
        done = self.replies.filter(has_text=sentence).last
        expect(done).to_be_visible(timeout=DRAFT)
        expect(done.locator(".bk-picture img")).to_be_visible(timeout=DRAFT)
        return done

    def under_the_hood(self) -> Locator:
        """Open the side panel."""
        self.page.get_by_role("button", name="Under the hood").click()
        expect(self.hood.get_by_role("switch").first).to_be_visible()
        return self.hood

    def switches(self, title: str, *, on: bool) -> None:
        """Turn a trouble on or off; the bot is up again afterwards."""
        switch = self.hood.get_by_role("switch", name=title)
        switch.click()
        expect(switch).to_have_attribute("aria-checked", "true" if on else "false")
        expect(self.hood.get_by_role("status").first).to_contain_text("Running", timeout=DRAFT)
