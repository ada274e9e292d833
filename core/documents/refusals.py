"""Why a file is refused: a code, and the end of a sentence that began with the file's name.

Imported by the child at every start, so it imports nothing.
"""

from __future__ import annotations

REASONS = {
    "missing": "it could not be opened",
    "too_big": "it has {size} MB and the limit is {limit} MB; share the part that matters",
    "empty": "the file is empty",
    "no_text": "no text was found in it",
    "no_text_layer": "no text layer (a scan?); share a version with selectable text",
    "garbled": "its fonts cannot be decoded; share the document it was made from",
    "damaged": "it is damaged; open and save it again, then share the new copy",
    "damaged_office": (
        "it is damaged or of an unusual kind; save it as a plain .docx, .pptx or .xlsx and share that"
    ),
    "locked": "it is password-protected; share an unlocked copy",
    "old_office": (
        "it is a password-protected or pre-2007 Office file; save it as an unprotected .docx, .xlsx or .pptx"
    ),
    "web_page": "it looks like a web page, not a {wanted} file; download the file itself and share that",
    "wrong_type": "it is named .{wanted}, but its content is something else",
    "unsupported": "it is {what}; share it as a PDF, Office, text or table file",
    "archive": "it is a zip archive; share the files inside it",
    "unsafe": "it unpacks to an unsafe size or shape; save it again and share the new copy",
    "binary": "it is binary data, not text",
    "not_a_table": "its first line is over 1 MB long, so it is no table",
    "memory": "it needs too much memory to read; share a smaller version",
    "slow": "it takes too long to read; share the part that matters",
    "too_much_text": "it holds too much text; share the part that matters",
    "crashed": "it could not be read; save it again, or share it in another format",
}

# What the machine was busy with decides these as much as the file does: another attempt may end well.
PASSING = frozenset({"missing", "memory", "slow", "crashed"})


class Refused(Exception):
    """A file is not read: `code` is a key of REASONS, `reason` its sentence with the facts filled in.

    `cause` names the exception behind a crash, for those who look into it.
    """

    def __init__(self, code: str, *, reason: str = "", cause: str = "", **facts: str | int) -> None:
        self.code = code
        self.reason = reason or REASONS[code].format(**facts)
        self.cause = cause
        super().__init__(self.reason)
