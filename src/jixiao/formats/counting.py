"""How Word writes the numbers of a list, by the name of the number format."""

from collections.abc import Callable
from typing import Final

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
_PLACES = ("", "十", "百", "千")
_LEGAL_PLACES = ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 9999


def format_number(number: int, number_format: str, pattern: str = "") -> str:
    """The number as a list label shows it; ``pattern`` is the sample of a custom format: "001, 002, ..."."""
    if number_format == "custom":
        width = len(pattern.split(",", 1)[0].strip())
        return str(number).zfill(min(width, 10))
    if number < 0 or number > _LARGEST:
        return str(number)
    return _FORMATS.get(number_format, str)(number)


def _digits(number: int, digits: str = "○一二三四五六七八九") -> str:
    """Digit by digit: 10 is 一○."""
    return "".join(digits[int(digit)] for digit in str(number))


def _spoken(
    number: int, digits: str, places: tuple[str, ...], *, bare_ten: bool = True, zero: str = "零"
) -> str:
    """With places: 23 is 二十三, 105 is 一百零五; a leading 一十 is 十 where ``bare_ten``."""
    if number == 0:
        return digits[0]
    written = str(number)
    parts: list[str] = []
    gap = False
    for position, digit in enumerate(written):
        place = len(written) - 1 - position
        if digit == "0":
            gap = True
            continue
        if gap and parts:
            parts.append(zero)
        gap = False
        parts.append(digits[int(digit)] + places[place])
    text = "".join(parts)
    ten = digits[1] + places[1]
    return text[len(digits[1]) :] if bare_ten and len(written) == 2 and text.startswith(ten) else text


def _chinese(number: int) -> str:
    """一 … 十 … 九十九, from 100 on digit by digit."""
    return _spoken(number, _DIGITS, _PLACES) if number < 100 else _digits(number)


def _chinese_thousand(number: int) -> str:
    return _spoken(number, _DIGITS, _PLACES)


def _japanese(number: int) -> str:
    """百一, without 一 before a place and without a sign for empty places."""
    text = _spoken(number, _DIGITS, _PLACES, zero="")
    for place in _PLACES[1:]:
        text = text.replace("一" + place, place)
    return text


def _legal(number: int) -> str:
    return _spoken(number, _LEGAL_DIGITS, _LEGAL_PLACES, bare_ten=False)


def _legal_traditional(number: int) -> str:
    return _spoken(number, _LEGAL_TRADITIONAL_DIGITS, _LEGAL_PLACES, bare_ten=False)


def _roman(number: int) -> str:
    parts: list[str] = []
    for value, letters in _ROMAN:
        parts.append(letters * (number // value))
        number %= value
    return "".join(parts)


def _letter(number: int) -> str:
    """From a to z, then aa, bb and so on."""
    if number == 0:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _cycle(signs: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        return signs[number - 1] if 0 < number <= len(signs) else str(number)

    return write


def _enclosed(first: str, count: int, beyond: Callable[[int], str] = str) -> Callable[[int], str]:
    """Ready-made signs such as ①, as many as there are, then plain numbers."""

    def write(number: int) -> str:
        return chr(ord(first) + number - 1) if 0 < number <= count else beyond(number)

    return write


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else str(number)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": _chinese_thousand,
    "taiwaneseCountingThousand": _chinese_thousand,
    "japaneseCounting": _japanese,
    "koreanDigital2": _digits,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": _enclosed("①", 20),
    "decimalEnclosedCircleChinese": _enclosed("①", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "ideographEnclosedCircle": _enclosed("㊀", 10, _chinese),
}

BY_CODE: Final = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    8: "hex", 10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 15: "decimal",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero",
    23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 32: "ideographZodiacTraditional", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 44: "koreanDigital2",
    57: "numberInDash", 255: "none",
}  # fmt: skip
"""The number formats as binary Word files and RTF call them ([MS-OSHARED], MSONFC)."""
