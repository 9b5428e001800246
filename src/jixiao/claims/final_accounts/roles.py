"""What a column of a package's table holds, by its header; "" for what no cross-check needs.

Headers are paths of merged cells, outermost first: 本年支出/合计, 财政拨款支出/政府性基金预算财政拨款.
"""

import re
from collections.abc import Sequence

from jixiao.claims.final_accounts.titles import Kind
from jixiao.claims.reading.publics import cost_of

_SUM = re.compile(r"(?:^|/|本年收入|本年支出|支出|收入)(?:[合小总]计)$")
_OF_WHICH = re.compile(r"其中|人员经费|公用经费|教育收费")
_VEHICLES = re.compile(r"公务用车|公车")
_OF_VEHICLES = (
    ("buying", re.compile(r"(?:公务用车)?购置费?$")),
    ("running", re.compile(r"(?:公务用车)?运行")),
)
_Patterns = Sequence[tuple[str, re.Pattern[str]]]

_RECEIPTS: _Patterns = (
    ("superior", re.compile(r"上级补助")),
    ("attached", re.compile(r"附属单位")),
    ("business", re.compile(r"事业收入")),
    ("operating", re.compile(r"经营收入")),
    ("other", re.compile(r"其他收入")),
    ("fiscal", re.compile(r"财政拨款")),
    ("total", _SUM),
)
_SPENDING: _Patterns = (
    ("superior", re.compile(r"上缴上级")),
    ("attached", re.compile(r"附属单位")),
    ("operating", re.compile(r"经营支出")),
    ("basic", re.compile(r"基本支出")),
    ("project", re.compile(r"项目支出")),
    ("total", _SUM),
)
_FLOWS: _Patterns = (
    ("opening", re.compile(r"年初")),
    ("closing", re.compile(r"年末")),
    ("basic", re.compile(r"基本支出")),
    ("project", re.compile(r"项目支出")),
    ("receipts", re.compile(r"本年收入")),
    ("total", re.compile(r"(?:^|/|本年支出)(?:[合小]计)$|^本年支出$")),
)
_BUDGETS: _Patterns = (
    ("general", re.compile(r"一般公共预算")),
    ("funds", re.compile(r"政府性基金")),
    ("capital", re.compile(r"国有资本经营")),
    ("total", re.compile(r"[合小]计$")),
    ("budget", re.compile(r"预算数")),
    ("amount", re.compile(r"决算|金额|数$")),
)
_AMOUNTS: _Patterns = (
    ("budget", re.compile(r"预算数|年初数")),
    ("amount", re.compile(r"决算|金额|[合小]计|支出|数$")),
)
_PATTERNS: dict[Kind, _Patterns] = {
    "total": _AMOUNTS,
    "receipts": _RECEIPTS,
    "spending": _SPENDING,
    "appropriation": _BUDGETS,
    "general": _SPENDING,
    "basic": _AMOUNTS,
    "projects": _AMOUNTS,
    "funds": _FLOWS,
    "capital": _FLOWS,
    "capital_spending": _FLOWS,
}


def role_of(kind: Kind, path: str) -> str:
    """The role of a column."""
    if kind == "publics":
        return _of_publics(path)
    own = path.rsplit("/", 1)[-1]
    if kind not in _PATTERNS or _OF_WHICH.search(own):
        return ""
    patterns = _PATTERNS[kind]
    named = next((role for role, pattern in patterns if pattern.search(own)), "")
    if named in ("", "total") and own != path:
        # 事业收入/小计 is 事业收入; but 本年支出/合计 is the total of all
        outer = next((role for role, pattern in patterns if pattern.search(path.rsplit("/", 1)[0])), "")
        named = outer if outer not in ("", "total", "amount") and kind != "appropriation" else named
        if outer == "receipts" and named == "receipts" and "支出" in path:
            named = "total"
    return named


def _cost(part: str) -> str:
    """The cost that one header means: 公务用车小计 are the vehicles, 合计 alone is the whole."""
    return cost_of(part) or ("vehicles" if _VEHICLES.search(part) else "all" if part == "合计" else "")


def _of_publics(path: str) -> str:
    """Stage and cost: budget:vehicles, amount:all; a column of one stage, where costs stand in rows."""
    stage = "budget" if "预算数" in path or path.startswith("预算") else "amount"
    parts = path.split("/")
    cost = next((found for part in reversed(parts) if (found := _cost(part))), "")
    if cost == "vehicles" and len(parts) > 1:  # 公务用车购置及运行维护费/购置费
        cost = next((one for one, pattern in _OF_VEHICLES if pattern.match(parts[-1])), cost)
    if cost and (cost != "all" or "合计" in path):
        return f"{stage}:{cost}"
    return stage if re.search(r"决算|预算|金额", path) else ""
