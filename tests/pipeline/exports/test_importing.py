"""Exported final-accounts tables come into a dossier as the facts that they were printed from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.hostile.old import compound
from bench.workbooks.xls import stream
from bench.workbooks.xlsb import binary
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pipeline.exports.drawn import Sheet, Style, Value, titled_otherwise, xlsx
from tests.pipeline.exports.emptied import emptied, in_yuan
from tests.pipeline.exports.exported import sheets
from tests.pipeline.exports.packages import packages
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.core.money import MoneyUnit
from jixiao.dossiers.discovery import read as read_dossier
from jixiao.dossiers.toml import read_toml, write_toml
from jixiao.formats import discovery
from jixiao.pipeline.exports import Import, Request, reviewed
from jixiao.pipeline.reporting import write_report

EXAMPLE = ROOT / "examples" / "510000-sichuan-2023"
STYLES = {
    "plain": Style(),
    "in yuan": Style(unit=MoneyUnit.YUAN),
    "codes in three columns": Style(one_code=False),
    "codes as numbers": Style(numeric_codes=True),
    "columns in another order": Style(shuffled=True),
    "economic items in three lanes": Style(three_lanes=True),
    "a heading over code and name": Style(headed_items=True),
    "titles only in the names of the sheets": Style(titled=False),
}


def example() -> Dossier:
    return read_dossier(EXAMPLE)


def brought(
    files: dict[str, bytes],
    dossier: Dossier | None,
    folder: Path,
    rulebook: str | None = None,
) -> Import:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    into = None
    if dossier is not None:
        into = folder / "dossier.toml"
        into.write_text(write_toml(dossier), encoding="utf-8")
    paths = tuple(folder / name for name in files)
    return reviewed(Request(paths, into, rulebook))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_what_was_exported_comes_back(style: Style, tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(example(), style))}, emptied(example()), tmp_path)
    assert not found.review.refused
    assert not found.review.contradictions
    assert not any(table.not_read for table in found.review.tables)
    assert in_yuan(found.dossier) == in_yuan(example())
    assert len(found.review.changes) == 148


def test_what_the_dossier_tells_already_is_no_change(tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(example()))}, example(), tmp_path)
    assert (len(found.review.changes), found.review.unchanged) == (0, 148)
    assert found.dossier == example()


@pytest.mark.parametrize(
    ("name", "made"),
    [("a.xls", lambda data: compound("Workbook", stream(data))), ("a.xlsb", binary)],
    ids=["xls", "xlsb"],
)
def test_other_workbooks_tell_the_same(name: str, made: Callable[[bytes], bytes], tmp_path: Path) -> None:
    found = brought({name: made(xlsx(sheets(example())))}, emptied(example()), tmp_path)
    assert in_yuan(found.dossier) == in_yuan(example())


def test_one_file_for_each_table(tmp_path: Path) -> None:
    files = {f"{at}.xlsx": xlsx([sheet]) for at, sheet in enumerate(sheets(example()))}
    found = brought(files, emptied(example()), tmp_path)
    assert in_yuan(found.dossier) == in_yuan(example())


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_our_own_package_tells_the_same(form: str, tmp_path: Path) -> None:
    data = write_report(EXAMPLE, "final_accounts", form).data
    found = brought({f"a.{form}": data}, emptied(example()), tmp_path)
    assert in_yuan(found.dossier) == in_yuan(example())


def test_the_package_written_from_an_imported_dossier_is_the_same(tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(example()))}, emptied(example()), tmp_path)
    folder = tmp_path / "imported"
    folder.mkdir()
    (folder / "dossier.toml").write_text(write_toml(found.dossier), encoding="utf-8")
    told = [
        discovery.read(write_report(path, "final_accounts", "docx").data, "a.docx").plain_text()
        for path in (EXAMPLE, folder)
    ]
    assert told[0] == told[1]


def test_a_new_dossier_is_made_of_what_the_files_tell(tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(example()))}, None, tmp_path, rulebook="510000-sichuan")
    made = found.dossier
    assert (made.department.name, made.fiscal_year) == ("四川省示例事务局", 2023)
    assert made.money_unit is MoneyUnit.TEN_THOUSAND
    assert in_yuan(made.accounts.expenditure)["outturn"] == in_yuan(example().accounts.expenditure)["outturn"]
    assert read_toml(write_toml(made), "a") == made


def test_every_stored_fact_tells_its_origin(tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(example()))}, emptied(example()), tmp_path)
    told = {row.fact: row for row in found.dossier.published}
    row = told["accounts.functions.2010302.other_income"]
    assert (row.value, row.place, row.note) == ("6.40万元", "a.xlsx Z02 收入决算表!I11", "由决算表导入")
    assert {change.fact for change in found.review.changes} == set(told)


def test_an_origin_replaces_the_earlier_one(tmp_path: Path) -> None:
    data = xlsx(sheets(example()))
    first = brought({"a.xlsx": data}, emptied(example()), tmp_path).dossier
    again = brought({"b.xlsx": data}, emptied(first), tmp_path).dossier
    assert len(again.published) == len(first.published)
    assert {row.place.split()[0] for row in again.published} == {"b.xlsx"}


@given(
    dossier=packages(),
    style=st.builds(
        Style,
        unit=st.sampled_from([MoneyUnit.YUAN, MoneyUnit.TEN_THOUSAND]),
        one_code=st.booleans(),
        shuffled=st.booleans(),
        titled=st.booleans(),
        headed_items=st.booleans(),
        blank_zeros=st.booleans(),
    ),
)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_package_comes_back(dossier: Dossier, style: Style, tmp_path: Path) -> None:
    found = brought({"a.xlsx": xlsx(sheets(dossier, style))}, emptied(dossier), tmp_path)
    assert not found.review.refused
    assert not found.review.contradictions
    assert facts(found.dossier, zeros=not style.blank_zeros) == facts(dossier, zeros=not style.blank_zeros)


def facts(dossier: Dossier, *, zeros: bool) -> object:
    """The accounts as plain values; zeros count as blanks where they were printed so."""
    told = [in_yuan(dossier.accounts), in_yuan(dossier.three_publics)]
    return told if zeros else _without_zeros(told)


def _without_zeros(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_zeros(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_zeros(one) for one in value]
    return value or None


def changed(made: list[Sheet], sheet: int, old: Value, new: Value) -> list[Sheet]:
    """The sheets with the first cell of a value changed."""
    rows = made[sheet].rows
    for row in rows:
        for at, value in enumerate(row):
            if value == old:
                row[at] = new
                return made
    raise AssertionError(old)


def test_titles_of_other_places_are_understood(tmp_path: Path) -> None:
    made = sheets(example())
    made[7] = titled_otherwise(made[7], "政府性基金预算财政拨款支出决算表")
    made[6] = titled_otherwise(made[6], "一般公共预算财政拨款“三公”经费支出决算表")
    found = brought({"a.xlsx": xlsx(made)}, emptied(example()), tmp_path)
    assert in_yuan(found.dossier) == in_yuan(example())
