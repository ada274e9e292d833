"""Saved graphs refined from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.graph.rules import validate
from core.graph.serial import from_dict
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.openai_server import OpenAIServer
from tests.scenario.commands import crossroads, files

BRIEF = "Should we hire three engineers or use contractors for six months? Budget is $300k."
SURVEY = "what,cost,weeks\nhire,120000,30\nfreelancers,40000,4\n"


async def drafted(home: Path, *more: str, **settings: str) -> Path:
    given = ("draft", BRIEF, *files("budget.csv"), "-o", "first", *more)
    ran = await crossroads(*given, home=home, settings=settings)
    assert ran.code == 0, ran.err
    return home / "first"


def labels(graph: dict[str, Any], kind: str) -> list[str]:
    return [node["label"] for node in graph["nodes"] if node["kind"] == kind]


def errors(graph: dict[str, Any]) -> list[str]:
    return [found.code for found in validate(from_dict(graph)) if found.severity == "error"]


async def test_a_saved_draft_is_refined_with_a_new_file_and_the_changes_are_drawn(tmp_path: Path) -> None:
    await drafted(tmp_path)
    (tmp_path / "survey.csv").write_text(SURVEY)
    asked = ("add freelancers and drop option B", "rename option A to Hire four engineers", "do magic")
    ran = await crossroads(
        "refine", "first/graph.json", *asked, "-f", "survey.csv", "-o", "second", home=tmp_path
    )
    assert ran.code == 0, ran.err
    told = " ".join(ran.out.split())
    assert "Added option “Freelancers” Reply 1: “add freelancers”" in told
    assert "Removed option “Use contractors for six months”" in told
    assert "Renamed option “Hire three engineers” to “Hire four engineers”" in told
    assert "Not done “do magic”: this was not understood" in told
    assert "Revised without a model" in told
    assert "Read 1 of 1 file" in ran.err
    folder = tmp_path / "second"
    assert {path.name for path in folder.iterdir()} == {
        "graph.json", "graph.png", "graph.svg", "changes.png", "changes.svg", "report.md", "sources.json",
    }  # fmt: skip
    assert (folder / "changes.png").read_bytes().startswith(b"\x89PNG")
    graph = json.loads((folder / "graph.json").read_text())
    assert errors(graph) == []
    assert {"budget.csv", "survey.csv"} <= {(e.get("provenance") or {}).get("source") for e in graph["edges"]}
    kept = json.loads((folder / "sources.json").read_text())
    assert [document["id"] for document in kept["later"]] == ["D2", "R1", "R2", "R3"]


async def test_what_was_refined_can_be_refined_again(tmp_path: Path) -> None:
    await drafted(tmp_path)
    first = await crossroads("refine", "first/graph.json", "add freelancers", "-o", "second", home=tmp_path)
    again = await crossroads("refine", "second/graph.json", "drop option B", "--json", home=tmp_path)
    assert (first.code, again.code) == (0, 0)
    before = json.loads((tmp_path / "second" / "graph.json").read_text())
    assert again.object["graph"]["option_order"] == before["option_order"]
    assert [document["id"] for document in again.object["sources"]["later"]] == ["R1", "R2"]


async def test_the_object_of_a_draft_can_be_piped_in(tmp_path: Path) -> None:
    piped = await crossroads("draft", BRIEF, *files("budget.csv"), "--json", home=tmp_path)
    ran = await crossroads(
        "refine", "-", "drop option B and add freelancers", "--json", home=tmp_path, stdin=piped.out.encode()
    )
    assert ran.code == 0, ran.err
    changes = ran.object["changes"]
    assert {"added", "removed"} == {change["kind"] for change in changes}
    assert all(0 < len(change["why"]) <= 280 for change in changes)
    assert ran.object["undone"] == []
    assert "Freelancers" in labels(ran.object["graph"], "option")
    assert [document["name"] for document in ran.object["sources"]["documents"]] == ["budget.csv"]


async def test_a_graph_by_itself_keeps_its_citations(tmp_path: Path) -> None:
    folder = await drafted(tmp_path)
    (folder / "sources.json").unlink()
    before = json.loads((folder / "graph.json").read_text())
    ran = await crossroads(
        "refine", "first/graph.json", "rename option A to Hire four", "--json", home=tmp_path
    )
    assert ran.code == 0, ran.err
    assert ran.object["graph"]["edges"] == before["edges"]
    assert [change["text"] for change in ran.object["changes"]] == [
        "Renamed option “Hire three engineers” to “Hire four”"
    ]


async def test_where_nothing_changes_nothing_is_written(tmp_path: Path) -> None:
    await drafted(tmp_path)
    ran = await crossroads("refine", "first/graph.json", "make it nicer", "-o", "second", home=tmp_path)
    assert ran.code == 0, ran.err
    assert "Nothing changed." in ran.out
    assert "“make it nicer”: this was not understood" in " ".join(ran.out.split())
    assert list((tmp_path / "second").iterdir()) == []


async def test_a_model_refines_and_reads_the_documents_of_the_draft_from_its_cache(tmp_path: Path) -> None:
    for name, server in (("ANTHROPIC", AnthropicServer()), ("OPENAI", OpenAIServer())):
        async with server:
            settings = {f"{name}_API_KEY": server.key, f"{name}_BASE_URL": server.url}
            if name == "OPENAI":
                settings["CROSSROADS_OPENAI_MODE"] = "responses"
            await drafted(tmp_path, **settings)
            given = ("refine", "first/graph.json", "drop option B and add a pilot", "--json")
            ran = await crossroads(*given, home=tmp_path, settings=settings)
        assert ran.code == 0, ran.err
        (usage,) = ran.object["usage"]
        assert usage["task"] == "refine"
        assert usage["cache_read"] > usage["input"] > 0
        assert "A pilot" in labels(ran.object["graph"], "option")
        assert errors(ran.object["graph"]) == []


async def test_what_cannot_be_used_ends_with_one_sentence(tmp_path: Path) -> None:
    await drafted(tmp_path)
    (tmp_path / "bad.json").write_text("[]")
    for arguments, sentence in (
        (("first/graph.json",), "Nothing says what to change."),
        (("nowhere.json", "drop B"), "nowhere.json cannot be opened"),
        (("bad.json", "drop B"), "not a decision graph"),
        (("first/graph.json", "x" * 5_001), "up to 5,000"),
        (("first/graph.json", "drop B", "-f", "no.csv"), "There is no file no.csv"),
        (("first/graph.json", "drop B", "-o", "bad.json"), "Nothing can be written to bad.json"),
        (("first/graph.json", "drop B", "--provider", "openai"), "OPENAI_API_KEY"),
    ):
        ran = await crossroads("refine", *arguments, home=tmp_path)
        assert ran.code == 2, arguments
        assert sentence in " ".join(ran.err.split())
        assert "Traceback" not in ran.err
