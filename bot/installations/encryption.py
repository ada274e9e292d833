"""Tokens as they are stored: encrypted, under a key that can be changed."""

from __future__ import annotations

from core.errors import SettingsError

SETTING = "TOKEN_ENCRYPTION_KEY"


class TokenCipher:
    """Fernet under one key or several, with commas between them: the first encrypts, all of them decrypt."""

    def __init__(self, keys: str) -> None:
        """Raises SettingsError when a key is none."""
        from cryptography.fernet import Fernet, InvalidToken, MultiFernet  # noqa: PLC0415  30 ms, for OAuth only

        try:
            fernets = [Fernet(key.strip()) for key in keys.split(",") if key.strip()]
        except ValueError:
            raise SettingsError(
                SETTING, "each key must be 32 bytes in URL-safe base64, as Fernet makes them"
            ) from None
        if not fernets:
            raise SettingsError(SETTING, "it is empty")
        self._first, self._all, self._invalid = fernets[0], MultiFernet(fernets), InvalidToken

    def encrypt(self, token: str) -> str:
        """The token as it may be stored."""
        return self._first.encrypt(token.encode()).decode()

    def decrypt(self, stored: str) -> str:
        """The token. Raises SettingsError when it was stored under a key that is not given."""
        try:
            return self._all.decrypt(stored.encode()).decode()
        except self._invalid:
            raise SettingsError(
                SETTING,
                "a stored token is under a key that is not among these; put that key behind the new one",
            ) from None

    def renewed(self, stored: str) -> str | None:
        """The same token under the first key; None when it is under that one. Raises SettingsError."""
        try:
            self._first.decrypt(stored.encode())
        except self._invalid:
            return self.encrypt(self.decrypt(stored))
        return None
