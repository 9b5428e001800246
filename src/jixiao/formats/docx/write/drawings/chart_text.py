"""Pieces of chart XML that several parts of a chart share: fonts, fills, strokes, titles, places."""

from jixiao.formats.drawing.markup import content

TEXT_FONT = "宋体"
TITLE_FONT = "黑体"
LATIN_FONT = "Times New Roman"
_POINT = 12700
"""EMU."""


def value(name: str, what: str | int) -> str:
    """An element that is nothing but its value."""
    return f'<c:{name} val="{what}"/>'


def fill(colour: str) -> str:
    """One colour."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def stroke(colour: str, points: float = 0.75, dash: str = "solid") -> str:
    """An outline or line."""
    return f'<a:ln w="{round(points * _POINT)}">{fill(colour)}<a:prstDash val="{dash}"/></a:ln>'


def shape(inside: str) -> str:
    """How a part of the chart is filled and drawn."""
    return f"<c:spPr>{inside}</c:spPr>"


def characters(tag: str, size: float, colour: str, font: str = TEXT_FONT) -> str:
    """The looks of text; ``tag`` is the element that takes them: defRPr, rPr, endParaRPr."""
    language = ' lang="zh-CN"' if tag == "rPr" else ""
    return (
        f'<a:{tag}{language} sz="{round(size * 100)}" b="0">{fill(colour)}'
        f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{font}"/></a:{tag}>'
    )


def text_looks(size: float, colour: str, body: str = "") -> str:
    """The looks of text that the chart itself makes: labels, names at the axes, the legend."""
    return (
        f"<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr>{characters('defRPr', size, colour)}</a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def title(text: str, size: float, colour: str, font: str, place: str = "") -> str:
    """The title of the chart or of an axis, always written from left to right."""
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p>'
        f"<a:pPr>{characters('defRPr', size, colour, font)}</a:pPr>"
        f"<a:r>{characters('rPr', size, colour, font)}<a:t>{content(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        f"{place}{value('overlay', 0)}</c:title>"
    )


def place(x: float, y: float) -> str:
    """The top left corner as a part of the chart's width and height."""
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
    )


def offset(x: float, y: float) -> str:
    """How far away from its usual place, as a part of the chart's width and height."""
    return f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'


def inner(x: float, y: float, wide: float, tall: float) -> str:
    """The rectangle of the plot itself, without names and numbers around it."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{wide:.4f}"/><c:h val="{tall:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
