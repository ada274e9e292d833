"""Saved graphs criticised and widened from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.graph import edits
from core.graph.editing import edited
from core.graph.rules import validate
from core.graph.serial import from_dict
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import status
from tests.fakes.openai_server import OpenAIServer
from tests.scenario.commands import crossroads
from tests.scenario.test_refining import drafted


def taken(graph: dict[str, Any], made: list[Any]) -> list[str]:
    """The rules that the graph breaks once these edits are made."""
    changed = edited(from_dict(graph), edits.loads(json.dumps(made)))
    return [found.code for found in validate(changed) if found.severity == "error"]


async def test_a_saved_graph_is_criticised_and_widened_without_a_model(tmp_path: Path) -> None:
    await drafted(tmp_path)
    critique = await crossroads("critique", "first/graph.json", home=tmp_path)
    assert critique.code == 0, critique.err
    assert "Would make it better" in critique.out
    assert "Fix: Add “Keep things as they are”" in critique.out
    assert "Looked over without a model" in critique.out
    assert "Looked it over" in critique.err
    options = await crossroads("options", "first/graph.json", home=tmp_path)
    assert options.code == 0, options.err
    assert "Try it on a small scale first" in options.out
    assert options.out.count("Find out") >= 3
    assert "Suggested without a model" in options.out


async def test_every_fix_and_every_option_can_be_taken(tmp_path: Path) -> None:
    await drafted(tmp_path)
    graph = json.loads((tmp_path / "first" / "graph.json").read_text())
    critique = await crossroads("critique", "first/graph.json", "--json", home=tmp_path)
    options = await crossroads("options", "first/graph.json", "--json", home=tmp_path)
    fixes = [found["fix"] for found in critique.object["findings"] if found["fix"]]
    assert fixes
    assert 3 <= len(options.object["options"]) <= 5
    for made in (*fixes, *options.object["options"]):
        assert taken(graph, made["edits"]) == []
    assert options.object["usage"][0]["task"] == "options"


@pytest.mark.parametrize(("name", "kind"), [("ANTHROPIC", AnthropicServer), ("OPENAI", OpenAIServer)])
async def test_a_model_criticises_and_suggests(
    tmp_path: Path, name: str, kind: type[AnthropicServer]
) -> None:
    async with kind() as server:
        settings = {f"{name}_API_KEY": server.key, f"{name}_BASE_URL": server.url}
        if name == "OPENAI":
            settings["CROSSROADS_OPENAI_MODE"] = "responses"
        await drafted(tmp_path, **settings)
        critique = await crossroads("critique", "first/graph.json", home=tmp_path, settings=settings)
        options = await crossroads("options", "first/graph.json", "--json", home=tmp_path, settings=settings)
    assert (critique.code, options.code) == (0, 0), critique.err + options.err
    assert critique.out.index("The passage does not say this.") < critique.out.index("does not say by when")
    assert "Fix: Hold it 45 % sure" in critique.out
    assert options.object["options"][0]["title"] == "Run a pilot in one team"
    assert options.object["provider"] == name.lower()


async def test_a_model_that_fails_is_told_of_and_done_without(tmp_path: Path) -> None:
    await drafted(tmp_path)
    async with AnthropicServer() as server:
        server.script.rates = {status(400): 1.0}
        settings = {"ANTHROPIC_API_KEY": server.key, "ANTHROPIC_BASE_URL": server.url}
        auto = await crossroads("options", "first/graph.json", home=tmp_path, settings=settings)
        alone = await crossroads(
            "critique", "first/graph.json", "--provider", "anthropic", home=tmp_path, settings=settings
        )
    assert auto.code == 0, auto.err
    assert "was tried first" in auto.out
    assert alone.code == 3
    assert "--provider template" in " ".join(alone.err.split())


@pytest.mark.parametrize("command", ["critique", "options"])
async def test_what_cannot_be_used_ends_with_one_sentence(tmp_path: Path, command: str) -> None:
    (tmp_path / "bad.json").write_text("[]")
    (tmp_path / "good.json").write_text((await _graph(tmp_path)).read_text())
    for arguments, sentence in (
        (("nowhere.json",), "nowhere.json cannot be opened"),
        (("bad.json",), "not a decision graph"),
        (("good.json", "--provider", "openai"), "OPENAI_API_KEY"),
    ):
        ran = await crossroads(command, *arguments, home=tmp_path)
        assert ran.code == 2, arguments
        assert sentence in " ".join(ran.err.split())
        assert "Traceback" not in ran.err


async def _graph(home: Path) -> Path:
    await drafted(home)
    return home / "first" / "graph.json"
