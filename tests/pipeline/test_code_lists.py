"""A bureau's own list of codes, from csv and xlsx."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.classification import FunctionalCode
from jixiao.core.document import Block, Cell, Document
from jixiao.formats.discovery import read
from jixiao.pipeline.code_lists import CodeList, code_list
from jixiao.rulebooks.accounts import CODES, classification, stated_faults

TABLE = "2024年支出功能分类,,\n科目编码,科目名称,旧名\n201,一般公共服务支出,一般公共服务\n20199,其他,甲、乙\n2019,半个,\n,无码,\n201,又一次,\n"


def test_rows_are_found_by_their_headings_and_what_is_left_out_is_told() -> None:
    found = code_list(read(TABLE.encode("gb18030"), "codes.csv"), "functional")
    assert found is not None
    assert [(str(code), name, aliases) for code, name, aliases in found.rows] == [
        ("201", "一般公共服务支出", ("一般公共服务",)),
        ("20199", "其他", ("甲", "乙")),
    ]
    assert found.skipped == ("2019 半个", "无码", "201 又一次")


def test_a_table_without_the_headings_is_not_understood() -> None:
    assert code_list(read("项目,金额\n甲,1\n".encode(), "a.csv"), "functional") is None


def test_an_imported_list_is_a_rulebook_file(tmp_path: Path) -> None:
    found = code_list(read(TABLE.encode(), "codes.csv"), "functional")
    assert found is not None
    (tmp_path / CODES).write_text(found.toml("functional", 2024, "s"), encoding="utf-8")
    assert not list(stated_faults(tmp_path, ("s",)))
    known = classification((tmp_path,), 2024)
    assert known.functional[FunctionalCode.parse("20199")].aliases == ("甲", "乙")
    assert not known.functional[FunctionalCode.parse("201")].verified


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_comes_back(name: str) -> None:
    text = CodeList(((FunctionalCode.parse("201"), name, ()),), ()).toml("functional", 2024, "s")
    assert tomllib.loads(text)["functional"][0]["name"] == name


@pytest.mark.parametrize("kind", ["functional", "economic"])
def test_a_code_of_the_other_classification_is_left_out(kind: str) -> None:
    cells = [Cell(0, 0, "编码"), Cell(0, 1, "名称"), Cell(1, 0, "3010199"), Cell(1, 1, "甲")]
    document = Document("x", "x", (Block(0, "table", cells=tuple(cells)),))
    found = code_list(document, "economic" if kind == "economic" else "functional")
    assert found is not None
    assert len(found.rows) == (kind == "functional")
