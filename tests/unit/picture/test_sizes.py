from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.picture.sizes import MARGIN, MIN_WIDTH, Gutter, Tag, widest, widths

_gutters = st.builds(Gutter, lanes=st.integers(0, 12), tag=st.floats(0, 140))


_beside = st.fixed_dictionaries({"rail": st.booleans(), "trunk": st.integers(0, 4)})
_between = st.fixed_dictionaries({"tags": st.floats(0, 250), "across": st.integers(0, 48)})


@given(_beside, _gutters, _gutters, _between)
def test_columns_fit_between_the_gutters_and_leave_the_middle_to_links(
    beside: dict[str, Any], left: Gutter, right: Gutter, between: dict[str, Any]
) -> None:
    size = widths(**beside, left=left, right=right, **between)
    tags = between["tags"]

    assert size.width >= MIN_WIDTH
    assert size.head >= MARGIN
    assert size.left[0] >= size.head + left.width
    assert size.left[0] + size.left[1] + tags + 100 <= size.right[0]
    assert size.right[0] + size.right[1] + right.width + MARGIN <= size.width + 0.01
    assert size.left[1] >= 240
    assert size.right[1] >= 240


def test_a_plain_picture_has_the_least_width_and_generous_columns() -> None:
    size = widths(rail=True, trunk=0, left=Gutter(), right=Gutter(), tags=60, across=6)

    assert size.width == MIN_WIDTH
    assert size.left[1] > 270
    assert size.right[1] > 255


def test_a_tag_is_as_wide_as_what_it_says() -> None:
    short = Tag(text="5%", note="", pill=False)
    changed = Tag(text="70→85%", note="12", pill=True)

    assert short.width < Tag(text="75%", note="", pill=False).width < changed.width
    assert widest([short, changed]) == changed.width
    assert widest([]) == 0
