"""Sums and dates of a brief, and the words that look like them and are none."""

from __future__ import annotations

import pytest

from core.llm.template.reading import read_brief
from tests.unit.llm_template.drafted import asked, graph_of


@pytest.mark.parametrize(
    ("said", "budget"),
    [
        ("Should we hire or wait? We have $90,000.", "$90,000"),
        ("Should we hire or wait? We've got about €40k set aside.", "€40k"),
        ("Should we hire or wait? We have $2M in revenue.", ""),
        ("Should we hire or wait? We have 300k users.", ""),
        ("Should we hire or wait? The budget gap is $85,000.", ""),
        ("Sollen wir einstellen oder warten? Wir haben 80.000 €.", "80.000 €"),
        ("Sollen wir einstellen oder warten? Budget: 1,2 Millionen Euro.", "1,2 Millionen Euro"),
        ("Faut-il embaucher ou attendre ? Il nous reste 30 000 euros.", "30 000 euros"),
        ("¿Debemos contratar o esperar? Tenemos 200.000 €.", "200.000 €"),
        ("Dobbiamo assumere o aspettare? Abbiamo 45.000 euro.", "45.000 euro"),
        ("Devemos contratar ou esperar? Temos R$ 1,8 milhão.", "R$ 1,8 milhão"),
        ("Devemos contratar ou esperar? O orçamento é de R$ 300 mil por ano.", "R$ 300 mil por ano"),
        ("Moeten we iemand aannemen of wachten? We hebben € 60.000.", "€ 60.000"),
        ("Should we hire or wait? Spending is capped at $30k.", "$30k"),
        ("Should we hire or wait? There is a budget cap of $30k.", "$30k"),
        ("Should we hire or wait? There's a hard cap of $30k.", "$30k"),
        ("Should we hire or wait? We have a $30k cap.", "$30k"),
        ("Should we hire or wait? It must not exceed €30k. Is it safe?", "€30k"),
        ("Sollen wir einstellen oder warten? Die Kosten sind bei 30.000 € gedeckelt.", "30.000 €"),
        ("Faut-il embaucher ou attendre ? Les frais sont plafonnés à 30 000 €.", "30 000 €"),
        ("採用するか外注するか。上限は300万円です。", "300万円"),
        ("Should we buy a press for $200k or lease one for $40k? Our budget is $200k.", "$200k"),
        ("Given our budget of $300k, should we buy Beta for $200k or build it for $100k?", "$300k"),
    ],
)
def test_what_can_be_spent_is_the_budget(said: str, budget: str) -> None:
    assert read_brief(asked(said).brief).budget == budget


@pytest.mark.parametrize(
    "said",
    [
        "Should we take the SAFE with a $30M cap or the priced round?",
        "Should we raise on a $30M cap or wait?",
        "Accel offers a SAFE with a discount. There is a cap of $30M. Should we sign or wait?",
        "Should we hire or wait? Our market cap is $30M.",
        "Should we hire or wait? We are a mid-cap company; the loan was $30M.",
        "Should we insure it or not? Liability is capped at $1M.",
        "Should we file it now or wait? The maximum fine is €20k.",
        "Should we switch to Acme or stay? We could save up to $30k.",
        "Should we accept a cap of $30M from Accel or one of $25M from Sequoia?",
        "Should we spend $30k on ads or $50k on events?",
        "Which agency?\n- Acme, up to $30k\n- Beta, up to $50k",
        "Sollen wir die Obergrenze der Bewertung von 30 Mio. € annehmen oder warten?",
        "Faut-il accepter un plafond de valorisation de 5 M€ ou attendre ?",
        "¿Debemos aceptar un tope de valoración de 30 millones de euros o esperar?",
        "Dobbiamo accettare il tetto di valutazione di 5 milioni di euro o aspettare?",
        "Devemos aceitar o teto de valuation de R$ 30 milhões ou esperar?",
        "Moeten we een plafond van € 5 miljoen voor de waardering accepteren of wachten?",
        "評価額の上限30億円を受け入れるか、待つか。",
    ],
)
def test_the_most_of_something_else_is_no_budget(said: str) -> None:
    assert read_brief(asked(said).brief).budget == ""


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Should we hire or wait? The grant deadline is March 15.", "March 15"),
        ("Should we hire or wait? Our lease ends on 30 April.", "30 April"),
        ("Should we hire or wait? Rebuild it before the March renewals.", "before the March renewals"),
        ("Should we hire or wait? It must be done by the end of March.", "by the end of March"),
        ("Should we hire or wait? It must be done before March and cost little.", "before March"),
        ("¿Debemos contratar o esperar? Hay que decidir antes del 1 de junio.", "antes del 1 de junio"),
        ("採用するべきか、外注するべきか。来年3月までに始めたい。", "来年3月までに"),
        ("図書館を改修するか、新築するかを6月までに決める必要があります。", "6月までに"),
    ],
)
def test_the_date_is_told_without_the_words_that_set_it(said: str, date: str) -> None:
    assert read_brief(asked(said).brief).deadline == date


@pytest.mark.parametrize(
    ("brief", "title"),
    [
        (
            "Hire 2 SREs in Lisbon, move to a new rota with Sydney or cut the number of pages by half?",
            "Hire 2 SREs, move to a new rota or cut the number of pages",
        ),
        (
            "Moeten we een tweede winkel in Utrecht openen, de webshop uitbouwen of een jaar wachten?",
            "Een tweede winkel openen, de webshop uitbouwen, …",
        ),
        (
            "Der Stadtrat muss entscheiden: Freibad sanieren oder schließen?",
            "Freibad sanieren oder schließen",
        ),
        ("来年度の修学旅行は沖縄と北海道のどちらがいいでしょうか。", "来年度の修学旅行: 沖縄、北海道"),
    ],
)
def test_a_title_is_made_of_whole_phrases(brief: str, title: str) -> None:
    assert graph_of(asked(brief)).title == title


def test_something_to_be_settled_is_nothing_to_be_chosen() -> None:
    graph = graph_of(asked("Move or stay? We need to settle it before the lease ends."))
    assert [option.label for option in graph.options] == ["Move", "Stay"]
    assert "it" not in graph.of_kind("decision")[0].label.split()
