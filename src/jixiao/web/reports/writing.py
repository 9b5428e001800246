"""What the worker writes: the kinds on offer, a report with what was found in it, a file of it."""

import hashlib
import re
from functools import lru_cache
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import read_toml, write_toml
from jixiao.pipeline.reporting import FAULTS, Office, ReleasedReport, faults
from jixiao.renderers.json import version
from jixiao.web.background.net import Defect, Failed, net
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.reports.comparing import changes
from jixiao.web.reports.found import found_in
from jixiao.web.reports.models import Copy, Listing, Paper, State, packed, unpacked
from jixiao.web.reports.stamps import stamp

FORMATS: Final = ("docx", "xlsx", "html", "pdf", "ofd")
_ENTRY: Final = re.compile(r'(<data\b(?![^>]*\bid=)[^>]*?) data-entry="(_jx\d+)"')


@lru_cache(maxsize=1)
def office() -> Office:
    """The office of this process: rulebooks come with the program and are read once."""
    return Office()


def list_offers(pk: int) -> None:
    """The kinds that the rulebook offers for a department and year."""
    year = DepartmentYear.objects.select_related("organisation").get(pk=pk)
    now = stamp(year)

    def keep(state: State, told: dict[str, Any]) -> None:
        with transaction.atomic():
            row, _ = Listing.objects.select_for_update().get_or_create(year=year)
            row.state, row.stamp, row.told = state, now, told
            row.save()

    with net("the list of reports", pk, lambda defect: keep(State.FAILED, _defect(defect))):
        try:
            keep(State.READY, _offered(year))
        except FAULTS as error:
            keep(State.FAILED, _faults(error))


def _offered(year: DepartmentYear) -> dict[str, Any]:
    dossier = dossier_of(year)
    offers = office().offers(dossier)
    digest = digest_of(dossier)
    return {
        "digest": digest,
        "changed": changes(year, dossier, digest),
        "offers": [
            {
                "kind": one.kind,
                "title": one.title,
                "per": one.per,
                "rulebook": one.rulebook,
                "verified": one.verified,
                "together": one.together,
                "projects": list(one.projects),
            }
            for one in offers
        ],
    }


def write_paper(pk: int) -> None:
    """The report's page with what was found in it; one whose facts did not change is left as it is."""
    paper = Paper.objects.select_related("year__organisation").get(pk=pk)
    if paper.frozen and paper.state == State.READY:
        return
    now, digest = "" if paper.frozen else stamp(paper.year), ""

    def fail(told: dict[str, Any]) -> None:
        """Nothing written from older facts stands beside the words."""
        told = {**told, **_answered(paper)}
        kept = paper.digest if paper.frozen else digest
        _keep(paper, stamp=now, state=State.FAILED, told=told, page=b"", refused=False, digest=kept)

    with net("a report", pk, lambda defect: fail(_defect(defect))):
        try:
            dossier = facts_of(paper)
            digest = digest_of(dossier)
            if (
                paper.page
                and paper.digest == digest
                and paper.state != State.FAILED
                and not _other_program(paper)
            ):
                _keep(paper, stamp=now, state=State.READY)
                return
            released = _written(paper, dossier, "html")
        except FAULTS as error:
            fail(_faults(error))
            return
        page = _ENTRY.sub(r'\1 id="\2" data-entry="\2"', released.data.decode("utf-8"))
        title = released.title.removeprefix("（草稿）")[:300]
        _keep(
            paper, stamp=now, state=State.READY, digest=digest, title=title, refused=bool(released.refusals),
            told={**found_in(released), **_answered(paper)}, page=packed(page),
        )  # fmt: skip


def check_year(pk: int) -> None:
    """Write every report of a department that its final form freezes, as drafts, for their self-check.

    Raises:
        Failed: one at least failed of a defect; all others were written.
    """
    list_offers(pk)
    year = DepartmentYear.objects.get(pk=pk)
    offers = Listing.objects.get(year=year).told.get("offers", ())
    papers = [
        Paper.objects.get_or_create(
            year=year, kind=one["kind"], project="", frozen_at=None, defaults={"title": one["title"][:300]}
        )[0]
        for one in offers
        if one["per"] == "department"
    ]
    failed = []
    for paper in papers:
        try:
            write_paper(paper.pk)
        except Failed as error:
            failed.append(str(error))
    if failed:
        raise Failed(", ".join(failed))


def write_copy(pk: int) -> None:
    """The report as a file; of a frozen report only once."""
    copy = Copy.objects.select_related("paper__year__organisation").defer("paper__page").get(pk=pk)
    paper = copy.paper
    if paper.frozen and copy.state == State.READY:
        return

    def fail(told: dict[str, Any]) -> None:
        """Without the bytes of an older one."""
        copy.state, copy.told, copy.data, copy.size, copy.sha256 = State.FAILED, told, b"", 0, ""
        copy.save()

    with net("the file of a report", pk, lambda defect: fail(_defect(defect))):
        try:
            dossier = facts_of(paper)
            released = _written(paper, dossier, copy.format)
        except FAULTS as error:
            fail(_faults(error))
            return
        copy.data, copy.digest, copy.draft = released.data, digest_of(dossier), released.draft
        copy.size, copy.sha256 = len(released.data), hashlib.sha256(released.data).hexdigest()
        copy.state, copy.told = State.READY, {}
        copy.save()


def facts_of(paper: Paper) -> Dossier:
    """The facts that a report is written from: those kept at its freezing, else those of now.

    Raises:
        DossierError: the facts do not fit together.
    """
    if paper.frozen:
        return read_toml(unpacked(paper.facts), str(paper.year))
    return dossier_of(paper.year)


def digest_of(dossier: Dossier) -> str:
    """The SHA-256 of the facts as canonical TOML, as a report's ledger keeps it."""
    return hashlib.sha256(write_toml(dossier).encode("utf-8")).hexdigest()


def _written(paper: Paper, dossier: Dossier, format_: str) -> ReleasedReport:
    """A draft with its watermark until the form is final, and afterwards where the self-check refuses it."""
    date = timezone.localdate(paper.frozen_at).isoformat() if paper.frozen_at else ""
    project = paper.project or None
    if paper.frozen:
        waived = {one["identity"] for one in paper.told.get("waivers", ())}
        report = office().write(dossier, paper.kind, format_, project=project, date=date, waived=waived)
        if not report.refused:
            return report
    return office().write(dossier, paper.kind, format_, project=project, date=date, draft=True)


def _other_program(paper: Paper) -> bool:
    return paper.told.get("program") != version() or "blockers" not in paper.told


def _answered(paper: Paper) -> dict[str, Any]:
    """What reviewers answered for when the report was frozen."""
    return {"waivers": paper.told["waivers"]} if "waivers" in paper.told else {}


@transaction.atomic
def _keep(paper: Paper, **values: Any) -> None:
    row = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _faults(error: Exception) -> dict[str, Any]:
    return {"faults": [list(pair) for pair in faults(error)]}


def _defect(defect: Defect) -> dict[str, Any]:
    return {"faults": [defect.words], "defect": defect.number}


__all__ = [
    "FORMATS",
    "check_year",
    "digest_of",
    "facts_of",
    "list_offers",
    "office",
    "write_copy",
    "write_paper",
]
