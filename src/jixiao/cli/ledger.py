"""``jixiao ledger FILE``: every number of a report of ours, where it came from, whether it still stands."""

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, tell, use_utf8

if TYPE_CHECKING:
    from jixiao.core.recorded import RecordedReport
    from jixiao.renderers.wording import Language

_PIPED_WIDTH = 120

HELP = """查台账：列出报告中每个数字的来源（事实或公式）、小数位和位置，核对文件中的字是否仍是生成时所印。

退出状态：2 文件读不出，或没有可用的台账；1 有数字被改动或找不到，或与今天的档案不符；0 全部一致。"""


class Form(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"


def command(
    file: Annotated[
        Path, typer.Argument(metavar="文件", help="由 jixiao report 写出的 Word 文件、网页或工作簿。")
    ],
    form: Annotated[Form, typer.Option("--format", help="输出形式：终端文字、JSON。")] = Form.TEXT,
    *,
    changed: Annotated[
        bool, typer.Option("--changed", help="只列被改动、找不到或与今天的档案不符的数字。")
    ] = False,
    dossier: Annotated[
        Path | None,
        typer.Option(metavar="档案", help="再与今天的绩效档案比较：哪些数字今天应另印。"),
    ] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """List the ledger and return the exit status: 2 unreadable or none, 1 a difference, 0 none."""
    from jixiao.pipeline.ledgers import FAULTS, faults, read_ledger, with_dossier

    language = lang.name_of
    try:
        report = read_ledger(file)
        if dossier is not None:
            report = with_dossier(report, dossier)
    except FAULTS as error:
        for zh, en in faults(error):
            tell(zh, en, language)
        return 2
    _show(report, form, language, changed_only=changed)
    if report.ledger is None or report.ledger.unreadable:
        return 2
    return 1 if any(report.is_wrong(number) for number in report.numbers) else 0


def _show(report: "RecordedReport", form: Form, language: "Language", *, changed_only: bool) -> None:
    numbers = tuple(one for one in report.numbers if not changed_only or report.is_wrong(one))
    if form is Form.JSON:
        from jixiao.renderers.ledger.json import render as as_json

        use_utf8(sys.stdout)
        sys.stdout.write(as_json(report, numbers))
        return
    from jixiao.renderers.ledger.text import render
    from jixiao.renderers.text import console

    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED_WIDTH
    console(sys.stdout).print(render(report, numbers, language, columns), end="")
