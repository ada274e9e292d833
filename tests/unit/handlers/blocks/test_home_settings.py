"""The settings in the App Home, whatever was chosen."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.slack.blocks.view import problems_of
from core.store.records import Tier
from handlers.blocks.home import home
from handlers.blocks.home_settings import LISTED, for_administrators, for_others
from handlers.choices import Choices, retentions
from handlers.view import Block
from tests.unit.handlers.blocks.checking import written_in

IDS = st.from_regex(r"C[A-Z0-9]{1,20}", fullmatch=True) | st.text(max_size=30)


@st.composite
def chosen(draw: st.DrawFn) -> Choices:
    offered = retentions(draw(st.integers(1, 3_650)))
    return Choices(
        tier=draw(st.sampled_from(Tier)),
        risks=draw(st.booleans()),
        days=draw(st.sampled_from(offered)),
        offered=offered,
        watched=tuple(draw(st.lists(IDS, max_size=120))),
    )


def choices(*watched: str) -> Choices:
    return Choices(tier=Tier.STANDARD, risks=False, days=30, offered=(7, 30), watched=watched)


def said(blocks: list[Block]) -> str:
    return "\n".join(text for block in blocks for text in written_in(dict(block)))


def as_json(view: dict[str, Any]) -> dict[str, Any]:
    return {**view, "blocks": [dict(block) for block in view["blocks"]]}


@given(chosen())
def test_slack_takes_every_home_tab(choices: Choices) -> None:
    for settings in (for_administrators(choices), for_others(choices)):
        view = as_json(home([], settings=settings))
        assert problems_of(view, "home", lambda _: True) == []


@given(chosen())
def test_whoever_may_only_read_has_nothing_to_press(choices: Choices) -> None:
    (line,) = for_others(choices)
    assert line["type"] == "context"


def test_many_channels_are_cut_with_their_number() -> None:
    told = said(for_administrators(choices(*(f"C{number}" for number in range(LISTED + 3)))))
    assert f"<#C{LISTED - 1}> and 3 more" in told
    assert f"<#C{LISTED}>" not in told


def test_an_id_that_is_none_is_not_shown() -> None:
    told = said(for_administrators(choices("C1", "<!channel>", "C2> <!here")))
    assert "<#C1>\n" in told
    assert "<!" not in told


def test_the_choice_for_how_long_shows_what_holds_in_a_block_of_its_own() -> None:
    (select,) = [
        b for b in for_administrators(choices()) if b.get("accessory", {}).get("type") == "static_select"
    ]
    assert select["accessory"]["initial_option"]["value"] == "30"
    assert [option["value"] for option in select["accessory"]["options"]] == ["7", "30"]
    assert select["block_id"].endswith("-30")
