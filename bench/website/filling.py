"""Fills a database with a big county, past the actions: rows go in by COPY or executemany."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, models, transaction
from django.utils import timezone

from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.filings.models import DepartmentYear, Funding, Indicator, Project
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

YEAR = 2023
RULEBOOK = "cn"
_DAY = date(2024, 3, 31)
_LEAVES = (
    *[("产出指标", "数量指标", "完成数量", "≥", "件")] * 4,
    *[("产出指标", "质量指标", "合格率", "≥", "%")] * 3,
    *[("产出指标", "时效指标", "按时完成率", "=", "%")] * 2,
    *[("成本指标", "经济成本指标", "单位成本", "≤", "元")] * 2,
    *[("效益指标", "社会效益指标", "受益人数", "≥", "人")] * 3,
    ("满意度指标", "服务对象满意度指标", "满意度", "≥", "%"),
)
STATES = ("draft", "draft", "pending", "pending", "returned", "final")
"""Of the self-evaluations, by the number of their project."""
_WEIGHTS = (5, 5, 5, 5, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 5)


@dataclass(frozen=True, slots=True)
class Size:
    """How big: ``units`` are bodies that fill in forms, one in ten of them a department."""

    units: int = 2_000
    projects: int = 50_000

    @property
    def each(self) -> int:
        """Projects of a body."""
        return self.projects // self.units


def fill(size: Size) -> dict[str, int]:
    """Write everything; returns the number of rows of each kind."""
    with transaction.atomic():
        _bodies(size)
        _people(size)
        _facts(size)
        _year(size)
        from bench.website.filling_more import fill_more  # noqa: PLC0415  # which writes rows as this does

        fill_more(size, STATES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    kinds = (Organisation, User, Project, Indicator, Funding, Task)
    return {kind.__name__: kind.objects.count() for kind in kinds}


def rows(model: type[models.Model], given: Iterable[dict[str, Any]]) -> None:
    """Write rows: columns that are not given have the model's defaults."""
    fields = model._meta.local_concrete_fields  # noqa: SLF001  # Django's own way
    blank = {one.attname: getattr(model(), one.attname) for one in fields}
    for one in fields:
        if getattr(one, "auto_now_add", False) or getattr(one, "auto_now", False):
            blank[one.attname] = timezone.now()
    ready = {
        one.attname: one.get_db_prep_save(blank[one.attname], connection)
        for one in fields
        if blank[one.attname] is not None
    }
    byname = {one.attname: one for one in fields}

    def lines() -> Iterator[list[Any]]:
        for row in given:
            known = {name: byname[name].get_db_prep_save(value, connection) for name, value in row.items()}
            yield [known.get(name, ready.get(name)) for name in byname]

    columns = ", ".join(f'"{one.column}"' for one in fields)
    table = f'"{model._meta.db_table}"'  # noqa: SLF001
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            signs = ", ".join("?" for _ in fields)
            statement = f"INSERT INTO {table} ({columns}) VALUES ({signs})"  # noqa: S608  # names of ours
            cursor.cursor.connection.executemany(statement, lines())
            return
        with cursor.cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as stream:
            for line in lines():
                stream.write_row(line)
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
        )


