"""Approvals as a workbook, and what becomes of its lines."""

from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.web.actions import Refused
from jixiao.web.disclosures.actions.record_approvals import Approval
from jixiao.web.disclosures.keeping import FIRST_YEAR, LAST_YEAR, approved
from jixiao.web.disclosures.models import Disclosure, DisclosureKind, Key
from jixiao.web.disclosures.permissions import APPROVERS
from jixiao.web.disclosures.publishing import by_reports
from jixiao.web.importing.bodies import Bodies
from jixiao.web.importing.judging import Fate, Judge, Judged, Line, Lines
from jixiao.web.importing.table import Column, Table
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Kind, Organisation, within
from jixiao.web.people.models import User
from jixiao.web.typed import past_day

_FIRST: Final = date(1899, 12, 30)
_SERIALS: Final = range(36_526, 73_051)
"""Days of 2000 to 2099 as spreadsheets count them: how a cell with a day arrives."""
_LONGEST_NUMBER: Final = 60


def departments_for(actor: User) -> list[Organisation]:
    """Those for which the person records approvals."""
    found = Organisation.objects.filter(within(actor, "pk", APPROVERS), kind=Kind.DEPARTMENT, active=True)
    return list(found.order_by("position", "code"))


def table_of(departments: list[Organisation]) -> Table:
    """The sheet of approvals: a line a department, year and kind."""
    return Table(
        gettext_lazy("批复"),
        (
            Column(
                "department", gettext_lazy("部门"), gettext_lazy("部门的名称或代码。"), required=True,
                offered=tuple(one.name for one in departments),
            ),
            Column("year", gettext_lazy("预算年度"), gettext_lazy("四位数字，例如 2024。"), required=True),
            Column(
                "kind", gettext_lazy("类别"), required=True,
                choices={one.value: one.label for one in DisclosureKind},
            ),
            Column(
                "day", gettext_lazy("批复日期"), gettext_lazy("例如 2024-02-08 或 2024年2月8日。"),
                required=True,
            ),
            Column("number", gettext_lazy("批复文号"), gettext_lazy("没有则留空。")),
        ),
    )  # fmt: skip


class Approvals(Judge):
    """Judges approvals; ``made`` is an `Approval`. What is recorded already is read once."""

    def __init__(self, table: Table, lines: Lines, departments: list[Organisation]) -> None:
        super().__init__(table, lines)
        self._bodies = Bodies(departments)
        known = Disclosure.objects.filter(organisation__in=[one.pk for one in departments])
        self._known: dict[Key, Disclosure] = {one.key: one for one in known}
        self._reports = by_reports(one.pk for one in departments)
        self._seen: dict[Key, Line] = {}

    def judged(self) -> list[Judged]:
        """Every line, in its order."""
        return [self._judge(line) for line in self.lines.lines]

    def _judge(self, line: Line) -> Judged:
        words = " · ".join(filter(None, map(line.get, ("department", "year", "kind", "day", "number"))))
        judged = self.begin(line, words)
        body, year, day = self._body(judged), self._year(judged), self._day(judged)
        kind = self.table.column("kind").chosen(line.get("kind"))
        if len(line.get("number")) > _LONGEST_NUMBER:
            self.wrong(judged, "number", _("内容超过 %(most)s 字。请缩短。") % {"most": _LONGEST_NUMBER})
        if judged.fate != Fate.NEW or body is None or year is None or day is None or kind is None:
            return judged
        key = (body.pk, year, kind)
        if (first := self._seen.setdefault(key, line)) is not line:
            self.wrong(judged, "department", _("与第 %(row)s 行重复。请删去一行。") % {"row": first.row})
            return judged
        self._compare(judged, key, body, day)
        return judged

    def _compare(self, judged: Judged, key: Key, body: Organisation, day: date) -> None:
        """With what is recorded already: a day stays as it is, an exemption is lifted by hand."""
        kept = self._known.get(key)
        if kept is not None and kept.approved_on is not None:
            judged.fate = Fate.THERE
            if kept.approved_on != day:
                told = _("已登记的批复日期是 %(day)s，不改动；要改请打开后更正。")
                judged.told.append(told % {"day": kept.approved_on})
            return
        if kept is not None and kept.exempt_reason:
            self.wrong(judged, "department", _("已登记为不适用。请先取消，或删去这一行。"))
            return
        trial = Disclosure(organisation=body, fiscal_year=key[1], kind=key[2])
        trial.published_on = kept.published_on if kept else None
        try:
            approved(trial, day, self._reports.get(key))
        except Refused as refused:
            self.wrong(judged, "day", refused.messages[0])
            return
        judged.made = Approval(key, day.isoformat(), judged.line.get("number"))

    def _body(self, judged: Judged) -> Organisation | None:
        if not (text := judged.line.get("department")):
            return None
        try:
            return self._bodies.named(text)
        except Refused as refused:
            self.wrong(judged, "department", refused.messages[0])
            return None

    def _year(self, judged: Judged) -> int | None:
        text = judged.line.get("year").removesuffix("年度").removesuffix("年")
        year = whole(text)
        if text and (year is None or not FIRST_YEAR <= year <= LAST_YEAR):
            self.wrong(judged, "year", _("“%(text)s”不是年度。请填四位数字，例如 2024。") % {"text": text})
            return None
        return year

    def _day(self, judged: Judged) -> date | None:
        text = judged.line.get("day")
        if not text or "day" in judged.line.unread:
            return None
        try:
            return past_day(dated(text), "day", _("批复日期"))
        except Refused as refused:
            self.wrong(judged, "day", refused.messages[0])
            return None


def dated(text: str) -> str:
    """A day as spreadsheets count them as 2024-02-08; any other text as it is."""
    number = whole(text)
    return (_FIRST + timedelta(days=number)).isoformat() if number in _SERIALS else text
