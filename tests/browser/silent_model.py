"""A model that keeps whoever asks it waiting, until it is down."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOK = 0.2  # seconds between two signs that it is still there
SIGN = b": still here\n\n"  # a comment of an event stream, which says nothing


class SilentModel:
    """Serves OpenAI's protocol at `url`: a reply begins, and never gets to its first word."""

    def __init__(self) -> None:
        self._is_down = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def settings(self) -> dict[str, str]:
        """What points the bot at it, with the longest time that a reply may take."""
        return {"OPENAI_API_KEY": "silent", "OPENAI_BASE_URL": self.url, "CROSSROADS_MODEL_TIMEOUT": "600"}

    @contextmanager
    def running(self) -> Iterator[SilentModel]:
        """Serve until the end of the block."""
        serving = threading.Thread(target=self._server.serve_forever, daemon=True)
        serving.start()
        try:
            yield self
        finally:
            self._is_down.set()
            self._server.shutdown()
            self._server.server_close()
            serving.join()

    @contextmanager
    def down(self) -> Iterator[None]:
        """Answer 503 within the block, also to those who wait."""
        self._is_down.set()
        yield
        self._is_down.clear()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        is_down = self._is_down

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if is_down.is_set():
                    self.send_error(503)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                with suppress(OSError):  # who asked has gone
                    while not is_down.wait(LOOK):
                        self.wfile.write(SIGN)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
