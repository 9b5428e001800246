"""What ``jixiao report`` tells: what is on offer, what was written, and what keeps a report here."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.cli.support.messages import tell
from jixiao.renderers.wording import Language, certificate_words

if TYPE_CHECKING:
    from jixiao.batch.report_files import Order, Outcome, Target
    from jixiao.pipeline.reporting import Offer, Refusal, ReleasedReport

_PROGRESS_FROM: Final = 3
"""Departments from which on a progress bar tells something."""
_CODES: Final = 8
"""Codes of projects that a line names."""


def offered(offers: "Sequence[Offer]", name: str, language: Language) -> None:
    """The kinds that a dossier can be written as, to the standard output."""
    zh = language == "zh"
    if not offers:
        tell("规则库里还没有报告模板。", "the rulebook has no templates yet.", language)
        return
    lines = [f"{name} 可以写：" if zh else f"{name} can be written as:"]
    width = max(len(one.kind) for one in offers)
    for one in offers:
        nobody = ("（没有合适的项目）" if zh else " (no project fits)") if _fits_none(one) else ""
        lines.append(f"  {one.kind:<{width}}  {one.title}{nobody}")
        about = [f"规则库 {one.rulebook}" if zh else f"rulebook {one.rulebook}"]
        if one.projects:
            codes = "、".join(one.projects[:_CODES]) + ("…" if len(one.projects) > _CODES else "")
            about.append(f"项目 {codes}" if zh else f"projects {codes.replace('、', ', ')}")
        if not one.verified:
            about.append("格式未经核实" if zh else "layout not verified")
        lines.append(f"  {'':<{width}}  {('；' if zh else '; ').join(about)}")
    sys.stdout.write("\n".join(lines) + "\n")


def _fits_none(offer: "Offer") -> bool:
    return offer.per == "project" and not offer.projects


def told(report: "ReleasedReport", target: Path, language: Language) -> None:
    """Everything about one report: written or not, and what is to be done."""
    for zh, en in _lines(report, target):
        tell(zh, en, language)


def many(  # what is wanted, and how it is told
    members: "Sequence[Target]", order: "Order", jobs: int | None, language: Language
) -> int:
    """Write all of them under a progress bar; the exit status."""
    from jixiao.batch.report_files import map_departments

    outcomes = map_departments(members, order, jobs)
    counts: Counter[str] = Counter()
    gaps = 0
    for outcome in _shown(outcomes, len(members), language):
        counts[outcome.status] += 1
        gaps += outcome.gaps
        for zh, en in _of_outcome(outcome, draft=order.draft):
            tell(zh, en, language)
    written, refused, failed = counts["written"], counts["refused"], counts["fault"]
    zh = f"写出{written}份" + (f"（待补共{gaps}处）" if gaps else "")
    zh += f"，自查不通过、不予写出{refused}份" * bool(refused) + f"，无法写{failed}份" * bool(failed) + "。"
    en = f"{written} written ({gaps} gaps), {refused} refused, {failed} failed."
    tell(zh, en, language)
    return 2 if failed else 1 if refused else 0


def _shown(outcomes: "Iterator[Outcome]", count: int, language: Language) -> "Iterator[Outcome]":
    """The outcomes under a progress bar, where there is a terminal to show it."""
    if count < _PROGRESS_FROM or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = "正在写报告" if language == "zh" else "writing"
        yield from progress.track(outcomes, total=count, description=task)


def _of_outcome(outcome: "Outcome", *, draft: bool) -> Iterator[tuple[str, str]]:
    if outcome.status == "written" and not outcome.refusals:
        return
    if outcome.status == "fault":
        yield f"{outcome.dossier}：无法写", f"{outcome.dossier}: failed"
    elif draft:
        count = len(outcome.refusals)
        yield (
            f"{outcome.dossier}：只写出草稿，{count}处要改正或说明",
            f"{outcome.dossier}: a draft only, {count} to mend",
        )
    else:
        yield f"{outcome.dossier}：不予写出", f"{outcome.dossier}: refused"
    for zh, en in (*outcome.faults, *outcome.refusals):
        yield f"  {zh}", f"  {en}"


def _lines(report: "ReleasedReport", target: Path) -> Iterator[tuple[str, str]]:
    count = len(report.refusals)
    if report.refused:
        yield (
            f"未写出 {target}：{count}处要先改正或由单位说明。",
            f"{target} was not written: {count} to mend or to state first.",
        )
    elif count:
        mark, mark_en = (
            ("已标明草稿", "marked as such") if report.format == "zip" else ("带水印", "with a watermark")
        )
        yield (
            f"草稿已写入 {target}（{mark}，不能报送）。以下{count}处改正或由单位说明后才能正式写出：",
            f"A draft, {mark_en}, was written to {target}. Before release, mend or state these {count}:",
        )
    else:
        certificate = report.report.certificate
        zh = certificate_words(certificate, "zh") if certificate else ""
        en = certificate_words(certificate, "en") if certificate else ""
        source, source_en = _checked_as(report)
        what, what_en = ("草稿已写入", "Draft written") if report.draft else ("已写入", "Written")
        yield (
            f"{what} {target}：{report.title}。自查{zh}{source}",
            f"{what_en}: {target}. Self-check: {en}{source_en}",
        )
    for number, refusal in enumerate(report.refusals, start=1):
        yield from _numbered(number, refusal)
    yield from _beside(report)
    if report.refused:
        yield (
            "加 --draft 可以先写出带水印的草稿。",
            "With --draft a draft with a watermark is written.",
        )


def _checked_as(report: "ReleasedReport") -> tuple[str, str]:
    """Which file was checked, where it is not the one that is written."""
    if report.checked == report.format:
        return "", ""
    if report.format == "zip":
        return (
            f"（自查的是同一档案的 {report.checked} 报告）",
            f" (checked as the {report.checked} report of the same dossier)",
        )
    return (
        f"（自查的是生成它的 {report.checked} 文件）",
        f" (checked as the {report.checked} that it was made from)",
    )


def _numbered(number: int, refusal: "Refusal") -> Iterator[tuple[str, str]]:
    fault, mend = refusal.told("zh")
    fault_en, mend_en = refusal.told("en")
    yield f"{number:>3}. {fault}", f"{number:>3}. {fault_en}"
    if mend:
        yield f"     办法：{mend}", f"     mend: {mend_en}"


def _beside(report: "ReleasedReport") -> Iterator[tuple[str, str]]:
    """What does not keep the report here and must be known all the same."""
    if report.gaps:
        count = len(report.gaps)
        gaps = list(dict.fromkeys(report.gaps))
        yield (
            f"待补{count}处（报告里已标出，补齐前请勿报送）：{''.join(gaps)}",
            f"{count} facts are missing, shown as gaps in the report: {''.join(gaps)}",
        )
    for one in report.explained:
        finding = one.finding
        yield (
            f"已说明：{finding.code} {finding.title}（{finding.quote}），{one.signed_by}：{one.statement}",
            f"stated: {finding.code} {finding.title_en} ({finding.quote}), by {one.signed_by}",
        )
    for notice in report.notices:
        yield f"注意：{notice.where}：{notice.zh}", f"note: {notice.en}"
    stated = {one.finding.fingerprint for one in report.explained}
    refused = {refusal.code for refusal in report.refusals}
    for finding in report.report.findings:
        if finding.fingerprint in stated or (finding.severity == "error" and finding.code in refused):
            continue
        yield (
            f"提醒：{finding.code} {finding.title}：{finding.message}",
            f"note: {finding.code} {finding.title_en}: {finding.message_en}",
        )
