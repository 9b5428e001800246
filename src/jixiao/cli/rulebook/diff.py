"""``jixiao rulebook diff A B``: in what two places differ."""

import sys
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice
from jixiao.cli.support.rulebooks import chosen_year, rulebook_named

HELP = "比较两个地区某年度适用的规定，列出不同之处。"


def command(
    one: Annotated[str, typer.Argument(metavar="规则库", help="名称、行政区划代码或文件夹。")],
    two: Annotated[str, typer.Argument(metavar="另一规则库", help="名称、行政区划代码或文件夹。")],
    year: Annotated[
        int | None, typer.Option(metavar="年度", help="预算年度；不写则取最近有新规定的年度。")
    ] = None,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print both values of every topic that differs."""
    from jixiao.renderers.rulebook.text import difference

    first, second = rulebook_named(one), rulebook_named(two)
    common = chosen_year(year, first, second)
    sys.stdout.write(difference(first.rules(common), second.rules(common), lang.name_of))
    return 0
