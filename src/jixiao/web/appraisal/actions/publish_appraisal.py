"""Agree with the marks and publish the ranking."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.appraisal.models import Appraisal, State
from jixiao.web.appraisal.moving import locked, second, step
from jixiao.web.appraisal.permissions import REVIEWS
from jixiao.web.appraisal.ranking import kept
from jixiao.web.appraisal.totals import rows
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class PublishAppraisal(Action[Appraisal]):
    """The second person agrees (two accounts): departments see their marks, and the ranking is fixed."""

    appraisal: Appraisal
    words: str = ""
    revision: int | None = None

    permission = REVIEWS
    verb = "appraisal.publish"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Keep every department as it stands."""
        row = locked(self.appraisal, self.revision, State.REVIEWING)
        second(row, actor)
        ranking = [kept(one) for one in rows(row)]
        return step(row, actor, "publish", State.PUBLISHED, self.words.strip()[:2000], ranking)

    def told(self, result: Appraisal) -> dict[str, Any]:
        """The ranking: department, score and rank."""
        last = result.steps.filter(verb="publish").first()
        ranking = last.ranking if last else []
        return {
            "fiscal_year": result.fiscal_year,
            "ranking": [[one["department"], one["score"], one["rank"]] for one in ranking],
        }
