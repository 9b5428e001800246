"""Values of properties as Word writes them: ``<w:start w:val="1"/>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.names import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element


def value_of(parent: _Element, local: str) -> str | None:
    """The value of a child by its local name; None where it is not there."""
    child = parent.find(W + local)
    return None if child is None else child.get(VAL)


def whole(text: str | None, most: int) -> int | None:
    """A whole number from 0 to ``most``; None for anything else."""
    try:
        number = int(text) if text is not None else None
    except ValueError:
        return None
    return number if number is None or 0 <= number <= most else None
