"""The legend under a picture: what its lines and marks mean, as far as the picture uses them."""

from __future__ import annotations

from collections.abc import Sequence

from core.picture.strokes import SURE, UNSURE, Stroke

Item = tuple[str, str]  # the symbol that the template draws, and what it means


def legend(strokes: Sequence[Stroke], *, polar: bool, removed: bool, shares: bool) -> list[list[Item]]:
    """Rows of items; none for a picture without links. `polar` pictures tell help from harm."""
    rows: list[list[Item]] = []
    if strokes:
        rows.append([*_tones(strokes, polar=polar), ("wedge", "stronger")])
        rows.append([*_dashes(), *([("gone", "removed")] if removed else [])])
    if shares:
        rows.append([("bar", "share of draws in which the option ranks first, from the numbers shown")])
    return rows


def _tones(strokes: Sequence[Stroke], *, polar: bool) -> list[Item]:
    neutral = any(stroke.tone == "neutral" for stroke in strokes)
    if not polar:
        return [("good", "raises"), ("bad", "lowers"), *([("neutral", "not known")] if neutral else [])]
    marks = [("plus", "raises"), ("minus", "lowers")]
    return [("good", "helps"), ("bad", "hurts"), *([("neutral", "neither")] if neutral else []), *marks]


def _dashes() -> list[Item]:
    sure, unsure = (round(100 * belief) for belief in (SURE, UNSURE))
    return [
        ("text", "How sure:"),
        ("solid", f"{sure}% and more"),
        ("dashed", f"{unsure}–{sure - 1}%"),
        ("dotted", f"under {unsure}%"),
    ]
