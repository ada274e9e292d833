"""The port of the writer loop: one message's way out of the process."""

from __future__ import annotations

from typing import Protocol, TypeVar

from core.pacing.limits import Budget, Priority


class Payload(Protocol):
    """What is shown."""

    @property
    def priority(self) -> Priority:
        """How urgent it is; a terminal payload is what its message ends with."""

    @property
    def fingerprint(self) -> str:
        """Equal for payloads that look the same, and never empty."""


P = TypeVar("P", bound=Payload)
P_contra = TypeVar("P_contra", bound=Payload, contravariant=True)


class Outlet(Protocol[P_contra]):
    """Where the payloads of one message go. The loop makes one call at a time."""

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """What the next call counts against; the first of them is frozen when the call was one too many."""

    async def send(self, payload: P_contra) -> bool:
        """Make one call. True: the payload is shown. False: it takes another call, on `budgets` read anew.

        Raises DeliveryLimited and DeliveryUnavailable: to be tried again. MessageGone: only a terminal
        payload is worth a new message. ViewRefused: this payload cannot be shown, another one may.
        Any other DeliveryError: nothing can be shown there.
        """

    async def settled(self, payload: P_contra) -> None:
        """Take note that a terminal payload is shown, or never will be. Raises nothing."""
