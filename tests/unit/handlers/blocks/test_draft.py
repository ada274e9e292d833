"""The message of a finished draft."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.model import Edge, Graph, Node, NodeKind
from core.graph.quality import Question
from core.picture.scene import scene
from core.pipeline.events import Draft, FileNote
from handlers.blocks.draft import UNTITLED, Shown, finished
from handlers.blocks.reference import Reference
from handlers.view import Kind
from tests.unit.graph.samples import COSTS, link, staffing, with_edges, without
from tests.unit.handlers.blocks.checking import check, renderings, words
from tests.unit.handlers.drafts import PARTLY, READ, SCAN, drafted, hostile_drafts
from tests.unit.handlers.hostile import texts


@settings(max_examples=60)
@given(hostile_drafts(), st.lists(st.tuples(texts, texts), max_size=30), texts, st.none() | st.just("F0123"))
def test_slack_takes_every_rendering_of_any_draft(
    draft: Draft, changes: list[tuple[str, str]], remark: str, picture: str | None
) -> None:
    shown = Shown(
        job="J1",
        draft=draft,
        revision=3,
        picture=picture,
        remark=remark,
        changes=tuple(changes),
        undone=(remark,),
        made="Revised",
    )
    check(finished(shown))


def test_a_draft_goes_from_what_it_says_to_how_it_came_about() -> None:
    draft = drafted(files=[READ, SCAN], asked=[asked("What happens if nothing is done?")])
    assert words(finished(Shown(job="J1", draft=draft, picture="F1"))) == (
        "# Staffing the rebuild\n"
        "picture F1\n"
        "Use an agency ranks first in 80% of 100 draws. It would lose the lead if you were less than 39% "
        "sure that “Use an agency” raises “Delivery speed”: check that first.\n"
        "Option | Cost (want less) | Delivery speed (want more)\n"
        "A  Hire three engineers | ▲ | ▲\n"
        "B  Use an agency | ▲▲ | ▲▲\n"
        "(▲ raises, ▼ lowers, twice: strongly; – little or no effect)\n"
        "*Sources*\n"
        "2  costs.csv, row 2  “agency, 180000”\n"
        "3 other links are hypotheses: no source says so.\n"
        "*Worth asking* What happens if nothing is done?\n"
        "*Not read* scan.pdf: no text layer (a scan?). Share a version with selectable text.\n"
        "[Refine] [Options] [Clarify] [Critique] [Why?] [Edit by hand… / Export… / Forget this thread…]\n"
        "<context_actions>\n"
        "(Drafted in 6.2 s from your brief and 1 file · revision 1 · reply here to change it)"
    )


def test_each_rendering_says_less_until_only_text_is_left() -> None:
    whole, basic, gist, text = renderings(finished(Shown(job="J1", draft=drafted(), picture="F1")))
    assert {"header", "image", "section", "table", "actions"} < {block["type"] for block in whole.blocks}
    assert not {"image", "table"} & {block["type"] for block in basic.blocks}
    assert "```A  Hire three engineers\n   Cost (want less): ▲\n" in words(basic)
    assert [block["type"] for block in gist.blocks][:2] == ["header", "section"]
    assert "```" not in words(gist)
    assert text.text.startswith("Staffing the rebuild\nUse an agency ranks first in 80% of 100 draws.")
    assert "B  Use an agency\n   Cost (want less): ▲▲\n" in text.text
    assert text.kind is Kind.TERMINAL


def test_what_notifications_show_is_the_title_and_the_reading() -> None:
    view = finished(Shown(job="J1", draft=drafted()))
    assert view.text.startswith("Staffing the rebuild\nUse an agency ranks first in 80%")
    assert "Sources" not in view.text


def test_sources_have_the_numbers_of_the_picture() -> None:
    graph = drafted(
        with_edges(staffing(), link("hire", "cost", 0.7, 0.3, replace(COSTS, passage=2)))
    ).assessment.graph
    numbers = {note.number for note in scene(graph).notes if not note.provenance.is_hypothesis}
    told = words(finished(Shown(job="J1", draft=drafted(graph))))
    assert all(f"\n{number}  costs.csv, row 2" in told for number in numbers)


def test_a_draft_that_cites_nothing_says_so() -> None:
    graph = with_edges(staffing(), link("agency", "cost", 0.9, 0.4))
    told = words(finished(Shown(job="J1", draft=drafted(graph))))
    assert "*Sources* 4 links are hypotheses: no source says so." in told


def test_one_hypothesis_is_not_plural() -> None:
    cited = [
        link(a, b, 0.5, 0.5, COSTS) for a, b in (("agency", "cost"), ("agency", "speed"), ("hire", "cost"))
    ]
    told = words(finished(Shown(job="J1", draft=drafted(with_edges(staffing(), *cited)))))
    assert "1 other link is a hypothesis: no source says so." in told


def test_a_draft_in_which_all_is_cited_speaks_of_no_hypothesis() -> None:
    cited = [link(e.src, e.dst, 0.5, 0.5, COSTS) for e in staffing().edges if e.belief is not None]
    assert "hypothes" not in words(
        finished(Shown(job="J1", draft=drafted(with_edges(staffing(), *cited), asked=[])))
    )


def test_at_most_three_questions_are_asked() -> None:
    draft = drafted(asked=[asked(f"Question {i}?") for i in range(5)])
    told = words(finished(Shown(job="J1", draft=draft)))
    assert "*Worth asking*\nQuestion 0?\nQuestion 1?\nQuestion 2?\n2 more behind Why?\n" in told


def test_what_is_still_wrong_is_said() -> None:
    draft = drafted(without(staffing(), "launch"))
    assert draft.assessment.issues
    told = words(finished(Shown(job="J1", draft=draft)))
    assert f"*Still wrong* {draft.assessment.issues[0].message}" in told.replace("*\n", "* ")


def test_a_file_read_in_part_is_named_with_what_is_missing() -> None:
    told = words(finished(Shown(job="J1", draft=drafted(files=[READ, PARTLY]))))
    assert "*Read in part* long.txt: only the first part was read." in told
    assert "from your brief and 2 files" in told


def test_a_refused_file_without_a_reason_is_still_named() -> None:
    note = FileNote(name="a.pdf", kind="", status="refused")
    assert "*Not read* a.pdf: no reason was given." in words(
        finished(Shown(job="J1", draft=drafted(files=[note])))
    )


def test_a_draft_of_the_built_in_drafter_says_that_no_model_was_there() -> None:
    graph = replace(staffing(), meta=replace(staffing().meta, source="template"))
    assert (
        "(Drafted without a model in 0.1 s from your brief · revision 1 · reply here to change it)"
        in words(finished(Shown(job="J1", draft=drafted(graph, elapsed=0.12))))
    )


def test_who_was_tried_in_vain_and_what_pointed_nowhere_is_small_print() -> None:
    for count, said in (
        (1, "1 citation pointed nowhere and became a hypothesis"),
        (2, "and became hypotheses"),
    ):
        draft = drafted(skipped=[("anthropic", "overloaded")], dangling=count)
        told = words(finished(Shown(job="J1", draft=draft)))
        assert " | Anthropic was tried first: overloaded | " in told
        assert said in told


def test_a_draft_offers_what_can_be_done_next() -> None:
    told = words(finished(Shown(job="J1", draft=drafted())))
    assert (
        "\n[Refine] [Options] [Clarify] [Critique] [Why?] [Edit by hand… / Export… / Forget this thread…]\n"
        in told
    )


def test_a_revision_can_be_undone_and_compared() -> None:
    view = finished(Shown(job="J1", draft=drafted(), revision=2))
    assert "[Edit by hand… / Export… / Undo the last change / Compare with a revision… / Forget" in words(
        view
    )
    (row,) = [block for block in view.blocks if block["type"] == "actions"]
    assert Reference.loads(row["elements"][0]["value"]) == Reference(job="J1", revision=2)
    values = [option["value"] for option in row["elements"][-1]["options"]]
    assert values[2] == "undo 2|0|J1"


def test_a_revision_says_what_changed_why_and_what_was_not_done() -> None:
    changes = (("Removed option “Wait”", "The reply asks for it."), ("Title: “A” is now “B”", ""))
    shown = Shown(
        job="J1",
        draft=drafted(),
        revision=2,
        changes=changes,
        undone=("Nothing is called X.",),
        made="Revised",
    )
    told = words(finished(shown))
    assert (
        "*What changed*\nRemoved option “Wait”: The reply asks for it.\nTitle: “A” is now “B”\n"
        "*Not done* Nothing is called X.\n"
    ) in told
    assert "(Revised in 6.2 s · revision 2 · reply here to change it)" in told


def test_where_there_is_no_picture_the_remark_says_why() -> None:
    told = words(finished(Shown(job="J1", draft=drafted(), remark="The picture could not be drawn.")))
    assert told.startswith("# Staffing the rebuild\n(The picture could not be drawn.)\n")


def test_a_graph_without_options_or_title_is_shown_all_the_same() -> None:
    graph = Graph(title=" ", nodes=(Node(id="g", kind=NodeKind.GOAL, label="Ship"),), edges=())
    view = finished(Shown(job="J1", draft=drafted(graph, asked=[])))
    check(view)
    assert words(view).startswith(
        f"# {UNTITLED}\nOptions are not ranked: there is nothing to compare with.\n*Still"
    )


def test_a_draft_with_too_many_sources_names_some_and_counts_the_rest() -> None:
    options = [Node(id=f"o{i}", kind=NodeKind.OPTION, label=f"Option {i}") for i in range(6)]
    outcomes = [Node(id=f"u{i}", kind=NodeKind.OUTCOME, label=f"Outcome {i}") for i in range(4)]
    edges: list[Edge] = [
        link(o.id, u.id, 0.5, 0.5, replace(COSTS, source=f"{o.id}{u.id}" + "&" * 60, quote="&" * 100))
        for o in options
        for u in outcomes
    ]
    view = finished(
        Shown(job="J1", draft=drafted(Graph(title="Much", nodes=(*options, *outcomes), edges=tuple(edges))))
    )
    check(view)
    told = words(view)
    shown = told.count("&amp;”")
    assert 0 < shown < 24
    assert f"and {24 - shown} more" in told


def test_a_table_too_wide_for_slack_becomes_lines() -> None:
    draft = drafted(staffing())
    nodes = tuple(Node(id=f"u{i}", kind=NodeKind.OUTCOME, label=f"Outcome {i}") for i in range(20))
    graph = replace(staffing(), nodes=(*staffing().nodes, *nodes))
    wide = replace(draft, assessment=replace(draft.assessment, graph=graph))
    view = finished(Shown(job="J1", draft=wide))
    check(view)
    assert "```A  Hire three engineers\n   Cost (want less): ▲\n" in words(view)
    assert "table" not in {block["type"] for block in view.blocks}


def asked(text: str) -> Question:
    return Question(code="X", question=text, at=())
