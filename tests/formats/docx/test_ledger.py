"""The ledger of a file is found by its namespace, and marks stand where the bookmarks do."""

from decimal import Decimal

import pytest
from tests.formats.docx.building import build, cell, pack, paragraph, run, table, unpack
from tests.formats.docx.ledgers import (
    HEAD,
    anchored,
    document,
    end,
    entry,
    figure,
    file,
    ledger,
    start,
)
from tests.formats.docx.test_numbering import item, level, numbering
from tests.formats.docx.test_parts import DRAWING, box, chart, series

from jixiao.core.ledger import Entry
from jixiao.core.look import Mark
from jixiao.core.recorded import compare
from jixiao.formats.docx.read import read

NAME = "_jx00001"
ONE = ledger(entry(NAME, "866.74万元", ' value="866.74"'))
DELETED = '<w:del w:id="9"><w:r><w:delText>866.74</w:delText></w:r></w:del>'


def test_entries_and_marks_are_read() -> None:
    found = document(paragraph(run("支出") + figure(NAME, "866.74万元") + run("。")), ONE)
    assert found.ledger is not None
    assert (found.ledger.kind, found.ledger.department, found.ledger.year) == ("evaluation", "某局", 2023)
    assert (found.ledger.rulebook, found.ledger.facts_digest) == ("cn", "00ff")
    assert found.ledger.entries == (
        Entry(NAME, "866.74万元", Decimal("866.74"), "万元", 2, "fact", ("budget.outturn",)),
    )
    assert (found.ledger.missing, found.ledger.unreadable, found.notes) == ((), "", ())
    assert found.blocks[0].marks == (Mark(2, 10, "figure", NAME),)


def test_files_without_ledger_have_none() -> None:
    found = document(paragraph(start("_Toc1") + run("支出5万元") + end()), "<other/>")
    assert (found.ledger, anchored(found), found.notes) == (None, [], ())


def test_marks_without_ledger_are_kept() -> None:
    found = document(paragraph(figure(NAME, "5")), None)
    assert (found.ledger, anchored(found)) == (None, [(NAME, "5")])


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (start(NAME) + run("86") + run("6.7", "<w:b/>") + run("4") + end(), "866.74"),
        (f"<w:hyperlink>{start(NAME)}{run('866')}</w:hyperlink>{run('.74')}{end()}", "866.74"),
        (start(NAME) + DELETED + f'<w:ins w:id="8">{run("868.74")}</w:ins>' + end(), "868.74"),
        (f'{start(NAME)}<w:ins w:id="8">{run("868")}{end()}</w:ins>{run("年")}', "868"),
        (f"<w:sdt><w:sdtContent>{figure(NAME, '866.74')}</w:sdtContent></w:sdt>", "866.74"),
        (start(NAME) + run("86\u00ad6.74") + end(), "866.74"),
        (start(NAME) + run("866") + "<w:r><w:tab/></w:r>" + end(), "866"),
        (start(NAME) + DELETED + end(), ""),
        (f'<w:del w:id="9">{start(NAME)}<w:r><w:delText>8</w:delText></w:r>{end()}</w:del>', ""),
        (start(NAME) + run("8", "<w:vanish/>") + end(), ""),
        (figure(NAME, ""), ""),
    ],
    ids=[
        "runs",
        "link",
        "revised",
        "across an insertion",
        "content control",
        "soft hyphen",
        "blank at the end",
        "deleted by revision",
        "anchor deleted by revision",
        "hidden",
        "emptied",
    ],
)
def test_marks_cover_what_is_shown_between_the_ends_of_the_bookmark(inner: str, text: str) -> None:
    found = document(paragraph(run("支出") + inner), ONE)
    assert anchored(found) == [(NAME, text)]
    if not text:
        assert found.blocks[0].marks == (Mark(2, 2, "figure", NAME),)


@pytest.mark.parametrize(
    ("before", "behind", "text"),
    [
        ("图", "866.74万元 支出", "866.74万元"),
        ("支出866.74万元", "。", "866.74万元"),
        ("图", "868.74万元 支出", ""),
        ("支出1", "866.74万元", ""),
        ("支出1.", "866.74万元", ""),
        ("支出", "", ""),
    ],
    ids=["behind", "before", "another number", "part of a number", "part of decimals", "taken out"],
)
def test_bookmarks_closed_too_early_cover_the_figure_beside_them(before: str, behind: str, text: str) -> None:
    found = document(paragraph(run(before) + start(NAME) + end() + run(behind)), ONE)
    assert anchored(found) == [(NAME, text)]


