"""The outline of a document: each paragraph with its number mark and depth, as the numbering itself nests.

Depth follows the order in which styles of marks appear, because documents nest them as they like:
一、（一）1.（1） in the standard (GB/T 9704-2012 section 7.3.3), 一、1、（一） in others. A paragraph without
a mark is one deeper than the mark above.
"""

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.core.frozen import frozen
from jixiao.core.numbering import Mark


@frozen
class Node:
    """A paragraph in the outline; ``level`` counts from 0."""

    position: int
    paragraph: Paragraph
    mark: Mark | None
    level: int

    @property
    def text(self) -> str:
        """Its plain text."""
        return self.paragraph.text

    @property
    def block(self) -> int:
        """The index of its block."""
        return self.paragraph.block.index

    @property
    def body(self) -> str:
        """Its plain text without the mark."""
        text = self.text.lstrip()
        return text[len(self.mark.text) :].lstrip() if self.mark is not None else text


@once
def outline(reading: Reading) -> list[Node]:
    """Every paragraph that has text, in order."""
    order: list[str] = []
    nodes: list[Node] = []
    for paragraph in reading.paragraphs:
        if not paragraph.text.strip():
            continue
        mark = paragraph.mark
        if mark is None:
            level = len(order)
        elif mark.style in order:
            level = order.index(mark.style)
            del order[level + 1 :]
        else:
            level = len(order)
            order.append(mark.style)
        nodes.append(Node(len(nodes), paragraph, mark, level))
    return nodes