def _bodies(size: Size) -> None:
    departments = max(1, size.units // 10)
    top = {"id": 1, "kind": Kind.JURISDICTION, "code": "999900", "name": "大县", "rulebook": RULEBOOK}
    bureau = {"id": 2, "kind": Kind.BUREAU, "code": "999900-0", "name": "大县财政局", "parent_id": 1}
    rows(Organisation, [top, bureau])
    rows(
        Organisation,
        (
            {
                "id": body, "kind": Kind.DEPARTMENT if number < departments else Kind.UNIT,
                "code": f"{body:06}", "name": f"第{body}号{'局' if number < departments else '单位'}",
                "parent_id": 1 if number < departments else 3 + number % departments, "position": number,
            }
            for number, body in enumerate(range(3, size.units + 3))
        ),
    )  # fmt: skip


def _people(size: Size) -> None:
    password, now = make_password("Bench-2026-ok"), timezone.now()
    departments = max(1, size.units // 10)
    held: list[tuple[str, int, str]] = [
        (f"clerk{body}", body, str(Role.UNIT_CLERK)) for body in range(3, size.units + 3)
    ]
    held += [(f"lead{body}", body, str(Role.DEPARTMENT_LEAD)) for body in range(3, departments + 3)]
    held += [(f"line{number}", 2, str(Role.LINE_OFFICER)) for number in range(20)]
    held += [(f"officer{number}", 2, str(Role.PERFORMANCE_OFFICER)) for number in range(5)]
    held += [
        ("auditor", 1, str(Role.AUDITOR)),
        ("system", 1, str(Role.SYSTEM_ADMINISTRATOR)),
        ("security", 1, str(Role.SECURITY_ADMINISTRATOR)),
    ]
    rows(
        User,
        (
            {
                "id": number, "username": name, "full_name": name, "organisation_id": body, "is_active": True,
                "password": password, "must_change_password": False, "password_changed_at": now,
            }
            for number, (name, body, _) in enumerate(held, start=1)
        ),
    )  # fmt: skip
    rows(
        Membership,
        (
            {"id": number, "user_id": number, "organisation_id": body, "role": role}
            for number, (_, body, role) in enumerate(held, start=1)
        ),
    )
    lines = [number for number, (_, _, role) in enumerate(held, start=1) if role == str(Role.LINE_OFFICER)]
    for place, number in enumerate(lines):  # each line officer has a share of the departments
        Membership.objects.get(pk=number).portfolio.set(range(3 + place, departments + 3, len(lines)))


def _facts(size: Size) -> None:
    chance = random.Random(7)
    departments = max(1, size.units // 10)
    rows(
        DepartmentYear,
        (
            {"id": body, "organisation_id": body, "fiscal_year": YEAR, "rulebook": RULEBOOK, "facts": {}}
            for body in range(3, departments + 3)
        ),
    )
    budgets = [chance.randrange(50_000, 90_000_000) for _ in range(997)]
    numbers = range(1, size.projects + 1)
    rows(
        Project,
        (
            {
                "id": number, "organisation_id": body_of(size, number), "fiscal_year": YEAR,
                "code": f"p{number}", "name": f"第{number}号专项", "position": number % size.each,
                "original_budget": budgets[number % 997], "revised_budget": budgets[number % 997],
                "outturn": budgets[number % 997] * 9 // 10, "annual_goal": "完成年度任务，群众满意。" * 5,
            }
            for number in numbers
        ),
    )  # fmt: skip
    rows(
        Funding,
        (
            {
                "id": number, "project_id": number, "source": "财政拨款",
                "original_budget": budgets[number % 997], "revised_budget": budgets[number % 997],
                "outturn": budgets[number % 997] * 9 // 10,
            }
            for number in numbers
        ),
    )  # fmt: skip
    rows(
        Indicator,
        (
            {
                "id": (number - 1) * 15 + leaf + 1, "project_id": number, "position": leaf,
                "code": f"i{leaf}", "level1": words[0], "level2": words[1], "name": f"{words[2]}{leaf}",
                "operator": words[3],
                "target": "95", "unit": words[4], "weight": _WEIGHTS[leaf],
                "actual": "" if number % 2 else "96",
            }
            for number in numbers
            for leaf, words in enumerate(_LEAVES)
        ),
    )  # fmt: skip


def body_of(size: Size, project: int) -> int:
    """The body of a project."""
    return 3 + (project - 1) // size.each % size.units


def _year(size: Size) -> None:
    nodes = [str(Role.DEPARTMENT_LEAD), str(Role.LINE_OFFICER), str(Role.PERFORMANCE_OFFICER)]
    rows(
        Cycle,
        [{"id": 1, "jurisdiction_id": 1, "fiscal_year": YEAR, "title": "年度工作", "state": CycleState.OPEN}],
    )
    about = {"cycle_id": 1, "opens": date(2024, 1, 1), "deadline": _DAY, "nodes": nodes}
    project = {**about, "subject": SubjectKind.PROJECT}
    rows(
        Stage,
        [
            {**project, "id": 1, "kind": StageKind.TARGETS, "name": "绩效目标"},
            {**project, "id": 2, "kind": StageKind.SELF_EVALUATION, "name": "项目自评", "position": 1},
            {**about, "id": 3, "kind": StageKind.SELF_EVALUATION, "position": 2,
             "subject": SubjectKind.DEPARTMENT, "name": "部门自评"},
        ],
    )  # fmt: skip

    def forms() -> Iterator[dict[str, Any]]:
        for number in range(1, size.projects + 1):
            about = {"project_id": number, "organisation_id": body_of(size, number), "deadline": _DAY}
            yield {**about, "id": number, "stage_id": 1, "state": TaskState.FINAL, "node": 3, "score": 92}
            state = STATES[number % len(STATES)]
            turn = number // 6 % 3 if state == "pending" else 0
            yield {**about, "id": size.projects + number, "stage_id": 2, "state": state, "node": turn}
        for department in range(max(1, size.units // 10)):
            yield {"id": 2 * size.projects + 1 + department, "stage_id": 3, "organisation_id": 3 + department,
                   "deadline": _DAY}  # fmt: skip

    rows(Task, forms())
