"""What a reader of a flat stream says of each paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.formats.numbering import Label

End = Literal["paragraph", "cell", "row"]


@dataclass(slots=True)
class CellRule:
    """What a row says of one cell: its left and right edge (any unit), and whether it is part of another.

    ``across``: it continues the cell to its left; ``down``: the one above; ``heads``: cells below may go on
    with it.
    """

    left: int
    right: int
    across: bool = False
    down: bool = False
    heads: bool = False


@dataclass(slots=True)
class Paragraph:
    """One paragraph of the stream.

    ``depth`` is the number of tables that it lies in. A paragraph that ends a row has no text of its own but
    ``rules``, one a cell, or fewer. ``outline`` is a heading's level from 0; ``joined``: its end was deleted,
    so that the text goes on in the next; ``anchored`` is what follows it, such as text boxes.
    """

    text: str
    depth: int = 0
    end: End = "paragraph"
    label: Label | None = None
    outline: int | None = None
    style: str = ""
    joined: bool = False
    dropped: bool = False
    """A row that a tracked change deleted."""
    rules: list[CellRule] = field(default_factory=list)
    anchored: list[Callable[[], None]] = field(default_factory=list)
