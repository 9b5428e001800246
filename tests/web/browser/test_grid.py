"""Filling in a form in the browser: typed, by keyboard, pasted, undone, offline, by two people at once."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.web.browser.accessible import barriers
from tests.web.filings.support import form, indicators
from tests.web.support import County, account

from jixiao.web.cycles.models import Move, StageKind, Task, TaskState
from jixiao.web.filings.models import Funding, Indicator, Project
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]
PASTE = """([name, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const grid = document.querySelector(`[aria-labelledby="table-${name}"]`);
  const place = grid.querySelector(".tabulator-tableholder");
  place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


# Chosen in the same moment in which the grid comes into view, as fast people and slow machines do.
SCROLLED_AND_CLICKED = """async ([name, row, column]) => {
  const grid = document.querySelector(`[aria-labelledby="table-${name}"]`);
  const cell = grid.querySelectorAll(".tabulator-row")[row].querySelector(`[tabulator-field="${column}"]`);
  cell.scrollIntoView({ block: "center", behavior: "instant" });
  for (const kind of ["mousedown", "mouseup", "click"]) cell.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}"""


def opened(visit: Visit, task: Task, who: str = "Yan-unit_clerk") -> Page:
    """The form in a fresh window."""
    page = visit(who)
    page.goto(f"/cycles/tasks/{task.pk}/")
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the form is shown."""
    expect(page.locator("#form")).to_have_attribute("aria-busy", "false")


def at(page: Page, table: str, row: int, column: str) -> Locator:
    """A cell of a grid."""
    sheet = page.get_by_role("group", name=table)
    return sheet.locator(".tabulator-row").nth(row).locator(f'[tabulator-field="{column}"]')


def status(page: Page) -> Locator:
    """What the form says about saving."""
    return page.locator("[data-saving]")


def test_a_field_and_a_cell_are_saved_while_one_types(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    page = opened(visit, task)
    page.get_by_label("年度目标完成情况").fill("已完成")
    page.get_by_label("年度目标完成情况").blur()
    at(page, "绩效指标", 1, "actual").dblclick()
    page.keyboard.type("95")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("已保存")
    assert Project.objects.get(pk=task.project_id).annual_result == "已完成"
    assert Indicator.objects.get(name="Meals 2").actual == "95"


def test_a_whole_row_by_keyboard_alone(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    page = opened(visit, task)
    at(page, "绩效指标", 0, "actual").click()  # where the person stands
    keys = page.keyboard
    keys.type("90")
    keys.press("Enter")  # down
    keys.type("80")
    keys.press("Tab")  # right: the band
    keys.press("ArrowRight")  # the points
    keys.press("F2")
    keys.type("8")
    keys.press("Tab")
    keys.type("weather")
    keys.press("Escape")  # given up
    keys.type("rain")
    keys.press("Enter")
    expect(status(page)).to_contain_text("已保存")
    first, second, third = Indicator.objects.filter(project=task.project)
    assert (first.actual, second.actual, second.points, second.reason, third.reason) == (
        "90",
        "80",
        8,
        "rain",
        "",
    )
    at(page, "绩效指标", 0, "actual").click()
    keys.press("Shift+ArrowDown")
    keys.press("Delete")
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("")
    settled(page)
    keys.press("Control+z")
    expect(at(page, "绩效指标", 0, "actual")).to_have_text("90")
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("80")


def test_a_cell_stays_chosen_when_its_grid_comes_into_view_or_the_window_changes(
    county: County, visit: Visit
) -> None:
    task = form(county)
    indicators(task)
    page = visit("Yan-unit_clerk")
    page.set_viewport_size({"width": 1366, "height": 200})  # the grid begins below
    page.goto(f"/cycles/tasks/{task.pk}/")
    ready(page)
    page.evaluate(SCROLLED_AND_CLICKED, ["indicators", 1, "actual"])
    page.set_viewport_size({"width": 1200, "height": 300})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.keyboard.type("95")
    page.keyboard.press("Enter")
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("95")


def test_tab_goes_from_line_to_line_and_out_of_the_grid(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task, 2)
    Funding.objects.filter(project=task.project).delete()
    page = opened(visit, task)
    keys = page.keyboard
    page.get_by_role("button", name="增加一行").first.focus()
    for _ in range(3):  # a grid without lines
        keys.press("Shift+Tab")
    expect(page.get_by_role("group", name="资金").locator(":focus")).to_have_count(0)
    at(page, "绩效指标", 0, "improvement").click()
    keys.press("Tab")  # the files
    keys.press("Tab")
    keys.type("90")  # the first cell of the next line that can be filled in
    keys.press("Enter")
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("90")
    at(page, "绩效指标", 1, "improvement").click()
    keys.press("Tab")
    keys.press("Tab")
    expect(page.get_by_role("group", name="绩效指标").locator(":focus")).to_have_count(0)


def fifty() -> str:
    """Rows as Excel copies them, one with a line end inside a cell."""
    rows = [f"产出指标\t数量指标\tRow {one}\t≥\t{one}\t份\t2" for one in range(1, 50)]
    return "\r\n".join([*rows, '产出指标\t数量指标\t"Row 50\nand more"\t≥\t50\t份\t2']) + "\r\n"


def test_what_of_a_paste_found_no_place_is_told(county: County, visit: Visit) -> None:
    task = form(county)  # indicators come from the targets: neither names nor rows are the clerk's here
    indicators(task, 2)
    page = opened(visit, task)
    at(page, "绩效指标", 1, "name").click()
    page.evaluate(PASTE, ["indicators", "Another\t\t\t\t\t90\nThird\t\t\t\t\t80\n"])
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("90")
    told = page.locator(".sheet + .help").filter(has_text="没有填入")
    expect(told).to_have_text(
        "这些栏在这里不能填，粘贴的内容没有填入：三级指标　表里没有这么多行，没有填入的行数：1"
    )
    page.evaluate(PASTE, ["indicators", "Meals 2\t\t\t\t\t91\n"])  # as it stands: nothing is lost
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("91")
    expect(told).to_have_count(0)


def test_fifty_rows_are_pasted_undone_and_redone(county: County, visit: Visit) -> None:
    task = form(county, StageKind.TARGETS)
    indicators(task, 2)
    page = opened(visit, task)
    at(page, "绩效指标", 1, "level1").click()  # the second row is pasted over, 49 are new
    page.evaluate(PASTE, ["indicators", fifty()])
    expect(status(page)).to_contain_text("已保存")
    names = Indicator.objects.filter(project=task.project).values_list("name", flat=True)
    expect(page.locator("[data-undo]")).to_be_enabled()
    assert list(names)[:3] == ["Meals 1", "Row 1", "Row 2"]
    assert names.count() == 51
    assert names.last() == "Row 50\nand more"
    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_role("group", name="绩效指标").locator(".tabulator-row")).to_have_count(2)
    expect(at(page, "绩效指标", 1, "name")).to_have_text("Meals 2")
    expect(status(page)).to_contain_text("已保存")
    settled(page)
    assert list(names.all()) == ["Meals 1", "Meals 2"]
    page.get_by_role("button", name="重做").click()
    expect(at(page, "绩效指标", 1, "name")).to_have_text("Row 1")
    settled(page)
    assert names.all().count() == 51


def settled(page: Page) -> None:
    """Wait until nothing waits to be saved."""
    expect(page.locator("#form")).to_have_attribute("data-waiting", "0")


def test_an_input_method_begins_in_the_chosen_cell(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    page = opened(visit, task)
    at(page, "绩效指标", 1, "actual").click()
    page.evaluate(
        """document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Process", bubbles: true }))"""
    )
    page.keyboard.insert_text("已完成")
    page.evaluate(  # Enter that chooses a word ends nothing
        """document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }))"""
    )
    page.keyboard.insert_text("九成")
    page.keyboard.press("Enter")
    settled(page)
    assert Indicator.objects.get(name="Meals 2").actual == "已完成九成"


def test_rows_taken_out_come_back_with_undo(county: County, visit: Visit) -> None:
    task = form(county, StageKind.TARGETS)
    indicators(task)
    page = opened(visit, task)
    at(page, "绩效指标", 1, "name").click()
    page.get_by_role("button", name="删除所选行").last.click()
    rows = page.get_by_role("group", name="绩效指标").locator(".tabulator-row")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="撤销").click()
    expect(rows).to_have_count(3)
    expect(at(page, "绩效指标", 1, "name")).to_have_text("Meals 2")
    page.get_by_role("button", name="重做").click()
    expect(rows).to_have_count(2)


