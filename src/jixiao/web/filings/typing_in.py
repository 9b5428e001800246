"""What was typed into a cell, as the column's value; and the value as it is shown in the cell."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from jixiao.core.dossier.values import Absent
from jixiao.core.money import Money, MoneyUnit
from jixiao.web.fields import MoneyField, ScoreField
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.models import Project
from jixiao.web.filings.sheets import Column

_ABSENT = {
    "/": Absent.NOT_APPLICABLE,
    "不适用": Absent.NOT_APPLICABLE,
    "—": Absent.NOT_APPLICABLE,
    "无": Absent.NONE,
}
_CONTROLS = frozenset(map(chr, {*range(32), 127})) - {"\t", "\n", "\r"}


def shown(row: models.Model, column: Column) -> str:
    """The cell's text: money in 万元, blank for blank, ``/`` and ``无`` as stated."""
    absent = getattr(row, "absent", {})
    if column.name in absent:
        return str(absent[column.name])
    kept = getattr(row, column.name)
    if kept is None:
        return ""
    if isinstance(kept, bool):
        return _("是") if kept else _("否")
    if column.kind == "money":
        return f"{shortest(Money(kept).into(MoneyUnit.TEN_THOUSAND), 2):f}"
    if isinstance(kept, Decimal):
        return f"{shortest(kept):f}"
    return str(kept)


def typed(row: models.Model, column: Column, words: str) -> None:
    """Put what was typed into the row.

    Raises:
        ValidationError: it is no value of this column.
    """
    words = storable(words)
    field: models.Field = row._meta.get_field(column.name)  # noqa: SLF001  # Django's own way
    value: Any = words
    absent: Absent | None = None
    if hasattr(row, "absent") and isinstance(field, MoneyField | ScoreField):
        absent = stated_absent(words)
        words = "" if absent else words
    if column.kind == "money":
        value = money(words)
    elif isinstance(field, ScoreField):
        value = words or None
    elif column.kind == "flag":
        flags = {"是": True, "否": False, _("是"): True, _("否"): False, "": None}
        if words not in flags:
            raise ValidationError(_("只能填“是”或“否”"))
        value = flags[words]
    elif column.kind == "choice" and words and words not in column.choices:
        raise ValidationError(_("只能填：%(choices)s") % {"choices": "、".join(column.choices)})
    if field.max_length and len(words) > field.max_length:
        raise ValidationError(
            _("最多 %(most)s 字，现有 %(now)s 字") % {"most": field.max_length, "now": len(words)}
        )
    if words or isinstance(row, Project):  # a row just added may be emptied again
        value = field.clean(value, row)
    setattr(row, column.name, value)  # only now: a refused text leaves the row as it was
    if hasattr(row, "absent") and isinstance(field, MoneyField | ScoreField):
        row.absent.pop(column.name, None)
        if absent:
            row.absent[column.name] = absent.value


def storable(words: str) -> str:
    """The text without blanks around it.

    Raises:
        ValidationError: it has signs that no text has.
    """
    if any(sign in _CONTROLS or "\ud800" <= sign <= "\udfff" for sign in words):
        raise ValidationError(_("含有不能保存的控制字符，请删除后重填"))
    return words.strip()


def stated_absent(words: str) -> Absent | None:
    """What ``/``, ``无`` and their like state; None for other words."""
    return _ABSENT.get(words)


def money(words: str) -> Decimal | None:
    """Yuan from what was typed in 万元, or with its unit; None of nothing.

    Raises:
        ValidationError: it is no amount.
    """
    if not words:
        return None
    try:
        return Money.read(words, MoneyUnit.TEN_THOUSAND).yuan
    except ValueError as error:
        raise ValidationError(
            _("“%(words)s”不是金额，应写成 65.26 或 65.26万元") % {"words": words}
        ) from error
