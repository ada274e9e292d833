"""The first message of a job, and the last one of a job that did not come to its own end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from core.clock import SystemClock
from core.documents.model import File, Reading
from core.graph.change_lines import told
from core.graph.diff import diff
from core.jobs.model import Ending, Job, Outcome
from core.llm.template import TemplateProvider
from core.pacing.gate import Gate
from core.pacing.writers import Writers
from core.pipeline.events import Revised
from core.pipeline.work import Tools
from core.store.drafts import Drafts
from core.store.records import Draft, DraftState
from core.store.store import Store
from core.telemetry import ignore
from handlers.announcing import Announcer
from handlers.archive import Archive
from handlers.bench import Bench
from handlers.ending import Closer
from handlers.kept import StoredViews
from handlers.lobby import Lobby
from handlers.orders import Orders
from handlers.privately import Privately
from handlers.view import Kind, View
from handlers.work.remade import WITHOUT_PICTURE, Remaker
from handlers.writer import Writer
from tests.fakes.limited_slack import LimitedSlack, Post
from tests.unit.graph.samples import staffing
from tests.unit.handlers import drafts
from tests.unit.handlers.stored import BRIEF, order, ordered, stored
from tests.unit.handlers.writing import texts

STOPPED = Ending(outcome=Outcome.CANCELLED, reason="person")
EXPIRED = Ending(outcome=Outcome.EXPIRED, reason="max_wait")


class Unkept:
    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:  # noqa: ARG002  it keeps nothing
        return await make()


class Shelf:
    async def read(self, file: File) -> Reading:
        raise NotImplementedError(file.name)


TOOLS = Tools(provider=TemplateProvider(), reader=Shelf(), assessments=Unkept(), clock=SystemClock())


class Heard(Privately):
    """Keeps what it should tell."""

    def __init__(self) -> None:
        self.told: list[tuple[str, View]] = []

    async def tell(self, view: View, *, user: str, **_: object) -> None:
        self.told.append((user, view))


@dataclass(frozen=True, kw_only=True)
class Office:
    slack: LimitedSlack
    store: Store
    bench: Bench
    announce: Announcer
    close: Closer
    heard: Heard = field(default_factory=Heard)

    async def job(self, *, thread_ts: str | None = "1.0") -> Job:
        return await self.bench.orders.keep("J1", "T1", order(thread_ts=thread_ts))

    async def placed(self, job: str) -> None:
        """Wait until the message of a job stands: the one before it in its channel may be a second away."""
        async with asyncio.timeout(120):
            while not any(post.job == job for post in self.slack.messages.values()):  # noqa: ASYNC110  no event tells
                await asyncio.sleep(0.01)

    async def state(self) -> DraftState:
        return (await self.bench.orders.find("T1", "J1")).draft.state


@asynccontextmanager
async def office(home: Path) -> AsyncIterator[Office]:
    clock, slack, heard = SystemClock(), LimitedSlack(clock=SystemClock(), latency=(0.0, 0.0)), Heard()
    async with (
        stored(home) as store,
        Gate(clock=clock, random=Random(1), emit=ignore) as gate,
        Writers(gate=gate, clock=clock, random=Random(2), emit=ignore) as writers,
    ):
        kept, lobby = StoredViews(store, clock=clock), Lobby(clock=clock)
        writer = Writer(writers, connect=slack.connect, places=kept, kept=kept, emit=ignore)
        bench = Bench(orders=Orders(store), writer=writer, lobby=lobby, store=store, clock=clock, emit=ignore)
        yield Office(
            slack=slack,
            store=store,
            bench=bench,
            announce=Announcer(bench),
            close=Closer(
                bench,
                privately=heard,
                remake=Remaker(store=store, archive=Archive(store), tools=lambda _: TOOLS),
                max_wait=30,
            ),
            heard=heard,
        )
        await lobby.close()


async def test_a_job_is_announced_in_its_thread_and_only_once(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job()
        ts = await own.announce(job, again=False)
        assert await own.announce(job, again=True) == ts
        (post,) = own.slack.messages.values()
        assert (post.channel, post.thread_ts, post.job) == ("C1", "1.0", "J1")


async def test_a_brief_without_a_thread_begins_one(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        assert await own.announce(await own.job(thread_ts=None), again=False) == ""
        await own.placed("J1")
        root, live = own.slack.messages.items()
        assert BRIEF in root[1].views[0].dumps()
        assert (root[1].thread_ts, live[1].thread_ts) == (None, root[0][1])
        assert (await own.bench.orders.find("T1", "J1")).thread_ts == root[0][1]


async def test_where_another_process_may_do_the_job_it_waits_until_the_message_stands(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job(thread_ts=None)
        ts = await Announcer(own.bench, alone=False)(job, again=False)
        assert own.slack.messages["T1", ts].job == "J1"


async def test_a_root_that_was_posted_before_a_crash_is_found_again(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job(thread_ts=None)
        own.slack.messages["T1", "7.0"] = Post(channel="C1", thread_ts=None, job="J1:root")
        await own.announce(job, again=True)
        await own.placed("J1")
        assert [post.thread_ts for post in own.slack.messages.values()] == [None, "7.0"]


async def test_who_mentions_the_bot_in_a_new_root_before_its_ts_is_known_shares_its_draft(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as own:
        job = await own.job(thread_ts=None)
        own.slack.messages["T1", "7.0"] = Post(channel="C1", thread_ts=None, job="J1:root")
        other = await ordered(own.store, job="J2", thread_ts="7.0")
        await own.announce(job, again=True)
        await own.placed("J1")
        found = await own.bench.orders.find("T1", "J1")
        assert (found.draft.key, found.thread_ts) == (other.draft.key, "7.0")
        assert [post.thread_ts for post in own.slack.messages.values()] == [None, "7.0"]


async def test_a_root_whose_ts_could_not_be_recorded_is_found_by_the_next_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with office(tmp_path) as own:
        job = await own.job(thread_ts=None)
        with monkeypatch.context() as broken:

            async def full(*_: object, **__: object) -> Draft:
                raise sa.exc.OperationalError("", None, Exception("database or disk is full"))

            broken.setattr(Drafts, "begins", full)
            with pytest.raises(sa.exc.OperationalError):
                await own.announce(job, again=False)
        await own.announce(job, again=True)
        await own.placed("J1")
        root, live = own.slack.messages.items()
        assert (root[1].thread_ts, live[1].thread_ts) == (None, root[0][1])


async def test_a_job_that_is_stopped_before_its_message_stands_says_so_in_it(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job(thread_ts=None)
        await own.close(job, STOPPED, await own.announce(job, again=False))
        assert "was stopped" in own.slack.shown("J1")[-1].dumps()
        assert len(own.slack.messages) == 2


async def test_a_stopped_job_says_so_in_its_message_and_its_draft_is_stopped(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job()
        ts = await own.announce(job, again=False)
        await own.close(job, STOPPED, ts)
        assert "was stopped" in own.slack.shown("J1")[-1].dumps()
        assert await own.state() is DraftState.STOPPED
        assert own.bench.lobby.is_empty


async def test_a_job_that_waited_too_long_can_be_tried_again(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job()
        await own.close(job, EXPIRED, await own.announce(job, again=False))
        assert "try_again" in own.slack.shown("J1")[-1].dumps()
        assert await own.state() is DraftState.FAILED


async def test_an_end_that_the_job_had_reached_itself_is_shown_and_not_replaced(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        job = await own.job()
        ts = await own.announce(job, again=False)
        reached = View(text="Done", blocks=(), kind=Kind.TERMINAL)
        found = await own.bench.orders.find("T1", "J1")
        await StoredViews(own.store, clock=own.bench.clock).save(found.target(ts=ts), reached)
        await own.close(job, STOPPED, ts)
        assert texts(own.slack)[-1] == "Done"


@pytest.mark.parametrize(("refusal", "said"), [("not_in_channel", "/invite"), ("is_archived", "archived")])
async def test_where_no_message_could_be_posted_one_person_is_told_why(
    tmp_path: Path, refusal: str, said: str
) -> None:
    async with office(tmp_path) as own:
        job = await own.job()
        ending = Ending(outcome=Outcome.FAILED, reason="unannounced", refusal=refusal)
        await own.close(job, ending, None)
        ((user, view),) = own.heard.told
        assert user == "U1"
        assert said in view.text
        assert BRIEF in view.dumps()
        assert not own.slack.messages
        assert await own.state() is DraftState.FAILED


async def test_of_a_forgotten_draft_nobody_is_told(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        found = await ordered(own.store)
        job = await own.job()
        await own.store.forget(found.draft.key)
        await own.close(job, STOPPED, "9.0")
        assert not own.slack.taken
        assert not own.heard.told


async def _made(own: Office, title: str, *, cause: str = "draft", job: str = "J1") -> None:
    """The job stores a revision, and comes no further."""
    found = await own.bench.orders.find("T1", job)
    result = drafts.drafted(replace(staffing(), title=title))
    if cause == "draft":
        await Archive(own.store).add_draft(found, result)
    else:
        before = await Archive(own.store).newest(found.draft.key)
        graph = result.assessment.graph
        changes = diff(before.basis.graph, graph)
        revised = Revised(
            draft=result,
            previous=before.basis.graph,
            changes=changes,
            reasons=(),
            lines=told(changes, before.basis.graph, graph),
        )
        await Archive(own.store).add_revision(found, revised, cause=cause)


@pytest.mark.parametrize("ending", [STOPPED, Ending(outcome=Outcome.FAILED, reason="timeout")])
async def test_a_draft_that_was_stored_before_the_end_is_shown_and_not_said_to_be_stopped(
    tmp_path: Path, ending: Ending
) -> None:
    async with office(tmp_path) as own:
        job = await own.job()
        ts = await own.announce(job, again=False)
        await _made(own, "Hire three engineers")
        found = await own.bench.orders.find("T1", "J1")
        await own.store.drafts.update(found.draft.key, state=DraftState.WORKING)  # so far it had come
        await own.close(job, ending, ts)
        shown = own.slack.shown("J1")[-1].dumps()
        assert "Hire three engineers" in shown
        assert WITHOUT_PICTURE in shown
        assert "revision 1" in shown
        assert "try_again" not in shown
        assert await own.state() is DraftState.DONE
        await own.close(job, ending, ts)  # after a crash
        assert len(await own.store.revisions.of(found.draft.key)) == 1


async def test_a_revision_that_was_stored_before_the_end_is_shown_with_what_it_changed(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as own:
        await ordered(own.store, job="J0")
        await _made(own, "Hire", job="J0")
        job = await own.job()
        ts = await own.announce(job, again=False)
        await _made(own, "Hire later", cause="refine")
        await own.close(job, STOPPED, ts)
        shown = own.slack.shown("J1")[-1].dumps()
        assert "What changed" in shown
        assert "revision 2" in shown
        assert "was stopped" not in shown


async def test_a_thread_that_has_a_draft_stays_done_when_a_later_job_ends_badly(tmp_path: Path) -> None:
    async with office(tmp_path) as own:
        found = await ordered(own.store, job="J0")
        await own.store.revisions.add(
            found.draft.key,
            drafts.drafted().assessment.graph,
            job="J0",
            author="U1",
            cause="draft",
            extra="{}",
        )
        await own.store.drafts.update(found.draft.key, state=DraftState.DONE)
        job = await own.job()
        await own.close(job, STOPPED, await own.announce(job, again=False))
        assert await own.state() is DraftState.DONE
