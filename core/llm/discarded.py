"""What was billed for the attempts at one call that were thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from core.errors import ModelError
from core.llm.provider import Reply
from core.llm.usage import Usage


class Discarded:
    """Gathers the attempts; the reply or the error that ends the call carries what they cost."""

    def __init__(self) -> None:
        self._spent: tuple[Usage, ...] = ()

    def add(self, attempt: Reply | ModelError) -> None:
        """Throw away an attempt, with all that was thrown away for it before."""
        self._spent += attempt.billed

    def told_with(self, reply: Reply) -> Reply:
        """The reply that stands."""
        return replace(reply, spent=(*self._spent, *reply.spent))

    @contextmanager
    def told_with_errors(self) -> Iterator[None]:
        """Around the whole call: the error that ends it."""
        try:
            yield
        except ModelError as error:
            error.spent = (*self._spent, *error.spent)
            raise
