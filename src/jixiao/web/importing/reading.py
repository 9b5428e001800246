"""The lines of an uploaded workbook, by the headings of a table; it is opened in a process of its own."""

from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jixiao.formats.grids.grid import name_cell
from jixiao.web.actions import Refused
from jixiao.web.importing.judging import Line, Lines
from jixiao.web.importing.table import LONGEST, MOST_LINES, Table, plain, spoken
from jixiao.web.worker_calls import answer_of

_HEADING_ROWS: Final = 20  # a title and a note may stand above the headings
Sheets = list[tuple[str, list[tuple[int, list[tuple[int, str, str]]]]]]


def opened(data: bytes) -> Sheets:
    """The cells of an uploaded workbook, sheet by sheet.

    Raises:
        Refused: why the file cannot be read, and what to do.
    """
    answer = answer_of("jixiao.web.importing.worker", data)
    if "fault" in answer:
        raise Refused(answer["fault"][1 if get_language() == "en" else 0])
    return [
        (name, [(row, [tuple(cell) for cell in cells]) for row, cells in rows])
        for name, rows in answer["sheets"]
    ]


def lines_of(sheets: Sheets, table: Table) -> Lines | None:
    """The lines of the first sheet with the headings of the table; None where no sheet has them.

    Raises:
        Refused: a heading is missing or stands twice, or there are too many lines.
    """
    headings = {words: column.name for column in table.columns for words in spoken(column.heading)}
    best: tuple[int, str, int, list[tuple[int, list[tuple[int, str, str]]]]] | None = None
    for name, rows in sheets:
        for at, (_row, cells) in enumerate(rows[:_HEADING_ROWS]):
            known = len({headings[plain(text)] for _, _, text in cells if plain(text) in headings})
            if known > max(1, best[0] if best else 1):
                best = (known, name, at, rows)
    if best is None:
        return None
    _known, name, at, rows = best
    names = _columns(name, rows[at][1], headings, table)
    filled = [
        _line(row, cells, names) for row, cells in rows[at + 1 :] if any(one[0] in names for one in cells)
    ]
    if len(filled) > MOST_LINES:
        raise Refused(
            _("工作表“%(sheet)s”有 %(count)s 行，一次最多导入 %(most)s 行。请分成几个工作簿。")
            % {"sheet": name, "count": len(filled), "most": MOST_LINES}
        )
    unused = tuple(text[:60] for column, _, text in rows[at][1] if column not in names)
    letters = {known: name_cell(1, column)[:-1] for column, known in names.items()}
    return Lines(name, letters, tuple(filled), unused)


def _columns(
    sheet: str, cells: list[tuple[int, str, str]], headings: dict[str, str], table: Table
) -> dict[int, str]:
    names: dict[int, str] = {}
    for column, _kind, text in cells:
        known = headings.get(plain(text))
        if known in names.values():
            raise Refused(
                _("工作表“%(sheet)s”有两栏“%(heading)s”，不知以哪一栏为准。请只保留一栏。")
                % {"sheet": sheet, "heading": text[:60]}
            )
        if known is not None:
            names[column] = known
    missing = [str(one.heading) for one in table.columns if one.required and one.name not in names.values()]
    if missing:
        raise Refused(
            _("工作表“%(sheet)s”缺少这些栏：%(missing)s。请下载空白工作簿，不要改表头。")
            % {"sheet": sheet, "missing": "、".join(missing)}
        )
    return names


def _line(row: int, cells: list[tuple[int, str, str]], names: dict[int, str]) -> Line:
    line = Line(row, {})
    for column, kind, text in cells:
        if (name := names.get(column)) is None:
            continue
        line.values[name] = text.strip()
        if kind == "e":
            line.unread[name] = _("公式没有得出结果（%(text)s）。请改为填写内容。") % {"text": text[:20]}
        elif kind == "l":
            line.unread[name] = _("超过 15 位的数字在表格软件里会丢失末位。请把这一栏设为文本后重新填写。")
        elif len(text) > LONGEST:
            line.unread[name] = _("内容超过 %(most)s 字。请缩短。") % {"most": LONGEST}
    return line
