"""One cell to a value of the dossier, by the kind of its column.

A number cell is read with the 15 digits that Excel shows, its trailing zeros as its format shows them: 43 in
the format 0.00 is 43.00. Text keeps every digit. Nothing is ever taken from a cell that is not certain.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from jixiao.core.dossier.values import Absent
from jixiao.core.interval import EXACT
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.workbook.choices import spelled
from jixiao.dossiers.workbook.kinds import Field, Kind
from jixiao.dossiers.workbook.reading.plain import MEASURES, absent, money_unit, number_and_rest, plain
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.formats.xlsx.raw import RawCell

EMPTY: Final = "（空）"
"""Written where a text is there but empty; a blank cell would be nothing."""
SEPARATORS: Final = "、，,；;\n"
"""Between several texts of one cell, where the layout says nothing else."""
QUOTE: Final = "'"
"""Before a text that would be taken for something else: a number, “/”, the mark above."""
TOTAL_WORDS: Final = frozenset(("合计", "总计", "小计"))
"""At the beginning of a row they say that it sums up others; a member of that name gets a quotation mark."""
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
_BETWEEN: Final = re.compile(r"[、，,;；\s]+")


@dataclass(frozen=True, slots=True)
class Target:
    """What a cell is read for.

    ``unit`` is what bare amounts count in; ``percent`` that numbers are percentages; ``choices`` the name
    of the words to choose from; ``separators`` the signs between several texts.
    """

    heading: str
    field: Field
    unit: MoneyUnit = MoneyUnit.TEN_THOUSAND
    percent: bool = False
    choices: str = ""
    separators: str = ""


def value(cell: RawCell, target: Target) -> object:
    """The value that the cell states; None for a blank one.

    Raises:
        Trouble: it states none that the column may hold.
    """
    if cell.is_blank:
        return None
    if cell.kind == "e":
        raise Trouble(
            f"“{target.heading}”的单元格是错误值 {cell.stored}",
            f"the cell of “{target.heading}” holds the error {cell.stored}",
            "改正公式或直接填写内容",
            "mend the formula or type the content",
        )
    return _READERS[target.field.kind](cell, target)


def _number(cell: RawCell, target: Target, wanted: tuple[str, str]) -> tuple[Decimal, str]:
    """The number of a cell and what follows it; a percentage is followed by ``%``."""
    number = cell.number
    if number is None:
        found = number_and_rest(cell.stored) if cell.kind == "s" else None
        if found is None:
            raise _not(target, cell, wanted)
        return found
    section = cell.section
    if section.is_date:
        raise Trouble(
            f"“{target.heading}”应当是{wanted[0]}，现在是日期 {cell.shown}",
            f"“{target.heading}” must be {wanted[1]}, not the date {cell.shown}",
            "把单元格格式改为“常规”后重新填写",
            "set the cell's format to General and type the number again",
        )
    literal = "".join(text for sign, text in section.tokens if sign == "L")
    if section.thousands or (len(section.whole) > 1 and "." in literal):
        raise Trouble(
            f"“{target.heading}”的单元格格式把数字缩小后显示（显示为 {cell.shown}），无法确定以哪个为准",
            f"the format of “{target.heading}” shows the number scaled ({cell.shown}): either may be meant",
            "把单元格格式改为“常规”，填写以本列单位计的数",
            "set the cell's format to General and type the number in the column's unit",
        )
    number = number.scaleb(2 * section.percents, context=EXACT)
    decimals = 0 if section.exponent else len(section.decimals) - len(section.decimals.lstrip("0"))
    rest = "%" if section.percents else plain(literal).lstrip("¥￥")
    return padded(number, decimals), rest


def padded(number: Decimal, decimals: int) -> Decimal:
    """The number written plainly with at least so many decimals."""
    bare = Decimal(f"{number.normalize(EXACT):f}")
    exponent = bare.as_tuple().exponent
    if isinstance(exponent, int) and -exponent < decimals:
        return bare.quantize(Decimal(1).scaleb(-decimals), context=EXACT)
    return bare


def _amount(cell: RawCell, target: Target) -> object:
    nothing = absent(cell.stored) if cell.kind == "s" else None
    if nothing is not None:
        return nothing
    number, rest = _number(cell, target, ("金额", "an amount"))
    unit = money_unit(rest) if rest else target.unit
    if unit is None:
        if cell.kind == "n" and rest != "%":
            unit = target.unit  # words of a number format that are no unit
        else:
            raise _not(target, cell, ("金额", "an amount"))
    return Money(number, unit)


def _exact(cell: RawCell, target: Target) -> Decimal:
    """A number, a percentage where the column counts in percent."""
    number, rest = _number(cell, target, ("数", "a number"))
    if rest == "%":
        if target.percent:
            return number
        if target.field.kind is Kind.NUMBER:
            return number.scaleb(-2, context=EXACT)
    elif cell.kind == "n" or rest in {"", "分"}:
        return number
    raise _not(target, cell, ("数", "a number"))


def _number_or_absent(cell: RawCell, target: Target) -> object:
    nothing = absent(cell.stored) if cell.kind == "s" else None
    return _exact(cell, target) if nothing is None else nothing


def _count(cell: RawCell, target: Target) -> int:
    number, rest = _number(cell, target, ("整数", "a whole number"))
    said = rest in MEASURES or (cell.kind == "n" and rest != "%")
    if not said or number != number.to_integral_value():
        raise _not(target, cell, ("整数", "a whole number"))
    return int(number)


def _value(cell: RawCell, target: Target) -> object:
    """A number, or words; a percentage is a number only where the column counts in percent."""
    if cell.kind == "s":
        return _unquoted(cell.stored, lambda text: _words(text, target))
    if cell.kind != "n":
        return cell.shown
    section = cell.section
    if section.is_date or (section.percents and not target.percent):
        return text_of(cell)
    return _number(cell, target, ("数", "a number"))[0]


def _words(text: str, target: Target) -> Decimal | Absent | str:
    nothing = absent(text)
    if nothing is not None:
        return nothing
    found = number_and_rest(text)
    if found is not None and (not found[1] or (found[1] == "%" and target.percent)):
        return found[0]
    return text


def _text(cell: RawCell, _target: Target) -> str:
    if cell.kind == "s":
        found = _unquoted(cell.stored, lambda text: "" if text == EMPTY else text)
        return str(found)
    return text_of(cell)


def _unquoted(text: str, read: Callable[[str], object]) -> object:
    """What is read of a text; a quotation mark before it keeps it from being taken for something else."""
    if text.startswith(QUOTE):
        rest = text[1:]
        meant = read(rest)
        misread = type(meant) is not str or meant != rest  # “/” as text equals the absence of that sign
        if rest.startswith(QUOTE) or misread or plain(rest) in TOTAL_WORDS:
            return rest
    return read(text)


def text_of(cell: RawCell) -> str:
    """What a number cell shows, dates as 2023-12-31."""
    section = cell.section
    if cell.kind == "n" and section.is_date:
        fields = {text[0] for sign, text in section.tokens if sign == "D"}
        if {"y", "m", "d"} <= fields and not fields & {"h", "s"}:
            return RawCell("n", cell.stored, "yyyy-mm-dd", epoch_1904=cell.epoch_1904).shown
    return cell.shown


def _code(cell: RawCell, target: Target) -> str:
    code = plain(text_of(cell)).lower()
    if not _CODE.fullmatch(code):
        raise Trouble(
            f"“{target.heading}”的“{cell.shown}”不能作代码",
            f"“{cell.shown}” is no code (“{target.heading}”)",
            "只用英文字母、数字、- 和 _，以字母或数字开头，如 p01",
            "use letters a to z, digits, - and _, beginning with a letter or digit, such as p01",
        )
    return code


def _choice(cell: RawCell, target: Target) -> object:
    words = spelled(target.field, target.choices)
    shown = plain(cell.shown)
    found = next((one for word, one in words.items() if plain(word).casefold() == shown.casefold()), None)
    if found is None:
        offered = "、".join(dict.fromkeys(word for word in words if not word.isascii() or len(word) < 3))
        raise Trouble(
            f"“{target.heading}”的“{cell.shown}”不在可选的内容之中",
            f"“{cell.shown}” is no choice for “{target.heading}”",
            f"从下拉列表中选：{offered}",
            f"choose one of: {offered}",
        )
    return found == "true" if target.field.kind is Kind.TRUTH else found


def _texts(cell: RawCell, target: Target) -> tuple[str, ...]:
    """Several texts; a backslash takes the meaning from a sign, before an n it makes a line break."""
    signs = target.separators or SEPARATORS
    members, raw = [""], [""]
    text = iter(cell.stored if cell.kind == "s" else text_of(cell))
    for sign in text:
        if sign == "\\":
            following = next(text, "\\")
            members[-1] += "\n" if following == "n" else following
            raw[-1] += sign + following
        elif sign in signs:
            members.append("")
            raw.append("")
        else:
            members[-1] += sign
            raw[-1] += sign
    return tuple(
        "" if whole.strip() == EMPTY else member.strip()
        for member, whole in zip(members, raw, strict=True)
        if whole.strip()
    )


def _points_list(cell: RawCell, target: Target) -> tuple[Decimal, ...]:
    if cell.kind == "n":
        return (_exact(cell, target),)
    found = []
    for part in _BETWEEN.split(cell.stored.strip()):
        number = number_and_rest(part) if part else None
        if part and (number is None or number[1] not in {"", "分"}):
            raise _not(target, cell, ("一组得分", "a list of scores"))
        if number:
            found.append(number[0])
    return tuple(found)


def _not(target: Target, cell: RawCell, wanted: tuple[str, str]) -> Trouble:
    zh, en = _HOW[target.field.kind]
    return Trouble(
        f"“{target.heading}”应当是{wanted[0]}，现在是“{cell.shown}”",
        f"“{target.heading}” must be {wanted[1]}, not “{cell.shown}”",
        zh,
        en,
    )


_NOTHING: Final = (
    "没有的填“无”，不适用填“/”，不清楚就空着",
    "“无” for none, “/” for not applicable, nothing where it is unknown",
)
_HOW: Final = {
    Kind.AMOUNT: (
        f"只填一个数，如 65.26；单位与表头不同时连单位一起填，如 652600元；{_NOTHING[0]}",
        f"type one number, such as 65.26, or with another unit, such as 652600元; {_NOTHING[1]}",
    ),
    Kind.NUMBER: (f"只填一个数；{_NOTHING[0]}", f"type one number; {_NOTHING[1]}"),
    Kind.POINTS: (
        "只填一个数，如 9.5；不清楚就空着",
        "type one number, such as 9.5; nothing where it is unknown",
    ),
    Kind.COUNT: ("填整数，如 58；没有的填 0，不清楚就空着", "type a whole number, such as 58; 0 for none"),
    Kind.POINTS_LIST: ("填数字，之间用顿号分开，如 85、90.5", "type numbers with commas between them"),
    Kind.VALUE: ("填一个数或文字", "type a number or words"),
}
_READERS: Final[dict[Kind, Callable[[RawCell, Target], object]]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.AMOUNT: _amount,
    Kind.NUMBER: _number_or_absent,
    Kind.POINTS: _exact,
    Kind.COUNT: _count,
    Kind.VALUE: _value,
    Kind.TRUTH: _choice,
    Kind.CHOICE: _choice,
    Kind.TEXTS: _texts,
    Kind.POINTS_LIST: _points_list,
}
