"""How much memory the control groups of this process let it use.

Both versions are read as https://docs.kernel.org/admin-guide/cgroup-v2.html and .../cgroup-v1/memory.html
describe them, and where both are mounted, both count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PROC = Path("/proc/self")

# number:controllers:path
_GROUP = re.compile(r"^(\d+):([^:\n]*):(/.*)$", re.MULTILINE)
# https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
_MOUNT = re.compile(
    r"^\S+ \S+ \S+ (?P<root>\S+) (?P<point>\S+) .*- (?P<kind>cgroup2?) \S+ (?P<options>\S+)$", re.MULTILINE
)
_ESCAPED = re.compile(r"\\([0-7]{3})")  # as a space stands in a path there: \040

_LIMIT = {"cgroup": "memory.limit_in_bytes", "cgroup2": "memory.max"}  # files, by the kind of mount


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mount:
    """Where groups can be seen: `root` is the group that stands at `point`."""

    root: PurePosixPath
    point: Path

    def chain(self, group: PurePosixPath) -> Iterator[Path]:
        """The folders of a group and of all groups above it, as far as they can be seen from here.

        A group outside of what is mounted, as in some containers, has only the mount point to look at.
        """
        if group.is_relative_to(self.root) and ".." not in group.parts:
            group = group.relative_to(self.root)
            yield from (self.point / above for above in (group, *group.parents))
        else:
            yield self.point


def memory_limit(proc: Path = PROC) -> int | None:
    """The lowest limit in bytes; None where there is none. Reads files, so it may block."""
    groups = dict(_groups(_read(proc / "cgroup")))
    limits = [
        limit
        for kind, mount in _mounts(_read(proc / "mountinfo"))
        if kind in groups
        for limit in _limits(mount.chain(groups[kind]), _LIMIT[kind])
    ]
    return min(limits, default=None)


def _groups(text: str) -> Iterator[tuple[str, PurePosixPath]]:
    """This process's group, by the kind of mount that shows it."""
    for number, controllers, path in _GROUP.findall(text):
        if "memory" in controllers.split(","):
            yield "cgroup", PurePosixPath(path)
        elif number == "0":
            yield "cgroup2", PurePosixPath(path)


def _mounts(text: str) -> Iterator[tuple[str, _Mount]]:
    for found in _MOUNT.finditer(text):
        kind = found["kind"]
        if kind == "cgroup2" or "memory" in found["options"].split(","):
            root, point = _unescaped(found["root"]), _unescaped(found["point"])
            yield kind, _Mount(root=PurePosixPath(root), point=Path(point))


def _limits(folders: Iterator[Path], name: str) -> list[int]:
    texts = (_read(folder / name).strip() for folder in folders)
    return [int(text) for text in texts if text.isdecimal()]  # "max" is no limit


def _read(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    return ""


def _unescaped(field: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), field)
