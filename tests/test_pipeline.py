"""The one call behind every surface: what cannot be read, what must never happen, what stays the same."""

import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jixiao.checks import catalogue
from jixiao.claims import extraction
from jixiao.claims.extraction import extract
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.core.collecting import uncollected
from jixiao.core.finding import Finding
from jixiao.core.report import Report
from jixiao.core.solution import Solution
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_bytes, check_document, check_path, check_text, checking

WRONG = (
    "2023年度县档案馆部门整体支出绩效自评报告\n"
    "一、资金情况\n"
    "全年支出合计640.00万元，其中：人员支出415.36万元，占64.90%；公用支出224.64万元，占31.50%。\n"
    "二、项目情况\n"
    "道路保洁项目预算48.00万元，执行45.12万元，执行率49.00%。\n"
)
RIGHT = WRONG.replace("31.50%", "35.10%").replace("49.00%", "94.00%")


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_what_was_read_is_let_go_of_without_the_collector_of_cycles() -> None:
    headings = ("收入决算", "支出决算", "政府性基金预算财政拨款支出决算", "一般公共预算财政拨款支出决算")
    text = "\n".join(
        f"{at}、{heading}情况说明\n无。" for at, heading in zip("一二三四", headings, strict=True)
    )
    with uncollected():
        before = readings()
        assert extract(read_text(text, "公开.txt")).obligations
        assert readings() == before


def readings() -> int:
    """How many documents that were read are still held."""
    return sum(
        type(held) is Reading for held in gc.get_objects()
    )  # isinstance would ask lazy objects what they are


def test_a_missing_file_is_told_with_its_name(tmp_path: Path) -> None:
    report = check_path(tmp_path / "没有.docx")
    assert report.error is not None
    assert report.error.code == "not_found"
    assert "没有.docx" in report.file
    assert report.document is None
    assert not report.findings


def test_a_folder_cannot_be_opened(tmp_path: Path) -> None:
    report = check_path(tmp_path)
    assert report.error is not None
    assert report.error.code == "not_opened"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (bytes(range(256)) * 40, "binary.txt"),
        (b"\x00\x01\x02\x03" * 200, "zeros.txt"),
        (b"PK\x03\x04 no archive", "broken.docx"),
        (b"PK\x03\x04 no archive", "broken.xlsx"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "picture.docx"),
    ],
)
def test_unreadable_content_is_an_error_that_says_what_to_do(data: bytes, name: str) -> None:
    report = check_bytes(data, name)
    assert report.error is not None
    assert report.error.code
    assert str(report.error)
    assert report.sha256
    assert report.document is None


