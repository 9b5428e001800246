"""What of an OFD file is not read, in plain Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.formats.ofd.content import Contents
    from jixiao.formats.ofd.package import Body
    from jixiao.formats.positioned import Page

_MOST_NAMED: Final = 10


def notes(
    bodies: Sequence[Body], pages: Sequence[tuple[Page, Contents]], drawings: Sequence[int]
) -> tuple[str, ...]:
    """The sentences, those about pages first; ``drawings`` are the pages with charts."""
    found: list[str] = []
    if not any(page.pieces for page, _ in pages):
        found.append("文件中没有可读取的文字。")
    for is_so, sentence in _OF_PAGES:
        numbers = [page.number for page, contents in pages if is_so(page, contents)]
        if numbers:
            found.append(f"第 {_listed(numbers)} 页{sentence}")
    if drawings:
        found.append(f"第 {_listed(drawings)} 页有图表，图中的文字和数字未读取。")
    pictures = sum(contents.images for page, contents in pages if page.pieces)
    if pictures:
        found.append(f"有 {pictures} 幅图片未读取。")
    return (*found, *_of_bodies(bodies))


_OF_PAGES: Final[tuple[tuple[Callable[[Page, Contents], bool], str], ...]] = (
    (
        lambda page, contents: not page.pieces and contents.images > 0 and not contents.glyphs,
        "没有文字，是扫描件或图片，未读取。",
    ),
    (
        lambda _, contents: contents.glyphs > 0,
        "有的文字只有字形、没有对应的字符，未读取；请向制作单位索取可复制文字的文件。",
    ),
    (lambda _, contents: contents.hidden > 0, "有不显示的文字，未读取。"),
    (lambda _, contents: contents.cut, "线条和图形过多，其中的表格可能没有读成表格。"),
    (lambda _, contents: contents.aslant > 0, "有斜置或竖转的文字（如水印），未读取。"),
)


def _of_bodies(bodies: Sequence[Body]) -> list[str]:
    found: list[str] = []
    attached = [name for body in bodies for name in body.attachments]
    if attached:
        named = "、".join(attached[:_MOST_NAMED])
        more = "等" if len(attached) > _MOST_NAMED else ""
        found.append(f"有 {len(attached)} 个附件未读取：{named}{more}。")
    if any(body.is_annotated for body in bodies):
        found.append("批注、图章等注释未读取。")
    if any(body.is_signed for body in bodies):
        found.append("文件有电子签章，程序不验证其真伪。")
    if len(bodies) > 1:
        found.append(f"文件含 {len(bodies)} 份文档，页码依次连续计。")
    return found


def _listed(numbers: Sequence[int]) -> str:
    """Page numbers with runs put together: 3、5–8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return "、".join(shown[:_MOST_NAMED]) + ("等" if len(shown) > _MOST_NAMED else "")
