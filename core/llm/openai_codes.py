"""Which of our errors each of OpenAI's error codes stands for."""

from __future__ import annotations

from core.errors import ModelDeclined, ModelError, ModelRejected, ModelUnavailable

# The brief was looked at and will not be answered.
_DECLINED = frozenset(
    {
        "bio_policy",
        "content_filter",
        "content_policy_violation",
        "invalid_prompt",
        "misalignment_policy_violation",
    }
)
# Asking again changes nothing. A spent quota arrives as a 429, like a rate limit that passes.
_REJECTED = frozenset({"data_residency_mismatch", "insufficient_quota"})


def kind_of(code: str | None, *, transient: bool = True) -> type[ModelError]:
    """The error for a code; for one that says nothing, `transient` decides."""
    if code in _DECLINED:
        return ModelDeclined
    if code in _REJECTED or not transient:
        return ModelRejected
    return ModelUnavailable
