"""What extractors of text share: the paragraphs as one text to search, and observations at a place in it."""

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from jixiao.claims.reading.once import once
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

if TYPE_CHECKING:
    from jixiao.claims.reading.document import Paragraph, Reading

MOST_RELATED = 8
LONGEST_SENTENCE = 600


class Stream:
    """All paragraphs as one plain text, joined by line ends: one search sees the whole document."""

    __slots__ = ("paragraphs", "starts", "text")

    def __init__(self, reading: "Reading") -> None:
        self.paragraphs = reading.paragraphs
        self.text = "\n".join(paragraph.text for paragraph in self.paragraphs)
        lengths = (len(paragraph.text) + 1 for paragraph in self.paragraphs)
        self.starts = list(accumulate(lengths, initial=0))

    def position(self, offset: int) -> int:
        """Which paragraph holds the offset."""
        return bisect_right(self.starts, offset) - 1

    def bounds(self, offset: int) -> tuple[int, int]:
        """Where the paragraph of the offset begins and ends."""
        position = self.position(offset)
        return self.starts[position], self.starts[position + 1] - 1

    def sentence(self, offset: int, ends: str = "。！？\n") -> tuple[int, int]:
        """Where the sentence of the offset begins and ends; its last sign belongs to it."""
        low, high = self.bounds(offset)
        low, high = max(low, offset - LONGEST_SENTENCE), min(high, offset + LONGEST_SENTENCE)
        start = max(self.text.rfind(sign, low, offset) for sign in ends) + 1
        found = [at for sign in ends if (at := self.text.find(sign, offset, high)) >= 0]
        return max(start, low), min(found) + 1 if found else high

    def quote(self, start: int, end: int) -> str:
        """The words as printed."""
        paragraph = self.paragraphs[self.position(start)]
        base = self.starts[self.position(start)]
        return paragraph.block.text[start - base : end - base]

    def related(self, start: int, end: int) -> Related:
        """The words as the other side of a contradiction."""
        position = self.position(start)
        base = self.starts[position]
        block = self.paragraphs[position].block
        return Related(block.text[start - base : end - base], block.place(start - base, end - base))

    def observe(
        self,
        span: tuple[int, int],
        fault: str,
        *,
        proven: bool = False,
        stated: str = "",
        computed: str = "",
        related: tuple[Related, ...] = (),
    ) -> Observation:
        """A fault of the text at a stretch of it."""
        here = self.related(*span)
        return Observation(
            kind="text",
            verdict="fails",
            quote=here.quote,
            place=here.place,
            stated=stated or here.quote,
            computed=computed,
            fault=fault,
            proven=proven,
            related=related[:MOST_RELATED],
        )

    def once(self, spans: list[tuple[int, int]], fault: str) -> Observation:
        """A fault that is told once for the document: the first place, how often, and the others."""
        others = tuple(self.related(*span) for span in spans[1 : MOST_RELATED + 1])
        return self.observe(spans[0], fault, computed=str(len(spans)), related=others)


@once
def stream_of(reading: "Reading") -> Stream:
    """The text of a document, for all extractors that search it."""
    return Stream(reading)


def paragraph_quote(paragraph: "Paragraph", limit: int = 30) -> str:
    """The beginning of a paragraph as printed."""
    return paragraph.block.text.strip()[:limit]
