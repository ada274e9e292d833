from __future__ import annotations

import pytest

from tests.unit.llm_template.drafted import draft, labels


def options(brief: str) -> list[str]:
    return [option.label for option in draft(brief).options]


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Should we raise prices by 5% or 10%?", ["Raise prices by 5%", "Raise prices by 10%"]),
        ("Should we migrate to AWS or GCP?", ["Migrate to AWS", "Migrate to GCP"]),
        ("Should we hire two or three engineers?", ["Hire two engineers", "Hire three engineers"]),
        ("Should we launch in March or after Easter?", ["Launch in March", "Launch after Easter"]),
        ("Should we build or buy a scheduler?", ["Build a scheduler", "Buy a scheduler"]),
        (
            "Should we use internal or external designers?",
            ["Use internal designers", "Use external designers"],
        ),
        ("Should we hire a designer or a writer?", ["Hire a designer", "Hire a writer"]),
        ("Should we hire a designer or writer?", ["Hire a designer", "Hire a writer"]),
        ("Should we launch now or in May?", ["Launch now", "Launch in May"]),
        ("Should we hire internally or through an agency?", ["Hire internally", "Hire through an agency"]),
    ],
)
def test_alternatives_that_share_a_head_are_made_whole(brief: str, expected: list[str]) -> None:
    assert options(brief) == expected


def test_a_pronoun_stands_for_what_the_option_before_it_names() -> None:
    assert options("Should we rewrite the parser or patch it?") == ["Rewrite the parser", "Patch the parser"]
    assert options("Should we buy a CRM instead of building one?") == ["Buy a CRM", "Build a CRM"]


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Dobbiamo comprare un CRM o costruirne uno?", ["Comprare un CRM", "Costruire un CRM"]),
        (
            "Meglio comprare un CRM oppure costruirne uno su misura?",
            ["Comprare un CRM", "Costruire un CRM su misura"],
        ),
        ("Compriamo un CRM o ne costruiamo uno?", ["Comprare un CRM", "Costruire un CRM"]),
        (
            "Affittare un magazzino, comprarne uno o aspettare?",
            ["Affittare un magazzino", "Comprare un magazzino", "Aspettare"],
        ),
        ("Noleggiare una macchina o comprarne una?", ["Noleggiare una macchina", "Comprare una macchina"]),
        (
            "Dobbiamo noleggiare un furgone o acquistarne due?",
            ["Noleggiare un furgone", "Acquistarne due"],
        ),
        ("Dobbiamo costruirne uno o comprare un CRM?", ["Costruirne uno", "Comprare un CRM"]),
        ("Dobbiamo comprare carne o verdure?", ["Comprare carne", "Comprare verdure"]),
        ("Faut-il acheter un CRM ou en construire un ?", ["Acheter un CRM", "Construire un CRM"]),
        (
            "Devons-nous acheter un CRM ou en construire un nous-mêmes ?",
            ["Acheter un CRM", "Construire un CRM nous-mêmes"],
        ),
        ("¿Compramos un CRM o construimos uno?", ["Comprar un CRM", "Construir un CRM"]),
        ("Compramos um CRM ou construímos um?", ["Comprar um CRM", "Construir um CRM"]),
        ("Moeten we een CRM kopen of er een bouwen?", ["Een CRM kopen", "Een CRM bouwen"]),
        ("Sollen wir ein CRM kaufen oder eines bauen?", ["Ein CRM kaufen", "Ein CRM bauen"]),
    ],
)
def test_a_pronoun_that_counts_goes_with_what_it_stands_for(brief: str, expected: list[str]) -> None:
    assert options(brief) == expected


def test_a_tail_that_belongs_to_all_options_goes_into_the_question() -> None:
    graph = draft("AWS, GCP or Azure for our data platform?")
    assert [option.label for option in graph.options] == ["AWS", "GCP", "Azure"]
    assert labels(graph, "decision") == ("Which one should we choose for our data platform?",)


def test_a_date_that_belongs_to_one_option_stays_with_it() -> None:
    assert options("Do we go for a pilot or a big bang on 1 January?")[1] == "Go for a big bang on 1 January"


