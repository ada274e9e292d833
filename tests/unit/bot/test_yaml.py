"""What is written as YAML is read as the same data."""

from __future__ import annotations

import yaml  # type: ignore[import-untyped]  # no stubs are installed; it only checks what we write
from hypothesis import given
from hypothesis import strategies as st

from bot.yaml import to_yaml

# Words, as manifests have them, and whatever YAML could take for something else.
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=200),
    st.sampled_from(
        ["", " ", "yes", "No", "null", "~", "1.5", "a: b", "a #b", "- a", "/decide", "a, b", "x:", "é"]
    ),
    st.lists(st.sampled_from(["draft", "the", "decision-graph", "it's", "1", "#"]), max_size=60).map(
        " ".join
    ),
)
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans()),
    lambda inner: st.dictionaries(
        st.from_regex(r"[a-z_]{1,9}", fullmatch=True), inner, min_size=1, max_size=4
    ),
    max_leaves=8,
)
LISTS = st.lists(
    st.one_of(TEXTS, st.dictionaries(st.just("name"), TEXTS, min_size=1)), min_size=1, max_size=3
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), st.one_of(VALUES, LISTS), min_size=1))
def test_it_is_read_as_it_was(data: dict[str, object]) -> None:
    assert yaml.safe_load(to_yaml(data, comments={})) == data


def test_a_comment_stands_behind_its_item() -> None:
    text = to_yaml({"scopes": ["commands", "chat:write"]}, comments={"commands": "the slash command"})
    assert text == "scopes:\n  - commands  # the slash command\n  - chat:write\n"
