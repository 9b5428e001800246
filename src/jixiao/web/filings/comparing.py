"""What a workbook would change in a form: cell by cell, before anything is stored."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.filings.actions.save_cells import Cell
from jixiao.web.filings.columns import columns_of
from jixiao.web.filings.encoding import encoded
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.meanwhile import Place, saved_since
from jixiao.web.filings.models import (
    DepartmentYear,
    Funding,
    Indicator,
    IndicatorProgress,
    MonitoringPeriod,
    Project,
)
from jixiao.web.filings.rows import cell, number
from jixiao.web.filings.subjects import dossier_for

if TYPE_CHECKING:
    from jixiao.core.dossier import Dossier
    from jixiao.web.filings.rows import Form
    from jixiao.web.filings.sheets import Table
    from jixiao.web.filings.workbooks import SentBack


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that would change, in words."""

    table: str
    row: str
    column: str
    cell: Cell


@dataclass(slots=True)
class Preview:
    """Changed cells, new rows by the name of their part, rows that the workbook does not have: they stay.

    ``older``: cells that were saved since the workbook was taken out, where it still has the former text;
    they stay as well. ``foreign``: what differs and is not this form's to change, in words. ``elsewhere``:
    nothing of this form differs, something else in the workbook does.
    """

    changes: list[Change] = field(default_factory=list)
    added: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    older: list[Change] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    elsewhere: bool = False
    notices: tuple[str, ...] = ()

    @property
    def emptied(self) -> int:
        """How many cells would lose their text."""
        return sum(bool(one.cell.before) and not one.cell.after for one in self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes or self.added)


def compared(form: "Form", sent: "SentBack") -> Preview:
    """The form beside the workbook.

    Raises:
        Refused: the workbook is of another department or year, does not have the form's project, or has an
            amount that cannot be kept.
    """
    dossier, ours = sent.dossier, dossier_for(form.task)
    body = form.task.organisation
    if dossier.department.name not in {ours.department.name, body.name, body.short_name}:
        names = {"theirs": dossier.department.name, "ours": body.name}
        raise Refused(_("工作簿是“%(theirs)s”的，表单是“%(ours)s”的。请重新下载本单位的工作簿填写。") % names)
    if dossier.fiscal_year != form.year.fiscal_year:
        years = {"theirs": dossier.fiscal_year, "ours": form.year.fiscal_year}
        raise Refused(_("工作簿是 %(theirs)s 年度的，表单是 %(ours)s 年度的。") % years)
    project = form.task.project
    part: Any = None
    if project is not None:
        part = next((one for one in dossier.projects if one.code == project.code), None)
        if part is None:
            raise Refused(_("工作簿里没有代码为“%(code)s”的项目。") % {"code": project.code})
    found = Preview(notices=sent.notices)
    since = saved_since(form.task, sent.made) if sent.made else {}
    for table in form.sheet.tables:
        try:
            given = _given(form, table, dossier, part)
        except ValidationError as error:
            raise Refused(_located(table, error)) from error
        _table(form, table, given, found, since)
    if not (found or found.older or found.foreign):
        found.elsewhere = encoded(dossier) != encoded(ours)
    return found


def _located(table: "Table", error: ValidationError) -> list[str]:
    """Which column of which part cannot be kept, and why."""
    words = {column.name: str(column.words) for column in table.columns}
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        _("%(table)s的“%(column)s”：%(fault)s。请改正后重新选择。")
        % {"table": table.words, "column": words.get(name, name), "fault": fault}
        for name, faults in told.items()
        for fault in faults
    ]


def _given(form: "Form", table: "Table", dossier: "Dossier", part: Any) -> list[models.Model]:
    """The rows as the workbook has them; they are never stored."""
    if table.name == "department":
        return [DepartmentYear(fiscal_year=dossier.fiscal_year, facts=encoded(dossier))]
    if table.name == "tasks":
        return [MainTask(**columns_of(one, MainTask)) for one in dossier.appraisal.tasks]
    if table.name == "indicators" and part is None:
        return [Indicator(**columns_of(one, Indicator)) for one in dossier.appraisal.indicators]
    if part is None:
        return []
    if table.name == "project":
        return [Project(**columns_of(part, Project))]
    if table.name == "funding":
        return [Funding(**columns_of(one, Funding)) for one in part.funding]
    if table.name == "indicators":
        return [Indicator(**columns_of(one, Indicator)) for one in part.indicators]
    month = form.task.stage.through_month or 12
    period = next((one for one in part.monitoring if one.through_month == month), None)
    if period is None:
        return []
    if table.name == "period":
        return [MonitoringPeriod(**columns_of(period, MonitoringPeriod))]
    return [_progress(one) for one in period.indicators]


def _progress(part: Any) -> IndicatorProgress:
    words = {
        name: "" if getattr(part, name) is None else str(getattr(part, name))
        for name in ("actual", "forecast")
    }
    likelihood = None if isinstance(part.likelihood, str) else part.likelihood
    return IndicatorProgress(
        indicator=Indicator(code=part.indicator), likelihood=likelihood, reason=part.reason,
        reason_kind=part.reason_kind, **words,
    )  # fmt: skip


def _key(table: "Table", row: Any) -> str:
    if table.name == "progress":
        return str(row.indicator.code)
    return str(getattr(row, _NAMED[table.name])) if table.name in _NAMED else ""


def _keyed(table: "Table", rows: list[Any]) -> dict[tuple[str, int], Any]:
    """The rows by what names them, the second of a name apart from the first."""
    times: Counter[str] = Counter()
    found = {}
    for row in rows:
        key = _key(table, row)
        times[key] += 1
        found[key, times[key]] = row
    return found


_NAMED = {"indicators": "code", "funding": "source", "tasks": "name"}


def _table(
    form: "Form", table: "Table", given: list[Any], found: Preview, since: dict[Place, set[str]]
) -> None:
    there = _keyed(table, form.rows(table))
    for key, row in _keyed(table, given).items():
        ours = there.pop(key, None)
        words = {column.name: cell(row, column) for column in table.columns if column.edited}
        if ours is None:
            if table.grows and any(words.values()):
                found.added.setdefault(table.name, []).append(words)
            elif _title(row):
                found.foreign.append(f"{table.words} · {_title(row)}")
            continue
        for column in table.columns:
            if column.edited and (before := cell(ours, column)) != words[column.name]:
                change = Cell(table.name, number(table, ours), column.name, before, words[column.name])
                place = (change.table, change.row, change.column)
                into = found.older if change.after in since.get(place, ()) else found.changes
                into.append(Change(str(table.words), _title(ours), str(column.words), change))
        found.foreign += [
            f"{table.words} · {_title(ours)} · {column.words}"
            for column in table.columns
            if not (column.edited or column.computed or column.kind == "files" or table.name == "progress")
            and cell(ours, column) != cell(row, column)
        ]
    if given and table.grows:
        found.missing += [_title(row) for row in there.values()]


def _title(row: Any) -> str:
    if isinstance(row, IndicatorProgress):
        return row.indicator.name
    return str(getattr(row, "source", "") or getattr(row, "name", "") or "")
