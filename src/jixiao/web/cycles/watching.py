"""What monitoring of a project shows: lamps, warnings, and until when they have to be dealt with."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jixiao.core.dossier import Dossier
from jixiao.dossiers.faults import DossierError
from jixiao.rulebooks.schema.topics import Monitoring
from jixiao.scoring.monitoring import Lamp, Monitored, monitored, percent
from jixiao.web.cycles.models import Handling, StageKind, Task
from jixiao.web.cycles.working_days import WorkingDays
from jixiao.web.rulebooks import rules_of

if TYPE_CHECKING:
    from jixiao.rulebooks.resolving import Settled

LAMPS = {"red": _("红灯"), "yellow": _("黄灯"), "green": _("绿灯"), "blue": _("蓝灯")}
USUAL = ("继续执行", "调剂预算", "取消项目")
"""What may be decided where the place states nothing of its own."""


def monitoring_of(dossier: Dossier) -> Monitoring | None:
    """The monitoring rules of the dossier's place and year."""
    settled = rules_of(dossier.rulebook, dossier.fiscal_year).monitoring
    return settled.value if settled else None


def seen(task: Task) -> Monitored | None:
    """The lamps and warnings of a monitoring form; None for other forms and where nothing was filled in."""
    from jixiao.web.filings.subjects import dossier_for

    if task.stage.kind != StageKind.MONITORING or not task.project_id:
        return None
    try:
        dossier = dossier_for(task)
    except DossierError:
        return None
    rules = monitoring_of(dossier)
    project = dossier.projects[0]
    period = next((one for one in project.monitoring if one.through_month == task.stage.through_month), None)
    return monitored(project, period, rules) if rules and period else None


def choices(task: Task) -> tuple[str, ...]:
    """What may be decided about a warning."""
    settled = _rules_for(task)
    return (settled.value.handlings if settled else ()) or USUAL


def _rules_for(task: Task) -> "Settled[Monitoring] | None":
    from jixiao.web.filings.subjects import year_of

    year = task.stage.cycle.fiscal_year
    return rules_of(year_of(task.organisation, year).rulebook, year).monitoring


def watch(task: Task) -> None:
    """Keep the lamp of a form that is handed in, and what it warns of; the action saves the form."""
    found = seen(task)
    task.lamp = found.lamp.value if found and found.lamp else ""
    if found is None:
        return
    told = [{"zh": one.words, "en": one.words_en} for one in found.warnings]
    if found.lamp is Lamp.RED and not told:
        told = [{"zh": "监控为红灯。", "en": "The lamp is red."}]
    handling = Handling.objects.filter(task=task).first()
    if handling is None and not told:
        return
    handling = handling or Handling(task=task)
    if handling.warnings != told:  # something else is to be dealt with
        handling.warnings, handling.choice, handling.reason = told, "", ""
        handling.by, handling.at, handling.due = None, None, _due(task)
        handling.save()


def _due(task: Task) -> date | None:
    settled = _rules_for(task)
    days = settled.value.handling_days if settled else None
    return None if days is None else WorkingDays.of(task.organisation).after(timezone.localdate(), days)


def _needs(task: Task) -> bool:
    """Whether the clerk wrote on the monitoring form that something has to be put right."""
    if task.stage.kind != StageKind.MONITORING or task.project is None:
        return False
    periods = task.project.periods.filter(through_month=task.stage.through_month)
    return periods.filter(needs_rectification=True).exists()


def page(task: Task) -> dict[str, Any]:
    """What the page of the form shows."""
    found = seen(task)
    names = {one.code: one.name for one in task.project.indicators.all()} if found and task.project else {}
    handling = Handling.objects.select_related("by").filter(task=task).first()
    language = "en" if get_language() == "en" else "zh"
    return {
        "shown": bool(found and found.lamp) or bool(handling and handling.warnings) or _needs(task),
        "needs_rectification": _needs(task),
        "lamp": found.lamp.value if found and found.lamp else "",
        "lamp_words": LAMPS[found.lamp.value] if found and found.lamp else "",
        "money": {"lamp": found.money.value, "words": LAMPS[found.money.value]}
        if found and found.money
        else None,
        "execution": percent(found.execution) if found and found.execution is not None else "",
        "indicators": [
            {"name": names.get(code, code), "lamp": one.value, "words": LAMPS[one.value]}
            for code, one in (found.indicators.items() if found else ())
            if one
        ],
        "handling": handling,
        "warnings": [one[language] for one in handling.warnings] if handling else [],
        "choices": choices(task) if handling else (),
        "late": bool(handling and handling.late),
    }
