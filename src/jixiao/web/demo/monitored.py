"""Mid-year figures of the demo: the published reports tell none, so these are invented."""

from decimal import Decimal
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import Monitoring, Project
from jixiao.core.dossier.values import money
from jixiao.core.money import Money

THROUGH: Final = 6
_SHARES: Final = tuple(Decimal(one) for one in ("0.50", "0.46", "0.55", "0.32", "0.48", "0.18", "0.52"))
"""What was spent by the end of June, of the year's outturn: most in step with the calendar, some behind."""


def monitored(dossier: Dossier) -> Dossier:
    """The facts with a period from January to June for each project that has an outturn and no period yet."""
    projects = tuple(_with_period(one, number) for number, one in enumerate(dossier.projects))
    return dossier.model_copy(update={"projects": projects})


def _with_period(project: Project, number: int) -> Project:
    year = money(project.outturn)
    if project.monitoring or year is None:
        return project
    spent = Money((year.amount * _SHARES[number % len(_SHARES)]).quantize(Decimal("0.01")), year.unit)
    period = Monitoring(through_month=THROUGH, outturn=spent, forecast=year)
    return project.model_copy(update={"monitoring": (period,)})
