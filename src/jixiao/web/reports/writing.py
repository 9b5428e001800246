"""What the worker writes: the kinds on offer, a report with what was found in it, a file of it."""

import hashlib
import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from jixiao.core.dossier import Dossier
from jixiao.core.finding import Finding
from jixiao.dossiers.toml import read_toml, write_toml
from jixiao.pipeline.reporting import FAULTS, Office, ReleasedReport, faults
from jixiao.pipeline.reporting.explaining import facts_behind
from jixiao.renderers.json import version
from jixiao.renderers.wording import place_words
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.reports.comparing import changes
from jixiao.web.reports.models import Copy, Listing, Paper, State, packed, unpacked
from jixiao.web.reports.stamps import stamp
from jixiao.web.reports.telling import fact_words

FORMATS: Final = ("docx", "xlsx", "html", "pdf", "ofd")
_LOG: Final = logging.getLogger(__name__)
_ENTRY: Final = re.compile(r'(<data\b(?![^>]*\bid=)[^>]*?) data-entry="(_jx\d+)"')


@lru_cache(maxsize=1)
def office() -> Office:
    """The office of this process: rulebooks come with the program and are read once."""
    return Office()


def list_offers(pk: int) -> None:
    """The kinds that the rulebook offers for a department and year."""
    year = DepartmentYear.objects.select_related("organisation").get(pk=pk)
    now = stamp(year)
    told: dict[str, Any] = {}
    try:
        dossier = dossier_of(year)
        offers = office().offers(dossier)
        told["digest"] = digest_of(dossier)
        told["changed"] = changes(year, dossier, told["digest"])
        told["offers"] = [
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
        ]
    except Exception as error:  # noqa: BLE001  # one department must never end the worker
        told["faults"] = _faults(error)
    with transaction.atomic():
        row, _ = Listing.objects.select_for_update().get_or_create(year=year)
        row.state = State.FAILED if "faults" in told else State.READY
        row.stamp, row.told = now, told
        row.save()


def write_paper(pk: int) -> None:
    """The report's page with what was found in it; one whose facts did not change is left as it is."""
    paper = Paper.objects.select_related("year__organisation").get(pk=pk)
    if paper.frozen and paper.state == State.READY:
        return
    now, digest = "" if paper.frozen else stamp(paper.year), ""
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
    except Exception as error:  # noqa: BLE001
        told = {"faults": _faults(error), **_answered(paper)}
        _keep(paper, stamp=now, state=State.FAILED, told=told, **({"digest": digest} if digest else {}))
        return
    page = _ENTRY.sub(r'\1 id="\2" data-entry="\2"', released.data.decode("utf-8"))
    title = released.title.removeprefix("（草稿）")[:300]
    _keep(
        paper, stamp=now, state=State.READY, digest=digest, title=title, refused=bool(released.refusals),
        told={**_told(released), **_answered(paper)}, page=packed(page),
    )  # fmt: skip


def check_year(pk: int) -> None:
    """Write every report of a department that its final form freezes, as drafts, for their self-check."""
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
    for paper in papers:
        write_paper(paper.pk)


def write_copy(pk: int) -> None:
    """The report as a file; of a frozen report only once."""
    copy = Copy.objects.select_related("paper__year__organisation").defer("paper__page").get(pk=pk)
    paper = copy.paper
    if paper.frozen and copy.state == State.READY:
        return
    told: dict[str, Any] = {}
    try:
        dossier = facts_of(paper)
        released = _written(paper, dossier, copy.format)
        copy.data, copy.digest, copy.draft = released.data, digest_of(dossier), released.draft
        copy.size, copy.sha256 = len(released.data), hashlib.sha256(released.data).hexdigest()
        copy.state = State.READY
    except Exception as error:  # noqa: BLE001
        told["faults"] = _faults(error)
        copy.state = State.FAILED
    copy.told = told
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


def _told(report: ReleasedReport) -> dict[str, Any]:
    return {
        "program": version(),
        "findings": [_finding(one, report) for one in report.report.findings],
        "refusals": [
            {
                "where": [one.where, one.where_en],
                "why": [one.why, one.why_en],
                "fix": [one.fix, one.fix_en],
                "fact": one.fact,
                "anchor": _anchor(report, (one.fact,)),
                "identity": one.identity,
            }
            for one in report.refusals
        ],
        "blockers": list(_blockers(report)),
        "explained": [
            {
                "title": [one.finding.title, one.finding.title_en],
                "statement": one.statement,
                "by": one.signed_by,
            }
            for one in report.explained
        ],
        "gaps": list(report.gaps),
        "notices": [[one.zh, one.en] for one in report.notices],
        "certificate": _certificate(report),
    }


def _blockers(report: ReleasedReport) -> Iterator[dict[str, Any]]:
    """Every error that somebody has to correct or to answer for: of figures, of facts, of wording."""
    advice = {one.fingerprint: [one.suggestion, one.suggestion_en] for one in report.report.findings}
    for one in report.refusals:
        unsettled = one.ground == "unresolved"
        where = f"没有定下来的数：{fact_words(one.fact)}" if unsettled else one.where
        yield {
            "identity": one.identity, "code": one.code, "where": [where, one.where_en],
            "why": [one.why, one.why_en], "fix": advice.get(one.fingerprint, ["", ""]),
            "anchor": _anchor(report, (one.fact,)),
        }  # fmt: skip
    known = {one.identity for one in report.refusals} | {one.finding.fingerprint for one in report.explained}
    for finding in report.report.findings:
        if finding.severity == "error" and finding.fingerprint not in known:
            told = _finding(finding, report)
            where = [
                f"{finding.code} {title}（{place}）"
                for title, place in zip(told["title"], told["where"], strict=True)
            ]
            yield {
                "identity": finding.fingerprint, "code": finding.code, "where": where, "why": told["message"],
                "fix": told["fix"], "anchor": told["anchor"],
            }  # fmt: skip


def _finding(finding: Finding, report: ReleasedReport) -> dict[str, Any]:
    document = report.report.document
    facts = facts_behind(finding, document) if document else ()
    return {
        "code": finding.code,
        "severity": finding.severity,
        "title": [finding.title, finding.title_en],
        "message": [finding.message, finding.message_en],
        "fix": [finding.suggestion, finding.suggestion_en],
        "where": [place_words(finding.place, "zh"), place_words(finding.place, "en")],
        "quote": finding.quote[:300],
        "anchor": _anchor(report, facts, finding.quote),
    }


def _anchor(report: ReleasedReport, facts: Any, quote: str = "") -> str:
    """The name of the printed number that these facts stand behind; the one within the quote first."""
    wanted = {one for one in facts if one}
    entries = report.ledger.entries if report.ledger else ()
    found = [one for one in entries if wanted & set(one.facts)]
    found.sort(key=lambda one: one.printed not in quote)
    return found[0].name if found else ""


def _certificate(report: ReleasedReport) -> dict[str, int] | None:
    made = report.report.certificate
    return None if made is None else {"numbers": made.numbers, "checked": made.checked, "alone": made.alone}


def _faults(error: Exception) -> list[list[str]]:
    if isinstance(error, FAULTS):
        return [list(pair) for pair in faults(error)]
    _LOG.exception("a report could not be written")
    return [list(pair) for pair in _defect(error)]


def _defect(error: Exception) -> Iterator[tuple[str, str]]:
    name = type(error).__name__
    yield (
        f"程序写报告时出错（{name}），这是程序的缺陷。请把这行文字反馈给系统管理员。",
        f"The program failed while writing the report ({name}), a defect of ours. Please report it.",
    )


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
