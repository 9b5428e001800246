"""Create a year's work, or change its name or state."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.cycles.models import Cycle, CycleState, Task
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.saving import save_unique


@dataclass(frozen=True, slots=True)
class SaveCycle(Action[Cycle]):
    """The year's work as filled in; ``revision`` is that of the page."""

    cycle: Cycle
    revision: int | None = None

    permission = OPENS
    verb = "cycles.save_cycle"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.cycle.jurisdiction

    def perform(self, actor: User) -> Cycle:
        """Save; a year opens only with a stage to work on."""
        del actor
        cycle = self.cycle
        if cycle.jurisdiction.kind != Kind.JURISDICTION:
            raise Refused({"jurisdiction": _("年度工作设在地区。")})
        if cycle.pk:
            stored = Cycle.objects.select_for_update().get(pk=cycle.pk)
            if self.revision is not None and stored.revision != self.revision:
                raise Changed(_("他人刚修改过，请核对后再保存。"), stored)
            moved = (stored.jurisdiction_id, stored.fiscal_year) != (cycle.jurisdiction_id, cycle.fiscal_year)
            if moved and Task.objects.filter(stage__cycle=stored).exists():
                raise Refused(_("表已下达，不能改变地区和预算年度。"))
            cycle.revision = stored.revision + 1
        cycle.full_clean()
        if cycle.state == CycleState.OPEN and not (cycle.pk and cycle.stages.exists()):
            raise Refused({"state": _("还没有阶段，不能开放。")})
        save_unique(cycle)
        return cycle

    def told(self, result: Cycle) -> dict[str, Any]:
        """Year and state."""
        return {"fiscal_year": result.fiscal_year, "state": result.state}
