"""Tables of a package are read into lines by lane, code and name, cells by role."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from jixiao.claims.final_accounts.recognising import package_of
from jixiao.claims.final_accounts.structure import Line, Slot
from jixiao.claims.reading.document import read_document
from jixiao.formats.txt.read import read_text

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "tables.toml").read_text(encoding="utf-8")
)["case"]


def shown(line: Line) -> str:
    cells = " ".join(f"{role}={cell(slot)}" for role, slot in line.slots.items())
    return f"{line.lane}|{line.code or ''}|{line.name}|{cells}"


def cell(slot: Slot) -> str:
    if slot.token is not None:
        return str(slot.token.number)
    return {"blank": "·", "dash": "—"}.get(slot.state, slot.state)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_table_is_read_line_by_line(case: dict[str, Any]) -> None:
    package = package_of(read_document(read_text(case["text"].strip("\n"), "test.txt")))
    assert package is not None
    table = package.tables[case["kind"]]
    assert [shown(line) for line in sorted(table.lines, key=lambda line: line.lane)] == case["lines"]


@pytest.mark.parametrize(
    "text",
    [
        "部门整体支出绩效自评报告\n本年支出合计866.25万元，其中：基本支出627.71万元，项目支出238.54万元。",
        "2023年一般公共预算收入决算表\n单位：万元\n项目|预算数|决算数\n税收收入|100.00|98.50\n非税收入|20.00|21.30",
        "收入决算表\n单位：万元\n项目|预算数|决算数\n税收收入|100.00|98.50\n非税收入|20.00|21.30",
    ],
    ids=["a report", "a government's accounts", "a title without the columns"],
)
def test_other_documents_are_no_package(text: str) -> None:
    assert package_of(read_document(read_text(text, "test.txt"))) is None
