"""Work appraisal: proposals with evidence, decisions with reasons, conversion, ranks, the sample."""

import datetime as dt
import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.web.support import County, signed_in

from jixiao.core.scoretable import TableRow
from jixiao.dossiers.discovery import read
from jixiao.pipeline.scoring import Scorer
from jixiao.scoring.table import draw
from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.appraisal.actions.ask_table import AskTable
from jixiao.web.appraisal.actions.draw_sample import DrawSample
from jixiao.web.appraisal.actions.open_appraisal import OpenAppraisal
from jixiao.web.appraisal.actions.propose_marks import ProposeMarks
from jixiao.web.appraisal.actions.publish_appraisal import PublishAppraisal
from jixiao.web.appraisal.actions.save_mark import SaveMark
from jixiao.web.appraisal.actions.set_full_marks import SetFullMarks
from jixiao.web.appraisal.actions.submit_appraisal import SubmitAppraisal
from jixiao.web.appraisal.models import Appraisal, Mark
from jixiao.web.appraisal.proposals import propose
from jixiao.web.appraisal.totals import Row, ranked, rows
from jixiao.web.background.loop import drain
from jixiao.web.cycles.models import Cycle, Move, Stage, StageKind, SubjectKind, Task
from jixiao.web.filings.models import Indicator, Project
from jixiao.web.filings.storing import store
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
XUSHUI = "130609-xushui"
YEAR = 2024
_EXAMPLE = Path(__file__).parents[3] / "examples" / "430406-yanfeng-2023"


def officer(county: County) -> User:
    return county.people[str(Role.PERFORMANCE_OFFICER)]


def line_officer(county: County) -> User:
    return county.people[str(Role.LINE_OFFICER)]


@pytest.fixture
def appraisal(county: County) -> Appraisal:
    """The ten categories, ten points each."""
    made = carry_out(OpenAppraisal(county.top, YEAR, XUSHUI), officer(county))
    marks = {one.pk: Decimal(10) for one in made.categories.all()}
    return carry_out(SetFullMarks(made, marks, 0), officer(county))


@pytest.fixture
def worked(county: County) -> None:
    """Two forms of the department's unit: one in time, one late and given back; a project of two has indicators."""
    cycle = Cycle.objects.create(jurisdiction=county.top, fiscal_year=YEAR, title="Cycle")
    deadline = dt.date(2025, 3, 31)
    stage = Stage.objects.create(
        cycle=cycle, kind=StageKind.SELF_EVALUATION, subject=SubjectKind.PROJECT, name="Forms",
        opens=dt.date(2025, 1, 1), deadline=deadline,
    )  # fmt: skip
    for number, day in ((1, 31), (2, 1)):
        project = Project.objects.create(
            organisation=county.unit, fiscal_year=YEAR, code=f"W{number}", name="Work",
            revised_budget=Decimal(100), outturn=Decimal(50),
        )  # fmt: skip
        task = Task.objects.create(
            stage=stage, organisation=county.unit, project=project, deadline=deadline,
            submitted_at=dt.datetime(2025, 2 + number, day, 9, tzinfo=dt.UTC),
        )  # fmt: skip
        if number == 2:
            Move.objects.create(
                task=task, by=officer(county), verb="return", before="pending", after="returned", words="Why?"
            )
            Indicator.objects.create(project=project, code="i", level1="Output", name="Meals")


def mark_of(appraisal: Appraisal, code: str, department: Organisation) -> Mark:
    return Mark.objects.get(category__appraisal=appraisal, category__code=code, department=department)


def decided(county: County, appraisal: Appraisal, department: Organisation, points: str) -> None:
    """Every category of a department with the same points."""
    for one in Mark.objects.filter(category__appraisal=appraisal, department=department):
        given = Decimal(0) if one.category.deduction else Decimal(points)
        carry_out(
            SaveMark(one, given, applicable=True, reason="Looked at the papers", revision=one.revision),
            officer(county),
        )


def test_the_categories_are_those_of_the_rulebook(appraisal: Appraisal) -> None:
    found = list(appraisal.categories.values_list("name", "deduction"))
    assert len(found) == 10
    assert found[3] == ("预算绩效管理", False)
    assert found[-1] == ("存在问题", True)


def test_a_rulebook_that_converts_nothing_is_refused(county: County) -> None:
    with pytest.raises(Refused):
        carry_out(OpenAppraisal(county.top, YEAR, "610902-hengkou"), officer(county))
    with pytest.raises(Refused):
        carry_out(OpenAppraisal(county.top, YEAR, "nowhere"), officer(county))


def test_proposals_come_with_their_evidence(county: County, appraisal: Appraisal, worked: None) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    mark = mark_of(appraisal, "performance", county.department)
    assert sorted(mark.evidence) == [["coverage", "1", "2"], ["returned", "1", "2"], ["timeliness", "1", "2"]]
    assert mark.proposed == Decimal(5)
    money = mark_of(appraisal, "implementation", county.department)
    assert (money.proposed, money.evidence) == (Decimal(5), [["execution", "10000", "20000"]])
    assert mark_of(appraisal, "debt", county.department).proposed is None
    assert mark_of(appraisal, "performance", county.other_department).proposed is None


