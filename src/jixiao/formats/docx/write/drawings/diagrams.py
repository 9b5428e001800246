"""Diagrams of a Word file: a group of text boxes and lines that the office can edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.drawings.frame import EMU, drawing
from jixiao.formats.drawing.diagram import sentence
from jixiao.formats.drawing.markup import content
from jixiao.formats.drawing.palette import BOX, OUTLINE
from jixiao.formats.drawing.sizes import LINE
from jixiao.formats.drawing.text import width

if TYPE_CHECKING:
    from jixiao.core.look import DiagramLook
    from jixiao.formats.drawing.sketch import Box, Sketch, Stroke

_OFFICE = "http://schemas.microsoft.com/office/word/2010"
_URI = f"{_OFFICE}/wordprocessingGroup"
_SPACES = f'xmlns:wpg="{_URI}" xmlns:wps="{_OFFICE}/wordprocessingShape"'
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_LINE = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{OUTLINE}"/></a:solidFill>'
_SLACK = 1.0
"""Millimetres on either side that a font may need beyond the estimate."""
_MOST_SHAPES = 1000
_TWENTIETHS = 20


def diagram_run(look: DiagramLook, sketch: Sketch, number: int) -> str:
    """The run that shows a diagram; its shapes are numbered from ``number`` thousand on.

    An office without such groups (Word 2007) shows the texts in a line instead.
    """
    shapes = [_stroke(stroke) for stroke in sketch.strokes] + [_box(box, sketch.size) for box in sketch.boxes]
    numbered = "".join(
        f'<wps:wsp><wps:cNvPr id="{number * _MOST_SHAPES + at}" name="形状 {at}"/>{shape}</wps:wsp>'
        for at, shape in enumerate(shapes, start=1)
    )
    wide, tall = round(sketch.wide * EMU), round(sketch.tall * EMU)
    group = (
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{tall}"/></a:xfrm></wpg:grpSpPr>{numbered}</wpg:wgp>'
    )
    words = sentence(look)
    shown = drawing(group, _URI, number, (wide, tall), (look.title, words))
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_COMPATIBILITY}"><mc:Choice {_SPACES} Requires="wpg">{shown}'
        f'</mc:Choice><mc:Fallback><w:t xml:space="preserve">{content(words)}</w:t></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _box(box: Box, size: float) -> str:
    """A frame; its text is one paragraph, with just the room to be broken as the sketch foresaw."""
    widest = max(width(line, size) for line in box.lines)
    inset = max(round(((box.wide - widest) / 2 - _SLACK) * EMU), 0)
    pitch = round(size * LINE * _TWENTIETHS)
    looks = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" '
        f'w:cs="Times New Roman"/><w:spacing w:val="0"/><w:sz w:val="{round(size * 2)}"/>'
        f'<w:szCs w:val="{round(size * 2)}"/>'
    )
    return (
        f"<wps:cNvSpPr/><wps:spPr>{_frame(box.x, box.y, box.wide, box.tall)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{BOX}"/></a:solidFill>{_LINE}</a:ln></wps:spPr>'
        '<wps:txbx><w:txbxContent><w:p><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{content(box.text)}</w:t></w:r></w:p>'
        f'</w:txbxContent></wps:txbx><wps:bodyPr rot="0" vert="horz" wrap="square" lIns="{inset}" tIns="0" '
        f'rIns="{inset}" bIns="0" anchor="ctr" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
    )


def _stroke(stroke: Stroke) -> str:
    left, top = min(stroke.x, stroke.to_x), min(stroke.y, stroke.to_y)
    wide, tall = abs(stroke.to_x - stroke.x), abs(stroke.to_y - stroke.y)
    turned = (' flipH="1"' if stroke.to_x < stroke.x else "") + (
        ' flipV="1"' if stroke.to_y < stroke.y else ""
    )
    arrow = '<a:tailEnd type="triangle"/>' if stroke.arrow else ""
    return (
        f"<wps:cNvCnPr/><wps:spPr>{_frame(left, top, wide, tall, turned)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{_LINE}{arrow}</a:ln></wps:spPr><wps:bodyPr/>'
    )


def _frame(left: float, top: float, wide: float, tall: float, turned: str = "") -> str:
    return (
        f'<a:xfrm{turned}><a:off x="{round(left * EMU)}" y="{round(top * EMU)}"/>'
        f'<a:ext cx="{round(wide * EMU)}" cy="{round(tall * EMU)}"/></a:xfrm>'
    )
