"""Two people: what the first decided is reviewed by a second before it is published; publication fixes the ranking."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.support import County, signed_in

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.appraisal.actions.open_appraisal import OpenAppraisal
from jixiao.web.appraisal.actions.propose_marks import ProposeMarks
from jixiao.web.appraisal.actions.publish_appraisal import PublishAppraisal
from jixiao.web.appraisal.actions.reopen_appraisal import ReopenAppraisal
from jixiao.web.appraisal.actions.return_appraisal import ReturnAppraisal
from jixiao.web.appraisal.actions.save_mark import SaveMark
from jixiao.web.appraisal.actions.set_full_marks import SetFullMarks
from jixiao.web.appraisal.actions.submit_appraisal import SubmitAppraisal
from jixiao.web.appraisal.models import Appraisal, Mark, State
from jixiao.web.appraisal.ranking import standing
from jixiao.web.audit.models import Event
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
XUSHUI = "130609-xushui"
YEAR = 2024


def officer(county: County) -> User:
    return county.people[str(Role.PERFORMANCE_OFFICER)]


def second(county: County) -> User:
    return county.people[str(Role.LINE_OFFICER)]


def lead(county: County) -> User:
    return county.people[str(Role.DEPARTMENT_LEAD)]


def decide(actor: User, appraisal: Appraisal, department: Organisation, points: str) -> None:
    for one in Mark.objects.filter(category__appraisal=appraisal, department=department):
        given = Decimal(0) if one.category.deduction else Decimal(points)
        carry_out(SaveMark(one, given, applicable=True, reason="On paper", revision=one.revision), actor)


@pytest.fixture
def decided(county: County) -> Appraisal:
    """Ten categories of ten points; the department has 8 in each, the other 9."""
    made = carry_out(OpenAppraisal(county.top, YEAR, XUSHUI), officer(county))
    marks = {one.pk: Decimal(10) for one in made.categories.all()}
    made = carry_out(SetFullMarks(made, marks, 0), officer(county))
    carry_out(ProposeMarks(made), officer(county))
    decide(officer(county), made, county.department, "8")
    decide(officer(county), made, county.other_department, "9")
    return made


@pytest.fixture
def submitted(county: County, decided: Appraisal) -> Appraisal:
    return carry_out(SubmitAppraisal(decided), officer(county))


def test_the_second_person_publishes(county: County, submitted: Appraisal) -> None:
    made = carry_out(PublishAppraisal(submitted, "Agreed"), second(county))
    assert made.state == State.PUBLISHED
    entry = Event.objects.get(verb="appraisal.publish")
    assert f'[{county.other_department.pk},"90",1]' in entry.details.replace(" ", "")
    assert entry.actor == second(county)


def test_nobody_reviews_what_they_decided_or_sent(county: County, submitted: Appraisal) -> None:
    for action in (PublishAppraisal(submitted), ReturnAppraisal(submitted, "No")):
        with pytest.raises(Refused, match="另一个人"):
            carry_out(action, officer(county))
    submitted.refresh_from_db()
    assert submitted.state == State.REVIEWING


def test_a_second_account_that_decided_a_single_mark_does_not_review(
    county: County, decided: Appraisal
) -> None:
    mark = Mark.objects.filter(category__appraisal=decided, department=county.department).first()
    assert mark is not None
    mark.by = second(county)
    mark.save()
    sent = carry_out(SubmitAppraisal(decided), officer(county))
    with pytest.raises(Refused):
        carry_out(PublishAppraisal(sent), second(county))


@pytest.mark.parametrize(
    "role", [Role.DEPARTMENT_LEAD, Role.UNIT_CLERK, Role.AUDITOR, Role.EVALUATOR, Role.SYSTEM_ADMINISTRATOR]
)
def test_others_do_not_publish(county: County, submitted: Appraisal, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        carry_out(PublishAppraisal(submitted), county.people[str(role)])
    path = f"/appraisal/{submitted.pk}/steps/publish/"
    assert signed_in(county.people[str(role)]).post(path, {"revision": submitted.revision}).status_code == 403


def test_what_is_not_decided_is_not_sent(county: County, decided: Appraisal) -> None:
    debt = Mark.objects.get(category__appraisal=decided, category__code="debt", department=county.department)
    debt.points = None
    debt.save()
    with pytest.raises(Refused, match="1 个部门"):
        carry_out(SubmitAppraisal(decided), officer(county))


def test_no_mark_changes_while_it_is_reviewed_or_published(county: County, submitted: Appraisal) -> None:
    mark = Mark.objects.filter(category__appraisal=submitted, category__deduction=False).first()
    assert mark is not None
    full = {mark.category_id: Decimal(20)}
    for publish in (False, True):
        if publish:
            carry_out(PublishAppraisal(submitted), second(county))
        with pytest.raises(Refused):
            carry_out(SaveMark(mark, Decimal(1), applicable=True, reason="Late", revision=1), officer(county))
        with pytest.raises(Refused):
            carry_out(ProposeMarks(submitted), officer(county))
        submitted.refresh_from_db()
        with pytest.raises(Refused):
            carry_out(SetFullMarks(submitted, full, submitted.revision), officer(county))


def test_what_is_given_back_is_decided_again(county: County, submitted: Appraisal) -> None:
    with pytest.raises(Refused):
        carry_out(ReturnAppraisal(submitted, " "), second(county))
    made = carry_out(ReturnAppraisal(submitted, "Debt is too high"), second(county))
    assert made.state == State.DECIDING
    decide(officer(county), made, county.department, "7")
    page = signed_in(officer(county)).get(f"/appraisal/{made.pk}/").content.decode()
    assert "Debt is too high" in page


def test_the_published_ranking_stays_whatever_happens_to_the_facts(
    county: County, submitted: Appraisal
) -> None:
    made = carry_out(PublishAppraisal(submitted), second(county))
    before = [(row.department.pk, row.score, row.rank) for row in standing(made)]
    for mark in Mark.objects.filter(category__appraisal=made, department=county.department):
        mark.points = Decimal(10)
        mark.save()
    Organisation.objects.create(kind="department", code="late", name="Late", parent=county.top)
    after = standing(made)
    assert [(row.department.pk, row.score, row.rank) for row in after] == before
    assert before == [
        (county.other_department.pk, Decimal("90.00"), 1),
        (county.department.pk, Decimal("80.00"), 2),
    ]
    assert {mark.points for mark in after[1].marks.values()} == {Decimal(8), Decimal(0)}
    export = signed_in(officer(county)).get(f"/appraisal/{made.pk}/export/")
    assert export.status_code == 200


def test_a_publication_is_taken_back_with_a_reason_and_kept(county: County, submitted: Appraisal) -> None:
    made = carry_out(PublishAppraisal(submitted), second(county))
    with pytest.raises(Refused):
        carry_out(ReopenAppraisal(made, ""), officer(county))
    with pytest.raises(PermissionDenied):
        carry_out(ReopenAppraisal(made, "Objection"), second(county))
    made = carry_out(ReopenAppraisal(made, "Objection"), officer(county))
    assert made.state == State.DECIDING
    assert len(made.steps.get(verb="publish").ranking) == 2


def test_departments_see_their_marks_when_they_are_published(county: County, submitted: Appraisal) -> None:
    client = signed_in(lead(county))
    pages = (
        f"/appraisal/{submitted.pk}/",
        f"/appraisal/{submitted.pk}/departments/{county.department.pk}/",
    )
    for path in pages:
        page = client.get(path).content.decode()
        assert "考核结果尚未公布" in page
        assert "80.00" not in page
    carry_out(PublishAppraisal(submitted), second(county))
    for path in pages:
        page = client.get(path).content.decode()
        assert "80.00" in page
    assert "复审通过并公布" not in client.get(pages[0]).content.decode()


def test_the_page_shows_each_person_what_is_theirs(county: County, submitted: Appraisal) -> None:
    path = f"/appraisal/{submitted.pk}/"
    own = signed_in(officer(county)).get(path).content.decode()
    assert "须由另一个人复审" in own
    assert "steps/publish" not in own
    client = signed_in(second(county))
    assert "steps/publish" in client.get(path).content.decode()
    stale = client.post(f"{path}steps/publish/", {"revision": 0}, follow=True).content.decode()
    assert "他人刚改过" in stale
    client.post(f"{path}steps/publish/", {"revision": submitted.revision})
    submitted.refresh_from_db()
    assert submitted.state == State.PUBLISHED
    with pytest.raises(Changed):
        carry_out(ReopenAppraisal(submitted, "x", 0), officer(county))
