"""Every operation with every role's token, with none, and for rows of another county."""

import pytest
from django.http import HttpResponse
from tests.web.api.operations import Operation, operations
from tests.web.api.support import Program, errors, program
from tests.web.support import ELSEWHERE, HERE, County, signed_in
from tests.web.support import county as make_county

from jixiao.web.api.urls import urlpatterns
from jixiao.web.people.roles import Role
from jixiao.web.tokens.permissions import HAS

pytestmark = pytest.mark.django_db
EVERYBODY = ("", *map(str, Role))
NOWHERE = 777_777
each = pytest.mark.parametrize("operation", operations(), ids=lambda one: f"{one.method} {one.name}")


def asked(asking: Program, operation: Operation, number: int) -> HttpResponse:
    sent = operation.sent
    if sent and "file" in sent:
        sent["file"].seek(0)
        return asking.send(operation.at(number), sent)
    return asking.ask(operation.method, operation.at(number), sent)


def test_every_address_has_operations() -> None:
    assert {one.name for one in urlpatterns} == {
        "api-root",
        "openapi-json",
        *(one.name for one in operations()),
    }


@each
def test_an_operation_says_who_may(operation: Operation) -> None:
    assert operation.permission is not None, "decorate it with needs(...)"


@each
def test_nobody_comes_in_without_a_token(operation: Operation, county: County) -> None:
    answer = asked(Program(None), operation, HERE)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    errors(answer)
    session = signed_in(county.people[str(Role.UNIT_CLERK)])
    answer = session.generic(operation.method, f"/api/v1/{operation.at(HERE)}")
    assert answer.status_code == 401
    errors(answer)


@each
def test_only_the_roles_it_names_come_in(operation: Operation, county: County) -> None:
    for role in EVERYBODY:
        user = county.people[role]
        answer = asked(program(user), operation, NOWHERE)
        if not HAS.test(user, None):
            assert answer.status_code == 401, role
        elif operation.permission.test(user, None):
            assert answer.status_code in {200, 201, 404, 422}, role
        else:
            assert answer.status_code == 403, role
        if answer.status_code >= 400:
            errors(answer)


@each
def test_whatever_a_role_asks_is_answered(operation: Operation, county: County) -> None:
    statuses = {}
    for role in EVERYBODY:
        answer = asked(program(county.people[role]), operation, HERE)
        statuses[role] = answer.status_code
        assert answer.status_code < 500, role
        assert answer["Cache-Control"] == "no-store"
        if answer.status_code >= 400:
            errors(answer)
    assert set(statuses.values()) & {200, 201, 409, 422}, f"nobody is answered: {statuses}"


@each
def test_rows_of_another_county_are_not_there(operation: Operation, county: County) -> None:
    if not operation.row:
        return
    make_county("Shi", ELSEWHERE)
    for role in EVERYBODY:
        answer = asked(program(county.people[role]), operation, ELSEWHERE)
        assert answer.status_code in {401, 403, 404}, f"{role} sees what is elsewhere: {answer.status_code}"


def test_lists_hold_nothing_of_another_county(county: County) -> None:
    make_county("Shi", ELSEWHERE)
    for operation in operations():
        if operation.method == "GET" and not operation.row:
            for role in EVERYBODY:
                answer = asked(program(county.people[role]), operation, HERE)
                if answer.status_code == 200:
                    assert "Shi" not in answer.content.decode(), (operation.name, role)
