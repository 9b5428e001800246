"""The writer: a dossier as TOML text that an official can read and edit.

Deterministic; what is blank is left out; amounts count in the unit of the dossier where they were entered so.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Final, TypeGuard
from unicodedata import east_asian_width

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.toml.sections import SECTIONS

_WIDTH: Final = 120  # columns; a Chinese character takes two
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\f": "\\f", "\r": "\\r"}
# Signs that TOML forbids in strings, and those that some programs take for ends of lines.
_ESCAPED: Final = re.compile('["\\\\\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]')


def write_toml(dossier: Dossier) -> str:
    """The text that `read_toml` reads back as an equal dossier."""
    lines = [
        *_head(dossier),
        *_assignments(dossier, dossier.money_unit, top=True),
        *_tables(dossier, "", dossier.money_unit),
    ]
    return "\n".join(lines) + "\n"


def _head(dossier: Dossier) -> Iterator[str]:
    name = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", dossier.department.name)
    yield f"# {name}{dossier.fiscal_year}年度绩效档案"
    yield f'# 金额单位：{dossier.money_unit}；按别的单位写的连单位放在引号里，如 "591700元"。'
    yield "# 不知道的不写；0 是零，“/”是不适用，“无”是没有，四者不同。"


def _assignments(
    model: BaseModel, unit: MoneyUnit, *, top: bool = False, member: bool = False
) -> Iterator[str]:
    """Lines ``key = value`` of a model, and the short lists and parts that are written as such."""
    for name, value in _stated(model):
        if _is_scalar(value):
            yield f"{name} = {_scalar(value, unit)}"
        elif _is_list(value) and all(_is_scalar(one) for one in value):
            yield from _list(name, [_scalar(one, unit) for one in value])
        elif not top and _is_list(value):
            rows = _rows(value, unit)
            if rows:
                yield from (f"{name} = [", *(f"  {row}," for row in rows), "]")
        elif member and isinstance(value, BaseModel):
            yield from (f"{name} = {row}" for row in _rows((value,), unit))


def _tables(model: BaseModel, prefix: str, unit: MoneyUnit, *, member: bool = False) -> Iterator[str]:
    """Tables below a model, in the order of its fields; ``member`` says that the model is one of a list."""
    for name, value in _stated(model):
        path = f"{prefix}{name}"
        heading = [f"# {SECTIONS[path]}"] if path in SECTIONS else []
        if isinstance(value, BaseModel):
            if not (member and _rows((value,), unit)):
                yield from _table(value, path, heading, unit)
        elif isinstance(value, Mapping):
            pairs = (f"{_key(str(key))} = {_scalar(one, unit)}" for key, one in value.items())
            yield from ("", *heading, f"[{path}]", *pairs)
        elif _is_list(value) and _has_blocks(value, unit, top=not prefix):
            for number, one in enumerate(value):
                yield from ("", *(heading if number == 0 else ()), f"[[{path}]]")
                yield from _assignments(one, unit, member=True)
                yield from _tables(one, f"{path}.", unit, member=True)


def _table(model: BaseModel, path: str, heading: list[str], unit: MoneyUnit) -> Iterator[str]:
    own = list(_assignments(model, unit))
    below = list(_tables(model, f"{path}.", unit))
    if own or not below:
        yield from ("", *heading, f"[{path}]", *own, *below)
    else:  # its tables say all
        yield from ("", *heading, *below[1:])


def _stated(model: BaseModel) -> Iterator[tuple[str, object]]:
    """The fields that say something: no blanks and no defaults; choices are always said."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is not None and (
            field.is_required()
            or isinstance(value, Enum)
            or value != field.get_default(call_default_factory=True)
        ):
            yield name, value


def _has_blocks(value: tuple[object, ...], unit: MoneyUnit, *, top: bool) -> TypeGuard[tuple[BaseModel, ...]]:
    """Whether the list is written as one block ``[[…]]`` for each member."""
    if all(_is_scalar(member) for member in value):
        return False
    return top or not _rows(value, unit)


def _rows(members: tuple[object, ...], unit: MoneyUnit) -> list[str]:
    """One line for each member; nothing where a member is nested or too long for a line."""
    written = []
    for member in members:
        if not isinstance(member, BaseModel):
            return []
        stated = list(_stated(member))
        if not all(_is_scalar(value) for _, value in stated):
            return []
        row = ", ".join(f"{name} = {_scalar(value, unit)}" for name, value in stated)
        if _columns(row) > _WIDTH - 8 or "\n" in row:
            return []
        written.append(f"{{ {row} }}" if row else "{}")
    return written


def _list(name: str, written: list[str]) -> Iterator[str]:
    line = f"{name} = [{', '.join(written)}]"
    if _columns(line) <= _WIDTH and "\n" not in line:
        yield line
    else:
        yield from (f"{name} = [", *(f"  {member}," for member in written), "]")


def _scalar(value: object, unit: MoneyUnit) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Money():
            number = format(value.amount, "f")
            return number if value.unit is unit else f'"{number}{value.unit}"'
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case Enum():
            return _text(str(value.value))
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    escaped = _ESCAPED.sub(lambda match: _ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}"), text)
    return f'"""\n{escaped}"""' if "\n" in escaped else f'"{escaped}"'


def _key(key: str) -> str:
    return (
        key
        if _BARE_KEY.fullmatch(key)
        else _text(key).replace('"""\n', '"').replace('"""', '"').replace("\n", "\\n")
    )


def _is_scalar(value: object) -> bool:
    return not isinstance(value, BaseModel | Mapping | tuple)


def _is_list(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
