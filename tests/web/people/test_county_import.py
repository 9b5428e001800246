"""Bodies and accounts from one workbook: by the rules of a single one, all or none, once, without roles."""

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.importing.workbooks import SEALED, book, confirmed, sent
from tests.web.support import ELSEWHERE, PASSWORD, County, signed_in
from tests.web.support import county as make_county

from jixiao.web.actions import carry_out
from jixiao.web.audit.models import Event
from jixiao.web.importing.judging import Line, Lines
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.actions.import_county import ImportCounty
from jixiao.web.people.models import FormerPassword, Membership, User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
ADDRESS = "/people/import/"
BODIES = ["上级", "类别", "代码", "名称", "简称"]
ACCOUNTS = ["账号", "姓名", "所在单位", "电子邮箱", "初始口令"]
NEW_BODIES = (
    ["Yan county", "部门", "t1", "Bureau of water", "Water"],
    ["Bureau of water", "单位", "t2", "Reservoir", None],
    ["t2", "单位", "t3", "Reservoir sluice", None],
    ["Yan education", "单位", "t4", "Library", None],
)
NEW_ACCOUNTS = (
    ["clerk1", "Li", "Reservoir", "li@example.org", "Correct-horse-8"],
    ["clerk2", "Wang", "Yan-school", None, "Correct-horse-9"],
)


def file(bodies: tuple[list[object], ...] = (), accounts: tuple[list[object], ...] = ()) -> bytes:
    return book([BODIES, *bodies], [ACCOUNTS, *accounts])


def administrator(county: County) -> User:
    return User.objects.get(pk=county.people[Role.SYSTEM_ADMINISTRATOR].pk)


def test_a_county_comes_in_one_workbook(county: County) -> None:
    client = signed_in(administrator(county))
    preview = sent(client, ADDRESS, file(NEW_BODIES, NEW_ACCOUNTS))
    page = preview.content.decode()
    assert "新增 6 行，已有 0 行（不改动），有误 0 行" in page
    assert "Correct-horse" not in page  # the passwords are neither shown nor readable on their way
    assert not Organisation.objects.filter(code__startswith="t").exists()
    assert confirmed(client, ADDRESS, preview).status_code == 302
    above = dict(Organisation.objects.filter(code__startswith="t").values_list("code", "parent__code"))
    assert above == {"t1": "Yan-county", "t2": "t1", "t3": "t2", "t4": "Yan-education"}
    made = User.objects.get(username="clerk1")
    assert (made.organisation.code, made.full_name, made.must_change_password) == ("t2", "Li", True)
    assert check_password("Correct-horse-8", made.password)
    assert FormerPassword.objects.filter(user=made, password=made.password).exists()
    assert not Membership.objects.filter(user__username__startswith="clerk").exists()
    told = Event.objects.get(verb="people.import_county").details
    assert '["clerk2", "Yan-school"]' in told
    assert "Wang" not in told
    assert "Correct-horse" not in told


