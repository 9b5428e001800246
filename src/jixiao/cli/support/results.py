"""What a worker makes of one report: the rendered part, the counts, and the files beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jixiao.cli.support.outputs import unwritten
from jixiao.core.errors import UserError
from jixiao.core.report import Report
from jixiao.formats.guarded import Guard, Limits, of_process
from jixiao.formats.saving import write_whole
from jixiao.renderers.text import Tally
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from rich.text import Text

    from jixiao.renderers.summary import Summary


_MOST_PICTURES: Final = 100
"""Some 15 KB each; with more, the page grows unwieldy."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The files to write for one input, besides the common output."""

    page: Path | None = None
    annotated: Path | None = None
    letter: Path | None = None


@dataclass(slots=True)
class Result:
    """One file's part of the run; small, because it travels between processes."""

    file: str
    tally: Tally
    text: "Text | None" = None
    line: str = ""
    summary: "Summary | None" = None
    page: str = ""
    written: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """What went otherwise than asked, Chinese and English."""
    failed: bool = False
    """An output could not be written."""


@dataclass(frozen=True, slots=True)
class Task:
    """The options of the command, applied to each report."""

    form: str
    language: Language = "zh"
    width: int = 100
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    targets: Mapping[str, Targets] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)

    def __call__(self, report: Report) -> Result:
        """Leave out unwanted findings, render, and write the files of this input."""
        report = self._chosen(report)
        tally = Tally()
        tally.add(report)
        result = Result(report.file, tally)
        if self.form == "json":
            from jixiao.renderers.json import to_line

            result.line = to_line(report)
        elif self.form == "text":
            from jixiao.renderers.text import render

            result.text = render(report, self.language, self.width)
        else:
            from jixiao.renderers.summary import summarise

            result.summary = summarise(report, self.language)
        targets = self.targets.get(report.file, Targets())
        if self.form == "html":
            self._page(report, targets, result, of_process(self.limits))
        if targets.annotated is not None:
            _annotated(report, targets.annotated, self.language, of_process(self.limits), result)
        if targets.letter is not None:
            _letter(report, targets.letter, result)
        return result

    def _chosen(self, report: Report) -> Report:
        if not self.select and not self.ignore:
            return report
        kept = tuple(
            finding
            for finding in report.findings
            if (not self.select or finding.code.startswith(self.select))
            and not (self.ignore and finding.code.startswith(self.ignore))
        )
        return replace(report, findings=kept)

    def _page(self, report: Report, targets: Targets, result: Result, guard: Guard) -> None:
        from jixiao.renderers.html import render

        page = render(report, _pictures(report, guard))
        if targets.page is None:
            result.page = page
        else:
            _write(targets.page, page.encode("utf-8", "replace"), result)


def _pictures(report: Report, guard: Guard) -> dict[int, bytes]:
    """By the number of the finding what its page looks like around it, in formats that have pages."""
    from jixiao.formats.discovery import pictures
    from jixiao.pipeline.opening import content

    placed = [number for number, finding in enumerate(report.findings) if finding.place.box is not None]
    if not placed or not pictures(report.format) or not _as_it_is(report):
        return {}
    made: dict[int, bytes] = {}
    try:
        data = content(report.file, guard)
        for number in placed[:_MOST_PICTURES]:
            made[number] = guard.picture(report.format, data, report.findings[number].place)
    except (UserError, OSError):  # the page tells everything without pictures too
        return made
    return made


def _annotated(report: Report, target: Path, language: Language, guard: Guard, result: Result) -> None:
    """The user's own file with the findings as comments, or a copy where its format takes none."""
    from jixiao.formats.discovery import annotator
    from jixiao.pipeline.opening import content

    if report.document is None:
        return
    module = annotator(report.format) if _as_it_is(report) else None
    if module is None:
        result.notes.append(
            (
                f"{report.file}：{report.format} 格式不能加批注，可用 --format html 看带标注的全文。",
                f"{report.file}: {report.format} files cannot carry comments; use --format html instead.",
            )
        )
        return
    try:
        data = guard.annotate(
            report.format, content(report.file, guard), report.document, report.findings, language
        )
    except Exception as error:  # noqa: BLE001  # a fault in one file's comments must not end the run
        result.failed = True
        result.notes.append(
            (
                f"{report.file}：加批注时出错（{type(error).__name__}: {error}），未生成批注文件。",
                f"{report.file}: no comments added ({type(error).__name__}: {error}).",
            )
        )
        return
    ending = getattr(module, "EXTENSION", "")
    if ending:
        if target.suffix.lower() != ending:  # as the user named it, or the file is not what its name says
            target = target.with_name(target.name + ending)
        result.notes.append(
            (
                f"{report.file}：此格式不能加批注，批注写在副本“{target}”中，副本只含原文件显示的内容。",
                f"{report.file}: comments are in the copy {target}, which holds only what the file shows.",
            )
        )
    _write(target, data, result)


def _as_it_is(report: Report) -> bool:
    """Whether what was read is the user's own file, and not what LibreOffice made of it."""
    return report.document is not None and report.document.name == report.file


def _letter(report: Report, target: Path, result: Result) -> None:
    from jixiao.renderers.letters import deserves_letter, letter

    if deserves_letter(report):
        _write(target, letter(report), result)


def _write(target: Path, data: bytes, result: Result) -> None:
    try:
        write_whole(target, data)
    except OSError as error:
        result.failed = True
        result.notes.append(unwritten(target, error))
    else:
        result.written.append(str(target))
