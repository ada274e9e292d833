"""Removing what a process that was killed left behind of the files it had fetched."""

from __future__ import annotations

import shutil
from pathlib import Path

from handlers.files.fetching import PREFIX

AGE = 3_600  # seconds; no job reads its files for so long


def sweep(folder: Path, *, now: float) -> int:
    """Remove the folders of files that nobody reads any more; how many there were. It blocks.

    `now` is in Unix seconds. Other replicas may keep their files in the same place.
    """
    old = [entry for entry in folder.glob(f"{PREFIX}*") if _is_old(entry, now)]
    for entry in old:
        shutil.rmtree(entry, ignore_errors=True)
    return len(old)


def _is_old(folder: Path, now: float) -> bool:
    try:
        return now - folder.stat().st_mtime > AGE
    except FileNotFoundError:  # another replica was faster
        return False
