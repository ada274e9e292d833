"""The process of the bot, played by small programs."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.playground.process import BotProcess
from bot.playground.running import free_port

# Serves 200 at its first argument, and ends when its standard input does.
SERVING = """
import http.server, sys, threading, os
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
"""


def _bot(tmp_path: Path, program: str) -> tuple[BotProcess, list[str]]:
    port, phases = free_port(), list[str]()
    bot = BotProcess(
        port=port, log=tmp_path / "log", environment=dict, command=(sys.executable, "-c", program, str(port))
    )
    bot.changed = lambda: phases.append(bot.standing.phase)
    return bot, phases


async def test_it_is_started_once_restarted_killed_and_ended_with_its_owner(tmp_path: Path) -> None:
    bot, phases = _bot(tmp_path, SERVING)
    async with bot:
        await bot.start()
        first = bot.standing.pid
        await bot.start()
        assert bot.standing.pid == first
        await bot.restart()
        assert bot.standing.starts == 2
        await bot.kill()
        assert "kill -9" in bot.standing.note
        await bot.kill(again=True)
        assert phases[-1] == "running"
    up, down = ["starting", "running"], ["stopping", "stopped"]
    assert phases == [*up, *down, *up, "stopped", *up, *down]
    await bot.start()
    assert phases[-1] == "stopped"


async def test_the_end_that_nobody_asked_for_is_told_with_its_last_words(tmp_path: Path) -> None:
    bot, _ = _bot(tmp_path, "import sys; sys.exit('no more room')")
    async with bot:
        await bot.start()
        assert bot.standing.phase == "stopped"
        assert bot.standing.note == "It ended by itself (exit code 1). no more room"
