"""`crossroads check`: what is configured, what is missing, whether the keys work, what to do next."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import settings
from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED
from bot.providers import Adapter, adapter
from bot.settings import Settings
from core.cache import Cache
from core.errors import ModelError, SettingsError
from core.telemetry import Scalar
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
    except KeyboardInterrupt:
        return EXIT_STOPPED
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for finding in findings:
        table.add_row(finding.mark, finding.subject, Text(finding.text))
    console = Console(highlight=False)
    console.print(table)
    console.print()
    console.print(Text(_next_step(findings)))
    return EXIT_PROVIDER if any(finding.mark == FAILS for finding in findings) else 0


async def _findings(configured: Settings) -> list[Finding]:
    return [
        await _provider("anthropic", configured),
        await _provider("openai", configured),
        Finding(mark=WORKS, subject="Built-in drafter", text="always there; needs no key"),
        await _cache(configured.cache_url),
    ]


async def _cache(url: str) -> Finding:
    """Keep something and see whether the store takes it. Raises SettingsError."""
    failures: list[str] = []

    def emit(event: str, /, **_: Scalar) -> None:
        if event == "cache_failed":
            failures.append(event)

    async def nothing() -> bytes:
        return b""

    async with Cache(url, emit=emit) as cache:
        await cache.space("replies", workspace="check").get("check", nothing)
    if failures:
        return Finding(mark=FAILS, subject="Cache", text="does not answer; drafts go on, with nothing kept")
    where = "in memory" if url.startswith("memory:") else "Redis answers"
    return Finding(mark=WORKS, subject="Cache", text=where)


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
    if any(finding.mark == FAILS for finding in findings):
        return "Next: mend what is marked ✗."
    if WORKS in marks:
        return 'Next: crossroads draft "What is to be decided?" -f evidence.pdf'
    return (
        "Next: set ANTHROPIC_API_KEY or OPENAI_API_KEY for drafts by a model, "
        'or start without one: crossroads draft "What is to be decided?"'
    )
