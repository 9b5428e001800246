"""``jixiao formats``: what can be read and written here, and what is missing for more."""

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from jixiao.cli.support.messages import LanguageChoice, use_utf8
from jixiao.renderers.wording import Language

if TYPE_CHECKING:
    from jixiao.formats.describing import Description

HELP = "列出能读写的文件格式，以及本机还缺什么。"

_ABILITIES: Final = {
    "read": ("读", "read"),
    "unpack": ("逐份读", "read each file"),
    "annotate": ("批注", "annotate"),
    "picture": ("截图", "picture"),
    "write": ("写", "write"),
}


class Form(StrEnum):
    """Forms of the list."""

    TEXT = "text"
    JSON = "json"


def command(
    form: Annotated[Form, typer.Option("--format", help="输出形式。")] = Form.TEXT,
    lang: Annotated[LanguageChoice, typer.Option(help="结果的语言。")] = LanguageChoice.ZH,
) -> int:
    """Print the table; the status is 0 whatever is missing."""
    from jixiao.formats.describing import descriptions

    if form is Form.JSON:
        use_utf8(sys.stdout)
        sys.stdout.write(
            json.dumps([_object(one) for one in descriptions()], ensure_ascii=False, indent=1) + "\n"
        )
    else:
        sys.stdout.write(_text(descriptions(), lang.name_of))
    return 0


def _object(one: "Description") -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title[0],
        "title_en": one.title[1],
        "extensions": one.extensions,
        "can": [ability for ability in _ABILITIES if ability in one.abilities],
        "reads": one.reads[0],
        "reads_en": one.reads[1],
        "missing": one.missing[0] if one.missing else "",
        "missing_en": one.missing[1] if one.missing else "",
    }


def _text(formats: "tuple[Description, ...]", language: Language) -> str:
    """Two lines a format: its name, what can be done with it and its endings, then what is read."""
    zh = language == "zh"
    which = 0 if zh else 1
    width = max(len(one.name) for one in formats)
    lines: list[str] = []
    for one in formats:
        able = ("、" if zh else ", ").join(
            words[which] for ability, words in _ABILITIES.items() if ability in one.abilities
        )
        title = "" if one.title[which] == one.name else f"{one.title[which]}  "
        lines.append(f"{one.name:<{width}}  {title}{' '.join(one.extensions)}  {_bracketed(able, zh=zh)}")
        if one.reads[which]:
            lines.append(f"{'':<{width}}    {one.reads[which]}")
        if one.missing:
            lines.append(f"{'':<{width}}    {'缺少：' if zh else 'missing: '}{one.missing[which]}")
    return "\n".join(lines) + "\n"


def _bracketed(words: str, *, zh: bool) -> str:
    return f"（{words}）" if zh else f"({words})"
