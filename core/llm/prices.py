"""What model calls cost, from the price list that is installed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.llm.usage import Usage

SAMPLE = 1_000  # tokens that a rate is read from: too few for the prices of long prompts
CACHED = ("cache_read", "cache_write_5m", "cache_write_1h")


def cost(usage: Usage) -> float | None:
    """Dollars for one reply; None when the list does not know the provider's model.

    Prices are those of genai-prices' own data of today, with their tiers for cached and for long prompts;
    nothing is fetched. The first call imports that data (0.3 s).
    """
    from genai_prices import Usage as Tokens  # noqa: PLC0415  its data is 30,000 lines
    from genai_prices import calc_price  # noqa: PLC0415  the same

    written = usage.cache_write_5m + usage.cache_write_1h
    try:
        price = calc_price(
            Tokens(
                input_tokens=usage.input + usage.cache_read + written,
                cache_read_tokens=usage.cache_read,
                cache_write_tokens=written,
                cache_write_1h_tokens=usage.cache_write_1h,
                output_tokens=usage.output,
            ),
            usage.model,
            provider_id=usage.provider,
        )
    except (LookupError, ValueError):  # an unknown model, or counts that cannot be
        return None
    return float(price.total_price)


def saving(usage: Usage) -> float | None:
    """Dollars that prompt caching saved: what its tokens would cost as plain input, less what they cost.

    Less than 0 while more was paid for writing than reading has brought back. `usage` may be the sum of many
    calls: the prices are those of short prompts. None when the list does not know the model.
    """
    bare = Usage(provider=usage.provider, model=usage.model, task=usage.task)
    plain = cost(replace(bare, input=SAMPLE))
    saved = 0.0
    for kind in CACHED:
        sample: dict[str, Any] = {kind: SAMPLE}
        paid = cost(replace(bare, **sample))
        if plain is None or paid is None:
            return None
        saved += getattr(usage, kind) * (plain - paid) / SAMPLE
    return saved
