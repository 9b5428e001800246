"""A diagram laid out for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.flow import flow
from jixiao.formats.drawing.tree import tree

if TYPE_CHECKING:
    from jixiao.core.look import DiagramLook
    from jixiao.formats.drawing.sketch import Sketch

_TALLEST: Final = 205.0
"""Millimetres of a page that leave room for a caption."""


def sketch(look: DiagramLook, wide: float) -> Sketch | None:
    """The boxes and lines of a diagram not wider than this, in millimetres; None where it has no nodes."""
    if not look.nodes:
        return None
    steps = look.kind == "flow" and all(
        node.under in (None, number - 1) for number, node in enumerate(look.nodes)
    )
    if steps:
        return flow([node.text for node in look.nodes], wide).reduced(_TALLEST)
    return tree(look.nodes, wide, arrows=look.kind == "flow").reduced(_TALLEST)


def sentence(look: DiagramLook) -> str:
    """The diagram in words, for those who cannot see it."""
    if look.kind == "flow":
        return " → ".join(node.text for node in look.nodes)
    below: dict[str, list[str]] = {}
    for node in look.nodes:
        known = node.under is not None and 0 <= node.under < len(look.nodes)
        above = look.nodes[node.under].text if known and node.under is not None else ""
        below.setdefault(above, []).append(node.text)
    return "；".join(
        f"{above}：{'、'.join(names)}" if above else "、".join(names) for above, names in below.items()
    )
