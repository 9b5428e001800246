"""What a number is about: the noun phrase that leads to it, freed of verbs, dates and connecting words."""

import re
from functools import lru_cache

_TIME = (
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?(?:底|末|止)?)?(?:度|末|底|初)?|截至?(?:到|目前)?[^，,。；]{0,14}?(?:底|末|止|日|目前)|\d{1,2}-\d{1,2}月份?|\d{1,2}月(?:份|底|末)?|"
    r"上半年|下半年|一季度|二季度|三季度|四季度|前三季度|今年以来|今年|当年|本年度?|全年度?|年末|年底|年初|本月|当月|本期|同[期月]|上年度?|去年|上一年度?|本季度?|[一二三四]季度"
)
_WORDS = (
    r"其中|增至|降至|升至|减至|增到|降到|调至|净增加?|净减少?|多收|少收|多支|少支|短收|超收|短支|超支|多增|增幅|增速|降幅|减幅|涨幅|增长率|下降率|增减率|变[动化](?:率|幅度)|升幅|完成比例|执行比例|支付比例|使用比例|节资率|节约率|节支率|占比|比重|份额|所占|执行率|完成率|支付率|调整|变更|压缩|提升|下调|上调|调增|调减|节约|节省|主要(?:用于|是|原因是?|包括|为)?|包括|分别(?:为|是|完成|实现|占)?|累计|总共|共计|合计|总计|一共|实际|实现|完成|达到|达|预计|共有?|各项|安排|"
    r"年均|年平均|年递增|递增|(?:同|可比|原)口径|同比|环比|比上年|较上年|与上年|相比|比|较|与|增加|减少|增长|下降|增收|减收|增支|减支|上升|降低|提高|占|为|是|的|了|约|近|均|有|即|计|和|及|以及|"
    r"决算数?|执行数|执行|支出决算|完成数|数额|金额|总额|总量|总数|资金|经费支出|预算数|调整预算数?|年初预算数?|全年预算数?|预算安排|预算|已|仅|只|还|也|则|又|按|从|看|元|万元|亿元|%|"
    r"我[市县区镇乡省州局单位]|全[市县区镇乡省州]|本[市县区镇乡省单位部门级]|[市县区镇乡]级|部门|单位|合并|但是?|依然|仍然?|却|同时|并且?|而|数|后|由|向|对|在|中|时|等"
)
_BODY_AND_YEAR = re.compile(
    r"^[\u4e00-\u9fff]{2,20}(?<![比较与由从到至于])(?:19|20)\d\d年度?的?(?=[“”\"]?[\u4e00-\u9fff]{2})"
)
"""某某局2022年度“三公”经费: whose and when stand before what."""
_BRACKETED = re.compile(r"\([^()]*\)")
_PARTED_YEAR = re.compile(r"(?<=\d)\s+(?=年)|(?<=\d年)\s+(?=\S)|(?<=\d年度)\s+(?=\S)")
"""2023 年度: blanks that the pages of a PDF leave in a year."""
_CLASSIFIED = re.compile(
    r"\((?:类|款)\)\s?([^()，,。；;\d]{2,40})\(项\)[^()，,。；;]{0,12}[：:]?[^()，,。；;]{0,12}$"
)
"""社会保障和就业支出（类）…（款）…（项）: an item of the classification goes by its own name."""
_CLAUSES = re.compile(r"[，,。；;：:、！(]")
_SENTENCES = re.compile(r"[。；;]")
_SIGNS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_STRIP = re.compile(rf"(?:{_TIME}|{_WORDS}|[^\u4e00-\u9fffA-Za-z])")
_LEADING = re.compile(
    rf"^(?:{_TIME}|其中|包括|分别|预算安排|安排预算|主要(?:用于|是|包括)?|实现|完成|累计|全[市县区镇乡省州]|我[市县区镇乡省州局单位]|本[部门单位级市县区]*|和|及|与|以及|或|在|对|是|为|的|等|,|，|:|：|[一二三四五六七八九十]是|\s|[“”\"《》()])+"
)
_TRAILING = re.compile(
    r"(?:(?:决算|支出|收入)?数?(?:比|较|与)(?:年初|调整)?预算数?(?:相比)?(?:无增减变化?|无增减|无变化|持平|一致|相同)|(?:同口径)?(?:相较于?|相比于?|较之|较于|比|较|与)(?:上年度?|去年|上一年度?|(?:19|20)\d\d年度?)(?:同[期月]|决算数?|预算数?)?(?:相比)?|年均|年平均|同比|增加|减少|增长|下降|增收|减收|增支|减支|短收|超收|短支|超支|(?:占比|比重|份额)[最较][高大低小]|占比|比重|份额|所占|占|决算数?|实际|累计|共计|合计|总计|完成|实现|达到|达|安排|支出决算|决算|执行|为|是|(?<!公)共|约|的|了|已|数额?|金额|总额|资金|有|计|各|均|分别|(?<!公共)(?<!基金)(?<!经营)(?<!一般)预算|年初|调整|全年|:|：|\s|[“”\"()])+$"
)
_EQUAL = (
    ("一般公共财政预算", "一般公共预算"),
    ("公共财政预算", "一般公共预算"),
    ("的", ""),
    ("日常公用", "公用"),
    ("中小微企业", "中小企业"),
    ("支出决算", "支出"),
    ("决算", ""),
    ("总额", ""),
    ("金额", ""),
    ("总规模", ""),
    ("结转和结余", "结转结余"),
    ("结转与结余", "结转结余"),
    ("规模", ""),
    ("经费", "费"),
    ("费用", "费"),
    ("维修(护)", "维修"),
    ("缴纳", "缴"),
    ("支出", ""),
    ("收入", "收"),
    ("财政拨款", ""),
)


@lru_cache(maxsize=4096)
def label_of(lead: str) -> str:
    """The noun phrase of a lead, as printed; empty when the lead only connects."""
    lead = _PARTED_YEAR.sub("", lead)
    classified = _CLASSIFIED.search(lead)
    if classified is not None:
        return classified[1].strip()
    clauses = _CLAUSES.split(_BRACKETED.sub("", lead).replace("收、支", "收支"))
    for clause in reversed(clauses):
        label = _LEADING.sub("", _BODY_AND_YEAR.sub("", clause))
        label = _TRAILING.sub("", label)
        if len(_STRIP.sub("", label)) >= 2 or (len(label) >= 2 and len(_STRIP.sub("", label)) >= 1):
            return label[-40:]
    return ""


@lru_cache(maxsize=4096)
def has_new_item(lead: str) -> bool:
    """Whether a lead names something of its own rather than only connecting to what went before."""
    clause = _BRACKETED.sub("", _SENTENCES.split(lead)[-1])
    return len(_STRIP.sub("", clause)) >= 2


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """A label reduced for comparison: 会议经费, 会议费 and 会议费支出 share a key."""
    key = _SIGNS.sub("", label)
    for long, short in _EQUAL:
        key = key.replace(long, short)
    return key or label


@lru_cache(maxsize=8192)
def shared_words(one: str, other: str) -> int:
    """How many characters the longest stretch has that both of two leads or names tell of their things."""
    a, b = sorted((key_of(one), key_of(other)), key=len)
    longest, end = 0, len(a)
    for start in range(end):
        while start + longest < end and a[start : start + longest + 1] in b:
            longest += 1
    return longest
