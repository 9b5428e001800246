"""The headings as the outline of the file (大纲), each a jump to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.xml import quoted
from jixiao.formats.ofd.write.markup import millimetres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.ofd.write.canvas import Sheet


def outlines_xml(sheets: Sequence[Sheet], pages: Sequence[int]) -> str:
    """The element; nothing where no sheet has headings. ``pages`` are the identifiers of the sheets."""
    shown: list[str] = []
    depths: list[int] = []
    for sheet, page in zip(sheets, pages, strict=True):
        for level, text, top in sheet.headings:
            while depths and depths[-1] >= level:
                depths.pop()
                shown.append("</ofd:OutlineElem>")
            depths.append(level)
            shown.append(
                f'<ofd:OutlineElem Title="{quoted(text.replace(chr(10), " "))}"><ofd:Actions>'
                f'<ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="{page}" Left="0" '
                f'Top="{millimetres(top)}" Zoom="0"/></ofd:Goto></ofd:Action></ofd:Actions>'
            )
    shown += ["</ofd:OutlineElem>"] * len(depths)
    return f"<ofd:Outlines>{''.join(shown)}</ofd:Outlines>" if shown else ""
