"""What Slack's own client would not let a person do."""

from __future__ import annotations


class Cannot(Exception):
    """The person cannot do this: there is no such button, channel, choice."""
