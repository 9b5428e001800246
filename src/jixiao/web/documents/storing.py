"""Keeps what the check of a version yielded: the program's own writes, each whole or not at all."""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from jixiao.core.report import Report
from jixiao.renderers.html import placed, sheet
from jixiao.renderers.json import finding_dict, to_line, version
from jixiao.renderers.wording import place_words, proof_words
from jixiao.web.audit.writing import record
from jixiao.web.documents.identity import identities, likeness
from jixiao.web.documents.models import CheckRun, Found, State, Version, packed

_YEARS: Final = range(1990, 2101)


def begin(version_: Version) -> None:
    """The check has begun."""
    Version.objects.filter(pk=version_.pk).update(state=State.CHECKING, started_at=timezone.now())


@transaction.atomic
def keep(version_: Version, report: Report) -> None:
    """Replace what is known of the version by this report, all of it or nothing."""
    stored = Version.objects.select_for_update().get(pk=version_.pk)
    CheckRun.objects.filter(version=stored).delete()
    Found.objects.filter(version=stored).delete()
    stored.finished_at = timezone.now()
    stored.format = report.format
    error = report.error
    stored.state = State.CHECKED if error is None else State.UNREADABLE
    stored.error_code = "" if error is None else error.code
    stored.error = "" if error is None else clean(error.message)
    stored.error_en = "" if error is None else clean(error.message_en)
    stored.errors, stored.warnings, stored.infos = (report.count(one) for one in ("error", "warning", "info"))
    certificate = report.certificate
    stored.numbers = certificate.numbers if certificate else 0
    stored.checked = certificate.checked if certificate else 0
    stored.alone = certificate.alone if certificate else 0
    stored.body = clean(report.body)[:200]
    stored.save()
    if error is None:
        CheckRun.objects.create(
            version=stored,
            program=version(),
            packed_result=packed(to_line(report)),
            packed_page=packed(sheet(report)),
        )
        Found.objects.bulk_create(_rows(stored, report))
        _guess(version_, report)
    record(
        None,
        "documents.checked",
        place=version_.document.organisation,
        subject=stored,
        details={"state": stored.state, "errors": stored.errors, "warnings": stored.warnings},
    )


def clean(value: Any) -> Any:
    """Without what no database keeps: NUL signs and halves of signs from damaged files; in lists, too."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(one) for one in value]
    return value


def _rows(version_: Version, report: Report) -> list[Found]:
    sides = placed(report)
    rows = []
    for number, (finding, identity) in enumerate(
        zip(report.findings, identities(report.findings), strict=True)
    ):
        told = finding_dict(finding) | {
            "title_en": finding.title_en,
            "suggestion_en": finding.suggestion_en,
            "where": {one: place_words(finding.place, one) for one in ("zh", "en")},
            "proof": {one: proof_words(finding, one) for one in ("zh", "en")},
            "placed": sides.get(number, []),
            "sides": [
                {"quote": side.quote, "where": {one: place_words(side.place, one) for one in ("zh", "en")}}
                for side in finding.related
            ],
        }
        rows.append(
            Found(
                version=version_,
                number=number,
                identity=identity,
                likeness=likeness(finding),
                code=finding.code,
                severity=finding.severity,
                told=clean(told),
            )
        )
    return rows


def _guess(version_: Version, report: Report) -> None:
    """What the document says of itself: its fiscal year and its kind; a later version may know better."""
    document = version_.document
    digits = "".join(sign for sign in report.year if sign.isdigit())[:4]
    year = int(digits) if len(digits) == 4 and int(digits) in _YEARS else None
    type(document).objects.filter(pk=document.pk, latest=version_.pk).update(
        year=year or document.year, kind=clean(report.kind)[:60] or document.kind
    )
