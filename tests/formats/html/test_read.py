"""A page becomes what its reader sees: headings, paragraphs, items and tables in order."""

import time

import pytest

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.html import read as module
from jixiao.formats.html.read import read
from jixiao.formats.html.recognise import recognise


def page(body: str) -> Document:
    return read(
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>标题</title></head><body>{body}".encode(),
        "x.html",
    )


def texts(body: str) -> list[str]:
    return [block.text for block in page(body).blocks]


def cells(body: str, number: int = 0) -> list[tuple[int, int, str, int, int]]:
    tables = [block for block in page(body).blocks if block.cells]
    return [(c.row, c.column, c.text, c.row_span, c.column_span) for c in tables[number].cells]


def test_order_kinds_and_levels() -> None:
    document = page(
        "<h1>2023年度绩效自评报告</h1><h2>一、部门概况</h2><p>（一）主要职能</p><p>本部门共有编制 50 人，经费35.32万元。</p>"
        "<p>1.项目资金执行率为94.67%，全年预算数35.32万元，执行数33.44万元，完成情况良好。</p><div>散文<b>加粗</b>字</div>尾"
    )
    assert [(b.kind, b.level, b.number) for b in document.blocks] == [
        ("heading", 1, ""),
        ("heading", 2, "一、"),
        ("heading", 3, "（一）"),
        ("paragraph", 0, ""),
        ("item", 4, "1."),
        ("paragraph", 0, ""),
        ("paragraph", 0, ""),
    ]
    assert document.blocks[5].text == "散文加粗字"
    assert [b.index for b in document.blocks] == list(range(7))


def test_what_no_reader_sees_is_left_out() -> None:
    body = (
        "<nav>首页</nav><header>站名</header><script>var x=1</script><style>p{}</style><noscript>x</noscript>"
        "<p hidden>a</p><p style='color:red; DISPLAY : none'>b</p><form><input value=1><select><option>c</select>"
        "<textarea>d</textarea><button>e</button><p>正文</p></form><template><p>f</p></template><!-- g --><footer>h</footer>"
        "<svg><text>i</text></svg><p><del>旧</del><ins>新</ins></p>"
    )
    assert texts(body) == ["正文", "新"]


def test_entities_and_white_space() -> None:
    assert texts("<p>&nbsp;&nbsp;A&lt;B&amp;C  &#20013;\n  国&yen;5\u200b0</p>") == ["A<B&C 中国¥50"]
    assert texts("<p>执行数\n      35.32 万元</p>") == ["执行数 35.32 万元"]
    assert texts("<pre>甲  乙\n丙</pre>") == ["甲 乙", "丙"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲。<br>乙。</p>", ["甲。", "乙。"]),
        ("<p>甲<br><br>乙</p>", ["甲", "乙"]),
        ("<p>甲<br>　　乙</p>", ["甲", "乙"]),
        ("<p>甲<br>&nbsp;&nbsp;&nbsp;乙</p>", ["甲", "乙"]),
        ("<p>甲<br>二、乙</p>", ["甲", "二、乙"]),
        ("<p>2023年度报告<br>某某县民政局</p>", ["2023年度报告", "某某县民政局"]),
        (
            "<p>本年度部门预算安排项目支出共计三百五十三点二<br>万元，实际支出三百五十三点二万元，执行率为百分之百</p>",
            [
                "本年度部门预算安排项目支出共计三百五十三点二万元，实际支出三百五十三点二万元，执行率为百分之百"
            ],
        ),
        ("<br><br>", []),
    ],
)
def test_line_breaks_part_paragraphs_only_where_plain(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol type=a><li>甲<li>乙</ol>", ["a. 甲", "b. 乙"]),
        ("<ol type=I start=4><li>甲</ol>", ["IV. 甲"]),
        ("<ol style='list-style-type: cjk-ideographic' start=12><li>甲</ol>", ["十二、甲"]),
        ("<ol style='list-style: none inside'><li>1、甲</ol>", ["1、甲"]),
        ("<ol><li>1、甲<li><li>丙</ol>", ["1、甲", "3. 丙"]),
        ("<ol><li><p>甲。</p><p>乙。</p></ol>", ["1. 甲。", "乙。"]),
        ("<ul><li>甲<ol><li>乙</ol><li>丙</ul>", ["甲", "1. 乙", "丙"]),
        ("<ol start=99999999999><li>甲</ol>", ["1. 甲"]),
        ("<li>甲</li>", ["甲"]),
        ("<ol style='list-style:decimal-leading-zero'><li>甲</ol>", ["01. 甲"]),
    ],
)
def test_lists_show_the_numbers_that_browsers_show(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_items_know_their_depth() -> None:
    blocks = page("<ul><li>甲<ul><li>乙</ul></ul>").blocks
    assert [(b.kind, b.level) for b in blocks] == [("item", 1), ("item", 2)]


def test_table_with_spans_told_once() -> None:
    body = (
        "<table><caption>表1 收支</caption><tfoot><tr><td>合计<td colspan=2>3</tfoot><thead><tr><th rowspan=2>项目<th colspan=2>金额"
        "<tr><th>预算<th>决算</thead><tr><td>甲<br>乙<td>1<td></table>"
    )
    assert texts(body)[0] == "表1 收支"
    assert cells(body) == [
        (0, 0, "项目", 2, 1),
        (0, 1, "金额", 1, 2),
        (1, 1, "预算", 1, 1),
        (1, 2, "决算", 1, 1),
        (2, 0, "甲\n乙", 1, 1),
        (2, 1, "1", 1, 1),
        (2, 2, "", 1, 1),
        (3, 0, "合计", 1, 1),
        (3, 1, "3", 1, 2),
    ]


def test_spans_end_with_their_group() -> None:
    body = "<table><tr><td rowspan=0>甲<td rowspan=-5>1<td rowspan=x>2<tr><td>3<td>4</table>"
    assert [(c[0], c[1], c[3]) for c in cells(body)] == [
        (0, 0, 2),
        (0, 1, 1),
        (0, 2, 1),
        (1, 1, 1),
        (1, 2, 1),
    ]


def test_nested_tables_follow_the_outer_one() -> None:
    inner = "<table><tr><td>a<td>1<tr><td>b<td>2</table>"
    body = f"<table><tr><td>甲<td>5<tr><td>乙<td>{inner}</table><p>后</p>"
    blocks = page(body).blocks
    assert [(b.kind, b.table) for b in blocks] == [("table", 0), ("table", 1), ("paragraph", None)]
    assert [c[2] for c in cells(body)] == ["甲", "5", "乙", ""]


def test_tables_that_lay_out_a_page_are_opened() -> None:
    inner = "<table><tr><td>a<td>1<tr><td>b<td>2</table>"
    assert texts("<table><tr><td><p>甲。</p><p>乙。</p></table>") == ["甲。", "乙。"]
    assert texts(f"<table><tr><td>标题<tr><td>{inner}</table>") == ["标题", ""]
    assert texts("<table role=presentation><tr><td>甲<td>乙</table>") == ["甲", "乙"]
    menu = "<p>一</p>" * 6
    assert len(texts(f"<table><tr><td>{menu}<td>正文。{inner}</table>")) == 8


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=gb2312><p>预算数为㎡35.32万元镕".encode("gb18030"),
        "<p>预算数为㎡35.32万元镕".encode("gb18030"),
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>预算数为㎡35.32万元镕".encode(),
        "<meta charset=utf-8><p>预算数为㎡35.32万元镕".encode("gb18030"),
        "<meta charset=gbk><p>预算数为㎡35.32万元镕".encode(),
        "<meta charset=rot13><p>预算数为㎡35.32万元镕".encode(),
        "<p>预算数为㎡35.32万元镕".encode("utf-16"),
        "<p>预算数为㎡35.32万元镕".encode("utf-16-le"),
        "<p>预算数为㎡35.32万元镕".encode("utf-16-be"),
        "<p>预算数为㎡35.32万元镕".encode("utf-8-sig"),
    ],
)
def test_charsets(data: bytes) -> None:
    assert recognise(data, "x")
    document = read(data, "x.html")
    assert (document.blocks[0].text, document.notes) == ("预算数为㎡35.32万元镕", ())


