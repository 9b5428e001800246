"""``jixiao score-parquet FILE``: scores of a whole province from one table of indicators."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.batch.score_parquet import BatchResult
    from jixiao.rulebooks.resolving import Rules

HELP = """按规则库给全省（市、县）的项目评分：读一张 Parquet 指标表，写两张得分表。

退出状态：2 读不出或命令写错；1 有不能用的行或没有得分的项目；0 全部评出。"""

_SHOWN = 20
"""Faulty rows that are printed; all of them are counted."""


def command(
    table: Annotated[Path, typer.Argument(metavar="表.parquet", help="每行一个指标，同一项目的行排在一起。")],
    rulebook: Annotated[str, typer.Option(metavar="名称", help="规则库的名称、区划代码或文件夹。")],
    year: Annotated[int, typer.Option(metavar="年度", help="预算年度。")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="文件夹", help="得分表写到这里。")],
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Score the table and return the exit status."""
    language = lang.name_of
    try:
        from jixiao.batch.score_parquet import count_rows, score_parquet
    except ImportError as error:
        raise WrongUsageError(
            "读 Parquet 需要附加组件，请安装：pip install 'jixiao[batch]'。",
            "reading Parquet needs an extra: pip install 'jixiao[batch]'.",
        ) from error
    from jixiao.core.errors import ReadError

    if not table.is_file():
        raise WrongUsageError(f"没有文件“{table}”。", f"there is no file {table}.")
    if output.is_file():
        raise WrongUsageError(f"“{output}”是文件，请写文件夹。", f"{output} is a file; name a folder.")
    rules = _rules(rulebook, year)
    try:
        with _Bar(count_rows(table), language) as bar:
            result = score_parquet(table, output, rules, bar.step)
    except ReadError as error:
        raise WrongUsageError(error.message, error.message_en) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise WrongUsageError(
            f"读写出错（{reason}）：{error.filename}", f"{error.filename}: {reason}"
        ) from error
    _tell(result, output, language)
    return 1 if result.faults or result.unscored else 0


def _rules(rulebook: str, year: int) -> "Rules":
    from jixiao.rulebooks.faults import RulebookError
    from jixiao.rulebooks.loading import load

    try:
        return load(rulebook).rules(year)
    except RulebookError as error:
        raise WrongUsageError(
            "\n".join(f"{fault.place} {fault.message}" for fault in error.faults),
            "\n".join(f"{fault.place} {fault.message_en}" for fault in error.faults),
        ) from error


def _tell(result: "BatchResult", output: Path, language: Language) -> None:
    for fault in result.faults[:_SHOWN]:
        tell(
            f"第{fault.row}行 {fault.column}“{fault.value}”：{fault.message}",
            f"row {fault.row}, {fault.column} {fault.value}: {fault.message_en}",
            language,
        )
    if len(result.faults) > _SHOWN:
        rest = len(result.faults) - _SHOWN
        tell(f"……另有{rest}处", f"... and {rest} more", language)
    tell(
        f"{result.projects:,}个项目、{result.indicators:,}个指标已评分，其中{result.unscored:,}个项目没有得分"
        f"（原因见表）；不能用的行{len(result.faults):,}处。已写入 {output}。",
        f"{result.projects:,} projects, {result.indicators:,} indicators scored; {result.unscored:,} "
        f"projects without a score (see the table); {len(result.faults):,} faulty rows. Written: {output}.",
        language,
    )


class _Bar:
    """A progress bar of rows, on a terminal only."""

    def __init__(self, rows: int, language: Language) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self._progress = Progress(
            console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()
        )
        self._task = self._progress.add_task("评分" if language == "zh" else "Scoring", total=rows)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def step(self, rows: int) -> None:
        """So many rows more."""
        self._progress.advance(self._task, rows)
