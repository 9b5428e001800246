"""What a person takes away of a version: their own file with comments, the notice, tables of the findings."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePath
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from jixiao.core.report import Report
from jixiao.formats.discovery import annotator
from jixiao.formats.guarded import Guard
from jixiao.renderers.sheets import head, new_book, styles, text
from jixiao.web.documents.checking import LIMITS, report_of
from jixiao.web.documents.identity import identities
from jixiao.web.documents.models import CheckRun, Decision, Verdict, Version
from jixiao.web.documents.showing import Shown, language, overview
from jixiao.web.documents.storage import path_of

_TURNS: Final = threading.Semaphore(2)
"""Documents read again at one time in a process of the site; others wait."""
_COLUMNS: Final = (
    (_lazy("位置"), 22),
    (_lazy("程度"), 8),
    (_lazy("代码"), 9),
    (_lazy("问题"), 24),
    (_lazy("说明"), 60),
    (_lazy("原文"), 40),
    (_lazy("核算"), 40),
    (_lazy("建议"), 40),
    (_lazy("处理"), 10),
    (_lazy("理由"), 40),
    (_lazy("处理人"), 14),
    (_lazy("处理时间"), 18),
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to take away: the name that is offered, and its bytes."""

    name: str
    data: bytes


def can_annotate(version: Version) -> bool:
    """Whether files of this format, or a copy of them, can carry comments."""
    return bool(version.format) and annotator(version.format) is not None


def original(version: Version) -> Copy:
    """The file as it was handed in."""
    return Copy(version.name, path_of(version.sha256).read_bytes())


def annotated(version: Version) -> Copy | None:
    """The file with what is still to be mended as comments; None where its format takes none."""
    module = annotator(version.format)
    if module is None:
        return None
    with _TURNS, Guard(LIMITS) as guard:
        report = _without_waived(version, report_of(version, guard))
        if report.document is None:
            return None
        data = guard.annotate(
            report.format, path_of(version.sha256).read_bytes(), report.document, report.findings, language()
        )
    ending = getattr(module, "EXTENSION", "") or PurePath(version.name).suffix
    return Copy(f"{_stem(version)}-{_('批注')}{ending}", data)


def letter(version: Version) -> Copy | None:
    """The return notice with what is still to be mended; None where nothing is."""
    from jixiao.renderers import letters

    with _TURNS, Guard(LIMITS) as guard:
        report = _without_waived(version, report_of(version, guard))
    if not letters.deserves_letter(report):
        return None
    return Copy(f"{_('退回修改通知')}-{_stem(version)}.docx", letters.letter(report))


def page(version: Version) -> Copy | None:
    """The whole result as one page that needs no site."""
    from jixiao.renderers.html import render

    with _TURNS, Guard(LIMITS) as guard:
        report = report_of(version, guard)
    return Copy(f"{_stem(version)}-{_('核对结果')}.html", render(report).encode("utf-8", "replace"))


def table(version: Version) -> Copy:
    """The findings with their verdicts as a workbook."""
    shown = overview(version, may_judge=False).shown
    stream = BytesIO()
    with new_book(stream) as book:
        looks, sheet = styles(book), book.add_worksheet(_("问题"))
        head(sheet, [(str(words), width) for words, width in _COLUMNS], len(shown), looks)
        for row, one in enumerate(shown, start=1):
            for column, words in enumerate(_cells(one)):
                text(sheet, row, column, words, looks[one.found.severity if column == 1 else "wrap"])
    return Copy(f"{_stem(version)}-{_('问题清单')}.xlsx", stream.getvalue())


def contract(version: Version) -> Copy | None:
    """The result as one line of the JSON contract."""
    from jixiao.web.documents.models import unpacked

    run = CheckRun.objects.filter(version=version).first()
    if run is None:
        return None
    return Copy(f"{_stem(version)}.json", (unpacked(run.packed_result) + "\n").encode())


FORMS: Final = {
    "original": original,
    "annotated": annotated,
    "letter": letter,
    "page": page,
    "table": table,
    "json": contract,
}


def _without_waived(version: Version, report: Report) -> Report:
    """The report without the findings that people decided to leave."""
    waived = set(
        Verdict.objects.filter(document=version.document_id, decision=Decision.WAIVED).values_list(
            "identity", flat=True
        )
    )
    names = identities(report.findings)
    kept = tuple(one for one, name in zip(report.findings, names, strict=True) if name not in waived)
    return replace(report, findings=kept)


def _cells(one: Shown) -> Sequence[str]:
    told, verdict = one.found.told, one.verdict
    return (
        "；".join(side["where"] for side in one.sides),
        str(one.severity_words),
        one.found.code,
        one.title,
        one.message,
        told["quote"],
        one.proof,
        one.suggestion,
        str(one.state_words),
        verdict.reason if verdict else "",
        verdict.by.full_name if verdict else "",
        f"{verdict.at:%Y-%m-%d %H:%M}" if verdict else "",
    )


def _stem(version: Version) -> str:
    return PurePath(version.name).stem or version.document.title
