"""What the bot does, in few words: for /decide help and the App Home."""

from __future__ import annotations

from handlers.blocks.parts import context, section
from handlers.blocks.renderings import Rendering, chain
from handlers.view import Block, Kind, View

_WHAT = (
    "Crossroads turns a brief, and the files beside it, into a small decision graph: goal, options, what "
    "would follow, how sure and how strong each link is, and the sentence of your file it rests on."
)
_HOW = (
    "/decide Should we hire three engineers or use contractors for six months?",
    "Or mention Crossroads with a brief and files beside it, or write to it directly.",
    "Or choose Draft a decision graph in the menu of a message.",
)
_MORE = "Also: /decide recent, /decide watch on, /decide watch off, /decide status, /decide usage"


def help_text() -> View:
    """The whole of it."""
    return chain(Kind.ERROR, Rendering(text="\n".join((_WHAT, *_HOW)), blocks=introduction()))


def introduction() -> list[Block]:
    """What it does, and how to ask for it."""
    return [section(_WHAT), section("\n".join(_HOW), title="How to ask"), context(_MORE)]
