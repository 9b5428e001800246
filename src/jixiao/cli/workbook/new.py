"""``jixiao workbook new --rulebook NAME``: an empty workbook for a place and fiscal year."""

from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError
from jixiao.cli.support.outputs import write_output
from jixiao.cli.support.rulebooks import chosen_year, rulebook_named

HELP = """生成空白的填报工作簿（Excel），带下拉列表、填写说明和本地规定的指标。

不会覆盖已有的文件。"""


def command(
    rulebook: Annotated[
        str, typer.Option(metavar="规则库", help="名称（如 511902-bazhou）、行政区划代码或文件夹。")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="文件", help="写到哪个 .xlsx 文件。")],
    year: Annotated[
        int | None, typer.Option(metavar="年度", help="预算年度；不写则取最近有新规定的年度。")
    ] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="提示的语言。")] = LanguageChoice.ZH,
) -> int:
    """Write the workbook."""
    from jixiao.pipeline.workbooks import new_workbook

    if output.exists():
        raise WrongUsageError(
            f"“{output}”已经有了，为防止填好的内容丢失不予覆盖。请换一个文件名。",
            f"{output} exists and is not overwritten, it may be filled in. Choose another name.",
        )
    rules = rulebook_named(rulebook)
    write_output(output, new_workbook(rules, chosen_year(year, rules)), lang.name_of)
    return 0
