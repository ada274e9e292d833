"""The playground's page as one person uses it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

EXAMPLE = Path(__file__).parents[2] / "examples" / "hire-or-contract"
SENTENCE = "Drafted without a model"  # stands under a draft that no model made
DRAFT = 120_000  # milliseconds that a story waits for what the bot makes; the machine may be busy
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
        page.goto(url)
        self._sits_down()
        if person:
            self.becomes(person)
        self.goes_to(channel)

    def becomes(self, person: str) -> None:
        """Sit down as somebody else, of this workspace or another."""
        self.page.get_by_role("button", name=re.compile("^You are ")).click()
        self.page.get_by_role("menuitemradio", name=re.compile(f"^{re.escape(person)}")).click()
        expect(self.page.get_by_role("button", name=f"You are {person}")).to_be_visible()
        self._sits_down()

    def _sits_down(self) -> None:
        """Wait for the place that the page goes to by itself; it would leave one chosen before that.

        A form that an earlier story left open, since it failed, is there by then, too, and goes.
        """
        expect(self.heading).to_be_visible()
        left = self.page.get_by_role("dialog")
        if left.count():
            self.leaves(left)

    def goes_to(self, channel: str) -> None:
        """Choose a channel in the sidebar."""
        side = self.page.get_by_role("navigation", name="Conversations")
        side.get_by_role("button", name=re.compile(f"^{re.escape(channel)}")).click()
        expect(self.heading).to_have_text(channel)

    @property
    def heading(self) -> Locator:
        """The name of the place that is open."""
        return self.page.get_by_role("main").get_by_role("heading", level=1)

    @property
    def composer(self) -> Locator:
        """The field in which a message to the channel is written."""
        return self.page.get_by_role("main").get_by_role("textbox")

    @property
    def thread(self) -> Locator:
        """The side pane with the open thread."""
        return self.page.get_by_role("complementary", name="Thread")

    @property
    def replies(self) -> Locator:
        """The messages of the open thread, its first among them."""
        return self.thread.locator("[role=listitem][data-ts]")

    @property
    def hood(self) -> Locator:
        """The side panel that shows what crosses the wire."""
        return self.page.get_by_role("complementary", name="Under the hood")

    def message(self, text: str) -> Locator:
        """The newest message in the channel with these words."""
        return self.page.get_by_role("main").locator("[role=listitem][data-ts]", has_text=text).last

    def reply(self, words: str | re.Pattern[str]) -> Locator:
        """The newest message of the open thread with these words, once it is there."""
        found = self.replies.filter(has_text=words).last
        expect(found).to_be_visible(timeout=DRAFT)
        return found

    def writes(self, text: str) -> None:
        """Type it, and send it with Enter."""
        self.composer.fill(text)
        self.composer.press("Enter")
        expect(self.composer).to_have_value("")

    def answers(self, text: str) -> None:
        """Type it in the open thread, and send it with Enter."""
        field = self.thread.get_by_role("textbox")
        field.fill(text)
        field.press("Enter")
        expect(field).to_have_value("")

    def attaches(self, files: Sequence[Path]) -> None:
        """Choose files for the message that is being written, and wait until they are there."""
        self.page.get_by_role("main").locator("input[type=file]").set_input_files(files)
        self.has_attached(*(file.name for file in files))

    def has_attached(self, *names: str) -> None:
        """Wait until the files are there that go with the message being written."""
        listed = self.page.get_by_role("list", name="Files to send")
        for name in names:
            expect(listed.get_by_text(name)).to_be_visible()
        expect(listed.get_by_role("progressbar")).to_have_count(0)

    def opens_thread(self, text: str) -> Locator:
        """Open the thread under the message with these words."""
        self.message(text).get_by_role("button", name=re.compile(r"^\d+ repl")).click(timeout=DRAFT)
        expect(self.thread).to_contain_text(text)
        return self.thread

    def sees_draft(self, *, sentence: str = SENTENCE) -> Locator:
        """Wait in the open thread until its draft is complete; the message it is shown in."""
        done = self.reply(sentence)
        expect(picture_in(done)).to_be_visible(timeout=DRAFT)
        return done

    def drafts(self, brief: str) -> Locator:
        """Ask by the command, open the thread, wait for the draft."""
        self.writes(f"/decide {brief}")
        self.opens_thread(brief)
        return self.sees_draft()

    def form(self, title: str) -> Locator:
        """The form with this title, once it is open."""
        form = self.page.get_by_role("dialog", name=title)
        expect(form).to_be_visible(timeout=DRAFT)
        return form

    def fills_files(self, form: Locator, files: Sequence[Path]) -> None:
        """Choose files in a form, and wait until they are there."""
        form.locator("input[type=file]").set_input_files(files)
        for file in files:
            expect(form.get_by_text(file.name)).to_be_visible()
        expect(form.get_by_role("progressbar")).to_have_count(0)

    def sends(self, form: Locator, name: str) -> None:
        """Send a form off by the button of this name; it is taken."""
        form.get_by_role("button", name=name, exact=True).click()
        expect(form).to_have_count(0, timeout=DRAFT)

    def leaves(self, form: Locator) -> None:
        """Close a form by Escape; it would stay open for the next story."""
        self.page.keyboard.press("Escape")
        expect(form).to_have_count(0)

    def chooses(self, draft: Locator, entry: str) -> None:
        """Choose an entry of the menu beside a draft's buttons."""
        draft.get_by_role("button", name="More actions").click()
        self.page.get_by_role("menuitem", name=entry).click()

    def opens_form(self) -> Locator:
        """Open the form for a new draft by its shortcut."""
        self.page.get_by_role("main").get_by_role("button", name="Shortcuts and examples").click()
        self.page.get_by_role("menuitem", name="Draft a decision").click()
        return self.form("Draft a decision")

    def opens_home(self) -> Locator:
        """Open the app's home; what it shows."""
        self.page.get_by_role("button", name="Home of Crossroads").click()
        home = self.page.get_by_role("region", name="Home of the app")
        expect(home).to_contain_text("Your drafts", timeout=DRAFT)
        return home

    def under_the_hood(self) -> Locator:
        """Open the side panel."""
        self.page.get_by_role("button", name="Under the hood").click()
        expect(self.hood.get_by_role("switch").first).to_be_visible()
        return self.hood

    @property
    def standing(self) -> Locator:
        """Where the bot's process stands, in the side panel."""
        return self.hood.get_by_role("status").first

    def switches(self, title: str, *, on: bool) -> None:
        """Turn a trouble on or off. For the model's the bot is started again, and is up afterwards."""
        process = re.search(r"process \d+", self.standing.inner_text())
        switch = self.hood.get_by_role("switch", name=title)
        switch.click()
        expect(switch).to_have_attribute("aria-checked", "true" if on else "false")
        if process and title.startswith("The model"):
            expect(self.standing).not_to_contain_text(re.compile(rf"{process[0]}\b"), timeout=DRAFT)
        expect(self.standing).to_contain_text("Running", timeout=DRAFT)


def picture_in(message: Locator) -> Locator:
    """The picture in a message; it opens large."""
    return message.get_by_role("button", name="Open the picture large")
