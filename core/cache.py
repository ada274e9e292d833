"""One bounded cache of bytes: identical work in flight is joined, and a failing store is only a miss."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

from core.errors import SettingsError
from core.ids import digest
from core.telemetry import Emit, ignore

if TYPE_CHECKING:
    from aiocache.base import BaseCache

MEMORY_URL = "memory://"
OPERATION_TIMEOUT = 0.5  # seconds; a store slower than this is slower than the work it saves
SCAN = 500  # keys that Redis looks at in one go
_FORMS = "it must be memory:// or redis://host:port/db"

Make = Callable[[], Awaitable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one kind of value may hold. `entries` and `size` hold in memory; Redis has its own `maxmemory`."""

    entries: int
    size: int  # bytes
    lifetime: int  # seconds


SPACES = {
    "assessments": Bounds(entries=1_000, size=32_000_000, lifetime=300),
    "pictures": Bounds(entries=1_000, size=24_000_000, lifetime=300),
    "documents": Bounds(entries=200, size=32_000_000, lifetime=900),
    "replies": Bounds(entries=500, size=16_000_000, lifetime=300),
}


class Cache:
    """The store behind every cached value. Open it with `async with`; it owns the work in flight.

    `url` is `memory://` or `redis[s]://[user:password@]host[:port][/db]`. Raises SettingsError on
    another form, or when the redis package is not installed.
    """

    def __init__(self, url: str = MEMORY_URL, *, emit: Emit = ignore) -> None:
        self._store = _open(url)
        self._ledger = {name: _Ledger(bounds) for name, bounds in SPACES.items()} if _is_memory(url) else {}
        self._emit = emit
        self._flights: dict[str, _Flight] = {}
        self._stack = AsyncExitStack()
        self._tasks: asyncio.TaskGroup

    async def __aenter__(self) -> Self:
        """Start owning the work in flight."""
        await self._stack.__aenter__()
        self._stack.push_async_callback(_close, self._store)
        self._tasks = await self._stack.enter_async_context(asyncio.TaskGroup())
        self._stack.callback(self._land)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Cancel the work in flight, then close the store; an error passes through as it is."""
        await self._stack.aclose()

    def _land(self) -> None:
        for flight in self._flights.values():
            flight.task.cancel()

    def space(self, name: str, *, workspace: str = "local") -> Space:
        """The values of one kind (a key of SPACES) that one workspace has."""
        return Space(self, name, workspace)

    async def clear(self, workspace: str) -> None:
        """Let go of every value of a workspace; work in flight is still answered, and not kept.

        A value is not known to belong to one draft: equal files and equal requests share it. Raises what the
        store raises: whoever deletes something wants to know.
        """
        prefix = _prefix(workspace)
        for key, flight in self._flights.items():
            flight.keeps = flight.keeps and not key.startswith(prefix)
        for ledger in self._ledger.values():
            for key in ledger.take(prefix):
                await self._store.delete(key)
        client = getattr(self._store, "client", None)
        if client is not None:
            async for found in client.scan_iter(match=f"{prefix}*", count=SCAN):
                await client.unlink(found)

    async def get(self, name: str, key: str, make: Make) -> bytes:
        """Return the stored value, or make it, store it and return it; callers of one key share the work."""
        flight = self._flights.get(key)
        if flight is None or flight.abandoned:
            flight = self._flights[key] = _Flight()
            flight.task = self._tasks.create_task(self._fly(flight, name, key, make))
        return await flight.join()

    async def _fly(self, flight: _Flight, name: str, key: str, make: Make) -> None:
        try:
            value = await self._load(name, key)
            self._emit("cache", space=name, hit=value is not None)
            if value is None:
                value = await make()
                if flight.keeps:
                    await self._save(name, key, value)
            flight.result.set_result(value)
        except asyncio.CancelledError:
            flight.result.cancel()
            raise
        except Exception as error:  # noqa: BLE001  it belongs to those who wait, not to this task
            flight.result.set_exception(error)
        finally:
            if self._flights.get(key) is flight:
                del self._flights[key]

    async def _load(self, name: str, key: str) -> bytes | None:
        try:
            value: bytes | None = await self._store.get(key)
        except Exception as error:  # noqa: BLE001  whatever a store does, the work can still be done
            self._failed(name, "get", error)
            return None
        if name in self._ledger:
            self._ledger[name].touch(key)
        return value

    async def _save(self, name: str, key: str, value: bytes) -> None:
        try:
            await self._store.set(key, value, ttl=SPACES[name].lifetime)
            for stale in self._ledger[name].add(key, len(value)) if name in self._ledger else ():
                await self._store.delete(stale)
        except Exception as error:  # noqa: BLE001  the value was made; that it is not kept is no error
            self._failed(name, "set", error)

    def _failed(self, name: str, operation: str, error: Exception) -> None:
        self._emit("cache_failed", space=name, operation=operation, cause=type(error).__name__)


@dataclass(frozen=True, slots=True)
class Space:
    """One kind of value of one workspace. Keys of different workspaces never meet."""

    cache: Cache
    name: str
    workspace: str

    async def get(self, key: str, make: Make) -> bytes:
        """Return the value of `key`, made by `make` when it is not there; errors of `make` pass through."""
        parts = (self.name.encode(), key.encode())
        return await self.cache.get(self.name, _prefix(self.workspace) + digest(*parts), make)


class _Flight:
    """Work under way for one key, shared by all who ask for it and cancelled when nobody is left."""

    __slots__ = ("abandoned", "keeps", "result", "task", "waiting")

    def __init__(self) -> None:
        self.result: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.task: asyncio.Task[None]
        self.waiting = 0
        self.keeps = True
        self.abandoned = False

    async def join(self) -> bytes:
        self.waiting += 1
        try:
            return await asyncio.shield(self.result)
        finally:
            self.waiting -= 1
            if not self.waiting and not self.result.done():
                self.abandoned = True
                self.task.cancel()


class _Ledger:
    """Which keys the memory store holds, oldest use first: aiocache itself has no bound."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._sizes: OrderedDict[str, int] = OrderedDict()
        self._total = 0

    def touch(self, key: str) -> None:
        if key in self._sizes:
            self._sizes.move_to_end(key)

    def take(self, prefix: str) -> list[str]:
        """Count out the values whose keys begin like this; return their keys."""
        taken = [key for key in self._sizes if key.startswith(prefix)]
        for key in taken:
            self._total -= self._sizes.pop(key)
        return taken

    def add(self, key: str, size: int) -> list[str]:
        """Count a value in; return the keys that have to go for it."""
        self._total += size - self._sizes.pop(key, 0)
        self._sizes[key] = size
        stale = []
        while len(self._sizes) > self._bounds.entries or self._total > self._bounds.size:
            oldest, freed = self._sizes.popitem(last=False)
            self._total -= freed
            stale.append(oldest)
        return stale


