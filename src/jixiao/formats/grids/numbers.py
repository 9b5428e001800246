"""A stored number as Excel prints it: rounded half away from zero to the digits of its format.

A workbook stores 0.94669999999999999 and prints 94.67%. The checker must see what is printed, because
the precision of a figure is part of what a report says.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from jixiao.formats.grids.dates import show_date
from jixiao.formats.grids.sections import BUILT_IN, Section, choose, parse

DISPLAYED: Final = Context(prec=15)
"""Excel computes with 15 significant digits; what stands behind them is binary noise."""
_GENERAL_WIDTH: Final = 11
_LONGEST: Final = 40
"""A whole number of more digits is shown with an exponent."""
_SMALLEST: Final = -9
LARGEST: Final = 320
"""Powers of ten beyond which a workbook stores no number."""
_MOST_DECIMALS: Final = 30
_EXACT: Final = Context(prec=400)
_PLAIN: Final = re.compile(r"-?\d{1,9}")


@lru_cache(maxsize=4096)
def sections(code: int | str) -> tuple[Section, ...]:
    """The sections of a number format."""
    return parse(BUILT_IN.get(code, "General") if isinstance(code, int) else code)


def show(stored: str, code: int | str = 0, *, epoch_1904: bool = False) -> str:
    """What Excel shows for a stored number in a cell of this format; ``stored`` itself if it is none."""
    if code == 0 and _PLAIN.fullmatch(stored):
        return stored
    try:
        value = DISPLAYED.create_decimal(stored.strip())
    except InvalidOperation:
        return stored
    if not value.is_finite() or abs(value.adjusted()) > LARGEST:
        return stored
    section, signed = choose(sections(code), value)
    if section.is_date:
        shown = show_date(value, section, epoch_1904=epoch_1904)
        return general(value) if shown is None else shown
    if section.fraction:
        return general(value)
    if section.frame is None:
        text = _fill(section, abs(value)).strip()
    else:
        scaled = _EXACT.scaleb(abs(value), 2 * section.percents) if section.percents else abs(value)
        rounded = _round(scaled, len(section.decimals))
        digits = f"{rounded:,f}" if section.grouped else f"{rounded:f}"
        text = f"{section.frame[0]}{digits}{section.frame[1]}".strip()
    return f"-{text}" if signed and value < 0 and text else text


def general(value: Decimal) -> str:
    """The format General: at most 11 characters, no trailing zeros; whole numbers are kept whole."""
    sign = "-" if value < 0 else ""
    value = abs(value)
    if value and not _SMALLEST <= value.adjusted() < _LONGEST:
        return f"{sign}{value:.5E}"
    whole = len(str(int(value)))
    text = f"{_round(value, max(_GENERAL_WIDTH - 1 - whole, 0)):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "0" else sign + text


def _round(value: Decimal, decimals: int) -> Decimal:
    """Half away from zero, as Excel does for display."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP", context=_EXACT)


def _fill(section: Section, value: Decimal) -> str:
    """Put the digits of an absolute value into the placeholders, literal signs between them."""
    whole, fraction = _digits(section, value)
    pieces: list[str] = []
    used = used_behind = 0
    behind = False
    between = not section.grouped and _interrupted(section)
    for sign, text in section.tokens:
        if sign == "G":
            pieces.append(general(value))
        elif sign == ".":
            pieces.append(("" if section.whole else whole) + ("." if fraction else ""))
            behind = True
        elif sign == "#" and behind:
            pieces.append(fraction[used_behind : used_behind + 1])
            used_behind += 1
        elif sign == "#":
            left = len(section.whole) - used
            if between:
                pieces.append(whole[: len(whole) - left + 1] if not used else whole[len(whole) - left :][:1])
            elif not used:
                pieces.append(whole)
            used += 1
        elif sign == "E":
            pieces.append(_exponent(section, value))
        elif sign != ",":
            pieces.append(text)
    return "".join(pieces)


def _digits(section: Section, value: Decimal) -> tuple[str, str]:
    """The digits before and after the point: at least as many as there are zeros in the code."""
    scaled = _EXACT.scaleb(value, 2 * section.percents - 3 * section.thousands)
    if section.exponent and value:
        scaled = _EXACT.scaleb(value, -value.adjusted())
    decimals = section.decimals[:_MOST_DECIMALS]
    whole, _, fraction = f"{_round(scaled, len(decimals)):f}".partition(".")
    needed = len(section.whole) - section.whole.index("0") if "0" in section.whole else 0
    whole = whole.lstrip("0").zfill(needed)
    if section.grouped:
        head = len(whole) % 3
        whole = ",".join(
            ([whole[:head]] if head else []) + [whole[i : i + 3] for i in range(head, len(whole), 3)]
        )
    kept = decimals.rfind("0") + 1
    return whole, fraction[:kept] + fraction[kept:].rstrip("0")


def _interrupted(section: Section) -> bool:
    """Whether a literal stands between the placeholders of the whole part: ``0!.0,`` for 万."""
    signs = "".join(sign for sign, _ in section.tokens).partition(".")[0].replace(",", "")
    return "#L" in signs and "#" in signs[signs.index("#L") + 1 :]


def _exponent(section: Section, value: Decimal) -> str:
    power = value.adjusted() if value else 0
    return f"E{'-' if power < 0 else '+'}{str(abs(power)).zfill(section.exponent)}"
