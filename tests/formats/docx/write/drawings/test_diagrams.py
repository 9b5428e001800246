"""Diagrams of Word files: every box is read again, and LibreOffice keeps and shows them."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.formats.docx.building import unpack
from tests.formats.docx.write.drawings.making import chart, diagram, word_file
from tests.support import require

from jixiao.formats.docx.read import read
from jixiao.formats.docx.render import to_pdf

Nodes = tuple[str | tuple[str, int], ...]
TREE: Nodes = ("评价领导小组", ("评价工作组", 0), ("专家组", 0), ("数据采集岗", 1), ("绩效管理专家", 2))
FLOW: Nodes = (
    "收集资料",
    ("制定方案", 0),
    ("单位自评", 1),
    ("现场核查", 2),
    ("数据分析", 3),
    ("撰写报告", 4),
)
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)


def boxes(data: bytes) -> list[str]:
    return [block.text for block in read(data, "a.docx").blocks if block.part == "textbox"]


@given(st.lists(NAMES, min_size=1, max_size=9))
def test_every_box_is_read(names: list[str]) -> None:
    steps: Nodes = (names[0], *((name, at) for at, name in enumerate(names[1:])))
    assert boxes(word_file([diagram("flow", steps)])) == names


def test_boxes_of_a_tree_are_read_from_the_top() -> None:
    assert boxes(word_file([diagram("tree", TREE)])) == [
        "评价领导小组",
        "评价工作组",
        "数据采集岗",
        "专家组",
        "绩效管理专家",
    ]


def test_an_office_without_groups_shows_the_texts() -> None:
    body = unpack(word_file([diagram("flow", FLOW)]))["word/document.xml"]
    (alternate,) = etree.fromstring(body).iter("{*}AlternateContent")
    assert [etree.QName(child).localname for child in alternate] == ["Choice", "Fallback"]
    assert "".join(map(str, alternate[1].itertext())).startswith("收集资料 → 制定方案 → ")
    choice = alternate[0]
    assert choice.get("Requires") in choice.nsmap


def test_drawings_and_shapes_have_numbers_of_their_own() -> None:
    blocks = [diagram("tree", TREE), chart("bar", (("", "甲"), ("乙", "1.00"))), diagram("flow", FLOW)]
    root = etree.fromstring(unpack(word_file(blocks))["word/document.xml"])
    found = [element.get("id") for tag in ("{*}docPr", "{*}cNvPr") for element in root.iter(tag)]
    assert len(found) == len(set(found)) == 3 + (5 + 6) + (6 + 5)


def test_the_text_of_a_diagram_stands_below_it() -> None:
    block = replace(diagram("tree", TREE[:1]), text="评价组织图")
    found = [(one.part, one.text) for one in read(word_file([block]), "a.docx").blocks]
    assert found == [("textbox", "评价领导小组"), ("body", "评价组织图")]


def test_a_diagram_without_boxes_leaves_no_drawing() -> None:
    assert b"<w:drawing>" not in unpack(word_file([diagram("tree", ())]))["word/document.xml"]


@pytest.mark.parametrize(("kind", "nodes"), [("tree", TREE), ("flow", FLOW)])
def test_libreoffice_keeps_and_shows_every_box(tmp_path: Path, kind: str, nodes: Nodes) -> None:
    office = require("soffice")
    made = word_file([diagram("tree" if kind == "tree" else "flow", nodes)])
    (tmp_path / "a.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    folder = str(tmp_path / "out")
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        folder,
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    kept = boxes((tmp_path / "out" / "a.docx").read_bytes())
    assert sorted(kept) == sorted(boxes(made))
    pdf = to_pdf(made)
    assert pdf is not None
    (tmp_path / "a.pdf").write_bytes(pdf)
    shown = subprocess.run(
        [require("pdftotext"), "-raw", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode("utf-8")
    assert all(text in shown.replace("\n", "") for text in kept)
