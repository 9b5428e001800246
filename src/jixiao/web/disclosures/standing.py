"""How a disclosure stands today: one meaning for list, export, first page and reminders."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.todo import SOON
from jixiao.web.disclosures.models import Disclosure, DisclosureKind, Recorder
from jixiao.web.disclosures.publishing import Published
from jixiao.web.disclosures.terms import Term
from jixiao.web.organisations.models import Organisation


class Standing(TextChoices):
    """What is to be said of it; blank, not applicable and late are three different things."""

    BLANK = "blank", _("未录批复日期")
    DUE = "due", _("待公开")
    LATE = "late", _("逾期未公开")
    IN_TIME = "in_time", _("按期公开")
    OVERRUN = "overrun", _("逾期公开")
    UNJUDGED = "unjudged", _("已公开，未判定")
    UNRULED = "unruled", _("待公开，规则未定")
    EXEMPT = "exempt", _("不适用")


OPEN: Final = frozenset({Standing.DUE, Standing.LATE, Standing.UNRULED})
"""Approved and still to be published."""
OUT: Final = frozenset({Standing.IN_TIME, Standing.OVERRUN, Standing.UNJUDGED})
"""Published."""
_LOOKS: Final = {
    Standing.LATE: "returned", Standing.OVERRUN: "returned", Standing.DUE: "pending",
    Standing.UNRULED: "pending", Standing.IN_TIME: "final", Standing.UNJUDGED: "final",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A department's budget or accounts of a year; ``record`` is not stored where nothing was recorded.

    ``report`` is what was recorded of the report that is the disclosure; None where there is none or it is
    not out.
    """

    department: Organisation
    record: Disclosure
    term: Term | None
    today: date
    report: Published | None = None

    @property
    def published_on(self) -> date | None:
        """The day; None until it is out."""
        return self.record.published_on or (self.report.day if self.report else None)

    @property
    def address(self) -> str:
        """Where it is; blank until it is out."""
        return self.record.address or (self.report.address if self.report else "")

    @property
    def is_report(self) -> bool:
        """Whether day and address are those of the report."""
        return self.record.published_on is None and self.report is not None

    @property
    def due(self) -> date | None:
        """The last day; None without approval, without a rule, or where nothing has to be published."""
        if self.record.approved_on is None or self.term is None or self.record.exempt_reason:
            return None
        return self.term.due(self.record.approved_on)

    @property
    def standing(self) -> Standing:
        """How it stands."""
        record, due, out = self.record, self.due, self.published_on
        if record.exempt_reason:
            found = Standing.EXEMPT
        elif out is not None:
            late = due is not None and out > due
            found = Standing.UNJUDGED if due is None else Standing.OVERRUN if late else Standing.IN_TIME
        elif record.approved_on is None:
            found = Standing.BLANK
        elif due is None:
            found = Standing.UNRULED
        else:
            found = Standing.LATE if due < self.today else Standing.DUE
        return Standing(found)

    @property
    def own_words(self) -> str:
        """What the department recorded itself of what the bureau knows as well; blank for nothing."""
        sides = {_("批复日期"): self.record.approved_by, _("不适用"): self.record.exempt_by}
        return "、".join(str(what) for what, side in sides.items() if side == Recorder.DEPARTMENT)

    @property
    def late(self) -> bool:
        """The deadline passed and it is not published."""
        return self.standing == Standing.LATE

    @property
    def soon(self) -> bool:
        """Due within `SOON` days."""
        due = self.due
        return self.standing == Standing.DUE and due is not None and due <= self.today + timedelta(days=SOON)

    @property
    def days(self) -> int | None:
        """Days over the deadline: until today, or until it was published; None while in time."""
        due = self.due
        last = self.published_on or self.today
        return (last - due).days if due is not None and last > due else None

    @property
    def look(self) -> str:
        """The state of a form that looks alike."""
        return _LOOKS.get(self.standing, "draft")

    @property
    def key(self) -> str:
        """What a box of the list says that was ticked."""
        return f"{self.department.pk}-{self.record.fiscal_year}-{self.record.kind}"

    @property
    def what(self) -> str:
        """The kind in words."""
        return str(DisclosureKind(self.record.kind).label)
