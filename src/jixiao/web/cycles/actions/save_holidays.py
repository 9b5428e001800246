"""Enter days of the yearly notice on holidays."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import DayKind, Holiday
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.saving import save_unique

LONGEST = 31
"""Days of one holiday."""


@dataclass(frozen=True, slots=True)
class SaveHolidays(Action[list[Holiday]]):
    """Each day from ``first`` to ``last``; a day entered before is entered anew."""

    jurisdiction: Organisation
    first: date
    last: date
    kind: str
    name: str
    source: str

    permission = OPENS
    verb = "cycles.save_holidays"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.jurisdiction

    def perform(self, actor: User) -> list[Holiday]:
        """Store them."""
        if self.jurisdiction.kind != Kind.JURISDICTION:
            raise Refused({"jurisdiction": _("节假日按地区录入，请选择地区。")})
        days = (self.last - self.first).days + 1
        if not 1 <= days <= LONGEST:
            raise Refused({"last": _("结束日期应在开始日期之后 %(most)s 天以内。") % {"most": LONGEST}})
        if self.kind == DayKind.WORK and any(
            (self.first + timedelta(days=number)).weekday() < 5 for number in range(days)
        ):
            raise Refused({"first": _("调休上班的日子应是星期六或星期日。")})
        made = []
        for number in range(days):
            day = self.first + timedelta(days=number)
            row = Holiday.objects.filter(jurisdiction=self.jurisdiction, day=day).first()
            row = row or Holiday(jurisdiction=self.jurisdiction, day=day)
            row.kind, row.name, row.source, row.by = self.kind, self.name.strip(), self.source.strip(), actor
            row.full_clean(exclude=("by",))
            save_unique(row)
            made.append(row)
        return made

    def told(self, result: list[Holiday]) -> dict[str, Any]:
        """Which days, and by which notice."""
        return {
            "first": self.first, "last": self.last, "kind": self.kind, "name": self.name,
            "source": self.source,
        }  # fmt: skip
