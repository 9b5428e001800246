"""Encrypts the secrets of second factors: whoever reads the database or a copy of it can make no codes.

The key is derived from the installation's secret, which lies outside the database. What an earlier secret
encrypted is read as long as that one stands in ``SECRET_KEY_FALLBACKS``, and `storing.encrypt_anew` brings
it to the present one.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

SIGN: Final = "fernet:"
"""What an encrypted value begins with; a plain one never does."""
_ONE: Final = ("secret", "seed")
_MANY: Final = "migrated_codes"  # recovery codes that another program had made
_PURPOSE: Final = b"jixiao: secrets of second factors"  # the same secret signs sessions: by another key


class UnreadableSecretError(Exception):
    """A secret was encrypted by an installation with another key, or is none."""


def encrypted(text: str) -> str:
    """The text, encrypted with the present secret of the installation."""
    return SIGN + _with(settings.SECRET_KEY).encrypt(text.encode()).decode("ascii")


def decrypted(text: str) -> str:
    """What `encrypted` was given, by the present secret or an earlier one.

    Raises:
        UnreadableSecretError: no secret of the installation encrypted it.
    """
    keys = MultiFernet([_with(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])
    try:
        return keys.decrypt(_token(text)).decode()
    except InvalidToken as error:
        raise UnreadableSecretError from error


def is_readable(text: str) -> bool:
    """Whether a secret of this installation encrypted it."""
    try:
        decrypted(text)
    except UnreadableSecretError:
        return False
    return True


def is_current(text: str) -> bool:
    """Whether the present secret encrypted it."""
    try:
        _with(settings.SECRET_KEY).decrypt(_token(text))
    except (InvalidToken, UnreadableSecretError):
        return False
    return True


def secrets_of(data: dict[str, Any]) -> list[str]:
    """The secrets in an authenticator's data, as they stand there."""
    return [data[name] for name in _ONE if name in data] + data.get(_MANY, [])


def changed(data: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """An authenticator's data with each secret changed: the key of codes, the seed of recovery codes."""
    made = {name: change(value) if name in _ONE else value for name, value in data.items()}
    if _MANY in made:
        made[_MANY] = [change(code) for code in made[_MANY]]
    return made


def _token(text: str) -> bytes:
    if not text.startswith(SIGN):
        raise UnreadableSecretError
    return text.removeprefix(SIGN).encode()


@lru_cache(maxsize=8)
def _with(secret: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return Fernet(urlsafe_b64encode(derived))
