"""What the bot offers in Slack's own menus, under the names that Slack sends back when it is chosen."""

from __future__ import annotations

COMMAND = "/decide"
MESSAGE_SHORTCUT = "draft_from_message"  # in the menu of a message
GLOBAL_SHORTCUT = "draft_decision"  # in the search bar, and beside the message box
