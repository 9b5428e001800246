"""The text of a paragraph as Word shows it, each piece with the element that it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from jixiao.formats.docx import names as n
from jixiao.formats.docx.fields import Fields
from jixiao.formats.fields import is_contents
from jixiao.formats.labels import BLANKS, needs_space
from jixiao.formats.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_TRANSPARENT = frozenset(
    (n.INS, n.MOVE_TO, n.HYPERLINK, n.SMART_TAG, n.CUSTOM_XML, n.SDT_CONTENT, n.DIR, n.BDO)
)
_VANISH = n.W + "vanish"
_EMBEDDED = frozenset((n.TXBX_CONTENT, n.CHART, n.CHART_EX, n.DIAGRAM, n.BLIP, n.W + "subDoc"))
_FRACTION = (n.M + "num", n.M + "den")
_DEEPEST = 60
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\r\n]")


_Handler: TypeAlias = "Callable[[TextReader, _Element, Line, int], None]"


class Line:
    """The text of one paragraph: pieces and where each comes from, without the blanks around it.

    ``starts`` gives, by index, the offset of a piece in its element where that is not 0. ``label`` is the
    automatic number, which no element holds; ``embedded`` are text boxes, charts and pictures anchored in the
    paragraph, ``references`` its notes.
    """

    __slots__ = ("embedded", "label", "lead", "nodes", "paragraph", "references", "shown", "starts", "texts")

    def __init__(self, paragraph: _Element) -> None:
        self.paragraph = paragraph
        self.texts: list[str] = []
        self.nodes: list[_Element] = []
        self.starts: dict[int, int] = {}
        self.embedded: list[_Element] = []
        self.references: list[_Element] = []
        self.label = ""
        self.lead = 0
        self.shown = ""

    def add(self, text: str, node: _Element) -> None:
        """Append a piece."""
        self.texts.append(text)
        self.nodes.append(node)

    def finish(self, label: str = "", *, tight: bool = False) -> str:
        """Set and return the text as shown: the automatic number, then the pieces, no blanks around them."""
        text = "".join(self.texts)
        inner = text.lstrip(BLANKS)
        self.lead = len(text) - len(inner)
        inner = inner.rstrip(BLANKS)
        if label and inner and needs_space(label, inner, tight=tight):
            label += " "
        self.label = label
        self.shown = label + inner
        return self.shown


def _character(text: str) -> _Handler:
    def handle(_reader: TextReader, element: _Element, line: Line, _depth: int) -> None:
        line.add(text, element)

    return handle


class TextReader:
    """Reads the paragraphs of one story (body, or notes) in order; fields reach over paragraphs."""

    def __init__(self, root: _Element, *, has_hidden: bool = True) -> None:
        self.fields = Fields(root)
        self._has_hidden = has_hidden

    def read(self, paragraph: _Element, line: Line) -> None:
        """Append the text of the paragraph to the line."""
        self._children(paragraph, line, 0)

    def _children(self, parent: _Element, line: Line, depth: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == n.R:
                self._run(child, line, depth)
            elif tag in _TRANSPARENT:
                if depth < _DEEPEST:
                    self._children(child, line, depth + 1)
            elif (handle := self._INLINE.get(tag)) is not None and depth < _DEEPEST:
                handle(self, child, line, depth + 1)

    def _run(self, run: _Element, line: Line, depth: int) -> None:
        hidden = False
        for child in run:
            tag = child.tag
            if tag == n.T:
                text = child.text
                if text and not hidden and not self.fields.hidden:
                    if _INVISIBLE.search(text) is not None:
                        _add_visible(child, text, line)
                    else:
                        line.texts.append(text)
                        line.nodes.append(child)
            elif tag == n.R_PR:
                hidden = self._has_hidden and _is_hidden(child)
            elif tag == n.FLD_CHAR:
                shown = self.fields.mark(child)
                if shown:
                    line.add(shown, child)
            elif (
                (handle := self._IN_RUN.get(tag)) is not None
                and not hidden
                and not self.fields.hidden
                and depth < _DEEPEST
            ):
                handle(self, child, line, depth + 1)

    def _sdt(self, element: _Element, line: Line, depth: int) -> None:
        content = element.find(n.SDT_CONTENT)
        if content is not None:
            self._children(content, line, depth)

    def _simple_field(self, element: _Element, line: Line, depth: int) -> None:
        if not is_contents(element.get(n.W + "instr", "")):
            self._children(element, line, depth)

    def _alternate(self, element: _Element, line: Line, depth: int) -> None:
        chosen = choose(element)
        if chosen is not None:
            self._children(chosen, line, depth)

    def _alternate_in_run(self, element: _Element, line: Line, depth: int) -> None:
        chosen = choose(element)
        if chosen is not None:
            self._run(chosen, line, depth)

    def _ruby(self, element: _Element, line: Line, depth: int) -> None:
        base = element.find(n.W + "rubyBase")
        if base is not None:
            self._children(base, line, depth)

    def _math(self, element: _Element, line: Line, _depth: int) -> None:
        text = "" if self.fields.hidden else _linear(element, 0)
        if text:
            line.add(text, element)

    def _embedded(self, element: _Element, line: Line, depth: int) -> None:
        find_embedded(element, line.embedded, depth)

    def _symbol(self, element: _Element, line: Line, _depth: int) -> None:
        text = symbol(element.get(n.W + "font", ""), element.get(n.W + "char", ""))
        if text:
            line.add(text, element)

    def _reference(self, element: _Element, line: Line, _depth: int) -> None:
        line.references.append(element)

    _INLINE: ClassVar[dict[str, _Handler]] = {
        n.SDT: _sdt,
        n.FLD_SIMPLE: _simple_field,
        n.ALTERNATE: _alternate,
        n.O_MATH: _math,
        n.O_MATH_PARA: _math,
        n.W + "subDoc": _embedded,
    }
    _IN_RUN: ClassVar[dict[str, _Handler]] = {
        n.TAB: _character("\t"),
        n.PTAB: _character("\t"),
        n.BR: _character("\n"),
        n.CR: _character("\n"),
        n.NO_BREAK_HYPHEN: _character("-"),
        n.SYM: _symbol,
        n.RUBY: _ruby,
        n.ALTERNATE: _alternate_in_run,
        n.DRAWING: _embedded,
        n.PICT: _embedded,
        n.OBJECT: _embedded,
        n.FOOTNOTE_REFERENCE: _reference,
        n.ENDNOTE_REFERENCE: _reference,
    }


def choose(alternate: _Element) -> _Element | None:
    """The first choice, which every Word since 2010 takes, else the fallback."""
    choice = alternate.find(n.CHOICE)
    return choice if choice is not None else alternate.find(n.FALLBACK)


def find_embedded(element: _Element, found: list[_Element], depth: int) -> None:
    """Collect text boxes, charts and pictures below the element, of alternatives only the one that counts."""
    if element.tag in _EMBEDDED:
        found.append(element)
        return
    if depth >= _DEEPEST:
        return
    for child in element.iterchildren("*"):
        if child.tag == n.ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                find_embedded(chosen, found, depth + 1)
        else:
            find_embedded(child, found, depth + 1)


def _add_visible(node: _Element, text: str, line: Line) -> None:
    """Append the text without characters that show nothing; ends of lines within it show as a blank."""
    start = 0
    for found in (*_INVISIBLE.finditer(text), None):
        end = found.start() if found else len(text)
        if end > start:
            line.starts[len(line.texts)] = start
            line.add(text[start:end], node)
        if found is None:
            break
        start = found.end()
        if found.group() in "\r\n":
            line.starts[len(line.texts)] = found.start()
            line.add(" ", node)


def _is_hidden(properties: _Element) -> bool:
    vanish = properties.find(_VANISH)
    return vanish is not None and n.is_on(vanish.get(n.VAL))


def _linear(element: _Element, depth: int) -> str:
    """A formula on one line: fractions with a stroke."""
    if element.tag == n.M + "t" or element.tag == n.T:
        return element.text or ""
    if depth >= _DEEPEST:
        return ""
    if element.tag == n.M + "f":
        terms = [_linear(child, depth + 1) for child in element if child.tag in _FRACTION]
        return "/".join(f"({term})" if any(sign in term for sign in "+-−＋－") else term for term in terms)
    return "".join(_linear(child, depth + 1) for child in element.iterchildren("*"))
