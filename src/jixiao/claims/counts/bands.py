"""Bands of scores that leave none out: 95分以上, 90分-95分, 90分以下."""

import re
from collections.abc import Sequence
from decimal import Decimal

_NUMBER = r"(\d{2,3}(?:\.\d+)?)\s?分?\s?(?:[(]不?含[)])?"
_RANGE = re.compile(rf"{_NUMBER}\s?(?:[-—~至到]|以[上下]\s?[-—~至到和、]?)\s?{_NUMBER}(?:以[上下])?")
_ABOVE = re.compile(rf"{_NUMBER}(?:及|[(]?含[)]?)?以上|(?:高于|不低于|超过|大于)\s?{_NUMBER}")
_BELOW = re.compile(rf"{_NUMBER}(?:及|[(]?含[)]?)?以下|(?:低于|不足|不到|小于)\s?{_NUMBER}")
_FULL = re.compile(r"满分|(?<!\d)100分(?!以)")
_FEWEST = 3


def leave_none_out(labels: Sequence[str]) -> bool:
    """Whether each label is a band, the highest open above, the lowest below, and none is left out between.

    A band may end at the bound of the next one or one below it (80-89分, 90分以上).
    """
    lows: list[Decimal] = []
    highs: list[Decimal] = []
    for label in labels:
        if found := _RANGE.search(label):
            low, high = sorted(Decimal(bound) for bound in found.groups())
            lows.append(low)
            highs.append(high)
        elif found := _BELOW.search(label):
            highs.append(_bound(found))
        elif found := _ABOVE.search(label):
            lows.append(_bound(found))
        elif not _FULL.search(label):
            return False
    pairs = list(zip(sorted(lows), sorted(highs), strict=False))
    return (
        len(labels) >= _FEWEST
        and len(lows) == len(highs) > 1
        and all(0 <= low - high <= 1 for low, high in pairs)
    )


def _bound(found: re.Match[str]) -> Decimal:
    return Decimal(next(bound for bound in found.groups() if bound))
