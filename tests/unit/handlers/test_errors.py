"""Every error has its sentence and its next step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core import errors
from handlers.errors import Problem, explain

EXAMPLES: list[errors.CrossroadsError] = [
    errors.BriefTooShort(length=1, minimum=30),
    errors.BriefTooLong(length=6_000, maximum=5_000),
    errors.TooManyFiles(count=11, maximum=10),
    errors.InstructionMissing(),
    errors.InstructionTooLong(length=6_000, maximum=5_000),
    errors.GraphUnreadable("nodes is missing"),
    errors.EditRefused(at="hire", why="There is no node “hire”."),
    errors.RequestUnreadable("event.channel: missing"),
    errors.NothingDrafted(),
    errors.NothingToUndo(),
    errors.NoSuchRevision(7, newest=3),
    errors.RevisionStale(1, newest=3),
    errors.OutsideChannel(),
    errors.DraftForgotten(),
    errors.SettingsError("PORT", "it must be a number"),
    errors.FileRefused("scan.pdf", code="scan", reason="the PDF has no text layer (a scan?)"),
    errors.ModelUnavailable("anthropic", "overloaded"),
    errors.ModelRejected("openai", "401"),
    errors.ModelDeclined("anthropic", "refusal"),
    errors.ReplyTruncated("openai", "max_tokens"),
    errors.ReplyUnusable("anthropic", "not JSON"),
    errors.DeliveryLimited("ratelimited", retry_after=30.0),
    errors.DeliveryUnavailable("service_unavailable"),
    errors.MessageGone("message_not_found", deleted=True),
    errors.ViewRefused("invalid_blocks"),
    errors.PlaceClosed("not_in_channel"),
    errors.GraphHasCycle("a, b"),
    errors.PictureFailed("typst"),
]


def leaves(kind: type[errors.CrossroadsError]) -> Iterator[type[errors.CrossroadsError]]:
    below = kind.__subclasses__()
    if not below:
        yield kind
    for sub in below:
        yield from leaves(sub)


def sentences(problem: Problem) -> tuple[str, str]:
    return problem.what, problem.next_step


def test_every_leaf_of_the_tree_has_an_example_here() -> None:
    assert {type(example) for example in EXAMPLES} == set(leaves(errors.CrossroadsError))


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_a_problem_is_two_calm_sentences_of_its_own(error: errors.CrossroadsError) -> None:
    problem = explain(error)
    assert problem != explain(errors.CrossroadsError())
    for sentence in sentences(problem):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence.startswith(("scan.pdf", "11 files"))
        assert "!" not in sentence
    assert str(problem) == " ".join(sentences(problem))


def test_one_character_is_not_plural() -> None:
    assert "1 character;" in explain(errors.BriefTooShort(length=1, minimum=30)).what


def test_an_unknown_error_does_not_show_its_own_text() -> None:
    assert "secret" not in str(explain(errors.CrossroadsError("secret")))
