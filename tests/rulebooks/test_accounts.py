"""The tables of the final accounts and the classification: what is shipped, and what the loader refuses."""

import re
from pathlib import Path

import pytest

from jixiao.core.classification import EconomicCode, FunctionalCode
from jixiao.rulebooks.accounts import CODES, TABLES, classification, stated_faults, tables, terms
from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.loading import load

HEAD = 'from = 2023\nsource = "s"\nverified = false\n'
CODE = f'[[functional]]\ncode = "201"\nname = "甲"\n{HEAD}'
TABLE = (
    f'[[tables]]\nid = "a"\nnumber = 1\ntitle = "甲表"\n{HEAD}layout = "single"\n'
    'columns = [{ heading = "合计", role = "total", fact = "accounts.income.outturn" }]\n'
)
SICHUAN = [
    "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "财政拨款支出决算明细表",
    "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款支出决算明细表",
    "一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款项目支出决算表",
    "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款收入支出决算表",
    "国有资本经营预算财政拨款支出决算表", "财政拨款“三公”经费支出决算表",
]  # fmt: skip


def stated(folder: Path, **texts: str) -> Path:
    """A rulebook folder with these files."""
    for name, text in texts.items():
        (folder / {"tables": TABLES, "codes": CODES}[name]).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    """Faults as ``line: message``."""
    return [f"{fault.line}: {fault.message}" for fault in stated_faults(folder, ("s",))]


@pytest.mark.parametrize(("name", "titles"), [("510000-sichuan", SICHUAN), ("511902-bazhou", SICHUAN)])
def test_sichuan_and_the_counties_below_have_thirteen_tables(name: str, titles: list[str]) -> None:
    found = tables(load(name).folders, 2023)
    assert found is not None
    assert [table.title for table in found.tables] == titles


def test_elsewhere_the_nine_tables_of_the_nation_are_in_force() -> None:
    found = tables(load("620723-linze").folders, 2024)
    assert found is not None
    assert [table.number for table in found.tables] == list(range(1, 10))
    assert tables(load("cn").folders, 2020) is None


def test_columns_that_no_form_proves_say_so() -> None:
    found = tables(load("510000-sichuan").folders, 2023)
    assert found is not None
    derived = {table.id for table in found.tables if all(column.derived for column in table.columns)}
    assert derived == {"appropriation_detail", "general_detail", "general_project", "capital_expenditure"}
    assert all(table.remark for table in found.tables)


def test_every_code_has_its_parent_and_names_of_other_years_are_aliases() -> None:
    known = classification(load("511902-bazhou").folders, 2023)
    for codes in (known.functional, known.economic):
        assert {code.parent for code in codes if code.parent is not None} <= set(codes)
    assert "行政事业单位离退休" in known.functional[FunctionalCode.parse("20805")].aliases
    assert known.economic[EconomicCode.parse("30231")].name == "公务用车运行维护费"
    assert known.row(FunctionalCode.parse("2299999")) is None
    assert known.row(None) is None


def test_a_place_without_a_glossary_uses_that_of_its_parent() -> None:
    assert [term.name for term in terms(load("511902-bazhou").folders, 2023)][:1] == ["财政拨款收入"]
    assert terms(load("cn").folders, 2010) == ()


def test_codes_of_a_place_win_over_those_of_its_parents(tmp_path: Path) -> None:
    near, far = tmp_path / "near", tmp_path / "far"
    near.mkdir()
    far.mkdir()
    stated(far, codes=CODE + CODE.replace("201", "202"))
    stated(near, codes=CODE.replace("甲", "乙"))
    known = classification((near, far), 2023)
    assert [row.name for row in known.functional.values()] == ["乙", "甲"]
    stated(near, codes=CODE.replace("甲", "丙丁"))  # changed on disk: read again
    assert classification((near, far), 2023).functional[FunctionalCode.parse("201")].name == "丙丁"


def test_rows_of_other_years_are_not_in_force(tmp_path: Path) -> None:
    stated(
        tmp_path, codes=CODE.replace("from = 2023", "from = 2020\nuntil = 2022") + CODE.replace("甲", "乙")
    )
    assert [row.name for row in classification((tmp_path,), 2021).functional.values()] == ["甲"]
    assert [row.name for row in classification((tmp_path,), 2023).functional.values()] == ["乙"]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"codes": CODE.replace("201", "2013")}, "2: “2013”不是科目编码，应为3、5、7位数字"),
        ({"codes": CODE + CODE}, "8: 同一年度里 code = “201”用了两次"),
        ({"codes": CODE.replace('"s"', '"t"')}, "5: 没有编号为“t”的依据"),
        ({"codes": CODE.replace("name", "nam")}, "3: 这里不能写“nam”。是否想写 name"),
        ({"codes": CODE.replace("verified = false\n", "")}, "1: 缺少 verified"),
        ({"codes": CODE.replace("2023", "2023.5")}, "4: from"),
        ({"codes": "[[functional]\n"}, "1: "),
        ({"tables": TABLE + TABLE}, "11: 同一年度里 id = “a”用了两次"),
        ({"tables": TABLE.replace('"single"', '"codes"')}, "1: 版式 layout = “codes”的表缺少 rows"),
        ({"tables": TABLE.replace('"single"', '"pages"')}, '8: layout不能是 "pages"'),
        ({"tables": TABLE.replace('"s"', '"t"')}, "6: 没有编号为“t”的依据"),
    ],
)
def test_faults_name_the_line_and_the_correction(texts: dict[str, str], words: str, tmp_path: Path) -> None:
    found = told(stated(tmp_path, **texts))
    assert any(one.startswith(words) for one in found), found
    assert not any(re.search(r"pydantic|Input should", one) for one in found)


def test_a_file_with_faults_is_not_used(tmp_path: Path) -> None:
    with pytest.raises(RulebookError):
        classification((stated(tmp_path, codes=CODE + CODE),), 2023)
