"""Writes docs/zh/评分规则.md, the page of all leaf scoring rules; a test compares the two."""

from pathlib import Path

from jixiao.core.digits import plain
from jixiao.scoring.catalogue import Example, LeafRule, load
from jixiao.scoring.exact import rounded
from jixiao.scoring.parameters import Given

PAGE = Path(__file__).resolve().parent.parent / "docs" / "zh" / "评分规则.md"
DECIMALS = 2

HEAD = """\
# 评分规则

一条指标（一行）怎样得分。各地用哪条规则、参数是多少，由该地的规则库写明；这里说明每条规则的算法、参数和出处，并各附手算的例子。
“算式”是人工列出的，“得分”由程序按规则算出，两者由测试逐条核对；得分四舍五入到两位小数（规则库可以另行规定位数和环节）。
算不出来的不得分也不计0分，写“不评分”和原因。

本页由 `python tools/scoring_rules.py` 根据 `src/jixiao/scoring/rules` 写成，请勿直接修改。
"""
_PARTS = (
    ("operator", "运算符"),
    ("target", "目标"),
    ("target_upper", "目标上限"),
    ("actual", "实际"),
    ("band", "档次"),
    ("done", "是否完成"),
    ("elements", "要素"),
    ("elements_met", "符合"),
    ("occurrences", "次数"),
    ("points", "评分"),
    ("reason", "理由"),
)


def page() -> str:
    """The whole page."""
    rules = [rule for _, rule in sorted(load().items())]
    rows = "".join(f"| [{rule.name}](#{rule.name}) | {rule.title} | {rule.title_en} |\n" for rule in rules)
    return "\n".join([HEAD, f"| 名称 | | |\n| --- | --- | --- |\n{rows}", *map(_entry, rules)])


def _entry(rule: LeafRule) -> str:
    parameters = "".join(
        f"| `{one.name}` | {one.zh} | {'必填' if one.required else _given(one.default)} |\n"
        for one in rule.parameters
    )
    table = f"| 参数 | 含义 | 不给时 |\n| --- | --- | --- |\n{parameters}\n" if parameters else ""
    examples = "".join(_example(rule, example) for example in rule.examples)
    return (
        f'## <a id="{rule.name}"></a>{rule.title} `{rule.name}`\n\n{rule.explanation}\n\n'
        f"{rule.explanation_en}\n\n出处：{rule.source}\n\n{table}"
        f"| 例 | 分值 | 输入 | 参数 | 算式 | 得分 | 说明 |\n{'| --- ' * 7}|\n{examples}"
    )


def _example(rule: LeafRule, example: Example) -> str:
    outcome = rule.score(example.line, example.parameters)
    points = "不评分" if outcome.points is None else plain(rounded(outcome.points, DECIMALS))
    inputs = "，".join(
        f"{name}{_given(value)}"
        for field, name in _PARTS
        if (value := getattr(example.line, field)) not in (None, "")
    )
    parameters = "；".join(f"{name}＝{_given(value)}" for name, value in example.parameters.items())
    weight = "" if example.line.weight is None else plain(example.line.weight)
    cells = (example.note, weight, inputs, parameters, example.calculation, points, outcome.zh)
    return "| " + " | ".join(cells) + " |\n"


def _given(value: Given | int | None) -> str:
    """A value in words."""
    if value is None:
        return "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, list | tuple):
        return "，".join(
            "(" + " ".join(f"{key} {_given(one)}" for key, one in row.items()) + ")" for row in value
        )
    return f"{value:f}" if not isinstance(value, list | tuple) else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"{PAGE}: {len(load())} rules")
