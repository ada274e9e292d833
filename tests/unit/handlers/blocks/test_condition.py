"""How the bot is doing, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.jobs.model import Load
from handlers.blocks.condition import condition
from handlers.operation import Drafter, Memory
from tests.unit.handlers.blocks.checking import check, words

BUILT_IN = Drafter(provider="template")
SONNET = Drafter(provider="anthropic", model="claude-sonnet-5-5")
LUNA = Drafter(provider="openai", model="gpt-6")


def test_all_of_it_is_told_on_one_screen() -> None:
    memory = Memory(resident=412_000_000, limit=2_048_000_000, accepting=True)
    told = words(condition(Load(running=1, waiting=3), memory, [SONNET, LUNA, BUILT_IN], "1.2.3"))
    assert told.split("\n") == [
        "*Status*",
        "1 draft running, 3 waiting",
        "Memory: 412 of 2,048 MB (20%)",
        "Asked for drafts: Anthropic (claude-sonnet-5-5), then OpenAI (gpt-6), then the built-in drafter",
        "Crossroads 1.2.3",
    ]


def test_a_shortage_of_memory_is_told_with_what_it_means() -> None:
    memory = Memory(resident=960, limit=1_000, accepting=False)
    told = words(condition(Load(running=0, waiting=0), memory, [BUILT_IN], "1"))
    assert "(96%); no new draft begins until it falls" in told


def test_memory_that_nobody_has_looked_at_is_not_told() -> None:
    told = words(condition(Load(running=0, waiting=0), None, [BUILT_IN], "1"))
    assert "Memory" not in told
    assert "Asked for drafts: the built-in drafter" in told


@given(
    st.builds(Load, running=st.integers(0), waiting=st.integers(0)),
    st.none() | st.builds(Memory, resident=st.integers(0, 2**60), limit=st.integers(1, 2**60)),
    st.lists(st.builds(Drafter, provider=st.text(min_size=1), model=st.text(max_size=300)), min_size=1),
)
def test_slack_takes_every_status(load: Load, memory: Memory | None, drafters: list[Drafter]) -> None:
    check(condition(load, memory, drafters, "1"))
