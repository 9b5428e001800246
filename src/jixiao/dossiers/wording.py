"""What pydantic refuses, in words that an official understands, with the correction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from pydantic_core import ErrorDetails

from jixiao.core.toml_places import Path
from jixiao.dossiers.shape import fields, named, nearest, type_at

_LONGEST: Final = 60  # signs of a value that are shown
_MOST: Final = 24  # names that are listed


@dataclass(frozen=True, slots=True)
class Words:
    """What is wrong and how to mend it, Chinese and English; ``value`` is what stands there."""

    message: str
    message_en: str
    fix: str
    fix_en: str
    value: str = ""


def words(error: ErrorDetails, data: Mapping[str, Any], path: Path) -> Words:
    """What to say about an error of pydantic at a path of the data."""
    kind, given = error["type"], error["input"]
    key = _key(path)
    if kind == "extra_forbidden":
        return _unknown_key(path, named(data, path[:-1]))
    if kind == "missing":
        return _missing(key, named(data, path[:-1]))
    value = shown(given)
    wanted = _WANTED.get(kind) or _any_value(path)
    if wanted is None:
        return Words(
            f"“{key}”的值“{value}”不合要求",
            f"“{value}” is no value of “{key}”",
            "按说明改写",
            f"see its documentation ({error['msg']})",
            value,
        )
    return wanted(key, value, path, given)


def _key(path: Path) -> str:
    """The key of a value, or the key of its list and the number from 1."""
    if len(path) > 1 and isinstance(path[-1], int):
        return f"{path[-2]}[{path[-1] + 1}]"
    return str(path[-1]) if path else ""


def listed(names: Sequence[str], separator: str) -> str:
    """The names in one line, the first of them where there are many."""
    return separator.join(names[:_MOST]) + ("…" if len(names) > _MOST else "")


def shown(value: object) -> str:
    """A value as text, not too long."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value).replace("\n", " ")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _unknown_key(path: Path, place: str) -> Words:
    key = str(path[-1])
    names = fields(path[:-1])
    where, where_en = (f"“{place}”中", f" in “{place}”") if place else ("最外层", " at the top level")
    message, message_en = f"{where}没有“{key}”这一项", f"there is no key “{key}”{where_en}"
    guess = nearest(key, names)
    if guess:
        return Words(message, message_en, f"可能是“{guess}”", f"perhaps “{guess}” is meant", key)
    if len(path) > 1 and key in fields(()):
        return Words(
            message,
            message_en,
            f"“{key}”属于最外层，移到第一个 [表名] 之前",
            f"“{key}” belongs to the top level: move it above the first [table]",
            key,
        )
    return Words(
        message,
        message_en,
        f"删去这一项，或改用：{listed(names, '、')}",
        f"remove it, or use one of: {listed(names, ', ')}",
        key,
    )


def _missing(key: str, place: str) -> Words:
    where, where_en = (f"“{place}”", f"“{place}”") if place else ("最外层", "the top level")
    return Words(f"{where}缺少必填的“{key}”", f"{where_en} lacks “{key}”", f"补上“{key}”", f"add “{key}”")


def _amount(key: str, value: str, _path: Path, _given: object) -> Words:
    return Words(
        f"“{key}”的值“{value}”不是金额",
        f"“{value}” is no amount (“{key}”)",
        "写数字，如 65.26（按本表金额单位），或带单位写“65.26万元”；没有的写“无”，不适用写“/”，不知道就不写",
        "write a number such as 65.26 (in the dossier's unit), or with its unit, “65.26万元”; “无” for none, "
        "“/” for not applicable, nothing where it is unknown",
        value,
    )


def _number(key: str, value: str, _path: Path, _given: object) -> Words:
    digits = "".join(sign for sign in value if sign.isdecimal() or sign in ".-")
    example = digits if _is_number(digits) else "95.5"
    return Words(
        f"“{key}”的值“{value}”不是数",
        f"“{value}” is no number (“{key}”)",
        f"只写数字，如 {example}，不带单位、%和文字",
        f"write the number alone, such as {example}, without unit, % or words",
        value,
    )


def _whole(key: str, value: str, _path: Path, _given: object) -> Words:
    digits = "".join(sign for sign in value if sign.isdecimal())
    example = digits if digits and _is_number(digits) and "." not in value else "58"
    return Words(
        f"“{key}”的值“{value}”不是整数",
        f"“{value}” is no whole number (“{key}”)",
        f"写整数，如 {example}，不带单位和文字",
        f"write a whole number such as {example}, without unit or words",
        value,
    )


