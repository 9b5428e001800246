"""Only the document with its marks, for a page that shows the findings in its own way."""

from jixiao.core.report import Report
from jixiao.renderers.html.blocks import block_html
from jixiao.renderers.html.marks import Marks


def sheet(report: Report) -> str:
    """The blocks of the document in a ``main`` element; nothing of an unreadable one.

    Words of findings are ``mark`` elements with ``data-f``, the number of the finding, and the id
    ``f<number>-<side>``; numbers are ``span.n`` with their proof as title. No attribute holds a style, no
    element a script.
    """
    if report.document is None:
        return ""
    marks = Marks(report)
    rows = "\n".join(
        f'<div class="row"><div class="text">{block_html(block, marks)}</div></div>'
        for block in report.document.blocks
    )
    return f'<main id="document" lang="zh-CN">{rows}</main>'


def placed(report: Report) -> dict[int, list[int]]:
    """By the number of a finding which of its sides ``sheet`` can show."""
    return {number: sorted(sides) for number, sides in Marks(report).placed.items()}
