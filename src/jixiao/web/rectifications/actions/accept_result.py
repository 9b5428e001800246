"""Close a demand."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.filings.evidence import SecrecyState
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import Demand, State
from jixiao.web.rectifications.moving import by_another, by_issuer, locked, step
from jixiao.web.rectifications.permissions import ISSUES


@dataclass(frozen=True, slots=True)
class AcceptResult(Action[Demand]):
    """The office that issued the demand is content; not the person who handed the result in."""

    demand: Demand
    words: str
    revision: int

    permission = ISSUES
    verb = "rectifications.accept"

    def place(self) -> Organisation | None:
        """The body that put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Close it, once every file of it has passed the secrecy review."""
        now = locked(self.demand, self.revision, State.PENDING)
        by_issuer(now, actor)
        by_another(now, actor)
        files = now.proofs.filter(deleted=False).exclude(secrecy=SecrecyState.PASSED)
        if names := [one.name for one in files]:
            raise Refused(
                _(
                    "下列佐证文件没有通过保密审查，不能销号：%(files)s。"
                    "待审查的请先审查；不得上传的请退回，由整改单位删除或更换。"
                )
                % {"files": "、".join(names)}
            )
        now.closed_at = timezone.now()
        return step(now, actor, "accept", State.CLOSED, self.words.strip()[:2000])

    def told(self, result: Demand) -> dict[str, Any]:
        """That it is closed."""
        return {"state": result.state}
