"""The three publics as they are defined: abroad, vehicles and reception make all, two costs the vehicles.

三公经费支出7.46万元，其中公务用车6.18万元，公务接待费1.28万元。…公车购置费0万元，运行维护费6.18万元。无因公出国(境)费。
The costs may stand in other sentences than their total; whether each is told, or said not to be, decides
whether the sum is promised.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

KIND = "sum"
_ROLES = ("main", "plan", "initial", "base")
_REACH = 24
"""Statements below a total in which its costs are sought."""
_NO = r"(?:无|未|没有|不存在)[^，,。；;]{0,12}"
_NONE = {
    "abroad": re.compile(_NO + r"出国"),
    "buying": re.compile(_NO + r"(?:购置?(?:公务)?(?:用车|车辆|公车)|(?:公?车|车辆)购置(?!及|和|与|、))"),
    "running": re.compile(_NO + r"(?:公?车|车辆)运行"),
    "reception": re.compile(_NO + r"公务接待"),
}
_OF_OTHERS = re.compile(r"下属|所属|二级|人均|平均")

_Cost = tuple[Statement, str]


def extract(reading: Reading) -> Iterator[Proposal]:
    """For each total and each total of vehicles: the costs told below it."""
    told = list(_costs(reading.statements))
    for at, (whole, cost) in enumerate(told):
        if cost not in ("all", "vehicles"):
            continue
        for role in _ROLES:
            total = _amount(whole, role)
            if total is None:
                continue
            ends = ("all",) if cost == "all" else ("all", "vehicles")
            members = _of_one_sentence(told[at + 1 :], whole, role, ends)
            for below in (members, _below(told[at + 1 :], whole, role, ends)):
                made = _sum(reading, total, whole, below, role, cost)
                if made is not None:
                    yield replace(made, asserted=False) if _is_of_years(reading, told, at) else made
                    break


def _costs(statements: Sequence[Statement]) -> Iterator[_Cost]:
    """Each cost; a year alone goes on about the total before it: “三公”经费2022年3.20万元，2023年4.10万元."""
    before: _Cost | None = None
    for one in statements:
        cost = cost_of(one.label) if one.table is None else ""
        if not one.label and one.period is not None and before is not None:
            cost = before[1] if before[0].sentence == one.sentence else ""
        if cost and not _OF_OTHERS.search(one.lead):
            before = one, cost
            yield before


def _is_of_years(reading: Reading, told: Sequence[_Cost], at: int) -> bool:
    """Whether a total may be another year's than its costs: of an earlier one, or one of several."""
    whole, cost = told[at]
    if whole.period not in (None, reading.year):
        return True
    beside = [*told[max(at - 1, 0) : at], *told[at + 1 : at + 2]]
    return any(other == cost and one.sentence == whole.sentence for one, other in beside)


def _amount(statement: Statement, role: str) -> Token | None:
    token = statement.roles.get(role)
    return None if token is None or token.unit.kind != "yuan" or token.approximate else token


def _below(told: Sequence[_Cost], whole: Statement, role: str, ends: Sequence[str]) -> list[_Cost]:
    """The costs told in that role until the next total."""
    found: list[_Cost] = []
    for one, cost in told:
        if one.index - whole.index > _REACH or (cost in ends and _amount(one, role) is not None):
            break
        if one.period in (None, whole.period) or whole.period is None:
            found.append((one, cost))
    return found


def _of_one_sentence(told: Sequence[_Cost], whole: Statement, role: str, ends: Sequence[str]) -> list[_Cost]:
    below = _below(told, whole, role, ends)
    return [(one, cost) for one, cost in below if one.block == whole.block and one.sentence == whole.sentence]


def _sum(
    reading: Reading, total: Token, whole: Statement, below: Sequence[_Cost], role: str, cost: str
) -> Proposal | None:
    amounts: dict[str, list[Token]] = {}
    for one, name in below:
        if (token := _amount(one, role)) is not None:
            amounts.setdefault(name, []).append(token)
    if any(len({token.number * token.unit.scale for token in same}) > 1 for same in amounts.values()):
        return None
    wanted = ["buying", "running"]
    if cost == "all":
        by_kind = "vehicles" not in amounts and {"buying", "running"} & amounts.keys()
        wanted = ["abroad", *(wanted if by_kind else ["vehicles"]), "reception"]
    parts = [amounts[name][0] for name in wanted if name in amounts]
    missing = [name for name in wanted if name not in amounts]
    if not parts or (len(parts) == 1 and not any(token.number for token in parts) and total.number):
        return None
    said = _text(reading, whole, below) if missing and role == "main" else ""
    complete = all(name in _NONE and _NONE[name].search(said) is not None for name in missing)
    if len(parts) == 1 and not complete:
        return None
    parts.sort(key=lambda token: token.index)
    made = relation(KIND, "sum", total, [(token, "part") for token in parts], "named", role="total")
    return Proposal((made,), asserted=complete)


def _text(reading: Reading, whole: Statement, below: Sequence[_Cost]) -> str:
    """The paragraphs from the total to two behind the last of its costs: they may say that there is none."""
    last = max(one.block for one, _ in below) + 2
    return "\n".join(
        paragraph.text
        for block in range(whole.block, last + 1)
        if (paragraph := reading.paragraph_of(block)) is not None
    )
