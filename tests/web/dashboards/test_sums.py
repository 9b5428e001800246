"""Sums of bodies and the order of risks are kept as projects and scores are written; nobody waits for anybody."""

import threading
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.dashboards.conftest import YEAR
from tests.web.dashboards.test_standing import choice, lamp, lamps, months
from tests.web.dashboards.writes import write
from tests.web.support import County, county

from jixiao.web.commands.audit.verify import command
from jixiao.web.cycles.models import Cycle
from jixiao.web.dashboards.models import MoneySum, ScoreSum, Standing
from jixiao.web.dashboards.standing_triggers import STANDING
from jixiao.web.dashboards.sum_triggers import MONEY, SCORES
from jixiao.web.dashboards.tables import risks, tables
from jixiao.web.filings.models import MonitoringPeriod, Project

pytestmark = pytest.mark.django_db
OWN = (Decimal(50), Decimal("90.5"))


@pytest.fixture
def ling(county: County, monkeypatch: pytest.MonkeyPatch) -> County:
    """The county with limits of its own, which no lamp is kept for."""
    monkeypatch.setenv("JIXIAO_RULEBOOKS", str(Path(__file__).parent / "rulebooks"))
    county.top.rulebook = "990102-ling"
    county.top.save()
    return county


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_the_sums_are_those_of_the_rows(
    county: County, year: list[Project], data: st.DataObject
) -> None:
    with transaction.atomic():
        for number in range(data.draw(st.integers(1, 12))):
            with transaction.atomic():
                write(county, data, number)
                transaction.set_rollback(data.draw(st.integers(0, 4)) == 0)
            assert MONEY.wrong() == []
            assert SCORES.wrong() == []
        transaction.set_rollback(True)


@given(st.data())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_of_risks_are_the_whole_list_cut(
    county: County, year: list[Project], data: st.DataObject
) -> None:
    with transaction.atomic():
        for number in range(data.draw(st.integers(1, 10))):
            write(county, data, number)
        shown = choice(county)
        whole = [(one.pk, one.risk, one.lamp) for one in risks.projects(shown)]
        pages = [risks.page(shown, 2, str(number + 1)) for number in range((len(whole) + 1) // 2)]
        assert [(one.pk, one.risk, one.lamp) for page in pages for one in page] == whole
        assert {page.paginator.count for page in pages} <= {len(whole)}
        transaction.set_rollback(True)


def test_limits_that_no_lamp_is_kept_for(ling: County, year: list[Project]) -> None:
    """50 and 90.5: half of the budget's share is no longer red, 90.4 of 100 is still yellow."""
    spent = dict(zip(year, ("49.99", "271.49", "0.03", "905"), strict=True))
    for project, outturn in spent.items():
        project.outturn = Decimal(outturn)
        project.save()
    MonitoringPeriod.objects.create(project=year[3], through_month=6, outturn=Decimal("452.49"))
    expected = {one.pk: lamp(one.revised_budget, one.outturn, limits=OWN) for one in spent}
    assert list(expected.values()) == ["red", "yellow", "green", "green"]
    shown = choice(ling)
    assert {one.project_id: one.lamp for one in risks.page(shown, 20, None)} == expected
    assert {one["month"]: lamps(one) for one in tables()["trend"].rows(shown)} == months(OWN)


def test_an_amount_that_only_a_slip_can_be_is_stored_and_shown(county: County, year: list[Project]) -> None:
    most = Decimal(2**63 - 1) / 100
    year[1].revised_budget = year[1].outturn = most
    year[1].save()
    assert Standing.objects.get(project=year[1], month=None).usual_lamp == "green"
    assert [one.lamp for one in risks.page(choice(county), 20, None)].count("green") == 2
    row = next(one for one in tables()["execution"].rows(choice(county)) if one["budget"] > most)
    assert row["budget"] == most + Decimal("100.03")


def test_an_amount_that_only_a_slip_can_be_has_a_lamp_within_any_limits(
    ling: County, year: list[Project]
) -> None:
    most = Decimal(2**63 - 1) / 100
    year[1].revised_budget, year[1].outturn = most, Decimal(int(most * 49)) / 100
    year[1].save()
    MonitoringPeriod.objects.filter(project=year[1], through_month=6).update(outturn=Decimal("0.01"))
    lamps_of = {one.project_id: one.lamp for one in risks.page(choice(ling), 20, None)}
    assert lamps_of[year[1].pk] == "red"  # below the half; SQLite counts so far with sixteen digits only
    row = next(one for one in tables()["trend"].rows(choice(ling)) if one["month"] == 6)
    assert lamps(row)[1]["red"] >= 1


def test_lost_triggers_are_made_again_and_the_sums_with_them(county: County, year: list[Project]) -> None:
    for kept in (MONEY, SCORES):
        with connection.cursor() as cursor:
            for statement in kept.away[connection.vendor]:
                cursor.execute(statement)
    year[0].outturn = Decimal("1.23")
    year[0].save()
    year[0].scores.update(percent=1)
    for kept in (MONEY, SCORES):
        assert kept.wrong() != []
        kept.ensure()
        assert kept.wrong() == []
    year[0].scores.all().delete()
    year[1].periods.all().delete()
    assert MONEY.wrong() == SCORES.wrong() == []


@pytest.mark.parametrize(("model", "rows"), [(MoneySum, "项目"), (ScoreSum, "自评得分")])
def test_a_wrong_sum_is_told_by_the_command_and_made_again(
    county: County,
    year: list[Project],
    model: type[MoneySum | ScoreSum],
    rows: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command() == 0
    model.objects.filter(pk=model.objects.order_by("pk").values("pk")[:1]).delete()
    assert command() == 1
    assert f"项{rows}统计数与{rows}不符" in capsys.readouterr().out
    assert command(recount=True) == 0
    assert command() == 0


@pytest.mark.django_db(transaction=True)
def test_who_writes_to_a_body_waits_for_nobody_else_there() -> None:
    """Two open transactions, each with projects of both bodies in opposite orders: both end, nothing is lost."""
    if connection.vendor != "postgresql":
        return  # one writer at a time
    here = county()
    Cycle.objects.create(jurisdiction=here.top, fiscal_year=YEAR, title="x")
    made = [
        Project.objects.create(
            organisation=body, fiscal_year=YEAR, code=f"{body.pk}-{number}", name="x", revised_budget=1
        )
        for number in range(2)
        for body in (here.unit, here.other_unit)
    ]
    both_wrote_once = threading.Barrier(2, timeout=60)
    failed: list[Exception] = []

    def run(projects: list[Project]) -> None:
        try:
            with transaction.atomic():
                for one in projects:
                    Project.objects.filter(pk=one.pk).update(outturn=Decimal("0.50"))
                    both_wrote_once.wait()
        except (threading.BrokenBarrierError, DatabaseError) as error:
            both_wrote_once.abort()
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(one,)) for one in (made[:2], [made[3], made[2]])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert STANDING.wrong() == MONEY.wrong() == []
    assert {one["outturn"] for one in tables()["execution"].rows(choice(here))} == {Decimal("1.00")}
