"""Broken and hostile OFD files: one `ReadError` with a sentence, or as much as can be read."""

import random
import zipfile
from collections import deque
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.ofd.building import HEAD, SPACE, Paper, line, packed, page, text

from jixiao.core.errors import ReadError
from jixiao.formats.ofd.content import Budget, Reader
from jixiao.formats.ofd.package import Package, bodies
from jixiao.formats.ofd.read import read


def cyclic_templates() -> bytes:
    """Two templates, each on the background of the other."""
    common = "".join(f'<ofd:TemplatePage ID="{n}" BaseLoc="Tpls/{n}.xml"/>' for n in (1, 2))
    template = '<ofd:Template TemplateID="{}"/>'
    parts = {f"Doc_0/Tpls/{n}.xml": page(before=template.format(3 - n)) for n in (1, 2)}
    return Paper([page(before=template.format(1))], common=common, parts=dict(parts)).packed()


def cyclic_composites() -> bytes:
    """A composite object that is made of itself."""
    inner = '<ofd:CompositeObject ID="6" ResourceID="5" Boundary="0 0 9 9"/>'
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>'
        f"{inner * 3}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    return Paper([page(inner)], resources=unit).packed()


def billions_of_texts() -> bytes:
    """Composite objects of ten others each, seven deep: ten million texts."""
    units = ""
    for depth in range(7):
        below = f'<ofd:CompositeObject ID="6" ResourceID="{depth + 1}" Boundary="0 0 9 9"/>' * 10
        units += (
            f'<ofd:CompositeGraphicUnit ID="{depth}"><ofd:Content>{below if depth < 6 else text("预算") * 10}'
            "</ofd:Content></ofd:CompositeGraphicUnit>"
        )
    first = '<ofd:CompositeObject ID="6" ResourceID="0" Boundary="0 0 9 9"/>'
    return Paper(
        [page(first)], resources=f"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>"
    ).packed()


def template_on_every_page() -> bytes:
    """A template of a thousand texts below each of five pages."""
    return Paper(
        [page(before='<ofd:Template TemplateID="4"/>')] * 5,
        common='<ofd:TemplatePage ID="4" BaseLoc="Tpls/4.xml"/>',
        parts={"Doc_0/Tpls/4.xml": page(*[text("预")] * 1_000)},
    ).packed()


def without(name: str) -> bytes:
    """A sound file without one of its parts."""
    with zipfile.ZipFile(BytesIO(Paper([page(text("预算"))]).packed())) as archive:
        return packed({one: archive.read(one) for one in archive.namelist() if one != name})


def replaced(name: str, part: str | bytes) -> bytes:
    """A sound file with one part replaced."""
    return Paper([page(text("预算"))], parts={name: part}).packed()


