"""What a job was asked, shows, and was answered."""

from __future__ import annotations

from core.store.records import (
    Draft,
)
from core.store.store import Store
from tests.fakes.clock import Ahead


async def test_a_request_is_stored_once_whatever_is_delivered(store: Store, draft: Draft) -> None:
    given = {"job": "J1", "kind": "draft", "author": "U1"}
    assert await store.requests.add(draft.key, body="one", **given) is True
    assert await store.requests.add(draft.key, body="two", **given) is False
    request = await store.requests.get("T1", "J1")
    assert request is not None
    assert (request.body, request.draft, request.kind) == ("one", draft.key, "draft")
    assert await store.requests.get("T2", "J1") is None


async def test_a_kept_view_is_unsent_until_slack_has_that_very_state(
    store: Store, draft: Draft, clock: Ahead
) -> None:
    view = {"job": "J1", "channel": "C1"}
    assert await store.views.get("T1", "J1") is None
    await store.views.posted(draft.key, message="1.0", **view)
    assert await store.views.unsent(kept_before=clock.now() + 1) == ()
    await store.views.keep(draft.key, body="old", **view)
    await store.views.keep(draft.key, body="new", **view)
    await store.views.sent("T1", "J1", body="old")
    kept = await store.views.get("T1", "J1")
    assert kept is not None
    assert (kept.message, kept.body, kept.sent, kept.draft) == ("1.0", "new", False, draft.key)
    assert await store.views.unsent(kept_before=clock.now() - 60) == ()
    assert await store.views.unsent(kept_before=clock.now() + 1) == (kept,)
    await store.views.sent("T1", "J1", body="new")
    await store.views.posted(draft.key, message="2.0", **view)
    sent = await store.views.get("T1", "J1")
    assert sent is not None
    assert (sent.message, sent.sent) == ("2.0", True)
    assert await store.views.unsent(kept_before=clock.now() + 1) == ()


async def test_what_a_step_gave_is_there_until_its_job_is_done_with_it(store: Store, draft: Draft) -> None:
    assert await store.results.get(draft.key, job="J1", name="draft") is None
    await store.results.keep(draft.key, job="J1", name="draft", body=b"{}")
    await store.results.keep(draft.key, job="J1", name="draft", body=b'{"title": "x"}')
    await store.results.keep(draft.key, job="J2", name="draft", body=b"{}")
    assert await store.results.get(draft.key, job="J1", name="draft") == b'{"title": "x"}'
    await store.results.drop(draft.key, job="J1")
    assert await store.results.get(draft.key, job="J1", name="draft") is None
    assert await store.results.get(draft.key, job="J2", name="draft") == b"{}"
