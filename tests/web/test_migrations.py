"""Migrations are complete, and lead from the first version with data on to this one."""

from decimal import Decimal
from importlib import import_module

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from jixiao.web.cycles.tally_triggers import AWAY, THERE
from jixiao.web.starting import labels, migrate


@pytest.mark.django_db
def test_no_change_of_a_model_is_without_its_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_the_first_version_with_data_becomes_this_one() -> None:
    """Bodies, accounts and forms of the first migrations are there, unchanged, after all others."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    first = [
        (label, name)
        for label, name in executor.loader.graph.nodes
        if label in {"organisations", "people", "cycles", "filings"} and name == "0001_initial"
    ]
    try:
        executor.migrate(first)
        old = executor.loader.project_state(first).apps
        top = old.get_model("organisations", "Organisation").objects.create(
            kind="jurisdiction", code="1", name="x"
        )
        user = old.get_model("people", "User").objects.create(username="old", full_name="x", organisation=top)
        project = old.get_model("filings", "Project").objects.create(
            organisation=top, fiscal_year=2023, code="p", name="School meals", outturn="12.34"
        )
    finally:
        later = MigrationExecutor(connection)
        later.migrate(latest)
    models = import_module("jixiao.web.filings.models")
    found = models.Project.objects.select_related("organisation").get(pk=project.pk)
    assert (found.name, str(found.outturn), found.organisation.code) == ("School meals", "12.34", "1")
    assert import_module("jixiao.web.people.models").User.objects.get(pk=user.pk).username == "old"
    assert {label for label, _ in first} <= labels()


@pytest.mark.django_db(transaction=True)
def test_files_and_the_library_of_before_are_kept_and_stand() -> None:
    """A file knew no purpose, and an indicator of the library could not be retired."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    before = [("filings", "0004_evidence"), ("cycles", "0004_monitoring")]
    try:
        executor.migrate(before)
        others = [node for node in latest if node[0] in {"people", "organisations"}]
        old = executor.loader.project_state([*before, *others]).apps
        top = old.get_model("organisations", "Organisation").objects.create(
            kind="jurisdiction", code="1", name="x"
        )
        user = old.get_model("people", "User").objects.create(username="old", full_name="x", organisation=top)
        project = old.get_model("filings", "Project").objects.create(
            organisation=top, fiscal_year=2023, code="p", name="School meals"
        )
        line = old.get_model("filings", "Indicator").objects.create(
            project=project, code="a", level1="x", name="Meals", weight=5
        )
        cycle = old.get_model("cycles", "Cycle").objects.create(jurisdiction=top, fiscal_year=2023, title="x")
        stage = old.get_model("cycles", "Stage").objects.create(
            cycle=cycle,
            kind="targets",
            subject="project",
            name="x",
            opens="2023-01-01",
            deadline="2023-02-01",
        )
        task = old.get_model("cycles", "Task").objects.create(
            stage=stage, organisation=top, project=project, deadline="2023-02-01"
        )
        file = old.get_model("filings", "Evidence").objects.create(
            task=task, indicator=line, name="a.pdf", sha256="0" * 64, size=1, by=user
        )
        known = old.get_model("filings", "LibraryIndicator").objects.create(
            jurisdiction=top, kind="common", level1="x", name="Meals"
        )
    finally:
        MigrationExecutor(connection).migrate(latest)
    models = import_module("jixiao.web.filings.models")
    kept = models.Evidence.objects.standing().get(pk=file.pk)
    assert (kept.name, kept.what, kept.digest, kept.indicator.name) == ("a.pdf", "", "", "Meals")
    assert kept.indicator.key == ""
    assert list(models.LibraryIndicator.objects.in_use().values_list("pk", "revision")) == [(known.pk, 0)]


@pytest.mark.django_db
def test_a_start_with_nothing_to_migrate_makes_what_an_earlier_one_left_undone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("django.core.management.call_command", refuse)
    with connection.cursor() as cursor:
        for statement in AWAY[connection.vendor]:
            cursor.execute(statement)
    migrate()
    with connection.cursor() as cursor:
        cursor.execute(THERE[connection.vendor])
        assert cursor.fetchone()[0] > 0


