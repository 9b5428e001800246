"""Rows to a Dossier and back: nothing is lost, nothing is invented."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from enum import Enum

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, assume, given, settings
from pydantic import BaseModel
from tests.dossiers.strategies import dossiers
from tests.web.support import County

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.projects import IndicatorProgress as ProgressPart
from jixiao.core.dossier.projects import Monitoring
from jixiao.core.money import Money, MoneyUnit
from jixiao.web.demo.people import departments
from jixiao.web.filings.columns import value as read_value
from jixiao.web.filings.encoding import decoded, encoded
from jixiao.web.filings.mapping import dossier_of
from jixiao.web.filings.models import DepartmentYear, Indicator, Project
from jixiao.web.filings.storing import store
from jixiao.web.organisations.models import Organisation

EXAMPLES = departments()
TYPED = frozenset({"target", "target_upper", "actual", "forecast"})
STEP = Decimal("0.01")  # yuan


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_example_comes_back_as_it_went_in(county: County, name: str) -> None:
    dossier = EXAMPLES[name]
    assert facts(again(dossier, county.department)) == facts(dossier)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_storing_twice_keeps_the_rows(county: County, name: str) -> None:
    store(EXAMPLES[name], county.department)
    first = set(Project.objects.values_list("pk", "code")), set(Indicator.objects.values_list("pk", "code"))
    store(EXAMPLES[name], county.department)
    assert (
        set(Project.objects.values_list("pk", "code")),
        set(Indicator.objects.values_list("pk", "code")),
    ) == first


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    phases=[Phase.generate],
)
@given(dossier=dossiers())
def test_any_dossier_comes_back_as_it_went_in(county: County, dossier: Dossier) -> None:
    assume(fits(dossier))
    with undone():
        assert facts(again(dossier, county.department)) == facts(dossier)


def test_evidence_that_is_named_twice_stays_so(county: County) -> None:
    dossier = EXAMPLES["511902-bazhou-2023-corrected"]
    project = dossier.projects[0]
    line = project.indicators[0].model_copy(update={"evidence": ("a", "b", "a")})
    named = project.model_copy(update={"indicators": (line,)})
    twice = {"projects": (named,), "published": (), "unresolved": (), "discrepancies": ()}
    dossier = dossier.model_copy(update=twice)
    assert again(dossier, county.department).projects[0].indicators[0].evidence == ("a", "b", "a")


def test_an_amount_finer_than_a_fen_is_refused_not_rounded(county: County) -> None:
    dossier = EXAMPLES["511902-bazhou-2023-corrected"]
    project = dossier.projects[0].model_copy(
        update={"outturn": Money.read("1.0000001", MoneyUnit.TEN_THOUSAND)}
    )
    with pytest.raises(ValidationError, match="小数"), transaction.atomic():
        store(
            dossier.model_copy(
                update={"projects": (project,), "published": (), "unresolved": (), "discrepancies": ()}
            ),
            county.department,
        )
    assert not DepartmentYear.objects.filter(organisation=county.department).exists()


def test_a_project_that_is_gone_is_kept_but_not_shown(county: County) -> None:
    dossier = EXAMPLES["511902-bazhou-2023-corrected"]
    store(dossier, county.department)
    found = again(
        dossier.model_copy(
            update={"projects": dossier.projects[:1], "published": (), "unresolved": (), "discrepancies": ()}
        ),
        county.department,
    )
    assert [one.code for one in found.projects] == [dossier.projects[0].code]
    assert (
        Project.objects.filter(deleted=True, fiscal_year=2023, organisation=county.department).count()
        == len(dossier.projects) - 1
    )


def again(dossier: Dossier, body: Organisation) -> Dossier:
    """The dossier after the database, read afresh."""
    return dossier_of(DepartmentYear.objects.get(pk=store(dossier, body).pk))


def facts(value: object) -> object:
    """What a dossier says: amounts by their value, for the unit they are written in is the dossier's."""
    if isinstance(value, BaseModel):
        return {
            name: as_typed(getattr(value, name)) if name in TYPED else facts(getattr(value, name))
            for name in type(value).model_fields
        }
    if isinstance(value, Money):
        return value.yuan
    if isinstance(value, Enum):
        return value
    if isinstance(value, tuple | list):
        return [facts(one) for one in sorted(value, key=by_meaning)]
    if isinstance(value, dict):
        return {name: facts(one) for name, one in value.items()}
    return value


def by_meaning(value: object) -> str:
    """Progress goes by its indicator, a period by its month, wherever it stands; other lists keep theirs."""
    if isinstance(value, Monitoring):
        return f"{value.through_month:02}"
    return repr(value) if isinstance(value, ProgressPart) else ""


def as_typed(value: object) -> object:
    """A target or an actual value: in a grid a number in quotes is the number; a forecast may be an amount too."""
    return read_value(value) if isinstance(value, str) and not isinstance(value, Enum) else facts(value)


def fits(dossier: Dossier) -> bool:
    """Whether the database takes it: whole 分 no larger than any budget, and a monitoring period once."""
    for project in dossier.projects:
        months = [period.through_month for period in project.monitoring]
        if len(set(months)) < len(months):
            return False
    return all(
        one.yuan % STEP == 0 and abs(one.yuan) < 10**16
        for part in (*dossier.projects, *dossier.appraisal.tasks)
        for one in amounts(part)
    )


def amounts(value: object) -> Iterator[Money]:
    """Every amount below."""
    if isinstance(value, Money):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from amounts(getattr(value, name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from amounts(one)


@contextmanager
def undone() -> Iterator[None]:
    """A transaction that leaves nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_the_order_of_keys_survives_a_database_that_sorts_them() -> None:
    facts = {"筹资": Decimal(1), "必要": Decimal("2.50"), "a": Decimal(3)}
    kept = json.loads(json.dumps(encoded(facts), sort_keys=True))
    assert list(decoded(kept).items()) == list(facts.items())
