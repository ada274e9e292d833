"""What a message says when something ended otherwise than well: what happened, what was kept, what to do."""

from __future__ import annotations

from handlers.blocks.parts import Button, actions, section
from handlers.blocks.renderings import Rendering, chain
from handlers.errors import Problem
from handlers.view import Kind, View


def problem(
    title: str, told: Problem, *, kept: str = "", buttons: tuple[Button, ...] = (), kind: Kind = Kind.TERMINAL
) -> View:
    """The message. `kept` is a sentence on what is still there."""
    said = " ".join(sentence for sentence in (told.what, kept) if sentence)
    text = f"{title}. {said} {told.next_step}".strip()
    blocks = [section(f"{said}\n{told.next_step}", title=title)]
    if buttons:
        blocks.append(actions(buttons))
    return chain(kind, Rendering(text=text, blocks=blocks))
