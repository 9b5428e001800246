"""``jixiao check --set``: the documents of one body and year, each checked and then compared."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.inputs import STDIN
from jixiao.cli.support.messages import WrongUsageError, tell, use_utf8
from jixiao.cli.support.outputs import save
from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.core.set_report import SetReport
from jixiao.renderers.text import Tally
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.batch.work import Check


@dataclass(frozen=True, slots=True)
class SetTask:
    """What is to be compared and how it is shown; ``select`` and ``ignore`` as for single files."""

    folder: str
    files: tuple[str, ...]
    previous: str | None
    form: str
    output: Path | None
    language: Language
    width: int
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def folder_of(folder: Path | None, paths: Iterable[str] | None, previous: Path | None) -> list[str]:
    """The paths to walk: those given, or the folder of the set.

    Raises:
        WrongUsageError: the options contradict each other.
    """
    given = list(paths or ())
    if folder is None:
        if previous is not None:
            raise WrongUsageError(
                "--previous 与 --set 一起使用：jixiao check --set 文件夹 --previous 上年的文件。",
                "--previous goes with --set: jixiao check --set FOLDER --previous FILE.",
            )
        if not given:
            raise WrongUsageError(
                "缺少参数“路径”：请写要检查的文件或文件夹，或用 --set 写一个文件夹。",
                "name the files or folders to check, or a folder after --set.",
            )
        return given
    if given:
        raise WrongUsageError(
            "用 --set 时只写一个文件夹，不再写其他路径。", "with --set name the folder only, no other paths."
        )
    if previous is not None and str(previous) == STDIN:
        raise WrongUsageError("--previous 要写文件名。", "--previous needs the name of a file.")
    return [str(folder)]


def refuse_no_file(form: str, output: Path | None) -> None:
    """Stop before anything is read where the result of a set has no file to go to.

    Raises:
        WrongUsageError: a page or workbook without ``--output``, or with a folder.
    """
    if form in ("html", "xlsx") and output is None:
        raise WrongUsageError(
            f"成套核对的{'网页' if form == 'html' else 'Excel 表'}要写入文件，请加 --output 核对.{form}。",
            f"a {'page' if form == 'html' else 'workbook'} of a set needs a file: add --output set.{form}.",
        )
    if output is not None and output.is_dir():
        raise WrongUsageError(f"“{output}”是文件夹，请写文件名。", f"{output} is a folder; name a file.")


def refuse_misused_set(previous: Path | None, annotate: Path | None, letters: Path | None) -> None:
    """Stop where a set is asked for what only single files can give, or its last year is not there.

    Raises:
        WrongUsageError: copies or letters are asked for, or ``previous`` lies nowhere.
    """
    if annotate is not None or letters is not None:
        raise WrongUsageError(
            "--set 不能与 --annotate、--letters 合用，请另对单个文件使用。",
            "--set does not go with --annotate and --letters: use them on single files.",
        )
    if previous is None or previous.exists() or any(one.is_file() for one in previous.parents):
        return  # a file within an archive has a file among its parents
    raise WrongUsageError(f"找不到“{previous}”。请核对路径。", f"no such file: {previous}.")


def check_as_set(task: SetTask, check: "Check", results: Callable[[list[str]], Iterable[Report]]) -> int:
    """Check and compare; the exit status is that of single files.

    ``results`` yields the reports of the files in order; ``check`` is used for last year's document.
    """
    from jixiao.pipeline.sets import check_set

    outputs = [*task.files, *([task.previous] if task.previous else [])]
    if task.output is not None:
        refuse_overwriting(task.output, outputs)
    reports = [*results(list(task.files))]
    previous = check(task.previous) if task.previous else None
    found = _chosen(check_set(reports, previous, task.folder), task)
    total = _tally(found)
    _show(found, total, task)
    if total.unreadable:
        return 2
    return 1 if total.errors else 0


def _tally(found: SetReport) -> Tally:
    """The counts of the files and between them; a file that another one contradicts is not clean."""
    total = Tally()
    named = {one.place.file for one in found.findings}
    named |= {side.place.file for one in found.findings for side in one.related}
    for report in found.reports:
        total.add(report)
        total.clean -= report.error is None and not report.findings and report.file in named
    total.errors += found.count("error")
    total.warnings += found.count("warning")
    return total


def _chosen(report: SetReport, task: SetTask) -> SetReport:
    if not task.select and not task.ignore:
        return report
    return replace(
        report,
        findings=_kept(report.findings, task),
        reports=tuple(replace(one, findings=_kept(one.findings, task)) for one in report.reports),
    )


def _kept(findings: Iterable[Finding], task: SetTask) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in findings
        if (not task.select or finding.code.startswith(task.select))
        and not (task.ignore and finding.code.startswith(task.ignore))
    )


def _show(report: SetReport, total: Tally, task: SetTask) -> None:
    if task.form == "xlsx" and task.output is not None:
        from jixiao.renderers.sets.xlsx import workbook

        save(task.output, workbook(report))
    elif task.form == "html" and task.output is not None:
        from jixiao.renderers.sets.page import page

        save(task.output, page(report).encode("utf-8", "replace"))
    elif task.form == "json":
        _show_json(report, task)
    else:
        _show_text(report, total, task)
    if task.output is not None:
        counts = "" if task.form == "text" else total.words(task.language)
        tell(f"已写入 {task.output}。{counts}", f"Written: {task.output}. {counts}".rstrip(), task.language)


def _show_json(report: SetReport, task: SetTask) -> None:
    from jixiao.renderers.sets.json import to_line

    line = to_line(report) + "\n"
    if task.output is not None:
        save(task.output, line.encode("utf-8", "surrogatepass"))
        return
    use_utf8(sys.stdout)
    sys.stdout.write(line)


def _show_text(report: SetReport, total: Tally, task: SetTask) -> None:
    from io import StringIO

    from jixiao.renderers.sets.text import render_set
    from jixiao.renderers.text import console, render

    buffer = StringIO()
    printer = console(sys.stdout if task.output is None else buffer)
    for one in report.reports:
        shown = render(one, task.language, task.width)
        printer.print(shown, end="\n" if "\n" in shown.plain.rstrip("\n") else "")
    printer.print()
    printer.print(render_set(report, task.language, task.width), end="")
    printer.print(total.words(task.language))
    if task.output is not None:
        save(task.output, buffer.getvalue().encode("utf-8", "replace"))
