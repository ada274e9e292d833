"""What shall go wrong with the model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class ModelTrouble:
    """Whether the model is down, whether it is slow."""

    down: bool = False
    slow: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is."""
        return self.down or self.slow
