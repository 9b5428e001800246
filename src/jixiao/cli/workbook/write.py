"""``jixiao workbook write DOSSIER``: a dossier becomes a workbook that can be filled in further."""

from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell
from jixiao.cli.support.outputs import write_output

HELP = "把绩效档案写成填报工作簿（Excel），可以继续填写、打印，再读回来一字不差。"


def command(
    dossier: Annotated[
        Path, typer.Argument(metavar="档案", help="含 dossier.toml 的文件夹、.toml 文件或 Excel 工作簿。")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="文件", help="写到哪个 .xlsx 文件。")],
    lang: Annotated[LanguageChoice, typer.Option(help="提示的语言。")] = LanguageChoice.ZH,
) -> int:
    """Write the workbook."""
    from jixiao.pipeline.workbooks import FAULTS, UnwritableError, written_workbook

    refuse_overwriting(output, [str(dossier), str(dossier / "dossier.toml")])
    try:
        data = written_workbook(dossier)
    except FAULTS as error:
        for fault in error.faults:
            tell(fault.told("zh"), fault.told("en"), lang.name_of)
        return 2
    except UnwritableError as error:
        raise WrongUsageError(
            f"{error}。一个单元格最多 32767 个字，请把它分成几段。",
            f"a text is longer than the 32,767 characters of a cell: {error}. Split it.",
        ) from error
    write_output(output, data, lang.name_of)
    return 0
