"""Terms in working days, by the holidays that the place entered."""

from datetime import date

from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.cycles.working_days import WorkingDays, unknown
from jixiao.web.organisations.models import Organisation
from jixiao.web.rectifications.moving import LONGEST_TERM


def due(body: Organisation, start: date, days: int | None) -> date:
    """So many working days of the body's place after ``start``.

    Raises:
        Refused: the number is missing, or out of range.
    """
    if days is None or not 1 <= days <= LONGEST_TERM:
        raise Refused({"days": _("请填写 1 至 %(most)s 个工作日。") % {"most": LONGEST_TERM}})
    return WorkingDays.of(body).after(start, days)


def doubts(body: Organisation, start: date, deadline: date) -> list[str]:
    """Why the deadline may be wrong: nobody entered the holidays of a year that it runs through."""
    return list(unknown({start.year, deadline.year}, WorkingDays.of(body)))
