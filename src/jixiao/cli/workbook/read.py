"""``jixiao workbook read FILE``: a filled-in workbook becomes a dossier, or every fault is listed."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.support.files import refuse_overwriting
from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, tell, use_utf8
from jixiao.cli.support.outputs import write_output

HELP = """读取填好的工作簿，写成绩效档案；有错就逐条列出工作表、单元格、原因和改法，什么也不写。

退出状态：2 命令写错或文件读不出；1 工作簿有错；0 没有错。"""


def command(
    file: Annotated[Path, typer.Argument(metavar="工作簿", help="填好的 .xlsx 文件。")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="文件", help="写到哪个 .toml 文件；不写则显示在屏幕上。"),
    ] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="提示的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print or write the dossier; faults and notices go to the error stream."""
    from jixiao.pipeline.workbooks import FAULTS, read_workbook

    if output is not None:
        refuse_overwriting(output, [str(file)])
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise WrongUsageError(f"无法读取“{file}”（{reason}）。", f"cannot read {file} ({reason}).") from error
    try:
        read = read_workbook(data, str(file))
    except FAULTS as error:
        for fault in error.faults:
            tell(fault.told("zh"), fault.told("en"), lang.name_of)
        count = len(error.faults)
        tell(
            f"共 {count} 处需要改正，没有写出档案。", f"{count} faults; no dossier was written.", lang.name_of
        )
        opened = any(fault.position.sheet for fault in error.faults)
        return 1 if opened else 2
    for notice in read.notices:
        tell(f"注意：{notice.told('zh')}", f"note: {notice.told('en')}", lang.name_of)
    if output is None:
        use_utf8(sys.stdout)
        sys.stdout.write(read.toml)
    else:
        write_output(output, read.toml.encode("utf-8"), lang.name_of)
    return 0
