"""How cells look: few colours, so that a black-and-white print says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_FONT: Final = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
_LINE: Final = {"border": 1, "border_color": "#A6A6A6"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 16},
    "intro": {"font_color": "#595959"},
    "block": {"bold": True, "font_size": 12, "font_color": "#1F3864"},
    "head": _LINE | {"bold": True, "bg_color": "#DCE6F1", "text_wrap": True, "align": "center"},
    "must": _LINE
    | {
        "bold": True,
        "bg_color": "#DCE6F1",
        "text_wrap": True,
        "align": "center",
        "font_color": "#C00000",
    },
    "label": _LINE | {"bg_color": "#F2F2F2", "text_wrap": True, "align": "left", "indent": 1},
    "must_label": _LINE
    | {"bg_color": "#F2F2F2", "text_wrap": True, "font_color": "#C00000", "align": "left", "indent": 1},
    "help": _LINE | {"font_color": "#595959", "text_wrap": True, "align": "left", "indent": 1},
    "total": _LINE | {"bold": True, "bg_color": "#EDEDED"},
    "computed": _LINE | {"bg_color": "#EDEDED", "text_wrap": True},
    "text": _LINE | {"locked": False, "text_wrap": True, "num_format": "@", "align": "left", "indent": 1},
    "form": _LINE | {"locked": False, "text_wrap": True, "align": "left", "indent": 1},
    "number": _LINE | {"locked": False},
    "choice": _LINE | {"locked": False, "num_format": "@", "align": "center", "text_wrap": True},
    "free": {"locked": False},
    "page": {"text_wrap": True, "font_size": 11},
    "link": {"font_color": "#0563C1", "underline": 1, "font_size": 11},
    "strong": {"bold": True, "font_size": 12, "font_color": "#1F3864"},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Any] = {}

    def get(self, look: str, number_format: str = "") -> Any:  # noqa: ANN401  # a format of the library
        """The format of a look, with a number format of its own where one is given."""
        key = (look, number_format)
        if key not in self._made:
            number = {"num_format": number_format} if number_format else {}
            self._made[key] = self._book.add_format(_FONT | _LOOKS[look] | number)
        return self._made[key]
