"""The limit that a control group sets, whichever way groups are mounted."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cgroup import memory_limit

UNLIMITED = 9_223_372_036_854_771_712  # what version 1 writes where there is no limit
MEBIBYTE = 1 << 20


class Machine:
    """A /proc/self, and control groups mounted under a folder with a space in its name."""

    def __init__(self, folder: Path) -> None:
        self.proc = folder / "proc"
        self.proc.mkdir()
        self.sys = folder / "sys fs"
        (self.proc / "mountinfo").write_text("22 28 0:21 / /proc rw,nosuid shared:12 - proc proc rw\n")

    def is_in(self, *groups: str) -> None:
        (self.proc / "cgroup").write_text("".join(f"{group}\n" for group in groups))

    def mounts(self, kind: str, point: str, *, root: str = "/", options: str = "rw") -> None:
        at = str(self.sys / point).replace(" ", r"\040")
        with (self.proc / "mountinfo").open("a") as mountinfo:
            mountinfo.write(f"36 31 0:32 {root} {at} rw,relatime shared:9 - {kind} cgroup {options}\n")

    def limits(self, file: str, text: str | int) -> None:
        path = self.sys / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n")

    @property
    def limit(self) -> int | None:
        return memory_limit(self.proc)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_container_with_its_own_view_sees_its_limit_at_the_root(machine: Machine) -> None:
    machine.is_in("0::/")
    machine.mounts("cgroup2", "cgroup")
    machine.limits("cgroup/memory.max", 512 * MEBIBYTE)
    assert machine.limit == 512 * MEBIBYTE


def test_the_lowest_limit_on_the_way_up_counts(machine: Machine) -> None:
    machine.is_in("0::/system.slice/crossroads.service")
    machine.mounts("cgroup2", "cgroup")
    machine.limits("cgroup/system.slice/crossroads.service/memory.max", "max")
    machine.limits("cgroup/system.slice/memory.max", 2_048 * MEBIBYTE)
    machine.limits("cgroup/other.slice/memory.max", MEBIBYTE)
    assert machine.limit == 2_048 * MEBIBYTE


def test_max_is_no_limit(machine: Machine) -> None:
    machine.is_in("0::/")
    machine.mounts("cgroup2", "cgroup")
    machine.limits("cgroup/memory.max", "max")
    assert machine.limit is None


def test_version_1_is_read_where_the_memory_controller_is_mounted(machine: Machine) -> None:
    machine.is_in("8:pids:/", "4:cpu,memory:/crossroads", "0::/")
    machine.mounts("cgroup", "pids", options="rw,pids")
    machine.mounts("cgroup", "memory", options="rw,cpu,memory")
    machine.limits("pids/crossroads/memory.limit_in_bytes", 1)
    machine.limits("memory/crossroads/memory.limit_in_bytes", 256 * MEBIBYTE)
    machine.limits("memory/memory.limit_in_bytes", UNLIMITED)
    assert machine.limit == 256 * MEBIBYTE


def test_a_container_that_sees_the_names_of_its_host_finds_its_group_at_the_mount(machine: Machine) -> None:
    machine.is_in("4:memory:/docker/abc")
    machine.mounts("cgroup", "memory", root="/docker/abc", options="rw,memory")
    machine.limits("memory/memory.limit_in_bytes", 300 * MEBIBYTE)
    assert machine.limit == 300 * MEBIBYTE


@pytest.mark.parametrize("group", ["/../elsewhere", "/kubepods/pod1"])
def test_a_group_outside_of_what_is_mounted_leaves_the_mount_to_look_at(machine: Machine, group: str) -> None:
    machine.is_in(f"0::{group}")
    machine.mounts("cgroup2", "cgroup", root="/kubepods/pod2")
    machine.limits("cgroup/memory.max", 100 * MEBIBYTE)
    machine.limits("elsewhere/memory.max", MEBIBYTE)
    assert machine.limit == 100 * MEBIBYTE


def test_both_versions_count_where_both_are_mounted(machine: Machine) -> None:
    machine.is_in("4:memory:/", "0::/")
    machine.mounts("cgroup", "memory", options="rw,memory")
    machine.mounts("cgroup2", "unified")
    machine.limits("memory/memory.limit_in_bytes", 700 * MEBIBYTE)
    machine.limits("unified/memory.max", 600 * MEBIBYTE)
    assert machine.limit == 600 * MEBIBYTE


def test_what_cannot_be_read_or_understood_is_no_limit(machine: Machine, tmp_path: Path) -> None:
    assert memory_limit(tmp_path / "nothing") is None
    machine.is_in("who knows", "0::relative")
    machine.mounts("cgroup2", "cgroup")
    machine.limits("cgroup/memory.max", 1)
    assert machine.limit is None
