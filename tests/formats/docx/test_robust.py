"""No file makes the reader or the annotator fail in any way but a ReadError."""

import contextlib
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.docx.building import build, cell, field, pack, paragraph, root, run, table, unpack
from tests.formats.docx.test_numbering import item, level, numbering
from tests.formats.docx.test_parts import DRAWING, box, chart, series

from jixiao.core.errors import ReadError
from jixiao.core.finding import Finding
from jixiao.formats.docx.annotate import annotate
from jixiao.formats.docx.read import read
from jixiao.formats.docx.recognise import recognise

STYLES = root(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
)
PARTS = {
    **numbering(level(0, "%1、", "chineseCounting"), level(1, "%1.%2")),
    "styles": STYLES,
    "footnotes": root("footnotes", f'<w:footnote w:id="1">{paragraph("注3万元")}</w:footnote>'),
    "charts/chart1": chart(series("收入", ["35", "40.5"]), "收支"),
}
UNENDED = paragraph(run("控件"), '<w:rPr><w:del w:id="1"/></w:rPr>')
BODY = (
    paragraph("基本情况", '<w:pStyle w:val="1"/>')
    + paragraph(run("支出5") + run("万元", "<w:b/>") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    + paragraph(field("=SUM(ABOVE)", "94.92%") + f"<w:ins w:id='2'>{run('新')}</w:ins>")
    + item("甲项目，", 1)
    + table(
        cell("科目", '<w:vMerge w:val="restart"/>') + cell("金额", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("1") + cell(paragraph("内") + table(cell("2"))),
    )
    + paragraph(DRAWING + box(paragraph("框5万元")))
    + f"<w:sdt><w:sdtContent>{UNENDED}</w:sdtContent></w:sdt>"
)
GOOD = build(BODY, PARTS)
XML_PARTS = sorted(unpack(GOOD))


def survive(data: bytes) -> None:
    """Read and annotate, or be told why not."""
    recognise(data, "报告.docx")
    with contextlib.suppress(ReadError):
        document = read(data, "报告.docx")
        assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
        places = [
            (text, block.place(1 % (len(text) + 1), len(text), one))
            for block in document.blocks
            for text, one in block.texts()
        ]
        found = [
            Finding("JX101", "error", "rate", "题", "文", "text", text[:20], place) for text, place in places
        ]
        again = read(annotate(data, document, found), "报告.docx")
        assert again.blocks == document.blocks


def test_the_sample_holds_everything() -> None:
    blocks = read(GOOD, "a").blocks
    assert {block.part for block in blocks} == {"body", "footnote", "textbox", "chart"}
    assert {block.kind for block in blocks} == {"heading", "paragraph", "item", "table", "chart"}
    survive(GOOD)


@given(st.data())
@settings(max_examples=150)
def test_damaged_bytes(data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    survive(
        bytes(damaged[: data.draw(st.integers(0, len(damaged)))] if data.draw(st.booleans()) else damaged)
    )


@given(st.binary(max_size=200), st.sampled_from(XML_PARTS))
def test_a_part_that_is_anything(content: bytes, name: str) -> None:
    survive(pack({**unpack(GOOD), name: content}))


@pytest.mark.parametrize("name", XML_PARTS)
def test_a_part_that_is_missing(name: str) -> None:
    parts = unpack(GOOD)
    del parts[name]
    survive(pack(parts))


def mutate(text: str, chance: random.Random) -> str:
    """XML with one element removed, doubled, moved, renamed or given another value; mostly well-formed."""
    tags = list(re.finditer(r"<(/?)(\w+:\w+)([^<>]*?)(/?)>", text))
    one, other = chance.choice(tags), chance.choice(tags)
    kind = chance.randrange(6)
    if kind == 0 and one[4]:
        return text[: one.start()] + text[one.end() :]
    if kind == 1 and one[4]:
        return text[: other.end()] + one.group() + text[other.end() :]
    if kind == 2:
        return text.replace(f"{one[2]}>", f"{other[2]}>").replace(f"{one[2]} ", f"{other[2]} ")
    if kind == 3:
        values = list(re.finditer(r'="([^"]*)"', text[tags[1].start() :]))
        value = chance.choice(values)
        shift = tags[1].start()
        new = chance.choice(
            ["", "-1", "999999999999999999999", "0", "x", "９", "restart", "end", "begin", "²"]
        )
        return text[: shift + value.start(1)] + new + text[shift + value.end(1) :]
    whole = list(re.finditer(r"<(w:p|w:r|w:tc|w:tr|w:lvl|w:style|c:ser)>.*?</\1>", text))
    if not whole:
        return text
    piece = chance.choice(whole)
    if kind == 4:
        return text[: piece.start()] + text[piece.end() :]
    return text[: other.end()] + piece.group() + text[other.end() :]


@pytest.mark.parametrize("seed", range(300))
def test_mutated_xml(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    parts = unpack(GOOD)
    for _ in range(chance.randint(1, 4)):
        name = chance.choice([name for name in XML_PARTS if name.startswith("word/") and "rels" not in name])
        parts[name] = mutate(parts[name].decode("utf-8"), chance).encode("utf-8")
    survive(pack(parts))


@pytest.mark.parametrize(
    "wrapper",
    ["<w:ins>{}</w:ins>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:hyperlink>{}</w:hyperlink>"],
)
def test_deep_nesting(wrapper: str) -> None:
    inner = run("底")
    for _ in range(100):
        inner = wrapper.format(inner)
    survive(build(paragraph(inner) + paragraph("后")))
    block = paragraph("底")
    for _ in range(100):
        block = wrapper.format(block)
    survive(build(block + paragraph("后")))


def test_deeper_than_xml_may_be() -> None:
    with pytest.raises(ReadError):
        read(build("<w:ins>" * 5000 + "</w:ins>" * 5000), "a")


def test_text_boxes_within_text_boxes() -> None:
    inner = paragraph("底")
    for _ in range(18):
        inner = paragraph(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    survive(build(inner))
