"""Review a final report for secrecy before it is published."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Paper
from jixiao.web.reports.permissions import REVIEWS_SECRECY, may_review_secrecy
from jixiao.web.reports.publication import PublicationState, PublicationStep
from jixiao.web.reports.publishing import REVIEWABLE, locked, step, told_of
from jixiao.web.typed import LONGEST, explained

_VERDICTS = frozenset({PublicationState.PASSED, PublicationState.REFUSED})


@dataclass(frozen=True, slots=True)
class ReviewPublication(Action[PublicationStep]):
    """Passed, or refused with a reason; ``after`` is the last step that the page showed, 0 for none."""

    paper: Paper
    verdict: str
    words: str
    after: int

    permission = REVIEWS_SECRECY
    verb = "reports.review_publication"

    def place(self) -> Organisation | None:
        """The department."""
        return self.paper.year.organisation

    def perform(self, actor: User) -> PublicationStep:
        """Keep the verdict of somebody who neither handed the form in nor made it final."""
        paper = locked(self.paper, self.after)
        if not may_review_secrecy(actor, paper):
            raise PermissionDenied
        if paper.lifted_at is not None:
            raise Refused(_("这一稿已经作废：请对重新终审后的定稿做保密审查。"))
        if paper.publication not in REVIEWABLE:
            state = PublicationState(paper.publication).label
            raise Refused(_("这份报告现在是“%(state)s”，不能做保密审查。") % {"state": state})
        if self.verdict not in _VERDICTS:
            raise Refused(_("请选择审查结果。"))
        verdict = PublicationState(self.verdict)
        words = self.words.strip()[:LONGEST]
        if verdict == PublicationState.REFUSED:
            words = explained(self.words, "words", _("不得公开的原因"))
        return step(paper, actor, verdict, words=words)

    def told(self, result: PublicationStep) -> dict[str, Any]:
        """The verdict."""
        return told_of(result)
