"""Files of a package in one zip whose bytes depend on nothing but the files."""

import io
from collections.abc import Mapping
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the time of packing is no fact of the accounts."""
_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """The zip, its members in the given order."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as target:
        for name, data in files.items():
            member = ZipInfo(name, _EARLIEST)
            member.compress_type = ZIP_DEFLATED
            member.create_system = _UNIX
            member.external_attr = _READABLE
            target.writestr(member, data)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a zip that `packed` made."""
    with ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}
