"""The demo: every role has an account, the year has forms in every state, and filling again changes nothing."""

import pytest
from tests.web.support import signed_in

from jixiao.web.audit.models import Event
from jixiao.web.audit.verifying import verify
from jixiao.web.cycles.models import Assignment, Comment, StageKind, SubjectKind, Task, TaskState
from jixiao.web.cycles.permissions import may_review
from jixiao.web.demo import PASSWORD
from jixiao.web.demo.filling import fill
from jixiao.web.filings.scores import score_of
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def test_the_demo_shows_a_year_under_way() -> None:
    told = fill()
    officers = [Role.PERFORMANCE_OFFICER] * 2
    shown = [one for role in Role for one in (officers if role in officers else [role])]
    assert [role for _, role, _ in told] == [str(role.label) for role in shown]
    own = Task.objects.filter(stage__kind=StageKind.SELF_EVALUATION)
    assert set(own.values_list("state", flat=True)) == set(TaskState.values)
    earlier = Task.objects.filter(stage__kind__in=(StageKind.TARGETS, StageKind.MONITORING))
    assert set(earlier.values_list("state", flat=True)) == {TaskState.FINAL}
    whole = earlier.filter(stage__kind=StageKind.TARGETS, stage__subject=SubjectKind.DEPARTMENT)
    with_tasks = [one for one in whole if dossier_for(one).appraisal.tasks]
    assert len(with_tasks) >= 2
    for one in with_tasks:
        page = signed_in(User.objects.get(username="jixiao")).get(f"/filings/tasks/{one.pk}/").json()
        assert any(row["budget"] for row in page["tables"]["tasks"]["rows"]), one
    assert Comment.objects.exclude(path="").exists()
    assert Assignment.objects.count() == 4
    assert Task.objects.filter(versions__why="adjusted").exists()
    assert Task.objects.filter(moves__verb="extend").exists()
    for username in ("shenhe", "lingdao", "yewu", "jixiao", "jixiao2"):  # each has something to review
        person = User.objects.get(username=username)
        waiting = Task.objects.visible_to(person).filter(state=TaskState.PENDING)
        assert any(may_review(person, one) for one in waiting), username
    clerk = User.objects.get(username="jingban")
    drafts = own.filter(organisation=clerk.organisation, state=TaskState.DRAFT)
    assert "91.70" in [score_of(one).get("total") for one in drafts]
    assert verify().holds
    events = Event.objects.count()
    assert fill() == told
    assert Event.objects.count() == events
    accounts = User.objects.in_bulk([username for username, _, _ in told], field_name="username").values()
    assert all(one.check_password(PASSWORD) and one.password_changed_at for one in accounts)
    assert all(one.former_passwords.count() == 1 for one in accounts)  # none may be chosen again
    for username, _, _ in told:
        assert signed_in(User.objects.get(username=username)).get("/").status_code == 200
    evaluator = signed_in(User.objects.get(username="pingjia"))
    assert evaluator.get("/cycles/tasks/?format=csv").content.decode().count("\r\n") == 5
