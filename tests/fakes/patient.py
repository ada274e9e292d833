"""The `crossroads` command, with a local Slack that waits as long as a busy machine needs.

python -m tests.fakes.patient playground --port 8123
"""

from __future__ import annotations

from bot.cli import main
from bot.playground import process
from bot.playground.slack import triggers
from bot.playground.slack.local import LocalSlack

PATIENCE = 60.0  # seconds for an answer of the bot, and for a modal; Slack's own are three


def wait_longer() -> None:
    """Raise every limit that is about the machine and not about the bot."""
    triggers.TRIGGER_LIFETIME = PATIENCE
    process.PATIENCE = 2 * PATIENCE
    defaults = LocalSlack.__init__.__kwdefaults__
    assert defaults is not None
    defaults["patience"] = PATIENCE


if __name__ == "__main__":
    wait_longer()
    main()
