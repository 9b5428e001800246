"""The commented ``rulebook.toml`` of a new place: what it inherits, and how to state something else."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jixiao.core.digits import plain
from jixiao.renderers.rulebook.terms import proof, topic_title, years
from jixiao.renderers.rulebook.values import said
from jixiao.rulebooks.resolving import TOPICS, Rulebook, Settled
from jixiao.rulebooks.words import word

_HEAD = """\
## {title} 的规则库：只写与上级不同的规定，没有写的沿用 {lineage}。
##
## 怎样填：
##   行首两个 # 的是说明；行首一个 # 的是可用的写法，去掉 # 和后面的一个空格就生效，再改成本地的规定。
##   一个主题要改就整个写全：例如只改“优”的下限，也要把各等次都写上。
##   每行规定都要有起始年度 from、依据 source、是否见到依据 verified；下一年改了，另加一行，给旧行写上 until。
##   写好后核对：jixiao rulebook check 这个文件夹
##
## 报告和表样也在这个文件夹里改，同样沿用上级的，只放与上级不同的：
##   reports/self_evaluation.md 是报告模板，forms/project_self_evaluation.toml 是表样。
##   写法见 docs/zh/报告模板.md

name = {name}
parent = {parent}
{code}level = "{level}"

## ---------------------------------------- 依据：每份文件写一段，规定中用 id 引用它
##   evidence 怎样得知：read 读到原文，restated 见别人转述，computed 由数字推算，unseen 没有见到，
##   decision 本地财政部门自己的决定，没有文件

# [[sources]]
# id = "rules"
# title = ""
# number = ""
# clause = ""
# evidence = "read"
"""


def skeleton(key: str, title: str, parent: Rulebook, year: int) -> str:
    """The text for the folder ``key``; values in force at the parent in the year are shown as remarks."""
    rules = parent.rules(year)
    code = key[:6] if key[:6].isdecimal() else ""
    parts = [
        _HEAD.format(
            title=title or key,
            lineage=" → ".join(rules.lineage),
            name=_text(title) + ("" if title else "  ## 请填写地区名称"),
            parent=_text(rules.key),
            code=f"division_code = {_text(code)}\n" if code else "",
            level=_level(code),
        )
    ]
    parts += ["\n".join(_topic(year, *one)) for one in rules.each()]
    silent = [word(topic, "zh") for topic in TOPICS if not getattr(rules, topic)]
    if silent:
        parts.append(f"## 上级没有规定：{'、'.join(silent)}。写法见其他地区的规则库。")
    return "\n".join(parts) + "\n"


def _topic(year: int, topic: str, member: str, settled: Settled[Any]) -> Iterator[str]:
    """A topic: what is inherited in words, and the same as a row to begin with."""
    path = f"{topic}.{member}" if member else topic
    known = f"{years(settled.row, 'zh')}，{proof(settled.row, 'zh')}"
    yield f"## ---------------------------------------- {topic_title(topic, member, 'zh')}"
    yield f"##   沿用 {settled.rulebook}（{known}）：{said(settled.value)}"
    yield ""
    yield f"# [[{path}]]"
    yield f"# from = {year}"
    yield '# source = "rules"'
    yield "# verified = false"
    yield f"# [{path}.value]"
    for key, value in _plain(settled.value).items():
        yield from (f"# {line}" for line in _assignment(key, value))
    yield ""


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401  # a value of any topic
    data: dict[str, Any] = value.model_dump(exclude_none=True, exclude_defaults=True)
    return data


def _assignment(key: str, value: object) -> Iterator[str]:
    """``key = value``; the tables of a list each on a line of their own."""
    if isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
        yield f"{key} = ["
        yield from (f"  {_inline(one)}," for one in value)
        yield "]"
    else:
        yield f"{key} = {_inline(value)}"


def _inline(value: object) -> str:
    """A value as TOML on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Mapping):
        return (
            f"{{ {', '.join(f'{key} = {_inline(one)}' for key, one in value.items())} }}" if value else "{}"
        )
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_inline(one) for one in value)}]"
    return str(value) if isinstance(value, int) else _text(str(value))


def _text(text: str) -> str:
    """A string as TOML, which escapes as JSON does."""
    return json.dumps(text, ensure_ascii=False)


def _level(code: str) -> str:
    """The level that a division code tells: two, four or six digits that matter."""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"
