"""The switches for trouble: what each does to Slack or to the model, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.model.trouble import ModelTrouble
from bot.playground.slack.records import Json
from bot.playground.slack.trouble import DOWNLOAD, EVERYTHING, Trouble

SLOWNESS = 2.0  # seconds that each call of Slack takes
RETRY_AFTER = 3  # seconds
EVERY = 2  # each second call of a method is refused in the storm


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """One kind of trouble. `model` says that it is the model's, not Slack's."""

    id: str
    title: str
    shows: str
    model: bool = False


SWITCHES = (
    Switch(
        id="slow",
        title="Slack answers slowly",
        shows="Each call takes 2 s. The bot still acknowledges at once, and its edits come further apart.",
    ),
    Switch(
        id="storm",
        title="Slack answers 429",
        shows="Every second call is refused for 3 s. Edits wait and are merged; the end is never lost.",
    ),
    Switch(
        id="twice",
        title="Events are delivered twice",
        shows="Each event comes twice under the same id. There is still one draft, and one message.",
    ),
    Switch(
        id="model_down",
        title="The model is down",
        shows="Each request to it gets a 503. The bot tries again, then drafts without a model and says so.",
        model=True,
    ),
    Switch(
        id="model_slow",
        title="The model is slow",
        shows="The reply comes over about 20 s. The message shows how far it is, and Stop works.",
        model=True,
    ),
)
KEYLESS = (
    "No key is set. While a switch of the model is on, the bot is started again with a stand-in on this "
    "machine: it speaks OpenAI's protocol and drafts by the same rules as without a model."
)
KEYED = (
    "While a switch of the model is on, the bot is started again with its requests going through the "
    "playground, which passes them on to the provider."
)


class Switches:
    """Which switches are on. `changed` is told True when the bot has to be started with another model."""

    def __init__(self, trouble: Trouble, model: ModelTrouble, *, keyed: bool) -> None:
        self._trouble = trouble
        self._model = model
        self._note = KEYED if keyed else KEYLESS
        self.changed: Callable[[bool], None] = lambda _: None
        self._on: set[str] = set()

    def set(self, name: str, *, on: bool) -> None:
        """Turn one on or off. Raises KeyError when there is none of that name."""
        if name not in {switch.id for switch in SWITCHES}:
            raise KeyError(name)
        before = self._model.any
        self._on = self._on | {name} if on else self._on - {name}
        self._model.down, self._model.slow = "model_down" in self._on, "model_slow" in self._on
        self._trouble.clear()
        self._order()
        self.changed(before != self._model.any)

    def _order(self) -> None:
        if "slow" in self._on:
            self._trouble.delay(SLOWNESS, EVERYTHING)
            self._trouble.delay(SLOWNESS, DOWNLOAD)
        if "storm" in self._on:
            self._trouble.throttle(EVERYTHING, retry_after=RETRY_AFTER, times=None, every=EVERY)
        if "twice" in self._on:
            self._trouble.repeat_events(times=None)

    @property
    def shown(self) -> Json:
        """All of them, as the page shows them."""
        return {
            "switches": [
                {
                    "id": switch.id,
                    "on": switch.id in self._on,
                    "title": switch.title,
                    "shows": switch.shows,
                    "note": self._note if switch.model else "",
                }
                for switch in SWITCHES
            ]
        }