def test_a_pair_of_numbers_is_no_choice_where_another_follows() -> None:
    assert options("We could hire two or three people, or use an agency.") == [
        "Hire two or three people",
        "Use an agency",
    ]


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Should we migrate from Heroku to AWS?", "Stay with Heroku"),
        ("Should we rewrite our billing service?", "Keep our billing service as it is"),
        ("Should we close the offices?", "Keep the offices as they are"),
        ("Should we hire a data engineer?", "Keep the team as it is"),
        ("Should we raise the price of the Pro plan?", "Keep prices as they are"),
        ("Should we wait with the hiring?", "Go ahead now"),
        ("Should we keep the Munich office?", "Make a change now"),
        ("Should we plant a tree or not?", "Keep things as they are"),
        ("Plant a tree: yes or no?", "Keep things as they are"),
    ],
)
def test_one_option_alone_gets_a_status_quo_that_fits_it(brief: str, expected: str) -> None:
    graph = draft(brief)
    assert graph.options[1].label == expected
    assert len(graph.options) == 2
    why = {rationale.target: rationale.why for rationale in graph.rationales}
    assert "compared with changing nothing" in why[graph.options[1].id]


def test_a_brief_that_proposes_the_status_quo_is_set_against_a_change() -> None:
    assert options("Should we keep things as they are?") == ["Keep things as they are", "Make a change now"]


def test_options_in_a_list_keep_what_is_said_of_them() -> None:
    graph = draft(
        "Options:\n- Hire two people. Slow but lasting.\n- Use an agency: quick, 120k\n- Do nothing"
    )
    assert [(o.label, o.body) for o in graph.options] == [
        ("Hire two people", "Slow but lasting"),
        ("Use an agency", "Quick, 120k"),
        ("Do nothing", ""),
    ]


def test_brackets_are_kept_as_what_is_said_of_an_option() -> None:
    graph = draft("Should we hire a second SRE (120k) or buy a managed service (60k a year)?")
    assert [(o.label, o.body) for o in graph.options] == [
        ("Hire a second SRE", "120k"),
        ("Buy a managed service", "60k a year"),
    ]


def test_a_list_of_facts_is_no_list_of_options() -> None:
    assert options("Context:\n- 40 people\n- 3 offices\nShould we close the Munich office?") == [
        "Close the Munich office",
        "Keep the Munich office as it is",
    ]


def test_a_list_within_a_line_is_unfolded() -> None:
    brief = "We must choose 1) build it ourselves, 2) buy Retool or 3) wait a year. Nobody is sure."
    assert options(brief) == ["Build it ourselves", "Buy Retool", "Wait a year"]


def test_lettered_lines_are_options_without_a_header() -> None:
    assert options("We need a decision on the logo. A: the blue one. B: the green one.") == [
        "The blue one",
        "The green one",
    ]


def test_later_sentences_add_options() -> None:
    brief = "Should we hire or outsource? Another option is to automate the reports. Or we could just wait."
    assert options(brief) == ["Hire", "Outsource", "Automate the reports"]


def test_more_than_six_options_are_cut_to_six() -> None:
    assert len(options("Should we use A1, B2, C3, D4, E5, F6, G7 or H8 for storage?")) == 6


def test_where_no_option_is_named_the_usual_ones_stand_in_and_say_so() -> None:
    graph = draft("What should we do about our technical debt?")
    assert graph.options[0].label == "Rewrite it"
    why = {rationale.target: rationale.why for rationale in graph.rationales}
    assert all("No alternatives were found" in why[option.id] for option in graph.options)


def test_slack_markup_does_not_reach_a_label() -> None:
    brief = "<!here> *should we* go w/ <https://a.io|Acme> or `Beta` &amp; Co? :thinking_face: <@U1>"
    assert options(brief) == ["Go with Acme", "Go with Beta & Co"]


def test_a_label_that_is_too_long_ends_at_a_natural_break() -> None:
    long = "move all the finance department's reporting jobs to the new warehouse, which Anna has tested"
    labels_ = options(f"Should we {long} for months, or wait?")
    assert labels_[0] == "Move all the finance department's reporting jobs to the new warehouse"
