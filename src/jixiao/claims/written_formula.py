"""Rates with their sum written out: (1080.40÷1350.50)×100%=80.00%, or 80.00%（1080.40/1350.50×100%）."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation

KIND = "rate"
_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_UNIT = "[\u4e00-\u9fff]{0,3}"
_QUOTIENT = (
    rf"(?P<top>{_FIGURE})\s?{_UNIT}\s?[/÷]\s?(?P<bottom>{_FIGURE})\s?{_UNIT}\s?[)\]]?"
    r"\s?[×*xX]\s?100\s?%?"
)
_RESULT_LAST = re.compile(rf"{_QUOTIENT}\s?[)\]]?\s?=\s?(?P<rate>{_FIGURE})\s?%")
_RESULT_FIRST = re.compile(rf"(?<![\d.])(?P<rate>{_FIGURE})\s?%\s?[(\[]\s?{_QUOTIENT}")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per such formula; its own figures admit no other reading."""
    for paragraph in reading.paragraphs:
        if "100" not in paragraph.text:
            continue
        tokens = {token.start: token for token in paragraph.tokens}
        for pattern in (_RESULT_LAST, _RESULT_FIRST):
            for found in pattern.finditer(paragraph.text):
                top, bottom, rate = (tokens.get(found.start(name)) for name in ("top", "bottom", "rate"))
                if top is None or bottom is None or rate is None or top.unit.kind != bottom.unit.kind:
                    continue
                operands = [(top, "outturn"), (bottom, "plan")]
                yield Proposal((relation("rate", "quotient", rate, operands, "named", role="rate"),))