def test_a_refused_text_is_shown_with_its_reason_and_can_be_mended(county: County, visit: Visit) -> None:
    task = form(county)
    page = opened(visit, task)
    field = page.get_by_label("全年执行数（万元）")
    field.fill("许多")
    field.blur()
    expect(page.locator("#field-project-outturn-error")).to_contain_text("不是金额")
    expect(field).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="报送").click()
    assert Task.objects.get(pk=task.pk).state == TaskState.DRAFT
    field.fill("95.5")
    field.blur()
    expect(page.locator("#field-project-outturn-error")).to_have_text("")
    expect(field).to_have_value("95.50")
    assert Project.objects.get(pk=task.project_id).outturn == 955_000


def test_what_was_typed_without_a_connection_arrives_when_it_is_back(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    page = opened(visit, task)
    page.context.set_offline(offline=True)
    at(page, "绩效指标", 0, "actual").click()
    page.keyboard.type("77")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("连接中断")
    assert Indicator.objects.get(name="Meals 1").actual == ""
    page.keyboard.type("66")
    page.keyboard.press("Enter")
    page.context.set_offline(offline=False)
    settled(page)
    assert [one.actual for one in Indicator.objects.filter(project=task.project)] == ["77", "66", ""]


def test_where_the_server_fails_the_person_is_told_and_what_was_typed_is_sent_again(
    county: County, visit: Visit
) -> None:
    task = form(county)
    page = opened(visit, task)
    page.route("**/cells/", lambda route: route.fulfill(status=500, body="<h1>failed</h1>"))
    page.get_by_label("年度目标完成情况").fill("已完成")
    page.get_by_label("年度目标完成情况").blur()
    expect(page.locator("[data-troubles]")).to_contain_text("程序出错")
    page.unroute("**/cells/")
    page.get_by_label("存在的问题").fill("没有")
    page.get_by_label("存在的问题").blur()
    expect(status(page)).to_contain_text("已保存")
    expect(page.locator("[data-troubles]")).to_be_hidden()
    task.project.refresh_from_db()
    assert (task.project.annual_result, task.project.problems) == ("已完成", "没有")


def test_closing_the_window_offline_loses_nothing(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    page = opened(visit, task)
    page.context.set_offline(offline=True)
    at(page, "绩效指标", 2, "actual").click()
    page.keyboard.type("55")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("连接中断")
    page.close()
    again = page.context.new_page()
    page.context.set_offline(offline=False)
    again.goto(f"/cycles/tasks/{task.pk}/")
    expect(at(again, "绩效指标", 2, "actual")).to_have_text("55")
    settled(again)
    assert Indicator.objects.get(name="Meals 3").actual == "55"


def test_a_login_that_ran_out_loses_nothing(county: County, visit: Visit) -> None:
    task = form(county)
    page = opened(visit, task)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.get_by_label("存在的问题").fill("人手不足")
    page.get_by_label("存在的问题").blur()
    expect(status(page)).to_contain_text("登录已过期")
    assert Project.objects.get(pk=task.project_id).problems == ""
    page.context.add_cookies(cookies)
    settled(page)
    assert Project.objects.get(pk=task.project_id).problems == "人手不足"


def test_two_people_on_one_form_lose_nothing(county: County, visit: Visit) -> None:
    task = form(county)
    account("second", Role.UNIT_CLERK, county.unit)
    first, second = opened(visit, task), opened(visit, task, "second")
    first.get_by_label("改进措施").fill("甲的措施")
    first.get_by_label("改进措施").blur()
    settled(first)
    second.get_by_label("存在的问题").fill("乙的问题")
    second.get_by_label("改进措施").fill("乙的措施")
    second.get_by_label("改进措施").blur()
    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("甲的措施")
    expect(conflict).to_contain_text("乙的措施")
    project = Project.objects.get(pk=task.project_id)
    assert (project.measures, project.problems) == ("甲的措施", "乙的问题")
    conflict.get_by_role("button", name="用我的").click()
    settled(second)
    assert Project.objects.get(pk=task.project_id).measures == "乙的措施"


def test_a_double_click_hands_the_form_in_once(county: County, visit: Visit) -> None:
    task = form(county)
    page = opened(visit, task)
    page.get_by_label("年度目标完成情况").fill("已完成")  # still waits when the button is pressed
    page.get_by_role("button", name="报送").dblclick()
    expect(page.locator("#messages")).to_contain_text("已办理")
    expect(page.locator("#messages")).not_to_contain_text("他人")
    ready(page)
    assert Task.objects.get(pk=task.pk).state == TaskState.PENDING
    assert Move.objects.filter(task=task, verb="submit").count() == 1
    assert Project.objects.get(pk=task.project_id).annual_result == "已完成"


@pytest.mark.parametrize("dark", [False, True])
def test_the_form_can_be_used_by_everybody(county: County, visit: Visit, *, dark: bool) -> None:
    task = form(county)
    indicators(task)
    page = visit("Yan-unit_clerk", dark=dark)
    page.goto(f"/cycles/tasks/{task.pk}/")
    ready(page)
    assert barriers(page) == []
