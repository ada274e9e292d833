"""Draws the pictures in docs/images from examples/graphs: python -m examples.pictures."""

from __future__ import annotations

import asyncio
from pathlib import Path

from core.graph.analysis import analyse
from core.graph.model import Graph
from core.graph.serial import from_bytes
from core.picture.drawing import Painter, Picture

GRAPHS = Path(__file__).with_name("graphs")
IMAGES = Path(__file__).parents[1] / "docs" / "images"
WIDTH = 1040  # pixels: sharp in a README, and small in git


def graph(name: str) -> Graph:
    """The example of this name."""
    return from_bytes((GRAPHS / f"{name}.json").read_bytes())


def shares(drawn: Graph) -> tuple[tuple[str, int], ...]:
    """How often each option ranks first, in whole percent; nothing when options are not ranked."""
    ranking = analyse(drawn).ranking
    return ranking.first_share if ranking else ()


def pictures() -> dict[str, Picture]:
    """By file name without its ending, what each picture shows."""
    staffing, pricing, riyadh = (
        graph(name) for name in ("hire-or-contract", "pro-plan-pricing", "riyadh-office.ar")
    )
    revised = graph("pro-plan-pricing-revised")
    return {
        "light": Picture(graph=staffing, shares=shares(staffing), width=WIDTH),
        "dark": Picture(graph=pricing, shares=shares(pricing), dark=True, width=WIDTH),
        "diff": Picture(graph=revised, previous=pricing, width=WIDTH),
        "rtl": Picture(graph=riyadh, shares=shares(riyadh), width=WIDTH),
    }


async def draw(folder: Path) -> list[Path]:
    """Draws every picture into `folder`; the files written."""
    painter = Painter()
    drawn = pictures()
    files = await asyncio.gather(*(painter.draw(picture) for picture in drawn.values()))
    painter.close()
    paths = [folder / f"picture-{name}.png" for name in drawn]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file)
    return paths


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    asyncio.run(draw(IMAGES))
