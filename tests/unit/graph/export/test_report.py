from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.graph.analysis import analyse
from core.graph.export.markdown import escaped, picture
from core.graph.export.plain import plain
from core.graph.export.report import report
from core.graph.model import Graph, Meta, Provenance, Violation
from core.graph.quality import Question, questions
from core.graph.repair import repair
from core.graph.rules import validate
from tests.unit.graph.samples import link, node, staffing, with_edges, with_nodes
from tests.unit.graph.strategies import messy_graphs, quick

FEW = 50  # draws
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "| a | b |",
    "# heading",
    "C #",
    "- item",
    "1. item",
    "1) item",
    "> quote",
    "---",
    "===",
    "*em* _em_ **strong**",
    "~~gone~~",
    "`code`",
    "[link](https://evil.example)",
    "![picture](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<https://evil.example>",
    "https://evil.example",
    "www.evil.example",
    "mail@evil.example",
    "&lt;b&gt;",
    "\\| \\",
    "line\n\n# heading\n\n| a |\n| - |",
    "[ref]: https://evil.example",
    "- [ ] task",
    "$x^2$",
    ":smile:",
    "@channel",
    "\u202eevil",
]
hostile = st.sampled_from(HOSTILE) | st.text(
    alphabet=st.sampled_from("|[]()<>*_`#!\\~&:@$-+=.1a \n\t\"'{}^/"), max_size=30
)


def tokens(markdown: str) -> list[Token]:
    return [t for token in PARSER.parse(markdown) for t in (token, *(token.children or ()))]


def shown(markdown: str) -> str:
    """The text that a reader sees."""
    return "".join(t.content for t in tokens(markdown) if t.type in {"text", "text_special"})


@quick
@given(hostile)
def test_escaped_text_is_shown_as_it_is_and_as_nothing_more(text: str) -> None:
    for before in ("", "# ", "- ", "**Goal:** "):
        markdown = before + escaped(text)
        frame = {t.type for t in tokens(before + "x")}
        assert {t.type for t in tokens(markdown)} - frame <= {"text", "text_special"}
        assert shown(markdown).removeprefix(shown(before)).strip() == plain(text)


@quick
@given(st.lists(hostile, min_size=2, max_size=4))
def test_escaped_text_stays_in_its_cell(texts: list[str]) -> None:
    row = " | ".join(escaped(text) for text in texts)
    table = f"| {' | '.join('h' * len(texts))} |\n|{' --- |' * len(texts)}\n| {row} |"
    cells = [t for t in PARSER.parse(table) if t.type == "inline"][len(texts) :]
    assert ["".join(c.content for c in cell.children or ()).strip() for cell in cells] == [
        plain(text) for text in texts
    ]


@pytest.mark.parametrize("text", ["https://evil.example", "www.evil.example", "mail@evil.example"])
def test_what_other_renderers_make_links_of_is_broken_up(text: str) -> None:
    assert text not in escaped(text)
    assert "\\" in escaped(text)


def test_plain_sentences_stay_readable() -> None:
    sentence = "Use an agency ranks first in 62% of 10,000 draws: check “A → B” (first)."
    assert escaped(sentence) == sentence


def test_what_cannot_be_seen_is_dropped_and_joiners_stay() -> None:
    assert plain(" a\u202e\u200b\x00\ud800\n b\t") == "a b"
    assert plain("👩\u200d💻 می\u200cخواهم") == "👩\u200d💻 می\u200cخواهم"


@quick
@given(hostile, hostile)
def test_a_picture_is_one_picture_whatever_its_path_and_text(target: str, alt: str) -> None:
    found = tokens(picture(f"out/{target}.png", alt))
    assert [t.type for t in found if t.type in {"image", "link_open", "html_inline"}] == ["image"]


def whole(graph: Graph, *, notes: tuple[str, ...] = (), issues: tuple[Violation, ...] = ()) -> str:
    return report(
        graph,
        analyse(graph, draws=FEW),
        issues=issues or validate(graph),
        questions=questions(graph),
        notes=notes,
    )


def outline(markdown: str) -> list[str]:
    parsed = PARSER.parse(markdown)
    return [shown(parsed[i + 1].content) for i, t in enumerate(parsed) if t.type == "heading_open"]


