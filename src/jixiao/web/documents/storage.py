"""Files as they were handed in, each under the hash of its content, whatever its name."""

import contextlib
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_LONGEST_NAME: Final = 150
_UNSAFE: Final = frozenset('<>:"|?*/\\')


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies in the folder: its hash and its size in bytes."""

    sha256: str
    size: int


def store(chunks: Iterable[bytes]) -> Stored:
    """Keep the bytes; they are on the disk, whole, when this returns.

    A file whose write is rolled back afterwards stays and harms nobody: the same content finds it again.
    """
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, name = tempfile.mkstemp(prefix=".upload-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        target = path_of(digest.hexdigest())
        target.parent.mkdir(mode=0o700, exist_ok=True)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Stored(digest.hexdigest(), size)


def path_of(sha256: str) -> Path:
    """Where the content of this hash lies.

    Raises:
        ValueError: that is no hash.
    """
    if not _HASH.fullmatch(sha256):
        raise ValueError(f"not a hash: {sha256!r}")
    return _folder() / sha256[:2] / sha256


def shown_name(name: str) -> str:
    """A user's file name as it may be shown and offered for saving: no folders, no control or odd signs."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        sign for sign in unicodedata.normalize("NFC", last) if sign not in _UNSAFE and _printable(sign)
    ).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if dot and len(ending) <= 8:
        return f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}" if stem else ending
    return kept[:_LONGEST_NAME] or "未命名"


def _printable(sign: str) -> bool:
    """Neither a control sign nor one that turns the direction of writing, which hides the true ending."""
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "documents"
