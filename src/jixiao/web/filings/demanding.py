"""What every form demands of its cells, wherever it is filled in.

No document that we read prescribes these in this form, so they are ours. What they follow: a public program
that checks self-evaluations asks a reason for every point lost; public local rules want targets that are
specific, measurable, feasible and matched to the money, and published forms show what goes wrong without
(无目标 as a target, the amount of the budget as an output). What a place prescribes beyond them is a row of
its rulebook.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from jixiao.core.money import MoneyUnit
from jixiao.web.filings.columns import in_ten_thousands, shortest, value
from jixiao.web.filings.main_task_demands import of_main_tasks
from jixiao.web.filings.reviewing import Told

if TYPE_CHECKING:
    from jixiao.core.scorecard import LeafScore
    from jixiao.web.filings.rows import Form

NO_TARGET: Final = frozenset({"无", "无目标", "暂无", "没有", "未设置", "/", "-", "—", "无指标"})
_UNITS: Final = {"元": MoneyUnit.YUAN, "万元": MoneyUnit.TEN_THOUSAND, "亿元": MoneyUnit.HUNDRED_MILLION}
_COST: Final = "成本指标"
_WHOLE: Final = ("总额", "合计")


def demands(form: "Form", leaves: "dict[str, LeafScore]") -> Iterator[Told]:
    """Every demand that is not met."""
    stage = form.sheet.stage
    if stage == "targets":
        yield from _goals(form)
        for row in form.rows_of("indicators"):
            yield from _target(form, row)
    elif stage == "self_evaluation":
        yield from _results(form)
        for row in form.rows_of("indicators"):
            yield from _outcome(row, leaves.get(row.code))
    elif stage == "monitoring":
        yield from _progress(form)
    if form.sheet.table("funding"):
        yield from _money(form)
    if form.sheet.table("tasks"):
        yield from of_main_tasks(form)


def _goals(form: "Form") -> Iterator[Told]:
    if form.task.project_id is None:
        goal = str(form.department().facts.get("appraisal", {}).get("goal", ""))
        place = ("department", form.year.fiscal_year, "appraisal.goal")
    else:
        project = form.project()
        goal, place = project.annual_goal, ("project", project.pk, "annual_goal")
    if not goal.strip() or goal.strip() in NO_TARGET:
        yield Told("error", _("%(what)s没有写：应写清本年要达到什么") % {"what": _("年度目标")}, *place)
    if not form.rows_of("indicators"):
        yield Told("error", _("没有绩效指标"), "indicators")


def _target(form: "Form", row: Any) -> Iterator[Told]:
    def told(column: str, words: str) -> Told:
        return Told("error", f"{row.name or _('未命名的指标')}：{words}", "indicators", row.pk, column)

    if not row.name.strip():
        yield told("name", _("没有写三级指标"))
    if not row.level1.strip():
        yield told("level1", _("没有选一级指标"))
    if not row.target.strip() or row.target.strip() in NO_TARGET:
        yield told("target", _("没有指标值；不能写“无”“无目标”"))
    elif _is_budget(form, row):
        yield told("target", _("指标值照抄了预算金额，应写要做成什么、做多少"))
    if row.weight is None:
        yield told("weight", _("没有分值"))
    elif row.weight < 0:
        yield told("weight", _("分值不能是负数"))


def _is_budget(form: "Form", row: Any) -> bool:
    """An output or a benefit whose target is the project's own budget; a ceiling of cost may well be."""
    target, unit = value(row.target), _UNITS.get(row.unit.strip())
    if form.task.project_id is None or unit is None or not isinstance(target, Decimal) or row.level1 == _COST:
        return False
    project = form.project()
    return target.scaleb(unit.exponent) in {project.original_budget, project.revised_budget} - {
        None,
        Decimal(0),
    }


def _results(form: "Form") -> Iterator[Told]:
    if form.task.project_id is None:
        if not str(form.department().facts.get("appraisal", {}).get("result", "")).strip():
            words = _("没有写年度目标完成情况")
            yield Told("warning", words, "department", form.year.fiscal_year, "appraisal.result")
        return
    project = form.project()
    for column, words in (("revised_budget", _("全年预算数")), ("outturn", _("全年执行数"))):
        if getattr(project, column) is None and column not in project.absent:
            yield Told("error", _("没有填%(what)s") % {"what": words}, "project", project.pk, column)
    if not project.annual_result.strip():
        yield Told("warning", _("没有写年度目标完成情况"), "project", project.pk, "annual_result")
    if None not in (project.revised_budget, project.outturn) and project.outturn > project.revised_budget:
        yield Told(
            "warning", _("全年执行数大于全年预算数，执行率超过 100%"), "project", project.pk, "outturn"
        )


def _outcome(row: Any, leaf: "LeafScore | None") -> Iterator[Told]:
    def told(column: str, words: str) -> Told:
        return Told("error", f"{row.name}：{words}", "indicators", row.pk, column)

    if leaf is not None and not leaf.applicable:
        return
    if not row.actual.strip() and row.points is None and not row.more:
        yield told("actual", _("没有填实际完成值"))
        return
    points = row.points if row.points is not None else (leaf.by_rule if leaf else None)
    if row.weight is None or points is None:
        return
    limits = {"points": f"{shortest(points):f}", "weight": f"{shortest(row.weight):f}"}
    if points > row.weight > 0:
        yield told("points", _("得分 %(points)s 超过分值 %(weight)s") % limits)
    elif points < row.weight and not row.reason.strip():
        yield told("reason", _("得分 %(points)s 低于分值 %(weight)s，必须写原因") % limits)


def _progress(form: "Form") -> Iterator[Told]:
    for row in form.rows_of("progress"):
        name, pk = row.indicator.name, row.indicator_id
        if row.likelihood is not None and not 0 <= row.likelihood <= 1:
            yield Told("error", f"{name}：{_('完成可能性应在 0 到 1 之间')}", "progress", pk, "likelihood")
        if not row.actual.strip():
            yield Told("warning", f"{name}：{_('没有填已完成值')}", "progress", pk, "actual")
        if row.likelihood is not None and row.likelihood < 1 and not row.reason.strip():
            yield Told("warning", f"{name}：{_('可能完不成，没有写偏差原因')}", "progress", pk, "reason")


def _money(form: "Form") -> Iterator[Told]:
    """Rows of the money block against the project's totals; lines with 其中 are parts of the line above."""
    rows: list[Any] = form.rows_of("funding")
    if form.task.project_id is None or not rows:
        return
    project = form.project()
    table = form.sheet.table("funding")
    parts = [
        row
        for row in rows
        if not row.source.startswith("其中") and not any(one in row.source for one in _WHOLE)
    ]
    for row in rows:
        if not row.source.strip():
            yield Told("error", _("资金行没有写资金来源"), "funding", row.pk, "source")
    for column, words in (
        ("original_budget", _("年初预算数")),
        ("revised_budget", _("全年预算数")),
        ("outturn", _("全年执行数")),
    ):
        known = [getattr(row, column) for row in parts]
        wanted = getattr(project, column)
        shown = table.column(column) if table else None
        if shown is None or not shown.edited or wanted is None or None in known or sum(known) == wanted:
            continue
        if known:
            figures = {
                "what": words,
                "sum": in_ten_thousands(sum(known)),
                "total": in_ten_thousands(wanted),
            }
            sentence = _("各资金来源的%(what)s合计 %(sum)s 万元，项目填 %(total)s 万元") % figures
            yield Told("warning", sentence, "funding", parts[0].pk, column)
