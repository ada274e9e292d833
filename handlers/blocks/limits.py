"""How much fits into a message or a modal of Slack, and whether a given message does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.view import Block

# https://docs.slack.dev/reference/block-kit/blocks, and the pages of its elements and objects
BLOCKS = 50  # in a message
SECTION = 3_000  # characters
HEADER = 150  # characters
CONTEXT_ELEMENTS = 10
ALT_TEXT = 2_000  # characters of an image block; an upload takes 1,000
BUTTON_TEXT = 75  # characters
BUTTON_VALUE = 2_000  # characters
ACTIONS = 25  # elements in a block
OVERFLOW = 5  # entries of an overflow menu
OPTION_TEXT = 75  # characters of an entry, in a menu or a choice
OPTION_VALUE = 150  # characters that come back with it
TABLE_ROWS = 100
TABLE_COLUMNS = 20
TABLE_CHARACTERS = 10_000  # in all cells together
TABLES = 1  # in a message
MODAL_TITLE = 24  # characters
INPUT = 3_000  # characters that a plain_text_input takes
INPUT_HINT = 2_000  # characters
INPUT_FILES = 10

# Slack documents 4,000 characters (https://docs.slack.dev/reference/methods/chat.update) and was seen to
# lose texts over 4,000 bytes in silence.
TEXT_BYTES = 3_500  # UTF-8 bytes of a message's text

# Undocumented: msg_blocks_too_long begins at about 13,200 characters over all blocks, of which each block
# after the first takes about 125 by itself. https://github.com/slackapi/bolt-js/issues/2867
TOTAL = 11_000  # characters
BLOCK_OVERHEAD = 125  # characters


def fits(blocks: Sequence[Block], text: str) -> bool:
    """Whether Slack takes a message as a whole; its builders keep to the sizes of the single parts."""
    return (
        0 < len(text.encode()) <= TEXT_BYTES
        and len(blocks) <= BLOCKS
        and sum(block["type"] == "table" for block in blocks) <= TABLES
        and size(blocks) <= TOTAL
    )


def size(blocks: Sequence[Block]) -> int:
    """The characters that blocks take of TOTAL, as far as it is known how Slack counts them."""
    return sum(map(len, _strings(blocks))) + BLOCK_OVERHEAD * max(0, len(blocks) - 1)


def _strings(value: object) -> Iterator[str]:
    """Every string inside, names of types among them: that errs on the large side."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, Sequence):
        for part in value:
            yield from _strings(part)
