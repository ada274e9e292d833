from __future__ import annotations

from core.graph.model import Edge, Graph
from tests.unit.llm_template.drafted import asked, cited, document, draft, faults, graph_of, labels, weight

HIRE_OR_CONTRACT = "Should we hire three engineers or use contractors for six months? Budget is $300k."
HIRE, CONTRACT = "Hire three engineers", "Use contractors for six months"


def link(graph: Graph, option: str, outcome: str) -> Edge:
    ids = {node.label: node.id for node in graph.nodes}
    return next(edge for edge in graph.edges if edge.key == (ids[option], ids[outcome]))


def quote(graph: Graph, option: str, outcome: str) -> str:
    provenance = link(graph, option, outcome).provenance
    assert provenance is not None
    return provenance.quote


def test_both_files_of_a_decision_are_cited() -> None:
    call = asked(
        HIRE_OR_CONTRACT,
        document("D1", "budget.csv", "option, cost_usd", "Three engineers, 360000", "Contractors, 180000"),
        document("D2", "notes.md", "Contractors can start next week.", "Hiring takes about four months."),
    )
    graph = graph_of(call)
    assert cited(graph) == {"budget.csv", "notes.md"}
    assert len(graph.options) == 2
    assert len(graph.of_kind("outcome")) >= 2
    assert list(faults(graph, call)) == []


def test_the_cheaper_row_of_a_table_lowers_the_cost_in_proportion() -> None:
    near = document("D1", "a.csv", "option, cost_usd", "Three engineers, 200000", "Contractors, 180000")
    far = document("D1", "a.csv", "option, cost_usd", "Three engineers, 900000", "Contractors, 180000")
    small, large = draft(HIRE_OR_CONTRACT, near), draft(HIRE_OR_CONTRACT, far)
    assert weight(small, CONTRACT, "Cost") < 0 < weight(small, HIRE, "Cost")
    assert weight(large, CONTRACT, "Cost") < weight(small, CONTRACT, "Cost")
    assert link(small, HIRE, "Cost").belief == 0.85


def test_rows_that_count_per_different_units_are_not_compared() -> None:
    rates = document(
        "D1", "a.csv", "item, cost_usd", "Salary per engineer, 120000", "Contractor day rate, 800"
    )
    graph = draft(HIRE_OR_CONTRACT, rates)
    assert weight(graph, HIRE, "Cost") > 0
    assert weight(graph, CONTRACT, "Cost") > 0
    assert {link(graph, HIRE, "Cost").belief, link(graph, CONTRACT, "Cost").belief} == {0.55}


def test_options_in_the_columns_of_a_table_are_compared_too() -> None:
    table = document(
        "D1", "crm.xlsx", "Criterion, Salesforce, HubSpot", "Price per seat, 165, 49", "SSO, yes, no"
    )
    graph = draft("Which CRM should we pick: Salesforce or HubSpot? We care about price.", table)
    assert weight(graph, "Salesforce", "Price") > 0 > weight(graph, "HubSpot", "Price")


def test_a_table_in_a_text_is_read_like_a_sheet() -> None:
    lines = ("| option | monthly cost |", "|---|---|", "| AWS | 12,000 |", "| GCP | 9,000 |")
    graph = draft("AWS or GCP for our data platform?", document("D1", "notes.md", *lines))
    outcome = labels(graph, "outcome")[0]
    assert weight(graph, "AWS", outcome) > 0 > weight(graph, "GCP", outcome)


def test_a_column_that_counts_the_opposite_is_turned_around() -> None:
    table = document("D1", "a.csv", "option, savings", "AWS, 500", "GCP, 100")
    graph = draft("Should we use AWS or GCP? We care about cost.", table)
    assert weight(graph, "Use AWS", "Cost") < 0 < weight(graph, "Use GCP", "Cost")


def test_words_for_levels_are_compared_like_numbers() -> None:
    table = document("D1", "a.csv", "option, reliability", "AWS, high", "GCP, low")
    graph = draft("Should we use AWS or GCP? We care about reliability.", table)
    assert weight(graph, "Use AWS", "Reliability") > 0 > weight(graph, "Use GCP", "Reliability")


def test_a_column_that_differs_is_preferred_to_one_that_does_not() -> None:
    table = document(
        "D1", "a.csv", "option, months, weeks to start", "Three engineers, 6, 11", "Contractors, 6, 2"
    )
    graph = draft(HIRE_OR_CONTRACT, table)
    assert weight(graph, HIRE, "Time to delivery") > 0 > weight(graph, CONTRACT, "Time to delivery")


