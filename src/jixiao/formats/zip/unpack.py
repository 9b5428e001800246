"""The files in an archive: their names, and one at a time."""

from __future__ import annotations

import contextlib
import posixpath
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.archive import open_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.formats.archive import Archive

MOST: Final = 2000
"""Files of one archive; a county has 60 departments with a dozen papers each."""
_UTF8: Final = 0x800
"""The flag of an entry whose name is UTF-8."""


def members(data: bytes, name: str) -> tuple[str, ...]:
    """The names of the files that may be reports, in the order of names.

    Raises:
        ReadError: it cannot be opened, or holds too many files.
    """
    del name
    names = tuple(sorted(shown for shown, _ in _files(open_archive(data))))
    if len(names) > MOST:
        raise ReadError(
            "too_many_files",
            f"压缩包内有 {len(names)} 个文件，超过上限 {MOST}。请分成几个压缩包，或解压后检查文件夹。",
            f"The archive holds {len(names)} files, the limit is {MOST}. Split it, or check the "
            "unpacked folder.",
        )
    return names


def member(data: bytes, inner: str) -> bytes:
    """The bytes of one file.

    Raises:
        ReadError: it is not there, damaged, encrypted or too large.
    """
    archive = open_archive(data)
    entry = next((entry for shown, entry in _files(archive) if shown == inner), None)
    if entry is None:
        raise ReadError(
            "not_found",
            f"压缩包内没有“{inner}”。",
            f"There is no {inner} in the archive.",
        )
    return archive.read(entry, nested=True)


def _files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Names as people see them, each with the name that the archive knows."""
    for entry in archive.names():
        shown = _shown(entry, archive.entry(entry).flag_bits)
        parts = shown.split("/")
        if not any(part.startswith((".", "~$", "__MACOSX")) for part in parts):
            yield shown, entry


def _shown(name: str, flags: int) -> str:
    """The name as Chinese Windows meant it, as a path that stays below the archive."""
    if not flags & _UTF8:
        with contextlib.suppress(UnicodeEncodeError, UnicodeDecodeError):
            name = name.encode("cp437").decode("gb18030")
    path = posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
    return "".join(sign if sign.isprintable() else "·" for sign in path)
