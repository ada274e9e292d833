"""A brief as a person wrote it, checked before anything is spent on it."""

from __future__ import annotations

from core.documents.clean import clean
from core.errors import BriefTooLong, BriefTooShort, TooManyFiles

MIN_BRIEF = 30  # characters
MAX_BRIEF = 5_000  # characters
MAX_FILES = 10


def checked(brief: str, *, files: int = 0) -> str:
    """The brief as it is seen, without the space around it: unseen characters neither count nor go on.

    Raises BriefTooShort, BriefTooLong, TooManyFiles.
    """
    brief = clean(brief).strip()
    if len(brief) < MIN_BRIEF:
        raise BriefTooShort(length=len(brief), minimum=MIN_BRIEF)
    if len(brief) > MAX_BRIEF:
        raise BriefTooLong(length=len(brief), maximum=MAX_BRIEF)
    if files > MAX_FILES:
        raise TooManyFiles(count=files, maximum=MAX_FILES)
    return brief
