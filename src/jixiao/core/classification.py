"""Codes of the budget classification as values: what a code's level is, and what stands above it.

Functional codes (支出功能分类) have 类 3, 款 5 and 项 7 digits, economic codes of department budgets
(部门预算支出经济分类) 类 3 and 款 5 digits (the public final-accounts form). A code is its parts, never a
string of digits: 20131 is no child of 2013, for 2013 is no code. Names change from year to year, so a code
has none here; rulebooks hold them by year.
"""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

_DIGITS = re.compile(r"[0-9]+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """A code as its parts, the widest class first: ("201", "03", "01").

    Raises ``ValueError`` where the parts are none of this classification. Codes order as printed forms list
    them: each before what stands below it.
    """

    parts: tuple[str, ...]

    WIDTHS: ClassVar[tuple[int, ...]] = ()
    LEVELS: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        """Refuse what is no code."""
        if not self.parts or len(self.parts) > len(self.WIDTHS):
            message = f"no code of {len(self.WIDTHS)} levels: {self.parts}"
            raise ValueError(message)
        for part, width in zip(self.parts, self.WIDTHS, strict=False):
            if len(part) != width or _DIGITS.fullmatch(part) is None:
                message = f"{part!r} has not the {width} digits of its level: {self.parts}"
                raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """A code printed in one piece, "2010301"; raises ``ValueError`` for anything else."""
        code = cls.read(text)
        if code is None:
            message = f"no code of {'/'.join(cls.LEVELS)}: {text!r}"
            raise ValueError(message)
        return code

    @classmethod
    def read(cls, text: str) -> Self | None:
        """A code printed in one piece, full-width digits too; None where the text is none."""
        digits = text.strip().translate(_FULL_WIDTH)
        if _DIGITS.fullmatch(digits) is None:
            return None
        parts: list[str] = []
        at = 0
        for width in cls.WIDTHS:
            if at < len(digits):
                parts.append(digits[at : at + width])
                at += width
        return cls(tuple(parts)) if at == len(digits) else None

    @classmethod
    def of_levels(cls, *levels: str) -> Self | None:
        """A code printed in columns, ("201", "03", "1"): short parts are filled with zeros.

        A column may also hold the whole code down to its level ("201", "20103", "2010301"). None where a
        level in between is empty or no digits.
        """
        filled = [level.strip().translate(_FULL_WIDTH) for level in levels]
        while filled and not filled[-1]:
            filled.pop()
        parts: tuple[str, ...] = ()
        for part, width in zip(filled, cls.WIDTHS, strict=False):
            above = "".join(parts)
            own = part.removeprefix(above) if len(part) > width else part
            if _DIGITS.fullmatch(own) is None or len(own) > width:
                return None
            parts = (*parts, own.zfill(width))
        return cls(parts) if parts and len(filled) <= len(cls.WIDTHS) else None

    @property
    def level(self) -> str:
        """类, 款 or 项."""
        return self.LEVELS[len(self.parts) - 1]

    @property
    def depth(self) -> int:
        """1 for a 类, 2 for a 款, 3 for a 项."""
        return len(self.parts)

    @property
    def parent(self) -> Self | None:
        """The code of the next wider level; None above a 类."""
        return type(self)(self.parts[:-1]) if len(self.parts) > 1 else None

    @property
    def top(self) -> Self:
        """The 类 that it belongs to, which may be itself."""
        return type(self)(self.parts[:1])

    def is_parent_of(self, other: "Code") -> bool:
        """Whether the other stands directly below this one, in the same classification."""
        return other.parent == self

    def is_above(self, other: "Code") -> bool:
        """Whether the other stands below this one, at whatever depth; no code is above itself."""
        own = len(self.parts)
        return type(other) is type(self) and len(other.parts) > own and other.parts[:own] == self.parts

    def __str__(self) -> str:
        """In one piece, as forms print it: 2010301."""
        return "".join(self.parts)


class FunctionalCode(Code):
    """A code of the functional classification: 201 / 20103 / 2010301."""

    __slots__ = ()
    WIDTHS = (3, 2, 2)
    LEVELS = ("类", "款", "项")


class EconomicCode(Code):
    """A code of the economic classification of department budgets: 301 / 30101."""

    __slots__ = ()
    WIDTHS = (3, 2)
    LEVELS = ("类", "款")
