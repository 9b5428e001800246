"""The projects of a year as a workbook, and what becomes of its lines."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.core.money import Money, MoneyUnit
from jixiao.web.actions import Refused
from jixiao.web.cycles.adding import faults_of_code, reached
from jixiao.web.cycles.bodies import filing_bodies
from jixiao.web.cycles.models import Cycle
from jixiao.web.filings.models import Project
from jixiao.web.importing.bodies import Bodies
from jixiao.web.importing.judging import Fate, Judge, Judged, Line, Lines
from jixiao.web.importing.table import Column, Table
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User

_ORIGIN = Project._meta.get_field("origin")  # noqa: SLF001  # Django's own
_FIELDS: Final = {
    "code": "code", "name": "name", "origin": "origin", "document_number": "document_number",
    "revised_budget": "budget",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Places:
    """The bodies of the year to which the person may add projects, by the tree; and those above them."""

    bodies: tuple[Organisation, ...]
    above: tuple[Organisation, ...]


def places_for(cycle: Cycle, actor: User) -> Places:
    """Where the person may add projects to the year."""
    allowed = reached(actor)
    if not allowed:
        return Places((), ())
    every = {body.pk: body for body in filing_bodies(cycle.jurisdiction)}
    bodies = tuple(body for body in every.values() if body.pk in allowed)
    above: dict[int, Organisation] = {}
    for body in bodies:
        one = every.get(body.parent_id or 0)
        while one is not None and one.pk not in allowed | set(above):
            above[one.pk] = one
            one = every.get(one.parent_id or 0)
    return Places(bodies, tuple(above.values()))


def table_of(places: Places) -> Table:
    """The sheet of projects; it offers the departments by name."""
    return Table(
        gettext_lazy("项目"),
        (
            Column(
                "department",
                gettext_lazy("部门"),
                gettext_lazy("部门的名称或代码。填了单位代码时可以不填。"),
                offered=tuple(
                    one.name for one in (*places.above, *places.bodies) if one.kind == Kind.DEPARTMENT
                ),
            ),
            Column(
                "unit", gettext_lazy("单位"), gettext_lazy("单位的名称或代码；部门本级的项目留空，只填部门。")
            ),
            Column(
                "code",
                gettext_lazy("项目代码"),
                gettext_lazy("小写字母、数字、- 和 _，以字母或数字开头，同一单位内不重复。"),
                required=True,
            ),
            Column("name", gettext_lazy("项目名称"), required=True),
            Column("origin", gettext_lazy("来源"), required=True, choices=dict(_ORIGIN.choices)),
            Column("document_number", gettext_lazy("文号"), gettext_lazy("没有则留空。")),
            Column(
                "budget",
                gettext_lazy("全年预算数（万元）"),
                gettext_lazy("以万元填，最多六位小数；不知道则留空。"),
            ),
        ),
    )


class Projects(Judge):
    """Judges projects: each body, code and amount; those of the year are read once."""

    def __init__(self, table: Table, lines: Lines, cycle: Cycle, places: Places) -> None:
        super().__init__(table, lines)
        self._cycle = cycle
        self._bodies = Bodies((*places.above, *places.bodies))
        self._allowed = {body.pk for body in places.bodies}
        there = Project.objects.filter(
            organisation__in=places.bodies, fiscal_year=cycle.fiscal_year, deleted=False
        ).only("organisation_id", "code", "name", "origin", "document_number", "revised_budget")
        self._there = {(one.organisation_id, one.code): one for one in there}
        self._seen: dict[tuple[int, str], Line] = {}

    def judged(self) -> list[Judged]:
        """Every line, in its order; ``made`` is a project that is not stored."""
        return [self._judge(line) for line in self.lines.lines]

    def _judge(self, line: Line) -> Judged:
        words = " · ".join(filter(None, map(line.get, ("department", "unit", "code", "name", "budget"))))
        judged = self.begin(line, words)
        body = self._body(judged)
        code = line.get("code")
        project = Project(
            fiscal_year=self._cycle.fiscal_year, code=code, name=line.get("name"),
            origin=self.table.column("origin").chosen(line.get("origin")) or "",
            document_number=line.get("document_number"), revised_budget=self._amount(judged),
        )  # fmt: skip
        for fault in faults_of_code(code) if code else ():
            self.wrong(judged, "code", _("%(fault)s。请改正后重新上传。") % {"fault": fault})
        filled = {name: column for name, column in _FIELDS.items() if line.get(column)}
        self.clean(judged, project, {name: at for name, at in filled.items() if name != "origin"})
        if body is None or not code:
            return judged
        project.organisation = body
        if (first := self._seen.setdefault((body.pk, code), line)) is not line:
            self.wrong(judged, "code", _("代码“%(code)s”与第 %(row)s 行重复。请删去一行，或改用别的代码。")
                       % {"code": code, "row": first.row})  # fmt: skip
        if judged.fate == Fate.NEW:
            judged.made = project
            if (stored := self._there.get((body.pk, code))) is not None:
                self._already(judged, stored, project)
        return judged

    def _body(self, judged: Judged) -> Organisation | None:
        line = judged.line
        if not line.get("department") and not line.get("unit"):
            self.wrong(judged, "department", _("没有填写部门或单位。请至少填一个。"))
            return None
        body = None
        for name in ("department", "unit"):
            if text := line.get(name):
                try:
                    body = self._bodies.named(text, body)
                except Refused as refused:
                    self.wrong(judged, name, refused.messages[0])
                    return None
        if body is not None and body.pk not in self._allowed:
            self.wrong(
                judged, "unit", _("“%(body)s”不在您的范围内。请填您所在的单位。") % {"body": body.name}
            )
            return None
        return body

    def _amount(self, judged: Judged) -> Decimal | None:
        text = judged.line.get("budget").replace(",", "").replace("，", "")
        if not text or "budget" in judged.line.unread:
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite() or abs(amount.adjusted()) > 30:
            self.wrong(judged, "budget", _("“%(text)s”不是数。请只填以万元计的数字。") % {"text": text})
            return None
        return Money(amount, MoneyUnit.TEN_THOUSAND).yuan

    def _already(self, judged: Judged, stored: Project, project: Project) -> None:
        judged.fate = Fate.THERE
        for name in _FIELDS:
            before, after = getattr(stored, name), getattr(project, name)
            if before != after and after not in {"", None}:
                label = Project._meta.get_field(name).verbose_name  # noqa: SLF001  # Django's own
                judged.told.append(
                    _("%(field)s与已有的“%(before)s”不同，不改动；要改请到表单里改。")
                    % {"field": label, "before": "" if before is None else before}
                )
