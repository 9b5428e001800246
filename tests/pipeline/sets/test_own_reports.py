"""Our own reports of one dossier tell every fact alike; one figure changed in one of them is found."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from bench.departments import department
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.support import ROOT

from jixiao.claims.across.binding import Bound
from jixiao.claims.across.comparing import told_by
from jixiao.claims.across.members import gather
from jixiao.core.document import Block, Document
from jixiao.core.dossier import Dossier
from jixiao.core.report import Report
from jixiao.core.set_report import SetReport
from jixiao.dossiers.discovery import read
from jixiao.pipeline import check_bytes, check_document, check_path
from jixiao.pipeline.reporting import Office
from jixiao.pipeline.sets import check_set
from jixiao.pipeline.workbooks import written_workbook
from jixiao.rulebooks.loading import load

OFFICE = Office()
FORMATS = ("docx", "html", "xlsx")
BAZHOU = ROOT / "examples" / "511902-bazhou-2023"
PLACES = ("cn", "511902-bazhou", "610902-hengkou", "620723-linze", "130609-xushui", "430406-yanfeng")
# Shrinking writes hundreds of reports and says no more: the findings name file, place and figure.
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]


def written(dossier: Dossier) -> list[Report]:
    """A report of every kind that the place offers, each in another format than the one before."""
    reports: list[Report] = []
    for offer in OFFICE.offers(dossier):
        for project in offer.projects if offer.projects and not offer.together else [None]:
            form = FORMATS[len(reports) % len(FORMATS)]
            released = OFFICE.write(dossier, offer.kind, form, project=project, draft=True)
            reports.append(check_bytes(released.data, f"{offer.kind}-{project or 'all'}.{form}"))
    return reports


@cache
def bazhou() -> tuple[Report, ...]:
    """Bazhou's documents: every kind, the workbook, and the published narrative, corrected."""
    workbook = check_bytes(written_workbook(BAZHOU), "填报.xlsx")
    narrative = replace(check_path(BAZHOU / "report-corrected.txt"), file="决算.txt")
    return (*written(read(BAZHOU)), workbook, narrative)


def points(place: str) -> int:
    scheme = load(place).rules(2023).schemes["project"].value
    return 90 if any(group.role == "execution" for group in scheme.groups) else 100


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=2, phases=UNSHRUNK, print_blob=True)
@given(chance=st.randoms(use_true_random=False), projects=st.integers(1, 4))
def test_reports_of_one_dossier_agree(place: str, chance: Random, projects: int) -> None:
    dossier = department(chance, place, projects=projects, points=points(place))
    report = check_set(written(dossier))
    assert [finding.message for finding in report.findings] == []
    assert report.left_out == ()


@pytest.mark.parametrize("place", PLACES)
def test_our_reports_say_of_which_stage_an_amount_is(place: str) -> None:
    """Nobody has to guess it, so no two stages are ever taken for one, whatever their digits."""
    dossier = department(Random(1), place, projects=2, points=points(place))  # noqa: S311  # drawn, not secret
    documents = [(one.file, one.document) for one in written(dossier) if one.document is not None]
    for key, by_file in told_by(gather(documents, []).own).items():
        bounds = [bound for told in by_file.values() for bound in told]
        if len(by_file) > 1 and any("口径" in bound.doubts for bound in bounds):
            assert len({bound.quantity.value for bound in bounds}) == 1, (key, bounds)


@pytest.mark.parametrize("folder", sorted(path.parent for path in (ROOT / "examples").glob("*/dossier.toml")))
def test_reports_of_the_five_departments_agree(folder: Path) -> None:
    report = check_set(written(read(folder)))
    assert [finding.message for finding in report.findings] == []


def test_narrative_and_workbook_agree_with_the_reports() -> None:
    report = check_set(bazhou())
    assert report.compared >= 60
    assert report.findings == ()


@settings(max_examples=25, deadline=None, phases=UNSHRUNK, print_blob=True)
@given(data=st.data())
def test_one_changed_figure_is_found(data: st.DataObject) -> None:
    reports = bazhou()
    bound = data.draw(st.sampled_from(shared(reports)))
    digit = data.draw(st.sampled_from("123456789"))
    changed = altered_set(reports, bound, digit)
    if changed is not None:
        assert finds(changed, bound.quantity.place.file), (bound.item, bound.quantity.text, digit)


def shared(reports: Sequence[Report]) -> list[Bound]:
    """The known figures of three digits or more that another file tells, too."""
    documents = [(report.file, report.document) for report in reports if report.document is not None]
    groups = told_by(gather(documents, []).own)
    return [
        bound
        for by_file in groups.values()
        if len(by_file) > 1
        for bounds in by_file.values()
        for bound in bounds
        if not bound.doubts and len(str(bound.quantity.number).replace(".", "").rstrip("0")) > 2
    ]


def altered_set(reports: Sequence[Report], bound: Bound, digit: str) -> SetReport | None:
    """The set with the first digit of one figure changed; None where the digit is that already."""
    place = bound.quantity.place
    if bound.quantity.text[0] == digit:
        return None
    made = []
    for report in reports:
        if report.file == place.file and report.document is not None:
            document = with_digit(report.document, bound, digit)
            made.append(replace(check_document(document), file=report.file))
        else:
            made.append(report)
    return check_set(made)


def with_digit(document: Document, bound: Bound, digit: str) -> Document:
    place, start = bound.quantity.place, bound.quantity.start
    blocks = [
        changed(block, place.row, place.column, start, digit) if block.index == place.block else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def changed(block: Block, row: int | None, column: int | None, start: int, digit: str) -> Block:
    if row is None:
        return replace(block, text=block.text[:start] + digit + block.text[start + 1 :])
    cells = [
        replace(cell, text=cell.text[:start] + digit + cell.text[start + 1 :])
        if (cell.row, cell.column) == (row, column)
        else cell
        for cell in block.cells
    ]
    return replace(block, cells=tuple(cells))


def finds(report: SetReport, file: str) -> bool:
    """Whether a finding between files shows the file.

    Where one fund pays all, its total is compared with the whole by the file's own checks: an error there.
    """
    own = next(one for one in report.reports if one.file == file)
    shown = {
        place.file
        for finding in report.findings
        for place in (finding.place, *(side.place for side in finding.related))
    }
    return file in shown or own.count("error") > 0
