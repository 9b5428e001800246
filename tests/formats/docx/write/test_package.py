"""A written file is whole: parts, content types, relationships, ids, and the order that the schema demands."""

import io
import zipfile

import docx
import pytest
from lxml import etree
from tests.formats.docx.write.opened import Opened, opened
from tests.formats.docx.write.sample import DOCUMENT
from tests.formats.docx.write.schema_order import wrong_orders

from jixiao.core.document import Document
from jixiao.formats.docx.names import R_NAMESPACE, W
from jixiao.formats.docx.write import write

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DOCUMENTS = {"sample": DOCUMENT, "empty": Document("空", "docx", ())}
each = pytest.mark.parametrize("document", _DOCUMENTS.values(), ids=_DOCUMENTS.keys())


@pytest.fixture(scope="module")
def sample() -> Opened:
    return opened(DOCUMENT)


@each
def test_every_part_is_xml_with_a_content_type_and_is_pointed_to(document: Document) -> None:
    file = opened(document)
    types = file.root("[Content_Types].xml")
    defaults = {entry.get("Extension") for entry in types.iter(_TYPES + "Default")}
    overrides = [entry.get("PartName") for entry in types.iter(_TYPES + "Override")]
    assert len(overrides) == len(set(overrides))
    assert {name.lstrip("/") for name in overrides if name} <= set(file.files)
    targets = {target for name in ("", *file.files) for _, target in file.links(name).values()}
    for name, data in file.files.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
        assert f"/{name}" in overrides or name.rpartition(".")[2] in defaults
        if not name.endswith(".rels") and name != "[Content_Types].xml":
            assert name in targets, name
    assert targets <= set(file.files)


@each
def test_elements_stand_in_the_order_of_the_schema(document: Document) -> None:
    file = opened(document)
    for name in file.files:
        if name.startswith("word/") and name.endswith(".xml") and "charts" not in name:
            assert list(wrong_orders(file.root(name))) == [], name


def test_relationships_used_in_the_text_exist(sample: Opened) -> None:
    links = sample.links("word/document.xml")
    used = {
        value for element in sample.main.iter() for key, value in element.attrib.items() if R_NAMESPACE in key
    }
    assert used
    assert used <= set(links)


def test_ids_and_names_are_unique(sample: Opened) -> None:
    starts = [element.get(W + "id") for element in sample.main.iter(W + "bookmarkStart")]
    names = [element.get(W + "name") for element in sample.main.iter(W + "bookmarkStart")]
    ends = [element.get(W + "id") for element in sample.main.iter(W + "bookmarkEnd")]
    assert len(names) == len(set(names)) > 10
    assert len(starts) == len(set(starts))
    assert sorted(map(str, starts)) == sorted(map(str, ends))
    drawings = [
        element.get("id")
        for element in sample.main.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        )
    ]
    assert len(drawings) == len(set(drawings))


def test_styles_and_lists_that_are_used_exist(sample: Opened) -> None:
    styles = {style.get(W + "styleId") for style in sample.root("word/styles.xml").iter(W + "style")}
    lists = {num.get(W + "numId") for num in sample.root("word/numbering.xml").iter(W + "num")}
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml", "word/header1.xml"):
        root = sample.root(name)
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {element.get(W + "val") for element in root.iter(W + tag)} <= styles
        assert {element.get(W + "val") for element in root.iter(W + "numId")} <= lists | {"0"}


def test_bookmarks_of_the_contents_exist(sample: Opened) -> None:
    names = {element.get(W + "name") for element in sample.main.iter(W + "bookmarkStart")}
    anchors = {element.get(W + "anchor") for element in sample.main.iter(W + "hyperlink")}
    assert len(anchors) == 5
    assert anchors <= names


def test_word_has_nothing_to_ask() -> None:
    """``updateFields`` and ``dirty`` make Word ask on opening; nothing points out of the file."""
    for data in opened(DOCUMENT).files.values():
        assert b"updateFields" not in data
        assert b"w:dirty" not in data
        assert b'TargetMode="External"' not in data


def test_the_zip_has_no_dates_and_types_come_first() -> None:
    with zipfile.ZipFile(io.BytesIO(write(DOCUMENT))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_another_library_reads_it() -> None:
    word = docx.Document(io.BytesIO(write(DOCUMENT)))
    assert word.core_properties.title == "2023年度部门整体支出绩效自评报告"
    assert word.core_properties.author == "某某县医疗保障局"
    assert word.core_properties.created is not None
    assert word.core_properties.created.date().isoformat() == "2024-03-15"
    assert [section.orientation for section in word.sections] == [0, 1, 0]
    form = word.tables[-1]
    assert form.cell(2, 0).text == form.cell(4, 0).text == "项目资金\n（万元）"
    assert [style.name for style in word.styles if style.name and style.name.startswith("Heading")]
