"""Amounts and scores come back as they went in, and SQL adds them exactly."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.web.fields import MoneyField, ScoreField
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Kind, Organisation

MONEY, SCORE = MoneyField(), ScoreField()
amounts = st.decimals("-9999999999999.99", "9999999999999.99", places=2)
scores = st.decimals("-999999", "999999", places=6)
each_test_once = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(amounts)
def test_an_amount_is_stored_as_whole_fen(amount: Decimal) -> None:
    stored = MONEY.get_prep_value(amount)
    assert isinstance(stored, int)
    assert stored == amount * 100
    assert MONEY.from_db_value(stored) == amount


@given(scores)
def test_a_score_is_stored_as_millionths(score: Decimal) -> None:
    stored = SCORE.get_prep_value(score)
    assert isinstance(stored, int)
    assert SCORE.from_db_value(stored) == score


@given(amounts)
def test_text_is_read_as_people_write_it(amount: Decimal) -> None:
    assert MONEY.to_python(f" {amount:,} ") == amount


@pytest.mark.parametrize("value", ["0.001", "1.005", "-3.14159"])
def test_nothing_is_rounded(value: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MONEY.clean(value, None)
    assert refused.value.code == "decimals"


@pytest.mark.parametrize("value", [1.5, "nan", "inf", "一百", "1e400x", object()])
def test_what_is_no_exact_number_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        MONEY.clean(value, None)


@pytest.mark.parametrize("value", [None, ""])
def test_blank_is_not_zero(value: str | None) -> None:
    assert MONEY.to_python(value) is None
    assert MONEY.get_prep_value(value) is None
    assert MONEY.get_prep_value("0") == 0


@pytest.fixture
def unit(db: None) -> Organisation:
    return Organisation.objects.create(kind=Kind.JURISDICTION, code="1", name="one")


@given(st.lists(amounts, min_size=1, max_size=20))
@each_test_once
def test_the_database_adds_exactly(unit: Organisation, values: list[Decimal]) -> None:
    """SQLite keeps a DecimalField as REAL: there 0.1 + 0.2 is not 0.3."""
    Project.objects.all().delete()
    for number, value in enumerate(values):
        Project.objects.create(organisation=unit, fiscal_year=2024, code=str(number), name="x", outturn=value)
    assert Project.objects.aggregate(total=Sum("outturn"))["total"] == sum(values)
    assert Project.objects.filter(outturn=values[0]).exists()
    assert Project.objects.filter(outturn__gte=min(values)).count() == len(values)


def test_a_column_is_a_whole_number(db: None) -> None:
    assert MONEY.db_type(connection) == models.BigIntegerField().db_type(connection)
