"""The numbers that a browser puts before the items of a list, and what inline styles say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import in_chinese

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STYLE_TYPE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BY_TYPE: Final = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_UNNUMBERED: Final = ("none", "disc", "circle", "square")
_CHINESE: Final = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal")
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST: Final = 99_999
_LARGEST_ROMAN: Final = 3999


@dataclass(slots=True)
class List:
    """An open list: the number of the next item, None in a list without numbers."""

    next: int | None
    step: int = 1
    style: str = "decimal"

    def take(self, item: LexborNode) -> tuple[str, int | None]:
        """The mark of the next item as the browser shows it, and its value."""
        if self.next is None:
            return "", None
        value = _integer(item.attributes.get("value"), self.next)
        self.next = value + self.step
        style = _style(item) or self.style
        return mark(value, style), value


def open_list(node: LexborNode) -> List:
    """The state of an ``ol``, ``ul`` or ``menu``."""
    if node.tag != "ol":
        return List(None)
    attributes = node.attributes
    backwards = "reversed" in attributes
    start = _integer(attributes.get("start"), _count(node) if backwards else 1)
    style = _style(node) or _BY_TYPE.get(attributes.get("type") or "1", "decimal")
    return List(start, -1 if backwards else 1, style)


def mark(value: int, style: str) -> str:
    """The mark of an item; "" where the browser shows a bullet or nothing."""
    if style in _UNNUMBERED:
        return ""
    if style in _CHINESE:
        return f"{in_chinese(value)}、"
    if style.endswith(("alpha", "latin")) and value > 0:
        letters = ""
        while value:
            value, rest = divmod(value - 1, 26)
            letters = chr(97 + rest) + letters
        return f"{letters.upper() if style.startswith('upper') else letters}."
    if style.endswith("roman") and 0 < value <= _LARGEST_ROMAN:
        letters = ""
        for amount, sign in _ROMAN:
            letters += sign * (value // amount)
            value %= amount
        return f"{letters.upper() if style.startswith('upper') else letters}."
    return f"{value:02d}." if style == "decimal-leading-zero" else f"{value}."


def is_hidden(node: LexborNode) -> bool:
    """Whether the element itself says that it is not shown."""
    attributes = node.attributes
    if not attributes:
        return False
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def _style(node: LexborNode) -> str:
    found = _STYLE_TYPE.search(node.attributes.get("style") or "")
    words = found[1].lower().split() if found else []
    return next((word for word in words if word not in ("inside", "outside") and "(" not in word), "")


def _integer(text: str | None, default: int) -> int:
    try:
        value = int((text or "")[:8])
    except ValueError:
        return default
    return value if abs(value) <= _LARGEST else default


def _count(node: LexborNode) -> int:
    count, item = 0, node.first_child
    while item is not None:
        count += item.tag == "li"
        item = item.next
    return count
