"""Fields: from begin to separate goes an instruction, from separate to end the text that Word shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.formats.docx.names import DEL, FLD_CHAR, INSTR_TEXT, MOVE_FROM, W
from jixiao.formats.fields import equation, is_contents

if TYPE_CHECKING:
    from lxml.etree import _Element

FIELD_TYPE = W + "fldCharType"


@dataclass(slots=True, eq=False)
class Field:
    """One complex field that is properly closed."""

    instruction: str = ""
    in_result: bool = False
    has_result: bool = False

    @property
    def hides(self) -> bool:
        """Whether text at this point is not part of the document's text: instructions, tables of contents."""
        return not self.in_result or is_contents(self.instruction)


class Fields:
    """The state of the fields while the text of one story is walked through, paragraph by paragraph.

    Only fields with both ends count; a field that is never closed would swallow the rest of the document.
    """

    def __init__(self, root: _Element) -> None:
        self._known = _closed_fields(root)
        self._active: list[Field] = []
        self.hidden = False

    def mark(self, element: _Element) -> str:
        """Pass a w:fldChar; returns text that the field shows though it has no result."""
        field = self._known.get(element)
        if field is None:
            return ""
        kind = element.get(FIELD_TYPE)
        shown = ""
        if kind == "begin":
            self._active.append(field)
        elif kind == "separate":
            field.in_result = True
        elif field in self._active:
            del self._active[self._active.index(field) :]
        self.hidden = any(active.hides for active in self._active)
        if kind == "end" and not field.has_result and not self.hidden:
            shown = equation(field.instruction)
        return shown


def _closed_fields(root: _Element) -> dict[_Element, Field]:
    known: dict[_Element, Field] = {}
    stack: list[tuple[_Element, Field, list[_Element]]] = []
    for element in root.iter(FLD_CHAR, INSTR_TEXT):
        if element.tag == INSTR_TEXT:
            if stack and not stack[-1][1].has_result:
                stack[-1][1].instruction += element.text or ""
            continue
        if _is_deleted(element):
            continue
        kind = element.get(FIELD_TYPE)
        if kind == "begin":
            stack.append((element, Field(), []))
        elif not stack:
            continue
        elif kind == "separate":
            stack[-1][1].has_result = True
            stack[-1][2].append(element)
        elif kind == "end":
            begin, field, separators = stack.pop()
            for part in (begin, *separators, element):
                known[part] = field
    return known


def _is_deleted(element: _Element) -> bool:
    return next(element.iterancestors(DEL, MOVE_FROM), None) is not None
