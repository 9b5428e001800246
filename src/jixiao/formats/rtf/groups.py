"""What holds inside a group of braces, and the destinations that groups may have."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from jixiao.formats.rtf.story import Story

Destination = Literal["text", "skip", "silent", "fonts", "styles", "instruction", "label"]
"""Where text goes: ``skip`` ends for the whole group, in ``silent`` another destination may begin."""

SKIPPED: Final = frozenset(
    (
        "annotation", "atrfend", "atrfstart", "author", "background", "bkmkend", "bkmkstart", "buptim",
        "colortbl", "comment", "creatim", "datafield", "datastore", "defchp", "defpap", "doccomm",
        "filetbl", "footer", "footerf", "footerl", "footerr", "ftnsep", "ftnsepc", "header", "headerf",
        "headerl", "headerr", "info", "latentstyles", "listoverridetable", "listtable", "mmathPict",
        "nonesttables", "nonshppict", "pgptbl", "pn", "pntxta", "pntxtb", "printim", "private",
        "revtbl", "revtim", "rsidtbl", "rxe", "shprslt", "tc", "tcn", "template", "themedata", "title",
        "txe", "userprops", "xe", "xmlnstbl",
    )
)  # fmt: skip
"""Destinations without text of the document."""
STARRED: Final = frozenset(
    (
        "do", "dptxbxtext", "endnote", "fldinst", "footnote", "moMath", "moMathPara", "nesttableprops",
        "pict", "shpinst", "shppict", "shptxt", "ud",
    )
)  # fmt: skip
"""Optional destinations that are understood; all others are skipped, as the format wants."""
DRAWN: Final = frozenset(("do", "pict", "object", "shp", "shpgrp", "shpinst", "sp"))
"""Pictures, shapes and what tells of them."""
_LONGEST_INSTRUCTION: Final = 2000
MATH_PROPERTIES: Final = re.compile(r"m[a-zA-Z]+Pr")


@dataclass(slots=True)
class Field:
    """A field: its instruction, and whether a result was shown."""

    instruction: str = ""
    has_result: bool = False

    def add(self, text: str) -> None:
        """Add to the instruction, as far as it matters."""
        if len(self.instruction) < _LONGEST_INSTRUCTION:
            self.instruction += text

    @property
    def is_lost_drawing(self) -> bool:
        """Whether it is a drawing that the writer of the file left out."""
        return not self.has_result and self.instruction.split(maxsplit=1)[:1] == ["SHAPE"]


@dataclass(slots=True)
class Layout:
    """What is said of the paragraph."""

    in_table: bool = False
    nesting: int = 0
    style: int = 0
    outline: int | None = None
    level: int = 0

    @property
    def depth(self) -> int:
        """In how many tables it lies."""
        return max(self.nesting, 1) if self.in_table else self.nesting


@dataclass(slots=True)
class Group:
    """What holds between two braces; a group within begins as a copy."""

    story: Story
    destination: Destination = "text"
    outer: Destination = "text"
    """Where the text of the better one of two versions goes."""
    layout: Layout = field(default_factory=Layout)
    hidden: bool = False
    deleted: bool = False
    font: int = 0
    wide_font: int = -1
    fallback: int = 1
    """How many characters stand for one that older programs do not know."""
    nested_row: bool = False
    stories: int = 0
    """Notes and text boxes around it."""
    open_field: Field | None = None
    begins: Literal["", "field", "story", "picture"] = ""
    """What ends with this very group."""

    def inner(self) -> Group:
        """The group that begins inside."""
        group = copy(self)
        group.layout = copy(self.layout)
        group.begins = ""
        return group
