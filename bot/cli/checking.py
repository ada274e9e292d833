"""`crossroads check`: what is configured, what is missing, whether the keys work, what to do next."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import settings
from bot.cli import EXIT_INPUT, EXIT_PROVIDER
from bot.providers import Adapter, adapter
from bot.settings import Settings
from core.errors import ModelError, SettingsError
from handlers.errors import explain, provider_name

WORKS, ABSENT, FAILS = "✓", "–", "✗"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the check."""

    mark: str
    subject: str
    text: str


def run() -> int:
    """Print the findings; return the exit code."""
    try:
        findings = asyncio.run(_findings(settings.load()))
    except SettingsError as error:
        print(explain(error).what, file=sys.stderr)  # noqa: T201  this is a command line
        return EXIT_INPUT
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        table.add_row(finding.mark, finding.subject, Text(finding.text))
    console = Console(highlight=False)
    console.print(table)
    console.print()
    console.print(Text(_next_step(findings)))
    return EXIT_PROVIDER if any(finding.mark == FAILS for finding in findings) else 0


async def _findings(configured: Settings) -> list[Finding]:
    cache = configured.cache_url.partition("://")[0]
    return [
        await _provider("anthropic", configured),
        await _provider("openai", configured),
        Finding(mark=WORKS, subject="Built-in drafter", text="always there; needs no key"),
        Finding(mark=WORKS, subject="Cache", text="in memory" if cache == "memory" else cache),
    ]


async def _provider(name: str, configured: Settings) -> Finding:
    found = adapter(name, configured)
    if found is None:
        return Finding(mark=ABSENT, subject=provider_name(name), text=f"{name.upper()}_API_KEY is not set")
    try:
        return await _ask(found)
    finally:
        await found.aclose()


async def _ask(found: Adapter) -> Finding:
    try:
        await found.probe()
    except ModelError as error:
        return Finding(mark=FAILS, subject=provider_name(found.name), text=explain(error).what)
    return Finding(
        mark=WORKS, subject=provider_name(found.name), text=f"key accepted, drafts with {found.model}"
    )


def _next_step(findings: list[Finding]) -> str:
    marks = [finding.mark for finding in findings[:2]]
    if FAILS in marks:
        return "Next: mend what is marked ✗. Until then the other provider or the built-in drafter is used."
    if WORKS in marks:
        return 'Next: crossroads draft "What is to be decided?" -f evidence.pdf'
    return (
        "Next: set ANTHROPIC_API_KEY or OPENAI_API_KEY for drafts by a model, "
        'or start without one: crossroads draft "What is to be decided?"'
    )
