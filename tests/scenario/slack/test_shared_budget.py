"""Replicas of one bot share what Slack allows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

import bot.slack
from core import database
from core.jobs.replicas import Replicas
from core.pacing.gate import Gate
from core.telemetry import ignore
from tests.scenario.slack.kit import eventually, running, scene


async def test_budgets_are_divided_while_there_is_another_replica(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gates: list[Gate] = []

    class Seen(Gate):
        def __init__(self, **given: Any) -> None:  # noqa: ANN401  whatever a gate takes
            super().__init__(**given)
            gates.append(self)

    monkeypatch.setattr(bot.slack, "Gate", Seen)
    async with scene(tmp_path) as world, running(world, database_url=SecretStr(postgres_url)):
        assert [gate.replicas for gate in gates] == [1]
        other = Replicas(database.parse(postgres_url), name="other", emit=ignore)
        await other.look()
        await eventually(lambda: gates[0].replicas == 2)
        await other.close()
        await eventually(lambda: gates[0].replicas == 1)
