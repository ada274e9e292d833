"""What holds of live messages for any schedule of views, on any day that Slack may have."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DeliveryError, DeliveryLimited, DeliveryUnavailable, MessageGone, ViewRefused
from core.pacing.spacing import EDIT_INTERVAL
from handlers.view import Kind
from tests.fakes.kept_views import KeptInMemory
from tests.fakes.limited_slack import Answer, Attempt, LimitedSlack
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import Script, Step, end, play, target, view, writer_on

PROGRESS = [Kind.TICK, Kind.TICK, Kind.STAGE, Kind.ERROR]

pauses = st.sampled_from([0.0, 0.01, 0.2, 1.0, 1.2, 2.5, 7.0])
shown = st.builds(
    lambda kind, words: view(f"{kind.value} {words}", kind), st.sampled_from(PROGRESS), st.integers(0, 4)
)
steps = st.lists(st.builds(lambda after, view: Step(after=after, view=view), pauses, shown), max_size=25)


@st.composite
def schedules(draw: st.DrawFn) -> list[Script]:
    """Up to 40 jobs in up to 3 workspaces and 3 channels each, all beginning at once."""
    scripts = []
    for number in range(draw(st.integers(1, 40))):
        where = target(
            f"J{number}",
            workspace=f"T{draw(st.integers(1, 3))}",
            channel=f"C{draw(st.integers(1, 3))}",
            thread_ts=draw(st.sampled_from([None, "9.0"])),
        )
        last = Step(after=draw(pauses), view=end(f"done {number}", smaller=end(f"done {number}, briefly")))
        scripts.append(Script(target=where, steps=[*draw(steps), last]))
    return scripts


def faults(seed: int, share: float) -> Answer:
    """Says no to that share of the calls; a view's smallest rendering is never refused."""
    random = Random(seed)

    def fault(attempt: Attempt) -> DeliveryError | None:
        if random.random() >= share:
            return None
        errors: list[DeliveryError] = [
            DeliveryLimited("ratelimited", retry_after=float(random.randint(1, 30))),
            DeliveryUnavailable("http_503", reached=False),
            DeliveryUnavailable("TimeoutError"),
        ]
        if attempt.view and attempt.view.blocks:
            errors.append(ViewRefused("invalid_blocks"))
        if attempt.method == "update":
            errors.append(MessageGone("message_not_found", deleted=True))
        return random.choice(errors)

    return fault


def perform(slack: LimitedSlack, scripts: list[Script], kept: KeptInMemory) -> None:
    async def scenario() -> None:
        async with writer_on(slack, kept) as writer, asyncio.TaskGroup() as group:
            for script in scripts:
                group.create_task(play(writer, script, slack.clock))

    run(scenario())


def assert_in_order(slack: LimitedSlack, script: Script) -> None:
    """What was shown is what was meant, in its order, with gaps; the last of it is the end."""
    meant = iter([step.view.text for step in script.steps] + [f"{script.steps[-1].view.text}, briefly"])
    seen = [shown.text for shown in slack.shown(script.target.job)]
    assert all(text in meant for text in seen)
    assert slack.shown(script.target.job)[-1].kind is Kind.TERMINAL
    assert [shown.kind for shown in slack.shown(script.target.job)].count(Kind.TERMINAL) == 1


def most_in(moments: list[float], seconds: float) -> int:
    return max((sum(first <= at < first + seconds for at in moments) for first in moments), default=0)


@settings(max_examples=25, deadline=None)
@given(scripts=schedules(), seed=st.integers(0, 1000), slowest=st.sampled_from([0.0, 0.3, 3.0, 15.0]))
def test_within_slacks_limits_whatever_is_shown(scripts: list[Script], seed: int, slowest: float) -> None:
    slack, kept = LimitedSlack(random=Random(seed), latency=(0.0, slowest)), KeptInMemory()
    perform(slack, scripts, kept)
    assert slack.throttled == 0
    assert slack.overlaps == 0
    for workspace in ("T1", "T2", "T3"):
        assert most_in(slack.times("update", workspace), 60.0 - 1e-6) <= 50
    for script in scripts:
        assert_in_order(slack, script)
        looks = [(shown.text, shown.blocks) for shown in slack.shown(script.target.job)]
        assert all(earlier != later for earlier, later in pairwise(looks))
    assert kept.settled_jobs == {script.target.job for script in scripts}


@settings(max_examples=25, deadline=None)
@given(
    scripts=schedules(),
    seed=st.integers(0, 1000),
    share=st.sampled_from([0.02, 0.2, 0.6]),
    lost=st.sampled_from([0.0, 0.1]),
)
def test_every_terminal_view_arrives_whatever_slack_answers(
    scripts: list[Script], seed: int, share: float, lost: float
) -> None:
    slack, kept = LimitedSlack(random=Random(seed)), KeptInMemory()
    slack.fault = faults(seed, share)
    random = Random(seed + 1)

    def lose(_: Attempt) -> DeliveryError | None:
        return DeliveryUnavailable("TimeoutError") if random.random() < lost else None

    slack.lost = lose
    perform(slack, scripts, kept)
    assert slack.overlaps == 0
    assert slack.throttled == 0
    for script in scripts:
        assert slack.shown(script.target.job)[-1].kind is Kind.TERMINAL
        if not lost:
            assert_in_order(slack, script)
    assert kept.settled_jobs == {script.target.job for script in scripts}


@settings(max_examples=15, deadline=None)
@given(scripts=schedules())
def test_what_a_message_tells_of_progress_keeps_its_distance(scripts: list[Script]) -> None:
    slack = LimitedSlack(latency=(0.1, 0.1))
    perform(slack, scripts, KeptInMemory())
    by_message = defaultdict(list)
    for call in slack.taken:
        if call.view.kind is not Kind.TERMINAL:
            by_message[call.workspace, call.ts].append(call.at)
    for moments in by_message.values():
        assert all(later - earlier > EDIT_INTERVAL - 1e-6 for earlier, later in pairwise(moments))


@settings(max_examples=10, deadline=None)
@given(scripts=schedules(), seed=st.integers(0, 1000))
def test_the_same_schedule_takes_the_same_course(scripts: list[Script], seed: int) -> None:
    courses = []
    for _ in range(2):
        slack = LimitedSlack(random=Random(seed), fault=faults(seed, 0.2))
        perform(slack, scripts, KeptInMemory())
        courses.append(slack.taken)
    assert courses[0] == courses[1]
