"""The first sheet: what the workbook is, how to fill it in, and what the place's rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.dossiers.workbook.writing.looks import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.dossier import Dossier
    from jixiao.dossiers.workbook.writing.geometry import Laid
    from jixiao.dossiers.workbook.writing.styles import Styles
    from jixiao.rulebooks.resolving import Rules
    from jixiao.rulebooks.schema.topics import Band

_WIDTH: Final = 84
_LINE_HEIGHT: Final = 16
_HOW: Final = (
    "白色单元格由您填写；灰色单元格由表格计算，不用填。红色、带 * 的必须填写。鼠标停在表头上有填写提示。",
    "四种情况要分清：没有发生填 0；不适用填“/”；没有此项填“无”；不清楚就空着。空着不等于 0。",
    "金额按表头注明的单位填数字。个别金额用别的单位时连单位一起填，如“652600元”。比率填 90.67 或 90.67%。",
    "行不够时，在表格中间插入行。列的次序可以调整，多余的行可以空着；不要改表头的文字，不要把几个数写在一个格里。",
    "一张表中“项目代码”等代码不能重复，其他表用代码指明说的是哪个项目、哪个指标。",
    "金额、得分等数字要保留末尾的 0（如 43.00），请把单元格格式设为两位小数。",
    "用不着的表不用填，也不用删除。表格有保护但没有密码，需要时可以在“审阅”中取消保护。",
)


def write_instructions(
    sheet: Worksheet, styles: Styles, sheets: Sequence[Laid], dossier: Dossier, rules: Rules | None
) -> None:
    """Write the sheet."""
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, _WIDTH)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, "预算绩效填报工作簿", styles.get("title"))
    sheet.set_row(0, 26)
    place = f"{rules.name}（{rules.key}）" if rules else dossier.rulebook
    sheet.write_string(1, 0, f"适用规则：{place}　　预算年度：{dossier.fiscal_year}", styles.get("intro"))
    row = _lines(sheet, styles, 3, "怎样填写", [(str(n), text) for n, text in enumerate(_HOW, start=1)])
    sheet.write_string(row, 0, "各张表", styles.get("strong"))
    for laid in sheets:
        row += 1
        titles = "、".join(placed.block.title for placed in laid.blocks)
        link = f"internal:'{laid.sheet.name}'!A1"
        sheet.write_url(row, 0, link, styles.get("link"), laid.sheet.name)
        sheet.write_string(row, 1, titles, styles.get("page"))
        sheet.set_row(row, _LINE_HEIGHT * lines_of(titles, _WIDTH + 8))
    if rules is not None:
        _lines(sheet, styles, row + 2, "本地规则摘要", list(_rules(rules)))
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_paper(9)
    sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 1)
    sheet.set_footer("&L&10填写说明&R&10第 &P 页　共 &N 页")


def _lines(sheet: Worksheet, styles: Styles, row: int, title: str, lines: Sequence[tuple[str, str]]) -> int:
    """A heading with lines of two cells; the row where the next part begins."""
    sheet.write_string(row, 0, title, styles.get("strong"))
    for name, text in lines:
        row += 1
        sheet.write_string(row, 0, name, styles.get("page"))
        sheet.write_string(row, 1, text, styles.get("page"))
        sheet.set_row(row, _LINE_HEIGHT * lines_of(text, _WIDTH + 8))
    return row + 2


def _rules(rules: Rules) -> list[tuple[str, str]]:
    found = []
    if rules.grades:
        found.append(("评级", "；".join(_bands(rules.grades.value.bands))))
    if rules.execution:
        found.append(("预算执行", f"满分 {rules.execution.value.points} 分"))
    for name, words in (("department", "部门整体"), ("project", "项目")):
        scheme = rules.schemes.get(name)
        groups = scheme.value.groups if scheme else ()
        if groups:
            parts = (f"{one.name} {one.points} 分" if one.points is not None else one.name for one in groups)
            found.append((f"{words}计分", "；".join(parts)))
    if rules.ex_ante:
        found.append(("事前评估维度", "、".join(one.name for one in rules.ex_ante.value.dimensions)))
    return found


def _bands(bands: Sequence[Band]) -> Iterator[str]:
    above = ""
    for band in bands:
        low = f"{band.at_least} 分及以上" if band.at_least else ""
        yield f"{band.name}：{low}{'，' if low and above else ''}{f'不满 {above} 分' if above else ''}"
        above = str(band.at_least)
