"""What the self-check says of the reports that a department's final form freezes, and who answered for it.

A form becomes final only when its reports were written from the facts of that moment and every error in
them is gone or was answered for by a reviewer (`gate`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.pipeline.reporting import FAULTS
from jixiao.renderers.json import version
from jixiao.web.actions import Refused
from jixiao.web.cycles.models import StageKind, SubjectKind, Task
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.subjects import year_of
from jixiao.web.reports.models import Listing, Paper, State, Waiver
from jixiao.web.reports.stamps import stamp
from jixiao.web.reports.writing import digest_of, office

if TYPE_CHECKING:
    from django.db.models import QuerySet

LOST: Final = timedelta(minutes=10)
"""After so long a task that was asked for is taken for lost."""
MOST: Final = 5
"""Errors that a refusal lists; the page shows all of them."""


@dataclass(slots=True)
class Blocker:
    """An error that keeps the form open: what it says, in which reports, who answered for it."""

    identity: str
    told: dict[str, Any]
    papers: list[Paper] = field(default_factory=list)
    waiver: Waiver | None = None
    typed: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """Where and what, in Chinese and English."""
        (where, where_en), (why, why_en) = self.told["where"], self.told["why"]
        return [f"{where}：{why}", f"{where_en}: {why_en}"]


@dataclass(slots=True)
class SelfCheck:
    """The state of the self-check of a department's year.

    ``fresh``: every report was written from the facts as they are now.
    """

    year: DepartmentYear
    listing: Listing | None
    papers: list[Paper]
    blockers: list[Blocker]
    fresh: bool

    @property
    def busy(self) -> bool:
        """Whether a worker is at it, or should be; what it lost meanwhile may be asked for again."""
        late = timezone.now() - LOST
        rows = [*([self.listing] if self.listing else []), *self.papers]
        return any(one.busy and one.asked_at > late for one in rows)

    @property
    def open(self) -> list[Blocker]:
        """The errors that nobody answered for."""
        return [one for one in self.blockers if one.waiver is None]


def freezes(task: Task) -> bool:
    """Whether reports are frozen when this form becomes final."""
    return (
        task.stage.kind == StageKind.SELF_EVALUATION
        and task.stage.subject == SubjectKind.DEPARTMENT
        and task.project_id is None
    )


def self_check(year: DepartmentYear) -> SelfCheck:
    """The self-check as the pages show it; whether it is fresh is told by the stamp, cheaply."""
    listing = Listing.objects.filter(year=year).first()
    return stored_check(year, listing, live_papers().filter(year=year), waivers_of(year), stamp(year))


def stored_check(
    year: DepartmentYear,
    listing: Listing | None,
    papers: Iterable[Paper],
    waivers: Mapping[str, Waiver],
    now: str,
) -> SelfCheck:
    """The same of rows that were read already; ``now`` is the stamp of the year."""
    kinds = kinds_of(listing)
    own = [one for one in papers if one.kind in kinds]
    fresh = (
        listing is not None and listing.stamp == now and len(own) == len(kinds)
        and all(settled(one) and one.stamp == now for one in own)
    )  # fmt: skip
    return SelfCheck(year, listing, own, blockers(own, waivers), fresh)


def kinds_of(listing: Listing | None) -> set[str]:
    """The kinds of reports about the department itself that its place offers, as they were listed last."""
    offers = listing.told.get("offers", ()) if listing else ()
    return {one["kind"] for one in offers if one["per"] == "department"}


def live_papers() -> "QuerySet[Paper]":
    """Reports about departments that no form has frozen."""
    return Paper.objects.filter(project="", frozen_at=None).defer("page", "facts")


def waivers_of(year: DepartmentYear) -> dict[str, Waiver]:
    """The answers given in a department's year, by the error that each is for."""
    return {one.identity: one for one in Waiver.objects.filter(year=year).select_related("by")}


def blockers(papers: Iterable[Paper], waivers: Mapping[str, Waiver]) -> list[Blocker]:
    """Every error in the reports, each once however many of them print it."""
    found: dict[str, Blocker] = {}
    for paper in papers:
        for told in _errors(paper):
            identity = told["identity"]
            one = found.setdefault(identity, Blocker(identity, told, [], waivers.get(identity)))
            one.papers.append(paper)
    return list(found.values())


def gate(task: Task) -> None:
    """Keep a form open whose reports contradict themselves.

    Raises:
        Refused: the reports were not checked as the facts are now (code ``unchecked``), or an error in them
            has no answer yet (code ``contradicted``).
    """
    if not freezes(task):
        return
    year = year_of(task.organisation, task.stage.cycle.fiscal_year)
    if not year.pk:
        return
    try:
        dossier = dossier_of(year)
        kinds = [one.kind for one in office().offers(dossier) if one.per == "department"]
    except FAULTS:  # nothing can be written and nothing will be frozen; the hand-in tells what is wrong
        return
    digest, papers = digest_of(dossier), list(live_papers().filter(year=year, kind__in=kinds))
    if len(papers) < len(kinds) or not all(settled(one) and one.digest == digest for one in papers):
        raise Refused(unchecked(), code="unchecked")
    left = [one for one in blockers(papers, waivers_of(year)) if one.waiver is None]
    if left:
        raise Refused(contradicted(left), code="contradicted")


def unchecked() -> str:
    """Why a form stays open whose reports were not checked."""
    return _("报告还没有按现在的资料自查，不能终审。请打开这份表，等“报告自查”完成后再办。")


def contradicted(left: list[Blocker]) -> str:
    """Why a form stays open whose reports have these errors, for which nobody answered."""
    words = "；".join(one.words[0].rstrip("。") for one in left[:MOST])
    return _(
        "报告自查有 %(count)s 处错误没有处理，不能终审：%(words)s。"
        "请退回改正，或在“报告自查”中逐处写明不改的理由。"
    ) % {"count": len(left), "words": words}


def settled(paper: Paper) -> bool:
    """Whether this program checked it."""
    return paper.state == State.FAILED or (
        paper.state == State.READY and paper.told.get("program") == version() and "blockers" in paper.told
    )


def _errors(paper: Paper) -> list[dict[str, Any]]:
    if paper.state != State.FAILED:
        return list(paper.told.get("blockers", ()))
    faults = paper.told.get("faults") or [["没有写成", "It could not be written."]]
    return [
        {
            "identity": f"failed-{paper.kind}",
            "code": "",
            "where": [str(paper), str(paper)],
            "why": faults[0],
            "fix": ["", ""]
            if paper.told.get("defect")
            else ["请按提示改正资料后重新自查。", "Correct the facts as told and check again."],
            "anchor": "",
        }
    ]
