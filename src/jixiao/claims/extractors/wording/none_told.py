"""There is none, says the text, and elsewhere tells its amount: “本单位没有项目支出” and “项目支出36.20万元”.

Only what the body itself says of its year counts, and only things of the field's own terms, which are told
under one name. What was not there at the beginning of the year may have come later.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

KIND = "text"


@dataclass(frozen=True, slots=True)
class _Thing:
    """What there may be none of: its names in a sentence, and the names that its amount is told under."""

    said: str
    told: re.Pattern[str]


_FISCAL = r"(?:一般公共预算|财政拨款|一般公共预算财政拨款)?"
_THINGS = {
    "project": _Thing(r"项目支出", re.compile(rf"^{_FISCAL}项目支出$")),
    "basic": _Thing(r"基本支出", re.compile(rf"^{_FISCAL}基本支出$")),
    "fund": _Thing(
        r"政府性基金(?:预算)?(?:财政拨款)?(?:支出|收支)",
        re.compile(r"^政府性基金(?:预算)?(?:财政拨款)?支出$"),
    ),
    "capital": _Thing(
        r"国有资本经营(?:预算)?(?:财政拨款)?(?:支出|收支)",
        re.compile(r"^国有资本经营(?:预算)?(?:财政拨款)?支出$"),
    ),
    "abroad": _Thing(r"因公出国\(?境?\)?(?:费用?|经费)?", re.compile(r"^因公出国\(?境?\)?(?:费用?|经费)?$")),
    "guests": _Thing(r"公务接待(?:费用?|支出)", re.compile(r"^公务接待(?:费用?|支出)$")),
    "vehicles": _Thing(r"公务用车购置(?:费用?|支出)?", re.compile(r"^公务用车购置(?:费用?|支出)?$")),
}
_NONE = re.compile(
    r"(?P<who>(?:^|[\s，,。；;:、]))(?P<subject>(?:20\d\d年度?|本年度?|全年度?|我|本|单位|部门|[局办院校所镇乡处]|中心|机关|办公室|均|也|都)*)"
    r"(?P<words>(?:没有|未|无)(?:安排|配置|发生|产生|列支|编列|编制)?(?P<year>本年度?|当年)?(?:"
    + "|".join(f"(?P<{key}>{thing.said})" for key, thing in _THINGS.items())
    + r"))(?:预算|资金|安排|情况)*(?=[，,。；;)\s]|$)",
    re.MULTILINE,
)
_LATER = re.compile(r"年初|追加|调剂|调增|调整|上年|去年|结转|上级|专项转移")
_PLANNED, _ADDED = re.compile(r"安排|配置|编列|编制"), re.compile(r"追加|调增|年中")
"""What was not planned may have been added in the year, where the document says that anything was."""
_OF_OTHERS = re.compile(
    r"全[省市县区州镇乡国]|辖区|系统|下属|所属|二级|上年|去年|以前年度|增加|减少|其他单位"
)


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each such sentence, with the first amount that the document tells of the thing."""
    stream = stream_of(reading)
    for found in _NONE.finditer(stream.text):
        key = next(key for key in _THINGS if found[key])
        low, high = stream.sentence(found.start("words"))
        years = re.findall(r"20\d\d", found["subject"])
        if any(int(year) != reading.year for year in years) or "年初" in stream.text[low : found.end()]:
            continue
        amount = _amount(reading, _THINGS[key])
        if amount is None:
            continue
        token, beside = amount
        planned = _PLANNED.search(found["words"]) is not None
        figure = token.build()
        yield stream.observe(
            found.span("words"),
            "none_told",
            proven=not (planned and _ADDED.search(stream.text))
            and not _LATER.search(stream.text[low:high])
            and not _LATER.search(beside),
            related=(Related(figure.text, figure.place),),
        )


def _amount(reading: Reading, thing: _Thing) -> tuple[Token, str] | None:
    """The first amount of the body's own year told under one of the names, with the words before it."""
    for statement in reading.statements:
        if thing.told.match(statement.label) is None or statement.table is not None:
            continue
        token = statement.main
        if token is None or token.unit.kind != "yuan" or token.number <= 0 or token.approximate:
            continue
        if statement.period not in (None, reading.year) or _OF_OTHERS.search(statement.lead):
            continue
        return token, statement.lead
    return None