def test_an_empty_file_has_no_findings(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    report = check_path(path)
    assert report.error is not None or not report.findings
    blank = check_text(" \n\t\n　\n")
    assert not blank.findings
    assert blank.certificate is not None
    assert (blank.certificate.numbers, blank.certificate.share) == (0, None)


def test_a_huge_line_is_checked() -> None:
    report = check_text("项目支出48.00万元，" * 5000 + "合计1.00万元。")
    assert report.error is None
    assert report.certificate is not None
    assert report.certificate.numbers > 5000
    assert not [code for code in codes(report) if code.startswith("JX9")]


def test_a_long_line_of_digits_is_no_trouble() -> None:
    for text in ("9" * 100_000, "1," * 20_000, "(" * 20_000, "3.5%" * 1_000, "一" * 20_000, "\t" * 20_000):
        report = check_text(text)
        assert report.error is None
        assert not [code for code in codes(report) if code.startswith("JX9")]


def test_bytes_text_and_document_give_the_same_findings() -> None:
    reports = (
        check_bytes(WRONG.encode("utf-8"), "a.txt"),
        check_bytes(WRONG.encode("gb18030"), "a.txt"),
        check_bytes(WRONG.encode("utf-16"), "a.txt"),
        check_text(WRONG),
        check_document(read_text(WRONG)),
    )
    assert codes(reports[0]) == ["JX102", "JX101"]
    assert all(report.findings == reports[0].findings for report in reports)
    assert not check_text(RIGHT).findings


PIECES = st.sampled_from(
    [
        *"0123456789.,%，。；：、（）()|：\t\n 　-−＋/",
        *(
            "万元",
            "亿元",
            "元",
            "分",
            "个",
            "项",
            "年",
            "月",
            "日",
            "万",
            "亿",
            "％",
            "个百分点",
            "‰",
            "人次",
        ),
        *(
            "其中：",
            "合计",
            "占",
            "完成预算的",
            "比上年增加",
            "增长",
            "减少",
            "下降",
            "分别为",
            "执行率",
            "节约率",
        ),
        *(
            "结余",
            "由",
            "提高到",
            "加上",
            "总支出",
            "项目",
            "基本支出",
            "得分",
            "分值",
            "共",
            "等",
            "上年",
            "2022年",
            "约",
        ),
        *(
            "一、",
            "（一）",
            "1.",
            "（1）",
            "①",
            "表1",
            "单位：万元\n",
            "\t12.3",
            "|8|",
            "12.30万元",
            "3,456.78",
            "45.6%",
        ),
        *(
            "萬元",
            "占總",
            "１２．３",
            "≤95%",
            "≥",
            "〔2023〕15号",
            "：3:4:3",
            "12:45:43",
            "零",
            "〇",
            "两",
            "\r\n",
            "\x0b",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
CELLS = st.lists(
    st.lists(
        st.sampled_from(
            [
                "",
                "0",
                "12.3",
                "45.60",
                "-1.2",
                "33.3%",
                "合计",
                "其中：甲",
                "预算数",
                "决算数",
                "执行率",
                "增减额",
                "占比",
                "项目",
                "得分",
                "分值",
                "/",
                "无",
            ]
        ),
        min_size=1,
        max_size=6,
    ),
    max_size=8,
)


@settings(max_examples=250)
@given(TEXTS)
def test_no_text_crashes(text: str) -> None:
    report = check_text(text)
    assert report.error is None
    assert not [finding for finding in report.findings if finding.code.startswith("JX9")]
    consistent(report)


@settings(max_examples=150)
@given(CELLS, st.sampled_from(["\t", "|", "    ", "\n"]))
@example([["合计", "合计"], ["合计", "项目"], ["合计", "其中：甲"], ["", "", "0", "0"]], "\t")
def test_no_table_crashes(rows: list[list[str]], sign: str) -> None:
    text = "单位：万元\n" + "\n".join(sign.join(row) for row in rows)
    report = check_text(text)
    assert not [finding for finding in report.findings if finding.code.startswith("JX9")]
    consistent(report)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_no_characters_crash(text: str) -> None:
    report = check_text(text)
    assert not [finding for finding in report.findings if finding.code.startswith("JX9")]
    consistent(report)


def consistent(report: Report) -> None:
    """The certificate's numbers add up, and every place lies in the document."""
    certificate = report.certificate
    assert certificate is not None
    assert report.document is not None
    assert certificate.numbers == certificate.checked + certificate.alone + len(certificate.unchecked)
    assert all(count >= 0 for count in (certificate.numbers, certificate.checked, certificate.alone))
    assert certificate.share is None or 0 <= certificate.share <= 1
    assert all(unchecked.why for unchecked in certificate.unchecked)
    blocks = len(report.document.blocks)
    assert all(0 <= finding.place.block < blocks for finding in report.findings)
    identifiers = [claim.id for claim in report.claims]
    assert len(identifiers) == len(set(identifiers))
    assert all(set(finding.claims) <= set(identifiers) for finding in report.findings)


def test_every_number_is_counted_once() -> None:
    for text in (WRONG, RIGHT):
        report = check_text(text)
        consistent(report)
        assert report.certificate is not None
        assert report.certificate.numbers == len(extract(read_text(text)).quantities)


def test_a_check_that_raises_is_reported_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(solution: Solution) -> Iterator[Finding]:
        raise ZeroDivisionError(solution)

    checks = catalogue.load()
    bad = replace(checks[0], names=replace(checks[0].names, code="JX199"), find=broken)
    monkeypatch.setattr(checking, "load", lambda: (bad, *checks))
    report = check_text(WRONG)
    (failure,) = [finding for finding in report.findings if finding.code == "JX901"]
    assert failure.severity == "warning"
    assert "JX199" in failure.message
    assert "ZeroDivisionError" in failure.message_en
    assert sorted(codes(report)) == ["JX101", "JX102", "JX901"]


def test_a_check_that_stops_half_way_keeps_nothing_false(monkeypatch: pytest.MonkeyPatch) -> None:
    def halting(solution: Solution) -> Iterator[Finding]:
        yield from checks[0].find(solution)
        raise RecursionError

    checks = catalogue.load()
    monkeypatch.setattr(checking, "load", lambda: (replace(checks[0], find=halting), *checks[1:]))
    assert "JX901" in codes(check_text(WRONG))


def fingerprints(text: str) -> set[str]:
    return {finding.fingerprint for finding in check_text(text).findings}


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["本报告由办公室编写，经会议审议。", "", "各股室对结果负责。", "内容真实、完整。"]),
        min_size=1,
        max_size=4,
    )
)
def test_a_paragraph_above_changes_no_fingerprint(above: list[str]) -> None:
    title, rest = WRONG.split("\n", 1)
    assert fingerprints("\n".join([title, *above, rest])) == fingerprints(WRONG) != set()


def test_a_changed_figure_changes_its_fingerprint_only() -> None:
    before = fingerprints(WRONG)
    after = fingerprints(WRONG.replace("49.00%", "48.00%"))
    assert len(before) == len(after) == 2
    assert len(before & after) == 1
    assert len(fingerprints(WRONG.replace("31.50%", "35.10%")) & before) == 1


def calls(text: str) -> int:
    """How many functions are called to check a text: work without a clock."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        check_text(text)
    finally:
        sys.setprofile(before)
    return count


def report_of(paragraphs: int) -> str:
    """Paragraphs with figures of their own, so that none repeats another."""
    lines = []
    for number in range(1, paragraphs + 1):
        staff, office = 31_417 * number % 90_000 + 10_000, 27_183 * number % 9_000 + 1_000
        share = staff * 10_000 // (staff + office)
        lines.append(
            f"第{number}类业务支出{(staff + office) / 100:.2f}万元，其中：人员支出{staff / 100:.2f}万元，"
            f"占{share / 100:.2f}%；公用支出{office / 100:.2f}万元。"
        )
    return "\n".join(lines)


def test_ten_times_the_text_takes_about_ten_times_the_work() -> None:
    calls(report_of(10))  # patterns and caches
    assert calls(report_of(400)) <= 12 * calls(report_of(40))


def test_an_extractor_that_raises_is_reported_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(reading: Reading) -> Iterator[Proposal]:
        raise LookupError(reading.title)

    everything = {**extraction.extractors(), "broken": broken}
    monkeypatch.setattr(extraction, "extractors", lambda: everything)
    report = check_text(WRONG)
    assert sorted(codes(report)) == ["JX101", "JX102", "JX901"]
    assert any("broken" in finding.message for finding in report.findings)