def _year(key: str, value: str, _path: Path, _given: object) -> Words:
    return Words(
        f"“{key}”的值“{value}”不是年份",
        f"“{value}” is no year (“{key}”)",
        "写四位年份，如 2023",
        "write four digits, such as 2023",
        value,
    )


def _month(key: str, value: str, _path: Path, _given: object) -> Words:
    return Words(
        f"“{key}”的值“{value}”不是月份",
        f"“{value}” is no month (“{key}”)",
        "写 1 到 12 的整数，如 6",
        "write a whole number from 1 to 12, such as 6",
        value,
    )


def _text(key: str, value: str, path: Path, given: object) -> Words:
    if isinstance(given, int | Decimal | date | datetime | time):
        quoted = f'"{value}"' if isinstance(path[-1], int) else f'{key} = "{value}"'
        fix, fix_en = f"加上英文引号：{quoted}", f"put it in quotation marks: {quoted}"
    else:
        fix, fix_en = "改成加引号的一段文字", "write one text in quotation marks"
    return Words(
        f"“{key}”应当是文字，现在是 {value}", f"“{key}” must be text, not {value}", fix, fix_en, value
    )


def _truth(key: str, value: str, _path: Path, _given: object) -> Words:
    return Words(
        f"“{key}”只能是“是”或“否”，现在是“{value}”",
        f"“{key}” is either true or false, not “{value}”",
        "是写 true，否写 false，不加引号；不知道就不写",
        "write true or false without quotation marks, nothing where it is unknown",
        value,
    )


def _choice(key: str, value: str, path: Path, _given: object) -> Words:
    choices = _choices(path)
    return Words(
        f"“{key}”的值“{value}”不在可选的值之中",
        f"“{value}” is no choice for “{key}”",
        f"只能从中选一个：{listed(choices, '、')}",
        f"choose one of: {listed(choices, ', ')}",
        value,
    )


def _table(key: str, value: str, path: Path, _given: object) -> Words:
    names = fields(path)
    return Words(
        f"“{key}”应当是一组“键 = 值”，现在是 {value}",
        f"“{key}” must be a table of keys and values, not {value}",
        f"在 [表名] 下逐行写，可用的键：{listed(names, '、')}" if names else "在 [表名] 下逐行写“名称 = 值”",
        f"write its keys below a [table]: {listed(names, ', ')}" if names else "write names and values",
        value,
    )


def _list(key: str, value: str, path: Path, given: object) -> Words:
    rows = bool(fields((*path, 0)))
    if rows:
        fix, fix_en = (
            f"每一条写成一段 [[{key}]]（双方括号）",
            f"begin each with [[{key}]], in double brackets",
        )
    elif isinstance(given, Mapping | list):
        fix, fix_en = "写成 [甲, 乙]", "write [a, b]"
    else:
        fix, fix_en = '放进方括号里，如 ["…", "…"]', 'put it in square brackets, such as ["…", "…"]'
    return Words(
        f"“{key}”应当是一列（可以有多条），现在是 {value}",
        f"“{key}” must be a list, not {value}",
        fix,
        fix_en,
        value,
    )


def _code(key: str, value: str, _path: Path, _given: object) -> Words:
    return Words(
        f"代码“{value}”不合规定",
        f"“{value}” is no code",
        f"“{key}”只用小写字母、数字、- 和 _，以字母或数字开头，如 p01",
        "use small letters, digits, - and _, beginning with a letter or digit, such as p01",
        value,
    )


def _value(key: str, value: str, _path: Path, _given: object) -> Words:
    return Words(
        f"“{key}”的值 {value} 既不是数也不是文字",
        f"{value} is neither a number nor text (“{key}”)",
        "写一个数，或加英文引号的文字",
        "write a number, or text in quotation marks",
        value,
    )


Teller = Callable[[str, str, Path, object], Words]

_WANTED: Final[dict[str, Teller]] = {
    "amount": _amount,
    "number": _number,
    "whole": _whole,
    "year": _year,
    "month": _month,
    "int_parsing": _whole,
    "int_type": _whole,
    "int_parsing_size": _whole,
    "int_from_float": _whole,
    "string_type": _text,
    "bool_type": _truth,
    "bool_parsing": _truth,
    "enum": _choice,
    "model_type": _table,
    "model_attributes_type": _table,
    "dict_type": _table,
    "tuple_type": _list,
    "code": _code,
    "value": _value,
    "decimal_type": _value,
}


def _any_value(path: Path) -> Teller | None:
    return _value if type_at(path) is not None else None


def _choices(path: Path) -> list[str]:
    found = type_at(path)
    for one in (found, *getattr(found, "__args__", ())):
        if isinstance(one, type) and issubclass(one, StrEnum):
            return [str(choice) for choice in one]
    return []


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False
