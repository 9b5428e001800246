"""Working days of a place: weekends, and the holidays that its performance officer entered.

Which days are off is announced each year by a notice; no notice comes with the program, so a year of which
nothing was entered knows weekends only, and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from jixiao.web.cycles.models import DayKind, Holiday, Stage
from jixiao.web.organisations.models import Organisation

_LONGEST = 60
"""Days that are looked ahead for the next working day."""


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The days that are off or worked against their weekday, each with its name."""

    off: dict[date, str] = field(default_factory=dict)
    worked: dict[date, str] = field(default_factory=dict)

    @classmethod
    def of(cls, place: Organisation) -> "WorkingDays":
        """Those of a body: what its own jurisdiction entered goes before what one above it did."""
        depth = {one.pk: number for number, one in enumerate(place.ancestors(include_self=True))}
        rows = Holiday.objects.filter(jurisdiction__in=depth)
        known: dict[date, Holiday] = {}
        for one in sorted(rows, key=lambda row: depth[row.jurisdiction_id]):
            known[one.day] = one
        return cls(*({one.day: one.name for one in known.values() if one.kind == kind} for kind in DayKind))

    def why_off(self, day: date) -> str:
        """Why nobody works on the day: the holiday or the weekday; nothing where it is a working day."""
        if day in self.off:
            return self.off[day]
        return "" if day.weekday() < 5 or day in self.worked else str(WEEKDAYS[day.weekday()])

    def on_or_after(self, day: date) -> date:
        """The first working day from this one on."""
        for number in range(_LONGEST):
            found = day + timedelta(days=number)
            if not self.why_off(found):
                return found
        return day

    def after(self, start: date, days: int) -> date:
        """So many working days later."""
        day = start
        while days > 0:
            day += timedelta(days=1)
            days -= not self.why_off(day)
        return day

    def knows(self, year: int) -> bool:
        """Whether anything was entered of the year."""
        return any(day.year == year for day in (*self.off, *self.worked))


def warnings(stage: Stage, known: WorkingDays | None = None) -> list[str]:
    """What to think of before a stage goes out: its first or last day is off, or nobody can tell."""
    known = known or WorkingDays.of(stage.cycle.jurisdiction)
    return [*_told(stage, known), *unknown({stage.opens.year, stage.deadline.year}, known)]


def _told(stage: Stage, known: WorkingDays) -> Iterable[str]:
    for words, day in ((_("开始日期"), stage.opens), (_("截止日期"), stage.deadline)):
        if why := known.why_off(day):
            yield _("“%(stage)s”的%(which)s %(day)s 是%(why)s，不是工作日；其后第一个工作日是 %(next)s。") % {
                "stage": stage, "which": words, "day": day, "why": why, "next": known.on_or_after(day),
            }  # fmt: skip


def unknown(years: Iterable[int], known: WorkingDays) -> Iterable[str]:
    """A sentence for each of the years of which no holidays were entered."""
    for year in sorted(years):
        if not known.knows(year):
            yield _(
                "没有录入 %(year)s 年的节假日，只能认出周末。"
                "请绩效股室按当年的放假通知在“年度工作”的“节假日”中录入。"
            ) % {"year": year}
