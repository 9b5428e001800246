"""The table of contents: a field that an office program can renew, with its lines already written.

No field is marked as stale: Word would then ask its user, on opening, about "fields that may refer to other
files". So the page numbers are those of our own count until somebody renews the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.headings import heading_level, is_part
from jixiao.formats.docx.write.paragraphs import Shape, paragraph
from jixiao.formats.docx.write.text import run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.core.document import Block

_DEPTH = 2
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent>"
)


def contents_title(block: Block) -> str:
    """The title above the table."""
    return "目　录" if block.text in ("", "目录") else block.text


class Contents:
    """What the table of contents of a document lists, and where headings stand in the outline.

    A ``live`` table is no field as a whole, only its page numbers are: LibreOffice then sets them by its own
    pages, while it never renews a table of contents by itself.
    """

    def __init__(self, blocks: Sequence[Block], *, live: bool = False) -> None:
        self._live = live
        self._headings = [block for block in blocks if is_listed(block)]
        self._has_parts = any(is_part(block) for block in self._headings)
        self.wanted = any(block.look is not None and block.look.style == "contents" for block in blocks)

    def outline(self, block: Block) -> int:
        """The heading's level in the outline, from 0; below parts all others stand one deeper."""
        return min(heading_level(block) - 1 + (self._has_parts and not is_part(block)), 8)

    def anchor(self, block: Block) -> str:
        """The name of the heading's bookmark for the table, or nothing."""
        return f"_Toc{block.index + 1:08}" if self.wanted and is_listed(block) else ""

    @property
    def listed(self) -> list[Block]:
        """The headings that the table shows."""
        return [heading for heading in self._headings if self.outline(heading) < _DEPTH]

    def write(self, block: Block, pages: Mapping[int, int], *, new_page: bool) -> str:
        """The table where ``block`` stands; ``pages`` of headings by their index."""
        listed = self.listed
        start, end = ("", "") if self._live else (_field_start(f'TOC \\o "1-{_DEPTH}" \\h \\z \\u'), _END)
        lines = [paragraph(run(contents_title(block)), Shape("TOCHeading", new_page=new_page))]
        for number, heading in enumerate(listed):
            before = start if number == 0 else ""
            after = end if number == len(listed) - 1 else ""
            line = f"{before}{self._line(heading, pages)}{after}"
            lines.append(paragraph(line, Shape(f"TOC{self.outline(heading) + 1}")))
        return f"{_CONTROL}{''.join(lines)}</w:sdtContent></w:sdt>"

    def _line(self, heading: Block, pages: Mapping[int, int]) -> str:
        anchor = self.anchor(heading)
        page = _field_start(f"PAGEREF {anchor} \\h") + run(str(pages.get(heading.index, 1))) + _END
        return (
            f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(heading.text)}<w:r><w:tab/></w:r>{page}'
            "</w:hyperlink>"
        )


def is_listed(block: Block) -> bool:
    """Whether it is a heading below the title."""
    style = block.look.style if block.look is not None else "body"
    return block.kind == "heading" and bool(block.text) and style not in ("title", "subtitle")


def _field_start(instruction: str) -> str:
    return f'{_BEGIN}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{_SEPARATE}'
