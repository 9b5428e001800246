"""One score looks the same on every page and in every file."""

import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from tests.web.cycles.years import year
from tests.web.support import County, signed_in

from jixiao.web.appraisal.models import Appraisal
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.people.roles import Role
from jixiao.web.points import points, yuan


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (None, ""), ("", ""), (Decimal("91.7"), "91.70"), (Decimal("91.700000"), "91.70"), ("91.7", "91.70"),
        (Decimal(90), "90.00"), ("0", "0.00"), (Decimal("91.666667"), "91.67"), (Decimal("0.005"), "0.01"),
        (Decimal("-1.5"), "-1.50"),
    ],
)  # fmt: skip
def test_two_decimals(score: Decimal | str | None, shown: str) -> None:
    assert points(score) == shown


@pytest.mark.django_db
@pytest.mark.parametrize(("score", "shown"), [("91.7", "91.70"), ("90", "90.00"), ("92.81", "92.81")])
def test_pages_and_files_of_forms(county: County, score: str, shown: str) -> None:
    task = year(county, kind=StageKind.SELF_EVALUATION).task
    Task.objects.exclude(pk=task.pk).update(score=None)
    Task.objects.filter(pk=task.pk).update(score=Decimal(score), state=TaskState.PENDING, node=3)
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    for page in ("/cycles/tasks/", "/cycles/tasks/approve/", f"/filings/progress/?stage={task.stage_id}"):
        assert f'<td class="number">{shown}</td>' in client.get(page).content.decode(), page
    assert f"<dd>{shown}</dd>" in client.get(f"/cycles/tasks/{task.pk}/").content.decode()
    for page in ("/cycles/tasks/?", f"/filings/progress/?stage={task.stage_id}&"):
        rows = list(csv.reader(io.StringIO(client.get(f"{page}format=csv").content.decode("utf-8-sig"))))
        assert shown in {cell for row in rows for cell in row}, page
        book = load_workbook(io.BytesIO(client.get(f"{page}format=xlsx").content)).worksheets[0]
        formats = {
            cell.number_format for row in book.iter_rows() for cell in row if cell.value == float(score)
        }
        assert formats == {"0.00"}, page


@pytest.mark.django_db
def test_the_score_table_of_a_county(county: County) -> None:
    row = {
        "rank": 1, "department": "Yan education", "code": county.department.code, "rulebook": "cn", "score": "91.7", "grade": "优", "raw": "91.7",
        "full": "100", "converted": None, "published": "91.70", "contradictions": 0,
    }  # fmt: skip
    appraisal = Appraisal.objects.first()
    assert appraisal is not None
    Appraisal.objects.filter(pk=appraisal.pk).update(table={"rows": [row], "unread": [], "absent": 0})
    client = signed_in(county.people[str(Role.PERFORMANCE_OFFICER)])
    page = client.get(f"/appraisal/{appraisal.pk}/scores/").content.decode()
    assert page.count("91.70") == 3
    assert "91.7<" not in page


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (None, ""),
        ("0", "0.00"),
        ("600000", "600,000.00"),
        ("-20000.5", "-20,000.50"),
        ("1199600.00", "1,199,600.00"),
    ],
)
def test_an_amount_stands_in_groups_of_three_digits(amount: str | None, shown: str) -> None:
    assert yuan(None if amount is None else Decimal(amount)) == shown
