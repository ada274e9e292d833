"""Reads a canned stream with OpenAI's library, so that its types are built before a real one comes."""

from __future__ import annotations

import json

_RESPONSE = {"id": "r", "model": "m", "status": "completed", "output": [], "created_at": 0}
_EVENTS = (
    {"type": "response.output_text.delta", "delta": "{}"},
    {"type": "response.completed", "response": _RESPONSE},
)


def rehearse() -> None:
    """Takes 0.4 s, once; for a thread. Without it the event loop stands still for as long at the first event.

    The library builds the types of all its 54 events when it sees the first one. Nothing is sent.
    """
    import httpx2  # noqa: PLC0415  takes long to load; only who uses it pays
    import openai  # noqa: PLC0415  the same

    stream = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in _EVENTS)
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, text=stream))
    with openai.OpenAI(
        api_key="none", base_url="http://127.0.0.1", http_client=httpx2.Client(transport=transport)
    ) as client:
        list(client.responses.create(model="m", input="", stream=True))
