"""The bytes of a workbook to a dossier: all of it, or a list of everything that is wrong."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.core.errors import ReadError
from jixiao.core.money import MoneyUnit
from jixiao.dossiers.faults import DossierError, Fault, Position
from jixiao.dossiers.validating import validated
from jixiao.dossiers.workbook.layouts import layout
from jixiao.dossiers.workbook.reading.assembling import Assembly
from jixiao.dossiers.workbook.reading.finding import Found, find
from jixiao.dossiers.workbook.reading.forms import read_form, read_matrix
from jixiao.dossiers.workbook.reading.grid import Grid
from jixiao.dossiers.workbook.reading.records import Log
from jixiao.dossiers.workbook.reading.tables import read_table
from jixiao.dossiers.workbook.shapes import Block, Style
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.formats.xlsx.package import open_package
from jixiao.formats.xlsx.raw import read_raw

MAX_CELLS: Final = 200_000
"""Filled cells of all sheets; a department of 500 projects with 20 indicators each has some 160,000."""
_INSTRUCTIONS: Final = ("填写说明", "选项")
_MACROS: Final = "xl/vbaProject.bin"


@dataclass(frozen=True, slots=True)
class Reading:
    """A dossier, and what the user should know about how it was read."""

    dossier: Dossier
    notices: tuple[Fault, ...]


def read(data: bytes, name: str) -> Reading:
    """Read a workbook; ``name`` is what the user calls it.

    Raises:
        DossierError: with every fault that was found; one alone where the file cannot be opened.
    """
    log = Log(name)
    try:
        grids = _grids(data, log)
    except ReadError as error:
        raise DossierError([_whole(name, error.message, error.message_en)]) from error
    assembly = _assembled(_chosen(find(grids), log), log)
    if not assembly.data and not log.faults:
        raise DossierError([_foreign(name)])
    try:
        dossier = validated(assembly.data, name, assembly.locate)
    except DossierError as error:
        told = {fault.position for fault in log.faults}
        log.faults += [fault for fault in error.faults if fault.position not in told]
    else:
        if not log.faults:
            return Reading(dossier, tuple(log.notices))
    raise DossierError(log.faults)


def _grids(data: bytes, log: Log) -> list[Grid]:
    package = open_package(data)
    if _MACROS in package.archive:
        log.notice(
            Position(),
            Trouble(
                "工作簿带有宏；宏没有运行，也不会保留",
                "the workbook has macros; they were not run and are not kept",
                "另存为 xlsx",
                "save it as xlsx",
            ),
        )
    grids = []
    budget = MAX_CELLS
    for sheet in package.sheets:
        if sheet.name in _INSTRUCTIONS:
            continue
        raw = read_raw(package, sheet, budget)
        budget -= raw.cells
        if raw.rows:
            grids.append(Grid(sheet.name, raw))
    return grids


def _chosen(found: list[Found], log: Log) -> dict[str, Found]:
    """One place for every block: of several, the one that is filled in."""
    by_title: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        by_title[one.block.title].append(one)
    chosen = {}
    for title, places in by_title.items():
        filled = [one for one in places if _is_filled(one)] if len(places) > 1 else places
        chosen[title] = (filled or places)[0]
        for other in filled[1:]:
            log.fault(
                other.grid.position(other.header, 1),
                Trouble(
                    f"“{title}”有两份，另一份在工作表“{filled[0].grid.name}”，无法确定以哪份为准",
                    f"“{title}” stands twice, also on the sheet “{filled[0].grid.name}”: either may count",
                    "只保留一份",
                    "keep one of them",
                ),
            )
    return chosen


def _is_filled(found: Found) -> bool:
    grid = found.grid
    skip = 1 if found.block.style is not Style.TABLE else 0
    return any(
        not cell.is_formula and not cell.is_blank
        for row in grid.filled
        if found.header < row <= found.end
        for cell in [cell for _, cell in sorted(grid.raw.rows[row].items())][skip:]
    )


def _assembled(chosen: dict[str, Found], log: Log) -> Assembly:
    """Blocks in the order of the layout, so that parents come before what refers to them."""
    assembly = Assembly(log)
    for sheet in layout():
        for block in sheet.blocks:
            found = chosen.get(block.title)
            if found is None:
                if chosen and _is_needed(block):
                    log.fault(Position(0, sheet.name), _no_block(sheet.name, block.title))
                continue
            if block.style is Style.FORM:
                assembly.add_form(read_form(found, log))
                log.unit = MoneyUnit(assembly.data.get("money_unit", log.unit))
            elif block.style is Style.MATRIX:
                assembly.add_matrix(read_matrix(found, log))
            else:
                assembly.add_table(block, read_table(found, log))
    return assembly


def _is_needed(block: Block) -> bool:
    return block.style is Style.FORM and any(column.content.required for column in block.columns[1:])


def _no_block(sheet: str, title: str) -> Trouble:
    return Trouble(
        f"没有找到“{sheet}”表中的“{title}”",
        f"the form “{title}” of the sheet “{sheet}” was not found",
        "从空白工作簿（jixiao workbook new）复制这张表，不要改表头",
        "copy the sheet from an empty workbook (jixiao workbook new) and leave its headings as they are",
    )


def _whole(name: str, message: str, message_en: str) -> Fault:
    """The sentence about a file that cannot be opened, cut into what is wrong and how to mend it."""
    zh, _, fix = message.partition("。")
    en, _, fix_en = message_en.partition(". ")
    return Fault(
        name, Position(), zh, en, fix.rstrip("。") or "重新获取原件", fix_en.rstrip(".") or "get the original"
    )


def _foreign(name: str) -> Fault:
    return Fault(
        name,
        Position(),
        "这不是绩效填报工作簿：其中没有一张认得出的填报表",
        "this is no dossier workbook: none of its sheets is known",
        "用 jixiao workbook new 生成空白工作簿，填好后再读取",
        "make an empty workbook with jixiao workbook new and fill that in",
    )
