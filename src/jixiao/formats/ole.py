"""Compound files (OLE 2), in which Word and Excel kept documents before 2007 and WPS still does.

The container of doc, wps, xls and et files, and of office files with a password. Nothing in it is run.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError

if TYPE_CHECKING:
    from olefile import OleFileIO

SIGNATURE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
MAX_STREAM_BYTES: Final = 64 * 2**20
"""The text of a report takes some hundred kilobytes; pictures may fill the rest."""

_STREAM: Final = 2
"""What the library calls a stream; a folder may have the name, too."""
_ENCRYPTED: Final = ("EncryptedPackage", "EncryptionInfo")


def is_ole(data: bytes) -> bool:
    """Whether the bytes begin as a compound file does."""
    return data.startswith(SIGNATURE)


def streams(data: bytes) -> frozenset[str]:
    """The names of the outermost streams; none where it is no compound file, or a broken one."""
    if not is_ole(data):
        return frozenset()
    try:
        with _opened(data) as file:
            return frozenset(path[0] for path in file.listdir() if len(path) == 1)
    except (ReadError, RecursionError):  # folders within folders, made to be deep
        return frozenset()


def stream(data: bytes, name: str) -> bytes:
    """The bytes of one stream.

    Raises:
        ReadError: ``missing_part``, ``part_too_large``, ``encrypted`` or ``damaged_archive``.
    """
    with _opened(data) as file:
        if any(file.exists(one) for one in _ENCRYPTED):
            raise encrypted()
        if file.get_type(name) != _STREAM:
            raise ReadError(
                "missing_part",
                f"文件不完整：缺少“{name}”。请用办公软件重新打开并另存一次。",
                f"The file is incomplete: “{name}” is missing inside it. Save it again in an office program.",
            )
        if file.get_size(name) > MAX_STREAM_BYTES:
            limit = MAX_STREAM_BYTES // 2**20
            raise ReadError(
                "part_too_large",
                f"文件过大：其中“{name}”超过 {limit} MB。请拆分后重新提交。",
                f"The file is too large: “{name}” in it exceeds {limit} MB. Split it.",
            )
        try:
            found: bytes = file.openstream(name).read()
        except Exception as error:  # the library raises many kinds on broken chains of sectors
            raise _damaged() from error
        return found


def encrypted() -> ReadError:
    """The error of a file with a password."""
    return ReadError(
        "encrypted",
        "文件已加密，没有密码无法读取。请用办公软件打开，去掉密码后另存再提交。",
        "The file is encrypted and cannot be read without its password. Remove the password, save it "
        "and submit it again.",
    )


def _opened(data: bytes) -> OleFileIO[str]:
    import olefile

    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except Exception as error:  # as above
        raise _damaged() from error


def _damaged() -> ReadError:
    return ReadError(
        "damaged_archive",
        "文件已损坏：内部目录无法读取，可能没有下载完整。请重新获取原件，或用办公软件修复后另存。",
        "The file is damaged: its inner list of parts cannot be read. Get the original again, or repair it.",
    )
