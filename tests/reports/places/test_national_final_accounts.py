"""The national final accounts: complete for the invented institution, inherited by places without their own."""

import pytest
from tests.reports.places.making import composed, dossier, example, sections, share

from jixiao.core.document import Document
from jixiao.core.dossier import Dossier
from jixiao.formats.docx.write import write
from jixiao.formats.html.read import read as read_page
from jixiao.formats.html.write import write as write_page
from jixiao.pipeline import check_bytes, check_document
from jixiao.reports.composing import Composition
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers

KIND = "final_accounts"
PARTS = ["第一部分", "第二部分", "第三部分", "第四部分", "第五部分"]
NARRATIVE = [
    "收入支出决算总体情况说明",
    "收入决算情况说明",
    "支出决算情况说明",
    "财政拨款收入支出决算总体情况说明",
    "一般公共预算财政拨款支出决算情况说明",
    "一般公共预算财政拨款基本支出决算情况说明",
    "财政拨款“三公”经费支出决算情况说明",
    "政府性基金预算支出决算情况说明",
    "国有资本经营预算支出决算情况说明",
    "预算绩效管理情况说明",
    "其他重要事项情况说明",
]


@pytest.fixture(scope="module")
def facts() -> Dossier:
    return example("cn-2023", stated=False)


@pytest.fixture(scope="module")
def made(facts: Dossier) -> Composition:
    return composed(facts, KIND)


def table(document: Document, title: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    blocks = document.blocks
    place = next(n for n, one in enumerate(blocks) if one.kind == "heading" and one.text.endswith(title))
    block = next(one for one in blocks[place:] if one.kind == "table")
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


@pytest.mark.parametrize("place", ["130609-xushui", "430406-yanfeng", "610902-hengkou", "620723-linze"])
def test_a_place_without_its_own_package_inherits_the_nation_s(place: str) -> None:
    found = papers(load(place).folders, 2023)[KIND]
    assert found.rulebook == "cn"


def test_the_invented_package_is_clean_and_complete(made: Composition) -> None:
    for report in (check_document(made.document), check_bytes(write(made.document), "a.docx")):
        assert not [finding.message for finding in report.findings]
        assert share(report.certificate) >= 0.95
    assert not made.gaps


def test_parts_and_sections_stand_in_order(made: Composition) -> None:
    headings = [block for block in made.document.blocks if block.kind == "heading"]
    assert [one.text[:4] for one in headings if one.text.startswith("第")] == PARTS
    found = sections(made.document)
    start = found.index(NARRATIVE[0])
    assert found[start : start + len(NARRATIVE)] == NARRATIVE
    assert len([one for one in found[:start] if one.endswith("表")]) == 9 + 1  # the heading of the part, too


def test_items_are_held_against_the_original_budget_and_have_a_purpose(made: Composition) -> None:
    text = made.document.plain_text()
    assert (
        "1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）机关服务（项）："
        "年初预算400.00万元，支出决算412.00万元，完成年初预算的103.00%，主要原因是年中补充在编人员经费。"
        "主要用于中心在编人员工资和日常公用开支。"
    ) in text
    assert "城乡社区支出（类）国有土地使用权出让收入安排的支出（款）城市建设支出（项）114.00万元" in text


def test_basic_spending_names_its_items_and_leaves_amounts_to_the_table(made: Composition) -> None:
    text = made.document.plain_text()
    assert "人员经费445.00万元，主要包括：基本工资、津贴补贴、绩效工资、" in text


def test_money_of_all_sources_is_in_the_tables(made: Composition) -> None:
    rows = table(made.document, "收入支出决算总表")
    assert ["使用非财政拨款结余", "6.00", "结余分配", "3.00"] in rows
    assert ["总计", "1156.00", "总计", "1156.00"] in rows
    fund = table(made.document, "政府性基金预算财政拨款收入支出决算表")
    assert fund[-1] == ["2120803", "城市建设支出", "12.00", "120.00", "114.00", "0.00", "114.00", "18.00"]


def test_an_item_without_money_stands_in_no_table_of_codes(made: Composition) -> None:
    codes = [row[0] for row in table(made.document, "一般公共预算财政拨款支出决算表")]
    assert "2010303" in codes
    assert not [code for code in codes if code.startswith("212")]  # paid by the fund alone


def test_the_glossary_explains_only_what_is_used(made: Composition) -> None:
    text = made.document.plain_text()
    assert "事业收入：指" in text
    assert "结余分配：指" not in text


def test_the_first_annex_stands_below_the_heading_of_its_part(made: Composition) -> None:
    blocks = made.document.blocks
    part = next(n for n, one in enumerate(blocks) if one.text == "第五部分 附件")
    assert blocks[part + 1].text == "附件1"
    look = blocks[part + 1].look
    assert look is not None
    assert not look.page


def test_the_title_of_the_page_is_read_back(made: Composition) -> None:
    page = read_page(write_page(made.document), "a.html")
    assert page.blocks[0].text == "示例市数据服务中心2023年度部门决算"


def test_seven_charts_stand_with_their_sections(made: Composition) -> None:
    charts = [block.look.chart.kind for block in made.document.blocks if block.look and block.look.chart]
    assert charts == ["column", "pie", "pie", "column", "column", "pie", "pie"]


def test_a_department_without_facts_shows_gaps_and_owes_no_reason() -> None:
    short = dossier(
        'rulebook = "cn"\nfiscal_year = 2023\n[department]\ncode = "x"\nname = "某局"\n'
        "[accounts.income]\noutturn = 5\nprior_outturn = 5\n"
    )
    made = composed(short, KIND)
    assert "收、支总计均为5.00万元，与2022年度持平。" in made.document.plain_text()
    assert len(made.gaps) > 10
    assert "None" not in made.document.plain_text()
    assert not check_document(made.document).count("error")


def test_a_change_without_its_reason_is_a_gap(facts: Dossier) -> None:
    silent = facts.accounts.government_funds.model_copy(update={"reason": ""})
    changed = facts.model_copy(
        update={"accounts": facts.accounts.model_copy(update={"government_funds": silent})}
    )
    gaps = composed(changed, KIND).gaps
    assert len(gaps) == 1
    assert "原因" in gaps[0]
