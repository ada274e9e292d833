from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.llm.identifiers import Identifiers, slug

ID = re.compile(r"^[a-z][a-z0-9_]{0,39}$")
RAW = st.one_of(st.text(max_size=50), st.sampled_from(["hire", "Hire", "hire!", "h", "", "雇", "_", "node"]))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("use_agency", "use_agency"),
        ("Use Agency", "use_agency"),
        ("use-agency!", "use_agency"),
        ("Überprüfen", "uberprufen"),
        ("straße", "strasse"),
        ("3 engineers", "n_3_engineers"),
        ("a__b_", "a__b_"),
        ("x" * 39 + " yz", "x" * 39),
        ("雇用", ""),
        ("", ""),
    ],
)
def test_an_id_becomes_lower_case_words(raw: str, expected: str) -> None:
    assert slug(raw) == expected


def test_two_nodes_that_slug_alike_stay_two() -> None:
    ids = Identifiers(["Hire", "hire!", "HIRE"])
    assert len({ids.end(raw) for raw in ("Hire", "hire!", "HIRE")}) == 3


def test_an_id_given_twice_stays_one() -> None:
    ids = Identifiers(["Hire", "Hire"])
    assert ids.end("Hire") == "hire"


def test_a_valid_id_keeps_itself_even_when_it_comes_last() -> None:
    ids = Identifiers(["Hire", "hire"])
    assert (ids.end("hire"), ids.end("Hire")) == ("hire", "hire_2")


def test_a_link_finds_its_node_in_another_spelling() -> None:
    ids = Identifiers(["Use Agency"])
    assert ids.end("use_agency") == ids.end("USE-AGENCY") == ids.end("Use Agency") == "use_agency"


def test_an_end_that_is_no_node_stays_none() -> None:
    ids = Identifiers(["雇用", "hire"])
    assert ids.node("nowhere") is None
    assert ids.end("nowhere") == ids.end("nowhere") == "nowhere"
    assert ids.node("nowhere") is None
    assert ids.end("雇用") == "node"
    assert ids.end("契約") == "node_2"
    assert ids.node("契約") is None


@given(st.lists(RAW), st.lists(RAW))
def test_ids_are_valid_and_different_exactly_when_the_model_meant_different(
    nodes: list[str], ends: list[str]
) -> None:
    ids = Identifiers(nodes)
    named = {raw: ids.end(raw) for raw in nodes}
    assert all(ID.match(id_) for id_ in named.values())
    assert len(set(named.values())) == len(named)
    assert all(named[raw] == raw for raw in nodes if ID.fullmatch(raw))
    for raw in ends:
        assert ID.match(ids.end(raw))
        assert (ids.end(raw) in named.values()) == (ids.node(raw) is not None)
