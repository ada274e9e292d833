"""`crossroads draft` as a person uses it: no key, a key, bad input, Ctrl-C."""

from __future__ import annotations

import csv
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core.graph.rules import validate
from core.graph.serial import from_dict, schema
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import DECLINED, status
from tests.fakes.llm.serving import WireServer
from tests.fakes.openai_server import OpenAIServer
from tests.scenario.commands import BRIEF, EXAMPLE, crossroads, files

OTHER_BRIEF = "Should we move the shop to the new payment provider this quarter, or wait until the spring?"

BUDGET = (EXAMPLE / "budget.csv").read_text()
NOTES = (EXAMPLE / "notes.md").read_text()


@pytest.fixture(params=["anthropic", "openai"])
async def served(request: pytest.FixtureRequest) -> AsyncIterator[tuple[str, WireServer, dict[str, str]]]:
    name: str = request.param
    async with (AnthropicServer if name == "anthropic" else OpenAIServer)() as server:
        settings = {f"{name.upper()}_API_KEY": server.key, f"{name.upper()}_BASE_URL": server.url}
        if name == "openai":
            settings["CROSSROADS_OPENAI_MODE"] = "responses"
        yield name, server, settings


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def kinds(graph: dict[str, Any], kind: str) -> int:
    return sum(node["kind"] == kind for node in graph["nodes"])


async def test_a_brief_and_two_files_without_a_key_give_a_valid_cited_graph(tmp_path: Path) -> None:
    ran = await crossroads("draft", BRIEF, *files("budget.csv", "notes.md"), "--json", home=tmp_path)
    assert ran.code == 0, ran.err
    graph = ran.object["graph"]
    jsonschema.validate(graph, schema())
    assert [v for v in validate(from_dict(graph)) if v.severity == "error"] == []
    assert kinds(graph, "option") >= 2
    assert kinds(graph, "outcome") >= 2
    rows = list(csv.reader(BUDGET.splitlines()))
    lines = NOTES.splitlines()
    cited = [edge["provenance"] for edge in graph["edges"] if (edge.get("provenance") or {}).get("location")]
    for citation in cited:
        number = int(citation["location"].split()[-1])
        if citation["source"] == "budget.csv":
            assert citation["quote"] in ", ".join(rows[number - 1])
        elif citation["source"] == "notes.md":
            assert citation["quote"] in lines[number - 1]
    assert {"budget.csv", "notes.md"} <= {citation["source"] for citation in cited}
    assert graph["meta"]["source"] == "template"


async def test_the_object_has_every_part_that_is_promised(tmp_path: Path) -> None:
    ran = await crossroads("draft", BRIEF, *files("notes.md"), "--json", home=tmp_path)
    promised = {
        "graph", "analysis", "issues", "questions", "documents", "usage", "repairs", "elapsed_ms",
    }  # fmt: skip
    assert promised <= ran.object.keys()
    assert [(d["name"], d["kind"], d["status"]) for d in ran.object["documents"]] == [
        ("notes.md", "md", "read")
    ]
    assert "Read 1 of 1 file" in ran.err
    assert names(tmp_path) == set()


async def test_a_draft_writes_its_files_and_names_them(tmp_path: Path) -> None:
    ran = await crossroads(
        "draft", BRIEF, *files("delivery-review.pdf"), "-o", "here", "--dark", home=tmp_path
    )
    assert ran.code == 0, ran.err
    folder = tmp_path / "here"
    assert names(folder) == {"graph.json", "graph.png", "graph.svg", "report.md", "sources.json"}
    assert (folder / "graph.png").read_bytes().startswith(b"\x89PNG")
    assert (folder / "graph.svg").read_text().startswith("<svg")
    assert "here/graph.png" in ran.out
    assert from_dict(json.loads((folder / "graph.json").read_text())).title in ran.out
    assert "](graph.png)" in (folder / "report.md").read_text()


async def test_without_a_folder_every_draft_gets_its_own(tmp_path: Path) -> None:
    ran = await crossroads("draft", "-", home=tmp_path, stdin=BRIEF.encode())
    assert ran.code == 0, ran.err
    (folder,) = names(tmp_path / "crossroads-out")
    assert "graph.png" in names(tmp_path / "crossroads-out" / folder)


async def test_a_model_drafts_and_its_static_prefix_is_read_from_the_cache(
    served: tuple[str, WireServer, dict[str, str]], tmp_path: Path
) -> None:
    name, server, settings = served
    first = await crossroads("draft", BRIEF, *files("notes.md"), "--json", home=tmp_path, settings=settings)
    second = await crossroads("draft", OTHER_BRIEF, "--json", home=tmp_path, settings=settings)
    assert first.code == second.code == 0, first.err + second.err
    assert first.object["graph"]["meta"]["source"] == name
    written, read = first.object["usage"][0], second.object["usage"][0]
    assert written["cache_read"] == 0
    assert read["cache_read"] > 1_024
    assert written["cost"] > read["cost"] > 0
    assert len(server.requests) == 2
    assert not [i for i in first.object["issues"] if i["severity"] == "error"]


