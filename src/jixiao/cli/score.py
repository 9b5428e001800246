"""``jixiao score``: a dossier scored by the rules of its place, or a folder of them ranked."""

import secrets
import shutil
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell, use_utf8
from jixiao.cli.support.outputs import write_output
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.core.scoretable import ScoreTable, TableRow, Unread
    from jixiao.pipeline.scoring import Scorer

_PIPED_WIDTH = 100
_PROGRESS_FROM = 3
"""Dossiers from which on a progress bar tells something."""

HELP = """评分：按规则库为绩效档案逐行评分，列出报告与复算的差异和依据。

退出状态：2 有档案读不出或命令写错；1 报告与复算不一致；0 没有不一致（不能复算的不算）。"""


class Form(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


def command(  # noqa: PLR0913, PLR0917  # the options of the command
    dossier: Annotated[
        Path | None,
        typer.Argument(metavar="档案", help="含 dossier.toml 的文件夹、.toml 文件或 Excel 工作簿。"),
    ] = None,
    table: Annotated[
        Path | None, typer.Option(metavar="文件夹", help="汇总文件夹内全部档案：部门得分汇总，按得分排名。")
    ] = None,
    rulebook: Annotated[
        str | None, typer.Option(metavar="名称", help="改用这个规则库（名称、区划代码或文件夹）。")
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="输出形式：终端文字、JSON、Excel 工作簿。")
    ] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="文件", help="写入文件。")] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, metavar="数", help="与 --table 合用：随机抽取几个部门复核。")
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(metavar="文字", help="抽样的种子；同一种子抽出同一结果。不写则随机产生并印出。"),
    ] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Score and return the exit status: 2 unreadable or misused, 1 contradictions, 0 none."""
    language = lang.name_of
    _refuse_misuse(dossier, table, form, output, sample, seed)
    if dossier is not None:
        return _one(dossier, rulebook, form, output, language)
    if table is None or not table.is_dir():
        raise WrongUsageError(f"没有文件夹“{table}”。", f"there is no folder {table}.")
    return _many(table, rulebook, form, output, language, (sample, seed))


def _refuse_misuse(  # the options of the command
    dossier: Path | None,
    table: Path | None,
    form: Form,
    output: Path | None,
    sample: int | None,
    seed: str | None,
) -> None:
    if (dossier is None) == (table is None):
        raise WrongUsageError(
            "请写一个档案，或用 --table 文件夹 汇总多个档案。",
            "name one dossier, or a folder with --table FOLDER.",
        )
    if table is None and (sample is not None or seed is not None):
        raise WrongUsageError(
            "--sample 和 --seed 要与 --table 合用。", "--sample and --seed go with --table."
        )
    if seed is not None and sample is None:
        raise WrongUsageError(
            "--seed 要与 --sample 合用，写明抽几个部门。", "--seed goes with --sample: say how many to draw."
        )
    if form is Form.XLSX and output is None:
        raise WrongUsageError(
            "Excel 工作簿要写入文件，请加 --output 得分.xlsx。",
            "a workbook needs a file: add --output scores.xlsx.",
        )
    if output is not None and output.is_dir():
        raise WrongUsageError(f"“{output}”是文件夹，请写文件名。", f"{output} is a folder; name a file.")


def _one(dossier: Path, rulebook: str | None, form: Form, output: Path | None, language: Language) -> int:
    from jixiao.pipeline.scoring import FAULTS, faults, score_path
    from jixiao.renderers.scorecards.words import contradictions

    if output is not None:
        refuse_overwriting(output, [str(dossier), str(dossier / "dossier.toml")])
    try:
        card = score_path(dossier, rulebook)
    except FAULTS as error:
        for zh, en in faults(error):
            tell(zh, en, language)
        return 2
    if form is Form.XLSX:
        from jixiao.renderers.scorecards.xlsx import workbook

        if output is not None:
            write_output(output, workbook(card), language)
    elif form is Form.JSON:
        from jixiao.renderers.scorecards.json import render as as_json

        _put(as_json(card), output, language, data=True)
    else:
        from jixiao.renderers.scorecards.text import render as as_text

        _put(as_text(card, language, _columns(output)), output, language)
    return 1 if contradictions(card) else 0


def _many(  # the options of the command
    folder: Path,
    rulebook: str | None,
    form: Form,
    output: Path | None,
    language: Language,
    drawing: tuple[int | None, str | None],
) -> int:
    from jixiao.pipeline.scoring import Scorer, dossiers_in, score_table
    from jixiao.renderers.scorecards.words import contradictions

    paths = dossiers_in(folder)
    if output is not None:
        paths = [path for path in paths if path.resolve() != output.resolve()]
    if not paths:
        raise WrongUsageError(
            f"“{folder}”里没有绩效档案（dossier.toml 或 Excel 工作簿）。",
            f"{folder} holds no dossier (dossier.toml or an Excel workbook).",
        )
    results = _results(paths, Scorer(rulebook), language)
    sample, seed = drawing
    ranking = score_table(results, sample, seed if seed is not None else secrets.token_hex(4))
    _show(ranking, form, output, language)
    if ranking.unread:
        return 2
    return 1 if any(contradictions(row.card) for row in ranking.rows) else 0


def _show(ranking: "ScoreTable", form: Form, output: Path | None, language: Language) -> None:
    if form is Form.XLSX:
        from jixiao.renderers.scorecards.table_xlsx import workbook

        if output is not None:
            write_output(output, workbook(ranking), language)
    elif form is Form.JSON:
        from jixiao.renderers.scorecards.table_json import render as as_json

        _put(as_json(ranking), output, language, data=True)
    else:
        from jixiao.renderers.scorecards.table_text import render as as_text

        _put(as_text(ranking, language, _columns(output)), output, language)
    if output is not None and ranking.sample is not None:
        seed = ranking.sample.seed
        tell(f"复核抽样的种子：{seed}", f"Seed of the sample: {seed}", language)


def _results(paths: list[Path], scorer: "Scorer", language: Language) -> "list[TableRow | Unread]":
    """Every dossier's row, under a progress bar where it helps."""
    score: Callable[[Path], TableRow | Unread] = scorer.row
    if len(paths) < _PROGRESS_FROM or not sys.stderr.isatty():
        return [score(path) for path in paths]
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = "正在评分" if language == "zh" else "scoring"
        return [score(path) for path in progress.track(paths, description=task)]


def _columns(output: Path | None) -> int:
    if sys.stdout.isatty() and output is None:
        return shutil.get_terminal_size().columns
    return _PIPED_WIDTH


def _put(text: str, output: Path | None, language: Language, *, data: bool = False) -> None:
    """To the standard output, or to a file; data for programs is UTF-8 everywhere."""
    if output is not None:
        write_output(output, text.encode("utf-8"), language)
        return
    if data:
        use_utf8(sys.stdout)
    sys.stdout.write(text)
