"""What cannot be read, what stops an import, and what is told of it: with place, reason and remedy."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from bench.hostile.old import compound
from bench.workbooks.xls import FILEPASS, GLOBALS, begin, record
from openpyxl import Workbook
from tests.pipeline.exports.drawn import Sheet, Style, Value, titled_otherwise, xlsx
from tests.pipeline.exports.emptied import emptied, in_yuan
from tests.pipeline.exports.exported import sheets
from tests.support import ROOT

from jixiao.core.accounts_review import Notice, Review
from jixiao.core.dossier import Dossier
from jixiao.core.errors import ReadError
from jixiao.core.money import MoneyUnit
from jixiao.dossiers.discovery import read as read_dossier
from jixiao.dossiers.toml import write_toml
from jixiao.pipeline.exports import Import, Request, reviewed

EXAMPLE = ROOT / "examples" / "510000-sichuan-2023"
OTHER = "示例县另一局"


def example() -> Dossier:
    return read_dossier(EXAMPLE)


def brought(
    files: dict[str, bytes],
    folder: Path,
    into: Dossier | None = None,
    *,
    department: str | None = None,
    unit: MoneyUnit | None = None,
) -> Import:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "dossier.toml").write_text(write_toml(into or example()), encoding="utf-8")
    paths = tuple(folder / name for name in files)
    return reviewed(Request(paths, folder / "dossier.toml", department=department, unit=unit))


def told(notices: tuple[Notice, ...]) -> str:
    return "\n".join(f"{one.zh}|{one.en}|{one.fix}|{one.fix_en}" for one in notices)


def empty() -> bytes:
    return xlsx([Sheet("Sheet1", [[None]])])


def locked() -> bytes:
    return compound("Workbook", begin(GLOBALS) + record(FILEPASS, bytes(54)) + bytes(200))


def other_tables() -> bytes:
    return xlsx([Sheet("人员", [["姓名", "人数"], ["甲", 3], ["乙", 4]])])


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"no workbook at all", "no_accounts"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "damaged_archive"),
        ("a.xlsx", b"", "empty"),
        ("a.xls", locked(), "encrypted"),
        ("a.xlsx", empty(), "no_accounts"),
        ("a.xlsx", other_tables(), "no_accounts"),
    ],
    ids=["no workbook", "a broken one", "no bytes", "password", "empty", "other tables"],
)
def test_a_file_that_tells_nothing_is_refused(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as refused:
        brought({name: data}, tmp_path)
    assert refused.value.code == code
    assert refused.value.message
    assert refused.value.message_en


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="找不到文件"):
        reviewed(Request((tmp_path / "a.xlsx",), EXAMPLE))


def test_two_places_of_one_fact_are_both_shown_and_stop_the_storing(tmp_path: Path) -> None:
    made = sheets(example())
    put(made[2], Decimal("2335.00"), Decimal("2353.00"))
    found = brought({"a.xlsx": xlsx(made)}, tmp_path, emptied(example()))
    (conflict,) = found.review.conflicts
    assert conflict.fact == "accounts.expenditure.outturn"
    assert [(str(amount), origin.place.cell) for amount, origin in conflict.told] == [
        ("2335.00万元", "F15"),
        ("2353.00万元", "C7"),
    ]
    assert found.review.refused
    assert found.dossier.accounts.expenditure.outturn is None
    assert {finding.code for _, finding in found.review.contradictions} & {"JX407", "JX420"}


def test_files_that_disagree_are_named(tmp_path: Path) -> None:
    other = sheets(example())
    put(other[0], Decimal("15.00"), Decimal("16.00"))
    found = brought({"a.xlsx": xlsx(sheets(example())), "b.xlsx": xlsx(other[:1])}, tmp_path)
    told_by = {Path(origin.file).name for one in found.review.conflicts for _, origin in one.told}
    assert told_by == {"a.xlsx", "b.xlsx"}


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (Style(body=OTHER), f"表里的单位是“{OTHER}”，档案是“四川省示例事务局”的|"),
        (Style(year=2022), "表里写的是2022年度，档案是2023年度|"),
        (Style(said_unit="元"), "与档案正好差10,000倍，像是元和万元写错了|"),
        (Style(said_unit=""), "没有写金额单位，不知道是元还是万元|"),
    ],
    ids=["another department", "another year", "a wrong unit", "no unit"],
)
def test_what_stops_an_import(style: Style, words: str, tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(example(), style))}, tmp_path)
    assert words in told(found.review.problems)
    assert found.review.refused
    assert all(one.fix and one.fix_en and one.place is not None for one in found.review.problems)


def test_the_user_may_tell_the_unit(tmp_path: Path) -> None:
    data = xlsx(sheets(example(), Style(said_unit="")))
    found = brought({"a.xlsx": data}, tmp_path, emptied(example()), unit=MoneyUnit.TEN_THOUSAND)
    assert not found.review.refused
    assert in_yuan(found.dossier) == in_yuan(example())


def test_two_departments_in_one_file(tmp_path: Path) -> None:
    other = [renamed(one, "B") for one in sheets(example(), Style(body=OTHER))]
    data = xlsx([*sheets(example()), *other])
    found = brought({"a.xlsx": data}, tmp_path)
    assert "几张表不是同一个单位的" in told(found.review.problems)
    chosen = brought({"a.xlsx": data}, tmp_path, department="四川省示例事务局")
    assert (chosen.review.refused, len(chosen.review.tables)) == (False, 9)
    with pytest.raises(ReadError, match=f"只有：四川省示例事务局、{OTHER}"):
        brought({"a.xlsx": data}, tmp_path, department="没有的局")


def renamed(sheet: Sheet, suffix: str) -> Sheet:
    return Sheet(sheet.name[:28] + suffix, sheet.rows, sheet.merged)


def put(sheet: Sheet, old: Value, new: Value) -> None:
    """Change the first cell that holds a value."""
    for row in sheet.rows:
        if old in row:
            row[row.index(old)] = new
            return
    raise AssertionError(old)


def without_codes(made: list[Sheet]) -> None:
    put(made[2], "2010303", None)


def words_for_an_amount(made: list[Sheet]) -> None:
    put(made[2], Decimal("88.20"), "待定")


def words_for_a_sum(made: list[Sheet]) -> None:
    put(made[2], Decimal("1855.10"), "待核")


def a_line_of_its_own(made: list[Sheet]) -> None:
    put(made[0], "八、其他收入", "八、其他各项收入")


def functional_codes_where_economic_ones_belong(made: list[Sheet]) -> None:
    made[5] = titled_otherwise(made[4], "一般公共预算财政拨款支出决算明细表")
    made[5] = Sheet("Z06 明细", made[5].rows, made[5].merged)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without_codes, "“机关服务”这一行没有科目编码"),
        (words_for_an_amount, "“待定”不是金额"),
        (words_for_a_sum, "“待核”不是金额"),
        (a_line_of_its_own, "表样里没有“八、其他各项收入”这一行"),
        (functional_codes_where_economic_ones_belong, "2010301不是支出经济分类的科目编码"),
    ],
    ids=["no code", "words", "words for a sum", "another line", "other classification"],
)
def test_what_was_not_understood_is_told_with_its_place(
    change: Callable[[list[Sheet]], None], words: str, tmp_path: Path
) -> None:
    made = sheets(example())
    change(made)
    review = brought({"a.xlsx": xlsx(made)}, tmp_path).review
    unread = tuple(one for table in review.tables for one in table.not_read)
    assert words in told(unread)
    assert all(one.place is not None and one.place.cell for one in unread)


def test_an_unknown_code_is_kept_and_marked(tmp_path: Path) -> None:
    made = sheets(example())
    for sheet in (made[1], made[2], made[4]):
        put(sheet, "2010303", "2010397")
    found = brought({"a.xlsx": xlsx(made)}, tmp_path, emptied(example()))
    assert "科目编码2010397“机关服务”不在规则库的目录中" in told(found.review.notices)
    line = next(one for one in found.dossier.accounts.functions if one.code == "2010397")
    assert (line.name, line.note) == ("机关服务", "科目编码不在规则库的目录中，照决算表录入，未核实。")


def test_what_stays_missing_is_told(tmp_path: Path) -> None:
    review = review_of(sheets(example())[:3], tmp_path)
    assert "财政拨款“三公”经费支出决算表" in review.missing_tables
    assert "三公经费合计执行数" in review.missing_facts


def test_a_title_without_its_columns_is_told(tmp_path: Path) -> None:
    made = sheets(example())
    rows = [["支出决算表"], ["单位：万元"], ["事项", "说明"], ["甲", "1.00"], ["乙", "2.00"]]
    made[2] = Sheet("Z03 支出决算表", [list(row) for row in rows])
    review = review_of(made, tmp_path)
    assert "标题是《支出决算表》，栏目却认不出来" in told(review.passed_by)


def test_a_second_column_of_the_same_meaning_is_not_guessed(tmp_path: Path) -> None:
    made = sheets(example())
    for row in made[2].rows:
        if "项目支出" in row:
            row[row.index("项目支出")] = "基本支出"
    review = review_of(made, tmp_path)
    unread = told(tuple(one for table in review.tables for one in table.not_read))
    assert "几栏都像“基本支出”" in unread or "栏目却认不出来" in told(review.passed_by)


def review_of(made: list[Sheet], folder: Path) -> Review:
    return brought({"a.xlsx": xlsx(made)}, folder, emptied(example())).review


def test_a_huge_workbook_of_another_kind_is_refused_without_reading_its_numbers(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    page = book.create_sheet("流水")
    for number in range(10_000):
        page.append([number, "摘要", number, number, number])
    book.save(tmp_path / "huge.xlsx")
    with pytest.raises(ReadError) as refused:
        reviewed(Request((tmp_path / "huge.xlsx",), EXAMPLE))
    assert refused.value.code == "no_accounts"