def test_equal_numbers_say_nothing() -> None:
    table = document("D1", "a.csv", "option, cost", "Three engineers, 100000", "Contractors, 100000")
    assert cited(draft(HIRE_OR_CONTRACT, table)) == set()


def test_a_row_with_commas_in_its_last_cell_or_without_it_still_fits_its_header() -> None:
    table = document(
        "D1",
        "a.csv",
        "option, cost, comment",
        "Nobody, 0, fine",
        "Three engineers, 360000, salaries, fees, and desks",
        "Contractors, 180000",
    )
    graph = draft(HIRE_OR_CONTRACT, table)
    assert weight(graph, HIRE, "Cost") > 0 > weight(graph, CONTRACT, "Cost")


def test_options_told_apart_by_numbers_are_found_by_them() -> None:
    table = document("D1", "survey.csv", "segment, increase, churn", "SMB, 5%, 2.1%", "SMB, 10%, 6.4%")
    graph = draft("Should we raise prices by 5% or 10%?", table)
    assert weight(graph, "Raise prices by 5%", "Customer churn") < 0
    assert weight(graph, "Raise prices by 10%", "Customer churn") > 0


def test_a_comparison_speaks_of_both_options() -> None:
    notes = document("D1", "notes.md", "Contractors are faster than new engineers.")
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert weight(graph, CONTRACT, "Time to delivery") < 0 < weight(graph, HIRE, "Time to delivery")
    assert quote(graph, HIRE, "Time to delivery") == "Contractors are faster than new engineers."


def test_a_negation_turns_a_direction_around() -> None:
    notes = document("D1", "notes.md", "Contractors are not cheaper.")
    assert weight(draft(HIRE_OR_CONTRACT, notes), CONTRACT, "Cost") > 0


def test_a_word_that_lessens_turns_the_next_around() -> None:
    notes = document(
        "D1", "notes.md", "Kubernetes would reduce downtime.", "Our present setup is less reliable."
    )
    graph = draft("Should we migrate to Kubernetes?", notes)
    assert weight(graph, "Migrate to Kubernetes", "Reliability") > 0


def test_a_clause_without_a_subject_goes_on_about_the_option_before_it() -> None:
    notes = document("D1", "notes.md", "Contractors start at once, but they are expensive.")
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert weight(graph, CONTRACT, "Time to delivery") < 0 < weight(graph, CONTRACT, "Cost")
    direct, carried = link(graph, CONTRACT, "Time to delivery"), link(graph, CONTRACT, "Cost")
    assert direct.belief is not None
    assert carried.belief is not None
    assert direct.belief > carried.belief


def test_a_heading_names_the_option_of_the_lines_under_it() -> None:
    notes = document(
        "D1", "notes.md", "Contractors", "Faster last time", "Hiring engineers", "Slow last time"
    )
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert quote(graph, CONTRACT, "Time to delivery") == "Faster last time"
    assert quote(graph, HIRE, "Time to delivery") == "Slow last time"


def test_another_heading_ends_what_the_one_before_governs() -> None:
    notes = document(
        "D1", "notes.md", "Contractors", "Faster last time", "Weather", "It was slow and expensive"
    )
    assert link(draft(HIRE_OR_CONTRACT, notes), CONTRACT, "Cost").belief == 0.5


def test_percentages_and_words_of_degree_set_the_strength() -> None:
    def strength(text: str) -> float:
        return abs(weight(draft(HIRE_OR_CONTRACT, document("D1", "n.md", text)), CONTRACT, "Cost"))

    assert strength("Contractors are slightly cheaper.") < strength("Contractors are cheaper.")
    assert strength("Contractors are cheaper.") < strength("Contractors are much cheaper.")
    assert strength("Contractors are 10 % cheaper.") < strength("Contractors are 50 % cheaper.")


def test_a_hedge_lowers_the_belief() -> None:
    def belief(text: str) -> float | None:
        return link(draft(HIRE_OR_CONTRACT, document("D1", "n.md", text)), CONTRACT, "Cost").belief

    sure, hedged = belief("Contractors are cheaper."), belief("Contractors might be cheaper.")
    assert sure is not None
    assert hedged is not None
    assert hedged < sure


