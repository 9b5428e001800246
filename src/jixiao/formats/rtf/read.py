"""An RTF file to a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.core.document import Document
from jixiao.formats.flat.assembling import Assembler
from jixiao.formats.rtf.reader import Reader

if TYPE_CHECKING:
    from jixiao.formats.rtf.story import Story


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a file.

    Raises:
        ReadError: ``too_large``, ``too_deep``.
    """
    assembler = Assembler()

    def tell(story: Story) -> None:
        assembler.story(story.paragraphs, story.part)

    reader = Reader(tell)
    reader.read(data)
    for story in (reader.body, *reader.footnotes, *reader.endnotes):
        tell(story)
    notes = [
        f"文档中有 {count} 处{what}，其中的内容没有读取。" for what, count in reader.unread.items() if count
    ]
    if reader.broken_off:
        notes.append("文件没有结尾，可能没有下载或保存完整，后面的内容没有读到。")
    return Document(name=name, format="rtf", blocks=tuple(assembler.blocks), notes=tuple(notes))
