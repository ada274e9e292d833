"""What was billed for the attempts at one call that were thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from core.errors import ModelError
from core.llm.provider import Progress, Reply
from core.llm.usage import Usage

Step = TypeVar("Step", bound=Progress | Reply)


class Discarded:
    """Gathers the attempts; each step after them, and the error that ends the call, tells what they cost."""

    def __init__(self) -> None:
        self._spent: tuple[Usage, ...] = ()

    def add(self, attempt: Reply | ModelError) -> None:
        """Throw away an attempt, with all that was thrown away for it before."""
        self._spent += attempt.billed

    def told_with(self, step: Step) -> Step:
        """The progress of the attempt that may stand, or its reply."""
        return replace(step, spent=(*self._spent, *step.spent))

    @contextmanager
    def told_with_errors(self) -> Iterator[None]:
        """Around the whole call: the error that ends it."""
        try:
            yield
        except ModelError as error:
            error.spent = (*self._spent, *error.spent)
            raise
