"""Who sees what: the query agrees with a plain walk over any tree."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.support import County

from jixiao.web.organisations import walking
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


@given(st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_scope_is_the_subtrees_of_the_roles(db: None, data: st.DataObject) -> None:
    with transaction.atomic():
        bodies: list[Organisation] = []
        for number in range(data.draw(st.integers(1, 12))):
            parent = data.draw(st.sampled_from([None, *bodies])) if bodies else None
            kind = Kind.UNIT if parent else Kind.JURISDICTION
            bodies.append(Organisation.objects.create(kind=kind, code=f"t{number}", name="x", parent=parent))
        user = User.objects.create(username="t", full_name="t", organisation=bodies[0])
        held = data.draw(st.lists(st.sampled_from(bodies), max_size=3, unique=True))
        for body in held:
            Membership.objects.create(user=user, organisation=body, role=Role.AUDITOR)
        expected = {body.pk for body in bodies if _reaches(body, {one.pk for one in held})}
        assert set(Organisation.objects.visible_to(user).values_list("pk", flat=True)) == expected
        assert {body.pk for body in bodies if user.holds({Role.AUDITOR}, body)} == expected
        transaction.set_rollback(True)


def _reaches(body: Organisation | None, tops: set[int]) -> bool:
    while body is not None:
        if body.pk in tops:
            return True
        body = body.parent
    return False


def seen(county: County, role: str) -> set[str]:
    return {one.code for one in Organisation.objects.visible_to(county.people[role])}


def test_a_bureau_reaches_the_whole_jurisdiction(county: County) -> None:
    assert len(seen(county, "performance_officer")) == 6


def test_a_line_officer_with_a_portfolio_sees_that_alone(county: County) -> None:
    held = county.people["line_officer"].memberships.get()
    held.portfolio.add(county.department)
    assert seen(county, "line_officer") == {"Yan-education", "Yan-school"}


def test_whoever_reaches_every_root_sees_all_without_a_walk_until_there_is_another(county: County) -> None:
    officer = county.people["performance_officer"]
    assert " IN (" not in str(Organisation.objects.visible_to(officer).query)
    other = Organisation.objects.create(kind=Kind.JURISDICTION, code="other", name="x")
    officer.forget_roles()  # as with the next request
    assert " IN (" in str(Organisation.objects.visible_to(officer).query)
    assert other.code not in seen(county, "performance_officer")


def test_what_every_page_asks_of_a_person_is_read_in_one_query(
    county: County, django_assert_num_queries: Callable[..., Any]
) -> None:
    clerk = User.objects.get(pk=county.people["unit_clerk"].pk)
    with django_assert_num_queries(1):
        assert clerk.scopes() == [county.unit]
        assert str(clerk.organisation) == str(county.unit)
        assert clerk.holds({Role.UNIT_CLERK}, county.unit)
    with django_assert_num_queries(1):  # above another body
        assert not clerk.holds({Role.UNIT_CLERK}, county.department)


def test_too_many_bodies_to_list_are_walked_to_in_the_query(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = county.people["department_lead"]
    listed = seen(county, "department_lead")
    monkeypatch.setattr(walking, "MOST", 1)
    lead.forget_roles()
    assert "RECURSIVE" in str(Organisation.objects.visible_to(lead).query)
    assert seen(county, "department_lead") == listed == {"Yan-education", "Yan-school"}


def test_a_clerk_sees_the_own_unit(county: County) -> None:
    assert seen(county, "unit_clerk") == {"Yan-school"}


def test_nobody_sees_nothing(county: County) -> None:
    assert seen(county, "") == set()


def test_a_role_ends_with_its_day_and_with_its_body(county: County) -> None:
    held = county.people["unit_clerk"].memberships.get()
    held.until = "2020-01-01"
    held.save()
    assert seen(county, "unit_clerk") == set()
    county.department.active = False
    county.department.save()
    assert seen(county, "department_lead") == set()


@pytest.mark.parametrize(
    ("kind", "above"),
    [
        ("unit", "top"),
        ("department", "department"),
        ("bureau", "unit"),
        ("department", "bureau"),
        ("unit", None),
    ],
)
def test_a_place_that_makes_no_sense_is_refused(county: County, kind: str, above: str | None) -> None:
    parent = getattr(county, above) if above else None
    with pytest.raises(ValidationError, match="不能设在"):
        Organisation(kind=kind, code="n", name="n", parent=parent).full_clean()


def test_a_body_cannot_stand_below_itself(county: County) -> None:
    deeper = Organisation.objects.create(kind=Kind.UNIT, code="d", name="d", parent=county.unit)
    county.unit.parent = deeper
    with pytest.raises(ValidationError):
        county.unit.full_clean()


def test_rules_come_from_the_nearest_body_above(county: County) -> None:
    assert county.unit.rules() == "cn"
    county.department.rulebook = "430406-yanfeng"
    county.department.save()
    assert Organisation.objects.get(pk=county.unit.pk).rules() == "430406-yanfeng"
