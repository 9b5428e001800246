"""Add a stage to a year, or change one."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.cycles.models import BY_EVALUATORS, CycleState, Stage, StageKind, TaskState
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import BUREAU, FILING, Role
from jixiao.web.saving import save_unique

REVIEWERS = (FILING | BUREAU) - {Role.UNIT_CLERK}


@dataclass(frozen=True, slots=True)
class SaveStage(Action[Stage]):
    """A stage with its dates and reviewers; ``revision`` is that of the page."""

    stage: Stage
    revision: int | None = None

    permission = OPENS
    verb = "cycles.save_stage"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.stage.cycle.jurisdiction

    def perform(self, actor: User) -> Stage:
        """Save; what forms are about stays once they are out, the order of reviews while one is under way."""
        del actor
        stage = self.stage
        stored = Stage.objects.select_for_update().get(pk=stage.pk) if stage.pk else None
        if stored and self.revision is not None and stored.revision != self.revision:
            raise Changed(_("他人刚修改过，请核对后再保存。"), stored)
        if stage.cycle.state == CycleState.CLOSED:
            raise Refused(_("这个年度的工作已结束，不能再改。"))
        stage.full_clean()
        _agree(stage)
        if stored:
            _keep(stored, stage)
            stage.revision = stored.revision + 1
            if stored.deadline != stage.deadline:  # forms with a later day of their own keep it
                stage.tasks.filter(deadline=stored.deadline).update(deadline=stage.deadline)
        save_unique(stage)
        return stage

    def told(self, result: Stage) -> dict[str, Any]:
        """What, until when, by whom."""
        return {"kind": result.kind, "deadline": result.deadline, "nodes": result.nodes}


def _agree(stage: Stage) -> None:
    if stage.deadline < stage.opens:
        raise Refused({"deadline": _("截止日期早于开始日期。")})
    if stage.kind == StageKind.MONITORING and not 1 <= (stage.through_month or 0) <= 12:
        raise Refused({"through_month": _("监控须写明截至月份（1 至 12）。")})
    if stage.kind != StageKind.MONITORING and stage.through_month is not None:
        raise Refused({"through_month": _("只有监控写截至月份。")})
    if not isinstance(stage.nodes, list) or not set(stage.nodes) <= REVIEWERS:
        raise Refused({"nodes": _("审核环节只能由审核人、部门负责人和财政股室担任。")})
    if stage.kind in BY_EVALUATORS and not set(stage.nodes) <= BUREAU:
        raise Refused({"nodes": _("复核和评价由评价人员填写，只能由财政股室审核。")})
    if len(set(stage.nodes)) != len(stage.nodes):
        raise Refused({"nodes": _("同一角色只能审核一次。")})


def _keep(stored: Stage, stage: Stage) -> None:
    if stored.nodes != stage.nodes and stage.tasks.filter(state=TaskState.PENDING).exists():
        raise Refused({"nodes": _("有表正在审核，不能改变审核环节。")})
    fixed = ("cycle_id", "kind", "subject", "through_month")
    if any(getattr(stored, name) != getattr(stage, name) for name in fixed) and stage.tasks.exists():
        raise Refused(_("表已下达，不能改变阶段、对象和截至月份；可另设阶段。"))
