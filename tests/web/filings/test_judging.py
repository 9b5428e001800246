"""Ex-ante evaluation, re-check, evaluation: lines from data, what is missing, what becomes of them."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.cycles.years import Year, year
from tests.web.filings.judging import fill, put
from tests.web.support import County, account, signed_in

import jixiao.web.filings.assessments
from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.actions.assign_evaluator import AssignEvaluator
from jixiao.web.cycles.actions.cancel_final import CancelFinal
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.differing import differences
from jixiao.web.cycles.models import StageKind, SubjectKind, Task
from jixiao.web.filings.actions.save_cells import Cell, SaveCells
from jixiao.web.filings.models import DepartmentYear, Indicator, Project
from jixiao.web.filings.reviewing import review
from jixiao.web.filings.rows import Form
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
FILES = sorted(Path(jixiao.web.filings.assessments.__file__).parent.glob("*.toml"))
DIMENSIONS = ["立项必要性", "投入经济性", "绩效目标合理性", "实施方案可行性", "筹资合规性"]
BASE = {"code", "table", "name", "kind", "choices", "separator", "required", "help", "source", "each"}


def made(county: County, kind: StageKind, *, assigned: bool = True) -> Year:
    """A form of the stage about a project that scores 100 by itself: 10 of execution, 90 of an indicator."""
    now = year(county, kind=kind, nodes=(Role.PERFORMANCE_OFFICER,))
    Indicator.objects.create(
        project=now.project, code="i1", level1="产出指标", name="Pupils", operator="≥", target="500",
        actual="500", weight=90,
    )  # fmt: skip
    if assigned and kind != StageKind.EX_ANTE:
        carry_out(AssignEvaluator(now.stage, (now.task.pk,), evaluator(now)), now.officer)
    return now


def evaluator(now: Year) -> User:
    return now.person(Role.EVALUATOR)


def form_of(now: Year) -> Form:
    form = Form.of(now.now())
    assert form is not None
    return form


def words(now: Year) -> list[str]:
    return [one.words for one in review(form_of(now)).errors]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_of_the_data_has_its_source(path: Path) -> None:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["lines"]
    assert rows
    for row in rows:
        assert row.keys() <= BASE, row
        assert row.get("source") or row.get("each") in {"dimensions", "conclusions"}, row["code"]
    codes = [row["code"] for row in rows]
    assert len(set(codes)) == len(codes)


def test_the_dimensions_are_those_of_the_place(county: County) -> None:
    now = made(county, StageKind.EX_ANTE)
    rows = form_of(now).rows_of("scores")
    assert [row.name for row in rows] == DIMENSIONS
    assert all("未核实" in row.source for row in rows)
    put(now.now(), now.clerk, object__words="政策")
    assert form_of(now).rows_of("scores")[0].name == "政策设立必要性"
    county.top.rulebook = "510000-sichuan"
    county.top.save()
    now.cycle.fiscal_year = now.project.fiscal_year = 2025
    now.cycle.save()
    now.project.save()
    kinds = next(one for one in form_of(now).rows_of("answers") if one.line.code == "object")
    assert kinds.help == "只能填：项目、政策"
    conclusion = next(one for one in form_of(now).rows_of("answers") if one.line.code == "conclusion")
    assert conclusion.line.choices == ("予以支持", "调整后予以支持", "不予支持")


def test_an_ex_ante_evaluation_belongs_to_its_project_and_its_printed_form(county: County) -> None:
    now = made(county, StageKind.EX_ANTE)
    assert any("申请金额" in one for one in words(now))
    with pytest.raises(Refused):
        carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    fill(now.now(), now.clerk)
    kept = dossier_for(now.now()).projects[0].ex_ante
    assert kept is not None
    assert list(kept.dimensions) == DIMENSIONS
    assert (kept.conclusion, str(kept.requested)) == ("予以支持", "12.5万元")
    assert kept.expert_scores == (Decimal(85), Decimal("90.5"))
    assert kept.methods == ("比较法", "因素分析法")
    carry_out(SubmitTask(now.now(), confirmed=True), now.clerk)
    assert now.now().score == Decimal(100)
    printed = signed_in(now.officer).get(f"/filings/tasks/{now.task.pk}/printed/html/")
    assert printed.status_code == 200
    assert "立项必要性" in printed.content.decode()


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("object__words", "公司"),
        ("requested__words", "很多"),
        ("expert_scores__words", "85、一百"),
        ("expert_scores__words", "101"),
        ("dimension_1__points", "-1"),
        ("dimension_1__points", "NaN"),
    ],
)
def test_what_is_no_answer_is_not_kept(county: County, line: str, typed: str) -> None:
    now = made(county, StageKind.EX_ANTE)
    saved = put(now.now(), now.clerk, **{line: typed})
    assert saved.outcomes[0].error
    assert not now.now().lines.exists()


def test_a_re_check_stands_beside_the_units_own_points(county: County) -> None:
    now = made(county, StageKind.RECHECK)
    rows = {row.line.code: row for row in form_of(now).rows_of("scores")}
    assert (rows["leaf-i1"].given, rows["leaf-i1"].full) == (Decimal(90), Decimal(90))
    assert sum(row.full for row in rows.values()) == Decimal(100)
    fill(now.now(), evaluator(now))
    put(now.now(), evaluator(now), leaf_i1__points="60")
    assert any("须写明理由" in one for one in words(now))
    put(now.now(), evaluator(now), leaf_i1__words="问卷不足")
    over = put(now.now(), evaluator(now), leaf_i1__points="91")
    assert over.outcomes[0].error
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator(now))
    assert (now.now().score, now.now().grade) == (Decimal(70), "中")
    project = Project.objects.get(pk=now.project.pk)
    assert "evaluations" not in project.more
    assert project.indicators.get().review_score is None
    carry_out(ApproveTask(now.now()), now.officer)
    assert project.indicators.get().review_score == Decimal(60)
    entry = dossier_for(now.now()).projects[0].evaluations[0]
    assert (entry.kind, entry.score, entry.grade) == ("自评复核", Decimal(70), "中")
    carry_out(CancelFinal(now.now(), "Wrong"), now.officer)
    assert project.indicators.get().review_score is None
    assert dossier_for(now.now()).projects[0].evaluations == ()


def test_an_evaluation_sets_its_own_full_marks_which_add_up(county: County) -> None:
    now = made(county, StageKind.EVALUATION)
    assert sum("没有分值" in one for one in words(now)) == 4
    fill(now.now(), evaluator(now))
    assert words(now) == []
    put(now.now(), evaluator(now), decision__points="15", decision__full="20")
    assert words(now) == ["分值合计 95，应为 100"]
    put(now.now(), evaluator(now), process__full="30", by__words="某会计师事务所", kind__words="财政评价")
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator(now))
    carry_out(ApproveTask(now.now()), now.officer)
    entry = dossier_for(now.now()).projects[0].evaluations[0]
    assert (entry.kind, entry.by, entry.score) == ("财政评价", "某会计师事务所", Decimal(90))
    assert "决策 15/20" in entry.note


@pytest.mark.parametrize("kind", [StageKind.RECHECK, StageKind.EVALUATION])
def test_only_the_assigned_evaluator_fills_it_in(county: County, kind: StageKind) -> None:
    now = made(county, kind)
    row = form_of(now).rows_of("answers")[-1]
    action = SaveCells(now.now(), (Cell("answers", row.number, "words", "", "Mine"),))
    other = account("other", Role.EVALUATOR, county.bureau)
    for user in (other, now.clerk, now.officer, now.person(Role.DEPARTMENT_LEAD)):
        with pytest.raises(PermissionDenied):
            carry_out(action, user)
    assert carry_out(action, evaluator(now)).count == 1
    fixed = SaveCells(now.now(), (Cell("project", now.project.pk, "outturn", "", "1"),))
    assert carry_out(fixed, evaluator(now)).outcomes[0].error
    for person, status in ((other, 404), (now.clerk, 404), (evaluator(now), 200), (now.officer, 200)):
        assert signed_in(person).get(f"/filings/tasks/{now.task.pk}/").status_code == status


@pytest.mark.parametrize("kind", [StageKind.EX_ANTE, StageKind.RECHECK, StageKind.EVALUATION])
def test_a_long_form_asks_as_often_as_a_short_one(county: County, kind: StageKind) -> None:
    now = made(county, kind)
    client = signed_in(now.clerk if kind == StageKind.EX_ANTE else evaluator(now))
    client.get("/")  # what a first request looks up once
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as found:
            assert client.get(f"/filings/tasks/{now.task.pk}/").status_code == 200
            assert client.get(f"/cycles/tasks/{now.task.pk}/").status_code == 200
        asked.append(len(found))
        for number in range(20):
            Indicator.objects.create(
                project=now.project, code=f"more{number}", level1="产出指标", name=f"More {number}", weight=0
            )
    assert asked[1] <= asked[0] <= 66


def test_versions_tell_what_changed_in_a_line(county: County) -> None:
    now = made(county, StageKind.EVALUATION)
    fill(now.now(), evaluator(now))
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator(now))
    carry_out(ReturnTask(now.now(), "Lower"), now.officer)
    put(now.now(), evaluator(now), output__points="12.5", output__words="一半没有做")
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator(now))
    old, new = now.now().versions.order_by("number")
    found = {
        one.words: (one.before, one.after) for one in differences(old.content, new.content, project=True)
    }
    assert found == {"产出 · 得分": ("25", "12.5"), "产出 · 内容": ("", "一半没有做")}
    page = signed_in(now.officer).get(f"/cycles/tasks/{now.task.pk}/versions/").content.decode()
    assert "一半没有做" in page


def of_department(county: County, kind: StageKind) -> Year:
    """A form of the stage about a department as a whole, with an indicator of 100 points."""
    now = made(county, kind)
    now.stage.subject = SubjectKind.DEPARTMENT
    now.stage.save()
    Task.objects.filter(pk=now.task.pk).update(project=None, organisation=county.department)
    own = DepartmentYear.objects.create(
        organisation=county.department, fiscal_year=now.cycle.fiscal_year, rulebook="cn",
        facts={"appraisal": {"goal": "Schools for all"}},
    )  # fmt: skip
    Indicator.objects.create(
        department_year=own, code="d1", level1="产出指标", name="Schools", operator="≥", target="9",
        actual="9", weight=90,
    )  # fmt: skip
    return now


def test_an_evaluation_of_a_department_is_a_fact_of_it_while_it_is_final(county: County) -> None:
    now = of_department(county, StageKind.EVALUATION)
    fill(now.now(), evaluator(now))
    put(now.now(), evaluator(now), by__words="某会计师事务所", kind__words="财政评价")
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator(now))
    assert now.now().score == Decimal(100)
    assert dossier_for(now.now()).appraisal.evaluations == ()
    carry_out(ApproveTask(now.now()), now.officer)
    whole = dossier_for(now.now()).appraisal
    (entry,) = whole.evaluations
    assert (entry.kind, entry.by, entry.score) == ("财政评价", "某会计师事务所", Decimal(100))
    assert whole.goal == "Schools for all"
    carry_out(CancelFinal(now.now(), "Wrong"), now.officer)
    assert dossier_for(now.now()).appraisal.evaluations == ()


def test_a_re_check_of_a_department_stands_beside_its_own_points(county: County) -> None:
    now = of_department(county, StageKind.RECHECK)
    fill(now.now(), evaluator(now))
    given = next(row for row in form_of(now).rows_of("scores") if row.line.code == "leaf-d1").full
    put(now.now(), evaluator(now), leaf_d1__points=f"{given - 30:f}", leaf_d1__words="问卷不足")
    carry_out(SubmitTask(now.now(), confirmed=True), evaluator(now))
    carry_out(ApproveTask(now.now()), now.officer)
    (entry,) = dossier_for(now.now()).appraisal.evaluations
    assert (entry.kind, entry.score) == ("自评复核", now.now().score)
    (line,) = dossier_for(now.now()).appraisal.indicators
    assert line.review_score == given - 30
    assert Indicator.objects.get(project=now.project).review_score is None
    carry_out(CancelFinal(now.now(), "Wrong"), now.officer)
    assert dossier_for(now.now()).appraisal.evaluations == ()
    assert dossier_for(now.now()).appraisal.indicators[0].review_score is None


def test_the_page_shows_the_lines_with_their_sources(county: County) -> None:
    now = made(county, StageKind.RECHECK)
    client = signed_in(evaluator(now))
    page = client.get(f"/cycles/tasks/{now.task.pk}/").content.decode()
    assert "导入工作簿" not in page
    assert 'value="lines.leaf-i1.points"' in page
    assert "自评数据交换表" in page
    data = client.get(f"/filings/tasks/{now.task.pk}/").json()
    assert data["editable"] is True
    assert {"scores", "answers", "project"} == data["tables"].keys()
    row = next(one for one in data["tables"]["scores"]["rows"] if one["name"] == "Pupils")
    assert (row["given"], row["full"]) == ("90", "90")
    assert "完成 500" in row["help"]