def test_a_decision_stays_when_proposals_are_made_again(
    county: County, appraisal: Appraisal, worked: None
) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    mark = mark_of(appraisal, "performance", county.department)
    carry_out(
        SaveMark(mark, Decimal("7.5"), applicable=True, reason="On site", revision=mark.revision),
        officer(county),
    )
    carry_out(ProposeMarks(appraisal), officer(county))
    mark.refresh_from_db()
    assert (mark.points, mark.proposed, mark.by) == (Decimal("7.5"), Decimal(5), officer(county))


@pytest.mark.parametrize(
    ("points", "applicable", "reason"),
    [
        ("7.5", True, ""),
        ("11", True, "too high"),
        ("-1", True, "too low"),
        (None, True, "no points"),
        (None, False, ""),
    ],
)
def test_what_cannot_be_decided_so_is_refused(
    county: County, appraisal: Appraisal, worked: None, points: str | None, *, applicable: bool, reason: str
) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    mark = mark_of(appraisal, "performance", county.department)
    with pytest.raises(Refused):
        carry_out(
            SaveMark(
                mark,
                None if points is None else Decimal(points),
                applicable=applicable,
                reason=reason,
                revision=mark.revision,
            ),
            officer(county),
        )
    mark.refresh_from_db()
    assert not mark.decided


def test_the_proposal_itself_needs_no_reason(county: County, appraisal: Appraisal, worked: None) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    mark = mark_of(appraisal, "performance", county.department)
    assert carry_out(
        SaveMark(mark, Decimal(5), applicable=True, reason="", revision=mark.revision), officer(county)
    ).decided


def test_the_second_of_two_editors_sees_what_changed(
    county: County, appraisal: Appraisal, worked: None
) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    mark = mark_of(appraisal, "performance", county.department)
    carry_out(
        SaveMark(mark, Decimal(6), applicable=True, reason="First", revision=mark.revision), officer(county)
    )
    with pytest.raises(Changed) as told:
        carry_out(
            SaveMark(mark, Decimal(7), applicable=True, reason="Second", revision=mark.revision),
            officer(county),
        )
    assert told.value.current.points == Decimal(6)
    client = signed_in(officer(county))
    answer = client.post(
        f"/appraisal/marks/{mark.pk}/",
        {"points": "7", "applicable": "1", "reason": "Second", "revision": mark.revision},
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="7"' in page
    assert "<strong>6.00</strong>" in page


def test_what_does_not_apply_is_taken_out_and_deductions_subtract(
    county: County, appraisal: Appraisal
) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    decided(county, appraisal, county.department, "8")
    debt = mark_of(appraisal, "debt", county.department)
    carry_out(
        SaveMark(debt, None, applicable=False, reason="No bonds", revision=debt.revision), officer(county)
    )
    problems = mark_of(appraisal, "problems", county.department)
    carry_out(
        SaveMark(problems, Decimal("-1.5"), applicable=True, reason="Late", revision=problems.revision),
        officer(county),
    )
    row = rows(appraisal)[0]
    assert (row.raw, row.applicable, row.score, row.rank) == (
        Decimal("62.5"),
        Decimal(80),
        Decimal("78.13"),
        1,
    )
    assert rows(appraisal)[1].score is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 5)), max_size=12))
def test_ranks_are_shared_and_the_next_left_out(scores: list[int | None]) -> None:
    found = ranked(Row(Organisation(name="x"), score=None if one is None else Decimal(one)) for one in scores)
    known = [row.score for row in found if row.score is not None]
    assert known == sorted(known, reverse=True)
    assert all(
        row.rank == 1 + sum(other > row.score for other in known) for row in found if row.score is not None
    )
    assert all(row.rank is None for row in found if row.score is None)


@given(
    st.decimals(Decimal("0.5"), 100, places=2),
    st.dictionaries(
        st.sampled_from(["timeliness", "returned", "coverage"]),
        st.tuples(st.integers(0, 50), st.integers(0, 50)),
    ),
)
def test_a_proposal_lies_between_nothing_and_the_full_mark(
    full: Decimal, known: dict[str, tuple[int, int]]
) -> None:
    made = propose("预算绩效管理", full, known)
    assert made.points is None or 0 <= made.points <= full
    assert (made.points is None) == (not any(whole for _, whole in known.values()))


def test_the_sample_is_that_of_the_command_line(county: County, appraisal: Appraisal) -> None:
    made = carry_out(DrawSample(appraisal, Decimal(50), "2024-re-check"), officer(county))
    assert len(made.drawn) == 1
    again = carry_out(DrawSample(appraisal, Decimal(50), "2024-re-check"), officer(county))
    assert again.drawn == made.drawn
    dossier = read(_EXAMPLE).model_copy(update={"rulebook": XUSHUI, "fiscal_year": YEAR})
    card = Scorer().card(dossier)
    bodies = {one.code: one.pk for one in (county.department, county.other_department)}
    sample = draw([TableRow("", code, card) for code in bodies], 1, "2024-re-check")
    assert [bodies[row.code] for row in sample.rows] == made.drawn


