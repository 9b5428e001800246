"""Which list an item belongs to, by the numbers of the items before it."""

import re
from dataclasses import dataclass, field

from jixiao.core.numbering import Mark

_RUN_IN = re.compile(r"(?P<mark>(?P<number>\d{1,3})[.．])\d+(?:[.．]\d+)?\s?[万亿]?元[\u4e00-\u9fff]{2}")
_STYLE = "arabic"


@dataclass(slots=True)
class Lists:
    """Tells lists of items apart: a new one begins where the numbers of a style do not go on."""

    last: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    made: int = 0

    def number(self, mark: Mark | None) -> int:
        """The number of the list that an item with this mark belongs to; 0 for none."""
        if mark is None:
            return 0
        if (
            mark.value <= self.last.get(mark.style, 0) - 2
            or mark.style not in self.numbers
            or mark.value == 1
        ):
            self.made += 1
            self.numbers[mark.style] = self.made
        self.last[mark.style] = mark.value
        return self.numbers[mark.style]

    def run_in(self, text: str, after: Mark | None) -> Mark | None:
        """The mark of an item that begins with an amount, told by its neighbours: 22., 23.50万元经费, 24."""
        found = _RUN_IN.match(text)
        if found is None or after is None or after.style != _STYLE:
            return None
        value = int(found["number"])
        if self.last.get(_STYLE) != value - 1 or after.value != value + 1:
            return None
        return Mark(_STYLE, value, found["mark"], found["mark"][-1])
