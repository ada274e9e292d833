from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.documents.brief import brief_document
from core.documents.clean import clean
from core.documents.limits import PASSAGE
from core.graph.sources import BRIEF_ID


def test_a_brief_is_a_document_of_its_sentences() -> None:
    document = brief_document("Should we hire?\u200b It costs $1.5M.\n- agency\n- staff")
    assert (document.id, document.name, document.kind) == (BRIEF_ID, "brief", "brief")
    assert [(p.number, p.text, p.location.label) for p in document.passages] == [
        (1, "Should we hire?", "sentence 1"),
        (2, "It costs $1.5M.", "sentence 2"),
        (3, "agency", "sentence 3"),
        (4, "staff", "sentence 4"),
    ]


def test_a_long_sentence_is_several_passages_of_one_sentence() -> None:
    document = brief_document("word " * 200 + "end. Next.")
    assert [p.location.label for p in document.passages] == ["sentence 1", "sentence 1", "sentence 2"]


@given(st.text(alphabet=st.characters(), max_size=300))
def test_every_passage_stands_word_for_word_in_the_brief(text: str) -> None:
    document = brief_document(text)
    seen = clean(text)
    place = 0
    for number, passage in enumerate(document.passages, 1):
        assert passage.number == number
        assert 0 < len(passage.text) <= PASSAGE
        place = seen.index(passage.text, place) + len(passage.text)
