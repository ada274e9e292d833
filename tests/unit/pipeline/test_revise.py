"""The way of a reply, with a scripted provider and a reader that has the files at hand."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace

import pytest

from core.documents.brief import brief_document, reply_document
from core.documents.selection import PER_FILE, TOTAL
from core.errors import InstructionMissing, InstructionTooLong, ModelDeclined, TooManyFiles
from core.graph.diff import apply
from core.graph.model import MAX_WHY, Graph, Provenance
from core.graph.sources import Document, Location, Passage, stands
from core.llm.provider import ModelCall, Task
from core.llm.replies import parse
from core.pipeline import events
from core.pipeline.revise import MAX_INSTRUCTION, Basis, revise
from tests.fakes import drafts
from tests.fakes.clock import JumpingClock
from tests.fakes.drafts import Wire, cause, node, structure
from tests.fakes.scripted import Play, Scripted
from tests.unit.pipeline.test_draft import BRIEF, Shelf, files, tools

COSTS = Document(
    id="D1",
    name="costs.txt",
    kind="txt",
    passages=(
        Passage(number=1, text="hiring costs 90,000", location=Location(place="line", first=1, last=1)),
    ),
)


def graph_of(wire: Wire) -> Graph:
    call = ModelCall(task=Task.DRAFT, brief=brief_document(BRIEF), documents=(COSTS,))
    return parse(drafts.text(wire), call, source="scripted", model="scripted-1", prompt_version="1").graph


def basis(**later: tuple[Document, ...]) -> Basis:
    cited = drafts.sound(kind="document", document="D1", passage=1, note="hiring")
    return Basis(graph=graph_of(cited), brief=brief_document(BRIEF), documents=(COSTS,), **later)


def revised_wire() -> Wire:
    """Without the agency, with a pilot; the first link surer."""
    wire = drafts.sound(kind="document", document="D1", passage=1, note="hiring")
    wire["nodes"] = [each for each in wire["nodes"] if each["id"] != "agency"]
    wire["edges"] = [each for each in wire["edges"] if "agency" not in (each["from"], each["to"])]
    wire["nodes"].append(node("option", "pilot", "Run a pilot"))
    wire["edges"] += [structure("staffing", "pilot"), cause("pilot", "cost"), cause("pilot", "speed")]
    wire["edges"][2]["belief"] = 0.9
    wire["rationales"] = [
        {"target": "agency", "why": "The reply rules it out."},
        {"target": "pilot::cost", "why": "A pilot is small."},
    ]
    return wire


async def follow(
    said: Sequence[str], given: Sequence[str], start: Basis, provider: Scripted, shelf: Shelf | None = None
) -> list[events.Event]:
    with_tools = tools(provider, shelf)
    return [event async for event in revise(said, files(*given), basis=start, tools=with_tools)]


def result(seen: list[events.Event]) -> events.Revised:
    assert isinstance(seen[-1], events.Revised)
    return seen[-1]


async def test_a_revision_goes_from_queued_to_revised() -> None:
    provider = Scripted([Play(end=drafts.text(revised_wire()), progress=(1, 4))])
    seen = await follow(["Drop option B and add a pilot."], [], basis(), provider)
    stages = ["Queued", "Drafting", "Drafting", "Checking", "Revised"]
    assert [type(event).__name__ for event in seen] == stages
    (call,) = provider.calls
    assert call.task is Task.REFINE
    assert [document.id for document in call.instructions] == ["R1"]
    assert (call.documents, call.added, call.later) == ((COSTS,), (), ())
    assert [usage.task for usage in result(seen).draft.usage] == ["refine"]


async def test_every_change_has_a_reason_and_letters_and_ids_are_kept() -> None:
    start = basis()
    said = ["Drop option B.", "We are surer that hiring raises cost; add a pilot."]
    done = result(await follow(said, [], start, Scripted([drafts.text(revised_wire())])))
    graph = done.draft.assessment.graph
    assert graph.option_order == ("hire", "agency", "pilot")
    assert apply(done.changes, done.previous) == graph
    whys = {reason.target: reason.why for reason in done.reasons}
    assert whys["agency"] == "The reply rules it out."
    assert whys["pilot"] == f"Asked for in the thread: “{said[1]}”"
    assert whys["pilot::cost::0"] == "A pilot is small."
    assert whys["pilot::speed::0"] == "It ties in “Run a pilot”."
    assert whys["agency::cost::0"] == "It went with “Use an agency”."
    assert whys["hire::cost::0"] == f"Asked for in the thread: “{said[1]}”"
    assert all(0 < len(why) <= MAX_WHY for why in whys.values())
    assert {line.at for line in done.lines} <= whys.keys()
    assert all(done.reason(line) for line in done.lines)


async def test_a_citation_that_stays_is_the_same_to_the_letter() -> None:
    start = basis()
    done = result(await follow(["Drop B."], [], start, Scripted([drafts.text(revised_wire())])))
    before, after = (
        next(e.provenance for e in g.edges if e.key == ("hire", "cost"))
        for g in (start.graph, done.draft.assessment.graph)
    )
    assert before == after
    assert before is not None
    assert before.source == "costs.txt"


async def test_a_graph_by_itself_keeps_the_citations_whose_documents_are_not_at_hand() -> None:
    start = Basis(graph=basis().graph)
    provider = Scripted([drafts.text(revised_wire())])
    done = result(await follow(["Drop B."], [], start, provider))
    kept = next(e.provenance for e in done.draft.assessment.graph.edges if e.key == ("hire", "cost"))
    assert kept == Provenance(
        source="costs.txt", quote="hiring costs 90,000", location="line 1", document="D1", passage=1
    )
    assert done.draft.dangling_citations == 0
    assert provider.calls[0].brief.passages == ()


async def test_new_files_come_after_the_frozen_ones_and_are_cited() -> None:
    wire = revised_wire()
    wire["edges"][2]["evidence"] = {"kind": "document", "document": "D2", "passage": 1, "note": "hiring"}
    provider = Scripted([drafts.text(wire)])
    shelf = Shelf(survey=["our survey says hiring costs 120,000"])
    seen = await follow(["Use this survey."], ["survey", "scan.pdf"], basis(), provider, shelf)
    done = result(seen)
    reading = [event for event in seen if isinstance(event, events.Reading)]
    assert [(event.done, event.total) for event in reading] == [(1, 2), (2, 2)]
    assert [document.id for document in provider.calls[0].added] == ["D2"]
    assert provider.calls[0].documents == (COSTS,)
    assert [document.id for document in done.draft.later] == ["D2", "R1"]
    assert [(note.name, note.status) for note in done.draft.files] == [
        ("survey", "read"),
        ("scan.pdf", "refused"),
    ]
    shown = (done.draft.brief, *done.draft.documents, *done.draft.later)
    supports = [edge.provenance for edge in done.draft.assessment.graph.edges if edge.provenance]
    assert all(stands(support, shown) for support in supports)
    whys = {reason.target: reason.why for reason in done.reasons}
    assert whys["hire::cost::0"] == "survey speaks of it: “our survey says hiring costs 120,000”."


async def test_a_reply_can_be_cited_as_a_source_of_its_own() -> None:
    wire = revised_wire()
    wire["edges"][-1]["evidence"] = {"kind": "document", "document": "R1", "passage": 1, "note": "pilot"}
    done = result(await follow(["Add a pilot."], [], basis(), Scripted([drafts.text(wire)])))
    cited = next(e.provenance for e in done.draft.assessment.graph.edges if e.key == ("pilot", "speed"))
    assert cited == Provenance(
        source="reply 1", quote="Add a pilot.", location="sentence 1", document="R1", passage=1
    )


async def test_numbers_go_on_over_the_thread() -> None:
    later = (replace(COSTS, id="D2"), reply_document("Drop it.", 1), reply_document("Add it.", 2))
    provider = Scripted([drafts.text(revised_wire())])
    await follow(["One.", " ", "Two."], ["survey"], basis(later=later), provider, Shelf(survey=["a line"]))
    (call,) = provider.calls
    assert call.later == later
    assert [document.id for document in (*call.added, *call.instructions)] == ["D3", "R3", "R4"]


async def test_a_graph_by_itself_gives_no_id_that_it_cites() -> None:
    provider = Scripted([drafts.text(revised_wire())])
    start = Basis(graph=basis().graph)
    await follow([], ["survey"], start, provider, Shelf(survey=["a line"]))
    assert [document.id for document in provider.calls[0].added] == ["D2"]


async def test_a_file_alone_is_reason_enough() -> None:
    done = result(
        await follow([], ["survey"], basis(), Scripted([drafts.text(revised_wire())]), Shelf(survey=["x y"]))
    )
    whys = {reason.target: reason.why for reason in done.reasons}
    assert whys["pilot"] == "Revised with survey."
    assert whys["agency"] == "The reply rules it out."


async def test_a_revision_that_changes_nothing_says_so() -> None:
    same = drafts.text(drafts.sound(kind="document", document="D1", passage=1, note="hiring"))
    done = result(await follow(["Looks good."], [], basis(), Scripted([same])))
    assert not done.is_new
    assert done.reasons == ()


async def test_what_was_not_done_is_told_in_sentences() -> None:
    wire = revised_wire()
    wire["rationales"].append({"target": "R1", "why": "There is no option G."})
    done = result(await follow(["Drop option G."], [], basis(), Scripted([drafts.text(wire)])))
    assert done.undone == ("There is no option G.",)
    assert done.is_new


async def test_a_revision_that_breaks_rules_is_repaired_with_all_that_it_was_shown() -> None:
    broken = revised_wire()
    broken["edges"][2]["belief"] = None
    broken["rationales"] += [{"target": "R1", "why": "Not all of it."}]
    mended = revised_wire()
    mended["rationales"] = [{"target": "R1", "why": "Not all of it."}]
    provider = Scripted([drafts.text(broken), drafts.text(mended)])
    seen = await follow(["Drop B."], ["survey"], basis(), provider, Shelf(survey=["a line"]))
    done = result(seen)
    first, second = provider.calls
    assert second.task is Task.REPAIR
    assert (second.documents, second.later, second.added, second.instructions) == (
        first.documents,
        first.later,
        first.added,
        first.instructions,
    )
    assert [event.violations[0].code for event in seen if isinstance(event, events.Repairing)][:1] == [
        "MISSING_NUMBERS"
    ]
    assert done.draft.assessment.issues == ()
    assert done.undone == ("Not all of it.",)
    assert {r.target: r.why for r in done.reasons}["agency"] == "The reply rules it out."


async def test_what_a_rule_took_out_says_so() -> None:
    wire = revised_wire()
    wire["nodes"] = [each for each in wire["nodes"] if each["id"] != "pilot"]
    wire["nodes"].append(node("option", "pilot", "Hire  three engineers."))
    start = basis()
    wire["edges"].append(structure("staffing", "agency"))
    wire["nodes"].append(node("option", "agency", "Use an agency"))
    wire["edges"].append(cause("agency", "cost", belief=0.65, weight=0.7))
    wire["edges"].append(cause("agency", "speed", belief=0.75, weight=-0.6))
    wire["edges"] = [each for each in wire["edges"] if each["from"] != "hire" and each["to"] != "hire"]
    done = result(await follow(["Merge them."], [], start, Scripted([drafts.text(wire)] * 2)))
    assert done.draft.assessment.repairs != ()
    assert all(reason.why for reason in done.reasons)


async def test_a_new_title_has_its_line_and_its_reason() -> None:
    wire = drafts.sound(kind="document", document="D1", passage=1, note="hiring") | {"title": "Who builds it"}
    done = result(await follow(["Call it: Who builds it."], [], basis(), Scripted([drafts.text(wire)])))
    assert [(line.at, line.kind) for line in done.lines] == [("title", "changed")]
    assert done.reason(done.lines[0]) == "Asked for in the thread: “Call it: Who builds it.”"


async def test_a_thread_that_used_up_its_room_still_reads_a_files_worth() -> None:
    long = Passage(number=1, text="x" * TOTAL, location=Location(place="line", first=1, last=1))
    start = replace(basis(), later=(Document(id="D2", name="long", kind="txt", passages=(long,)),))
    provider = Scripted([drafts.text(revised_wire())])
    lines = ["a line about hiring " * 10] * 100
    await follow([], ["survey"], start, provider, Shelf(survey=lines))
    read = sum(len(passage.text) for passage in provider.calls[0].added[0].passages)
    assert 0 < read <= PER_FILE


@pytest.mark.parametrize(
    ("said", "given", "error"),
    [
        ([], [], InstructionMissing),
        (["", " \u200b\n"], [], InstructionMissing),
        (["x" * (MAX_INSTRUCTION + 1)], [], InstructionTooLong),
        (["Drop B."], ["a"] * 11, TooManyFiles),
    ],
)
async def test_what_cannot_be_an_instruction_is_refused_before_anything_is_spent(
    said: list[str], given: list[str], error: type[Exception]
) -> None:
    provider = Scripted([])
    with pytest.raises(error):
        await follow(said, given, basis(), provider)
    assert provider.calls == []


async def test_a_model_that_declines_is_told_to_the_caller() -> None:
    with pytest.raises(ModelDeclined):
        await follow(["Drop B."], [], basis(), Scripted([ModelDeclined("scripted", "refusal")]))


async def test_a_revision_that_is_left_early_ends_what_it_began() -> None:
    provider = Scripted([Play(end=drafts.text(revised_wire()), progress=(1, 2))])
    async with aclosing(revise(["Drop B."], basis=basis(), tools=tools(provider))) as steps:
        async for event in steps:
            if isinstance(event, events.Drafting):
                break
    assert provider.running == 0


async def test_the_time_it_took_is_told() -> None:
    clock = JumpingClock()
    provider = Scripted([Play(end=drafts.text(revised_wire()), seconds=3.0)], clock=clock)
    with_tools = tools(provider, clock=clock)
    seen = [event async for event in revise(["Drop B."], basis=basis(), tools=with_tools)]
    assert result(seen).draft.elapsed == 3.0
