"""Tables, forms, charts and diagrams that a template puts between its paragraphs."""

from dataclasses import dataclass, field
from typing import Literal

from jixiao.core.document import Block


@dataclass(frozen=True, slots=True)
class Insert:
    """Blocks that stand together, not yet numbered.

    Texts of blocks and cells still carry the signs of marks. ``caption`` gets 表1 or 图1 before it, in order;
    a table's stands above, a figure's below. ``unit`` stands above a table at the right: 单位：万元.
    ``page`` is the orientation that it needs, after which the report returns to its own; ``fresh`` begins a
    new page in any case.
    """

    blocks: tuple[Block, ...]
    caption: str = ""
    kind: Literal["表", "图"] = "表"
    unit: str = ""
    page: Literal["", "portrait", "landscape"] = ""
    fresh: bool = False


@dataclass(slots=True)
class Inserts:
    """All inserts of one report, by number."""

    members: list[Insert] = field(default_factory=list)

    def add(self, insert: Insert) -> int:
        """Keep it; its number."""
        self.members.append(insert)
        return len(self.members) - 1