def test_figures_of_other_bookmarks_are_not_taken() -> None:
    both = ledger(entry(NAME, "5") + entry("_jx2", "5"))
    found = document(paragraph(start(NAME) + end() + figure("_jx2", "5", 2)), both)
    assert sorted(anchored(found)) == [(NAME, ""), ("_jx2", "5")]


def test_automatic_numbers_and_blanks_shift_the_marks() -> None:
    found = document(item(run("　支出") + figure(NAME, "5万元")), ONE, numbering(level(0, "%1.")))
    assert found.blocks[0].text == "1.支出5万元"
    assert anchored(found) == [(NAME, "5万元")]


def test_cells_have_marks_of_their_own() -> None:
    second = paragraph("（调整）") + paragraph(figure("_jx2", "9.5", 2))
    body = table(cell(paragraph(figure(NAME, "8.0"))) + cell(second))
    assert anchored(document(body, ledger(entry(NAME, "8.0") + entry("_jx2", "9.5")))) == [
        (NAME, "8.0"),
        ("_jx2", "9.5"),
    ]


def test_ends_between_paragraphs_and_stretches_over_two() -> None:
    body = (
        start(NAME)
        + paragraph(run("866"))
        + end()
        + paragraph(start("_jx2", 2) + run("74"))
        + paragraph(run("5") + end(2))
    )
    assert anchored(document(body, ONE)) == [(NAME, "866"), ("_jx2", "74")]


def test_every_copy_of_a_bookmark_counts() -> None:
    body = paragraph(figure(NAME, "5")) + paragraph(figure(NAME, "6")) + paragraph(figure(NAME, "7", 2))
    assert anchored(document(body, ONE)) == [(NAME, "5"), (NAME, "6"), (NAME, "7")]


def test_text_boxes_and_notes() -> None:
    note = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="1">{paragraph(figure("_jx2", "9", 2))}</w:footnote></w:footnotes>'
    body = paragraph(
        run("支出") + box(paragraph(figure(NAME, "5"))) + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    )
    assert anchored(document(body, ONE, {"footnotes": note})) == [(NAME, "5"), ("_jx2", "9")]


def test_ends_without_starts_and_starts_without_ends() -> None:
    found = document(paragraph(end(4) + start(NAME) + run("5")), ONE)
    assert anchored(found) == []
    assert found.ledger is not None
    assert found.ledger.missing == (NAME,)


def test_entries_without_anchor_are_missing() -> None:
    found = document(paragraph("支出"), ledger(entry("_jx1", "5") + entry("_jx2", "6")))
    assert found.ledger is not None
    assert found.ledger.missing == ("_jx1", "_jx2")


def test_the_part_is_found_by_its_namespace_wherever_it_is() -> None:
    body = paragraph(figure(NAME, "5"))
    other = file(body, ONE, name="itemProps7")
    assert read(other, "a").ledger is None  # a part of properties only names the namespace
    files = unpack(build(body))
    unlinked = pack({**files, "CustomXml/daten.xml": ONE.encode()})
    assert read(unlinked, "a").ledger is not None
    prefixed = (
        ONE.replace("<", "<q:").replace("<q:/", "</q:").replace("<q:?", "<?").replace("xmlns=", "xmlns:q=")
    )
    assert read(file(body, prefixed), "a").ledger is not None
    wide = ONE.replace('?xml version="1.0"?', '?xml version="1.0" encoding="utf-16"?').encode("utf-16")
    assert read(file(body, wide), "a").ledger is not None


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (ONE[:-9], "XML"),
        ("<!DOCTYPE ledger>" + ledger(""), "DOCTYPE"),
        (ONE.replace(":1", ":2"), "更新版本"),
        (ledger(entry(NAME, "5") * 2), "两条"),
        (ledger(entry("_jy1", "5")), "name"),
        (ledger(entry(NAME, "")), "来源或印出的数"),
        (ONE.replace('"fact"', '"dream"'), "来源或印出的数"),
        (ONE.replace('866.74"', 'NaN"'), "value"),
        (ONE.replace('decimals="2"', 'decimals="-2"'), "decimals"),
        (ONE.replace('decimals="2"', ""), "decimals"),
        (ONE.replace('decimals="2"', 'decimals="2" colour="red"'), "colour"),
        (ledger("", HEAD.replace("2023", "二〇二三")), "year"),
        (ledger("", HEAD.replace("kind", "sort")), "kind"),
        (ledger("<figure/>"), "figure"),
        (ledger(entry(NAME, "5", facts="<fact><fact/></fact>")), "fact"),
        (ledger(entry(NAME, "5", ' chart="1 2"')), "chart"),
    ],
)
def test_a_ledger_that_breaks_a_rule_is_unreadable(part: str, why: str) -> None:
    found = document(paragraph(figure(NAME, "5")), part)
    assert found.ledger is not None
    assert why in found.ledger.unreadable
    assert found.ledger.entries == ()
    assert any("台账" in note for note in found.notes)
    assert anchored(found) == [(NAME, "5")]


