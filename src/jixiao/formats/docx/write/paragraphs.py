"""One paragraph with its properties in the order that the schema demands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph says beside its style.

    Attributes:
        style: the id of its style; none for the style of running text in tables and the like.
        keep: it stays on the page of the next paragraph.
        new_page: it begins a page.
        numbering: number and level of the list, (0, 0) for none though the style has one; None as the style
            says.
        tabs, spacing, indent: attributes or content of these elements.
        align: ``left``, ``center``, ``right`` or as the style says.
        outline: level in the outline from 0, else as the style says.
        section: the properties of the section that ends with it.
    """

    style: str = ""
    keep: bool = False
    new_page: bool = False
    numbering: tuple[int, int] | None = None
    tabs: str = ""
    spacing: str = ""
    indent: str = ""
    align: str = ""
    outline: int | None = None
    section: str = ""


def paragraph(runs: str, shape: Shape) -> str:
    """The paragraph; ``runs`` is XML."""
    properties = "".join(
        (
            f'<w:pStyle w:val="{shape.style}"/>' if shape.style else "",
            "<w:keepNext/>" if shape.keep else "",
            "<w:pageBreakBefore/>" if shape.new_page else "",
            _numbering(shape.numbering),
            f"<w:tabs>{shape.tabs}</w:tabs>" if shape.tabs else "",
            f"<w:spacing {shape.spacing}/>" if shape.spacing else "",
            f"<w:ind {shape.indent}/>" if shape.indent else "",
            f'<w:jc w:val="{shape.align}"/>' if shape.align else "",
            f'<w:outlineLvl w:val="{shape.outline}"/>' if shape.outline is not None else "",
            shape.section,
        )
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def _numbering(place: tuple[int, int] | None) -> str:
    if place is None:
        return ""
    number, level = place
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
