"""What whoever works on a job shares: its order, its message, the store."""

from __future__ import annotations

from dataclasses import dataclass

from core.clock import Clock
from core.store.store import Store
from core.telemetry import Emit
from handlers.lobby import Lobby
from handlers.orders import Orders
from handlers.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Shared by the hooks of the queue."""

    orders: Orders
    writer: Writer
    lobby: Lobby
    store: Store
    clock: Clock
    emit: Emit
