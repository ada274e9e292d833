"""Texts as somebody might write them who wishes Slack's formatting ill."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    *("<!channel>", "<!here|here>", "<@U0123ABCD>", "<#C0123ABCD|general>", "<https://evil.example|click>"),
    *("<!subteam^S123|@all>", "&lt;!channel&gt;", "&amp;", "&", "<", ">", "`", "```", "*", "_", "~", "> "),
    *(
        "\n",
        "\n\n\n",
        "\t",
        " ",
        "\u202e",
        "\u200b",
        "\x00",
        "\x1b[31m",
        "\ud800",
        "\u0301" * 50,
        "🚀",
        "字" * 90,
    ),
    *(
        "x" * 400,
        "word " * 60,
        "@channel",
        "#general",
        "https://evil.example",
        ":rocket:",
        "|",
        "]]>",
        "'\"\\",
    ),
)

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=12).map("".join)
huge = st.builds(lambda text, times: text * times, texts, st.integers(min_value=1, max_value=60))
