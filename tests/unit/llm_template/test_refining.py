"""Replies carried out without a model: what changes, what stays, what is said to be undone."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents.brief import brief_document, reply_document
from core.graph.change_lines import lines
from core.graph.diff import diff
from core.graph.letters import letters
from core.graph.model import MAX_WHY, Edge, Graph, Node
from core.graph.rules import validate
from core.graph.sources import Document, stands
from core.llm.provider import ModelCall, Task
from core.llm.replies import Drafted, parse
from tests.unit.llm_template.drafted import answer, document, draft, labels

BRIEF = (
    "Should we hire three engineers, use an agency or train our own staff for the rebuild? "
    "What matters is cost, speed and quality."
)
ADDED = "Added option “{}”"


@cache
def start(brief: str = BRIEF) -> Graph:
    return draft(brief)


def asked(
    *said: str,
    graph: Graph | None = None,
    brief: str = BRIEF,
    added: tuple[Document, ...] = (),
    risks: bool = False,
) -> ModelCall:
    replies = tuple(reply_document(text, number) for number, text in enumerate(said, start=1))
    return ModelCall(
        task=Task.REFINE,
        brief=brief_document(brief),
        graph=graph or start(brief),
        instructions=replies,
        added=added,
        risks=risks,
    )


def refined(call: ModelCall) -> Drafted:
    drafted = parse(answer(call).text, call, source="template", model="", prompt_version="")
    assert drafted.dangling_citations == 0
    assert [found for found in validate(drafted.graph) if found.severity == "error"] == []
    return drafted


def changes(call: ModelCall) -> list[str]:
    assert call.graph is not None
    graph = refined(call).graph
    return [
        line
        for line in lines(diff(call.graph, graph), call.graph, graph)
        if not line.startswith("Added link")
    ]


HIRE, AGENCY, TRAIN = "Hire three engineers", "Use an agency", "Train our own staff for the rebuild"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Drop option B and add freelancers", [ADDED.format("Freelancers"), f"Removed option “{AGENCY}”"]),
        ("drop the agency", [f"Removed option “{AGENCY}”"]),
        ("Please remove option B.", [f"Removed option “{AGENCY}”"]),
        ("can you delete the training option?", [f"Removed option “{TRAIN}”"]),
        ("drop the agancy", [f"Removed option “{AGENCY}”"]),
        ("The agency is off the table", [f"Removed option “{AGENCY}”"]),
        (
            'add options "Offshore team" and "Do nothing"',
            [ADDED.format("Do nothing"), ADDED.format("Offshore team")],
        ),
        (
            "- drop option A\n- add a pilot project",
            [ADDED.format("Pilot project"), f"Removed option “{HIRE}”"],
        ),
        ("Add option D: wait a year", [ADDED.format("Wait a year")]),
        ("add outcome team morale", ["Added outcome “Team morale”"]),
        ("drop the outcome speed", ["Removed outcome “Speed”"]),
        ("rename option A to Hire four engineers", [f"Renamed option “{HIRE}” to “Hire four engineers”"]),
        ('call B "Use a boutique agency"', [f"Renamed option “{AGENCY}” to “Use a boutique agency”"]),
        ("change the goal to: Ship by May", ["Renamed goal “{goal}” to “Ship by May”"]),
        ("rename the title to Staffing the rebuild", ["Title: “{title}” is now “Staffing the rebuild”"]),
        ("set the belief of agency → speed to 0.7", ["How sure: “Use an agency → Speed” 50 → 70%"]),
        ("how sure agency -> speed: 70 %", ["How sure: “Use an agency → Speed” 50 → 70%"]),
        ("I'm very sure that hiring raises cost", ["How sure: “Hire three engineers → Cost” 50 → 90%"]),
        ("B → Speed is 65% likely", ["How sure: “Use an agency → Speed” 50 → 65%"]),
        ("set the weight of agency on cost to 0.8", ["How strong: “Use an agency → Cost” 30 → 80%"]),
        ("set the weight of agency on cost to -0.8", ["How strong: “Use an agency → Cost” 30 → −80%"]),
        ("the agency lowers cost", ["How strong: “Use an agency → Cost” 30 → −30%"]),
        ("hiring raises cost strongly", ["How strong: “Hire three engineers → Cost” 40 → 70%"]),
        ("lower is better for quality", ["“Quality”: want less, was want more"]),
        ("higher is better for cost", ["“Cost”: want more, was want less"]),
        ("remove the link from agency to cost", ["Removed link “Use an agency → Cost”"]),
        ("the agency does not affect cost", ["Removed link “Use an agency → Cost”"]),
    ],
)
def test_a_plain_request_is_carried_out(said: str, expected: list[str]) -> None:
    graph = start()
    names = {"goal": labels(graph, "goal")[0], "title": graph.title}
    assert changes(asked(said)) == [line.format(**names) for line in expected]


ELSEWHERE = {
    "de": (
        "Sollen wir drei Entwickler einstellen oder eine Agentur beauftragen oder unsere Leute schulen?",
        "Streiche Option B und füge Freiberufler hinzu. Benenne Option A in Vier Leute einstellen um",
        ("Freiberufler", "Vier Leute einstellen"),
    ),
    "fr": (
        "Devons-nous recruter trois ingénieurs, choisir une agence ou former notre équipe ?",
        "Supprimez l'option B et ajoutez des freelances. Renommez l'option A en Recruter quatre personnes",
        ("Freelances", "Recruter quatre personnes"),
    ),
    "es": (
        "¿Debemos contratar tres ingenieros, usar una agencia o formar a nuestro equipo?",
        "Elimina la opción B y añade freelances. Renombra la opción A a Contratar cuatro personas",
        ("Freelances", "Contratar cuatro personas"),
    ),
    "it": (
        "Dobbiamo assumere tre ingegneri, usare un'agenzia o formare la nostra squadra?",
        "Elimina l'opzione B e aggiungi freelance. Rinomina l'opzione A in Assumere quattro persone",
        ("Freelance", "Assumere quattro persone"),
    ),
    "pt": (
        "Devemos contratar três engenheiros, usar uma agência ou formar a nossa equipe?",
        "Remova a opção B e adicione freelancers. Renomeie a opção A para Contratar quatro pessoas",
        ("Freelancers", "Contratar quatro pessoas"),
    ),
    "nl": (
        "Moeten we drie ontwikkelaars aannemen, een bureau inhuren of ons team opleiden?",
        "Schrap optie B en voeg freelancers toe. Hernoem optie A naar Vier mensen aannemen",
        ("Freelancers", "Vier mensen aannemen"),
    ),
    "ja": (
        "エンジニアを採用するか、外注するか、社員を教育するか？重要なのは費用と品質です。",
        "選択肢Bを削除して、フリーランスを追加してください。選択肢Aの名前を四人採用に変更",
        ("フリーランス", "四人採用"),
    ),
}


FOUR = {
    "en": "Should we hire engineers, use an agency, train our staff or wait a year?",
    "de": "Sollen wir Entwickler einstellen, eine Agentur beauftragen, unsere Leute schulen oder abwarten?",
    "fr": "Devons-nous recruter, choisir une agence, former notre équipe ou attendre un an ?",
    "es": "¿Debemos contratar, usar una agencia, formar a nuestro equipo o esperar un año?",
    "it": "Dobbiamo assumere, usare un'agenzia, formare la nostra squadra o aspettare un anno?",
    "pt": "Devemos contratar, usar uma agência, formar a nossa equipe ou esperar um ano?",
    "nl": "Moeten we mensen aannemen, een bureau inhuren, ons team opleiden of wachten?",
    "ja": "エンジニアを採用するか、外注するか、社員を教育するか、待つか？",
}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "drop A and B"),
        ("en", "Drop both A and B, please"),
        ("en", "remove option A and option B"),
        ("en", "rule out a & b"),
        ("en", "drop A/B"),
        ("de", "Entferne A und B"),
        ("de", "Entfernen Sie bitte die Optionen A und B"),
        ("de", "Streiche A & B, danke"),
        ("de", "Lassen Sie A und B weg"),
        ("fr", "Retire A et B"),
        ("fr", "Enlevez les options A et B, s'il vous plaît"),
        ("fr", "Retirez l'option A et l'option B"),
        ("es", "Quita A y B"),
        ("es", "Saca la opción A y la opción B, por favor"),
        ("es", "Elimine ambas opciones: A y B"),
        ("it", "Rimuovi A e B"),
        ("it", "Elimina A ed B, per favore"),
        ("it", "Tolga l'opzione A e l'opzione B"),
        ("pt", "Remova A e B"),
        ("pt", "Remova as opções A e B"),
        ("pt", "Retire a A e a B, por favor"),
        ("pt", "remova a e b"),
        ("nl", "Verwijder A en B"),
        ("nl", "Schrap beide opties A en B"),
        ("ja", "AとBを削除してください"),
        ("ja", "選択肢Aと選択肢Bを削除"),
    ],
)
def test_two_options_are_dropped_in_one_request(code: str, said: str) -> None:
    graph = start(FOUR[code])
    call = asked(said, graph=graph, brief=FOUR[code])
    after = refined(call)
    assert after.undone == ()
    assert set(labels(graph, "option")) - set(labels(after.graph, "option")) == {
        node.label for node in graph.options[:2]
    }


@pytest.mark.parametrize(
    ("code", "said", "gone"),
    [
        ("pt", "Remova A", {"Contratar"}),
        ("pt", "Remova a agência", {"Usar uma agência"}),
        ("pt", "Remova a agência e esperar", {"Usar uma agência", "Esperar um ano"}),
        ("de", "Streiche die Agentur und das Abwarten", {"Eine Agentur beauftragen", "Abwarten"}),
        ("en", "drop the agency and training", {"Use an agency", "Train our staff"}),
        ("en", "drop A, and Z", set()),
        ("en", "drop A, B and C", set()),
    ],
)
def test_what_is_dropped_is_all_that_is_named_or_nothing(code: str, said: str, gone: set[str]) -> None:
    graph = start(FOUR[code])
    after = refined(asked(said, graph=graph, brief=FOUR[code]))
    assert set(labels(graph, "option")) - set(labels(after.graph, "option")) == gone
    assert bool(after.undone) is not bool(gone)


def test_a_label_that_is_a_list_itself_is_one_node() -> None:
    brief = "Should we: \n- hire and train\n- hire\n- train\n- wait"
    graph = start(brief)
    assert "Hire and train" in labels(graph, "option")
    after = refined(asked("drop hire and train", graph=graph, brief=brief))
    assert set(labels(graph, "option")) - set(labels(after.graph, "option")) == {"Hire and train"}


@pytest.mark.parametrize("code", ELSEWHERE)
def test_it_reads_plain_requests_in_other_languages(code: str) -> None:
    brief, said, (added, renamed) = ELSEWHERE[code]
    before = start(brief)
    drafted = refined(asked(said, brief=brief))
    first, second, *_ = [option.label for option in before.options]
    now = labels(drafted.graph, "option")
    assert drafted.undone == ()
    assert {added, renamed} <= set(now)
    assert not {first, second} & set(now)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("drop the moon", "“drop the moon”: nothing in the graph is called “the moon”."),
        ("drop option F", "“drop option F”: there is no option F."),
        ("drop B and C", "“drop B and C”: The graph has 1 option; it needs 2 to 6."),
        ("add option use an agency", "there is an option “Use an agency” already."),
        ("add goal world peace", "a graph has one goal already; it can be renamed."),
        ("add risk that the agency goes bust", "risks and factors are switched off here"),
        ("make it nicer", "this was not understood as a change that can be made without a model."),
        ("lower is better for option A", "is an option; only outcomes have a wanted direction."),
        ("the moon raises cost", "nothing in the graph is called “the moon”."),
        ("set how sure the moon raises the sun to 70 %", "no link of the graph was recognised"),
        ("drop option A and B and the moon", "nothing in the graph is called"),
        ("add link agency", "a new link needs both of its ends."),
        ("add outcome ---", "the new outcome has no name."),
        ("the agency does not affect the moon", "nothing in the graph is called “the moon”."),
        ("drop hire and agency", "The graph has 1 option; it needs 2 to 6."),
        ("add link from cost to option A", "a link from outcome to option says nothing of an effect."),
        ("set the belief of agency → speed to 170 %", "it goes from 0 to 1"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_that_names_it(said: str, why: str) -> None:
    drafted = refined(asked(said))
    assert len(drafted.undone) == 1
    assert why in drafted.undone[0]
    assert set(drafted.graph.nodes) == set(start().nodes)


def test_what_can_be_done_is_done_beside_what_cannot() -> None:
    drafted = refined(asked("Drop option A. Make it better; rename C to Train everybody", "drop the moon"))
    assert set(labels(drafted.graph, "option")) == {"Train everybody", AGENCY}
    assert len(drafted.undone) == 2


def test_replies_are_carried_out_in_order_each_on_what_the_one_before_left() -> None:
    call = asked("add option pilot project", "rename pilot project to Small pilot", "Small pilot raises cost")
    graph = refined(call).graph
    added = next(option for option in graph.options if option.label == "Small pilot")
    assert letters(graph)[added.id] == "D"
    edge = next(edge for edge in graph.edges if edge.key == (added.id, "cost"))
    assert edge.weight is not None
    assert edge.weight > 0


def test_a_new_link_rests_on_the_reply_that_states_it() -> None:
    call = asked("the agency does not affect cost", "the agency lowers cost")
    graph = refined(call).graph
    edge = next(edge for edge in graph.edges if edge.key == ("use_an_agency", "cost"))
    assert edge.provenance is not None
    assert (edge.provenance.document, edge.provenance.quote) == ("R2", "the agency lowers cost")
    assert (edge.belief, edge.weight) == (0.6, -0.4)


def test_a_link_that_was_dropped_can_be_added_again_between_two_nodes() -> None:
    graph = refined(asked("remove the link from agency to cost. Add a link from agency to cost")).graph
    assert any(edge.key == ("use_an_agency", "cost") for edge in graph.edges)
    drafted = refined(asked("remove the link from agency to cost", "the agency does not affect cost"))
    assert drafted.undone == (
        "“the agency does not affect cost”: there is no link from “Use an agency” to “Cost”.",
    )


def test_several_are_dropped_by_one_request_where_enough_stay() -> None:
    call = asked("add freelancers", "add a pilot", "drop options A and B")
    assert set(labels(refined(call).graph, "option")) == {TRAIN, "Freelancers", "Pilot"}


def test_risks_are_added_where_they_are_switched_on() -> None:
    graph = refined(asked("add risk that the agency goes bust", risks=True)).graph
    assert labels(graph, "risk") == ("Agency goes bust",)


def test_letters_stay_when_an_option_before_them_is_dropped() -> None:
    call = asked("drop option A")
    graph = refined(call).graph
    assert {node.label: letters(graph)[node.id] for node in graph.options} == {AGENCY: "B", TRAIN: "C"}


def test_a_survey_becomes_the_source_of_links_that_had_none() -> None:
    survey = document(
        "D1",
        "survey.csv",
        "option, cost, quality",
        "Hire three engineers, 300000, high",
        "Use an agency, 180000, low",
        "Train our own staff, 60000, medium",
    )
    call = asked("use this survey", added=(survey,))
    drafted = refined(call)
    assert drafted.undone == ()
    cited = {edge.key for edge in drafted.graph.edges if edge.provenance and edge.provenance.document == "D1"}
    assert ("hire_three_engineers", "cost") in cited
    assert all(stands(e.provenance, call.shown) for e in drafted.graph.edges if e.provenance)


def test_a_file_without_a_word_is_evidence_too_and_one_that_says_nothing_is_told_of() -> None:
    poem = document("D1", "poem.txt", "Roses are red.", "Violets are blue.")
    drafted = refined(asked(added=(poem,)))
    assert drafted.undone == (
        "Nothing in poem.txt was recognised as saying how an option moves an outcome without a source.",
    )
    assert set(drafted.graph.edges) == set(start().edges)


def test_a_graph_that_breaks_rules_is_made_valid_before_it_is_revised() -> None:
    broken = Graph(
        title="Late",
        nodes=(Node(id="late", kind="goal", label="On time"), Node(id="how", kind="decision", label="How?")),
        edges=(Edge(src="late", dst="how"),),
    )
    drafted = refined(asked("add option pilot project", graph=broken))
    assert "Pilot project" in labels(drafted.graph, "option")


verbs = st.sampled_from(
    [
        "drop",
        "add",
        "add option",
        "add outcome",
        "rename option A to",
        "remove",
        "call B",
        "set how sure",
        "use",
    ]
)
things = st.sampled_from(
    [
        *[
            "option A",
            "B",
            "option F",
            "the agency",
            "cost",
            "agency → cost to 70 %",
            "hire",
            "everything",
            "Zürich 🚀",
        ],
        *["a pilot and a prototype", "“quoted”", "<b>bold</b>", "</draft>", "R1", "D1", "goal", ""],
        "x" * 90,
    ]
)
requests = st.lists(st.builds("{} {}".format, verbs, things) | st.text(max_size=40), min_size=1, max_size=6)
rows = st.lists(
    st.sampled_from(["agency, 180000", "the agency is much cheaper", "hire, 1", "quality fell", "x"]),
    max_size=4,
)


def test_what_takes_the_name_of_something_removed_gets_an_id_of_its_own() -> None:
    before = start()
    graph = refined(asked("drop cost. add cost")).graph
    kinds = {node.id: node.kind for node in before.nodes}
    assert all(kinds.get(node.id, node.kind) == node.kind for node in graph.nodes)


@settings(max_examples=60, deadline=None)
@given(said=st.lists(st.builds(". ".join, requests), max_size=3), table=rows, risks=st.booleans())
def test_whatever_is_asked_the_graph_is_valid_and_what_stays_keeps_its_id_and_letter(
    said: list[str],
    table: list[str],
    risks: bool,  # noqa: FBT001  hypothesis gives it by name
) -> None:
    added = (document("D1", "survey.txt", *table),) if table else ()
    call = asked(*said, added=added, risks=risks)
    before = start()
    drafted = refined(call)
    graph = drafted.graph
    assert graph.option_order[: len(before.option_order)] == before.option_order
    kinds = {node.id: node.kind for node in before.nodes}
    assert all(kinds.get(node.id, node.kind) == node.kind for node in graph.nodes)
    before_letters, now = letters(before), letters(graph)
    assert all(now[id_] == letter for id_, letter in before_letters.items() if id_ in now)
    supports = [edge.provenance for edge in graph.edges if edge.provenance]
    assert all(stands(support, call.shown) for support in supports)
    assert all(0 < len(why) <= MAX_WHY for why in drafted.undone)
    assert refined(call) == drafted
