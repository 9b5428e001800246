"""``jixiao rules``: every check with its code."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.support.messages import LanguageChoice, WrongUsageError, use_utf8
from jixiao.renderers.wording import SEVERITY_NAMES, Language

if TYPE_CHECKING:
    from jixiao.checks.catalogue import Check

HELP = "列出全部检查规则及代码。"

FAMILIES: dict[str, tuple[str, str]] = {
    "1": ("算术", "arithmetic"),
    "2": ("同一事实", "same fact"),
    "3": ("文字与序号", "text and numbering"),
    "4": ("决算", "final accounts"),
    "5": ("绩效", "performance"),
    "6": ("成套文件", "sets of documents"),
    "9": ("程序自身", "the program itself"),
}


class Form(StrEnum):
    """Forms of the list."""

    TEXT = "text"
    JSON = "json"


def command(
    family: Annotated[str | None, typer.Option(metavar="数字", help="只列一类，如 1 为算术。")] = None,
    form: Annotated[Form, typer.Option("--format", help="输出形式。")] = Form.TEXT,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print the list, grouped by family."""
    from jixiao.checks.catalogue import load

    if family is not None and family not in FAMILIES:
        zh = "、".join(f"{key} {names[0]}" for key, names in FAMILIES.items())
        en = ", ".join(f"{key} {names[1]}" for key, names in FAMILIES.items())
        raise WrongUsageError(
            f"没有第“{family}”类。可选：{zh}。", f"there is no family {family}. Choose from: {en}."
        )
    checks = [check for check in sorted(load(), key=lambda c: c.code) if family in (None, check.code[2:3])]
    if form is Form.JSON:
        use_utf8(sys.stdout)
        sys.stdout.write(_json(checks) + "\n")
    else:
        sys.stdout.write(_text(checks, lang.name_of))
    return 0


def _text(checks: "list[Check]", language: Language) -> str:
    lines: list[str] = []
    head = ""
    for check in checks:
        if check.code[2:3] != head:
            head = check.code[2:3]
            name = FAMILIES.get(head, ("其他", "other"))[language != "zh"]
            lines += ([""] if lines else []) + [
                f"{name}（JX{head}xx）" if language == "zh" else f"{name} (JX{head}xx)"
            ]
        title = check.title if language == "zh" else check.title_en or check.title
        lines.append(f"  {check.code}  {SEVERITY_NAMES[language][check.severity]}  {title}")
    hint = "用 jixiao explain 代码 查看说明。" if language == "zh" else "See one with: jixiao explain CODE"
    return "\n".join([*lines, "", hint]) + "\n"


def _json(checks: "list[Check]") -> str:
    import json

    fields = (
        "code",
        "slug",
        "severity",
        "kinds",
        "title",
        "title_en",
        "explanation",
        "explanation_en",
        "basis",
        "failing",
        "passing",
    )
    rows = [{name: _plain(getattr(check, name)) for name in fields} for check in checks]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, (set, frozenset, tuple, list)) else value
