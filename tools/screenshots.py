"""Screenshots of every page of the demo, as each role sees it: ``python tools/screenshots.py FOLDER``.

Starts from the first page, follows every link within the site once for each shape of address (numbers in it
count as one), and leaves ``FOLDER/ROLE/ADDRESS-SCREEN.png`` with an ``index.html`` over all of them. The site
runs by ``jixiao demo``; ``--base`` names another address, ``--screens`` office, phone, dark, print, english
or several. With ``--once`` a page that an earlier role saw is not taken again.
"""

import argparse
import html
import re
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    ViewportSize,
    sync_playwright,
)

PASSWORD: Final = "Jixiao-2026"  # noqa: S105  # of the demo, printed by it
ROLES: Final = (
    "jingban", "shenhe", "lingdao", "yewu", "jixiao", "jixiao2", "pingjia", "chayue", "xitong", "anquan",
    "shenji",
)  # fmt: skip
OFFICE: Final = ViewportSize(width=1366, height=768)
SIZES: Final = {"phone": ViewportSize(width=390, height=844), "print": ViewportSize(width=794, height=1123)}
SCREENS: Final = ("office", "phone", "dark", "print", "english")
FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NO_PAGE: Final = re.compile(
    r"/(logout|static|export|download|file|workbook)s?(/|$)|\.(docx|xlsx|pdf|csv|zip)$"
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: whose, of which address, on which screen, and what the browser complained about."""

    role: str
    address: str
    screen: str
    path: Path
    faults: tuple[str, ...]


def main() -> int:
    """Take them all; the status is 1 where a page failed or its scripts did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the running demo")
    parser.add_argument("--browser", default="/usr/bin/chromium", help="path of Chromium")
    parser.add_argument("--roles", nargs="*", default=ROLES, choices=ROLES)
    parser.add_argument("--screens", nargs="*", default=["office"], choices=SCREENS)
    parser.add_argument("--once", action="store_true", help="each page for the first role that sees it")
    options = parser.parse_args()
    shots: list[Shot] = []
    taken: set[str] = set()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=options.browser, args=FLAGS)
        for role in options.roles:
            for shot in walked(browser, options.base, role, options.folder, options.screens, taken):
                shots.append(shot)
                for fault in shot.faults:
                    print(f"{shot.role} {shot.address} ({shot.screen}): {fault}")
            if options.once:
                taken.update(shape(shot.address) for shot in shots)
    (options.folder / "index.html").write_text(index(shots, options.folder), encoding="utf-8")
    print(f"{len(shots)} screenshots: {options.folder / 'index.html'}")
    return int(any(shot.faults for shot in shots))


def walked(
    browser: Browser, base: str, role: str, folder: Path, screens: list[str], taken: set[str]
) -> Iterator[Shot]:
    """The pages of one role but those taken: found on the first screen, shown on each."""
    signed = entered(browser, base, role)
    state = signed.storage_state()
    signed.close()
    addresses: list[str] = []
    for screen in screens:
        context = browser.new_context(
            storage_state=state,
            locale="zh-CN",
            viewport=SIZES.get(screen, OFFICE),
            is_mobile=screen == "phone",
            color_scheme="dark" if screen == "dark" else "light",
        )
        if screen == "english":
            context.add_cookies([{"name": "django_language", "value": "en", "url": base}])
        page = context.new_page()
        page.emulate_media(media="print" if screen == "print" else "screen")
        faults = listened(page)
        for address in addresses or found(page, base, faults):
            if address not in addresses:
                addresses.append(address)
            if shape(address) in taken:
                faults.clear()
                continue
            if screen != screens[0]:
                opened(page, base, address, faults)
            target = folder / role / f"{named(address)}-{screen}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=target, full_page=True)
            yield Shot(role, address, screen, target, tuple(faults))
            faults.clear()
        context.close()


def listened(page: Page) -> list[str]:
    """What the browser complains of on this page from now on."""
    faults: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def broke(error: Error) -> None:
        faults.append(f"script: {error}")

    page.on("console", said)
    page.on("pageerror", broke)
    return faults


def entered(browser: Browser, base: str, role: str) -> BrowserContext:
    """A session of the role."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}/account/login/")
    page.fill("#id_login", role)
    page.fill("#id_password", PASSWORD)
    page.click("button.btn-primary")
    page.wait_for_url(lambda address: "/account/login" not in address)
    return context


def found(page: Page, base: str, faults: list[str]) -> Iterator[str]:
    """Every address that links lead to, one for each shape; the page stands on it when it is given."""
    seen, waiting = {shape("/")}, deque(["/"])
    while waiting:
        address = waiting.popleft()
        if not opened(page, base, address, faults):
            continue
        yield address
        for link in page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"):
            parts = urlsplit(link)
            if f"{parts.scheme}://{parts.netloc}" != base or NO_PAGE.search(parts.path):
                continue
            if shape(parts.path) not in seen:
                seen.add(shape(parts.path))
                waiting.append(parts.path)


def opened(page: Page, base: str, address: str, faults: list[str]) -> bool:
    """Go there and wait until nothing more is fetched; a file to take away is passed over."""
    try:
        answer = page.goto(base + address, wait_until="networkidle")
    except Error as error:  # a download is one, too
        if "Download is starting" not in str(error):
            faults.append(str(error).splitlines()[0])
        return False
    if answer is not None and not answer.ok:
        faults.append(f"status {answer.status}")
    return answer is not None and "html" in answer.headers.get("content-type", "")


def shape(address: str) -> str:
    """The address with its numbers as one sign."""
    return re.sub(r"\d+", "0", address)


def named(address: str) -> str:
    """A name for a file."""
    return re.sub(r"\W+", "-", shape(address)).strip("-") or "first"


def index(shots: list[Shot], folder: Path) -> str:
    """One page over all pictures."""
    rows = []
    for shot in shots:
        path = html.escape(shot.path.relative_to(folder).as_posix())
        picture = f'<a href="{path}"><img loading="lazy" width="420" src="{path}" alt=""></a>'
        words = html.escape(f"{shot.role} {shot.address} ({shot.screen})")
        rows.append(f"<figure>{picture}<figcaption>{words}</figcaption></figure>")
    style = "body{display:flex;flex-wrap:wrap;gap:1em;font:14px sans-serif}img{border:1px solid #999}"
    head = f'<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>{style}</style>'
    return head + "".join(rows)


if __name__ == "__main__":
    sys.exit(main())
