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
    ],
)
def test_what_can_be_spent_is_the_budget(said: str, budget: str) -> None:
    assert read_brief(asked(said).brief).budget == budget


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Should we hire or wait? The grant deadline is March 15.", "March 15"),
        ("Should we hire or wait? Our lease ends on 30 April.", "30 April"),
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