def test_the_same_again_changes_nothing(county: County) -> None:
    client = signed_in(administrator(county))
    first = sent(client, ADDRESS, file(NEW_BODIES, NEW_ACCOUNTS))
    confirmed(client, ADDRESS, first)
    before = [list(model.objects.order_by("pk").values()) for model in (Organisation, FormerPassword)]
    passwords = dict(User.objects.values_list("username", "password"))
    again = sent(client, ADDRESS, file(NEW_BODIES, NEW_ACCOUNTS)).content.decode()
    assert "新增 0 行，已有 6 行" in again
    assert not SEALED.search(again)
    assert confirmed(client, ADDRESS, first).status_code == 302
    assert [list(model.objects.order_by("pk").values()) for model in (Organisation, FormerPassword)] == before
    assert dict(User.objects.values_list("username", "password")) == passwords


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        (["Nowhere", "单位", "t9", "X", ""], "A3（上级）", "没有“Nowhere”"),
        (["Yan county", "单位", "t9", "X", ""], "B3（类别）", "单位不能设在地区之下"),
        (["Yan county", "局", "t9", "X", ""], "B3（类别）", "地区、财政部门、部门、单位"),
        (["Yan county", "部门", "t1", "X", ""], "C3（代码）", "与第 2 行重复"),
        (["Yan county", "部门", "Shi-health", "X", ""], "C3（代码）", "管理范围之外"),
        (["Shi county", "部门", "t9", "X", ""], "A3（上级）", "不在您的范围内"),
        (["Yan county", "部门", "", "X", ""], "C3（代码）", "没有填写"),
    ],
)
def test_a_wrong_body(county: County, line: list[object], place: str, words: str) -> None:
    make_county("Shi", ELSEWHERE)
    page = sent(signed_in(administrator(county)), ADDRESS, file((NEW_BODIES[0], line))).content.decode()
    assert "新增 1 行，已有 0 行（不改动），有误 1 行" in page
    assert place in page
    assert words in page


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        (["clerk 9", "Li", "Yan-school", "", PASSWORD], "A3（账号）", "用户名"),
        (["CLERK1", "Li", "Yan-school", "", PASSWORD], "A3（账号）", "与第 2 行重复"),
        (["shi-unit_clerk", "Li", "Yan-school", "", PASSWORD], "A3（账号）", "管理范围之外"),
        (["clerk9", "", "Yan-school", "", PASSWORD], "B3（姓名）", "没有填写"),
        (["clerk9", "Li", "Shi-school", "", PASSWORD], "C3（所在单位）", "不在您的范围内"),
        (["clerk9", "Li", "Yan-school", "nobody", PASSWORD], "D3（电子邮箱）", "请改正后"),
        (["clerk9", "Li", "Yan-school", "", "short"], "E3（初始口令）", "10"),
        (["clerk9", "Li", "Yan-school", "", ""], "E3（初始口令）", "没有填写"),
    ],
)
def test_a_wrong_account(county: County, line: list[object], place: str, words: str) -> None:
    make_county("Shi", ELSEWHERE)
    first = ["clerk1", "Li", "Yan-school", "", PASSWORD]
    page = sent(signed_in(administrator(county)), ADDRESS, file((), (first, line))).content.decode()
    assert "新增 1 行，已有 0 行（不改动），有误 1 行" in page
    assert place in page
    assert words in page


def test_an_account_of_a_body_that_is_left_out_is_wrong_too(county: County) -> None:
    client = signed_in(administrator(county))
    bodies = (["Nowhere", "部门", "t1", "Bureau of water", ""], NEW_BODIES[3])
    preview = sent(client, ADDRESS, file(bodies, (["clerk1", "Li", "t1", "", PASSWORD],)))
    assert "新增 1 行，已有 0 行（不改动），有误 2 行" in preview.content.decode()
    assert confirmed(client, ADDRESS, preview).status_code == 422
    assert confirmed(client, ADDRESS, preview, {"leave_out": "1"}).status_code == 302
    assert Organisation.objects.filter(code="t4").exists()
    assert not User.objects.filter(username="clerk1").exists()


@pytest.mark.parametrize("role", [one for one in Role if one != Role.SYSTEM_ADMINISTRATOR])
def test_nobody_else_imports_a_county(county: County, role: str) -> None:
    assert sent(signed_in(county.people[role]), ADDRESS, file(NEW_BODIES)).status_code == 403


def test_eight_times_the_lines_take_no_more_queries(county: County) -> None:
    actor = administrator(county)

    def queries(first: int, count: int) -> int:
        bodies = tuple(
            Line(at, {"parent": "Yan-education", "kind": "单位", "code": f"n{at}", "name": f"N{at}"})
            for at in range(first, first + count)
        )
        accounts = tuple(
            Line(
                at, {"username": f"u{at}", "full_name": "Li", "organisation": f"n{at}", "password": PASSWORD}
            )
            for at in range(first, first + count)
        )
        with CaptureQueriesContext(connection) as caught:
            carry_out(ImportCounty(Lines("x", {}, bodies), Lines("y", {}, accounts)), actor)
        return sum(not one["sql"].startswith("INSERT") for one in caught)

    few = queries(0, 10)
    assert queries(1_000, 80) <= few + 2  # a savepoint where there is more than one batch
    assert User.objects.filter(username__startswith="u", organisation__code__startswith="n").count() == 90


def test_the_page_says_nothing_where_nothing_else_is_asked(county: County) -> None:
    page = signed_in(county.people[Role.SYSTEM_ADMINISTRATOR]).get("/people/import/").content.decode()
    assert "None" not in page