def test_the_report_holds_everything_a_decision_record_needs() -> None:
    markdown = report(
        staffing(),
        analyse(staffing()),
        issues=validate(with_edges(staffing(), link("hire", "speed", None))),
        questions=questions(staffing()),
        notes=["scan.pdf: no text layer"],
        picture="staffing (1).png",
        on=date(2026, 11, 22),
    )
    assert outline(markdown) == [
        "Staffing the rebuild",
        "Options",
        "Consequences",
        "Reading",
        "Links",
        "Sources",
        "Hypotheses",
        "Open questions",
        "Issues",
        "Notes",
        "How it was made",
    ]
    for line in (
        "![Decision graph: Staffing the rebuild](staffing%20%281%29.png)",
        "**Goal:** Launch by June",
        "**Decision:** How do we staff the rebuild?",
        "- **A** Hire three engineers\n- **B** Use an agency",
        "| Option | Cost (want less) | Delivery speed (want more) |",
        "| B Use an agency | ▲▲ | ▲▲ |",
        "**Date:** 2026-11-22",
        "| Use an agency → Cost | 90% | raises it | source 1 |",
        "| Use an agency → Delivery speed | 80% | raises it strongly | hypothesis |",
        "1. costs\\.csv, row 2: “agency, 180000”",
        "- “Use an agency → Delivery speed”: Nobody has measured it",
        "- No option keeps things as they are. What happens if nothing is done?",
        "- “Hire three engineers → Delivery speed” says not how sure it is.",
        "- scan\\.pdf: no text layer",
        "outcomes count equally",
        "Drafted by anthropic (claude-sonnet-5-5), prompt version 1.",
    ):
        assert line in markdown
    assert "Use an agency ranks first in" in markdown


def test_sections_with_nothing_in_them_are_left_out() -> None:
    empty = Graph(title=" ", nodes=(), edges=())
    markdown = report(empty, analyse(empty), issues=(), questions=())
    assert outline(markdown) == ["Untitled decision", "Reading"]
    assert "Drafted" not in markdown


@pytest.mark.parametrize(
    ("meta", "line"),
    [
        (Meta(source="template", prompt_version="1"), "Drafted without a model."),
        (Meta(source="openai", model="gpt-6-sol"), "Drafted by openai (gpt-6-sol)."),
        (Meta(source="openai"), "Drafted by openai."),
    ],
)
def test_who_drafted_it_is_said(meta: Meta, line: str) -> None:
    assert whole(replace(staffing(), meta=meta)).endswith(f"\n\n{line}\n")


def test_a_body_follows_its_label() -> None:
    graph = with_nodes(staffing(), node("hire", "option", "Hire", body="Two of them senior"))
    assert "- **A** Hire: Two of them senior" in whole(graph)


@quick
@given(hostile, hostile)
def test_no_text_changes_the_shape_of_the_report(text: str, other: str) -> None:
    def written(word: str, quote: str) -> list[str]:
        graph = replace(staffing(), title=word, meta=Meta(source=word, model=quote, prompt_version=word))
        graph = with_nodes(graph, node("hire", "option", f"Hire {word}", body=f"Body {quote}"))
        graph = with_nodes(graph, node("launch", "goal", word), node("how", "decision", quote))
        support = Provenance(source=f"file {word}", quote=f"quote {quote}", location=word)
        graph = with_edges(graph, link("hire", "cost", provenance=support))
        markdown = report(
            graph,
            analyse(graph, draws=1),
            issues=(Violation(severity="error", code="CYCLE", at=word, message=quote),),
            questions=(Question(code="NO_RISK", question=word, at=()),),
            notes=(quote,),
            picture=f"out/{word}.png",
        )
        return [t.type for t in tokens(markdown) if t.type not in {"text", "text_special", "softbreak"}]

    word, quote = plain(text) and f"w {text}", plain(other) and f"w {other}"
    assert written(f"w {word}", f"w {quote}") == written("word", "quote")


@quick
@given(messy_graphs())
def test_any_mended_graph_makes_a_report_without_links_or_html(graph: Graph) -> None:
    found = {t.type for t in tokens(whole(repair(graph).graph))}
    assert not found & {
        "link_open",
        "html_inline",
        "html_block",
        "image",
        "code_inline",
        "fence",
        "code_block",
    }