async def test_the_next_one_drafts_when_the_first_is_down_and_the_screen_says_so(tmp_path: Path) -> None:
    async with AnthropicServer() as down, OpenAIServer() as up:
        down.script.add(*[status(400)] * 3)
        settings = {
            "ANTHROPIC_API_KEY": down.key,
            "ANTHROPIC_BASE_URL": down.url,
            "OPENAI_API_KEY": up.key,
            "OPENAI_BASE_URL": up.url,
            "CROSSROADS_OPENAI_MODE": "responses",
        }
        ran = await crossroads("draft", BRIEF, "-o", "o", home=tmp_path, settings=settings)
    assert ran.code == 0, ran.err
    assert "by OpenAI" in ran.out
    assert "Anthropic was tried first" in " ".join(ran.out.split())
    assert "Anthropic did not work out" in ran.err


async def test_a_provider_asked_for_by_name_is_not_replaced(
    served: tuple[str, WireServer, dict[str, str]], tmp_path: Path
) -> None:
    name, server, settings = served
    server.script.add(status(400))
    ran = await crossroads("draft", BRIEF, "--json", "--provider", name, home=tmp_path, settings=settings)
    assert (ran.code, ran.out) == (3, "")
    assert "refused the request" in ran.err
    assert len(server.requests) == 1


async def test_a_model_that_declines_is_not_replaced_either(
    served: tuple[str, WireServer, dict[str, str]], tmp_path: Path
) -> None:
    _, server, settings = served
    server.script.add(DECLINED)
    ran = await crossroads("draft", BRIEF, "--json", home=tmp_path, settings=settings)
    assert ran.code == 3
    assert "declined" in ran.err
    assert "--provider template" in ran.err


async def test_ctrl_c_stops_with_its_own_code(tmp_path: Path) -> None:
    async with AnthropicServer() as server:
        server.gate.clear()
        settings = {"ANTHROPIC_API_KEY": server.key, "ANTHROPIC_BASE_URL": server.url}
        ran = await crossroads(
            "draft",
            BRIEF,
            "--json",
            home=tmp_path,
            interrupt_when=lambda: server.busiest > 0,
            settings=settings,
        )
    assert ran.code == 130, ran.err
    assert ran.err.strip().endswith("Stopped. Nothing was written.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["too short"], "at least 30"),
        (["x" * 5_001], "up to 5,000"),
        ([BRIEF, "-f", "nowhere.csv"], "no file nowhere.csv"),
        ([BRIEF, "-f", "."], "is not a file"),
        ([BRIEF, "-f", "x" * 300], "cannot be opened: file name too long"),
        (["-"], "The brief has 0 characters"),
        ([BRIEF, *["-f", "a.txt"] * 11], "11 files"),
        ([BRIEF, "-o", "a.txt"], "Nothing can be written to a.txt"),
        ([BRIEF, "--provider", "anthropic"], "ANTHROPIC_API_KEY"),
        ([BRIEF, "--provider", "openai"], "OPENAI_API_KEY"),
        ([BRIEF, "--provider", "nobody"], "nobody"),
        ([], "BRIEF"),
    ],
)
async def test_bad_input_ends_with_one_sentence(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a file")
    ran = await crossroads("draft", *arguments, home=tmp_path)
    assert ran.code == 2
    assert sentence in " ".join(ran.err.split())
    assert "Traceback" not in ran.err


async def test_a_file_given_twice_is_one_source(tmp_path: Path) -> None:
    ran = await crossroads("draft", BRIEF, *files("notes.md", "notes.md"), "--json", home=tmp_path)
    assert [document["name"] for document in ran.object["documents"]] == ["notes.md"]


async def test_a_file_that_cannot_be_replaced_is_named_and_the_draft_is_shown(tmp_path: Path) -> None:
    (tmp_path / "o" / "report.md").mkdir(parents=True)
    ran = await crossroads("draft", BRIEF, "-o", "o", home=tmp_path)
    assert ran.code == 2
    assert "Drafted without a model" in ran.out
    assert "Nothing can be written to o/report.md" in " ".join(ran.err.split())


async def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    ran = await crossroads("draft", BRIEF, home=tmp_path, settings={"CACHE_URL": "ftp://cache"})
    assert ran.code == 2
    assert "CACHE_URL" in ran.err
    assert "Traceback" not in ran.err


async def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_used(tmp_path: Path) -> None:
    (tmp_path / "empty\x1b[31m.csv").write_text("")
    ran = await crossroads(
        "draft", BRIEF, "-f", "empty\x1b[31m.csv", *files("notes.md"), "-o", "o", home=tmp_path
    )
    assert ran.code == 0, ran.err
    assert "Read 1 of 2 files" in ran.err
    assert "Not read" in ran.out
    assert "the file is empty" in ran.out
    assert "\x1b" not in ran.out + ran.err


async def test_check_tells_what_works_and_what_is_missing(
    served: tuple[str, WireServer, dict[str, str]], tmp_path: Path
) -> None:
    name, _, settings = served
    nothing = await crossroads("check", home=tmp_path)
    works = await crossroads("check", home=tmp_path, settings=settings)
    wrong = await crossroads(
        "check", home=tmp_path, settings={**settings, f"{name.upper()}_API_KEY": "wrong"}
    )
    bad = await crossroads("check", home=tmp_path, settings={"LOG_LEVEL": "LOUD"})
    silent = await crossroads("check", home=tmp_path, settings={"CACHE_URL": "redis://127.0.0.1:1/0"})
    assert (nothing.code, works.code, wrong.code, bad.code, silent.code) == (0, 0, 3, 2, 3)
    assert "in memory" in nothing.out
    assert "does not answer" in silent.out
    assert "ANTHROPIC_API_KEY is not set" in nothing.out
    assert "key accepted" in works.out
    assert "refused the request (401" in wrong.out
    assert "LOG_LEVEL" in bad.err
