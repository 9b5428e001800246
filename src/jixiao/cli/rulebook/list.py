"""``jixiao rulebook list``: every rulebook that can be found."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, tell, use_utf8

HELP = """列出全部规则库：地区、级次、上级、自有规定的年度、已核实和假设各多少项。

用环境变量 JIXIAO_RULEBOOKS 加上自己的文件夹。退出状态：1 有规则库存在错误；0 没有。"""


class Form(StrEnum):
    """Forms of the list."""

    TEXT = "text"
    JSON = "json"


def command(
    form: Annotated[Form, typer.Option("--format", help="输出形式。")] = Form.TEXT,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print the table; rulebooks with faults are told beside it."""
    from jixiao.renderers.rulebook.overview import Entry, ordered, table
    from jixiao.rulebooks.faults import RulebookError
    from jixiao.rulebooks.folders import found
    from jixiao.rulebooks.loading import load

    entries: list[Entry] = []
    broken: list[str] = []
    for folders in found().values():
        for folder in folders:
            try:
                entries.append(Entry.of(load(str(folder)).files[0]))
            except RulebookError:
                broken.append(str(folder))
    if form is Form.JSON:
        use_utf8(sys.stdout)
        sys.stdout.write(
            json.dumps([one.data() for one in ordered(entries)], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        sys.stdout.write(table(entries, lang.name_of))
    for folder_name in broken:
        tell(
            f"“{folder_name}”有错误，没有列出。查看：jixiao rulebook check {folder_name}",
            f"{folder_name} has faults and is not listed. See: jixiao rulebook check {folder_name}",
            lang.name_of,
        )
    return 1 if broken else 0
