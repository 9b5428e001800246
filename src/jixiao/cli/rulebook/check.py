"""``jixiao rulebook check PATH…``: faults of rulebooks with line and correction."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, use_utf8
from jixiao.cli.support.rulebooks import line

HELP = """核对规则库的规定、报告模板和表样，指出错在哪一行、怎样改正；算例也照着算一遍。

退出状态：2 命令写错；1 有错误；0 没有错误。"""


class Form(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="路径...", help="rulebook.toml、它的文件夹，或装有几个规则库的文件夹。"),
    ],
    form: Annotated[Form, typer.Option("--format", help="输出形式：文字或 JSON Lines。")] = Form.TEXT,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print every fault of the rulebooks and of their parents as ``file:line: message``."""
    from jixiao.pipeline.rulebooks import check_rulebook

    folders = list(dict.fromkeys(folder for path in paths for folder in _folders(path)))
    faults = sorted({fault for folder in folders for fault in check_rulebook(folder)})
    if form is Form.JSON:
        use_utf8(sys.stdout)
        for fault in faults:
            data = {
                "file": fault.file,
                "line": fault.line or None,
                "message": fault.message,
                "message_en": fault.message_en,
            }
            sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
    else:
        for fault in faults:
            sys.stdout.write(line(fault, lang.name_of) + "\n")
        count = len(folders)
        if lang is LanguageChoice.ZH:
            found = f"发现 {len(faults)} 处错误。" if faults else "没有发现错误。"
            sys.stdout.write(f"核对了 {count} 个规则库，{found}\n")
        else:
            found = f"{len(faults)} faults found." if faults else "no faults found."
            sys.stdout.write(f"{count} rulebooks checked, {found}\n")
    return 1 if faults else 0


def _folders(path: Path) -> list[Path]:
    """The rulebook folders that a path means.

    Raises:
        WrongUsageError: there are none.
    """
    from jixiao.rulebooks.folders import FILE, found, within

    if path.is_dir():
        folders = [folder for several in within(path).values() for folder in several]
        if folders:
            return folders
        raise WrongUsageError(
            f"“{path}”里没有 {FILE}。请写规则库的文件夹，或先用 jixiao rulebook new 新建。",
            f"there is no {FILE} in {path}. Name a rulebook's folder, or make one: jixiao rulebook new",
        )
    if path.name == FILE and path.is_file():
        return [path.resolve().parent]
    if path.is_file():
        raise WrongUsageError(
            f"规则库文件要叫 {FILE}，放在以规则库名称命名的文件夹里；“{path.name}”不是。",
            f"a rulebook is a file {FILE} in a folder that bears its name; {path.name} is none.",
        )
    if str(path) in found():
        return list(found()[str(path)])
    raise WrongUsageError(f"找不到“{path}”。", f"no such file or folder: {path}")
