"""Writes docs/zh/规则库清单.md: what every shipped rulebook says and how it is known; a test compares."""

from decimal import Decimal
from pathlib import Path

from jixiao.core.digits import plain
from jixiao.renderers.rulebook.terms import cited, term, topic_title, years
from jixiao.renderers.rulebook.values import said
from jixiao.rulebooks.folders import SHIPPED, found
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.resolving import stated_rows
from jixiao.rulebooks.schema.rulebook import Case, RulebookFile

PAGE = Path(__file__).resolve().parent.parent / "docs" / "zh" / "规则库清单.md"
LEVELS = ("nation", "province", "city", "county", "zone")

HEAD = """\
# 规则库清单

每个地区规定了什么、从哪一年起、依据是什么、是不是已经核实。**已核实**：依据的文件或表格已读到，或有公开转述可以引用；
**假设**：还没有见到能证明它的文件，评分表会照样列出，“说明”里写着什么可以证实它。没有列出的内容沿用上级规则库。

本页由 `python tools/rulebook_pages.py` 根据 `src/jixiao/rulebooks` 中各地区的文件生成，请不要直接修改。
"""


def page() -> str:
    """The whole page."""
    keys = [key for key, folders in found().items() if folders[0].parent == SHIPPED]
    files = sorted(
        (load(key).files[0] for key in keys), key=lambda file: (LEVELS.index(file.level), file.key)
    )
    return "\n".join([HEAD, overview(files), *(place(file) for file in files)])


def overview(files: list[RulebookFile]) -> str:
    """One line per place."""
    lines = [
        "| 规则库 | 地区 | 级次 | 上级 | 已核实 | 假设 | 算例 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for file in files:
        proved = [row.verified for _, _, row in stated_rows(file)]
        cells = [
            f"[{file.key}](#{file.key})",
            file.name,
            term(file.level, "zh"),
            file.parent or "—",
            str(proved.count(True)),
            str(proved.count(False)),
            str(len(file.cases)),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def place(file: RulebookFile) -> str:
    """The section of one place."""
    parts = [f'## <a id="{file.key}"></a>{file.name}（{file.key}）\n']
    if file.note:
        parts.append(f"{joined(file.note)}\n")
    sources = {one.id: one for one in file.sources}
    table = [
        f"| {cell(topic_title(topic, member, 'zh'))} | {cell(said(row.value))} | {years(row, 'zh')} "
        f"| {cell(cited(sources[row.source], 'zh'))} "
        f"| {'已核实' if row.verified else '**假设**'} | {cell(joined(row.note))} |"
        for topic, member, row in stated_rows(file)
    ]
    if table:
        head = "| 主题 | 内容 | 预算年度 | 依据 | 状态 | 说明 |\n| --- | --- | --- | --- | --- | --- |"
        parts.append("\n".join([head, *table]) + "\n")
    else:
        parts.append("没有自己的规定，全部沿用上级。\n")
    if file.cases:
        told = [f"| {cell(case.name)} | {cell(expected(case))} | {case.year} |" for case in file.cases]
        parts.append("\n".join(["| 算例 | 应得 | 预算年度 |\n| --- | --- | --- |", *told]) + "\n")
    return "\n".join(parts)


def expected(case: Case) -> str:
    """What a case must come to."""
    return plain(case.expected) if isinstance(case.expected, Decimal) else case.expected


def joined(text: str) -> str:
    """A note on one line."""
    return "".join(text.split("\n"))


def cell(text: str) -> str:
    """Text that may stand in a table."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
