"""Open data of the final accounts: refused as reports are, read back by others, equal to the dossier."""

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from tests.dossiers.strategies import dossiers
from tests.pipeline.reporting.reading_data import faults, package, rows, saved, told
from tests.support import ROOT

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import leaves
from jixiao.core.dossier.values import Absent
from jixiao.core.money import Money
from jixiao.dossiers.toml import read_toml
from jixiao.pipeline.reporting import RequestError, write_report
from jixiao.pipeline.reporting.publishing import open_data
from jixiao.renderers.open_data import archive
from jixiao.renderers.open_data.tables import MISSING
from jixiao.reports.composing import compose
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.papers import papers
from jixiao.scoring.card import score

KIND = "final_accounts"
INVENTED = ROOT / "examples" / "510000-sichuan-2023"
BAZHOU = ROOT / "examples" / "511902-bazhou-2023"


@pytest.fixture(scope="module")
def released() -> bytes:
    report = write_report(INVENTED, KIND, "zip", date="2024-08-20")
    assert not report.refusals
    assert report.checked == "docx"
    return report.data


def opened(dossier: Dossier) -> bytes:
    """The open data of a dossier without the self-check, which other tests are about."""
    rulebook = load(dossier.rulebook)
    rules = rulebook.rules(dossier.fiscal_year)
    card = score(dossier, rules)
    paper = papers(rulebook.folders, dossier.fiscal_year)[KIND]
    composition = compose(dossier, card, rules, paper, digest=hashlib.sha256(b"").hexdigest())
    return archive(open_data(dossier, card, rules, composition, ()))


def test_frictionless_and_our_own_schemas_find_no_fault(released: bytes, tmp_path: Path) -> None:
    files = saved(released, tmp_path)
    assert faults(files) == []
    report = package(tmp_path).validate()
    assert report.valid, report.flatten(["type", "note"])
    assert len(report.tasks) == 14
    assert json.loads(files["datapackage.json"])["jixiao"]["status"] == "released"


def test_a_draft_that_contradicts_itself_says_so_in_the_descriptor(tmp_path: Path) -> None:
    refused = write_report(BAZHOU, KIND, "zip")
    assert refused.refusals
    assert refused.data == b""
    draft = write_report(BAZHOU, KIND, "zip", draft=True)
    files = saved(draft.data, tmp_path)
    assert faults(files) == []
    assert package(tmp_path).validate().valid
    said = json.loads(files["datapackage.json"])
    assert said["title"].endswith("（草稿）")
    assert said["jixiao"]["status"] == "draft"
    assert said["jixiao"]["toMend"] == [one.told("zh")[0] for one in refused.refusals]
    assert "草稿" in files["README.txt"].decode("utf-8-sig")


def test_the_same_dossier_gives_the_same_bytes(released: bytes) -> None:
    assert write_report(INVENTED, KIND, "zip", date="2024-08-20").data == released


def test_the_figures_are_those_of_the_printed_tables(released: bytes, tmp_path: Path) -> None:
    files = saved(released, tmp_path)
    report = write_report(INVENTED, KIND, "docx", date="2024-08-20").report
    assert report.document is not None
    blocks = report.document.blocks
    tables = told(files)["tables"]
    for table in tables:
        heading = next(
            number for number, one in enumerate(blocks) if one.text.endswith(f"、{table['title']}")
        )
        block = next(one for one in blocks[heading:] if one.kind == "table")
        figures = {cell.text for cell in block.cells}
        printed = {cell["printed"] for row in table["rows"] for cell in row["cells"] if cell["printed"]}
        assert printed <= figures
        assert len(printed) >= 3 or table["empty"]


def test_csv_and_json_say_the_same(released: bytes, tmp_path: Path) -> None:
    files = saved(released, tmp_path)
    described = {one["path"]: one for one in json.loads(files["datapackage.json"])["resources"]}
    for table in told(files)["tables"]:
        path = f"tables/{table['number']:02}-{table['id']}.csv"
        roles = {one["name"]: one["role"] for one in described[path]["schema"]["fields"] if "role" in one}
        for row, said in zip(rows(files[path]), table["rows"], strict=True):
            cells = {cell["column"]: cell for cell in said["cells"]}
            for name, role in roles.items():
                cell = cells.get(role)
                expected = "" if cell is None else cell["printed"] or MISSING[cell["state"]]
                assert row[name] == expected


def test_a_clerk_opens_it(released: bytes, tmp_path: Path) -> None:
    for name, data in saved(released, tmp_path).items():
        if name.endswith((".csv", ".txt")):
            assert data.startswith(b"\xef\xbb\xbf")
            assert data.count(b"\n") == data.count(b"\r\n")
        assert name.isascii()


