"""Tables of the dashboards: each module of this package makes one, for the page, the drawing and the export.

A module says ``TITLE``, ``COLUMNS``, ``rows(choice)`` and, where it is drawn, ``chart(choice, rows)``.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.dashboards.choice import Choice

Kind = Literal["text", "count", "money", "percent", "lamp", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name in the row, words, what its values are; ``money`` is yuan, ``percent`` of 100."""

    name: str
    words: Any
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name, with what makes its rows.

    A row is a dict of values by column, with ``link`` where it leads on, on the column ``link_on``, else the
    first, and ``links`` by column where more of them lead on. ``chart`` gives what the page's script draws,
    ``limit`` how many rows a page shows; the export has them all.
    """

    name: str
    title: Any
    columns: tuple[Column, ...]
    rows: Callable[[Choice], Sequence[dict[str, Any]]]
    chart: Callable[[Choice, Sequence[dict[str, Any]]], dict[str, Any] | None] | None = None
    limit: int = 20


@cache
def tables() -> dict[str, Table]:
    """Every table by name."""
    found = {}
    for info in pkgutil.iter_modules(__path__):
        if not info.name.startswith("_"):
            module = importlib.import_module(f"{__name__}.{info.name}")
            found[info.name] = Table(
                info.name, module.TITLE, module.COLUMNS, module.rows,
                getattr(module, "chart", None), getattr(module, "LIMIT", 20),
            )  # fmt: skip
    return found


def at_most(found: Any, most: int) -> list[Any]:
    """All rows of a query, read once.

    Raises:
        Refused: there are more than so many; an export is whole or there is none.
    """
    rows = list(found[: most + 1])
    if len(rows) > most:
        raise Refused(
            _(
                "这张表超过 %(most)s 行，一次导不出，没有导出任何内容。"
                "请先缩小范围再导出：选一个部门或它的一个单位；项目表还可以选资金灯，或输入项目名称、代码。"
            )
            % {"most": f"{most:,}"}
        )
    return rows


def percent(part: Any, whole: Any) -> Any:
    """``part ÷ whole × 100`` to two decimals, half up; None where there is no whole."""
    from decimal import ROUND_HALF_UP, Decimal

    if part is None or not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def number(column: str) -> Any:
    """A column as the whole number that is stored."""
    return Cast(column, BigIntegerField())
