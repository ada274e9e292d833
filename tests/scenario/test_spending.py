"""What a draft cost: everything that was billed for it, told once in the draft, the facts and the metrics."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.logs import fan_out
from bot.metrics import Metrics
from bot.providers import Surroundings, open_provider
from bot.settings import Settings
from core.cache import Cache
from core.errors import ModelDeclined
from core.llm.provider import Provider
from core.llm.usage import Usage
from core.pipeline.draft import Tools, draft
from core.pipeline.events import Done, Draft
from tests.fakes import drafts
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.llm.faults import DECLINED, DROPPED, TRUNCATED, status
from tests.fakes.openai_server import OpenAIServer
from tests.unit.pipeline.test_draft import Shelf, Unkept

BRIEF = "Should we hire three engineers or use contractors for the rebuild of the shop?"
SOUND = drafts.text(drafts.sound())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Two fake providers at the wire, the chain over them, and all that is told of its calls."""

    claude: AnthropicServer
    gpt: OpenAIServer
    provider: Provider
    clock: JumpingClock
    facts: Facts
    metrics: Metrics

    async def draft(self) -> Draft:
        tools = Tools(provider=self.provider, reader=Shelf(), assessments=Unkept(), clock=self.clock)
        async with aclosing(draft(BRIEF, tools=tools)) as events:
            async for event in events:
                if isinstance(event, Done):
                    return event.draft
        raise AssertionError("no draft")

    @property
    def told(self) -> list[Mapping[str, object]]:
        """The model calls that were billed, as facts."""
        return [facts for event, facts in self.facts.seen if event == "model_call" and "cost" in facts]

    def counted(self, name: str) -> float:
        """The sum of a metric over all its labels."""
        families = text_string_to_metric_families(self.metrics.render().decode())
        return sum(
            sample.value
            for family in families
            for sample in family.samples
            if sample.name == f"crossroads_{name}_total"
        )

    def agrees_with(self, usage: tuple[Usage, ...]) -> None:
        """Each of the billed calls stands once in what the draft tells, in the facts and in the metrics."""
        billed = [each for each in usage if each.provider != "template"]
        assert [(u.provider, u.input, u.cache_read, u.output, u.cost) for u in billed] == [
            tuple(facts[key] for key in ("provider", "input", "cache_read", "output", "cost"))
            for facts in self.told
        ]
        assert self.counted("cost_dollars") == pytest.approx(sum(each.cost or 0.0 for each in billed))
        tokens = (
            u.input + u.cache_read + u.cache_write_5m + u.cache_write_1h + u.output + u.reasoning
            for u in billed
        )
        assert self.counted("tokens") == sum(tokens)


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    facts, metrics, clock = Facts(), Metrics(), JumpingClock()
    async with AsyncExitStack() as stack:
        claude = await stack.enter_async_context(AnthropicServer())
        gpt = await stack.enter_async_context(OpenAIServer())
        cache = await stack.enter_async_context(Cache())
        settings = Settings(
            _env_file=None,
            anthropic_api_key=SecretStr(claude.key),
            anthropic_base_url=claude.url,
            openai_api_key=SecretStr(gpt.key),
            openai_base_url=gpt.url,
            crossroads_openai_mode="responses",
        )
        given = Surroundings(
            settings=settings,
            clock=clock,
            emit=fan_out(facts, metrics.observe),
            replies=cache.space("replies"),
        )
        provider = await stack.enter_async_context(open_provider("auto", given))
        yield Bench(claude=claude, gpt=gpt, provider=provider, clock=clock, facts=facts, metrics=metrics)


async def test_a_stream_that_broke_is_paid_for(bench: Bench) -> None:
    bench.claude.script.add(DROPPED, status(529), SOUND)
    done = await bench.draft()
    assert [usage.provider for usage in done.usage] == ["anthropic", "anthropic"]
    assert done.usage[0].cache_write_1h > 0  # what Claude tells when a stream begins
    bench.agrees_with(done.usage)


async def test_an_unusable_first_reply_is_paid_for(bench: Bench) -> None:
    bench.claude.script.add("no JSON at all", SOUND)
    done = await bench.draft()
    assert len(done.usage) == 2
    assert done.skipped == ()
    bench.agrees_with(done.usage)


async def test_what_the_first_provider_took_for_nothing_is_paid_for(bench: Bench) -> None:
    bench.claude.script.add(DROPPED, "nonsense", DROPPED, "more of it")
    bench.gpt.script.add("neither", SOUND)
    done = await bench.draft()
    assert [usage.provider for usage in done.usage] == ["anthropic"] * 4 + ["openai"] * 2
    bench.agrees_with(done.usage)


async def test_a_draft_without_a_model_tells_what_the_models_took(bench: Bench) -> None:
    bench.claude.script.add(TRUNCATED)
    bench.gpt.script.add(TRUNCATED)
    done = await bench.draft()
    assert [usage.provider for usage in done.usage] == ["anthropic", "openai", "template"]
    assert done.assessment.graph.meta.source == "template"
    bench.agrees_with(done.usage)


async def test_a_failed_repair_is_paid_for(bench: Bench) -> None:
    bench.claude.script.add(drafts.text(drafts.without_numbers()), "nonsense", DECLINED)
    done = await bench.draft()
    assert [usage.task for usage in done.usage] == ["draft", "repair", "repair"]
    assert done.assessment.errors
    bench.agrees_with(done.usage)


async def test_a_declined_brief_tells_what_was_billed_before(bench: Bench) -> None:
    bench.claude.script.add(DROPPED, DECLINED)
    with pytest.raises(ModelDeclined) as caught:
        await bench.draft()
    assert len(caught.value.billed) == 2
    bench.agrees_with(caught.value.billed)


async def test_the_same_brief_again_costs_nothing(bench: Bench) -> None:
    bench.claude.script.add("nonsense", SOUND)
    first = await bench.draft()
    again = await bench.draft()
    assert [usage.cost for usage in again.usage] == [0.0]
    bench.agrees_with(first.usage)
