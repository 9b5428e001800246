"""The content of a page: its own objects, those of its templates, and those of composite objects in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.ofd.geometry import IDENTITY, Matrix, after, box, placed
from jixiao.formats.ofd.package import child, children, local
from jixiao.formats.ofd.paths import path_parts
from jixiao.formats.ofd.texts import POINTS, text_pieces
from jixiao.formats.positioned import Page, Piece, Rule
from jixiao.formats.safe_xml import iterate_xml

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from jixiao.formats.ofd.geometry import Box
    from jixiao.formats.ofd.package import Body, Package
    from jixiao.formats.positioned.model import Bounds

MOST_OBJECTS: Final = 400_000
"""Texts, lines and pictures of a file, each as often as it is shown: a page of text has 40 to 3,000."""
MOST_SIGNS: Final = 4_000_000
"""A report of 500 pages has half a million."""
MOST_LINES: Final = 20_000
"""Of one page: the densest table has some 5,000."""
MOST_SHAPES: Final = 3_000
"""Of one page: a chart has some hundred, a map of the town ten thousand."""
DEEPEST: Final = 8
"""Templates within templates and composite objects within each other; real files have one or two."""
A4: Final = (0.0, 0.0, 210.0, 297.0)
_OBJECTS: Final = ("TextObject", "PathObject", "ImageObject", "CompositeObject", "Template", "PhysicalBox")
_BOLD_NAMES: Final = ("bold", "黑", "hei")
_LIGHT_NAMES: Final = ("雅黑", "yahei", "light")


@dataclass(slots=True)
class Contents:
    """The objects of one part, or of all that a page shows."""

    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    shapes: list[Bounds] = field(default_factory=list)
    """Boxes of what is drawn and is no line."""
    cut: bool = False
    """There are more lines and shapes than are looked at."""
    images: int = 0
    glyphs: int = 0
    aslant: int = 0
    hidden: int = 0
    box: Box | None = None
    named: dict[str, list[Piece]] = field(default_factory=dict)
    """The pieces of the objects that were asked for, by identifier."""

    def take(self, other: Contents) -> None:
        """Add what another part shows; its box stays its own."""
        self.pieces += other.pieces
        self.rules += other.rules
        self.shapes += other.shapes
        self.cut = self.cut or other.cut
        self.images += other.images
        self.glyphs += other.glyphs
        self.aslant += other.aslant
        self.hidden += other.hidden


class Reader:
    """Reads the pages of one document; ``budget`` is shared by all documents of a file."""

    def __init__(self, package: Package, body: Body, budget: Budget, wanted: Collection[str] = ()) -> None:
        """``wanted`` are the identifiers of text objects whose pieces are to be told."""
        self._wanted = wanted
        self._package = package
        self._body = body
        self._budget = budget
        self._templates: dict[str, Contents] = {}
        self._units: dict[str, _Element] = {}
        self._bold: dict[str, bool] = {}
        for name in body.resources:
            self._resource(name)

    def page(self, name: str, number: int) -> tuple[Page, Contents]:
        """A page as it is shown, and what was found in it.

        Raises:
            ReadError: the part is damaged or hostile, or there is too much in it.
        """
        contents = self._part(name, frozenset())
        left, top, width, height = contents.box or box(self._body.box) or A4
        if width <= 0 or height <= 0:
            left, top, width, height = A4
        pieces, rules, shapes = tuple(contents.pieces), tuple(contents.rules), tuple(contents.shapes)
        if left or top:
            pieces = tuple(_moved_piece(piece, -left * POINTS, -top * POINTS) for piece in pieces)
            rules = tuple(_moved_rule(rule, -left * POINTS, -top * POINTS) for rule in rules)
            shapes = tuple(_moved_box(shape, -left * POINTS, -top * POINTS) for shape in shapes)
        return Page(number, width * POINTS, height * POINTS, pieces, rules, shapes), contents

    def _resource(self, name: str) -> None:
        """Take note of fonts and composite objects."""
        _, root = self._package.xml("", f"/{name}")
        for group in root:
            kind = local(group)
            if kind == "Fonts":
                for font in children(group, "Font"):
                    named = f"{font.get('FontName', '')} {font.get('FamilyName', '')}".lower()
                    heavy = any(word in named for word in _BOLD_NAMES) and not any(
                        word in named for word in _LIGHT_NAMES
                    )
                    bold = font.get("Bold", "").strip() == "true" or heavy
                    self._bold[font.get("ID", "")] = bold
            elif kind == "CompositeGraphicUnits":
                for unit in children(group, "CompositeGraphicUnit"):
                    self._units.setdefault(unit.get("ID", "").strip(), unit)

    def _part(self, name: str, within: frozenset[str]) -> Contents:
        """The objects of a page or template, those of its own templates first."""
        found = Contents()
        _, data = self._package.part("", f"/{name}")
        for element in iterate_xml(data, [f"{{*}}{tag}" for tag in _OBJECTS]):
            kind = local(element)
            if kind == "PhysicalBox":
                found.box = found.box or box(element.text)
            elif kind == "Template":
                found.take(self._template(element.get("TemplateID", "").strip(), within | {name}))
            else:
                self._object(element, kind, IDENTITY, found, 0)
        return found

    def _template(self, key: str, within: frozenset[str]) -> Contents:
        """The objects of a template page; it is read once, and counts as often as it is shown."""
        name = self._body.templates.get(key)
        if name is None:
            return Contents()
        if name in within or len(within) > DEEPEST:
            raise _circular()
        if name not in self._templates:
            self._templates[name] = self._part(name, within)
        found = self._templates[name]
        self._budget.spend(
            len(found.pieces) + len(found.rules), sum(len(piece.text) for piece in found.pieces)
        )
        return found

    def _object(self, element: _Element, kind: str, around: Matrix, found: Contents, depth: int) -> None:
        self._budget.spend(1, 0)
        if kind == "TextObject":
            text = text_pieces(element, around, self._bold)
            self._budget.spend(0, sum(len(piece.text) for piece in text.pieces))
            found.pieces += text.pieces
            if self._wanted and (key := element.get("ID", "")) in self._wanted:
                found.named.setdefault(key, []).extend(text.pieces)
            found.glyphs += text.glyphs
            found.aslant += text.aslant
            found.hidden += text.hidden
        elif kind == "PathObject":
            rules, shape = path_parts(element, around)
            if len(found.rules) + len(rules) <= MOST_LINES and len(found.shapes) < MOST_SHAPES:
                found.rules += rules
                found.shapes += [shape] if shape is not None else []
            else:
                found.cut = True
        elif kind == "ImageObject":
            found.images += 1
        elif kind == "CompositeObject":
            if depth >= DEEPEST:
                raise _circular()
            matrix = after(around, placed(element.get("CTM"), element.get("Boundary")))
            unit = self._units.get(element.get("ResourceID", "").strip())
            content = child(unit, "Content") if unit is not None else None
            if content is not None:
                self._group(content, matrix, found, depth + 1)

    def _group(self, group: _Element, around: Matrix, found: Contents, depth: int) -> None:
        for element in group.iter("{*}TextObject", "{*}PathObject", "{*}ImageObject", "{*}CompositeObject"):
            self._object(element, local(element), around, found, depth)


@dataclass(slots=True)
class Budget:
    """What is still allowed in one file."""

    objects: int = MOST_OBJECTS
    signs: int = MOST_SIGNS

    def spend(self, objects: int, signs: int) -> None:
        """Count objects and signs.

        Raises:
            ReadError: ``too_large``.
        """
        self.objects -= objects
        self.signs -= signs
        if self.objects < 0 or self.signs < 0:
            raise ReadError(
                "too_large",
                f"OFD 文件过大：其中的文字块、线条和图片超过 {MOST_OBJECTS // 10_000} 万个，或文字超过 "
                f"{MOST_SIGNS // 10_000} 万字。请拆分后重新提交。",
                f"The OFD file is too large: it shows more than {MOST_OBJECTS:,} objects or {MOST_SIGNS:,} "
                "characters. Split it.",
            )


def _moved_piece(piece: Piece, right: float, down: float) -> Piece:
    edges = tuple(edge + right for edge in piece.edges)
    return Piece(piece.text, edges, piece.top + down, piece.bottom + down, piece.size, piece.bold)


def _moved_rule(rule: Rule, right: float, down: float) -> Rule:
    return Rule(rule.left + right, rule.top + down, rule.right + right, rule.bottom + down)


def _moved_box(shape: Bounds, right: float, down: float) -> Bounds:
    return shape[0] + right, shape[1] + down, shape[2] + right, shape[3] + down


def _circular() -> ReadError:
    return ReadError(
        "too_deep",
        f"文件可疑：OFD 的模板页或复合对象互相引用或嵌套超过 {DEEPEST} 层，已停止读取。"
        "请用 OFD 软件另存后再试。",
        "The file is suspicious: templates or composite objects of the OFD refer to each other or nest "
        f"more than {DEEPEST} deep. Save it again in an OFD program.",
    )
