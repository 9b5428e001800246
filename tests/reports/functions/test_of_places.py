"""Functions that the reports of places are written with: tables, choosing rows, statements, rounding."""

import importlib
import pkgutil
from collections import Counter

import pytest

from jixiao.core.document import Block
from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import read_toml
from jixiao.reports import functions as offered
from jixiao.reports import signs
from jixiao.reports.environment import rendered
from jixiao.reports.faults import TemplateFault
from jixiao.reports.printing import Printer
from jixiao.reports.views import View

FACTS = read_toml(
    """
rulebook = "cn"
fiscal_year = 2023
[department]
code = "x"
name = "某局"
[accounts.expenditure]
outturn = "100049元"
[[accounts.functions]]
code = "201"
name = "一般公共服务支出"
outturn = 5.004
[[accounts.functions]]
code = "2010301"
name = "行政运行"
outturn = 5.004
[[accounts.functions]]
code = "208"
name = "社会保障和就业支出"
outturn = 5.001
[[accounts.functions]]
code = "210"
name = "卫生健康支出"
outturn = 0
[[appraisal.indicators]]
code = "a"
level1 = "产出"
level2 = "数量"
name = "简报"
operator = "≥"
target = 12
unit = "期"
actual = 13
[[appraisal.indicators]]
code = "b"
level1 = "产出"
level2 = "数量"
name = "制度"
target = "健全"
actual = 95
actual_unit = "%"
[[appraisal.indicators]]
code = "c"
level1 = "效益"
level2 = "时效"
name = "工期"
operator = "range"
target = 5
target_upper = 10
unit = "天"
[[discrepancies]]
fact = "accounts.functions.201.outturn"
statement = "以表为准。"
signed_by = "会计"
""",
    "t.toml",
)


def run(source: str, facts: Dossier = FACTS) -> tuple[str, list[Block]]:
    printer = Printer(facts.money_unit)
    view = View(facts, "", printer)
    names = ("accounts", "appraisal", "discrepancies", "department")
    given = {name: getattr(view, name) for name in names}
    text = signs.opened(rendered(source, "t.md", 1, given, printer))[0]
    return text.strip(), [block for insert in printer.inserts.members for block in insert.blocks]


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{% for one in classes(accounts.functions) %}{{ one.code }} {% endfor %}", "201 208 210"),
        ("{% for one in items(accounts.functions) %}{{ one.name }}{% endfor %}", "行政运行"),
        ("{{ joined(above_zero(accounts.functions)) }}", "一般公共服务支出、行政运行、社会保障和就业支出"),
        ("{{ joined(having(appraisal.indicators, 'actual', 'unit')) }}", "简报"),
        (
            "{% for k, rows in grouped(appraisal.indicators, 'level1') %}{{ k }}{{ rows | length }}{% endfor %}",
            "产出2效益1",
        ),
        ("{% for one in appraisal.indicators %}{{ aim(one) }} {% endfor %}", "≥12期 健全 5～10天"),
        (
            "{% for one in appraisal.indicators %}{{ attained(one) }} {% endfor %}",
            "13期 95% 〔待补：实际完成值〕",
        ),
        ("{{ see(discrepancies, accounts.functions['201'].outturn) }}", "（见说明1）"),
        ("{{ see(discrepancies, accounts.functions['201']) }}", "（见说明1）"),
        ("{{ see(discrepancies, accounts.functions['208']) }}", ""),
        ("{{ see(discrepancies, accounts.functions['201'].outturn / 2) }}", "（见说明1）"),
        ("{{ concerning(discrepancies, department) | length }}", "0"),
        ("{{ concerning(discrepancies, accounts) | length }}", "1"),
        ("{{ optional(accounts.income.outturn) }}", ""),
        ("{{ optional(accounts.functions['210'].outturn) }}", "0万元"),
    ],
)
def test_printed(source: str, printed: str) -> None:
    assert run(source)[0] == printed


def test_a_note_is_due_where_rounding_keeps_parts_from_the_total() -> None:
    parts = "classes(accounts.functions) | map(attribute='outturn')"
    assert run(f"{{{{ uneven(accounts.expenditure.outturn, {parts}) }}}}")[0] == "False"
    unequal = FACTS.model_copy(update={"accounts": read_toml(_ODD, "t.toml").accounts})
    assert run(f"{{{{ uneven(accounts.expenditure.outturn, {parts}) }}}}", unequal)[0] == "True"


_ODD = """
rulebook = "cn"
fiscal_year = 2023
[department]
code = "x"
name = "某局"
[accounts.expenditure]
outturn = "100080元"
[[accounts.functions]]
code = "201"
name = "一般公共服务支出"
outturn = "50040元"
[[accounts.functions]]
code = "208"
name = "社会保障和就业支出"
outturn = "50040元"
"""


def test_cells_that_say_the_same_are_one_cell() -> None:
    source = """{{ table([["甲", "数", "<"], ["^", "一", "二"]], [["a", 1, 2], ["a", 3, 4], ["b", 5, 6]], merge=1) }}"""
    (block,) = run(source)[1]
    spans = {(cell.row, cell.column): (cell.text, cell.row_span, cell.column_span) for cell in block.cells}
    assert spans[0, 0] == ("甲", 2, 1)
    assert spans[0, 1] == ("数", 1, 2)
    assert spans[2, 0] == ("a", 2, 1)
    assert (3, 0) not in spans
    assert block.look is not None
    assert block.look.table is not None
    assert block.look.table.header_rows == 2


def test_rows_of_other_lengths_are_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateFault, match="列数"):
        run("""{{ table(["甲", "乙"], [["a"]], caption="表") }}""")


def test_a_table_without_rows_is_left_out() -> None:
    assert run("""{{ table(["甲"], [], caption="表") }}""") == ("", [])


def test_each_name_is_offered_once() -> None:
    printer = Printer(FACTS.money_unit)
    modules = [
        importlib.import_module(f"{offered.__name__}.{one.name}")
        for one in pkgutil.iter_modules(offered.__path__)
    ]
    for what in ("functions", "filters"):
        names = Counter(
            name for module in modules if hasattr(module, what) for name in getattr(module, what)(printer)
        )
        assert [name for name, times in names.items() if times > 1] == []
