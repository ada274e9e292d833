from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.model import Reading
from core.documents.ranking import scores, terms
from core.documents.selection import choose, select
from core.graph.sources import Location, Passage
from tests.unit.documents.here import passages

FILLER = [
    "The lobby was painted again in spring.",
    "Lunch is served at noon.",
    "The car park has forty places.",
]
ANSWER = "An agency rebuilt a similar warehouse within seven months."
BRIEF = "Should we use an agency to rebuild the warehouse?"


def filler(count: int) -> list[str]:
    draw = random.Random(3)
    return [f"{draw.choice(FILLER)} {number}" for number in range(count)]


def size(chosen: Sequence[Passage]) -> int:
    return sum(len(passage.text) for passage in chosen)


def row(number: int, sheet: str | None = None) -> Location:
    return Location(place="row", first=number, last=number, sheet=sheet)


def reading_of(found: tuple[Passage, ...]) -> Reading:
    return Reading(kind="txt", passages=found, summary="", warnings=(), characters=size(found))


def test_a_short_file_is_kept_whole() -> None:
    whole = passages(["One.", "Two."])
    assert select(whole, BRIEF) == whole


@pytest.mark.parametrize("place", [3, 250, 498])
def test_the_answer_is_found_wherever_it_stands(place: int) -> None:
    lines = filler(500)
    lines[place] = ANSWER
    assert ANSWER in [passage.text for passage in select(passages(lines), BRIEF)]


def test_the_answer_is_found_in_japanese_which_has_no_spaces() -> None:
    lines = [f"昼食は正午に出されます{number}。" for number in range(800)]
    lines[600] = "代理店は倉庫を七か月で再建した。"
    chosen = select(passages(lines), "倉庫の再建を代理店に任せるべきか", budget=1_500)
    assert lines[600] in [passage.text for passage in chosen]


def test_the_opening_is_always_kept() -> None:
    lines = filler(500)
    lines[400:420] = [ANSWER] * 20
    chosen = select(passages(lines), BRIEF)
    opening = [passage.number for passage in chosen][:12]
    assert opening == list(range(1, 13))
    assert size(chosen[:12]) >= 400


def test_the_header_of_a_table_is_always_kept_and_only_for_sheets_that_are_shown() -> None:
    rows = []
    for sheet in ("Plan", "Costs", "Notes"):
        lines = [f"{sheet} header", *(f"{line} {sheet}" for line in filler(100))]
        if sheet == "Costs":
            lines[90] = ANSWER
        rows += [(text, row(n, sheet)) for n, text in enumerate(lines, 1)]
    found = tuple(Passage(number=n, text=text, location=where) for n, (text, where) in enumerate(rows, 1))
    chosen = select(found, BRIEF, budget=1_600)
    assert ANSWER in {passage.text for passage in chosen}
    shown = {passage.location.sheet for passage in chosen if passage.location.first > 1}
    assert {passage.location.sheet for passage in chosen if passage.location.first == 1} == shown
    assert {"Plan", "Costs"} <= shown


def test_a_header_may_take_a_quarter_of_the_budget_at_most() -> None:
    header = [Passage(number=n, text="x" * 600, location=row(1)) for n in range(1, 11)]
    rows = [Passage(number=n, text=ANSWER, location=row(n)) for n in range(11, 200)]
    chosen = select((*header, *rows), BRIEF, budget=4_000)
    assert [passage.number for passage in chosen if passage.location.first == 1] == [1]
    assert size(chosen) > 3_900


def test_of_a_stretch_that_no_longer_fits_the_best_passages_are_kept() -> None:
    lines = filler(600)
    lines[100], lines[300], lines[500] = ANSWER, f"{ANSWER} So it was.", f"{ANSWER} It was an agency."
    chosen = [passage.text for passage in select(passages(lines), BRIEF, budget=1_600)]
    assert {lines[100], lines[300], lines[500]} <= set(chosen)


def test_without_a_brief_the_beginning_is_kept() -> None:
    chosen = select(passages(filler(500)), "")
    assert [passage.number for passage in chosen] == list(range(1, len(chosen) + 1))


def test_no_budget_keeps_nothing() -> None:
    assert select(passages(["One."]), BRIEF, budget=0) == ()
    assert select((), BRIEF) == ()


def test_each_file_gets_its_share_and_a_short_one_leaves_it_to_the_others() -> None:
    short, long = reading_of(passages(["Fast."])), reading_of(passages(filler(900)))
    chosen = choose([long, short, long], BRIEF, per_file=5_000, total=6_000)
    assert [size(found) for found in chosen][1] == 5
    assert all(2_800 < size(found) <= 2_998 for found in (chosen[0], chosen[2]))
    assert choose([], BRIEF) == ()


def test_ten_files_of_a_draft_may_have_five_thousand_characters_each() -> None:
    chosen = choose([reading_of(passages(filler(500)))] * 10, BRIEF)
    assert all(4_900 < size(found) <= 5_000 for found in chosen)


TEXTS = st.lists(st.text(alphabet="ab 日本。", min_size=1, max_size=600), max_size=40)


@given(TEXTS, st.text(alphabet="ab 日本", max_size=30), st.integers(0, 4_000))
def test_a_choice_keeps_the_budget_the_order_and_the_passages_as_they_are(
    lines: list[str], brief: str, budget: int
) -> None:
    whole = passages(lines)
    chosen = select(whole, brief, budget)
    assert size(chosen) <= budget
    assert [passage.number for passage in chosen] == sorted({passage.number for passage in chosen})
    assert set(chosen) <= set(whole)


@given(st.lists(TEXTS, max_size=5), st.integers(0, 2_000), st.integers(0, 6_000))
def test_the_shares_never_exceed_the_total_nor_a_file_its_limit(
    files: list[list[str]], per_file: int, total: int
) -> None:
    readings = [reading_of(passages(lines)) for lines in files]
    chosen = choose(readings, "ab 日本", per_file, total)
    assert len(chosen) == len(readings)
    assert all(size(found) <= per_file for found in chosen)
    assert sum(map(size, chosen)) <= total


def test_terms_are_folded_stripped_of_endings_and_of_common_words() -> None:
    told = terms("The Agencies are REBUILDING 2 warehouses, ﬁne")
    assert told == ["agenc", "rebuild", "2", "warehous", "fine"]


def test_terms_of_scripts_without_spaces_are_pairs_of_characters() -> None:
    assert terms("倉庫の再建 2027年度AI") == ["倉庫", "庫の", "の再", "再建", "年度", "2027", "ai"]
    assert terms("年") == ["年"]


def test_a_rare_word_counts_more_than_one_that_is_everywhere() -> None:
    texts = ["cost cost", "cost agency", "cost lunch", "cost noon"]
    ranked = scores(texts, "cost agency")
    assert max(ranked) == ranked[1]


def test_a_neighbour_of_what_fits_is_better_than_a_stranger() -> None:
    ranked = scores(["lunch", "agency", "noon", "park"], "agency")
    assert ranked[1] > ranked[0] == ranked[2] > ranked[3] == 0


def test_texts_without_a_term_score_nothing() -> None:
    assert scores(["", " the "], "agency") == [0, 0]
