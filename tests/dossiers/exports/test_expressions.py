"""The expressions of final-accounts tables, read backwards: every table of every place is understood."""

from pathlib import Path

import pytest
from tests.support import PACKAGE

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.accounts import Accounts, FunctionLine, MoneyLine
from jixiao.core.dossier.organisation import Department
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.exports.expressions import LINE, Named, rows_target, stated_rows, target, value
from jixiao.dossiers.exports.storing import stored, written_path
from jixiao.rulebooks.accounts import TABLES, stated_tables

FOLDERS = sorted(path.parent for path in (PACKAGE / "rulebooks").glob(f"*/{TABLES}"))
SOURCE = "一般公共预算财政拨款收入"


def dossier(**accounts: object) -> Dossier:
    return Dossier(
        rulebook="cn",
        fiscal_year=2023,
        department=Department(code="d", name="示例局"),
        accounts=Accounts.model_validate(accounts),
    )


def money(number: int) -> Money:
    return Money.read(number, MoneyUnit.TEN_THOUSAND)


@pytest.mark.parametrize(
    ("expression", "path"),
    [
        ("accounts.income.outturn", ("accounts", "income", "outturn")),
        ("line.basic", (LINE, "basic")),
        (
            f'member(accounts.sources, "{SOURCE}").outturn',
            ("accounts", "sources", Named("name", SOURCE, SOURCE), "outturn"),
        ),
        ("known(accounts.basic.outturn, accounts.project.outturn)", ("accounts", "basic", "outturn")),
        ("general_total(accounts)", ("accounts", "general_budget", "outturn")),
        ("general_total(accounts, 'basic')", None),
        ("added(accounts.basic.outturn, accounts.project.outturn)", None),
        ("line.project if accounts.basic.outturn else line.basic", None),
    ],
)
def test_what_a_cell_states(expression: str, path: object) -> None:
    assert target(expression) == path


@pytest.mark.parametrize(
    ("expression", "path"),
    [
        ("accounts.functions", ("accounts", "functions")),
        ("having(general_rows(accounts), 'project')", ("accounts", "general_lines")),
        ("budget_rows(accounts)", None),
    ],
)
def test_where_lines_are_stored(expression: str, path: object) -> None:
    assert rows_target(expression) == path


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_every_fact_that_a_table_states_is_one_of_the_dossier(folder: Path) -> None:
    empty = dossier()
    for table in stated_tables(folder):
        feet = [side for foot in table.feet for side in (foot.left, foot.right)]
        single = [column.fact for column in table.columns if table.layout == "single"]
        for expression in [*single, *(fact for line in (*table.left, *feet) for fact in line.facts)]:
            path = target(expression)
            if path is not None:
                after = stored(empty, path, money(7))
                assert value(expression, after) == money(7), (table.id, expression)
        rows = rows_target(table.rows) if table.rows else None
        for column in table.columns:
            own = target(column.fact)
            if rows is not None and own is not None and own[0] == LINE:
                after = stored(empty, (*rows, Named("code", "201", "某类"), *own[1:]), money(7))
                (line,) = stated_rows(table.rows, after)
                assert value(column.fact, after, line) == money(7), (table.id, column.heading)


def test_a_new_line_stands_where_its_code_belongs() -> None:
    before = dossier(functions=[{"code": "2010301"}, {"code": "2210201"}])
    path = ("accounts", "functions", Named("code", "2080501", "行政单位离退休", "未核实"), "basic")
    after = stored(before, path, money(3))
    assert [line.code for line in after.accounts.functions] == ["2010301", "2080501", "2210201"]
    assert (after.accounts.functions[1].name, after.accounts.functions[1].note) == (
        "行政单位离退休",
        "未核实",
    )
    assert written_path(after, path) == "accounts.functions.2080501.basic"
    assert before.accounts.functions[1].code == "2210201"


def test_a_line_without_a_code_is_known_by_its_name_and_gets_the_code() -> None:
    before = dossier(functions=[{"name": "行政运行", "outturn": "5万元"}])
    path = ("accounts", "functions", Named("code", "2010301", "行政运行"), "basic")
    (line,) = stored(before, path, money(3)).accounts.functions
    assert (line.code, line.basic, line.outturn) == ("2010301", money(3), money(5))


def test_all_items_stand_for_the_general_budget_where_it_is_the_only_source() -> None:
    one = FunctionLine(code="2010301", outturn=money(5))
    only = dossier(functions=[one], sources=[MoneyLine(name=SOURCE, outturn=money(5))])
    assert stated_rows("general_rows(accounts)", only) == (one,)
    others = [MoneyLine(name=SOURCE, outturn=money(4)), MoneyLine(name="其他收入", outturn=money(1))]
    assert stated_rows("general_rows(accounts)", dossier(functions=[one], sources=others)) == ()
