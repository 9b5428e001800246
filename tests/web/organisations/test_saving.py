"""The form of a body: two people who save it, a move to another place, the list and its search."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.cycles.years import year
from tests.web.support import ELSEWHERE, County, signed_in
from tests.web.support import county as make_county

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.organisations.models import Kind, Organisation

pytestmark = pytest.mark.django_db


def filled(county: County, **changes: object) -> dict[str, object]:
    body = county.department
    return {
        "parent": county.top.pk, "kind": body.kind, "code": body.code, "name": body.name, "short_name": "",
        "rulebook": "", "position": 0, "active": "on", "revision": body.revision, **changes,
    }  # fmt: skip


def test_the_second_of_two_sees_what_the_first_changed(county: County) -> None:
    client = signed_in(county.people["system_administrator"])
    path = f"/organisations/{county.department.pk}/"
    assert client.post(path, filled(county, name="First")).status_code == 302
    answer = client.post(path, filled(county, name="Second"))
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "他人已改为“First”" in words
    assert 'value="Second"' in words  # what was typed stays
    assert Organisation.objects.get(pk=county.department.pk).name == "First"
    assert client.post(path, filled(county, name="Second", revision=1)).status_code == 302
    assert Organisation.objects.get(pk=county.department.pk).name == "Second"


def test_an_old_revision_is_refused(county: County) -> None:
    actor = county.people["system_administrator"]
    carry_out(SaveOrganisation(county.unit, 0), actor)
    with pytest.raises(Changed) as changed:
        carry_out(SaveOrganisation(county.unit, 0), actor)
    assert changed.value.current.revision == 1


def test_a_body_of_another_county_cannot_be_changed_nor_taken(county: County) -> None:
    other = make_county("Shi", ELSEWHERE)
    actor = county.people["system_administrator"]
    with pytest.raises(PermissionDenied):
        carry_out(SaveOrganisation(other.top), actor)
    other.unit.parent = county.department
    with pytest.raises(PermissionDenied):
        carry_out(SaveOrganisation(other.unit), actor)
    county.unit.parent = other.department
    with pytest.raises(Refused):
        carry_out(SaveOrganisation(county.unit), actor)


def test_nobody_makes_a_top_but_setup(county: County) -> None:
    with pytest.raises(Refused):
        carry_out(
            SaveOrganisation(Organisation(kind=Kind.JURISDICTION, code="x", name="x")),
            county.people["system_administrator"],
        )


def test_the_tree_opens_body_by_body(county: County, django_assert_max_num_queries: Callable) -> None:
    for number in range(40):
        Organisation.objects.create(kind=Kind.DEPARTMENT, code=f"n{number}", name="n", parent=county.top)
    client = signed_in(county.people["performance_officer"])
    with django_assert_max_num_queries(18):
        words = client.get("/organisations/").content.decode()
    assert "Yan education" in words
    assert "Yan school" not in words
    assert "Yan school" in client.get(f"/organisations/?under={county.department.pk}").content.decode()


def test_a_body_is_found_by_name_or_code(county: County) -> None:
    client = signed_in(county.people["performance_officer"])
    for words in ("school", "Yan-scho"):
        assert "Yan school" in client.get(f"/organisations/?q={words}").content.decode()
    assert "没有找到" in client.get("/organisations/?q=zzz").content.decode()


def test_a_body_with_forms_under_way_goes_out_of_use_only_when_meant(county: County) -> None:
    year(county)  # a form of the unit below it
    client = signed_in(county.people["system_administrator"])
    path = f"/organisations/{county.department.pk}/"
    assert 'name="anyway"' in client.get(path).content.decode()
    typed = filled(county)
    del typed["active"]
    answer = client.post(path, typed)
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "份表单没有终审" in words
    assert 'type="checkbox" name="anyway"' in words
    assert Organisation.objects.get(pk=county.department.pk).active
    assert client.post(path, {**typed, "anyway": "on"}).status_code == 302
    assert not Organisation.objects.get(pk=county.department.pk).active


def test_a_body_whose_forms_are_all_final_goes_out_of_use_at_once(county: County) -> None:
    year(county)
    Task.objects.update(state=TaskState.FINAL)
    client = signed_in(county.people["system_administrator"])
    typed = filled(county)
    del typed["active"]
    assert client.post(f"/organisations/{county.department.pk}/", typed).status_code == 302
