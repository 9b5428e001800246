"""JSON Lines keep the contract: keys, types and units."""

import json
from dataclasses import replace
from decimal import Decimal

from tests.renderers.factory import report, unreadable

from jixiao.core.digits import plain
from jixiao.core.place import Place
from jixiao.renderers.json import place_dict, to_dict, to_line

PLACE = {"line", "start", "end", "block", "part", "table", "row", "column", "page"}


def test_keys_are_those_of_the_contract() -> None:
    data = to_dict(report())
    assert list(data) == [
        "jixiao",
        "file",
        "format",
        "sha256",
        "seconds",
        "certificate",
        "claims",
        "findings",
    ]
    assert set(data["certificate"]) == {"numbers", "checked", "alone", "share", "unchecked"}
    assert set(data["claims"][0]) == {
        "id", "kind", "verdict", "note", "expression", "stated", "computed", "quote", "place", "operands",
    }  # fmt: skip
    assert set(data["claims"][0]["operands"][0]) == {"text", "value", "unit", "role", "place"}
    assert set(data["findings"][0]) == {
        "code", "severity", "kind", "title", "message", "message_en", "quote", "place", "related", "expression",
        "stated", "computed", "suggestion", "error_type", "claims", "fingerprint",
    }  # fmt: skip
    assert set(data["findings"][0]["place"]) == PLACE


def test_amounts_are_strings_in_base_units() -> None:
    operand = to_dict(report())["claims"][0]["operands"][0]
    assert (operand["value"], operand["unit"]) == ("3056500", "yuan")
    assert to_dict(report())["certificate"]["share"] == "0.6667"


def test_places_of_text_files_count_in_the_line() -> None:
    place = to_dict(report())["findings"][0]["place"]
    assert (place["line"], place["start"], place["end"]) == (2, 29, 34)


def test_places_name_sheet_and_chart_only_where_present() -> None:
    assert set(place_dict(Place(0, 0, 1))) == PLACE
    assert set(place_dict(Place(0, 0, 1, sheet="S", cell="B3"))) == PLACE | {"sheet", "cell"}
    assert set(place_dict(Place(0, 0, 1, chart=0))) == PLACE | {"chart"}


def test_an_unreadable_file_has_an_error_instead_of_findings() -> None:
    data = to_dict(unreadable())
    assert data["error"] == {"code": "not_a_zip", "message": "文件已损坏。"}
    assert "findings" not in data


def test_a_line_is_compact_and_keeps_chinese() -> None:
    line = to_line(report())
    assert "\n" not in line
    assert "执行率" in line
    assert '", "' not in line
    assert json.loads(line)["findings"][0]["code"] == "JX101"


def test_nothing_to_check_has_no_share() -> None:
    whole = report()
    assert whole.certificate is not None
    empty = replace(whole.certificate, numbers=1, checked=0, alone=1)
    assert to_dict(replace(whole, certificate=empty))["certificate"]["share"] is None


def test_decimals_are_written_plainly() -> None:
    assert [plain(Decimal(x)) for x in ("591700.00", "1E+3", "0.9067", "-0.0", "100")] == [
        "591700", "1000", "0.9067", "0", "100",
    ]  # fmt: skip