@pytest.mark.django_db(transaction=True)
def test_main_tasks_of_imported_facts_become_rows_and_go_back() -> None:
    """Amounts stay exact; a year with an amount that no row can hold keeps its tasks in its facts."""
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    before = [("filings", "0008_assessment_lines")]
    money = {"money": "12.30", "unit": "万元"}
    tasks = [
        {"name": "Meals", "content": "Cook", "budget": money, "outturn": "/"},
        {"name": "Roads", "budget_appropriation": {"money": "0.01", "unit": "元"}},
    ]
    fine = [{"name": "Fine", "budget": {"money": "0.001", "unit": "元"}}]
    try:
        executor.migrate(before)
        others = [node for node in latest if node[0] == "organisations"]
        old = executor.loader.project_state([*before, *others]).apps
        top = old.get_model("organisations", "Organisation").objects.create(
            kind="jurisdiction", code="1", name="x"
        )
        years = old.get_model("filings", "DepartmentYear").objects
        for fiscal_year, kept in ((2023, tasks), (2024, fine), (2025, None)):
            facts = {"appraisal": {"goal": "x", **({"tasks": kept} if kept else {})}}
            years.create(organisation=top, fiscal_year=fiscal_year, rulebook="cn", facts=facts)
    finally:
        MigrationExecutor(connection).migrate(latest)
    models = import_module("jixiao.web.filings.models")
    rows = models.DepartmentYear.objects.get(fiscal_year=2023).main_tasks.all()
    assert [(one.name, one.content, one.budget, one.absent) for one in rows] == [
        ("Meals", "Cook", Decimal(123_000), {"outturn": "/"}),
        ("Roads", "", None, {}),
    ]
    assert rows[1].budget_appropriation == Decimal("0.01")
    assert models.DepartmentYear.objects.get(fiscal_year=2024).facts["appraisal"]["tasks"] == fine
    dossier = import_module("jixiao.web.filings.mapping").dossier_of
    assert [
        one.name for one in dossier(models.DepartmentYear.objects.get(fiscal_year=2024)).appraisal.tasks
    ] == ["Fine"]
    try:
        MigrationExecutor(connection).migrate(before)
        again = years.get(fiscal_year=2023).facts["appraisal"]
        assert again["goal"] == "x"
        assert [one["name"] for one in again["tasks"]] == ["Meals", "Roads"]
        assert again["tasks"][0]["budget"]["unit"] == "元"
        assert Decimal(again["tasks"][0]["budget"]["money"]) == Decimal(123_000)
        assert again["tasks"][0]["outturn"] == "/"
    finally:
        MigrationExecutor(connection).migrate(latest)


@pytest.mark.django_db(transaction=True)
def test_projects_of_before_get_their_lamps_and_sums() -> None:
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    before = [("dashboards", "0004_printed_scores")]
    try:
        executor.migrate(before)
        old = executor.loader.project_state([node for node in latest if node[0] != "dashboards"]).apps
        top = old.get_model("organisations", "Organisation").objects.create(
            kind="jurisdiction", code="1", name="x"
        )
        project = old.get_model("filings", "Project").objects.create(
            organisation=top, fiscal_year=2023, code="p", name="x", revised_budget="10.00", outturn="7.99"
        )
        old.get_model("filings", "MonitoringPeriod").objects.create(
            project=project, through_month=3, outturn="1.49"
        )
    finally:
        MigrationExecutor(connection).migrate(latest)
        migrate()
    models = import_module("jixiao.web.dashboards.models")
    lamps = dict(models.Standing.objects.values_list("month", "usual_lamp"))
    assert lamps == {None: "yellow", 3: "red"}
    sums = models.MoneySum.objects.order_by("month").values_list(
        "month", "projects", "spent", "red", "yellow"
    )
    assert list(sums) == [(models.WHOLE_YEAR, 1, 799, 0, 1), (3, 1, 149, 1, 0)]
