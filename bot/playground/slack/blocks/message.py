"""What Slack accepts as the blocks and the text of a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.playground.slack.blocks.checks import Report, array
from bot.playground.slack.blocks.layout import BLOCK, MARKDOWN, unique_blocks
from bot.playground.slack.blocks.tables import CHARACTERS
from bot.playground.slack.records import Json

BLOCKS = 50
TEXT = 4_000  # characters, and UTF-8 bytes: Slack was seen to lose longer texts in silence
TOTAL = 13_200  # characters over all blocks; undocumented, measured by several people
CONTAINER = 125  # characters that each block after the first takes of TOTAL, as measured with dividers

_BLOCKS = array(BLOCK, minimum=0, maximum=BLOCKS)
# What people read counts; names, values and addresses do not.
_UNCOUNTED = frozenset(
    {"type", "block_id", "action_id", "style", "value", "url", "image_url", "slack_file", "task_id"}
)


def problems_of(blocks: object, file_is_ready: Callable[[Json], bool]) -> list[str]:
    """What is wrong with the blocks of a message, in Slack's words; empty when nothing is."""
    report = Report(surface="message", file_is_ready=file_is_ready)
    _BLOCKS(report, blocks, "/blocks")
    unique_blocks(report, blocks, "/blocks")
    if not report.problems and isinstance(blocks, list):
        _whole(report, blocks)
    return report.problems


def _whole(report: Report, blocks: list[Json]) -> None:
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > MARKDOWN:
        report.refuse(f"markdown blocks must be less than {MARKDOWN + 1} characters together", "/blocks")
    tables = [block for block in blocks if block["type"] == "table"]
    if len(tables) > 1:
        report.refuse("only_one_table_allowed", "/blocks")
    if sum(len(words) for table in tables for words in _strings(table["rows"])) > CHARACTERS:
        report.refuse(f"table must be less than {CHARACTERS + 1} characters", "/blocks")


def size_of(blocks: list[Json]) -> int:
    """The characters that blocks take of TOTAL, as far as it is known how Slack counts them."""
    return sum(len(words) for words in _strings(blocks)) + CONTAINER * max(0, len(blocks) - 1)


def is_too_long(text: str) -> bool:
    """Whether the text of a message is longer than Slack takes."""
    return len(text.encode("utf-8", "surrogatepass")) > TEXT


def _strings(value: object) -> Iterator[str]:
    """Every string inside that people read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _UNCOUNTED:
                yield from _strings(part)
