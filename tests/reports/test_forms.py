"""Form layouts: rows repeated, cells merged, what is missing, and faults at their line."""

from pathlib import Path

import pytest
from tests.reports.support import composed, dossier, form

from jixiao.core.document import Block
from jixiao.reports.faults import TemplateFault

LINES = [
    {
        "code": "a1",
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "卷宗",
        "operator": "≥",
        "target": 95,
        "unit": "%",
    },
    {"code": "a2", "level1": "产出指标", "level2": "数量指标", "name": "目录", "target": "完成"},
    {"code": "b1", "level1": "效益指标", "level2": "数量指标", "name": "查阅", "target": 3, "unit": "次"},
]
PROJECT = {"code": "p1", "name": "数字化", "revised_budget": 10, "outturn": 9, "indicators": LINES}


def table(blocks: tuple[Block, ...]) -> Block:
    return next(block for block in blocks if block.kind == "table")


def texts(block: Block) -> list[list[str]]:
    """The grid with the text of a cell wherever it covers."""
    rows = max(cell.row + cell.row_span for cell in block.cells)
    columns = max(cell.column + cell.column_span for cell in block.cells)
    grid = [["?"] * columns for _ in range(rows)]
    for cell in block.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                assert grid[row][column] == "?"
                grid[row][column] = cell.text
    return grid


def test_a_row_for_each_member_with_equal_neighbours_merged(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
widths = [1, 1, 2, 1]
[[rows]]
cells = ["一级", "二级", "三级", "指标值"]
[[rows]]
each = 'projects["p1"].indicators as line'
cells = [
  { text = "{{ line.level1 }}", merge = true },
  { text = "{{ line.level2 }}", merge = true },
  { text = "{{ number }}.{{ line.name }}" },
  { text = "{{ aim(line) }}" },
]
""",
    )
    block = table(composed(dossier(projects=[PROJECT]), layout).document.blocks)
    assert texts(block) == [
        ["一级", "二级", "三级", "指标值"],
        ["产出指标", "数量指标", "1.卷宗", "≥95%"],
        ["产出指标", "数量指标", "2.目录", "完成"],
        ["效益指标", "数量指标", "3.查阅", "3次"],
    ]
    spans = {(cell.row, cell.column): cell.row_span for cell in block.cells}
    assert spans[1, 0] == spans[1, 1] == 2
    assert spans[3, 1] == 1  # the same level 2 below another level 1


def test_what_is_missing_is_a_gap_or_what_the_cell_says(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
widths = [1, 1, 1, 1]
[[rows]]
cells = [
  { text = "{{ accounts.basic.outturn | amount }}" },
  { text = "{{ accounts.basic.outturn | amount }}", missing = "/" },
  { text = "{{ accounts.project.outturn | amount }}", missing = "/" },
  { text = "{{ accounts.operating.outturn | amount }}", missing = "/" },
]
""",
    )
    facts = dossier(accounts={"project": {"outturn": 0}, "operating": {"outturn": "无"}})
    composition = composed(facts, layout)
    assert texts(table(composition.document.blocks)) == [["〔待补：基本支出执行数〕", "/", "0.00", "无"]]
    assert composition.gaps == ("〔待补：基本支出执行数〕",)


def test_an_empty_list_has_its_own_row_and_a_form_its_blank_ones(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
widths = [1, 1]
[[rows]]
each = "projects as project"
least = 3
cells = [{ text = "项目", head = true, merge = true }, { text = "{{ project.name }}" }]
empty = [{ text = "项目", head = true, merge = true }, { text = "无" }]
""",
    )
    assert texts(table(composed(dossier(), layout).document.blocks)) == [
        ["项目", "无"],
        ["项目", ""],
        ["项目", ""],
    ]
    one = composed(dossier(projects=[PROJECT]), layout).document.blocks
    assert texts(table(one)) == [["项目", "数字化"], ["项目", ""], ["项目", ""]]


def test_conditions_lists_within_lists_and_names(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
widths = [1, 1]
[[rows]]
when = "debt.interest_paid"
cells = ["利息", { text = "{{ debt.interest_paid }}" }]
[[rows]]
each = ["projects as project", "project.indicators as line"]
where = 'line.level1 == "产出指标"'
let = { short = "line.name" }
cells = [{ text = "{{ project.name }}" }, { text = "{{ short }}" }]
""",
    )
    assert texts(table(composed(dossier(projects=[PROJECT]), layout).document.blocks)) == [
        ["数字化", "卷宗"],
        ["数字化", "目录"],
    ]


def test_amounts_stand_in_the_unit_of_the_form(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        'unit = "元"\nwidths = [1]\n[[rows]]\ncells = [{ text = "{{ accounts.basic.outturn | amount }}" }]\n',
    )
    composition = composed(dossier(accounts={"basic": {"outturn": "1.5"}}), layout)
    assert texts(table(composition.document.blocks)) == [["15000.00"]]
    assert "单位：元" in composition.document.plain_text()


def test_computed_cells_carry_their_formula(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
widths = [1, 1, 1]
[[rows]]
each = "projects as one"
cells = [{ text = "{{ one.name }}" }, { text = "{{ one.outturn | amount }}" },
         { text = "{{ rate(one.outturn, one.revised_budget) }}" }]
""",
    )
    ledger = composed(dossier(projects=[PROJECT]), layout).document.ledger
    assert ledger is not None
    assert [(entry.printed, entry.formula) for entry in ledger.entries] == [
        ("9.00", ""),
        ("90.00%", "{projects.p1.outturn} ÷ {projects.p1.revised_budget} × 100"),
    ]


def test_a_wrong_name_is_told_with_the_line_of_the_cell(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
widths = [1, 1]
[[rows]]
cells = [
  "支出",
  { text = "{{ accounts.expenditur.outturn }}" },
]
""",
    )
    with pytest.raises(TemplateFault) as fault:
        composed(dossier(), layout)
    assert fault.value.line == 10
    assert "expenditur" in fault.value.message
    assert "expenditure" in fault.value.message


def test_a_form_per_project_is_made_for_one_or_for_all_each_on_its_page(tmp_path: Path) -> None:
    layout = form(
        tmp_path,
        """
per = "project"
landscape = true
where = "project.outturn"
widths = [1, 1]
[[rows]]
cells = [{ text = "{{ project.name }}" }, { text = "{{ project_score.rate }}", missing = "" }]
""",
    )
    others = [{"code": f"p{number}", "name": f"项目{number}", "outturn": number} for number in (2, 3)]
    facts = dossier(projects=[PROJECT, *others, {"code": "p4", "name": "项目4"}])
    one = composed(facts, layout, project="p2").document
    assert [block.look.page for block in one.blocks if block.look] == ["landscape", ""]
    every = composed(facts, layout).document
    titles = [block for block in every.blocks if block.look and block.look.style == "title"]
    assert [title.look.page for title in titles if title.look] == ["landscape"] * 3
    assert every.plain_text().count("项目") == 2
    none = composed(dossier(), layout).document
    assert "没有需要填写本表的项目" in none.plain_text()
