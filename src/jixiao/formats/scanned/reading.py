"""Reads one scanned page after the other as long as time and memory last, and tells what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.scanned.installed import COMMAND, missing
from jixiao.formats.time_left import seconds_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

    from jixiao.formats.positioned import Page

MOST_PAGES: Final = 60
"""Scanned pages of one file: a report with its forms. At some five seconds a page these are five minutes."""
_RESERVE: Final = 5.0
"""Seconds left for what follows the recognition, and for the answer on its way."""
_SLOWER: Final = 2.0
"""A page may take so many times what the slowest took so far."""


@dataclass(slots=True)
class Scans:
    """The scanned pages of a file: numbers of those read and of those left unread, by the reason."""

    read: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    """Nothing was recognised on them."""
    unread: list[int] = field(default_factory=list)
    """There is no program that could."""
    late: list[int] = field(default_factory=list)
    cramped: list[int] = field(default_factory=list)
    """Memory was short."""
    broken: list[int] = field(default_factory=list)
    """The program is installed and does not start."""
    beyond: list[int] = field(default_factory=list)
    doubtful: int = 0
    """Lines that were too badly seen."""
    _slowest: float = 0.0

    def page(self, number: int, width: float, picture: Callable[[], Image]) -> Page | None:
        """The page with the text recognised in its picture, or None where it stays unread.

        ``width`` is that of the page in points; the picture is drawn only where it is going to be read.
        """
        if not self.goes_on(number):
            return None
        from jixiao.formats.scanned.page import recognised

        started = time.monotonic()
        try:
            found = recognised(picture(), number, width)
        except MemoryError:
            self.cramped.append(number)
            return None
        except ImportError:
            self.broken.append(number)
            return None
        self._slowest = max(self._slowest, time.monotonic() - started)
        self.doubtful += found.doubtful
        (self.read if found.page.pieces else self.blank).append(number)
        return found.page if found.page.pieces else None

    def goes_on(self, number: int) -> bool:
        """Whether a page can be read; noted among those that are not."""
        refused = self._refused()
        if refused is not None and number not in refused:
            refused.append(number)
        return refused is None

    def _refused(self) -> list[int] | None:
        """Where a page is noted that is not even looked at."""
        if missing() is not None:
            return self.unread
        for stopped in (self.cramped, self.broken):
            if stopped:
                return stopped
        if self.late or seconds_left() < _RESERVE + _SLOWER * self._slowest:
            return self.late
        if len(self.read) + len(self.blank) >= MOST_PAGES:
            return self.beyond
        return None

    def notes(self, told: Callable[[list[int]], str]) -> Iterator[str]:
        """Sentences about what was read and what was not, but for ``blank`` and ``unread``."""
        if self.read:
            yield (
                f"{told(self.read)}是扫描件或图片，文字由程序识别而来，可能有错：其中的问题只作提醒，"
                "数字请对照原件。"
            )
        if self.doubtful:
            yield f"扫描页上有{self.doubtful}处文字看不清（如印章、手写），未读取。"
        for numbers, reason in (
            (self.late, "识别来不及在时限内完成，未读取；可用 --seconds 放宽时限。"),
            (self.cramped, "识别所需的内存不足，未读取；可用 --memory 放宽内存上限（单位 MB）。"),
            (self.broken, f"识别程序（rapidocr）无法启动，未读取；请重新安装：{COMMAND}。"),
            (self.beyond, f"未读取：一份文件最多识别{MOST_PAGES}页扫描页，请拆分后检查。"),
        ):
            if numbers:
                yield f"{told(numbers)}是扫描件或图片，{reason}"
