"""The smaller messages: progress, problems, the root of a thread, private notices, the form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BriefTooLong, BriefTooShort, ModelUnavailable
from handlers.blocks import buttons, modal, notice
from handlers.blocks.limits import fits
from handlers.blocks.parts import Button, section
from handlers.blocks.problem import problem
from handlers.blocks.progress import Progress, progress
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.root import root
from handlers.errors import Problem, explain
from handlers.view import Kind
from tests.unit.handlers.blocks.checking import check, check_modal, renderings, strings, words
from tests.unit.handlers.hostile import huge, texts

USER = "U0123ABCD"


@given(texts, texts, st.lists(texts, max_size=9).map(tuple), texts, st.floats(min_value=0, max_value=1e6))
def test_slack_takes_progress_whatever_it_tells(
    stage: str, detail: str, past: tuple[str, ...], now: str, elapsed: float
) -> None:
    shown = Progress(stage=stage, detail=detail, elapsed=elapsed, past=past, now=now, coming=past, stop="job")
    check(progress(shown, Kind.TICK))


def test_progress_is_one_compact_block_and_a_button() -> None:
    shown = Progress(
        stage="Drafting",
        detail="7 nodes so far",
        elapsed=4.2,
        past=("Read 2 files",),
        now="Drafting with claude-sonnet-5-5",
        coming=("Check, analyse, draw",),
        stop="J1",
    )
    view = progress(shown, Kind.TICK)
    assert words(view) == (
        "*Drafting* · 7 nodes so far · 0:04\n"
        "✓ Read 2 files\n"
        "● Drafting with claude-sonnet-5-5\n"
        "○ Check, analyse, draw\n"
        "[Stop]"
    )
    assert view.text == "Drafting · 7 nodes so far"
    assert view.kind is Kind.TICK
    assert view.blocks[1]["elements"][0]["value"] == "J1"


def test_progress_without_anything_to_stop_has_no_button() -> None:
    assert words(progress(Progress(stage="Drawing", elapsed=61), Kind.STAGE)) == "*Drawing* · 1:01"


@given(texts, texts, texts, texts)
def test_slack_takes_any_problem(title: str, what: str, then: str, kept: str) -> None:
    told = Problem(what=what, next_step=then)
    check(problem(title, told, kept=kept, buttons=(buttons.try_again("J1"), buttons.without_model("J1"))))


def test_a_problem_says_what_happened_what_was_kept_and_what_to_do() -> None:
    told = explain(ModelUnavailable("anthropic", "overloaded"))
    view = problem("Not drafted", told, kept="Your brief is kept.", buttons=(buttons.try_again("J1"),))
    assert words(view) == (
        "*Not drafted*\n"
        "Anthropic could not be reached or was too busy (overloaded). Your brief is kept.\n"
        "Try again in a minute, or draft without a model.\n"
        "[Try again]"
    )
    assert view.text.startswith("Not drafted. Anthropic could not be reached")
    assert view.kind is Kind.TERMINAL


@given(huge)
def test_slack_takes_any_brief_as_the_root_of_a_thread(brief: str) -> None:
    check(root(brief, user=USER), own=f"<@{USER}>")


def test_the_root_of_a_thread_quotes_the_brief_and_names_who_asks() -> None:
    view = root("Hire *three* engineers?\nOr use an agency & wait?", user=USER)
    assert words(view) == f"(<@{USER}> asks)\n> Hire ∗three∗ engineers?\n> Or use an agency &amp; wait?"
    assert view.text == "To decide: Hire ∗three∗ engineers? Or use an agency &amp; wait?"


@pytest.mark.parametrize("user", ["", "!channel", "U1> <!channel", "u1"])
def test_what_is_no_user_id_is_not_written_as_one(user: str) -> None:
    assert words(root("Hire or wait?", user=user)).startswith("(To decide)\n")


def test_a_brief_too_long_for_one_block_is_quoted_in_several() -> None:
    view = root("word " * 990, user=USER)
    assert len(view.blocks) == 3
    assert sum(words(view).count("word") for _ in "1") == 990
    assert all(line.startswith("> ") for line in words(view).splitlines()[1:])


@given(huge)
def test_slack_takes_every_notice(text: str) -> None:
    for view in (
        notice.too_short(BriefTooShort(length=3, minimum=30), text),
        notice.too_long(BriefTooLong(length=5_001, maximum=5_000), text),
        notice.invite_me(text),
        notice.unknown(),
    ):
        check(view)


def test_who_wrote_too_little_is_offered_the_form_with_it() -> None:
    view = notice.too_short(BriefTooShort(length=9, minimum=30), "Hire & or")
    assert words(view) == (
        "The brief has 9 characters; a draft needs at least 30. Say what is to be decided, between which "
        "options, and what matters.\n[Open the form]"
    )
    assert view.blocks[1]["elements"][0] == {
        "type": "button",
        "text": {"type": "plain_text", "text": "Open the form", "emoji": False},
        "action_id": "open_form",
        "value": "Hire &amp; or",
        "style": "primary",
    }


def test_a_button_that_carries_nothing_has_no_value() -> None:
    view = notice.too_short(BriefTooShort(length=0, minimum=30), "")
    assert "value" not in view.blocks[1]["elements"][0]


def test_who_wrote_where_the_bot_is_not_gets_the_text_back() -> None:
    assert words(notice.invite_me("Hire or wait?")) == (
        "Crossroads is not in this channel, so it cannot answer here. Type /invite @Crossroads here, and ask "
        "again.\n(This is what you wrote:)\n> Hire or wait?"
    )


@pytest.mark.parametrize("refusal", ["not_in_channel", "channel_not_found"])
def test_where_the_bot_is_not_it_asks_to_be_invited(refusal: str) -> None:
    assert notice.unannounced(refusal, "Hire or wait?") == notice.invite_me("Hire or wait?")
    between_people = notice.unannounced(refusal, "Hire or wait?", direct=True)
    check(between_people)
    assert words(between_people) == (
        "This conversation is not one with Crossroads, so it cannot answer here. Ask in a channel, or write "
        "to Crossroads directly.\n(This is what you wrote:)\n> Hire or wait?"
    )


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ("is_archived", "This channel is archived"),
        ("restricted_action", "an administrator limits who may"),
        ("restricted_action_read_only_channel", "an administrator limits who may"),
        ("token_revoked", "no access to this workspace"),
        ("no_such_word", "Slack did not take the answer (no_such_word)"),
        ("", "The answer could not be posted."),
    ],
)
def test_who_cannot_be_answered_for_another_reason_is_told_that_one(refusal: str, said: str) -> None:
    view = notice.unannounced(refusal, "Hire or wait?")
    check(view)
    assert said in words(view)
    assert "> Hire or wait?" in words(view)
    assert "/invite" not in words(view)


def test_a_text_too_long_to_give_back_is_given_back_as_far_as_it_goes() -> None:
    view = notice.too_long(BriefTooLong(length=30_000, maximum=5_000), "word " * 6_000)
    check(view)
    assert 1_500 < words(view).count("word") < 6_000
    assert [len(each.blocks) > 1 for each in renderings(view)] == [True, False, False]


def test_a_renderings_chain_leaves_out_what_would_be_refused() -> None:
    large = Rendering(text="large", blocks=[section("x" * 2_900)] * 4)
    small = Rendering(text="small", blocks=[section("x")])
    view = chain(Kind.ERROR, large, small, small, last="last")
    assert [(each.text, len(each.blocks)) for each in renderings(view)] == [("small", 1), ("last", 0)]


def test_what_does_not_fit_as_a_whole_is_told() -> None:
    one = section("x")
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}
    assert fits([one, table], "text")
    assert not fits([one], "")
    assert not fits([one], "é" * 1_751)
    assert not fits([one] * 51, "text")
    assert not fits([table, table], "text")
    assert not fits([section("x" * 2_900)] * 4, "text")


@given(huge, huge, st.none() | st.just("C0123"))
def test_slack_takes_the_form_whatever_is_filled_in(brief: str, goal: str, channel: str | None) -> None:
    check_modal(modal.form(brief=brief, goal=goal, channel=channel))


def test_the_form_asks_for_a_brief_and_lets_the_rest_be() -> None:
    shown = modal.form(brief="Hire or wait?", channel="C1")
    asked = {block["block_id"]: block for block in shown["blocks"]}
    assert [name for name, block in asked.items() if not block["optional"]] == ["brief"]
    assert asked["brief"]["element"]["initial_value"] == "Hire or wait?"
    assert "initial_value" not in asked["goal"]["element"]
    assert asked["place"]["element"]["initial_conversation"] == "C1"
    assert "default_to_current_conversation" in modal.form()["blocks"][3]["element"]
    assert asked["files"]["element"]["max_files"] == 10
    assert len(shown["title"]["text"]) <= 24
    assert "!" not in "".join(strings(shown))


def test_a_refused_form_says_so_at_the_input() -> None:
    answer = modal.refused(modal.Field.BRIEF, "Say more.")
    assert answer == {"response_action": "errors", "errors": {"brief": "Say more."}}


def test_a_button_too_long_for_slack_is_cut() -> None:
    long = Button(text="x" * 99, action="a", value="y" * 3_000)
    check(problem("Title", explain(ModelUnavailable("openai", "down")), buttons=(long,)))
