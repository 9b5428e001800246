"""The data part with the ledger, and the anchors of its entries."""

from dataclasses import replace

from tests.formats.docx.write.sample import CHART, DOCUMENT

from jixiao.core.document import Block, Document
from jixiao.core.ledger import Entry
from jixiao.core.look import ChartLook, Look
from jixiao.formats.docx.read import read
from jixiao.formats.docx.write import write
from jixiao.formats.docx.write.ledger_part import ledger_xml
from jixiao.formats.ledgers import NAMESPACE

_LEDGER = DOCUMENT.ledger


def test_the_ledger_reads_back_as_it_was() -> None:
    found = read(write(DOCUMENT), "a").ledger
    assert _LEDGER is not None
    assert found is not None
    assert found.missing == ()
    assert replace(found, missing=()) == _LEDGER


def test_signs_of_xml_and_missing_values() -> None:
    assert _LEDGER is not None
    odd = Entry("_jx00001", "2974.04万元", None, "", 0, "words", ('a<b & "c"',), formula="{a} ÷ {b}\n× 100")
    ledger = replace(_LEDGER, department="甲&乙\n“局”", entries=(odd,))
    found = read(write(replace(DOCUMENT, ledger=ledger)), "a").ledger
    assert found == ledger


def test_a_figure_of_a_chart_says_where_it_stands() -> None:
    assert _LEDGER is not None
    ledger = replace(_LEDGER, entries=(Entry("_jx00802", "2731.50", None, "", 2, "fact", ()),))
    drawn = Block(1, "chart", "图", cells=CHART, look=Look(chart=ChartLook("column", "图")))
    as_table = Block(0, "chart", "无图形", cells=CHART[:1])
    xml = ledger_xml(ledger, (as_table, drawn)).decode()
    assert NAMESPACE in xml
    assert ' chart="0 2 1"' in xml  # the first that is drawn, row 2, column 1
    found = read(write(Document("a", "docx", (as_table, drawn), ledger=ledger)), "a")
    assert found.ledger is not None
    assert found.ledger.missing == ()


def test_a_document_without_ledger_has_no_data_part() -> None:
    assert b"customXml" not in write(replace(DOCUMENT, ledger=None))
