"""What stands in a report now against what its ledger says."""

from decimal import Decimal

import pytest

from jixiao.core.document import Block, Cell, Document
from jixiao.core.ledger import Entry, Ledger, Origin
from jixiao.core.look import Mark
from jixiao.core.recorded import Recorded, compare, origin

NAME = "_jx00001"


def one(text: str, start: int, end: int, printed: str, origin: Origin = "fact") -> Recorded:
    entry = Entry(NAME, printed, Decimal(1), "", 2, origin, ("a",))
    block = Block(0, "paragraph", text, marks=(Mark(start, end, "figure", NAME),))
    (found,) = compare(Document("a", "docx", (block,), ledger=Ledger("k", "d", 2023, "cn", "", (entry,))))
    return found


@pytest.mark.parametrize(
    ("text", "start", "end", "printed", "now"),
    [
        ("支出868.74万元。", 2, 10, "866.74万元", "868.74万元"),
        ("支出1866.74万元。", 3, 11, "866.74万元", "1866.74万元"),
        ("支出1,866.74万元。", 4, 12, "866.74万元", "1,866.74万元"),
        ("支出866.745", 2, 8, "866.74", "866.745"),
        ("支出866.74", 2, 5, "866", "866.74"),
        ("结余-866.74", 3, 9, "866.74", "-866.74"),
        ("结余－866.74", 3, 9, "866.74", "－866.74"),
        ("-866.74", 1, 7, "866.74", "-866.74"),
        ("支出。", 2, 2, "866.74", ""),
        ("率9 7%", 1, 5, "97%", "9 7%"),
    ],
)
def test_numbers_that_changed(text: str, start: int, end: int, printed: str, now: str) -> None:
    found = one(text, start, end, printed)
    assert (found.state, found.text) == ("changed", now)
    assert found.place is not None
    assert text[found.place.start : found.place.end] == now


@pytest.mark.parametrize(
    ("text", "start", "end", "printed"),
    [
        ("支出866.74万元", 2, 10, "866.74万元"),
        ("支出866.74 万元", 2, 11, "866.74\u00a0万元"),
        ("支出 866.74万元 ", 2, 12, "866.74万元"),
        ("10-20", 3, 5, "20"),
        ("23.50万元机关运转经费", 3, 7, "50万元"),
        ("A-20", 2, 4, "20"),
        ("共5，866.74", 3, 9, "866.74"),
        ("支出5.", 2, 3, "5"),
        ("5，6", 0, 1, "5"),
    ],
)
def test_numbers_that_are_as_printed(text: str, start: int, end: int, printed: str) -> None:
    assert one(text, start, end, printed).state == "matches"


def test_numbers_within_words_have_no_sign() -> None:
    assert one("零下-5度", 3, 4, "5", "words").state == "matches"
    assert one("零下-5度", 3, 4, "5", "computed").state == "changed"


def test_numbers_side_by_side_are_two() -> None:
    marks = (Mark(0, 3, "figure", "_jx1"), Mark(4, 5, "figure", "_jx2"), Mark(5, 6, "figure", "_jx3"))
    entries = tuple(
        Entry(f"_jx{n}", printed, None, "", 0, "words", ()) for n, printed in ((1, "1.2"), (2, "3"), (3, "4"))
    )
    block = Block(0, "paragraph", "1.2.34", marks=marks)
    document = Document("a", "docx", (block,), ledger=Ledger("k", "d", 2023, "cn", "", entries))
    assert [found.state for found in compare(document)] == ["matches"] * 3


def test_charts_are_compared_by_value_and_copies_each() -> None:
    marks = (Mark(0, 5, "figure", NAME),)
    cells = (Cell(1, 1, "35.30", marks=marks), Cell(2, 1, "35.31", marks=marks))
    entry = Entry(NAME, "35.3", None, "", 1, "fact", ())
    other = Entry("_jx9", "1", None, "", 1, "fact", ())
    ledger = Ledger("k", "d", 2023, "cn", "", (entry, other), missing=("_jx9",))
    document = Document("a", "docx", (Block(0, "chart", cells=cells, table=0),), ledger=ledger)
    assert [found.state for found in compare(document)] == ["matches", "changed", "missing"]
    assert list(compare(Document("a", "docx", ()))) == []


def test_long_sums_are_told_by_their_ends() -> None:
    long = " + ".join(f"{{p{number}.outturn}}" for number in range(1, 34))
    made = Entry(NAME, "1", None, "", 0, "computed", (), f"（{long}） ÷ {{a}} × 100")
    assert origin(made) == "（{p1.outturn} + … + {p33.outturn}（共33项）） ÷ {a} × 100"
    assert origin(Entry(NAME, "1", None, "", 0, "computed", (), "{a} + {b}")) == "{a} + {b}"
    assert origin(Entry(NAME, "1", None, "", 0, "words", ("a", "b"))) == "a、b"
