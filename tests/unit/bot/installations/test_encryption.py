"""Tokens are stored under the first key and read under all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.installations.encryption import TokenCipher
from core.errors import SettingsError
from tests.unit.bot.installations.kit import KEY, OLDER


@given(st.text(max_size=300))
def test_a_token_comes_back_as_it_was(token: str) -> None:
    cipher = TokenCipher(KEY)
    stored = cipher.encrypt(token)
    assert cipher.decrypt(stored) == token
    assert len(token) < 8 or token not in stored


def test_a_new_key_in_front_reads_what_the_older_one_wrote() -> None:
    stored = TokenCipher(OLDER).encrypt("xoxb-1")
    both = TokenCipher(f" {KEY} , {OLDER},")
    assert both.decrypt(stored) == "xoxb-1"
    renewed = both.renewed(stored)
    assert renewed
    assert TokenCipher(KEY).decrypt(renewed) == "xoxb-1"
    assert both.renewed(renewed) is None


def test_a_lost_key_is_said_to_be_missing() -> None:
    stored = TokenCipher(OLDER).encrypt("xoxb-1")
    for lost in (TokenCipher(KEY).decrypt, TokenCipher(KEY).renewed):
        with pytest.raises(SettingsError, match="put that key behind the new one") as caught:
            lost(stored)
        assert caught.value.setting == "TOKEN_ENCRYPTION_KEY"
        assert "xoxb" not in str(caught.value)


@pytest.mark.parametrize(
    "keys",
    ["", " , ", "short", f"{KEY},short", "ü" * 44, KEY[:-2]],
    ids=["empty", "commas", "short", "one short", "no base64", "cut"],
)
def test_a_key_that_is_none_stops_the_start_and_is_not_shown(keys: str) -> None:
    with pytest.raises(SettingsError) as caught:
        TokenCipher(keys)
    assert caught.value.setting == "TOKEN_ENCRYPTION_KEY"
    assert KEY[:10] not in str(caught.value)
