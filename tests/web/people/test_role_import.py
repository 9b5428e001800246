"""Roles from a workbook: by the rules of giving a single one."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.importing.workbooks import SEALED, book, confirmed, sent
from tests.web.support import ELSEWHERE, County, account, signed_in
from tests.web.support import county as make_county

from jixiao.web.audit.models import Event
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
ADDRESS = "/people/roles/import/"
HEAD = ["账号", "角色", "角色所在单位", "联系部门"]


def administrator(county: County) -> User:
    return User.objects.get(pk=county.people[Role.SECURITY_ADMINISTRATOR].pk)


def test_roles_come_in_one_workbook_and_once(county: County) -> None:
    account("clerk1", "", county.unit)
    account("officer1", "", county.bureau)
    lines = (
        ["clerk1", "单位经办人", None, None],
        ["clerk1", "单位审核人", "Yan hospital", None],
        ["officer1", "财政业务股室", None, "Yan health、Yan-education"],
    )
    client = signed_in(administrator(county))
    preview = sent(client, ADDRESS, book([HEAD, *lines]))
    assert "新增 3 行，已有 0 行（不改动），有误 0 行" in preview.content.decode()
    assert not Membership.objects.filter(user__username="clerk1").exists()
    assert confirmed(client, ADDRESS, preview).status_code == 302
    given = set(Membership.objects.filter(user__username="clerk1").values_list("role", "organisation__code"))
    assert given == {("unit_clerk", "Yan-school"), ("unit_reviewer", "Yan-hospital")}
    officer = Membership.objects.get(user__username="officer1")
    assert {one.code for one in officer.portfolio.all()} == {"Yan-health", "Yan-education"}
    assert '["clerk1", "unit_clerk", "Yan-school"]' in Event.objects.get(verb="people.import_roles").details
    again = sent(client, ADDRESS, book([HEAD, *lines])).content.decode()
    assert "新增 0 行，已有 3 行" in again
    assert not SEALED.search(again)


def test_a_role_that_has_ended_is_given_anew(county: County) -> None:
    today = timezone.localdate()
    ended, last_day = account("clerk1", "", county.unit), account("clerk2", "", county.unit)
    for user, until in ((ended, today - timedelta(days=1)), (last_day, today)):
        role = Membership.objects.create(
            user=user, organisation=county.unit, role=Role.UNIT_CLERK, until=until
        )
    officer = account("officer1", "", county.bureau)
    former = Membership.objects.create(
        user=officer, organisation=county.bureau, role=Role.LINE_OFFICER, until=today - timedelta(days=400)
    )
    former.portfolio.set([county.other_department])
    lines = (
        ["clerk1", "单位经办人", None, None],
        ["clerk2", "单位经办人", None, None],
        ["officer1", "财政业务股室", None, "Yan-education"],
    )
    client = signed_in(administrator(county))
    preview = sent(client, ADDRESS, book([HEAD, *lines]))
    assert "新增 2 行，已有 1 行（不改动）" in preview.content.decode()
    assert confirmed(client, ADDRESS, preview).status_code == 302
    assert ended.memberships.get().until is None
    assert last_day.memberships.get() == role  # in force to the end of its last day
    assert [one.code for one in officer.memberships.get().portfolio.all()] == ["Yan-education"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["Yan-nobody", "审计查阅", "", ""], "与第 2 行重复"),
        (["Yan-nobody", "安全管理员", "Yan county", ""], "三员"),
        (["Yan-unit_clerk", "系统管理员", "Yan county", ""], "三员"),
        (["Yan-unit_clerk", "财政业务股室", "Yan school", ""], "只能设在财政部门"),
        (["Yan-performance_officer", "单位经办人", "", ""], "只能设在部门或单位"),
        (["Yan-security_administrator", "安全管理员", "Yan county", ""], "不能给自己"),
        (["Shi-nobody", "单位经办人", "", ""], "没有账号“Shi-nobody”"),
        (["Yan-unit_clerk", "单位经办人", "Shi-school", ""], "没有“Shi-school”"),
        (["Yan-performance_officer", "财政业务股室", "", "Shi-health"], "没有“Shi-health”"),
        (["Yan-performance_officer", "财政业务股室", "", "Yan-school"], "不是部门"),
        (["Yan-unit_clerk", "科长", "", ""], "不在可选的词中"),
    ],
)
def test_a_role_that_may_not_be_given(county: County, line: list[str], words: str) -> None:
    make_county("Shi", ELSEWHERE)
    first = ["Yan-nobody", "审计查阅", "", ""]
    page = sent(signed_in(administrator(county)), ADDRESS, book([HEAD, first, line])).content.decode()
    assert "新增 1 行，已有 0 行（不改动），有误 1 行" in page
    assert words in page


@pytest.mark.parametrize("role", [one for one in Role if one != Role.SECURITY_ADMINISTRATOR])
def test_nobody_else_gives_roles(county: County, role: str) -> None:
    body = book([HEAD, ["Yan-nobody", "审计查阅", "", ""]])
    assert sent(signed_in(county.people[role]), ADDRESS, body).status_code == 403
