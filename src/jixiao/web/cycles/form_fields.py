"""The fields of a form that somebody may comment on: the path of each with its words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.cycles.models import Task


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the form with its fields: path and words of each."""

    words: str
    fields: tuple[tuple[str, str], ...]


def rows(task: Task) -> list[Row]:
    """Every row of the form in its order; nothing at a stage without a form."""
    from jixiao.web.filings.rows import Form, number

    form = Form.of(task)
    found: list[Row] = []
    if form is None:
        return found
    for table in form.sheet.tables:
        for position, row in enumerate(form.rows(table), start=1):
            prefix, name = place(table.name, row, number(table, row), position)
            words = f"{table.words} · {name}" if name else str(table.words)
            fields = tuple((f"{prefix}{column.name}", str(column.words)) for column in table.columns)
            found.append(Row(words, fields))
    return found


def words_of(task: Task) -> dict[str, str]:
    """The words of each path."""
    return {path: f"{row.words} · {words}" for row in rows(task) for path, words in row.fields}


def field_words(found: list[Row], path: str) -> str:
    """What the field of this path is called, ``found`` being the rows of its form.

    Of a row that was taken out meanwhile the column is known still, as long as its table has other rows.
    """
    columns: dict[tuple[str, str], str] = {}
    for row in found:
        for one, words in row.fields:
            if one == path:
                return f"{row.words} · {words}"
            columns.setdefault(_column(one), words)
    if column := columns.get(_column(path)):
        return _("已删除的行 · %(column)s") % {"column": column}
    return _("已删除的栏目")


def _column(path: str) -> tuple[str, str]:
    """The list that a path leads into, and the name of the field at its end."""
    return path.partition(".")[0], path.rpartition(".")[2]


def place(table: str, row: Any, number: int, position: int) -> tuple[str, str]:
    """The beginning of the paths of a row, and what the row is called."""
    if table == "indicators":
        return f"indicators.{row.code}.", row.name or _("第 %(row)s 行") % {"row": position}
    if table in {"scores", "answers"}:
        return f"lines.{row.line.code}.", row.name
    if table == "funding":
        return f"funding.{row.source or position}.", row.source
    if table == "tasks":
        return f"tasks.{number}.", row.name or _("第 %(row)s 行") % {"row": position}
    if table == "period":
        return f"monitoring.{number}.", ""
    if table == "progress":
        return f"monitoring.{row.period.through_month}.indicators.{row.indicator.code}.", row.indicator.name
    return "", ""
