"""How Python itself is set in a process that serves: for many threads that wait, and for a long life."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Seconds that a busy thread keeps the interpreter while another waits for it. The event loop waits anew after
# every call of the system, so that Python's 0.005 adds up to tenths of a second in an acknowledgement.
SWITCH = 0.0005

OLDEST = 2  # the generation whose collection looks at every object


@contextmanager
def tuned() -> Iterator[None]:
    """Set the interpreter for as long as a server runs.

    A full collection stops every thread, and looks mostly at what modules made, which lives as long as the
    process: 0.3 s with the SDK of a provider loaded. So what has outlived one is not looked at again. That is
    done only after modules were loaded, and so a few times in all; cycles among what was under way at those
    moments are never freed.
    """
    looked_at = 0

    def collected(phase: str, info: dict[str, int]) -> None:
        nonlocal looked_at
        if phase == "stop" and info["generation"] == OLDEST and len(sys.modules) > looked_at:
            looked_at = len(sys.modules)
            gc.freeze()

    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    gc.callbacks.append(collected)
    try:
        yield
    finally:
        gc.callbacks.remove(collected)
        gc.unfreeze()
        sys.setswitchinterval(before)