def _prefix(workspace: str) -> str:
    """What the keys of a workspace begin with."""
    return f"crossroads:{digest(workspace.encode())}:"


def _is_memory(url: str) -> bool:
    return url.partition(":")[0] == "memory"


async def _close(store: BaseCache) -> None:
    client = getattr(store, "client", None)
    if client is not None:  # not store.close(), which calls a name that redis-py has deprecated
        await client.aclose()


def _open(url: str) -> BaseCache:
    from aiocache.serializers import NullSerializer  # noqa: PLC0415  it imports redis where that is installed

    values = NullSerializer(encoding=None)
    if _is_memory(url):
        from aiocache import SimpleMemoryCache  # noqa: PLC0415  the same

        return SimpleMemoryCache(serializer=values, timeout=OPERATION_TIMEOUT)
    try:
        parts = urlsplit(url)
        port, database = parts.port or 6379, int(parts.path.strip("/") or 0)
    except ValueError:
        raise SettingsError("CACHE_URL", _FORMS) from None
    if parts.scheme not in {"redis", "rediss"} or not parts.hostname:
        raise SettingsError("CACHE_URL", _FORMS)
    try:
        from aiocache import RedisCache  # noqa: PLC0415  the same
    except ImportError as error:
        raise SettingsError("CACHE_URL", "Redis needs the extra: pip install crossroads[scale]") from error
    return RedisCache(
        endpoint=parts.hostname,
        port=port,
        db=database,
        password=unquote(parts.password) if parts.password else None,
        ssl=parts.scheme == "rediss",
        connection_pool_kwargs={"username": unquote(parts.username)} if parts.username else None,
        create_connection_timeout=OPERATION_TIMEOUT,
        serializer=values,
        timeout=OPERATION_TIMEOUT,
    )
