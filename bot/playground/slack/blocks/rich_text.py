"""Block Kit's rich text: sections, lists, quotes, code, with the pieces inside them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.slack.blocks.checks import (
    Check,
    array,
    boolean,
    integer,
    matching,
    one_of,
    shape,
    string,
    typed,
)
from bot.playground.slack.blocks.objects import URL

_LONG = string(12_000)
_STYLE = shape(
    {},
    dict.fromkeys(
        ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"), boolean
    ),
)
_PIECES: Mapping[str, Check] = {
    "text": shape({"text": _LONG}, {"style": _STYLE}),
    "link": shape({"url": URL}, {"text": _LONG, "unsafe": boolean, "style": _STYLE}),
    "emoji": shape({"name": string(255)}, {"unicode": string(255), "skin_tone": integer(1, 6)}),
    "user": shape({"user_id": string(255)}, {"style": _STYLE}),
    "channel": shape({"channel_id": string(255)}, {"style": _STYLE}),
    "usergroup": shape({"usergroup_id": string(255)}, {"style": _STYLE}),
    "team": shape({"team_id": string(255)}, {"style": _STYLE}),
    "broadcast": shape({"range": one_of("here", "channel", "everyone")}, {"style": _STYLE}),
    "color": shape({"value": matching(r"#[0-9a-fA-F]{6}", "color")}),
    "date": shape(
        {"timestamp": integer(0, 9_999_999_999), "format": string(255)}, {"url": URL, "fallback": _LONG}
    ),
}
_LINE = array(typed(_PIECES), minimum=0, maximum=1_000)
_CODE = array(typed({"text": _PIECES["text"], "link": _PIECES["link"]}), minimum=0, maximum=1_000)
_BORDER = integer(0, 1)
_SECTION = shape({"elements": _LINE})

RICH_TEXT = typed(
    {
        "rich_text": shape(
            {
                "elements": array(
                    typed(
                        {
                            "rich_text_section": _SECTION,
                            "rich_text_quote": shape({"elements": _LINE}, {"border": _BORDER}),
                            "rich_text_preformatted": shape(
                                {"elements": _CODE}, {"border": _BORDER, "language": string(50)}
                            ),
                            "rich_text_list": shape(
                                {
                                    "style": one_of("bullet", "ordered"),
                                    "elements": array(
                                        typed({"rich_text_section": _SECTION}), minimum=1, maximum=1_000
                                    ),
                                },
                                {"indent": integer(0, 8), "offset": integer(0, 10_000), "border": _BORDER},
                            ),
                        }
                    ),
                    minimum=1,
                    maximum=1_000,
                )
            },
            {"block_id": string(255)},
        )
    }
)
