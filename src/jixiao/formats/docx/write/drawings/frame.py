"""What stands around a drawing in its paragraph."""

from __future__ import annotations

from jixiao.formats.drawing.markup import attribute

EMU = 36000
"""English metric units in a millimetre."""

_WORD = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def drawing(inner: str, uri: str, number: int, size: tuple[int, int], words: tuple[str, str]) -> str:
    """A drawing that stands in the line as a character does; its place is a run.

    ``number`` is unique in the file; ``size`` is width and height in EMU; ``words`` are a title and a
    description for those who cannot see it.
    """
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WORD}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="图 {number}" descr={attribute(words[1])} '
        f"title={attribute(words[0])}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
