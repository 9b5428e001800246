"""Where ``jixiao check`` writes its results: pages, annotated copies and letters, never over an input."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from jixiao.cli.support.files import output_names, refuse_overwriting
from jixiao.cli.support.inputs import STDIN
from jixiao.cli.support.messages import WrongUsageError
from jixiao.cli.support.results import Targets


class Form(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


def page_folder(form: Form, output: Path | None, *, many: bool) -> Path | None:
    """The folder for pages of several files; None where one output takes all."""
    if form is Form.XLSX and output is None:
        raise WrongUsageError(
            "Excel 汇总表要写入文件，请加 --output 汇总.xlsx。",
            "a workbook needs a file: add --output summary.xlsx.",
        )
    if form is not Form.HTML:
        if output is not None and output.is_dir():
            raise WrongUsageError(f"“{output}”是文件夹，请写文件名。", f"{output} is a folder; name a file.")
        return None
    if many and output is None:
        raise WrongUsageError(
            "多个文件的网页要写入文件夹，请加 --output 文件夹。",
            "pages of several files need a folder: add --output FOLDER.",
        )
    if many and output is not None and output.is_file():
        raise WrongUsageError(
            f"“{output}”是文件，多个网页要写入文件夹。", f"{output} is a file; name a folder."
        )
    return output if output is not None and (many or output.is_dir()) else None


def targets_of(
    files: Sequence[str], pages: Path | None, annotate: Path | None, letters: Path | None
) -> dict[str, Targets]:
    """The files to write for each input, none of them over an input."""
    targets = dict.fromkeys(files, Targets())
    if pages is not None:
        for file, name in zip(files, output_names(files, ".html"), strict=True):
            targets[file] = replace(targets[file], page=pages / name)
    if annotate is not None:
        from jixiao.formats.discovery import copy_extensions

        single = len(files) == 1 and not annotate.is_dir() and annotate.suffix
        if STDIN in files:
            raise WrongUsageError(
                "标准输入没有原文件，不能加批注。", "standard input is no file and takes no comments."
            )
        names = output_names(files, endings=copy_extensions())
        for file, name in zip(files, names, strict=True):
            targets[file] = replace(targets[file], annotated=annotate if single else annotate / name)
    if letters is not None:
        if letters.is_file():
            raise WrongUsageError(
                f"“{letters}”是文件，--letters 要写文件夹。", f"{letters} is a file; name a folder."
            )
        for file, name in zip(files, output_names(files, ".docx", "退回修改通知-"), strict=True):
            targets[file] = replace(targets[file], letter=letters / name)
    for target in targets.values():
        for path in (target.page, target.annotated, target.letter):
            if path is not None:
                refuse_overwriting(path, files)
    return targets
