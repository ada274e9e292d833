from __future__ import annotations

from core.graph.sources import Document, Location, Passage
from core.llm.provider import ModelCall, Task
from tests.unit.llm_template.drafted import answer, asked, document, draft, faults, graph_of, labels

SIX = "Should we use A1, B2, C3, D4, E5 or F6?"


def test_six_options_and_four_outcomes_stay_within_the_links_a_graph_may_have() -> None:
    call = asked(f"{SIX} We care about price, security, latency and morale.")
    graph = graph_of(call)
    assert len(graph.options) == 6
    assert len(graph.edges) == 24
    assert list(faults(graph, call)) == []


def test_a_citation_is_kept_before_an_open_question() -> None:
    lines = [f"{name} is expensive." for name in ("A1", "B2", "C3", "D4", "E5", "F6")]
    graph = draft(f"{SIX} We care about security, latency, morale and price.", document("D1", "n.md", *lines))
    prices = [edge for edge in graph.edges if edge.dst == "price"]
    assert len(prices) == 6
    assert all(edge.provenance and edge.provenance.source == "n.md" for edge in prices)


def test_a_criterion_named_like_an_option_gets_a_label_of_its_own() -> None:
    graph = draft("Trust or Money? We care about trust and the money.")
    assert len(set(labels(graph, "option", "outcome"))) == len(graph.options) + len(graph.of_kind("outcome"))
    assert "Trust (2)" in labels(graph, "outcome")


def test_two_labels_with_one_id_get_two() -> None:
    graph = draft("Which sign is better: C+ or C-?")
    assert {option.id for option in graph.options} == {"c", "c_2"}


def test_an_option_named_like_the_usual_goal_leaves_room_for_both() -> None:
    call = asked("Should we make the choice that serves us best or plant a tree?")
    graph = graph_of(call)
    assert graph.options[0].label == "Make the choice that serves us best"
    assert labels(graph, "goal") == ("Make the choice that serves us best (2)",)
    assert list(faults(graph, call)) == []


def test_a_question_too_long_for_a_label_gives_way_to_the_usual_one() -> None:
    long = "Which of the many possible ways of heating the old town hall with its thin walls should we take"
    assert labels(draft(f"{long}: gas or wood?"), "decision") == ("Which way should we go: gas or wood?",)


def test_a_topic_too_long_for_a_label_is_left_out_of_the_question() -> None:
    topic = "the old town hall with its thin walls and its three leaking roofs near the river"
    assert labels(draft(f"AWS or GCP for {topic}"), "decision") == ("Which one should we choose?",)


def test_two_files_with_one_id_do_no_harm() -> None:
    one = document("D1", "one.md", "Contractors are cheaper.")
    two = document("D1", "two.md", "Nothing.", "Contractors are faster.")
    call = asked("Should we hire engineers or use contractors?", one, two)
    assert answer(call).text


def test_thousands_of_passages_are_read_in_bounded_time() -> None:
    passages = tuple(
        Passage(
            number=n,
            text=f"Contractors cost {n},000 EUR and are faster than engineers, who cost {n} EUR per day.",
            location=Location(place="line", first=n, last=n),
        )
        for n in range(1, 2_100)
    )
    notes = Document(id="D1", name="n.md", kind="md", passages=passages)
    brief = asked("Should we hire engineers or use contractors?").brief
    call = ModelCall(
        task=Task.DRAFT, brief=brief, documents=(notes, document("D2", "late.md", "Engineers cost 1 EUR."))
    )
    assert list(faults(graph_of(call), call)) == []


def test_a_long_item_of_a_list_is_named_by_its_first_clause() -> None:
    item = "move the whole archive of the fund to the new building in Leeds in autumn, which is far away"
    graph = draft(f"Options:\n- {item}\n- do nothing")
    assert (
        graph.options[0].label == "Move the whole archive of the fund to the new building in Leeds in autumn"
    )
    assert graph.options[0].body == "Which is far away"


def test_a_row_wider_than_its_header_is_passed_over_where_its_cells_do_not_fit() -> None:
    table = document("D1", "t.csv", "option, cost", "AWS, dear, 10", "GCP, 20, cheap, 5")
    call = asked("AWS or GCP?", table)
    assert list(faults(graph_of(call), call)) == []
