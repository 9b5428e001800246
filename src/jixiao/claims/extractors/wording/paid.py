"""All paid, says the sentence, and names a rate of payment below 100 %."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_CUE = re.compile(r"全[部额]|完毕")
_ALL_PAID = re.compile(
    r"(?:全部|全额)(?:支付|拨付|执行|支出|使用|兑付|用)(?:完毕|完成|完|到位)?|(?:支付|执行|使用|支出|拨付)完毕"
)
_RATE = re.compile(
    r"(?:执行|支付|支出|使用|拨付)(?:率|进度)(?:为|达到?|是|约|:)?\s?(\d{1,2}(?:\.\d+)?)\s?%(?!以上|以下|以内)"
)
_EXCUSE = re.compile(
    r"合同|审计|审定|结算|竣工|调整|调减|质保|保证金|尾款|节约|结余|结转|剩余|余款|收回|回收|未支付|未拨付|待|应付|到位资金|下达资金|拨付资金|目标|不低于|≥|除"
)
_OTHER = re.compile(r"(?:不|未|没有|否|争取|确保|力争|将|应|需)[^，。；]{0,4}$")


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each such sentence; proven where 全部 stands in the sentence of the rate."""
    stream = stream_of(reading)
    text = stream.text
    done = 0
    for cue in _CUE.finditer(text):
        claim = _ALL_PAID.match(text, max(0, cue.start() - (2 if cue[0] == "完毕" else 0)))
        if claim is None or claim.start() < done:
            continue
        done = claim.end()
        low, high = stream.sentence(claim.start())
        sentence = text[low:high]
        if _EXCUSE.search(sentence) or _OTHER.search(text[low : claim.start()]):
            continue
        rates = list(_RATE.finditer(text, low, high))
        same = bool(rates)
        if not rates:  # the rate may stand in a neighbouring sentence, if the paragraph is about one thing
            first, last = stream.bounds(claim.start())
            rates = list(_RATE.finditer(text, first, last))
            if len(rates) != 1 or _EXCUSE.search(text[first:last]):
                continue
        if len(rates) == 1:
            rate = rates[0]
            yield stream.observe(
                claim.span(),
                "all_paid",
                proven=same and "全" in claim[0],
                related=(stream.related(*rate.span()),),
            )
