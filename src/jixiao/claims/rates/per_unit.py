"""What words tell of a mean: 人均公用经费, 车均运行费, 平均每批, 人次平均票款, 百公里载客, 亩产.

A mean is told for one (or a hundred) of a thing that is counted. The words before the figure name that thing,
by a short name of its own (车 for what is counted in 辆, 生 for pupils counted in 人), and often what is
divided (公用经费). Times (年均, 月均) are none: nobody prints how many years there were.
"""

import re
from decimal import Decimal
from functools import lru_cache

from jixiao.core.frozen import frozen

_THING = (
    r"(?P<thing>人次|批次|户次|车次|平方米|平方公里|立方米|公里|公顷|人|户|车|辆|台|次|亩|班|生|师|批|期|场|件|案|起|宗|"
    r"村|校|所|床|座|处|家|吨|头|株|套|篇|份|笔|例|条|项(?!目)|张|栋|间|段|站|店|馆|园|棚|桥|个|名|位)"
)
_TIMES = r"(?P<times>百|千|万)?"
_WHAT = r"(?P<what>[\u4e00-\u9fff]{0,12}?)"
_NOTE = r"(?P<note>\([^()]{0,24}\))?"
_END = r"(?:约为|约|大约|大概|近|超过|超|达到|达|为|是|有|只有|仅|高达|不足|相当于|折合|在|:|\s)*$"
_FORMS = tuple(
    re.compile(form + _END)
    for form in (
        rf"(?<![一二三四五六七八九十两多各数几\d.]){_TIMES}{_THING}均{_WHAT}{_NOTE}",
        rf"(?P<each>每){_TIMES}(?:一|个(?=[\u4e00-\u9fff]))?{_THING}{_WHAT}{_NOTE}",
        rf"(?<![\d.]){_THING}平均(?!每){_WHAT}{_NOTE}",
        rf"单(?![位个项名]){_THING}{_WHAT}{_NOTE}",
        rf"(?P<price>单价|均价|平均(?:单价|价格)|(?<=[，,])平均(?=[为约达是\s]*$)){_NOTE}",
        rf"(?P<class>班)(?:额|容量|级规模)(?:平均)?{_NOTE}",
        rf"(?<=\d){_THING}(?P<called>[\u4e00-\u9fff]{{0,10}}?)平均(?!每){_WHAT}{_NOTE}",
        rf"(?P<area>亩|公顷)产(?:量)?{_NOTE}",
        rf"(?P<each>(?<![几数\d.]))(?P<times>百)(?P<thing>公里|平方米|人){_WHAT}{_NOTE}",
    )
)
LEAD = 36
"""Signs before a figure in which the words of a mean are looked for."""
_MONTHLY, _YEARLY = (
    re.compile(f"{p}(?=[人户生床]均)|(?<=[人户生床]均)每?{p}|每{p}(?=每[人户生床])|(?<=每[人户生床])每?{p}")
    for p in "月年"
)
_RISEN = re.compile(
    r"[由从](?:上年|去年|年初|\d{4}年|原来)?的?[^，,。；;]{1,14}?"
    r"(?:提高|增加|扩大|上升|增长|下降|降低|减少|降|升|增)[到至为]"
)
"""What the mean was before, told right before what it is now: 由1.62平方米提高到2.39平方米."""
_MONTHS = 12
_PAUSE = re.compile(r"[，,。；;、:]")
_LIMITED = re.compile(
    r"标准|上限|限额|最高|最低|不超过|不低于|以内|目标|计划|要求|规定|控制在|比|较|上年|去年|增|减|降|提高"
)
"""What one may get or should cost, and what means are compared with, is no quotient of what is told."""
_WORDS: dict[str, tuple[str, ...]] = {
    "人": ("人", "名", "位", "人次"),
    "人次": ("人次", "次"),
    "次": ("人次", "次"),
    "户": ("户", "家", "户次"),
    "家": ("家", "户", "个"),
    "车": ("辆", "台", "车次"),
    "台": ("台", "辆"),
    "辆": ("辆", "台", "辆次", "车次"),
    "班": ("个", "班"),
    "生": ("人", "名"),
    "师": ("人", "名"),
    "村": ("村", "个"),
    "校": ("所", "个"),
    "所": ("所", "个"),
    "床": ("张",),
    "案": ("件", "起", "宗"),
    "批": ("批", "批次"),
    "场": ("场", "场次"),
    "期": ("期", "班"),
    "店": ("家", "个"),
    "站": ("个", "座", "站"),
    "馆": ("个", "家", "座", "所"),
    "园": ("个", "家", "座", "所"),
    "桥": ("座",),
    "棚": ("个", "座"),
}
"""The units in which a thing is counted, where its short name is not the unit."""
_NAMED = {
    "班": re.compile(r"班"),
    "生": re.compile(r"生|学"),
    "师": re.compile(r"师"),
    "村": re.compile(r"村|社区"),
    "校": re.compile(r"校|学|园"),
    "所": re.compile(r"所"),
    "店": re.compile(r"店|户|企业"),
    "站": re.compile(r"站"),
    "馆": re.compile(r"馆"),
    "园": re.compile(r"园"),
    "桥": re.compile(r"桥"),
    "棚": re.compile(r"棚"),
}
"""Things counted in a unit that counts others too: the words before or behind the count must name them."""
PRICE = "价"
"""What a price is for: whatever was counted beside it."""
_BY_NUMBER = re.compile(r"平均|折算|除以|[^均]均摊|分摊")
_NOT_WHAT = re.compile(r"平均|每年|年均|全年|^年|^口|约$")
_NOT_TOPIC = re.compile(
    r"[^\u4e00-\u9fff]|平均|其中|全年|全[县市区省镇乡]|[则即共约]|折合|按[\u4e00-\u9fff]*(?:计算|折算|测算|计|算)|^按照?$"
)
_THINGS = ("thing", "area", "class")
_HUNDREDS = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}