def test_amounts_in_sentences_are_compared() -> None:
    notes = document("D1", "n.md", "Contractors cost 180,000 EUR.", "Three engineers cost 360,000 EUR.")
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert weight(graph, CONTRACT, "Cost") < 0 < weight(graph, HIRE, "Cost")


def test_an_amount_of_one_option_alone_adds_to_its_outcome() -> None:
    notes = document("D1", "n.md", "Three engineers cost $360k in all.")
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert weight(graph, HIRE, "Cost") > 0
    assert link(graph, CONTRACT, "Cost").belief == 0.5


def test_spans_of_time_are_compared_in_days() -> None:
    notes = document(
        "D1", "n.md", "Contractors start after two weeks.", "The engineers start after 3 months."
    )
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert weight(graph, CONTRACT, "Time to delivery") < 0 < weight(graph, HIRE, "Time to delivery")


def test_what_speaks_of_no_option_is_not_cited() -> None:
    notes = document(
        "D1", "n.md", "The canteen is expensive.", "Trains were delayed.", "Quality matters to all."
    )
    graph = draft(HIRE_OR_CONTRACT, notes)
    assert cited(graph) == set()
    assert {edge.belief for edge in graph.edges if edge.provenance} == {0.5}


def test_a_sentence_about_two_options_at_once_is_not_cited_for_either() -> None:
    notes = document("D1", "n.md", "Contractors or engineers are equally expensive.")
    assert cited(draft(HIRE_OR_CONTRACT, notes)) == set()


def test_another_word_for_the_kind_of_an_option_names_it_less_surely() -> None:
    graph = draft(HIRE_OR_CONTRACT, document("D1", "n.md", "Freelancers are expensive."))
    assert quote(graph, CONTRACT, "Cost") == "Freelancers are expensive."


def test_the_brief_itself_is_cited_for_what_it_says_of_an_option() -> None:
    graph = draft(f"{HIRE_OR_CONTRACT} Contractors are expensive, as we know.")
    provenance = link(graph, CONTRACT, "Cost").provenance
    assert provenance is not None
    assert (provenance.source, provenance.location) == ("brief", "sentence 3")
    belief = link(graph, CONTRACT, "Cost").belief
    assert belief is not None
    assert belief < 0.75


def test_a_file_in_another_language_is_read_in_its_own() -> None:
    notes = document("D1", "n.md", "The contractors are expensive, but they can start right away.")
    graph = draft("Sollen wir drei Leute einstellen oder Contractors für sechs Monate nutzen?", notes)
    assert weight(graph, "Contractors für sechs Monate nutzen", "Kosten") > 0


def test_german_words_carry_their_direction() -> None:
    notes = document(
        "D1", "n.md", "Die Agentur ist deutlich teurer.", "Die Agentur ist aber schneller als wir."
    )
    graph = draft("Sollen wir zwei Designer einstellen oder eine Agentur beauftragen?", notes)
    assert weight(graph, "Eine Agentur beauftragen", "Kosten") > 0
    assert weight(graph, "Eine Agentur beauftragen", "Zeit bis zum Ergebnis") < 0


def test_japanese_words_carry_their_direction() -> None:
    notes = document("D1", "n.md", "業務委託は費用が高い。", "正社員の採用には時間がかかる。")
    graph = draft("正社員を採用するか、業務委託を使うか、どちらがよいでしょうか。", notes)
    assert weight(graph, "業務委託を使う", "費用") > 0


def test_a_file_that_adds_only_one_fact_is_still_cited() -> None:
    table = document(
        "D1", "b.csv", "option, cost, weeks", "Three engineers, 360000, 16", "Contractors, 180000, 2"
    )
    notes = document("D2", "n.md", "Contractors are a bit cheaper.")
    assert cited(draft(HIRE_OR_CONTRACT, table, notes)) == {"b.csv", "n.md"}


def test_no_file_loses_its_only_citation_to_another() -> None:
    first = document("D1", "one.md", "Contractors are cheaper.")
    second = document("D2", "two.md", "Contractors are much cheaper.")
    graph = draft("Should we use contractors or wait? We care about cost.", first, second)
    assert len(cited(graph)) == 1


def test_every_link_is_explained_by_the_words_it_rests_on() -> None:
    notes = document(
        "D1", "n.md", "We found that the contractors of Acme were far more expensive than planned."
    )
    graph = draft(HIRE_OR_CONTRACT, notes)
    why = next(r.why for r in graph.rationales if "::cost" in r.target)
    assert why.startswith("n.md says of this option: “")
    assert "expensive" in why
