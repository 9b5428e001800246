"""What a preview showed, on its way through the browser and back: nobody else can read, change or confirm it.

Encrypted, not only signed, as the lines of accounts hold first passwords.
"""

import zlib
from base64 import urlsafe_b64encode
from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

HOUR: Final = 3600  # seconds that a preview may be confirmed


class BrokenSealError(Exception):
    """It was sealed for something else, changed on the way, or too long ago."""


def sealed(text: str, purpose: str) -> str:
    """The text, for this purpose alone: which import, whose."""
    return _with(purpose).encrypt(zlib.compress(text.encode())).decode("ascii")


def unsealed(token: str, purpose: str) -> str:
    """What `sealed` was given.

    Raises:
        BrokenSealError: it is not as it was sealed, or an hour has passed.
    """
    try:
        return zlib.decompress(_with(purpose).decrypt(token, ttl=HOUR)).decode()
    except InvalidToken as error:
        raise BrokenSealError from error


def _with(purpose: str) -> Fernet:
    info = f"jixiao: importing: {purpose}".encode()
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(settings.SECRET_KEY.encode())
    return Fernet(urlsafe_b64encode(key))
