"""Number format codes of workbooks, such as ``#,##0.00_);[Red](#,##0.00)``, cut into sections and tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATE: Final = 'yyyy"年"m"月"d"日"'
_MONTH: Final = 'yyyy"年"m"月"'
_DAY: Final = 'm"月"d"日"'
_TIME: Final = 'h"时"mm"分"'
_FULL_TIME: Final = 'h"时"mm"分"ss"秒"'
BUILT_IN: Final[dict[int, str]] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;"¥"-#,##0.00',
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    48: "##0.0E+0",
    **dict.fromkeys((27, 36, 50, 52, 57), _MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _DAY),
    30: "m-d-yy",
    31: _DATE,
    32: _TIME,
    33: _FULL_TIME,
    34: f"上午/下午{_TIME}",
    35: f"上午/下午{_FULL_TIME}",
    55: f"上午/下午{_TIME}",
    56: f"上午/下午{_FULL_TIME}",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '"¥"#,##0;"¥"-#,##0;"¥""-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '"¥"#,##0.00;"¥"-#,##0.00;"¥""-"',
}
"""Codes of the built-in formats as Excel in Chinese shows them; every other number is General."""

_LONGEST_CODE: Final = 1000
_TOKEN: Final = re.compile(
    r"""(?P<quoted>"[^"]*"?) | [\\!](?P<escaped>.) | (?P<pad>_.) | (?P<fill>\*.) | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式) | (?P<half>AM/PM|A/P|上午/下午) | (?P<exponent>E[+-]0+)
    | (?P<digit>[0#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<date>y+|m+|d+|h+|s+|e+|a{3,4})
    | (?P<text>@) | (?P<slash>/) | (?P<other>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_ELAPSED: Final = re.compile(r"(h+|m+|s+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a code.

    Tokens are pairs of a sign and a text: ``#`` a placeholder, ``.`` the point, ``D`` a date field, ``[`` an
    elapsed time, ``G`` General, ``L`` a literal. ``whole``/``decimals`` are the marks (0, #, ?) before and
    after the point.
    """

    tokens: tuple[tuple[str, str], ...]
    whole: str = ""
    decimals: str = ""
    grouped: bool = False
    thousands: int = 0
    percents: int = 0
    exponent: int = 0
    fraction: bool = False
    chinese: bool = False
    condition: tuple[str, Decimal] | None = None
    is_date: bool = False
    frame: tuple[str, str] | None = None
    """What stands around the digits of a usual number, 0.00 or #,##0, which needs no filling."""


def parse(code: str) -> tuple[Section, ...]:
    """The sections of a format code."""
    return tuple(_section(part) for part in _cut(code[:_LONGEST_CODE])[:4])


def choose(sections: Sequence[Section], value: Decimal) -> tuple[Section, bool]:
    """The section for a number, and whether a minus sign must be put before a negative one."""
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _meets(value, *section.condition):
                return section, True
        return numeric[-1], True
    if len(numeric) == 1:
        return numeric[0], True
    if value < 0:
        return numeric[1], False
    return (numeric[2] if len(numeric) > 2 and value == 0 else numeric[0]), False


def _cut(code: str) -> list[str]:
    """Cut at the semicolons that are neither quoted, escaped nor in brackets."""
    parts = [""]
    for found in _TOKEN.finditer(code):
        if found.group("other") == ";":
            parts.append("")
        else:
            parts[-1] += found.group()
    return parts


def _meets(value: Decimal, operator: str, limit: Decimal) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[operator]


def _section(code: str) -> Section:
    tokens: list[tuple[str, str]] = []
    condition: tuple[str, Decimal] | None = None
    chinese = False
    for found in _TOKEN.finditer(code):
        kind, text = str(found.lastgroup), found.group(str(found.lastgroup))
        if kind == "bracket":
            chinese = chinese or text.upper().startswith("DBNUM")
            limit = _CONDITION.fullmatch(text)
            if limit:
                condition = limit[1], Decimal(limit[2])
            elif _ELAPSED.fullmatch(text):
                tokens.append(("[", text.lower()))
            elif text.startswith("$"):
                tokens.append(("L", text[1:].partition("-")[0]))
        else:
            tokens.append(_token(kind, text))
    return _measure([token for token in tokens if token[1]], condition, chinese=chinese)


def _token(kind: str, text: str) -> tuple[str, str]:
    simple = {
        "text": "G",
        "digit": "#",
        "point": ".",
        "comma": ",",
        "percent": "%",
        "general": "G",
        "date": "D",
        "half": "D",
    }
    if kind in simple:
        return simple[kind], text.lower() if kind == "date" else text
    if kind == "exponent":
        return "E", text
    if kind == "slash":
        return "/", text
    shown = {"quoted": text.strip('"'), "pad": " ", "fill": ""}
    return "L", shown.get(kind, text)


def _measure(
    tokens: list[tuple[str, str]], condition: tuple[str, Decimal] | None, *, chinese: bool
) -> Section:
    """Count the placeholders; commas scale after the last one and group before it."""
    signs = [sign for sign, _ in tokens]
    point = signs.index(".") if "." in signs else len(signs)
    whole = "".join(text for sign, text in tokens[:point] if sign == "#")
    decimals = "".join(text for sign, text in tokens[point:] if sign == "#")
    places = [index for index, sign in enumerate(signs) if sign == "#"]
    commas = [index for index, sign in enumerate(signs) if sign == "," and places and index > places[0]]
    last = max((index for index in places if index < point), default=-1)
    exponent = next((text.count("0") for sign, text in tokens if sign == "E"), 0)
    return Section(
        tokens=tuple(("L", text) if sign == "/" else (sign, text) for sign, text in tokens),
        whole=whole,
        decimals=decimals,
        grouped=any(index < last for index in commas),
        thousands=sum(index > last for index in commas),
        percents=signs.count("%"),
        exponent=exponent,
        fraction="/" in signs and bool(places) and "D" not in signs,
        chinese=chinese,
        condition=condition,
        is_date=any(sign in "D[" for sign in signs),
        frame=_frame(tokens, whole, decimals),
    )


def _frame(tokens: list[tuple[str, str]], whole: str, decimals: str) -> tuple[str, str] | None:
    """The literals around one unbroken run of placeholders, with a digit before the point and zeros after."""
    signs = "".join(sign for sign, _ in tokens)
    first, last = signs.find("#"), signs.rfind("#")
    inner = signs[first : last + 1].replace("#", "").replace(",", "")
    if first < 0 or whole.strip("#") != "0" or decimals.strip("0") or inner not in ("", "."):
        return None
    if signs[:first].strip("L%") or signs[last + 1 :].strip("L%"):
        return None
    return "".join(text for _, text in tokens[:first]), "".join(text for _, text in tokens[last + 1 :])
