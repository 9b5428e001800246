"""``jixiao explain CODE``: what a check finds, on what basis, with a failing and a passing example."""

import difflib
import sys
from typing import Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError
from jixiao.renderers.wording import SEVERITY_NAMES

HELP = "解释一个问题代码：查什么、依据是什么、错误与正确的例子。"


def command(
    code: Annotated[str, typer.Argument(metavar="代码", help="问题代码，如 JX101。")],
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print everything about one check."""
    from jixiao.checks.catalogue import load

    checks = {check.code: check for check in load()}
    names = {check.slug.upper(): check.code for check in checks.values()}
    wanted = code.strip().upper()
    check = checks.get(wanted) or checks.get(names.get(wanted.replace("-", "_"), ""))
    if check is None:
        near = difflib.get_close_matches(wanted, checks, n=3, cutoff=0.6)
        raise WrongUsageError(
            f"没有代码“{code}”。"
            + (f"相近的有：{'、'.join(near)}。" if near else "")
            + "用 jixiao rules 查看全部代码。",
            f"there is no code {code}. "
            + (f"Similar: {', '.join(near)}. " if near else "")
            + "See them all with: jixiao rules",
        )
    zh = lang is LanguageChoice.ZH
    labels = ("依据", "错误的例子", "正确的例子") if zh else ("Basis", "Fails", "Passes")
    title = check.title if zh else check.title_en or check.title
    severity = SEVERITY_NAMES[lang.name_of][check.severity]
    lines = [f"{check.code} {title}（{severity}）" if zh else f"{check.code} {title} ({severity})", ""]
    lines += [(check.explanation if zh else check.explanation_en or check.explanation).strip(), ""]
    for label, words in zip(labels, (check.basis, check.failing, check.passing), strict=True):
        if words.strip():
            lines += [
                f"{label}：" if zh else f"{label}:",
                *(f"  {line}" for line in words.strip().splitlines()),
                "",
            ]
    sys.stdout.write("\n".join(lines).rstrip() + "\n")
    return 0
