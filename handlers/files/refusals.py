"""Why a file in Slack is not fetched: a code, and the end of a sentence that began with the file's name."""

from __future__ import annotations

from core.documents import refusals
from core.documents.limits import FILE

REASONS = {
    "deleted": "it was deleted in Slack",
    "hidden": "Slack hides it, because the workspace has more files than its plan keeps; share it again",
    "no_access": "Slack does not show it to Crossroads; share it in this conversation",
    "external": "its content is not in Slack; download it and share the file itself",
    "native": "only Slack can open it (a canvas, a list or a post); share its text as a file",
    "no_address": "Slack gave no address for it; share it again",
    "elsewhere": "its address leads away from Slack, so it was not fetched; share the file itself",
    "signed_out": "Slack sent its sign-in page instead; Crossroads may lack the right to read files",
    "busy": "Slack did not send it just now; try again in a minute",
    "no_room": "there is no room for it here; tell whoever runs Crossroads",
    "too_big": f"it is larger than {FILE >> 20} MB; share the part that matters",
    "empty": refusals.REASONS["empty"],
}


class Refused(Exception):
    """A file is not fetched. `code` is a key of REASONS."""

    def __init__(self, code: str, *, reason: str = "") -> None:
        self.code = code
        self.reason = reason or REASONS[code]
        super().__init__(self.reason)


def too_big(size: int) -> Refused:
    """The refusal of a file of this many bytes."""
    reason = refusals.REASONS["too_big"].format(size=-(-size >> 20), limit=FILE >> 20)
    return Refused("too_big", reason=reason)
