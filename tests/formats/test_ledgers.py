"""The ledger of a report in every format: read back with the places of all figures, altered ones found."""

import io
from dataclasses import replace

import openpyxl
import pytest
from tests.formats.making import report

from jixiao.core.document import Document
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import Mark
from jixiao.formats import discovery
from jixiao.formats.ledgers import WrongLedgerError, entry_of, ledger_of

REPORT = report()
FORMATS = ("html", "ofd", "xlsx")
HEAD = {"kind": "k", "department": "d", "year": "2023", "rulebook": "r", "facts-digest": "0"}
SAID = {
    "name": "_jx00001",
    "printed": "1.0",
    "unit": "万元",
    "decimals": "1",
    "origin": "fact",
    "value": "1.0",
}


def written(kind: str, document: Document = REPORT) -> bytes:
    module = discovery.writer(kind)
    assert module is not None
    data = module.write(document)
    assert isinstance(data, bytes)
    return data


def figures(document: Document) -> dict[str, str]:
    """By entry the words at its mark."""
    found: dict[str, str] = {}
    for block in document.blocks:
        for text, marks in ((block.text, block.marks), *((cell.text, cell.marks) for cell in block.cells)):
            found |= {mark.entry: text[mark.start : mark.end] for mark in marks if mark.kind == "figure"}
    return found


@pytest.mark.parametrize("kind", FORMATS)
def test_it_is_read_back_whole(kind: str) -> None:
    again = discovery.read(written(kind), f"a.{kind}")
    assert REPORT.ledger is not None
    assert again.ledger is not None
    assert again.notes == ()
    bare = tuple(replace(one, expression=None) for one in REPORT.ledger.entries)
    assert sorted(again.ledger.entries, key=lambda one: one.name) == sorted(bare, key=lambda one: one.name)
    assert replace(again.ledger, entries=()) == replace(REPORT.ledger, entries=())
    assert figures(again) == {one.name: one.printed for one in bare}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_without_one_has_neither_ledger_nor_marks(kind: str) -> None:
    again = discovery.read(written(kind, replace(REPORT, ledger=None)), "a")
    assert again.ledger is None


def test_an_altered_page_shows_what_stands_there_now() -> None:
    page = (
        written("html")
        .decode("utf-8")
        .replace(">1824.37万元<", ">1842.37万元<")
        .replace(">1,346.60<", ">1,346.6<")
    )
    found = figures(discovery.read(page.encode("utf-8"), "a.html"))
    assert REPORT.ledger is not None
    changed = {found[one.name] for one in REPORT.ledger.entries if found[one.name] != one.printed}
    assert changed == {"1842.37万元", "1,346.6"}


def test_a_figure_that_was_taken_out_is_missing() -> None:
    page = written("html").decode("utf-8")
    at = page.index('data-entry="_jx00002"')
    begin, end = page.rindex("<data", 0, at), page.index("</data>", at)
    again = discovery.read((page[:begin] + page[end + 7 :]).encode("utf-8"), "a.html")
    assert again.ledger is not None
    assert again.ledger.missing == ("_jx00002",)


def test_marks_without_a_ledger_are_still_told() -> None:
    page = written("html").decode("utf-8")
    begin, end = page.index("<script"), page.index("</script>")
    again = discovery.read((page[:begin] + page[end:]).encode("utf-8"), "a.html")
    assert again.ledger is None
    assert figures(again)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"entries":[', '"entries":{'),
        ('"entries":', '"entris":'),
        ("urn:jixiao:ledger:1", "urn:jixiao:ledger:2"),
        ('"name":"_jx00002"', '"name":"_jx00001"'),
        ('"origin":"fact"', '"origin":"rumour"'),
        ('"year":2023', '"year":"soon"'),
    ],
)
def test_a_damaged_ledger_is_unreadable(old: str, new: str) -> None:
    page = written("html").decode("utf-8")
    assert old in page
    again = discovery.read(page.replace(old, new, 1).encode("utf-8"), "a.html")
    assert again.ledger is not None
    assert again.ledger.unreadable
    assert any("台账" in note for note in again.notes)


def edited(changes: dict[tuple[str, str], str | float]) -> Document:
    """The workbook as somebody edited it, without formulas computed anew."""
    data = written("xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for (sheet, cell), value in changes.items():
        book[sheet][cell] = value
    stream = io.BytesIO()
    book.save(stream)
    return discovery.read(stream.getvalue(), "a.xlsx")


def test_an_altered_workbook_shows_what_stands_there_now() -> None:
    text = (
        "2023年度部门支出预算1866.74万元，又执行1842.37万元，执行率97.73%。年末结转资金〔待补：年末结转〕。"
    )
    changes: dict[tuple[str, str], str | float] = {
        ("表1 2023年度部门支出情况", "B6"): 1364.6,
        ("正文", "A7"): text,
    }
    again = edited(changes)
    assert REPORT.ledger is not None
    found = figures(again)
    altered = {found[one.name] for one in REPORT.ledger.entries if found[one.name] != one.printed}
    assert altered == {"1,364.60", "1842.37万元"}
    assert again.ledger is not None
    assert again.ledger.missing == ()


def test_a_number_taken_out_of_a_text_is_missing() -> None:
    again = edited({("正文", "A7"): "2023年度部门支出预算1866.74万元，执行率97.73%。"})
    assert again.ledger is not None
    assert again.ledger.missing == ("_jx00002",)


def test_a_workbook_whose_sources_were_altered_is_unreadable() -> None:
    for cell, words in (("C7", "x"), ("A8", "jx"), ("C8", "x")):
        again = edited({("数据来源", cell): words})
        assert again.ledger is not None
        assert again.ledger.unreadable


def test_entries_are_put_together_with_suspicion() -> None:
    assert entry_of(SAID, ("a.b",)).value is not None
    for field, value in (
        ("name", "x"),
        ("printed", ""),
        ("decimals", "-1"),
        ("value", "1e9"),
        ("origin", "x"),
    ):
        with pytest.raises(WrongLedgerError):
            entry_of(SAID | {field: value}, ())
    with pytest.raises(WrongLedgerError, match="unit"):
        entry_of({key: value for key, value in SAID.items() if key != "unit"}, ())
    with pytest.raises(WrongLedgerError, match="两条"):
        ledger_of(HEAD, (entry_of(SAID, ()), entry_of(SAID, ())))


def test_odd_words_survive() -> None:
    odd = "=1+1 </script> <b> & \"'\n第二行 😀 \\u003c"
    one = Entry("_jx00001", "3.50万元", None, "万元", 2, "words", (odd.replace("\n", " "), "b"), odd)
    made = Ledger("种类", odd.replace("\n", " "), 2023, "r", "0" * 64, (one,))
    block = replace(REPORT.blocks[5], index=0, text="共3.50万元。", marks=(Mark(1, 7, "figure", "_jx00001"),))
    for kind in FORMATS:
        again = discovery.read(written(kind, Document("x", "x", (block,), ledger=made)), "x")
        assert again.ledger == made
