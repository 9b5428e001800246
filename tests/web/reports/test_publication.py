"""From the final report to the public: reviewed by fresh eyes, published, taken back; every step stays."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from tests.web.support import ELSEWHERE, County, signed_in
from tests.web.support import county as make_county
from tests.web.test_pages import faults

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.models import Move, Task, TaskState
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.record_publication import RecordPublication
from jixiao.web.reports.actions.review_publication import ReviewPublication
from jixiao.web.reports.actions.withdraw_publication import WithdrawPublication
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.publication import PublicationState, PublicationStep

pytestmark = pytest.mark.django_db
ADDRESS = "https://www.example.gov.cn/accounts/2023.html"
Made = Callable[..., Paper]


@pytest.fixture
def paper(county: County, form: Task) -> Made:
    """A report that was frozen when the lead made the form final."""
    year = DepartmentYear.objects.create(organisation=county.department, fiscal_year=2023, rulebook="cn")
    form.state = TaskState.PENDING
    Move.objects.create(
        task=form, by=who(county, Role.DEPARTMENT_LEAD), verb="approve", before=TaskState.PENDING,
        after=TaskState.FINAL,
    )  # fmt: skip

    def made(**values: Any) -> Paper:
        given = {
            "year": year, "kind": "self_evaluation", "title": "Self-evaluation", "state": State.READY,
            "task": form, "frozen_at": timezone.now(), **values,
        }  # fmt: skip
        return Paper.objects.create(**given)

    return made


def who(county: County, role: Role) -> User:
    return county.people[str(role)]


def today() -> str:
    return timezone.localdate().isoformat()


def state_of(paper: Paper) -> str:
    return Paper.objects.with_publication().get(pk=paper.pk).publication


def review(county: County, paper: Paper, *, verdict: str = "passed", words: str = "", after: int = 0) -> None:
    carry_out(ReviewPublication(paper, verdict, words, after), who(county, Role.LINE_OFFICER))


def publish(
    county: County, paper: Paper, *, day: str = "", where: str = ADDRESS, after: int = 1
) -> PublicationStep:
    return carry_out(
        RecordPublication(paper, day or today(), where, after), who(county, Role.DEPARTMENT_LEAD)
    )


def withdraw(
    county: County, paper: Paper, *, way: str = "withdrawn", reason: str = "Names of persons", after: int = 2
) -> None:
    carry_out(WithdrawPublication(paper, way, reason, after), who(county, Role.DEPARTMENT_LEAD))


def test_reviewed_published_withdrawn_with_every_step_on_record(county: County, paper: Made) -> None:
    one = paper()
    assert state_of(one) == PublicationState.PENDING
    review(county, one, words="Nothing classified")
    assert state_of(one) == PublicationState.PASSED
    publish(county, one)
    assert state_of(one) == PublicationState.PUBLISHED
    withdraw(county, one)
    assert state_of(one) == PublicationState.WITHDRAWN
    steps = PublicationStep.objects.filter(paper=one)
    assert [(step.number, step.state) for step in steps] == [
        (1, "passed"),
        (2, "published"),
        (3, "withdrawn"),
    ]
    assert (steps[1].where, steps[1].day) == (ADDRESS, timezone.localdate())
    assert steps[2].words == "Names of persons"
    told = Event.objects.filter(verb__contains="publication").order_by("number")
    assert list(told.values_list("verb", flat=True)) == [
        "reports.review_publication",
        "reports.record_publication",
        "reports.withdraw_publication",
    ]


@pytest.mark.parametrize("verb", ["submit", "approve"])
def test_whoever_handed_the_form_in_or_made_it_final_does_not_review(
    county: County, paper: Made, form: Task, verb: str
) -> None:
    one, officer = paper(), who(county, Role.PERFORMANCE_OFFICER)
    after = TaskState.FINAL if verb == "approve" else TaskState.PENDING
    Move.objects.create(task=form, by=officer, verb=verb, before=TaskState.DRAFT, after=after)
    for own in (officer, who(county, Role.DEPARTMENT_LEAD)):
        with pytest.raises(PermissionDenied):
            carry_out(ReviewPublication(one, "passed", "", 0), own)
    assert "须由他人办理" in signed_in(officer).get(f"/reports/papers/{one.pk}/").content.decode()
    review(county, one)


@pytest.mark.parametrize("role", [Role.UNIT_CLERK, Role.EVALUATOR, Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR])
def test_who_neither_reviews_nor_publishes(county: County, paper: Made, role: Role) -> None:
    one = paper()
    with pytest.raises(PermissionDenied):
        carry_out(ReviewPublication(one, "passed", "", 0), who(county, role))
    review(county, one)
    for user in (who(county, role), who(county, Role.PERFORMANCE_OFFICER)):
        with pytest.raises(PermissionDenied):
            carry_out(RecordPublication(one, today(), ADDRESS, 1), user)


def test_nothing_is_published_before_the_review_passed(county: County, paper: Made) -> None:
    one = paper()
    with pytest.raises(Refused, match="待保密审查"):
        publish(county, one, after=0)
    with pytest.raises(Refused, match="原因"):
        review(county, one, verdict="refused")
    with pytest.raises(Refused):
        review(county, one, verdict="published")
    review(county, one, verdict="refused", words="Names a secret site")
    with pytest.raises(Refused, match="未通过"):
        publish(county, one)
    review(county, one, words="The site is public knowledge", after=1)
    publish(county, one, after=2)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"frozen_at": None, "task": None}, "还是草稿"),
        ({"state": State.WAITING}, "还没有写成"),
        ({"lifted_at": timezone.now()}, "作废"),
    ],
)
def test_what_is_not_reviewed(county: County, paper: Made, values: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        review(county, paper(**values))


@pytest.mark.parametrize(
    ("day", "where", "said"),
    [
        ("2024-02-30", ADDRESS, "请填写公开日期"),
        ("soon", ADDRESS, "请填写公开日期"),
        ("2999-01-01", ADDRESS, "还没有到"),
        ("2020-01-01", ADDRESS, "早于"),
        ("", "   ", "网址或渠道"),
        ("", "javascript://alert", "网址不对"),
        ("", "https://no host", "网址不对"),
        ("", "https://name:word@example.gov.cn/", "不带账号和口令"),
    ],
)
def test_when_and_where_have_to_be_told(county: County, paper: Made, day: str, where: str, said: str) -> None:
    one = paper()
    review(county, one)
    with pytest.raises(Refused, match=said):
        publish(county, one, day=day, where=where)
    assert publish(county, one, where=" 县政府公报第 3 期 ").where == "县政府公报第 3 期"


def test_a_draft_that_contradicts_itself_is_not_published(county: County, paper: Made) -> None:
    one = paper(refused=True)
    review(county, one)
    with pytest.raises(Refused, match="自查未过"):
        publish(county, one)


def test_a_withdrawn_report_is_reviewed_again_a_corrected_one_gives_way(county: County, paper: Made) -> None:
    one, other = paper(), paper(kind="final_accounts")
    for each, way in ((one, "withdrawn"), (other, "corrected")):
        review(county, each)
        with pytest.raises(Refused):
            withdraw(county, each, after=1)
        publish(county, each)
        with pytest.raises(Refused):
            withdraw(county, each, reason="")
        with pytest.raises(Refused):
            withdraw(county, each, way="passed")
        with pytest.raises(Refused, match="已公开"):
            review(county, each, after=2)
        withdraw(county, each, way=way)
    with pytest.raises(Refused):
        publish(county, one, after=3)
    review(county, one, after=3)
    publish(county, one, after=4)
    with pytest.raises(Refused, match="已更正"):
        review(county, other, after=3)


def test_a_new_version_is_reviewed_again_and_waits_for_the_old_one(county: County, paper: Made) -> None:
    old = paper()
    review(county, old)
    publish(county, old)
    old.lifted_at = timezone.now()
    old.save()
    assert state_of(old) == PublicationState.PUBLISHED
    page = signed_in(who(county, Role.DEPARTMENT_LEAD)).get(f"/reports/papers/{old.pk}/").content.decode()
    assert "仍登记为已公开" in page
    new = paper()
    assert state_of(new) == PublicationState.PENDING
    review(county, new)
    with pytest.raises(Refused, match="上一次定稿"):
        publish(county, new)
    withdraw(county, old, way="corrected")
    publish(county, new)
    assert (state_of(old), state_of(new)) == (PublicationState.CORRECTED, PublicationState.PUBLISHED)


def test_a_version_that_never_came_out_is_void_once_its_form_is_opened(county: County, paper: Made) -> None:
    one = paper()
    review(county, one)
    one.lifted_at = timezone.now()
    one.save()
    assert state_of(one) == PublicationState.VOID
    with pytest.raises(Refused, match="作废"):
        publish(county, one)


def test_a_page_that_is_out_of_date_is_told(county: County, paper: Made) -> None:
    one = paper()
    review(county, one)
    with pytest.raises(Changed):
        review(county, one, verdict="refused", words="Names a secret site")


def test_the_page_offers_each_what_is_theirs_and_keeps_what_was_typed(county: County, paper: Made) -> None:
    one = paper()
    path = f"/reports/papers/{one.pk}/"
    officer, lead = (signed_in(who(county, role)) for role in (Role.LINE_OFFICER, Role.DEPARTMENT_LEAD))
    page = officer.get(path)
    assert not list(faults(page))
    assert "审查通过，可以公开" in page.content.decode()
    assert "登记公开" not in page.content.decode()
    sent = {"verdict": "refused", "words": "No", "after": "0"}
    answer = officer.post(f"{path}review/", sent)
    assert answer.status_code == 422
    assert 'value="No"' in answer.content.decode()
    assert not list(faults(answer))
    assert officer.post(f"{path}review/", {"verdict": "passed", "after": "0"}).status_code == 302
    page = lead.get(path)
    assert "登记公开" in page.content.decode()
    assert not list(faults(page))
    assert lead.post(f"{path}publish/", {"day": today(), "where": ADDRESS, "after": "x"}).status_code == 422
    assert lead.post(f"{path}publish/", {"day": today(), "where": ADDRESS, "after": "1"}).status_code == 302
    page = lead.get(path)
    assert ADDRESS in page.content.decode()
    assert "登记撤回" in page.content.decode()
    assert not list(faults(page))
    sent = {"way": "withdrawn", "reason": "Names of persons", "after": "2"}
    assert lead.post(f"{path}withdraw/", sent).status_code == 302
    assert "Names of persons" in officer.get(path).content.decode()
    assert "已撤回" in officer.get(f"/reports/{one.year_id}/").content.decode()


def test_the_list_is_filtered_scoped_and_exported(county: County, paper: Made) -> None:
    elsewhere = DepartmentYear.objects.create(
        organisation=make_county("Shi", ELSEWHERE).department, fiscal_year=2023, rulebook="cn"
    )
    paper(year=elsewhere, title="Third", task=None)
    one, other = paper(title="First"), paper(kind="final_accounts", title="Second")
    review(county, one)
    publish(county, one)
    client = signed_in(who(county, Role.DEPARTMENT_LEAD))
    answer = client.get("/reports/publications/")
    assert not list(faults(answer))
    page = answer.content.decode()
    assert "First" in page
    assert "Second" in page
    assert "Third" not in page
    for query, expected in (
        ("state=published", ["First"]),
        ("state=pending", ["Second"]),
        ("state=nonsense&year=2023&q=fir", ["First"]),
        ("year=2022", []),
        ("q=nowhere", []),
    ):
        answer = client.get(f"/reports/publications/?{query}&format=xlsx")
        rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
        assert [row[2] for row in rows[1:]] == expected, query
    row = list(
        load_workbook(
            io.BytesIO(client.get("/reports/publications/?state=published&format=xlsx").content)
        ).active.iter_rows(values_only=True)
    )[1]
    assert (row[4], row[5].date(), row[6]) == ("已公开", timezone.localdate(), ADDRESS)
    assert other.title in client.get("/reports/publications/?format=csv").content.decode("utf-8-sig")


def test_the_list_asks_the_database_the_same_number_of_times_however_long_it_is(
    county: County, paper: Made
) -> None:
    client = signed_in(who(county, Role.PERFORMANCE_OFFICER))

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/reports/publications/").status_code == 200
        return len(asked)

    review(county, paper())
    queries()  # the first one of a session asks for more
    before = queries()
    for number in range(30):
        review(county, paper(frozen_at=timezone.now() - timedelta(days=number)))
    assert queries() == before
