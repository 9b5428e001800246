"""Signatures, seal and date below a form printed alone, as the rulebook has them."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.support import ROOT

from jixiao.core.document import Block
from jixiao.dossiers.discovery import read
from jixiao.pipeline.reporting import Office

EXAMPLES = ROOT / "examples"


def below(example: str, kind: str, date: str = "", project: str | None = None) -> list[Block]:
    """The tables of the form with a place for a seal."""
    dossier = read(EXAMPLES / example)
    report = Office().write(dossier, kind, "docx", draft=True, date=date, project=project)
    assert report.report.document is not None
    return [
        block
        for block in report.report.document.blocks
        if any(cell.text == "填报单位（公章）" for cell in block.cells)
    ]


def texts(block: Block) -> list[str]:
    return [cell.text for cell in block.cells]


@pytest.mark.parametrize("kind", ["department_self_evaluation", "department_target"])
def test_a_form_of_the_department_has_room_to_sign_and_seal(kind: str) -> None:
    (block,) = below("430406-yanfeng-2023", kind)
    assert texts(block)[::2][:3] == ["填报人（签字）", "单位负责人（签字）", "财务负责人（签字）"]
    assert "年" in texts(block)[7]  # to be written by hand


def test_the_day_that_is_given_is_printed() -> None:
    (block,) = below("430406-yanfeng-2023", "department_self_evaluation", "2024-03-05")
    assert "2024-03-05" in texts(block) or "2024年3月5日" in texts(block)


def test_a_form_with_its_own_place_for_signatures_gets_no_second_one() -> None:
    project = read(EXAMPLES / "511902-bazhou-2023").projects[0].code
    assert below("511902-bazhou-2023", "project_self_evaluation", project=project) == []


def test_names_that_are_known_stand_beside_their_signatures() -> None:
    dossier = read(EXAMPLES / "610902-hengkou-2023")
    named = dossier.projects[0].model_copy(update={"manager": "甲某"})
    changed = dossier.model_copy(update={"projects": (named, *dossier.projects[1:])})
    report = Office().write(changed, "project_target", "docx", draft=True, project=named.code)
    assert report.report.document is not None
    cells = [text for block in report.report.document.blocks if block.cells for text in texts(block)]
    assert cells[cells.index("项目负责人（签字）") + 1] == "甲某"


def test_a_form_within_a_report_is_not_signed() -> None:
    assert below("430406-yanfeng-2023", "self_evaluation") == []


def test_no_page_bears_nothing_but_signatures() -> None:
    """The last rows of the form stay on one page with the place for signatures, whatever stands between."""
    dossier = read(EXAMPLES / "430406-yanfeng-2023")
    report = Office().write(dossier, "department_self_evaluation", "docx", draft=True)
    body = Document(io.BytesIO(report.data)).element.body
    pieces = list(body)
    signs = next(place for place, one in enumerate(pieces) if "填报单位（公章）" in "".join(one.itertext()))
    form = max(place for place, one in enumerate(pieces[:signs]) if one.tag == qn("w:tbl"))
    last = [one for row in list(pieces[form].iter(qn("w:tr")))[-3:] for one in row.iter(qn("w:p"))]
    between = pieces[form + 1 : signs]
    assert last
    assert all(one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in (*last, *between))
