"""Binds the child: little memory and time, no files, no new rights, and dead when its parent is."""

from __future__ import annotations

import os
import sys

MEMORY = 1 << 30  # bytes of address space
SECONDS = 15  # of the processor; the parent's clock is shorter
DESCRIPTORS = 64
NICE = 5
_DIE_WITH_PARENT, _NO_NEW_RIGHTS = 1, 38  # PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS in linux/prctl.h
_KILL = 9


def confine(parent: int) -> None:
    """Apply every limit that the platform has; the parent's timeout and kill hold without any.

    `parent` is the process that started this one, by its id.
    """
    sys.dont_write_bytecode = True
    _limit()
    _bind_to(parent)
    if hasattr(os, "nice"):
        os.nice(NICE)


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415  not on every platform
    except ImportError:
        return
    for what, soft, hard in (
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CPU, SECONDS, SECONDS + 2),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_NOFILE, DESCRIPTORS, DESCRIPTORS),
    ):
        try:
            resource.setrlimit(what, (soft, hard))
        except (ValueError, OSError):  # a lower limit was set before, or the platform has none
            continue


def _bind_to(parent: int) -> None:
    try:
        import ctypes  # noqa: PLC0415  not on every platform

        prctl = ctypes.CDLL(None).prctl
    except (ImportError, AttributeError, OSError, TypeError):
        return
    prctl(_DIE_WITH_PARENT, _KILL, 0, 0, 0)
    prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    if os.getppid() != parent:  # the parent died before it could be bound to
        os._exit(1)
