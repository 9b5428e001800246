"""Record that a final report was published."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Paper
from jixiao.web.reports.permissions import PUBLISHES
from jixiao.web.reports.publication import PublicationState, PublicationStep
from jixiao.web.reports.publishing import locked, reviewed_on, step, told_of
from jixiao.web.typed import LONGEST, SHORTEST, SIGN_OF_ADDRESS, is_address, past_day


@dataclass(frozen=True, slots=True)
class RecordPublication(Action[PublicationStep]):
    """``day`` as 2024-08-31, ``where`` an address or the words for a channel; ``after`` as for the review."""

    paper: Paper
    day: str
    where: str
    after: int

    permission = PUBLISHES
    verb = "reports.record_publication"

    def place(self) -> Organisation | None:
        """The department, whose lead signs for it."""
        return self.paper.year.organisation

    def perform(self, actor: User) -> PublicationStep:
        """Keep when and where; not before the review passed, not beside another version."""
        paper = locked(self.paper, self.after)
        if paper.publication != PublicationState.PASSED:
            state = PublicationState(paper.publication).label
            raise Refused(_("这份报告现在是“%(state)s”：保密审查通过之后才能登记公开。") % {"state": state})
        if paper.refused:
            raise Refused(_("这份报告自查未过，只有带水印的草稿，不能公开。请改正资料，重新终审定稿。"))
        versions = Paper.objects.with_publication().filter(
            year=paper.year, kind=paper.kind, project=paper.project, publication=PublicationState.PUBLISHED
        )
        if versions.exclude(pk=paper.pk).exists():
            raise Refused(_("上一次定稿仍登记为“已公开”，请先在那一稿上登记撤回或更正。"))
        return step(paper, actor, PublicationState.PUBLISHED, day=self._day(paper), where=self._where())

    def told(self, result: PublicationStep) -> dict[str, Any]:
        """When and where."""
        return told_of(result)

    def _day(self, paper: Paper) -> date:
        day = past_day(self.day, "day", _("公开日期"))
        reviewed = reviewed_on(paper)
        if reviewed is not None and day < reviewed:
            raise Refused(
                _("公开日期 %(day)s 早于保密审查通过的日期 %(reviewed)s，请核对。")
                % {"day": day, "reviewed": reviewed}
            )
        return day

    def _where(self) -> str:
        where = self.where.strip()
        if not SHORTEST <= len(where) <= LONGEST:
            raise Refused(
                _("请写明公开的网址或渠道，%(least)s 至 %(most)s 字。") % {"least": SHORTEST, "most": LONGEST}
            )
        if SIGN_OF_ADDRESS in where and not is_address(where):
            raise Refused(_("网址不对，请从浏览器地址栏复制，以 http:// 或 https:// 开头，不带账号和口令。"))
        return where
