"""Packages of final accounts of random departments: complete, clean, and the same in tables, words and charts."""

from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.reports.places.making import composed
from tests.reports.places.packages import package

from jixiao.core.document import Document
from jixiao.formats.docx.write import write
from jixiao.pipeline import check_bytes

# Of seeds, as in the tests of the pipeline: figures of a package may by chance look like one damaged digit in a sum.
PLACES = ("cn", "510000-sichuan")


def rows(document: Document, title: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    blocks = document.blocks
    place = next(n for n, one in enumerate(blocks) if one.kind == "heading" and one.text.endswith(title))
    found: dict[int, list[str]] = {}
    for cell in next(one for one in blocks[place:] if one.kind == "table").cells:
        found.setdefault(cell.row, []).append(cell.text)
    return list(found.values())


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=6, deadline=None, derandomize=True, phases=[Phase.generate])
@given(seed=st.integers(1, 9999))
def test_a_package_has_no_gap_and_no_error(place: str, seed: int) -> None:
    made = composed(package(Random(seed), place), "final_accounts")  # noqa: S311  # no secret
    assert made.gaps == ()
    report = check_bytes(write(made.document), "a.docx")
    assert [one.message for one in report.findings if one.severity == "error"] == []


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=6, deadline=None, derandomize=True, phases=[Phase.generate])
@given(seed=st.integers(1, 9999))
def test_both_sides_of_the_total_tables_balance(place: str, seed: int) -> None:
    facts = package(Random(seed), place)  # noqa: S311  # no secret
    document = composed(facts, "final_accounts").document
    whole = next(row for row in rows(document, "、收入支出决算总表") if row[0] == "总计")
    assert whole[1] == whole[3]
    assert f"收、支总计均为{whole[1]}万元" in document.plain_text()
    appropriated = next(row for row in rows(document, "财政拨款收入支出决算总表") if row[0] == "总计")
    assert appropriated[1] == appropriated[3]