def test_stray_bytes_are_noted_and_garbage_is_refused() -> None:
    document = read("<meta charset=utf-8><p>预算数为35.32万元。".encode() * 9 + b"\xff", "x.html")
    assert "1 处字符" in document.notes[0]
    with pytest.raises(ReadError) as caught:
        read(b"<p>" + b"\xff" * 100, "x.html")
    assert caught.value.code == "not_text"


def test_nothing_to_read_is_noted() -> None:
    assert "没有可读取的文字" in page("<script>x</script>").notes[0]


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul", "table", "section"])
def test_deep_nesting_is_refused_at_once(tag: str) -> None:
    started = time.monotonic()
    with pytest.raises(ReadError) as caught:
        page(f"<{tag}>" * 100_000 + "x")
    assert caught.value.code == "too_deep"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "part", ["<p>甲", "<li>甲", "<table><tr><td>甲</table>", "<div>甲</div>", "<b>甲</b>", "<br>甲"]
)
def test_many_elements_are_no_depth(part: str) -> None:
    assert page(part * 11_000).blocks


def test_deepest_admitted_nesting() -> None:
    assert texts("<div>" * 5000 + "x") == ["x"]
    assert len(page("<table><tr><td>甲<td>乙<tr><td>" * 2000).blocks) == 2000


def test_giant_spans() -> None:
    assert cells("<table><tr><td colspan=1000000000 rowspan=1000000000>甲<td>乙</table>") == [
        (0, 0, "甲", 1, 1000),
        (0, 1000, "乙", 1, 1),
    ]
    rows = "<tr>" + "<td colspan=1000 rowspan=65534>1" * 3000 + "<tr><td>2" * 3000
    assert "范围过大" in page(f"<table>{rows}</table>").notes[0]


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    with pytest.raises(ReadError) as caught:
        page("x")
    assert caught.value.code == "too_large"


def test_recognise() -> None:
    assert recognise(b"\n <!DOCTYPE HTML PUBLIC", "x.txt")
    assert recognise(b"<table border=1><tr><td>1", "x.xls")
    assert recognise(b"text <p>more</p>", "x.htm")
    assert not recognise(b"text <p>more</p>", "x.txt")
    assert not recognise("<某某>项目".encode(), "x.txt")
    assert not recognise(b"", "x.html")
