"""Files that the rulebook asks for, from the cell that lacks one to the form handed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.browser.test_grid import at, opened, ready
from tests.web.filings.support import form
from tests.web.filings.test_proving import PLACE
from tests.web.filings.test_reviewing import good
from tests.web.support import County

from jixiao.web.cycles.models import Task, TaskState

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]
RULEBOOKS = Path(__file__).parent.parent / "filings" / "rulebooks"


@pytest.fixture
def yan(county: County, monkeypatch: pytest.MonkeyPatch) -> County:
    """The county with a rulebook that asks for files."""
    monkeypatch.setenv("JIXIAO_RULEBOOKS", str(RULEBOOKS))
    county.department.rulebook = PLACE
    county.department.save()
    return county


def upload(page: Page, name: str) -> None:
    """Send a file as whatever is chosen."""
    page.get_by_label("文件", exact=True).set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1"}
    )
    page.get_by_label("我声明").check()
    page.get_by_role("button", name="上传", exact=True).click()
    expect(page.locator("#messages")).to_contain_text("已上传")


def test_from_the_cell_that_lacks_a_file_to_the_form_handed_in(yan: County, visit: Visit) -> None:
    task = form(yan)
    good(task)
    page = opened(visit, task)
    page.get_by_role("button", name="报送").click()
    expect(page.locator("#messages")).to_contain_text("survey")
    ready(page)
    cell = at(page, "绩效指标", 2, "evidence")
    expect(cell).to_have_text("缺：survey")
    page.get_by_role("region", name="填报核对").locator("summary").click()
    page.get_by_role("button", name="survey").click()  # to the cell, by the notice
    page.keyboard.press("Enter")  # to its files, by keyboard
    expect(page.get_by_label("是什么材料")).to_have_value(f"proof:{task.project.indicators.last().pk}:survey")
    assert barriers(page) == []
    upload(page, "survey.pdf")
    page.get_by_role("link", name="approval").click()
    upload(page, "approval.pdf")
    page.get_by_role("link", name="sealed form").click()
    upload(page, "scan.pdf")
    page.goto(f"/cycles/tasks/{task.pk}/")
    ready(page)
    expect(at(page, "绩效指标", 2, "evidence")).to_have_text("1 个文件")
    page.get_by_label("我已核对").check()
    page.get_by_role("button", name="报送").click()
    expect(page.locator("#messages")).to_contain_text("已办理")
    assert Task.objects.get(pk=task.pk).state == TaskState.PENDING


def test_who_only_reads_is_offered_no_upload(county: County, visit: Visit) -> None:
    task = form(county)
    good(task)
    Task.objects.filter(pk=task.pk).update(state=TaskState.PENDING)
    page = opened(visit, task, "Yan-department_lead")
    cell = at(page, "绩效指标", 0, "evidence")
    expect(cell).to_be_attached()
    expect(cell.locator("a")).to_have_count(0)
