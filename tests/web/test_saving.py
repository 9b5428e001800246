"""The same code saved by two people at once: the second is told at the field. On PostgreSQL; SQLite's writers queue."""

import datetime as dt
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from tests.web.cycles.years import year
from tests.web.support import PASSWORD, County, county
from tests.web.waiting import somebody_waits_for_us

from jixiao.web.actions import Action, carry_out
from jixiao.web.appraisal.actions.open_appraisal import OpenAppraisal
from jixiao.web.appraisal.models import Appraisal
from jixiao.web.cycles.actions.create_project import CreateProject
from jixiao.web.cycles.actions.save_cycle import SaveCycle
from jixiao.web.cycles.actions.save_holidays import SaveHolidays
from jixiao.web.cycles.actions.save_stage import SaveStage
from jixiao.web.cycles.models import Cycle, Holiday, Stage
from jixiao.web.filings.actions.save_library_indicator import SaveLibraryIndicator
from jixiao.web.filings.library import LibraryIndicator
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.filings.subjects import stored, year_of
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.actions.save_account import SaveAccount
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.saving import save_unique

DAY = dt.date(2031, 1, 1)


def body(at: County) -> Action[Any]:
    made = Organisation(kind=Kind.DEPARTMENT, code="new", name="New", parent=at.top)
    return SaveOrganisation(made)


def renamed(at: County) -> Action[Any]:
    made = Organisation.objects.get(pk=at.other_unit.pk)
    made.code = "new"
    return SaveOrganisation(made, made.revision)


def account(at: County) -> Action[Any]:
    return SaveAccount(User(username="new", full_name="New", organisation=at.unit), PASSWORD)


def cycle(at: County) -> Action[Any]:
    return SaveCycle(Cycle(jurisdiction=at.top, fiscal_year=2031, title="2031"))


def stage(at: County) -> Action[Any]:
    of = Cycle.objects.get(jurisdiction=at.top, fiscal_year=2024)
    return SaveStage(Stage(cycle=of, kind="targets", subject="project", name="New", opens=DAY, deadline=DAY))


def project(at: County) -> Action[Any]:
    of = Cycle.objects.get(jurisdiction=at.top, fiscal_year=2024)
    return CreateProject(of, Project(organisation=at.unit, code="new", name="New", origin="initial"))


def holiday(at: County) -> Action[Any]:
    return SaveHolidays(at.top, DAY, DAY, "off", "New year", "Notice")


def appraisal(at: County) -> Action[Any]:
    return OpenAppraisal(at.top, 2031, "130609-xushui")


def indicator(at: County) -> Action[Any]:
    return SaveLibraryIndicator(
        LibraryIndicator(jurisdiction=at.top, kind="common", level1="产出指标", level2="数量指标", name="New")
    )


RACES: dict[str, tuple[Callable[[County], Action[Any]], Role, str, type[Any], dict[str, Any]]] = {
    "body": (body, Role.SYSTEM_ADMINISTRATOR, "code", Organisation, {"code": "new"}),
    "body renamed": (renamed, Role.SYSTEM_ADMINISTRATOR, "code", Organisation, {"code": "new"}),
    "account": (account, Role.SYSTEM_ADMINISTRATOR, "username", User, {"username": "new"}),
    "year": (cycle, Role.PERFORMANCE_OFFICER, "__all__", Cycle, {"fiscal_year": 2031}),
    "stage": (stage, Role.PERFORMANCE_OFFICER, "__all__", Stage, {"kind": "targets", "name": "New"}),
    "project": (project, Role.PERFORMANCE_OFFICER, "__all__", Project, {"code": "new"}),
    "holiday": (holiday, Role.PERFORMANCE_OFFICER, "__all__", Holiday, {"day": DAY}),
    "appraisal": (appraisal, Role.PERFORMANCE_OFFICER, "__all__", Appraisal, {"fiscal_year": 2031}),
    "indicator": (indicator, Role.PERFORMANCE_OFFICER, "name", LibraryIndicator, {"name": "New"}),
}


def behind(first: Callable[[], Any], second: Callable[[], Any]) -> Any:
    """What the second of two writers raises or returns, who waits for the first one's transaction to end."""
    became: list[Any] = []

    def run() -> None:
        try:
            became.append(second())
        except Exception as error:  # noqa: BLE001  # whatever it is, the test looks at it
            became.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    with transaction.atomic():
        first()
        thread.start()
        while thread.is_alive() and not somebody_waits_for_us():
            thread.join(0.01)
    thread.join()
    return became[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", RACES)
def test_the_second_is_told(name: str) -> None:
    if connection.vendor != "postgresql":
        return  # SQLite's writers queue up before they look
    at = county()
    year(at)
    make, role, place, model, wanted = RACES[name]
    person = at.people[role]
    first, second = make(at), make(at)
    if name == "body renamed":
        first = body(at)
    said = behind(lambda: carry_out(first, person), lambda: carry_out(second, person))
    assert isinstance(said, ValidationError), said
    assert place in (said.message_dict if hasattr(said, "error_dict") else {"__all__": said.messages})
    assert model.objects.filter(**wanted).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_year_of_a_department_begun_by_two_is_one() -> None:
    if connection.vendor != "postgresql":
        return
    at = county()
    first, second = (year_of(at.unit, 2031) for _ in range(2))

    def begin() -> None:
        stored(first)
        first.facts = {"purpose": "Kept"}
        first.save()

    became = behind(begin, lambda: stored(second))
    assert became.facts == {"purpose": "Kept"}
    assert DepartmentYear.objects.filter(fiscal_year=2031).count() == 1


@pytest.mark.django_db
def test_another_fault_of_the_database_is_not_hidden(county: County) -> None:
    wrong = Organisation(kind=Kind.DEPARTMENT, code=None, name="New", parent=county.top)
    with pytest.raises(IntegrityError):
        save_unique(wrong)
    assert Organisation.objects.filter(pk=county.top.pk).exists()  # the transaction is still usable
