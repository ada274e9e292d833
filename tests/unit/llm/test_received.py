"""What a server says of itself is shown to people, so it is made fit for that."""

from __future__ import annotations

from core.errors import ModelRejected
from core.llm.provider import Reply
from core.llm.received import MAX_SAID, Received

HOSTILE = "gpt\x1b]0;title\x07-6\n\u202esol " + "x" * 1_000


class Loud(Received[str]):
    """A stream from a server that names its model as it likes."""

    def take(self, event: str) -> bool:
        self.model = event
        return self.text.feed("{}")

    def reply(self) -> Reply:
        return self.complete()


def loud() -> Loud:
    received = Loud(provider="openai", model="gpt-6-sol", task="draft")
    received.take(HOSTILE)
    return received


def test_a_models_name_is_one_short_line_that_can_be_seen() -> None:
    for name in (loud().progress().model, loud().reply().model):
        assert name.isprintable()
        assert len(name) <= MAX_SAID


def test_so_is_the_cause_of_an_error() -> None:
    cause = loud().failed(ModelRejected, f"400 {HOSTILE}").cause
    assert cause.startswith("400 gpt")
    assert cause.isprintable()
    assert len(cause) <= MAX_SAID
