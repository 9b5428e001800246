"""The rows of a table as HTML: a page has hundreds of cells, for each of which a template's loop is slow."""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from jixiao.web.dashboards.exporting import words
from jixiao.web.dashboards.tables import Column

_CLASSES: Final = {"text": "", "lamp": "", "date": ' class="code"'}
_NUMBER: Final = ' class="number"'
_SENTENCE: Final = 16
"""Longer texts are sentences, unless they are codes: set smaller, with room for a few words."""


def printed(columns: Sequence[Column], rows: Sequence[dict[str, Any]]) -> SafeString:
    """The lines of a table's body; blank where there is no row. Every value is escaped."""
    lines = ("".join(_cell(row, columns, place) for place in range(len(columns))) for row in rows)
    return mark_safe("".join(f"<tr>{line}</tr>" for line in lines))  # noqa: S308  # of escaped values


def _cell(row: dict[str, Any], columns: Sequence[Column], place: int) -> str:
    column = columns[place]
    said = escape(words(row.get(column.name), column.kind))
    main = column.name == row.get("link_on", columns[0].name)
    link = row.get("link") if main else row.get("links", {}).get(column.name)
    if link:
        said = f'<a href="{escape(link)}">{said}</a>'
    if place == 0:
        return f'<th scope="row">{said}</th>'
    if link:
        return f"<td>{said}</td>"
    if column.kind == "lamp":
        return f'<td><span class="lamp lamp-{escape(row.get(column.name))}">{said}</span></td>'
    if column.kind == "text" and len(said) > _SENTENCE and (" " in said or not said.isascii()):
        return f'<td class="words">{said}</td>'
    return f"<td{_CLASSES.get(column.kind, _NUMBER)}>{said}</td>"
