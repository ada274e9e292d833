from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.graph.model import Provenance
from core.graph.sources import Document, Location, Passage, cite, cut, stands, words
from tests.unit.graph.strategies import quick

LINE = Location(place="line", first=3, last=3)
texts = st.text(alphabet=st.sampled_from("abc äß漢字 \n\t.,-"), max_size=300)


def document(*passages: str, id_: str = "D1", name: str = "interviews.md") -> Document:
    numbered = (
        Passage(number=number, text=text, location=replace(LINE, first=number, last=number))
        for number, text in enumerate(passages, start=1)
    )
    return Document(id=id_, name=name, kind="md", passages=tuple(numbered))


def test_a_location_reads_as_people_say_it() -> None:
    assert Location(place="page", first=3, last=3).label == "page 3"
    assert Location(place="line", first=10, last=14).label == "lines 10–14"
    assert Location(place="row", first=7, last=7, sheet="Costs").label == "sheet Costs, row 7"


def test_a_passage_is_found_by_its_number() -> None:
    shown = document("one", "two")
    found = shown.passage(2)
    assert found is not None
    assert found.text == "two"
    assert shown.passage(3) is None


def test_words_are_distinct_and_case_folded() -> None:
    assert words("Straße, strasse STRASSE 42!") == {"strasse", "42"}


@quick
@given(texts, texts, st.integers(min_value=1, max_value=120))
def test_a_cut_stands_word_for_word_in_the_text_and_keeps_the_limit(text: str, note: str, limit: int) -> None:
    piece = cut(text, note, limit)
    assert piece in text
    assert len(piece) <= limit
    assert bool(piece) == bool(text.strip())


def test_a_short_text_is_kept_whole() -> None:
    assert cut("  agency, 180000 ", "anything") == "agency, 180000"


def test_a_long_text_is_cut_at_words_around_those_the_note_shares() -> None:
    text = "one two three four five six seven eight nine ten"
    assert cut(text, "seven nine", limit=20) == "six seven eight nine"
    assert cut(text, "nothing shared", limit=9) == "one two"


def test_of_equal_cuts_the_earliest_is_taken() -> None:
    assert cut("cost and more and more and cost and more", "cost", limit=8) == "cost and"


def test_a_word_longer_than_the_limit_is_cut_within() -> None:
    assert cut("a" * 30 + " b", "", limit=10) == "a" * 10


def test_a_citation_has_its_quote_its_place_and_its_document() -> None:
    assert cite(document("one", "rebuilt a similar warehouse"), 2, "warehouse") == Provenance(
        source="interviews.md",
        quote="rebuilt a similar warehouse",
        location="line 2",
        document="D1",
        passage=2,
    )


def test_a_citation_of_the_brief_names_the_brief() -> None:
    cited = cite(document("Launch by June.", id_="B", name="whatever"), 1)
    assert cited is not None
    assert cited.source == "brief"


def test_a_passage_that_is_not_shown_or_empty_cannot_be_cited() -> None:
    assert cite(document("one"), 2) is None
    assert cite(document(" "), 1) is None


@quick
@given(st.lists(texts, min_size=1, max_size=4), st.data())
def test_every_citation_made_here_stands(passages: list[str], data: st.DataObject) -> None:
    shown = document(*passages)
    cited = cite(shown, data.draw(st.integers(min_value=0, max_value=5)), data.draw(texts))
    assert cited is None or stands(cited, [document("other", id_="D2"), shown])


def test_a_quote_that_is_not_there_does_not_stand() -> None:
    shown = document("rebuilt a similar warehouse", "two")
    cited = cite(shown, 1)
    assert cited is not None
    assert not stands(replace(cited, quote="rebuilt a warehouse"), [shown])
    assert not stands(replace(cited, location="line 2"), [shown])
    assert not stands(replace(cited, passage=9), [shown])
    assert not stands(replace(cited, passage=None), [shown])
    assert not stands(replace(cited, document="D9"), [shown])
    assert not stands(cited, [])


def test_a_hypothesis_stands_only_while_it_cites_nothing() -> None:
    guess = Provenance(source="hypothesis", quote="Nobody has measured it")
    assert guess.is_hypothesis
    assert stands(guess, [])
    assert not stands(replace(guess, document="D1"), [document("one")])