def test_part_of_a_department_is_rounded_up(county: County, appraisal: Appraisal) -> None:
    assert len(carry_out(DrawSample(appraisal, Decimal(51), "x"), officer(county)).drawn) == 2
    with pytest.raises(Refused):
        carry_out(DrawSample(appraisal, Decimal(0), "x"), officer(county))


def test_full_marks_below_points_given_are_refused(county: County, appraisal: Appraisal) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    decided(county, appraisal, county.department, "8")
    category = appraisal.categories.get(code="debt")
    with pytest.raises(Refused):
        carry_out(SetFullMarks(appraisal, {category.pk: Decimal(7)}, appraisal.revision), officer(county))
    with pytest.raises(Changed):
        carry_out(SetFullMarks(appraisal, {category.pk: Decimal(9)}, 0), officer(county))


def test_a_lead_sees_the_own_department_and_its_rank_only(county: County, appraisal: Appraisal) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    decided(county, appraisal, county.department, "8")
    decided(county, appraisal, county.other_department, "9")
    carry_out(PublishAppraisal(carry_out(SubmitAppraisal(appraisal), officer(county))), line_officer(county))
    client = signed_in(county.people[str(Role.DEPARTMENT_LEAD)])
    page = client.get(f"/appraisal/{appraisal.pk}/").content.decode()
    assert county.department.name in page
    assert county.other_department.name not in page
    assert '<td class="number">2</td>' in page
    assert (
        client.get(f"/appraisal/{appraisal.pk}/departments/{county.other_department.pk}/").status_code == 404
    )
    assert (
        "hx-post"
        not in client.get(f"/appraisal/{appraisal.pk}/departments/{county.department.pk}/").content.decode()
    )


def test_the_page_asks_the_same_number_of_times_however_many_departments(
    county: County, appraisal: Appraisal, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(20):
        Organisation.objects.create(
            kind="department", code=f"m{number}", name=f"More {number}", parent=county.top
        )
    carry_out(ProposeMarks(appraisal), officer(county))
    client = signed_in(officer(county))
    with django_assert_max_num_queries(25):
        assert client.get(f"/appraisal/{appraisal.pk}/").status_code == 200


def test_it_can_be_taken_away_with_numbers(county: County, appraisal: Appraisal) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    decided(county, appraisal, county.department, "8")
    data = signed_in(officer(county)).get(f"/appraisal/{appraisal.pk}/export/").content
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet.cell(2, column).value for column in (1, 2, 3)] == [1, county.department.name, 8]
    assert sheet.max_row == 3


@pytest.mark.django_db(transaction=True)
def test_the_county_is_scored_by_the_worker(county: County) -> None:
    made = carry_out(OpenAppraisal(county.top, YEAR, XUSHUI), officer(county))
    dossier = read(_EXAMPLE)
    store(dossier, county.department)
    Appraisal.objects.filter(fiscal_year=2023).delete()  # the samples' own
    made.fiscal_year = 2023
    made.save()
    carry_out(AskTable(made), officer(county))
    drain()
    made.refresh_from_db()
    (row,) = made.table["rows"]
    card = Scorer().card(dossier)
    assert (row["rank"], row["score"], row["grade"]) == (
        1,
        f"{card.standing:f}",
        card.grade or card.published.grade,
    )
    assert made.table["absent"] == 1
    client = signed_in(officer(county))
    assert row["score"] in client.get(f"/appraisal/{made.pk}/scores/").content.decode()
    book = load_workbook(io.BytesIO(client.get(f"/appraisal/{made.pk}/scores/export/").content))
    assert Decimal(str(book.worksheets[0].cell(2, 4).value)) == card.standing


def test_a_decision_shows_at_once_what_it_makes_of_the_score(
    county: County, appraisal: Appraisal, worked: None
) -> None:
    carry_out(ProposeMarks(appraisal), officer(county))
    mark = mark_of(appraisal, "performance", county.department)
    client = signed_in(officer(county))
    page = client.get(f"/appraisal/{appraisal.pk}/departments/{county.department.pk}/").content.decode()
    typed = {"points": "6", "applicable": "1", "reason": "On site", "revision": mark.revision}
    address = f"/appraisal/marks/{mark.pk}/"
    answer = client.post(address, typed, headers={"HX-Request": "true"}).content.decode()
    assert 'id="standing" hx-swap-oob="true"' in answer
    left = re.search(r"未定</dt><dd>(\d+)", answer)
    before = re.search(r"未定</dt><dd>(\d+)", page)
    assert before is not None
    assert left is not None
    assert int(left[1]) == int(before[1]) - 1
    again = client.post(address, typed, headers={"HX-Request": "true"})
    assert (again.status_code, "standing" in again.content.decode()) == (422, False)
