"""The page that lists the pages of a folder."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from jixiao.renderers.html.page import shell
from jixiao.renderers.summary import Summary
from jixiao.renderers.wording import percent


def index(pages: Sequence[tuple[Summary, str]]) -> str:
    """A row for each report, in the order of the arguments, with a link to its page."""
    rows = "".join(
        f'<tr class="{_state(one)}"><td><a href="{escape(quote(page))}">{escape(one.file)}</a></td>'
        f"<td>{escape(one.body)}</td><td>{escape(one.year)}</td>"
        + (
            f'<td colspan="3">{escape(one.unreadable)}</td></tr>'
            if one.unreadable
            else f'<td class="num">{one.errors}</td><td class="num">{one.warnings}</td>'
            f'<td class="num">{percent(one.share)}</td></tr>'
        )
        for one, page in pages
    )
    errors = sum(one.errors for one, _ in pages)
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("文件", "单位", "年度", "错误", "提醒", "核对率")
    )
    return shell(
        "核对结果",
        f'<header class="top"><h1>核对结果</h1><p>共 {len(pages)} 个文件，{errors} 个错误。</p></header>'
        f'<main class="index"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></main>',
    )


def _state(one: Summary) -> str:
    return "error" if one.errors or one.unreadable else "warning" if one.warnings else "clean"
