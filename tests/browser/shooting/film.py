"""A film of a page: its frames, each with its time, written as one animated picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image


@dataclass(slots=True)
class Film:
    """Frames in their order; one that looks like the one before only makes that one longer."""

    frames: list[bytes] = field(default_factory=list)  # PNG
    times: list[int] = field(default_factory=list)  # milliseconds

    def add(self, frame: bytes, time: int) -> None:
        """Show `frame` for `time` milliseconds."""
        if self.frames and self.frames[-1] == frame:
            self.times[-1] += time
        else:
            self.frames.append(frame)
            self.times.append(time)

    def extend(self, other: Film, time: int) -> None:
        """Show all of `other`, faster or slower, so that it takes `time` milliseconds."""
        whole = sum(other.times)
        for frame, each in zip(other.frames, other.times, strict=True):
            self.add(frame, round(each * time / whole))

    @property
    def duration(self) -> int:
        """How long it takes, in milliseconds."""
        return sum(self.times)

    def write(self, path: Path) -> None:
        """Write it as an animated WebP without loss, which is shown again and again."""
        first, *others = (_opened(frame) for frame in self.frames)
        first.save(
            path,
            save_all=True,
            append_images=others,
            duration=self.times,
            loop=0,
            lossless=True,
            quality=80,
            method=4,
        )


def write(picture: bytes, path: Path) -> None:
    """Write a picture that came as PNG as WebP without loss."""
    _opened(picture).save(path, lossless=True, quality=100, method=6)


def _opened(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")
