"""``jixiao check PATH…``: every contradiction in the reports, with its proof, in place."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.support.checking import check_of
from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.inputs import STDIN, gather
from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell
from jixiao.cli.support.results import Result, Task
from jixiao.cli.support.sets import SetTask, check_as_set, folder_of, refuse_misused_set, refuse_no_file
from jixiao.cli.support.sinks import HtmlSink, JsonSink, Sink, TextSink, XlsxSink
from jixiao.cli.support.targets import Form, page_folder, targets_of
from jixiao.renderers.text import Tally
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.batch.work import Check
    from jixiao.core.report import Report

_PIPED_WIDTH = 100
SECONDS = 120
"""For one file; the largest reports take a few."""
MEMORY = 2048
"""Megabytes for one file, without the pages that the system lends to every program."""
_PROGRESS_FROM = 3
"""Files from which on a progress bar tells something."""


HELP = """检查报告：重算每个数字，列出所有矛盾及依据。

退出状态：2 有文件读不出或命令写错；1 发现错误；0 没有错误。"""


def command(  # noqa: PLR0913, PLR0917  # the options of the command
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="路径...", help="文件或文件夹；“-”为标准输入。")
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="输出形式：终端文字、JSON Lines、带标注的网页、Excel 汇总表。")
    ] = Form.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="文件", help="写入文件；多个文件的网页写入文件夹。"),
    ] = None,
    annotate: Annotated[
        Path | None, typer.Option(metavar="文件或文件夹", help="另存一份带批注的原文件，原件不变。")
    ] = None,
    letters: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="为每个有问题的文件写一份退回修改通知（Word）。")
    ] = None,
    folder_of_set: Annotated[
        Path | None,
        typer.Option("--set", metavar="文件夹", help="同一单位、同一年度的全部文件：逐个检查，再互相核对。"),
    ] = None,
    previous: Annotated[
        Path | None, typer.Option(metavar="文件", help="与 --set 合用：上年的决算，核对上年数和年初数。")
    ] = None,
    rulebook: Annotated[
        str | None,
        typer.Option(metavar="名称", help="再按这个规则库（名称、区划代码或文件夹）核对必备的各节。"),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="代码", help="只报告这些代码，如 JX1 或 JX101,JX203。")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="代码", help="不报告这些代码。")] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="数", help="同时检查的进程数，默认用全部核心。")
    ] = None,
    seconds: Annotated[
        int, typer.Option(min=1, metavar="秒", help="读取一个文件的时间上限，超过即停止。")
    ] = SECONDS,
    memory: Annotated[
        int, typer.Option(min=256, metavar="MB", help="读取一个文件的内存上限（Windows 上无效）。")
    ] = MEMORY,
    office: Annotated[  # noqa: FBT002  # an option of the command line
        bool, typer.Option("--office", help="旧格式（doc、wps、xls、et、odt 等）先由 LibreOffice 转换。")
    ] = False,
) -> int:
    """Check the files and return the exit status: 2 unreadable or misused, 1 errors found, 0 none."""
    from jixiao.formats.guarded import Limits, of_process

    language = lang.name_of
    limits = Limits(seconds=seconds, memory=memory * 2**20)
    of_process(limits).start()  # while it starts, this process loads what checks
    from jixiao.formats.discovery import extensions
    from jixiao.formats.office import CONVERTIBLE

    inputs = gather(
        folder_of(folder_of_set, paths, previous),
        (*extensions(), *CONVERTIBLE) if office else extensions(),
        limits,
    )
    if inputs.left_out:
        count, kinds = inputs.left_out.total(), "、".join(sorted(inputs.left_out))
        tell(
            f"注意：有 {count} 个文件（{kinds}）的格式不能读取，已跳过。请解压或另存为 docx、xlsx。",
            f"note: {count} files ({kinds}) are of formats that cannot be read and were left out.",
            language,
        )
    many = len(inputs.files) > 1
    if folder_of_set is not None:
        refuse_no_file(form.value, output)
    folder = page_folder(form, output, many=many) if folder_of_set is None else None
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() and output is None else _PIPED_WIDTH
    if folder_of_set is not None:
        refuse_misused_set(previous, annotate, letters)
        whole = SetTask(
            str(folder_of_set), tuple(inputs.files), None if previous is None else str(previous), form.value,
            output, language, width, _codes(select), _codes(ignore),
        )  # fmt: skip
        of_file = check_of(inputs.files, rulebook, limits, office=office)
        return check_as_set(whole, of_file, partial(_reports, jobs=jobs, check=of_file))
    task = Task(
        form.value,
        language,
        width,
        _codes(select),
        _codes(ignore),
        targets_of(inputs.files, folder, annotate, letters),
        limits,
    )
    if output is not None and folder is None:
        refuse_overwriting(output, inputs.files)
    total = Tally()
    failed = False
    sink = _sink(form, output, folder, language)
    check = check_of(inputs.files, rulebook, limits, office=office)
    bar = _wants_bar(form, output, len(inputs.files))
    for result in _results(inputs.files, task, 1 if STDIN in inputs.files else jobs, check, bar=bar):
        total.merge(result.tally)
        failed = failed or result.failed
        sink.take(result)
        for zh, en in result.notes:
            tell(zh, en, language)
    sink.close(total)
    written = [path for path in (output, annotate, letters) if path is not None and path.exists()]
    if written:
        names = [str(path) for path in written]
        counts = "" if form is Form.TEXT and output is None else total.words(language)
        tell(
            f"已写入 {'、'.join(names)}。{counts}",
            f"Written: {', '.join(names)}. {counts}".rstrip(),
            language,
        )
    if total.unreadable or failed:
        return 2
    return 1 if total.errors else 0


def _codes(values: Sequence[str] | None) -> tuple[str, ...]:
    """Codes or their beginnings, separated by commas; each must exist."""
    codes = tuple(
        code.strip().upper()
        for value in values or ()
        for code in value.replace("，", ",").split(",")
        if code.strip()
    )
    if codes:
        from jixiao.checks.catalogue import load

        known = {check.code for check in load()}
        for code in codes:
            if not any(one.startswith(code) for one in known) and not code.startswith("JX9"):
                raise WrongUsageError(
                    f"没有代码“{code}”。用 jixiao rules 查看全部代码。",
                    f"there is no code {code}. See them all with: jixiao rules",
                )
    return codes


def _sink(form: Form, output: Path | None, folder: Path | None, language: Language) -> Sink:
    if form is Form.JSON:
        return JsonSink(output)
    if form is Form.HTML:
        return HtmlSink(None if folder else output, folder)
    if form is Form.XLSX and output is not None:
        return XlsxSink(output)
    return TextSink(output, language)


def _results(
    files: Sequence[str], task: Task, jobs: int | None, check: "Check", *, bar: bool
) -> Iterator[Result]:
    """Every file's result in order, under a progress bar where it helps."""
    from jixiao.batch import map_reports

    results = map_reports(files, task, jobs=jobs, check=check)
    if not bar:
        yield from results
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(
            results, total=len(files), description="正在检查" if task.language == "zh" else "checking"
        )


def _reports(files: list[str], jobs: int | None, check: "Check") -> Iterator["Report"]:
    """Every file's whole report in order."""
    from jixiao.batch import map_reports

    yield from map_reports(files, _whole, jobs=jobs, check=check)


def _whole(report: "Report") -> "Report":
    return report


def _wants_bar(form: Form, output: Path | None, count: int) -> bool:
    """Only on a terminal, and not where results on the same terminal already show that it goes on."""
    printing = output is None and form in (Form.TEXT, Form.JSON) and sys.stdout.isatty()
    return count >= _PROGRESS_FROM and sys.stderr.isatty() and not printing
