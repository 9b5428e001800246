"""What of a PDF could not be read, in plain words with the numbers of its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.scanned.installed import COMMAND
from jixiao.formats.scanned.reading import Scans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.pdf.characters import Characters
    from jixiao.formats.pdf.paths import Drawn
    from jixiao.formats.pdf.turning import Turning

_COVERS: Final = 0.25
"""A picture over so much of a page, on which hardly any text is, is a scan."""
_HARDLY: Final = 40
"""Characters: a page number, the stamp of a scanner's program."""
_DRAWING: Final = 20
"""Shapes on a page without text: letters may have been drawn as curves."""
_MANY: Final = 0.2


@dataclass(slots=True)
class Unread:
    """Numbers of pages by what is the matter with them."""

    scanned: list[int] = field(default_factory=list)
    scans: Scans = field(default_factory=Scans)
    """What became of the scanned ones."""
    recognised: list[int] = field(default_factory=list)
    slanted: list[int] = field(default_factory=list)
    drawings: list[int] = field(default_factory=list)
    unmapped: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    beyond: list[int] = field(default_factory=list)

    def look(self, number: int, turning: Turning, text: Characters, shapes: Drawn) -> str:
        """Note what is the matter with a page; the part that its text is: ``body``, or ``ocr``."""
        covered = max(
            ((right - left) * (bottom - top) for left, top, right, bottom in shapes.pictures), default=0
        )
        is_picture = covered > _COVERS * turning.width * turning.height
        if text.total <= _HARDLY and (is_picture or (not text.total and shapes.objects > _DRAWING)):
            self.scanned.append(number)
        elif is_picture and text.hidden > text.visible:
            self.recognised.append(number)
        if text.slanted:
            self.slanted.append(number)
        if text.unmapped > _MANY * text.total:
            self.unmapped.append(number)
        if text.cut or shapes.cut:
            self.cut.append(number)
        return "ocr" if number in self.recognised[-1:] else "body"

    def notes(self, count: int) -> tuple[str, ...]:
        """A sentence for each matter."""
        found: list[str] = []
        for numbers, how in (
            (self.scans.unread, f"（装上识别程序才能读：{COMMAND}）"),
            (self.scans.blank, ""),
        ):
            if len(numbers) == count:
                found.append(
                    f"全部页面都是扫描件或图片，没有可读取的文字，未作核对{how}；请提供可复制文字的版本。"
                )
            elif numbers:
                found.append(f"{pages(numbers)}是扫描件或图片，没有可读取的文字，未读取{how}。")
        found.extend(self.scans.notes(pages))
        for numbers, sentence in (
            (self.recognised, "是扫描件，文字由扫描软件识别而来，可能有错，请对照原件。"),
            (self.slanted, "有竖排或倾斜的文字（如水印），未读取。"),
            (self.drawings, "有图表，图中的文字和数字未读取。"),
            (self.unmapped, "的字体没有文字编码，读出的可能是乱码；请从原文件重新导出 PDF。"),
            (self.cut, "内容过多（超出字符或图形上限），只读取了一部分。"),
            (self.broken, "已损坏，未读取。"),
            (self.beyond, "未读取：全文字数超出上限。"),
        ):
            if numbers:
                found.append(pages(numbers) + sentence)
        return tuple(found)


def pages(numbers: Sequence[int]) -> str:
    """The numbers as they are told: 第2、5—7页."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [
        str(run[0]) if len(run) == 1 else f"{run[0]}{'、' if len(run) == 2 else '—'}{run[-1]}" for run in runs
    ]
    return f"第{'、'.join(told)}页"
