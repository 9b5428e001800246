"""Compound files for tests: streams of any name, nothing else."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SECTOR = 512
SMALLEST = 4096  # shorter streams would stand in a stream of small sectors
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def compound(streams: Mapping[str, bytes]) -> bytes:
    """The file; streams are filled up with zeros to whole sectors and at least 4096 bytes."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    contents = [streams[name].ljust(SMALLEST, b"\0") for name in names]
    entries = [_entry("Root Entry", 5, END, 0, child=1 if names else NONE)]
    sectors: list[bytes] = []
    table: list[int] = []

    def chain(data: bytes) -> int:
        first = len(sectors)
        parts = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors.extend(parts)
        table.extend(range(first + 1, first + len(parts)))
        table.append(END)
        return first

    for number, (name, content) in enumerate(zip(names, contents, strict=True)):
        following = number + 2 if number + 1 < len(names) else NONE
        entries.append(_entry(name, 2, chain(content), len(content), right=following))
    directory = chain(b"".join(entries))
    count = 1
    while len(table) + count > count * 128:
        count += 1
    first_table = len(sectors)
    table += [FAT] * count
    table += [FREE] * (count * 128 - len(table))
    fat = struct.pack(f"<{len(table)}I", *table)
    places = [*range(first_table, first_table + count), *[FREE] * (109 - count)]
    head = struct.pack(
        "<8s16x5H6x9I109I", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0,
        SMALLEST, END, 0, END, 0, *places,
    )  # fmt: skip
    return head + b"".join(sectors) + fat


def _entry(name: str, kind: int, start: int, size: int, *, right: int = NONE, child: int = NONE) -> bytes:
    written = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16x4x16xIQ", written, len(written) + 2, kind, 1, NONE, right, child, start, size
    )
