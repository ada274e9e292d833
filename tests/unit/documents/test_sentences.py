from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.clean import clean
from core.documents.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $1.5M. We wait.", ["It costs $1.5M.", "We wait."]),
        ("It grew 3.5 % (e.g. in May). Fine!", ["It grew 3.5 % (e.g. in May).", "Fine!"]),
        ("Dr. Smith met Mr. Jones vs. us. Done.", ["Dr. Smith met Mr. Jones vs. us.", "Done."]),
        ("See No. 5 and p. 12. It is no. We stop.", ["See No. 5 and p. 12.", "It is no.", "We stop."]),
        ("By J. R. Smith in the U.S. on Dec. 3. Rain.", ["By J. R. Smith in the U.S. on Dec. 3.", "Rain."]),
        ("Choose option B. The team agrees.", ["Choose option B.", "The team agrees."]),
        ('"Why?" he asked. “Because.” She left.', ['"Why?" he asked.', "“Because.”", "She left."]),
        ("We wait... maybe. Or not… Perhaps.", ["We wait... maybe.", "Or not…", "Perhaps."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("One sentence without an end", ["One sentence without an end"]),
    ],
)
def test_english_is_split_at_its_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Das kostet z. B. am 3. Mai ca. 5 Mio. Euro. Im 2. Quartal bzw. später mehr.",
            ["Das kostet z. B. am 3. Mai ca. 5 Mio. Euro.", "Im 2. Quartal bzw. später mehr."],
        ),
        ("Mme. Dupont hésite. Voilà !", ["Mme. Dupont hésite.", "Voilà !"]),
        (
            "El Sr. Pérez dijo 1.500,50. ¿Qué hacemos? ¡Nada!",
            ["El Sr. Pérez dijo 1.500,50.", "¿Qué hacemos?", "¡Nada!"],
        ),
        ("Il dott. Rossi arriva. È tardi.", ["Il dott. Rossi arriva.", "È tardi."]),
        ("Ver pág. 4. Não sei.", ["Ver pág. 4.", "Não sei."]),
        ("Dhr. de Vries komt bijv. morgen. Goed.", ["Dhr. de Vries komt bijv. morgen.", "Goed."]),
        ("会議は東京で行われた。費用は百万円です！", ["会議は東京で行われた。", "費用は百万円です！"]),
        ("「はい。」と言った。次へ。", ["「はい。」と言った。", "次へ。"]),
    ],
)
def test_other_languages_are_split_at_theirs(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_wrapped_line_goes_on_and_keeps_its_break() -> None:
    text = "The agency has rebuilt a similar warehouse in\nseven months, and it was cheap. Next\none."
    assert split(text) == [
        "The agency has rebuilt a similar warehouse in\nseven months, and it was cheap.",
        "Next\none.",
    ]


def test_short_lines_are_statements_of_their_own() -> None:
    assert split("Budget\nAgency costs 180000\nHiring takes 4 months") == [
        "Budget",
        "Agency costs 180000",
        "Hiring takes 4 months",
    ]


def test_labels_are_statements_of_their_own_however_long() -> None:
    first = "Agency: it has rebuilt a similar warehouse in seven months"
    second = "Hiring: it takes four months and three good interviewers"
    assert split(f"{first}\n{second}") == [first, second]


def test_list_items_lose_their_markers_and_keep_their_lines() -> None:
    text = "- Use an agency\n  that is known. It is fast\n* [x] Hire\n1. First\n2) Second\n• Third\n> said so"
    assert split(text) == [
        "Use an agency\n  that is known.",
        "It is fast",
        "Hire",
        "First",
        "Second",
        "Third",
        "said so",
    ]


def test_headings_rules_and_table_lines_stand_alone() -> None:
    table = "| a | b |\n|---|---|\n| One. Two. | 2 |\n```sh\nmake test\n```"
    text = f"## Costs of the warehouse that we would rebuild\nThe agency is cheap.\n---\n{table}"
    assert split(text) == [
        "Costs of the warehouse that we would rebuild",
        "The agency is cheap.",
        "| a | b |",
        "| One. Two. | 2 |",
        "make test",
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    assert split("one\n\ntwo\n   \nthree") == ["one", "two", "three"]


def test_lines_of_japanese_without_spaces_are_joined_when_they_are_full() -> None:
    line = "会議は東京で行われたが、その費用は百万円であり"
    assert split(f"{line}\n{line}。") == [f"{line}\n{line}。"]


@given(st.text(alphabet=st.sampled_from("aB1 .!?。」\n-#|>:,’éжz"), max_size=120))
def test_spans_are_in_order_and_cover_every_letter(text: str) -> None:
    text = clean(text)
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = {place for start, end in spans for place in range(start, end)}
    missed = "".join(char for place, char in enumerate(text) if place not in covered and char.isalnum())
    assert all(marker in "1aBz" for marker in missed)  # nothing is left out but the markers of lists
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
