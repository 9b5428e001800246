"""``jixiao rulebook show NAME``: everything in force in a place and fiscal year."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, use_utf8
from jixiao.cli.support.rulebooks import chosen_year, rulebook_named

HELP = """查看一个地区某年度适用的全部规定：内容、出自哪个规则库、依据、已核实还是假设。"""


class Form(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"


def command(
    name: Annotated[
        str, typer.Argument(metavar="规则库", help="名称（如 511902-bazhou）、行政区划代码或文件夹。")
    ],
    year: Annotated[
        int | None, typer.Option(metavar="年度", help="预算年度；不写则取最近有新规定的年度。")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="输出形式。")] = Form.TEXT,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print every value with its source."""
    from jixiao.renderers.rulebook import json, text

    rulebook = rulebook_named(name)
    rules = rulebook.rules(chosen_year(year, rulebook))
    if form is Form.JSON:
        use_utf8(sys.stdout)
        sys.stdout.write(json.in_force(rules) + "\n")
    else:
        sys.stdout.write(text.in_force(rulebook, rules, lang.name_of))
    return 0
