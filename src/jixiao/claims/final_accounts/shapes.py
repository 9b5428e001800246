"""Which table of a package stands there without a title: told by its columns, codes, lines and note.

In a workbook titles may stand on another sheet, and what a converter leaves of a page may have lost them.
Columns alone do not tell the tables of the three budgets apart: there the note below (注：本表反映…), the
sentence of an empty table or the codes decide; where none does, the table stays unknown.
"""

import re
from collections.abc import Iterable

from jixiao.claims.final_accounts.grid import Grid
from jixiao.claims.final_accounts.roles import role_of
from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.publics import cost_of

_CODE = re.compile(r"[23]\d{2,6}")
_OTHER_MONEY = re.compile(r"上级补助收入|事业收入|经营收入|其他收入|使用.*结余|结余分配")
_SPLIT = re.compile(r"^(?:人员|(?:日常)?公用)(?:经费|支出)")
_STATE_CAPITAL = {"223"}
"""The class of the functional classification that only the budget of state capital spends on."""
_FEWEST_OTHERS = 2
_FEWEST_CLASSES = 2
_BUDGETS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("capital", re.compile(r"国有资本经营")),
    ("funds", re.compile(r"政府性基金")),
    ("general", re.compile(r"一般公共预算")),
)
_SPENDING_OF: dict[str, Kind] = {"general": "general", "funds": "funds", "capital": "capital_spending"}
"""The table that tells only the spending of a budget."""


def kind_of_shape(grid: Grid, note: str) -> Kind | None:
    """The kind of a table by what it looks like; ``note`` is the text that stands below it."""
    lanes = [list(lane.figures.values()) for lane in grid.lanes]
    names = {grid.words.get((row, lane.name), "") for lane in grid.lanes for row in grid.body}
    codes = _codes(grid)
    if {"本年收入合计", "本年支出合计"} <= names and not codes:
        return _two_lanes(lanes, names)
    paths = [path for lane in lanes for path in lane]
    if codes and all(code.startswith("3") for code in codes):
        return _economic(paths, names)
    if all(code.startswith("2") for code in codes) and (not grid.body or names & {"合计", "总计"}):
        found = _functional(paths, codes, note)
        if found is not None:
            return found
    return "publics" if not codes and _are_publics(paths, names) else None


def _codes(grid: Grid) -> set[str]:
    """The codes of the body, those split into columns by their first part."""
    columns = {c for lane in grid.lanes for c in lane.codes[:1] or [lane.name]}
    return {
        word for row in grid.body for c in columns if _CODE.fullmatch(word := grid.words.get((row, c), ""))
    }


def _roles(kind: Kind, paths: Iterable[str]) -> set[str]:
    return {role_of(kind, path) for path in paths} - {""}


def _two_lanes(lanes: list[list[str]], names: set[str]) -> Kind | None:
    if len(lanes) < 2:  # one lane below the other: other tables have that, too
        return None
    if {"general", "funds"} <= _roles("appropriation", lanes[1]):
        return "appropriation"
    return "total" if any(_OTHER_MONEY.search(name) for name in names) else None


def _economic(paths: list[str], names: set[str]) -> Kind | None:
    if {"basic", "project"} <= _roles("general", paths):
        return "appropriation_detail" if "funds" in _roles("appropriation", paths) else "general_detail"
    return "basic" if any(_SPLIT.match(name) for name in (*names, *paths)) else None


def _functional(paths: list[str], codes: set[str], note: str) -> Kind | None:
    receipts = _roles("receipts", paths)
    if {"total", "fiscal"} <= receipts and len(receipts - {"total", "fiscal"}) >= _FEWEST_OTHERS:
        return "receipts"
    flows = _roles("funds", paths)
    if {"opening", "receipts", "total", "closing"} <= flows:
        return _flow(codes, note)
    spending = _roles("spending", paths)
    if {"total", "basic", "project"} <= spending:
        if spending & {"superior", "operating", "attached"}:
            return "spending"
        return _spending(codes, note)
    return "projects" if spending == {"project"} == _roles("spending", paths[:1]) else None


def _flow(codes: set[str], note: str) -> Kind | None:
    budget = _budget(note)
    if not budget and codes:
        budget = "capital" if _classes(codes) <= _STATE_CAPITAL else "funds"
    return "funds" if budget == "funds" else "capital" if budget == "capital" else None


def _spending(codes: set[str], note: str) -> Kind | None:
    budget = _budget(note)
    if not budget and len(_classes(codes)) >= _FEWEST_CLASSES:
        return "general"
    return _SPENDING_OF.get(budget)


def _classes(codes: set[str]) -> set[str]:
    return {code[:3] for code in codes}


def _budget(note: str) -> str:
    return next((budget for budget, pattern in _BUDGETS if pattern.search(note)), "")


def _are_publics(paths: list[str], names: set[str]) -> bool:
    costs = {role.partition(":")[2] for role in _roles("publics", paths)} | {cost_of(name) for name in names}
    return {"abroad", "reception"} <= costs and bool(costs & {"vehicles", "running"})