HOSTILE = {
    "path out of the file": (
        Paper([page()], locations={0: "../../../etc/passwd"}).packed(),
        "unsafe_name",
    ),
    "root out of the file": (
        replaced(
            "OFD.xml",
            f"{HEAD}<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>../a.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        "unsafe_name",
    ),
    "cyclic templates": (cyclic_templates(), "too_deep"),
    "cyclic composites": (cyclic_composites(), "too_deep"),
    "doctype": (
        replaced(
            "Doc_0/Pages/Page_0/Content.xml",
            f'{HEAD}<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><ofd:Page {SPACE}>&b;</ofd:Page>',
        ),
        "doctype",
    ),
    "bomb": (replaced("Doc_0/Pages/Page_0/Content.xml", b" " * 60_000_000), "suspicious_compression"),
    "encrypted": (replaced("Encryptions.xml", f"{HEAD}<ofd:Encryptions {SPACE}/>"), "encrypted"),
    "no page": (without("Doc_0/Pages/Page_0/Content.xml"), "missing_part"),
    "no document": (without("Doc_0/Document.xml"), "missing_part"),
    "no body": (replaced("OFD.xml", f"{HEAD}<ofd:OFD {SPACE}/>"), "missing_part"),
    "cut off": (Paper([page(text("预算"))]).packed()[:-40], "damaged_archive"),
    "no XML": (replaced("Doc_0/Document.xml", b"\x00\x01"), "bad_xml"),
    "XML cut off": (replaced("Doc_0/Pages/Page_0/Content.xml", page(text("预算"))[:-30]), "bad_xml"),
}


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_one_sentence_comes_out(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as refused:
        read(data, "a.ofd")
    assert refused.value.code == code
    assert len(refused.value.message) > 10
    assert refused.value.message_en


@pytest.mark.parametrize(
    ("data", "budget"),
    [
        (billions_of_texts(), Budget(objects=2_000)),
        (Paper([page(*[text("预")] * 500)] * 5).packed(), Budget(objects=2_000)),
        (Paper([page(text("预" * 900))] * 5).packed(), Budget(signs=4_000)),
        (template_on_every_page(), Budget(objects=2_000)),
    ],
    ids=["composites", "texts", "signs", "template"],
)
def test_what_is_shown_is_counted(data: bytes, budget: Budget) -> None:
    """With less than the usual budget, for spending that takes ten seconds."""
    package = Package(data)
    (body,) = bodies(package)
    reader = Reader(package, body, budget)
    with pytest.raises(ReadError) as refused:
        deque(reader.page(part, 1) for part in body.pages)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    "strange",
    [
        '<ofd:TextObject ID="9"/>',
        '<ofd:TextObject Boundary="a b" Size="-5" Font=""><ofd:TextCode X="z">预算</ofd:TextCode></ofd:TextObject>',
        '<ofd:TextObject Boundary="0 0 1 1" Size="0" CTM="0 0 0 0 0 0"><ofd:TextCode>预算</ofd:TextCode></ofd:TextObject>',
        '<ofd:TextObject Boundary="1e300 0 1 1" Size="1e300" CTM="1e300 0 0 1 0 0"><ofd:TextCode DeltaX="1e308">预算</ofd:TextCode></ofd:TextObject>',
        '<ofd:PathObject ID="9"/>',
        "<ofd:PathObject><ofd:AbbreviatedData>M 1 L C C B 1 2 Z L 3 4 M</ofd:AbbreviatedData></ofd:PathObject>",
        '<ofd:CompositeObject ResourceID="404"/>',
        "<!-- nothing --><?pi x?>",
    ],
)
def test_strange_objects_do_not_hide_the_others(strange: str) -> None:
    document = read(Paper([page(strange, text("年初预算数", 30, 90))]).packed(), "a.ofd")
    assert document.blocks[-1].text == "年初预算数"


TABLE = [line(30, y, 90, y) for y in (50, 60, 70)] + [line(x, 50, x, 70) for x in (30, 60, 90)]
SOUND = page(*TABLE, text("项目", 32, 52), text("12.5", 62, 62, delta="2.5 2.5 2.5"), text("一、概况"))


@settings(max_examples=200)
@given(st.randoms(use_true_random=False))
def test_mangled_pages_are_read_or_refused(chance: random.Random) -> None:
    signs = list(SOUND)
    for _ in range(chance.randint(1, 12)):
        spot = chance.randrange(len(signs))
        signs[spot : spot + chance.randint(0, 4)] = chance.choices(
            '<>"/=0123456789.- egMLCTx预', k=chance.randint(0, 4)
        )
    attempt(Paper(["".join(signs)]).packed())


@settings(max_examples=100)
@given(st.randoms(use_true_random=False))
def test_mangled_files_are_read_or_refused(chance: random.Random) -> None:
    data = bytearray(Paper([SOUND]).packed())
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    attempt(bytes(data))


def attempt(data: bytes) -> None:
    """Only `ReadError` may come out, and every place can be told."""
    try:
        document = read(data, "a.ofd")
    except ReadError:
        return
    for block in document.blocks:
        for words, cell in block.texts():
            block.place(0, len(words), cell)
