"""Property changes (sprms): each is an operation with an operand whose size its number tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
_VARIABLE: Final = 6
DEFINE_TABLE: Final = 0xD608
_CHANGE_TABS: Final = 0xC615
_UNCOUNTED: Final = 255


def sprms(group: bytes) -> Iterator[tuple[int, bytes]]:
    """Operations with their operands (without the size of a variable one), as far as they are whole."""
    at = 0
    while at + 3 <= len(group):
        operation = group[at] | group[at + 1] << 8
        at += 2
        kind = operation >> 13
        size = _SIZES[kind]
        if operation == DEFINE_TABLE:
            if at + 2 > len(group):
                return
            size = (group[at] | group[at + 1] << 8) - 1
            at += 2
        elif kind == _VARIABLE:
            size = group[at]
            if operation == _CHANGE_TABS and size == _UNCOUNTED:
                size = _tabs(group, at + 1)
            at += 1
        if size < 0 or at + size > len(group):
            return
        yield operation, group[at : at + size]
        at += size


def number(operand: bytes, *, signed: bool = False) -> int:
    """The operand as a number."""
    return int.from_bytes(operand, "little", signed=signed)


def _tabs(group: bytes, at: int) -> int:
    """The size of a list of tabs too long to be counted in a byte."""
    if at >= len(group):
        return 0
    removed = 1 + 4 * group[at]
    if at + removed >= len(group):
        return 0
    return removed + 1 + 3 * group[at + removed]
