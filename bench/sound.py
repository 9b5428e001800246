"""A sound small file of every format, as the fuzz run mangles them."""

import io
import re
import zipfile

import docx
import openpyxl
from bench.hostile.archives import archive
from bench.hostile.old import compound, pdf
from bench.workbooks import xls, xlsb

from jixiao.core.document import Block, Cell, Document
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import ChartLook, Look, Mark, TableLook
from jixiao.formats.docx.write import write as write_docx
from jixiao.formats.html.write import write as write_html
from jixiao.formats.ofd.write import write as write_ofd

TITLE = "2023年度部门整体支出绩效自评报告"
SENTENCES = (
    "一、部门概况",
    "（一）年初预算数35.32万元，全年执行数33.44万元，执行率94.68%。",
    "1.基本支出1253.40万元，占总支出的80.1%；项目支出311.4万元，占19.9%。",
)
ROWS = (("项目", "预算数", "决算数"), ("基本支出", "1253.40", "1235.40"), ("合计", "1564.80", "1546.80"))


def samples() -> dict[str, bytes]:
    """A sound file of every format, by name."""
    lines = [TITLE, *SENTENCES, *("\t".join(row) for row in ROWS)]
    cells = "".join("<tr>" + "".join(f"<td>{text}" for text in row) for row in ROWS)
    page = f"<h1>{TITLE}</h1><p>{'<p>'.join(SENTENCES)}<ol><li>甲<li>乙</ol><table>{cells}</table>"
    return {
        "a.txt": "\n".join(lines).encode("utf-8"),
        "b.txt": "\r\n".join(lines).encode("gb18030"),
        "c.html": f"<!DOCTYPE html><meta charset=utf-8>{page}".encode(),
        "d.html": f"<html><head><meta charset=gb2312></head><body>{page}</body></html>".encode("gb18030"),
        "e.docx": _docx(),
        "f.xlsx": _xlsx(),
        "g.docx": write_docx(_report()),
        "h.html": write_html(_report()),
        "i.ofd": write_ofd(_report()),
        "j.md": "\n\n".join((f"# {TITLE}", *SENTENCES, "| a | b |\n|---|---|\n| 1 | 2 |")).encode("utf-8"),
        "k.txt": "\n".join(lines).encode("utf-16-le"),
        "l.rtf": _rtf(),
        "m.mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page.encode() + b"\r\n--x--\r\n",
        "n.pdf": _pdf(),
        **_tables(),
    }


def _pdf() -> bytes:
    """Two pages of text and rules, made by hand: only Latin letters need no font."""
    content = (
        b"BT /F 12 Tf 72 700 Td (Budget 35.32, outturn 33.44, rate 94.68%) Tj ET "
        b"72 600 400 1 re f 72 500 1 100 re f"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>"
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
            page,
            page,
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def _report() -> Document:
    """A report of ours with its ledger: figures in a paragraph, a table and a chart."""
    figures = re.finditer(r"[\d.]+(?:万元|%)", SENTENCES[1])
    marks = tuple(
        Mark(*found.span(), "figure", f"_jx{number:05}") for number, found in enumerate(figures, start=1)
    )
    grid = [(row, column, text) for row, texts in enumerate(ROWS) for column, text in enumerate(texts)]
    blocks = (
        Block(0, "heading", SENTENCES[0], level=1, number="一、"),
        Block(1, "paragraph", SENTENCES[1], marks=marks),
        Block(2, "table", cells=_cells(grid, "_jxt"), table=0, look=Look(table=TableLook(1))),
        Block(
            3, "chart", "决算", cells=_cells(grid, "_jxc"), table=1, look=Look(chart=ChartLook("bar", "决算"))
        ),
    )
    anchored = [(mark.entry, SENTENCES[1][mark.start : mark.end]) for mark in marks]
    anchored += [(mark.entry, cell.text) for block in blocks for cell in block.cells for mark in cell.marks]
    entries = tuple(
        Entry(name, printed, None, "", 2, "computed", ("a", "b"), "{a} ÷ {b} × 100")
        for name, printed in anchored
    )
    return Document(TITLE, "report", blocks, ledger=Ledger("evaluation", "某局", 2023, "cn", "0", entries))


def _cells(grid: list[tuple[int, int, str]], prefix: str) -> tuple[Cell, ...]:
    """The cells of a table or chart, its numbers marked."""
    return tuple(
        Cell(row, column, text, marks=(Mark(0, len(text), "figure", f"{prefix}{row}{column}"),))
        if row and column
        else Cell(row, column, text)
        for row, column, text in grid
    )


def _docx() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    for sentence in SENTENCES:
        document.add_paragraph(sentence)
    document.add_paragraph("甲", style="List Number")
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    stream = io.BytesIO()
    document.save(stream)
    return _dateless(stream.getvalue())


def _rtf() -> bytes:
    """Headings, paragraphs, a list, a note, a text box and a table with merged cells."""
    paragraphs = [f"\\pard\\s1 {_escaped(TITLE)}\\par", *(f"\\pard {_escaped(s)}\\par" for s in SENTENCES)]
    rows = "".join(
        "\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\intbl "
        + "".join(f"{_escaped(text)}\\cell" for text in row)
        + "\\row"
        for row in ROWS
    )
    return (
        "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce;}}{\\stylesheet{\\s1 heading 1;}}"
        f"{''.join(paragraphs)}{{\\listtext 1.\\tab}}\\ilvl1 {{\\b a}}{{\\footnote b}}"
        f"{{\\shp{{\\*\\shpinst{{\\shptxt c\\par}}}}}}"
        f"{{\\field{{\\*\\fldinst REF}}{{\\fldrslt d}}}}\\par{rows}}}"
    ).encode("ascii")


def _escaped(text: str) -> str:
    return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("表1", 0)
    sheet.append([TITLE])
    sheet.merge_cells("A1:C1")
    for row in ROWS:
        sheet.append([float(text) if text[0].isdigit() else text for text in row])
    sheet["B3"].number_format = "#,##0.00"
    sheet["C3"].number_format = "yyyy-mm-dd"
    sheet["C4"] = "=SUM(C3:C3)"
    stream = io.BytesIO()
    book.save(stream)
    return _dateless(stream.getvalue())


def _tables() -> dict[str, bytes]:
    """The workbook in the formats of other programs, and as text."""
    book = _xlsx()
    lines = "\r\n".join(",".join(f'"{text}"' for text in row) for row in ((TITLE,), *ROWS))
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
        + '<table:table-cell table:number-columns-repeated="3"/></table:table-row>'
        for row in ROWS
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="表1">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return {
        "l.xls": compound("Workbook", xls.stream(book)),
        "m.xls": xls.stream(book),
        "n.xlsb": xlsb.binary(book),
        "o.ods": archive([("mimetype", kind), ("content.xml", content.encode())]),
        "p.csv": lines.encode("gb18030"),
    }


def _dateless(data: bytes) -> bytes:
    """The archive without the time of its making, so that the same seed always gives the same cases."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", source.read(name))
            copy.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
