"""Findings become comments on the exact words, and nothing else in the file changes."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.formats.docx.building import (
    build,
    cell,
    pack,
    paragraph,
    root,
    run,
    table,
    unpack,
)
from tests.formats.docx.test_numbering import item, level, numbering
from tests.formats.docx.test_parts import DRAWING, box, chart, series

from jixiao.core.document import Document
from jixiao.core.finding import Finding, Related
from jixiao.formats.docx.annotate import annotate
from jixiao.formats.docx.read import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD = "<w:b/>"
SENTENCE = run("全年支出297") + run("4.04万元", BOLD) + run("，执行率94.92%。")


def finding(document: Document, words: str, block: int = 0) -> Finding:
    """A finding on the first words of this kind in the block."""
    for text, one in document.blocks[block].texts():
        start = text.find(words)
        if start >= 0:
            place = document.blocks[block].place(start, start + len(words), one)
            return Finding("JX101", "error", "rate", "执行率算错", "应为94.93%。", "Wrong.", words, place)
    raise AssertionError(words)


def marked(data: bytes) -> dict[str, str]:
    """The text between the markers of each comment, by its id."""
    found: dict[str, str] = {}
    active: set[str] = set()
    for element in etree.fromstring(unpack(data)["word/document.xml"]).iter():
        key = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            active.add(key)
            found[key] = ""
        elif element.tag == W + "commentRangeEnd":
            active.discard(key)
        elif element.tag == W + "t":
            for one in active:
                found[one] += element.text or ""
    assert not active
    return found


def comments(data: bytes) -> list[str]:
    """The text of each comment."""
    parts = unpack(data)
    name = next(name for name in parts if name.endswith("comments.xml"))
    tree = etree.fromstring(parts[name])
    return [
        "\n".join("".join(t.text or "" for t in p.iter(W + "t")) for p in one.iter(W + "p")) for one in tree
    ]


def check(data: bytes, words: list[str], block: int = 0) -> bytes:
    """Annotate each of the words, expect them marked, and everything else unchanged."""
    document = read(data, "a")
    result = annotate(data, document, [finding(document, one, block) for one in words])
    assert sorted(marked(result).values()) == sorted(words)
    assert read(result, "a").blocks == document.blocks
    assert formatting(result) == formatting(data)
    before, after = unpack(data), unpack(result)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed <= {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert set(before) <= set(after)
    return result


def formatting(data: bytes) -> list[tuple[str, bytes]]:
    """Each character with the properties of its run."""
    found = []
    for text in etree.fromstring(unpack(data)["word/document.xml"]).iter(W + "t"):
        parent = text.getparent()
        properties = None if parent is None else parent.find(W + "rPr")
        shown = b"" if properties is None else etree.tostring(properties)
        found += [(sign, shown) for sign in text.text or ""]
    return found


@pytest.mark.parametrize(
    "words",
    [
        "全",
        "2974.04",
        "4.04万元",
        "万元，",
        "。",
        "执行率94.92%",
        "全年支出2974.04万元，执行率94.92%。",
        "94",
    ],
)
def test_one_comment_on_the_exact_words(words: str) -> None:
    check(build(paragraph(SENTENCE)), [words])


def test_comments_that_touch_nest_and_cross() -> None:
    result = check(
        build(paragraph(SENTENCE)),
        ["全年", "支出", "出29", "74.04", "全年支出2974", "04万元，执行", "92", "92%"],
    )
    assert unpack(result)["word/document.xml"].count(b"commentReference") == 8
    assert len(comments(result)) == 8


@pytest.mark.parametrize(
    "inner",
    [
        "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
        "<w:ins w:id='1' w:author='甲'>{}</w:ins>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag w:element='x'>{}</w:smartTag>",
        "<w:fldSimple w:instr='REF a'>{}</w:fldSimple>",
    ],
)
def test_words_inside_of_wrappers(inner: str) -> None:
    body = paragraph(run("前") + inner.format(run("支出5万元")) + run("后"))
    check(build(body), ["出5万", "前支", "元后"])


def test_a_sign_within_a_tracked_insertion_survives_its_rejection() -> None:
    result = check(build(paragraph(f"<w:ins w:id='1' w:author='甲'>{run('支出5万元')}</w:ins>")), ["5"])
    tree = etree.fromstring(unpack(result)["word/document.xml"])
    assert not list(tree.iterfind(f".//{W}ins//{W}commentReference"))


def test_a_plain_control_is_marked_as_a_whole() -> None:
    body = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('支出5万元')}</w:sdtContent></w:sdt>"
    data = build(paragraph(run("前") + body + run("后")))
    document = read(data, "a")
    assert marked(annotate(data, document, [finding(document, "5万")])) == {"0": "支出5万元"}


def test_tabs_breaks_and_symbols_keep_their_places() -> None:
    inner = '<w:r><w:t>支出</w:t><w:tab/><w:t>5\u00ad6</w:t><w:br/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>7</w:t></w:r>'
    data = build(paragraph(inner))
    document = read(data, "a")
    assert document.blocks[0].text == "支出\t56\n≥7"
    result = annotate(
        data, document, [finding(document, words) for words in ("6", "≥7", "\t5", "支", "支出")]
    )
    assert marked(result) == {"0": "6", "1": "7", "2": "5", "3": "支", "4": "支出"}
    assert read(result, "a").blocks == document.blocks


def test_cells() -> None:
    two = paragraph("一般公共预算") + paragraph("拨款120万元")
    data = build(table(cell("科目") + cell(two), cell("会议费") + cell("5")))
    check(data, ["120", "会议费", "5"])
    document = read(data, "a")
    result = annotate(data, document, [finding(document, "预算\n拨款")])
    assert marked(result) == {"0": "预算拨款"}


def test_automatic_numbers_are_marked_by_their_paragraph() -> None:
    data = build(item("概况") + item("支出"), numbering(level(0, "%1、", "chineseCounting")))
    document = read(data, "a")
    result = annotate(data, document, [finding(document, "二、", 1), finding(document, "、概", 0)])
    assert marked(result) == {"0": "支出", "1": "概"}
    assert comments(result)[0].splitlines()[1] == "“二、”"


def test_empty_numbered_paragraphs_can_be_marked() -> None:
    data = build(item(""), numbering(level(0, "%1、")))
    document = read(data, "a")
    assert marked(annotate(data, document, [finding(document, "1")])) == {"0": ""}


def test_what_takes_no_comment_is_marked_at_its_paragraph() -> None:
    note = f'<w:footnote w:id="1">{paragraph("注3万元")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    parts = {
        "charts/chart1": chart(series("收入", ["35", "40"]), "收支"),
        "footnotes": root("footnotes", note),
    }
    body = (
        paragraph(run("甲") + DRAWING)
        + paragraph(run("乙") + box(paragraph("框5万元")))
        + paragraph(run("丙") + reference)
    )
    data = build(body, parts)
    document = read(data, "a")
    found = [finding(document, words, block) for words, block in (("35", 1), ("5万", 3), ("3万", 5))]
    result = annotate(data, document, found)
    assert {key: text.replace("框5万元", "") for key, text in marked(result).items()} == {
        "0": "甲",
        "1": "乙",
        "2": "丙",
    }
    assert [text.splitlines()[1] for text in comments(result)] == ["“35.00”"[:3] + "”", "“5万”", "“3万”"]


def test_findings_on_a_whole_table_or_nowhere() -> None:
    data = build(paragraph("前") + table(cell("科目") + cell("金额")))
    document = read(data, "a")
    whole = finding(document, "前")
    on_table = Finding("JX1", "info", "k", "题", "文", "t", "q", document.blocks[1].place(0, 0))
    nowhere = Finding("JX1", "odd", "k", "题", "文", "t", "q", document.blocks[0].place(900, 901))  # type: ignore[arg-type]  # no severity, on purpose
    result = annotate(data, document, [whole, on_table, nowhere])
    assert marked(result) == {"0": "前", "1": "科目", "2": "前"}


def test_comments_and_changes_of_others_are_kept() -> None:
    old = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    parts = {
        "comments": root("comments", f'<w:comment w:id="7" w:author="李">{paragraph("旧批注")}</w:comment>')
    }
    deleted = '<w:del w:id="3" w:author="李"><w:r><w:delText>9</w:delText></w:r></w:del>'
    data = build(paragraph(old.format(run("支出5万元")) + deleted), parts)
    document = read(data, "a")
    result = annotate(data, document, [finding(document, "5")])
    assert marked(result) == {"7": "支出5万元", "8": "5"}
    assert comments(result)[0] == "旧批注"
    assert b"<w:delText>9</w:delText>" in unpack(result)["word/document.xml"]
    before, after = unpack(data), unpack(result)
    assert {name for name in after if before.get(name) != after[name]} == {
        "word/document.xml",
        "word/comments.xml",
    }


def test_annotating_twice_adds_to_the_first() -> None:
    data = build(paragraph(SENTENCE))
    document = read(data, "a")
    once = annotate(data, document, [finding(document, "2974.04")])
    twice = annotate(once, read(once, "a"), [finding(document, "94.92%")])
    assert marked(twice) == {"0": "2974.04", "1": "94.92%"}
    assert unpack(twice)["[Content_Types].xml"].count(b"comments+xml") == 1


def test_what_a_comment_says() -> None:
    data = build(paragraph("一、支出") + paragraph(SENTENCE) + table(cell("支出") + cell("2974.04")))
    document = read(data, "a")
    other = Related("2974.04", document.blocks[2].place(0, 7, document.blocks[2].cells[1]))
    one = replace(
        finding(document, "94.92%", 1),
        title_en="Rate",
        related=(other,),
        expression="2974.04 ÷ 3133.08",
        stated="94.92%",
        computed="94.93%",
        suggestion="改为\x0094.93%",
        suggestion_en="Write 94.93%",
    )
    assert comments(annotate(data, document, [one]))[0].splitlines() == [
        "【错误】JX101 执行率算错",
        "应为94.93%。",
        "算式：2974.04 ÷ 3133.08，应为 94.93%，文中 94.92%",
        "建议：改为�94.93%",
        "另见：“2974.04”（“一、支出”下，全文第 1 个图表，第 1 行第 2 列）",
    ]
    assert comments(annotate(data, document, [one], "en"))[0].splitlines() == [
        "[Error] JX101 Rate",
        "Wrong.",
        "Calculation: 2974.04 ÷ 3133.08, computed 94.93%, stated 94.92%",
        "Suggestion: Write 94.93%",
        "See also: “2974.04” (under “一、支出”, table or chart 1 of the document, row 1, column 2)",
    ]


@given(st.lists(st.text("支出5.万元", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_any_stretches_of_any_runs(texts: list[str], data: st.DataObject) -> None:
    whole = "".join(texts)
    file = build(paragraph("".join(run(text, BOLD if index % 2 else "") for index, text in enumerate(texts))))
    document = read(file, "a")
    found = []
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(whole) - 1))
        end = data.draw(st.integers(start + 1, len(whole)))
        place = document.blocks[0].place(start, end)
        found.append(Finding("JX1", "info", "k", "题", "文", "t", whole[start:end], place))
    result = annotate(file, document, found)
    assert marked(result) == {str(index): one.quote for index, one in enumerate(found)}
    assert formatting(result) == formatting(file)
    assert read(result, "a").blocks == document.blocks


def test_no_findings_no_change() -> None:
    data = build(paragraph("文"))
    assert annotate(data, read(data, "a"), []) == data


def test_the_result_is_the_same_every_time() -> None:
    data = build(paragraph(SENTENCE))
    document = read(data, "a")
    assert len({annotate(data, document, [finding(document, "2974")]) for _ in range(3)}) == 1


def test_the_strict_dialect_stays_strict() -> None:
    strict = {
        name: re.sub(
            rb"http://schemas.openxmlformats.org/(wordprocessingml/2006|officeDocument/2006)",
            lambda found: b"http://purl.oclc.org/ooxml/" + found.group(1).split(b"/")[0],
            content,
        )
        for name, content in unpack(build(paragraph(SENTENCE))).items()
    }
    data = pack(strict)
    document = read(data, "a")
    result = annotate(data, document, [finding(document, "2974.04")])
    parts = unpack(result)
    for name in ("word/document.xml", "word/comments.xml"):
        assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in parts[name]
        assert b"wordprocessingml/2006" not in parts[name]
    assert (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in parts["word/_rels/document.xml.rels"]
    )
    assert read(result, "a").blocks == document.blocks
