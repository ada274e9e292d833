"""What a killed process left behind goes; what is being read stays."""

from __future__ import annotations

from pathlib import Path

from handlers.files.fetching import PREFIX
from handlers.files.sweeping import AGE, sweep


def test_only_old_folders_of_ours_are_removed(tmp_path: Path) -> None:
    left, other = tmp_path / f"{PREFIX}left", tmp_path / "other"
    for folder in (left, other):
        folder.mkdir()
        (folder / "1").write_text("a brief's file")
    now = left.stat().st_mtime
    assert sweep(tmp_path, now=now + AGE) == 0
    assert sweep(tmp_path, now=now + AGE + 1) == 1
    assert list(tmp_path.iterdir()) == [other]


def test_there_may_be_no_such_place_yet(tmp_path: Path) -> None:
    assert sweep(tmp_path / "none", now=0) == 0


def test_another_replica_may_be_faster(tmp_path: Path) -> None:
    (tmp_path / f"{PREFIX}gone").symlink_to(tmp_path / "nowhere")  # it is listed, and cannot be looked at
    assert sweep(tmp_path, now=1e12) == 0
