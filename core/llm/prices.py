"""What a model call cost, from the price list that is installed."""

from __future__ import annotations

from core.llm.usage import Usage


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
