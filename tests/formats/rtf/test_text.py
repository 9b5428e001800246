"""Text of RTF: characters of any code page, fields, changes, destinations."""

import pytest

from jixiao.core.document import Document
from jixiao.formats import discovery
from jixiao.formats.rtf.read import read

HEAD = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fswiss\fcharset0 Arial;}"
    rb"{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset136 Ming{\*\falt x};}}{\colortbl;\red0\green0\blue0;}"
    rb"{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}{\s2\outlinelevel1 \'b1\'ea\'cc\'e22;}{\s3 toc 1;}"
    rb"{\*\cs9 heading 3;}}{\info{\title No}{\author \'bc\'d7}}"
)


def document_of(body: bytes, head: bytes = HEAD) -> Document:
    return read(head + body + b"}", "报告.rtf")


def texts_of(body: bytes, head: bytes = HEAD) -> list[str]:
    return [block.text for block in document_of(body, head).blocks]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (rb"\'ba\'cf\'bc\'c6 12.5\par", "合计 12.5"),
        (rb"\f1\'ba\'cf\par", "合"),
        (b"\\'81@\\'8E\\{\\par", "丂巤"),
        (rb"\f3\'a4\'a4\par", "中"),
        ("合计".encode("gb18030") + rb"\par", "合计"),
        ("合计".encode() + rb"\par", "合计"),
        (rb"\u21512?\u35745\'bcx\par", "合计x"),
        (rb"\uc2\u21512\'ba\'cf\u35745\'bc\'c6\par", "合计"),
        (rb"\uc0\u21512\u35745 x\par", "合计x"),
        (rb"{\uc0\u21512}\u-29791?\par", "合计"),
        (rb"\uc0\u-10176 \u-9216\par", "𠀀"),
        (rb"\uc0\u-10176 x\par", "\ufffdx"),
        (rb"\f2\'fc\f0 x\par", "✓x"),
        (rb"\f2\u-3844?\f0 x\par", "✓x"),
        (rb"a\tab b\line c\~d\_e\-f\emdash\ldblquote g\rdblquote\{\}\\ \par", "a\tb\nc\u00a0d-ef—“g”{}\\"),
        (b"a\r\nb\nc\\par", "abc"),
        (b"a\\\nb\\par", "a"),
        (rb"a{\b b}\b0 c{\unknown d}{\*\unknown e{f}}g\par", "abcdg"),
        (rb"a{\pict\wmetafile8 00ff}b\par", "ab"),
        (b"a{\\*\\x\\bin3 }}}}b\\par", "ab"),
        (rb"{\header \par H}{\footer F}{\*\generator G;}a\par", "a"),
        (rb"{\upr{A}{\*\ud{\u21512?}}}b\par", "合b"),
        (rb"a{\v b}c{\deleted d}{\revised e}\v f\v0 g\par", "aceg"),
        (rb"a{\*\bkmkstart x}b{\*\bkmkend x}{\xe{\v y}}c\par", "abc"),
        (rb"{\mmath{\*\moMath{\mf{\mfPr{\mtype lin}}{\mnum{\mr 1}}{\mden{\mr 2}}}}}\par", "1/2"),
    ],
)
def test_characters(body: bytes, shown: str) -> None:
    assert texts_of(body)[0] == shown


def test_western_files_keep_their_accents() -> None:
    head = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}"
    assert texts_of(rb"caf\'e9 \'93x\'94\par", head) == ["café “x”"]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (rb"{\field{\*\fldinst REF a}{\fldrslt 3}}x\par", "3x"),
        (rb"{\field{\*\fldinst { TOC \\o }}{\fldrslt a}}x\par", "x"),
        (rb"{\field{\*\fldinst EQ \\f(1,2)}{\fldrslt }}x\par", "1/2x"),
        (rb"{\field{\*\fldinst EQ \\f(1,2)}{\fldrslt 3}}x\par", "3x"),
        (rb"{\field{\*\fldinst IF {\field{\*\fldinst A}{\fldrslt b}}}{\fldrslt c}}x\par", "cx"),
    ],
)
def test_fields(body: bytes, shown: str) -> None:
    assert texts_of(body) == [shown]


def test_a_table_of_contents_may_reach_over_paragraphs() -> None:
    assert texts_of(rb"{\field{\*\fldinst TOC}{\fldrslt a\par b\par}}c\par\pard\s3 d\par\pard e\par") == [
        "c",
        "e",
    ]


def test_headings_by_style_and_outline() -> None:
    body = rb"\s1 a\par\pard\s2 b\par\pard\outlinelevel2 c\par\pard\outlinelevel9\s1 d\par\pard\s9 e\par"
    found = [(block.kind, block.level) for block in document_of(body).blocks]
    assert found == [("heading", 1), ("heading", 2), ("heading", 3), ("paragraph", 0), ("paragraph", 0)]


def test_numbers_are_those_that_the_file_shows() -> None:
    body = (
        rb"{\listtext\pard\plain\f0 \'d2\'bb\'a1\'a2\tab}\ls1\ilvl0 \'b8\'c5\'bf\'f6\par"
        rb"{\listtext 1.\tab}\ilvl1 2023\par{\listtext\f2\'b7\tab}\ilvl2 x\par"
        rb"{\*\pn\pnlvlbody\pnstart1}{\pntext 3)\tab}y\par"
    )
    found = document_of(body).blocks
    assert [block.text for block in found] == ["一、概况", "1. 2023", "x", "3)y"]
    assert [(block.kind, block.level) for block in found][2] == ("item", 3)


def test_a_deleted_end_joins_paragraphs() -> None:
    assert texts_of(rb"a{\deleted\par}b\par c\par") == ["ab", "c"]


def test_notes_come_last_and_text_boxes_behind_their_paragraph() -> None:
    body = (
        rb"a{\super\chftn{\footnote\pard\chftn n1\par n2}}{\footnote\ftnalt e}"
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard b\par c\par}}{\shprslt d\par}}f\par"
        rb"{\deleted{\footnote gone}}g\par{\header{\footnote no}}"
    )
    found = [(block.part, block.text) for block in document_of(body).blocks]
    assert found == [
        ("body", "af"),
        ("textbox", "b"),
        ("textbox", "c"),
        ("body", "g"),
        ("footnote", "n1"),
        ("footnote", "n2"),
        ("footnote", "e"),
    ]


def test_pictures_and_objects_are_counted_once() -> None:
    body = (
        rb"{\*\shppict{\pict\pngblip 00}}{\nonshppict{\pict 00}}{\object\objemb{\*\objdata 01}{\result x}}"
        rb"{\*\listpicture{\pict 00}}{\v{\pict 00}}y\par"
    )
    document = document_of(body)
    assert [block.text for block in document.blocks] == ["y"]
    assert sorted(document.notes) == sorted(
        ["文档中有 1 处图片，其中的内容没有读取。", "文档中有 1 处嵌入的其他文档或图表，其中的内容没有读取。"]
    )


def test_a_file_called_doc_is_read_by_its_content() -> None:
    document = discovery.read(HEAD + rb"\'bc\'d7\par}", "绩效报告.doc")
    assert (document.format, document.blocks[0].text) == ("rtf", "甲")
    assert discovery.annotator("rtf") is None