def test_two_different_ledgers_are_unreadable_and_two_copies_are_one() -> None:
    files = unpack(file(paragraph(figure(NAME, "5")), ONE))
    twice = pack({**files, "customXml/item2.xml": ONE.encode()})
    assert read(twice, "a").ledger == read(pack(files), "a").ledger
    other = pack({**files, "customXml/item2.xml": ledger("").encode()})
    found = read(other, "a").ledger
    assert found is not None
    assert found.unreadable


def test_many_open_bookmarks_take_no_longer_than_many_closed_ones() -> None:
    body = paragraph("".join(start(f"_jx{number}", number) + run("5") for number in range(20_000)))
    assert (
        anchored(document(body + "".join(end(number) for number in range(20_000)), ONE))[0][1] == "5" * 20_000
    )


CHARTED = chart(f"<c:barChart>{series('支出', ['35.30', '40'])}</c:barChart>", "收支")
OTHER = chart(f"<c:barChart>{series('支出', ['1', '2'])}</c:barChart>", "其他")
IN_CHART = ledger(
    entry("_jx1", "35.3", ' chart="1 1 1"')
    + entry("_jx2", "40.00", ' chart="1 2 1"')
    + entry("_jx3", "1", ' chart="0 1 1"')
)
SECOND = DRAWING.replace("chart1", "chart2")


def test_figures_of_charts_are_known_by_chart_row_and_column() -> None:
    found = document(
        paragraph(DRAWING) + paragraph(SECOND), IN_CHART, {"charts/chart1": OTHER, "charts/chart2": CHARTED}
    )
    assert anchored(found) == [("_jx3", "1.00"), ("_jx1", "35.30"), ("_jx2", "40.00")]
    assert found.ledger is not None
    assert found.ledger.missing == ()


def test_a_chart_is_known_again_where_others_are_gone() -> None:
    found = document(paragraph(DRAWING), IN_CHART, {"charts/chart1": CHARTED})
    assert anchored(found) == [("_jx1", "35.30"), ("_jx2", "40.00")]
    assert found.ledger is not None
    assert found.ledger.missing == ("_jx3",)


def test_a_chart_with_other_figures_is_the_one_of_its_number() -> None:
    found = document(
        paragraph(DRAWING) + paragraph(SECOND), IN_CHART, {"charts/chart1": CHARTED, "charts/chart2": OTHER}
    )
    assert {name for name, _ in anchored(found)} == {"_jx1", "_jx2", "_jx3"}
    changed = chart(f"<c:barChart>{series('支出', ['7', '8'])}</c:barChart>")
    found = document(
        paragraph(DRAWING) + paragraph(SECOND), IN_CHART, {"charts/chart1": OTHER, "charts/chart2": changed}
    )
    assert dict(anchored(found))["_jx1"] == "7.00"


def test_titles_and_categories_of_charts_have_figures_too() -> None:
    part = ledger(
        entry("_jx1", "2023", ' chart="0"')
        + entry("_jx2", "2022", ' chart="0 1 0"')
        + entry("_jx3", "2024", ' chart="0 2 0"')
        + entry("_jx4", "35.3", ' chart="0 1 1"')
    )
    found = document(
        paragraph(DRAWING),
        part,
        {"charts/chart1": chart(f"<c:barChart>{series('支出', ['35.30', '40'])}</c:barChart>", "2023年收支")},
    )
    assert found.blocks[0].marks == (Mark(0, 4, "figure", "_jx1"),)
    texts = {"_jx1": "2023", "_jx2": "2022", "_jx3": "2023年", "_jx4": "35.30"}
    assert dict(anchored(found)) == texts
    assert [one.state for one in compare(found)] == ["matches", "matches", "changed", "matches"]


def test_a_cell_of_a_chart_may_hold_two_figures() -> None:
    part = ledger(entry("_jx1", "2022", ' chart="0 1 0"') + entry("_jx2", "2", ' chart="0 1 0"'))
    inner = f"<c:barChart>{series('支出', ['35.30', '40']).replace('2022年', '2022年第2批')}</c:barChart>"
    found = document(paragraph(DRAWING), part, {"charts/chart1": chart(inner, "题")})
    assert found.blocks[0].cells[2].marks == (Mark(0, 4, "figure", "_jx1"), Mark(6, 7, "figure", "_jx2"))
