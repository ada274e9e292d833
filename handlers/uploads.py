"""Files given to Slack: their bytes first, then what they are for, within what Slack takes of such calls."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from core.clock import Clock
from core.errors import DeliveryError, DeliveryLimited, DeliveryUnavailable
from core.pacing.gate import Gate
from core.store.postings import Postings
from core.store.records import DraftKey, PostedKind, Posting
from handlers import budgets
from handlers.counted import counted
from handlers.slack_refusals import FAILURES, delivery_error

ATTEMPTS = 3
_TAKEN = "file_not_found"  # what Slack says of an upload that was completed before

Clients = Callable[[str], Awaitable[AsyncWebClient]]  # by workspace; raises PlaceClosed when not installed
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploads:
    """The way files take into a workspace. `session` carries the bytes. All of it raises DeliveryError."""

    postings: Postings
    clients: Clients
    session: aiohttp.ClientSession
    gate: Gate
    clock: Clock

    async def send(self, draft: DraftKey, content: bytes, *, name: str, alt_text: str = "") -> str:
        """Send a file's bytes; return its id. Nobody sees it before it is completed.

        It is noted before it has any bytes, so that it can be deleted with the draft.
        """
        slack = await self.clients(draft.workspace)
        more = {"alt_txt": alt_text} if alt_text else {}
        place = await self._call(
            budgets.files(draft.workspace),
            lambda: slack.files_getUploadURLExternal(filename=name, length=len(content), **more),
        )
        await self.postings.note(Posting(draft=draft, kind=PostedKind.FILE, id=str(place["file_id"])))
        await self._attempted(lambda: self._post(place["upload_url"], content))
        return str(place["file_id"])

    async def complete(
        self, workspace: str, titles: Sequence[tuple[str, str]], *, channel: str = "", thread_ts: str = ""
    ) -> None:
        """Say what files are called, by their ids; with a channel they are shown in a thread of it, at once.

        Done again, as after a crash or an answer that was lost, it changes nothing.
        """
        slack = await self.clients(workspace)
        files: list[dict[str, str | None]] = [{"id": id_, "title": title} for id_, title in titles]
        where: dict[str, Any] = {"channel_id": channel, "thread_ts": thread_ts} if channel else {}
        try:
            await self._call(
                budgets.files(workspace),
                lambda: slack.files_completeUploadExternal(files=files, **where),
            )
        except DeliveryError as error:
            if error.code != _TAKEN or not await self._is_known(workspace, titles[0][0]):
                raise

    async def info(self, workspace: str, file: str) -> Any:  # noqa: ANN401  JSON
        """What Slack knows about a file."""
        slack = await self.clients(workspace)
        answer = await self._call(budgets.file_looks(workspace), lambda: slack.files_info(file=file))
        return answer["file"]

    async def _is_known(self, workspace: str, file: str) -> bool:
        """Whether an upload came to its end: Slack knows no file before."""
        try:
            await self.info(workspace, file)
        except DeliveryError:
            return False
        return True

    async def _post(self, address: str, content: bytes) -> None:
        try:
            async with self.session.post(address, data=content) as response:
                if not response.ok:
                    raise DeliveryUnavailable(f"http_{response.status}")
        except FAILURES as failure:
            raise delivery_error(failure) from failure

    async def _call(self, budget: budgets.Budgets, call: Callable[[], Awaitable[AsyncSlackResponse]]) -> Any:  # noqa: ANN401  JSON
        """Make a call when its budget allows."""
        return await self._attempted(lambda: counted(self.gate, budget, call))

    async def _attempted(self, attempt: Callable[[], Awaitable[T]]) -> T:
        for wait in range(1, ATTEMPTS):
            try:
                return await attempt()
            except DeliveryLimited:
                pass  # the gate waits
            except DeliveryUnavailable:
                await self.clock.sleep(wait)
        return await attempt()
