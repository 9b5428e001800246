"""A Word file of the years before 2007 to a Document."""

from __future__ import annotations

from jixiao.core.document import Document
from jixiao.formats.doc.stories import Stories


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a doc, dot or wps file.

    Raises:
        ReadError: ``not_word``, ``legacy_word`` (Word 6 or 95), ``encrypted``, ``damaged_document``,
            ``damaged_archive``, ``missing_part``, ``part_too_large``, ``too_large``.
    """
    stories = Stories(data)
    stories.read()
    return Document(
        name=name, format="doc", blocks=tuple(stories.assembler.blocks), notes=tuple(stories.notes)
    )