STATES = """
rulebook = "510000-sichuan"
fiscal_year = 2023
[department]
code = "x"
name = "某局"
[accounts]
opening_balance = 0
closing_balance = "/"
[accounts.income]
outturn = 130
[[accounts.sources]]
name = "事业收入"
outturn = "无"
[[accounts.functions]]
code = "2010301"
name = "=1+1"
outturn = 10
"""


def test_blank_zero_absent_and_missing_stay_apart(tmp_path: Path) -> None:
    files = saved(opened(read_toml(STATES, "x.toml")), tmp_path)
    assert faults(files) == []
    total = {row["项目"]: row["决算数"] for row in rows(files["tables/01-total.csv"])}
    assert total["年初结转和结余"] == "0.00"
    assert total["年末结转和结余"] == "/"
    assert total["事业收入"] == "无"
    assert total["其他收入"] == ""
    receipts = rows(files["tables/02-receipts.csv"])
    assert receipts[1]["本年收入合计"] == "待补"
    assert rows(files["tables/03-expenditure.csv"])[3]["项目"] == "'=1+1"
    facts = {one["fact"]: one for one in told(files)["facts"]}
    assert facts["accounts.opening_balance"]["yuan"] == "0"
    assert facts["accounts.closing_balance"] == {
        "fact": "accounts.closing_balance", "label": facts["accounts.closing_balance"]["label"], "state": "not_applicable",
    }  # fmt: skip
    assert facts["accounts.sources.事业收入.outturn"]["state"] == "none"
    assert "accounts.surplus_distributed" not in facts
    read_back = package(tmp_path).get_table_resource("01-total").read_rows()
    assert {row["项目"]: row["决算数"] for row in read_back}["年初结转和结余"] == Decimal(0)


@pytest.mark.parametrize("word", ["/", "无", "待补"])
def test_a_name_that_is_written_like_an_absent_figure_is_a_name(word: str, tmp_path: Path) -> None:
    named = STATES.replace('name = "=1+1"', f'name = "{word}"')
    dossier = read_toml(named, "x.toml")
    department = dossier.department.model_copy(update={"name": word})
    files = saved(opened(dossier.model_copy(update={"department": department})), tmp_path)
    assert faults(files) == []
    report = package(tmp_path).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    expenditure = package(tmp_path).get_table_resource("03-expenditure").read_rows()
    assert word in [row["项目"] for row in expenditure]
    (publics,) = package(tmp_path).get_table_resource("13-publics").read_rows()
    assert publics["部门"] == word


def test_other_kinds_have_no_open_data() -> None:
    with pytest.raises(RequestError, match="final_accounts"):
        write_report(INVENTED, "department_self_evaluation", "zip")


def stated(value: object) -> Any:  # noqa: ANN401  # what JSON says of it
    if isinstance(value, Money):
        return "yuan", value.yuan
    if isinstance(value, bool):
        return "truth", value
    if isinstance(value, int | Decimal):
        return "number", Decimal(value)
    return "text", str(value)


@given(found=dossiers())
@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_any_dossier_read_back_has_the_facts_that_it_had(
    found: Dossier, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = found.model_dump()
    data["department"]["name"] = data["department"]["name"] or "某局"
    dossier = Dossier.model_validate({**data, "rulebook": "510000-sichuan", "fiscal_year": 2023})
    folder = tmp_path_factory.mktemp("data")
    files = saved(opened(dossier), folder)
    assert faults(files) == []
    report = package(folder).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])
    said = {one["fact"]: one for one in told(files)["facts"]}
    for path, value in leaves(dossier):
        if path.startswith(("accounts.", "three_publics.", "procurement.", "assets.")) and not path.endswith(
            ".note"
        ):
            if value == "":
                assert path not in said
                continue
            fact = said.pop(path)
            if isinstance(value, Absent):
                assert fact["state"] == ("none" if value is Absent.NONE else "not_applicable")
                continue
            kind, expected = stated(value)
            assert fact["state"] == "stated"
            own = Decimal(fact[kind]) if kind in ("yuan", "number") else fact[kind]
            assert own == expected
    assert not any(path.startswith(("accounts.", "three_publics.")) for path in said)
    listed = {row["事实"]: row for row in rows(files["facts.csv"])}
    for path, fact in ((one["fact"], one) for one in told(files)["facts"]):
        assert listed[path]["金额（元）"] == fact.get("yuan", "")
        assert listed[path]["数"] == fact.get("number", "")
