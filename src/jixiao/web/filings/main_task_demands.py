"""Demands of the main tasks of a department: a name, parts within their whole, a sum within the budget."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from jixiao.core.money import Money
from jixiao.web.filings.columns import in_ten_thousands
from jixiao.web.filings.department_cells import fact_of_year
from jixiao.web.filings.reviewing import Told

if TYPE_CHECKING:
    from jixiao.web.filings.rows import Form


def of_main_tasks(form: "Form") -> Iterator[Told]:
    """Every demand that is not met. Main tasks need not be the whole budget, but cannot be more than it."""
    rows: list[Any] = form.rows_of("tasks")
    if not rows and form.sheet.stage == "targets":
        yield Told("warning", _("没有填年度主要任务"), "tasks")
    amounts = (
        ("budget", _("预算金额"), "original_budget", _("部门预算总额")),
        ("outturn", _("执行数"), "outturn", _("部门全年执行数")),
    )
    for row in rows:
        if not row.name.strip():
            yield Told("error", _("主要任务没有写任务名称"), "tasks", row.pk, "name")
        for column, words, _phase, _whole in amounts:
            part = f"{column}_appropriation"
            whole, appropriated = getattr(row, column), getattr(row, part)
            if whole is not None and appropriated is not None and appropriated > whole:
                sentence = _("%(task)s：其中的财政拨款大于%(what)s") % {"task": row.name, "what": words}
                yield Told("error", sentence, "tasks", row.pk, part)
    for column, words, phase, whole_words in amounts:
        total = fact_of_year(form.department(), f"accounts.expenditure.{phase}")
        together = sum((getattr(row, column) or Decimal(0) for row in rows), Decimal(0))
        if isinstance(total, Money) and together > total.yuan and _shown(form, column):
            figures = {
                "what": words, "sum": in_ten_thousands(together),
                "whole": whole_words, "total": in_ten_thousands(total.yuan),
            }  # fmt: skip
            sentence = _("主要任务的%(what)s合计 %(sum)s 万元，大于%(whole)s %(total)s 万元") % figures
            yield Told("warning", sentence, "tasks", rows[0].pk, column)


def _shown(form: "Form", column: str) -> bool:
    table = form.sheet.table("tasks")
    return table is not None and table.column(column) is not None
