"""A clerk's path: drop a file, see the finding, judge it, hand in the next version, take the copy away."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.web.documents.browser.conftest import Site
from tests.web.documents.browser.files import EVIL, LONG, NEXT, WRONG, docx

from jixiao.formats.discovery import read
from jixiao.pipeline import check_bytes


def hand_in(page: Page, folder: Path, text: str, name: str = "自评报告.docx") -> None:
    """Through the form, until the findings are there."""
    file = folder / name
    file.write_bytes(docx(text))
    page.goto("/documents/")
    page.set_input_files("#file", file)
    page.get_by_label("我确认文件不含").check()
    page.get_by_role("button", name="上传并检查").click()
    expect(page.locator(".desk.is-ready")).to_be_visible()


def test_from_the_drop_to_the_copy(page: Page, tmp_path: Path) -> None:
    page.goto("/documents/")
    page.evaluate(
        """([name, bytes]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], name));
            for (const kind of ["dragenter", "dragover", "drop"]) {
                document.querySelector(".drop-zone").dispatchEvent(
                    new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
            }
        }""",
        ["自评报告.docx", list(docx(WRONG))],
    )
    expect(page.locator("[data-chosen]")).to_have_text("自评报告.docx")
    page.get_by_label("我确认文件不含").check()
    page.get_by_role("button", name="上传并检查").click()
    expect(page.locator(".desk.is-ready")).to_be_visible()

    rate = page.locator(".finding", has_text="JX101")
    expect(rate).to_contain_text("80.00 / 100.00")
    sheet = page.frame_locator("[data-sheet]")
    rate.locator("h3").click()
    expect(sheet.locator("mark.error.now", has_text="90.00%")).to_be_visible()
    rate.get_by_role("button", name="要改").click()
    expect(page.locator(".finding.is-accepted", has_text="JX101")).to_be_visible()

    other = page.locator(".finding", has_text="JX103")
    other.get_by_text("不改…").click()
    other.get_by_role("button", name="保存理由").click()
    expect(other.get_by_role("alert")).to_contain_text("请写明不改的理由")
    other.get_by_label("不改的理由").fill("合计按决算批复数")
    other.get_by_role("button", name="保存理由").click()
    expect(page.locator(".finding.is-waived", has_text="合计按决算批复数")).to_be_visible()

    page.get_by_text("上传新版本").click()
    (tmp_path / "next.docx").write_bytes(docx(NEXT))
    page.set_input_files("#next-file", tmp_path / "next.docx")
    page.locator("#next-declared").check()
    page.get_by_role("button", name="上传并复查").click()
    expect(page.locator(".desk.is-ready")).to_be_visible()
    expect(page.locator(".finding.is-waived", has_text="合计按决算批复数")).to_contain_text("在第 1 版")
    expect(page.locator(".finding", has_text="JX101")).to_have_count(0)
    expect(page.locator(".solved")).to_contain_text("第 1 版的 1 个问题已解决")

    page.get_by_role("link", name="第 1 版").click()
    expect(page.locator(".desk.is-ready")).to_be_visible()
    page.get_by_text("下载", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="带批注的原文件").click()
    data = download.value.path().read_bytes()
    assert download.value.suggested_filename == "自评报告-批注.docx"
    assert "90.00%" in "".join(block.text for block in read(data, "x.docx").blocks)
    assert {one.code for one in check_bytes(data, "x.docx").findings} == {"JX101", "JX103"}


def test_everything_by_keys(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path, WRONG)
    page.keyboard.press("j")
    first = page.locator(".finding").first
    expect(first).to_be_focused()
    page.keyboard.press("a")
    expect(first).to_have_class("finding error is-accepted now")
    page.keyboard.press("u")
    expect(first).to_have_class("finding error is-open now")
    page.keyboard.press("j")
    page.keyboard.press("w")
    expect(page.get_by_label("不改的理由").last).to_be_focused()
    page.keyboard.type("jawx")  # letters typed into the reason are letters
    expect(page.get_by_label("不改的理由").last).to_have_value("jawx")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    expect(first).to_be_focused()


def test_both_sides_are_joined_and_the_key_goes_across(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path, LONG)
    sheet = page.frame_locator("[data-sheet]")
    card = page.locator(".finding", has_text="JX201")
    card.locator("[data-side='1']").click()
    expect(sheet.locator("mark.side.now").first).to_be_in_viewport()
    expect(sheet.locator("#join path")).not_to_have_count(0)
    page.keyboard.press("x")
    expect(sheet.locator("mark.error.now, mark.warning.now").first).to_be_in_viewport()


def test_a_filter_is_an_address(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path, WRONG)
    count = page.locator(".finding").count()
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator(".finding.is-accepted")).to_have_count(1)
    page.locator(".chip.open").click()
    expect(page.locator(".finding")).to_have_count(count - 1)
    expect(page).to_have_url(re.compile(r"\?state=open$"))
    page.reload()
    expect(page.locator(".finding")).to_have_count(count - 1)


def test_a_hostile_document_does_nothing(page: Page, tmp_path: Path) -> None:
    hand_in(page, tmp_path, EVIL)
    sheet = page.frame_locator("[data-sheet]")
    expect(sheet.locator("body")).to_contain_text("<script>alert(1)</script>")
    assert sheet.locator("script, img, iframe, form, [onerror], [hx-get]").count() == 0
    page.locator(".finding").first.locator("h3").click()
    page.reload()
    expect(page.locator(".desk.is-ready")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_of_accessibility(page: Page, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    hand_in(page, tmp_path, WRONG)
    page.keyboard.press("j")
    for address in (page.url, "/documents/"):
        page.goto(address)
        page.wait_for_load_state()
        results = Axe().run(page, context={"include": [["main"]]})
        bad = [one for one in results.response["violations"] if one["impact"] in {"serious", "critical"}]
        assert not bad, [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in bad]


def test_killed_in_the_middle_nothing_is_lost(site: Site, page: Page, tmp_path: Path) -> None:
    files = []
    for number in range(4):
        file = tmp_path / f"被中断{number}.docx"
        file.write_bytes(docx(WRONG + f"这是第{number}份。\n"))
        files.append(file)
    page.goto("/documents/")
    page.set_input_files("#file", files)
    page.get_by_label("我确认文件不含").check()
    page.get_by_role("button", name="上传并检查").click()
    rows = page.locator(".documents tbody tr", has_text="被中断")
    expect(rows).to_have_count(4)
    site.kill()
    site.start()
    page.goto(f"{site.address}/documents/")
    expect(rows).to_have_count(4)
    expect(rows.locator(".count.error")).to_have_count(4)