@frozen
class Mean:
    """What a mean is told for: the thing, for how many of it, and the words for what is divided.

    ``sure`` is whether the words say that it is a mean; 每户补助500元 may be what the rules grant.
    """

    thing: str
    what: str
    note: str = ""
    times: Decimal = Decimal(1)
    sure: bool = True
    periods: int = 1
    """The months that it is one of: 月人均补助, 人均每月."""
    topic: str = ""
    """What its clause names before it: 门诊次均费用, 秸秆翻埋亩均."""

    @property
    def words(self) -> tuple[str, ...]:
        """The units that count the thing."""
        return _WORDS.get(self.thing, (self.thing,))

    def counts(self, word: str, around: str) -> bool:
        """Whether a figure of this unit, with these words around it, counts the thing."""
        if self.thing == PRICE:
            return True
        if word not in self.words:
            return False
        if self.thing in ("个", "名", "位", "项", "所") and self.thing == word:
            return len(self.what) < 2 or self.what[:2] in around
        named = _NAMED.get(self.thing)
        return named is None or word == self.thing or named.search(around) is not None


@lru_cache(maxsize=4096)
def mean_of(lead: str) -> Mean | None:
    """The mean that the words right before a figure tell; None where they tell none."""
    lead = lead[-LEAD:]
    once = _MONTHLY.sub("", lead)
    periods = _MONTHS if once != lead else 1
    lead = _RISEN.sub("", _YEARLY.sub("", once))
    for form in _FORMS:
        found = form.search(lead)
        if found is None:
            continue
        told = found.groupdict()
        clause = _PAUSE.split(lead[: found.start()])[-1] + (told.get("what") or "")
        if _LIMITED.search(clause):
            return None
        what = told.get("what") or ""
        before = _PAUSE.split(lead[: found.start()])
        sure = (
            (told.get("each") is None and told.get("price") is None)
            or "均" in what
            or _BY_NUMBER.search("".join(before[-2:])) is not None
        )
        return Mean(
            next((told[form] for form in _THINGS if told.get(form)), PRICE if told.get("price") else ""),
            _NOT_WHAT.sub("", what),
            told.get("note") or "",
            _HUNDREDS.get(told.get("times") or "", Decimal(1)),
            sure,
            periods,
            told.get("called") or _NOT_TOPIC.sub("", before[-1]),
        )
    return None
